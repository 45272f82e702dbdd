"""The timeline as a picture: everything on its day and at its value, each kind of mark seen, and nothing on it meets or is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from itertools import combinations, pairwise, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.analysis.leading import towards_of
from parley.analysis.overview import overview
from parley.analysis.timeline import spans_of, timeline
from parley.dataset import Dataset, load
from parley.figures.alternatives import timeline_alt
from parley.figures.lettering import width_of
from parley.figures.palette import NEUTRAL, PARTY_COLOURS, party_colours
from parley.figures.picture import Box, Dot, Item, Label, Line, Outline, Picture
from parley.figures.timeline_geometry import EndLabel, Said, TimelineDrawing, timeline_drawing
from parley.figures.timeline_lines import strokes_at
from parley.figures.timeline_picture import timeline_picture
from parley.figures.timeline_sheet import TimelineSheet
from parley.telling.said import Verbatim
from parley.words import say
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


@cache
def shipped_drawings(as_of: date, cut: EvidenceCut = ALL_EVIDENCE) -> tuple[tuple[str, TimelineDrawing], ...]:
    """Return those of the shipped issues, which are the same for each width."""
    return tuple(drawings(shipped(), as_of, cut))


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


class Geometry:
    """What a drawing holds, by kind of mark: colours, days, values."""

    def __init__(self, drawing: TimelineDrawing, colours: Mapping[str, str]) -> None:
        self.drawing, self.colours = drawing, colours
        self.stretches = [(line, one) for line in drawing.lines for one in line.stretches]

    def day(self, day: date) -> str:
        return max(day, self.drawing.start).isoformat()

    def lines(self) -> Rows:
        return [
            (self.colours[line.party_id], line.part, one.is_stale, self.day(one.start), self.day(one.end), float(end + line.aside))
            for line, one in self.stretches
            for end in (one.span.low, one.span.high)
        ]

    def bands(self) -> Rows:
        held = [(line.aside, one) for line, one in self.stretches if not one.span.is_exact]
        return [(self.day(one.start), self.day(one.end), float(one.span.low + aside), float(one.span.high + aside)) for aside, one in held]

    def steps(self) -> Rows:
        found: Rows = []
        for line in self.drawing.lines:
            for before, after in pairwise(line.stretches):
                if before.end == after.start and before.span != after.span:
                    low, high = min(before.span.low, after.span.low), max(before.span.high, after.span.high)
                    found.append((self.day(after.start), float(low + line.aside), float(high + line.aside)))
        return found

    def _placed(self) -> list[tuple[Said, float]]:
        held = [(one, one.span) for one in self.drawing.said if one.span is not None and one.party_id in self.colours]
        return [(one, float(end + one.aside)) for one, span in held for end in (span.low, span.high)]

    def since(self) -> Rows:
        return [(self.day(one.first), self.day(one.day), value) for one, value in self._placed() if one.first < one.day]

    def marks(self) -> Rows:
        return [(self.colours[one.party_id], one.kind, self.day(one.day), value) for one, value in self._placed()]

    def gaps(self) -> Rows:
        held = [(one, one.apart) for one in self.drawing.gaps if one.apart is not None and one.end >= self.drawing.start]
        return [(self.day(one.start), self.day(one.end), float(end)) for one, apart in held for end in (apart.low, apart.high)]

    def uprights(self) -> Rows:
        return [(one.first.isoformat(),) for one in self.drawing.verticals]

    def said(self) -> Rows:
        return [(self.colours[one.party_id], one.day.isoformat()) for one in self.drawing.said]

    def words(self) -> list[str]:
        found = [*(one.label for one in self.drawing.verticals), *(say(one.told) for one in self.drawing.silences)]
        found += [say(label.told) for label in self.drawing.end_labels]
        return [*found, f"{self.drawing.gap_label}; {self.drawing.gap_now}"] if self.drawing.has_strip else found


PARTS = {4: "demand", 1.3: "offer", 1.6: "limit", 3: "measure"}  # by the width of their lines
STROKES = 10.0  # high are the strokes across a party's lines, each the dash of a broad line


class Sheet:
    """What the picture of a drawing shows, mapped back to days and values by the words beside its scales."""

    def __init__(self, drawing: TimelineDrawing, colours: Mapping[str, str], width: float = 1120) -> None:
        self.picture = timeline_picture(drawing, colours, NOTE, "Alt.", "", width)
        base, gap = layer(self.picture, "base"), layer(self.picture, "gap")
        self.days = [(one.x, datetime.strptime(one.text, "%d %b %Y").date()) for one in base if isinstance(one, Label) and _is_day(one)]
        self.scale = self._scale([one for one in base if isinstance(one, Line) and one.opacity == 0.28], drawing)
        self.strip = [one for one in gap if isinstance(one, Line) and one.opacity == 0.2]
        self.across = TimelineSheet(drawing, NOTE, "", width)
        self.strip_top = float(drawing.axis.top - drawing.axis.bottom)
        self.drawing = drawing
        self.own = [item for one in self.picture.layers if one.id.startswith("party:") for item in one.items]
        self.limits = layer(self.picture, "limits")

    def _scale(self, grid: list[Line], drawing: TimelineDrawing) -> tuple[float, float, float]:
        heights = sorted({one.y1 for one in grid}, reverse=True)
        if drawing.axis.is_ladder:
            return heights[0], 0.0, 1 / (heights[0] - heights[1])
        told = {round(one.y - 0.35 * 13, 3): float(one.text) for one in labels(self.picture) if one.anchor == "end" and _is_number(one.text)}
        low, high = told[round(heights[0], 3)], told[round(heights[-1], 3)]
        return heights[0], low, (high - low) / (heights[0] - heights[-1])

    def value(self, y: float) -> float:
        bottom, low, pixel = self.scale
        return low + (bottom - y) * pixel

    @cached_property
    def all_days(self) -> list[tuple[float, date]]:
        """Return each day with where it lies across."""
        held = (self.drawing.start + timedelta(number) for number in range((self.drawing.end - self.drawing.start).days + 1))
        return [(self.across.x(one), one) for one in held]

    def day(self, x: float) -> str:
        if self.across.days.breaks:
            # Where the axis is broken, the strokes above the words beneath it stand on their days, and all else as far from them as these are.
            strokes = [one.x1 for one in layer(self.picture, "base") if isinstance(one, Line) and one.x1 == one.x2 and one.y2 - one.y1 == 5]
            assert [round(self.across.x(one), 3) for _, one in self.days] == [round(at, 3) for at in strokes]
            return min(self.all_days, key=lambda one: abs(one[0] - x))[1].isoformat()
        (x1, first), (x2, last) = self.days[0], self.days[-1]
        return (first + timedelta(round((x - x1) / (x2 - x1) * (last - first).days))).isoformat()

    def lines(self) -> Rows:
        held = [
            one for one in (*self.own, *self.limits) if isinstance(one, Line) and one.y1 == one.y2 and one.dash != (1.0, 5.0) and one.width != STROKES
        ]
        # An offer's line is two, to either side of its place; of these the upper one is taken.
        sides = {id(one): 3.4 if one.width == 1.3 else 0.0 for one in held}
        held = [one for number, one in enumerate(held) if one.width != 1.3 or sum(each.width == 1.3 for each in held[:number]) % 2 == 0]
        return [
            (one.colour, PARTS[one.width], one.dash is not None, self.day(one.x1), self.day(one.x2), self.value(one.y1 + sides[id(one)]))
            for one in held
        ]

    def bands(self) -> Rows:
        held = [one for one in (*self.own, *self.limits) if isinstance(one, Box) and not _is_square(one)]
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
                found.append((one.colour, "demand" if one.fill == "solid" else "offer", self.day(one.x), self.value(one.y)))
            elif isinstance(one, Line) and one.width == 2.5:
                found.append((one.colour, "red_line", self.day(one.x1), self.value((one.y1 + one.y2) / 2)))
            elif isinstance(one, Box) and _is_square(one):
                found.append((one.colour, "measure", self.day(one.x + 4), self.value(one.y + 4)))
            elif isinstance(one, Outline) and not one.is_filled:
                found.append((one.colour, "threat", self.day(one.points[0][0]), self.value(one.points[0][1] + 7)))
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


def _is_square(one: Box) -> bool:
    return one.width == one.height == 8 and one.opacity == 1


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def are_side_by_side(drawing: TimelineDrawing) -> bool:
    """Return whether marks of two parties lie on one place on one day, so that the picture moves them off their day, a little."""
    places = {(one.party_id, one.day, end + one.aside) for one in drawing.said if one.span is not None for end in (one.span.low, one.span.high)}
    return len({(day, value) for _, day, value in places}) < len(places)


def shown(drawing: TimelineDrawing, colours: Mapping[str, str], width: float = 1120) -> Picture:
    """Fail where a picture shows something on another day or at another value than its drawing has it; return the picture."""
    held, sheet = Geometry(drawing, colours), Sheet(drawing, colours, width)
    if len(sheet.days) > 1:
        for kind in ("lines", "bands", "steps", "since", "gaps", "uprights", "said"):
            assert rows(getattr(sheet, kind)()) == rows(getattr(held, kind)()), kind
        assert rows(sheet.marks()) == rows(held.marks()) or are_side_by_side(drawing)
        assert rows([(*look, value) for *look, _, value in sheet.marks()]) == rows([(*look, value) for *look, _, value in held.marks()])
    text = " ".join(label.text for label in labels(sheet.picture))
    assert [one for one in held.words() if one not in text] == []
    return sheet.picture


@pytest.mark.parametrize("cut", CUTS, ids=lambda one: one.id)
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_everything_stands_where_the_geometry_has_it(as_of: date, cut: EvidenceCut) -> None:
    """On every issue shipped each line, mark, event and distance lies on its days and values, with all words."""
    colours = party_colours(shipped().negotiation)
    compared = [issue for issue, one in shipped_drawings(as_of, cut) if shown(one, colours).height > 0]
    assert len(compared) >= 4


@given(talks(directions=(("up", "down"), ("up", "down", "target"))), st.sampled_from((1120, 350)))
def test_it_does_whatever_is_said(made: Talks, width: int) -> None:
    """Of made-up talks too, on ladders; nothing leaves the sheet, and no words meet."""
    data = replace(made, is_ladder=True).dataset()
    for _, one in drawings(data, day(made.as_of), made.cut):
        picture = shown(one, COLOURS) if width == 1120 else timeline_picture(one, COLOURS, NOTE, "Alt.", "", width)
        assert (outside(picture), meeting(picture)) == ([], [])


@pytest.mark.parametrize("width", [350, 640, 860, 1220, 1800])
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_nothing_is_cut_and_no_words_meet(as_of: date, width: float) -> None:
    """On every issue shipped, from a phone to a wall, with the evidence cut above; nor is a word cut off, and letters are large enough."""
    colours = party_colours(shipped().negotiation)
    for issue, one in shipped_drawings(as_of):
        found = timeline_picture(one, colours, NOTE, "Alt.", "Evidence: officials, named or not", width)
        low = timeline_picture(one, colours, NOTE, "Alt.", "Evidence: officials, named or not", width, step=30)
        assert (outside(found), outside(low)) == ([], []), issue
        assert (meeting(found), meeting(low)) == ([], []), issue
        text = " ".join(label.text for label in labels(found))
        assert "…" not in text, issue
        assert [name for name in one.axis.names if name not in text] == [], issue
        assert min(label.size for label in labels(found)) >= 13, issue


@pytest.mark.parametrize("start", [date(2018, 10, 25), date(2018, 5, 30)])
def test_what_lies_before_the_start_is_not_drawn(start: date) -> None:
    """Lines that began earlier begin at the edge, and nothing lies left of it."""
    colours = party_colours(shipped().negotiation)
    for issue, one in drawings(shipped(), date(2019, 1, 23), start=start):
        found = shown(one, colours)
        assert outside(found) == [], issue
        own = [item for each in found.layers if each.id != "base" and each.id != "gap" for item in each.items]
        assert all(corners(item)[0] >= 168 for item in own), issue


@pytest.mark.parametrize("width", [1120, 640, 350])
def test_long_names_in_any_script_fit(width: float) -> None:
    """Names of parties, rungs and events, units and notes in Chinese, Arabic and long German words stay on the sheet and apart."""
    briefing = many_tongues()
    names = [CHINESE * 2, f"{ARABIC} {ARABIC}", f"{GERMAN} Küstenfischereigenossenschaften", "Land"]
    events = [{"date": f"2025-03-{number:02}", "what": CHINESE * 3, "short": f"{GERMAN} {ARABIC}"} for number in (2, 12, 20, 25)]
    data = with_events(briefing.dataset, *events)
    for issue, one in drawings(data, briefing.as_of):
        axis = replace(one.axis, names=tuple(names[: len(one.axis.names)]), unit=CHINESE if one.axis.unit else "")
        longer = (Verbatim(f"{GERMAN} {CHINESE} demand"), Verbatim(f"{ARABIC} limit"))
        ends = tuple(EndLabel(label.line, told) for label in one.end_labels for told in (*longer, label.told))
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
    assert {"Rung 0", "Rung 5", "Round opens", "A demand", "A limit", "B offer", NOTE, "A", "B", "each statement, on its day"} <= base
    assert [one.fill for one in layer(found, "party:a") if isinstance(one, Dot)] == ["solid"]
    assert [one.fill for one in layer(found, "party:b") if isinstance(one, Dot)] == ["hollow"]
    assert {one.colour for one in layer(found, "limits")} == {COLOURS["a"]}
    assert [one.text for one in layer(found, "gap") if isinstance(one, Label)] == ["A – B, steps apart; now 4 steps", "0", "2", "4"]
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
    assert "dotted: older than 30 days" in {one.text for one in labels(found)}
    fresh = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r3")))
    assert [one.text for one in labels(fresh) if one.text.startswith("dotted")] == []


def test_a_party_that_only_threatened_is_named() -> None:
    """Beside the lane of its statements although it has no line, and the legend tells what its mark means."""
    found = drawn(quota(ladder(6), UP_DOWN, statement("a", "threat", "r3")))
    base = layer(found, "base")
    assert [one.text for one in base if isinstance(one, Label) and one.size == 14 and one.anchor == "start"] == [
        "threat, never in a gap", "each statement, on its day",
    ]  # fmt: skip
    assert [one.text for one in base if isinstance(one, Label) and one.size == 13 and one.anchor == "start" and one.opacity == 1] == ["A"]
    assert [one.x2 - one.x1 for one in base if isinstance(one, Line) and one.colour == COLOURS["a"]] == [32]


def test_a_gap_never_known_is_said_in_the_note() -> None:
    """There is no strip, and the note begins with it."""
    found = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r3"), statement("b", "rationale", {"unknown": "Not told."})))
    assert layer(found, "gap") == ()
    assert "A – B, steps apart: not known in this time · As of today" in {one.text for one in labels(found)}


def test_a_distance_known_only_on_the_last_day_is_a_dot() -> None:
    """A line from a day to itself would not be seen."""
    said = [statement("a", "demand", "r3"), statement("b", "offer", "r1", said="2025-03-31")]
    dots = [one for one in layer(drawn(quota(ladder(6), UP_DOWN, *said)), "gap") if isinstance(one, Dot)]
    assert [(one.colour, one.fill) for one in dots] == [(NEUTRAL, "solid")]


def test_a_silence_is_measured_beneath() -> None:
    """A line from word to word, with its days."""
    said = [statement("a", "demand", "r3", said="2025-01-01"), statement("a", "demand", "r4", said="2025-03-11")]
    assert "69 days without a word" in {one.text for one in labels(drawn(quota(ladder(6), UP_DOWN, *said)))}


@pytest.mark.parametrize("width", [350, 860, 963, 1120, 1800])
def test_the_axis_is_broken_at_a_silence_that_would_take_most_of_it(width: float) -> None:
    """Two strokes stand in its middle and its first and last day beneath it; what was said before has half of the room."""
    ((_, one),) = [held for held in drawings(shipped(), date(2019, 1, 23)) if held[0] == "trade-deficit"]
    sheet = TimelineSheet(one, NOTE, "", width)
    ((first, last),) = sheet.days.breaks
    assert (first, last) == (date(2018, 6, 2), date(2019, 1, 1))
    places = [sheet.x(one.start + timedelta(number)) for number in range((one.end - one.start).days + 1)]
    assert places == sorted(places)
    assert places[0] > sheet.left and places[-1] < sheet.right
    spring = sheet.x(first) - sheet.left
    assert spring >= 0.45 * (sheet.right - sheet.left)
    assert {"2 Jun 2018", "1 Jan 2019"} <= {one.words for one in sheet.days.marked(width)}
    middle = (sheet.x(first) + sheet.x(last)) / 2
    picture = timeline_picture(one, party_colours(shipped().negotiation), NOTE, "Alt.", "", width)
    strokes = [
        item
        for item in layer(picture, "base")
        if isinstance(item, Line) and item.x1 < item.x2 and item.y1 > item.y2 and item.y1 < sheet.legend_at - 10
    ]
    assert len(strokes) == 4
    assert all(abs((item.x1 + item.x2) / 2 - middle) == pytest.approx(4) for item in strokes)


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(0, 30)), max_size=6), st.sampled_from((350, 640, 1120, 1800)))
def test_every_day_has_one_place_in_its_order(gaps: list[tuple[int, int]], width: int) -> None:
    """However long the silences are; between breaks days are alike, and each break has its days and its words."""
    said, at = [statement("a", "demand", "r5", said="2020-01-01")], date(2020, 1, 1)
    for days, vague in gaps:
        at += timedelta(days)
        said.append(statement("b", "offer", "r1", said=f"{at}/{at + timedelta(vague)}"))
    ((_, one),) = drawings(quota(ladder(6), UP_DOWN, *said), at + timedelta(40))
    sheet = TimelineSheet(one, NOTE, "", width)
    held = [one.start + timedelta(number) for number in range((one.end - one.start).days + 1)]
    places = dict(zip(held, map(sheet.x, held), strict=True))
    assert all(places[before] < places[after] for before, after in pairwise(held))
    assert sheet.left < places[one.start] and places[one.end] < sheet.right
    assert sheet.x(one.start - timedelta(1)) == places[one.start]
    ends = [one.start, *(day for each in sheet.days.breaks for day in each), one.end]
    for first, last in pairwise(ends):
        wide = {round(places[after] - places[before], 6) for before, after in pairwise(day for day in held if first <= day <= last)}
        assert max(wide, default=0) - min(wide, default=0) < 1e-5
    told = {(each.first, each.last) for each in one.silences}
    assert set(sheet.days.breaks) <= told
    assert len(sheet.silences) == len(told)


@pytest.mark.parametrize(("more", "is_wider"), [(0, False), (5, True)])
def test_there_is_more_room_where_more_was_said(more: int, is_wider: bool) -> None:
    """Of two months around a break, as long as each other, the one in which something was said on more days is the wider."""
    days = [date(2024, 1, 1), date(2024, 1, 31), date(2025, 3, 1), LAST, *(date(2024, 1, 5) + timedelta(3 * number) for number in range(more))]
    ((_, one),) = drawings(quota(ladder(6), UP_DOWN, *(statement("a", "demand", "r5", said=str(day)) for day in days)), LAST)
    sheet = TimelineSheet(one, NOTE, "", 1120)
    assert sheet.days.breaks == [(date(2024, 1, 31), date(2025, 3, 1))]
    before, after = sheet.x(days[1]) - sheet.x(days[0]), sheet.x(days[3]) - sheet.x(days[2])
    assert before == pytest.approx(after * (30 + 4 * (2 + more)) / (30 + 4 * 2))
    assert (before > 1.3 * after) is is_wider


def test_a_silence_that_is_all_there_is_breaks_nothing() -> None:
    """Nothing would be left to be drawn on both its sides."""
    ((_, one),) = drawings(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5", said="2024-01-01")), LAST)
    sheet = TimelineSheet(one, NOTE, "", 1120)
    assert (sheet.days.breaks, len(sheet.silences)) == ([], 1)
    assert sheet.x(LAST) - sheet.x(date(2024, 1, 1)) > 0.9 * (sheet.right - sheet.left)


def test_it_is_not_broken_where_words_follow_each_other() -> None:
    """In six weeks of talks every day is as wide as another."""
    for _, one in drawings(shipped(), date(2018, 6, 2)):
        assert TimelineSheet(one, NOTE, "", 1120).days.breaks == []


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


# Whose a line is, without colour


def strokes(items: Sequence[Item]) -> list[tuple[float, float, float, float]]:
    """Return every stroke across lines as its left and right edge, its height, and how far it reaches above and below that, line by line."""
    found = []
    for one in items:
        if isinstance(one, Line) and one.width == STROKES and one.dash:
            wide, gap = one.dash
            count = round((one.x2 - one.x1 - wide) / (wide + gap)) + 1
            assert one.x1 + (count - 1) * (wide + gap) + wide == pytest.approx(one.x2), "a stroke is cut off"
            found += [(one.x1 + number * (wide + gap), one.x1 + number * (wide + gap) + wide, one.y1, one.width / 2) for number in range(count)]
    return sorted(found, key=lambda one: (one[2], one[0]))


def groups(items: Sequence[Item]) -> list[tuple[float, ...]]:
    """Return the widths of strokes that stand closer to each other than to any others, group by group."""
    found: list[list[tuple[float, float, float, float]]] = []
    for one in strokes(items):
        if found and one[0] - found[-1][-1][1] < 5 and one[2] == found[-1][-1][2]:
            found[-1].append(one)
        else:
            found.append([one])
    return [tuple(round(right - left, 1) for left, right, _, _ in group) for group in found]


def test_every_party_has_strokes_of_its_own() -> None:
    """The first has none, the next one, two and three, and then a broad one counts for four; those of one colour have others."""
    signs = [groups([*strokes_at(number, 0, 0, NEUTRAL)]) for number in range(24)]
    thin, broad = 1.8, 5.0
    assert signs[:7] == [[], [(thin,)], [(thin, thin)], [(thin, thin, thin)], [(broad,)], [(broad, thin)], [(broad, thin, thin)]]
    assert all(signs[one] != signs[other] for one, other in combinations(range(24), 2) if (other - one) % len(PARTY_COLOURS) == 0)


@pytest.mark.parametrize("kind", ["demand", "offer", "red_line", "measure"])
def test_a_line_bears_the_strokes_of_its_party(kind: str) -> None:
    """At even distances along all of it, however often the same was said again and where it grew stale, and beside its name and its lane."""
    more = {"stage": "in_force"} if kind == "measure" else {}
    days = ("2025-03-01", "2025-03-04", "2025-03-06")
    said = [statement(party, kind, f"r{rung}", said=one, **more) for one in days for rung, party in enumerate("abcd")]
    found = drawn(quota(ladder(6), dict.fromkeys("abcd", "up"), *said, freshness_days=10))
    for number, party in enumerate("abcd"):
        own = [one for one in (*layer(found, f"party:{party}"), *layer(found, "limits")) if getattr(one, "colour", "") == COLOURS[party]]
        level = [one for one in own if isinstance(one, Line) and one.y1 == one.y2 and one.width != STROKES]
        first, last = min(one.x1 for one in level), max(one.x2 for one in level)
        along = strokes(own)
        assert set(groups(own)) == ({(1.8,) * number} if number else set())
        assert groups([one for one in layer(found, "base") if getattr(one, "colour", "") == COLOURS[party]]) == [(1.8,) * number] * 2 * min(number, 1)
        assert len(along) == number * int((last - first - 11 - 4.6 * number + 2.8) // 26 + 1)
        assert {round(y - sum(one.y1 for one in level) / len(level), 3) for _, _, y, _ in along} == ({0.0} if number else set())
        assert all(first < left and right <= last for left, right, _, _ in along)
        assert {round(after[0] - before[0], 3) for before, after in zip(along, along[number:], strict=False)} == ({26.0} if number else set())


def test_a_mark_that_begins_no_line_has_the_strokes_behind_it() -> None:
    """Of a threat nothing else would tell without colour whose it is; a mark on its line has those of the line alone."""
    said = [statement(party, "threat", "r3", said=f"2025-03-{number:02}") for number, party in enumerate("abc", 1)]
    found = drawn(quota(ladder(6), dict.fromkeys("abc", "up"), *said, statement("b", "demand", "r1", said="2025-03-31")))
    for number, party in enumerate("abc"):
        own = layer(found, f"party:{party}")
        (mark,) = (one for one in own if isinstance(one, Outline))
        assert groups(own) == [(1.8,) * number] * min(number, 1)
        assert all(left - mark.points[0][0] == pytest.approx(11 + 4.6 * count) for count, (left, *_) in enumerate(strokes(own)))


# What the figure must show


def seen(data: Dataset, start: date | None = None) -> Sheet:
    ((_, found),) = drawings(data, LAST, start=start)
    return Sheet(found, COLOURS)


def test_a_party_s_line_is_level_and_steps_upright() -> None:
    """On rung 5 until the twentieth, then on rung 2; each party in its own colour."""
    said = [
        statement("a", "demand", "r5"),
        statement("a", "demand", "r2", said="2025-03-20"),
        statement("b", "offer", "r1"),
        statement("b", "red_line", "r4"),
    ]
    found = seen(quota(ladder(6), UP_DOWN, *said))
    a, b = COLOURS["a"], COLOURS["b"]
    assert rows(found.lines()) == rows([
        (a, "demand", False, "2025-03-01", "2025-03-20", 4.9), (a, "demand", False, "2025-03-20", "2025-03-31", 1.9),
        (b, "limit", False, "2025-03-01", "2025-03-31", 4.1), (b, "offer", False, "2025-03-01", "2025-03-31", 1.1),
    ])  # fmt: skip
    assert rows(found.steps()) == [("2025-03-20", 1.9, 4.9)]
    assert found.bands() == []


def test_a_line_that_ended_is_not_drawn_on() -> None:
    """An offer that ran out ends, and one made later has no step from it: between the two nothing was offered."""
    said = [statement("a", "offer", "r2", expires="2025-03-05"), statement("a", "offer", "r4", said="2025-03-20")]
    found = seen(quota(ladder(6), UP_DOWN, *said))
    assert [one[3:5] for one in rows(found.lines())] == [("2025-03-01", "2025-03-06"), ("2025-03-20", "2025-03-31")]
    assert found.steps() == []


def test_a_stale_line_has_no_step_to_what_it_was() -> None:
    """It is dotted from the day on which it grew stale."""
    found = seen(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), freshness_days=10))
    assert [one[2:5] for one in rows(found.lines())] == [(False, "2025-03-01", "2025-03-12"), (True, "2025-03-12", "2025-03-31")]
    assert found.steps() == []


def test_only_what_is_uncertain_has_a_band() -> None:
    """From 25 to 30 a band between two lines; what is exact is one line, and so it is with the distance beneath."""
    said = [statement("a", "demand", (25, 30)), statement("a", "demand", 20, said="2025-03-20"), statement("b", "demand", 0)]
    found = seen(quota(percent(), UP_DOWN, *said))
    assert rows(found.bands()) == [("2025-03-01", "2025-03-20", 25.0, 30.0)]
    assert [one[3:] for one in rows(found.lines()) if one[0] == COLOURS["a"]] == [
        ("2025-03-01", "2025-03-20", 25.0), ("2025-03-01", "2025-03-20", 30.0), ("2025-03-20", "2025-03-31", 20.0),
    ]  # fmt: skip
    assert rows(found.steps()) == [("2025-03-20", 20.0, 30.0)]
    assert rows(found.gaps()) == [
        ("2025-03-01", "2025-03-20", 25.0), ("2025-03-01", "2025-03-20", 30.0), ("2025-03-20", "2025-03-31", 20.0),
    ]  # fmt: skip
    assert len([one for one in layer(found.picture, "gap") if isinstance(one, Box)]) == 1


@pytest.mark.parametrize(
    ("direction", "sides"), [("up", [(10.0, "lower")]), ("down", [(12.0, "higher")]), ("target", [(10.0, "lower"), (12.0, "higher")])]
)
def test_a_limit_has_teeth_on_the_side_it_refuses(direction: str, sides: list[tuple[float, str]]) -> None:
    """At the end beyond which refusal begins; a target refuses on both sides."""
    fine = {"from": "10", "to": "12", "reading": "acceptable"}
    found = seen(quota(percent(), {"a": direction, "b": "down"}, statement("a", "red_line", fine)))
    teeth = [one.points for one in layer(found.picture, "limits") if isinstance(one, Outline)]
    assert sorted({(round(found.value(foot), 3), "lower" if tip > foot else "higher") for (_, foot), (_, tip), _ in teeth}) == sides


def test_a_limit_that_only_grows_stale_has_no_tooth_where_it_does() -> None:
    """Teeth stand where it began and along it, as if nothing had happened."""
    said = [statement("a", "red_line", "r3"), statement("b", "demand", "r1", said="2025-03-20")]
    found = seen(quota(ladder(6), UP_DOWN, *said, freshness_days=10))
    days = [found.day(one.points[1][0]) for one in layer(found.picture, "limits") if isinstance(one, Outline)]
    assert "2025-03-01" in days
    assert "2025-03-12" not in days


def test_every_statement_with_a_place_is_marked_and_every_one_ticked() -> None:
    """The mark's shape tells the kind, and the tick on the floor tells of those without a place too."""
    said = [
        statement("a", "demand", "r5"),
        statement("b", "offer", ("r1", "r2"), said="2025-03-05"),
        statement("b", "threat", "r3", said="2025-03-10"),
        statement("b", "demand", {"unknown": "No level was named."}, said="2025-03-15"),
    ]
    found = seen(quota(ladder(6), UP_DOWN, *said))
    a, b = COLOURS["a"], COLOURS["b"]
    assert rows(found.marks()) == rows([
        (a, "demand", "2025-03-01", 4.9), (b, "offer", "2025-03-05", 1.1), (b, "offer", "2025-03-05", 2.1), (b, "threat", "2025-03-10", 3.1),
    ])  # fmt: skip
    assert rows(found.said()) == rows([(a, "2025-03-01"), (b, "2025-03-05"), (b, "2025-03-10"), (b, "2025-03-15")])
    ticks = [one for key in ("party:a", "party:b") for one in layer(found.picture, key) if isinstance(one, Line) and one.width == 2]
    lowest = max(one.y1 for one in layer(found.picture, "base") if isinstance(one, Line) and one.opacity == 0.28)
    assert all(one.y1 > lowest for one in ticks)


