"""Labels beside marks: none meets a mark or another label, none leaves the line, and one with room beside its mark stays there."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.figures.placing import BESIDE, Line, Place, Reach, Wanted, spread_over

LEFT, RIGHT = 0.0, 300.0


@st.composite
def marks(draw: st.DrawFn) -> list[Reach]:
    """Return up to four marks, some of which may lie on each other."""
    ends = [sorted((draw(st.integers(0, 300)), draw(st.integers(0, 300)))) for _ in range(draw(st.integers(0, 4)))]
    return [(float(low), float(min(high, low + draw(st.integers(4, 300))))) for low, high in ends]


@st.composite
def wishes(draw: st.DrawFn) -> tuple[list[Reach], list[Wanted]]:
    """Return the marks of a line and the labels wanted on it, one for each mark and some without."""
    held = draw(marks())
    wanted = []
    for low, high in held:
        hollow = (low + 6, high - 6) if draw(st.booleans()) and high - low > 20 else None
        wanted.append(Wanted(draw(st.floats(1, RIGHT)), (low, high), hollow, draw(st.integers(1, 3))))
    wanted += [Wanted(draw(st.floats(1, RIGHT)), None, None, draw(st.integers(1, 2))) for _ in range(draw(st.integers(0, 6)))]
    return held, wanted


def boxes(wanted: Wanted, place: Place) -> list[tuple[int, float, float]]:
    return [(line, place.left, place.left + wanted.width) for line in range(place.line, place.line + wanted.lines)]


@given(wishes(), st.booleans())
def test_no_label_meets_another_or_a_mark_or_leaves_the_line(made: tuple[list[Reach], list[Wanted]], above: bool) -> None:
    """Wherever the marks lie and however long the words: on as many lines as it takes, each has a place of its own."""
    held, wanted = made
    name = {-1: [(0.0, 80.0)]} if above else {}
    places = Line(LEFT, RIGHT, {0: held, **name}, above=above).places(wanted)
    assert len(places) == len(wanted)
    for one, place in zip(wanted, places, strict=True):
        assert place.line >= (-1 if above else 0)
        assert place.left >= LEFT - 0.1 and place.left + one.width <= RIGHT + 0.1
        for line, start, end in boxes(one, place):
            taken = [*(held if line == 0 else ()), *name.get(line, ())]
            hit = [(low, high) for low, high in taken if start < high and low < end]
            inside = one.hollow is not None and line == 0 and one.hollow[0] <= start and end <= one.hollow[1]
            assert [each for each in hit if not (inside and each == one.mark)] == []
    for (one, at), (other, elsewhere) in combinations(zip(wanted, places, strict=True), 2):
        for line, start, end in boxes(one, at):
            assert not any(line == there and start < last and first < end for there, first, last in boxes(other, elsewhere))


@pytest.mark.parametrize(
    ("mark", "hollow", "width", "place"),
    [
        ((100.0, 112.0), None, 150.0, Place(0, 112 + BESIDE)),
        ((250.0, 262.0), None, 150.0, Place(0, 250 - BESIDE - 150)),
        ((20.0, 280.0), (26.0, 274.0), 150.0, Place(0, 75)),
        ((100.0, 112.0), None, 250.0, Place(1, 50)),
    ],
    ids=["right", "left", "within", "beneath"],
)
def test_a_label_stands_beside_its_mark_where_it_has_room(mark: Reach, hollow: Reach | None, width: float, place: Place) -> None:
    """Right of it, else left of it, else between its two ends, and only then on a line beneath."""
    assert Line(LEFT, RIGHT, {0: [mark]}).places([Wanted(width, mark, hollow)]) == (place,)


def test_two_marks_give_way_to_each_other() -> None:
    """The label that could stand on either side leaves the room to the one that could not."""
    held = [(100.0, 110.0), (200.0, 210.0)]
    places = Line(LEFT, RIGHT, {0: held}).places([Wanted(80, held[0]), Wanted(80, held[1])])
    assert places == (Place(0, 115.0), Place(0, 215.0))
    crowded = Line(LEFT, RIGHT, {0: held}).places([Wanted(88, held[0]), Wanted(84, held[1])])
    assert crowded == (Place(0, 100 - BESIDE - 88), Place(0, 215.0))


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(5, 120)), max_size=6))
def test_names_in_a_row_cover_their_own_places_and_keep_apart(wanted: list[tuple[float, float]]) -> None:
    """Or there is no way, and that is said."""
    held = sorted((min(max(middle, width / 2), 300 - width / 2), width) for middle, width in wanted)
    found = spread_over(held, LEFT, RIGHT, 9)
    if found is None:
        return
    for middle, (wish, width) in zip(found, held, strict=True):
        assert abs(middle - wish) <= width / 2 + 0.01
        assert middle - width / 2 >= LEFT - 0.1 and middle + width / 2 <= RIGHT + 0.1
    ends = [(middle - width / 2, middle + width / 2) for middle, (_, width) in zip(found, held, strict=True)]
    assert all(after[0] - before[1] >= 9 - 0.01 for before, after in pairwise(ends))


def test_names_that_have_no_room_are_refused() -> None:
    """Two names of more than half the row cannot stand in it, and of three in one place one would leave it."""
    assert spread_over([(100.0, 160.0), (200.0, 160.0)], LEFT, RIGHT, 9) is None
    assert spread_over([(150.0, 60.0)] * 3, LEFT, RIGHT, 9) is None
    assert spread_over([(100.0, 60.0), (200.0, 60.0)], LEFT, RIGHT, 9) == [100.0, 200.0]
