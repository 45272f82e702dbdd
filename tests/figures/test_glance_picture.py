"""An issue at a glance: every line of every party has its mark and its words, nothing meets or is cut, and the distance lies where it is."""

from __future__ import annotations

from typing import Any

import pytest

from parley.analysis.clusters import clusters
from parley.analysis.evidence import ALL_EVIDENCE, CUTS
from parley.analysis.overview import overview
from parley.dataset import Dataset
from parley.figures.glance_geometry import Glance, glance_of
from parley.figures.glance_key import glance_key
from parley.figures.glance_picture import glance_picture
from parley.figures.palette import party_colours
from parley.figures.picture import Box, Dot, Label, Line, Outline, Picture
from parley.telling.glance import glance_lines
from parley.words import say
from tests.figures.glancing import COLOURS, DAYS, GLANCE_WIDTHS, UP_DOWN, glances, shipped, signs_with, texts
from tests.figures.picturing import corners, labels, meeting, outside
from tests.making import TODAY, Words, ladder, percent, quota, statement


def glance(data: Dataset) -> Glance:
    return glances(data, TODAY)[0]


def drawn(*statements: Words, scale: Words | None = None, width: float = 720, **more: object) -> Picture:
    return glance_picture(glance(quota(scale or ladder(8), UP_DOWN, *statements, **more)), COLOURS, width)  # type: ignore[arg-type]


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
    """What it surely refuses is told beside it, and that it perhaps refuses more; how much more where it has room, else under the pointer."""
    picture = drawn(statement("b", "red_line", ("r3", "r5")))
    (mark, label) = picture.signs
    boxes = [item.opacity for item in mark.items if isinstance(item, Box)]
    assert boxes == sorted(boxes) and len(boxes) > 3
    assert [one.whole for one in label.items if isinstance(one, Label)] == ["limit: at most Rung 5, perhaps less · Mar 2025"]
    assert label.words == "B: limit: at most Rung 5, perhaps only Rung 3 (1 Mar 2025)"

    (_, wider) = drawn(statement("b", "red_line", ("r3", "r5")), width=1600).signs
    assert [one.whole for one in wider.items if isinstance(one, Label)] == ["limit: at most Rung 5, perhaps only Rung 3 · Mar 2025"]
    (_, upwards) = drawn(statement("a", "red_line", ("r2", "r5"))).signs
    assert [one.whole for one in upwards.items if isinstance(one, Label)] == ["limit: at least Rung 2, perhaps more · Mar 2025"]


def barrier_at(*statements: Words) -> tuple[float, float]:
    """Where the barrier of B stands across the sheet, and where the step at which A asks something does."""
    picture = drawn(statement("a", "demand", "r3"), *statements)
    (asked,) = (item.x for one in signs_with(picture, ("s0",)) for item in one.items if isinstance(item, Dot))
    walls = (item for one in picture.signs if "limit" in one.words for item in one.items if isinstance(item, Line) and item.x1 == item.x2)
    return next(walls).x1, asked


def test_a_barrier_stands_on_its_step_and_beside_a_mark_that_stands_there() -> None:
    """The step itself is not refused. A mark at the same place would hide it: it keeps clear by the mark's half and a hair, towards its teeth."""
    wall, step = barrier_at(statement("b", "red_line", "r3"))
    assert wall == step
    wall, step = barrier_at(statement("b", "red_line", ("r1", "r3")))
    assert wall == step
    wall, step = barrier_at(statement("b", "red_line", "r3"), statement("b", "demand", "r3"))
    assert wall - step == pytest.approx(14 * 0.45 + 2.5)


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


def test_the_words_of_a_distance_do_not_hide_what_is_certain() -> None:
    """They stand in a possible part where they would hide most of the certain one, and beside all of it where neither holds them."""
    for width in (900, 720, 600, 300):
        picture = drawn(statement("a", "demand", ("r4", "r7")), statement("b", "offer", ("r0", "r3")), width=width)
        bracket = picture.signs[-1]
        (label,) = [item for item in bracket.items if isinstance(item, Label)]
        solid = [item for item in bracket.items if isinstance(item, Line) and item.y1 == item.y2 and not item.dash]
        (certain,) = [(one.x1, one.x2) for one in solid]
        left, _, right, _ = corners(label)
        assert certain[1] - certain[0] > 30 and (right < certain[0] or certain[1] < left)


def test_a_distance_without_room_for_its_words_has_them_beside_it() -> None:
    """A single step on a long ladder."""
    picture = drawn(statement("a", "demand", "r7"), statement("b", "offer", "r6"), width=300)
    bracket = picture.signs[-1]
    (label,) = [item for item in bracket.items if isinstance(item, Label)]
    low = min(item.x1 for item in bracket.items if isinstance(item, Line))
    assert label.text == "1 step"
    assert corners(label)[2] < low


def test_what_has_no_place_keeps_its_lane_in_italics() -> None:
    """A demand whose extent is not stated, a threat, and an offer that stands only under a condition."""
    herring = {"type": "only_if", "says": "the herring return"}
    picture = drawn(
        statement("a", "demand", {"unknown": "No size."}), statement("b", "threat", "r4"),
        statement("c", "offer", "r2", condition=herring), parties_as={"c": {}},
    )  # fmt: skip
    italics = [one.whole for one in labels(picture) if one.is_italic]
    assert italics == [
        "asks, extent not stated · Mar 2025",
        "threat: Rung 4 · Mar 2025",
        "offers Rung 2, only if the herring return · Mar 2025",
    ]
    assert [one.text for one in labels(picture) if one.is_bold] == ["A", "B", "C"]


