"""The drawn timeline: sound for plotly whatever the data, no way between two places but upright, and all of it told in words."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.analysis.leading import towards_of
from parley.analysis.outcomes import Span, outcomes_of, threshold
from parley.analysis.overview import overview
from parley.analysis.timeline import timeline
from parley.dataset import Dataset, load
from parley.figures.alternatives import timeline_alt
from parley.figures.drawing import literal, two_lines
from parley.figures.palette import DARK_INK, LIGHT_INK, NEUTRAL, party_colours
from parley.figures.timeline_figure import timeline_figure
from parley.figures.timeline_geometry import TimelineDrawing, timeline_drawing
from tests.figures.reading import numbers
from tests.making import ladder, percent, quota, statement

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "positions" / "us-china-trade"
INVENTED = ROOT / "tests" / "data" / "fjords"
UP_DOWN = {"a": "up", "b": "down"}
COLOURS = {"a": "#2A78C8", "b": "#C64E18", "c": "#9660A8"}
LAST = date(2025, 3, 31)
DAYS = [
    (SHIPPED, date(2018, 3, 31), None),
    (SHIPPED, date(2018, 5, 2), None),
    (SHIPPED, date(2018, 6, 2), date(2018, 5, 3)),
    (SHIPPED, date(2019, 1, 23), None),
    (SHIPPED, date(2019, 1, 23), date(2018, 10, 25)),
    (SHIPPED, date(2022, 1, 1), date(2021, 12, 1)),
    (INVENTED, date(2025, 4, 30), None),
    (INVENTED, date(2025, 4, 30), date(2025, 4, 1)),
]


@cache
def held(folder: Path) -> Dataset:
    return load(folder)


def drawings(data: Dataset, as_of: date, start: date | None = None, cut: EvidenceCut = ALL_EVIDENCE) -> Iterator[TimelineDrawing]:
    """Yield the drawing of every issue on which anybody has spoken, all parties shown, each statement where it stands."""
    for row in overview(data, data.negotiation.parties, as_of, cut):
        pair = (row.gap.a.party.id, row.gap.b.party.id) if row.gap else None
        found = timeline(data, row, as_of, cut, towards_of(data, row.issue, pair))
        if found is None:
            continue
        spans: dict[str, Span | None] = {}
        for one in found.said:
            wants = row.issue.directions.get(one.party)
            is_somewhere = wants and one.place.is_placed and one.place.unknown is None
            spans[one.id] = threshold(outcomes_of(one.place, found.axis, wants), wants) if wants and is_somewhere else None
        yield timeline_drawing(found, spans, start)


def drawing(data: Dataset, as_of: date = LAST, start: date | None = None) -> TimelineDrawing:
    (found,) = drawings(data, as_of, start)
    return found


def figure(data: Dataset, as_of: date = LAST, start: date | None = None, colours: Mapping[str, str] = COLOURS) -> Mapping[str, Any]:
    """Return the figure of "quota", as plotly's JSON has it."""
    found: Mapping[str, Any] = timeline_figure(drawing(data, as_of, start), colours, "As of today", LIGHT_INK)
    return found


def with_events(data: Dataset, *events: Mapping[str, Any]) -> Dataset:
    header = data.negotiation.model_dump(by_alias=True, exclude_defaults=True)
    told = [{"id": f"e{number}", "source": "gazette", **one} for number, one in enumerate(events)]
    return Dataset(data.negotiation.model_validate({**header, "events": told}), data.statements, data.sources, "test", {})


def is_drawn(trace: Mapping[str, Any]) -> bool:
    return list(trace["x"]) != [None]


def lines(found: Mapping[str, Any], axis: str = "y") -> list[Mapping[str, Any]]:
    """Return the level lines on one axis: neither bands nor upright steps."""
    drawn = [one for one in found["data"] if is_drawn(one) and one["mode"] == "lines" and one.get("yaxis", "y") == axis and "fill" not in one]
    return [one for one in drawn if one["y"][0] == one["y"][1]]


