"""The test vectors of the method: figures worked by hand that the analysis must reproduce to the last digit."""

from __future__ import annotations

from fractions import Fraction

from parley.analysis.gaps import Gap, Status
from parley.analysis.outcomes import Distance
from tests.making import gap, ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
MONEY = {"quantity": {"unit": "bn $ a year", "bottom": "0", "top": "60", "resolution": "1"}}


def stated(party: str, **at: object) -> list[dict[str, object]]:
    return [statement(party, kind, value) for kind, value in at.items()]


def bounds(distance: Distance) -> tuple[Fraction, Fraction]:
    return distance.low, distance.high


def words(found: Gap) -> set[str]:
    return {status.value for status in found.possible}


def test_tv1_full_information_in_per_cent() -> None:
    """With every end stated the four gaps, the zone and the status are single figures, and the room adds up."""
    found = gap(quota(percent(), UP_DOWN, *stated("a", red_line=17, offer=24, demand=27), *stated("b", demand=0, offer=10, red_line=20)))
    assert [bounds(one) for one in (found.headline, found.table_a, found.table_b, found.bid, found.limit)] == [
        (27, 27),
        (17, 17),
        (24, 24),
        (14, 14),
        (0, 0),
    ]
    assert found.zone == (3, 3)
    assert found.status is Status.BRIDGEABLE
    room_a, room_b = 24 - 17, 20 - 10
    assert room_a + room_b == found.bid.low + found.zone[0] == 17


def test_tv2_full_information_in_money() -> None:
    """The same holds in another unit."""
    found = gap(quota(MONEY, UP_DOWN, *stated("a", red_line=34, offer=50, demand=54), *stated("b", demand=0, offer=25, red_line=40)))
    assert [bounds(one) for one in (found.headline, found.table_a, found.table_b, found.bid)] == [(54, 54), (29, 29), (50, 50), (25, 25)]
    assert found.zone == (6, 6)


def test_tv3_imprecise_ends_and_an_unstated_limit() -> None:
    """Imprecise ends give ranges, an offer bounds the unstated limit, and the pivot is that limit."""
    found = gap(quota(percent(), UP_DOWN, *stated("a", demand=(25, 30), offer=20), *stated("b", demand=0, offer=(10, 12), red_line=15)))
    assert [bounds(one) for one in (found.headline, found.table_a, found.table_b, found.bid, found.limit)] == [
        (25, 30),
        (13, 20),
        (20, 20),
        (8, 10),
        (0, 5),
    ]
    assert bounds(Distance(found.a.limit.outcomes.lo.low, found.a.limit.outcomes.lo.high)) == (0, 20)
    assert found.zone == (-5, 15)
    assert words(found) == {"bridgeable", "blocked"}
    assert [(one.party, one.part, one.needed, one.enough) for one in found.pivots] == [("a", "limit", 15, 15)]


def test_tv4_a_better_offer_settles_the_status() -> None:
    """An offer inside the other's limit proves a zone although no limit was disclosed."""
    found = gap(quota(percent(), UP_DOWN, *stated("a", demand=(25, 30), offer=14), *stated("b", demand=0, offer=(10, 12), red_line=15)))
    assert (found.a.limit.outcomes.lo.low, found.a.limit.outcomes.lo.high) == (0, 14)
    assert found.zone[0] == 1
    assert [bounds(one) for one in (found.limit, found.bid)] == [(0, 0), (2, 4)]
    assert found.status is Status.BRIDGEABLE
    assert found.pivots == ()


def test_tv5_limits_that_exclude_each_other() -> None:
    """Two stated limits two points apart block."""
    found = gap(quota(percent(), UP_DOWN, *stated("a", red_line=22, demand=25), *stated("b", red_line=20, demand=0)))
    assert bounds(found.limit) == (2, 2)
    assert found.status is Status.BLOCKED


def test_tv6_limits_that_touch_and_a_strict_one() -> None:
    """Closed limits at the same value leave one point; a strict one is a step short of it and blocks."""
    closed = gap(quota(percent(), UP_DOWN, *stated("a", red_line=20, demand=25), *stated("b", red_line=20, demand=0)))
    assert (closed.zone, closed.status) == ((0, 0), Status.BRIDGEABLE)
    below = {"at": "20", "strict": True}
    strict = gap(quota(percent(), UP_DOWN, *stated("a", red_line=20, demand=25), *stated("b", red_line=below, demand=0)))
    assert (strict.limit.low, strict.status) == (Fraction(1, 10), Status.BLOCKED)


def test_tv7_a_ladder_with_one_unstated_limit() -> None:
    """On a ladder the gaps count rungs and the pivot is a rung."""
    found = gap(quota(ladder(6), UP_DOWN, *stated("a", demand="r5", offer="r4", red_line="r3"), *stated("b", demand="r0", offer="r1")))
    assert [bounds(one) for one in (found.headline, found.table_a, found.table_b, found.bid, found.limit)] == [(5, 5), (4, 4), (4, 4), (3, 3), (0, 2)]
    assert words(found) == {"bridgeable", "blocked"}
    assert [(one.party, one.part, one.is_low_end, one.needed, one.enough) for one in found.pivots] == [("b", "limit", False, 3, 3)]
