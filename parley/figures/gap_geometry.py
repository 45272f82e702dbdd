"""The geometry of a drawn gap, computed once for every way of drawing it: rows, marks, spans, barriers, gap and zone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from parley.analysis.clusters import Cluster
from parley.analysis.evidence import is_soft
from parley.analysis.gaps import Gap
from parley.analysis.leading import TableGap, names_a_place, table_gap
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Span, threshold
from parley.analysis.positions import KIND_OF, PARTS, Part, Position, PositionSet
from parley.analysis.voices import PartVoices
from parley.figures.lettering import shortened
from parley.figures.voice_marks import Toward, VoiceMark, voice_marks
from parley.model import Party, Statement
from parley.scales import Axis
from parley.telling.cluster import CLUSTERS, cluster_name, stands_at, who_and_limits
from parley.telling.counting import counted
from parley.telling.drawings import WhyNoLimit, grown_stale, pair_apart, zone
from parley.telling.places import standing
from parley.telling.said import Argument, Said, said
from parley.words import say

_MARKED: tuple[Part, ...] = ("demand", "offer", "measure")
NAME_LETTERS = 24  # of a party, that a drawing has room for


@dataclass(frozen=True)
class Mark:
    """A demand, best offer or measure on its row: at one value, or somewhere in a span; `is_soft` says that all behind it only hints or implies."""

    part: Part
    span: Span
    place: Argument
    ids: tuple[str, ...]
    is_hint: bool = False
    is_soft: bool = False

    @property
    def words(self) -> str:
        """Return where it stands, in words."""
        return say(self.place)


@dataclass(frozen=True)
class Barrier:
    """A limit: a barrier at `at` with its teeth towards what is refused; `span` is where it may stand.

    A stated limit that is not exact surely refuses what lies beyond `at`, and perhaps what lies between it and `fades_at`.
    An unstated limit has no barrier: it is drawn as a bracket with a question mark over `span`.
    """

    at: Fraction
    fades_at: Fraction
    refused: Toward
    span: Span
    is_stated: bool
    place: Argument
    ids: tuple[str, ...]
    is_soft: bool = False


@dataclass(frozen=True)
class Row:
    """One party's row: its name, the date of the newest statement behind it, and its marks; `conditional` are the parts stated so only.

    That of a cluster has, in place of the date, who is in it. `priced_limits` are the ids of the limits that stand under a condition. `unplaced` is
    what is told on the row of a principal that spoke and placed nothing, with its statements.
    """

    party_id: str
    name: str
    newest: Argument
    is_stale: bool
    marks: tuple[Mark, ...]
    barriers: tuple[Barrier, ...]
    voices: tuple[VoiceMark, ...] = ()
    conditional: tuple[Part, ...] = ()
    priced_limits: tuple[str, ...] = ()
    unplaced: Said | None = None

    @property
    def why_no_limit(self) -> WhyNoLimit | None:
        """Return why a limit is drawn with a question mark: it was not stated, or not without a condition; None where it was stated."""
        if all(one.is_stated for one in self.barriers):
            return None
        return "conditional" if "limit" in self.conditional else "unstated"

    @property
    def dated(self) -> str:
        """Return the date of the newest statement, in words, and that it is stale where it is."""
        return say(grown_stale(self.newest, is_stale=self.is_stale))

    def mark(self, part: Part) -> Mark | None:
        """Return the mark of one part, or None where it was not stated."""
        return next((one for one in self.marks if one.part == part), None)


@dataclass(frozen=True)
class Measure:
    """A distance drawn as a dimension line: surely from `sure.low` to `sure.high`, possibly over `reach`, with its label."""

    sure: Span | None
    reach: Span
    told: Argument
    ids: tuple[str, ...]

    @property
    def label(self) -> str:
        """Return the label, in words."""
        return say(self.told)


@dataclass(frozen=True)
class Zone:
    """The outcomes that no stated limit of the pair excludes: `certain` for sure, `possible` at most."""

    certain: Span | None
    possible: Span
    label: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class GapDrawing:
    """Everything a drawing of one issue needs, in the values of its scale."""

    axis: Axis
    rows: tuple[Row, ...]
    measure: Measure | None
    zone: Zone | None
    left: Fraction
    right: Fraction

    @property
    def why_no_limit(self) -> WhyNoLimit | None:
        """Return what the question mark on a row stands for, in all rows together; None where every limit was stated."""
        found = {row.why_no_limit for row in self.rows if row.why_no_limit}
        return "either" if len(found) > 1 else next(iter(found), None)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements behind the marks, the barriers and the speakers' marks, each once."""
        behind = [one.ids for row in self.rows for several in (row.marks, row.barriers, row.voices) for one in several]
        return tuple(sorted({key for ids in behind for key in ids}))


def gap_drawing(
    gap: Gap | None,
    positions: Sequence[Position],
    statement: Callable[[str], Statement],
    voices: Sequence[PartVoices] = (),
    together: Sequence[Cluster] = (),
) -> GapDrawing:
    """Return the drawing of the positions on one issue, evidenced ones and those of principals that spoke, with the gap of one pair and the speakers
    who differ marked.

    `statement` returns the one with an id. Beneath the positions stand the clusters in `together`, a row for each.
    """
    axis = positions[0].axis
    margin = Fraction(7, 10) if axis.is_ladder else (axis.top - axis.bottom) / 25
    wide = axis.top - axis.bottom + 2 * margin
    rows = tuple(
        replace(_row(one, statement), voices=voice_marks(one, [each for each in voices if each.party == one.party], wide))
        if one.is_evidenced
        else _row_of_unplaced(one, statement)
        for one in positions
        if one.is_evidenced or _spoke_and_placed_nothing(one)
    )
    rows += tuple(map(_row_of_cluster, together))
    lead = table_gap(gap) if gap else None
    return GapDrawing(
        axis, rows, _measure(lead) if lead else None, _zone(gap) if gap and gap.possible else None, axis.bottom - margin, axis.top + margin
    )


