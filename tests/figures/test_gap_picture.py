"""The gap as a picture: it shows what the figure on the screen shows, in layers that can be revealed, and nothing on it meets or is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.analysis.overview import overview
from parley.analysis.voices import voices_of
from parley.dataset import Dataset, load
from parley.dates import PartialDate
from parley.figures.alternatives import gap_alt
from parley.figures.drawing import literal, two_lines
from parley.figures.gap_figure import gap_figure
from parley.figures.gap_geometry import GapDrawing, gap_drawing
from parley.figures.gap_picture import gap_picture
from parley.figures.palette import LIGHT_INK, NEUTRAL, PARTY_COLOURS, party_colours
from parley.figures.picture import Box, Dot, Item, Label, Line, Outline, Picture
from parley.telling.said import Verbatim
from tests.briefings import ARABIC, CHINESE, ROOT, many_tongues
from tests.figures.picturing import labels, meeting, outside
from tests.generating import Talks, gap_in, talks
from tests.making import gap, ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
COLOURS = dict(zip("abcd", PARTY_COLOURS, strict=False))
NOTE, STATUS = "As of some day · All evidence · 3 statements", "Blocked."
DAYS = [date(2018, 4, 30), date(2018, 6, 2), date(2019, 1, 23)]
FILLS = {"circle": "solid", "circle-open": "hollow", "circle-open-dot": "hint"}
SEEN = Mapping[str, Any]


@cache
def shipped() -> Dataset:
    return load(ROOT / "positions" / "us-china-trade")


@cache
def invented() -> Dataset:
    return load(Path(__file__).parents[1] / "data" / "fjords")


def drawings(data: Dataset, as_of: date, cut: EvidenceCut = ALL_EVIDENCE) -> Iterator[tuple[str, GapDrawing]]:
    """Yield the drawing of every issue on which a position is held, all parties shown."""
    for row in overview(data, data.negotiation.parties, as_of, cut):
        if any(one.is_evidenced for one in row.positions):
            yield row.issue.id, gap_drawing(row.gap, row.positions, data.statement_by_id, voices_of(data, row.positions))


def drawing(data: Dataset) -> GapDrawing:
    found = gap(data)
    return gap_drawing(found, (found.a, found.b), data.statement_by_id, voices_of(data, (found.a, found.b)))


def drawn(data: Dataset, width: float = 1120, cut: str = "") -> Picture:
    return gap_picture(drawing(data), COLOURS, NOTE, STATUS, cut, width)


def layer(picture: Picture, key: str) -> tuple[Item, ...]:
    return next((one.items for one in picture.layers if one.id == key), ())


def sorted_rounded(values: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return rows of places and words in one order, places rounded so that only a real difference counts; none is as little as -0."""
    return sorted((tuple(round(one, 4) + 0.0 if isinstance(one, float) else one for one in row) for row in values), key=repr)


