"""The timeline as a picture: it shows what the figure on the screen shows, each kind of mark is seen, and nothing on it meets or is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.analysis.leading import towards_of
from parley.analysis.overview import overview
from parley.analysis.timeline import spans_of, timeline
from parley.dataset import Dataset, load
from parley.figures.palette import LIGHT_INK, NEUTRAL, PARTY_COLOURS, party_colours
from parley.figures.picture import Box, Dot, Item, Label, Line, Outline, Picture
from parley.figures.timeline_figure import SYMBOLS, timeline_figure
from parley.figures.timeline_geometry import EndLabel, TimelineDrawing, timeline_drawing
from parley.figures.timeline_picture import timeline_picture
from parley.telling.said import Verbatim
from tests.briefings import ARABIC, CHINESE, GERMAN, ROOT, many_tongues
from tests.figures.picturing import corners, labels, meeting, outside
from tests.generating import Talks, day, talks
from tests.making import ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
COLOURS = dict(zip("abcd", PARTY_COLOURS, strict=False))
LAST = date(2025, 3, 31)
DAYS = [date(2018, 4, 30), date(2018, 6, 2), date(2019, 1, 23)]
NOTE = "As of today"
Rows = list[tuple[Any, ...]]


@cache
def shipped() -> Dataset:
    return load(ROOT / "positions" / "us-china-trade")


def drawings(data: Dataset, as_of: date, cut: EvidenceCut = ALL_EVIDENCE, start: date | None = None) -> Iterator[tuple[str, TimelineDrawing]]:
    """Yield the drawing of every issue on which anybody has spoken, all parties shown."""
    for row in overview(data, data.negotiation.parties, as_of, cut):
        pair = (row.gap.a.party.id, row.gap.b.party.id) if row.gap else None
        found = timeline(data, row, as_of, cut, towards_of(data, row.issue, pair))
        if found is not None:
            yield row.issue.id, timeline_drawing(found, spans_of(found, cut), start)


def drawn(data: Dataset, width: float = 1120, cut: str = "", start: date | None = None) -> Picture:
    ((_, found),) = drawings(data, LAST, start=start)
    return timeline_picture(found, COLOURS, NOTE, "Quota over time.", cut, width)


def with_events(data: Dataset, *events: Mapping[str, Any]) -> Dataset:
    header = data.negotiation.model_dump(by_alias=True, exclude_defaults=True)
    told = [{"id": f"e{number}", "source": "gazette", **one} for number, one in enumerate(events)]
    return Dataset(data.negotiation.model_validate({**header, "events": told}), data.statements, data.sources, "test", {})


def layer(picture: Picture, key: str) -> tuple[Item, ...]:
    return next((one.items for one in picture.layers if one.id == key), ())


def rows(values: Rows) -> Rows:
    """Return rows in one order, each once, places rounded to what an eye can tell."""
    return sorted({tuple(round(one, 3) + 0.0 if isinstance(one, float) else one for one in row) for row in values}, key=repr)


class Screen:
    """What the plotly figure of a drawing shows, by kind of mark: colours, days, values."""

    def __init__(self, drawing: TimelineDrawing, colours: Mapping[str, str]) -> None:
        self.found = timeline_figure(drawing, colours, NOTE, LIGHT_INK)
        self.traces = [one for one in self.found["data"] if list(one["x"]) != [None]]

    def lines(self) -> Rows:
        held = [one for one in self.traces if one["mode"] == "lines" and "hovertemplate" in one and "yaxis" not in one]
        return [(one["line"]["color"], one["line"]["width"], "px" in one["line"]["dash"], *one["x"], float(one["y"][0])) for one in held]

    def _aside(self) -> list[dict[str, Any]]:
        return [one for one in self.traces if one["mode"] == "lines" and "hovertemplate" not in one and "yaxis" not in one]

    def bands(self) -> Rows:
        return [(one["x"][0], one["x"][1], float(one["y"][0]), float(one["y"][2])) for one in self._aside() if "fill" in one]

    def steps(self) -> Rows:
        held = [one for one in self._aside() if "fill" not in one and "dash" not in one["line"]]
        return [(one["x"][0], float(one["y"][0]), float(one["y"][1])) for one in held]

    def since(self) -> Rows:
        return [(*one["x"], float(one["y"][0])) for one in self._aside() if "dash" in one["line"]]

    def marks(self) -> Rows:
        held = [one for one in self.traces if one["mode"] == "markers" and "hovertemplate" in one]
        return [(one["marker"]["color"], one["marker"]["symbol"], x, float(y)) for one in held for x, y in zip(one["x"], one["y"], strict=True)]

    def gaps(self) -> Rows:
        held = [one for one in self.traces if one.get("yaxis") == "y2" and one["line"]["width"]]
        return [(*one["x"], float(one["y"][0])) for one in held]

    def uprights(self) -> Rows:
        return [(one["x0"],) for one in self.found["layout"]["shapes"] if one["type"] == "line" and one["yref"] == "paper"]

    def said(self) -> Rows:
        return [(one["line"]["color"], one["x0"]) for one in self.found["layout"]["shapes"] if one["type"] == "line" and one["yref"] == "y"]

    def words(self) -> list[str]:
        return [re.sub("</?[bi]>", "", one["text"]).replace("&amp;", "&") for one in self.found["layout"]["annotations"]]


WIDTHS = {4: 4.0, 1.3: 2.0, 1.6: 1.5}  # of the picture's lines for demand, offer and limit, and of the screen's


class Sheet:
    """What the picture of a drawing shows, mapped back to days and values by the words beside its scales."""

    def __init__(self, drawing: TimelineDrawing, colours: Mapping[str, str]) -> None:
        self.picture = timeline_picture(drawing, colours, NOTE, "Alt.", "", 1120)
        base, gap = layer(self.picture, "base"), layer(self.picture, "gap")
        self.days = [(one.x, datetime.strptime(one.text, "%d %b %Y").date()) for one in base if isinstance(one, Label) and _is_day(one)]
        self.scale = self._scale([one for one in base if isinstance(one, Line) and one.opacity == 0.28], drawing)
        self.strip = [one for one in gap if isinstance(one, Line) and one.opacity == 0.2]
        self.strip_top = float(drawing.axis.top - drawing.axis.bottom)
        self.drawing = drawing
        self.own = [item for one in self.picture.layers if one.id.startswith("party:") for item in one.items]
        self.limits = layer(self.picture, "limits")

    def _scale(self, grid: list[Line], drawing: TimelineDrawing) -> tuple[float, float, float]:
        heights = sorted({one.y1 for one in grid}, reverse=True)
        if drawing.axis.is_ladder:
            return heights[0], 0.0, 1 / (heights[0] - heights[1])
        told = {round(one.y - 0.35 * 12.5, 3): float(one.text) for one in labels(self.picture) if one.anchor == "end" and _is_number(one.text)}
        low, high = told[round(heights[0], 3)], told[round(heights[-1], 3)]
        return heights[0], low, (high - low) / (heights[0] - heights[-1])

    def value(self, y: float) -> float:
        bottom, low, pixel = self.scale
        return low + (bottom - y) * pixel

    def day(self, x: float) -> str:
        (x1, first), (x2, last) = self.days[0], self.days[-1]
        return (first + timedelta(round((x - x1) / (x2 - x1) * (last - first).days))).isoformat()

    def lines(self) -> Rows:
        held = [one for one in (*self.own, *self.limits) if isinstance(one, Line) and one.y1 == one.y2 and one.dash != (1.0, 5.0)]
        # An offer's line is two, to either side of its place; of these the upper one is taken.
        sides = {id(one): 3.4 if one.width == 1.3 else 0.0 for one in held}
        held = [one for number, one in enumerate(held) if one.width != 1.3 or sum(each.width == 1.3 for each in held[:number]) % 2 == 0]
        return [
            (one.colour, WIDTHS[one.width], one.dash is not None, self.day(one.x1), self.day(one.x2), self.value(one.y1 + sides[id(one)]))
            for one in held
        ]

    def bands(self) -> Rows:
        held = [one for one in (*self.own, *self.limits) if isinstance(one, Box)]
        return [(self.day(one.x), self.day(one.x + one.width), self.value(one.y + one.height), self.value(one.y)) for one in held]

    def steps(self) -> Rows:
        held = [one for one in (*self.own, *self.limits) if isinstance(one, Line) and one.x1 == one.x2 and one.opacity == 0.6]
        return [(self.day(one.x1), self.value(one.y2), self.value(one.y1)) for one in held]

    def since(self) -> Rows:
        held = [one for one in (*self.own, *self.limits) if isinstance(one, Line) and one.dash == (1.0, 5.0)]
        return [(self.day(one.x1), self.day(one.x2), self.value(one.y1)) for one in held]

    def marks(self) -> Rows:
        found: Rows = []
        for one in (*self.own, *self.limits):
            if isinstance(one, Dot):
                found.append((one.colour, "circle" if one.fill == "solid" else "circle-open", self.day(one.x), self.value(one.y)))
            elif isinstance(one, Line) and one.width == 2.5:
                found.append((one.colour, SYMBOLS["red_line"], self.day(one.x1), self.value((one.y1 + one.y2) / 2)))
            elif isinstance(one, Outline) and not one.is_filled:
                found.append((one.colour, SYMBOLS["threat"], self.day(one.points[0][0]), self.value(one.points[0][1] + 7)))
        return found

    def gaps(self) -> Rows:
        foot = max((one.y1 for one in self.strip), default=0.0)
        pixel = self.strip_top / 80
        lines = [one for one in layer(self.picture, "gap") if isinstance(one, Line) and one.width == 2.5]
        dots = [one for one in layer(self.picture, "gap") if isinstance(one, Dot)]
        return [
            *((self.day(one.x1), self.day(one.x2), (foot - one.y1) * pixel) for one in lines),
            *((self.day(one.x), self.day(one.x), (foot - one.y) * pixel) for one in dots),
        ]

    def uprights(self) -> Rows:
        held = [one for one in layer(self.picture, "base") if isinstance(one, Line) and one.x1 == one.x2 and (one.opacity == 0.8 or one.width == 2)]
        return [(self.day(one.x1),) for one in held if one.y2 - one.y1 > 20]

    def said(self) -> Rows:
        held = [one for one in self.own if isinstance(one, Line) and one.width == 2]
        return [(one.colour, self.day(one.x1)) for one in held]


def _is_day(one: Label) -> bool:
    return one.anchor == "middle" and re.fullmatch(r"\d+ [A-Z][a-z]{2} \d{4}", one.text) is not None


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def are_side_by_side(drawing: TimelineDrawing) -> bool:
    """Return whether marks of two parties lie on one place on one day, so that the picture moves them off their day, a little."""
    places = {(one.party_id, one.day, end + one.aside) for one in drawing.said if one.span is not None for end in (one.span.low, one.span.high)}
    return len({(day, value) for _, day, value in places}) < len(places)


def agree(drawing: TimelineDrawing, colours: Mapping[str, str]) -> Picture:
    """Fail where the figure and the picture of a drawing show something on different days or at different values; return the picture."""
    screen, sheet = Screen(drawing, colours), Sheet(drawing, colours)
    if len(sheet.days) > 1:
        for kind in ("lines", "bands", "steps", "since", "gaps", "uprights", "said"):
            assert rows(getattr(sheet, kind)()) == rows(getattr(screen, kind)()), kind
        assert rows(sheet.marks()) == rows(screen.marks()) or are_side_by_side(drawing)
        assert rows([(*look, value) for *look, _, value in sheet.marks()]) == rows([(*look, value) for *look, _, value in screen.marks()])
    text = " ".join(label.text for label in labels(sheet.picture))
    assert [one for one in screen.words() if one not in text] == []
    return sheet.picture


@pytest.mark.parametrize("cut", CUTS, ids=lambda one: one.id)
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_picture_and_screen_show_the_same(as_of: date, cut: EvidenceCut) -> None:
    """On every issue shipped each line, mark, event and distance lies on the same days and values in both, and the words are the same."""
    colours = party_colours(shipped().negotiation)
    compared = [issue for issue, one in drawings(shipped(), as_of, cut) if agree(one, colours).height > 0]
    assert len(compared) >= 4


@given(talks(directions=(("up", "down"), ("up", "down", "target"))))
def test_they_show_the_same_whatever_is_said(made: Talks) -> None:
    """Of made-up talks too, on ladders; nothing leaves the sheet."""
    data = replace(made, is_ladder=True).dataset()
    for _, one in drawings(data, day(made.as_of), made.cut):
        assert outside(agree(one, COLOURS)) == []


@pytest.mark.parametrize("width", [1120, 860, 640])
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_nothing_is_cut_and_no_words_meet(as_of: date, width: float) -> None:
    """On every issue shipped, at the width of a slide, a page and a phone, with the evidence cut above."""
    colours = party_colours(shipped().negotiation)
    for issue, one in drawings(shipped(), as_of):
        found = timeline_picture(one, colours, NOTE, "Alt.", "Evidence: officials, named or not", width)
        assert outside(found) == [], issue
        assert meeting(found) == [], issue


@pytest.mark.parametrize("start", [date(2018, 10, 25), date(2018, 5, 30)])
def test_what_lies_before_the_start_is_not_drawn(start: date) -> None:
    """Lines that began earlier begin at the edge, and nothing lies left of it."""
    colours = party_colours(shipped().negotiation)
    for issue, one in drawings(shipped(), date(2019, 1, 23), start=start):
        found = agree(one, colours)
        assert outside(found) == [], issue
        own = [item for each in found.layers if each.id != "base" and each.id != "gap" for item in each.items]
        assert all(corners(item)[0] >= 168 for item in own), issue


@pytest.mark.parametrize("width", [1120, 640])
def test_long_names_in_any_script_fit(width: float) -> None:
    """Names of parties, rungs and events, units and notes in Chinese, Arabic and long German words stay on the sheet and apart."""
    briefing = many_tongues()
    names = [CHINESE * 2, f"{ARABIC} {ARABIC}", f"{GERMAN} Küstenfischereigenossenschaften", "Land"]
    events = [{"date": f"2025-03-{number:02}", "what": CHINESE * 3, "short": f"{GERMAN} {ARABIC}"} for number in (2, 12, 20, 25)]
    data = with_events(briefing.dataset, *events)
    for issue, one in drawings(data, briefing.as_of):
        axis = replace(one.axis, names=tuple(names[: len(one.axis.names)]), unit=CHINESE if one.axis.unit else "")
        ends = tuple(
            EndLabel(label.value, (*map(Verbatim, (f"{GERMAN} {CHINESE} demand", f"{ARABIC} limit")), *label.told)) for label in one.end_labels
        )
        held = replace(one, axis=axis, end_labels=ends, pair=Verbatim(f"{CHINESE} – {ARABIC}, points apart"))
        found = timeline_picture(held, party_colours(data.negotiation), CHINESE * 12, "Alt.", "", width)
        assert outside(found) == [], issue
        assert meeting(found) == [], issue


def test_layers_hold_what_they_say() -> None:
    """The scale, events and labels come first, then what each party asks, offers and said, then all limits, then the strip of the gap."""
    said = [statement("a", "demand", "r5"), statement("a", "red_line", "r3"), statement("b", "offer", "r1", said="2025-03-05")]
    found = drawn(with_events(quota(ladder(6), UP_DOWN, *said), {"date": "2025-03-10", "what": "The round opens.", "short": "Round opens"}))
    assert [one.id for one in found.layers] == ["base", "party:a", "party:b", "limits", "gap"]
    base = {one.text for one in layer(found, "base") if isinstance(one, Label)}
    assert {"Rung 0", "Rung 5", "Round opens", "A demand", "A limit", "B offer", NOTE, "demand", "best offer", "stated limit"} <= base
    assert [one.fill for one in layer(found, "party:a") if isinstance(one, Dot)] == ["solid"]
    assert [one.fill for one in layer(found, "party:b") if isinstance(one, Dot)] == ["hollow"]
    assert {one.colour for one in layer(found, "limits")} == {COLOURS["a"]}
    assert [one.text for one in layer(found, "gap") if isinstance(one, Label)] == ["A – B, rungs apart; now 4 rungs", "0", "2", "4"]
    assert found.alt == "Quota over time."


def test_an_offer_shows_beside_a_demand_in_one_place() -> None:
    """The demand's thick line lies between the two thin ones of the offer, and its mark within the offer's ring."""
    found = layer(drawn(quota(ladder(6), {"a": "up"}, statement("a", "demand", "r3"), statement("a", "offer", "r3"))), "party:a")
    level = [one for one in found if isinstance(one, Line) and one.y1 == one.y2]
    demand, above, below = sorted(level, key=lambda one: -one.width)
    assert above.y1 + above.width / 2 < demand.y1 - demand.width / 2 < demand.y1 + demand.width / 2 < below.y1 - below.width / 2
    solid, ring = sorted((one for one in found if isinstance(one, Dot)), key=lambda one: one.radius)
    assert (solid.fill, ring.fill, solid.x, solid.y) == ("solid", "hollow", ring.x, ring.y)
    assert solid.radius < ring.radius - ring.stroke


def test_marks_of_two_parties_in_one_place_stand_side_by_side() -> None:
    """On a quantity nothing else would keep them apart; each is as far from the true day as the other."""
    found = drawn(quota(percent(), UP_DOWN, statement("a", "demand", 20), statement("b", "demand", 20)))
    one, other = (item for item in (*layer(found, "party:a"), *layer(found, "party:b")) if isinstance(item, Dot))
    tick = next(item for item in layer(found, "party:a") if isinstance(item, Line) and item.width == 2)
    assert (other.x - one.x, one.y) == (9, other.y)
    assert (one.x + other.x) / 2 == pytest.approx(tick.x1)


def test_teeth_stand_along_a_limit_on_what_is_refused() -> None:
    """Who wants more refuses what lies lower: beneath the line; who wants less, above."""
    found = drawn(quota(percent(), UP_DOWN, statement("a", "red_line", 10), statement("b", "red_line", 30)))
    teeth = [one for one in layer(found, "limits") if isinstance(one, Outline)]
    assert {one.colour: one.points[1][1] - one.points[0][1] for one in teeth} == {COLOURS["a"]: 8, COLOURS["b"]: -8}
    assert len(teeth) > 10


def test_what_is_stale_is_dotted() -> None:
    """From the day after its freshness on, and the legend says so."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r3", said="2025-01-01"), freshness_days=30)
    found = drawn(data)
    assert [one.dash is not None for one in layer(found, "party:a") if isinstance(one, Line) and one.width == 4] == [False, True]
    assert "stale" in {one.text for one in labels(found)}
    assert "stale" not in {one.text for one in labels(drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r3"))))}


def test_a_party_that_only_threatened_is_named() -> None:
    """Its colour stands in the legend although it has no line, with what its mark means."""
    found = drawn(quota(ladder(6), UP_DOWN, statement("a", "threat", "r3")))
    legend = [one.text for one in layer(found, "base") if isinstance(one, Label) and one.size == 14]
    assert legend == ["A", "threat, never in a gap", "each statement, on its day"]
    assert [one.colour for one in layer(found, "base") if isinstance(one, Box)] == [COLOURS["a"]]


def test_a_gap_never_known_is_said_in_the_note() -> None:
    """There is no strip, and the note begins with it."""
    found = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r3"), statement("b", "rationale", {"unknown": "Not told."})))
    assert layer(found, "gap") == ()
    assert "A – B, rungs apart: not known in this time · As of today" in {one.text for one in labels(found)}


def test_a_distance_known_only_on_the_last_day_is_a_dot() -> None:
    """A line from a day to itself would not be seen."""
    said = [statement("a", "demand", "r3"), statement("b", "offer", "r1", said="2025-03-31")]
    dots = [one for one in layer(drawn(quota(ladder(6), UP_DOWN, *said)), "gap") if isinstance(one, Dot)]
    assert [(one.colour, one.fill) for one in dots] == [(NEUTRAL, "solid")]


def test_a_silence_is_measured_beneath() -> None:
    """A line from word to word, with its days."""
    said = [statement("a", "demand", "r3", said="2025-01-01"), statement("a", "demand", "r4", said="2025-03-11")]
    assert "69 days without a word" in {one.text for one in labels(drawn(quota(ladder(6), UP_DOWN, *said)))}


def test_the_date_shown_is_marked_where_events_lie_ahead() -> None:
    """A broken line, named, between what was said and what is to come."""
    data = with_events(quota(ladder(6), UP_DOWN, statement("a", "demand", "r3")), {"date": "2025-05-20", "what": "It ends.", "short": "Talks end"})
    found = drawn(data)
    assert {"date shown", "Talks end"} <= {one.text for one in labels(found)}
    assert {one.x1 for one in layer(found, "base") if isinstance(one, Line) and one.dash == (6.0, 4.0)} == {
        max(one.x2 for one in layer(found, "party:a") if isinstance(one, Line))
    }


def test_the_evidence_cut_stands_above_everything_in_bold() -> None:
    """It heads the sheet, which grows by it; under the default nothing stands there."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"))
    bare, cut = drawn(data), drawn(data, cut="Evidence: on record only")
    first = min(labels(cut), key=lambda one: one.y)
    assert (first.text, first.is_bold, cut.height - bare.height) == ("Evidence: on record only", True, 26)


def test_it_is_the_same_each_time() -> None:
    """Shape for shape; neutral lines are never in a party's colour."""
    data = quota(percent(), UP_DOWN, statement("a", "demand", (25, 30)), statement("b", "red_line", (10, 15)))
    assert drawn(data) == drawn(data)
    assert NEUTRAL not in COLOURS.values()
