"""The gaps, the zone, the status and the pivots between positions, worked by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.gaps import Gap, Pivot, Status, group_gap, possible_statuses, prices, status_of
from parley.analysis.outcomes import Distance
from tests.making import gap, ladder, percent, position, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
NO_PLACE = {"unknown": "No figure named."}
IF = {"type": "if", "says": "the herring return"}


def stated(party: str, **at: Any) -> list[dict[str, Any]]:
    return [statement(party, kind, value) for kind, value in at.items()]


def between(a: dict[str, Any], b: dict[str, Any], directions: dict[str, str] | None = None, scale: Any = None) -> Gap:
    """The gap between what A and B have stated, kind by kind."""
    return gap(quota(scale or percent(), directions or UP_DOWN, *stated("a", **a), *stated("b", **b)))


def bounds(apart: Distance) -> tuple[Fraction, Fraction]:
    return apart.low, apart.high


def exact(value: int) -> Distance:
    return Distance(Fraction(value), Fraction(value))


def thresholds(found: Gap) -> list[tuple[str, str, bool, Fraction | None, Fraction | None]]:
    return [(one.party, one.gap, one.is_low_end, one.needed, one.enough) for one in found.pivots]


# Status


def test_demands_that_overlap_are_agreed() -> None:
    """Where one asks for 20 or more and the other for 25 or less, they agree, and all gaps are 0."""
    found = between({"demand": 20}, {"demand": 25})
    assert found.status is Status.AGREED
    assert bounds(found.headline) == (0, 0)


def test_offers_that_overlap_while_demands_do_not() -> None:
    """Demands of 27 and 0 with offers of 12 and 15: the offers meet."""
    found = between({"demand": 27, "offer": 12}, {"demand": 0, "offer": 15})
    assert found.status is Status.OFFERS_MEET
    assert (bounds(found.headline), bounds(found.bid)) == ((27, 27), (0, 0))


def test_limits_that_overlap_while_offers_do_not() -> None:
    """Offers of 20 and 10 with limits of 14 and 15: bridgeable, and the zone is 1 wide."""
    found = between({"offer": 20, "red_line": 14}, {"offer": 10, "red_line": 15})
    assert (found.status, found.zone, bounds(found.bid)) == (Status.BRIDGEABLE, (1, 1), (10, 10))


def test_limits_that_exclude_each_other_block() -> None:
    """Limits of 22 and 20 block by 2, whatever was offered."""
    found = between({"red_line": 22}, {"red_line": 20})
    assert (found.status, bounds(found.limit), found.zone) == (Status.BLOCKED, (2, 2), (-2, -2))


def test_offers_may_rule_out_a_block_with_no_limit_stated() -> None:
    """Where the offers overlap a zone exists, although neither has stated a limit."""
    found = between({"offer": 12}, {"offer": 15})
    assert (bounds(found.limit), found.zone[0]) == ((0, 0), 3)
    assert Status.BLOCKED not in found.possible


def test_a_silent_party_is_no_evidence_and_not_unknown() -> None:
    """With nothing held of B there is no status, no pivot and no lead, only the name of who is silent."""
    found = gap(quota(percent(), UP_DOWN, *stated("a", demand=27)))
    assert (found.status, found.possible, found.pivots) == (Status.NO_EVIDENCE, frozenset(), ())
    assert [one.party.id for one in found.silent] == ["b"]


def test_two_silent_parties_are_no_evidence() -> None:
    """With nothing held at all, both are silent."""
    found = gap(quota(percent(), UP_DOWN))
    assert (found.status, found.ids, len(found.silent)) == (Status.NO_EVIDENCE, (), 2)


def test_a_demand_without_a_place_is_unknown_and_not_no_evidence() -> None:
    """B asks for something it does not name: everything is still possible."""
    found = between({"demand": 27}, {"demand": NO_PLACE})
    assert found.status is Status.UNKNOWN
    assert found.possible == {Status.AGREED, Status.OFFERS_MEET, Status.BRIDGEABLE, Status.BLOCKED}
    assert bounds(found.headline) == (0, 27)


def test_the_statuses_still_possible_follow_from_the_bounds() -> None:
    """The conditions of the four statuses (method, section 4), each at its own edge."""
    some, half = Distance(Fraction(0), Fraction(5)), Distance(Fraction(0), Fraction(1, 2))
    assert possible_statuses(exact(0), exact(0), exact(0)) == {Status.AGREED}
    assert possible_statuses(some, exact(0), exact(0)) == {Status.AGREED, Status.OFFERS_MEET}
    assert possible_statuses(exact(9), some, exact(0)) == {Status.OFFERS_MEET, Status.BRIDGEABLE}
    assert possible_statuses(exact(9), exact(5), some) == {Status.BRIDGEABLE, Status.BLOCKED}
    assert possible_statuses(exact(9), exact(5), exact(2)) == {Status.BLOCKED}
    assert possible_statuses(half, exact(0), exact(0)) == {Status.AGREED, Status.OFFERS_MEET}
    assert possible_statuses(exact(9), half, half) == {Status.OFFERS_MEET, Status.BRIDGEABLE, Status.BLOCKED}


def test_one_possible_status_is_the_word() -> None:
    """One is shown by its name, several as unknown."""
    assert status_of(frozenset({Status.BLOCKED}), ()) is Status.BLOCKED
    assert status_of(frozenset({Status.BLOCKED, Status.BRIDGEABLE}), ()) is Status.UNKNOWN


REASON = {"not_placeable": "A reason."}


@pytest.mark.parametrize(
    ("of_b", "cut", "status"),
    [
        ([], ALL_EVIDENCE, Status.NO_EVIDENCE),
        ([statement("b", "rationale", REASON)], ALL_EVIDENCE, Status.NO_ASK),
        ([statement("b", "threat", 5)], ALL_EVIDENCE, Status.NO_ASK),
        ([statement("b", "demand", 5, withdrawn="2025-03-10")], ALL_EVIDENCE, Status.NO_ASK),
        ([statement("b", "demand", 5, condition={"type": "if", "says": "it rains"})], ALL_EVIDENCE, Status.NO_ASK),
        # What the cut leaves out, was said later, or is read into it by others is no word of the party that is shown.
        ([statement("b", "demand", 5, attribution="reporter")], ON_RECORD, Status.NO_EVIDENCE),
        ([statement("b", "rationale", REASON, attribution="reporter")], ON_RECORD, Status.NO_EVIDENCE),
        ([statement("b", "demand", 5, said="2025-04-30")], ALL_EVIDENCE, Status.NO_EVIDENCE),
        ([statement("b", "rationale", REASON, attribution="third_party_analysis")], ALL_EVIDENCE, Status.NO_EVIDENCE),
    ],
)
def test_who_spoke_and_asked_nothing_is_another_thing_than_silence(of_b: list[dict[str, Any]], cut: EvidenceCut, status: Status) -> None:
    """No ask was stated by whoever spoke and stated nothing that counts; there is no evidence of whoever said nothing that is shown."""
    found = gap(quota(percent(), UP_DOWN, statement("a", "demand", 20), *of_b), cut=cut)
    assert (found.status, found.possible) == (status, frozenset())


@pytest.mark.parametrize(
    ("direction", "a", "b", "party", "by"),
    [
        ("up", 30, 20, "a", (10, 10)), ("up", 20, 30, "b", (10, 10)), ("down", 30, 20, "b", (10, 10)), ("up", (20, 30), 10, "a", (10, 20)),
        ("down", (20, 30), 25, None, (0, 5)), ("up", 20, 20, None, (0, 0)),
    ],
)  # fmt: skip
def test_two_that_want_the_same_way_have_no_status(direction: str, a: Any, b: Any, party: str | None, by: tuple[int, int]) -> None:
    """Told is who asks for more, and by how much; nobody where neither surely does."""
    found = gap(quota(percent(), {"a": direction, "b": direction}, statement("a", "demand", a), statement("b", "demand", b)))
    assert (found.status, found.possible, found.pivots) == (Status.SAME_WAY, frozenset(), ())
    further = found.further
    assert further is not None
    assert (further.party and further.party.id, further.by, further.ids) == (party, Distance(*map(Fraction, by)), ("s0", "s1"))


def test_nobody_asks_for_more_where_one_asks_for_nothing() -> None:
    """Nor between two that want opposite things, or a target each."""
    same = quota(percent(), {"a": "up", "b": "up"}, statement("a", "demand", 20), statement("b", "offer", 20))
    assert (gap(same).status, gap(same).further) == (Status.SAME_WAY, None)
    for ways in (UP_DOWN, {"a": "target", "b": "target"}):
        found = gap(quota(percent(), ways, statement("a", "demand", 20), statement("b", "demand", 10)))
        assert (found.status is Status.SAME_WAY, found.further) == (False, None)


def test_status_depends_on_the_evidence_cut() -> None:
    """A block that rests on an anonymous limit is unknown on the record."""
    data = quota(
        percent(), UP_DOWN, *stated("a", demand=27, red_line=22), statement("b", "demand", 0), statement("b", "red_line", 20, attribution="reporter")
    )
    assert gap(data).status is Status.BLOCKED
    assert gap(data, cut=ON_RECORD).status is Status.UNKNOWN


def test_two_targets_apart() -> None:
    """Targets of 10 and 20 with limits 8 to 14 and 15 to 25 are 10 apart in what they ask and block by 1."""
    first, second = {"from": "8", "to": "14", "reading": "acceptable"}, {"from": "15", "to": "25", "reading": "acceptable"}
    found = between({"demand": 10, "red_line": first}, {"demand": 20, "red_line": second}, {"a": "target", "b": "target"})
    assert (bounds(found.headline), bounds(found.limit), found.status) == ((10, 10), (1, 1), Status.BLOCKED)


def test_a_target_that_takes_one_value_leaves_a_zone_of_no_width() -> None:
    """A takes one value from 10 to 20, not known which, B anything up to 30: they meet in that value."""
    found = between({"demand": (10, 20), "red_line": (10, 20)}, {"demand": 0, "red_line": 30}, {"a": "target", "b": "down"})
    assert (found.zone, found.status) == ((0, 0), Status.BRIDGEABLE)


def test_what_each_says_to_the_other_alone_counts() -> None:
    """And what it says to a third does not."""
    said = [statement("a", "demand", 30, to=["b"]), statement("b", "demand", 5, to=["a"]), statement("b", "offer", 20, to=["c"])]
    found = gap(quota(percent(), {**UP_DOWN, "c": "up"}, *said))
    assert (bounds(found.headline), bounds(found.bid)) == ((25, 25), (25, 25))


# Table gaps


def test_what_each_asks_for_against_the_best_of_the_other() -> None:
    """A asks for 27 where B offers 10, B for 0 where A offers 24."""
    found = between({"demand": 27, "offer": 24}, {"demand": 0, "offer": 10})
    assert (bounds(found.table_a), bounds(found.table_b)) == ((17, 17), (24, 24))


def test_without_offers_both_table_gaps_are_the_headline_gap() -> None:
    """Where nobody offers anything, what is on the table is the demand."""
    found = between({"demand": 27}, {"demand": 0})
    assert bounds(found.headline) == bounds(found.table_a) == bounds(found.table_b) == bounds(found.bid) == (27, 27)


# Conditions


def test_conditional_offers_give_a_second_gap() -> None:
    """Without the conditional offer B's best is 0, with it 10; both gaps are there."""
    found = gap(quota(percent(), UP_DOWN, *stated("a", demand=27), statement("b", "demand", 0), statement("b", "offer", 10, condition=IF)))
    assert found.with_conditions is not None
    assert (bounds(found.table_a), bounds(found.with_conditions.table_a)) == ((27, 27), (17, 17))
    assert bounds(found.table_b) == bounds(found.with_conditions.table_b) == (27, 27)


