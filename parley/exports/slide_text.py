"""Paragraphs of a slide: measured before they are set, so that none runs over, and split where they must go on elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import PP_ALIGN
from pptx.oxml.xmlchemy import OxmlElement
from pptx.text.text import _Paragraph, _Run
from pptx.util import Pt

from parley.directions import is_right_to_left, names_isolated
from parley.exports.scripts import script_of
from parley.figures.lettering import lines_of, words_in

SMALLEST = 11  # points, of the letters of tables and sentences
LINE = 1.2  # of the height of letters, from line to line
LANGUAGES = {"latin": "en-GB", "chinese": "zh-CN", "arabic": "ar-SA"}
INK, MUTED, ACCENT = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2, MSO_THEME_COLOR.ACCENT_1
# The fonts of slides are a little wider than those that are measured; bold ones more so.
_WIDER, _BOLD_WIDER = 1.04, 1.11
_LETTERS = ContextVar("letters", default=1.0)  # how much wider than Arial's those are in which it is set
_NOWHERE: Any = None  # a paragraph that is only copied stands in no file
_ALIGNED = {"l": PP_ALIGN.LEFT, "r": PP_ALIGN.RIGHT, "ctr": PP_ALIGN.CENTER}


@contextmanager
def letters_as_wide(share: float) -> Iterator[None]:
    """Measure everything within in letters that are so much wider than Arial's."""
    before = _LETTERS.set(share)
    try:
        yield
    finally:
        _LETTERS.reset(before)


