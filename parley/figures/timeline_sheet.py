"""The sheet of an issue over time: where each day, value, event, silence and label of its picture lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from parley.dates import days_later, shown_day
from parley.figures.lettering import lines_of, width_of
from parley.figures.sheet import (
    EDGE,
    LEADING,
    NARROW,
    NOTE,
    SMALL,
    SMALLEST,
    Entry,
    Head,
    gap_ticks_of,
    lines_across,
    margin_of,
    spread,
    ticks_of,
)
from parley.figures.timeline_geometry import TimelineDrawing, Vertical
from parley.telling.said import Argument
from parley.words import say

RUNG, QUANTITY, STRIP, STRIP_HEAD, RUG_LANE, SILENCE = 54.0, 320.0, 88.0, 14.0, 9.0, 26.0
LABELS, NARROW_LABELS, SMALLEST_LABELS = 156.0, 116.0, 108.0  # right of the drawing, where it says what each line has come to
EVENT_SHARE, EVENT_ROOM = 0.4, 150.0  # of the drawing's width that an event's label may take, and what it may take on any sheet
UNIT_ROOM = 18.0  # above the drawing, of the unit, where it has no room beside it
PAD = 0.025  # of the time shown, before its first day and after its last
DAY_STEPS, MONTH_STEPS = (1, 2, 7, 14), (1, 2, 3, 6, 12, 24, 60, 120)
DAY_ROOM = 92.0  # from one marked day to the next
BROKEN, DRAWN = 0.25, 0.12  # of the width: a silence that would take more than the former is drawn on the latter, or on as much as two days need


@dataclass(frozen=True)
class Told:
    """A label right of the drawing: from which height a line leads to it, its lines of text, and the base line of the first."""

    source: float
    lines: tuple[str, ...]
    y: float


@dataclass(frozen=True)
class Event:
    """An event on the sheet: its label's lines, and the level on which they stand; level 0 is next to the drawing."""

    event: Vertical
    lines: tuple[str, ...]
    level: int


@dataclass(frozen=True)
class Silence:
    """A long silence: from where to where it reaches, its words around `middle`, and the lane beneath the drawing in which it stands."""

    low: float
    high: float
    words: str
    middle: float
    lane: int


@dataclass(frozen=True)
class Break:
    """A silence at which the axis is broken, by its days; it is drawn on the room of so many others."""

    first: date
    last: date
    drawn: float

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days


