"""The briefing as a Word document: the comparison table as negotiators know it, with a footnote to the evidence at every line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from parley.directions import is_right_to_left, names_isolated
from parley.exports.cited import documents_used, evidence
from parley.exports.footnotes import Footnotes
from parley.figures.palette import LIGHT_INK, party_colours
from parley.telling import headings
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.said import bracketed
from parley.telling.side_by_side import PartyCell
from parley.words import said_all, say

LATIN, CHINESE, ARABIC = "Calibri", "Microsoft YaHei", "Arial"
ACCENT, QUIET, RULE, HEAD_FILL = "#1F5A94", "#555C64", "C9CDD2", "EEF2F6"
MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the same briefing gives the same file, whenever it is made
_ZIPPED = (1980, 1, 1, 0, 0, 0)
_WIDTH, _HEIGHT, _MARGIN = 297, 210, 13
_NUMBER, _ISSUE, _MEANING, _LANDING = 9, 32, 58, 30  # widths of columns; the parties share what is left
_MANY = 4  # with more parties the letters are smaller
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_STRETCHES = re.compile(f"((?:{_RIGHT_TO_LEFT}+[^\\w\u2066-\u2069]*)*{_RIGHT_TO_LEFT}+)")
_LETTERS = re.compile(r"[^\W\d_]")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff]")

MOST_IN_PROPERTY = 255  # letters that a property of the file can hold


def document(briefing: Briefing) -> bytes:
    """Return the briefing as a Word file: title, summary, comparison table, what moved, and the documents used."""
    return _Document(briefing).written()


class _Document:
    """One Word document while it is written, from the title to the list of documents."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.colours = party_colours(briefing.dataset.negotiation)
        self.word = docx.Document()
        size = 8.5 if len(briefing.parties) <= _MANY else 7
        _set_styles(self.word, size)
        self.notes = Footnotes(self.word, size - 1)
        self.cited: set[str] = set()

    def written(self) -> bytes:
        self._page()
        self._title()
        self._heading("Comparison")
        self._table()
        if self.briefing.movement is not None:
            self._moved()
        self._heading("Documents used")
        for words in documents_used(self.briefing):
            _write(self.word.add_paragraph(style="List Number"), words)
        if not self.briefing.statements:
            _write(self.word.add_paragraph(), say(headings.NONE))
        self.notes.close()
        return _sealed(self.word)

    def _page(self) -> None:
        """Set the landscape page, with the handling mark above the text and the foot lines and page number beneath."""
        section = self.word.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
        section.left_margin = section.right_margin = Mm(_MARGIN)
        section.top_margin, section.bottom_margin = Mm(18), Mm(20)
        section.header_distance = section.footer_distance = Mm(8)
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        for one in (head, foot):
            one.paragraph_format.tab_stops.add_tab_stop(Mm(_WIDTH - 2 * _MARGIN), WD_TAB_ALIGNMENT.RIGHT)
        _write(head, self.briefing.handling, "Handling")
        head.add_run("\t")
        _write(head, self.briefing.agenda.title)
        _write(foot, " · ".join(said_all(self.briefing.foot)))
        numbered = section.footer.add_paragraph(style="Footer")
        numbered.paragraph_format.tab_stops.add_tab_stop(Mm(_WIDTH - 2 * _MARGIN), WD_TAB_ALIGNMENT.RIGHT)
        numbered.add_run("\tPage ")
        _add_field(numbered, "PAGE")
        numbered.add_run(" of ")
        _add_field(numbered, "NUMPAGES")

    def _title(self) -> None:
        briefing, negotiation = self.briefing, self.briefing.dataset.negotiation
        _write(self.word.add_paragraph(style="Title"), briefing.agenda.title)
        lines = [negotiation.title] if negotiation.title != briefing.agenda.title else []
        lines += [briefing.agenda.audience] if briefing.agenda.audience else []
        for words in lines:
            _write(self.word.add_paragraph(style="Subtitle"), words)
        dated = self.word.add_paragraph(style="Subtitle")
        _write(dated, say(briefing.dated))
        if briefing.handling:
            _write(self.word.add_paragraph(style="Subtitle"), briefing.handling, "Handling")
        if say(briefing.cut_note):
            _write(self.word.add_paragraph(), say(briefing.cut_note), "Strong")
        _write(self.word.add_paragraph(), say(briefing.summary))

    def _heading(self, words: str, level: int = 1) -> None:
        _write(self.word.add_paragraph(style=f"Heading {level}"), words)

    def _table(self) -> None:
        parties = self.briefing.parties
        # Room for our own notes is for us alone.
        landing = (say(headings.LANDING),) if not self.briefing.is_shareable else ()
        table = self.word.add_table(rows=1, cols=len(parties) + 3 + len(landing))
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        _frame(table, self.briefing.agenda.title, "with what lies between them and room for notes" if landing else "with what lies between them")
        rest = (_WIDTH - 2 * _MARGIN - _NUMBER - _ISSUE - _MEANING - _LANDING * len(landing)) / len(parties)
        widths = [Mm(one) for one in (_NUMBER, _ISSUE, *[rest] * len(parties), _MEANING, *[_LANDING] * len(landing))]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        cells = _fitted(table.rows[0].cells, widths)
        for cell, words in zip(
            cells, (say(headings.NUMBER), say(headings.ISSUE), *(one.name for one in parties), say(headings.MEANING), *landing), strict=True
        ):
            _fill(cell, words, "Cell Head")
            _shade(cell, HEAD_FILL)
        for cell, party in zip(cells[2:], parties, strict=False):
            _edge(cell, self.colours[party.id].lstrip("#"))
        _mark_row(table, 0, is_head=True)
        for number, one in enumerate(self.briefing.issues, 1):
            table.add_row()
            self._row(_fitted(table.rows[number].cells, widths), one)
            _mark_row(table, number)

    def _row(self, cells: Sequence[_Cell], one: BriefedIssue) -> None:
        _fill(cells[0], str(one.number), "Cell Issue")
        _fill(cells[1], one.issue.name, "Cell Issue")
        _write(cells[1].add_paragraph(style="Cell"), one.issue.question)
        for cell, told in zip(cells[2:], one.cells, strict=False):
            self._party(cell, told)
        cited = {key for told in one.cells for line in told.lines for key in line.ids}
        meaning, *landing = cells[2 + len(one.cells) :]
        self._meaning(meaning, one, cited)
        for cell in landing:
            cell.paragraphs[0].style = "Cell"

    def _party(self, cell: _Cell, told: PartyCell) -> None:
        for line, paragraph in zip(told.lines, _paragraphs(cell), strict=False):
            if line.heading:
                _write(paragraph, say(line.heading), "Part Label")
                paragraph.add_run("\n" if line.ids else "  ")
            _write(paragraph, say(line.told), "" if line.ids else "Quiet")
            if line.aside:
                paragraph.add_run(" ")
                _write(paragraph, say(bracketed(line.aside)), "Quiet")
            self._cite(paragraph, line.ids)

    def _meaning(self, cell: _Cell, one: BriefedIssue, cited: set[str]) -> None:
        """Write the status and what lies between; a sentence carries a note of its own where it rests on more than the cells already cite."""
        paragraphs = _paragraphs(cell)
        if one.row.gap:
            _write(next(paragraphs), say(one.status), "Strong")
        for sentence in one.told("gap"):
            paragraph = next(paragraphs)
            _write(paragraph, say(sentence.told))
            if not cited.issuperset(sentence.ids):
                self._cite(paragraph, sentence.ids)

    def _cite(self, paragraph: Paragraph, ids: Sequence[str]) -> None:
        """Add the footnote that cites every one of these statements; none where there is no statement."""
        if not ids:
            return
        self.cited.update(ids)
        note = self.notes.add_to(paragraph)
        for one in evidence(ids, self.briefing.dataset):
            told = note.add_paragraph()
            if is_right_to_left(one.says):
                _write(told, f"{one.citation} [{one.id}]")
                _write(note.add_paragraph(), one.says)
            else:
                _write(told, f"{one.says} – {one.citation} [{one.id}]")

    def _cite_again(self, paragraph: Paragraph, ids: Sequence[str]) -> None:
        """Add the footnote to statements of which the table may have told already: such a one is named by its id alone."""
        told = [one for one in ids if one in self.cited]
        self._cite(paragraph, [one for one in ids if one not in self.cited])
        if told:
            note = self.notes.notes[-1] if len(told) < len(ids) else self.notes.add_to(paragraph)
            _write(note.add_paragraph(), f"Cited in full above: {', '.join(f'[{one}]' for one in told)}")

    def _moved(self) -> None:
        self._heading(say(self.briefing.moved_heading))
        for one in self.briefing.issues:
            if not one.has_news:
                continue
            self._heading(say(one.heading), level=2)
            for line in one.told("moved"):
                paragraph = self.word.add_paragraph(style="List Bullet")
                _write(paragraph, say(line.told))
                self._cite_again(paragraph, line.ids)
        still = [say(one.heading) for one in self.briefing.issues if not one.has_news]
        if still:
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(8)
            _write(paragraph, "Nothing new was said on: ", "Strong")
            _write(paragraph, "; ".join(still))


