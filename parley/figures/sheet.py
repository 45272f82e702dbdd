"""What all pictures of an issue share: sizes of letters, the legend that wraps, captions kept on the sheet, teeth, round numbers on a scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from parley.figures.lettering import Medium, lines_of, width_of
from parley.figures.picture import Box, Dot, Item, Label, Line, Outline, Sign
from parley.numbers import grouped
from parley.scales import Axis

BASE, KEY, LIMITS, ENDS, GAP = "base", "key", "limits", "ends", "gap"  # `ENDS` lies beneath the marks and belongs to the gap
WIDTH, NARROW, SMALLEST = 1120, 800, 560  # of a sheet if none is asked for; below which its margin is narrow; and below which it has none
MARGIN, NARROW_MARGIN, EDGE = 168.0, 128.0, 14.0  # left of the drawing, where names stand; and right of it
WIDE_SHARE, WIDEST_MARGIN = 0.15, 260.0  # of a wide sheet, and never more than that
NAME, SMALL, TICK, NOTE, LETTERING = 17.0, 13.0, 14.0, 13.0, 14.0  # heights of letters
LEADING = 1.25  # of the height of letters, from line to line
CUT_HEIGHT, LEGEND_HEIGHT, LEGEND_LINE = 26.0, 38.0, 24.0
SQUARE = 0.88  # of a round mark's radius, half the side of a square that looks as large
DASHED, DOTTED = (4.0, 4.0), (2.0, 5.0)
_GLYPH, _BETWEEN = 24.0, 22.0  # from the start of a legend's mark to its words, and from entry to entry


@dataclass(frozen=True)
class Entry:
    """One entry of a legend: its words, and its mark, drawn around a point at the left of the line; `is_pale` is one that is its own mark."""

    words: str
    glyph: tuple[Item, ...]
    is_pale: bool = False


def party_layer(party_id: str) -> str:
    """Return the id of the layer that holds what a party asks and offers."""
    return f"party:{party_id}"


def square(x: float, y: float, radius: float, colour: str) -> Box:
    """Return the mark of a measure, as large as a round one of this radius."""
    side = 2 * SQUARE * radius
    return Box(x - side / 2, y - side / 2, side, side, colour)


def margin_of(width: float) -> float:
    """Return how far from the left of a sheet the drawing begins; on the smallest, names stand within the drawing."""
    if width < SMALLEST:
        return EDGE
    return min(max(MARGIN, WIDE_SHARE * width), WIDEST_MARGIN) if width >= NARROW else NARROW_MARGIN


class Legend:
    """Marks with what they mean, on as many lines as that takes; `height` is that of all lines."""

    def __init__(
        self,
        entries: Sequence[Entry],
        left: float,
        right: float,
        size: float = LETTERING,
        *,
        apart: float = _BETWEEN,
        line: float = LEGEND_LINE,
        medium: Medium = "file",
    ) -> None:
        self.size, self.line, self.medium = size, line, medium
        self.lines: list[list[tuple[float, Entry]]] = [[]]
        x = left
        for whole in entries:
            indent = _indent(whole)
            one = replace(whole, words=lines_of(whole.words, right - left - indent, size, most=1, medium=medium)[0])
            wide = indent + width_of(one.words, size, medium=medium)
            if self.lines[-1] and x + wide > right:
                self.lines.append([])
                x = left
            self.lines[-1].append((x, one))
            x += wide + apart
        self.height = line * len(self.lines) if entries else 0.0

    @property
    def words(self) -> list[str]:
        """Return what is read of each entry."""
        return [one.words for line in self.lines for _, one in line]

    def items(self, middle: float) -> Iterator[Item]:
        """Yield the marks and their words, those of the first line around a height."""
        for number, line in enumerate(self.lines):
            y = middle + number * self.line
            for x, one in line:
                yield from (moved(item, x, y) for item in one.glyph)
                words = Label(x + _indent(one), y + 0.35 * self.size, one.words, self.size, medium=self.medium)
                yield replace(words, text="", aside=one.words) if one.is_pale else words


def _indent(one: Entry) -> float:
    return _GLYPH if one.glyph else 0.0


class Head:
    """What stands above a drawing: the evidence cut in bold, if it is not the default, and the legend where there is one."""

    def __init__(self, cut: str, entries: Sequence[Entry], left: float, right: float) -> None:
        self.cut, self.left = cut, left
        self.marks = Legend(entries, left, right)
        self.top = CUT_HEIGHT if cut else 0.0
        self.height = self.top + (self.marks.height + LEGEND_HEIGHT - LEGEND_LINE if entries else 0.0)

    def title(self) -> Iterator[Item]:
        """Yield the words of the evidence cut."""
        if self.cut:
            yield Label(self.left, 20, self.cut, LETTERING + 2, is_bold=True)

    def legend(self) -> Iterator[Item]:
        """Yield the marks of the legend and their words."""
        yield from self.marks.items(self.top + 18)


def moved(item: Item, x: float, y: float) -> Item:
    """Return a shape moved to the right and down."""
    match item:
        case Line():
            return replace(item, x1=item.x1 + x, y1=item.y1 + y, x2=item.x2 + x, y2=item.y2 + y)
        case Outline():
            return replace(item, points=tuple((a + x, b + y) for a, b in item.points))
        case Dot() | Label() | Box():
            return replace(item, x=item.x + x, y=item.y + y)


def part_moved(part: Item | Sign, x: float, y: float) -> Item | Sign:
    """Return a shape, or a sign with all of its shapes, moved to the right and down."""
    return replace(part, items=tuple(moved(one, x, y) for one in part.items)) if isinstance(part, Sign) else moved(part, x, y)


def block(lines: Sequence[str], x: float, y: float, size: float, label: Label) -> Iterator[Label]:
    """Yield lines of text beneath each other, the first on the base line `y`, looking like `label`."""
    return (replace(label, x=x, y=y + number * size * LEADING, text=line, size=size) for number, line in enumerate(lines))


def caption(lines: Sequence[str], middle: float, y: float, low: float, high: float, label: Label) -> Iterator[Label]:
    """Yield lines of text around the middle of something, the last on the base line `y`, kept between `low` and `high`."""
    half = max(width_of(line, label.size, bold=label.is_bold) for line in lines) / 2
    x = min(max(middle, low + half), high - half) if high - low > 2 * half else (low + high) / 2
    return block(lines, x, y - (len(lines) - 1) * label.size * LEADING, label.size, replace(label, anchor="middle"))


def note_parts(labels: Sequence[Label], words: str, ids: tuple[str, ...], turn: float) -> tuple[Item | Sign, ...]:
    """Return the source note as a sign that is read last, for it counts statements; as mere labels where it counts none."""
    return (Sign(tuple(labels), words, ids, (turn,)),) if ids else tuple(labels)


def teeth(x: float, y: float, half: float, reach: float, colour: str) -> Iterator[Item]:
    """Yield a barrier of height 2 * `half`, with teeth that reach to the left (negative) or right: towards what is refused."""
    yield Line(x, y - half, x, y + half, colour, 3)
    step = 10 if half > 12 else 7
    count = max(2, int(2 * half // (step + 2)))
    first = y - count * step / 2
    for number in range(count):
        top = first + number * step
        yield Outline(((x, top), (x + reach, top + step / 2), (x, top + step)), colour, 1, is_filled=True)


def lines_across(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Return the lines of a text that may run across a drawing, two at most."""
    return lines_of(text, width, size, bold=bold, most=2)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Return the tops of boxes, in their order from `top` to `bottom`, each as near to where it is wanted as the others let it be.

    They fit where their heights together are no more than the room.
    """
    tops: list[float] = []
    for want, high in zip(reversed(wanted), reversed(heights), strict=True):
        bottom = min(want + high, bottom)
        bottom -= high
        tops.insert(0, bottom)
    for number, high in enumerate(heights):
        tops[number] = max(tops[number], top)
        top = tops[number] + high
    return tops


def round_values(low: Fraction, high: Fraction, count: int, least: Fraction = Fraction(0)) -> list[Fraction]:
    """Return the round numbers from `low` to `high` at which a scale is marked, `count` steps or fewer, none smaller than `least`."""
    step = round_step(max(least, (high - low) / count))
    first = -(-low // step) * step
    return [first + number * step for number in range(int((high - first) // step) + 1)]


def round_step(least: Fraction) -> Fraction:
    """Return the smallest of 1, 2 and 5 times a power of ten that is at least this."""
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * times for times in (1, 2, 5, 10) if power * times >= least)


def ticks_of(axis: Axis) -> list[tuple[Fraction, str]]:
    """Return the values at which a scale is marked, with their words: every rung, or some five round numbers."""
    if axis.is_ladder:
        return [(Fraction(number), name) for number, name in enumerate(axis.names)]
    return [(value, grouped(value)) for value in round_values(axis.bottom, axis.top, 5)]


def gap_ticks_of(axis: Axis) -> list[tuple[Fraction, str]]:
    """Return the distances at which the strip of a gap is marked, from nothing to the whole scale, with their words."""
    values = round_values(Fraction(0), axis.top - axis.bottom, 3, least=axis.step if axis.is_ladder else Fraction(0))
    return [(value, grouped(value)) for value in values]
