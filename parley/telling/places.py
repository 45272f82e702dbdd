"""Where something stands on its scale: a part of a position, or a single statement."""

from __future__ import annotations

from parley.analysis.leading import names_a_place
from parley.analysis.outcomes import Span, threshold
from parley.analysis.positions import Position, PositionSet
from parley.evidence import Evidence
from parley.model import Statement
from parley.telling.said import Argument, Place, Stretch, said


def standing(part: PositionSet, position: Position) -> Argument:
    """Return where a demand, offer or limit stands; that it is not stated, or names no place, where that is so."""
    if not part.is_stated:
        return said("not-stated")
    if not names_a_place(part, position):
        return said("extent-not-stated")
    return Stretch(threshold(part.outcomes, position.direction), position.axis)


def place_of(statement: Statement, dataset: Evidence) -> Argument:
    """Return where a statement stands."""
    place, axis = statement.place, dataset.axes[statement.issue]
    if place.at is not None:
        at = Place(axis.value(place.at), axis)
        wants_more = dataset.negotiation.issue_by_id[statement.issue].directions.get(statement.party) == "up"
        return said("beyond", place=at, way="higher" if wants_more else "lower") if place.strict else at
    if place.from_ is not None and place.to is not None:
        stretch = Stretch(Span(axis.value(place.from_), axis.value(place.to)), axis)
        if place.reading != "acceptable":
            return stretch
        return said("anything-between", stretch=stretch, scale="ladder" if axis.is_ladder else "quantity")
    return said("extent-not-stated")
