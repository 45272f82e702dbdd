"""From where to where the parties of an issue stand, and who stands at either end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from parley.analysis.clusters import leading_part
from parley.analysis.leading import stated_place
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Span
from parley.analysis.parts import united
from parley.analysis.positions import Part, Position
from parley.model import Party


@dataclass(frozen=True)
class End:
    """An end of where parties stand: who stands there, or may, and the statements by which they do."""

    parties: tuple[Party, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Extent:
    """From the lowest place to the highest at which parties stand, each with the part by which it is counted to others; how many they are."""

    span: Span
    low: End
    high: End
    count: int


def extent(positions: Iterable[Position]) -> Extent | None:
    """Return from where to where parties stand; None where nobody has stated a place."""
    placed = [(one, part, span) for one in positions if (part := leading_part(one)) and (span := stated_place(part_of(one, part), one))]
    if not placed:
        return None
    whole = reduce(Span.hull, (span for _, _, span in placed))
    low = [(one, part) for one, part, span in placed if span.low == whole.low]
    high = [(one, part) for one, part, span in placed if span.high == whole.high]
    return Extent(whole, _end(low), _end(high), len(placed))


def _end(several: Sequence[tuple[Position, Part]]) -> End:
    return End(tuple(one.party for one, _ in several), united(*(part_of(one, part).ids for one, part in several)))
