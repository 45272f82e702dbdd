"""How the lines and marks of a timeline look: by what they stand for, and by whose they are, in colour and without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parley.analysis.positions import Part
from parley.figures.palette import NEUTRAL
from parley.figures.picture import Box, Dot, Item, Line, Outline
from parley.figures.sheet import DOTTED
from parley.figures.timeline_geometry import Toward
from parley.model import Kind

RAIL = 3.4  # from the middle of an offer's line to each of the two thin lines that it is drawn as
TOOTH = 52.0  # from tooth to tooth along a limit
WIDTHS: Mapping[Part, float] = {"demand": 4, "measure": 3, "limit": 1.6}  # of the lines of these parts
# A part's line, and the statements whose marks stand on it.
KINDS: tuple[tuple[Part, Kind], ...] = (("demand", "demand"), ("offer", "offer"), ("limit", "red_line"), ("measure", "measure"))
# Strokes across a line tell whose it is: their width, that of a broad one, from one to the next, how high they are, and from group to group.
STROKE, BROAD, BETWEEN, HIGH, EVERY = 1.8, 5.0, 2.8, 10.0, 26.0
AFTER_MARK = 11.0  # from the middle of a mark to the first stroke behind it
FEW, SIGNS = 4, 7  # a broad stroke counts as so many; so many groups differ, fewer than colours, so that parties of one colour have others
SAMPLE = 32.0  # of a line, with its mark, beside its name
TICK_HIGH = 8.0  # how high a statement is ticked off beneath


def level_line(part: Part, x1: float, x2: float, y: float, colour: str, *, is_stale: bool) -> Iterator[Line]:
    """Yield a level line: thick for a demand, less for a measure, thin for a limit, hollow for an offer, so that either shows where both stand."""
    dash = DOTTED if is_stale else None
    if part == "offer":
        yield from (Line(x1, y + side, x2, y + side, colour, 1.3, dash) for side in (-RAIL, RAIL))
    else:
        yield Line(x1, y, x2, y, colour, WIDTHS[part], dash)


def teeth_along(x1: float, x2: float, y: float, side: Toward, colour: str) -> Iterator[Outline]:
    """Yield teeth along a limit, towards what is refused; one at least."""
    reach = 8 if side == "lower" else -8
    for number in range(int(max(0.0, x2 - x1 - 9) // TOOTH) + 1):
        x = x1 + number * TOOTH
        yield Outline(((x - 4.5, y), (x, y + reach), (x + 4.5, y)), colour, 1, is_filled=True)


def strokes_along(number: int, x1: float, x2: float, y: float, colour: str) -> Iterator[Line]:
    """Yield the strokes across a level line of the party with this number, group after group, none of which is cut off; of the first party none."""
    widths = _widths(number)
    wide = sum(widths) + BETWEEN * (len(widths) - 1)
    groups = int((x2 - x1 - wide) // EVERY) + 1
    for width in widths if groups > 0 else ():
        # The dashes of one broad line are the strokes of all groups.
        yield Line(x1, y, x1 + (groups - 1) * EVERY + width, y, colour, HIGH, (width, EVERY - width))
        x1 += width + BETWEEN


def strokes_at(number: int, x: float, y: float, colour: str) -> Iterator[Line]:
    """Yield one group of the strokes of the party with this number."""
    return strokes_along(number, x, x + EVERY - 1, y, colour)


def _widths(number: int) -> tuple[float, ...]:
    return (BROAD,) * (number % SIGNS // FEW) + (STROKE,) * (number % SIGNS % FEW)


def symbol(kind: Kind, x: float, y: float, colour: str) -> Item:
    """Return the mark of a statement; a demand's is small enough to be seen within an offer's."""
    if kind == "demand":
        return Dot(x, y, 4.5, colour)
    if kind == "offer":
        return Dot(x, y, 7.5, colour, "hollow", 2)
    if kind == "measure":
        return Box(x - 4, y - 4, 8, 8, colour)
    if kind == "red_line":
        return Line(x, y - 9, x, y + 9, colour, 2.5)
    return Outline(((x, y - 7), (x + 6.5, y + 5), (x - 6.5, y + 5), (x, y - 7)), colour, 2)


def sample(part: Part, number: int, x: float, y: float, colour: str, refused: Toward = "lower", wide: float = SAMPLE) -> Iterator[Item]:
    """Yield a short piece of a part's line with its mark, as it is drawn for the party with this number."""
    yield from level_line(part, x, x + wide, y, colour, is_stale=False)
    if part == "limit":
        yield from teeth_along(x + 10.5, x + 10.5, y, refused, colour)
    yield symbol(dict(KINDS)[part], x + (4 if part == "limit" else 8), y, colour)
    yield from strokes_at(number, x + 17, y, colour)


def band(x1: float, x2: float, top: float, foot: float, colour: str) -> Box:
    """Return what lies between both edges of a part whose place is not known."""
    return Box(x1, top, x2 - x1, foot - top, colour, 0.16)


def since(x1: float, x2: float, y: float, colour: str) -> Line:
    """Return the days on which a statement can have been made, before its mark on the last of them."""
    return Line(x1, y, x2, y, colour, 1.5, (1.0, 5.0), opacity=0.7)


def tick(x: float, y: float, colour: str) -> Line:
    """Return the mark of a statement in the lane of its party."""
    return Line(x, y - TICK_HIGH / 2, x, y + TICK_HIGH / 2, colour, 2)


def days_of_event(x1: float, x2: float, top: float, foot: float) -> Box:
    """Return the days of an event that has several, behind its upright line."""
    return Box(x1, top, x2 - x1, foot - top, NEUTRAL, 0.14)


def upright(x: float, top: float, foot: float) -> Line:
    """Return the line of an event."""
    return Line(x, top, x, foot, NEUTRAL, opacity=0.8)


def broken_at(x: float, y: float) -> Iterator[Line]:
    """Yield the two strokes at which the axis is broken."""
    return (Line(x + aside - 4, y + 9, x + aside + 4, y - 9, NEUTRAL, 2) for aside in (-4, 4))
