"""One issue over time as a picture of plain shapes: step lines on the issue's own scale, events above, the gap as a strip beneath."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from parley.analysis.outcomes import Span
from parley.analysis.timeline import GapStretch, Stretch
from parley.figures.lettering import lines_of
from parley.figures.palette import NEUTRAL
from parley.figures.picture import Box, Dot, Item, Label, Line, Outline, Picture, Sign, layers_of
from parley.figures.sheet import (
    BASE,
    DOTTED,
    EDGE,
    GAP,
    LEADING,
    LIMITS,
    NOTE,
    SMALL,
    SMALLEST,
    TICK,
    WIDTH,
    block,
    caption,
    gap_ticks_of,
    note_parts,
    party_layer,
    ticks_of,
)
from parley.figures.timeline_geometry import Line as PartLine
from parley.figures.timeline_geometry import Said, TimelineDrawing
from parley.figures.timeline_lines import (
    AFTER_MARK,
    KINDS,
    SAMPLE,
    band,
    broken_at,
    days_of_event,
    level_line,
    sample,
    since,
    strokes_along,
    strokes_at,
    symbol,
    teeth_along,
    tick,
    upright,
)
from parley.figures.timeline_sheet import RUNG, SILENCE, STRIP_HEAD, TimelineSheet
from parley.telling.drawings import grown_stale, part_of_party
from parley.telling.parties import of_pair
from parley.telling.said import Apart
from parley.telling.terms import part_of_position
from parley.words import say

BESIDE = 9.0  # between marks of two parties at one place on one day
LONG_DASH = (6.0, 4.0)


def timeline_picture(
    drawing: TimelineDrawing, colours: Mapping[str, str], note: str, alt: str, cut: str = "", width: float = WIDTH, step: float = RUNG
) -> Picture:
    """Return the picture of an issue over time; `colours` by party id, `note` the source note beneath, `alt` what it shows in words.

    `cut` says under which evidence cut it was made, and stands in bold above the drawing; empty under the default. `step` is how high a step of a
    ladder is where names let it.
    """
    sheet = TimelineSheet(drawing, note, cut, width, step)
    placed = list(_Shapes(drawing, colours, sheet).placed())
    order = [BASE, *map(party_layer, colours), LIMITS, GAP]
    placed.sort(key=lambda one: order.index(one[0]))
    return Picture(width, sheet.height, layers_of(placed), alt)


class _Shapes:
    """The shapes of a drawing over time, on its sheet."""

    def __init__(self, drawing: TimelineDrawing, colours: Mapping[str, str], sheet: TimelineSheet) -> None:
        self.drawing, self.colours, self.sheet = drawing, colours, sheet
        self.numbers = {party: number for number, party in enumerate(colours)}
        kinds = dict(KINDS)
        self.begun = {
            (line.party_id, kinds[line.part], one.start, value)
            for line in drawing.lines
            for one in line.stretches
            for value in (one.span.low, one.span.high)
        }

    def placed(self) -> Iterator[tuple[str, Item | Sign]]:
        """Yield every shape and sign with the id of its layer, the lowest of a layer first."""
        base = (
            *self._events(),
            *self._scale(),
            *self._days(),
            *self._note(),
            *self._silences(),
            *self._names(),
            *self._lanes(),
            *self.sheet.head.title(),
            *self.sheet.legend.items(self.sheet.legend_at),
        )
        yield from ((BASE, item) for item in base)
        for number, line in enumerate(self.drawing.lines):
            layer = LIMITS if line.part == "limit" else party_layer(line.party_id)
            yield from ((layer, part) for part in self._line(line, number))
        shown = [one for one in self.drawing.said if one.party_id in self.colours]
        for number, one in enumerate(shown):
            yield party_layer(one.party_id), self._tick(one)
            layer = LIMITS if one.kind == "red_line" else party_layer(one.party_id)
            yield from ((layer, sign) for sign in self._mark(one, shown, number))
        if self.drawing.has_strip:
            yield from ((GAP, part) for part in self._strip())

    def _events(self) -> Iterator[Item]:
        """Yield each event's upright line, and its days where there are several, with its label above; and the date shown."""
        sheet = self.sheet
        stretches = [(sheet.top, sheet.ground), *([(sheet.strip_top, sheet.foot)] if self.drawing.has_strip else [])]
        for event in sheet.events:
            one, lines = event.event, event.lines
            x, foot, size = sheet.x(one.first), sheet.event_y(event.level), SMALL
            if one.last > one.first:
                yield days_of_event(x, sheet.x(one.last), sheet.top, sheet.floor)
            top = foot - len(lines) * size * LEADING
            for start, end in [(top, sheet.ground), *stretches[1:]]:
                yield Line(x, start, x, end, NEUTRAL, 2, LONG_DASH) if one.is_date_shown else upright(x, start, end)
            side = -5 if one.stands_left else 5
            yield from block(lines, x + side, top + 0.9 * size, size, Label(0, 0, "", size, "end" if one.stands_left else "start"))

    def _scale(self) -> Iterator[Item]:
        """Yield the lines and words of the scale."""
        sheet, axis = self.sheet, self.drawing.axis
        for value, words in ticks_of(axis):
            y = sheet.y(value)
            yield Line(sheet.left, y, sheet.right, y, NEUTRAL, opacity=0.28)
            yield from self._above(words, y) if sheet.names_within else self._beside(words, y)
        if not axis.is_ladder and sheet.width < SMALLEST:
            (unit,) = lines_of(axis.unit, sheet.width - 2 * EDGE, SMALL, bold=True, most=1)
            yield Label(EDGE, sheet.top - 5, unit, SMALL, is_bold=True)
        elif not axis.is_ladder:
            units = lines_of(axis.unit, sheet.left - 14, SMALL, bold=True, most=1)
            yield from block(units, sheet.left - 10, sheet.top - 4, SMALL, Label(0, 0, "", SMALL, "end", is_bold=True))

    def _beside(self, words: str, y: float) -> Iterator[Label]:
        """Yield words left of the drawing, at a height."""
        lines = self.sheet.names_of(words)
        first = y + 0.35 * SMALL - (len(lines) - 1) * SMALL * LEADING / 2
        yield from block(lines, self.sheet.left - 10, first, SMALL, Label(0, 0, "", SMALL, "end"))

    def _above(self, words: str, y: float) -> Iterator[Label]:
        """Yield words within the drawing, above a height, clear of the lines that stand on it."""
        sheet = self.sheet
        lines = lines_of(words, sheet.right - sheet.left, SMALL, most=2)
        above = max(13, sheet.y(Fraction(0)) - sheet.y(max(sheet.asides)) + 10)
        yield from block(lines, sheet.left, y - above - (len(lines) - 1) * SMALL * LEADING, SMALL, Label(0, 0, "", SMALL, opacity=0.9))

    def _days(self) -> Iterator[Item]:
        """Yield the time axis with its days."""
        sheet = self.sheet
        yield Line(sheet.left, sheet.foot, sheet.right, sheet.foot, NEUTRAL)
        for first, last in sheet.days.breaks:
            middle = (sheet.x(first) + sheet.x(last)) / 2
            for y in (sheet.foot, sheet.floor) if sheet.foot != sheet.floor else (sheet.foot,):
                yield from broken_at(middle, y)
        for one in sheet.days.marked(sheet.width):
            yield Line(one.x, sheet.foot, one.x, sheet.foot + 5, NEUTRAL)
            yield from caption((one.words,), one.middle, sheet.foot + 20, 0, sheet.width, Label(0, 0, "", TICK))

    def _note(self) -> tuple[Item | Sign, ...]:
        """Return the source note, beneath all else."""
        sheet = self.sheet
        labels = tuple(block(sheet.notes, sheet.left, sheet.note_at + 0.8 * NOTE * LEADING, NOTE, Label(0, 0, "", NOTE, opacity=0.8)))
        return note_parts(labels, " ".join(sheet.notes), self.drawing.ids, len(self.drawing.lines) + 2)

    def _silences(self) -> Iterator[Item]:
        for one in self.sheet.silences:
            y = self.sheet.ground + one.lane * SILENCE + 5
            yield Line(one.low + 3, y, one.high - 3, y, NEUTRAL)
            yield from (Line(x, y - 3, x, y + 3, NEUTRAL) for x in (one.low + 3, one.high - 3))
            yield Label(one.middle, y + 15, one.words, SMALL, "middle", opacity=0.8)

    def _names(self) -> Iterator[Item]:
        """Yield the name of each line right of the drawing, behind a sample of it, with a line that leads there."""
        x, sheet = self.sheet.x(self.drawing.as_of) + 8, self.sheet
        for one in sheet.told:
            yield Outline(((x, one.source), (sheet.right - 2, one.source), (sheet.sample_at - 2, one.middle)), NEUTRAL, 1, dash=(1.5, 3.0))
            party = one.line.party_id
            yield from sample(one.line.part, self.numbers[party], sheet.sample_at, one.middle, self.colours[party], one.line.refused[0])
            yield from block(one.lines, sheet.name_at, one.y, SMALL, Label(0, 0, "", SMALL, is_bold=True))

    def _lanes(self) -> Iterator[Item]:
        """Yield whose statements are ticked off in each lane, right of it, with what the party's lines bear."""
        sheet = self.sheet
        for party, lane in sheet.lanes.items():
            x, colour = sheet.sample_at, self.colours[party]
            yield Line(sheet.left, lane.y, sheet.right, lane.y, NEUTRAL, opacity=0.16)
            yield Line(x, lane.y, x + SAMPLE, lane.y, colour, 2)
            yield from strokes_at(self.numbers[party], x + 8, lane.y, colour)
            first = lane.y + 0.35 * SMALL - (len(lane.lines) - 1) * SMALL * LEADING / 2
            yield from block(lane.lines, sheet.name_at, first, SMALL, Label(0, 0, "", SMALL))

    def _line(self, line: PartLine, number: int) -> Iterator[Item | Sign]:
        """Yield the stretches of a part, band and edges where its place is not known, and the upright part of each step."""
        colour, sheet = self.colours[line.party_id], self.sheet
        for count, one in enumerate(line.stretches):
            x1, x2 = sheet.x(one.start), sheet.x(one.end)
            low, high = sheet.y(one.span.low + line.aside), sheet.y(one.span.high + line.aside)
            if low != high:
                yield band(x1, x2, high, low, colour)
            place = grown_stale(line.place(one.span, self.drawing.axis), is_stale=one.is_stale)
            words = say(part_of_party(line.name, part_of_position(line.part), place))
            for y in dict.fromkeys((low, high)):
                yield Sign((*level_line(line.part, x1, x2, y, colour, is_stale=one.is_stale),), words, one.ids, (number, count))
        for start, end, span in _runs(line.stretches):
            x1, x2 = sheet.x(start), sheet.x(end)
            low, high = sheet.y(span.low + line.aside), sheet.y(span.high + line.aside)
            for side in line.refused if line.part == "limit" else ():
                yield from teeth_along(x1, x2, low if side == "lower" else high, side, colour)
            for y in dict.fromkeys((low, high)):
                yield from strokes_along(self.numbers[line.party_id], x1 + AFTER_MARK, x2, y, colour)
        for before, after in pairwise(line.stretches):
            if before.end == after.start and before.span != after.span:
                ends = [sheet.y(value + line.aside) for one in (before, after) for value in (one.span.low, one.span.high)]
                yield Line(sheet.x(after.start), min(ends), sheet.x(after.start), max(ends), colour, 1.5, opacity=0.6)

    def _tick(self, one: Said) -> Line:
        return tick(self.sheet.x(one.day), self.sheet.lanes[one.party_id].y, self.colours[one.party_id])

    def _mark(self, one: Said, shown: Sequence[Said], number: int) -> Iterator[Item | Sign]:
        """Yield the mark of a statement on its last possible day, and a dotted line back to the first where the day is not known.

        Where it begins no line of its party, the party's strokes stand behind it.
        """
        if one.span is None:
            return
        colour, sheet = self.colours[one.party_id], self.sheet
        for value in dict.fromkeys((one.span.low, one.span.high)):
            at = value + one.aside
            x, y = sheet.x(one.day), sheet.y(at)
            days = (since(sheet.x(one.first), x, y, colour),) if one.first < one.day else ()
            same = dict.fromkeys(other.party_id for other in shown if other.day == one.day and at in _places(other))
            x += BESIDE * (list(same).index(one.party_id) - (len(same) - 1) / 2)
            yield Sign((*days, symbol(one.kind, x, y, colour)), one.words, (one.id,), (len(self.drawing.lines), number))
            if (one.party_id, one.kind, one.day, value) not in self.begun:
                yield from strokes_at(self.numbers[one.party_id], x + AFTER_MARK, y, colour)

    def _strip(self) -> Iterator[Item | Sign]:
        """Yield the distance over time, with its own scale from nothing to the whole."""
        sheet = self.sheet
        yield from block(sheet.strip_head, sheet.left, sheet.strip_words, STRIP_HEAD, Label(0, 0, "", STRIP_HEAD, is_bold=True))
        for value, words in gap_ticks_of(self.drawing.axis):
            y = sheet.strip_y(value)
            yield Line(sheet.left, y, sheet.right, y, NEUTRAL, opacity=0.2)
            yield Label(sheet.left - 10, y + 0.35 * SMALL, words, SMALL, "end")
        for number, one in enumerate(self.drawing.gaps):
            yield from self._gap(one, number)

    def _gap(self, one: GapStretch, number: int) -> Iterator[Item | Sign]:
        if one.apart is None or self.drawing.pair is None or one.end < self.drawing.start:
            return
        x1, x2 = self.sheet.x(one.start), self.sheet.x(one.end)
        low, high = self.sheet.strip_y(one.apart.low), self.sheet.strip_y(one.apart.high)
        if low != high:
            yield Box(x1, high, x2 - x1, low - high, NEUTRAL, 0.25)
        words = say(of_pair(self.drawing.pair, Apart(one.apart, self.drawing.axis)))
        for y in dict.fromkeys((low, high)):
            item = Line(x1, y, x2, y, NEUTRAL, 2.5, DOTTED if one.is_stale else None) if x2 > x1 else Dot(x1, y, 3, NEUTRAL)
            yield Sign((item,), words, one.ids, (len(self.drawing.lines) + 1, number))


def _places(one: Said) -> tuple[Fraction, ...]:
    return () if one.span is None else (one.span.low + one.aside, one.span.high + one.aside)


def _runs(stretches: Sequence[Stretch]) -> Iterator[tuple[date, date, Span]]:
    """Yield from when until when a line stands at one place, however often that was said again, or grew stale."""
    start: date | None = None
    for number, one in enumerate(stretches):
        start = start or one.start
        if number + 1 == len(stretches) or not _goes_on(one, stretches[number + 1]):
            yield start, one.end, one.span
            start = None


def _goes_on(before: Stretch, after: Stretch) -> bool:
    """Return whether nothing new begins: a stretch that only grew stale, or found more evidence, goes on as it was."""
    return before.end == after.start and before.span == after.span
