"""An issue on a page of its own: every line has its mark and its words, large enough, nothing meets or is cut, and the scale stands still."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.analysis.overview import overview
from parley.analysis.voices import voices_of
from parley.dataset import Dataset
from parley.figures.glance_geometry import Glance, full_glance_of
from parley.figures.page_picture import page_picture
from parley.figures.palette import PARTY_COLOURS, party_colours
from parley.figures.picture import Box, Dot, Label, Line, Outline, Picture
from parley.model import Party
from parley.telling.glance import glance_lines
from parley.words import say
from tests.briefings import many_tongues
from tests.figures.picturing import corners, labels, meeting, outside
from tests.figures.test_glance_picture import DAYS, NAMES, UP_DOWN, lies_on, shipped, signs_with
from tests.generating import Talks, day, talks
from tests.making import TODAY, Words, ladder, quota, statement

COLOURS = dict(zip("abcd", PARTY_COLOURS, strict=False))
WIDTHS = (320, 358, 560, 720, 1204, 1844)
CUT = "Evidence: on record only"


def glances(data: Dataset, as_of: date, cut: EvidenceCut = ALL_EVIDENCE, parties: Sequence[Party] | None = None) -> list[Glance]:
    """Return every issue as its page draws it, all parties shown unless some are named."""
    rows = overview(data, parties or data.negotiation.parties, as_of, cut)
    found = []
    for row in rows:
        told = [glance_lines(one, data) for one in row.positions]
        found.append(full_glance_of(row, told, data.statement, voices_of(data, row.positions)))
    return found


@cache
def shipped_glances(as_of: date, cut: EvidenceCut = ALL_EVIDENCE, *, all_parties: bool = True) -> tuple[Glance, ...]:
    """Return those of the shipped issues, which are the same for each width."""
    return tuple(glances(shipped(), as_of, cut, None if all_parties else shipped().negotiation.shown_first))


def drawn(*statements: Words, scale: Words | None = None, width: float = 1204, **more: object) -> Picture:
    return page_picture(glances(quota(scale or ladder(8), UP_DOWN, *statements, **more), TODAY)[0], COLOURS, width)  # type: ignore[arg-type]


def texts(picture: Picture) -> list[str]:
    return [one.whole for one in labels(picture)]


def hold(found: Glance, colours: dict[str, str], width: float) -> None:
    """Hold that nothing is cut or meets another, that no words lie on a mark, that letters are large, and each line has words and opens."""
    for cut in ("", CUT):
        picture = page_picture(found, colours, width, "", cut)
        assert outside(picture) == []
        assert meeting(picture) == []
        assert min(one.size for one in labels(picture)) >= (16 if width < 560 else 18 if width < 1500 else 20)
        assert (CUT in texts(picture)) is bool(cut)
    for line in (line for lane in found.lanes for line in lane.lines if line.ids):
        own = [sign for sign in picture.signs if sign.words == say(line.words) and sign.ids == line.ids]
        assert any(isinstance(item, Label) for sign in own for item in sign.items)
        if line.span is not None:
            assert any(isinstance(item, Dot | Outline | Box) for sign in own for item in sign.items)
    for one in labels(picture):
        assert [item for item in picture.items if isinstance(item, Dot | Outline | Box) and lies_on(corners(one), corners(item))] == [], one.whole


@given(talks(parties=(2, 4)), st.sampled_from(WIDTHS))
def test_nothing_meets_or_leaves_and_every_line_has_its_words(found: Talks, width: int) -> None:
    """Whatever was said, on whatever sheet, with the evidence named above it and without."""
    (one,) = glances(found.dataset(), day(found.as_of), found.cut)
    hold(one, COLOURS, width)


@given(talks(parties=(2, 4), ladders=True), st.lists(st.sampled_from(NAMES), min_size=8, max_size=8), st.sampled_from(WIDTHS))
def test_neither_do_long_names_nor_those_of_other_scripts(found: Talks, names: list[str], width: int) -> None:
    """Of steps and of parties."""
    scale = {"ladder": [{**rung, "name": f"{names[number % 8]} {number}"} for number, rung in enumerate(ladder(found.steps + 1)["ladder"])]}
    parties = {party: {"name": names[number], "short": names[number]} for number, party in enumerate(found.directions)}
    data = quota(scale, found.directions, *(found._words(one) for one in found.said), parties_as=parties)
    (one,) = glances(data, day(found.as_of), found.cut)
    hold(one, COLOURS, width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_all_that_is_shipped_has_room(as_of: date, width: int) -> None:
    """With all parties, and under every evidence cut."""
    colours = dict(party_colours(shipped().negotiation))
    for cut in CUTS:
        for one in shipped_glances(as_of, cut):
            hold(one, colours, width)


@pytest.mark.parametrize("width", WIDTHS)
def test_names_in_other_scripts_have_room(width: int) -> None:
    """Chinese, German, French and Arabic, on a quantity and on a ladder."""
    data = many_tongues().dataset
    for one in glances(data, TODAY):
        hold(one, dict(party_colours(data.negotiation)), width)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_scale_stands_still_from_day_to_day(width: int) -> None:
    """Whatever has been said by then: each step lies at one place on all days."""
    data = shipped()
    steps: dict[str, set[float]] = {}
    for as_of in DAYS:
        for one in shipped_glances(as_of, all_parties=False):
            picture = page_picture(one, dict(party_colours(data.negotiation)), width)
            upright = [item.x1 for item in picture.items if isinstance(item, Line) and item.x1 == item.x2 and item.opacity == 0.22]
            steps.setdefault(one.row.issue.id, set()).update(upright)
    counts = {one.row.issue.id: len(one.axis.names) or 2 for one in shipped_glances(DAYS[0])}
    assert {key: len(held) for key, held in steps.items()} == counts


@pytest.mark.parametrize("width", [1204, 1844])
def test_every_step_is_named_where_names_have_room(width: int) -> None:
    """Bold where something of a party stands, paler where nothing does."""
    (deficit,) = [one for one in glances(shipped(), DAYS[2]) if one.row.issue.id == "trade-deficit"]
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
    (small,) = [item for item in mark.items if isinstance(item, Dot)]
    (large,) = [item for item in own.items if isinstance(item, Dot)]
    assert small.radius < large.radius and small.y > large.y
    assert [one.whole for one in label.items if isinstance(one, Label)] == ["leak: Rung 1 · Mar 2025"]
    assert label.words == "B: best offer, leak: Rung 1 (not counted; 1 Mar 2025)"


def test_words_of_a_speaker_leave_the_place_to_the_mark_where_they_have_no_room() -> None:
    """So that they stand beside it, and not on a line beneath."""
    said = (statement("b", "offer", "r6"), statement("b", "offer", "r3", speaker="leak"))
    assert "leak · Mar 2025" in texts(drawn(*said, width=260))
    assert "leak: Rung 3 · Mar 2025" in texts(drawn(*said))


def test_a_principal_who_is_silent_keeps_its_lane() -> None:
    """Silent altogether, or without a word that can be placed."""
    words = texts(drawn(statement("b", "offer", "r2"), statement("a", "rationale", {"not_placeable": "A finding."})))
    assert "nothing placed in 1 statement · Mar 2025" in words
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
