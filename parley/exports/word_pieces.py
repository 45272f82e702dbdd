"""The pieces of a Word document that its library leaves to be written: text in several scripts, fields, and the look of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from docx.enum.section import WD_SECTION
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Length
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from parley.directions import is_right_to_left, names_isolated

RULE = "C9CDD2"
_GUTTER = "400"  # between columns of text, in twentieths of a point
_AFTER_COLUMNS = ("w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings")
_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%-._~"  # what an address holds beside letters and digits
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_STRETCHES = re.compile(f"((?:{_RIGHT_TO_LEFT}+[^\\w\u2066-\u2069]*)*{_RIGHT_TO_LEFT}+)")
_LETTERS = re.compile(r"[^\W\d_]")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")
# What may follow the mark of a paragraph that begins at the right.
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:rPr", "w:sectPr")


def paragraphs(cell: _Cell) -> Iterator[Paragraph]:
    """Yield paragraphs of a cell, the one that every cell has first, then new ones."""
    yield styled(cell.paragraphs[0], "Cell")
    while True:
        yield styled(cell.add_paragraph(), "Cell")


def fill(cell: _Cell, words: str, style: str) -> None:
    """Write words into an empty cell, in the style of a paragraph."""
    write(styled(cell.paragraphs[0], style), words)


def styled(paragraph: Paragraph, style: str) -> Paragraph:
    """Return the paragraph in a style, set by its id: by name the library goes through all styles, for more than half the time of a document."""
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def write(paragraph: Paragraph, text: str, style: str = "") -> None:
    """Add a text to a paragraph, each stretch marked as what it is: right to left, Chinese, or neither."""
    reads_left = is_right_to_left(paragraph.text + text)
    if reads_left:
        properties = paragraph._p.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is None:
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
    words = text if reads_left else names_isolated(text, is_part=bool(paragraph.text))
    for stretch in filter(None, _STRETCHES.split(words)):
        run = paragraph.add_run(stretch)
        run._r.style = style.replace(" ", "") or None
        if _STRETCHES.fullmatch(stretch) or (reads_left and not _LETTERS.search(stretch)):
            run.font.rtl = True
        elif _HAN.search(stretch):
            run._r.get_or_add_rPr().append(parse_xml(f'<w:lang {nsdecls("w")} w:eastAsia="zh-CN"/>'))


def add_field(paragraph: Paragraph, name: str, until_then: str = "1", style: str = "") -> None:
    """Add a number that Word works out: the page's, how many there are, that of a note; and what stands there until it has done so."""
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "/>')
    run = paragraph.add_run(until_then)._r
    run.style = style or None
    field.append(run)
    paragraph._p.append(field)


def add_way(paragraph: Paragraph, words: str, address: str) -> None:
    """Add words that lead to an address on the web, or to a bookmark ("#name"); plain words where there is neither."""
    if not address:
        write(paragraph, words)
        return
    # A field stands in notes as in the text; a link of the file's own would be kept by their part of it.
    target = f'\\l "{address[1:]}"' if address.startswith("#") else f'"{quote(address, safe=_OF_ADDRESSES)}"'
    escaped = quoteattr(f" HYPERLINK {target} ")
    field = parse_xml(f"<w:fldSimple {nsdecls('w')} w:instr={escaped}/>")
    before = len(paragraph._p)
    write(paragraph, words, "Part Label")
    field.extend(list(paragraph._p)[before:])
    paragraph._p.append(field)


def go_on_in_columns(word: Any, count: int) -> None:
    """Set what follows in so many columns; a document has its columns by section."""
    section = word.add_section(WD_SECTION.CONTINUOUS)._sectPr
    for tag in ("w:cols", "w:titlePg"):
        for old in section.findall(qn(tag)):
            section.remove(old)
    section.insert_element_before(OxmlElement("w:cols", attrs={qn("w:num"): str(count), qn("w:space"): _GUTTER}), *_AFTER_COLUMNS)


def fitted(cells: Iterable[_Cell], widths: Sequence[Length]) -> list[_Cell]:
    """Return the cells of a row, each with its width."""
    found = list(cells)
    for cell, width in zip(found, widths, strict=True):
        cell.width = width
    return found


def mark_row(table: Table, number: int, *, is_head: bool = False, is_whole: bool = False) -> None:
    """Let a row go on on the next page, under the head, which is repeated on every page; a head or a row that `is_whole` stays on one."""
    properties = table.rows[number]._tr.get_or_add_trPr()
    if is_head or is_whole:
        properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def frame(table: Table, title: str, words: str) -> None:
    """Draw thin lines between rows and columns, give cells room, and let `words` say what the table holds."""
    lines = "".join(
        f'<w:{where} w:val="single" w:sz="{size}" w:space="0" w:color="{RULE}"/>'
        for where, size in (("top", 8), ("bottom", 8), ("insideH", 6), ("insideV", 4))
    )
    room = "".join(f'<w:{where} w:w="{width}" w:type="dxa"/>' for where, width in (("top", 60), ("left", 85), ("bottom", 70), ("right", 70)))
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    for xml in (f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>", f"<w:tblCellMar {nsdecls('w')}>{room}</w:tblCellMar>"):
        look.addprevious(parse_xml(xml))
    tell(table, title, words)


def tell(table: Table, title: str, words: str) -> None:
    """Let `words` say what a table holds, for those who cannot see it."""
    caption, told = OxmlElement("w:tblCaption"), OxmlElement("w:tblDescription")
    caption.set(qn("w:val"), title)
    told.set(qn("w:val"), words)
    table._tbl.tblPr.extend([caption, told])


def shade(cell: _Cell, colour: str) -> None:
    """Lay a colour under a cell."""
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>'))


def edge(cell: _Cell, colour: str) -> None:
    """Draw a party's colour over its column."""
    edge = f'<w:tcBorders {nsdecls("w")}><w:top w:val="single" w:sz="24" w:space="0" w:color="{colour}"/></w:tcBorders>'
    cell._tc.get_or_add_tcPr().find(qn("w:shd")).addprevious(parse_xml(edge))