def test_a_principal_that_spoke_and_placed_nothing_keeps_its_lane() -> None:
    """Others who placed nothing stand in the short line, and so does a principal that said nothing, or is left out by the evidence shown."""
    finding = {"not_placeable": "A finding."}
    said = [statement("b", "rationale", finding), statement("b", "rationale", finding), statement("c", "rationale", finding)]
    found = glance(quota(ladder(8), {**UP_DOWN, "c": "up", "d": "up"}, statement("a", "demand", "r7"), *said, parties_as={"c": {"role": "advocate"}}))
    assert [one.name for one in found.lanes] == ["A", "B"]
    assert "no ask stated in 2 statements · Mar 2025" in texts(glance_picture(found, COLOURS, 720))
    assert say(found.silent) == "C: no ask stated; D: nothing said"


def test_who_else_placed_nothing_has_a_lane_only_where_nobody_placed_anything() -> None:
    """Else it is told in one short line, apart from who is left out by the evidence shown; the line rests on what they said."""
    finding = {"not_placeable": "A finding."}
    nothing = [statement("b", "rationale", finding), statement("b", "rationale", finding), statement("c", "rationale", finding)]
    ways = {**UP_DOWN, "c": "up", "d": "up"}
    more: dict[str, Any] = {"headline": ["a", "b"], "parties_as": {one: {"role": "advocate"} for one in ways}}
    beside = glance(quota(ladder(8), ways, statement("a", "demand", "r7"), *nothing, **more))
    assert [one.name for one in beside.lanes] == ["A"]
    assert say(beside.silent) == "B, C: no ask stated; D: nothing said"
    assert beside.silent and beside.silent.ids == ("s1", "s2", "s3")
    alone = glance(quota(ladder(8), ways, *nothing, **more))
    assert [one.name for one in alone.lanes] == ["B"]
    assert [one.whole for one in labels(glance_picture(alone, COLOURS, 720)) if one.is_italic] == ["no ask stated in 2 statements · Mar 2025"]
    assert say(alone.silent) == "C: no ask stated; A, D: nothing said"
    hidden = quota(ladder(8), ways, statement("a", "demand", "r7"), statement("b", "demand", "r1", attribution="anonymous_source"), **more)
    (on_record,) = glances(hidden, TODAY, CUTS[-1])
    assert say(on_record.silent) == "B: left out; C, D: nothing said"


def test_a_place_that_is_not_exact_is_told_in_short_where_its_ends_are_named_above() -> None:
    """If all of it has no room beside or within its mark; under the pointer all is told."""
    names = [f"A long name, number {number}" for number in range(4)]
    scale = {"ladder": [{**rung, "name": name} for rung, name in zip(ladder(4)["ladder"], names, strict=True)]}
    said = statement("a", "demand", ("r1", "r2"))
    full = f"asks between {names[1]} and {names[2]}"
    assert f"{full} · Mar 2025" in texts(drawn(said, scale=scale, width=1800))
    short = drawn(said, scale=scale, width=1160)
    assert "asks somewhere between · Mar 2025" in texts(short)
    assert {names[1], names[2]} <= set(texts(short))
    assert {one.words for one in short.signs} == {f"A: {full} (1 Mar 2025)"}
    narrow = drawn(said, scale=scale, width=260)
    assert "asks somewhere between · Mar 2025" not in texts(narrow)
    assert not {names[1], names[2]} <= set(texts(narrow))
    both = drawn(said, statement("a", "measure", ("r1", "r2"), stage="in_force"), scale=scale, width=1160)
    assert "ask and measure: somewhere between · Mar 2025" in texts(both)


def test_a_date_is_paler_once_it_is_older_than_evidence_stays_fresh() -> None:
    """Beside the mark, and also where nothing is placed."""
    said = statement("a", "demand", "r7"), statement("b", "rationale", {"not_placeable": "A finding."})
    data = [quota(ladder(8), UP_DOWN, one, freshness_days=7) for one in said]
    asides = {one.text: one.aside for each in data for one in labels(glance_picture(glance(each), COLOURS, 720)) if one.aside}
    assert asides == {"asks Rung 7": "· Mar 2025", "no ask stated in 1 statement": "· Mar 2025"}


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


@pytest.mark.parametrize("width", GLANCE_WIDTHS)
def test_what_the_marks_mean_has_room(width: int) -> None:
    """On as many lines as it takes."""
    picture = glance_key(width, [180, 180])
    assert outside(picture) == [] and meeting(picture) == []
    assert labels(picture)[-1].aside == "grey date: older than 180 days"
    assert labels(glance_key(width, [180, 30]))[-1].aside == "grey date: older than 30 to 180 days"


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


def test_a_row_of_two_dozen_parties_is_hardly_higher_than_one_of_a_few() -> None:
    """At seven places, some not exact: two in focus, one lane for who asks, one for who offers, and one for the others, none on two lines."""
    names = [f"q{number}" for number in range(24)]
    said = [statement(one, "demand", f"r{number % 5}") for number, one in enumerate(names[:15])]
    said += [statement(names[15], "demand", ("r1", "r3")), *(statement(one, "offer", f"r{number}") for number, one in enumerate(names[16:20]))]
    said += [statement(names[20], "red_line", "r2"), *(statement(one, "threat", "r2") for one in names[21:])]
    data = quota(ladder(6), dict.fromkeys(names, "up"), *said, headline=names[:2])
    row = overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE)[0]
    told = [glance_lines(one, data) if one.party.id in names[:2] else () for one in row.positions]
    found = glance_of(row, told, data.statement, clusters(row.positions, (), set(names[:2])))
    assert [one.name for one in found.lanes] == ["Q0", "Q1", "14 ask", "4 offer", "4 parties"]
    assert glance_picture(found, {}, 720).height <= 150
