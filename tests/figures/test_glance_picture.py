"""An issue at a glance: every line of every party has its mark and its words, nothing meets or is cut, and the distance lies where it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.clusters import clusters
from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.analysis.overview import overview
from parley.dataset import Dataset, load
from parley.figures.glance_geometry import Glance, glance_of
from parley.figures.glance_key import glance_key
from parley.figures.glance_picture import glance_picture
from parley.figures.palette import PARTY_COLOURS, party_colours
from parley.figures.picture import Box, Dot, Label, Line, Outline, Picture, Sign
from parley.model import Party
from parley.telling.glance import glance_lines
from parley.words import say
from tests.briefings import ARABIC, CHINESE, GERMAN, ROOT, many_tongues
from tests.figures.picturing import Corners, corners, labels, meeting, outside
from tests.generating import Talks, day, talks
from tests.making import TODAY, Words, ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
COLOURS = dict(zip("abcd", PARTY_COLOURS, strict=False))
WIDTHS = (300, 360, 560, 720, 1160, 1800)
DAYS = [date(2018, 4, 30), date(2018, 6, 2), date(2019, 1, 23)]
# Names as long as a file may have them, and of other scripts.
NAMES = ("None", "A promise in public without any sum and without a date by which it is to be kept", GERMAN, CHINESE, ARABIC, "x" * 90, "US$200 bn")


@cache
def shipped() -> Dataset:
    return load(ROOT / "positions" / "us-china-trade")


def glances(data: Dataset, as_of: date, cut: EvidenceCut = ALL_EVIDENCE, parties: Sequence[Party] | None = None) -> list[Glance]:
    """Return every issue at a glance, all parties shown unless some are named."""
    rows = overview(data, parties or data.negotiation.parties, as_of, cut)
    return [glance_of(row, [glance_lines(one, data) for one in row.positions], data.statement) for row in rows]


@cache
def shipped_glances(as_of: date, cut: EvidenceCut) -> tuple[Glance, ...]:
    """Return those of the shipped issues, which are the same for each width."""
    return tuple(glances(shipped(), as_of, cut))


def glance(data: Dataset) -> Glance:
    return glances(data, TODAY)[0]


def drawn(*statements: Words, scale: Words | None = None, width: float = 720, **more: object) -> Picture:
    return glance_picture(glance(quota(scale or ladder(8), UP_DOWN, *statements, **more)), COLOURS, width)  # type: ignore[arg-type]


def texts(picture: Picture) -> list[str]:
    return [one.whole for one in labels(picture)]


def signs_with(picture: Picture, ids: tuple[str, ...]) -> list[Sign]:
    return [one for one in picture.signs if one.ids == ids]


def hold(found: Glance, colours: dict[str, str] | None, width: float) -> None:
    """Hold that nothing is cut or meets another, that no words lie on a mark, and that each line has words that open its statements."""
    picture = glance_picture(found, colours or COLOURS, width)
    assert outside(picture) == []
    assert meeting(picture) == []
    told = [line for lane in found.lanes for line in lane.lines]
    for line in told:
        own = [sign for sign in picture.signs if sign.words == say(line.words) and sign.ids == line.ids]
        assert any(isinstance(item, Label) for sign in own for item in sign.items)
        assert line.ids
        if line.span is not None:
            assert any(isinstance(item, Dot | Outline | Box) for sign in own for item in sign.items)
    for one in labels(picture):
        assert [item for item in picture.items if isinstance(item, Dot | Outline | Box) and lies_on(corners(one), corners(item))] == [], one.whole
    assert say(found.answer.told) in picture.alt


def lies_on(one: Corners, other: Corners) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(talks(parties=(2, 4)), st.sampled_from(WIDTHS))
def test_nothing_meets_or_leaves_and_every_line_has_its_words(found: Talks, width: int) -> None:
    """Whatever was said, on whatever sheet: marks, words, names of steps and the distance keep clear of each other."""
    (one,) = glances(found.dataset(), day(found.as_of), found.cut)
    hold(one, None, width)


@given(talks(parties=(2, 4), ladders=True), st.lists(st.sampled_from(NAMES), min_size=8, max_size=8), st.sampled_from(WIDTHS))
def test_neither_do_long_names_nor_those_of_other_scripts(found: Talks, names: list[str], width: int) -> None:
    """Of steps, of parties and of what a condition says."""
    scale = {"ladder": [{**rung, "name": f"{names[number % 8]} {number}"} for number, rung in enumerate(ladder(found.steps + 1)["ladder"])]}
    parties = {party: {"name": names[number], "short": names[number]} for number, party in enumerate(found.directions)}
    data = quota(scale, found.directions, *(found._words(one) for one in found.said), parties_as=parties)
    (one,) = glances(data, day(found.as_of), found.cut)
    hold(one, None, width)


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


def test_shapes_tell_a_demand_an_offer_a_hint_and_a_limit_apart() -> None:
    """Filled, hollow, a ring not drawn through, and teeth on the side of what is refused; in the party's colour."""
    picture = drawn(
        statement("a", "demand", "r7"), statement("a", "offer", "r5"), statement("b", "offer", "r1", speaker="leak", conveyance="hint"),
        statement("b", "red_line", "r3"),
    )  # fmt: skip
    demand, offer = (next(one for one in signs_with(picture, (key,)) if any(isinstance(item, Dot) for item in one.items)) for key in ("s0", "s1"))
    assert [(item.fill, item.colour) for item in demand.items if isinstance(item, Dot)] == [("solid", COLOURS["a"])]
    assert [(item.fill, item.colour) for item in offer.items if isinstance(item, Dot)] == [("hollow", COLOURS["a"])]
    hinted = next(one for one in signs_with(picture, ("s2",)) if any(isinstance(item, Outline) for item in one.items))
    assert [(item.dash is not None, item.is_filled) for item in hinted.items if isinstance(item, Outline)] == [(True, False)]
    limit = next(one for one in picture.signs if "limit: at most Rung 3" in one.words and any(isinstance(item, Outline) for item in one.items))
    wall = next(item for item in limit.items if isinstance(item, Line))
    teeth = [item for item in limit.items if isinstance(item, Outline)]
    assert len(teeth) == 3 and all(tooth.is_filled and tooth.points[1][0] > wall.x1 for tooth in teeth)
    assert {"asks Rung 7 · Mar 2025", "offers Rung 5 · Mar 2025", "hints at Rung 1 · Mar 2025", "limit: at most Rung 3 · Mar 2025"} <= set(
        texts(picture)
    )


