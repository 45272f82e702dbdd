"""An empty deck in Parley's look: theme, fonts of every script, master, layouts and table style; and the deck as bytes that never differ."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.util import Emu

from parley.exports.shell import about_program
from parley.exports.slide_frame import FOOT_SIZE, FRONT_TITLE, TITLE_SIZE, Frame
from parley.figures.palette import LIGHT_INK, LIGHT_PAGE, PARTY_COLOURS

LINE_INDEX, LIST_INDEX, FOOT_INDEX, NUMBER_INDEX = 10, 11, 20, 21  # by which a slide's placeholder finds that of its layout
TITLE_LAYOUT, ISSUE_LAYOUT = 0, 1
UNWRITTEN = "…"  # what stands in a place of a layout until something is written into it
FIRST_ID = 256  # that a slide may have
_ZIPPED = (1980, 1, 1, 0, 0, 0)
TABLE_STYLE = "{7B0C1F5A-9415-4C3E-8E21-5041524C4559}"
_MUTED, _RULE, _HEAD, ACCENT = "4A5159", "B9BCB8", "EFEDE6", "1F5A94"
_LATIN, _CHINESE, _ARABIC = "Arial", "Microsoft YaHei", "Arial"
_SCRIPTS = {"Hans": "Microsoft YaHei", "Hant": "Microsoft JhengHei", "Jpan": "Yu Gothic", "Hang": "Malgun Gothic", "Arab": "Arial", "Hebr": "Arial"}


def empty_deck(frame: Frame) -> Any:
    """Return a python-pptx presentation of no slides, of the frame's size, with the layouts "Title" and "Issue"."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(round(frame.width * 12700)), Emu(round(frame.height * 12700))
    deck.part._element.find("{*}sldSz").attrib.pop("type", None)
    for layout in list(deck.slide_layouts)[2:]:
        deck.slide_layouts.remove(layout)
    master = deck.slide_master
    _set_tree(master, "", [_title(frame), _body(frame, LINE_INDEX, frame.room, master=True), *_foot(frame)])
    old = master._element.find("{*}txStyles")
    master._element.replace(old, parse_xml(_text_styles()))
    _set_tree(deck.slide_layouts[TITLE_LAYOUT], "Title", [*_front(frame), *_foot(frame)])
    _set_tree(deck.slide_layouts[ISSUE_LAYOUT], "Issue", [_title(frame), _body(frame, LINE_INDEX, 60), *_foot(frame)])
    deck.slide_layouts[ISSUE_LAYOUT]._element.set("type", "obj")
    _set_theme(master.part)
    _set_theme(deck.notes_master.part)
    drop_leftovers(deck)
    add_table_style(deck)
    count_names(deck.part.package)
    return deck


def count_names(package: Any) -> None:
    """Let each new part have the next number: the library looks through all parts for it, and no part of a deck is ever taken out again."""
    first, numbers = package.next_partname, dict[str, Iterator[int]]()

    def next_partname(template: str) -> PackURI:
        if template not in numbers:
            numbers[template] = count(first(template).idx)
        return PackURI(template % next(numbers[template]))

    package.next_partname = next_partname


def new_slide(deck: Any, layout: Any) -> Any:
    """Return a new slide after all others, with the placeholders of its layout."""
    relation, slide = deck.part.add_slide(layout)
    slide.shapes.clone_layout_placeholders(layout)
    _put_last(deck, relation)
    return slide


