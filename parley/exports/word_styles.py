"""The styles of a Word document, and its seal: the same briefing gives the same file, whenever it is made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from parley.exports.shell import Shell, about_program, property_text
from parley.figures.palette import LIGHT_INK

LATIN, CHINESE, ARABIC = "Calibri", "Microsoft YaHei", "Arial"
ACCENT, QUIET = "#1F5A94", "#555C64"
# The styles of a document, each with its size, and the space before and after it, in points; all of them are programs' own.
SIZES: Mapping[str, tuple[float, float, float]] = {
    "Normal": (10, 0, 4),
    "Title": (24, 0, 2),
    "Subtitle": (11, 0, 2),
    "Heading 1": (14, 14, 5),
    "Heading 2": (11, 8, 2),
    "List Bullet": (10, 0, 2),
    "List Number": (10, 0, 2),
    "Header": (8.5, 0, 0),
    "Footer": (7.5, 0, 0),
    "Strong": (0, 0, 0),
}
# Those of a cell, with how much larger than the table's letters, the space after it, and whether it is bold; and those of single words.
CELL_STYLES: Mapping[str, tuple[float, float, bool]] = {"Cell": (0, 3, False), "Cell Head": (0.5, 0, True), "Cell Issue": (0.5, 1, True)}
# Those of what every page carries, with the style on which they rest: by their names it is known again in a document that serves as a template.
PREFIX = "Parley "  # before the names of styles that are Parley's own in a template
HEAD, FOOT = "Head", "Foot"
PAGE_STYLES: Mapping[str, str] = {HEAD: "Header", FOOT: "Footer"}
WORD_STYLES: Mapping[str, tuple[str, bool]] = {"Part Label": (ACCENT, True), "Quiet": (QUIET, False), "Handling": (ACCENT, True)}
_ZIPPED = (1980, 1, 1, 0, 0, 0)


def set_styles(word: Document, size: float) -> None:
    """Set the letters, sizes and distances of everything, and the languages; `size` is that of the letters in the table."""
    styles = word.styles
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.remove(defaults.find(qn("w:lang")))
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'))
    for name, (points, before, after) in SIZES.items():
        if name != "Strong":
            _set_style(styles[name], points, before, after)
    for name, (more, after, is_bold) in CELL_STYLES.items():
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.element.styleId = name.replace(" ", "")
        made.base_style = styles["Normal"]
        _set_style(made, size + more, 0, after)
        made.font.bold = made.font.cs_bold = is_bold
    for name, base in PAGE_STYLES.items():
        made = styles.add_style(PREFIX + name, WD_STYLE_TYPE.PARAGRAPH)
        made.element.styleId, made.base_style = name, styles[base]
    for name, (colour, is_bold) in WORD_STYLES.items():
        made = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        made.element.styleId = name.replace(" ", "")
        made.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
        made.font.bold = made.font.cs_bold = is_bold


def _set_style(style: ParagraphStyle, points: float, before: float, after: float) -> None:
    is_head = style.name in ("Title", "Heading 1", "Heading 2")
    style.font.size = Pt(points)
    style.font.bold = style.font.cs_bold = is_head
    style.font.italic = style.font.cs_italic = False
    style.font.color.rgb = RGBColor.from_string((ACCENT if style.name.startswith("Heading") else LIGHT_INK).lstrip("#"))
    properties = style.element.get_or_add_rPr()
    for old in (*properties.findall(qn("w:rFonts")), *properties.findall(qn("w:szCs")), *properties.findall(qn("w:spacing"))):
        properties.remove(old)
    properties.insert(0, parse_xml(f'<w:rFonts {nsdecls("w")} w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{CHINESE}" w:cs="{ARABIC}"/>'))
    properties.find(qn("w:sz")).addnext(parse_xml(f'<w:szCs {nsdecls("w")} w:val="{round(points * 2)}"/>'))
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after, paragraph.line_spacing = Pt(before), Pt(after), 1.0
    for name in ("w:pBdr", "w:tabs"):
        for old in style.element.findall(f"{qn('w:pPr')}/{qn(name)}"):
            old.getparent().remove(old)


def sealed(word: Document, shell: Shell, title: str, subject: str, foot: str) -> bytes:
    """Return the finished file, with what its properties say of it; made at the same time it is the same file."""
    about, made = word.core_properties, shell.made.replace(tzinfo=UTC)
    about.author = about.last_modified_by = shell.by
    about.title, about.subject, about.comments = property_text(title), property_text(subject), property_text(foot)
    about.language, about.revision, about.keywords, about.category, about.content_status = "en-GB", 1, "", "", ""
    about.created = about.modified = made
    zoom = word.settings.element.find(qn("w:zoom"))
    if zoom is not None:
        zoom.set(qn("w:percent"), "100")
    relations = word.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        relations.pop(key)
    for part in word.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = about_program().encode()
    loose, sealed = BytesIO(), BytesIO()
    word.save(loose)
    with ZipFile(loose) as found, ZipFile(sealed, "w") as written:
        for name in found.namelist():
            written.writestr(ZipInfo(name, _ZIPPED), found.read(name), ZIP_DEFLATED)
    return sealed.getvalue()
