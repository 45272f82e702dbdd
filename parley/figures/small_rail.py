"""An issue as small as on a list: its scale as a named line for each party that has a place on it, the marks, and the distance as a bar beneath."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from parley.figures.glance_geometry import Glance
from parley.figures.glance_marks import barrier, beside, round_mark
from parley.figures.lettering import lines_of, width_of
from parley.figures.palette import NEUTRAL
from parley.figures.picture import INK, Item, Label, Line, Picture, layers_of
from parley.figures.sheet import BASE, DOTTED
from parley.telling.glance_answer import drawn_at_a_glance
from parley.words import say

WIDTH, EDGE, LANE, RADIUS = 340.0, 12.0, 22.0, 6.5
LETTERS, NAMES = 16.0, 110.0  # the height of letters, and the room that names take at most


def small_rail(glance: Glance, colours: Mapping[str, str]) -> Picture | None:
    """Return the rail of an issue with the names of its parties alone; `colours` by party id. None where nothing has a place."""
    lanes = [lane for lane in glance.lanes if any(line.span for line in lane.lines)]
    if not lanes:
        return None
    low, high = glance.axis.bottom, glance.axis.top
    names = [lines_of(lane.name, NAMES, LETTERS, bold=True, most=1)[0] for lane in lanes]
    left = max(width_of(one, LETTERS, bold=True) for one in names) + EDGE

    def x(value: Fraction) -> float:
        inside = min(max(value, low), high)
        return left + float((inside - low) / (high - low)) * (WIDTH - left - EDGE)

    def items() -> Iterator[Item]:
        for number, lane in enumerate(lanes):
            y, colour = LANE * (number + 0.5), colours.get(lane.key, NEUTRAL)
            if not lane.is_under:
                yield Label(left - EDGE, y + LETTERS * 0.35, names[number], LETTERS, "end", is_bold=True)
            yield Line(x(low), y, x(high), y, NEUTRAL, opacity=0.5)
            for line in lane.lines:
                ends = sorted({x(end) for end in (line.span.low, line.span.high)}) if line.span and line.parts != ("limit",) else []
                if len(ends) > 1:
                    yield Line(ends[0], y, ends[1], y, colour, 3, DOTTED)
                for end in ends:
                    yield from round_mark(end, y, RADIUS, colour, line)
                for one in lane.barriers_of(line):
                    teeth = -RADIUS if one.refused == "lower" else RADIUS
                    yield from barrier(
                        x(one.at) + beside(teeth, is_marked=lane.is_marked(one.at)), y, RADIUS * 1.3, teeth, colour, is_soft=line.is_soft
                    )
        if glance.bracket:
            y = LANE * len(lanes) + 4
            reach, sure = glance.bracket.reach, glance.bracket.sure
            yield Line(x(reach.low), y, x(reach.high), y, INK, 2, (4, 3))
            if sure:
                yield Line(x(sure.low), y, x(sure.high), y, INK, 3.5)
            for value in dict.fromkeys((reach.low, reach.high)):
                yield Line(x(value), y - 4, x(value), y + 4, INK, 2)

    alt = drawn_at_a_glance(glance.row, [line for lane in lanes for line in lane.lines], glance.answer)
    return Picture(WIDTH, LANE * len(lanes) + 10, layers_of((BASE, one) for one in items()), say(alt))
