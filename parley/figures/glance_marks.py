"""The marks of an issue at a glance: round ones of demands and offers, and the barrier of a stated limit."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from parley.analysis.parts import Part
from parley.figures.picture import Dot, Item, Line, Outline
from parley.figures.sheet import square
from parley.telling.glance import GlanceLine

ROUND = 22  # corners of a ring that is not drawn through
INNER = 0.55  # of its ring, a mark within it
CLEAR = 2.5  # pixels between a mark and the barrier beside it
NOT_THROUGH = (3.2, 2.6)  # the dashes of what is only hinted or implied


def round_mark(x: float, y: float, radius: float, colour: str, line: GlanceLine) -> Iterator[Item]:
    """Yield one mark: filled for a demand, a square for a measure, hollow for an offer, both where both stand there; dashed for a hint."""
    is_asked, is_offered = "demand" in line.parts, "offer" in line.parts
    if "measure" in line.parts and not is_asked:
        yield square(x, y, radius * (0.6 if is_offered or line.is_soft else 1), colour)
    if is_asked:
        inner = radius * (INNER if is_offered or line.is_soft else 1)
        yield Dot(x, y, inner, colour)
    if is_offered and not line.is_soft:
        yield Dot(x, y, radius, colour, "hollow", 2.4)
    if line.is_soft:
        yield from ring(x, y, radius, colour)


def soft_mark(part: Part, x: float, y: float, radius: float, colour: str, width: float = 2.2) -> Iterator[Item]:
    """Yield the mark of what is only hinted or implied: a ring that is not drawn through, and within it a demand filled, a measure a square."""
    if part == "demand":
        yield Dot(x, y, radius * INNER, colour, stroke=width)
    elif part == "measure":
        yield square(x, y, radius * INNER, colour)
    yield from ring(x, y, radius, colour, width)


def ring(x: float, y: float, radius: float, colour: str, width: float = 2.2) -> Iterator[Item]:
    """Yield a ring that is not drawn through."""
    r = radius - 1
    points = tuple((x + r * cos(2 * pi * one / ROUND), y + r * sin(2 * pi * one / ROUND)) for one in range(ROUND + 1))
    yield Outline(points, colour, width, dash=NOT_THROUGH)


def beside(reach: float, *, is_marked: bool) -> float:
    """Return how far a barrier is drawn aside, so that a mark at its place does not hide it; `reach` is that of its teeth."""
    return reach + (CLEAR if reach > 0 else -CLEAR) if is_marked else 0.0


def barrier(x: float, y: float, half: float, reach: float, colour: str, *, is_soft: bool = False) -> Iterator[Item]:
    """Yield a barrier with three teeth that reach to the left (negative) or right: towards what is refused."""
    yield Line(x, y - half, x, y + half, colour, 2.6, NOT_THROUGH if is_soft else None)
    step = 2 * half / 3
    for number in range(3):
        top = y - half + number * step
        yield Outline(((x, top + 1), (x + reach, top + step / 2), (x, top + step - 1)), colour, 1, is_filled=not is_soft)