def test_without_conditional_offers_there_is_no_second_gap() -> None:
    """Where nothing was offered under a condition, there is no gap at a price."""
    found = between({"demand": 27}, {"demand": 0})
    assert (found.with_conditions, prices(found)) == (None, ())


def test_each_conditional_offer_has_its_own_price() -> None:
    """Of two offers under different conditions, each is counted without the other, with the statements behind its gap."""
    first = statement("b", "offer", 10, condition=IF, id="first")
    second = statement("b", "offer", 18, condition={"type": "only_if", "says": "Northland pays"}, id="second")
    found = gap(quota(percent(), UP_DOWN, *stated("a", demand=27), statement("b", "demand", 0), first, second))
    assert [(one.statement.id, bounds(one.without), bounds(one.with_it)) for one in prices(found)] == [
        ("first", (27, 27), (17, 17)),
        ("second", (27, 27), (9, 9)),
    ]
    assert [one.ids for one in prices(found)] == [("first", "s0", "s1"), ("s0", "s1", "second")]


def test_a_demand_under_a_condition_is_priced_by_the_offer_and_a_limit_by_the_limit() -> None:
    """A would ask for 20 where B offers 10; B would go as far as 15 where A stops at 12, and nothing but a zone would then be possible."""
    demand = statement("a", "demand", 20, condition=IF, id="demand")
    limit = statement("b", "red_line", 15, condition=IF, id="limit")
    found = gap(quota(percent(), UP_DOWN, *stated("a", demand=27, red_line=12), *stated("b", demand=0, offer=10), demand, limit))
    asked, stopped = prices(found)
    assert (asked.statement.id, asked.by.party.id, asked.other.party.id) == ("demand", "a", "b")
    assert (bounds(asked.without), bounds(asked.with_it), asked.possible[0] == asked.possible[1]) == ((17, 17), (10, 10), True)
    assert asked.ids == ("demand", "s0", "s3")
    assert (stopped.statement.id, stopped.by.party.id, stopped.other.party.id) == ("limit", "b", "a")
    assert (bounds(stopped.without), bounds(stopped.with_it)) == ((0, 2), (0, 0))
    assert stopped.possible == ({Status.BRIDGEABLE, Status.BLOCKED}, {Status.BRIDGEABLE})
    assert stopped.ids == ("limit", "s0", "s1", "s2", "s3")  # the status too is another, so it rests on all of both


