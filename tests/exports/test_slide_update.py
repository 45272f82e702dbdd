"""A deck that is brought up to date: what Parley made is made anew, and what somebody added stays as it is and is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Pt

from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports.files import Maker
from parley.exports.houses import template_of, update_told
from parley.exports.shell import Shell
from parley.exports.slide_update import Updated
from parley.exports.slides import slides
from parley.exports.template_errors import TemplateError
from parley.exports.templates import unpacked
from parley.telling.briefing import Briefing, brief
from parley.words import said_all
from tests.exports.templating import ministry_slides, saved
from tests.making import TODAY, dataset, issue, percent, statement

LINK = "http://localhost:8501"


def talks(at: int, *, issues: str = "abc") -> Briefing:
    """Return a briefing on issues called by letters; on the first of them the south offers so much."""
    held = [{**issue(percent(), {"north": "up", "south": "down"}), "id": one, "name": f"Quota {one.upper()}"} for one in issues]
    said = [
        each
        for one in issues
        for each in (statement("north", "demand", 27, issue=one), statement("south", "offer", at if one == issues[0] else 9, issue=one))
    ]
    data = dataset(held, said)
    return brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)


@cache
def made() -> bytes:
    """Return the deck of the first talks, in the look of a ministry."""
    house = Shell((template_of("house.pptx", ministry_slides()),), author="Unit B2", clock=lambda: datetime(2025, 4, 1))
    return slides(talks(10), LINK, house)


def titles(deck: Any) -> list[str]:
    return [one.shapes.title.text_frame.text if one.shapes.title is not None else "" for one in deck.slides]


def at(told: Sequence[str], name: str) -> int:
    """Return where the first slide of an issue stands, whose title goes on with what the issue comes to."""
    return next(number for number, one in enumerate(told) if one.startswith(f"{name}: "))


def edited(data: bytes) -> bytes:
    """Return a deck into which somebody has put a slide, a shape over the drawing of A, and words into the notes of B."""
    deck = Presentation(BytesIO(data))
    own = deck.slides.add_slide(deck.slide_layouts[1])
    own.shapes.title.text = "Our own view"
    ids = deck.slides._sldIdLst
    ids.insert(3, ids[-1])
    first = deck.slides[at(titles(deck), "1. Quota A")]
    first.shapes.add_textbox(Pt(300), Pt(200), Pt(90), Pt(20)).text_frame.text = "Mind this"
    second = deck.slides[at(titles(deck), "2. Quota B")]
    second.notes_slide.notes_text_frame.text += "\nAsk the minister."
    return saved(deck)


def renewed(old: bytes, briefing: Briefing) -> Updated:
    maker = Maker(briefing, briefing.dataset, LINK, Shell(author="Unit C1", clock=lambda: datetime(2025, 5, 1)))
    return maker.updated(unpacked("old.pptx", old, is_own=True))


def test_what_parley_made_is_made_anew_and_the_rest_stays() -> None:
    """Of A the offer has changed, C is gone and D is new; slides, shapes and notes of somebody's own are as they were, and all that is told."""
    old = edited(made())
    done = renewed(old, talks(12, issues="abd"))
    before, after = Presentation(BytesIO(old)), Presentation(BytesIO(done.data))
    assert titles(before)[3] == titles(after)[3] == "Our own view"
    told = titles(after)
    assert [
        sum(one.startswith(f"{number}. Quota {name}: ") and "side by side" not in one for one in told)
        for number, name in ((1, "A"), (2, "B"), (3, "D"), (3, "C"))
    ] == [1, 1, 1, 1]
    assert at(told, "2. Quota B") < at(told, "3. Quota D") < told.index("What is open, and what comes next")
    drawn = after.slides[at(told, "1. Quota A")]
    names = [one.name for one in drawn.shapes]
    assert [one.text_frame.text for one in drawn.shapes if not one.name.startswith("Parley: ")] == ["Mind this"]
    assert len(names) == len(set(names)) and names[-1].startswith("TextBox")
    words = " ".join(drawn._element.xpath(".//a:t/text()"))
    assert "the best South has put on the table is 12 %" in words and "10 %" not in words
    links = [
        each.hyperlink.address
        for one in drawn.shapes
        if one.has_text_frame
        for part in one.text_frame.paragraphs
        for each in part.runs
        if each.hyperlink.address
    ]
    issue = f"{LINK}/issue?negotiation=fjords&as_of=2025-03-31&evidence=all&parties=north&parties=south&issue=a"
    assert links == [f"{issue}&statement=s0"] * 2 + [issue]
    notes = [one.notes_slide.notes_text_frame.text for one in after.slides if one.has_notes_slide]
    assert sum("Ask the minister." in one for one in notes) == 1
    for one in after.slides:
        ids = one._element.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))
    number = {name: at(told, name) + 1 for name in ("1. Quota A", "2. Quota B", "3. Quota C", "3. Quota D")}
    assert number["1. Quota A"] in done.renewed and number["2. Quota B"] not in done.renewed
    assert (number["3. Quota D"] in done.new, number["3. Quota C"] in done.gone) == (True, True)
    assert (done.with_own_notes, done.others) == ((number["2. Quota B"],), 1)
    assert len(done.renewed) + len(done.new) + len(done.gone) + done.same + done.others == len(told)
    about = after.core_properties
    assert (about.author, about.created, about.last_modified_by, about.modified) == ("Unit B2", datetime(2025, 4, 1), "Unit C1", datetime(2025, 5, 1))


def test_a_deck_of_which_nothing_has_changed_stays_as_it_is() -> None:
    """Brought up to date with the same briefing no slide is renewed, and each shows what it showed, in its own shape, which is here 4:3."""
    narrow = slides(talks(10), LINK, Shell(shape="4:3"))
    done = renewed(narrow, talks(10))
    before, after = Presentation(BytesIO(narrow)), Presentation(BytesIO(done.data))
    assert (done.renewed, done.new, done.gone, done.with_own_notes, done.same) == ((), (), (), (), len(before.slides))
    assert [one._element.xpath(".//a:t/text()") for one in before.slides] == [one._element.xpath(".//a:t/text()") for one in after.slides]
    assert (after.slide_width, after.slide_height) == (Pt(720), Pt(540))
    assert not [
        one.name for slide in after.slides for one in slide.shapes if one.left < 0 or one.left + one.width > Pt(720) or one.top + one.height > Pt(540)
    ]


def test_what_became_of_the_slides_is_told_in_a_line_each() -> None:
    """With their numbers; what holds of none is not told."""
    assert said_all(update_told(Updated(b"", (2, 5), (7,), (9,), (5,), 4, 1))) == (
        "Renewed: slides 2, 5.",
        "New: slide 7.",
        "No longer made, as the issue is not shown or needs less room; left as before: slide 9.",
        "With notes that somebody has edited, which stay as they are: slide 5.",
        "As before but for the foot: 4.",
        "Not made by Parley, and left alone: 1.",
    )


def test_a_deck_that_parley_did_not_make_is_refused() -> None:
    """By the names of its shapes; a broken one, too."""
    for data, told in (
        (ministry_slides(), "'old.pptx' holds nothing that Parley made, by the names of its shapes."),
        (b"PK", "'old.pptx' cannot be read"),
    ):
        with pytest.raises(TemplateError) as refused:
            renewed(data, talks(10))
        assert str(refused.value).startswith(told)
