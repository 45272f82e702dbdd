"""Pictures as plain shapes: what is made larger is larger in all of it."""

from __future__ import annotations

import pytest

from parley.figures.picture import Box, Dot, Item, Label, Layer, Line, Outline, Picture, Sign, enlarged


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Line(1, 2, 3, 4, "ink", 2, (3, 5), 0.5), Line(2, 4, 6, 8, "ink", 4, (6, 10), 0.5)),
        (Line(1, 2, 3, 4, "ink"), Line(2, 4, 6, 8, "ink", 2)),
        (Dot(1, 2, 3, "ink", "hollow", 2), Dot(2, 4, 6, "ink", "hollow", 4)),
        (Box(1, 2, 3, 4, "ink", 0.3, True, 1), Box(2, 4, 6, 8, "ink", 0.3, True, 2)),
        (Outline(((1, 2), (3, 4)), "ink", 2, True, (1, 2)), Outline(((2, 4), (6, 8)), "ink", 4, True, (2, 4))),
        (Label(1, 2, "Sum", 13, "end", True, aside="May"), Label(2, 4, "Sum", 26, "end", True, aside="May")),
    ],
)
def test_all_of_a_picture_grows(item: Item, expected: Item) -> None:
    """Places, letters, lines and dashes, of signs too; looks, words and what is opened stay."""
    found = enlarged(Picture(10, 20, (Layer("base", (item, Sign((item,), "A sum", ("s1",), (1, 2)))),), "All."), 2)
    assert found == Picture(20, 40, (Layer("base", (expected, Sign((expected,), "A sum", ("s1",), (1, 2)))),), "All.")
