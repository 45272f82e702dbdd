"""What a page tells of how many statements its drawing rests on is what the file tells beneath the drawing."""

from __future__ import annotations

import re

from parley.figures.issue_pictures import gap_picture_of, timeline_picture_of
from parley.figures.picture import Label, Picture
from tests.briefings import shipped
from tests.views.conftest import Open, items


def counts(text: str) -> list[str]:
    """Return what a text tells of how many statements, and since when."""
    return re.findall(r"\d+ statements?, the oldest \d* ?\w* ?\w* ?\d+ \w+ \d{4}", " ".join(text.split()))


def told(picture: Picture | None) -> list[str]:
    assert picture is not None
    return counts(" ".join(item.text for item in picture.items if isinstance(item, Label)))


def on_page(visit: Open, view: str) -> list[str]:
    found = visit("issue", issue="trade-deficit", view=view)
    beside = [item["text"] for item in items(found.sheets["columns"])] if view == "positions" else []
    return counts(" ".join((*found.drawn_words, *beside)))


def test_page_and_file_tell_the_same_of_one_drawing(visit: Open) -> None:
    """The speakers' words are counted with the positions, on the page as in the file."""
    briefing = shipped()
    (issue,) = (one for one in briefing.issues if one.issue.id == "trade-deficit")
    assert on_page(visit, "positions") == told(gap_picture_of(briefing, issue)) == ["8 statements, the oldest 28 to 30 Apr 2018"]
    assert on_page(visit, "over-time") == told(timeline_picture_of(briefing, issue)) == ["24 statements, the oldest before 30 Apr 2018"]