def key(data: Dataset) -> list[str]:
    """Return the entries of the key, which stands beneath the days."""
    base = layer(drawn(data), "base")
    return [one.text for one in base if isinstance(one, Label) and one.size == 14 and one.anchor == "start"]


def test_the_key_names_what_is_drawn_and_has_no_name_of_its_own() -> None:
    """What stands on the last day is named beside its line; the key says the rest in a neutral colour, and nothing twice."""

    def told(*said: dict[str, Any]) -> list[str]:
        return key(quota(ladder(6), UP_DOWN, *said))

    assert told(statement("a", "demand", "r5")) == ["each statement, on its day"]
    said = [statement("a", "demand", "r5"), statement("b", "offer", "r1"), statement("b", "red_line", "r2"), statement("b", "threat", "r2")]
    strokes, limits = "strokes: whose line it is", "triangles: what a limit refuses"
    assert told(*said) == ["threat, never in a gap", limits, strokes, "each statement, on its day"]
    ended = [statement("a", kind, "r5", expires="2025-03-10") for kind in ("demand", "offer", "red_line")]
    assert told(*ended) == ["demand", "best offer", "stated limit", limits, "each statement, on its day"]
    priced = statement("b", "offer", "r1", condition={"type": "if", "says": "the herring return"})
    assert told(statement("a", "demand", "r5"), priced) == ["offer", strokes, "each statement, on its day"]


