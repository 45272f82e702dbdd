"""Points of a quantity that have names: drawn on the scale whoever stands there, and told behind the number."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from parley.figures.page_picture import page_picture
from parley.model import Quantity
from parley.scales import Axis
from parley.telling.places import place_of, standing
from parley.words import say
from tests.figures.glancing import COLOURS, UP_DOWN, full_glances, texts
from tests.making import TODAY, percent, position, quota, statement

ANCHORS = [{"at": "0", "name": "No ban"}, {"at": "50", "name": "Partial ban"}, {"at": "100", "name": "Full ban"}]


def scale(**more: Any) -> dict[str, Any]:
    return {"quantity": {**percent("100")["quantity"], "anchors": ANCHORS, **more}}


def test_a_place_with_a_name_is_told_with_it() -> None:
    """One without is told as before, and so is the other end of a stretch."""
    data = quota(scale(), UP_DOWN, statement("a", "demand", 50), statement("b", "demand", (10, 50)), statement("b", "offer", 20))
    assert say(place_of(data.statement("s0"), data)) == "50 % (Partial ban)"
    assert say(place_of(data.statement("s2"), data)) == "20 %"
    assert say(place_of(data.statement("s1"), data)) == "10 to 50 % (Partial ban)"
    a = position(data, "a")
    assert say(standing(a.demand, a, "demand")) == "50 % (Partial ban)"


def test_every_named_point_is_drawn_on_the_scale() -> None:
    """Also where nobody stands there."""
    data = quota(scale(), UP_DOWN, statement("a", "demand", 70), statement("b", "demand", 10))
    (glance,) = full_glances(data, TODAY)
    shown = texts(page_picture(glance, COLOURS, 1204))
    assert {"0 % (No ban)", "50 % (Partial ban)", "100 % (Full ban)", "70 %", "10 %"} <= set(shown)
    assert Axis.of(data.negotiation.issues[0].scale).marked == (0, 50, 100)


@pytest.mark.parametrize(
    ("anchors", "told"),
    [
        ([{"at": "120", "name": "Too far"}], "The anchor 'Too far' at 120 lies outside the scale."),
        ([{"at": "50", "name": "Half"}, {"at": "50.0", "name": "Middle"}], "Two anchors lie at one value; give each value one name."),
    ],
)
def test_an_anchor_lies_on_the_scale_and_alone(anchors: list[dict[str, str]], told: str) -> None:
    """What cannot be drawn is refused."""
    with pytest.raises(ValidationError, match=told):
        Quantity.model_validate(scale(anchors=anchors)["quantity"])
