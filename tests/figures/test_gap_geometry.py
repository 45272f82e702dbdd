"""The geometry of a drawn gap: where marks, barriers, the measured distance and the zone stand, in the values of the scale."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from parley.analysis.outcomes import Span
from parley.figures.gap_geometry import GapDrawing, Row, gap_drawing
from parley.words import say
from tests.making import gap, ladder, percent, position, quota, statement

UP_DOWN = {"a": "up", "b": "down"}


def drawn(scale: Mapping[str, Any], directions: Mapping[str, str], *statements: Mapping[str, Any]) -> GapDrawing:
    """Return the drawing of the gap between a and b."""
    data = quota(scale, directions, *statements)
    found = gap(data)
    return gap_drawing(found, (found.a, found.b), data.statement)


def row_of(direction: str, scale: Mapping[str, Any], *statements: Mapping[str, Any]) -> Row:
    """Return the row of a party alone."""
    data = quota(scale, {"a": direction}, *statements)
    (row,) = gap_drawing(None, (position(data, "a"),), data.statement).rows
    return row


def span(low: object, high: object | None = None) -> Span:
    return Span(Fraction(str(low)), Fraction(str(low if high is None else high)))


def test_a_ladder_has_room_beside_its_rungs_and_a_quantity_beside_its_ends() -> None:
    """A ladder is drawn from 0.7 rungs below the lowest to 0.7 above the highest, a quantity a twenty-fifth beyond its ends."""
    on_ladder = drawn(ladder(6), UP_DOWN, statement("a", "demand", "r5"))
    assert (on_ladder.left, on_ladder.right) == (Fraction(-7, 10), Fraction(57, 10))
    in_percent = drawn(percent(), UP_DOWN, statement("a", "demand", 30))
    assert (in_percent.left, in_percent.right) == (Fraction(-2), Fraction(52))


def test_only_what_was_stated_is_drawn() -> None:
    """A party that said nothing has no row; a demand or offer that was not stated has no mark."""
    found = drawn(ladder(6), UP_DOWN, statement("a", "demand", "r5"))
    assert [(row.party_id, row.name, [mark.part for mark in row.marks]) for row in found.rows] == [("a", "A", ["demand"])]
    assert found.measure is None
    assert found.zone is None
    only_offer = row_of("up", ladder(6), statement("a", "offer", "r4"))
    assert [mark.part for mark in only_offer.marks] == ["offer"]


IF = {"type": "if", "says": "the herring return"}


def test_what_stands_under_a_condition_only_is_not_said_to_be_unstated() -> None:
    """The limit of one party, the demand of the other; where both kinds of silence are drawn alike, both are named."""
    limit = statement("b", "red_line", "r3", condition=IF)
    silent = [statement("a", "demand", "r5"), statement("b", "offer", "r1")]
    assert drawn(ladder(6), UP_DOWN, *silent).why_no_limit == "unstated"
    both = drawn(ladder(6), UP_DOWN, *silent, limit)
    assert [row.why_no_limit for row in both.rows] == ["unstated", "conditional"]
    assert both.why_no_limit == "either"
    (row,) = drawn(ladder(6), UP_DOWN, silent[1], limit, statement("b", "demand", "r0", condition=IF)).rows
    assert row.conditional == ("demand", "limit")
    firm = drawn(ladder(6), UP_DOWN, silent[1], limit, statement("b", "red_line", "r4"))
    assert (firm.why_no_limit, firm.rows[0].conditional) == (None, ())


def test_a_mark_stands_where_the_party_s_wish_meets_the_scale() -> None:
    """Exact it is one value, imprecise a span; whoever wants more is marked at the low end, whoever wants less at the high one."""
    row = row_of("up", ladder(6), statement("a", "demand", "r5"), statement("a", "offer", ("r2", "r3")))
    assert [(mark.part, mark.span, mark.words, mark.ids) for mark in row.marks] == [
        ("demand", span(5), "Rung 5", ("s0",)),
        ("offer", span(2, 3), "between Rung 2 and Rung 3", ("s1",)),
    ]
    assert row.mark("offer") == row.marks[1]
    down = row_of("down", percent(), statement("a", "demand", 0), statement("a", "offer", (10, 12)))
    assert [(mark.part, mark.span, mark.words) for mark in down.marks] == [("demand", span(0), "0 %"), ("offer", span(10, 12), "10 to 12 %")]
    assert row_of("down", ladder(6), statement("a", "demand", "r5")).mark("offer") is None


def test_an_acceptable_stretch_is_marked_at_the_end_that_matters_and_a_target_over_all_of_it() -> None:
    """Anything from 10 to 12 is fine: that is exactly 10 to who wants more and 12 to who wants less."""
    fine = {"from": "10", "to": "12", "reading": "acceptable"}
    assert row_of("up", percent(), statement("a", "demand", fine)).marks[0].span == span(10)
    assert row_of("down", percent(), statement("a", "demand", fine)).marks[0].span == span(12)
    assert row_of("target", percent(), statement("a", "demand", fine)).marks[0].span == span(10, 12)


def test_a_demand_without_a_place_has_no_mark() -> None:
    """It may lie anywhere, and a mark would say that it lies somewhere."""
    assert row_of("up", ladder(6), statement("a", "demand", {"unknown": "No level was named."})).marks == ()


def test_an_offer_only_hinted_at_is_told_apart() -> None:
    """A hint is a hint: its mark says so."""
    data = [statement("a", "demand", "r5"), statement("a", "offer", "r3", conveyance="hint")]
    assert [(one.part, one.is_hint) for one in row_of("up", ladder(6), *data).marks] == [("demand", False), ("offer", True)]


def test_what_is_only_hinted_or_implied_is_soft() -> None:
    """Demand, offer and limit alike: by how it came across, or because its speaker may not commit the party."""
    said = ("demand", "r5"), ("offer", "r3"), ("red_line", "r2")
    for more, soft in (({"conveyance": "implied"}, True), ({"speaker": "leak"}, True), ({}, False)):
        row = row_of("up", ladder(6), *(statement("a", kind, at, **more) for kind, at in said))
        assert [one.is_soft for one in (*row.marks, *row.barriers)] == [soft] * 3


@pytest.mark.parametrize(
    ("direction", "rung", "at", "refused"),
    [("up", "r3", Fraction(3), "lower"), ("down", "r3", Fraction(3), "higher")],
)
def test_a_stated_limit_is_a_barrier_at_its_rung(direction: str, rung: str, at: Fraction, refused: str) -> None:
    """A limit is closed: the rung itself is not refused, and the teeth point to what is."""
    (barrier,) = row_of(direction, ladder(6), statement("a", "red_line", rung)).barriers
    assert (barrier.at, barrier.fades_at, barrier.refused, barrier.is_stated) == (at, at, refused, True)
    assert (barrier.span, say(barrier.place), barrier.ids) == (span(3), "at least Rung 3" if direction == "up" else "at most Rung 3", ("s0",))


def test_a_limit_on_a_quantity_is_a_barrier_at_its_value() -> None:
    """Of a strict limit the next value of the resolution is the last accepted."""
    (barrier,) = row_of("up", percent(), statement("a", "red_line", 17)).barriers
    assert (barrier.at, barrier.refused, say(barrier.place)) == (Fraction(17), "lower", "at least 17 %")
    (strict,) = row_of("down", percent(), statement("a", "red_line", {"at": "20", "strict": True})).barriers
    assert (strict.at, strict.refused, say(strict.place)) == (Fraction("19.9"), "higher", "at most 19.9 %")


def test_an_imprecise_limit_fades_from_what_is_surely_refused() -> None:
    """The barrier stands where refusal is sure and fades to where it may begin."""
    (low,) = row_of("up", ladder(6), statement("a", "red_line", ("r2", "r4"))).barriers
    assert (low.at, low.fades_at, low.span) == (Fraction(2), Fraction(4), span(2, 4))
    (high,) = row_of("down", percent(), statement("a", "red_line", (10, 12))).barriers
    assert (high.at, high.fades_at, high.span) == (Fraction(12), Fraction(10), span(10, 12))


def test_a_limit_that_was_not_stated_spans_what_the_offer_leaves() -> None:
    """An offer bounds it, and nothing says where in there it lies."""
    (up,) = row_of("up", ladder(6), statement("a", "offer", "r4")).barriers
    assert (up.span, up.is_stated, say(up.place), up.refused) == (span(0, 4), False, "not stated", "lower")
    (down,) = row_of("down", percent(), statement("a", "demand", 10)).barriers
    assert (down.span, down.is_stated, down.refused) == (span(10, 50), False, "higher")


def test_a_target_has_a_limit_on_either_side() -> None:
    """Too little and too much are both refused."""
    fine = {"from": "r2", "to": "r3", "reading": "acceptable"}
    row = row_of("target", ladder(6), statement("a", "red_line", fine))
    assert [(one.at, one.refused, one.span) for one in row.barriers] == [(Fraction(2), "lower", span(2)), (Fraction(3), "higher", span(3))]
    unstated = row_of("target", ladder(6), statement("a", "demand", "r2"))
    assert [(one.refused, one.span, one.is_stated) for one in unstated.barriers] == [("lower", span(0, 2), False), ("higher", span(2, 5), False)]


def test_a_row_names_its_newest_date_and_says_if_it_is_stale() -> None:
    """The date stands with the party's name."""
    fresh = row_of("up", ladder(6), statement("a", "demand", "r5", said="2025-03-01"), statement("a", "offer", "r4", said="2025-03-05"))
    assert (fresh.dated, fresh.is_stale) == ("5 Mar 2025", False)
    stale = row_of("up", ladder(6), statement("a", "demand", "r5", said="2024-03-01"))
    assert (stale.dated, stale.is_stale) == ("1 Mar 2024 (stale)", True)


