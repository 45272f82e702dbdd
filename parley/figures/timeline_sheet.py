"""The sheet of an issue over time: where each day, value, event, silence and label of its picture lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from parley.figures.lettering import lines_of, width_of
from parley.figures.sheet import (
    EDGE,
    LEADING,
    LEGEND_LINE,
    NARROW,
    NOTE,
    SMALL,
    SMALLEST,
    Head,
    Legend,
    gap_ticks_of,
    lines_across,
    margin_of,
    spread,
    ticks_of,
)
from parley.figures.timeline_days import DayAxis
from parley.figures.timeline_geometry import EndLabel, Line, TimelineDrawing, Vertical
from parley.figures.timeline_legend import timeline_legend
from parley.figures.timeline_lines import SAMPLE
from parley.words import say

RUNG, QUANTITY, STRIP, STRIP_HEAD, SILENCE = 54.0, 320.0, 88.0, 14.0, 26.0
BREAK_ROOM = 10.0  # between the words of a silence and the axis beneath them, which may be broken there
LABELS, NARROW_LABELS, SMALLEST_LABELS = 170.0, 132.0, 118.0  # right of the drawing, where the names of its lines stand
LEAD, SMALLEST_LEAD = 10.0, 6.0  # from the drawing to the sample of a line, and from that to its name
EVENT_SHARE, EVENT_ROOM = 0.4, 150.0  # of the drawing's width that an event's label may take, and what it may take on any sheet
ABOVE, DAYS = 8.0, 34.0  # above the labels of events, and beneath the drawing, where its days are named
UNIT_ROOM = 18.0  # above the drawing, of the unit, where it has no room beside it


@dataclass(frozen=True)
class Told:
    """The name of a line right of the drawing: from which height a line leads to it, its lines of text, and the base line of the first."""

    line: Line
    source: float
    lines: tuple[str, ...]
    y: float

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return self.y + (len(self.lines) - 1) * SMALL * LEADING / 2 - 0.35 * SMALL


@dataclass(frozen=True)
class PartyLane:
    """The lane in which a party's statements are ticked off: its middle, and the lines of the party's name."""

    y: float
    lines: tuple[str, ...]


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


class TimelineSheet:
    """Places across and down the sheet; heights grow downwards."""

    def __init__(self, drawing: TimelineDrawing, note: str, cut: str, width: float, step: float = RUNG) -> None:
        self.drawing, self.width = drawing, width
        self.names_within = width < SMALLEST and drawing.axis.is_ladder  # the rungs' names, above their lines
        self.asides = [line.aside for line in drawing.lines] or [Fraction(0)]
        self.left = margin_of(width) if width >= SMALLEST else self._number_room()
        self.right = width - (LABELS if width >= NARROW else NARROW_LABELS if width >= SMALLEST else SMALLEST_LABELS)
        lead = LEAD if width >= SMALLEST else SMALLEST_LEAD
        self.sample_at, self.name_at = self.right + lead, self.right + lead + SAMPLE + lead / 2
        self.days = DayAxis(drawing, self.left, self.right)
        self.x = self.days.x
        self.head = Head(cut, (), self.left, width - EDGE)
        self.legend = Legend(timeline_legend(drawing, is_broken=bool(self.days.breaks)), self.left, width - EDGE)
        self.events = self._events()
        self.level = max((len(one.lines) for one in self.events), default=0) * SMALL * LEADING + 5
        self.events_foot = self.head.height + ABOVE + (max((one.level for one in self.events), default=-1) + 1) * self.level + 4
        self.top = self.events_foot + 4 + (UNIT_ROOM if width < SMALLEST and not drawing.axis.is_ladder else 0)
        labels = [(one, self.named(say(one.told))) for one in sorted(drawing.end_labels, key=lambda one: -one.value)]
        room = sum(len(lines) * SMALL * LEADING + 4 for _, lines in labels)
        self.floor = self.top + max(len(drawing.axis.names) * self._step(step) or QUANTITY, room)
        self.told = self._told(labels)
        self.lanes = self._lanes()
        self.ground = self.floor + sum(len(one.lines) for one in self.lanes.values()) * SMALL * LEADING + 4
        self.silences = self._silences()
        base = self.ground + max((one.lane + 1 for one in self.silences), default=0) * SILENCE
        self.strip_head = lines_across(f"{drawing.gap_label}; {drawing.gap_now}", width - self.left - EDGE, STRIP_HEAD, bold=True)
        self.strip_words = base + 22
        self.strip_top = self.strip_words + (len(self.strip_head) - 1) * STRIP_HEAD * LEADING + 8
        self.foot = self.strip_top + STRIP if drawing.has_strip else base + (BREAK_ROOM if self.silences else 0)
        self.notes = lines_of(drawing.noted(note), width - self.left - EDGE, NOTE)
        self.legend_at = self.foot + DAYS + LEGEND_LINE / 2
        self.note_at = self.foot + DAYS + self.legend.height + (6 if self.legend.height else 0)
        self.height = self.note_at + len(self.notes) * NOTE * LEADING + 6

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
        """Return how high a step is: as high as is wanted, but no lower than its name; within the drawing names need all of it, and lines theirs."""
        if self.names_within:
            return RUNG * float(1 + max(self.asides) - min(self.asides))
        most = max((len(self.names_of(words)) for _, words in ticks_of(self.drawing.axis)), default=0)
        return max(wanted, min(RUNG, most * SMALL * LEADING + 5))

    def strip_y(self, apart: Fraction) -> float:
        """Return the height of a distance in the strip beneath, from nothing to the whole scale."""
        axis = self.drawing.axis
        return self.foot - float(apart / (axis.top - axis.bottom)) * (STRIP - 8)

    def event_y(self, level: int) -> float:
        """Return the lower edge of the labels on a level."""
        return self.events_foot - level * self.level

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
        verticals = [replace(one, stands_left=self.x(one.first) > middle) if self.days.breaks else one for one in self.drawing.verticals]
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

    def named(self, words: str) -> tuple[str, ...]:
        """Return a name in lines as it stands right of the drawing."""
        return lines_of(words, self.width - self.name_at - 3, SMALL, bold=True)

    def _told(self, labels: Sequence[tuple[EndLabel, tuple[str, ...]]]) -> list[Told]:
        """Return the names right of the drawing, highest first, each as near to its line as the others let it be."""
        heights = [len(lines) * SMALL * LEADING + 4 for _, lines in labels]
        sources = [self.y(one.value) for one, _ in labels]
        tops = spread([source - high / 2 for source, high in zip(sources, heights, strict=True)], heights, self.top, self.floor)
        return [Told(one.line, source, lines, top + SMALL + 1) for (one, lines), source, top in zip(labels, sources, tops, strict=True)]

    def _lanes(self) -> dict[str, PartyLane]:
        """Return the lanes beneath the drawing by party."""
        found, top = {}, self.floor + 2
        for party, name in self.drawing.names.items():
            lines = self.named(name)
            high = len(lines) * SMALL * LEADING
            found[party] = PartyLane(top + high / 2, lines)
            top += high
        return found

    def _silences(self) -> list[Silence]:
        lanes: list[float] = []
        found = []
        for one in self.drawing.silences:
            words = say(one.told)
            low, high, half = self.x(one.first), self.x(one.last), width_of(words, SMALL) / 2
            middle = min(max((low + high) / 2, EDGE + half), self.width - EDGE - half)
            lane = next((number for number, end in enumerate(lanes) if end + 10 <= min(low, middle - half)), len(lanes))
            lanes[lane : lane + 1] = [max(high, middle + half)]
            found.append(Silence(low, high, words, middle, lane))
        return found
