"""A briefing of many parties as it can be read: those in focus by themselves, all others together, what is counted that of all."""

from __future__ import annotations

from datetime import date
from functools import cache

from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports.document import document
from parley.exports.files import FORMATS
from parley.exports.tables import gaps_table
from parley.telling.briefing import Briefing, brief, readable
from parley.words import say
from tests.briefings import shipped
from tests.exports.test_document import word
from tests.making import TODAY, ladder, quota, statement

SIXTEEN = {name: "up" if number else "down" for number, name in enumerate("abcdefghijklmnop")}
SAID = [statement("a", "demand", "r0"), statement("b", "demand", "r3"), *(statement(one, "demand", "r5") for one in "cdefgh"),
        statement("i", "offer", "r2"), statement("j", "threat", "r1")]  # fmt: skip


@cache
def many() -> Briefing:
    data = quota(ladder(6), SIXTEEN, *SAID, headline=["a", "b"])
    return brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)


def test_few_parties_are_read_as_they_are() -> None:
    """The shipped briefing is the same one."""
    assert readable(shipped()) is shipped()


def test_many_parties_are_those_in_focus_and_the_others_together() -> None:
    """The columns are those in focus; every other that has spoken is in one of the lines beneath, and none of them in two."""
    found = readable(many())
    assert [one.id for one in found.parties] == ["a", "b", "c", "d"]
    (one,) = found.issues
    assert [position.party.id for position in one.row.positions] == ["a", "b", "c", "d"]
    assert [say(line.told) for line in one.told("others")] == [
        "4 parties: E, F, G and H ask Rung 5", "I: offers Rung 2", "J: names no place",
    ]  # fmt: skip


def test_what_is_counted_and_told_of_all_stays() -> None:
    """The summary counts all statements, and all pairs are those of all parties."""
    found, whole = readable(many()), many()
    assert say(found.summary) == say(whole.summary)
    assert len(found.tally.statements) == len(SAID)
    (line,) = [say(one.told) for one in found.issues[0].told("gap") if "pairs" in say(one.told)]
    assert line.startswith("Of 120 pairs ")
    assert line in [say(one.told) for one in whole.issues[0].told("gap")]


def test_every_document_can_be_made_of_many_parties() -> None:
    """Also where the pair that leads is in no column; Word tells of those in clusters."""
    data = quota(ladder(6), SIXTEEN, statement("k", "demand", "r5"), statement("a", "offer", "r1"), headline=["b", "c"])
    made = brief(data, None, data.negotiation.parties[1:] + data.negotiation.parties[:1], TODAY, ALL_EVIDENCE)
    assert all(one.make(made, "") for one in FORMATS)
    assert "E, F, G and H ask Rung 5" in " ".join(cell.text for row in word(document(many())).tables[-1].rows for cell in row.cells)


def test_tables_of_pairs_hold_those_with_one_in_focus_and_say_so() -> None:
    """Of 120 pairs the 54 in which A, B, C or D is one."""
    table = gaps_table(many())
    assert len(table.rows) == 54
    assert table.about.endswith("Of so many parties, only pairs with A, B, C or D are listed.")
    assert "Of so many parties" not in gaps_table(shipped()).about


def test_it_is_counted_who_of_the_others_moved_which_way() -> None:
    """E and F came down, G went up, since the first day."""
    said = [*SAID, statement("e", "demand", "r4", said="2025-03-20"), statement("f", "demand", "r3", said="2025-03-20")]
    data = quota(ladder(7), SIXTEEN, *said, statement("g", "demand", "r6", said="2025-03-20"), headline=["a", "b"])
    found = readable(brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE, date(2025, 3, 10)))
    assert say(found.issues[0].told("others")[-1].told) == "1 moved up the scale: G; 2 moved down the scale: E and F; 3 not certain to have moved."
