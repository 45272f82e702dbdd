"""Where something stands on its scale: a part of a position, or a single statement."""

from __future__ import annotations

from parley.analysis.leading import names_a_place
from parley.analysis.outcomes import Span, threshold
from parley.analysis.positions import Part, Position, PositionSet
from parley.evidence import Evidence
from parley.model import DirectionWord, Statement
from parley.scales import Axis
from parley.telling.said import Argument, Place, Stretch, said


def standing(own: PositionSet, position: Position, part: Part) -> Argument:
    """Return where a part of a position stands; that it is not stated, or names no place, where that is so."""
    if not own.is_stated:
        return said("not-stated")
    if not names_a_place(own, position):
        return said("extent-not-stated")
    return at_place(threshold(own.outcomes, position.direction), position.axis, part, position.direction)


def at_place(span: Span, axis: Axis, part: Part, direction: DirectionWord | None) -> Argument:
    """Return the place of a part; of a limit, what it surely refuses, by the last place that it does not, and how near it may be.

    The one way in which a limit is told, on pages, in drawings and in files. That of a target refuses both sides, and is told by its ends.
    """
    if part != "limit" or direction not in ("up", "down"):
        return Stretch(span, axis)
    surely, perhaps = (Place(end, axis) for end in ((span.low, span.high) if direction == "up" else (span.high, span.low)))
    if span.is_exact:
        return said("limit-place", way=direction, place=surely)
    return said("limit-within", way=direction, place=surely, perhaps=perhaps)


def place_of(statement: Statement, dataset: Evidence) -> Argument:
    """Return where a statement stands."""
    place, axis = statement.place, dataset.axes[statement.issue]
    direction = dataset.negotiation.issue_by_id[statement.issue].directions.get(statement.party)
    part: Part = "limit" if statement.kind == "red_line" else "demand"
    if place.at is not None:
        value = axis.value(place.at)
        if place.strict:
            return said("beyond", place=Place(value, axis), way="higher" if direction == "up" else "lower")
        return at_place(Span(value, value), axis, part, direction)
    if place.from_ is not None and place.to is not None:
        span = Span(axis.value(place.from_), axis.value(place.to))
        if place.reading != "acceptable":
            return at_place(span, axis, part, direction)
        if part == "limit" and direction in ("up", "down"):
            # Whatever lies within is not refused, so that the limit stands at the end that the party would rather not reach.
            end = span.low if direction == "up" else span.high
            return at_place(Span(end, end), axis, part, direction)
        return said("anything-between", stretch=Stretch(span, axis), scale="ladder" if axis.is_ladder else "quantity")
    return said("extent-not-stated")
