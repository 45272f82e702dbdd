"""What gaps, places and moves measure, under the names that tables and frames give it: each by its lower and its upper bound."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Literal

from parley.analysis.gaps import Gap
from parley.analysis.leading import names_a_place
from parley.analysis.moves import NOTHING, Move, part_measured, part_of
from parley.analysis.outcomes import Distance, Span, threshold
from parley.analysis.positions import Part, Position
from parley.evidence import Evidence
from parley.model import Place, Statement
from parley.scales import Axis

ENDS = ("low", "high")
PlaceForm = Literal["exact", "beyond", "imprecise", "acceptable", "unknown", "not_placeable"]


def _of(distance: Distance) -> Span:
    return Span(distance.low, distance.high)


# What a gap measures, in the order in which it is told; the zone is negative where the limits exclude each other.
DISTANCES: Mapping[str, Callable[[Gap], Span]] = {
    "headline": lambda gap: _of(gap.headline),
    "table_a": lambda gap: _of(gap.table_a),
    "table_b": lambda gap: _of(gap.table_b),
    "bid": lambda gap: _of(gap.bid),
    "limit": lambda gap: _of(gap.limit),
    "zone": lambda gap: Span(*gap.zone),
}


def keys_of(name: str) -> tuple[str, str]:
    """Return the keys of both bounds: "zone_low" and "zone_high"; "low" and "high" where the name is empty."""
    low, high = (f"{name}_{end}" if name else end for end in ENDS)
    return low, high


def rung_keys_of(name: str) -> tuple[str, str]:
    """Return the keys of the rungs at both bounds: "before_low_rung_id" and "before_high_rung_id"."""
    low, high = (f"{key}_rung_id" for key in keys_of(name))
    return low, high


def gap_bounds(gap: Gap) -> dict[str, Span | None]:
    """Return the bounds of every distance of a gap, by its name.

    None where they say nothing: one of the two is silent, or nothing bounds the distance short of the whole scale.
    """
    length = gap.a.axis.top - gap.a.axis.bottom
    anything = {name: Span(-length if name == "zone" else Fraction(0), length) for name in DISTANCES}
    found = {name: measure(gap) for name, measure in DISTANCES.items()}
    return {name: span if gap.possible and span != anything[name] else None for name, span in found.items()}


def part_place(position: Position, part: Part) -> Span | None:
    """Return where a part of a position stands on the scale; None where nothing tells. One that was not stated may be bounded by the others."""
    own = part_of(position, part)
    return threshold(own.outcomes, position.direction) if names_a_place(own, position) else None


def move_places(move: Move) -> tuple[Span | None, Span | None]:
    """Return where what a move measures stood before and after; None where it was not stated or named no place."""
    before, after = (stated_place(position, part_measured(position, move)) for position in (move.was, move.became))
    return before, after


def stated_place(position: Position, part: Part) -> Span | None:
    """Return where a part stands; None where it was not stated, or names no place."""
    return part_place(position, part) if part_of(position, part).is_stated else None


def moved_by(move: Move) -> Span | None:
    """Return how far a part went towards the other party, negative where it went away; None where nothing can be compared."""
    return None if move.by == NOTHING else Span(*move.by)


def statement_place(statement: Statement, dataset: Evidence) -> Span | None:
    """Return where a statement stands on its issue's scale, as it was written; None where it names no place."""
    place, axis = statement.place, dataset.axes[statement.issue]
    ends = (place.at, place.at) if place.at is not None else (place.from_, place.to)
    low, high = (None if end is None else axis.value(end) for end in ends)
    return None if low is None or high is None else Span(low, high)


def place_form(place: Place) -> PlaceForm:
    """Return how a place was given: a value, all beyond it, a stretch in one of two readings, not named, or not on the scale at all."""
    if place.at is not None:
        return "beyond" if place.strict else "exact"
    if place.reading is not None:
        return place.reading
    return "unknown" if place.unknown is not None else "not_placeable"


def rungs_at(span: Span | None, axis: Axis) -> tuple[str | None, str | None]:
    """Return the ids of the rungs at both bounds; None on a quantity, or where there are no bounds."""
    if span is None or not axis.is_ladder:
        return None, None
    return axis.ids[int(span.low)], axis.ids[int(span.high)]
