"""The spots of a chart: where each of its marks lies, what it is, who said it and when, and the statements that it opens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from parley.analysis.outcomes import Span
from parley.figures.gap_geometry import GapDrawing, Mark, Row
from parley.figures.gap_rows import BRACKET, GapRows
from parley.figures.timeline_geometry import TimelineDrawing
from parley.model import Statement
from parley.telling.drawings import grown_stale, no_limit, offer_hinted, part_of_party
from parley.telling.parties import of_pair
from parley.telling.said import Apart, Argument, Stretch, Verbatim, said
from parley.telling.terms import part_of_position
from parley.words import say

MOST_CITED = 3  # statements that are told beside a mark; the others are counted

Cite = Callable[[Statement], str]
Ends = tuple[float, float] | tuple[str, str]  # of a stretch: values of the scale, or days


@dataclass(frozen=True)
class Spot:
    """A mark that answers: its ends across and its heights, in the values of the chart's axes, its words, who said it, and the statements' ids.

    Of a band both edges are drawn, so that it has two heights. `is_on_strip` says that it lies on the second upright axis, that of the
    distances beneath a timeline.
    """

    across: Ends
    upright: tuple[float, ...]
    words: str
    said: tuple[str, ...]
    ids: tuple[str, ...]
    is_on_strip: bool = False


class Citing:
    """How a spot tells of its statements: the newest first, a few of them, and how many there are besides."""

    def __init__(self, statements: Mapping[str, Statement], cite: Cite) -> None:
        self.statements, self.cite = statements, cite
        self._told: dict[str, str] = {}

    def lines(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return who said it, on whose word, when and in which document, a line for each statement."""
        held = sorted((self.statements[one] for one in ids if one in self.statements), key=lambda one: (one.day, one.id), reverse=True)
        told = [self._cited(one) for one in held[:MOST_CITED]]
        more = len(held) - len(told)
        return (*told, say(said("more-besides", more=more))) if more else tuple(told)

    def _cited(self, one: Statement) -> str:
        # Several marks rest on one statement.
        return self._told.get(one.id) or self._told.setdefault(one.id, self.cite(one))


def gap_spots(drawing: GapDrawing, citing: Citing) -> tuple[Spot, ...]:
    """Return the spots of a drawn gap in reading order: row by row from low to high, then the gap and the zone."""
    rows = GapRows(drawing)
    found = []
    for y, row in zip(rows.heights, drawing.rows, strict=True):
        own = [*_marks(row, y, citing), *_barriers(row, y, citing), *_voices(row, y, rows, citing)]
        found += sorted(_merged(own), key=lambda one: (one.across, one.upright))
    measure, zone = drawing.measure, drawing.zone
    if measure:
        found.append(Spot(_ends(measure.reach.low, measure.reach.high), (rows.strip(0),), measure.label, citing.lines(measure.ids), measure.ids))
    if zone:
        at = rows.strip(rows.strips - 1)
        found.append(Spot(_ends(zone.possible.low, zone.possible.high), (at,), zone.label, citing.lines(zone.ids), zone.ids))
    return tuple(found)


def _marks(row: Row, y: float, citing: Citing) -> Iterator[Spot]:
    for mark in row.marks:
        yield Spot(
            _ends(mark.span.low, mark.span.high), (y,), say(part_of_party(row.name, _name(mark), mark.place)), citing.lines(mark.ids), mark.ids
        )


def _name(mark: Mark) -> Argument:
    return offer_hinted() if mark.part == "offer" and mark.is_hint else part_of_position(mark.part)


def _barriers(row: Row, y: float, citing: Citing) -> Iterator[Spot]:
    for one in row.barriers:
        if one.is_stated:
            words = say(part_of_party(row.name, part_of_position("limit"), one.place))
            yield Spot(_ends(*sorted((one.at, one.fades_at))), (y,), words, citing.lines(one.ids), one.ids)
        else:
            middle = float(one.span.low + one.span.high) / 2
            yield Spot((middle, middle), (y - BRACKET,), _no_limit(row), citing.lines(one.ids), one.ids)


def _no_limit(row: Row) -> str:
    return say(said("labelled", label=Verbatim(row.name), told=no_limit(row.why_no_limit or "unstated")))


def _voices(row: Row, y: float, rows: GapRows, citing: Citing) -> Iterator[Spot]:
    for voice in row.voices:
        at = rows.lane(voice.lane, y)
        yield Spot(_ends(voice.span.low, voice.span.high), (at,), voice.words, citing.lines(voice.ids), voice.ids)


def _merged(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield the spots, those that lie at one place as one: a pointer could not tell them apart."""
    at: dict[tuple[Ends, tuple[float, ...]], list[Spot]] = {}
    for one in spots:
        at.setdefault((one.across, one.upright), []).append(one)
    for (across, upright), several in at.items():
        words = "; ".join(one.words for one in several)
        said = tuple(dict.fromkeys(line for one in several for line in one.said))
        yield Spot(across, upright, words, said, tuple(dict.fromkeys(key for one in several for key in one.ids)))


def _ends(low: Fraction, high: Fraction) -> tuple[float, float]:
    return float(low), float(high)


def timeline_spots(drawing: TimelineDrawing, citing: Citing) -> tuple[Spot, ...]:
    """Return the spots of an issue over time in reading order: each line's stretches by day, what was said, then the strip of distances."""
    found = []
    for line in drawing.lines:
        for one in line.stretches:
            place = grown_stale(Stretch(one.span, drawing.axis), is_stale=one.is_stale)
            words = say(part_of_party(line.name, part_of_position(line.part), place))
            found.append(Spot(_days(max(one.start, drawing.start), one.end), _edges(one.span, line.aside), words, citing.lines(one.ids), one.ids))
    for mark in drawing.said:
        if mark.span is not None:
            found.append(Spot(_days(mark.day, mark.day), _edges(mark.span, mark.aside), mark.words, citing.lines([mark.id]), (mark.id,)))
    for gap in drawing.gaps:
        if gap.apart is not None and drawing.pair is not None and gap.end >= drawing.start:
            words = say(of_pair(drawing.pair, Apart(gap.apart, drawing.axis)))
            edges = tuple(dict.fromkeys((float(gap.apart.low), float(gap.apart.high))))
            found.append(Spot(_days(max(gap.start, drawing.start), gap.end), edges, words, citing.lines(gap.ids), gap.ids, is_on_strip=True))
    return tuple(found)


def _edges(span: Span, aside: Fraction) -> tuple[float, ...]:
    return tuple(dict.fromkeys((float(span.low + aside), float(span.high + aside))))


def _days(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()
