"""The drawn gap: sound for plotly whatever the data, every mark where the geometry has it, and all of it told in words."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.analysis.overview import overview
from parley.analysis.voices import voices_of
from parley.dataset import Dataset, load
from parley.directions import unmarked
from parley.figures.alternatives import gap_alt
from parley.figures.drawing import TICK_LETTERS
from parley.figures.gap_figure import gap_figure
from parley.figures.gap_geometry import GapDrawing, gap_drawing
from parley.figures.palette import DARK_INK, LIGHT_INK, NEUTRAL, party_colours
from tests.figures.reading import numbers
from tests.making import gap, ladder, percent, position, quota, statement

ROOT = Path(__file__).parents[2]
UP_DOWN = {"a": "up", "b": "down"}
COLOURS = {"a": "#2A78C8", "b": "#C64E18"}
SHIPPED = ROOT / "positions" / "us-china-trade"
INVENTED = ROOT / "tests" / "data" / "fjords"
DAYS = [
    (SHIPPED, date(2018, 3, 31)),
    (SHIPPED, date(2018, 5, 2)),
    (SHIPPED, date(2018, 6, 2)),
    (SHIPPED, date(2019, 1, 23)),
    (INVENTED, date(2025, 4, 30)),
]
TV3 = [
    statement("a", "demand", (25, 30)),
    statement("a", "offer", 20),
    statement("b", "demand", 0),
    statement("b", "offer", (10, 12)),
    statement("b", "red_line", 15),
]


@cache
def held(folder: Path) -> Dataset:
    return load(folder)


def drawings(folder: Path, as_of: date, cut: EvidenceCut = ALL_EVIDENCE) -> Iterator[tuple[str, GapDrawing]]:
    """Yield the drawing of every issue on which a position is held, all parties shown."""
    data = held(folder)
    for row in overview(data, data.negotiation.parties, as_of, cut):
        if any(one.is_evidenced for one in row.positions):
            yield row.issue.id, gap_drawing(row.gap, row.positions, data.statement_by_id, voices_of(data, row.positions))


def drawing(data: Dataset) -> GapDrawing:
    found = gap(data)
    return gap_drawing(found, (found.a, found.b), data.statement_by_id, voices_of(data, (found.a, found.b)))


def figure(data: Dataset) -> Mapping[str, Any]:
    """Return the figure of the gap between a and b, as plotly's JSON has it."""
    found: Mapping[str, Any] = gap_figure(drawing(data), COLOURS, "As of today", LIGHT_INK)
    return found


def marks(found: Mapping[str, Any]) -> list[tuple[list[float], list[float], str]]:
    """Return x, y and symbol of every mark of a position, the legend's own and the voices left out."""
    scatters = [one for one in found["data"] if one["type"] == "scatter" and one["x"] != [None] and "text" not in one]
    return [(one["x"], one["y"], one["marker"]["symbol"]) for one in scatters]


def spoken(found: Mapping[str, Any]) -> list[tuple[list[float], list[float], str, list[str], str]]:
    """Return x, y, symbol, letters and the side of the letters of every voice."""
    voices = [one for one in found["data"] if "text" in one]
    return [
        (one["x"], [round(y, 6) for y in one["y"]], one["marker"]["symbol"], one["text"], one["textposition"].removeprefix("middle "))
        for one in voices
    ]


@pytest.mark.parametrize("cut", CUTS, ids=lambda one: one.id)
@pytest.mark.parametrize(("folder", "as_of"), DAYS, ids=lambda one: getattr(one, "name", str(one)))
def test_every_figure_is_sound(folder: Path, as_of: date, cut: EvidenceCut) -> None:
    """Whatever the issue, date and cut, plotly finds nothing wrong with it in full, and every number in it is finite."""
    colours = party_colours(held(folder).negotiation)
    for issue, one in drawings(folder, as_of, cut):
        found = gap_figure(one, colours, "As of some day · All evidence · 3 statements", DARK_INK)
        validated = go.Figure(found)
        assert len(validated.data) == len(found["data"]), issue
        assert all(math.isfinite(number) for number in numbers(found)), issue
        assert json.loads(json.dumps(found, allow_nan=False)) == found, issue


