"""A deck of slides while it is made: its look, and slides with title, handling mark, line, foot, number and notes, all within the room there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from parley.exports.shell import Shell, property_text
from parley.exports.slide_boxes import LINE, NUMBER, TITLE, key_of, piece, signed, text_box
from parley.exports.slide_frame import FOOT_SIZE
from parley.exports.slide_look import Look
from parley.exports.slide_master import TITLE_LAYOUT, Blank, packed, slide_number
from parley.exports.slide_text import ACCENT, MUTED, Paragraph, cut_to, height_of, plainly, set_paragraphs
from parley.figures.lettering import longest
from parley.figures.palette import party_colours
from parley.telling.briefing import Briefing
from parley.telling.documents import HANDLING_MARK, in_full
from parley.words import said_all, say


class Deck:
    """The deck of a briefing, to which slides are added one after another; `link` is the address of the live dashboard, empty for none."""

    def __init__(self, briefing: Briefing, link: str, shell: Shell, look: Look) -> None:
        self.briefing, self.link, self.shell, self.look = briefing, link, shell, look
        self.colours = look.party_colours(briefing.parties) or party_colours(briefing.dataset.negotiation)
        self.mark = [cut_to(plainly(briefing.handling, 12, is_bold=True, colour=ACCENT, after=0), look.inner, 2)] if briefing.handling else []
        last = said_all(briefing.foot_warnings)
        first = [one for one in said_all(briefing.foot) if one not in last]
        self.foot = [cut_to(plainly(" · ".join(one), FOOT_SIZE, colour=MUTED, after=0), look.foot_wide, 3) for one in (first, last)]
        self.frame = look.framed(self.mark, self.foot, has_link=bool(link))
        self.deck = look.deck
        self.blanks: dict[int, Blank] = {}

    def written(self) -> bytes:
        """Return the finished deck."""
        about, negotiation = self.deck.core_properties, self.briefing.dataset.negotiation
        about.title, about.subject, about.language = property_text(self.briefing.agenda.title), property_text(negotiation.title), "en-GB"
        about.author = about.last_modified_by = self.shell.by
        about.created = about.modified = self.shell.made
        about.keywords = about.category = about.content_status = ""
        about.revision, about.comments = 1, property_text(" · ".join(said_all(self.briefing.foot)))
        for slide in self.deck.slides:
            self.look.settle(slide, self.frame)
            signed(slide)
        return packed(self.deck)

    def add_slide(self, layout: int, title: str, more: str = "", key: str = "") -> tuple[Any, list[str]]:
        """Return a new slide with title, handling mark, foot and number, and the title in full for its notes where it had to be cut.

        `more` stands after the title, and is never cut. By `key` the slide is known again; by title and `more` where there is none.
        """
        slide = self._begun(layout)
        slide.shapes.title.name = f"{TITLE}{key or key_of(title, more)}"
        is_front = layout == TITLE_LAYOUT
        wide, high = self.frame.front if is_front else self.frame.title_room
        sizes = self.frame.front_sizes if is_front else self.frame.sizes
        whole = [plainly(f"{title}{more}", size, is_bold=True, after=0) for size in sizes]
        fitting = next((one for one in whole if one.height(wide) <= high), None)
        set_paragraphs(slide.shapes.title.text_frame, [fitting or _cut_title(title, more, sizes[-1], (wide, high))])
        slide_number(piece(slide, NUMBER), len(self.deck.slides))
        return slide, [] if fitting else [say(in_full("title", whole[0].text))]

    def _begun(self, layout: int) -> Any:
        """Return a new slide with what all of its layout have: placeholders, handling mark and foot; and with empty notes."""
        if layout in self.blanks:
            return self.blanks[layout].copied(self.deck)
        slide = self.look.begin(layout, self.frame, self.mark, self.foot)
        self.blanks[layout] = Blank.of(slide)
        return slide

    def cut_note(self) -> list[Paragraph]:
        """Return what is written in bold where the evidence cut is not the default."""
        return [plainly(say(self.briefing.cut_note), 13, is_bold=True)] if self.briefing.cut_note else []

    def set_line(self, slide: Any, paragraphs: Sequence[Paragraph]) -> float:
        """Set what stands beneath the title, and return where the next begins."""
        place, frame = piece(slide, LINE), self.frame
        place.left, place.top, place.width, place.height = map(Pt, (frame.left, frame.body, frame.inner, height_of(paragraphs, frame.inner)))
        set_paragraphs(place.text_frame, paragraphs)
        return self.top_of(paragraphs)

    def top_of(self, paragraphs: Sequence[Paragraph]) -> float:
        """Return where the next begins beneath these paragraphs, which stand beneath the title."""
        return self.frame.body + height_of(paragraphs, self.frame.inner) + 6

    def room(self, paragraphs: Sequence[Paragraph]) -> float:
        """Return the height that is left beneath these paragraphs."""
        return self.frame.foot - 10 - self.top_of(paragraphs)

    def note(self, slide: Any, lines: Iterable[str], again: Sequence[Any] = ()) -> None:
        """Set the speaker's notes of a slide: lines, and after them what the notes of other slides hold too."""
        set_paragraphs(slide.notes_slide.notes_text_frame, notes_of(lines), again)

    def prominent_mark(self, slide: Any) -> None:
        """Set the handling mark into a box at the head of the title slide."""
        wide = self.frame.half
        whole = plainly(self.briefing.handling, 16, is_bold=True, colour=ACCENT, after=0)
        mark = cut_to(whole, wide - 20, 3)
        box = text_box(slide, say(HANDLING_MARK), (self.frame.left, 30, wide, mark.height(wide - 20) + 12), [mark])
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


def lead_to(paragraph: Any, slide: Any) -> None:
    """Let the words of a paragraph lead to another slide of the deck."""
    relation = paragraph.part.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(parse_xml(f'<a:hlinkClick {nsdecls("a", "r")} r:id="{relation}" action="ppaction://hlinksldjump"/>'))