class Screen:
    """What the plotly figure of a drawing shows, by kind of mark: colours, places on the scale, words."""

    def __init__(self, drawing: GapDrawing, colours: Mapping[str, str]) -> None:
        self.found: SEEN = gap_figure(drawing, colours, NOTE, LIGHT_INK)
        data, self.shapes = self.found["data"], self.found["layout"]["shapes"]
        self.scatters = [one for one in data if one["type"] == "scatter" and one["x"] != [None]]
        self.bars = [one for one in data if one["type"] == "bar"]

    def marks(self) -> list[tuple[Any, ...]]:
        held = [one for one in self.scatters if "text" not in one]
        return [(one["marker"]["color"], FILLS[one["marker"]["symbol"]], float(x)) for one in held for x in one["x"]]

    def ranges(self) -> list[tuple[Any, ...]]:
        held = [one for one in self.scatters if len(one["x"]) > 1]
        return [(one["line"]["color"], float(one["line"]["width"]), *map(float, one["x"])) for one in held]

    def voices(self) -> list[tuple[Any, ...]]:
        held = [one for one in self.scatters if "text" in one and one["marker"]["color"].startswith("#")]
        return [(one["marker"]["color"], FILLS[one["marker"]["symbol"]], float(x)) for one in held for x in one["x"]]

    def letters(self) -> list[tuple[Any, ...]]:
        return [(letter,) for one in self.scatters if "text" in one for letter in one["text"] if letter]

    def barriers(self) -> list[tuple[Any, ...]]:
        held = [one for one in self.shapes if one["type"] == "path" and "M0,-26" in one["path"]]
        return [(one["line"]["color"], float(one["xanchor"])) for one in held]

    def brackets(self) -> list[tuple[Any, ...]]:
        held = [one for one in self.shapes if one["type"] == "path" and "xanchor" not in one]
        places = [(one["line"]["color"], re.findall(r"[ML]([^,]+),", one["path"])) for one in held]
        return list(dict.fromkeys((colour, float(x[0]), float(x[-1])) for colour, x in places))

    def fading(self) -> list[tuple[Any, ...]]:
        return [(float(one["base"][0]), float(one["base"][0] + one["x"][0])) for one in self.bars if one["width"] == [0.5]]

    def measure(self) -> list[tuple[Any, ...]]:
        neutral = [one for one in self.shapes if one["type"] == "line" and one["line"]["color"] == NEUTRAL]
        return [(float(one["line"]["width"]), float(one["x0"]), float(one["x1"])) for one in neutral]

    def zone(self) -> list[tuple[Any, ...]]:
        return [
            ("pattern" in one["marker"], float(one["base"][0]), float(one["base"][0] + one["x"][0])) for one in self.bars if one["width"] != [0.5]
        ]

    def words(self) -> set[str]:
        return {re.sub("</?b>", "", one["text"]) for one in self.found["layout"]["annotations"]}


class Sheet:
    """What the picture of a drawing shows, mapped back onto the scale by the words beneath its ticks."""

    def __init__(self, drawing: GapDrawing, colours: Mapping[str, str], width: float) -> None:
        self.picture = gap_picture(drawing, colours, NOTE, STATUS, "", width)
        self.colours = set(colours.values())
        uprights = sorted({one.x1 for one in layer(self.picture, "base") if isinstance(one, Line) and one.x1 == one.x2 and one.opacity < 0.3})
        if drawing.axis.is_ladder:
            values = [float(number) for number in range(len(drawing.axis.names))]
        else:
            under = {one.x: one.text for one in labels(self.picture) if one.size == 13.5 and not one.is_bold}
            values = [float(under[x]) for x in uprights]
        assert len(uprights) == len(values) > 1
        self.zero = uprights[0]
        self.pixel = (values[-1] - values[0]) / (uprights[-1] - uprights[0])
        self.first = values[0]
        self.party = [item for one in self.picture.layers if one.id.startswith("party:") for item in one.items]

    def value(self, x: float) -> float:
        return self.first + (x - self.zero) * self.pixel

    def _dots(self, *, of_voices: bool) -> list[tuple[Any, ...]]:
        held = [one for one in self.party if isinstance(one, Dot) and (one.stroke == 2) == of_voices]
        return [(one.colour, one.fill, self.value(one.x)) for one in held]

    def marks(self) -> list[tuple[Any, ...]]:
        return self._dots(of_voices=False)

    def ranges(self) -> list[tuple[Any, ...]]:
        held = [one for one in self.party if isinstance(one, Line) and one.dash == (2.0, 5.0)]
        return [(one.colour, float(one.width), self.value(one.x1), self.value(one.x2)) for one in held]

    def voices(self) -> list[tuple[Any, ...]]:
        return self._dots(of_voices=True)

    def letters(self) -> list[tuple[Any, ...]]:
        return [(one.text,) for one in self.party if isinstance(one, Label) and one.size == 14]

    def barriers(self) -> list[tuple[Any, ...]]:
        held = [one for one in layer(self.picture, "limits") if isinstance(one, Line)]
        return [(one.colour, self.value(one.x1)) for one in held]

    def brackets(self) -> list[tuple[Any, ...]]:
        held = [one for one in layer(self.picture, "limits") if isinstance(one, Outline) and one.dash]
        return [(one.colour, self.value(one.points[0][0]), self.value(other.points[-1][0])) for one, other in zip(held[::2], held[1::2], strict=True)]

    def fading(self) -> list[tuple[Any, ...]]:
        held = [one for one in layer(self.picture, "limits") if isinstance(one, Box)]
        return [(self.value(one.x), self.value(one.x + one.width)) for one in held]

    def measure(self) -> list[tuple[Any, ...]]:
        held = [one for one in layer(self.picture, "gap") if isinstance(one, Line) and one.y1 == one.y2]
        return [(float(one.width), self.value(one.x1), self.value(one.x2)) for one in held]

    def zone(self) -> list[tuple[Any, ...]]:
        held = [one for one in layer(self.picture, "gap") if isinstance(one, Box)]
        return [(one.is_hatched, self.value(one.x), self.value(one.x + one.width)) for one in held]


