"""The gap of one issue as a plotly figure: a row per party on the named rungs or the quantity axis."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from fractions import Fraction

from parley.analysis.outcomes import Span
from parley.figures.drawing import CUT_HEIGHT, FONT, NOTE_WIDTH, TEMPLATE, TICK_LETTERS, Figure, Part, cut_title, hovered, literal, two_lines
from parley.figures.gap_geometry import Barrier, GapDrawing, Mark, Row, Zone
from parley.figures.gap_rows import BRACKET, ROW_HEIGHT, STRIP_HEIGHT, GapRows
from parley.figures.palette import NEUTRAL, faded
from parley.figures.sheet import ticks_of
from parley.figures.voice_marks import VoiceMark
from parley.telling.drawings import legend, limit_somewhere, offer_hinted, part_of_party, question_mark
from parley.telling.said import Said
from parley.telling.terms import part_of_position
from parley.words import say

AXIS_HEIGHT, HEAD_HEIGHT, NOTE_LINE, LEGEND_LINE, LANE_SPARE = 84, 40, 18, 20, 12  # pixels
SOLID, HOLLOW = 19, 17
FADE_STEPS = 6
LARGE, SMALL = 13, 8  # marks of the legend: a party's, and one speaker's


def gap_figure(drawing: GapDrawing, colours: Mapping[str, str], note: str, ink: str, cut: str = "") -> Figure:
    """Return the figure of a drawn gap; `colours` by party id, `note` the source note under the axis, `ink` the text's colour.

    `cut` says under which evidence cut it was made, and stands in bold above the drawing; empty under the default.
    """
    lines = _Lines(drawing, colours)
    notes = [literal(line) for line in textwrap.wrap(note, NOTE_WIDTH)]
    foot = AXIS_HEIGHT + len(notes) * NOTE_LINE
    # A narrow page takes height from the rows, for its legend of one entry a line and its upright tick labels; lanes would be the first to suffer.
    spare = LEGEND_LINE + lines.rows.lanes * LANE_SPARE if lines.rows.lanes else 0
    head = HEAD_HEIGHT + (CUT_HEIGHT if cut else 0)
    height = round((0.5 - lines.rows.bottom) * ROW_HEIGHT) + lines.rows.strips * STRIP_HEIGHT + foot + head + spare
    layout: Part = {
        "template": TEMPLATE,
        "height": height,
        "margin": {"l": 8, "r": 8, "t": head, "b": foot},
        "font": {"family": FONT, "color": ink},
        "barmode": "overlay",
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 1,
            "yanchor": "bottom",
            "xanchor": "left",
            "itemclick": False,
            "itemdoubleclick": False,
            "font": {"size": 14},
            **cut_title(cut),
        },
        "hovermode": False,
        "dragmode": False,
        "xaxis": _x_axis(drawing, notes),
        "yaxis": _y_axis(drawing, lines),
        "shapes": list(lines.shapes()),
        "annotations": list(lines.annotations()),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    }
    # Plain values: to make plotly's own objects of them would cost more than drawing them. A test validates every figure in full.
    return {"data": list(lines.traces()), "layout": layout}


def _x_axis(drawing: GapDrawing, notes: list[str]) -> Part:
    axis = drawing.axis
    common: Part = {
        "range": [float(drawing.left), float(drawing.right)], "fixedrange": True, "zeroline": False, "showgrid": True, "gridwidth": 1,
        "gridcolor": faded(NEUTRAL, 0.28), "tickfont": {"size": 14}, "ticks": "", "automargin": True,
        # The note hangs on the axis as its title: it is the one text that moves down when the tick labels turn upright.
        "title": {"text": "<br>".join(notes if axis.is_ladder else [literal(axis.unit), *notes]), "font": {"size": 13}, "standoff": 12},
    }  # fmt: skip
    ticks = ticks_of(axis)
    names = [two_lines(words) if axis.is_ladder else words for _, words in ticks]
    return {**common, "tickmode": "array", "tickvals": [float(value) for value, _ in ticks], "ticktext": names, "autotickangles": [0, 90]}


def _y_axis(drawing: GapDrawing, lines: _Lines) -> Part:
    names = [f"<b>{literal(row.name)}</b><br><span style='font-size:12px'>{row.dated}</span>" for row in drawing.rows]
    return {
        "range": [lines.rows.bottom - lines.rows.strips * STRIP_HEIGHT / ROW_HEIGHT, 0.5], "fixedrange": True, "zeroline": False, "showgrid": False,
        "tickmode": "array", "tickvals": list(lines.rows.heights), "ticktext": names, "tickfont": {"size": 16},
        "automargin": True, "ticks": "",
    }  # fmt: skip


class _Lines:
    """The traces, shapes and annotations of a drawing, row by row."""

    def __init__(self, drawing: GapDrawing, colours: Mapping[str, str]) -> None:
        self.drawing = drawing
        self.colours = colours
        self.rows = GapRows(drawing)

    def traces(self) -> Iterator[Part]:
        """Yield the bands of what is uncertain, the marks, the zone, and one legend entry per kind of mark."""
        for y, row in zip(self.rows.heights, self.drawing.rows, strict=True):
            colour = self.colours[row.party_id]
            for barrier in row.barriers:
                if barrier.is_stated and not barrier.span.is_exact:
                    yield from self._fading(barrier, y, colour)
            for mark in row.marks:
                yield from self._mark(mark, y, colour, row)
            for voice in row.voices:
                yield self._voice(voice, y, colour)
        if self.drawing.zone is not None:
            yield from self._zone(self.drawing.zone, self.rows.strip(self.rows.strips - 1))
        yield from self._legend()

    def _mark(self, mark: Mark, y: float, colour: str, row: Row) -> Iterator[Part]:
        filled = mark.part == "demand"
        symbol = "circle" if filled else "circle-open-dot" if mark.is_hint else "circle-open"
        size = SOLID if filled else HOLLOW
        name = offer_hinted() if mark.is_hint and not filled else part_of_position(mark.part)
        ends = [mark.span.low] if mark.span.is_exact else [mark.span.low, mark.span.high]
        yield {
            "type": "scatter", "mode": "lines+markers" if len(ends) > 1 else "markers", "x": [float(end) for end in ends], "y": [y] * len(ends),
            "marker": {"symbol": symbol, "size": size if len(ends) == 1 else size - 4, "color": colour, "line": {"width": 3, "color": colour}},
            "line": {"color": colour, "width": 5 if filled else 3, "dash": "2px,5px"}, "showlegend": False,
            "hovertemplate": hovered(say(part_of_party(row.name, name, mark.place))),
        }  # fmt: skip

    def _voice(self, mark: VoiceMark, y: float, colour: str) -> Part:
        """Return the small mark of a speaker's word above the row, with its letter; a limit's tick is a shape, and only its letter is here."""
        ends = [mark.span.low] if mark.span.is_exact else [mark.span.low, mark.span.high]
        symbol = "circle" if mark.part != "offer" else "circle-open-dot" if mark.is_hint else "circle-open"
        # Unseen, the mark of a limit still answers the pointer, and keeps its letter off the tooth.
        shown, size = ("rgba(0,0,0,0)", 15) if mark.part == "limit" else (colour, 9)
        letters = ["", mark.label] if len(ends) > 1 and not mark.is_label_left else [mark.label, ""]
        return {
            "type": "scatter", "mode": "lines+markers+text", "x": [float(end) for end in ends], "y": [self.rows.lane(mark.lane, y)] * len(ends),
            "marker": {"symbol": symbol, "size": size, "color": shown, "line": {"width": 2, "color": shown}},
            "line": {"color": colour, "width": 2, "dash": "2px,4px"}, "showlegend": False, "text": letters[: len(ends)],
            "textposition": "middle left" if mark.is_label_left else "middle right", "textfont": {"size": 14}, "cliponaxis": False,
            "hovertemplate": hovered(mark.words),
        }  # fmt: skip

    def _fading(self, barrier: Barrier, y: float, colour: str) -> Iterator[Part]:
        """Yield the stretch in which an imprecise limit may stand, fading towards what is surely kept."""
        start, end = sorted((float(barrier.at), float(barrier.fades_at)))
        width = (end - start) / FADE_STEPS
        for step in range(FADE_STEPS):
            share = 1 - step / FADE_STEPS if barrier.refused == "lower" else (step + 1) / FADE_STEPS
            yield {
                "type": "bar", "orientation": "h", "base": [start + step * width], "x": [width], "y": [y], "width": [0.5], "showlegend": False,
                "marker": {"color": "rgba(0,0,0,0)", "line": {"width": 0},
                           "pattern": {"shape": "/", "fgcolor": faded(colour, 0.75 * share), "size": 7, "solidity": 0.25}},
                "hovertemplate": hovered(say(limit_somewhere(barrier.place))),
            }  # fmt: skip

    def _zone(self, zone: Zone, y: float) -> Iterator[Part]:
        pad = 0.5 if self.drawing.axis.is_ladder else 0.0
        for span, pattern in ((zone.possible, "/"), (zone.certain, "")):
            if span is None or (pattern and span == zone.certain):
                continue
            width = float(span.high - span.low) + 2 * pad or float(self.drawing.right - self.drawing.left) / 200
            fill: Part = {"pattern": {"shape": "/", "fgcolor": faded(NEUTRAL, 0.8), "size": 8, "solidity": 0.2}, "color": "rgba(0,0,0,0)"}
            yield {
                "type": "bar", "orientation": "h", "base": [float(span.low) - pad], "x": [width], "y": [y], "width": [0.22], "showlegend": False,
                "marker": {**(fill if pattern else {"color": faded(NEUTRAL, 0.55)}), "line": {"width": 1.5, "color": NEUTRAL}},
                "hovertemplate": hovered(zone.label),
            }  # fmt: skip

    def _legend(self) -> Iterator[Part]:
        """Yield one entry for each kind of mark that the drawing holds, in a neutral colour: shape carries the meaning."""
        rows = self.drawing.rows
        parts = {(mark.part, mark.is_hint and mark.part == "offer") for row in rows for mark in row.marks}
        why = self.drawing.why_no_limit
        kinds: list[tuple[Said | None, str, int, bool]] = [
            (part_of_position("demand"), "circle", LARGE, ("demand", False) in parts),
            (part_of_position("offer"), "circle-open", LARGE, ("offer", False) in parts),
            (legend("hinted"), "circle-open-dot", LARGE, ("offer", True) in parts),
            (part_of_position("limit"), "arrow-bar-right", LARGE, any(one.is_stated for row in rows for one in row.barriers)),
            (question_mark(why) if why else None, "line-ew-open", LARGE, why is not None),
            (legend("voice"), "circle", SMALL, any(row.voices for row in rows)),
        ]
        for name, symbol, size, is_held in kinds:
            if is_held:
                yield {
                    "type": "scatter", "mode": "markers", "x": [None], "y": [None], "name": say(name), "hoverinfo": "skip",
                    "marker": {"symbol": symbol, "size": size, "color": NEUTRAL, "line": {"width": 2.5, "color": NEUTRAL}},
                }  # fmt: skip

    def shapes(self) -> Iterator[Part]:
        """Yield barriers with teeth, brackets of unknown limits, the lines between marks, and the dimension line of the gap."""
        for y, row in zip(self.rows.heights, self.drawing.rows, strict=True):
            colour = self.colours[row.party_id]
            yield self._line(self.drawing.left, self.drawing.right, y, faded(NEUTRAL, 0.18), 1)
            demand, offer = row.mark("demand"), row.mark("offer")
            if demand and offer:
                ends = sorted((demand.span.low, demand.span.high, offer.span.low, offer.span.high))
                yield self._line(ends[0], ends[-1], y, faded(colour, 0.45), 3)
            for barrier in row.barriers:
                yield self._barrier(barrier, y, colour) if barrier.is_stated else self._bracket(barrier, y, colour)
            yield from (self._tick(voice, self.rows.lane(voice.lane, y), colour) for voice in row.voices if voice.refused)
        if self.drawing.measure is not None:
            y = self.rows.strip(0)
            reach, sure = self.drawing.measure.reach, self.drawing.measure.sure
            yield {**self._line(reach.low, reach.high, y, NEUTRAL, 2), "line": {"color": NEUTRAL, "width": 2, "dash": "4px,4px"}}
            if sure is not None:
                yield self._line(sure.low, sure.high, y, NEUTRAL, 4)
            for end in (reach.low, reach.high):
                yield self._path(end, y, "M0,-8 L0,8", NEUTRAL, 2)

    def _line(self, start: Fraction, end: Fraction, y: float, colour: str, width: int) -> Part:
        return {"type": "line", "x0": float(start), "x1": float(end), "y0": y, "y1": y, "line": {"color": colour, "width": width}, "layer": "below"}

    def _path(self, x: Fraction, y: float, path: str, colour: str, width: float) -> Part:
        return {
            "type": "path", "path": path, "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": float(x), "yanchor": y,
            "line": {"color": colour, "width": width},
        }  # fmt: skip

    def _barrier(self, barrier: Barrier, y: float, colour: str) -> Part:
        side = -8 if barrier.refused == "lower" else 8
        teeth = " ".join(f"M0,{at} L{side},{at + 5} L0,{at + 10}" for at in range(-24, 24, 12))
        return {**self._path(barrier.at, y, f"M0,-26 L0,26 {teeth}", colour, 3), "fillcolor": colour}

    def _tick(self, mark: VoiceMark, y: float, colour: str) -> Part:
        """Return the short toothed tick of a limit that one speaker named, at the end that is surely refused."""
        side, at = (-6, mark.span.low) if mark.refused == "lower" else (6, mark.span.high)
        return {**self._path(at, y, f"M0,-8 L0,8 M0,-6 L{side},0 L0,6", colour, 2), "fillcolor": colour}

    def _bracket(self, barrier: Barrier, y: float, colour: str) -> Part:
        span: Span = barrier.span
        pad = 0.42 if self.drawing.axis.is_ladder else 0.0
        room = float(self.drawing.right - self.drawing.left) * 0.02
        start, end, foot, top = float(span.low) - pad, float(span.high) + pad, y - BRACKET, y - 0.24
        middle, room = (start + end) / 2, min(room, (end - start) / 2)
        path = f"M{start},{top} L{start},{foot} L{middle - room},{foot} M{middle + room},{foot} L{end},{foot} L{end},{top}"
        return {"type": "path", "path": path, "line": {"color": colour, "width": 2, "dash": "4px,3px"}, "layer": "below"}

    def annotations(self) -> Iterator[Part]:
        """Yield the question marks of unknown limits, and the labels of gap and zone."""
        for height, row in zip(self.rows.heights, self.drawing.rows, strict=True):
            for barrier in row.barriers:
                if not barrier.is_stated:
                    middle = float(barrier.span.low + barrier.span.high) / 2
                    yield self._label("<b>?</b>", middle, height - 0.38, size=18, colour=self.colours[row.party_id])
        if self.drawing.measure is not None:
            reach = self.drawing.measure.reach
            label = two_lines(self.drawing.measure.label) if len(self.drawing.measure.label) > TICK_LETTERS else literal(self.drawing.measure.label)
            # Two lines stand as high above the strip as one, in letters that leave them the room.
            is_long = "<br>" in label
            yield self._label(
                f"<b>{label}</b>",
                self._middle(reach),
                self.rows.strip(0),
                size=14 if is_long else 16,
                lift=21 if is_long else 13,
            )
        if self.drawing.zone is not None:
            yield self._label(
                literal(self.drawing.zone.label), self._middle(self.drawing.zone.possible), self.rows.strip(self.rows.strips - 1), size=14, lift=17
            )

    def _middle(self, span: Span) -> float:
        """Return the middle of a span, kept away from the edges so that its label is not cut."""
        room = float(self.drawing.right - self.drawing.left)
        return min(max(float(span.low + span.high) / 2, float(self.drawing.left) + room * 0.2), float(self.drawing.right) - room * 0.2)

    def _label(self, text: str, x: float, y: float, *, size: int, colour: str | None = None, lift: int = 0) -> Part:
        font: Part = {"size": size} | ({"color": colour} if colour else {})
        return {"text": text, "x": x, "y": y, "showarrow": False, "font": font, "yshift": lift, "xanchor": "center"}
