"""The geometry of a rail: where each part of a position stood and stands, in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from parley.analysis.outcomes import Span
from parley.figures.rail_geometry import Rail, rail
from parley.words import say
from tests.making import ladder, percent, position, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
THEN, NOW = date(2025, 3, 10), date(2025, 3, 31)


def railed(scale: Mapping[str, Any], *said: Mapping[str, Any], parties: tuple[str, ...] = ("a", "b")) -> Rail | None:
    data = quota(scale, UP_DOWN, *said)
    return rail([(position(data, one, THEN), position(data, one, NOW)) for one in parties], data.statement)


def at(value: int) -> Span:
    return Span(Fraction(value), Fraction(value))


def test_what_moved_has_two_places_and_what_stayed_one() -> None:
    """Each part of each party is a mark, with the words of both dates where they differ."""
    found = railed(
        ladder(6),
        statement("a", "demand", "r5"),
        statement("a", "demand", "r4", said="2025-03-20"),
        statement("b", "demand", "r0"),
        statement("b", "red_line", ("r1", "r2")),
    )
    assert found is not None
    assert [(row.party_id, row.name) for row in found.rows] == [("a", "A"), ("b", "B")]
    assert [(mark.part, mark.then, mark.now, say(mark.words), mark.has_moved) for row in found.rows for mark in row.marks] == [
        ("demand", at(5), at(4), "was Rung 5; now Rung 4", True),
        ("demand", at(0), at(0), "Rung 0", False),
        ("limit", Span(Fraction(1), Fraction(2)), Span(Fraction(1), Fraction(2)), "at most Rung 2, perhaps only Rung 1", False),
    ]
    assert [mark.refused for row in found.rows for mark in row.marks] == [(), (), ("higher",)]


def test_a_limit_stands_where_it_was_stated_and_refuses_on_its_own_side() -> None:
    """An offer draws no end of it in; whoever wants more refuses what is lower, and a target both."""
    limit = statement("a", "red_line", ("r1", "r4")), statement("a", "offer", "r2")
    for direction, refused in (("up", ("lower",)), ("target", ("lower", "higher"))):
        data = quota(ladder(6), {"a": direction}, *limit)
        found = rail([(position(data, "a"), position(data, "a"))], data.statement)
        assert found is not None
        (stood,) = (one for one in found.rows[0].marks if one.part == "limit")
        assert (stood.now, stood.refused) == (Span(Fraction(1), Fraction(4)), refused)


def test_what_is_only_hinted_or_implied_is_soft() -> None:
    """By how it came across, or because its speaker may not commit the party; one word that is more makes it none."""
    cases = ({"conveyance": "hint"}, {"conveyance": "implied"}, {"speaker": "leak"}, {})
    found = [railed(ladder(6), statement("a", "demand", "r4", **more)) for more in cases]
    assert [one.rows[0].marks[0].is_soft for one in found if one] == [True, True, True, False]
    both = railed(ladder(6), statement("a", "demand", "r4", conveyance="implied"), statement("a", "demand", "r4"))
    assert both is not None
    assert not both.rows[0].marks[0].is_soft


def test_what_was_first_said_or_is_gone_has_one_place() -> None:
    """A first offer came from nowhere on the scale, and one that ran out left it."""
    found = railed(ladder(6), statement("a", "offer", "r3", said="2025-03-20"), statement("b", "offer", "r1", expires="2025-03-20"))
    assert found is not None
    assert [(mark.part, mark.then, mark.now, say(mark.words)) for row in found.rows for mark in row.marks] == [
        ("offer", None, at(3), "was not stated; now Rung 3"),
        ("offer", at(1), None, "was Rung 1; now not stated"),
    ]


def test_a_demand_without_a_place_has_no_mark() -> None:
    """A party of which no part has a place has no row."""
    found = railed(ladder(6), statement("a", "demand", {"unknown": "No level was named."}), statement("b", "demand", "r0"))
    assert found is not None
    assert [row.party_id for row in found.rows] == ["b"]


def test_a_place_named_later_tells_that_none_was_named_before() -> None:
    """It did not move: it was not known."""
    found = railed(ladder(6), statement("a", "demand", {"unknown": "No level was named."}), statement("a", "demand", "r4", said="2025-03-20"))
    assert found is not None
    assert [(mark.then, say(mark.words)) for mark in found.rows[0].marks] == [(None, "was extent not stated; now Rung 4")]


def test_without_a_place_there_is_no_rail() -> None:
    """Neither for those who said nothing, nor for nobody."""
    assert railed(ladder(6)) is None
    assert rail([], quota(ladder(6), UP_DOWN).statement) is None


def test_a_value_lies_at_its_share_of_the_scale() -> None:
    """From 0 at the bottom to 1 at the top, whatever the scale's ends."""
    found = railed(percent("40"), statement("a", "demand", 30))
    assert found is not None
    assert [found.share(Fraction(value)) for value in (0, 10, 40)] == [0.0, 0.25, 1.0]
    below = railed({"quantity": {"unit": "%", "bottom": "-10", "top": "10", "resolution": "1"}}, statement("a", "demand", 0))
    assert below is not None
    assert [below.share(Fraction(value)) for value in (-10, 0, 10)] == [0.0, 0.5, 1.0]