def agree(one: GapDrawing, colours: Mapping[str, str], width: float = 1120) -> Sheet:
    """Fail where the figure and the picture of a drawing show a mark in different places, looks or numbers; return the picture's side."""
    screen, sheet = Screen(one, colours), Sheet(one, colours, width)
    for kind in ("marks", "ranges", "voices", "letters", "barriers", "brackets", "fading", "measure"):
        assert sorted_rounded(getattr(sheet, kind)()) == sorted_rounded(getattr(screen, kind)()), kind
    wide = float(one.right - one.left)
    for held, shown in zip(sorted(sheet.zone()), sorted(screen.zone()), strict=True):
        # A zone of one figure has some width on either, or it could not be seen.
        assert held == (shown[0], pytest.approx(shown[1], abs=wide / 150), pytest.approx(shown[2], abs=wide / 150))
    return sheet


@pytest.mark.parametrize("cut", CUTS, ids=lambda one: one.id)
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_picture_and_screen_show_the_same(as_of: date, cut: EvidenceCut) -> None:
    """On every issue of the shipped data each mark, limit, distance and zone lies at the same values in both, and the words are the same."""
    colours = party_colours(shipped().negotiation)
    for issue, one in drawings(shipped(), as_of, cut):
        screen, sheet = Screen(one, colours), agree(one, colours)
        text = {label.text for label in labels(sheet.picture)}
        assert screen.words() <= {literal(label) for label in text}, issue
        assert {row.name for row in one.rows} <= text, issue
        lines = " ".join(label.text for label in labels(sheet.picture))
        assert all(row.dated in lines for row in one.rows), issue
        assert all(name in lines for name in one.axis.names), issue
        assert [two_lines(name) for name in one.axis.names] == list(screen.found["layout"]["xaxis"].get("ticktext", [])), issue
        assert sheet.picture.alt == gap_alt(one, STATUS), issue


@given(talks())
def test_they_show_the_same_whatever_is_said(made: Talks) -> None:
    """Of made-up talks too: targets, unknown ends, several parties; nothing leaves the sheet, at any width."""
    data = made.dataset()
    positions = made.positions()
    found = gap_drawing(gap_in(data, made), positions, data.statement_by_id, voices_of(data, positions))
    if found.rows:
        for width in (1120, 640):
            assert outside(agree(found, COLOURS, width).picture) == []


@pytest.mark.parametrize("width", [1120, 860, 640])
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_nothing_is_cut_and_no_words_meet(as_of: date, width: float) -> None:
    """On every issue shipped, at the width of a slide, a page and a phone, with the evidence cut above."""
    colours = party_colours(shipped().negotiation)
    for issue, one in drawings(shipped(), as_of):
        found = gap_picture(one, colours, NOTE, STATUS, "Evidence: officials, named or not", width)
        assert outside(found) == [], issue
        assert meeting(found) == [], issue


