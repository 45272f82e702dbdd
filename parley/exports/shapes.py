"""A picture as native shapes of a slide, one group for each layer: lines, ovals, boxes, freeforms and text, all of which can be edited."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any, assert_never
from xml.sax.saxutils import escape, quoteattr

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from parley.directions import is_right_to_left, names_isolated
from parley.exports.scripts import script_of
from parley.exports.slide_text import LANGUAGES
from parley.exports.slide_ways import Ways
from parley.figures.areas import width_of_label
from parley.figures.palette import LIGHT_PAGE
from parley.figures.picture import INK, PALER, Box, Dot, Item, Label, Line, Outline, Picture, Sign

EMU = 12700  # in a point
# Of the height of letters: how far their base line lies below the top of a text box, how high the box is, and how much wider than measured.
_BASE, _HIGH, _WIDE = 0.905, 1.16, 1.1
_ALIGNED = {"start": "l", "middle": "ctr", "end": "r"}
_Bounds = tuple[float, float, float, float]  # left, top, width and height in pixels of the picture


def draw(
    shapes: Any, picture: Picture, left: float, top: float, scale: float, named: Mapping[str, tuple[str, str]], ways: Ways | None = None
) -> None:
    """Add a picture to the shapes of a slide, its top left corner at so many points, a pixel `scale` points wide.

    Every layer becomes one group; `named` gives by its id what the group is called, and what it shows in words. The shapes of a group are
    as many as the items of its layer; those of a sign lead to the newest of its statements.
    """
    sheet, tree = _Sheet(left, top, scale), shapes._spTree

    def click(part: Item | Sign) -> str:
        if ways is None or not isinstance(part, Sign) or not (key := ways.newest(part.ids)):
            return ""
        relation = shapes.part.relate_to(ways.address(key), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<a:hlinkClick r:id="{relation}" tooltip={quoteattr(key)}/>'

    ids = count(max((int(one) for one in tree.xpath("//@id") if str(one).isdigit()), default=1) + 1)
    for layer in picture.layers:
        name, words = named[layer.id]
        key = next(ids)
        inner = "".join(
            sheet.shape(item, next(ids), way)
            for part, way in ((one, click(one)) for one in layer.parts)
            for item in (part.items if isinstance(part, Sign) else (part,))
        )
        x, y, wide, high = (sheet.emu(one) for one in _union([_bounds(item) for item in layer.items]))
        at = f'x="{sheet.x + x}" y="{sheet.y + y}"'
        size = f'cx="{max(wide, 1)}" cy="{max(high, 1)}"'
        place = f"<a:xfrm><a:off {at}/><a:ext {size}/><a:chOff {at}/><a:chExt {size}/></a:xfrm>"
        head = f'<p:cNvPr id="{key}" name={quoteattr(name)} descr={quoteattr(words)}/><p:cNvGrpSpPr/><p:nvPr/>'
        group = f"<p:grpSp {nsdecls('p', 'a', 'r')}><p:nvGrpSpPr>{head}</p:nvGrpSpPr><p:grpSpPr>{place}</p:grpSpPr>{inner}</p:grpSp>"
        tree.insert_element_before(parse_xml(group), "p:extLst")


class _Sheet:
    """Where the picture lies on the slide, and each of its shapes as XML."""

    def __init__(self, left: float, top: float, scale: float) -> None:
        self.scale = scale
        self.x, self.y = round(left * EMU), round(top * EMU)

    def emu(self, pixels: float) -> int:
        """Return a length of the picture in the units of a slide's file."""
        return round(pixels * self.scale * EMU)

    def shape(self, item: Item, key: int, click: str) -> str:
        """Return one item as one shape; `click` is what leads on from it."""
        match item:
            case Line():
                line = self._line(item.colour, item.width, item.opacity, item.dash)
                is_rising = (item.y2 - item.y1) * (item.x2 - item.x1) < 0
                place = self._place(item, ' flipV="1"' if is_rising else "")
                head = f'<p:nvCxnSpPr><p:cNvPr id="{key}" name="Line {key}">{click}</p:cNvPr><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
                return f"<p:cxnSp>{head}<p:spPr>{place}{_preset('line')}{line}</p:spPr></p:cxnSp>"
            case Dot():
                return self._shape(item, key, "Mark", self._dot(item), click)
            case Box():
                edge = self._line(item.colour, item.edge) if item.edge else "<a:ln><a:noFill/></a:ln>"
                fill = _hatched(item.colour, item.opacity) if item.is_hatched else _solid(item.colour, item.opacity)
                return self._shape(item, key, "Box", f"{_preset('rect')}{fill}{edge}", click)
            case Outline():
                fill = _solid(item.colour, item.opacity) if item.is_filled else "<a:noFill/>"
                return self._shape(
                    item, key, "Outline", f"{self._path(item)}{fill}{self._line(item.colour, item.width, item.opacity, item.dash)}", click
                )
            case Label():
                return self._label(item, key, click)
        assert_never(item)

    def _shape(self, item: Item, key: int, name: str, look: str, click: str) -> str:
        head = f'<p:nvSpPr><p:cNvPr id="{key}" name="{name} {key}">{click}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        return f"<p:sp>{head}<p:spPr>{self._place(item)}{look}</p:spPr></p:sp>"

    def _place(self, item: Item, flip: str = "") -> str:
        x, y, wide, high = _bounds(item)
        at = f'<a:off x="{self.x + self.emu(x)}" y="{self.y + self.emu(y)}"/>'
        return f'<a:xfrm{flip}>{at}<a:ext cx="{self.emu(wide)}" cy="{self.emu(high)}"/></a:xfrm>'

    def _line(self, colour: str, width: float, opacity: float = 1, dash: tuple[float, float] | None = None) -> str:
        # The lengths of a dash are told in thousandths of a per cent of the line's width.
        on, off = (round(one / width * 100_000) for one in dash or (0, 0))
        dashed = f'<a:custDash><a:ds d="{on}" sp="{off}"/></a:custDash>' if dash else ""
        return f'<a:ln w="{self.emu(width)}">{_solid(colour, opacity)}{dashed}<a:round/></a:ln>'

    def _dot(self, item: Dot) -> str:
        if item.fill == "solid":
            return f"{_preset('ellipse')}{_solid(item.colour)}<a:ln><a:noFill/></a:ln>"
        return f"{_preset('ellipse')}<a:noFill/>{self._line(item.colour, item.stroke)}"

    def _path(self, item: Outline) -> str:
        left, top, wide, high = _bounds(item)
        points = [f'<a:pt x="{self.emu(x - left)}" y="{self.emu(y - top)}"/>' for x, y in item.points]
        lines = "".join(f"<a:lnTo>{one}</a:lnTo>" for one in points[1:])
        fill, close = ("", "<a:close/>") if item.is_filled else (' fill="none"', "")
        return _custom(f'<a:path w="{self.emu(wide)}" h="{self.emu(high)}"{fill}><a:moveTo>{points[0]}</a:moveTo>{lines}{close}</a:path>')

    def _label(self, item: Label, key: int, click: str) -> str:
        head = f'<p:nvSpPr><p:cNvPr id="{key}" name="Label {key}">{click}</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        body = '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        is_reversed = is_right_to_left(item.text)
        turned, words = (' rtl="1"', item.text) if is_reversed else ("", names_isolated(item.text))
        slanted = ' i="1"' if item.is_italic else ""
        spaced = '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        look = f'lang="{LANGUAGES[script_of(item.text)]}" sz="{round(item.size * self.scale * 100)}" b="{int(item.is_bold)}"{slanted}'
        run = f"<a:r><a:rPr {look}>{_solid(item.colour, item.opacity)}</a:rPr><a:t>{escape(words)}</a:t></a:r>"
        if item.aside:
            look = look.replace('b="1"', 'b="0"')
            behind = escape(item.whole.removeprefix(item.text))
            run += f"<a:r><a:rPr {look}>{_solid(item.colour, item.opacity * PALER)}</a:rPr><a:t>{behind}</a:t></a:r>"
        text = f'<p:txBody>{body}<a:p><a:pPr algn="{_ALIGNED[item.anchor]}"{turned}>{spaced}</a:pPr>{run}</a:p></p:txBody>'
        return f"<p:sp>{head}<p:spPr>{self._place(item)}{_preset('rect')}<a:noFill/></p:spPr>{text}</p:sp>"


