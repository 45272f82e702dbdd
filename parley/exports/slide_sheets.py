"""The width in which a drawing is put on a slide: that in which it can be drawn largest, with its words in room."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from parley.figures.gap_picture import GapSheet

_WIDTHS = range(720, 1600, 40)  # pixels of a drawing: the fewer, the larger its letters


class Sheets:
    """One drawing on sheets of several widths, each laid out when it is first looked at; `inner` is the width on the slide in points."""

    def __init__(self, laid_out: Callable[[float], GapSheet], inner: float) -> None:
        self._inner = inner
        self._laid_out = cache(laid_out)
        self._is_clear = cache(lambda wide: self._laid_out(wide).is_clear())

    def largest(self, room: float) -> tuple[float, GapSheet]:
        """Return the sheet that can be drawn largest in a height, of those on which the words of the scale have room, with the points of a pixel."""
        best: tuple[float, float] | None = None
        for wide in _WIDTHS:
            # What is wider than that is drawn smaller, however low it is.
            if best and self._inner / wide <= best[0]:
                break
            scale = self._scale(wide, room)
            if (best is None or scale > best[0]) and self._is_clear(wide):
                best = scale, wide
        scale, width = best or (self._scale(_WIDTHS[-1], room), _WIDTHS[-1])
        return scale, self._laid_out(width)

    def _scale(self, wide: float, room: float) -> float:
        return min(self._inner / wide, room / self._laid_out(wide).height)
