"""The pieces of a slide, by their names: text boxes and places of its layout, and paragraphs put into them so that they fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from parley.exports.slide_text import SMALLEST, Paragraph, height_of, poured, set_paragraphs
from parley.telling.documents import HANDLING_MARK
from parley.words import say

# Before the names of all that Parley makes, by which it knows it again; behind that of a title stands which slide it is.
MADE, TITLE, NOTES = "Parley: ", "Title of ", "Notes "
# What the pieces are called that every slide has, or the first.
LINE, FOOT, NUMBER, SUBTITLE, ISSUES = "Line beneath the title", "Foot", "Slide number", "Subtitle", "Issues"


def piece(slide: Any, name: str) -> Any:
    """Return the piece of a slide that is called so, None where there is none."""
    return next((one for one in slide.shapes if one.name == name), None)


def key_of(*words: str) -> str:
    """Return by what a slide is known again: words in small letters, joined by hyphens."""
    return "-".join(re.findall(r"\w+", " ".join(words).lower()))


def signed(slide: Any) -> None:
    """Put the pieces of a finished slide in the order in which they are read out, mark them as Parley's, and its notes with what they are."""
    tree = slide.shapes._spTree
    for one in sorted(slide.shapes, key=_turn):
        tree.remove(one._element)
        tree.insert_element_before(one._element, "p:extLst")
        one.name = f"{MADE}{one.name}"
    sign_notes(slide)


def _turn(shape: Any) -> int:
    """Return when a piece is read out: the title, the handling mark, what is on the slide, and at the end its foot and its number."""
    if shape.name.startswith(TITLE):
        return 0
    return {say(HANDLING_MARK): 1, FOOT: 3, NUMBER: 4}.get(shape.name, 2)


def sign_notes(slide: Any) -> None:
    """Note in the name of a slide's notes what they are, so that it can be told whether somebody has edited them."""
    held = slide.notes_slide.notes_placeholder
    held.name = f"{MADE}{NOTES}{_digest(held)}"


def has_own_notes(slide: Any) -> bool:
    """Return whether the notes of a slide are not, or no longer, what Parley wrote."""
    if not slide.has_notes_slide or (held := slide.notes_slide.notes_placeholder) is None:
        return False
    return bool(held.text_frame.text.strip()) and held.name != f"{MADE}{NOTES}{_digest(held)}"


def _digest(held: Any) -> str:
    return sha256(held.text_frame.text.encode()).hexdigest()[:12]


def text_box(slide: Any, name: str, place: tuple[float, float, float, float], paragraphs: Sequence[Paragraph]) -> Any:
    """Add a text box at so many points, with no margins of its own, and return it."""
    box = slide.shapes.add_textbox(*map(Pt, place))
    box.name, frame = name, box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    no_margins(box)
    set_paragraphs(frame, paragraphs)
    return box


def no_margins(shape: Any) -> None:
    """Let the words of a shape begin at its edges."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0


def set_fitting(place: Any, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Set paragraphs into a piece, smaller where it takes that to fit, and return those that found no room."""
    frame = place.text_frame
    insets = [int(frame._bodyPr.get(one, 0)) for one in ("lIns", "rIns", "tIns", "bIns")]
    wide, high = (place.width - sum(insets[:2])) / Pt(1), (place.height - sum(insets[2:])) / Pt(1)
    smaller = ([replace(one, size=max(float(SMALLEST), one.size - less)) for one in paragraphs] for less in (0, 2, 4, 5))
    made = list(smaller)
    found, rest = poured(next((one for one in made if height_of(one, wide) <= high), made[-1]), wide, high)
    set_paragraphs(frame, found)
    return rest
