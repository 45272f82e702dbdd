"""A picture as a plotly figure, for pages: the same shapes in the same places, in few traces, because it is drawn at each click."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any

from parley.directions import names_isolated
from parley.figures.palette import faded
from parley.figures.picture import INK, PALER, Box, Dot, Item, Label, Line, Outline, Picture

Part = dict[str, Any]  # one trace or shape, as plotly's JSON has it
Figure = dict[str, Any]  # traces and layout, under "data" and "layout", as plotly's JSON has them

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
BOLD, REGULAR = 600, 400
BASE_LINE = 0.25  # of the height of letters: so far above a point plotly puts the base line of a text that stands on top of it
HATCH, HATCH_WIDTH = 9.9, 3.0  # pixels across from one slanted line to the next, and their width
_SIDES = {"start": "top right", "middle": "top center", "end": "top left"}
_AXIS = {"visible": False, "fixedrange": True}


def plotly_figure(picture: Picture, ink: str) -> Figure:
    """Return the figure of a picture, `ink` the colour of its text; it is as high as the picture, and as wide as the place where it stands.

    Its axes are the pixels of the picture, so that one that is put into a wider place is stretched across, and its letters and marks are not.
    """
    labels = [item for item in picture.items if isinstance(item, Label)]
    dots = [item for item in picture.items if isinstance(item, Dot)]
    layout: Part = {
        "height": round(picture.height),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "font": {"family": FONT, "color": ink},
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        "xaxis": {**_AXIS, "range": [0, _n(picture.width)]},
        "yaxis": {**_AXIS, "range": [round(picture.height), 0]},
        "shapes": list(_shapes(picture.items, ink)),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    }
    # Plain values: to make plotly's own objects of them would cost more than drawing them. A test validates every figure in full.
    return {"data": [*_points(dots, ink), *_texts(labels, ink)], "layout": layout}


def literal(text: str) -> str:
    """Return text from the files for a chart, which would read a "<" in it as markup and a "%{" as the name of a value."""
    return escape(names_isolated(text), quote=False).replace("%{", "&#37;{")


def _points(dots: Sequence[Dot], ink: str) -> Iterator[Part]:
    """Yield the round marks as one trace: rings, and points."""
    rings = [(one.x, one.y, one.radius - one.stroke / 2, one.colour, one.stroke) for one in dots if one.fill != "solid"]
    points = [(one.x, one.y, one.radius, one.colour, 0.0) for one in dots if one.fill == "solid"]
    every = [*((*one, "circle-open") for one in rings), *((*one, "circle") for one in points)]
    if every:
        x, y, radii, colours, strokes, symbols = zip(*every, strict=True)
        tints = [_tint(one, ink) for one in colours]
        line = {"width": list(map(_n, strokes)), "color": tints}
        # Of marks of several sizes plotly would make bubbles that one sees through.
        marker = {"symbol": list(symbols), "size": [_n(2 * one) for one in radii], "color": tints, "opacity": 1, "line": line}
        yield _trace("markers", x, y, marker=marker)


def _texts(labels: Sequence[Label], ink: str) -> Iterator[Part]:
    """Yield all texts as one trace; each stands on top of a point a little below its base line."""
    if labels:
        tints = [_letters(one, ink) for one in labels]
        weights = [BOLD if one.is_bold else REGULAR for one in labels]
        font: Part = {"size": [_n(one.size) for one in labels], "color": tints, "weight": weights}
        if any(one.is_italic for one in labels):
            font["style"] = ["italic" if one.is_italic else "normal" for one in labels]
        places = [one.y + BASE_LINE * one.size for one in labels]
        sides = [_SIDES[one.anchor] for one in labels]
        yield _trace("text", [one.x for one in labels], places, text=[_words(one, ink) for one in labels], textposition=sides, textfont=font)


def _letters(label: Label, ink: str, share: float = 1) -> str:
    """Return the colour of a label's letters, or of so much of it."""
    opacity = label.opacity * share
    return _tint(label.colour, ink) if opacity == 1 else faded(_tint(label.colour, ink), opacity)


def _words(label: Label, ink: str) -> str:
    """Return the text of a label, and paler what follows it."""
    if not label.aside:
        return literal(label.text)
    behind = f'<span style="color:{_letters(label, ink, PALER)}">{literal(label.aside)}</span>'
    return f"{literal(label.text)} {behind}" if label.text else behind


def _trace(mode: str, x: Iterable[float], y: Iterable[float], **more: object) -> Part:
    return {"type": "scatter", "mode": mode, "x": list(map(_n, x)), "y": list(map(_n, y)), "cliponaxis": False, "hoverinfo": "skip", **more}


def _shapes(items: Iterable[Item], ink: str) -> Iterator[Part]:
    """Yield all lines, outlines and boxes; those that look alike are one shape, which lies where the first of them does."""
    found: dict[tuple[Any, ...], list[str]] = {}
    for item in items:
        for look, path in _drawn(item, ink):
            found.setdefault(look, []).append(path)
    for (stroke, width, dash, fill, opacity), paths in found.items():
        line: Part = {"color": stroke, "width": width} if width else {"width": 0}
        if dash:
            line["dash"] = dash
        shape: Part = {"type": "path", "path": "".join(paths), "line": line, "layer": "below", "opacity": opacity}
        # Where boxes that look alike lie on each other, none is cut out of the other.
        yield shape | ({"fillcolor": fill, "fillrule": "nonzero"} if fill else {})


def _drawn(item: Item, ink: str) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Yield the look and the path of each piece of a shape; dots and labels are none of these."""
    match item:
        case Line():
            path = _path([(item.x1, item.y1), (item.x2, item.y2)])
            yield (_tint(item.colour, ink), item.width, _dash(item.dash), "", item.opacity), path
        case Outline():
            fill = _tint(item.colour, ink) if item.is_filled else ""
            path = _path(item.points) + ("Z" if item.is_filled else "")
            yield (_tint(item.colour, ink), item.width, _dash(item.dash), fill, item.opacity), path
        case Box():
            yield from _box(item, _tint(item.colour, ink))
        case Dot() | Label():
            return


def _box(item: Box, colour: str) -> Iterator[tuple[tuple[Any, ...], str]]:
    left, top, right, bottom = item.x, item.y, item.x + item.width, item.y + item.height
    outline = _path([(left, top), (right, top), (right, bottom), (left, bottom)]) + "Z"
    if item.is_hatched:
        yield (colour, HATCH_WIDTH, "", "", item.opacity), "".join(_hatches(left, top, right, bottom))
        if item.edge:
            yield (colour, item.edge, "", "", item.opacity), outline
    else:
        yield (colour, item.edge, "", colour, item.opacity), outline


def _hatches(left: float, top: float, right: float, bottom: float) -> Iterator[str]:
    """Yield slanted lines that fill a box, rising to the right, and continued from box to box."""
    inside = HATCH_WIDTH / 3
    top, bottom = top + inside, bottom - inside
    first, last = int((left + top) // HATCH), int((right + bottom) // HATCH)
    for number in range(first, last + 1):
        total = number * HATCH  # of x and y, all along the line
        low, high = max(left, total - bottom), min(right, total - top)
        if low < high:
            yield _path([(low, total - low), (high, total - high)])


def _path(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _dash(dash: tuple[float, float] | None) -> str:
    return ",".join(f"{_n(one)}px" for one in dash) if dash else ""


def _tint(colour: str, ink: str) -> str:
    return ink if colour == INK else colour


def _n(value: float) -> float:
    """Return a length rounded to what can be seen; a whole one as a whole number."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
