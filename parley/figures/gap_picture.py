"""The gap of one issue as a picture of plain shapes: a row per party on the named rungs or the quantity axis, in layers that can be revealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate, combinations, pairwise

from parley.analysis.outcomes import Span
from parley.analysis.positions import Part
from parley.figures.alternatives import gap_alt
from parley.figures.gap_geometry import Barrier, GapDrawing, Mark, Measure, Row, Zone
from parley.figures.gap_legend import gap_legend
from parley.figures.glance_marks import barrier, soft_mark
from parley.figures.lettering import lines_of, width_of
from parley.figures.palette import NEUTRAL
from parley.figures.picture import Box, Dot, Fill, Item, Label, Line, Outline, Picture, Sign, layers_of
from parley.figures.sheet import (
    BASE,
    DASHED,
    DOTTED,
    EDGE,
    GAP,
    KEY,
    LEADING,
    LETTERING,
    LIMITS,
    NAME,
    NOTE,
    SMALL,
    SMALLEST,
    TICK,
    WIDTH,
    Head,
    block,
    caption,
    lines_across,
    margin_of,
    note_parts,
    party_layer,
    square,
    teeth,
    ticks_of,
)
from parley.figures.ticks import Ticks
from parley.figures.voice_marks import VoiceMark
from parley.telling.drawings import no_limit, offer_hinted, part_of_party
from parley.telling.said import Verbatim, said
from parley.telling.terms import part_of_position
from parley.words import say

ROW, LANE, LANE_FIRST, LANES_ROOM = 76, 17, 34, 8
NAME_ROOM, DATE_ROOM, INDENT = 26, 17, 14  # above a row, of its name and of a date beneath that; and from the party's colour to its name
MEASURE, ZONE = 16.0, 14.0  # heights of the letters of the two captions
KEY_ROOM = 5  # between who says what and the source note
FADE_STEPS = 6
NEAR = 20  # pixels within which two marks of a party would hide each other
BELOW = 13  # from the bracket of one limit that was not stated to that of another of the same party
LIFTS: Mapping[Part, float] = {"demand": -9.5, "offer": 9.5, "measure": -28.5}  # how far below their line such marks stand
SMALLER = 8.0  # and how large they are


def gap_picture(
    drawing: GapDrawing,
    colours: Mapping[str, str],
    note: str,
    status: str,
    cut: str = "",
    width: float = WIDTH,
    *,
    explains_letters: bool = True,
) -> Picture:
    """Return the picture of a drawn gap; `colours` by party id, `note` the source note beneath, `status` what the words for its alternative end with.

    `cut` says under which evidence cut it was made, and stands in bold above the drawing; empty under the default. With `explains_letters`
    it is written beneath what the letters of speakers stand for; a page tells it in its own text.
    """
    return GapSheet(drawing, colours, note, cut, width, explains_letters=explains_letters).picture(status)


class GapSheet:
    """The sheet of one drawing: how high it is, where each row, strip and tick lies, and the shapes in them.

    To lay it out takes a small part of the time that its shapes take, so that the best of several sheets is found before any is drawn.
    """

    def __init__(self, drawing: GapDrawing, colours: Mapping[str, str], note: str, cut: str, width: float, *, explains_letters: bool = True) -> None:
        self.drawing, self.colours, self.cut, self.width, self.left = drawing, colours, cut, width, margin_of(width)
        self.head = Head(cut, gap_legend(drawing), self.left, width - EDGE)
        lanes = [max((mark.lane + 1 for mark in row.voices), default=0) for row in drawing.rows]
        self.lanes = [LANE * count + (LANES_ROOM if count else 0) for count in lanes]
        # A row stands below the one before it by its own height, by that of its speakers' lanes, and by that of a name above it.
        above = list(accumulate(room + self._head_room(row) for room, row in zip(self.lanes, drawing.rows, strict=True)))
        self.rows = [self.head.height + ROW * (number + 0.5) + room for number, room in enumerate(above)]
        under = max((10 + drop for row in drawing.rows[-1:] for _, drop in _brackets(row)), default=2)
        floor = self.head.height + ROW * len(lanes) + (above[-1] if above else 0) + under
        across = width - self.left - EDGE
        self.apart = lines_across(drawing.measure.label, across, MEASURE, bold=True) if drawing.measure else ()
        self.zone = lines_across(drawing.zone.label, across, ZONE) if drawing.zone else ()
        self.measure_at = floor + len(self.apart) * MEASURE * LEADING + 8
        self.zone_at = (self.measure_at + 12 if self.apart else floor) + len(self.zone) * ZONE * LEADING + 14
        self.foot = self.zone_at + 16 if self.zone else self.measure_at + 16 if self.apart else floor
        self.ticks = Ticks([(self.x(value), words) for value, words in ticks_of(drawing.axis)], width)
        self.unit_at = self.foot + 18 + self.ticks.height
        self.note_at = self.unit_at + (0 if drawing.axis.is_ladder else TICK * LEADING) + 6
        letters = [(party_layer(row.party_id), f"{mark.words}.") for row in drawing.rows for mark in row.voices] if explains_letters else []
        self.note = note
        self.notes = [(layer, line) for layer, words in (*letters, (KEY, note)) for line in lines_of(words, across, NOTE)]
        self.height = self.note_at + len(self.notes) * NOTE * LEADING + KEY_ROOM + 6

    def x(self, value: Fraction) -> float:
        """Return where a value of the scale lies across the sheet."""
        share = (value - self.drawing.left) / (self.drawing.right - self.drawing.left)
        return self.left + float(share) * (self.width - self.left - EDGE)

    def picture(self, status: str) -> Picture:
        """Return the picture, whose alternative in words ends with `status`."""
        placed = list(self._placed())
        order = [BASE, KEY, *(party_layer(row.party_id) for row in self.drawing.rows), LIMITS, GAP]
        placed.sort(key=lambda one: order.index(one[0]))
        return Picture(self.width, self.height, layers_of(placed), gap_alt(self.drawing, status, self.cut))

    def is_clear(self) -> bool:
        """Return whether the words of the scale are neither cut nor run into each other."""
        centred = [one for one in self._frame() if isinstance(one, Label) and one.anchor == "middle"]
        for before, after in pairwise(sorted(centred, key=lambda one: (one.y, one.x))):
            reach = (width_of(before.text, before.size) + width_of(after.text, after.size)) * 0.52
            if before.y == after.y and after.x - before.x < reach + 3:
                return False
        return not any(one.text.endswith("…") for one in centred)

    def _placed(self) -> Iterator[tuple[str, Item | Sign]]:
        """Yield every shape and sign with the id of its layer, the lowest of a layer first."""
        yield from ((BASE, item) for item in (*self._frame(), *self.head.title()))
        # What the marks mean and how many statements they rest on is told together with the first of them.
        yield from ((KEY, item) for item in self.head.legend())
        for number, row in enumerate(self.drawing.rows):
            yield from ((BASE, item) for item in self._name(number, row))
            yield from ((party_layer(row.party_id), part) for part in (*self._marks(number, row), *self._voices(number, row)))
            yield from ((LIMITS, sign) for sign in self._limits(number, row))
        beneath = list(self._beneath())
        yield from (one for one in beneath if one[0] != KEY)
        counted = tuple(label for layer, label in beneath if layer == KEY)
        count, measure, zone = len(self.drawing.rows), self.drawing.measure, self.drawing.zone
        if measure is not None:
            yield GAP, Sign(tuple(self._measure(measure)), measure.label, measure.ids, (count,))
        if zone is not None:
            yield GAP, Sign(tuple(self._zone(zone)), zone.label, zone.ids, (count + 1,))
        yield from ((KEY, part) for part in note_parts(counted, self.note, self.drawing.ids, count + 2))

    def _beneath(self) -> Iterator[tuple[str, Label]]:
        """Yield what is written beneath the scale, line by line: what letters stand for, then how many statements are drawn."""
        for number, (layer, line) in enumerate(self.notes):
            y = self.note_at + (number + 0.8) * NOTE * LEADING + (KEY_ROOM if layer == KEY else 0)
            yield layer, Label(self.left, y, line, NOTE, opacity=0.8)

    def _frame(self) -> Iterator[Item]:
        yield from self.ticks.items(self.head.height, self.foot)
        if not self.drawing.axis.is_ladder:
            middle = (self.x(self.drawing.axis.bottom) + self.x(self.drawing.axis.top)) / 2
            unit = lines_across(self.drawing.axis.unit, self.width - self.left - EDGE, TICK, bold=True)[:1]
            yield from caption(unit, middle, self.unit_at, self.left, self.width - EDGE, Label(0, 0, "", TICK, is_bold=True))

    def _head_room(self, row: Row) -> int:
        """Return how high a row's name stands above it, where it has no room beside it."""
        if self.width >= SMALLEST:
            return 0
        return NAME_ROOM if self._is_on_one_line(row) else NAME_ROOM + DATE_ROOM

    def _is_on_one_line(self, row: Row) -> bool:
        return INDENT + width_of(row.name, NAME, bold=True) + 10 + width_of(row.dated, SMALL) <= self.width - 2 * EDGE

    def _name(self, number: int, row: Row) -> Iterator[Item]:
        """Yield the row's line, with the party's name and the date of its newest statement: on the left of it, or above on the smallest sheets."""
        y, colour = self.rows[number], self.colours[row.party_id]
        yield Line(self.x(self.drawing.left), y, self.x(self.drawing.right), y, NEUTRAL, opacity=0.3)
        if self.width < SMALLEST:
            yield from self._name_above(row, y - ROW / 2 - self.lanes[number] - self._head_room(row), colour)
            return
        room = self.left - 24
        size = NAME if width_of(row.name, NAME, bold=True) <= room else LETTERING
        names = lines_of(row.name, room, size, bold=True, most=2)
        dates = lines_of(row.dated, room, SMALL, most=2)
        high = (len(names) * size + len(dates) * SMALL) * LEADING
        top = y - high / 2
        yield Box(0, top, 5, high, colour)
        yield from block(names, 14, top + 0.9 * size, size, Label(0, 0, "", size, is_bold=True))
        yield from block(dates, 14, top + len(names) * size * LEADING + 0.9 * SMALL, SMALL, Label(0, 0, "", SMALL, opacity=0.8))

    def _name_above(self, row: Row, top: float, colour: str) -> Iterator[Item]:
        room, x = self.width - 2 * EDGE - INDENT, EDGE + INDENT
        (name,) = lines_of(row.name, room, NAME, bold=True, most=1)
        (date,) = lines_of(row.dated, room, SMALL, most=1)
        yield Box(EDGE, top, 5, self._head_room(row) - 6, colour)
        yield Label(x, top + NAME - 1, name, NAME, is_bold=True)
        beside = (x + width_of(name, NAME, bold=True) + 10, top + NAME - 1) if self._is_on_one_line(row) else (x, top + NAME - 1 + DATE_ROOM)
        yield Label(*beside, date, SMALL, opacity=0.8)

    def _marks(self, number: int, row: Row) -> Iterator[Item | Sign]:
        y, colour = self.rows[number], self.colours[row.party_id]
        if row.unplaced:
            words = say(said("labelled", label=Verbatim(row.name), told=row.unplaced))
            line = Label(self.x(self.drawing.left) + 6, y - 6, say(row.unplaced), LETTERING, is_italic=True)
            yield Sign((line,), words, row.unplaced.ids, (number,))
        demand, offer = row.mark("demand"), row.mark("offer")
        if demand and offer:
            ends = [demand.span.low, demand.span.high, offer.span.low, offer.span.high]
            yield Line(self.x(min(ends)), y, self.x(max(ends)), y, colour, 3, opacity=0.45)
        is_crowded = any(self._are_near(one.span, other.span) for one, other in combinations(row.marks, 2))
        for mark in row.marks:
            lift = LIFTS[mark.part] if is_crowded else 0
            name = offer_hinted() if mark.part == "offer" and mark.is_hint else part_of_position(mark.part)
            words = say(part_of_party(row.name, name, mark.place))
            yield Sign(tuple(self._mark(mark, y + lift, colour, is_crowded=is_crowded)), words, mark.ids, _turn(number, mark.span))

    def _are_near(self, one: Span, other: Span) -> bool:
        """Return whether marks over these spans, on one line, would hide each other."""
        return self.x(one.low) - NEAR < self.x(other.high) and self.x(other.low) - NEAR < self.x(one.high)

    def _mark(self, mark: Mark, y: float, colour: str, *, is_crowded: bool) -> Iterator[Item]:
        is_solid = mark.part != "offer"
        if not mark.span.is_exact:
            yield Line(self.x(mark.span.low), y, self.x(mark.span.high), y, colour, 5 if is_solid else 3, DOTTED)
        radius = SMALLER if is_crowded or not mark.span.is_exact else 10 if is_solid else 9.5
        if not mark.span.is_exact:
            # Two ends close to each other stay two.
            radius = max(4.0, min(radius, (self.x(mark.span.high) - self.x(mark.span.low)) / 2 - 1))
        for end in _ends(mark.span):
            if mark.is_soft:
                yield from soft_mark(mark.part, self.x(end), y, radius, colour)
            elif mark.part == "measure":
                yield square(self.x(end), y, radius, colour)
            else:
                yield Dot(self.x(end), y, radius, colour, "solid" if is_solid else "hollow")

    def _voices(self, number: int, row: Row) -> Iterator[Sign]:
        for voice in row.voices:
            items = tuple(self._voice(voice, self.rows[number] - LANE_FIRST - LANE * voice.lane, self.colours[row.party_id]))
            yield Sign(items, voice.words, voice.ids, _turn(number, voice.span, 1 + voice.lane))

    def _voice(self, voice: VoiceMark, y: float, colour: str) -> Iterator[Item]:
        ends = _ends(voice.span)
        if len(ends) > 1:
            yield Line(self.x(ends[0]), y, self.x(ends[-1]), y, colour, 2, DOTTED)
        if voice.refused:
            at, reach = (ends[0], -6) if voice.refused == "lower" else (ends[-1], 6)
            yield from barrier(self.x(at), y, 7, reach, colour, is_soft=True) if voice.is_soft else teeth(self.x(at), y, 7, reach, colour)
        elif voice.is_soft:
            yield from (item for end in ends for item in soft_mark(voice.part, self.x(end), y, 5, colour, 2))
        else:
            fill: Fill = "hollow" if voice.part == "offer" else "solid"
            squares = (square(self.x(end), y, 5, colour) for end in ends)
            yield from squares if voice.part == "measure" else (Dot(self.x(end), y, 5, colour, fill, 2) for end in ends)
        yield self._letter(voice, y)

    def _letter(self, voice: VoiceMark, y: float) -> Label:
        if voice.is_label_left:
            return Label(self.x(voice.span.low) - 10, y + 5, voice.label, LETTERING, "end")
        return Label(self.x(voice.span.high) + 10, y + 5, voice.label, LETTERING)

    def _limits(self, number: int, row: Row) -> Iterator[Sign]:
        """Yield a row's limits: a barrier for what is refused, and a bracket with a question mark over what nobody has stated."""
        y, colour = self.rows[number], self.colours[row.party_id]
        for one in row.barriers:
            if one.is_stated:
                words = say(part_of_party(row.name, part_of_position("limit"), one.place))
                yield Sign(tuple(self._barrier(one, y, colour)), words, one.ids, _turn(number, Span(*sorted((one.at, one.fades_at)))))
        for span, drop in _brackets(row):
            middle = (span.low + span.high) / 2
            bounding = [key for one in row.barriers if not one.is_stated and one.span == span for key in one.ids]
            ids = tuple(dict.fromkeys((*bounding, *row.priced_limits)))
            words = say(said("labelled", label=Verbatim(row.name), told=no_limit(row.why_no_limit or "unstated")))
            yield Sign(tuple(self._bracket(span, y + drop, colour)), words, ids, _turn(number, Span(middle, middle), -1))

    def _barrier(self, one: Barrier, y: float, colour: str) -> Iterator[Item]:
        if not one.span.is_exact:
            start, end = sorted((self.x(one.at), self.x(one.fades_at)))
            step = (end - start) / FADE_STEPS
            for number in range(FADE_STEPS):
                share = 1 - number / FADE_STEPS if one.refused == "lower" else (number + 1) / FADE_STEPS
                yield Box(start + number * step, y - 19, step, 38, colour, round(0.75 * share, 3), is_hatched=True)
        at, reach = self.x(one.at), -8 if one.refused == "lower" else 8
        yield from barrier(at, y, 25, reach, colour, is_soft=True) if one.is_soft else teeth(at, y, 25, reach, colour)

    def _bracket(self, span: Span, y: float, colour: str) -> Iterator[Item]:
        """Yield the bracket with a question mark over where a limit that nobody has stated may lie."""
        pad = Fraction(42, 100) if self.drawing.axis.is_ladder else Fraction(0)
        start, end = self.x(span.low - pad), self.x(span.high + pad)
        foot, top, middle = y + 30, y + 19, (start + end) / 2
        room = min(11.0, (end - start) / 2)
        yield Outline(((start, top), (start, foot), (middle - room, foot)), colour, 2, dash=DASHED)
        yield Outline(((middle + room, foot), (end, foot), (end, top)), colour, 2, dash=DASHED)
        yield Label(middle, foot + 6, "?", 18, "middle", is_bold=True, colour=colour)

    def _measure(self, measure: Measure) -> Iterator[Item]:
        y = self.measure_at
        low, high = self.x(measure.reach.low), self.x(measure.reach.high)
        yield Line(low, y, high, y, NEUTRAL, 2, DASHED)
        if measure.sure is not None:
            yield Line(self.x(measure.sure.low), y, self.x(measure.sure.high), y, NEUTRAL, 4)
        yield from (Line(end, y - 8, end, y + 8, NEUTRAL, 2) for end in (low, high))
        yield from self._caption(self.apart, (low + high) / 2, y - 12, MEASURE, is_bold=True)

    def _zone(self, zone: Zone) -> Iterator[Item]:
        y = self.zone_at
        spans = [(zone.possible, True)] if zone.certain != zone.possible else []
        spans += [(zone.certain, False)] if zone.certain is not None else []
        for span, is_hatched in spans:
            low, high = self._reach(zone, span)
            yield Box(low, y - 7, high - low, 14, NEUTRAL, 1 if is_hatched else 0.6, is_hatched, edge=1.5)
        low, high = self._reach(zone, zone.possible)
        yield from self._caption(self.zone, (low + high) / 2, y - 13, ZONE)

    def _reach(self, zone: Zone, span: Span) -> tuple[float, float]:
        low, high = self.x(span.low), self.x(span.high)
        return (low, high) if high > low else (low - 3, high + 3)

    def _caption(self, lines: Sequence[str], middle: float, y: float, size: float, *, is_bold: bool = False) -> Iterator[Label]:
        return caption(lines, middle, y, self.left, self.width - EDGE, Label(0, 0, "", size, is_bold=is_bold))


def _brackets(row: Row) -> list[tuple[Span, int]]:
    """Return over what the limits may lie that a party has not stated, and how far down each is drawn so that it keeps clear of the one before."""
    spans = dict.fromkeys(one.span for one in row.barriers if not one.is_stated)
    return [(span, BELOW * number) for number, span in enumerate(spans)]


def _turn(number: int, span: Span, lane: int = 0) -> tuple[float, ...]:
    """Return when a sign on a row is read: row by row from low to high, on one place from the lowest lane up."""
    return number, float(span.low), float(span.high), lane


def _ends(span: Span) -> list[Fraction]:
    return [span.low] if span.is_exact else [span.low, span.high]