@dataclass(frozen=True)
class Blank:
    """What every slide of a layout begins with, and its notes, to be copied: the library takes much longer to make them shape by shape."""

    slide: Any
    notes: Any
    layout: Any
    notes_master: Any

    @classmethod
    def of(cls, slide: Any) -> Blank:
        """Return what a slide and its notes hold now."""
        notes = slide.notes_slide
        master = notes.part.part_related_by(RELATIONSHIP_TYPE.NOTES_MASTER)
        return cls(deepcopy(slide._element), deepcopy(notes._element), slide.slide_layout.part, master)

    def copied(self, deck: Any) -> Any:
        """Return a new slide after all others that holds the same."""
        main, package = deck.part, deck.part.package
        part = SlidePart(main._next_slide_partname, CONTENT_TYPE.PML_SLIDE, package, deepcopy(self.slide))
        part.relate_to(self.layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        name = package.next_partname("/ppt/notesSlides/notesSlide%d.xml")
        notes = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, deepcopy(self.notes))
        notes.relate_to(self.notes_master, RELATIONSHIP_TYPE.NOTES_MASTER)
        notes.relate_to(part, RELATIONSHIP_TYPE.SLIDE)
        part.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
        # The library would look whether one of all slides is this new one.
        _put_last(deck, main.rels._add_relationship(RELATIONSHIP_TYPE.SLIDE, part))
        return part.slide


def _put_last(deck: Any, relation: str) -> None:
    # The library would look through the ids of all slides for the next.
    ids = deck.slides._sldIdLst
    ids._add_sldId(id=FIRST_ID + len(ids), rId=relation)


def packed(deck: Any) -> bytes:
    """Return the deck as a file; the same deck gives the same bytes at any time."""
    made, package = BytesIO(), deck.part.package
    with ZipFile(made, "w") as file:
        # What the library itself writes carries the time.
        writer: Any = PackageWriter(made, package._rels, tuple(package.iter_parts()))
        entries = _Entries(file)
        writer._write_content_types_stream(entries)
        writer._write_pkg_rels(entries)
        writer._write_parts(entries)
    return made.getvalue()


@dataclass(frozen=True)
class _Entries:
    """The entries of a file that is written, all of one time."""

    file: ZipFile

    def write(self, uri: PackURI, content: bytes) -> None:
        entry = ZipInfo(uri.membername, _ZIPPED)
        entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, 0o600 << 16, 3
        self.file.writestr(entry, content)


def drop_leftovers(deck: Any) -> None:
    """Take out of a deck what tells of the file that it was begun with: its picture, its printer, and what its program wrote of it."""
    package = deck.part.package
    for relations, kind in ((package._rels, RELATIONSHIP_TYPE.THUMBNAIL), (deck.part.rels, RELATIONSHIP_TYPE.PRINTER_SETTINGS)):
        for key in [key for key, one in relations.items() if one.reltype == kind]:
            relations.pop(key)
    for part in package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part.blob = about_program().encode()


def add_table_style(deck: Any) -> None:
    """Add the style of Parley's tables to those of a deck."""
    kind, made = RELATIONSHIP_TYPE.TABLE_STYLES, f'<a:tblStyleLst {nsdecls("a")} def="{TABLE_STYLE}"/>'
    held = next((one.target_part for one in deck.part.rels.values() if one.reltype == kind), None)
    if held is None:
        held = Part(PackURI("/ppt/tableStyles.xml"), CONTENT_TYPE.PML_TABLE_STYLES, deck.part.package, made.encode())
        deck.part.relate_to(held, kind)
    root = parse_xml(held.blob)
    if not any(one.get("styleId") == TABLE_STYLE for one in root):
        root.append(parse_xml(_table_style()))
        held.blob = serialize_part_xml(root)


def _set_tree(owner: Any, name: str, shapes: list[str]) -> None:
    """Replace the shapes of a master or a layout."""
    root = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    back = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>' if not name else ""
    named = f' name="{name}"' if name else ""
    numbered = "".join(one.replace("ID", str(number), 1) for number, one in enumerate(shapes, 2))
    made = parse_xml(f"<p:cSld {nsdecls('p', 'a')}{named}>{back}<p:spTree>{root}{numbered}</p:spTree></p:cSld>")
    owner._element.replace(owner._element.find("{*}cSld"), made)