@pytest.mark.parametrize("width", [1120, 640])
def test_long_names_in_any_script_fit(width: float) -> None:
    """Names of parties and rungs, units and notes in Chinese, Arabic and long German words stay on the sheet and apart."""
    briefing = many_tongues()
    data, colours = briefing.dataset, party_colours(briefing.dataset.negotiation)
    names = ["Vereinigte Küstenfischereigenossenschaften", CHINESE * 3, f"{ARABIC} {ARABIC}", "Land"]
    for issue, one in drawings(data, briefing.as_of):
        rows = tuple(replace(row, name=name, newest=PartialDate.parse("2024-03-17/2025-09-17")) for row, name in zip(one.rows, names, strict=False))
        axis = replace(one.axis, names=tuple(names[: len(one.axis.names)]), unit=CHINESE if one.axis.unit else "")
        measure = replace(one.measure, told=Verbatim(f"{names[0]} – {names[2]}: {CHINESE}, 17 points")) if one.measure else None
        found = gap_picture(replace(one, rows=rows, axis=axis, measure=measure), colours, CHINESE * 12, STATUS, "", width)
        assert outside(found) == [], issue
        assert meeting(found) == [], issue


def test_layers_hold_what_they_say() -> None:
    """The scale and names come first, then what marks mean and the note, then each party's marks with its speakers, then all limits, then what lies between."""
    found = drawn(
        quota(percent(), UP_DOWN, statement("a", "demand", (25, 30)), statement("a", "offer", 20), statement("b", "offer", 10),
              statement("b", "red_line", 15), statement("b", "offer", 12, speaker="envoy"))
    )  # fmt: skip
    assert [one.id for one in found.layers] == ["base", "key", "party:a", "party:b", "limits", "gap"]
    base = [one.text for one in layer(found, "base") if isinstance(one, Label)]
    assert base[:6] == ["0", "10", "20", "30", "40", "50"]
    key = [one.text for one in layer(found, "key") if isinstance(one, Label)]
    assert {"%", "A", "B", "1 Mar 2025"} <= set(base)
    assert {NOTE, "demand", "best offer", "stated limit, teeth on what is refused", "limit not stated"} <= set(key)
    assert not any(isinstance(one, Dot) for one in layer(found, "base"))
    assert not any(isinstance(one, Dot) and one.colour != NEUTRAL for one in layer(found, "key"))
    assert [(one.colour, one.fill) for one in layer(found, "party:a") if isinstance(one, Dot)] == [
        (COLOURS["a"], "solid"), (COLOURS["a"], "solid"), (COLOURS["a"], "hollow"),
    ]  # fmt: skip
    assert {one.colour for one in layer(found, "limits")} == {COLOURS["a"], COLOURS["b"]}
    assert [one.text for one in layer(found, "limits") if isinstance(one, Label)] == ["?"]
    assert [one.text for one in layer(found, "gap") if isinstance(one, Label)] == ["A – B: 13 to 18 points apart", "possible zone"]


def test_a_demand_and_an_offer_in_one_place_are_both_seen() -> None:
    """One stands above the line and one beneath, at the same value, and they do not cover each other; apart they stand on the line."""
    same = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r3"), statement("a", "offer", "r3")))
    demand, offer = (one for one in layer(same, "party:a") if isinstance(one, Dot))
    assert (demand.fill, offer.fill, demand.x) == ("solid", "hollow", offer.x)
    assert offer.y - demand.y == 19 >= demand.radius + offer.radius
    apart = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r4"), statement("a", "offer", "r3")))
    assert len({one.y for one in layer(apart, "party:a") if isinstance(one, Dot)}) == 1


def test_two_ends_close_to_each_other_stay_two() -> None:
    """Marks of a place told as a range shrink rather than cover each other."""
    found = drawn(quota(percent(), UP_DOWN, statement("a", "demand", (25, 26))))
    low, high = (one for one in layer(found, "party:a") if isinstance(one, Dot))
    assert low.x + low.radius < high.x - high.radius


