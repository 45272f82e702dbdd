"""Positions side by side: what each party says on an issue part by part, and in words what it has not said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parley.analysis.positions import PARTS, Part, Position
from parley.model import Party, Statement
from parley.telling.position import PartLine, missing_part
from parley.telling.said import said


@dataclass(frozen=True)
class PartyCell:
    """What one party says on one issue: the lines of each part, and of what else it says or does not say.

    Every part has a line: where the party has stated nothing of it, or only under a condition, the first says so and rests on no statement.
    """

    party: Party
    parts: tuple[tuple[PartLine, ...], ...]
    also: tuple[PartLine, ...]

    @property
    def takes_position(self) -> bool:
        """Return whether the party has stated any part of a position."""
        return any(line.ids for lines in self.parts for line in lines)

    @property
    def lines(self) -> tuple[PartLine, ...]:
        """Return all lines in a column: part by part, then what the party said last; or what is there instead of a position."""
        return (*(line for lines in self.parts for line in lines), *self.also) if self.takes_position else self.also

    def of(self, part: Part) -> tuple[PartLine, ...]:
        """Return the lines of a part."""
        return self.parts[PARTS.index(part)]


def parts_told(cells: Sequence[PartyCell]) -> tuple[Part, ...]:
    """Return the parts of which any of the cells has something to tell, be it that none is held."""
    return tuple(part for part in PARTS if any(one.of(part) for one in cells))


def party_cell(position: Position, lines: Sequence[PartLine], statements: Sequence[Statement]) -> PartyCell:
    """Return what a party says, given the lines of its position; `statements` is what anyone said on the issue."""
    parts = []
    for part in PARTS:
        missing = missing_part(part, lines, position, statements) if part in position.told else None
        first = [PartLine(part, part, missing, None, (), ())] if missing else []
        parts.append((*first, *(line for line in lines if line.kind == part)))
    also = (_in_full(line) for line in lines if line.kind not in PARTS)
    return PartyCell(position.party, tuple(parts), tuple(also))


def _in_full(line: PartLine) -> PartLine:
    """Return the line as a whole cell holds it: where nothing is held, that it is so on this issue."""
    return replace(line, told=said("nothing-held")) if line.kind == "no_evidence" else line