def steps(found: Mapping[str, Any]) -> list[tuple[str, list[float]]]:
    """Return where something moved upright, and between what."""
    drawn = [one for one in found["data"] if is_drawn(one) and one["mode"] == "lines" and "fill" not in one]
    return [(one["x"][0], one["y"]) for one in drawn if one["y"][0] != one["y"][1]]


def bands(found: Mapping[str, Any], axis: str = "y") -> list[tuple[str, str, float, float]]:
    """Return from when until when, and between which values, something is not known exactly."""
    drawn = [one for one in found["data"] if "fill" in one and one.get("yaxis", "y") == axis]
    return [(one["x"][0], one["x"][1], one["y"][0], one["y"][2]) for one in drawn]


def marks(found: Mapping[str, Any]) -> list[tuple[list[str], list[float], str]]:
    return [(one["x"], one["y"], one["marker"]["symbol"]) for one in found["data"] if is_drawn(one) and one["mode"] == "markers"]


def legend(found: Mapping[str, Any]) -> list[str]:
    return [one["name"] for one in found["data"] if not is_drawn(one)]


@pytest.mark.parametrize("cut", CUTS, ids=lambda one: one.id)
@pytest.mark.parametrize(("folder", "as_of", "start"), DAYS, ids=lambda one: getattr(one, "name", str(one)))
def test_every_figure_is_sound(folder: Path, as_of: date, start: date | None, cut: EvidenceCut) -> None:
    """Whatever the issue, date, start and cut: plotly finds nothing wrong in full, and every number in it is finite."""
    colours = party_colours(held(folder).negotiation)
    for one in drawings(held(folder), as_of, start, cut):
        found = timeline_figure(one, colours, "As of some day · All evidence · 3 statements", DARK_INK)
        validated = go.Figure(found)
        assert len(validated.data) == len(found["data"])
        assert all(math.isfinite(number) for number in numbers(found))
        assert json.loads(json.dumps(found, allow_nan=False)) == found


@pytest.mark.parametrize(("folder", "as_of", "start"), DAYS, ids=lambda one: getattr(one, "name", str(one)))
def test_nothing_is_drawn_between_two_places_but_upright(folder: Path, as_of: date, start: date | None) -> None:
    """A line is level or stands on one day; nothing begins before the drawing, and no line of a party goes on after the date shown."""
    colours = party_colours(held(folder).negotiation)
    for one in drawings(held(folder), as_of, start):
        found = timeline_figure(one, colours, "As of some day", LIGHT_INK)
        for trace in found["data"]:
            if not is_drawn(trace):
                continue
            assert all(one.start.isoformat() <= day <= as_of.isoformat() for day in trace["x"])
            if trace["mode"] == "lines" and "fill" not in trace:
                assert len(trace["x"]) == 2
                assert trace["y"][0] == trace["y"][1] or trace["x"][0] == trace["x"][1]


def test_a_party_s_line_is_level_and_steps_upright() -> None:
    """On rung 5 until the twentieth, then on rung 2; each party in its own colour, a demand thicker than an offer, that than a limit."""
    said = [
        statement("a", "demand", "r5"),
        statement("a", "demand", "r2", said="2025-03-20"),
        statement("b", "offer", "r1"),
        statement("b", "red_line", "r4"),
    ]
    found = figure(quota(ladder(6), UP_DOWN, *said))
    assert [(one["x"], one["y"][0], one["line"]["color"], one["line"]["width"]) for one in lines(found)] == [
        (["2025-03-01", "2025-03-20"], 4.93, "#2A78C8", 4.0),
        (["2025-03-20", "2025-03-31"], 1.93, "#2A78C8", 4.0),
        (["2025-03-01", "2025-03-31"], 4.07, "#C64E18", 1.5),
        (["2025-03-01", "2025-03-31"], 1.07, "#C64E18", 2.0),
    ]
    assert steps(found) == [("2025-03-20", [1.93, 4.93])]
    assert bands(found) == []


