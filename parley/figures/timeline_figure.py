"""One issue over time as a plotly figure: step lines on the issue's own scale, events above, the gap as a strip beneath."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from parley.analysis.positions import Part as PositionPart
from parley.analysis.timeline import GapStretch
from parley.analysis.timeline import Stretch as TimeStretch
from parley.dates import days_later
from parley.figures.drawing import CUT_HEIGHT, EVENT_LETTERS, FONT, NOTE_WIDTH, TEMPLATE, Figure, Part, cut_title, hovered, literal, two_lines
from parley.figures.lettering import shortened
from parley.figures.palette import NEUTRAL, faded
from parley.figures.sheet import gap_ticks_of, ticks_of
from parley.figures.timeline_geometry import Line, Said, TimelineDrawing
from parley.telling.drawings import grown_stale, legend, part_of_party
from parley.telling.gap import apart, status_name
from parley.telling.said import Stretch
from parley.telling.terms import part_of_position
from parley.words import say

RUNG_HEIGHT, QUANTITY_HEIGHT, STRIP_HEIGHT, BETWEEN, LEVEL_HEIGHT, LEGEND_HEIGHT, AXIS_HEIGHT, NOTE_LINE = 46, 320, 92, 34, 19, 34, 58, 18
WIDTHS: Mapping[PositionPart, float] = {"demand": 4.0, "offer": 2.0, "limit": 1.5}
SYMBOLS = {"demand": "circle", "offer": "circle-open", "red_line": "line-ns-open", "threat": "triangle-up-open", "rationale": "line-ew-open"}


def timeline_figure(drawing: TimelineDrawing, colours: Mapping[str, str], note: str, ink: str, cut: str = "") -> Figure:
    """Return the figure of an issue over time; `colours` by party id, `note` the source note under the axis, `ink` the text's colour.

    `cut` says under which evidence cut it was made, and stands in bold above the drawing; empty under the default.
    """
    axis = drawing.axis
    scale = (len(axis.names) * RUNG_HEIGHT) if axis.is_ladder else QUANTITY_HEIGHT
    strip = STRIP_HEIGHT if drawing.has_strip else 0
    notes = [literal(line) for line in textwrap.wrap(drawing.noted(note), NOTE_WIDTH)]
    head, foot = LEGEND_HEIGHT + (CUT_HEIGHT if cut else 0) + drawing.levels * LEVEL_HEIGHT + 8, AXIS_HEIGHT + len(notes) * NOTE_LINE
    inside = scale + (strip + BETWEEN if strip else 0)
    parts = _Parts(drawing, colours, floor=(strip + BETWEEN) / inside if strip else 0.0, inside=inside)
    layout: Part = {
        "template": TEMPLATE,
        "height": inside + head + foot,
        "margin": {"l": 8, "r": 14, "t": head, "b": foot},
        "font": {"family": FONT, "color": ink},
        "showlegend": True,
        "legend": {"orientation": "h", "x": 0, "y": 1 + (drawing.levels * LEVEL_HEIGHT + 10) / inside, "yanchor": "bottom", "xanchor": "left",
                   "itemclick": False, "itemdoubleclick": False, "font": {"size": 14}, **cut_title(cut)},
        "hovermode": False,
        "dragmode": False,
        "xaxis": {"type": "date", "range": parts.range, "fixedrange": True, "showgrid": False, "zeroline": False, "tickfont": {"size": 14},
                  "tickformat": "%-d %b<br>%Y", "nticks": 7, "anchor": "y2" if strip else "y", "ticks": "outside", "tickcolor": NEUTRAL,
                  "title": {"text": "<br>".join(notes), "font": {"size": 13}, "standoff": 12}},
        "yaxis": {**parts.scale_axis(), "domain": [parts.floor, 1]},
        "shapes": list(parts.shapes()),
        "annotations": list(parts.annotations()),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    }  # fmt: skip
    if strip:
        layout["yaxis2"] = {**parts.strip_axis(), "domain": [0, strip / inside]}
    # As in the drawing of the gap: plain values of our own making, validated in full by a test.
    return {"data": list(parts.traces()), "layout": layout}


class _Parts:
    """The traces, shapes and annotations of a drawing over time."""

    def __init__(self, drawing: TimelineDrawing, colours: Mapping[str, str], floor: float, inside: int) -> None:
        self.drawing = drawing
        self.colours = colours
        self.floor = floor
        self.inside = inside
        room = max(1, (drawing.end - drawing.start).days)
        pad = max(1, round(room * 0.025))
        self.range = [days_later(drawing.start, -pad).isoformat(), days_later(drawing.end, pad).isoformat()]

    def scale_axis(self) -> Part:
        """Return the axis of the scale: named rungs, or a number with its unit."""
        axis = self.drawing.axis
        common: Part = {
            "fixedrange": True,
            "zeroline": False,
            "gridcolor": faded(NEUTRAL, 0.28),
            "tickfont": {"size": 13},
            "automargin": True,
            "ticks": "",
        }
        ticks = ticks_of(axis)
        common.update({"tickmode": "array", "tickvals": [float(value) for value, _ in ticks]})
        if axis.is_ladder:
            return {**common, "range": [-0.6, len(ticks) - 0.2], "ticktext": [two_lines(name) for _, name in ticks]}
        pad = (axis.top - axis.bottom) / 20
        common["ticktext"] = [words for _, words in ticks]
        return {**common, "range": [float(axis.bottom - pad), float(axis.top + pad)], "title": {"text": literal(axis.unit), "font": {"size": 14}}}

    def strip_axis(self) -> Part:
        """Return the axis of the gap's strip, from nothing to the whole scale."""
        top, ticks = float(self.drawing.axis.top - self.drawing.axis.bottom), gap_ticks_of(self.drawing.axis)
        return {
            "range": [0, top * 1.08], "fixedrange": True, "zeroline": True, "zerolinecolor": NEUTRAL, "gridcolor": faded(NEUTRAL, 0.2),
            "tickmode": "array", "tickvals": [float(value) for value, _ in ticks], "ticktext": [words for _, words in ticks],
            "tickfont": {"size": 12}, "automargin": True, "rangemode": "tozero",
        }  # fmt: skip

    def traces(self) -> Iterator[Part]:
        """Yield bands, lines, marks, the gap, and one legend entry for each kind of line."""
        for line in self.drawing.lines:
            yield from self._line(line)
        for one in self.drawing.said:
            if one.span is not None and one.party_id in self.colours:
                yield from self._mark(one)
        for gap in self.drawing.gaps:
            yield from self._gap(gap)
        yield from self._legend()

    def _line(self, line: Line) -> Iterator[Part]:
        colour = self.colours[line.party_id]
        for one in self._shown(line.stretches):
            low, high = (float(end + line.aside) for end in (one.span.low, one.span.high))
            x = [self._day(one.start), self._day(one.end)]
            if low != high:
                yield _band(x, low, high, faded(colour, 0.16))
            for value in dict.fromkeys((low, high)):
                place = grown_stale(Stretch(one.span, self.drawing.axis), is_stale=one.is_stale)
                told = say(part_of_party(line.name, part_of_position(line.part), place))
                yield {
                    "type": "scatter", "mode": "lines", "x": x, "y": [value, value], "showlegend": False,
                    "line": {"color": colour, "width": WIDTHS[line.part], "dash": "2px,4px" if one.is_stale else "solid"},
                    "hovertemplate": hovered(told),
                }  # fmt: skip
            if line.part == "limit" and _begins(one, line.stretches):
                yield from self._teeth(line, one, x[0], colour)
        yield from self._steps(line, colour)

    def _steps(self, line: Line, colour: str) -> Iterator[Part]:
        """Yield the upright part of each step: no way between the two places is drawn, because none is known."""
        for before, after in pairwise(self._shown(line.stretches)):
            if before.end == after.start and before.span != after.span:
                ends = [before.span.low, before.span.high, after.span.low, after.span.high]
                y = [float(min(ends) + line.aside), float(max(ends) + line.aside)]
                yield {"type": "scatter", "mode": "lines", "x": [self._day(after.start)] * 2, "y": y, "showlegend": False, "hoverinfo": "skip",
                       "line": {"color": faded(colour, 0.6), "width": 1.5}}  # fmt: skip

    def _teeth(self, line: Line, one: TimeStretch, x: str, colour: str) -> Iterator[Part]:
        """Yield a tooth on each side that the limit refuses."""
        for side in line.refused:
            value, symbol = (one.span.low, "triangle-down") if side == "lower" else (one.span.high, "triangle-up")
            yield {"type": "scatter", "mode": "markers", "x": [x], "y": [float(value + line.aside)], "showlegend": False, "hoverinfo": "skip",
                   "marker": {"symbol": symbol, "size": 9, "color": colour}}  # fmt: skip

    def _mark(self, one: Said) -> Iterator[Part]:
        """Yield the mark of a statement on its last possible day, and a dotted line back to the first where the day is not known."""
        assert one.span is not None
        colour = self.colours[one.party_id]
        values = list(dict.fromkeys((one.span.low, one.span.high)))
        if one.first < one.day:
            x = [self._day(max(one.first, self.drawing.start)), self._day(one.day)]
            for value in values:
                yield {"type": "scatter", "mode": "lines", "x": x, "y": [float(value + one.aside)] * 2, "showlegend": False, "hoverinfo": "skip",
                       "line": {"color": faded(colour, 0.7), "width": 1.5, "dash": "1px,5px"}}  # fmt: skip
        yield {
            "type": "scatter", "mode": "markers", "x": [self._day(one.day)] * len(values), "y": [float(value + one.aside) for value in values],
            "showlegend": False, "marker": {"symbol": SYMBOLS[one.kind], "size": 9, "color": colour, "line": {"width": 2, "color": colour}},
            "hovertemplate": hovered(one.words),
        }  # fmt: skip

    def _gap(self, one: GapStretch) -> Iterator[Part]:
        if one.apart is None or one.end < self.drawing.start:
            return
        x = [self._day(max(one.start, self.drawing.start)), self._day(one.end)]
        low, high = float(one.apart.low), float(one.apart.high)
        line: Part = {"color": NEUTRAL, "width": 2, "dash": "2px,4px" if one.is_stale else "solid"}
        if low != high:
            yield {**_band(x, low, high, faded(NEUTRAL, 0.25)), "yaxis": "y2"}
        told = f"{say(apart(one.apart, self.drawing.axis))}: {say(status_name(one.status))}"
        for value in dict.fromkeys((low, high)):
            yield {"type": "scatter", "mode": "lines", "x": x, "y": [value, value], "yaxis": "y2", "line": line, "showlegend": False,
                   "hovertemplate": hovered(told)}  # fmt: skip

    def _legend(self) -> Iterator[Part]:
        """Yield one entry for each party, and one for each kind of line in a neutral colour."""
        for party, name in dict.fromkeys((line.party_id, line.name) for line in self.drawing.lines):
            yield self._entry(literal(name), {"mode": "markers", "marker": {"symbol": "square", "size": 12, "color": self.colours[party]}})
        stretches = [(line.part, one.is_stale) for line in self.drawing.lines for one in self._shown(line.stretches)]
        for part, width in WIDTHS.items():
            if any(part == held for held, _ in stretches):
                more: Part = {"symbol": "triangle-down", "size": 9, "color": NEUTRAL} if part == "limit" else {}
                line = {"color": NEUTRAL, "width": width}
                look: Part = {"mode": "lines+markers" if more else "lines", "line": line, "marker": more}
                yield self._entry(say(part_of_position(part)), look)
        if any(one.kind == "threat" and one.span is not None for one in self.drawing.said):
            marker: Part = {"symbol": SYMBOLS["threat"], "size": 9, "color": NEUTRAL, "line": {"width": 2, "color": NEUTRAL}}
            yield self._entry(say(legend("threat")), {"mode": "markers", "marker": marker})
        if any(is_stale for _, is_stale in stretches):
            yield self._entry(say(legend("stale")), {"mode": "lines", "line": {"color": NEUTRAL, "width": 2, "dash": "2px,4px"}})

    def _entry(self, name: str, look: Part) -> Part:
        return {"type": "scatter", "x": [None], "y": [None], "name": name, "hoverinfo": "skip", **look}

    def shapes(self) -> Iterator[Part]:
        """Yield the events' lines, the date shown, a tick for every statement, and the edges of long silences."""
        for one in self.drawing.verticals:
            top = 1 + (one.level * LEVEL_HEIGHT + 4) / self.inside
            line: Part = {"color": NEUTRAL, "width": 2, "dash": "6px,4px"} if one.is_date_shown else {"color": faded(NEUTRAL, 0.8), "width": 1}
            yield self._upright(one.first, top, line)
            if one.last > one.first:
                yield {
                    "type": "rect", "xref": "x", "yref": "paper", "x0": self._day(one.first), "x1": self._day(one.last), "y0": 0, "y1": 1,
                    "layer": "below", "line": {"width": 0}, "fillcolor": faded(NEUTRAL, 0.14),
                }  # fmt: skip
        for party, day in dict.fromkeys((one.party_id, one.day) for one in self.drawing.said):
            at = self._day(day)
            yield {"type": "line", "xref": "x", "yref": "y", "x0": at, "x1": at, **self._rug(), "line": {"color": self.colours[party], "width": 2}}

    def _rug(self) -> Part:
        """Return where the ticks of all statements stand: on the floor of the drawing, whatever their place."""
        axis = self.drawing.axis
        bottom, top = (
            (-0.6, -0.4)
            if axis.is_ladder
            else (float(axis.bottom - (axis.top - axis.bottom) / 20), float(axis.bottom - (axis.top - axis.bottom) / 40))
        )
        return {"y0": bottom, "y1": top}

    def _upright(self, day: date, top: float, line: Part) -> Part:
        return {
            "type": "line",
            "xref": "x",
            "yref": "paper",
            "x0": self._day(day),
            "x1": self._day(day),
            "y0": 0,
            "y1": top,
            "layer": "below",
            "line": line,
        }

    def annotations(self) -> Iterator[Part]:
        """Yield the events' labels, what each line has come to, the silences and the head of the strip."""
        for one in self.drawing.verticals:
            side = "right" if one.stands_left else "left"
            at = 1 + (one.level * LEVEL_HEIGHT + 4) / self.inside
            shift = {"xshift": -3 if one.stands_left else 3, "yshift": -9}
            yield {**_text(literal(shortened(one.label, EVENT_LETTERS)), self._day(one.first), at, "paper", 13), "xanchor": side, **shift}
        for label in self.drawing.end_labels:
            y = float(label.value) + (0.22 if self.drawing.axis.is_ladder else 0.0)
            yield {**_text(f"<b>{literal(label.words)}</b>", self._day(self.drawing.as_of), y, "y", 13), "xanchor": "right", "xshift": -4}
        for before, after, words in self.drawing.silences:
            seen = max(before, self.drawing.start)
            yield _text(f"<i>{words}</i>", self._day(seen + (after - seen) / 2), self._rug()["y1"], "y", 13)
        if self.drawing.has_strip:
            head = _text(
                f"<b>{literal(self.drawing.gap_label)}</b>; {literal(self.drawing.gap_now)}", "", self.floor - BETWEEN / self.inside, "paper", 14
            )
            yield {**head, "x": 0, "xref": "paper", "xanchor": "left"}

    def _shown(self, stretches: Sequence[TimeStretch]) -> list[TimeStretch]:
        """Return the stretches, cut off at the start of the drawing."""
        return [replace(one, start=max(one.start, self.drawing.start)) for one in stretches]

    def _day(self, day: date) -> str:
        return day.isoformat()


def _begins(one: TimeStretch, stretches: Sequence[TimeStretch]) -> bool:
    """Return whether something new begins here: a stretch that only grew stale, or found more evidence, goes on as it was."""
    return not any(before.end == one.start and before.span == one.span for before in stretches) and one in stretches


def _band(x: Sequence[str], low: float, high: float, colour: str) -> Part:
    """Return the stretch in which something lies, we do not know where."""
    return {
        "type": "scatter", "mode": "lines", "x": [*x, *reversed(x)], "y": [low, low, high, high], "fill": "toself", "line": {"width": 0},
        "fillcolor": colour, "showlegend": False, "hoverinfo": "skip",
    }  # fmt: skip


def _text(text: str, x: str, y: float, y_of: str, size: int) -> Part:
    return {"text": text, "x": x, "xref": "x", "y": y, "yref": y_of, "yanchor": "bottom", "showarrow": False, "font": {"size": size}}
