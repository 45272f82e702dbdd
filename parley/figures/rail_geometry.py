"""The geometry of a rail: one issue's scale in a single line, with where each part of a position stood and stands now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from parley.analysis.evidence import is_soft
from parley.analysis.leading import stated_place
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Span
from parley.analysis.positions import PARTS, Part, Position, PositionSet
from parley.figures.voice_marks import Toward
from parley.model import Statement
from parley.scales import Axis
from parley.telling.places import standing
from parley.telling.said import Argument, said


@dataclass(frozen=True)
class RailMark:
    """One part of a position then and now, each in the values of the scale; None where it was or is not stated at a place.

    `ids` are those of the statements on which both rest, `refused` the sides of a limit on which outcomes are refused. `is_soft`
    says that all behind it only hints or implies.
    """

    part: Part
    then: Span | None
    now: Span | None
    words: Argument
    ids: tuple[str, ...]
    refused: tuple[Toward, ...] = ()
    is_soft: bool = False

    @property
    def has_moved(self) -> bool:
        """Return whether it stands elsewhere now."""
        return self.then != self.now


@dataclass(frozen=True)
class RailRow:
    """One party's marks."""

    party_id: str
    name: str
    marks: tuple[RailMark, ...]


@dataclass(frozen=True)
class Rail:
    """The rails of one issue, a row per party."""

    axis: Axis
    rows: tuple[RailRow, ...]

    def share(self, value: Fraction) -> float:
        """Return where a value lies along the scale, from 0 at its bottom to 1 at its top; only for drawing."""
        return float((value - self.axis.bottom) / (self.axis.top - self.axis.bottom))


def rail(pairs: Sequence[tuple[Position, Position]], statement: Callable[[str], Statement]) -> Rail | None:
    """Return the rail of some parties on one issue, each by its position then and now; None where no part has a place.

    `statement` returns the one with an id.
    """
    rows = [RailRow(now.party.id, now.party.short, tuple(_marks(then, now, statement))) for then, now in pairs]
    held = tuple(row for row in rows if row.marks)
    return Rail(pairs[0][1].axis, held) if held else None


def _marks(then: Position, now: Position, statement: Callable[[str], Statement]) -> list[RailMark]:
    found = []
    for part in PARTS:
        before, after = _place(then, part), _place(now, part)
        if before is not None or after is not None:
            words = said("before-and-now", before=_words(then, part), now=_words(now, part)) if before != after else _words(now, part)
            ids = tuple(dict.fromkeys(key for one in (then, now) for key in part_of(one, part).ids))
            soft = all(is_soft(statement(key), now.party.committing) for key in _as_stated(now if after is not None else then, part).ids)
            found.append(RailMark(part, before, after, words, ids, _refused(now) if part == "limit" else (), soft))
    return found


def _place(position: Position, part: Part) -> Span | None:
    return stated_place(_as_stated(position, part), position)


def _words(position: Position, part: Part) -> Argument:
    return standing(_as_stated(position, part), position, part)


def _as_stated(position: Position, part: Part) -> PositionSet:
    """Return a part as its own words make it (rule 6a); where it was not stated, as the others leave it."""
    own = part_of(position, part)
    return position.as_stated(part) if own.is_stated else own


def _refused(position: Position) -> tuple[Toward, ...]:
    sides: dict[str | None, tuple[Toward, ...]] = {"up": ("lower",), "down": ("higher",)}
    return sides.get(position.direction, ("lower", "higher"))