def _placeholder(name: str, kind: str, place: tuple[float, float, float, float], body: str, style: str = "", text: str = "") -> str:
    x, y, wide, high = (round(one * 12700) for one in place)
    xfrm = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    head = f'<p:nvSpPr><p:cNvPr id="ID" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
    inner = text or f'<a:r><a:rPr lang="en-GB"/><a:t>{UNWRITTEN}</a:t></a:r>'
    frame = f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" {body}><a:noAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>'
    return f"<p:sp>{head}<p:spPr>{xfrm}</p:spPr><p:txBody>{frame}<a:p>{inner}</a:p></p:txBody></p:sp>"


def _level(size: float, *, colour: str = "tx1", bold: bool = False, align: str = "l") -> str:
    look = f'<a:defRPr sz="{round(size * 100)}" b="{int(bold)}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr>'
    return f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:buNone/>{look}</a:lvl1pPr>'


def _title(frame: Frame) -> str:
    return _placeholder("Title", 'type="title"', (frame.left, frame.title, *frame.title_room), 'anchor="ctr"')


def _body(frame: Frame, index: int, high: float, *, master: bool = False) -> str:
    kind = 'type="body" idx="1"' if master else f'type="body" idx="{index}"'
    return _placeholder("Line beneath the title", kind, (frame.left, frame.body, frame.inner, high), 'anchor="t"', _level(15))


def _front(frame: Frame) -> list[str]:
    """Return the shapes of the title slide: what it is on the left, the issues on the right."""
    top, below, right = 104.0, 104.0 + FRONT_TITLE + 16, frame.right - frame.half
    issues, kind = (right, 60.0, frame.half, frame.foot - 75), f'type="body" idx="{LIST_INDEX}"'
    return [
        _placeholder("Title", 'type="ctrTitle"', (frame.left, top, *frame.front), 'anchor="b"', _level(36, bold=True)),
        _placeholder("Subtitle", 'type="subTitle" idx="1"', (frame.left, below, frame.half, frame.foot - 15 - below), 'anchor="t"', _level(16)),
        _placeholder("Issues", kind, issues, 'anchor="ctr"', _level(16)),
        _rule("Rule between", (frame.width / 2, 60, 0, frame.foot - 75), ACCENT, 1.5),
    ]


def _foot(frame: Frame) -> list[str]:
    high = frame.height - 12 - frame.foot
    foot, end = (frame.left, frame.foot, frame.foot_wide, high), (frame.right - 50, frame.foot, 50.0, high)
    kind, style = f'type="sldNum" sz="quarter" idx="{NUMBER_INDEX}"', _level(FOOT_SIZE + 2, colour="tx2", align="r")
    return [
        _placeholder("Foot", f'type="ftr" sz="quarter" idx="{FOOT_INDEX}"', foot, 'anchor="t"', _level(FOOT_SIZE, colour="tx2")),
        _placeholder("Slide number", kind, end, 'anchor="t"', style, _number_field(1)),
        _rule("Rule above the foot", (frame.left, frame.foot - 5, frame.inner, 0), _RULE, 0.75),
    ]


def _rule(name: str, place: tuple[float, float, float, float], colour: str, width: float) -> str:
    x, y, wide, high = (round(one * 12700) for one in place)
    xfrm = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    head = f'<p:nvCxnSpPr><p:cNvPr id="ID" name="{name}"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>'
    line = f'<a:ln w="{round(width * 12700)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln>'
    return f"<p:cxnSp>{head}<p:spPr>{xfrm}{line}</p:spPr></p:cxnSp>"


def _number_field(number: int, *, is_sized: bool = False) -> str:
    key = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
    size = f' sz="{round((FOOT_SIZE + 2) * 100)}"' if is_sized else ""
    return '<a:pPr algn="r"/>' * is_sized + f'<a:fld id="{key}" type="slidenum"><a:rPr lang="en-GB"{size}/><a:t>{number}</a:t></a:fld>'


def slide_number(place: Any, number: int) -> None:
    """Put the number of its slide into a piece of it, as a field that follows when slides are moved."""
    body = place.text_frame._txBody
    body.replace(body.p_lst[0], parse_xml(f"<a:p {nsdecls('a')}>{_number_field(number, is_sized=not place.is_placeholder)}</a:p>"))


