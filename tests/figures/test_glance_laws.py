"""An issue at a glance, and on a page of its own: whatever was said, nothing meets or is cut, and every line has its mark and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.clusters import gathered
from parley.analysis.evidence import CUTS, EvidenceCut
from parley.figures.glance_geometry import Glance, glance_of
from parley.figures.glance_picture import glance_picture
from parley.figures.page_picture import page_picture
from parley.figures.palette import party_colours
from parley.figures.picture import Box, Dot, Label, Outline, Picture
from parley.telling.cluster import CLUSTERS
from parley.telling.glance import lines_in_focus
from parley.telling.said import Place as At
from parley.words import say
from tests.briefings import many_tongues
from tests.figures.glancing import COLOURS, DAYS, GLANCE_WIDTHS, NAMES, PAGE_WIDTHS, full_glances, glances, shipped, texts
from tests.figures.picturing import Corners, corners, labels, meeting, outside
from tests.generating import Talks, day, talks
from tests.making import TODAY, ladder, quota

CUT = "Evidence: on record only"


@dataclass(frozen=True)
class Way:
    """A way to draw an issue: what is drawn, its pictures, and what holds of this way alone."""

    glances: Callable[..., list[Glance]]
    hold: Callable[[Glance, Mapping[str, str], float], Picture]


def hold_at_a_glance(found: Glance, colours: Mapping[str, str], width: float) -> Picture:
    """Hold that every line opens statements and the answer is told in words; return the picture."""
    picture = glance_picture(found, colours, width)
    assert all(line.ids for lane in found.lanes for line in lane.lines)
    assert say(found.answer.told) in picture.alt
    hold_room(picture)
    return picture


def hold_on_a_page(found: Glance, colours: Mapping[str, str], width: float) -> Picture:
    """Hold that letters are large, and that the evidence that is let in stands above where that is not all; return the picture in which it does."""
    for cut in ("", CUT):
        picture = page_picture(found, colours, width, "", cut)
        assert min(one.size for one in labels(picture)) >= (16 if width < 560 else 18 if width < 1500 else 20)
        assert (CUT in texts(picture)) is bool(cut)
        hold_room(picture)
    return picture


AT_A_GLANCE, ON_A_PAGE = Way(glances, hold_at_a_glance), Way(full_glances, hold_on_a_page)
SHEETS = [*((AT_A_GLANCE, width) for width in GLANCE_WIDTHS), *((ON_A_PAGE, width) for width in PAGE_WIDTHS)]


def on(sheet: tuple[Way, int]) -> str:
    way, width = sheet
    return f"{'glance' if way is AT_A_GLANCE else 'page'}-{width}"


@cache
def shipped_glances(way: Way, as_of: date, cut: EvidenceCut) -> tuple[Glance, ...]:
    """Return those of the shipped issues, which are the same for each width."""
    return tuple(way.glances(shipped(), as_of, cut))


def hold_room(picture: Picture) -> None:
    """Hold that nothing is cut or meets another."""
    assert outside(picture) == []
    assert meeting(picture) == []


def lies_on(one: Corners, other: Corners) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def hold(found: Glance, colours: Mapping[str, str], sheet: tuple[Way, int]) -> None:
    """Hold what holds of this way to draw it, that no words lie on a mark, and that each line has words that open its statements."""
    way, width = sheet
    picture = way.hold(found, colours, width)
    for line in (line for lane in found.lanes for line in lane.lines if line.ids):
        own = [sign for sign in picture.signs if sign.words == say(line.words) and sign.ids == line.ids]
        assert any(isinstance(item, Label) for sign in own for item in sign.items)
        if line.span is not None:
            assert any(isinstance(item, Dot | Outline | Box) for sign in own for item in sign.items)
    for one in labels(picture):
        assert [item for item in picture.items if isinstance(item, Dot | Outline | Box) and lies_on(corners(one), corners(item))] == [], one.whole


@pytest.mark.parametrize("way", [AT_A_GLANCE, ON_A_PAGE], ids=["glance", "page"])
@given(talks(parties=(2, 4)), st.data())
def test_nothing_meets_or_leaves_and_every_line_has_its_words(way: Way, found: Talks, more: st.DataObject) -> None:
    """Whatever was said, on whatever sheet: marks, words, names of steps and the distance keep clear of each other."""
    (one,) = way.glances(found.dataset(), day(found.as_of), found.cut)
    hold(one, COLOURS, more.draw(st.sampled_from([sheet for sheet in SHEETS if sheet[0] is way])))


@pytest.mark.parametrize("way", [AT_A_GLANCE, ON_A_PAGE], ids=["glance", "page"])
@given(talks(parties=(2, 4), ladders=True), st.booleans(), st.data())
def test_every_step_with_a_mark_is_named_above_it_or_beside_the_mark(way: Way, found: Talks, are_long: bool, more: st.DataObject) -> None:
    """Whatever was said, on whatever sheet; names are short, or so long that not all have room above."""
    long = [{**rung, "name": f"A step of the scale, number {number}."} for number, rung in enumerate(ladder(9)["ladder"])]
    scale = {"ladder": (long if are_long else ladder(9)["ladder"])[: found.steps + 1]}
    data = quota(scale, found.directions, *(found._words(one) for one in found.said))
    (one,) = way.glances(data, day(found.as_of), found.cut)
    _, width = more.draw(st.sampled_from([sheet for sheet in SHEETS if sheet[0] is way]))
    picture = way.hold(one, COLOURS, width)
    above: dict[float, str] = {}
    for each in picture.layers[0].items if picture.layers else ():
        if isinstance(each, Label) and each.anchor == "middle":
            above[each.x] = f"{above[each.x]} {each.text}" if each.x in above else each.text
    for lane, line in ((each, line) for each in one.lanes if not each.is_under for line in each.lines if line.span):
        signs = [sign for sign in picture.signs if sign.words == say(line.words)]
        told = " ".join(item.text for sign in signs for item in sign.items if isinstance(item, Label))
        for name in (say(At(end, one.axis)) for end in lane.ends_of(line)):
            assert name in above.values() or name in told, (name, above, told)


@given(talks(parties=(7, 12)), st.sampled_from(PAGE_WIDTHS))
def test_neither_do_those_of_many_parties(found: Talks, width: int) -> None:
    """Of whom each that has spoken has a lane, or is in one cluster."""
    data = found.dataset()
    (one,) = full_glances(data, day(found.as_of), found.cut)
    hold(one, COLOURS, (ON_A_PAGE, width))
    shown = gathered(one.row, data.negotiation)
    spoken = {each.party.id for each in one.row.positions if each.has_spoken}
    assert spoken <= shown.inside | {lane.key for lane in one.lanes}
    assert not shown.inside & {lane.key for lane in one.lanes}
    assert sum(lane.key == CLUSTERS for lane in one.lanes) == len(shown.clusters)
    hold(glance_of(one.row, lines_in_focus(shown, data), data.statement, shown.clusters), COLOURS, (AT_A_GLANCE, width))


@pytest.mark.parametrize("way", [AT_A_GLANCE, ON_A_PAGE], ids=["glance", "page"])
@given(talks(parties=(2, 4), ladders=True), st.lists(st.sampled_from(NAMES), min_size=8, max_size=8), st.data())
def test_neither_do_long_names_nor_those_of_other_scripts(way: Way, found: Talks, names: list[str], more: st.DataObject) -> None:
    """Of steps, of parties and of what a condition says."""
    scale = {"ladder": [{**rung, "name": f"{names[number % 8]} {number}"} for number, rung in enumerate(ladder(found.steps + 1)["ladder"])]}
    parties = {party: {"name": names[number], "short": names[number]} for number, party in enumerate(found.directions)}
    data = quota(scale, found.directions, *(found._words(one) for one in found.said), parties_as=parties)
    (one,) = way.glances(data, day(found.as_of), found.cut)
    hold(one, COLOURS, more.draw(st.sampled_from([sheet for sheet in SHEETS if sheet[0] is way])))


@pytest.mark.parametrize("sheet", SHEETS, ids=on)
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_all_that_is_shipped_has_room(as_of: date, sheet: tuple[Way, int]) -> None:
    """With all parties, and under every evidence cut."""
    colours = party_colours(shipped().negotiation)
    for cut in CUTS:
        for one in shipped_glances(sheet[0], as_of, cut):
            hold(one, colours, sheet)


@pytest.mark.parametrize("sheet", SHEETS, ids=on)
def test_names_in_other_scripts_have_room(sheet: tuple[Way, int]) -> None:
    """Chinese, German, French and Arabic, on a quantity and on a ladder."""
    data = many_tongues().dataset
    for one in sheet[0].glances(data, TODAY):
        hold(one, party_colours(data.negotiation), sheet)
