"""Names of steps above a scale: those on which something stands come first, then the ends, then others, as far as there is room."""

from __future__ import annotations

from fractions import Fraction

from parley.figures.glance_picture import glance_picture
from parley.figures.step_names import fitting, in_turn
from tests.figures.glancing import COLOURS, UP_DOWN, glances, texts
from tests.making import TODAY, ladder, quota, statement

NAMES = ["None", "Some more", "Half", "Most of it", "All"]


def named(*standing: int, room: float, others: bool = False) -> list[tuple[int, float, str]]:
    """Return the names on a scale as wide as its room, each as wide as ten pixels for a letter."""
    ends, values = (Fraction(0), Fraction(4)), [Fraction(one) for one in range(5)]
    found = fitting(
        in_turn([Fraction(one) for one in standing], ends, values if others else ()),
        ends,
        lambda value: (NAMES[int(value)],),
        lambda words: 10.0 * len(words),
        lambda value: float(value) * room / 4,
        (0.0, room),
        10.0,
    )
    return [(int(value), middle, *lines) for value, middle, lines in found]


def test_what_stands_is_named_before_the_ends_and_these_before_others() -> None:
    """Three names of 90, 100 and 30 pixels on 200: of them two have room, and the end beside the second has none."""
    assert named(1, 3, room=200) == [(1, 45.0, "Some more"), (3, 150.0, "Most of it")]
    assert named(room=200) == [(0, 20.0, "None"), (4, 185.0, "All")]
    assert named(room=200, others=True) == [(0, 20.0, "None"), (1, 95.0, "Some more"), (4, 185.0, "All")]
    assert [value for value, *_ in named(1, 3, room=600, others=True)] == [0, 1, 2, 3, 4]


def test_the_order_is_what_is_asked_then_offered_then_limits_then_hints() -> None:
    """Whatever the order in which it was said or in which parties are listed; a limit may stand at both ends, and surely does at one."""
    said = [
        statement("a", "red_line", ("r1", "r3")),
        statement("b", "offer", "r2"),
        statement("a", "offer", "r4", conveyance="hint"),
        statement("a", "demand", "r6"),
    ]
    (found,) = glances(quota(ladder(8), UP_DOWN, *said), TODAY)
    assert [int(one) for one in found.ranked] == [6, 2, 1, 4]
    assert [int(one) for one in found.standing] == [1, 2, 3, 4, 6]


def test_a_row_names_the_step_asked_for_before_the_end_beside_it() -> None:
    """On a narrow sheet the last step but one is named, and the last is not."""
    scale = {"ladder": [{**rung, "name": f"The step with number {number}"} for number, rung in enumerate(ladder(8)["ladder"])]}
    (found,) = glances(quota(scale, UP_DOWN, statement("a", "demand", "r6"), statement("b", "offer", "r1")), TODAY)
    above = [one for one in texts(glance_picture(found, COLOURS, 360)) if one.startswith("The step")]
    assert above == ["The step with number 1", "The step with number 6"]