class TimelineSheet:
    """Places across and down the sheet; heights grow downwards."""

    def __init__(self, drawing: TimelineDrawing, entries: Sequence[Entry], note: str, cut: str, width: float, step: float = RUNG) -> None:
        self.drawing, self.width = drawing, width
        self.names_within = width < SMALLEST and drawing.axis.is_ladder  # the rungs' names, above their lines
        self.left = margin_of(width) if width >= SMALLEST else self._number_room()
        self.right = width - (LABELS if width >= NARROW else NARROW_LABELS if width >= SMALLEST else SMALLEST_LABELS)
        self.breaks = self._breaks()
        self.pad = max(1, self._passed(drawing.end)) * PAD
        self.head = Head(cut, entries, self.left, width - EDGE)
        self.events = self._events()
        self.level = max((len(one.lines) for one in self.events), default=0) * SMALL * LEADING + 5
        self.events_foot = self.head.height + (max((one.level for one in self.events), default=-1) + 1) * self.level + 4
        self.top = self.events_foot + 4 + (UNIT_ROOM if width < SMALLEST and not drawing.axis.is_ladder else 0)
        labels = [(one.value, self._label_lines(one.told)) for one in drawing.end_labels]
        room = sum(len(lines) * SMALL * LEADING + 4 for _, lines in labels)
        self.floor = self.top + max(len(drawing.axis.names) * self._step(step) or QUANTITY, room)
        self.told = self._told(labels)
        self.rug = list(dict.fromkeys(said.party_id for said in drawing.said))
        self.ground = self.floor + len(self.rug) * RUG_LANE + 4
        self.silences = self._silences()
        base = self.ground + max((one.lane + 1 for one in self.silences), default=0) * SILENCE
        self.strip_head = lines_across(f"{drawing.gap_label}; {drawing.gap_now}", width - self.left - EDGE, STRIP_HEAD, bold=True)
        self.strip_words = base + 22
        self.strip_top = self.strip_words + (len(self.strip_head) - 1) * STRIP_HEAD * LEADING + 8
        self.foot = self.strip_top + STRIP if drawing.has_strip else base
        self.notes = lines_of(drawing.noted(note), width - self.left - EDGE, NOTE)
        self.note_at = self.foot + 34
        self.height = self.note_at + len(self.notes) * NOTE * LEADING + 6

    def x(self, day: date) -> float:
        """Return where a day lies across the sheet; one before the start lies at it."""
        return self.left + (self._passed(max(day, self.drawing.start)) + self.pad) / self._whole * (self.right - self.left)

    @property
    def _whole(self) -> float:
        """Return how many days the width stands for, those of a broken silence counted as they are drawn."""
        return self._passed(self.drawing.end) + 2 * self.pad

    def _passed(self, day: date) -> float:
        """Return how many days lie between the first and this one, those of a broken silence counted as they are drawn."""
        skipped = 0.0
        for one in self.breaks:
            within = (min(max(day, one.first), one.last) - one.first).days / one.days
            skipped += within * (one.days - one.drawn)
        return (day - self.drawing.start).days - skipped

    def _breaks(self) -> list[Break]:
        """Return the silences that would take most of the width, by their days; the axis is broken there, and the days around them have more room."""
        held = [(max(before, self.drawing.start), after) for before, after, _ in self.drawing.silences]
        days = (self.drawing.end - self.drawing.start).days * (1 + 2 * PAD)
        long = [(first, last) for first, last in held if (last - first).days > BROKEN * days]
        share = max(DRAWN, (DAY_ROOM + 6) / (self.right - self.left))
        kept = days - sum((last - first).days for first, last in long)
        if len(long) * share >= 0.5 or any((last - first).days <= share * days for first, last in long):
            return []
        # Each takes its share of what all days together are drawn on.
        drawn = kept * share / (1 - len(long) * share)
        return [Break(first, last, drawn) for first, last in long]

    def y(self, value: Fraction) -> float:
        """Return the height of a value of the scale."""
        axis = self.drawing.axis
        rungs = (Fraction(6, 10), Fraction(9 if self.names_within else 6, 10))
        below, above = rungs if axis.is_ladder else ((axis.top - axis.bottom) / 20,) * 2
        share = (value - axis.bottom + below) / (axis.top - axis.bottom + below + above)
        return self.floor - float(share) * (self.floor - self.top)

    def names_of(self, words: str) -> tuple[str, ...]:
        """Return the name of a step in lines as it stands beside the drawing."""
        return lines_of(words, self.left - 18, SMALL, most=3)

    def _step(self, wanted: float) -> float:
        """Return how high a step is: as high as is wanted, but no lower than its name; within the drawing names need all of it."""
        if self.names_within:
            return RUNG
        most = max((len(self.names_of(words)) for _, words in ticks_of(self.drawing.axis)), default=0)
        return max(wanted, min(RUNG, most * SMALL * LEADING + 5))

    def strip_y(self, apart: Fraction) -> float:
        """Return the height of a distance in the strip beneath, from nothing to the whole scale."""
        axis = self.drawing.axis
        return self.foot - float(apart / (axis.top - axis.bottom)) * (STRIP - 8)

    def rug_y(self, party_id: str) -> float:
        """Return the top of the lane in which a party's statements are ticked off."""
        return self.floor + self.rug.index(party_id) * RUG_LANE + 2

    def event_y(self, level: int) -> float:
        """Return the lower edge of the labels on a level."""
        return self.events_foot - level * self.level

    def days(self) -> list[tuple[float, str]]:
        """Return where days are marked beneath, with their words; far enough from each other to be read."""
        edges = self._edges()
        for days in (*map(self._every, DAY_STEPS), *map(self._monthly, MONTH_STEPS)):
            seen = [one for one in days if not any(each.first <= one <= each.last for each in self.breaks)]
            if days and all(after - before >= DAY_ROOM for before, after in pairwise(map(self.x, seen))):
                free = [one for one in seen if all(abs(self.x(one) - self.x(edge)) >= DAY_ROOM for edge in edges)]
                return [(self.x(one), shown_day(one)) for one in sorted((*free, *edges))]
        return [(self.x(one), shown_day(one)) for one in edges or [self.drawing.end]]

    def _edges(self) -> list[date]:
        """Return the days between which the axis is broken, as far as they have room beside each other."""
        found: list[date] = []
        for one in (day for each in self.breaks for day in (each.first, each.last)):
            if not found or self.x(one) - self.x(found[-1]) >= DAY_ROOM:
                found.append(one)
        return found

    def _every(self, step: int) -> list[date]:
        count = (self.drawing.end - self.drawing.start).days // step + 1
        return [days_later(self.drawing.start, number * step) for number in range(count)] if count * step < 400 else []

    def _monthly(self, step: int) -> list[date]:
        """Return the first days of every so many months, counted from a January."""
        first, last = (one.year * 12 + one.month - 1 for one in (self.drawing.start, self.drawing.end))
        starts = [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1) if month % step == 0]
        return [one for one in starts if one >= self.drawing.start]

    def _number_room(self) -> float:
        """Return how far from the left the drawing begins where only numbers stand beside it."""
        numbers = [words for _, words in gap_ticks_of(self.drawing.axis)]
        numbers += [] if self.drawing.axis.is_ladder else [words for _, words in ticks_of(self.drawing.axis)]
        return max(EDGE, *(width_of(one, SMALL) + 20 for one in numbers))

    def _events(self) -> list[Event]:
        """Return the events, each label on the lowest level on which it meets no other.

        Of labels on one side, the one nearer the middle stands lower, so that no line of these runs through a label.
        """
        middle = (self.left + self.right) / 2
        verticals = [replace(one, stands_left=self.x(one.first) > middle) if self.breaks else one for one in self.drawing.verticals]
        early = [one for one in verticals if not one.stands_left]
        late = [one for one in verticals if one.stands_left]
        taken: list[tuple[float, float, Event]] = []
        for one in (*reversed(early), *late):
            x = self.x(one.first)
            room = min(max(EVENT_SHARE * (self.right - self.left), EVENT_ROOM), x - EDGE if one.stands_left else self.width - EDGE - x) - 8
            lines = lines_of(one.label, room, SMALL, most=3)
            wide = max((width_of(line, SMALL) for line in lines), default=0.0) + 13
            low, high = (x - wide, x) if one.stands_left else (x, x + wide)
            near = [held for start, end, held in taken if start < high and low < end]
            level = 1 + max((held.level for held in near if held.event.stands_left == one.stands_left), default=-1)
            while any(held.level == level for held in near):
                level += 1
            taken.append((low, high, Event(one, lines, level)))
        return sorted((event for _, _, event in taken), key=lambda held: (held.event.first, held.event.last))

    def _label_lines(self, told: Sequence[Argument]) -> tuple[str, ...]:
        """Return the lines of what lines have come to, each line's words by themselves."""
        *others, last = map(say, told)
        pieces = [*(f"{one}," for one in others), last]
        return tuple(line for piece in pieces for line in lines_of(piece, self.width - self.right - 18, SMALL, bold=True))

    def _told(self, labels: Sequence[tuple[Fraction, tuple[str, ...]]]) -> list[Told]:
        """Return the labels right of the drawing, highest first, each as near to its value as the others let it be."""
        ordered = sorted(labels, key=lambda one: -one[0])
        heights = [len(lines) * SMALL * LEADING + 4 for _, lines in ordered]
        wanted = [self.y(value) - high / 2 for (value, _), high in zip(ordered, heights, strict=True)]
        tops = spread(wanted, heights, self.top, self.floor)
        return [Told(self.y(value), lines, top + SMALL + 1) for (value, lines), top in zip(ordered, tops, strict=True)]

    def _silences(self) -> list[Silence]:
        lanes: list[float] = []
        found = []
        for before, after, words in self.drawing.silences:
            low, high, half = self.x(before), self.x(after), width_of(words, SMALL) / 2
            middle = min(max((low + high) / 2, self.left + half), self.right - half)
            lane = next((number for number, end in enumerate(lanes) if end + 10 <= min(low, middle - half)), len(lanes))
            lanes[lane : lane + 1] = [max(high, middle + half)]
            found.append(Silence(low, high, words, middle, lane))
        return found