def test_an_uncertain_limit_fades_towards_where_it_may_stand() -> None:
    """What it surely refuses is told beside it, that it perhaps refuses more under the pointer."""
    picture = drawn(statement("b", "red_line", ("r3", "r5")))
    (mark, label) = picture.signs
    boxes = [item.opacity for item in mark.items if isinstance(item, Box)]
    assert boxes == sorted(boxes) and len(boxes) > 3
    assert [one.whole for one in label.items if isinstance(one, Label)] == ["limit: at most Rung 5 · Mar 2025"]
    assert label.words == "B: limit: at most Rung 5, perhaps less (1 Mar 2025)"


def test_parts_at_one_place_are_one_mark_with_one_label() -> None:
    """A demand, a limit and an offer that stand on the same step are told together."""
    picture = drawn(statement("b", "demand", "r1"), statement("b", "red_line", "r1"), statement("b", "offer", "r1"))
    assert [one for one in texts(picture) if "Rung 1" in one] == ["Rung 1", "ask, limit and offer: Rung 1 · Mar 2025"]
    assert len({(one.turn, one.words) for one in picture.signs}) == 1


def test_the_distance_is_solid_where_it_is_sure_and_dashed_where_it_is_possible() -> None:
    """From the offer to the demand, with its words in steps on its line."""
    picture = drawn(statement("a", "demand", ("r4", "r6")), statement("b", "offer", "r1"))
    bracket = picture.signs[-1]
    lines = [item for item in bracket.items if isinstance(item, Line) and item.y1 == item.y2]
    solid, dashed = ([(one.x1, one.x2) for one in lines if bool(one.dash) is is_dashed] for is_dashed in (False, True))
    ends = sorted(item.x1 for item in bracket.items if isinstance(item, Line) and item.x1 == item.x2)
    assert (min(start for start, _ in solid), max(end for _, end in dashed)) == (ends[0], ends[-1])
    assert max(end for _, end in solid) <= min(start for start, _ in dashed) + 0.01
    assert [item.text for item in bracket.items if isinstance(item, Label)] == ["3 to 5 steps"]
    assert bracket.words == "A asks – B offers: 3 to 5 steps apart"
    assert bracket.ids == ("s0", "s1")


def test_a_distance_without_room_for_its_words_has_them_beside_it() -> None:
    """A single step on a long ladder."""
    picture = drawn(statement("a", "demand", "r7"), statement("b", "offer", "r6"), width=300)
    bracket = picture.signs[-1]
    (label,) = [item for item in bracket.items if isinstance(item, Label)]
    low = min(item.x1 for item in bracket.items if isinstance(item, Line))
    assert label.text == "1 step"
    assert corners(label)[2] < low


