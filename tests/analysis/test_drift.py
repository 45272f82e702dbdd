"""Which way parties moved on the scale, whoever they are compared with."""

from __future__ import annotations

from parley.analysis.drift import drift
from tests.making import ladder, moved, quota, told

WAYS = {"a": "up", "b": "down", "c": "down", "d": "up", "e": "up"}


def test_each_party_that_surely_moved_is_counted_by_the_way_it_went() -> None:
    """A came down and B up, towards each other; C went down, away; D said the same again, and E has not spoken before."""
    data = quota(
        ladder(6), WAYS,
        told("a", "demand", "r5", "2025-03-01"), told("a", "demand", "r4", "2025-03-20"),
        told("b", "demand", "r1", "2025-03-01"), told("b", "demand", "r2", "2025-03-21"),
        told("c", "demand", "r1", "2025-03-01"), told("c", "demand", "r0", "2025-03-22"),
        told("d", "demand", "r5", "2025-03-01"), told("d", "demand", "r5", "2025-03-22"),
        told("e", "demand", "r3", "2025-03-22"),
    )  # fmt: skip
    found = drift(moved(data), "abcde")
    assert [[one.id for one in way] for way in (found.up, found.down)] == [["b"], ["a", "c"]]
    assert found.ids == ("s1", "s3", "s5")
    assert [one.id for one in drift(moved(data), "bc").down] == ["c"]


def test_who_moved_in_both_ways_is_in_neither() -> None:
    """Its demand came down and its offer went up."""
    data = quota(
        ladder(8), WAYS,
        told("a", "demand", "r7", "2025-03-01"), told("a", "offer", "r2", "2025-03-01"),
        told("a", "demand", "r6", "2025-03-20"), told("a", "offer", "r3", "2025-03-20", supersedes=["s1"]),
        told("b", "demand", "r0", "2025-03-01"),
    )  # fmt: skip
    found = drift(moved(data), "ab")
    assert (found.up, found.down) == ((), ())
