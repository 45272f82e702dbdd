"""Invented templates: of a ministry that has a look of its own, and of people who mean no good."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn as word_name
from docx.shared import Mm
from docx.shared import Pt as WordPt
from docx.shared import RGBColor as WordColour
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

# Six that every eye tells apart on white, and six of which it does not.
APART = ("#003399", "#B8410F", "#6A3D9A", "#0B7A5E", "#8A6D1B", "#C2185B")
ALIKE = ("#FFC000", "#FFD966", "#A5A5A5", "#BFBFBF", "#C9C9C9", "#E2EFDA")


def saved(made: Any) -> bytes:
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def themed(data: bytes, colours: tuple[str, ...], font: str = "") -> bytes:
    """Return a file whose theme has these accents, and this font."""

    def changed(theme: str) -> str:
        for number, colour in enumerate(colours, 1):
            name = f"accent{number}"
            theme = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\1<a:srgbClr val="{colour[1:]}"/>\2', theme, flags=re.DOTALL)
        return re.sub(r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{font}", theme) if font else theme

    return rewritten(data, lambda name, part: changed(part.decode()).encode() if "/theme/theme" in name else part)


def rewritten(data: bytes, change: Any, more: Mapping[str, bytes] | None = None) -> bytes:
    """Return an archive with each of its parts changed, or left out where None comes of it, and with more parts."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as found, ZipFile(made, "w", ZIP_DEFLATED) as written:
        for name in found.namelist():
            if (content := change(name, found.read(name))) is not None:
                written.writestr(name, content)
        for name, content in (more or {}).items():
            written.writestr(name, content)
    return made.getvalue()


def ministry_slides(colours: tuple[str, ...] = APART, font: str = "Verdana", *, is_wide: bool = True) -> bytes:
    """Return a presentation with a slide of its own, a blue first slide whose words are white, and a foot that says who it is."""
    made = Presentation()
    if is_wide:
        made.slide_width, made.slide_height = Emu(12192000), Emu(6858000)
        for owner in (made.slide_master, *made.slide_layouts):
            for one in owner.shapes:
                if one._element.spPr.find("{*}xfrm") is not None:
                    one.left, one.width = int(one.left * 4 / 3), int(one.width * 4 / 3)
    front = made.slide_layouts[0]
    front.background.fill.solid()
    front.background.fill.fore_color.rgb = RGBColor(0, 0x33, 0x99)
    for one in front.placeholders:
        style = f'<a:lstStyle {nsdecls("a")}><a:lvl1pPr algn="l"><a:defRPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
        body = one._element.txBody
        body.replace(body.find("{*}lstStyle"), parse_xml(style))
    for owner in (made.slide_master, made.slide_layouts[5]):
        logo = owner.shapes._spTree
        logo.append(parse_xml(_LOGO.format(id=900, ns=nsdecls("p", "a"))))
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "How to use this template"
    return themed(saved(made), colours, font)


_LOGO = (
    '<p:sp {ns}><p:nvSpPr><p:cNvPr id="{id}" name="Logo"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="12192000" cy="120000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:spPr></p:sp>'
)


def ministry_letter(colours: tuple[str, ...] = APART, *, without: tuple[str, ...] = (), is_german: bool = False) -> bytes:
    """Return a Word document in portrait with a head and a foot of its own, words in its body, and headings in green letters."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "Ministry of Fisheries"
    section.first_page_header.paragraphs[0].text = "Ministry of Fisheries, first page"
    section.footer.paragraphs[0].text = "Quay 1, Northport"
    made.add_paragraph("Write your text here.")
    made.add_paragraph("And here.", style="List Bullet")
    heading = made.styles["Heading 1"]
    heading.font.color.rgb, heading.font.name, heading.font.size = WordColour(0, 0x66, 0x33), "Georgia", WordPt(17)
    cell = made.styles.add_style("Parley Cell Head", WD_STYLE_TYPE.PARAGRAPH)
    cell.font.italic = True
    if is_german:
        # Word writes the names of its styles in English whatever its language, and their ids in that.
        made.styles["Heading 1"].element.styleId = "berschrift1"
    for name in without:
        made.styles.element.remove(made.styles[name].element)
    for name in ("w:lang",):
        for one in made.styles.element.iter(word_name(name)):
            one.set(word_name("w:val"), "de-DE")
    return themed(saved(made), colours)


def with_relation(data: bytes, part: str, kind: str, target: str) -> bytes:
    """Return a file in which a part leads to an address outside."""
    relation = f'<Relationship Id="rId999" Type="{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return rewritten(data, lambda name, content: content.replace(b"</Relationships>", relation.encode()) if name == part else content)


IMAGE, HYPERLINK = RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK
ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
POINT = Pt(1)
