"""What is drawn of an issue at a glance, in the values of its scale: a lane for each party that has spoken, and the distance of the pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from parley.analysis.leading import table_gap
from parley.analysis.outcomes import Span
from parley.analysis.overview import OverviewRow
from parley.figures.gap_geometry import Barrier, Measure, barriers_of, gap_drawing
from parley.model import Party, Statement
from parley.scales import Axis
from parley.telling.glance import GlanceLine, is_unplaced, no_lane
from parley.telling.glance_answer import Answer, answer
from parley.telling.said import Apart, Argument, Said, said


@dataclass(frozen=True)
class Lane:
    """What one party does on the issue, line by line, and for each line the barriers of the limit that it tells of."""

    party: Party
    lines: tuple[GlanceLine, ...]
    barriers_by_line: tuple[tuple[Barrier, ...], ...]

    @property
    def barriers(self) -> tuple[Barrier, ...]:
        """Return all barriers of the lane."""
        return tuple(one for several in self.barriers_by_line for one in several)

    def barriers_of(self, line: GlanceLine) -> tuple[Barrier, ...]:
        """Return the barriers that belong to a line; none where it tells of no limit."""
        return next(several for one, several in zip(self.lines, self.barriers_by_line, strict=True) if one is line)


@dataclass(frozen=True)
class Bracket:
    """The distance of the pair: surely from `sure.low` to `sure.high`, possibly over `reach`."""

    sure: Span | None
    reach: Span
    told: Argument
    words: Said
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Glance:
    """An issue at a glance; `silent` tells which of the parties shown have no lane, and why, and `shown` are all of them."""

    row: OverviewRow
    axis: Axis
    lanes: tuple[Lane, ...]
    bracket: Bracket | None
    answer: Answer
    silent: Said | None

    @property
    def shown(self) -> tuple[Party, ...]:
        """Return all parties shown, whether they have spoken or not."""
        return tuple(one.party for one in self.row.positions)

    @property
    def standing(self) -> tuple[Fraction, ...]:
        """Return the values at which something stands, from low to high."""
        spans = [line.span for lane in self.lanes for line in lane.lines if line.span]
        return tuple(sorted({end for span in spans for end in (span.low, span.high)}))


def glance_of(row: OverviewRow, told: Sequence[tuple[GlanceLine, ...]], statement: Callable[[str], Statement]) -> Glance:
    """Return what is drawn of an issue; `told` are the lines of each position, and `statement` returns the one with an id.

    A party that has placed nothing keeps its lane where its pair is compared, and is told of in the quiet line where others are.
    """
    drawing = gap_drawing(row.gap, row.positions, statement)
    gaps = [one for one in (row.gap, row.headline) if one]
    leading = [position.party for gap in gaps for position in (gap.a, gap.b)]
    lanes = []
    for position, lines in zip(row.positions, told, strict=True):
        if lines and (position.party in leading or not is_unplaced(lines)):
            barriers = tuple(barriers_of(line.limit, position) if line.limit else () for line in lines)
            lanes.append(Lane(position.party, lines, barriers))
    found = answer(row)
    return Glance(row, drawing.axis, tuple(lanes), _bracket(row, drawing.measure, found), found, no_lane(row, told, [one.party for one in lanes]))


def _bracket(row: OverviewRow, measure: Measure | None, found: Answer) -> Bracket | None:
    lead = table_gap(row.gap) if row.gap else None
    if measure is None or lead is None:
        return None
    told = Apart(lead.apart, lead.asker.axis) if lead.apart.high else found.told
    words = said("labelled", label=found.measured, told=found.told) if found.measured else found.told
    return Bracket(measure.sure, measure.reach, told, words, measure.ids)
