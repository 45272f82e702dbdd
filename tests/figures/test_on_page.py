"""A picture on a page: sound for plotly whatever the data, every shape where the picture has it, in few traces."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go
import pytest

from parley.figures.issue_pictures import gap_picture_of, timeline_picture_of
from parley.figures.on_page import BASE_LINE, literal, plotly_figure
from parley.figures.palette import DARK_INK, LIGHT_INK
from parley.figures.picture import INK, Box, Dot, Item, Label, Layer, Line, Outline, Picture
from parley.telling.briefing import Briefing
from tests.briefings import many_tongues, shipped
from tests.figures.picturing import labels
from tests.figures.reading import numbers

BLUE = "#2A78C8"


def put(*items: Item, ink: str = "#000000") -> Any:
    """Return the figure of some shapes on a sheet of 300 by 100 pixels."""
    return plotly_figure(Picture(300, 100.4, (Layer("base", items),), "Alt."), ink)


def pictures(briefing: Briefing) -> Iterator[Picture]:
    for one in briefing.issues:
        for width in (350, 1180):
            for picture in (gap_picture_of(briefing, one, width), timeline_picture_of(briefing, one, width)):
                if picture is not None:
                    yield picture


@pytest.mark.parametrize("briefing", [shipped(), many_tongues()], ids=["shipped", "many tongues"])
def test_every_figure_is_sound_lean_and_whole(briefing: Briefing) -> None:
    """Plotly finds nothing wrong with it in full, its numbers are finite, it has two traces at most, and every text of the picture stands in it."""
    count = 0
    for picture in pictures(briefing):
        found = plotly_figure(picture, DARK_INK)
        assert len(go.Figure(found).data) == len(found["data"]) <= 2
        assert all(math.isfinite(number) for number in numbers(found))
        assert json.loads(json.dumps(found, allow_nan=False)) == found
        assert len(found["layout"]["shapes"]) <= 40
        texts = [text for trace in found["data"] if trace["mode"] == "text" for text in trace["text"]]
        assert texts == [literal(one.text) for one in labels(picture)]
        count += 1
    assert count >= 8


def test_its_axes_are_the_pixels_of_the_picture() -> None:
    """Nothing of plotly's own is seen: neither axes nor a legend, a background or anything under the pointer. Its width is that of its place."""
    layout = put(Label(0, 10, "a", 12), ink=LIGHT_INK)["layout"]
    assert layout["xaxis"] == {"visible": False, "fixedrange": True, "range": [0, 300]}
    assert layout["yaxis"] == {"visible": False, "fixedrange": True, "range": [100, 0]}
    assert (layout["height"], layout["margin"], "width" in layout) == (100, {"l": 0, "r": 0, "t": 0, "b": 0}, False)
    assert (layout["showlegend"], layout["hovermode"], layout["paper_bgcolor"], layout["plot_bgcolor"]) == (False, False, *["rgba(0,0,0,0)"] * 2)
    assert layout["font"]["color"] == LIGHT_INK


def test_a_text_stands_on_its_base_line() -> None:
    """Plotly sets it a quarter of its height above the point it is given; its anchor is the side of it on which the point lies."""
    (trace,) = put(Label(10, 20, "a", 12), Label(30, 40, "b", 16, "middle", is_bold=True, colour=BLUE), Label(50, 60, "c", 12, "end", opacity=0.8))[
        "data"
    ]
    assert (trace["mode"], trace["text"], trace["x"]) == ("text", ["a", "b", "c"], [10, 30, 50])
    assert trace["y"] == [20 + 12 * BASE_LINE, 40 + 16 * BASE_LINE, 60 + 12 * BASE_LINE]
    assert trace["textposition"] == ["top right", "top center", "top left"]
    assert trace["textfont"] == {"size": [12, 16, 12], "weight": [400, 600, 400], "color": ["#000000", BLUE, "rgba(0,0,0,0.80)"]}
    assert trace["cliponaxis"] is False


def test_a_ring_reaches_as_far_as_in_the_picture() -> None:
    """The line of a ring lies within its radius; all round marks are one trace, and none is seen through."""
    (trace,) = put(Dot(10, 20, 10, BLUE), Dot(30, 40, 9.5, BLUE, "hollow"), Dot(50, 60, 8, INK, "hollow", 2))["data"]
    marker = trace["marker"]
    assert list(zip(trace["x"], trace["y"], marker["symbol"], marker["size"], marker["line"]["width"], marker["color"], strict=True)) == [
        (30, 40, "circle-open", 16, 3, BLUE), (50, 60, "circle-open", 14, 2, "#000000"), (10, 20, "circle", 20, 0, BLUE),
    ]  # fmt: skip
    assert marker["opacity"] == 1


def test_lines_that_look_alike_are_one_shape() -> None:
    """Others have their own, in the order of the picture."""
    found = put(
        Line(0, 1, 2, 3, BLUE),
        Line(0, 0, 9, 9, BLUE, 2, (4, 3), 0.5),
        Line(4.04, 5, 6, 7, BLUE),
        Outline(((0, 0), (5, 5), (0, 9)), INK, 1, is_filled=True),
    )
    assert [(one["path"], one["line"], one["opacity"], one.get("fillcolor")) for one in found["layout"]["shapes"]] == [
        ("M0,1L2,3M4,5L6,7", {"color": BLUE, "width": 1}, 1, None),
        ("M0,0L9,9", {"color": BLUE, "width": 2, "dash": "4px,3px"}, 0.5, None),
        ("M0,0L5,5L0,9Z", {"color": "#000000", "width": 1}, 1, "#000000"),
    ]


def test_a_box_is_filled_or_hatched_within_its_edges() -> None:
    """Slanted lines rise to the right and touch both long sides; a further box of one look is not cut out of the first."""
    filled, hatched, edge = put(Box(10, 20, 30, 40, BLUE, 0.16), Box(50, 20, 60, 14, BLUE, is_hatched=True, edge=1.5))["layout"]["shapes"]
    assert (filled["path"], filled["fillcolor"], filled["fillrule"], filled["opacity"], filled["line"]) == (
        "M10,20L40,20L40,60L10,60Z", BLUE, "nonzero", 0.16, {"width": 0},
    )  # fmt: skip
    ends = [tuple(map(float, one)) for one in re.findall(r"M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)", hatched["path"])]
    assert len(ends) >= 6
    assert all(50 <= x1 < x2 <= 110 and 34 >= y1 > y2 >= 20 for x1, y1, x2, y2 in ends)
    assert all(x2 - x1 == pytest.approx(y1 - y2, abs=0.2) for x1, y1, x2, y2 in ends)
    assert (edge["line"]["width"], edge.get("fillcolor")) == (1.5, None)


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
    assert put(Label(0, 10, text, 12))["data"][0]["text"] == [safe]


def test_what_follows_a_label_and_slanted_letters_are_kept() -> None:
    """The words that follow stand behind the text, paler, also alone; only where some letters are slanted is that said of each."""
    (trace,) = put(Label(5, 10, "asks", 12, aside="May 2018"), Label(5, 30, "names nothing", 12, is_italic=True))["data"]
    pale = '<span style="color:rgba(0,0,0,0.68)">May 2018</span>'
    assert trace["text"] == [f"asks {pale}", "names nothing"]
    assert put(Label(5, 10, "", 12, aside="May 2018"))["data"][0]["text"] == [pale]
    assert trace["textfont"]["style"] == ["normal", "italic"]
    assert go.Figure({"data": [trace]}).data[0].textfont.style == ("normal", "italic")
    (upright,) = put(Label(5, 10, "asks", 12))["data"]
    assert "style" not in upright["textfont"]
