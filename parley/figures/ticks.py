"""The words beneath a scale: on one level, or on as many as it takes for none to meet another or the line that leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parley.figures.lettering import lines_of, width_of, words_in
from parley.figures.palette import NEUTRAL
from parley.figures.picture import Item, Label, Line
from parley.figures.sheet import LEADING, TICK, block

BESIDE, BETWEEN, EDGE = 5.0, 5.0, 4.0  # pixels: words keep so far from a line that leads deeper, from the level above, and from the sheet's edges
MOST, MOST_BROKEN = 3, 4  # lines of a tick's words; more where a word must be broken


@dataclass(frozen=True)
class _Placed:
    """The words of one tick: where its line stands, the middle of its words, their lines, and their level."""

    x: float
    middle: float
    lines: tuple[str, ...]
    level: int


class Ticks:
    """The ticks of a scale on a sheet, from left to right, each at a place with its words; `height` is what they take beneath it."""

    def __init__(self, ticks: Sequence[tuple[float, str]], width: float) -> None:
        self.placed = sorted(_placed(list(ticks), width), key=lambda one: one.x)
        self._tops = [0.0]
        for level in range(max((one.level for one in self.placed), default=-1) + 1):
            deepest = max(len(one.lines) for one in self.placed if one.level == level)
            self._tops.append(self._tops[-1] + deepest * TICK * LEADING + BETWEEN)
        self.height = max(0.0, self._tops[-1] - BETWEEN)

    def items(self, top: float, foot: float) -> Iterator[Item]:
        """Yield an upright line for each tick from `top` to `foot`, with its words beneath."""
        for one in self.placed:
            below = foot + self._tops[one.level]
            yield Line(one.x, top, one.x, below + (4 if one.level else 0), NEUTRAL, opacity=0.28)
            yield from block(one.lines, one.middle, below + 18, TICK, Label(0, 0, "", TICK, "middle"))


def _placed(left: list[tuple[float, str]], width: float) -> Iterator[_Placed]:
    """Yield the ticks, level by level: those whose words fit whole between the lines that lead deeper, and at last one whose words do not."""
    level = 0
    while left:
        side_by_side = _side_by_side(left, width)
        if side_by_side is not None:
            yield from (_Placed(x, middle, lines, level) for x, middle, lines in side_by_side)
            return
        taken = _by_turns(left, width) or [_longest_room(left, width)]
        for number in taken:
            x, words = left[number]
            low, high = _room(left, number, width)
            lines = lines_of(words, high - low, TICK, most=MOST_BROKEN)
            yield _Placed(x, _within(x, lines, low, high), lines, level)
        left = [one for number, one in enumerate(left) if number not in taken]
        level += 1


def _side_by_side(ticks: Sequence[tuple[float, str]], width: float) -> list[tuple[float, float, tuple[str, ...]]] | None:
    """Return all ticks with the middles and lines of their words, if each has room beside its neighbours without breaking a word."""
    pitch = min((after - before for (before, _), (after, _) in pairwise(ticks)), default=width) - 8
    found = []
    for x, words in ticks:
        lines = lines_of(words, min(pitch, width - 2 * EDGE), TICK)
        if not _are_whole(words, lines, pitch):
            return None
        found.append((x, _within(x, lines, EDGE, width - EDGE), lines))
    ends = [(middle - _half(lines), middle + _half(lines)) for _, middle, lines in found]
    return found if all(before[1] + 4 <= after[0] for before, after in pairwise(ends)) else None


def _by_turns(ticks: Sequence[tuple[float, str]], width: float) -> list[int]:
    """Return which ticks stand on this level: none of two neighbours, each with its words whole between the lines of its own."""
    taken: list[int] = []
    for number, (_, words) in enumerate(ticks):
        low, high = _room(ticks, number, width)
        is_free = not taken or taken[-1] < number - 1
        if is_free and _are_whole(words, lines_of(words, high - low, TICK), high - low):
            taken.append(number)
    return taken


def _longest_room(ticks: Sequence[tuple[float, str]], width: float) -> int:
    """Return the tick that lacks the least room for its longest word."""

    def lack(number: int) -> float:
        low, high = _room(ticks, number, width)
        return max(width_of(word, TICK) for word in words_in(ticks[number][1]) or [""]) - (high - low)

    return min(range(len(ticks)), key=lack)


def _room(ticks: Sequence[tuple[float, str]], number: int, width: float) -> tuple[float, float]:
    """Return from where to where the words of a tick may reach, if its neighbours' lines lead deeper."""
    low = ticks[number - 1][0] + BESIDE if number else EDGE
    high = ticks[number + 1][0] - BESIDE if number + 1 < len(ticks) else width - EDGE
    return low, high


def _are_whole(words: str, lines: Sequence[str], room: float) -> bool:
    return len(lines) <= MOST and all(width_of(word, TICK) <= room for word in words_in(words))


def _within(x: float, lines: Sequence[str], low: float, high: float) -> float:
    half = _half(lines)
    return min(max(x, low + half), high - half) if high - low > 2 * half else (low + high) / 2


def _half(lines: Sequence[str]) -> float:
    return max((width_of(line, TICK) for line in lines), default=0.0) / 2