def _paragraphs(cell: _Cell) -> Iterator[Paragraph]:
    """Yield paragraphs of a cell, the one that every cell has first, then new ones."""
    cell.paragraphs[0].style = "Cell"
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph(style="Cell")


def _fill(cell: _Cell, words: str, style: str) -> None:
    cell.paragraphs[0].style = style
    _write(cell.paragraphs[0], words)


def _write(paragraph: Paragraph, text: str, style: str = "") -> None:
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


_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:rPr", "w:sectPr")


def _add_field(paragraph: Paragraph, name: str) -> None:
    """Add a number that Word works out: the page's, or how many there are."""
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)


def _fitted(cells: Iterable[_Cell], widths: Sequence[Length]) -> list[_Cell]:
    """Return the cells of a row, each with its width."""
    found = list(cells)
    for cell, width in zip(found, widths, strict=True):
        cell.width = width
    return found


def _mark_row(table: Table, number: int, *, is_head: bool = False) -> None:
    """Keep a row on one page where it fits on one; a head is repeated on every page."""
    properties = table.rows[number]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))


def _frame(table: Table, title: str, more: str) -> None:
    """Draw thin lines between rows and columns, give cells room, and say in words what the table holds."""
    lines = "".join(
        f'<w:{where} w:val="single" w:sz="{size}" w:space="0" w:color="{RULE}"/>'
        for where, size in (("top", 8), ("bottom", 8), ("insideH", 6), ("insideV", 4))
    )
    room = "".join(f'<w:{where} w:w="{width}" w:type="dxa"/>' for where, width in (("top", 60), ("left", 85), ("bottom", 70), ("right", 70)))
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    for xml in (f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>", f"<w:tblCellMar {nsdecls('w')}>{room}</w:tblCellMar>"):
        look.addprevious(parse_xml(xml))
    caption, told = OxmlElement("w:tblCaption"), OxmlElement("w:tblDescription")
    caption.set(qn("w:val"), title)
    told.set(qn("w:val"), f"One row for each issue, one column for each party, {more}.")
    properties.extend([caption, told])


def _shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{colour}"/>'))


def _edge(cell: _Cell, colour: str) -> None:
    """Draw a party's colour over its column."""
    edge = f'<w:tcBorders {nsdecls("w")}><w:top w:val="single" w:sz="24" w:space="0" w:color="{colour}"/></w:tcBorders>'
    cell._tc.get_or_add_tcPr().find(qn("w:shd")).addprevious(parse_xml(edge))


def _set_styles(word: Document, size: float) -> None:
    """Set the letters, sizes and distances of everything, and the languages; `size` is that of the letters in the table."""
    styles = word.styles
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.remove(defaults.find(qn("w:lang")))
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'))
    for name, points, before, after in (("Normal", 10, 0, 4), ("Title", 24, 0, 2), ("Subtitle", 11, 0, 2), ("Heading 1", 14, 14, 5),
                                        ("Heading 2", 11, 8, 2), ("List Bullet", 10, 0, 2), ("List Number", 10, 0, 2),
                                        ("Header", 8.5, 0, 0), ("Footer", 7.5, 0, 0)):  # fmt: skip
        _set_style(styles[name], points, before, after)
    for name, points, after in (("Cell", size, 3), ("Cell Head", size + 0.5, 0), ("Cell Issue", size + 0.5, 1)):
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.element.styleId = name.replace(" ", "")
        made.base_style = styles["Normal"]
        _set_style(made, points, 0, after)
        made.font.bold = made.font.cs_bold = name != "Cell"
    for name, colour, is_bold in (("Part Label", ACCENT, True), ("Quiet", QUIET, False), ("Handling", ACCENT, True)):
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


def _sealed(word: Document) -> bytes:
    """Return the finished file, with the same dates in it whenever it is made."""
    about = word.core_properties
    about.author = about.last_modified_by = "Parley"
    about.title, about.comments, about.language, about.revision = word.paragraphs[0].text[:MOST_IN_PROPERTY], "", "en-GB", 1
    about.created = about.modified = MADE
    word.settings.element.find(qn("w:zoom")).set(qn("w:percent"), "100")
    relations = word.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        relations.pop(key)
    loose, sealed = BytesIO(), BytesIO()
    word.save(loose)
    with ZipFile(loose) as found, ZipFile(sealed, "w") as made:
        for name in found.namelist():
            made.writestr(ZipInfo(name, _ZIPPED), found.read(name), ZIP_DEFLATED)
    return sealed.getvalue()
