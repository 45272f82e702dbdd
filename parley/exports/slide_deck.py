"""A deck of slides while it is made: its frame, and slides with title, handling mark, line, foot, number and notes, all within the room there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.placeholder import SlidePlaceholder
from pptx.util import Pt

from parley.exports.slide_master import (
    FOOT_INDEX,
    FOOT_SIZE,
    FOOT_WIDE,
    FRONT_TITLE,
    FRONT_WIDE,
    INNER,
    LINE_INDEX,
    MADE,
    MARGIN,
    NUMBER_INDEX,
    TITLE_HIGH,
    TITLE_LAYOUT,
    TITLE_SIZE,
    Blank,
    empty_deck,
    frame_of,
    new_slide,
    packed,
    slide_number,
)  # fmt: skip
from parley.exports.slide_text import ACCENT, MUTED, SMALLEST, Paragraph, cut_to, height_of, plainly, poured, set_paragraphs
from parley.figures.lettering import longest
from parley.figures.palette import party_colours
from parley.telling.briefing import Briefing
from parley.telling.documents import HANDLING_MARK, in_full
from parley.words import said_all, say

LINK_WIDE = 84.0
LONGEST_PROPERTY = 255
_TITLES, _FRONT_TITLES = (TITLE_SIZE, 24.0, 20.0, 16.0), (36.0, 30.0, 24.0, 20.0)


class Deck:
    """The deck of a briefing, to which slides are added one after another; `link` is the address of the live dashboard, empty for none."""

    def __init__(self, briefing: Briefing, link: str) -> None:
        self.briefing, self.link = briefing, link
        self.colours = party_colours(briefing.dataset.negotiation)
        self.mark = [cut_to(plainly(briefing.handling, 12, is_bold=True, colour=ACCENT, after=0), INNER, 2)] if briefing.handling else []
        last = said_all(briefing.foot_warnings)
        first = [one for one in said_all(briefing.foot) if one not in last]
        self.foot = [cut_to(plainly(" · ".join(one), FOOT_SIZE, colour=MUTED, after=0), FOOT_WIDE, 3) for one in (first, last)]
        self.frame = frame_of(height_of(self.mark, INNER), height_of(self.foot, FOOT_WIDE))
        self.deck = empty_deck(self.frame)
        self.blanks: dict[int, Blank] = {}

    def written(self) -> bytes:
        """Return the finished deck."""
        about, negotiation = self.deck.core_properties, self.briefing.dataset.negotiation
        about.title, about.subject, about.language = property_text(self.briefing.agenda.title), property_text(negotiation.title), "en-GB"
        about.author = about.last_modified_by = "Parley"
        about.created = about.modified = MADE
        about.revision, about.comments = 1, property_text(" · ".join(said_all(self.briefing.foot)))
        return packed(self.deck)

    def add_slide(self, layout: int, title: str, more: str = "") -> tuple[Any, list[str]]:
        """Return a new slide with title, handling mark, foot and number, and the title in full for its notes where it had to be cut.

        `more` stands after the title, and is never cut.
        """
        slide = self._begun(layout)
        is_front = layout == TITLE_LAYOUT
        wide, high, sizes = (FRONT_WIDE, FRONT_TITLE, _FRONT_TITLES) if is_front else (INNER - LINK_WIDE - 6, TITLE_HIGH, _TITLES)
        whole = [plainly(f"{title}{more}", size, is_bold=True, after=0) for size in sizes]
        fitting = next((one for one in whole if one.height(wide) <= high), None)
        set_paragraphs(slide.shapes.title.text_frame, [fitting or _cut_title(title, more, sizes[-1], (wide, high))])
        slide_number(placeholder(slide, NUMBER_INDEX), len(self.deck.slides))
        return slide, [] if fitting else [say(in_full("title", whole[0].text))]

    def _begun(self, layout: int) -> Any:
        """Return a new slide with what all of its layout have: placeholders, handling mark and foot; and with empty notes."""
        if layout in self.blanks:
            return self.blanks[layout].copied(self.deck)
        of = self.deck.slide_layouts[layout]
        slide = new_slide(self.deck, of)
        if self.mark and layout != TITLE_LAYOUT:
            text_box(slide, say(HANDLING_MARK), (MARGIN, 14, INNER, height_of(self.mark, INNER)), self.mark)
        for number in (FOOT_INDEX, NUMBER_INDEX):
            slide.shapes.clone_placeholder(next(one for one in of.placeholders if one.placeholder_format.idx == number))
        set_paragraphs(placeholder(slide, FOOT_INDEX).text_frame, self.foot)
        self.blanks[layout] = Blank.of(slide)
        return slide

    def cut_note(self) -> list[Paragraph]:
        """Return what is written in bold where the evidence cut is not the default."""
        return [plainly(say(self.briefing.cut_note), 13, is_bold=True)] if self.briefing.cut_note else []

    def set_line(self, slide: Any, paragraphs: Sequence[Paragraph]) -> float:
        """Set what stands beneath the title, and return where the next begins."""
        place = placeholder(slide, LINE_INDEX)
        place.left, place.top, place.width, place.height = map(Pt, (MARGIN, self.frame.body, INNER, height_of(paragraphs, INNER)))
        set_paragraphs(place.text_frame, paragraphs)
        return self.top_of(paragraphs)

    def top_of(self, paragraphs: Sequence[Paragraph]) -> float:
        """Return where the next begins beneath these paragraphs, which stand beneath the title."""
        return self.frame.body + height_of(paragraphs, INNER) + 6

    def room(self, paragraphs: Sequence[Paragraph]) -> float:
        """Return the height that is left beneath these paragraphs."""
        return self.frame.foot - 10 - self.top_of(paragraphs)

    def note(self, slide: Any, lines: Iterable[str], again: Sequence[Any] = ()) -> None:
        """Set the speaker's notes of a slide: lines, and after them what the notes of other slides hold too."""
        set_paragraphs(slide.notes_slide.notes_text_frame, notes_of(lines), again)

    def prominent_mark(self, slide: Any) -> None:
        """Set the handling mark into a box at the head of the title slide."""
        whole = plainly(self.briefing.handling, 16, is_bold=True, colour=ACCENT, after=0)
        mark = cut_to(whole, FRONT_WIDE - 20, 3)
        box = text_box(slide, say(HANDLING_MARK), (MARGIN, 30, FRONT_WIDE, mark.height(FRONT_WIDE - 20) + 12), [mark])
        box.line.width, box.line.color.theme_color = Pt(1.5), ACCENT
        box.text_frame.margin_left = box.text_frame.margin_right = Pt(10)
        box.text_frame.margin_top = box.text_frame.margin_bottom = Pt(5)
        box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE


