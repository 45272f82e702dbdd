"""What is drawn of an issue at a glance, in the values of its scale: a lane for each party that has spoken, and the distance of the pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from parley.analysis.clusters import Cluster
from parley.analysis.leading import table_gap
from parley.analysis.outcomes import Span
from parley.analysis.overview import OverviewRow
from parley.figures.gap_geometry import Barrier, Measure, drawn_name, gap_drawing
from parley.model import Statement
from parley.scales import Axis
from parley.telling.cluster import cluster_lines, cluster_name
from parley.telling.glance import GlanceLine, nothing_said
from parley.telling.glance_answer import Answer, answer
from parley.telling.said import Apart, Argument, Said, said
from parley.words import say

CLUSTER = " cluster "  # before the number of a cluster in the key of its lane; no id begins with a blank


@dataclass(frozen=True)
class Lane:
    """What one party does on the issue, or a cluster of parties, line by line, and the barriers of the limit that the party has stated.

    `key` is the id of the party; of a cluster, nobody's.
    """

    key: str
    name: str
    lines: tuple[GlanceLine, ...]
    barriers: tuple[Barrier, ...]

    def barriers_of(self, line: GlanceLine) -> tuple[Barrier, ...]:
        """Return the barriers that belong to a line; none where it tells of no limit."""
        return self.barriers if "limit" in line.parts else ()


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
    """An issue at a glance; `silent` tells which of the parties shown have said nothing, and `names` have room beside the lanes."""

    row: OverviewRow
    axis: Axis
    lanes: tuple[Lane, ...]
    bracket: Bracket | None
    answer: Answer
    silent: Said | None
    names: tuple[str, ...]

    @property
    def standing(self) -> tuple[Fraction, ...]:
        """Return the values at which something stands, from low to high."""
        spans = [line.span for lane in self.lanes for line in lane.lines if line.span]
        return tuple(sorted({end for span in spans for end in (span.low, span.high)}))


def glance_of(
    row: OverviewRow, told: Sequence[tuple[GlanceLine, ...]], statement: Callable[[str], Statement], together: Sequence[Cluster] = ()
) -> Glance:
    """Return what is drawn of an issue; `told` are the lines of each position, and `statement` returns the one with an id.

    The parties of the clusters in `together` have no lanes of their own.
    """
    inside = {party.id for cluster in together for party in cluster.parties}
    alone = [one for one in row.positions if one.party.id not in inside]
    drawing = gap_drawing(row.gap, alone or row.positions, statement)
    barriers = {one.party_id: tuple(each for each in one.barriers if each.is_stated) for one in drawing.rows}
    lanes = []
    for position, lines in zip(row.positions, told, strict=True):
        if lines and position.party.id not in inside:
            key = position.party.id
            lanes.append(Lane(key, drawn_name(position.party), lines, _drawn(lines, barriers.get(key, ()))))
    heard = {one.key for one in lanes} | inside
    lanes += [Lane(f"{CLUSTER}{number}", say(cluster_name(one)), cluster_lines(one), ()) for number, one in enumerate(together)]
    found = answer(row)
    silent = nothing_said(row, [one.party for one in row.positions if one.party.id in heard])
    names = tuple(one.name for one in lanes) if together else tuple(drawn_name(one.party) for one in row.positions)
    return Glance(row, drawing.axis, tuple(lanes), _bracket(row, drawing.measure, found), found, silent, names)


def _drawn(lines: Sequence[GlanceLine], barriers: tuple[Barrier, ...]) -> tuple[Barrier, ...]:
    """Return the barriers of a limit that has a place."""
    return barriers if any("limit" in one.parts for one in lines) else ()


def _bracket(row: OverviewRow, measure: Measure | None, found: Answer) -> Bracket | None:
    lead = table_gap(row.gap) if row.gap else None
    if measure is None or lead is None:
        return None
    told = Apart(lead.apart, lead.asker.axis) if lead.apart.high else found.told
    words = said("labelled", label=found.measured, told=found.told) if found.measured else found.told
    return Bracket(measure.sure, measure.reach, told, words, measure.ids)