def _row(position: Position, statement: Callable[[str], Statement]) -> Row:
    newest = max(map(statement, position.ids), key=lambda one: one.day).said
    marks = []
    for part in _MARKED:
        own = position.as_stated(part)
        if own.is_stated and names_a_place(own, position):
            span = threshold(own.outcomes, position.direction)
            soft = all(is_soft(statement(key), position.party.committing) for key in own.ids)
            marks.append(Mark(part, span, standing(own, position, part), own.ids, own.is_hint, soft))
    stale = any(flag.kind == "stale" for flag in position.flags)
    kinds = {one.kind for one in position.conditional}
    conditional = tuple(part for part in PARTS if KIND_OF[part] in kinds and not part_of(position, part).is_stated)
    priced = tuple(one.id for one in position.conditional if one.kind == "red_line")
    limit = _limit(position)
    soft = limit.is_stated and all(is_soft(statement(key), position.party.committing) for key in limit.ids)
    barriers = tuple(replace(one, is_soft=soft) for one in barriers_of(limit, position))
    return Row(position.party.id, drawn_name(position.party), newest, stale, tuple(marks), barriers, conditional=conditional, priced_limits=priced)


def _spoke_and_placed_nothing(position: Position) -> bool:
    """Return whether a principal has a row though nothing of it has a place; what stands under a condition has words of its own elsewhere."""
    return position.party.role == "principal" and position.has_spoken and not position.conditional


def _row_of_unplaced(position: Position, statement: Callable[[str], Statement]) -> Row:
    newest = max(map(statement, position.spoken), key=lambda one: one.day).said
    told = said("nothing-placed-in", position.spoken, statements=counted(len(position.spoken), "statements"))
    return Row(position.party.id, drawn_name(position.party), newest, False, (), (), unplaced=told)


def _row_of_cluster(cluster: Cluster) -> Row:
    """Return the row of parties told together: where they stand with each part that has a mark, and who they are."""
    marks = [Mark(part, one.span, stands_at(cluster, part), one.ids) for part in _MARKED if (one := cluster.spreads.get(part))]
    return Row(CLUSTERS, say(cluster_name(cluster)), who_and_limits(cluster), False, tuple(marks), ())


def _limit(position: Position) -> PositionSet:
    """Return the limit as it was stated; where it was not, as the other parts bound it."""
    return position.as_stated("limit") if position.limit.is_stated else position.limit


def drawn_name(party: Party) -> str:
    """Return a party's short name as drawings have room for it."""
    return shortened(party.short, NAME_LETTERS)


def barriers_of(own: PositionSet, position: Position) -> tuple[Barrier, ...]:
    """Return a party's limit as barriers."""
    return barriers_at(own.outcomes.lo, own.outcomes.hi, position, standing(own, position, "limit"), own.ids, is_stated=own.is_stated)


def barriers_at(low: Span, high: Span, position: Position, place: Argument, ids: tuple[str, ...], *, is_stated: bool) -> tuple[Barrier, ...]:
    """Return barriers at the ends of what a limit leaves: one on the side that is refused; for a target, one on each side.

    A limit is closed, so its barrier stands at the last place that is not surely refused, on a ladder and on a quantity, in every drawing.
    """
    found = []
    if position.direction != "down":
        found.append(Barrier(low.low, low.high, "lower", low, is_stated, place, ids))
    if position.direction != "up":
        found.append(Barrier(high.high, high.low, "higher", high, is_stated, place, ids))
    return tuple(found)


def _measure(lead: TableGap) -> Measure:
    asker, other = lead.asker, lead.other
    told = pair_apart(lead, (drawn_name(asker.party), drawn_name(other.party)))
    if lead.apart.high == 0:
        return Measure(None, threshold(asker.asked.outcomes, asker.direction), told, lead.ids)
    asked, offered = asker.asked.outcomes, other.on_table.outcomes
    # Two targets may miss each other on either side; drawn is the side on which they may be furthest apart.
    if asked.lo.high - offered.hi.low >= offered.lo.high - asked.hi.low:
        reach = Span(offered.hi.low, asked.lo.high)
        sure = Span(offered.hi.high, asked.lo.low) if asked.lo.low > offered.hi.high else None
    else:
        reach = Span(asked.hi.low, offered.lo.high)
        sure = Span(asked.hi.high, offered.lo.low) if offered.lo.low > asked.hi.high else None
    return Measure(sure, reach, told, lead.ids)


def _zone(gap: Gap) -> Zone | None:
    """Return the zone where both have stated a limit; what one limit alone leaves says little, and looks like a landing place."""
    if not (gap.a.limit.is_stated and gap.b.limit.is_stated):
        return None
    lows = [one.limit.outcomes.lo for one in (gap.a, gap.b)]
    highs = [one.limit.outcomes.hi for one in (gap.a, gap.b)]
    outer = max(one.low for one in lows), min(one.high for one in highs)
    inner = max(one.high for one in lows), min(one.low for one in highs)
    if outer[0] > outer[1]:
        return None
    certain = Span(*inner) if inner[0] <= inner[1] else None
    label = say(zone(certain, Span(*outer), exists=gap.limit.high == 0))
    return Zone(certain, Span(*outer), label, tuple(sorted({*gap.a.limit.ids, *gap.b.limit.ids})))