def notes_of(lines: Iterable[str]) -> list[Paragraph]:
    """Return lines as the paragraphs of speaker's notes."""
    return [plainly(one, 12) for one in lines]


def _cut_title(title: str, more: str, size: float, room: tuple[float, float]) -> Paragraph:
    """Return as much of a title as fits into so wide and high a room, with an ellipsis and what stands after it, which is never cut."""

    def cut(beginning: str) -> Paragraph:
        return plainly(f"{beginning.rstrip()}…{more}", size, is_bold=True, after=0)

    wide, high = room
    return cut(title[: longest(title, lambda beginning: cut(beginning).height(wide) <= high)])


def property_text(text: str) -> str:
    """Return a text as a property of the file holds it, which has room for so many letters."""
    return text if len(text) <= LONGEST_PROPERTY else f"{text[: LONGEST_PROPERTY - 1]}…"


def placeholder(slide: Any, index: int) -> Any:
    """Return the placeholder of a slide that has this index."""
    (found,) = slide._element.xpath(f"./p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph/@idx='{index}']")
    return SlidePlaceholder(found, slide.shapes)


def text_box(slide: Any, name: str, place: tuple[float, float, float, float], paragraphs: Sequence[Paragraph]) -> Any:
    """Add a text box at so many points, with no margins of its own, and return it."""
    box = slide.shapes.add_textbox(*map(Pt, place))
    box.name, frame = name, box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
    set_paragraphs(frame, paragraphs)
    return box


def lead_to(paragraph: Any, slide: Any) -> None:
    """Let the words of a paragraph lead to another slide of the deck."""
    relation = paragraph.part.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{relation}" action="ppaction://hlinksldjump"/>'))


def set_fitting(place: Any, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Set paragraphs into a placeholder, smaller where it takes that to fit, and return those that found no room."""
    wide, high = place.width / Pt(1), place.height / Pt(1)
    smaller = ([replace(one, size=max(float(SMALLEST), one.size - less)) for one in paragraphs] for less in (0, 2, 4, 5))
    made = list(smaller)
    found, rest = poured(next((one for one in made if height_of(one, wide) <= high), made[-1]), wide, high)
    set_paragraphs(place.text_frame, found)
    return rest
