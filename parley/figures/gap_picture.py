"""The gap of one issue as a picture of plain shapes: a row per party on the named rungs or the quantity axis, in layers that can be revealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import accumulate

from parley.analysis.outcomes import Span
from parley.figures.gap_figure import alt_text
from parley.figures.gap_geometry import Barrier, GapDrawing, Mark, Row, Zone
from parley.figures.lettering import lines_of, width_of
from parley.figures.palette import NEUTRAL
from parley.figures.picture import Box, Dot, Fill, Item, Label, Line, Outline, Picture, layers_of
from parley.figures.voice_marks import VoiceMark
from parley.numbers import plain

BASE, LIMITS, GAP = "base", "limits", "gap"
WIDTH = 1120
LEFT, RIGHT, HEAD, ROW, LANE, LANE_FIRST, STRIP = 168, 14, 38, 76, 17, 26, 50
NAME, SMALL, TICK, NOTE, LETTERING = 17, 12.5, 13.5, 12.5, 14  # heights of letters
LINE = 1.25  # of the height of letters, from line to line
FADE_STEPS = 6
DASHED, DOTTED = (4.0, 4.0), (2.0, 5.0)


def party_layer(party_id: str) -> str:
    """Return the id of the layer that holds what a party asks and offers."""
    return f"party:{party_id}"


def gap_picture(drawing: GapDrawing, colours: Mapping[str, str], note: str, status: str, cut: str = "", width: float = WIDTH) -> Picture:
    """Return the picture of a drawn gap; `colours` by party id, `note` the source note beneath, `status` what the words for its alternative end with.

    `cut` says under which evidence cut it was made, and stands in bold above the drawing; empty under the default.
    """
    sheet = _Sheet(drawing, colours, note, cut, width)
    placed = list(sheet.placed())
    order = [BASE, *(party_layer(row.party_id) for row in drawing.rows), LIMITS, GAP]
    placed.sort(key=lambda one: order.index(one[0]))
    return Picture(width, sheet.height, layers_of(placed), alt_text(drawing, status, cut))


class _Sheet:
    """The sheet of one drawing: where each row, strip and tick lies, and the shapes in them."""

    def __init__(self, drawing: GapDrawing, colours: Mapping[str, str], note: str, cut: str, width: float) -> None:
        self.drawing, self.colours, self.cut, self.width = drawing, colours, cut, width
        self.top = HEAD + (24 if cut else 0)
        lanes = [max((mark.lane + 1 for mark in row.voices), default=0) for row in drawing.rows]
        # A row stands below the one before it by its own height, and by that of its speakers' lanes.
        above = list(accumulate(lanes))
        self.rows = [self.top + ROW * (number + 0.5) + LANE * lane for number, lane in enumerate(above)]
        self.floor = self.top + ROW * len(lanes) + LANE * (above[-1] if above else 0)
        self.strips = (drawing.measure is not None) + (drawing.zone is not None)
        self.foot = self.floor + self.strips * STRIP
        self.ticks = [(value, lines_of(words, self._slot(), TICK, most=4)) for value, words in _ticks(drawing)]
        deepest = max(len(lines) for _, lines in self.ticks)
        self.notes = lines_of(note, width - LEFT - RIGHT, NOTE)
        unit = 0 if drawing.axis.is_ladder else 1
        self.unit_at = self.foot + 20 + deepest * TICK * LINE
        self.note_at = self.unit_at + (unit * TICK * LINE) + 8
        self.height = self.note_at + len(self.notes) * NOTE * LINE + 4

    def _slot(self) -> float:
        """Return the width in which the words of a tick must find room."""
        count = len(self.drawing.axis.names) or 6
        return (self.width - LEFT - RIGHT) / (count + 0.4) - 8

    def x(self, value: Fraction) -> float:
        """Return where a value of the scale lies across the sheet."""
        share = (value - self.drawing.left) / (self.drawing.right - self.drawing.left)
        return LEFT + float(share) * (self.width - LEFT - RIGHT)

    def placed(self) -> Iterator[tuple[str, Item]]:
        """Yield every shape with the id of its layer, the lowest of a layer first."""
        yield from ((BASE, item) for item in (*self._frame(), *self._legend()))
        for y, row in zip(self.rows, self.drawing.rows, strict=True):
            colour = self.colours[row.party_id]
            yield from ((BASE, item) for item in self._name(row, y, colour))
            yield from ((party_layer(row.party_id), item) for item in (*self._marks(row, y, colour), *self._voices(row, y, colour)))
            for barrier in row.barriers:
                yield from ((LIMITS, item) for item in (self._barrier if barrier.is_stated else self._bracket)(barrier, y, colour))
        yield from ((GAP, item) for item in (*self._measure(), *self._zone()))

    def _frame(self) -> Iterator[Item]:
        if self.cut:
            yield Label(LEFT, 20, self.cut, LETTERING + 2, is_bold=True)
        for value, lines in self.ticks:
            x = self.x(value)
            yield Line(x, self.top, x, self.foot, NEUTRAL, opacity=0.28)
            for number, line in enumerate(lines):
                yield Label(x, self.foot + 18 + number * TICK * LINE, line, TICK, "middle")
        if not self.drawing.axis.is_ladder:
            middle = (self.x(self.drawing.axis.bottom) + self.x(self.drawing.axis.top)) / 2
            yield Label(middle, self.unit_at, self.drawing.axis.unit, TICK, "middle", is_bold=True)
        for number, line in enumerate(self.notes):
            yield Label(LEFT, self.note_at + (number + 0.8) * NOTE * LINE, line, NOTE, opacity=0.8)

    def _legend(self) -> Iterator[Item]:
        """Yield one entry for each kind of mark that the drawing holds, in a neutral colour: shape carries the meaning."""
        rows = self.drawing.rows
        marks = {(mark.part, mark.is_hint) for row in rows for mark in row.marks}
        barriers = {one.is_stated for row in rows for one in row.barriers}
        x, y = float(LEFT), self.top - 20.0
        entries = (
            ("demand", any(part == "demand" for part, _ in marks), (Dot(8, 0, 7, NEUTRAL),)),
            ("best offer", ("offer", False) in marks, (Dot(8, 0, 7, NEUTRAL, "hollow", 2.5),)),
            ("offer only hinted at", ("offer", True) in marks, (Dot(8, 0, 7, NEUTRAL, "hint", 2.5),)),
            ("stated limit, teeth on what is refused", True in barriers, (*_teeth(6, 0, 9, 6, NEUTRAL),)),
            ("limit not stated", False in barriers, (Label(8, 6, "?", 17, "middle", is_bold=True, colour=NEUTRAL),)),
            ("one speaker’s word", any(row.voices for row in rows), (Dot(8, 0, 4, NEUTRAL),)),
        )
        for words, is_held, glyph in entries:
            if is_held:
                yield from (_moved(item, x, y) for item in glyph)
                yield Label(x + 22, y + 5, words, LETTERING)
                x += 22 + width_of(words, LETTERING) + 24

    def _name(self, row: Row, y: float, colour: str) -> Iterator[Item]:
        yield Line(self.x(self.drawing.left), y, self.x(self.drawing.right), y, NEUTRAL, opacity=0.3)
        name = lines_of(row.name, LEFT - 20, NAME, bold=True, most=1)[0]
        yield Box(0, y - 17, 5, 34, colour)
        yield Label(14, y - 2, name, NAME, is_bold=True)
        yield Label(14, y + 15, f"{row.newest}{', stale' if row.is_stale else ''}", SMALL, opacity=0.8)

    def _marks(self, row: Row, y: float, colour: str) -> Iterator[Item]:
        demand, offer = row.mark("demand"), row.mark("offer")
        if demand and offer:
            ends = [demand.span.low, demand.span.high, offer.span.low, offer.span.high]
            yield Line(self.x(min(ends)), y, self.x(max(ends)), y, colour, 3, opacity=0.45)
        for mark in row.marks:
            yield from self._mark(mark, y, colour)

    def _mark(self, mark: Mark, y: float, colour: str) -> Iterator[Item]:
        is_solid = mark.part == "demand"
        if not mark.span.is_exact:
            yield Line(self.x(mark.span.low), y, self.x(mark.span.high), y, colour, 5 if is_solid else 3, DOTTED)
        radius = (10 if is_solid else 9.5) - (0 if mark.span.is_exact else 2)
        for end in _ends(mark.span):
            yield Dot(self.x(end), y, radius, colour, "solid" if is_solid else "hint" if mark.is_hint else "hollow")

    def _voices(self, row: Row, y: float, colour: str) -> Iterator[Item]:
        for voice in row.voices:
            at = y - LANE_FIRST - LANE * voice.lane
            ends = _ends(voice.span)
            if len(ends) > 1:
                yield Line(self.x(ends[0]), at, self.x(ends[-1]), at, colour, 2, DOTTED)
            if voice.refused:
                yield from _teeth(self.x(ends[0] if voice.refused == "lower" else ends[-1]), at, 7, -6 if voice.refused == "lower" else 6, colour)
            else:
                fill: Fill = "hint" if voice.is_hint and voice.part == "offer" else "hollow" if voice.part == "offer" else "solid"
                yield from (Dot(self.x(end), at, 5, colour, fill, 2) for end in ends)
            yield self._letter(voice, at)

    def _letter(self, voice: VoiceMark, y: float) -> Label:
        if voice.is_label_left:
            return Label(self.x(voice.span.low) - 10, y + 5, voice.label, LETTERING, "end")
        return Label(self.x(voice.span.high) + 10, y + 5, voice.label, LETTERING)

    def _barrier(self, barrier: Barrier, y: float, colour: str) -> Iterator[Item]:
        if not barrier.span.is_exact:
            start, end = sorted((self.x(barrier.at), self.x(barrier.fades_at)))
            step = (end - start) / FADE_STEPS
            for number in range(FADE_STEPS):
                share = 1 - number / FADE_STEPS if barrier.refused == "lower" else (number + 1) / FADE_STEPS
                yield Box(start + number * step, y - 19, step, 38, colour, round(0.75 * share, 3), is_hatched=True)
        yield from _teeth(self.x(barrier.at), y, 25, -8 if barrier.refused == "lower" else 8, colour)

    def _bracket(self, barrier: Barrier, y: float, colour: str) -> Iterator[Item]:
        """Yield the bracket with a question mark over where a limit that nobody has stated may lie."""
        pad = Fraction(42, 100) if self.drawing.axis.is_ladder else Fraction(0)
        start, end = self.x(barrier.span.low - pad), self.x(barrier.span.high + pad)
        foot, top, middle = y + 30, y + 19, (start + end) / 2
        room = min(11.0, (end - start) / 2)
        yield Outline(((start, top), (start, foot), (middle - room, foot)), colour, 2, dash=DASHED)
        yield Outline(((middle + room, foot), (end, foot), (end, top)), colour, 2, dash=DASHED)
        yield Label(middle, foot + 6, "?", 18, "middle", is_bold=True, colour=colour)

    def _strip(self, number: int) -> float:
        return self.floor + (number + 0.5) * STRIP + 6

    def _measure(self) -> Iterator[Item]:
        measure = self.drawing.measure
        if measure is None:
            return
        y = self._strip(0)
        low, high = self.x(measure.reach.low), self.x(measure.reach.high)
        yield Line(low, y, high, y, NEUTRAL, 2, DASHED)
        if measure.sure is not None:
            yield Line(self.x(measure.sure.low), y, self.x(measure.sure.high), y, NEUTRAL, 4)
        yield from (Line(end, y - 8, end, y + 8, NEUTRAL, 2) for end in (low, high))
        yield self._caption(measure.label, (low + high) / 2, y - 13, 16, is_bold=True)

    def _zone(self) -> Iterator[Item]:
        zone = self.drawing.zone
        if zone is None:
            return
        y = self._strip(self.strips - 1)
        spans = [(zone.possible, True)] if zone.certain != zone.possible else []
        spans += [(zone.certain, False)] if zone.certain is not None else []
        for span, is_hatched in spans:
            low, high = self._reach(zone, span)
            yield Box(low, y - 7, high - low, 14, NEUTRAL, 1 if is_hatched else 0.6, is_hatched, edge=1.5)
        low, high = self._reach(zone, zone.possible)
        yield self._caption(zone.label, (low + high) / 2, y - 13, 14)

    def _reach(self, zone: Zone, span: Span) -> tuple[float, float]:
        pad = Fraction(1, 2) if self.drawing.axis.is_ladder else Fraction(0)
        low, high = self.x(span.low - pad), self.x(span.high + pad)
        return (low, high) if high > low else (low - 3, high + 3)

    def _caption(self, text: str, middle: float, y: float, size: float, *, is_bold: bool = False) -> Label:
        """Return a text over the middle of something, kept on the sheet."""
        half = width_of(text, size, bold=is_bold) / 2
        return Label(min(max(middle, LEFT + half), self.width - RIGHT - half), y, text, size, "middle", is_bold)


def _ends(span: Span) -> list[Fraction]:
    return [span.low] if span.is_exact else [span.low, span.high]


def _teeth(x: float, y: float, half: float, reach: float, colour: str) -> Iterator[Item]:
    """Yield a barrier of height 2 * `half`, with teeth that reach to the left (negative) or right: towards what is refused."""
    yield Line(x, y - half, x, y + half, colour, 3)
    step = 10 if half > 12 else 7
    count = max(2, int(2 * half // (step + 2)))
    first = y - count * step / 2
    for number in range(count):
        top = first + number * step
        yield Outline(((x, top), (x + reach, top + step / 2), (x, top + step)), colour, 1, is_filled=True)


def _moved(item: Item, x: float, y: float) -> Item:
    """Return a shape of the legend at its place."""
    match item:
        case Dot():
            return Dot(item.x + x, item.y + y, item.radius, item.colour, item.fill, item.stroke)
        case Line():
            return Line(item.x1 + x, item.y1 + y, item.x2 + x, item.y2 + y, item.colour, item.width)
        case Outline():
            return Outline(tuple((a + x, b + y) for a, b in item.points), item.colour, item.width, item.is_filled)
        case Label():
            return Label(item.x + x, item.y + y, item.text, item.size, item.anchor, item.is_bold, item.colour)
        case Box():
            return Box(item.x + x, item.y + y, item.width, item.height, item.colour, item.opacity)


def _ticks(drawing: GapDrawing) -> list[tuple[Fraction, str]]:
    """Return the values at which the scale is marked, with their words: every rung, or some five round numbers."""
    axis = drawing.axis
    if axis.is_ladder:
        return [(Fraction(number), name) for number, name in enumerate(axis.names)]
    step = round_step((axis.top - axis.bottom) / 5)
    first = -(-axis.bottom // step) * step
    count = int((axis.top - first) // step) + 1
    return [(first + number * step, plain(first + number * step)) for number in range(count)]


def round_step(least: Fraction) -> Fraction:
    """Return the smallest of 1, 2 and 5 times a power of ten that is at least this."""
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * times for times in (1, 2, 5, 10) if power * times >= least)
