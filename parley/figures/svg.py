"""A picture as SVG: for the screen, for print and as a file; its text stays text, and its words are data, never markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from parley.directions import isolated, names_isolated
from parley.figures.areas import Area, reachable, width_of_label
from parley.figures.lettering import ARABIC, CHINESE, LATIN, family_of
from parley.figures.picture import INK, PALER, Box, Dot, Item, Label, Line, Outline, Picture
from parley.fonts import FAMILIES

_HATCH = 7  # pixels from line to line
_ARABIC_RUN = r"([\u0600-\u08ff](?:[\u0600-\u08ff\s]*[\u0600-\u08ff])?)"
THICKER = 0.035  # of the height of letters: the line around bold letters of a family that has no bold
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Link:
    """A way from some areas of a picture to `target`, an address; `title` tells what is there. Without a target it only tells."""

    areas: tuple[Area, ...]
    target: str
    title: str


def svg_of(picture: Picture, ink: str = "currentColor", background: str = "", *, holds_width: bool = False, links: Sequence[Link] = ()) -> str:
    """Return the picture as one SVG element; `ink` is the colour of text, `background` that of the sheet, none if empty.

    With `holds_width` words keep the width for which they were laid out, whatever font a reader has in place of ours. Over the shapes lie the
    `links`, in whose order the keyboard goes from one to the next.
    """
    width, height = _n(picture.width), _n(picture.height)
    sheet = f'<rect width="{width}" height="{height}" fill="{background}"/>' if background else ""
    writing = _Writing(ink, f"hatch-{sha256(repr(picture).encode()).hexdigest()[:8]}", holds_width=holds_width)
    groups = "".join(f"<g data-layer={quoteattr(one.id)}>{''.join(writing.item(item) for item in one.items)}</g>" for one in picture.layers)
    # Whoever hears the drawing hears its words and its links; as an image it would be heard as one thing.
    role, shapes = ("group", f'<g aria-hidden="true">{groups}</g>') if links else ("img", groups)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="{role}"'
    title = f"<title>{_words(isolated(picture.alt))}</title>"
    ways = "".join(_way(one, picture) for one in links)
    return f"{head} font-family={quoteattr(_families(LATIN))}>{title}{writing.hatches(picture)}{sheet}{shapes}{ways}</svg>"


def _way(link: Link, picture: Picture) -> str:
    """Return a link as what lies unseen over its areas."""
    areas = [reachable(one, picture.width) for one in link.areas]
    places = "".join(
        f'<rect x="{_n(one.left)}" y="{_n(one.top)}" width="{_n(one.right - one.left)}" height="{_n(one.bottom - one.top)}" rx="3"/>' for one in areas
    )
    inside = f"<title>{_words(isolated(link.title))}</title>{places}"
    look = 'class="spot" fill="none" pointer-events="all"'
    return f"<a {look} href={quoteattr(link.target)}>{inside}</a>" if link.target else f"<g {look}>{inside}</g>"


def _families(first: str) -> str:
    """Return the families in which letters are looked for, this one first."""
    return ", ".join(dict.fromkeys([first, *FAMILIES, "sans-serif"]))


def _words(text: str) -> str:
    """Return text as XML holds it; letters that it cannot hold are replaced."""
    return escape(_NO_XML.sub("\ufffd", text))


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _runs(text: str, family: str) -> str:
    """Return text as XML; Arabic within Chinese names its own font, or a font of the system would be taken for it."""
    if family != CHINESE:
        return _words(text)
    face = quoteattr(_families(ARABIC))
    pieces = re.split(_ARABIC_RUN, text)
    return "".join(f"<tspan font-family={face}>{_words(one)}</tspan>" if number % 2 else _words(one) for number, one in enumerate(pieces))


def _dash(dash: tuple[float, float] | None) -> str:
    return f' stroke-dasharray="{_n(dash[0])} {_n(dash[1])}"' if dash else ""


def _faint(opacity: float) -> str:
    return f' opacity="{_n(opacity)}"' if opacity < 1 else ""


class _Writing:
    """How the shapes of one picture are written: with what colour as ink, and under what name its hatchings are known on a page of several."""

    def __init__(self, ink: str, hatch: str, *, holds_width: bool) -> None:
        self.ink, self.hatch, self.holds_width = ink, hatch, holds_width

    def hatches(self, picture: Picture) -> str:
        """Return one pattern of slanted lines for each colour that is hatched."""
        colours = dict.fromkeys(item.colour for item in picture.items if isinstance(item, Box) and item.is_hatched)
        patterns = "".join(
            f'<pattern id="{self._hatch_id(one)}" width="{_HATCH}" height="{_HATCH}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<path d="M0 0V{_HATCH}" stroke="{self._tint(one)}" stroke-width="3.5"/></pattern>'
            for one in colours
        )
        return f"<defs>{patterns}</defs>" if patterns else ""

    def item(self, item: Item) -> str:
        """Return one shape."""
        match item:
            case Line():
                look = f'stroke="{self._tint(item.colour)}" stroke-width="{_n(item.width)}"{_dash(item.dash)}{_faint(item.opacity)}'
                return f'<path d="M{_n(item.x1)} {_n(item.y1)}L{_n(item.x2)} {_n(item.y2)}" {look}/>'
            case Dot():
                return self._dot(item)
            case Box():
                return self._box(item)
            case Outline():
                return self._outline(item)
            case Label():
                return self._label(item)
        assert_never(item)

    def _tint(self, colour: str) -> str:
        return self.ink if colour == INK else colour

    def _hatch_id(self, colour: str) -> str:
        return f"{self.hatch}-{colour.lstrip('#')}"

    def _dot(self, item: Dot) -> str:
        colour, place = self._tint(item.colour), f'cx="{_n(item.x)}" cy="{_n(item.y)}"'
        if item.fill == "solid":
            return f'<circle {place} r="{_n(item.radius)}" fill="{colour}"/>'
        return f'<circle {place} r="{_n(item.radius - item.stroke / 2)}" fill="none" stroke="{colour}" stroke-width="{_n(item.stroke)}"/>'

    def _box(self, item: Box) -> str:
        colour = self._tint(item.colour)
        fill = f"url(#{self._hatch_id(item.colour)})" if item.is_hatched else colour
        edge = f' stroke="{colour}" stroke-width="{_n(item.edge)}"' if item.edge else ""
        place = f'x="{_n(item.x)}" y="{_n(item.y)}" width="{_n(item.width)}" height="{_n(item.height)}"'
        return f'<rect {place} fill="{fill}"{edge}{_faint(item.opacity)}/>'

    def _outline(self, item: Outline) -> str:
        colour, close = self._tint(item.colour), "Z" if item.is_filled else ""
        path = "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in item.points) + close
        look = f'fill="{colour if item.is_filled else "none"}" stroke="{colour}" stroke-width="{_n(item.width)}" stroke-linejoin="round"'
        return f'<path d="{path}" {look}{_dash(item.dash)}{_faint(item.opacity)}/>'

    def _label(self, item: Label) -> str:
        colour, family = self._tint(item.colour), family_of(item.whole)
        face = f" font-family={quoteattr(_families(family))}" if family != LATIN else ""
        if item.is_bold and family == CHINESE:
            face += f' stroke="{colour}" stroke-width="{_n(item.size * THICKER)}"'
        elif item.is_bold:
            face += ' font-weight="600"'
        if item.is_italic:
            face += ' font-style="italic"'
        if self.holds_width and family == LATIN and len(item.whole) > 1:
            face += f' textLength="{_n(width_of_label(item))}" lengthAdjust="spacingAndGlyphs"'
        look = f'font-size="{_n(item.size)}" fill="{colour}" text-anchor="{item.anchor}"{face}{_faint(item.opacity)}'
        words = _runs(names_isolated(item.text, is_part=bool(item.aside)), family)
        if item.aside:
            behind = _runs(names_isolated(item.aside, is_part=True), family)
            words += f'{" " if item.text else ""}<tspan fill-opacity="{PALER}" font-weight="400">{behind}</tspan>'
        return f'<text x="{_n(item.x)}" y="{_n(item.y)}" {look}>{words}</text>'
