"""What is read first of a briefing, which issues are drawn there, and which are only listed, because there is nothing to compare."""

from __future__ import annotations

from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.waiting import unanswered
from parley.dataset import Dataset
from parley.telling.briefing import Briefing, brief
from parley.telling.front import front, in_form, open_beneath
from parley.words import said_all, say
from tests.making import TODAY, dataset, issue, ladder, statement

UP_DOWN = {"a": "up", "b": "down"}
NAMES = ("nets", "boats", "ice", "salt", "ports", "quays")
LATE = "2025-03-20"


def on(name: str, party: str, kind: str, at: Any, **more: Any) -> dict[str, Any]:
    return {**statement(party, kind, at, **more), "issue": name}


def talks(*said: dict[str, Any]) -> Dataset:
    return dataset([{**issue(ladder(6), UP_DOWN), "id": one, "name": one.title()} for one in NAMES], said)


def briefed(data: Dataset) -> Briefing:
    return brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)


# On five issues both have spoken, on four of them B after A; on the sixth only A has.
BOTH = [on(one, "a", "demand", "r5") for one in NAMES] + [on(one, "b", "offer", "r1", said=LATE) for one in NAMES[:4]]
WHOLE = [*BOTH, on("ports", "b", "demand", "r4", said="2025-02-01")]


def test_three_to_five_lines_tell_all_issues_and_four_are_drawn() -> None:
    """Furthest, who has not answered, what is known, what is open; each with its statements. The fifth issue is told, and not drawn."""
    found = front(briefed(talks(*WHOLE)))
    assert said_all(found.told) == (
        "Furthest apart, measured on each issue’s own scale: Nets 4 of 5 steps; Boats 4 of 5 steps; Ice 4 of 5 steps; Salt 4 of 5 steps. "
        "Steps of different issues are not equal.",
        "In the evidence shown, A has not answered B on Nets, Boats and 2 more; B has not answered A on Ports.",
        "The distance is known on 5 of 6 issues; on record alone, on 5.",
        "Something is open on 6 of 6 issues; beneath each drawing stands what would have to be found out.",
    )
    assert all(one.ids for one in found.told)
    assert [one.issue.id for one in found.drawn] == ["nets", "boats", "ice", "salt"]
    assert say(open_beneath(found.drawn[0])) == "Open: would A take Rung 1, or less? It has stated no limit."


def test_what_is_settled_comes_first_and_five_lines_are_the_most() -> None:
    """Of six that could be told, how much is open is left out."""
    agreed = [on("quays", "b", "demand", "r5"), on("nets", "a", "demand", "r3", said="2025-03-25")]
    told = said_all(front(briefed(talks(*WHOLE, *agreed))).told)
    assert [one.split()[0] for one in told] == ["Agreed", "Furthest", "Last", "In", "The"]
    assert told[2] == "Last move: A moved towards B by 2 steps, on Nets, 25 Mar 2025."


def test_who_has_not_answered_is_told_only_where_both_have_spoken() -> None:
    """Those on most issues first; where the other never spoke, or both on one day, nobody waits."""
    data = talks(*WHOLE, on("quays", "b", "rationale", None))
    rows = [one.row for one in briefed(data).issues]
    found = unanswered(data, rows, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    assert [(one.party.id, one.other.id, [each.id for each in one.issues]) for one in found] == [
        ("b", "a", ["nets", "boats", "ice", "salt"]),
        ("a", "b", ["ports"]),
    ]
    assert found[1].ids == ("s4", "s10")


def test_issues_with_nothing_to_compare_are_told_apart() -> None:
    """At most one party has spoken, or none asks or does anything; what is held of them is named with the party, and they are never drawn."""
    made = briefed(
        talks(on("nets", "a", "demand", "r5"), on("boats", "a", "rationale", None), on("boats", "b", "rationale", None), *BOTH[2:3], *BOTH[8:9])
    )
    assert [one.issue.id for one in made.silent] == ["nets", "boats", "salt", "ports", "quays"]
    assert [one.issue.id for one in made.compared.issues] == ["ice"]
    assert made.compared.summary == made.summary
    assert [(say(whose), say(line.told), line.ids) for whose, line in made.issues[0].held_in_short] == [("A", "Asks: Rung 5", ("s0",))]
    assert made.issues[3].held_in_short == ()
    alone = brief(made.dataset, None, made.parties[:1], TODAY, ALL_EVIDENCE)
    assert alone.silent == ()


def test_the_short_forms_hold_what_is_read_first_or_the_issues_drawn_there() -> None:
    """One page with the summary of all issues; or four issues, drawn and nothing else."""
    whole = briefed(talks(*WHOLE))
    one, four = in_form(whole, "one-page"), in_form(whole, "four-pages")
    assert (len(one.issues), one.sections) == (6, {"summary"})
    assert ([each.issue.id for each in four.issues], four.sections) == (["nets", "boats", "ice", "salt"], {"drawings"})