def test_a_line_that_ended_is_not_drawn_on() -> None:
    """An offer that ran out ends, and one made later has no step from it: between the two nothing was offered."""
    said = [statement("a", "offer", "r2", expires="2025-03-05"), statement("a", "offer", "r4", said="2025-03-20")]
    found = figure(quota(ladder(6), UP_DOWN, *said))
    assert [one["x"] for one in lines(found)] == [["2025-03-01", "2025-03-06"], ["2025-03-20", "2025-03-31"]]
    assert steps(found) == []


def test_a_stale_line_is_dotted_from_the_day_on_which_it_grew_stale() -> None:
    """And the key says what a dotted line is."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), freshness_days=10)
    assert [(one["x"], one["line"]["dash"]) for one in lines(figure(data))] == [
        (["2025-03-01", "2025-03-12"], "solid"),
        (["2025-03-12", "2025-03-31"], "2px,4px"),
    ]
    assert "stale" in legend(figure(data))
    assert "stale" not in legend(figure(data, date(2025, 3, 11)))
    assert steps(figure(data)) == []


def test_only_what_is_uncertain_has_a_band() -> None:
    """From 25 to 30 a band between two lines; what is exact is one line."""
    said = [statement("a", "demand", (25, 30)), statement("a", "demand", 20, said="2025-03-20"), statement("b", "demand", 0)]
    found = figure(quota(percent(), UP_DOWN, *said))
    assert bands(found) == [("2025-03-01", "2025-03-20", 25.0, 30.0)]
    assert [(one["x"][0], one["y"][0]) for one in lines(found)] == [
        ("2025-03-01", 25.0),
        ("2025-03-01", 30.0),
        ("2025-03-20", 20.0),
        ("2025-03-01", 0.0),
    ]
    assert steps(found) == [("2025-03-20", [20.0, 30.0])]
    assert bands(found, "y2") == [("2025-03-01", "2025-03-20", 25.0, 30.0)]
    assert [(one["x"], one["y"][0]) for one in lines(found, "y2")] == [
        (["2025-03-01", "2025-03-20"], 25.0),
        (["2025-03-01", "2025-03-20"], 30.0),
        (["2025-03-20", "2025-03-31"], 20.0),
    ]


@pytest.mark.parametrize(
    ("direction", "teeth"),
    [("up", [([10.0], "triangle-down")]), ("down", [([12.0], "triangle-up")]), ("target", [([10.0], "triangle-down"), ([12.0], "triangle-up")])],
)
def test_a_limit_has_teeth_on_the_side_it_refuses(direction: str, teeth: list[tuple[list[float], str]]) -> None:
    """At the end beyond which refusal begins; a target refuses on both sides."""
    fine = {"from": "10", "to": "12", "reading": "acceptable"}
    found = figure(quota(percent(), {"a": direction, "b": "down"}, statement("a", "red_line", fine)))
    symbols = ("triangle-down", "triangle-up")
    assert [(y, symbol) for _, y, symbol in marks(found) if symbol in symbols] == teeth


def test_every_statement_with_a_place_is_marked_and_every_one_ticked() -> None:
    """The mark's shape tells the kind, and the tick on the floor tells of those without a place too."""
    said = [
        statement("a", "demand", "r5"),
        statement("b", "offer", ("r1", "r2"), said="2025-03-05"),
        statement("b", "threat", "r3", said="2025-03-10"),
        statement("b", "demand", {"unknown": "No level was named."}, said="2025-03-15"),
    ]
    found = figure(quota(ladder(6), UP_DOWN, *said))
    assert marks(found) == [
        (["2025-03-01"], [4.93], "circle"),
        (["2025-03-05", "2025-03-05"], [1.07, 2.07], "circle-open"),
        (["2025-03-10"], [3.07], "triangle-up-open"),
    ]
    ticks = [(one["x0"], one["line"]["color"]) for one in found["layout"]["shapes"] if one["yref"] == "y"]
    assert ticks == [("2025-03-01", "#2A78C8"), ("2025-03-05", "#C64E18"), ("2025-03-10", "#C64E18"), ("2025-03-15", "#C64E18")]
    assert all(one["y1"] < -0.3 for one in found["layout"]["shapes"] if one["yref"] == "y")


