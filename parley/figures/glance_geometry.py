"""What is drawn of an issue at a glance, in the values of its scale: a lane for each party that has spoken, and the distance of the pair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from parley.analysis.clusters import Cluster, Gathered
from parley.analysis.leading import table_gap
from parley.analysis.outcomes import Span
from parley.analysis.overview import OverviewRow
from parley.analysis.parts import united
from parley.analysis.positions import Part, Position
from parley.analysis.voices import PartVoices
from parley.figures.gap_geometry import Barrier, GapDrawing, Measure, Zone, barriers_at, barriers_of, drawn_name, gap_drawing
from parley.model import Statement
from parley.scales import Axis
from parley.telling.cluster import CLUSTERS
from parley.telling.glance import NO_LIMIT, SILENT, GlanceLine, compared, is_unplaced, keeps_lane, no_lane, voice_lines
from parley.telling.glance_answer import Answer, answer
from parley.telling.said import Apart, Argument, Said, said
from parley.telling.strip import Strip, each_apart, in_few_strips
from parley.words import say

_RANKS: tuple[tuple[Part, ...], ...] = (("demand", "measure"), ("offer",))  # in what order the places of parts are named


@dataclass(frozen=True)
class Lane:
    """What one party does on the issue, or a cluster of parties, line by line, and for each line the barriers of the limit that it tells of.

    One that `is_under` the party's own holds what single speakers of it say.

    `key` is the id of the party; that of all clusters is the same, and nobody's.
    """

    key: str
    name: str
    lines: tuple[GlanceLine, ...]
    barriers_by_line: tuple[tuple[Barrier, ...], ...]
    is_under: bool = False

    @property
    def barriers(self) -> tuple[Barrier, ...]:
        """Return all barriers of the lane."""
        return tuple(one for several in self.barriers_by_line for one in several)

    def is_marked(self, value: Fraction) -> bool:
        """Return whether a round mark or a square stands at a value, beside which a barrier keeps clear."""
        return any(one.span is not None and value in (one.span.low, one.span.high) and one.parts != ("limit",) for one in self.lines)

    def barriers_of(self, line: GlanceLine) -> tuple[Barrier, ...]:
        """Return the barriers that belong to a line; none where it tells of no limit."""
        held = zip(self.lines, self.barriers_by_line, strict=True)
        return next((several for one, several in held if (one.parts, one.span, one.ids) == (line.parts, line.span, line.ids)), ())

    def ends_of(self, line: GlanceLine) -> tuple[Fraction, ...]:
        """Return the values at which a line has its marks; of a limit those that it surely does not refuse."""
        if line.span is None:
            return ()
        if line.parts == ("limit",):
            return tuple(line.span.low if one.refused == "lower" else line.span.high for one in self.barriers_of(line))
        return line.span.low, line.span.high


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
    """An issue at a glance; `silent` tells which of the parties shown have no lane, and why, and `names` have room beside the lanes.

    Of one that is drawn in full, `zone` is what both stated limits of the pair leave, `pair` how far apart who is, and `ids` are the statements
    behind all that is drawn.
    """

    row: OverviewRow
    axis: Axis
    lanes: tuple[Lane, ...]
    bracket: Bracket | None
    answer: Answer
    silent: Said | None
    names: tuple[str, ...]
    zone: Zone | None = None
    pair: Argument | None = None
    ids: tuple[str, ...] = ()

    @property
    def standing(self) -> tuple[Fraction, ...]:
        """Return the values at which something stands, from low to high."""
        spans = [line.span for lane in self.lanes if not lane.is_under for line in lane.lines if line.span]
        return tuple(sorted({end for span in spans for end in (span.low, span.high)}))

    @property
    def ranked(self) -> tuple[Fraction, ...]:
        """Return the values at which marks stand: of what is asked or done first, then of what is offered, then of limits, and last of hints."""
        lines = [(lane, line) for lane in self.lanes if not lane.is_under for line in lane.lines if line.span]
        lines.sort(key=lambda one: (one[1].is_soft, *(not {*parts} & {*one[1].parts} for parts in _RANKS)))
        return tuple(dict.fromkeys(end for lane, line in lines for end in lane.ends_of(line)))


def glance_of(
    row: OverviewRow, told: Sequence[tuple[GlanceLine, ...]], statement: Callable[[str], Statement], together: Sequence[Cluster] = ()
) -> Glance:
    """Return what is drawn of an issue; `told` are the lines of each position, and `statement` returns the one with an id.

    A party that has placed nothing has no lane unless it is a principal; where nobody has placed anything, the pair that is compared has. The
    parties of the clusters in `together` have no lanes of their own; where those are many, neither has each cluster.
    """
    inside = _inside(together)
    drawing = gap_drawing(row.gap, [one for one in row.positions if one.party.id not in inside] or row.positions, statement)
    return _glance(row, told, drawing, together, in_few_strips(together))


def _glance(
    row: OverviewRow, told: Sequence[tuple[GlanceLine, ...]], drawing: GapDrawing, together: Sequence[Cluster], strips: Sequence[Strip]
) -> Glance:
    inside = _inside(together)
    speaking = [(position, lines) for position, lines in zip(row.positions, told, strict=True) if lines and position.party.id not in inside]
    placed = [(position, lines) for position, lines in speaking if not is_unplaced(lines) or keeps_lane(position, lines)]
    if not (placed or together):
        placed = [(position, lines) for position, lines in speaking if position.party in compared(row)]
    lanes = [_own_lane(position, lines) for position, lines in placed]
    drawn = [*(party for cluster in together for party in cluster.parties), *(position.party for position, _ in placed)]
    lanes += [Lane(CLUSTERS, say(one.name), one.lines, tuple(() for _ in one.lines)) for one in strips]
    found = answer(row)
    names = tuple(one.name for one in lanes) if together else tuple(drawn_name(one.party) for one in row.positions)
    return Glance(row, drawing.axis, tuple(lanes), _bracket(row, drawing.measure, found), found, no_lane(row, told, drawn), names)


def _inside(together: Sequence[Cluster]) -> set[str]:
    """Return the ids of the parties that have a lane only as a cluster."""
    return {party.id for cluster in together for party in cluster.parties}


def _own_lane(position: Position, lines: tuple[GlanceLine, ...]) -> Lane:
    barriers = tuple(barriers_of(line.limit, position) if line.limit else () for line in lines)
    return Lane(position.party.id, drawn_name(position.party), lines, barriers)


def full_glance_of(
    found: Gathered, told: Sequence[tuple[GlanceLine, ...]], statement: Callable[[str], Statement], voices: Sequence[PartVoices]
) -> Glance:
    """Return what is drawn of an issue on a page of its own: also speakers who differ, principals who are silent, and whose limit nobody knows.

    Of many parties that is so of those in focus, and `told` holds nothing of those in clusters.
    """
    row, focus = found.row, {one.id for one in found.focus}
    drawing = gap_drawing(row.gap, found.alone.positions, statement, voices)
    glance = _glance(row, told, drawing, found.clusters, each_apart(found.clusters))
    held = {one.key: one for one in glance.lanes}
    lanes = list[Lane]()
    for position, lines in zip(row.positions, told, strict=True):
        if position.party.id not in focus:
            continue
        lane = held.get(position.party.id)
        if lane is None and lines:
            lane = _own_lane(position, lines)
        if lane is None:
            lanes += [Lane(position.party.id, drawn_name(position.party), (SILENT,), ((),))] if position.party.role == "principal" else []
            continue
        unknown = _is_of_pair(row, position) and position.is_evidenced and not any("limit" in one.parts for one in lane.lines)
        is_limited = position.limit.is_stated or any(one.kind == "red_line" for one in position.conditional)
        if unknown and not is_limited:
            lane = replace(lane, lines=(*lane.lines, NO_LIMIT), barriers_by_line=(*lane.barriers_by_line, ()))
        lanes.append(lane)
        own = [one for one in voices if one.party == position.party]
        lanes += [_under(position, line) for several in own for line in voice_lines(several, lane.lines)]
    lanes += [one for one in glance.lanes if one.key == CLUSTERS]
    return replace(
        glance,
        lanes=tuple(lanes),
        zone=drawing.zone,
        pair=drawing.measure.told if drawing.measure else None,
        ids=united(drawing.ids, *(each.ids for one in found.clusters for each in one.spreads.values())),
    )


def _under(position: Position, line: GlanceLine) -> Lane:
    """Return the lane of what single speakers of a party say, with the barriers of a limit."""
    assert line.span is not None
    is_limit = line.parts == ("limit",)
    barriers = barriers_at(line.span, line.span, position, line.told, line.ids, is_stated=True) if is_limit else ()
    return Lane(position.party.id, drawn_name(position.party), (line,), (barriers,), is_under=True)


def _is_of_pair(row: OverviewRow, position: Position) -> bool:
    return row.gap is not None and position.party in (row.gap.a.party, row.gap.b.party)


def _bracket(row: OverviewRow, measure: Measure | None, found: Answer) -> Bracket | None:
    lead = table_gap(row.gap) if row.gap else None
    if measure is None or lead is None:
        return None
    told = Apart(lead.apart, lead.asker.axis) if lead.apart.high else found.told
    words = said("labelled", label=found.measured, told=found.told) if found.measured else found.told
    return Bracket(measure.sure, measure.reach, told, words, measure.ids)
