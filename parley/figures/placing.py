"""Where labels go beside the marks of a line: none meets another, a mark or the end of the line, and none is lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

BESIDE, APART = 5.0, 9.0  # pixels from a mark to its label, and between two labels
_LEFT, _WITHIN, _LINE, _FAR = 0.5, 0.2, 10.0, 0.004  # what it costs to stand left of a mark, within a band, on another line, and so many pixels away
MOST_AT_ONCE = 4  # labels that are placed together; each further one takes the best place that is left

Reach = tuple[float, float]


@dataclass(frozen=True)
class Wanted:
    """A label to be placed: its width, how many lines of text it has, and between which ends its mark lies; None where it has no mark.

    `hollow` is the room within the mark, where the label may stand as well.
    """

    width: float
    mark: Reach | None = None
    hollow: Reach | None = None
    lines: int = 1


@dataclass(frozen=True)
class Place:
    """Where a label goes: on which line, 0 for that of the marks and -1 above it, and where it begins."""

    line: int
    left: float


class Line:
    """The room beside the marks of one line, and on as many lines beneath as labels need, from `left` to `right`.

    `taken` is what stands there already, by the number of the line. With `above` there is a line above that of the marks, too.
    """

    def __init__(self, left: float, right: float, taken: Mapping[int, Sequence[Reach]], *, above: bool = False) -> None:
        self.left, self.right, self.first = left, right, -1 if above else 0
        self._taken = {line: list(several) for line, several in taken.items()}

    def places(self, wanted: Sequence[Wanted]) -> tuple[Place, ...]:
        """Return a place for each label, in their order; those with a mark choose first."""
        order = sorted(range(len(wanted)), key=lambda number: wanted[number].mark is None)
        found: dict[int, Place] = {}
        for start in range(0, len(order), MOST_AT_ONCE):
            several = order[start : start + MOST_AT_ONCE]
            best = self._best([wanted[number] for number in several])
            for number, place in zip(several, best, strict=True):
                self._take(wanted[number], place)
                found[number] = place
        return tuple(found[number] for number in range(len(wanted)))

    def _best(self, wanted: Sequence[Wanted]) -> tuple[Place, ...]:
        """Return the places that cost least together."""
        best: list[Place] = []
        least = float("inf")
        # What each label and those after it cost at least, if none were in the other's way.
        alone = [min(cost for cost, _ in self._candidates(one, ())) for one in wanted]
        rest = [sum(alone[number:]) for number in range(len(wanted) + 1)]

        def go_on(chosen: list[Place], cost: float) -> None:
            nonlocal best, least
            if len(chosen) == len(wanted):
                best, least = list(chosen), cost
                return
            number = len(chosen)
            held = [*zip(wanted, chosen, strict=False)]
            for more, place in sorted(self._candidates(wanted[number], held), key=lambda found: found[0]):
                if cost + more + rest[number + 1] >= least:
                    return
                go_on([*chosen, place], cost + more)

        go_on([], 0.0)
        return tuple(best)

    def _candidates(self, one: Wanted, held: Sequence[tuple[Wanted, Place]]) -> Iterator[tuple[float, Place]]:
        """Yield the places that are free beside what is held, each with what it costs; there is always one, on a line of its own."""
        tried: set[Place] = set()
        for cost, place in self._thinkable(one, held):
            if place in tried:
                continue
            tried.add(place)
            if self.left - 0.01 <= place.left and place.left + one.width <= self.right + 0.01 and self._is_free(one, place, held):
                yield cost, place

    def _thinkable(self, one: Wanted, held: Sequence[tuple[Wanted, Place]]) -> Iterator[tuple[float, Place]]:
        low, high = one.mark or (self.left, self.left)
        if one.lines == 1 and one.mark is not None:
            yield 0.0, Place(0, high + BESIDE)
            yield _LEFT, Place(0, low - BESIDE - one.width)
            if one.hollow:
                yield _WITHIN, Place(0, (one.hollow[0] + one.hollow[1] - one.width) / 2)
        last = max([0, *self._taken, *(place.line + each.lines - 1 for each, place in held)])
        wishes = (low, (low + high - one.width) / 2, high - one.width, self.left, self.right - one.width)
        for line in range(self.first, last + 2):
            if one.mark is not None and (line == 0 or (line < 0 and one.lines > 1)):
                continue
            for wish in (*wishes, *self._starts(line, held)):
                start = min(max(wish, self.left), max(self.left, self.right - one.width))
                off = max(0.0, start - high, low - start - one.width)
                yield _LINE * (line - self.first if one.mark is None else abs(line)) + _FAR * (off + abs(start - low)), Place(line, start)

    def _starts(self, line: int, held: Sequence[tuple[Wanted, Place]]) -> Iterator[float]:
        """Yield where a label could begin on a line: at its left end, and behind all that stands there."""
        yield self.left
        yield from (end + APART for _, end in self._on(line, held))

    def _on(self, line: int, held: Sequence[tuple[Wanted, Place]]) -> Iterator[Reach]:
        yield from self._taken.get(line, ())
        yield from ((place.left, place.left + each.width) for each, place in held if place.line <= line < place.line + each.lines)

    def _is_free(self, one: Wanted, place: Place, held: Sequence[tuple[Wanted, Place]]) -> bool:
        start, end = place.left, place.left + one.width
        for line in range(place.line, place.line + one.lines):
            for low, high in self._on(line, held):
                # Its own mark is no hindrance where it stands within it.
                if line == 0 and one.mark == (low, high) and one.hollow and one.hollow[0] + BESIDE <= start and end <= one.hollow[1] - BESIDE:
                    continue
                if start < high + BESIDE - 0.01 and low - BESIDE + 0.01 < end:
                    return False
        return True

    def _take(self, one: Wanted, place: Place) -> None:
        for line in range(place.line, place.line + one.lines):
            self._taken.setdefault(line, []).append((place.left, place.left + one.width))


def spread_over(wanted: Sequence[tuple[float, float]], left: float, right: float, apart: float) -> list[float] | None:
    """Return the middles of labels in a row, given in order by the middle wanted and the width; None where one would leave its own place.

    Each lies as near to where it is wanted as the others let it be, and covers it still.
    """
    middles: list[float] = []
    at = left
    for middle, width in wanted:
        middles.append(max(middle, at + width / 2))
        at = middles[-1] + width / 2 + apart
    at = right
    for number in reversed(range(len(wanted))):
        middles[number] = min(middles[number], at - wanted[number][1] / 2)
        at = middles[number] - wanted[number][1] / 2 - apart
    if at + apart < left - 0.01:
        return None
    is_kept = all(abs(found - middle) <= max(width / 2, 1) for found, (middle, width) in zip(middles, wanted, strict=True))
    return middles if is_kept else None
