"""Columns side by side, each a party at a date: how every pair of them stands on every issue."""

from __future__ import annotations

from datetime import date
from typing import Any

from parley.analysis.comparison import ComparedIssue, PartyAt, Related, Relation, compare, pair_statuses
from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.gaps import Status
from parley.analysis.leading import table_gap
from parley.dataset import Dataset
from tests.making import TODAY, dataset, issue, ladder, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
EARLY = date(2025, 2, 10)
BOTH = (("a", TODAY), ("b", TODAY))


def compared(data: Dataset, *parties_at: tuple[str, date], cut: EvidenceCut = ALL_EVIDENCE) -> ComparedIssue:
    parties = data.negotiation.party_by_id
    (found,) = compare(data, [PartyAt(parties[party], day) for party, day in parties_at], cut)
    return found


def related(*statements: Any, parties_at: tuple[tuple[str, date], ...] = BOTH, cut: EvidenceCut = ALL_EVIDENCE) -> Related:
    """Return how two columns stand to each other, by default a and b today."""
    (found,) = compared(quota(ladder(6), UP_DOWN, *statements), *parties_at, cut=cut).related
    return found


def relation(*statements: Any, parties_at: tuple[tuple[str, date], ...] = BOTH, cut: EvidenceCut = ALL_EVIDENCE) -> Relation:
    """Return the relation alone."""
    return related(*statements, parties_at=parties_at, cut=cut).relation


def test_demands_that_overlap_agree() -> None:
    """There is no distance to tell."""
    assert relation(statement("a", "demand", "r2"), statement("b", "demand", "r3")) is Relation.AGREE