def test_the_key_names_what_is_drawn_and_nothing_else() -> None:
    """Parties by colour, kinds of line in a neutral one."""
    assert legend(figure(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")))) == ["A", "demand"]
    said = [
        statement("a", "demand", "r5"),
        statement("b", "offer", "r1"),
        statement("b", "red_line", "r2"),
        statement("b", "threat", "r2"),
    ]
    found = figure(quota(ladder(6), UP_DOWN, *said))
    assert legend(found) == ["A", "B", "demand", "best offer", "stated limit", "threat, never in a gap"]
    kinds = [one for one in found["data"] if not is_drawn(one) and one["mode"] != "markers"]
    assert {one["line"]["color"] for one in kinds} == {NEUTRAL}


def test_the_gap_is_a_strip_of_its_own_beneath() -> None:
    """It has its own axis from nothing to the whole scale, and is empty while the gap is not known."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r1", said="2025-03-10"))
    found = figure(data)
    assert [(one["x"], one["y"], one["line"]["color"]) for one in lines(found, "y2")] == [(["2025-03-10", "2025-03-31"], [4.0, 4.0], NEUTRAL)]
    layout = found["layout"]
    assert layout["yaxis2"]["range"] == [0, 5.4]
    assert layout["yaxis2"]["domain"][1] < layout["yaxis"]["domain"][0]
    assert "<b>A \u2013 B, rungs apart</b>; now 4 rungs" in [one["text"] for one in layout["annotations"]]


def test_without_a_pair_there_is_no_strip() -> None:
    """The scale takes the whole height."""
    layout = figure(quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5")))["layout"]
    assert "yaxis2" not in layout
    assert layout["yaxis"]["domain"] == [0.0, 1]
    assert layout["xaxis"]["anchor"] == "y"


def test_a_distance_never_known_makes_no_strip_and_is_told() -> None:
    """The dates stay under the scale, and the note says that the distance is not known; nor is there one where it was known only before the start."""
    layout = figure(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "threat", "r1")))["layout"]
    assert "yaxis2" not in layout
    assert layout["xaxis"]["anchor"] == "y"
    assert layout["xaxis"]["title"]["text"].replace("<br>", " ").startswith("A \u2013 B, rungs apart: not known in this time \u00b7 ")


def test_a_day_that_is_not_known_is_drawn_as_a_stretch_of_days() -> None:
    """From the first day on which it can have been said to its mark on the last, dotted."""
    found = figure(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("a", "offer", "r3", said="2025-03-05/2025-03-20")))
    drawn = [(one["x"], one["y"]) for one in found["data"] if one.get("line", {}).get("dash") == "1px,5px"]
    assert drawn == [(["2025-03-05", "2025-03-20"], [3.0, 3.0])]


def test_a_limit_that_only_grows_stale_has_no_new_teeth() -> None:
    """Its teeth stand where it began and where it changed."""
    data = quota(ladder(6), UP_DOWN, statement("a", "red_line", "r3"), statement("b", "demand", "r1", said="2025-03-20"), freshness_days=10)
    found = figure(data)
    teeth = [one["x"] for one in found["data"] if one.get("marker", {}).get("symbol") == "triangle-down" and one["x"] != [None]]
    assert teeth == [["2025-03-01"]]


def test_a_ladder_names_its_rungs_and_a_quantity_its_unit() -> None:
    """Every rung stands on the axis; a quantity runs a little beyond its ends."""
    rungs = figure(quota(ladder(3), UP_DOWN, statement("a", "demand", "r2")))["layout"]["yaxis"]
    assert (rungs["tickvals"], rungs["ticktext"]) == ([0, 1, 2], ["Rung 0", "Rung 1", "Rung 2"])
    percents = figure(quota(percent(), UP_DOWN, statement("a", "demand", 20)))["layout"]["yaxis"]
    assert (percents["title"]["text"], percents["range"]) == ("%", [-2.5, 52.5])


def test_events_are_upright_lines_with_labels_above() -> None:
    """A day is a line, several days are shaded, the label nearer the middle lower; the date shown is dashed."""
    events = [
        {"date": "2025-03-05", "what": "A meeting.", "short": "Meeting"},
        {"date": "2025-03-06/2025-03-08", "what": "A round of talks.", "short": "Round"},
        {"date": "2025-04-10", "what": "The deadline.", "short": "Deadline"},
    ]
    found = figure(with_events(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")), *events))["layout"]
    uprights = [(one["x0"], "dash" in one["line"]) for one in found["shapes"] if one["yref"] == "paper" and one["type"] == "line"]
    assert uprights == [("2025-03-05", False), ("2025-03-06", False), ("2025-03-31", True), ("2025-04-10", False)]
    assert [(one["x0"], one["x1"]) for one in found["shapes"] if one["type"] == "rect"] == [("2025-03-06", "2025-03-08")]
    above = {one["text"]: (one["y"] > 1, one["xanchor"]) for one in found["annotations"] if one["yref"] == "paper" and one["y"] > 1}
    assert above == {"Meeting": (True, "left"), "Round": (True, "left"), "date shown": (True, "right"), "Deadline": (True, "right")}
    heights = {one["text"]: one["y"] for one in found["annotations"]}
    assert heights["Round"] < heights["Meeting"]


def test_a_silence_stands_in_the_middle_of_what_is_drawn_of_it() -> None:
    """Cut off by the start, its words stay inside the drawing."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5", said="2025-01-01"), statement("a", "demand", "r5", said="2025-03-12"))

    def words(start: date | None) -> list[tuple[str, str]]:
        annotations = figure(data, LAST, start)["layout"]["annotations"]
        return [(one["text"], one["x"]) for one in annotations if "without" in one["text"]]

    assert words(None) == [("<i>70 days without a word</i>", "2025-02-05")]
    assert words(date(2025, 3, 2)) == [("<i>70 days without a word</i>", "2025-03-07")]


