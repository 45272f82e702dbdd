"""A Word document that is one page: how many drawings find room on it and how wide, and what stands at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt

from parley.exports.live_links import live_link, statement_link
from parley.exports.word_front import ABREAST, GUTTER, add_drawings, glance_of
from parley.exports.word_pieces import add_way, styled, write
from parley.figures.lettering import lines_of
from parley.telling import documents, headings
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.front import Front, open_beneath
from parley.telling.said import Verbatim, together
from parley.words import say

SHARES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55)  # of the width that a drawing has elsewhere
SMALL = 6.5
LINE, USUAL = 1.22, 11  # a line is so much higher than its letters; the size of letters of which no style tells it
SPARE, UNSURE = 16, 100  # points left free, as no program sets a page alike; more in a template, whose letters are not at hand


def add_rest(word: Any, briefing: Briefing, first: Front, wide: float, link: str, *, in_template: bool) -> None:
    """Add what stands beneath the lines: as many drawings as find room, what was counted, the statements by id, and what is left out."""
    ids = tuple(dict.fromkeys(key for told in (*first.told, *filter(None, map(open_beneath, first.drawn))) for key in told.ids))
    counted, evidence = say(briefing.summary), f"{say(headings.EVIDENCE_BY_ID)}: {'; '.join(ids)}"
    left = say(documents.left_out_of(briefing.form))
    undrawn = [_undrawn(first.drawn[count:]) for count in range(len(first.drawn))]
    room = _inside(word, wide) - (UNSURE if in_template else SPARE) - _high(((one.text, *_style(one.style)) for one in word.paragraphs), wide)
    room -= _high([(counted, *_style(_named(word, "Normal"))), (evidence, SMALL, 2), (left, SMALL, 2)], wide)
    count, share = _fitting(word, briefing, first.drawn, wide, room)
    if count:
        add_drawings(word, briefing, first.drawn[:count], wide, share)
    write(word.add_paragraph(), counted, "Quiet")
    if count < len(first.drawn):
        write(_small(word), undrawn[count], "Quiet")
    cited = _small(word)
    write(cited, f"{say(headings.EVIDENCE_BY_ID)}: ", "Strong")
    for place, key in enumerate(ids):
        write(cited, "; " if place else "")
        add_way(cited, key, statement_link(briefing, link, key))
    closing = _small(word)
    write(closing, left, "Quiet")
    if link:
        write(closing, " ")
        add_way(closing, say(documents.LIVE_VIEW), live_link(briefing, link))
    for one in (cited, closing):
        for run in one._p.xpath(".//w:r"):
            run.get_or_add_rPr().sz_val = Pt(SMALL)


def _undrawn(several: Sequence[BriefedIssue]) -> str:
    return say(documents.not_drawn_for_room(together(*(Verbatim(one.issue.name) for one in several), how="semicolon")))


def _small(word: Any) -> Any:
    made = styled(word.add_paragraph(), "Normal")
    made.paragraph_format.space_after = Pt(2)
    return made


def _fitting(word: Any, briefing: Briefing, drawn: Sequence[BriefedIssue], wide: float, room: float) -> tuple[int, float]:
    """Return how many drawings find room, and at which share of their width: all of them smaller before any is left out."""
    column = wide / ABREAST - GUTTER
    pictures = [glance_of(briefing, one) for one in drawn]
    head, cell = (_style(_named(word, name)) for name in ("Cell Issue", "Cell"))
    words = [_high([(say(one.heading), *head), (say(open_beneath(one)), *cell)], column) + cell[0] for one in drawn]
    for count in range(len(drawn), 0, -1):
        for share in SHARES:
            high = [Mm(column * share * one.height / one.width) / Pt(1) + more for one, more in zip(pictures, words, strict=True)]
            told = 0 if count == len(drawn) else SMALL * LINE * 3
            if told + sum(max(high[at : min(at + ABREAST, count)]) for at in range(0, count, ABREAST)) <= room:
                return count, share
    return 0, 1.0


def _inside(word: Any, wide: float) -> float:
    """Return how high the text of a page may be in points: what stands in head and foot may take more than their margins."""
    section = word.sections[0]
    heads, feet = (section.header, section.first_page_header), (section.footer, section.first_page_footer)
    above, below = (max(_high(((one.text, *_style(one.style)) for one in each.paragraphs), wide) for each in ends) for ends in (heads, feet))
    top = max(section.top_margin / Pt(1), section.header_distance / Pt(1) + above)
    return float(section.page_height / Pt(1) - top - max(section.bottom_margin / Pt(1), section.footer_distance / Pt(1) + below))


def _named(word: Any, name: str) -> Any:
    """Return a paragraph's style by its id, as `styled` sets it."""
    return word.styles.get_by_id(name.replace(" ", ""), WD_STYLE_TYPE.PARAGRAPH)


def _style(style: Any) -> tuple[float, float]:
    """Return the size of a style's letters, and the space around its paragraphs; what it does not tell, the one on which it rests does."""
    size: float | None = None
    around: dict[str, float] = {}
    while style is not None:
        size = size or (style.font.size and style.font.size / Pt(1))
        for name in ("space_before", "space_after"):
            given = getattr(style.paragraph_format, name)
            if given is not None:
                around.setdefault(name, given / Pt(1))
        style = style.base_style
    return size or USUAL, sum(around.values())


def _high(paragraphs: Iterable[tuple[str, float, float]], wide: float) -> float:
    """Return how high paragraphs are in points, each with the size of its letters and the space around it."""
    return sum(max(1, len(lines_of(text, Mm(wide) / Pt(1), size))) * size * LINE + around for text, size, around in paragraphs)