def test_teeth_point_at_what_is_refused() -> None:
    """Who wants more refuses what lies lower: to the left; who wants less, what lies higher."""
    found = drawn(quota(percent(), UP_DOWN, statement("a", "red_line", 17), statement("b", "red_line", 15)))
    left, right = (one for one in layer(found, "limits") if isinstance(one, Line))
    teeth = [one for one in layer(found, "limits") if isinstance(one, Outline)]
    assert {one.points[1][0] - one.points[0][0] for one in teeth if one.colour == COLOURS["a"]} == {-8}
    assert {one.points[1][0] - one.points[0][0] for one in teeth if one.colour == COLOURS["b"]} == {8}
    assert {one.points[0][0] for one in teeth} == {left.x1, right.x1}


def test_who_says_what_is_told_beneath() -> None:
    """Each letter above a row is explained in the words of the geometry, in the party's layer, above the source note."""
    found = drawn(
        quota(ladder(8), UP_DOWN, statement("a", "demand", "r5", said="2025-03-08"), statement("a", "demand", "r3", speaker="envoy"),
              statement("b", "demand", "r1"))
    )  # fmt: skip
    told = [(one.text, one.y) for one in layer(found, "party:a") if isinstance(one, Label) and one.size == 12.5]
    assert [text for text, _ in told] == ["A, demand: “Rung 3” (b envoy, 1 Mar 2025).", "A, demand: “Rung 5” (a minister, 8 Mar 2025)."]
    assert all(y < one.y for _, y in told for one in labels(found) if one.text == NOTE)


def test_the_evidence_cut_stands_above_everything_in_bold() -> None:
    """It heads the sheet, which grows by it; under the default nothing stands there."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"))
    bare, cut = drawn(data), drawn(data, cut="Evidence: on record only")
    first = min(labels(cut), key=lambda one: one.y)
    assert (first.text, first.is_bold) == ("Evidence: on record only", True)
    assert cut.height - bare.height == 26
    assert cut.alt.startswith("Evidence: on record only. Positions on a ladder")


def test_a_limit_under_a_condition_only_is_told_as_such() -> None:
    """In the same words as on the screen."""
    limit = statement("b", "red_line", "r3", condition={"type": "if", "says": "the herring return"})
    found = [one.text for one in labels(drawn(quota(ladder(6), UP_DOWN, statement("b", "offer", "r1"), limit))) if one.size == 14]
    assert found == ["best offer", "no limit without a condition"]


def test_the_legend_wraps_and_holds_only_what_is_drawn() -> None:
    """On a wide sheet it is one line; on a narrow one it goes on beneath, and a sheet without offers explains none."""
    said = [statement("a", "demand", "r5"), statement("a", "red_line", "r3"), statement("b", "offer", "r1")]
    pictures = [drawn(quota(ladder(6), UP_DOWN, *said), width) for width in (1120, 640)]
    found = [[one for one in layer(each, "key") if isinstance(one, Label) and one.size == 14] for each in pictures]
    assert [one.text for one in found[0]] == ["demand", "best offer", "stated limit, teeth on what is refused", "limit not stated"]
    assert [[one.text for one in each] for each in found] == [[one.text for one in found[0]]] * 2
    assert [len({one.y for one in each}) for each in found] == [1, 2]
    alone = drawn(quota(ladder(6), UP_DOWN, *said[:2]))
    assert [one.text for one in labels(alone) if one.size == 14] == ["demand", "stated limit, teeth on what is refused"]


def test_it_is_the_same_each_time() -> None:
    """Shape for shape."""
    data = quota(percent(), UP_DOWN, statement("a", "demand", (25, 30)), statement("b", "red_line", (10, 15)))
    assert drawn(data) == drawn(data)
    assert drawn(data) != drawn(data, width=640)


def test_every_issue_of_the_invented_talks_is_drawn() -> None:
    """Quantities, targets and ladders: nothing leaves the sheet and no words meet."""
    names = []
    for issue, one in drawings(invented(), date(2025, 4, 30)):
        found = agree(one, party_colours(invented().negotiation), 640).picture
        assert (outside(found), meeting(found)) == ([], []), issue
        names.append(issue)
    assert len(names) == 3