def test_a_drawing_that_starts_later_cuts_lines_off_there() -> None:
    """They begin with the drawing, and so does the strip."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r0", said="2025-03-05"))
    found = figure(data, LAST, date(2025, 3, 20))
    assert {tuple(one["x"]) for one in [*lines(found), *lines(found, "y2")]} == {("2025-03-20", "2025-03-31")}
    assert marks(found) == []


def test_a_drawing_in_which_nothing_stands_any_more_is_sound() -> None:
    """No line, no key, and no label of what is gone."""
    data = quota(ladder(6), UP_DOWN, statement("a", "offer", "r2", expires="2025-03-05"))
    found = figure(data, LAST, date(2025, 3, 20))
    go.Figure(found)
    assert (lines(found), legend(found)) == ([], [])


def test_each_value_has_one_label_at_the_end() -> None:
    """Two lines on one rung share it; it stands before the date shown, so that it is never cut off."""
    data = quota(ladder(6), UP_DOWN, statement("a", "offer", "r2"), statement("b", "demand", "r2"))
    ends = [one for one in figure(data)["layout"]["annotations"] if one["yref"] == "y" and one["x"] == "2025-03-31"]
    assert [(one["text"], one["y"], one["xanchor"]) for one in ends] == [("<b>A offer, B demand</b>", 2.22, "right")]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("<b>bold</b> & more", "&lt;b&gt;bold&lt;/b&gt; &amp; more"),
        ("5 % of “all”", "5 % of “all”"),
        ("up to %{y}", "up to &#37;{y}"),
        ('it\'s "so"', 'it\'s "so"'),
    ],
)
def test_text_from_the_files_is_never_markup(text: str, safe: str) -> None:
    """A chart reads "<" as a tag and "%{y}" as a value's name; both are told as written."""
    assert literal(text) == safe


