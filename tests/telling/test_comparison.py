"""Columns side by side in words: how each is called, how two stand to each other, and what stands in brackets beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

from parley.analysis.comparison import PartyAt, Relation, compare
from parley.analysis.evidence import ALL_EVIDENCE
from parley.model import Party
from parley.telling.comparison import column_name, in_all, in_one_sentence, relation_cell
from parley.words import say
from tests.making import TODAY, dataset, issue, ladder, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
EARLY = date(2025, 2, 10)
BOTH = (("a", TODAY), ("b", TODAY))


def told(*statements: Any, parties_at: tuple[tuple[str, date], ...] = BOTH) -> tuple[str, str]:
    """Return how two columns stand to each other, by default a and b today, in a word and what stands in brackets."""
    data = quota(ladder(6), UP_DOWN, *statements)
    (found,) = compare(data, [PartyAt(data.negotiation.party_by_id[party], day) for party, day in parties_at], ALL_EVIDENCE)
    (line,) = relation_cell(found, names_columns=False)
    assert line.label is None
    return say(line.told), say(line.aside)


def test_a_column_is_called_by_party_and_date() -> None:
    """The date stands in every column."""
    party = quota(ladder(6), UP_DOWN).negotiation.parties[0]
    assert say(column_name(PartyAt(party, date(2025, 3, 31)))) == "A, 31 Mar 2025"


def test_what_agrees_needs_no_detail_and_silence_tells_whose() -> None:
    """There is no distance to tell; who takes no position stands in brackets."""
    assert told(statement("a", "demand", "r2"), statement("b", "demand", "r3")) == ("Agree", "")
    assert told(statement("a", "demand", "r5")) == ("No evidence", "(B)")
    assert told(statement("a", "demand", "r5"), statement("b", "rationale", {"not_placeable": "A finding."})) == ("No ask stated", "(B)")


def test_demands_apart_differ_by_what_is_on_the_table() -> None:
    """The detail is the distance that leads everywhere."""
    said = [statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r2")]
    assert told(*said) == ("Differ", "(3 steps apart)")
    assert told(statement("a", "demand", ("r2", "r5")), statement("b", "demand", "r3")) == ("May agree or differ", "(0 to 2 steps apart)")


def test_limits_beyond_each_other_exclude_each_other() -> None:
    """No rung satisfies both; how far the two are apart stands beside it."""
    said = [statement("a", "demand", "r5"), statement("a", "red_line", "r4"), statement("b", "demand", "r0"), statement("b", "red_line", "r2")]
    assert told(*said) == ("Exclude each other", "(5 steps apart)")


def test_what_changed_since_a_party_s_own_past_is_named() -> None:
    """In the names of the parts."""
    past = (("a", EARLY), ("a", TODAY))
    asked = statement("a", "demand", "r5", said="2025-02-01")
    assert told(asked, parties_at=past) == ("No newer position", "")
    assert told(asked, statement("a", "demand", "r5", said="2025-03-01"), parties_at=past) == ("Unchanged", "")
    assert told(asked, statement("a", "demand", "r4", said="2025-03-01"), parties_at=past) == ("Changed", "(not the same: demand)")
    more = [statement("a", "red_line", "r1", said="2025-03-01"), statement("a", "offer", "r3", said="2025-03-01")]
    assert told(asked, *more, parties_at=past) == ("Changed", "(not the same: stated limit, offer)")


def test_a_threat_made_since_is_new_unless_it_may_be_older() -> None:
    """It stands in no position, and is told of a party's own past alone; who has asked nothing is named once."""
    data = quota(ladder(6), UP_DOWN, *(statement("a", "threat", "r4", said=day) for day in ("2025-02-01", "2025-03-01", "before 2025-03-05")))
    a = data.negotiation.party_by_id["a"]
    for columns in ((EARLY, TODAY), (TODAY, EARLY)):
        rows = compare(data, [PartyAt(a, day) for day in columns], ALL_EVIDENCE)
        lines = relation_cell(rows[0], names_columns=False)
        assert [(say(line.told), say(line.aside), line.ids) for line in lines] == [("New threat", "", ("s1",)), ("No ask stated", "(A)", ())]
        assert rows[0].is_telling
    assert say(in_all(rows)[0]) == "A, 31 Mar 2025 and A, 10 Feb 2025: a new threat on Quota; nothing to compare on 1 of 1 issue."


