"""The rail of an issue on a list: a line for each party with a place, its marks in their colours, and the distance as a bar beneath."""

from __future__ import annotations

from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE
from parley.figures.glance_geometry import Glance, glance_of
from parley.figures.picture import Dot, Label, Line, Picture
from parley.figures.small_rail import small_rail
from parley.telling.briefing import brief
from parley.telling.glance import glance_lines
from tests.making import TODAY, percent, quota, statement

COLOURS = {"a": "#111111", "b": "#222222"}


def glance(*said: Any) -> Glance:
    """Return an issue on a scale from 0 to 30 at a glance."""
    data = quota(percent(), {"a": "up", "b": "down"}, *said)
    (issue,) = brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE).issues
    return glance_of(issue.row, [glance_lines(one, data) for one in issue.row.positions], data.statement)


def drawn(*said: Any) -> Picture:
    found = small_rail(glance(*said), COLOURS)
    assert found is not None
    return found


def test_each_party_has_a_line_with_its_marks_and_the_distance_lies_beneath() -> None:
    """A demand is a dot, an offer a ring; the bar reaches from one to the other, and the only words are the names of the parties."""
    picture = drawn(statement("a", "demand", 20), statement("b", "offer", 5))
    axis = glance(statement("a", "demand", 20), statement("b", "offer", 5)).axis
    marks = [(one.colour, one.fill, round(one.x), one.y) for one in picture.items if isinstance(one, Dot)]
    names = [one for one in picture.items if isinstance(one, Label)]
    assert [(one.text, one.anchor, one.size) for one in names] == [("A", "end", 16), ("B", "end", 16)]
    left = names[0].x + 12
    (first, second) = [left + float(value / (axis.top - axis.bottom)) * (328 - left) for value in (20, 5)]
    assert marks == [("#111111", "solid", round(first), 11), ("#222222", "hollow", round(second), 33)]
    (bar,) = [one for one in picture.items if isinstance(one, Line) and one.width == 3.5]
    assert (round(bar.x1), round(bar.x2), bar.y1) == (round(second), round(first), 48)
    assert (picture.width, picture.height) == (340, 54)


def test_a_limit_is_a_barrier_and_a_span_is_dotted() -> None:
    """As in the drawing of the overview."""
    picture = drawn(statement("a", "demand", (10, 20)), statement("a", "red_line", 4))
    dotted = [one for one in picture.items if isinstance(one, Line) and one.dash and one.colour == "#111111"]
    barriers = [one for one in picture.items if isinstance(one, Line) and one.x1 == one.x2 and one.colour == "#111111"]
    assert (len(dotted), len(barriers)) == (1, 1)
    assert picture.alt == "Quota: A: asks 10 to 20 % (1 Mar 2025); A: limit: at least 4 % (1 Mar 2025); No distance to measure."


def test_without_a_place_there_is_no_rail() -> None:
    """An empty scale would look like an answer."""
    assert small_rail(glance(statement("a", "threat", 20)), COLOURS) is None