@pytest.mark.parametrize("kind", ["demand", "offer", "red_line"])
def test_without_its_condition_there_may_be_nothing_to_measure(kind: str) -> None:
    """All that A says stands under a condition: without it A is silent, and nothing lies between the two."""
    (found,) = prices(gap(quota(percent(), UP_DOWN, statement("a", kind, 20, condition=IF), *stated("b", demand=0, offer=10))))
    assert (found.without, found.with_it is None, found.possible[0]) == (None, False, frozenset())


def test_a_conditional_offer_meets_no_demand_that_was_not_stated() -> None:
    """B has stated a limit and no demand, so what A would offer is measured against nothing."""
    (found,) = prices(gap(quota(percent(), UP_DOWN, *stated("a", demand=27), statement("a", "offer", 20, condition=IF), *stated("b", red_line=15))))
    assert (found.without, found.with_it) == (None, None)


# Pivots


def test_a_pivot_where_one_limit_is_unknown() -> None:
    """A offers 20 and B's limit is 15: a zone needs A to accept 15 or lower, and that is enough."""
    found = between({"offer": 20}, {"demand": 0, "offer": 10, "red_line": 15})
    assert found.pivots == (
        Pivot("a", "limit", "limit", Status.BRIDGEABLE, Status.BLOCKED, True, Fraction(15), Fraction(15), False, ("s0", "s3")),
    )  # fmt: skip


