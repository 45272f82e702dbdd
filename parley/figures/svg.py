"""A picture as SVG: for the screen, for print and as a file; its text stays text, and its words are data, never markup."""

from __future__ import annotations

from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from parley.figures.picture import INK, Box, Dot, Item, Label, Line, Outline, Picture
from parley.fonts import FAMILIES

_FAMILY = ", ".join([*FAMILIES, "sans-serif"])
_HATCH = 7  # pixels from line to line


def svg_of(picture: Picture, ink: str = "currentColor", background: str = "") -> str:
    """Return the picture as one SVG element; `ink` is the colour of text, `background` that of the sheet, none if empty."""
    width, height = _n(picture.width), _n(picture.height)
    sheet = f'<rect width="{width}" height="{height}" fill="{background}"/>' if background else ""
    groups = "".join(f"<g data-layer={quoteattr(one.id)}>{''.join(_item(item, ink) for item in one.items)}</g>" for one in picture.layers)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
    return f"{head} font-family={quoteattr(_FAMILY)}><title>{escape(picture.alt)}</title>{_hatches(picture, ink)}{sheet}{groups}</svg>"


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _tint(colour: str, ink: str) -> str:
    return ink if colour == INK else colour


def _hatch_id(colour: str) -> str:
    return f"hatch-{colour.lstrip('#')}"


def _hatches(picture: Picture, ink: str) -> str:
    """Return one pattern of slanted lines for each colour that is hatched."""
    colours = dict.fromkeys(item.colour for item in picture.items if isinstance(item, Box) and item.is_hatched)
    patterns = "".join(
        f'<pattern id="{_hatch_id(one)}" width="{_HATCH}" height="{_HATCH}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0 0V{_HATCH}" stroke="{_tint(one, ink)}" stroke-width="3.5"/></pattern>'
        for one in colours
    )
    return f"<defs>{patterns}</defs>" if patterns else ""


def _dash(dash: tuple[float, float] | None) -> str:
    return f' stroke-dasharray="{_n(dash[0])} {_n(dash[1])}"' if dash else ""


def _faint(opacity: float) -> str:
    return f' opacity="{_n(opacity)}"' if opacity < 1 else ""


def _item(item: Item, ink: str) -> str:
    match item:
        case Line():
            look = f'stroke="{_tint(item.colour, ink)}" stroke-width="{_n(item.width)}"{_dash(item.dash)}{_faint(item.opacity)}'
            return f'<path d="M{_n(item.x1)} {_n(item.y1)}L{_n(item.x2)} {_n(item.y2)}" {look}/>'
        case Dot():
            return _dot(item, _tint(item.colour, ink))
        case Box():
            colour = _tint(item.colour, ink)
            fill = f"url(#{_hatch_id(item.colour)})" if item.is_hatched else colour
            edge = f' stroke="{colour}" stroke-width="{_n(item.edge)}"' if item.edge else ""
            place = f'x="{_n(item.x)}" y="{_n(item.y)}" width="{_n(item.width)}" height="{_n(item.height)}"'
            return f'<rect {place} fill="{fill}"{edge}{_faint(item.opacity)}/>'
        case Outline():
            colour, close = _tint(item.colour, ink), "Z" if item.is_filled else ""
            path = "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in item.points) + close
            look = f'fill="{colour if item.is_filled else "none"}" stroke="{colour}" stroke-width="{_n(item.width)}" stroke-linejoin="round"'
            return f'<path d="{path}" {look}{_dash(item.dash)}{_faint(item.opacity)}/>'
        case Label():
            bold = ' font-weight="600"' if item.is_bold else ""
            look = f'font-size="{_n(item.size)}" fill="{_tint(item.colour, ink)}" text-anchor="{item.anchor}"{bold}{_faint(item.opacity)}'
            return f'<text x="{_n(item.x)}" y="{_n(item.y)}" {look}>{escape(item.text)}</text>'
    assert_never(item)


def _dot(item: Dot, colour: str) -> str:
    place = f'cx="{_n(item.x)}" cy="{_n(item.y)}"'
    if item.fill == "solid":
        return f'<circle {place} r="{_n(item.radius)}" fill="{colour}"/>'
    ring = f'<circle {place} r="{_n(item.radius - item.stroke / 2)}" fill="none" stroke="{colour}" stroke-width="{_n(item.stroke)}"/>'
    return ring if item.fill == "hollow" else f'{ring}<circle {place} r="{_n(item.radius / 4)}" fill="{colour}"/>'
