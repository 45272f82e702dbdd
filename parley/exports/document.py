"""The briefing as a Word document: the comparison table as negotiators know it, with a footnote to the evidence at every line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from parley.exports.cited import MOST_CITED, Sources
from parley.exports.shell import PAPERS, PLAIN, Shell
from parley.exports.word_evidence import WordEvidence
from parley.exports.word_front import add_contents, add_drawings, bookmarked
from parley.exports.word_house import WordHouse
from parley.exports.word_one_page import add_rest
from parley.exports.word_pieces import add_field, add_way, edge, fill, fitted, frame, mark_row, paragraphs, shade, styled, write
from parley.exports.word_styles import FOOT, HEAD, sealed, set_styles
from parley.figures.palette import party_colours
from parley.telling import documents, headings
from parley.telling.briefing import BriefedIssue, Briefing, readable
from parley.telling.front import Front, front
from parley.telling.glance import NOBODY_SPOKE
from parley.telling.said import bracketed
from parley.telling.side_by_side import PartyCell
from parley.words import said_all, say
from parley.words.language import english

HEAD_FILL = "EEF2F6"
_MARGIN = 13
_NUMBER, _ISSUE, _MEANING, _LANDING = 9, 32, 58, 30  # widths of columns; the parties share what is left
_NARROWEST, _WIDEST = 0.7, 1.6  # of an even share, the column of a party
_WIDE = 271  # of the text on A4 in Parley's own margins, for which those are made
_NUMBERED = ".//w:fldSimple[contains(@w:instr, 'PAGE')]"
_MOST_WITHOUT_CONTENTS = 5  # issues compared on as many pages
_MANY = 4  # with more parties the letters are smaller


def document(briefing: Briefing, shell: Shell = PLAIN, link: str = "") -> bytes:
    """Return the briefing as a Word file: what is read first, the comparison table, what moved, and the documents used.

    `link` is the address of the live dashboard, to which the id of each statement leads; empty for none.
    """
    return _Document(readable(briefing), front(briefing), link, shell).written()


class _Document:
    """One Word document while it is written, from the title to the list of documents."""

    def __init__(self, briefing: Briefing, first: Front, link: str, shell: Shell) -> None:
        self.briefing, self.first, self.sources, self.shell, self.link = briefing, first, Sources(briefing), shell, link
        self.is_one_page = briefing.form == "one-page"
        self.bookmarks = 0
        template = shell.template("docx")
        self.house = WordHouse(template) if template else None
        self.word = self.house.word if self.house else docx.Document()
        self.colours = (self.house and self.house.party_colours(briefing.parties)) or party_colours(briefing.dataset.negotiation)
        size = 8.5 if len(briefing.parties) <= _MANY else 7
        if self.house:
            self.house.begin(size)
        else:
            set_styles(self.word, size)
        self.wide = self._turned()
        self.evidence = WordEvidence(self.word, briefing, self.sources, link, size - 1)

    def written(self) -> bytes:
        holds, issues = self.briefing.sections.__contains__, self.briefing.compared.issues
        self._page()
        self._title()
        if holds("summary"):
            self._front()
        if self.is_one_page:
            return self._sealed()
        is_first = holds("summary")  # what follows the first page begins one, and the rest goes on beneath it
        if holds("overview") and len(issues) > _MOST_WITHOUT_CONTENTS:
            self._contents()
            is_first = False
        if self.briefing.silent and (holds("overview") or holds("positions")):
            self._silent(on_new_page=is_first)
            is_first = False
        if holds("positions") and issues:
            self._heading(say(documents.COMPARISON), bookmark="comparison", on_new_page=is_first)
            self._table()
        if holds("movement") and self.briefing.movement is not None:
            self._moved()
        if holds("sources"):
            self._documents()
        if not self.evidence.is_empty:
            self._heading(say(documents.EVIDENCE), bookmark="evidence")
            self.evidence.add_list()
        return self._sealed()

    def _sealed(self) -> bytes:
        self.evidence.close()
        if self.house:
            self.house.close()
        about = self.briefing.agenda.title, self.briefing.dataset.negotiation.title, " · ".join(said_all(self.briefing.foot))
        return sealed(self.word, self.shell, *about)

    def _turned(self) -> float:
        """Lay the page on its side, and return how wide the text is in millimetres; a template keeps its paper, unless asked, and its margins."""
        section: Any = self.word.sections[0]
        asked = self.shell.paper or (None if self.house else "a4")
        sides = (Mm(PAPERS[asked][0]), Mm(PAPERS[asked][1])) if asked else (section.page_width, section.page_height)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = max(sides), min(sides)
        if not self.house:
            section.left_margin = section.right_margin = Mm(_MARGIN)
            section.top_margin, section.bottom_margin = Mm(18), Mm(20)
            section.header_distance = section.footer_distance = Mm(8)
        return float((section.page_width - section.left_margin - section.right_margin) / Mm(1))

    def _page(self) -> None:
        """Set what stands on every page: the handling mark above the text, and the foot lines and page number beneath.

        A template keeps what it has there itself; of its own page numbers there are none twice.
        """
        if self.house:
            for head in self.house.heads() if self.briefing.handling else ():
                write(styled(head.add_paragraph(), HEAD), self.briefing.handling, "Handling")
            for foot in self.house.feet():
                is_numbered = "PAGE" in "".join(one.text or "" for one in foot._element.iter(qn("w:instrText"))) or foot._element.xpath(_NUMBERED)
                write(styled(foot.add_paragraph(), FOOT), " · ".join(said_all(self.briefing.foot)))
                if not is_numbered:
                    numbered = styled(foot.add_paragraph(), FOOT)
                    numbered.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                    self._number(numbered)
            return
        section = self.word.sections[0]
        head, foot = styled(section.header.paragraphs[0], HEAD), styled(section.footer.paragraphs[0], FOOT)
        for one in (head, foot):
            one.paragraph_format.tab_stops.add_tab_stop(Mm(self.wide), WD_TAB_ALIGNMENT.RIGHT)
        write(head, self.briefing.handling, "Handling")
        head.add_run("\t")
        write(head, self.briefing.agenda.title)
        write(foot, " · ".join(said_all(self.briefing.foot)))
        numbered = styled(section.footer.add_paragraph(), FOOT)
        numbered.paragraph_format.tab_stops.add_tab_stop(Mm(self.wide), WD_TAB_ALIGNMENT.RIGHT)
        numbered.add_run("\t")
        self._number(numbered)

    def _number(self, numbered: Paragraph) -> None:
        """Write into a paragraph which page it is, and of how many."""
        for piece in english().pieces(documents.page_of("PAGE", "NUMPAGES")):
            if piece.role == "verbatim":
                add_field(numbered, piece.text)
            else:
                numbered.add_run(piece.text)

    def _title(self) -> None:
        briefing, negotiation = self.briefing, self.briefing.dataset.negotiation
        write(styled(self.word.add_paragraph(), "Title"), briefing.agenda.title)
        lines = [negotiation.title] if negotiation.title != briefing.agenda.title else []
        lines += [briefing.agenda.audience] if briefing.agenda.audience else []
        for words in lines:
            write(styled(self.word.add_paragraph(), "Subtitle"), words)
        dated = styled(self.word.add_paragraph(), "Subtitle")
        write(dated, say(briefing.dated))
        if briefing.handling:
            write(styled(self.word.add_paragraph(), "Subtitle"), briefing.handling, "Handling")
        if say(briefing.cut_note):
            write(self.word.add_paragraph(), say(briefing.cut_note), "Strong")
        if "summary" not in briefing.sections:
            write(self.word.add_paragraph(), say(briefing.summary))

    def _front(self) -> None:
        """Write what is read first: its lines with short notes, the drawings, and what was counted."""
        self._heading(say(documents.IN_SHORT))
        for told in self.first.told:
            paragraph = styled(self.word.add_paragraph(), "List Bullet")
            write(paragraph, say(told))
            if 0 < len(told.ids) <= MOST_CITED and not self.is_one_page:
                self.evidence.cite_in_short(paragraph, told.ids)
        if self.is_one_page:
            add_rest(self.word, self.briefing, self.first, self.wide, self.link, in_template=self.house is not None)
            return
        if self.first.drawn:
            add_drawings(self.word, self.briefing, self.first.drawn, self.wide)
        write(self.word.add_paragraph(), say(self.briefing.summary), "Quiet")

    def _contents(self) -> None:
        holds, briefing = self.briefing.sections.__contains__, self.briefing
        entries = [(say(documents.NOTHING_TO_COMPARE), "nothing")] if briefing.silent else []
        entries += [(say(documents.COMPARISON), "comparison")] if holds("positions") else []
        entries += [(say(one.heading), _bookmark(one)) for one in briefing.compared.issues] if holds("positions") else []
        entries += [(say(briefing.moved_heading), "moved")] if holds("movement") and briefing.movement else []
        entries += [(say(documents.DOCUMENTS_USED), "documents")] if holds("sources") else []
        entries += [(say(documents.EVIDENCE), "evidence")] if briefing.statements else []
        self._heading(say(documents.CONTENTS), on_new_page=holds("summary"))
        add_contents(self.word, entries)

    def _silent(self, *, on_new_page: bool) -> None:
        """Write a line for each issue on which there is nothing to compare."""
        self._heading(say(documents.NOTHING_TO_COMPARE), bookmark="nothing", on_new_page=on_new_page)
        write(self.word.add_paragraph(), say(documents.NOTHING_TO_COMPARE_MEANS), "Quiet")
        for one in self.briefing.silent:
            paragraph = self.word.add_paragraph()
            write(paragraph, f"{say(one.heading)}. ", "Strong")
            write(paragraph, f"{say(one.status_in_list)}. ")
            if not one.held_in_short:
                write(paragraph, say(NOBODY_SPOKE), "Quiet")
            for number, (whose, line) in enumerate(one.held_in_short):
                write(paragraph, f"{'; ' if number else ''}{say(whose)}: ", "Part Label")
                write(paragraph, say(line.told))
                self.evidence.cite(paragraph, line.ids)

    def _documents(self) -> None:
        """Write the full records of the documents, under the numbers by which the notes name them."""
        self._heading(say(documents.DOCUMENTS_USED), bookmark="documents")
        records = self.sources.records()
        for place, one in enumerate(records, 1):
            paragraph = self.word.add_paragraph()
            # The first two and the last two are never parted.
            paragraph.paragraph_format.keep_with_next = place in (1, len(records) - 1) and place < len(records)
            write(paragraph, f"[{one.number}] ")
            add_way(paragraph, one.words, one.address)
        if not self.briefing.statements:
            write(self.word.add_paragraph(), say(headings.NONE))

    def _heading(self, words: str, level: int = 1, *, bookmark: str = "", on_new_page: bool = False) -> None:
        paragraph = styled(self.word.add_paragraph(), f"Heading {level}")
        write(paragraph, words)
        if on_new_page:
            paragraph.paragraph_format.page_break_before = True
        if bookmark:
            self._bookmark(paragraph, bookmark)

    def _bookmark(self, paragraph: Paragraph, bookmark: str) -> None:
        self.bookmarks += 1
        bookmarked(paragraph, bookmark, self.bookmarks)

    def _table(self) -> None:
        parties = self.briefing.parties
        # Room for our own notes is for us alone.
        landing = (say(headings.LANDING),) if not self.briefing.is_shareable else ()
        table = self.word.add_table(rows=1, cols=len(parties) + 3 + len(landing))
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        frame(table, self.briefing.agenda.title, say(documents.comparison_in_words(has_notes=bool(landing))))
        # On a page narrower than A4 every column is.
        share = min(1.0, self.wide / _WIDE)
        fixed = [_NUMBER, *(one * share for one in (_ISSUE, _MEANING, *[_LANDING] * len(landing)))]
        widths = [Mm(one) for one in (*fixed[:2], *self._party_widths(self.wide - sum(fixed)), *fixed[2:])]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        cells = fitted(table.rows[0].cells, widths)
        for cell, words in zip(
            cells, (say(headings.NUMBER), say(headings.ISSUE), *(one.name for one in parties), say(headings.MEANING), *landing), strict=True
        ):
            fill(cell, words, "Cell Head")
            shade(cell, HEAD_FILL)
        for cell, party in zip(cells[2:], parties, strict=False):
            edge(cell, self.colours[party.id].lstrip("#"))
        mark_row(table, 0, is_head=True)
        for number, one in enumerate(self.briefing.compared.issues, 1):
            table.add_row()
            self._row(fitted(table.rows[number].cells, widths), one)
            mark_row(table, number, is_whole=True)

    def _party_widths(self, rest: float) -> list[float]:
        """Return how wide the column of each party is: the more so the more is told in it, within bounds, so that rows are low."""
        letters = [
            sum(len(say(line.told)) for one in self.briefing.compared.issues for line in one.cells[at].lines)
            for at in range(len(self.briefing.parties))
        ]
        even = sum(letters) / len(letters)
        shares = [min(max((one / even) ** 0.5, _NARROWEST), _WIDEST) for one in letters] if even else [1.0] * len(letters)
        return [rest * one / sum(shares) for one in shares]

    def _row(self, cells: Sequence[_Cell], one: BriefedIssue) -> None:
        fill(cells[0], str(one.number), "Cell Issue")
        fill(cells[1], one.issue.name, "Cell Issue")
        self._bookmark(cells[1].paragraphs[0], _bookmark(one))
        if one.issue.question:
            write(styled(cells[1].add_paragraph(), "Cell"), one.issue.question)
        for cell, told in zip(cells[2:], one.cells, strict=False):
            self._party(cell, told)
        cited = {key for told in one.cells for line in told.lines for key in line.ids}
        meaning, *landing = cells[2 + len(one.cells) :]
        self._meaning(meaning, one, cited)
        for cell in landing:
            styled(cell.paragraphs[0], "Cell")

    def _party(self, cell: _Cell, told: PartyCell) -> None:
        for line, paragraph in zip(told.lines, paragraphs(cell), strict=False):
            if line.heading:
                write(paragraph, say(line.heading), "Part Label")
                paragraph.add_run("\n" if line.ids else "  ")
            write(paragraph, say(line.told), "" if line.ids else "Quiet")
            if line.aside:
                paragraph.add_run(" ")
                write(paragraph, say(bracketed(line.aside)), "Quiet")
            self.evidence.cite(paragraph, line.ids)

    def _meaning(self, cell: _Cell, one: BriefedIssue, cited: set[str]) -> None:
        """Write the status and what lies between; a sentence carries a note of its own where it rests on more than the cells already cite."""
        found = paragraphs(cell)
        if one.row.gap and one.settled:
            write(next(found), say(one.settled), "Strong")
        for sentence in (*one.told("gap"), *one.told("others")):
            paragraph = next(found)
            write(paragraph, say(sentence.told))
            if len(sentence.ids) <= MOST_CITED and not cited.issuperset(sentence.ids):
                self.evidence.cite(paragraph, sentence.ids)

    def _moved(self) -> None:
        self._heading(say(self.briefing.moved_heading), bookmark="moved")
        for one in self.briefing.issues:
            if not one.has_news:
                continue
            self._heading(say(one.heading), level=2)
            for line in one.told("moved"):
                paragraph = styled(self.word.add_paragraph(), "List Bullet")
                write(paragraph, say(line.told))
                self.evidence.cite(paragraph, line.ids)
        still = [say(one.heading) for one in self.briefing.issues if not one.has_news]
        if still:
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.space_before = Pt(8)
            write(paragraph, f"{say(documents.NOTHING_NEW_ON)}: ", "Strong")
            write(paragraph, "; ".join(still))


def _bookmark(one: BriefedIssue) -> str:
    """Return the name under which links find an issue."""
    return f"issue_{one.number}"