def test_what_has_no_place_keeps_its_lane_in_italics() -> None:
    """A demand whose extent is not stated, words that place nothing, a threat, and an offer that stands only under a condition."""
    herring = {"type": "only_if", "says": "the herring return"}
    picture = drawn(
        statement("a", "demand", {"unknown": "No size."}), statement("b", "rationale", {"not_placeable": "A finding."}),
        statement("c", "offer", "r2", condition=herring), parties_as={"c": {}},
    )  # fmt: skip
    italics = [one.whole for one in labels(picture) if one.is_italic]
    assert italics == [
        "asks, extent not stated · Mar 2025",
        "nothing placed in 1 statement · Mar 2025",
        "offers Rung 2, only if the herring return · Mar 2025",
    ]
    assert [one.text for one in labels(picture) if one.is_bold] == ["A", "B", "C"]


def test_a_date_is_paler_once_it_is_older_than_evidence_stays_fresh() -> None:
    """Beside the mark, and also where nothing is placed."""
    data = quota(ladder(8), UP_DOWN, statement("a", "demand", "r7"), statement("b", "rationale", {"not_placeable": "A finding."}), freshness_days=7)
    asides = {one.text: one.aside for one in labels(glance_picture(glance(data), COLOURS, 720)) if one.aside}
    assert asides == {"asks Rung 7": "· Mar 2025", "nothing placed in 1 statement": "· Mar 2025"}


def test_a_quantity_is_marked_with_its_unit_at_both_ends_and_where_something_stands() -> None:
    """The names of a ladder's steps stand in the same places."""
    picture = drawn(statement("a", "demand", 27), statement("b", "offer", 10), scale=percent())
    assert texts(picture)[:4] == ["0 %", "10 %", "27 %", "50 %"]
    assert [item.text for item in picture.signs[-1].items if isinstance(item, Label)] == ["17 points"]


def test_signs_are_read_lane_by_lane_from_left_to_right_and_the_distance_last() -> None:
    """A mark and its label are one thing in two places."""
    picture = drawn(statement("a", "demand", "r7"), statement("a", "offer", "r5"), statement("b", "offer", "r1"))
    told = list(dict.fromkeys(one.words for one in sorted(picture.signs, key=lambda one: one.turn)))
    assert told == [
        "A: offers Rung 5 (1 Mar 2025)",
        "A: asks Rung 7 (1 Mar 2025)",
        "B: offers Rung 1 (1 Mar 2025)",
        "A asks – B offers: 6 steps apart",
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_what_the_marks_mean_has_room(width: int) -> None:
    """On as many lines as it takes."""
    picture = glance_key(width, [180, 180])
    assert outside(picture) == [] and meeting(picture) == []
    assert texts(picture)[-1] == "grey: older than 180 days"
    assert texts(glance_key(width, [180, 30]))[-1] == "grey: older than 30 to 180 days"


def test_letters_are_large_on_a_wall_and_none_is_small() -> None:
    """At least 16 pixels where the page is as wide as on a projector, at least 14 on a laptop and a phone."""
    for width, least in ((1740, 16), (1120, 14), (358, 14)):
        assert min(one.size for one in labels(glance_key(width, [180]))) >= least
    for width, least in ((1160, 16), (720, 14), (358, 14)):
        assert (
            min(one.size for one in labels(glance_picture(glances(shipped(), DAYS[-1])[0], dict(party_colours(shipped().negotiation)), width)))
            >= least
        )


def test_a_lane_of_a_laptop_is_low() -> None:
    """Three lanes with the names above and the distance beneath take no more than 110 pixels."""
    data = quota(ladder(8), {**UP_DOWN, "c": "up"}, statement("a", "demand", "r7"), statement("b", "offer", "r1"), statement("c", "demand", "r5"))
    assert glance_picture(glance(data), COLOURS, 720).height <= 110


def test_many_parties_have_lanes_for_those_in_focus_and_for_clusters() -> None:
    """Those compared first by themselves, all who ask the same on one lane, in no colour of a party."""
    ways = dict.fromkeys("cdefgh", "up") | {"a": "up", "b": "down"}
    said = [statement("a", "demand", "r5"), statement("b", "demand", "r0"), *(statement(one, "demand", "r3") for one in "cdefg")]
    data = quota(ladder(6), ways, *said, headline=["a", "b"])
    row = overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE)[0]
    apart = {"a", "b"}
    together = clusters(row.positions, (), apart)
    told = [glance_lines(one, data) if one.party.id in apart else () for one in row.positions]
    found = glance_of(row, told, data.statement, together)
    assert [one.name for one in found.lanes] == ["A", "B", "5 parties"]
    assert say(found.silent) == "H: nothing said"
    picture = glance_picture(found, {"a": "#111111", "b": "#222222"}, 900)
    words = [one.text for one in labels(picture)]
    assert "C, D, E and 2 more ask Rung 3" in words
    assert "5 parties" in words