@pytest.mark.parametrize(("folder", "as_of"), DAYS, ids=lambda one: getattr(one, "name", str(one)))
def test_marks_stand_where_the_geometry_has_them(folder: Path, as_of: date) -> None:
    """A mark at one value is one point, one within a span is its two ends, each on the row of its party, top row first."""
    for issue, one in drawings(folder, as_of):
        expected = [
            (
                [float(end) for end in dict.fromkeys((mark.span.low, mark.span.high))],
                -number - 0.2 * sum(max((voice.lane + 1 for voice in above.voices), default=0) for above in one.rows[: number + 1]),
                "circle" if mark.part == "demand" else "circle-open-dot" if mark.is_hint else "circle-open",
            )
            for number, row in enumerate(one.rows)
            for mark in row.marks
        ]
        drawn = marks(gap_figure(one, party_colours(held(folder).negotiation), "", LIGHT_INK))
        assert drawn == [(x, pytest.approx([y] * len(x)), symbol) for x, y, symbol in expected], issue


def test_a_row_is_named_and_dated() -> None:
    """The party's name stands beside its row with the date of its newest statement; a stale row says so."""
    found = figure(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "offer", "r1", said="2024-03-01")))
    names = found["layout"]["yaxis"]
    assert names["tickvals"] == [0, -1]
    assert [name.split("</b>")[0] for name in names["ticktext"]] == ["<b>A", "<b>B"]
    assert ">1 Mar 2025</span>" in names["ticktext"][0]
    assert ">1 Mar 2024 (stale)</span>" in names["ticktext"][1]


def test_a_ladder_shows_the_names_of_its_rungs() -> None:
    """No rung is a number on screen; a long name takes two lines at most."""
    names = ("None", "A public promise without sum")
    rungs = [{"id": f"r{number}", "name": name, "means": name, "why": "More."} for number, name in enumerate(names)]
    axis = figure(quota({"ladder": rungs}, UP_DOWN, statement("a", "demand", "r1")))["layout"]["xaxis"]
    assert (axis["tickvals"], axis["ticktext"]) == ([0, 1], ["None", "A public promise<br>without sum"])


