"""What leads on an issue: towards whom each party stands, and the distance between what one asks and the best the other has put on the table."""

from __future__ import annotations

from dataclasses import dataclass

from parley.analysis.gaps import Gap
from parley.analysis.outcomes import Distance, Span, distance, same, threshold
from parley.analysis.positions import Position, PositionSet
from parley.evidence import Evidence
from parley.model import Issue


@dataclass(frozen=True)
class TableGap:
    """What `asker` asks for, or holds, against the best that `other` has put on the table."""

    asker: Position
    other: Position
    apart: Distance

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids behind the demand and the offer."""
        behind = self.other.on_table.ids or self.other.limit.ids
        return tuple(sorted({*self.asker.asked.ids, *behind}))


def table_gap(gap: Gap) -> TableGap | None:
    """Return the distance that leads: the first of the pair that has stated a demand, against the other's best offer.

    A pair in which the offer was stated goes before one in which it is only bounded, and a demand before a measure that stands for one. None where
    nobody asks or holds anything, or one is silent.
    """
    if not gap.possible:
        return None
    stated = [one for one in ((gap.a, gap.b), (gap.b, gap.a)) if one[0].asked.is_stated and names_a_place(one[0].asked, one[0])]
    if not stated:
        return None
    asker, other = min(stated, key=lambda one: (not one[1].offer.is_stated, one[0].asked.stage is not None))
    return TableGap(asker, other, distance(asker.asked.outcomes, other.on_table.outcomes))


def names_a_place(part: PositionSet, position: Position) -> bool:
    """Return whether a stated part has some place on the scale; two that differ may be as far apart as the scale is long."""
    span = threshold(part.outcomes, position.direction)
    is_anywhere = same(span.low, position.axis.bottom) and same(span.high, position.axis.top)
    return not is_anywhere or any(flag.kind != "stale" and set(flag.ids) & set(part.ids) for flag in position.flags)


def stated_place(part: PositionSet, position: Position) -> Span | None:
    """Return where a part of a position stands on the scale; None where it was not stated, or names no place."""
    return threshold(part.outcomes, position.direction) if part.is_stated and names_a_place(part, position) else None


def towards_of(dataset: Evidence, issue: Issue, pair: tuple[str, str] | None) -> dict[str, str]:
    """Return, by party, towards whom its position is shown: the other of the leading pair, else the first of the pair compared first."""
    pair = pair or dataset.negotiation.headline_of(issue)
    if pair is None:
        return {}
    towards = {party.id: pair[0] for party in dataset.negotiation.parties if party.id not in pair}
    return {**towards, pair[0]: pair[1], pair[1]: pair[0]}
