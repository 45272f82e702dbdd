"""An issue drawn on a page of its own: as at a glance, larger and with more in it, on a scale that stands still from day to day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from parley.figures.glance_geometry import Glance, Lane
from parley.figures.glance_picture import LEADING, GlanceSheet
from parley.figures.lettering import words_in
from parley.figures.page_lettering import lines_of, width_of, written
from parley.figures.picture import Item, Label, Picture
from parley.figures.step_names import Named
from parley.telling.cluster import CLUSTERS
from parley.telling.glance import GlanceLine
from parley.telling.said import Place as At
from parley.words import say

LETTERS, LARGE, NARROW = 18.0, 20.0, 16.0  # heights of letters: on a desk, on a wide sheet, on a phone
WIDE = 1500  # pixels from which a sheet is wide
LANE, CLOSE = 1.9, 1.36  # of the height of letters: how high a lane is, and how high that of a cluster
BEYOND = Fraction(1, 2)  # of a step, beyond either end of a ladder
MOST_LINES, NAME_LEADING, BETWEEN = 3, 1.12, 6.0  # of the name of a step; of the height of letters, from line to line; pixels from name to name


def page_picture(glance: Glance, colours: Mapping[str, str], width: float, status: str = "", cut: str = "") -> Picture:
    """Return the picture of an issue that has a page to itself: larger, every step named where they have room, on a scale that stands still.

    `status` is told at the end of its words, and `cut`, the evidence that is let in where that is not all, before them and above it.
    """
    picture = _PageSheet(glance, colours, width, cut).picture()
    return replace(
        picture, alt=" ".join(filter(None, (f"{cut}." if cut else "", picture.alt, f"{say(glance.pair)}." if glance.pair else "", status)))
    )


class _PageSheet(GlanceSheet):
    """The same sheet for a page of its own."""

    def __init__(self, glance: Glance, colours: Mapping[str, str], width: float, cut: str) -> None:
        self.cut = cut
        super().__init__(glance, colours, width)

    def _letters(self) -> float:
        return NARROW if self.is_narrow else LARGE if self.width >= WIDE else LETTERS

    def _ends(self) -> tuple[Fraction, Fraction]:
        """Return from where to where the scale is drawn: with room for the names of the steps at both ends."""
        axis = self.glance.axis
        beyond = BEYOND if axis.is_ladder else Fraction(0)
        return axis.bottom - beyond, axis.top + beyond

    def _lane(self, lane: Lane) -> float:
        if lane.is_under or self.is_narrow:
            return LEADING
        return CLOSE if lane.key == CLUSTERS else LANE

    def _may_be_short(self, lane: Lane, line: GlanceLine) -> bool:
        """Return whether a line may be told in short; a page of its own has room to tell of every place in full."""
        return lane.is_under

    def _title(self) -> Iterator[Item]:
        """Yield the words of the evidence that is let in, where that is not all."""
        if self.cut:
            yield written(self.left, self.size, lines_of(self.cut, self.width - self.left, self.size, bold=True, most=1)[0], self.size, is_bold=True)

    def _head(self) -> float:
        return max(one.y for one in self.steps) + 0.25 * self.size + 3

    def _steps(self) -> Iterator[Label]:
        """Yield the names of all steps, bold where something stands; where not all have room, in their turn."""
        held = self._every_step() or self._fitting_steps(self._others(), self.size * 0.6, self._wide)
        above = (self.size * LEADING if self.cut else 0.0) + self.size
        deepest = max(len(lines) for _, _, lines in held)
        for value, middle, lines in held:
            is_standing = value in self.glance.standing
            for number, words in enumerate(lines, deepest - len(lines)):
                y = above + number * self.size * NAME_LEADING
                yield written(middle, y, words, self.size, "middle", is_bold=is_standing, opacity=1 if is_standing else 0.7)

    def _every_step(self) -> list[Named]:
        """Return the name of every step within its own place; none where one has no room there, or the scale is none of steps."""
        axis = self.glance.axis
        if not axis.is_ladder:
            return []
        room = self.x(Fraction(1)) - self.x(Fraction(0)) - BETWEEN
        found = []
        for number in range(len(axis.names)):
            value = Fraction(number)
            name = say(At(value, axis))
            lines = lines_of(name, max(room, 1), self.size, bold=True, most=MOST_LINES)
            if lines[-1].endswith("…") or max(map(self._wide, words_in(name))) > room:
                return []
            found.append((value, self.x(value), lines))
        return found

    def _others(self) -> Sequence[Fraction]:
        return self.glance.axis.marked

    def _step_lines(self, name: str, room: float) -> tuple[str, ...]:
        return lines_of(name, room, self.size, bold=True, most=MOST_LINES)

    def _wide(self, words: str) -> float:
        """Return how wide words are, whether they are bold or not."""
        return max(width_of(words, self.size, bold=True), width_of(words, self.size))