def test_a_quantity_shows_its_unit_and_the_source_note_stands_under_every_axis() -> None:
    """The note is part of the figure."""
    in_percent = figure(quota(percent(), UP_DOWN, statement("a", "demand", 30)))["layout"]["xaxis"]
    assert in_percent["title"]["text"] == "%<br>As of today"
    assert in_percent["range"] == [-2.0, 52.0]
    assert figure(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")))["layout"]["xaxis"]["title"]["text"] == "As of today"


def test_a_barrier_has_its_teeth_on_the_refused_side() -> None:
    """B refuses more than 15, so its teeth point right; what is not stated has a bracket and a question mark."""
    found = figure(quota(percent(), UP_DOWN, *TV3))
    barriers = [one for one in found["layout"]["shapes"] if one["type"] == "path" and one.get("fillcolor")]
    assert [(one["xanchor"], one["yanchor"]) for one in barriers] == [(15.0, -1)]
    assert "L8," in barriers[0]["path"]
    questions = [(one["x"], one["text"]) for one in found["layout"]["annotations"] if "?" in one["text"]]
    assert questions == [(10.0, "<b>?</b>")]
    mirrored = figure(quota(percent(), UP_DOWN, statement("a", "red_line", 15)))
    assert "L-8," in next(one["path"] for one in mirrored["layout"]["shapes"] if one.get("fillcolor"))


def test_the_distance_is_solid_where_sure_and_dashed_where_possible() -> None:
    """TV3: dashed from 10 to 30, solid from 12 to 25, and its label says both bounds."""
    found = figure(quota(percent(), UP_DOWN, *TV3))
    lines = [
        (one["x0"], one["x1"], one["line"].get("dash", ""))
        for one in found["layout"]["shapes"]
        if one["type"] == "line" and one["line"]["color"] == NEUTRAL
    ]
    assert lines == [(10.0, 30.0, "4px,4px"), (12.0, 25.0, "")]
    assert "<b>A \u2013 B: 13 to 20 points apart</b>" in [one["text"] for one in found["layout"]["annotations"]]


def bars(found: Mapping[str, Any], label: str) -> list[tuple[float, float, bool]]:
    """Return start, end and hatching of the bars whose hover text begins with the label."""
    chosen = [one for one in found["data"] if one["type"] == "bar" and one["hovertemplate"].startswith(label)]
    return [(one["base"][0], one["base"][0] + one["x"][0], "pattern" in one["marker"]) for one in chosen]


def test_a_zone_is_solid_if_certain_and_hatched_if_possible() -> None:
    """On a ladder it takes in the whole of its rungs."""
    certain = figure(quota(percent(), UP_DOWN, statement("a", "red_line", 17), statement("b", "red_line", 20)))
    assert bars(certain, "certain zone") == [(17.0, 20.0, False)]
    possible = figure(quota(ladder(6), UP_DOWN, statement("a", "red_line", "r3"), statement("b", "offer", "r1")))
    assert bars(possible, "possible zone") == [(2.5, 5.5, True)]
    both = figure(quota(percent(), UP_DOWN, statement("a", "red_line", (15, 17)), statement("b", "red_line", (18, 20))))
    assert bars(both, "zone: solid") == [(15.0, 20.0, True), (17.0, 18.0, False)]
    neither = figure(quota(percent(), UP_DOWN, statement("a", "red_line", 22), statement("b", "red_line", 20)))
    assert [one for one in neither["data"] if "zone" in one.get("hovertemplate", "")] == []


def test_an_imprecise_limit_fades_towards_what_is_kept() -> None:
    """The hatch is strongest at the barrier, and covers the whole stretch."""
    found = figure(quota(percent(), UP_DOWN, statement("b", "red_line", (10, 13))))
    stretch = [one for one in found["data"] if one["type"] == "bar" and one["hovertemplate"].startswith("stated limit, somewhere here: 10 to 13 %")]
    assert (stretch[0]["base"][0], stretch[-1]["base"][0] + stretch[-1]["x"][0]) == (10.0, 13.0)
    shades = [float(one["marker"]["pattern"]["fgcolor"].rpartition(",")[2].rstrip(")")) for one in stretch]
    assert shades == sorted(shades)
    assert shades[0] < shades[-1]


def test_the_legend_names_each_kind_of_mark_once_and_only_what_is_drawn() -> None:
    """Shape carries the meaning, so the legend is in a neutral colour."""
    found = figure(quota(percent(), UP_DOWN, *TV3))
    legend = [(one["name"], one["marker"]["color"]) for one in found["data"] if one["type"] == "scatter" and one["x"] == [None]]
    assert legend == [(name, NEUTRAL) for name in ("demand", "best offer", "stated limit", "? limit not stated")]
    bare = figure(quota(percent(), UP_DOWN, statement("a", "red_line", 15)))
    assert [one["name"] for one in bare["data"] if one["type"] == "scatter" and one["x"] == [None]] == ["stated limit"]


def test_parties_have_their_own_colours_and_text_the_page_s_ink() -> None:
    """The figure sets its own template and colours; only the background is left to the page."""
    found = figure(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "offer", "r1")))
    assert [one["marker"]["color"] for one in found["data"][:2]] == ["#2A78C8", "#C64E18"]
    assert found["layout"]["font"]["color"] == LIGHT_INK
    assert found["layout"]["paper_bgcolor"] == found["layout"]["plot_bgcolor"] == "rgba(0,0,0,0)"


def test_words_of_the_files_are_not_read_as_markup() -> None:
    """A rung called "<5 % & falling" is drawn with its sign, which a chart would take for the start of a tag."""
    rungs = [{"id": name, "name": f"<{name} & falling>", "means": name, "why": "More."} for name in ("five", "nine")]
    found = figure(quota({"ladder": rungs}, UP_DOWN, statement("a", "demand", "nine")))
    assert found["layout"]["xaxis"]["ticktext"] == ["&lt;five &amp;<br>falling&gt;", "&lt;nine &amp;<br>falling&gt;"]
    assert "“&lt;nine &amp; falling&gt;”" in found["data"][0]["hovertemplate"]


