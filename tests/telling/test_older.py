"""Where a position rests on an older word than its party's newest: one sentence says when that was, and why the older one counts."""

from __future__ import annotations

import pytest

from parley.telling.older import older_counts
from parley.words import say
from tests.making import Words, gap, percent, quota, told

NAMES: dict[str, Words] = {"a": {"called": "Northland"}, "b": {"called": "the Skerry Isles", "plural": True}}
A30, B5 = told("a", "demand", 30, "2025-03-01"), told("b", "demand", 5, "2025-03-01")
OFFER = told("b", "offer", 12, "2025-03-05")


def older(*statements: Words) -> tuple[str, tuple[str, ...]] | None:
    data = quota(percent(), {"a": "up", "b": "down"}, *statements, parties_as=NAMES)
    found = older_counts(gap(data), data)
    return (say(found), found.ids) if found else None


def test_a_newer_offer_that_goes_less_far() -> None:
    """The distance is measured from the furthest; the newest is told with its day, and both can be opened."""
    assert older(A30, B5, OFFER, told("b", "offer", 8, "2025-03-20")) == (
        "The newest word by the Skerry Isles is of 20 Mar 2025; their offer of 5 Mar 2025 still counts, because it goes further than the newer one.",
        ("s3", "s2"),
    )


@pytest.mark.parametrize(
    ("newer", "why"),
    [
        (told("a", "threat", 40, "2025-03-20"), "the newer word is a threat, and threats are never placed in a gap"),
        (told("a", "demand", {"unknown": "No figure."}, "2025-03-20"), "the newer word names no place on the scale"),
        (told("a", "demand", {"not_placeable": "A complaint."}, "2025-03-20"), "the newer word names no place on the scale"),
    ],
)
def test_why_an_older_demand_counts(newer: Words, why: str) -> None:
    """Of the party that asks, its demand is told, though it has offered something, too."""
    words = f"The newest word by Northland is of 20 Mar 2025; its demand of 1 Mar 2025 still counts, because {why}."
    assert older(A30, B5, newer) == (words, ("s2", "s0"))


def test_both_are_told_in_one_line() -> None:
    """Sentence after sentence, in the order of the pair."""
    newer = told("a", "threat", 40, "2025-03-20"), told("b", "threat", 2, "2025-03-21")
    found = older(A30, B5, *newer)
    assert found is not None
    assert found[0].count("The newest word by") == 2
    assert found[1] == ("s2", "s0", "s3", "s1")


def test_nothing_is_told_where_the_newest_counts() -> None:
    """Nor of a reason, or where a party has taken no position."""
    assert older(A30, B5, OFFER) is None
    assert older(A30, B5, told("a", "demand", 28, "2025-03-20")) is None
    assert older(A30, B5, told("a", "rationale", {"not_placeable": "A reason."}, "2025-03-20")) is None
    assert older(A30, told("b", "threat", 2, "2025-03-20")) is None