def test_a_pivot_may_be_the_end_of_the_one_that_wants_less() -> None:
    """B offers 10 and A's limit is 15: a zone needs B to accept 15 or higher, and that is enough."""
    found = between({"demand": 27, "offer": 20, "red_line": 15}, {"offer": 10})
    assert found.pivots == (
        Pivot("b", "limit", "limit", Status.BRIDGEABLE, Status.BLOCKED, False, Fraction(15), Fraction(15), False, ("s2", "s3")),
    )  # fmt: skip


def test_pivots_where_both_limits_are_unknown() -> None:
    """Offers of 20 and 12 without limits: a zone is sure once A accepts 12 or lower, or B accepts 20 or higher; neither is needed."""
    found = between({"demand": 27, "offer": 20}, {"demand": 0, "offer": 12})
    assert (bounds(found.limit), found.possible) == ((0, 8), {Status.BRIDGEABLE, Status.BLOCKED})
    assert thresholds(found) == [("a", "limit", True, None, 12), ("b", "limit", False, None, 20)]


def test_pivots_where_both_limits_are_imprecise() -> None:
    """Limits of 14 to 22 and 16 to 20: A must come to 20 and does enough at 16, B must come to 14 and cannot do enough alone."""
    found = between({"demand": 27, "red_line": (14, 22)}, {"demand": 0, "red_line": (16, 20)})
    assert thresholds(found) == [("a", "limit", True, 20, 16), ("b", "limit", False, None, None)]