DAYS_OF = {"date": "2025-03-10/2025-03-12", "what": "The round.", "short": "Round"}


@pytest.mark.parametrize(
    ("entry", "said", "events"),
    [
        ("somewhere in between", [statement("a", "demand", ("r3", "r5"))], []),
        ("said on one of these days", [statement("a", "rationale", None), statement("a", "demand", "r5", said="2025-03-05/2025-03-20")], []),
        ("dotted: older than 180 days", [statement("a", "demand", "r5", said="2024-09-01"), *(statement("a", "rationale", None, said=one) for one in ("2024-10-15", "2024-12-01", "2025-01-15", "2025-03-01"))], []),
        ("days of an event", [statement("a", "demand", "r5")], [DAYS_OF]),
        ("a long silence, drawn short", [statement("a", "rationale", None, said="2023-01-01"), statement("a", "demand", "r5", said="2025-03-30")], []),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)  # fmt: skip
def test_the_key_names_a_mark_only_where_it_is_drawn(entry: str, said: list[dict[str, Any]], events: list[dict[str, Any]]) -> None:
    """Of bands, dots, events of several days and a broken axis it tells the one that is there, before what is there always."""
    assert key(with_events(quota(ladder(6), UP_DOWN, *said), *events)) == [entry, "each statement, on its day"]


def test_the_key_stands_beneath_and_shows_the_very_marks() -> None:
    """Each entry lies between the days and the source note, and its mark looks as it does above, but for its colour and how long it is."""
    said = [
        statement("a", "demand", ("r3", "r5"), said="2025-03-01/2025-03-04"),
        statement("b", "red_line", "r1"),
        statement("b", "rationale", None, said="2024-06-01"),
    ]
    found = drawn(with_events(quota(ladder(6), UP_DOWN, *said), DAYS_OF))
    entries = [one for one in labels(found) if one.size == 14 and one.anchor == "start" and not one.is_bold]
    assert [one.text for one in entries] == [
        "triangles: what a limit refuses", "strokes: whose line it is", "somewhere in between", "said on one of these days",
        "days of an event", "a long silence, drawn short", "each statement, on its day",
    ]  # fmt: skip
    days = max(one.y for one in labels(found) if _is_day(one))
    (note,) = (one for one in labels(found) if one.text == NOTE)
    assert all(days + 10 < one.y < note.y - 10 for one in entries)

    def looks(items: Sequence[Item], *, below: bool) -> set[tuple[Any, ...]]:
        marks = [one for one in items if not isinstance(one, Label) and (corners(one)[1] > days) == below]
        return {
            (type(one).__name__, *(getattr(one, name, None) for name in ("width", "dash", "opacity", "is_filled")))
            if not isinstance(one, Box)
            else ("Box", one.opacity)
            for one in marks
            if not (isinstance(one, Line) and one.width == STROKES)
        }

    assert looks(found.items, below=True) - looks(found.items, below=False) == set()
    assert [one for one in found.items if corners(one)[1] > days and getattr(one, "colour", NEUTRAL) not in (NEUTRAL, "ink")] == []


def test_without_a_pair_there_is_no_strip() -> None:
    """The days stand under the scale."""
    assert layer(drawn(quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5"))), "gap") == ()


def test_a_day_that_is_not_known_is_drawn_as_a_stretch_of_days() -> None:
    """From the first day on which it can have been said to its mark on the last, dotted."""
    found = seen(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("a", "offer", "r3", said="2025-03-05/2025-03-20")))
    assert rows(found.since()) == [("2025-03-05", "2025-03-20", 3.0)]


def test_a_ladder_names_its_rungs_and_a_quantity_its_unit() -> None:
    """Beside the scale, or within it on a phone, each rung's name next to its line; a quantity's unit stands above."""
    on_rungs = quota(ladder(3), UP_DOWN, statement("a", "demand", "r2"))
    for width in (1120, 350):
        base = layer(drawn(on_rungs, width), "base")
        names = sorted((one.y, one.text) for one in base if isinstance(one, Label) and one.text.startswith("Rung"))
        lines = sorted({one.y1 for one in base if isinstance(one, Line) and one.opacity == 0.28})
        assert [text for _, text in names] == ["Rung 2", "Rung 1", "Rung 0"]
        assert all(abs(y - line) < 16 for (y, _), line in zip(names, lines, strict=True))
        units = [one for one in labels(drawn(quota(percent(), UP_DOWN, statement("a", "demand", 20)), width)) if one.text == "%"]
        assert len(units) == 1


EVENTS = (
    {"date": "2025-03-05", "what": "A meeting.", "short": "Meeting"},
    {"date": "2025-03-06/2025-03-08", "what": "A round of talks.", "short": "Round"},
    {"date": "2025-04-10", "what": "The deadline.", "short": "Deadline"},
)


def test_events_are_upright_lines_with_labels_above() -> None:
    """A day is a line, several days are shaded, the label nearer the middle lower; the date shown is dashed."""
    found = seen(with_events(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")), *EVENTS))
    base = layer(found.picture, "base")
    assert rows(found.uprights()) == [("2025-03-05",), ("2025-03-06",), ("2025-03-31",), ("2025-04-10",)]
    assert {found.day(one.x1) for one in base if isinstance(one, Line) and one.dash == (6.0, 4.0)} == {"2025-03-31"}
    assert [(found.day(one.x), found.day(one.x + one.width)) for one in base if isinstance(one, Box) and one.opacity < 1 and one.height > 20] == [
        ("2025-03-06", "2025-03-08")
    ]
    named = {one.text: one for one in base if isinstance(one, Label)}
    assert {name: named[name].anchor for name in ("Meeting", "Round", "date shown", "Deadline")} == {
        "Meeting": "start", "Round": "start", "date shown": "end", "Deadline": "end",
    }  # fmt: skip
    top = min(one.y1 for one in base if isinstance(one, Line) and one.opacity == 0.28)
    assert named["Meeting"].y < named["Round"].y < top


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=9), st.sampled_from((350, 1180)))
def test_labels_of_events_never_run_into_each_other(days: list[tuple[int, int]], width: int) -> None:
    """However many there are, no two meet or leave the sheet, and no line of one whose label stands on the same side runs through another's label."""
    told = [
        {"date": f"{date(2025, 3, 1) + timedelta(first)}/{date(2025, 3, 1) + timedelta(first + long)}", "what": "Talks of two days"}
        for first, long in days
    ]
    ((_, one),) = drawings(with_events(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")), *told), LAST)
    picture = timeline_picture(one, COLOURS, NOTE, "Alt.", "", width)
    assert (outside(picture), meeting(picture)) == ([], [])
    sheet = TimelineSheet(one, NOTE, "", width)
    assert {event.event for event in sheet.events} == set(one.verticals)
    for event, other in permutations(sheet.events, 2):
        if event.event.stands_left == other.event.stands_left and other.level > event.level:
            reach = max(width_of(line, 13) for line in event.lines)
            low, high = (-reach, 0) if event.event.stands_left else (0, reach)
            assert not low < sheet.x(other.event.first) - sheet.x(event.event.first) < high
    for event, other in combinations(sheet.events, 2):
        assert event.level != other.level or event.event.first != other.event.first


def test_a_silence_stands_in_the_middle_of_what_is_drawn_of_it() -> None:
    """Cut off by the start, its words stay inside the drawing."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5", said="2025-01-01"), statement("a", "demand", "r5", said="2025-03-12"))

    def words(start: date | None) -> list[tuple[str, str]]:
        found = seen(data, start)
        return [(one.text, found.day(one.x)) for one in labels(found.picture) if "without" in one.text]

    assert words(None) == [("70 days without a word", "2025-02-05")]
    assert words(date(2025, 3, 2)) == [("70 days without a word", "2025-03-07")]


def test_a_drawing_that_starts_later_cuts_lines_off_there() -> None:
    """They begin with the drawing, and so does the strip."""
    found = seen(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r0", said="2025-03-05")), date(2025, 3, 20))
    assert {one[-3:-1] for one in (*found.lines(), *found.gaps())} == {("2025-03-20", "2025-03-31")}
    assert found.marks() == []


def test_a_drawing_in_which_nothing_stands_any_more_is_sound() -> None:
    """No line, and no label of what is gone."""
    found = drawn(quota(ladder(6), UP_DOWN, statement("a", "offer", "r2", expires="2025-03-05")), start=date(2025, 3, 20))
    assert [one.id for one in found.layers] == ["base"]
    assert "A offer" not in {one.text for one in labels(found)}


def test_each_line_has_its_name_at_the_end() -> None:
    """Two lines on one rung have two, one above the other as the lines are, and from each line a dotted one leads to a sample of it and its name."""
    found = seen(quota(ladder(6), UP_DOWN, statement("a", "offer", "r2"), statement("b", "demand", "r2")))
    base = layer(found.picture, "base")
    ends = [one for one in base if isinstance(one, Label) and one.is_bold and one.anchor == "start" and one.size == 13]
    assert [one.text for one in ends] == ["B demand", "A offer"]
    leads = [one for one in base if isinstance(one, Outline) and one.dash == (1.5, 3.0)]
    assert [round(found.value(one.points[0][1]), 3) for one in leads] == [2.1, 1.9]
    assert ends[0].y < ends[1].y
    ring, dot = (next(one for one in base if isinstance(one, Dot) and one.fill == fill) for fill in ("hollow", "solid"))
    assert (ring.colour, dot.colour) == (COLOURS["a"], COLOURS["b"])
    for label, lead, mark in zip(ends, leads, (dot, ring), strict=True):
        assert mark.y == pytest.approx(lead.points[-1][1]) == pytest.approx(label.y - 0.35 * 13)
        assert label.x > mark.x > lead.points[-1][0] > lead.points[0][0] > max(one.x2 for one in found.own if isinstance(one, Line))


# In words


def told(*said: Mapping[str, Any], events: Sequence[Mapping[str, Any]] = (), **more: Any) -> str:
    ((_, found),) = drawings(with_events(quota(ladder(6), UP_DOWN, *said, **more), *events), LAST)
    return timeline_alt(found, "Quota")


def test_the_drawing_is_told_in_words() -> None:
    """Each line with its places and days, then what happened, then the gap."""
    assert told(
        statement("a", "demand", "r5"),
        statement("a", "demand", ("r2", "r3"), said="2025-03-20"),
        statement("b", "demand", "r0", said="2025-03-10"),
        events=[{"date": "2025-03-05/2025-03-06", "what": "A round of talks."}, {"date": "2025-04-10", "what": "x", "short": "Deadline"}],
    ) == (
        "Quota over time. A, demand: Rung 5 from 2025-03-01, then between Rung 2 and Rung 3 from 2025-03-20. B, demand: Rung 0 from 2025-03-10. "
        "A round of talks, 2025-03-05 to 2025-03-06. date shown, 2025-03-31. Deadline, 2025-04-10. "
        "A \u2013 B, steps apart: not known from 2025-03-01, then 5 steps from 2025-03-10, then 2 to 3 steps from 2025-03-20."
    )


def test_the_evidence_cut_is_told_first_where_it_is_not_the_default() -> None:
    """In the words, too."""
    ((_, found),) = drawings(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")), LAST)
    assert timeline_alt(found, "Quota", "On record only").startswith("On record only. Quota over time. A, demand: Rung 5 from 2025-03-01.")


def test_what_ended_is_told_to_have_ended() -> None:
    """With the day; and a place held twice with nothing between is told as twice."""
    said = [
        statement("a", "offer", "r2", expires="2025-03-05"),
        statement("a", "offer", "r2", said="2025-03-20", expires="2025-03-25"),
        statement("a", "demand", "r5"),
        statement("a", "demand", "r5", said="2025-03-20"),
    ]
    assert told(*said) == (
        "Quota over time. A, demand: Rung 5 from 2025-03-01. "
        "A, best offer: Rung 2 from 2025-03-01 until 2025-03-06, then Rung 2 from 2025-03-20 until 2025-03-26. "
        "A \u2013 B, steps apart: not known from 2025-03-01."
    )


def test_staleness_and_silence_are_told() -> None:
    """With the days on which they begin."""
    assert told(statement("a", "demand", "r5", said="2025-01-01"), freshness_days=30) == (
        "Quota over time. A, demand: Rung 5 from 2025-01-01, then Rung 5 (stale) from 2025-02-01. "
        "89 days without a word from 2025-01-01 to 2025-03-31. A \u2013 B, steps apart: not known from 2025-01-01."
    )
