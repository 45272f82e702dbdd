"""The names under which distances and places are given, each with both bounds; what says nothing is left out."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parley.analysis.bounds import (
    DISTANCES,
    gap_bounds,
    keys_of,
    move_places,
    moved_by,
    part_place,
    place_form,
    rung_keys_of,
    rungs_at,
    statement_place,
)
from parley.analysis.outcomes import Span
from tests.making import gap, ladder, moved, percent, position, quota, statement, told

UP_DOWN = {"a": "up", "b": "down"}


def span(low: str | int, high: str | int) -> Span:
    return Span(Fraction(low), Fraction(high))


def test_a_gap_measures_six_things_and_leaves_out_what_says_nothing() -> None:
    """Nobody has stated a limit, so that between the limits nothing is known but what the offers bound; of a silent party nothing is."""
    found = gap_bounds(gap(quota(percent(), UP_DOWN, statement("a", "demand", "27.5"), statement("b", "demand", 0), statement("b", "offer", 10))))
    assert list(found) == list(DISTANCES) == ["headline", "table_a", "table_b", "bid", "limit", "zone"]
    assert found == {
        "headline": span("55/2", "55/2"), "table_a": span("35/2", "35/2"), "table_b": span("55/2", "55/2"), "bid": span("35/2", "35/2"),
        "limit": span(0, "35/2"), "zone": span("-35/2", 50),
    }  # fmt: skip
    silent = gap_bounds(gap(quota(percent(), UP_DOWN, statement("a", "demand", "27.5"))))
    assert set(silent.values()) == {None}


def test_a_distance_as_long_as_the_scale_says_nothing() -> None:
    """Where neither names a place anything is possible, wherever the scale begins."""
    scale = {"quantity": {"unit": "%", "gap_unit": "points", "bottom": "10", "top": "50", "resolution": "1"}}
    nowhere = {"unknown": "No figure named."}
    found = gap_bounds(gap(quota(scale, UP_DOWN, statement("a", "demand", nowhere), statement("b", "demand", nowhere))))
    assert found == dict.fromkeys(DISTANCES)
    found = gap_bounds(gap(quota(scale, UP_DOWN, statement("a", "demand", nowhere), statement("b", "demand", "11"))))
    assert (found["headline"], found["zone"]) == (span(0, 39), span(-39, 40))


def test_keys_end_in_low_and_high() -> None:
    """Without a name they stand alone; rungs are ids at the same ends."""
    assert (keys_of("zone"), keys_of("")) == (("zone_low", "zone_high"), ("low", "high"))
    assert (rung_keys_of("before"), rung_keys_of("")) == (("before_low_rung_id", "before_high_rung_id"), ("low_rung_id", "high_rung_id"))


def test_a_part_stands_where_something_tells() -> None:
    """A demand at its rung; an offer that was not stated where the demand bounds it; of a silent party nothing tells."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("a", "red_line", "r3"))
    held = position(data, "a")
    assert (part_place(held, "demand"), part_place(held, "limit")) == (span(5, 5), span(3, 3))
    assert rungs_at(part_place(held, "limit"), held.axis) == ("r3", "r3")
    assert part_place(position(data, "b"), "offer") is None
    assert rungs_at(None, held.axis) == (None, None)
    assert rungs_at(span(3, 3), position(quota(percent(), UP_DOWN, statement("a", "demand", 3)), "a").axis) == (None, None)


@pytest.mark.parametrize(
    ("at", "form", "place"),
    [
        ("20", "exact", span(20, 20)),
        ({"at": "20", "strict": True}, "beyond", span(20, 20)),
        (("20", "25.5"), "imprecise", span(20, "51/2")),
        ({"from": "20", "to": "25", "reading": "acceptable"}, "acceptable", span(20, 25)),
        ({"unknown": "No level named."}, "unknown", None),
        ({"not_placeable": "Names no measure."}, "not_placeable", None),
    ],
)
def test_a_statement_stands_where_it_was_put_and_in_which_way(at: Any, form: str, place: Span | None) -> None:
    """A value, all beyond it, two readings of a stretch, extent not stated, or none on this scale."""
    data = quota(percent(), UP_DOWN, statement("a", "demand", at))
    (one,) = data.statements
    assert (place_form(one.place), statement_place(one, data)) == (form, place)


def test_a_move_goes_from_a_place_to_a_place() -> None:
    """An offer made beyond a demand is measured from the demand; what was not held has no place, and what is first held went no way."""
    data = quota(
        percent(), UP_DOWN, told("a", "demand", 30, "2025-03-01"), told("a", "offer", 27, "2025-03-20"), told("b", "demand", 5, "2025-03-20")
    )
    offer, first = moved(data).moves
    assert (offer.part, move_places(offer), moved_by(offer)) == ("offer", (span(30, 30), span(27, 27)), span(3, 3))
    assert (first.party.id, move_places(first), moved_by(first)) == ("b", (None, span(5, 5)), None)


def test_what_was_only_bounded_before_it_was_stated_stood_nowhere() -> None:
    """That whoever asks for 30 can have no limit above 30 is no place from which its limit moved."""
    data = quota(percent(), UP_DOWN, told("a", "demand", 30, "2025-03-01"), told("a", "red_line", 20, "2025-03-20"))
    assert [move_places(one) for one in moved(data).moves] == [(None, span(20, 20))]
