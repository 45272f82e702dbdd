"""The words beneath a scale: whole where that is possible at all, none on another, and no line to deeper words through any."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from parley.figures.lettering import width_of
from parley.figures.picture import Label, Line
from parley.figures.ticks import Ticks
from tests.figures.picturing import Corners, corners

WORDS = st.lists(st.sampled_from(("No", "Named goods", "Negotiable", "Unconditionally withdrawn", "Binding US$200 bn cut")), min_size=1, max_size=9)


def drawn(words: list[str], width: float) -> tuple[list[Label], list[Line]]:
    pitch = width / len(words)
    items = list(Ticks([(pitch * (number + 0.5), one) for number, one in enumerate(words)], width).items(0, 100))
    return [one for one in items if isinstance(one, Label)], [one for one in items if isinstance(one, Line)]


def met(one: Corners, other: Corners) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(WORDS, st.integers(310, 1900))
def test_words_meet_neither_each_other_nor_a_line(words: list[str], width: int) -> None:
    """However many there are and however narrow the sheet; all lie on it, and every tick is named."""
    labels, lines = drawn(words, width)
    assert [(a.text, b.text) for a, b in combinations(labels, 2) if met(corners(a), corners(b))] == []
    assert [one.text for one in labels for line in lines if met(corners(one), corners(line))] == []
    assert all(corners(one)[0] >= 0 and corners(one)[2] <= width for one in labels)
    assert len(lines) == len(words)
    shown = " ".join(one.text for one in labels)
    assert [word for one in words for word in one.split() if word not in shown] == []


def test_words_with_room_stand_on_one_level_under_their_ticks() -> None:
    """On as many lines as they need."""
    labels, lines = drawn(["Named goods", "No", "Binding US$200 bn cut"], 360)
    assert [(one.text, one.x, one.y) for one in labels] == [
        ("Named goods", 60, 118), ("No", 180, 118), ("Binding US$200", 300, 118), ("bn cut", 300, 135.5),
    ]  # fmt: skip
    assert {one.y2 for one in lines} == {100}


def test_a_word_too_long_for_its_room_takes_another_level() -> None:
    """Every second tick stands deeper, with a line that leads to it; it may reach past its neighbours, which have ended."""
    labels, lines = drawn(["Unconditionally"] * 3, 300)
    assert [(one.text, one.y) for one in sorted(labels, key=lambda one: one.x)] == [("Unconditionally", y) for y in (118, 140.5, 118)]
    assert [one.y2 for one in lines] == [100, 126.5, 100]
    assert width_of("Unconditionally", 14) > 300 / 3 - 8


def test_a_word_that_no_level_holds_is_broken() -> None:
    """Rather than left out."""
    labels, _ = drawn(["Donaudampfschifffahrtsgesellschaftskapitänspatent" * 2], 310)
    assert "".join(one.text for one in labels) == "Donaudampfschifffahrtsgesellschaftskapitänspatent" * 2