def test_all_text_from_the_files_is_escaped_in_a_figure() -> None:
    """Names of parties and rungs, events, words of statements, and the note."""
    bad = "<i>%{y}</i>"
    scale = {"ladder": [{"id": f"r{n}", "name": f"{n} {bad}", "means": "x", "why": "y"} for n in range(3)]}
    parties: Mapping[str, Mapping[str, Any]] = {"a": {"short": bad, "name": bad}}
    data = with_events(
        quota(scale, UP_DOWN, statement("a", "demand", "r2", says=bad), statement("b", "red_line", "r0"), parties_as=parties),
        {"date": "2025-03-05", "what": bad},
    )
    text = json.dumps(timeline_figure(drawing(data), COLOURS, bad, LIGHT_INK))
    assert "<i>" not in text
    assert "%{" not in text
    assert "&lt;i&gt;&#37;{y}&lt;/i&gt;" in text


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Short", "Short"),
        ("Binding US$100 bn cut", "Binding<br>US$100 bn cut"),
        ("On the agenda, rethought", "On the agenda,<br>rethought"),
        ("Unbreakablewordofgreatlength", "Unbreakablewordofgreatlength"),
        ("Left < right", "Left &lt;<br>right"),
    ],
)
def test_a_name_takes_two_lines_at_most(name: str, lines: str) -> None:
    """It breaks between words only."""
    assert two_lines(name) == lines


def told(*said: Mapping[str, Any], events: Sequence[Mapping[str, Any]] = (), **more: Any) -> str:
    return timeline_alt(drawing(with_events(quota(ladder(6), UP_DOWN, *said, **more), *events)), "Quota")


def test_the_drawing_is_told_in_words() -> None:
    """Each line with its places and days, then what happened, then the gap."""
    assert told(
        statement("a", "demand", "r5"),
        statement("a", "demand", ("r2", "r3"), said="2025-03-20"),
        statement("b", "demand", "r0", said="2025-03-10"),
        events=[{"date": "2025-03-05/2025-03-06", "what": "A round of talks."}, {"date": "2025-04-10", "what": "x", "short": "Deadline"}],
    ) == (
        "Quota over time. A, demand: “Rung 5” from 2025-03-01, then “Rung 2” to “Rung 3” from 2025-03-20. B, demand: “Rung 0” from 2025-03-10. "
        "A round of talks, 2025-03-05 to 2025-03-06. date shown, 2025-03-31. Deadline, 2025-04-10. "
        "A \u2013 B, rungs apart: not known from 2025-03-01, then 5 rungs from 2025-03-10, then 2 to 3 rungs from 2025-03-20."
    )


def test_the_evidence_cut_is_told_first_where_it_is_not_the_default() -> None:
    """In bold above the key, with room of its own, and in words; text from the files like any other."""
    found = drawing(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")))
    plain, cut = (timeline_figure(found, COLOURS, "note", LIGHT_INK, words)["layout"] for words in ("", "On record <only>"))
    assert "title" not in plain["legend"]
    assert cut["legend"]["title"]["text"] == "<b>On record &lt;only&gt;</b>"
    assert cut["height"] > plain["height"]
    assert timeline_alt(found, "Quota", "On record only").startswith("On record only. Quota over time. A, demand: “Rung 5” from 2025-03-01.")


def test_what_ended_is_told_to_have_ended() -> None:
    """With the day; and a place held twice with nothing between is told as twice."""
    said = [
        statement("a", "offer", "r2", expires="2025-03-05"),
        statement("a", "offer", "r2", said="2025-03-20", expires="2025-03-25"),
        statement("a", "demand", "r5"),
        statement("a", "demand", "r5", said="2025-03-20"),
    ]
    assert told(*said) == (
        "Quota over time. A, demand: “Rung 5” from 2025-03-01. "
        "A, best offer: “Rung 2” from 2025-03-01 until 2025-03-06, then “Rung 2” from 2025-03-20 until 2025-03-26. "
        "A \u2013 B, rungs apart: not known from 2025-03-01."
    )


def test_staleness_and_silence_are_told() -> None:
    """With the days on which they begin."""
    assert told(statement("a", "demand", "r5", said="2025-01-01"), freshness_days=30) == (
        "Quota over time. A, demand: “Rung 5” from 2025-01-01, then “Rung 5” (stale) from 2025-02-01. "
        "89 days without a word from 2025-01-01 to 2025-03-31. A \u2013 B, rungs apart: not known from 2025-01-01."
    )