def test_demands_apart_differ_by_what_is_on_the_table() -> None:
    """Though both have named a place."""
    said = [statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r2")]
    assert relation(*said) is Relation.DIFFER


def test_limits_beyond_each_other_exclude_each_other() -> None:
    """No rung satisfies both."""
    said = [statement("a", "demand", "r5"), statement("a", "red_line", "r4"), statement("b", "demand", "r0"), statement("b", "red_line", "r2")]
    assert relation(*said) is Relation.EXCLUDE


def test_demands_that_may_overlap_are_not_said_to_differ() -> None:
    """Somewhere from rung 2 to 5 against at most rung 3: they may agree already."""
    assert relation(statement("a", "demand", ("r2", "r5")), statement("b", "demand", "r3")) is Relation.MAY_DIFFER


def test_where_a_party_is_silent_nothing_is_compared() -> None:
    """Neither with nothing, nor with what the cut does not admit."""
    assert relation(statement("a", "demand", "r5")) is Relation.SILENT
    assert relation() is Relation.SILENT
    assert relation(statement("a", "demand", "r5"), statement("b", "demand", "r0", attribution="reporter"), cut=ON_RECORD) is Relation.SILENT


def test_a_party_stands_beside_its_own_past() -> None:
    """Nothing newer is held, it is unchanged, or what changed is named: only what was stated counts, not what it bounds."""
    past = (("a", EARLY), ("a", TODAY))
    asked = statement("a", "demand", "r5", said="2025-02-01")
    assert relation(asked, parties_at=past) is Relation.NOTHING_NEWER
    again = statement("a", "demand", "r5", said="2025-03-01")
    assert relation(asked, again, parties_at=past) is Relation.UNCHANGED
    softer = related(asked, statement("a", "demand", "r4", said="2025-03-01"), parties_at=past)
    assert (softer.relation, softer.changed) == (Relation.CHANGED, ("demand",))
    more = [statement("a", "red_line", "r1", said="2025-03-01"), statement("a", "offer", "r3", said="2025-03-01")]
    assert related(asked, *more, parties_at=past).changed == ("limit", "offer")


def test_a_relation_names_its_columns_and_the_statements_that_it_rests_on() -> None:
    """Of a party beside its past those of both days, each once; of two parties those of both."""
    past = (("a", EARLY), ("a", TODAY))
    asked, softer = statement("a", "demand", "r5", said="2025-02-01"), statement("a", "demand", "r4", said="2025-03-01")
    again = statement("a", "demand", "r5", said="2025-03-01")
    for said, ids in (([], ()), ([asked], ("s0",)), ([asked, softer], ("s0", "s1")), ([asked, again], ("s0", "s1"))):
        found = related(*said, parties_at=past)
        assert ((found.one.as_of, found.other.as_of), found.ids) == ((EARLY, TODAY), ids)
    found = related(asked, statement("b", "demand", "r0"))
    assert ((found.one.party.id, found.other.party.id), found.ids) == (("a", "b"), ("s0", "s1"))


def test_a_party_s_past_stands_beside_the_other_too() -> None:
    """Of three columns, two of one party, every pair is related."""
    said = [statement("a", "demand", "r0", said="2025-02-01"), statement("a", "demand", "r5"), statement("b", "demand", "r0", said="2025-02-01")]
    found = compared(quota(ladder(6), UP_DOWN, *said), ("a", EARLY), ("a", TODAY), ("b", TODAY))
    assert [one.relation for one in found.related] == [Relation.CHANGED, Relation.AGREE, Relation.DIFFER]


def test_two_columns_are_related_by_what_each_says_to_the_other() -> None:
    """What A asks of B alone it has not asked of C."""
    said = [statement("a", "demand", "r3", to=["b"]), statement("b", "demand", "r3", to=["a"]), statement("c", "demand", "r3")]
    found = compared(quota(ladder(6), {**UP_DOWN, "c": "down"}, *said), ("a", TODAY), ("b", TODAY), ("c", TODAY))
    assert [one.relation for one in found.related] == [Relation.AGREE, Relation.SILENT, Relation.SILENT]


def test_a_past_without_a_position_is_silent() -> None:
    """Silence then is not the same as no change."""
    assert relation(statement("a", "demand", "r5"), parties_at=(("a", EARLY), ("a", TODAY))) is Relation.SILENT


def test_two_dates_of_two_parties_are_compared_as_they_stood() -> None:
    """A today against B as it was in February."""
    said = [statement("a", "demand", "r5"), statement("b", "demand", "r0", said="2025-02-01"), statement("b", "demand", "r3", said="2025-03-20")]
    gaps = [related(*said, parties_at=(("a", TODAY), ("b", day))).gap for day in (EARLY, TODAY)]
    assert [lead.apart.low for gap in gaps if gap and (lead := table_gap(gap))] == [5, 2]


def test_every_pair_of_columns_is_related() -> None:
    """Three columns give three relations, in order; a gap between parties keeps the statements behind it."""
    data = quota(ladder(6), {**UP_DOWN, "c": "up"}, *(statement(party, "demand", rung) for party, rung in (("a", "r5"), ("b", "r0"), ("c", "r4"))))
    found = compared(data, ("a", TODAY), ("b", TODAY), ("c", TODAY))
    assert [(one.one.party.id, one.other.party.id) for one in found.related] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert [one.gap.ids for one in found.related if one.gap] == [("s0", "s1"), ("s0", "s2"), ("s1", "s2")]
    assert [one.party.id for one in found.positions] == ["a", "b", "c"]


def test_every_issue_is_compared() -> None:
    """In the order of the file."""
    issues = [{**issue(ladder(2), UP_DOWN), "id": name} for name in ("quota", "nets")]
    data = dataset(issues, [statement("a", "demand", "r1")])
    parties_at = [PartyAt(one, TODAY) for one in data.negotiation.parties]
    assert [one.issue.id for one in compare(data, parties_at, ALL_EVIDENCE)] == ["quota", "nets"]


def test_a_lone_party_stands_towards_the_one_it_is_chiefly_compared_with() -> None:
    """Beside its own past, A shows what it offers to B."""
    offer = statement("a", "offer", "r1", to=["b"])
    found = compared(quota(ladder(6), UP_DOWN, offer, headline=["a", "b"]), ("a", EARLY), ("a", TODAY))
    assert [one.offer.is_stated for one in found.positions] == [False, True]


def test_the_grid_holds_every_pair_once() -> None:
    """By the ids of the two, each towards the other."""
    data = quota(
        ladder(6), {**UP_DOWN, "c": "up"}, statement("a", "demand", "r5"), statement("b", "demand", "r0", to=["a"]), statement("c", "demand", "r4")
    )
    found = pair_statuses(data, data.negotiation.parties, data.negotiation.issues[0], TODAY, ALL_EVIDENCE)
    assert {pair: gap.status for pair, gap in found.items()} == {
        ("a", "b"): Status.UNKNOWN,
        ("a", "c"): Status.SAME_WAY,
        ("b", "c"): Status.NO_ASK,
    }
    to_b = quota(ladder(6), {**UP_DOWN, "c": "down"}, *(statement(one, "demand", "r3", to=to) for one, to in (("a", ["b"]), ("b", []), ("c", []))))
    found = pair_statuses(to_b, to_b.negotiation.parties, to_b.negotiation.issues[0], TODAY, ALL_EVIDENCE)
    assert [gap.status for gap in found.values()] == [Status.AGREED, Status.NO_ASK, Status.SAME_WAY]
