"""What the pictures share: boxes spread so that none meets another, captions kept on the sheet, round numbers on a scale."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.figures.picture import Box, Dot, Item, Label, Line, Outline
from parley.figures.sheet import Entry, Head, caption, moved, round_step, round_values, spread


@pytest.mark.parametrize(
    ("wanted", "heights", "tops"),
    [
        ([], [], []),
        ([10, 50], [20, 20], [10, 50]),
        ([10, 20], [20, 20], [0, 20]),
        ([10, 15, 20], [20, 20, 20], [0, 20, 40]),
        ([-5, 90], [20, 20], [0, 80]),
    ],
)
def test_boxes_stand_as_near_to_their_places_as_the_others_let_them(wanted: list[float], heights: list[float], tops: list[float]) -> None:
    """Those that would meet are moved apart, and none leaves the room from 0 to 100."""
    assert spread(wanted, heights, 0, 100) == tops


@given(st.lists(st.tuples(st.integers(-50, 150), st.integers(1, 20)), max_size=5))
def test_boxes_never_meet_nor_leave_the_room(boxes: list[tuple[int, int]]) -> None:
    """In their order, where they fit at all."""
    boxes.sort()
    heights = [high for _, high in boxes]
    tops = spread([want for want, _ in boxes], heights, 0, 100)
    edges = [0.0, *(edge for top, high in zip(tops, heights, strict=True) for edge in (top, top + high)), 100.0]
    assert edges == sorted(edges)


@pytest.mark.parametrize(("middle", "x"), [(200, 200), (10, 120), (395, 380)])
def test_a_caption_stays_on_the_sheet(middle: float, x: float) -> None:
    """Two Chinese letters of 20 pixels need 20 on either side of their middle."""
    (found,) = caption(("中国",), middle, 30, 100, 400, Label(0, 0, "", 20))
    assert found.x == pytest.approx(x)
    assert (found.y, found.anchor, found.text) == (30, "middle", "中国")


def test_lines_of_a_caption_end_on_its_base_line() -> None:
    """The last stands there, the others above it."""
    assert [(one.text, one.y) for one in caption(("a", "b"), 50, 100, 0, 100, Label(0, 0, "", 16))] == [("a", 80), ("b", 100)]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Line(1, 2, 3, 4, "c", 2, (1, 2), 0.5), Line(11, 22, 13, 24, "c", 2, (1, 2), 0.5)),
        (Dot(1, 2, 3, "c", "hollow"), Dot(11, 22, 3, "c", "hollow")),
        (Box(1, 2, 3, 4, "c", is_hatched=True), Box(11, 22, 3, 4, "c", is_hatched=True)),
        (Label(1, 2, "t", 9, opacity=0.8), Label(11, 22, "t", 9, opacity=0.8)),
        (Outline(((1, 2), (3, 4)), "c", dash=(1, 1)), Outline(((11, 22), (13, 24)), "c", dash=(1, 1))),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_shape_that_is_moved_keeps_its_look(item: Item, expected: Item) -> None:
    """Ten to the right and twenty down."""
    assert moved(item, 10, 20) == expected


def test_a_legend_goes_on_beneath_where_it_has_no_room() -> None:
    """Each entry is whole on one line; one wider than the sheet has a line for itself, and is cut off."""
    mark = (Dot(8, 0, 7, "c"),)
    entries = [Entry("中国", mark), Entry("要求", mark), Entry("中国要求取消配额中国要求取消配额", mark)]
    head = Head("", entries, 0, 150)
    assert [[(x, one.words) for x, one in line] for line in head.marks.lines] == [[(0, "中国"), (74, "要求")], [(0, "中国要求取消配额…")]]
    assert (head.height, Head("Cut", entries, 0, 150).height) == (62, 88)


@pytest.mark.parametrize(
    ("low", "high", "count", "values"),
    [
        ("0", "50", 5, ["0", "10", "20", "30", "40", "50"]),
        ("3", "17", 5, ["5", "10", "15"]),
        ("-10", "2.5", 5, ["-10", "-5", "0"]),
        ("0", "0.7", 3, ["0", "0.5"]),
    ],
)
def test_a_scale_is_marked_at_round_numbers(low: str, high: str, count: int, values: list[str]) -> None:
    """At 1, 2 or 5 times a power of ten apart, in no more steps than asked for."""
    assert round_values(Fraction(low), Fraction(high), count) == [Fraction(one) for one in values]


def test_steps_are_no_smaller_than_asked_for() -> None:
    """A ladder of two rungs is marked at whole rungs."""
    assert round_values(Fraction(0), Fraction(1), 3, least=Fraction(1)) == [0, 1]
    assert [round_step(Fraction(one)) for one in ("1", "1.1", "2.5", "7", "0.03")] == [1, 2, 5, 10, Fraction(1, 20)]
