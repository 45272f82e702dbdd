"""What leads on an issue: which distance is told first, and what has a place to be told of."""

from __future__ import annotations

from typing import Any

from parley.analysis.leading import names_a_place, table_gap, towards_of
from parley.analysis.moves import part_of
from parley.analysis.positions import PARTS, Part
from tests.making import Words, gap, percent, position, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
NO_PLACE = {"unknown": "No figure named."}


def asker(*statements: Words) -> str | None:
    """Who asks in the distance that leads between A and B."""
    lead = table_gap(gap(quota(percent(), UP_DOWN, *statements)))
    return lead.asker.party.id if lead else None


def placed(*statements: Words, **more: Any) -> list[Part]:
    """Which parts of A's position name a place."""
    held = position(quota(percent(), UP_DOWN, *statements, **more), "a")
    return [part for part in PARTS if names_a_place(part_of(held, part), held)]


# The distance that leads


def test_the_demand_that_meets_a_stated_offer_leads() -> None:
    """Whoever's it is; where both do, or neither, the first of the pair asks."""
    demands = statement("a", "demand", 30), statement("b", "demand", 5)
    assert asker(*demands) == "a"
    assert asker(*demands, statement("a", "offer", 20)) == "b"
    assert asker(*demands, statement("b", "offer", 10)) == "a"
    assert asker(*demands, statement("a", "offer", 20), statement("b", "offer", 10)) == "a"


def test_a_demand_that_was_not_stated_or_names_no_place_leads_nowhere() -> None:
    """What an offer bounds was not asked for, and a demand with no place is no distance from anything."""
    demand = statement("b", "demand", 5)
    assert asker(statement("a", "offer", 20), demand) == "b"
    assert asker(statement("a", "demand", NO_PLACE), demand) == "b"
    assert asker(statement("a", "offer", 20), statement("b", "offer", 10)) is None
    assert asker(statement("a", "demand", NO_PLACE), statement("b", "demand", NO_PLACE)) is None


def test_towards_a_silent_party_nothing_leads() -> None:
    """There is nothing on its side of the table."""
    assert asker(statement("a", "demand", 30)) is None


def test_each_of_the_pair_stands_towards_the_other_and_all_else_towards_its_first() -> None:
    """Without a pair, it is the one that the file names; without that too, nobody faces anybody."""
    named, unnamed = (quota(percent(), {**UP_DOWN, "c": "up"}, **more) for more in ({"headline": ["c", "b"]}, {}))
    (issue,) = named.negotiation.issues
    assert towards_of(named, issue, ("a", "b")) == {"a": "b", "b": "a", "c": "a"}
    assert towards_of(named, issue, None) == {"c": "b", "b": "c", "a": "c"}
    assert towards_of(unnamed, unnamed.negotiation.issues[0], None) == {}


# What names a place


def test_a_demand_anywhere_on_the_scale_names_no_place() -> None:
    """Neither when it is new nor when it has grown old."""
    assert placed(statement("a", "demand", 30)) == ["demand", "limit", "offer"]  # the limit is no higher
    assert placed(statement("a", "demand", NO_PLACE)) == []
    assert placed(statement("a", "demand", NO_PLACE, said="2025-01-01"), freshness_days=30) == []


def test_two_that_conflict_from_end_to_end_name_their_places() -> None:
    """The demand may lie anywhere, but by two statements that say where; a part on which nothing conflicts is not placed by that."""
    ends = [statement("a", "demand", at) for at in (0, 50)]
    assert "demand" in placed(*ends)
    limits = [statement("a", "red_line", at) for at in (0, 50)]
    assert placed(statement("a", "demand", NO_PLACE), *limits) == ["limit"]