def test_how_two_columns_stand_in_all_is_one_sentence() -> None:
    """By how they stand, what can be compared first, with all statements behind it; where nothing is new, no row tells anything."""
    scale = ladder(6)
    issues = [issue(scale, UP_DOWN, id=name, name=name.title()) for name in ("fish", "nets", "ports")]
    asked = [statement("a", "demand", "r5", issue="fish"), statement("b", "demand", "r1", issue="fish"), statement("a", "demand", "r2", issue="nets")]
    data = dataset(issues, [*asked, statement("b", "demand", "r2", issue="nets")])
    parties = data.negotiation.party_by_id
    rows = compare(data, [PartyAt(parties["a"], TODAY), PartyAt(parties["b"], TODAY)], ALL_EVIDENCE)
    (told,) = in_all(rows)
    assert say(told) == "A, 31 Mar 2025 and B, 31 Mar 2025: agree on Nets; differ on Fish; nothing to compare on 1 of 3 issues."
    assert sorted(told.ids) == ["s0", "s1", "s2", "s3"]
    assert [one.is_telling for one in rows] == [True, True, False]
    past = compare(data, [PartyAt(parties["a"], date(2025, 3, 30)), PartyAt(parties["a"], TODAY)], ALL_EVIDENCE)
    assert say(in_all(past)[0]) == "A, 30 Mar 2025 and A, 31 Mar 2025: no newer position on 2 of 3 issues; nothing to compare on 1 of 3 issues."
    assert not any(one.is_telling for one in past)


def test_of_more_than_two_columns_each_pair_is_named() -> None:
    """By party and day, with the statements on which it rests; then come, once, the parties that take no position."""
    data = quota(ladder(6), {**UP_DOWN, "c": "up"}, statement("a", "demand", "r5"), statement("b", "demand", "r3"))
    parties = data.negotiation.party_by_id
    columns = [PartyAt(parties["a"], TODAY), PartyAt(parties["b"], TODAY), PartyAt(parties["c"], EARLY), PartyAt(parties["c"], TODAY)]
    lines = relation_cell(compare(data, columns, ALL_EVIDENCE)[0], names_columns=True)
    assert [(line.kind, say(line.labelled), say(line.aside), line.ids) for line in lines] == [
        (Relation.DIFFER, "A, 31 Mar 2025 and B, 31 Mar 2025: Differ", "(2 steps apart)", ("s0", "s1")),
        (Relation.SILENT, "No evidence", "(C)", ()),
    ]


def test_of_more_than_two_columns_one_sentence_tells_on_how_many_issues() -> None:
    """Parties to each other, and each to its own past; two are named, of more it is said that two or more are meant; two columns are told as ever."""
    scale = ladder(6)
    issues = [issue(scale, {**UP_DOWN, "c": "up"}, id=name, name=name.title()) for name in ("fish", "nets", "ports")]
    asked = [statement(who, "demand", place, issue=on) for who, place, on in (("a", "r5", "fish"), ("b", "r1", "fish"), ("a", "r2", "nets"))]
    data = dataset(issues, [*asked, statement("b", "demand", "r2", issue="nets"), statement("a", "demand", "r4", issue="fish", said="2025-03-20")])
    a, b, c = (data.negotiation.party_by_id[one] for one in "abc")

    def told(*columns: tuple[Party, date]) -> str:
        return say(in_one_sentence(compare(data, [PartyAt(*one) for one in columns], ALL_EVIDENCE)))

    then = date(2025, 3, 10)
    assert (
        told((a, TODAY), (b, TODAY), (a, then), (b, then))
        == "Of 3 issues: A and B agree on 1, differ on 1; A changed on 1; no position of B changed."
    )
    assert told((a, TODAY), (b, TODAY), (c, TODAY)) == "Of 3 issues: two or more of the parties agree on 1, differ on 1."
    assert told((a, TODAY), (c, TODAY), (c, then)) == "Of 3 issues: A and C can be compared on none; no position of C changed."
    assert told((a, TODAY), (b, TODAY)).startswith("A, 31 Mar 2025 and B, 31 Mar 2025: agree on Nets; ")
    rows = compare(data, [PartyAt(a, TODAY), PartyAt(b, TODAY), PartyAt(b, then)], ALL_EVIDENCE)
    assert sorted(in_one_sentence(rows).ids) == ["s1", "s2", "s3", "s4"]