def _bounds(item: Item) -> _Bounds:
    """Return the box that a shape takes on the picture's sheet."""
    match item:
        case Line():
            return min(item.x1, item.x2), min(item.y1, item.y2), abs(item.x2 - item.x1), abs(item.y2 - item.y1)
        case Dot():
            reach = item.radius - (0 if item.fill == "solid" else item.stroke / 2)
            return item.x - reach, item.y - reach, 2 * reach, 2 * reach
        case Box():
            return item.x, item.y, item.width, item.height
        case Outline():
            xs, ys = [x for x, _ in item.points], [y for _, y in item.points]
            return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
        case Label():
            wide = width_of_label(item) * _WIDE
            share = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.anchor]
            return item.x - share * wide, item.y - _BASE * item.size, wide, _HIGH * item.size
    assert_never(item)


def _union(bounds: list[_Bounds]) -> _Bounds:
    left, top = min(one[0] for one in bounds), min(one[1] for one in bounds)
    return left, top, max(one[0] + one[2] for one in bounds) - left, max(one[1] + one[3] for one in bounds) - top


def _preset(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def _custom(paths: str) -> str:
    return f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'


def _tint(colour: str, opacity: float = 1) -> str:
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    if colour == INK:
        return f'<a:schemeClr val="tx1">{alpha}</a:schemeClr>'
    return f'<a:srgbClr val="{colour.lstrip("#").upper()}">{alpha}</a:srgbClr>'


def _solid(colour: str, opacity: float = 1) -> str:
    return f"<a:solidFill>{_tint(colour, opacity)}</a:solidFill>"


def _hatched(colour: str, opacity: float) -> str:
    """Return slanted lines on the colour of the page; a pattern cannot be seen through, so a faint one is mixed with the page."""
    return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{_tint(_mixed(colour, opacity))}</a:fgClr><a:bgClr><a:schemeClr val="bg1"/></a:bgClr></a:pattFill>'


def _mixed(colour: str, share: float) -> str:
    if colour == INK:
        return colour
    pairs = zip(bytes.fromhex(colour.lstrip("#")), bytes.fromhex(LIGHT_PAGE.lstrip("#")), strict=True)
    return "".join(f"{round(one * share + page * (1 - share)):02X}" for one, page in pairs)
