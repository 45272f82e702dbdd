"""A picture that is passed on by itself: its title above, its foot beneath, and the drawing between them as it was."""

from __future__ import annotations

from parley.figures.framed_picture import EDGE, FRAME, framed
from parley.figures.lettering import width_of
from parley.figures.picture import Dot, Label, Layer, Picture

DRAWN = Picture(300, 100, (Layer("base", (Dot(10, 20, 5, "#2A78C8"), Label(30, 25, "Here", 12))),), "A dot.")


def test_title_drawing_and_foot_stand_one_above_the_other() -> None:
    """Nothing of the frame lies where the drawing does, and the drawing keeps its shape."""
    made = framed(DRAWN, "Quota", "How much?", ("As of today", "Positions are what parties have said."))
    frame, base = made.layers
    assert (frame.id, base.id) == (FRAME, "base")
    dot, label = base.items
    assert isinstance(dot, Dot)
    assert isinstance(label, Label)
    assert (label.x - dot.x, label.y - dot.y, dot.radius) == (20, 5, 5)
    top = dot.y - 20
    written = [one for one in frame.items if isinstance(one, Label)]
    assert [one.text for one in written] == ["Quota", "How much?", "As of today", "Positions are what parties have said."]
    assert [one.y < top for one in written] == [True, True, False, False]
    assert all(one.y - one.size > top + DRAWN.height for one in written[2:])
    assert made.alt == "Quota. A dot."


def test_long_lines_wrap_and_the_sheet_grows() -> None:
    """A long question takes several lines, none of them wider than the drawing."""
    made = framed(DRAWN, "Quota", "How much of the catch goes to whom, and from which day on? " * 4, ())
    lines = [one for one in made.layers[0].items if isinstance(one, Label)][1:]
    assert len(lines) > 3
    assert max(width_of(one.text, one.size) for one in lines) <= DRAWN.width
    assert made.width == DRAWN.width + 2 * EDGE
    assert made.height > framed(DRAWN, "Quota", "How much?", ()).height