def test_the_measure_goes_from_the_offer_to_the_demand() -> None:
    """With every end known the distance is sure from end to end."""
    found = drawn(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r1"))
    assert found.measure is not None
    assert (found.measure.sure, found.measure.reach) == (span(1, 5), span(1, 5))
    assert found.measure.label == "A \u2013 B: 4 steps apart"


def test_the_measure_tells_what_is_sure_from_what_is_possible() -> None:
    """TV3: asked 25 to 30, offered 10 to 12: 13 points for sure, 20 at most."""
    found = drawn(percent(), UP_DOWN, statement("a", "demand", (25, 30)), statement("b", "demand", 0), statement("b", "offer", (10, 12)))
    assert found.measure is not None
    assert (found.measure.sure, found.measure.reach) == (span(12, 25), span(10, 30))
    assert found.measure.label == "A \u2013 B: 13 to 20 points apart"


def test_a_distance_that_may_be_none_has_no_sure_part() -> None:
    """Where the ends overlap, only the reach is drawn."""
    found = drawn(ladder(6), UP_DOWN, statement("a", "demand", ("r2", "r5")), statement("b", "offer", "r3"))
    assert found.measure is not None
    assert (found.measure.sure, found.measure.reach) == (None, span(3, 5))
    assert found.measure.label == "A \u2013 B: 0 to 2 steps apart"


def test_the_measure_also_runs_downwards() -> None:
    """Where only the party that wants less has asked, its demand is measured against the other's offer."""
    found = drawn(ladder(6), UP_DOWN, statement("a", "offer", "r4"), statement("b", "demand", ("r0", "r1")))
    assert found.measure is not None
    assert (found.measure.sure, found.measure.reach) == (span(1, 4), span(0, 4))
    assert found.measure.label == "B \u2013 A: 3 to 4 steps apart"


def test_a_target_is_measured_on_the_side_where_it_may_be_furthest() -> None:
    """Somewhere from 2 to 8 against 6 is at most 4 away, and that is below."""
    found = drawn(percent("10", "1"), {"a": "target", "b": "target"}, statement("a", "demand", (2, 8)), statement("b", "offer", 6))
    assert found.measure is not None
    assert (found.measure.sure, found.measure.reach) == (None, span(2, 6))
    assert found.measure.label == "A \u2013 B: 0 to 4 points apart"


def test_no_distance_is_drawn_on_the_demand_alone() -> None:
    """What is asked for is on the table already."""
    found = drawn(ladder(6), UP_DOWN, statement("a", "demand", "r2"), statement("b", "offer", "r3"))
    assert found.measure is not None
    assert (found.measure.sure, found.measure.reach) == (None, span(2))
    assert found.measure.label == "A \u2013 B: no distance"


def test_a_zone_is_certain_between_stated_limits() -> None:
    """TV1: from 17 to 20 both accept."""
    found = drawn(percent(), UP_DOWN, statement("a", "red_line", 17), statement("b", "red_line", 20))
    assert found.zone is not None
    assert (found.zone.certain, found.zone.possible, found.zone.label) == (span(17, 20), span(17, 20), "certain zone")


def test_a_zone_is_possible_where_limits_are_not_exact() -> None:
    """Both are stated, and whether they leave anything is not known."""
    found = drawn(percent(), UP_DOWN, statement("a", "red_line", (15, 22)), statement("b", "red_line", (16, 20)))
    assert found.zone is not None
    assert (found.zone.certain, found.zone.possible, found.zone.label) == (None, span(15, 20), "possible zone")


def test_no_zone_is_drawn_where_one_limit_is_not_stated() -> None:
    """TV7: what one limit alone leaves would look like a place to land."""
    assert drawn(ladder(6), UP_DOWN, statement("a", "red_line", "r3"), statement("b", "offer", "r1")).zone is None


def test_a_zone_may_be_certain_in_part() -> None:
    """What surely lies inside both limits is solid, what may lie inside is hatched."""
    found = drawn(percent(), UP_DOWN, statement("a", "red_line", (15, 17)), statement("b", "red_line", (18, 20)))
    assert found.zone is not None
    assert (found.zone.certain, found.zone.possible) == (span(17, 18), span(15, 20))
    assert found.zone.label == "zone: solid certain, hatched possible"


def test_a_zone_may_be_certain_without_a_certain_place() -> None:
    """A single value somewhere from 3 to 6, all of it fine with the other: there is a zone, and nobody knows where."""
    somewhere = {"from": "3", "to": "6", "reading": "imprecise"}
    found = drawn(percent("10", "1"), {"a": "target", "b": "up"}, statement("a", "red_line", somewhere), statement("b", "red_line", 1))
    assert found.zone is not None
    assert (found.zone.certain, found.zone.possible, found.zone.label) == (None, span(3, 6), "a zone, somewhere in here")


def test_limits_that_exclude_each_other_leave_no_zone() -> None:
    """TV5: nothing is both at least 22 and at most 20."""
    assert drawn(percent(), UP_DOWN, statement("a", "red_line", 22), statement("b", "red_line", 20)).zone is None


def test_without_a_gap_positions_are_drawn_alone() -> None:
    """A third party is drawn beside the pair, and a party alone without distance or zone."""
    data = quota(
        ladder(6), {"a": "up", "b": "down", "c": "up"}, statement("a", "demand", "r5"), statement("b", "offer", "r1"), statement("c", "demand", "r4")
    )
    positions = [position(data, party) for party in ("a", "b", "c")]
    beside = gap_drawing(gap(data), positions, data.statement)
    assert [row.party_id for row in beside.rows] == ["a", "b", "c"]
    alone = gap_drawing(None, positions[2:], data.statement)
    assert (alone.measure, alone.zone) == (None, None)
