"""An issue on a page of its own: every line has its mark and its words, large enough, nothing meets or is cut, and the scale stands still."""

from __future__ import annotations

import pytest

from parley.figures.page_picture import page_picture
from parley.figures.palette import party_colours
from parley.figures.picture import Box, Dot, Label, Line, Outline, Picture
from tests.figures.glancing import COLOURS, DAYS, PAGE_WIDTHS, UP_DOWN, full_glances, shipped, signs_with, texts
from tests.figures.picturing import labels
from tests.making import TODAY, Words, ladder, quota, statement


def drawn(*statements: Words, scale: Words | None = None, width: float = 1204, **more: object) -> Picture:
    return page_picture(full_glances(quota(scale or ladder(8), UP_DOWN, *statements, **more), TODAY)[0], COLOURS, width)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", PAGE_WIDTHS)
def test_the_scale_stands_still_from_day_to_day(width: int) -> None:
    """Whatever has been said by then: each step lies at one place on all days."""
    data = shipped()
    steps: dict[str, set[float]] = {}
    for as_of in DAYS:
        for one in full_glances(data, as_of, parties=data.negotiation.shown_first):
            picture = page_picture(one, dict(party_colours(data.negotiation)), width)
            upright = [item.x1 for item in picture.items if isinstance(item, Line) and item.x1 == item.x2 and item.opacity == 0.22]
            steps.setdefault(one.row.issue.id, set()).update(upright)
    counts = {one.row.issue.id: len(one.axis.names) or 2 for one in full_glances(data, DAYS[0])}
    assert {key: len(held) for key, held in steps.items()} == counts


@pytest.mark.parametrize("width", [1204, 1844])
def test_every_step_is_named_where_names_have_room(width: int) -> None:
    """Bold where something of a party stands, paler where nothing does."""
    (deficit,) = [one for one in full_glances(shipped(), DAYS[2]) if one.row.issue.id == "trade-deficit"]
    picture = page_picture(deficit, dict(party_colours(shipped().negotiation)), width)
    names: dict[float, str] = {}
    looks: dict[float, tuple[bool, float]] = {}
    for one in (item for item in picture.layers[0].items if isinstance(item, Label) and item.anchor == "middle"):
        names[one.x] = f"{names[one.x]} {one.text}" if one.x in names else one.text
        looks[one.x] = (one.is_bold, one.opacity)
    assert {names[x]: looks[x] for x in sorted(names)} == {
        "No trade action": (False, 0.7), "Ready to talk": (True, 1), "Named goods, no sum": (False, 0.7), "Public promise, no sum": (True, 1),
        "Indicative number": (True, 1), "US$100 bn, committed": (False, 0.7), "US$200 bn, committed": (True, 1), "Balanced trade": (False, 0.7),
    }  # fmt: skip


def test_speakers_who_differ_have_small_marks_with_words_of_their_own() -> None:
    """Under the lane of their party; whose word is the party's has none besides the party's."""
    picture = drawn(
        statement("b", "offer", "r2"), statement("b", "offer", "r1", speaker="leak"), statement("a", "demand", "r6"),
    )  # fmt: skip
    (mark, label) = signs_with(picture, ("s1",))
    (own, *_) = signs_with(picture, ("s0",))
    (ring,) = [item for item in mark.items if isinstance(item, Outline)]  # dashed: who may not commit the party only hints
    (large,) = [item for item in own.items if isinstance(item, Dot)]
    heights = [y for _, y in ring.points]
    assert ring.dash and max(heights) - min(heights) < 2 * large.radius and min(heights) > large.y
    assert [one.whole for one in label.items if isinstance(one, Label)] == ["leak: Rung 1 · Mar 2025"]
    assert label.words == "B: best offer, leak: Rung 1 (not counted; 1 Mar 2025)"


def test_the_date_of_a_speaker_is_paler_like_that_of_a_party() -> None:
    """Of whoever spoke longer ago than evidence stays fresh; the newer one's is not."""
    said = (statement("b", "offer", "r3", said="2025-03-30"), statement("b", "offer", "r1", speaker="leak"))
    asides = {one.text: one.aside for one in labels(drawn(*said, freshness_days=10)) if one.text.startswith(("offers", "leak"))}
    assert asides == {"offers Rung 3 · Mar 2025": "", "leak: Rung 1": "· Mar 2025"}


def test_words_of_a_speaker_leave_the_place_to_the_mark_where_they_have_no_room() -> None:
    """So that they stand beside it, and not on a line beneath."""
    said = (statement("b", "offer", "r6"), statement("b", "offer", "r3", speaker="leak"))
    assert "leak · Mar 2025" in texts(drawn(*said, width=260))
    assert "leak: Rung 3 · Mar 2025" in texts(drawn(*said))


def test_a_principal_who_is_silent_keeps_its_lane() -> None:
    """Silent altogether, or without a word that can be placed."""
    words = texts(drawn(statement("b", "offer", "r2"), statement("a", "rationale", {"not_placeable": "A finding."})))
    assert "no ask stated in 1 statement · Mar 2025" in words
    assert "nothing said" in texts(drawn(statement("b", "offer", "r2")))


def test_only_of_the_pair_is_told_that_a_limit_is_not_stated() -> None:
    """And not of whoever has stated one."""
    picture = drawn(statement("a", "demand", "r6"), statement("b", "offer", "r2"), statement("b", "red_line", "r3"))
    assert texts(picture).count("? no limit stated") == 1
    assert not [one for one in picture.signs if "no limit" in one.words]


def test_a_zone_is_drawn_only_between_two_stated_limits() -> None:
    """One limit alone leaves nearly all."""
    one, other = statement("b", "red_line", "r5"), statement("a", "red_line", "r2")
    said = (statement("a", "demand", "r6"), statement("b", "offer", "r1"))
    assert not [sign for sign in drawn(*said, one).signs if "zone" in sign.words.lower()]
    (zone,) = [sign for sign in drawn(*said, one, other).signs if "zone" in sign.words.lower()]
    assert zone.ids == ("s2", "s3")
    (area,) = {(item.x, item.width) for item in zone.items if isinstance(item, Box)}
    picture = drawn(*said, one, other)
    upright = sorted({item.x1 for item in picture.items if isinstance(item, Line) and item.opacity == 0.22})
    assert area == pytest.approx((upright[2], upright[5] - upright[2]))
