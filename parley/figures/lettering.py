"""How wide a text is when it is set, and where it breaks into lines; so that labels can be placed before anything is drawn."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PIL import ImageFont

from parley.fonts import BOLD, REGULAR, font_file

_EM = 1000
# Letters that stand outside the Latin font: from here on each takes about a whole em, Arabic letters about half of one.
_FULL_WIDTH, _ARABIC = "\u2e80", ("\u0590", "\u08ff")


@cache
def _font(name: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_file(name)), _EM, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text on one line, in the units of `size`, the height of its letters in the same units."""
    latin = "".join(letter for letter in text if letter < _ARABIC[0])
    arabic = sum(_ARABIC[0] <= letter <= _ARABIC[1] for letter in text)
    full = sum(letter >= _FULL_WIDTH for letter in text)
    return (_font(BOLD if bold else REGULAR).getlength(latin) / _EM + 0.55 * arabic + full) * size


def lines_of(text: str, width: float, size: float, *, bold: bool = False, most: int | None = None) -> tuple[str, ...]:
    """Return the text broken into lines no wider than `width`, where a word allows it; Chinese may break between any two letters.

    With `most` lines at most: what does not fit is cut off with an ellipsis.
    """
    lines: list[str] = [""]
    for word in _words(text):
        if lines[-1] and width_of((lines[-1] + word).rstrip(), size, bold=bold) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
            word = word.lstrip()
        lines[-1] += word
    found = [line.rstrip() for line in lines]
    if most is not None and len(found) > most:
        found = found[:most]
        while found[-1] and width_of(f"{found[-1]}…", size, bold=bold) > width:
            found[-1] = found[-1][:-1].rstrip()
        found[-1] += "…"
    return tuple(found)


def _words(text: str) -> list[str]:
    """Return the pieces between which a line may break, each with the blank before it."""
    return re.findall(r"\s*[\u2e80-\U0003ffff]|\s*[^\s\u2e80-\U0003ffff]+", text)