def test_pivots_where_the_offers_are_imprecise() -> None:
    """Offers of 10 to 14 and 12 inside a sure zone: the offers meet if A's is at 12 or lower."""
    found = between({"demand": 27, "offer": (10, 14), "red_line": 5}, {"demand": 0, "offer": 12, "red_line": 20})
    assert found.possible == {Status.OFFERS_MEET, Status.BRIDGEABLE}
    assert thresholds(found) == [("a", "bid", True, 12, 12)]
    assert [(one.part, one.better, one.worse) for one in found.pivots] == [("offer", Status.OFFERS_MEET, Status.BRIDGEABLE)]


def test_pivots_where_the_demands_are_imprecise() -> None:
    """A demand of 10 to 14 against one of 12, the offers meeting: the demands meet if A's is at 12 or lower."""
    found = between({"demand": (10, 14), "offer": 5}, {"demand": 12})
    assert thresholds(found) == [("a", "headline", True, 12, 12)]
    assert [(one.part, one.better, one.worse) for one in found.pivots] == [("demand", Status.AGREED, Status.OFFERS_MEET)]
    assert found.possible == {Status.AGREED, Status.OFFERS_MEET}


def test_what_an_end_cannot_miss_is_not_needed() -> None:
    """Limits of 16 to 22 both: wherever A's is, it is at 22 or lower, and wherever B's is, at 16 or higher; the far end of each would be enough."""
    found = between({"demand": 27, "red_line": (16, 22)}, {"demand": 0, "red_line": (16, 22)})
    assert thresholds(found) == [("a", "limit", True, None, 16), ("b", "limit", False, None, 22)]


def test_the_last_value_that_an_end_may_have_can_be_enough() -> None:
    """Limits of 20 and of 14 to 20 leave a zone if B's is at 20, the one value that is needed and enough; so with A's where B's is exact."""
    assert thresholds(between({"demand": 27, "red_line": 20}, {"demand": 0, "red_line": (14, 20)})) == [("b", "limit", False, 20, 20)]
    assert thresholds(between({"demand": 27, "red_line": (14, 20)}, {"demand": 0, "red_line": 14})) == [("a", "limit", True, 14, 14)]


def test_no_pivots_where_the_status_is_certain() -> None:
    """Uncertain ends that cannot change the status are no pivots, however little lies between the two."""
    assert between({"demand": 27, "red_line": (20.5, 22)}, {"demand": 0, "red_line": 20}).pivots == ()
    found = between({"demand": (25, 30), "offer": 14}, {"demand": 0, "offer": (10, 12), "red_line": 15})
    assert (found.status, found.pivots) == (Status.BRIDGEABLE, ())


def test_a_pivot_on_a_ladder_is_a_rung() -> None:
    """On a ladder the threshold is a rung: B must accept rung 3 or higher."""
    found = between({"demand": "r5", "offer": "r4", "red_line": "r3"}, {"demand": "r0", "offer": "r1"}, scale=ladder(6))
    assert thresholds(found) == [("b", "limit", False, 3, 3)]


def test_a_pivot_at_the_end_of_a_scale() -> None:
    """Where B refuses all but the bottom rung, A would have to accept exactly that."""
    found = between({"demand": "r5"}, {"red_line": {"at": "r1", "strict": True}}, scale=ladder(6))
    assert thresholds(found)[0] == ("a", "limit", True, 0, 0)


def test_to_take_anything_at_all_is_no_threshold() -> None:
    """Where B names nothing, only A's taking anything whatever would be enough: that is no question worth asking."""
    found = between({"demand": 27}, {"demand": NO_PLACE})
    assert ("a", "limit", True, None, None) in thresholds(found)
    assert ("b", "limit", False, None, None) in thresholds(between({"demand": NO_PLACE}, {"demand": 0}))


