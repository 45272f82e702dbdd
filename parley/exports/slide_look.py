"""The look of a deck: Parley's own, or that of a template; what a deck asks of either."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from parley.exports.shell import Shell
from parley.exports.slide_boxes import FOOT, ISSUES, LINE, NUMBER, SUBTITLE, piece, text_box
from parley.exports.slide_frame import MARGIN, NUMBER_WIDE, SLIDE_SIZES, Frame, SlideShape, own_frame
from parley.exports.slide_house import House
from parley.exports.slide_master import FOOT_INDEX, LINE_INDEX, LIST_INDEX, NUMBER_INDEX, TITLE_LAYOUT, empty_deck, new_slide
from parley.exports.slide_text import Paragraph, height_of, set_paragraphs
from parley.exports.templates import Template
from parley.model import Party
from parley.telling.documents import HANDLING_MARK
from parley.words import say


class Look(Protocol):
    """What a deck looks like: the room it leaves, and what every slide begins with. Its letters are so much wider than Arial's."""

    deck: Any
    inner: float
    foot_wide: float
    letters: float

    def framed(self, mark: Sequence[Paragraph], foot: Sequence[Paragraph], *, has_link: bool) -> Frame:
        """Return where things lie, with room for a handling mark, a way to the live view and a foot."""

    def begin(self, layout: int, frame: Frame, mark: Sequence[Paragraph], foot: Sequence[Paragraph]) -> Any:
        """Return a new slide with what all of its layout have, each piece by its name."""

    def party_colours(self, parties: Sequence[Party]) -> Mapping[str, str] | None:
        """Return the look's own colour of each party, None where it has none."""

    def settle(self, slide: Any, frame: Frame) -> None:
        """Let the words of a finished slide take the looks of its layout."""


def look_of(shell: Shell, template: Template | None) -> Look:
    """Return the look of a template, Parley's own where there is none."""
    return House(template) if template else OwnLook(shell.shape or "16:9")


class OwnLook:
    """Parley's own look, in slides of a shape."""

    letters = 1.0  # how wide they are beside Arial's
    has_own_front = True

    def __init__(self, shape: SlideShape) -> None:
        self.shape: SlideShape = shape
        self.inner = SLIDE_SIZES[shape][0] - 2 * MARGIN
        self.foot_wide = self.inner - NUMBER_WIDE
        self.deck: Any = None

    def framed(self, mark: Sequence[Paragraph], foot: Sequence[Paragraph], *, has_link: bool) -> Frame:
        """Return where things lie, with room for a handling mark and a foot, and beside the title for a link; with it the deck is made."""
        frame = own_frame(self.shape, height_of(mark, self.inner), height_of(foot, self.foot_wide))
        self.deck = empty_deck(frame)
        return frame

    def begin(self, layout: int, frame: Frame, mark: Sequence[Paragraph], foot: Sequence[Paragraph]) -> Any:
        """Return a new slide with what all of its layout have, each piece by its name."""
        of = self.deck.slide_layouts[layout]
        slide = new_slide(self.deck, of)
        if mark and layout != TITLE_LAYOUT:
            text_box(slide, say(HANDLING_MARK), (frame.left, frame.mark, frame.inner, height_of(mark, frame.inner)), mark)
        for number in (FOOT_INDEX, NUMBER_INDEX):
            slide.shapes.clone_placeholder(next(one for one in of.placeholders if one.placeholder_format.idx == number))
        named = {LINE_INDEX: LINE, LIST_INDEX: ISSUES, FOOT_INDEX: FOOT, NUMBER_INDEX: NUMBER, 1: SUBTITLE}
        for one in slide.placeholders:
            one.name = named.get(one.placeholder_format.idx, one.name)
        set_paragraphs(piece(slide, FOOT).text_frame, foot)
        return slide

    def party_colours(self, parties: Sequence[Party]) -> Mapping[str, str] | None:
        """Return none: the colours of parties are the same in all that is Parley's own."""

    def settle(self, slide: Any, frame: Frame) -> None:
        """Leave the words as they are set."""
