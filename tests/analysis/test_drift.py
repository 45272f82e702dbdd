"""Which way parties moved on the scale, whoever they are compared with."""

from __future__ import annotations

from parley.analysis.drift import Drift, Way, drift
from tests.making import ladder, moved, quota, told

WAYS = {"a": "up", "b": "down", "c": "down", "d": "up", "e": "up"}


def by_way(found: Drift) -> dict[Way, str]:
    return {way: "".join(party.id for party in one.parties) for way, one in found.ways.items()}


def test_each_party_that_surely_moved_is_counted_by_the_way_it_went() -> None:
    """A came down and B up, towards each other; C went down, away; D said the same again, and E had not spoken before."""
    data = quota(
        ladder(6), WAYS,
        told("a", "demand", "r5", "2025-03-01"), told("a", "demand", "r4", "2025-03-20"),
        told("b", "demand", "r1", "2025-03-01"), told("b", "demand", "r2", "2025-03-21"),
        told("c", "demand", "r1", "2025-03-01"), told("c", "demand", "r0", "2025-03-22"),
        told("d", "demand", "r5", "2025-03-01"), told("d", "demand", "r5", "2025-03-22"),
        told("e", "demand", "r3", "2025-03-22"),
    )  # fmt: skip
    found = drift(moved(data), "abcde")
    assert by_way(found) == {"up": "b", "down": "ac", "new": "e", "still": "d"}
    assert {way: one.ids for way, one in found.ways.items()} == {"up": ("s3",), "down": ("s1", "s5"), "new": ("s8",), "still": ("s7",)}
    assert found.ids == ("s1", "s3", "s5", "s8")
    assert by_way(drift(moved(data), "bc")) == {"up": "b", "down": "c"}


def test_who_moved_in_both_ways_is_counted_apart() -> None:
    """Its demand came down and its offer went up, in neither of the two counts."""
    data = quota(
        ladder(8), WAYS,
        told("a", "demand", "r7", "2025-03-01"), told("a", "offer", "r2", "2025-03-01"),
        told("a", "demand", "r6", "2025-03-20"), told("a", "offer", "r3", "2025-03-20", supersedes=["s1"]),
        told("b", "demand", "r0", "2025-03-01"),
    )  # fmt: skip
    assert by_way(drift(moved(data), "ab")) == {"both": "a", "still": "b"}


def test_nobody_is_counted_who_has_not_spoken_nor_anybody_twice() -> None:
    """A came down, B took its offer back, C never spoke: each that spoke is in one count, and with nobody but B still there is no news of D."""
    data = quota(
        ladder(6), WAYS,
        told("a", "demand", "r5", "2025-03-01"), told("a", "demand", "r4", "2025-03-20"), told("a", "offer", "r3", "2025-03-20"),
        told("b", "offer", "r2", "2025-03-01", withdrawn="2025-03-20"),
        told("d", "demand", "r5", "2025-03-01"),
    )  # fmt: skip
    found = drift(moved(data), "abcd")
    assert by_way(found) == {"down": "a", "new": "b", "still": "d"}
    assert (found.has_news, drift(moved(data), "cd").has_news) == (True, False)


def test_a_move_of_which_no_way_can_be_told_is_counted_as_such() -> None:
    """What A accepts became narrower at both ends of the scale: surely elsewhere than before, and neither up nor down."""
    data = quota(
        ladder(8), {"a": "target", "b": "down"},
        told("a", "demand", {"from": "r1", "to": "r6", "reading": "acceptable"}, "2025-03-01"),
        told("a", "demand", {"from": "r3", "to": "r4", "reading": "acceptable"}, "2025-03-20"),
        told("b", "demand", "r0", "2025-03-01"),
    )  # fmt: skip
    assert by_way(drift(moved(data), "a")) == {"unsure": "a"}