def test_the_figure_grows_with_its_rows() -> None:
    """Each further party adds a row's height."""
    two = figure(quota(ladder(6), UP_DOWN, statement("a", "threat", "r5"), statement("a", "demand", "r5"), statement("b", "demand", "r0")))
    one = figure(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")))
    assert two["layout"]["height"] > one["layout"]["height"]


def test_an_evidence_cut_is_written_above_the_drawing() -> None:
    """In bold above the legend, with room of its own; without a cut there is neither."""
    drawn = drawing(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r0")))
    cut, uncut = (gap_figure(drawn, COLOURS, "As of today", LIGHT_INK, name)["layout"] for name in ("On <record> only", ""))
    assert cut["legend"]["title"] == {"text": "<b>On &lt;record&gt; only</b>", "side": "top", "font": {"size": 16}}
    assert "title" not in uncut["legend"]
    assert cut["margin"]["t"] - uncut["margin"]["t"] == cut["height"] - uncut["height"] == 26
    assert gap_alt(drawn, "Unknown.", "On record only").startswith("On record only. Positions on a ladder")


# Voices


DIFFERING = [
    statement("a", "demand", "r5", said="2025-03-20"),
    statement("a", "demand", ("r2", "r3"), speaker="leak", said="2025-03-01"),
    statement("a", "offer", "r3", speaker="envoy", conveyance="hint"),
    statement("a", "offer", "r4"),
    statement("b", "demand", "r0"),
]


def test_voices_stand_above_their_party_s_line_in_its_shapes() -> None:
    """Filled is a demand, hollow an offer, with a dot if only hinted at; each with its letter, at the height of its lane; rows move down for them."""
    found = figure(quota(ladder(6), UP_DOWN, *DIFFERING))
    assert spoken(found) == [
        ([2.0, 3.0], [-0.1, -0.1], "circle", ["", "b"], "right"),
        ([3.0], [0.1], "circle-open-dot", ["c"], "right"),
        ([4.0], [-0.1], "circle-open", ["a"], "right"),
        ([5.0], [0.1], "circle", ["a"], "left"),
    ]
    assert found["layout"]["yaxis"]["tickvals"] == pytest.approx([-0.4, -1.4])
    assert {one["marker"]["color"] for one in found["data"] if "text" in one} == {"#2A78C8"}
    assert all(one["cliponaxis"] is False for one in found["data"] if "text" in one)


def test_a_voice_says_who_where_and_when_on_hover() -> None:
    """The letter stands for a name, a place and a date."""
    found = figure(quota(ladder(6), UP_DOWN, *DIFFERING))
    assert next(one["hovertemplate"] for one in found["data"] if "text" in one) == (
        "A, demand: “Rung 2” to “Rung 3” (b leak, 1 Mar 2025)<extra></extra>"
    )


def test_a_voice_on_a_limit_is_a_short_toothed_tick() -> None:
    """Its tooth stands on the refused side; only its letter is a mark, which cannot be seen by itself."""
    found = figure(quota(percent(), UP_DOWN, statement("b", "red_line", 15, said="2025-03-20"), statement("b", "red_line", 10, speaker="envoy")))
    ticks = [one for one in found["layout"]["shapes"] if one["type"] == "path" and one["path"].startswith("M0,-8 L0,8 M")]
    assert [(one["xanchor"], round(one["yanchor"], 6)) for one in ticks] == [(10.0, -0.1), (15.0, 0.1)]
    assert all("L6," in one["path"] and one["fillcolor"] == "#C64E18" for one in ticks)
    assert [one["marker"]["color"] for one in found["data"] if "text" in one] == ["rgba(0,0,0,0)"] * 2
    mirrored = figure(quota(percent(), UP_DOWN, statement("a", "red_line", 15, said="2025-03-20"), statement("a", "red_line", 10, speaker="envoy")))
    assert sum("L-6," in one.get("path", "") for one in mirrored["layout"]["shapes"]) == 2


def test_the_legend_has_an_entry_for_voices_where_there_are_any() -> None:
    """It is small and last; without voices it is not there, and the figure is no taller than it was."""
    found, without = figure(quota(ladder(6), UP_DOWN, *DIFFERING)), figure(quota(ladder(6), UP_DOWN, DIFFERING[0], DIFFERING[4]))
    names = [[one["name"] for one in each["data"] if one.get("x") == [None]] for each in (found, without)]
    assert names[0][-1] == "one speaker’s word"
    assert "one speaker’s word" not in names[1]
    assert (without["layout"]["yaxis"]["tickvals"], without["layout"]["yaxis"]["range"][1]) == ([0, -1], 0.5)
    assert found["layout"]["height"] - without["layout"]["height"] == 20 + 2 * 12 + round(84 * 0.2 * 2)


def test_voices_are_told_in_words() -> None:
    """Who cannot see the chart reads each place that a speaker names, with who and when."""
    told = gap_alt(
        drawing(quota(percent(), UP_DOWN, *(statement("a", "demand", at, speaker=who) for who, at in (("minister", 30), ("envoy", 25))))), ""
    )
    assert told == (
        "Positions on a scale in % from 0 to 50. A (1 Mar 2025): demand 25 to 30 %, limit not stated. "
        "One speaker’s word: A, demand: 25 % (a envoy, 1 Mar 2025). A, demand: 30 % (b minister, 1 Mar 2025)."
    )


def test_a_limit_and_a_demand_under_a_condition_only_are_told_as_such() -> None:
    """In the legend, and in the words for those who cannot see it."""
    condition = {"type": "if", "says": "the herring return"}
    said = [statement("b", "offer", "r1"), *(statement("b", kind, at, condition=condition) for kind, at in (("red_line", "r3"), ("demand", "r0")))]
    found = drawing(quota(ladder(6), UP_DOWN, *said))
    legend = [one["name"] for one in gap_figure(found, COLOURS, "", "#000")["data"] if one.get("x") == [None]]
    assert legend == ["best offer", "? no limit without a condition"]
    assert "best offer “Rung 1”, no demand without a condition, no limit without a condition." in gap_alt(found, "")


def test_all_is_told_in_words() -> None:
    """Who cannot see the chart reads every mark, the distance and the status, with dates and units."""
    assert gap_alt(drawing(quota(percent(), UP_DOWN, *TV3)), "Unknown.") == (
        "Positions on a scale in % from 0 to 50. "
        "A (1 Mar 2025): demand 25 to 30 %, best offer 20 %, limit not stated. "
        "B (1 Mar 2025): demand 0 %, best offer 10 to 12 %, stated limit 15 %. "
        "A \u2013 B: 13 to 20 points apart. Unknown."
    )
    on_ladder = gap_alt(drawing(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"))), "")
    assert on_ladder == "Positions on a ladder of named rungs. A (1 Mar 2025): demand “Rung 5”, limit not stated."


def test_a_long_label_of_the_gap_is_told_on_two_lines() -> None:
    """Two names of many letters, one of them written from the right: no line is wider than a phone."""
    names = {"a": {"short": "The Commission of the Northern Isles for Herring and Fisheries"}, "b": {"short": "الهيئة العامة لمصايد الأسماك"}}
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), statement("b", "offer", 10), parties_as=names)
    drawing = gap_drawing(gap(data), (position(data, "a"), position(data, "b")), data.statement_by_id)
    made: Any = gap_figure(drawing, {"a": "#000000", "b": "#000000"}, "", "#000000")
    label = next(one["text"] for one in made["layout"]["annotations"] if "apart" in one["text"])
    lines = unmarked(label.removeprefix("<b>").removesuffix("</b>")).split("<br>")
    assert len(lines) == 2
    assert max(len(line) for line in lines) <= TICK_LETTERS
    assert drawing.measure is not None
    assert " ".join(lines) == unmarked(drawing.measure.label)