def _text_styles() -> str:
    fonts = '<a:latin typeface="+{0}-lt"/><a:ea typeface="+{0}-ea"/><a:cs typeface="+{0}-cs"/>'
    fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'

    def level(size: float, font: str, bold: int) -> str:
        run = f'<a:defRPr lang="en-GB" sz="{round(size * 100)}" b="{bold}" kern="1200">{fill}{fonts.format(font)}</a:defRPr>'
        return f'<a:lvl1pPr marL="0" indent="0" algn="l" rtl="0"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{run}</a:lvl1pPr>'

    styles = (("titleStyle", level(TITLE_SIZE, "mj", 1)), ("bodyStyle", level(15, "mn", 0)), ("otherStyle", level(12, "mn", 0)))
    return f"<p:txStyles {nsdecls('p', 'a')}>{''.join(f'<p:{name}>{style}</p:{name}>' for name, style in styles)}</p:txStyles>"


def _set_theme(part: Any) -> None:
    """Set the colours and fonts of the theme that a master uses."""
    theme = part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = parse_xml(theme.blob)
    root.set("name", "Parley")
    elements = root.find("{*}themeElements")
    for tag, made in (("clrScheme", _colours()), ("fontScheme", _fonts())):
        elements.replace(elements.find(f"{{*}}{tag}"), parse_xml(made))
    if hasattr(theme, "_element"):
        theme._element = root
    else:
        theme.blob = serialize_part_xml(root)


def _colours() -> str:
    named = {"dk1": LIGHT_INK, "lt1": LIGHT_PAGE, "dk2": _MUTED, "lt2": _HEAD, "accent1": ACCENT}
    named |= {f"accent{number}": colour for number, colour in enumerate(PARTY_COLOURS[:5], 2)}
    named |= {"hlink": ACCENT, "folHlink": ACCENT}
    inner = "".join(f'<a:{name}><a:srgbClr val="{colour.lstrip("#")}"/></a:{name}>' for name, colour in named.items())
    return f'<a:clrScheme {nsdecls("a")} name="Parley">{inner}</a:clrScheme>'


def _fonts() -> str:
    scripts = "".join(f'<a:font script="{script}" typeface="{face}"/>' for script, face in _SCRIPTS.items())
    faces = f'<a:latin typeface="{_LATIN}"/><a:ea typeface="{_CHINESE}"/><a:cs typeface="{_ARABIC}"/>{scripts}'
    return f'<a:fontScheme {nsdecls("a")} name="Parley"><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont></a:fontScheme>'


def _table_style() -> str:
    """Return the table style: thin rules between rows, no upright ones, and a light header with a stronger rule beneath."""
    thin = f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{_RULE}"/></a:solidFill></a:ln>'
    firm = f'<a:ln w="12700"><a:solidFill><a:srgbClr val="{_MUTED}"/></a:solidFill></a:ln>'
    none = "<a:ln><a:noFill/></a:ln>"
    edges = "".join(f"<a:{side}>{line}</a:{side}>" for side, line in (("left", none), ("right", none), ("top", thin), ("bottom", thin)))
    inner = f"<a:insideH>{thin}</a:insideH><a:insideV>{none}</a:insideV>"
    text = '<a:tcTxStyle{}><a:fontRef idx="minor"/><a:schemeClr val="tx1"/></a:tcTxStyle>'
    plain, bold = text.format(""), text.format(' b="on"')
    whole = f"<a:wholeTbl>{plain}<a:tcStyle><a:tcBdr>{edges}{inner}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
    fill = '<a:fill><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:fill>'
    first = f"<a:firstRow>{bold}<a:tcStyle><a:tcBdr><a:bottom>{firm}</a:bottom></a:tcBdr>{fill}</a:tcStyle></a:firstRow>"
    return f'<a:tblStyle {nsdecls("a")} styleId="{TABLE_STYLE}" styleName="Parley">{whole}{first}</a:tblStyle>'
