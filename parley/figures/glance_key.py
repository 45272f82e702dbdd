"""What the marks of issues at a glance mean, on a line or on as many as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from parley.figures.glance_marks import barrier, ring
from parley.figures.palette import NEUTRAL
from parley.figures.picture import Dot, Line, Picture, layers_of
from parley.figures.sheet import BASE, DOTTED, Entry, Legend, square
from parley.telling.glance import key_entry
from parley.words import say

WIDE = 1400  # pixels of the whole page from which letters are large
LETTERS, LARGE = 14.0, 16.0  # heights of letters
LINE, APART = 21.0, 13.0  # how high a line is, and how far it is from entry to entry


def glance_key(width: float, days: Sequence[int]) -> Picture:
    """Return what the marks mean, on as many lines as that takes; `days` are those after which a date is grey, of each issue."""
    size = LARGE if width >= WIDE else LETTERS
    r = LETTERS * 0.45
    shown = [
        Entry(say(key_entry("asks")), (Dot(8, 0, r, NEUTRAL),)),
        Entry(say(key_entry("offers")), (Dot(8, 0, r, NEUTRAL, "hollow", 2.4),)),
        Entry(say(key_entry("acts")), (square(8, 0, r, NEUTRAL),)),
        Entry(say(key_entry("soft")), tuple(ring(8, 0, r, NEUTRAL))),
        Entry(say(key_entry("limit")), tuple(barrier(5, 0, r * 1.3, r, NEUTRAL))),
        Entry(say(key_entry("between")), (Line(5, 0, 15, 0, NEUTRAL, 4, DOTTED), Dot(3.5, 0, 3.5, NEUTRAL), Dot(15.5, 0, 3.5, NEUTRAL))),
        Entry(say(key_entry("sure")), (Line(1, 0, 18, 0, NEUTRAL, 2.2), Line(1, -4, 1, 4, NEUTRAL, 2), Line(18, -4, 18, 4, NEUTRAL, 2))),
        Entry(say(key_entry("possible")), (Line(1, 0, 18, 0, NEUTRAL, 2, (4, 3)),)),
        Entry(say(key_entry("stale", days)), (), is_pale=True),
    ]
    legend = Legend(shown, 0.0, width, size, apart=APART, line=LINE, medium="page")
    return Picture(width, legend.height, layers_of((BASE, one) for one in legend.items(LINE / 2)), "; ".join(legend.words))
