"""The geometry of a drawn gap, computed once for every way of drawing it: rows, marks, spans, barriers, gap and zone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from parley.analysis.gaps import Gap
from parley.analysis.leading import TableGap, names_a_place, table_gap
from parley.analysis.outcomes import Span, threshold
from parley.analysis.positions import Part, Position
from parley.analysis.voices import PartVoices
from parley.figures.lettering import shortened
from parley.figures.voice_marks import Toward, VoiceMark, voice_marks
from parley.model import Party, Statement
from parley.scales import Axis
from parley.telling.gap import apart
from parley.telling.places import standing
from parley.words import say

HALF = Fraction(1, 2)
NAME_LETTERS = 24  # of a party, that a drawing has room for


@dataclass(frozen=True)
class Mark:
    """A demand or best offer on its row: at one value, or somewhere in a span."""

    part: Part
    span: Span
    words: str
    ids: tuple[str, ...]
    is_hint: bool = False


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
    words: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One party's row: its name, the date of the newest statement behind it, and its marks."""

    party_id: str
    name: str
    newest: str
    is_stale: bool
    marks: tuple[Mark, ...]
    barriers: tuple[Barrier, ...]
    voices: tuple[VoiceMark, ...] = ()

    def mark(self, part: Part) -> Mark | None:
        """Return the mark of one part, or None where it was not stated."""
        return next((one for one in self.marks if one.part == part), None)


@dataclass(frozen=True)
class Measure:
    """A distance drawn as a dimension line: surely from `sure.low` to `sure.high`, possibly over `reach`, with its label."""

    sure: Span | None
    reach: Span
    label: str
    ids: tuple[str, ...]


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
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements behind the marks, the barriers and the speakers' marks, each once."""
        behind = [one.ids for row in self.rows for several in (row.marks, row.barriers, row.voices) for one in several]
        return tuple(sorted({key for ids in behind for key in ids}))


def gap_drawing(gap: Gap | None, positions: Sequence[Position], statements: Mapping[str, Statement], voices: Sequence[PartVoices] = ()) -> GapDrawing:
    """Return the drawing of the positions on one issue, evidenced ones only, with the gap of one pair and the speakers who differ marked."""
    axis = positions[0].axis
    margin = Fraction(7, 10) if axis.is_ladder else (axis.top - axis.bottom) / 25
    wide = axis.top - axis.bottom + 2 * margin
    rows = tuple(
        replace(_row(one, statements), voices=voice_marks(one, [each for each in voices if each.party == one.party], wide))
        for one in positions
        if one.is_evidenced
    )
    lead = table_gap(gap) if gap else None
    return GapDrawing(
        axis, rows, _measure(lead) if lead else None, _zone(gap) if gap and gap.possible else None, axis.bottom - margin, axis.top + margin
    )


def _row(position: Position, statements: Mapping[str, Statement]) -> Row:
    behind = [statements[one] for one in position.ids if one in statements]
    newest = max(behind, key=lambda one: one.day).said.shown() if behind else ""
    marks = []
    for part, own in (("demand", position.demand), ("offer", position.offer)):
        if own.is_stated and names_a_place(own, position):
            span = threshold(own.outcomes, position.direction)
            marks.append(Mark(part, span, say(standing(own, position)), own.ids, own.is_hint))  # type: ignore[arg-type]
    stale = any(flag.kind == "stale" for flag in position.flags)
    return Row(position.party.id, drawn_name(position.party), newest, stale, tuple(marks), _barriers(position))


def drawn_name(party: Party) -> str:
    """Return a party's short name as drawings have room for it."""
    return shortened(party.short, NAME_LETTERS)


def _barriers(position: Position) -> tuple[Barrier, ...]:
    """Return the limit as barriers: one on the side that is refused; for a target, one on each side."""
    own, axis = position.limit, position.axis
    step = HALF if axis.is_ladder else Fraction(0)
    words = say(standing(own, position))
    found = []
    if position.direction != "down":
        span = own.outcomes.lo
        found.append(Barrier(span.low - step, span.high - step, "lower", span, own.is_stated, words, own.ids))
    if position.direction != "up":
        span = own.outcomes.hi
        found.append(Barrier(span.high + step, span.low + step, "higher", span, own.is_stated, words, own.ids))
    return tuple(found)


def _measure(lead: TableGap) -> Measure:
    asker, other = lead.asker, lead.other
    label = f"{drawn_name(asker.party)} – {drawn_name(other.party)}: {say(apart(lead.apart, asker.axis))}"
    if lead.apart.high == 0:
        return Measure(None, threshold(asker.demand.outcomes, asker.direction), label, lead.ids)
    asked, offered = asker.demand.outcomes, other.offer.outcomes
    # Two targets may miss each other on either side; drawn is the side on which they may be furthest apart.
    if asked.lo.high - offered.hi.low >= offered.lo.high - asked.hi.low:
        reach = Span(offered.hi.low, asked.lo.high)
        sure = Span(offered.hi.high, asked.lo.low) if asked.lo.low > offered.hi.high else None
    else:
        reach = Span(asked.hi.low, offered.lo.high)
        sure = Span(asked.hi.high, offered.lo.low) if offered.lo.low > asked.hi.high else None
    return Measure(sure, reach, label, lead.ids)


def _zone(gap: Gap) -> Zone | None:
    lows = [one.limit.outcomes.lo for one in (gap.a, gap.b)]
    highs = [one.limit.outcomes.hi for one in (gap.a, gap.b)]
    outer = max(one.low for one in lows), min(one.high for one in highs)
    inner = max(one.high for one in lows), min(one.low for one in highs)
    if outer[0] > outer[1]:
        return None
    certain = Span(*inner) if inner[0] <= inner[1] else None
    return Zone(
        certain, Span(*outer), _zone_label(certain, Span(*outer), exists=gap.limit.high == 0), tuple(sorted({*gap.a.limit.ids, *gap.b.limit.ids}))
    )


def _zone_label(certain: Span | None, possible: Span, *, exists: bool) -> str:
    if certain is None:
        return "a zone, somewhere in here" if exists else "possible zone"
    return "certain zone" if certain == possible else "zone: solid certain, hatched possible"