@dataclass(frozen=True)
class Words:
    """Text set in one way; `link` is an address it leads to, with `tip` to be seen before one goes there; `colour` is one of the theme."""

    text: str
    is_bold: bool = False
    colour: MSO_THEME_COLOR = INK
    link: str = ""
    tip: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Words set one after the other, in letters of `size` points, with `after` points of space beneath."""

    words: tuple[Words, ...]
    size: float
    after: float = 3
    align: str = "l"

    @cached_property
    def text(self) -> str:
        """Return the paragraph's whole text."""
        return "".join(one.text for one in self.words)

    def lines(self, width: float) -> tuple[str, ...]:
        """Return the lines into which the text breaks; a word wider than a line breaks between letters."""
        bold = sum(len(one.text) for one in self.words if one.is_bold) / max(1, len(self.text))
        return lines_of(self.text, width, self.size * _LETTERS.get() * (_WIDER + (_BOLD_WIDER - _WIDER) * bold), bold=bold > 0.5)

    def height(self, width: float) -> float:
        """Return the height in points of the paragraph and the space beneath, set in lines no wider than `width` points."""
        return len(self.lines(width)) * self.size * LINE + self.after

    def split(self, width: float, height: float) -> tuple[Paragraph, Paragraph | None]:
        """Return as many lines as fit, at least one, and the rest, None where nothing remains."""
        lines = self.lines(width)
        most = max(1, int((height - self.after) // (self.size * LINE)))
        if most >= len(lines):
            return self, None
        at = 0
        for line in lines[:most]:
            at = self.text.index(line, at) + len(line)
        rest = self.text[at:].lstrip()
        return self._cut(0, at), self._cut(len(self.text) - len(rest), len(self.text))

    def _cut(self, start: int, end: int) -> Paragraph:
        found, at = [], 0
        for one in self.words:
            text = one.text[max(0, start - at) : max(0, end - at)]
            found += [replace(one, text=text)] if text else []
            at += len(one.text)
        return replace(self, words=tuple(found))


def plainly(text: str, size: float, *, after: float = 3, is_bold: bool = False, colour: MSO_THEME_COLOR = INK, align: str = "l") -> Paragraph:
    """Return a paragraph of one text set in one way."""
    return Paragraph((Words(" ".join(words_in(text)), is_bold, colour),), size, after, align)


def sized(paragraphs: Sequence[Paragraph], size: float) -> tuple[Paragraph, ...]:
    """Return the paragraphs in letters of this size."""
    return tuple(replace(one, size=size) for one in paragraphs)


def height_of(paragraphs: Sequence[Paragraph], width: float) -> float:
    """Return the height in points of paragraphs set one below the other."""
    return sum(one.height(width) for one in paragraphs)


def poured(paragraphs: Sequence[Paragraph], width: float, height: float) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return the paragraphs that fit into a box, and the rest; one that alone is higher than the box is split between lines."""
    used, count = 0.0, 0
    for one in paragraphs:
        used += one.height(width)
        if used - one.after > height:
            break
        count += 1
    found, rest = list(paragraphs[:count]), list(paragraphs[count:])
    if rest and not found:
        head, tail = rest[0].split(width, height)
        found, rest = [head], [*([tail] if tail else []), *rest[1:]]
    return found, rest


def cut_to(paragraph: Paragraph, width: float, most: int) -> Paragraph:
    """Return the paragraph itself if it fits into so many lines, else one that is cut off with an ellipsis."""
    if len(paragraph.lines(width)) <= most:
        return paragraph
    head, _ = paragraph.split(width, most * paragraph.size * LINE + paragraph.after)
    text = head.text
    while len(plainly(f"{text}…", paragraph.size, is_bold=paragraph.words[0].is_bold).lines(width)) > most:
        text = text[:-1].rstrip()
    return replace(paragraph, words=(replace(paragraph.words[0], text=f"{text}…"),))


def set_paragraphs(frame: Any, paragraphs: Sequence[Paragraph], again: Sequence[Any] = ()) -> None:
    """Put paragraphs into a python-pptx text frame, in place of what it holds; each with its language and direction.

    After them stand copies of the elements `again`, which other frames have too.
    """
    frame.clear()
    if not paragraphs and not again:
        return
    body = frame._txBody
    body.remove(frame.paragraphs[0]._p)
    body.extend(element_of(one, frame) for one in paragraphs)
    body.extend(map(deepcopy, again))


def element_of(paragraph: Paragraph, frame: Any = _NOWHERE) -> Any:
    """Return a paragraph as the element that a text frame holds; one with links needs the frame that it will stand in."""
    is_reversed = is_right_to_left(paragraph.text)
    made = deepcopy(_empty(paragraph.size, paragraph.after, paragraph.align, is_reversed=is_reversed))
    for words in paragraph.words:
        text = words.text if is_reversed else names_isolated(words.text, is_part=len(paragraph.words) > 1)
        run = deepcopy(_run(paragraph.size, words.is_bold, words.colour, LANGUAGES[script_of(text)]))
        run.text = text
        made.append(run)
        if words.link:
            _Run(run, _Paragraph(made, frame)).hyperlink.address = words.link
            if words.tip:
                run.rPr.hlinkClick.set("tooltip", words.tip)
    return made


# A deck has thousands of paragraphs and runs, of few kinds: one of each is made, and copied.
@lru_cache(maxsize=256)
def _empty(size: float, after: float, align: str, *, is_reversed: bool) -> Any:
    made = _Paragraph(OxmlElement("a:p"), _NOWHERE)
    made.line_spacing, made.space_after = Pt(size * LINE), Pt(after)
    _direct(made, align, is_reversed=is_reversed)
    return made._p


@lru_cache(maxsize=256)
def _run(size: float, is_bold: bool, colour: MSO_THEME_COLOR, language: str) -> Any:
    made = _Paragraph(OxmlElement("a:p"), _NOWHERE).add_run()
    made.font.size, made.font.bold = Pt(size), is_bold
    made.font.color.theme_color = colour
    made._r.get_or_add_rPr().set("lang", language)
    return made._r


def _direct(paragraph: Any, align: str, *, is_reversed: bool) -> None:
    other = {"l": "r", "r": "l"}.get(align, align) if is_reversed else align
    paragraph.alignment = _ALIGNED[other]
    if is_reversed:
        paragraph._p.get_or_add_pPr().set("rtl", "1")