def test_no_single_end_is_enough_where_a_value_may_lie_on_either_side() -> None:
    """Targets somewhere from 10 to 20 and from 12 to 18 may miss each other on either side: no one end settles that they meet."""
    found = between({"demand": (10, 20), "red_line": (10, 20)}, {"demand": (12, 18), "red_line": (12, 18)}, {"a": "target", "b": "target"})
    assert {(one.party, one.is_low_end, one.needed, one.enough) for one in found.pivots if one.gap == "limit"} == {
        ("a", True, 18, None), ("a", False, 12, None), ("b", True, None, None), ("b", False, None, None),
    }  # fmt: skip


def test_incoherent_statements_may_leave_the_status_open() -> None:
    """A offers 15 and has a limit of 17; B's is 16. Whether a zone exists depends on which of A's two statements holds."""
    found = between({"demand": 27, "offer": 15, "red_line": 17}, {"demand": 0, "red_line": 16})
    assert (bounds(found.limit), found.status) == ((0, 1), Status.UNKNOWN)
    assert thresholds(found)[0] == ("a", "limit", True, 16, 16)


# Groups


def group(*statements: dict[str, Any], directions: dict[str, str]) -> Any:
    data = quota(percent(), directions, *statements)
    return group_gap([position(data, party) for party in directions])


def test_of_three_a_pair_blocks() -> None:
    """Limits up from 10, down from 20, and between 25 and 30: the last two exclude each other by 5, and so block all three."""
    stretch = {"from": "25", "to": "30", "reading": "acceptable"}
    found = group(
        *stated("a", demand=27, red_line=10), *stated("b", demand=0, red_line=20), *stated("c", red_line=stretch),
        directions={"a": "up", "b": "down", "c": "target"},
    )  # fmt: skip
    assert (bounds(found.limit), found.zone, found.status) == ((5, 5), (-5, -5), Status.BLOCKED)


def test_two_are_a_group() -> None:
    """Its gaps are those of the pair."""
    found = group(*stated("a", demand=27, red_line=10), *stated("b", demand=0, red_line=20), directions=UP_DOWN)
    assert (bounds(found.headline), bounds(found.limit), found.zone) == ((27, 27), (0, 0), (10, 10))


def test_three_that_overlap_in_pairs_share_an_outcome() -> None:
    """On one issue three limits of which any two overlap have an outcome in common: up from 10, down from 20, 12 to 18."""
    stretch = {"from": "12", "to": "18", "reading": "acceptable"}
    found = group(
        *stated("a", demand=27, red_line=10), *stated("b", demand=0, red_line=20), *stated("c", red_line=stretch),
        directions={"a": "up", "b": "down", "c": "target"},
    )  # fmt: skip
    assert (bounds(found.limit), found.zone) == ((0, 0), (6, 6))
    assert found.status is Status.BRIDGEABLE


def test_a_group_gap_rests_on_the_statements_of_all() -> None:
    """The ids behind a group gap are those behind every position in it."""
    found = group(*stated("a", demand=27), *stated("b", demand=0), *stated("c", demand=5), directions={"a": "up", "b": "down", "c": "down"})
    assert found.ids == ("s0", "s1", "s2")


def test_the_gaps_of_a_group_are_the_largest_pairwise_ones() -> None:
    """Demands of 27, 0 and 5 are at most 27 apart, offers of 24, 10 and 5 at most 19."""
    found = group(
        *stated("a", demand=27, offer=24), *stated("b", demand=0, offer=10), *stated("c", demand=5), directions={"a": "up", "b": "down", "c": "down"}
    )
    assert (bounds(found.headline), bounds(found.bid)) == ((27, 27), (19, 19))


def test_a_group_with_a_silent_party_is_no_evidence() -> None:
    """One party without any statement leaves the group without a status."""
    found = group(*stated("a", demand=27), *stated("b", demand=0), directions={"a": "up", "b": "down", "c": "down"})
    assert found.status is Status.NO_EVIDENCE


def test_a_group_of_one_is_refused() -> None:
    """A gap needs two."""
    with pytest.raises(ValueError, match="^A group gap needs at least two positions\\.$"):
        group(*stated("a", demand=27), directions={"a": "up"})
