"""The first page of a Word document: its lines, the issues drawn beneath them two abreast, and the contents with links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from parley.exports.word_pieces import go_on_in_columns, mark_row, styled, tell, write
from parley.figures.issue_pictures import glance_picture_of
from parley.figures.palette import LIGHT_INK
from parley.figures.picture import Picture
from parley.figures.raster import png_of
from parley.figures.svg import svg_of
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.documents import DRAWINGS_IN_WORDS, IN_SHORT
from parley.telling.front import open_beneath
from parley.words import say

ABREAST = 2
PIXELS, LEAST_SCALE = 600, 3.0  # across a drawing, and how many dots each of them has
GUTTER = 6  # millimetres between two drawings


def add_drawings(word: Document, briefing: Briefing, drawn: Sequence[BriefedIssue], wide: float, share: float = 1) -> None:
    """Add the issues drawn at a glance, each with its name and what is open on it, on so many millimetres; each drawing has a share of its width."""
    table = word.add_table(rows=-(-len(drawn) // ABREAST), cols=ABREAST)
    tell(table, say(IN_SHORT), say(DRAWINGS_IN_WORDS))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for number, row in enumerate(table.rows):
        mark_row(table, number, is_whole=True)
        for cell in row.cells:
            cell.width = Mm(wide / ABREAST)
    for number, one in enumerate(drawn):
        _draw(table.rows[number // ABREAST].cells[number % ABREAST], briefing, one, (wide / ABREAST - GUTTER) * share)


def glance_of(briefing: Briefing, one: BriefedIssue) -> Picture:
    """Return an issue as it is drawn on the first page."""
    return glance_picture_of(briefing, one, PIXELS)


def _draw(cell: _Cell, briefing: Briefing, one: BriefedIssue, wide: float) -> None:
    head = styled(cell.paragraphs[0], "Cell Issue")
    write(head, say(one.heading))
    head.paragraph_format.keep_with_next = True
    picture = glance_of(briefing, one)
    shown = styled(cell.add_paragraph(), "Cell").add_run().add_picture(BytesIO(png_of(svg_of(picture, LIGHT_INK), LEAST_SCALE)), Mm(wide))
    told = shown._inline.docPr
    told.set("name", say(one.heading))
    told.set("descr", picture.alt)
    asked = open_beneath(one)
    if asked:
        write(styled(cell.add_paragraph(), "Cell"), say(asked))


def add_contents(word: Document, entries: Iterable[tuple[str, str]]) -> None:
    """Add the contents beneath their heading: each entry leads to its bookmark and has the number of its page."""
    go_on_in_columns(word, ABREAST)
    for words, bookmark in entries:
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        way = OxmlElement("w:hyperlink", attrs={qn("w:anchor"): bookmark})
        write(paragraph, words, "Part Label")
        way.extend(paragraph._p.findall(qn("w:r")))
        paragraph._p.append(way)
        paragraph.add_run("  ")
        # Whoever opens the document works out the page.
        field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGEREF {bookmark} \\h " w:dirty="true"><w:r><w:t>–</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(field))
    go_on_in_columns(word, 1)


def bookmarked(paragraph: Paragraph, bookmark: str, number: int) -> None:
    """Let links lead to a paragraph; `number` is one that no other bookmark has."""
    paragraph._p.insert_element_before(
        OxmlElement("w:bookmarkStart", attrs={qn("w:id"): str(number), qn("w:name"): bookmark}), "w:r", "w:hyperlink", "w:fldSimple"
    )
    paragraph._p.append(OxmlElement("w:bookmarkEnd", attrs={qn("w:id"): str(number)}))
