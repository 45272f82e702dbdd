"""How wide a text is when it is set, and where it breaks into lines; so that labels can be placed before anything is drawn."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Literal

from PIL import ImageFont

from parley.directions import closed
from parley.fonts import BOLD, FAMILIES, REGULAR, font_folders, is_unseen, page_font_file

Medium = Literal["file", "page"]  # what a picture is drawn for: each has a font of its own for Latin letters

_EM = 1000
_WEIGHTS = (400, 600)  # of regular and of bold letters on a page
LONG_WORD = 64  # letters
LATIN, CHINESE, ARABIC = FAMILIES
# Each family has one file for regular and one for bold letters; the Chinese one has no bold, and is drawn with a thicker line instead.
_FILES = {
    LATIN: (REGULAR, BOLD),
    CHINESE: ("NotoSansSC-Regular.otf", "NotoSansSC-Regular.otf"),
    ARABIC: ("IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf"),
}
_CHINESE_LETTER, _ARABIC_LETTER = r"[\u2e80-\U0003ffff]", r"[\u0600-\u08ff]"
_BEFORE, _AFTER = "（《「『【〈“‘([", r"，。、；：？！）》」』】〉”’)\]"  # what never ends a line and what never begins one
# A blank at which no line breaks belongs to the word around it.
_KEPT = r"\u00a0\u202f\u2007"
_BLANK = rf"[^\S{_KEPT}]"
_PIECE = re.compile(rf"{_BLANK}*(?:[{re.escape(_BEFORE)}]*{_CHINESE_LETTER}[{_AFTER}]*|(?:[^\s\u2e80-\U0003ffff]|[{_KEPT}])+)")
_WORD = re.compile(rf"(?:\S|[{_KEPT}])+")
_MARKS = ("Mn", "Me", "Mc")
# Fonts leave these narrow blanks to the program that sets them: the widths are those it gives them.
_NARROW = {"\u2009": 0.2, "\u202f": 0.1325}


def family_of(text: str) -> str:
    """Return the family in which a whole text is set: one that also has Latin letters, so that no text changes its face in the middle.

    What only shapes the letter before it is of no family.
    """
    if any(not is_unseen(one) for one in re.findall(_CHINESE_LETTER, text)):
        return CHINESE
    return ARABIC if re.search(_ARABIC_LETTER, text) else LATIN


@cache
def _font(family: str, *, bold: bool, medium: Medium) -> ImageFont.FreeTypeFont:
    if medium == "page" and family == LATIN:
        font = ImageFont.truetype(str(page_font_file()), _EM, layout_engine=ImageFont.Layout.BASIC)
        font.set_variation_by_axes([_WEIGHTS[bold]])
        return font
    path = font_folders()[FAMILIES.index(family)] / _FILES[family][bold]
    return ImageFont.truetype(str(path), _EM, layout_engine=ImageFont.Layout.BASIC)


def width_of(text: str, size: float, *, bold: bool = False, medium: Medium = "file") -> float:
    """Return the width of a text on one line, in the units of `size`, the height of its letters, in the font of the medium.

    Arabic letters are measured as if each stood alone, which is never too narrow.
    """
    return _width_in_ems(text, bold, medium) * size


# The same text is tried in several sizes.
@lru_cache(maxsize=32768)
def _width_in_ems(text: str, bold: bool, medium: Medium) -> float:
    if text.isascii():
        return _font(LATIN, bold=bold, medium=medium).getlength(text) / _EM
    narrow = sum(_NARROW.get(one, 0) for one in text)
    text = "".join(one for one in text if one not in _NARROW and not is_unseen(one))
    family = family_of(text)
    arabic = "".join(re.findall(_ARABIC_LETTER, text)) if family == CHINESE else ""
    rest = re.sub(_ARABIC_LETTER, "", text) if arabic else text
    wide = _font(family, bold=bold, medium=medium).getlength(rest)
    wide += _font(ARABIC, bold=bold, medium=medium).getlength(arabic) if arabic else 0
    return wide / _EM + narrow


def words_in(text: str) -> list[str]:
    """Return the pieces of a text between blanks at which a line may break; the groups of a long number are one piece."""
    return _WORD.findall(text)


@lru_cache(maxsize=8192)
def lines_of(text: str, width: float, size: float, *, bold: bool = False, most: int | None = None, medium: Medium = "file") -> tuple[str, ...]:
    """Return the text broken into lines no wider than `width`; Chinese may break between any two letters, a word only where no line holds it.

    With `most` lines at most: what does not fit is cut off with an ellipsis.
    """

    def fits(line: str) -> bool:
        return width_of(line.rstrip(), size, bold=bold, medium=medium) <= width

    lines, pieces, at = [""], _PIECE.findall(text), 0

    def most_on(line: str) -> int:
        """Return up to which piece all that follow fit on a line: guessed by the widths of pieces alone, which are met again and again."""
        end, left = at, width / size - _width_in_ems(line, bold, medium)
        while end < len(pieces) and (left := left - _width_in_ems(pieces[end], bold, medium)) >= 0:
            end += 1
        while end > at and not fits(line + "".join(pieces[at:end])):
            end -= 1
        while end < len(pieces) and fits(line + "".join(pieces[at : end + 1])):
            end += 1
        return end

    while at < len(pieces):
        piece = pieces[at]
        if lines[-1] and (end := most_on(lines[-1])) > at:
            lines[-1] += "".join(pieces[at:end])
            at = end
            continue
        at += 1
        if lines[-1]:
            lines.append("")
        lines[-1] = piece.lstrip()
        # Only a word that no line holds breaks between letters; one of thousands of letters is never measured whole.
        while (most is None or len(lines) <= most) and len(lines[-1]) > 1 and not (len(piece) <= LONG_WORD and fits(lines[-1])):
            count = _between_letters(lines[-1], max(1, longest(lines[-1], fits)))
            if count == len(lines[-1]):
                break
            lines[-1:] = [lines[-1][:count], lines[-1][count:]]
        if most is not None and len(lines) > most:
            break
    if most is not None and len(lines) > most:
        lines = lines[:most]
        kept = longest(lines[-1], lambda beginning: fits(f"{beginning}…"))
        lines[-1] = lines[-1][: _between_letters(lines[-1], kept)].rstrip()
        lines[-1] += "…"
    return tuple(lines)


def longest(text: str, fits: Callable[[str], bool]) -> int:
    """Return how many letters the longest beginning of a text has that fits; 0 if none does."""
    # A word may have thousands of letters, of which a line holds few: those that are far beyond are never measured.
    tried = 1
    while tried < len(text) and fits(text[:tried]):
        tried *= 2
    return bisect_left(range(1, min(tried, len(text)) + 1), 1, key=lambda count: 0 if fits(text[:count]) else 1)


def shortened(text: str, most: int) -> str:
    """Return the text, cut off with an ellipsis where it has more than so many letters."""
    return text if len(text) <= most else closed(f"{text[: _between_letters(text, most - 1)].rstrip()}…")


def _between_letters(text: str, at: int) -> int:
    """Return the place nearest before `at`, else after it, where no mark is torn from its letter."""
    start = at
    while 0 < start < len(text) and (unicodedata.category(text[start]) in _MARKS or is_unseen(text[start])):
        start -= 1
    if start > 0:
        return start
    while at < len(text) and (unicodedata.category(text[at]) in _MARKS or is_unseen(text[at])):
        at += 1
    return at
