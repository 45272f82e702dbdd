"""Where each day of a timeline lies across its sheet, at which silences the axis is broken, and which days are marked beneath."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from parley.dates import days_later, shown_day
from parley.figures.lettering import width_of
from parley.figures.sheet import TICK
from parley.figures.timeline_geometry import TimelineDrawing

PAD = 0.025  # of the time shown, before its first day and after its last
BROKEN = 0.25  # of the width: a silence that would take more is drawn on a break
DRAWN, LEAST_DRAWN = 0.1, 34.0  # of the width that a break takes, and pixels that it needs
WORD = 4  # days: a day on which something was said counts for so many more in how wide its side of a break is
DAY_STEPS, MONTH_STEPS = (1, 2, 7, 14), (1, 2, 3, 6, 12, 24, 60, 120)
DAY_ROOM, APART = 92.0, 10.0  # from one marked day to the next, and from words to words


@dataclass(frozen=True)
class Marked:
    """A day marked beneath: where it lies, its words, their middle, and half of their width."""

    x: float
    words: str
    middle: float
    half: float

    def is_clear_of(self, other: Marked) -> bool:
        """Return whether the words of both can be read beside each other."""
        return abs(self.middle - other.middle) >= self.half + other.half + APART


class DayAxis:
    """Places of days between `left` and `right`; `breaks` are the first and last days of the silences at which the axis is broken.

    Between breaks one day is as wide as another. How wide the times on the sides of a break are is set by how many days each has and on how
    many of them something was said, so that most of the room is where most was said.
    """

    def __init__(self, drawing: TimelineDrawing, left: float, right: float) -> None:
        self.start, self.end, self.left, self.right = drawing.start, drawing.end, left, right
        share = max(DRAWN, LEAST_DRAWN / (right - left)) * (1 + 2 * PAD)
        self.breaks = self._breaks(drawing, share)
        words = sorted({one.day for one in drawing.said})
        ends = [drawing.start, *(day for one in self.breaks for day in one), drawing.end]
        self.pieces = list(zip(ends[::2], ends[1::2], strict=True))
        lengths = [self._length(first, last, words) for first, last in self.pieces]
        broken = sum(lengths) * share / (1 - len(self.breaks) * share)
        # From which day on how much of the axis lies before.
        self._knots, self._passed = [drawing.start], [0.0]
        for (first, last), length in zip(self.pieces, lengths, strict=True):
            if first != drawing.start:
                self._knots.append(first)
                self._passed.append(self._passed[-1] + broken)
            self._knots.append(last)
            self._passed.append(self._passed[-1] + length)

    def x(self, day: date) -> float:
        """Return where a day lies across the sheet; one before the start lies at it."""
        day = min(max(day, self.start), self.end)
        number = min(bisect_right(self._knots, day), len(self._knots) - 1)
        before, after = self._knots[number - 1], self._knots[number]
        within = (day - before).days / max(1, (after - before).days)
        passed = self._passed[number - 1] + within * (self._passed[number] - self._passed[number - 1])
        whole = max(1, self._passed[-1])
        return self.left + (passed / whole + PAD) / (1 + 2 * PAD) * (self.right - self.left)

    def _breaks(self, drawing: TimelineDrawing, share: float) -> list[tuple[date, date]]:
        """Return the silences that would take much of the width; none where that would leave too little for the days around them."""
        days = (drawing.end - drawing.start).days
        held = [(max(one.first, drawing.start), one.last) for one in drawing.silences]
        long = [(first, last) for first, last in held if (last - first).days > BROKEN * days * (1 + 2 * PAD)]
        kept = days - sum((last - first).days for first, last in long)
        is_worth_it = kept and len(long) * share < 0.5 and all((last - first).days > share * days for first, last in long)
        return long if is_worth_it else []

    def _length(self, first: date, last: date, words: Sequence[date]) -> int:
        """Return how long a time between breaks is, in days; its width is its share of all of these."""
        return (last - first).days + (WORD * sum(first <= one <= last for one in words) if self.breaks and last > first else 0)

    def marked(self, width: float) -> list[Marked]:
        """Return the days marked beneath, on a sheet of this width: those around each break, and as many as can be read between them."""
        edges: list[Marked] = []
        for one in self._edges(width):
            if all(map(one.is_clear_of, edges)):
                edges.append(one)
        free = [self._marked(one, width) for piece in self.pieces for one in self._within(*piece)]
        kept = [one for one in free if all(map(one.is_clear_of, edges))]
        return sorted((*edges, *kept), key=lambda one: one.x) or [self._marked(self.end, width)]

    def _edges(self, width: float) -> Iterator[Marked]:
        """Yield the days between which the axis is broken, the words of each away from the break."""
        for pair in self.breaks:
            for day, side in zip(pair, (-1, 1), strict=True):
                yield self._marked(day, width, side)

    def _marked(self, day: date, width: float, side: int = 0) -> Marked:
        """Return a day with its words beneath it, or to one side, and on the sheet whole."""
        words, x = shown_day(day), self.x(day)
        half = width_of(words, TICK) / 2
        return Marked(x, words, min(max(x + side * (half - 6), half), width - half), half)

    def _within(self, first: date, last: date) -> list[date]:
        """Return days of a time between breaks, of the shortest step that leaves each enough room."""
        for days in (*map(self._every, DAY_STEPS), *map(self._monthly, MONTH_STEPS)):
            seen = [one for one in days if first <= one <= last]
            if days and all(after - before >= DAY_ROOM for before, after in pairwise(map(self.x, seen))):
                return seen
        return []

    def _every(self, step: int) -> list[date]:
        count = (self.end - self.start).days // step + 1
        return [days_later(self.start, number * step) for number in range(count)] if count * step < 400 else []

    def _monthly(self, step: int) -> list[date]:
        """Return the first days of every so many months, counted from a January."""
        first, last = (one.year * 12 + one.month - 1 for one in (self.start, self.end))
        starts = [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1) if month % step == 0]
        return [one for one in starts if one >= self.start]
