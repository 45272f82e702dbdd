"""A briefing as an Excel workbook: a sheet that says what it is, then one typed sheet for each table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from parley.directions import is_right_to_left
from parley.exports.cells import Cell, Table
from parley.exports.columns import Column, position_key
from parley.exports.live_links import statement_link
from parley.exports.shell import PLAIN, Shell, by_program, property_text
from parley.exports.table_list import SHEETS
from parley.exports.what_if_sheet import add_what_if
from parley.figures.lettering import lines_of, width_of
from parley.figures.palette import LIGHT_INK, party_colours
from parley.formulas import FORMULA_SIGNS
from parley.numbers import SHORTEST_GROUPED
from parley.telling import workbook as told
from parley.telling.briefing import Briefing, Section
from parley.telling.front import front
from parley.telling.what_if import WHAT_IF, WHAT_IF_HOLDS
from parley.words import said_all, say

ACCENT, RULE, HEAD = "#1F5A94", "#D9D5CC", "#EEF2F6"
FONT = "Arial"
LONGEST_CELL, LONGEST_NAME, LONGEST_MARK, LONGEST_HEAD, LONGEST_ADDRESS = 32_767, 31, 100, 255, 1500
FIRST_DAY = date(1900, 3, 1)  # Excel counts the days before it wrongly
A4 = 9  # as Excel numbers sizes of paper
DIGITS = 15  # as many as a number in a cell keeps
# Widths are in letters, as Excel counts them; heights in points.
NARROW, WIDE, NAMES_WIDTH, ABOUT_WIDTH, PAGE_WIDTH = 9, 44, 20, 96, 220
LETTER_PIXELS, PIXELS, LINE, TALLEST = 7, 13.3, 13.5, 400
_OF_SHEETS: Mapping[str, Section] = {"matrix": "overview", "movement": "movement", "sources": "sources"}  # all others tell of positions
_ADDRESSES = ("url", "archived")
_PARTY_COLUMNS = ("party_name", "party_a_name", "party_b_name")
_WIDTHS: Mapping[str, int] = {
    "issue_id": 20, "issue_name": 24, "question": 34, "statements": 60, "speaker_name": 24, "publication": 22,
    "place_words": 26, "condition_words": 30, "anchor": 26, "why_not_words": 32, "title": 36, "date_note": 36, "abstract": 60,
    "sentence_words": 60,
}  # fmt: skip


def workbook(briefing: Briefing, shell: Shell = PLAIN, link: str = "") -> bytes:
    """Return the workbook: the sheet "About", then the matrix, the statements, the gaps, what moved and the documents.

    `link` is the address of the live dashboard, to which each statement's id leads; empty for none.
    """
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        about = {"title": briefing.agenda.title, "subject": briefing.dataset.negotiation.title, "author": shell.by}
        comments = property_text("\n".join(said_all(briefing.foot)))
        book.set_properties({key: property_text(one) for key, one in about.items()} | {"comments": comments, "created": shell.made})
        styles = _Styles(book)
        tables = [make(briefing).for_readers for name, make in SHEETS.items() if _OF_SHEETS.get(name, "positions") in briefing.sections]
        first = book.add_worksheet(say(told.ABOUT))
        for table in tables:
            _TableSheet(book.add_worksheet(table.title[:LONGEST_NAME]), table, briefing, styles, link).write()
        listed = [(one.title, one.about, len(one.rows)) for one in tables]
        if "positions" in briefing.sections:
            sheet = book.add_worksheet(say(WHAT_IF))
            listed.append((say(WHAT_IF), say(WHAT_IF_HOLDS), add_what_if(sheet, briefing, styles, _height)))
            _printed(sheet, briefing, say(WHAT_IF), pages=2)
        _about(first, briefing, listed, styles)
    return by_program(made.getvalue())


class _Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, text: Cell = None, **looks: Any) -> Any:
        """Return the format with these properties; one for a text written from right to left reads that way.

        A text that begins like a formula is marked as a text, so that it stays one when somebody edits the cell.
        """
        reading = {"reading_order": 2, "align": "right", "indent": 1} if isinstance(text, str) and is_right_to_left(text) else {}
        kept = {"quote_prefix": True} if isinstance(text, str) and text.startswith(FORMULA_SIGNS) else {}
        asked = {"font_name": FONT, "font_size": 10, "font_color": LIGHT_INK, "valign": "top", **looks, **reading, **kept}
        key = tuple(sorted(asked.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(asked)
        return self._made[key]


def _about(sheet: Any, briefing: Briefing, listed: Sequence[tuple[str, str, int]], styles: _Styles) -> None:
    """Write what the workbook is, what it rests on, and the sheets: the title of each, what it holds, and in how many rows."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, NAMES_WIDTH)
    sheet.set_column(2, 2, ABOUT_WIDTH)
    row = 1
    opening: tuple[tuple[str, dict[str, Any]], ...] = (
        (briefing.agenda.title, {"bold": True, "font_size": 20, "font_color": ACCENT}),
        (briefing.agenda.audience or "", {"font_size": 12}),
        (say(briefing.cut_note), {"bold": True}),
        (briefing.handling, {"bold": True}),
    )
    for text, looks in opening:
        if text:
            size = looks.get("font_size", 10)
            lines = lines_of(text, (NAMES_WIDTH + ABOUT_WIDTH) * LETTER_PIXELS - 4, size * PIXELS / 10, bold=bool(looks.get("bold")))
            sheet.merge_range(row, 1, row, 2, "", styles(text, text_wrap=True, **looks))
            sheet.write_string(row, 1, text, styles(text, text_wrap=True, **looks))
            sheet.set_row(row, max(30 if row == 1 else 18, len(lines) * size * LINE / 10 + 4))
            row += 1
    row = _fields(sheet, row + 1, _opening(briefing), styles)
    if listed:
        sheet.merge_range(row + 1, 1, row + 1, 2, say(told.WHAT_EACH_SHEET_HOLDS), styles(bold=True, font_size=12, bottom=1, bottom_color=RULE))
    for number, (title, about, rows) in enumerate(listed, row + 2):
        words = say(told.holds_rows(about, rows))
        sheet.write_url(number, 1, f"internal:'{title}'!A1", styles(font_color=ACCENT, underline=1), title)
        sheet.write_string(number, 2, words, styles(text_wrap=True))
        sheet.set_row(number, _height([(words, ABOUT_WIDTH)]))
    _fields(
        sheet, row + len(listed) + 3, [(say(told.EMPTY_CELLS), say(told.EMPTY_CELLS_MEAN)), *(("", one) for one in said_all(briefing.foot))], styles
    )
    _printed(sheet, briefing, "", pages=1)
    sheet.set_portrait()


def _opening(briefing: Briefing) -> list[tuple[str, str]]:
    """Return what stands at the head of the workbook: the negotiation, the parties, the date, the evidence, and the summary."""
    negotiation = briefing.dataset.negotiation
    fields = [
        (told.NEGOTIATION, negotiation.title),
        (told.ABOUT, negotiation.about),
        (told.PARTIES, ", ".join(one.name for one in briefing.parties)),
        (told.SHOWN, say(briefing.dated)),
        (told.MOVEMENT_SINCE, say(briefing.since_told)),
        (told.IN_SHORT, "\n".join(said_all(front(briefing).told)) if "summary" in briefing.sections else ""),
        (told.COUNTED, say(briefing.summary)),
    ]
    return [(say(name), words) for name, words in fields if words]


def _fields(sheet: Any, row: int, fields: Iterable[tuple[str, str]], styles: _Styles) -> int:
    """Write names with their words beside them, and return the first row below."""
    for name, words in fields:
        sheet.write_string(row, 1, name, styles(bold=True))
        sheet.write_string(row, 2, words, styles(words, text_wrap=True))
        sheet.set_row(row, _height([(words, ABOUT_WIDTH)]))
        row += 1
    return row


class _TableSheet:
    """One table on its sheet: header, typed cells, filters and print settings."""

    def __init__(self, sheet: Any, table: Table, briefing: Briefing, styles: _Styles, link: str) -> None:
        self.sheet, self.table, self.briefing, self.styles, self.link = sheet, table, briefing, styles, link
        colours = party_colours(briefing.dataset.negotiation)
        self.of_party = {one.name: colours[one.id] for one in briefing.dataset.negotiation.parties}
        self.of_column = {position_key(one.id): colours[one.id] for one in briefing.parties}

    def write(self) -> None:
        """Write the sheet."""
        last = len(self.table.columns) - 1
        widths = [_width(column, [row[number] for row in self.table.rows]) for number, column in enumerate(self.table.columns)]
        self.sheet.set_row(0, _height(list(zip((one.title for one in self.table.columns), widths, strict=True))) + 6)
        heads, taken = [], set[str]()
        for number, column in enumerate(self.table.columns):
            colour = self.of_column.get(column.key, ACCENT)
            looks = {"bold": True, "bg_color": HEAD, "bottom": 5, "bottom_color": colour, "text_wrap": True, "valign": "vcenter"}
            # Two parties may be called alike, and no two columns of a table may.
            title = next(one for one in (column.title, f"{column.title} ({number + 1})") if one.casefold() not in taken)
            taken.add(title.casefold())
            heads.append({"header": title[:LONGEST_HEAD], "header_format": self.styles(title, **looks)})
            self.sheet.set_column(number, number, widths[number])
        below = max(len(self.table.rows), 1)
        # The look is that of the cells.
        self.sheet.add_table(0, 0, below, last, {"name": self.table.name.capitalize(), "style": None, "columns": heads})
        for number, row in enumerate(self.table.rows, 1):
            self.sheet.set_row(number, _height(list(zip(row, widths, strict=True))))
            for place, (column, cell) in enumerate(zip(self.table.columns, row, strict=True)):
                self._write(number, place, column, cell)
        kept = 3 if self.table.columns[0].key == "issue_number" else 1
        self.sheet.freeze_panes(1, kept)
        self.sheet.hide_gridlines(2)
        self.sheet.repeat_rows(0)
        self.sheet.repeat_columns(0, kept - 1)
        self.sheet.print_area(0, 0, below, last)
        _printed(self.sheet, self.briefing, self.table.title, pages=-(-sum(widths) // PAGE_WIDTH))

    def _write(self, row: int, place: int, column: Column, cell: Cell) -> None:
        looks: dict[str, Any] = {"bottom": 1, "bottom_color": RULE, "text_wrap": True}
        if column.key in _PARTY_COLUMNS and cell in self.of_party:
            looks |= {"bold": True, "font_color": self.of_party[str(cell)]}
        way = self._way(column, cell)
        if way:
            self.sheet.write_url(row, place, way, self.styles(str(cell), **looks, font_color=ACCENT, underline=1), str(cell))
        elif cell is None:
            self.sheet.write_blank(row, place, None, self.styles(**looks))
        elif isinstance(cell, bool):
            self.sheet.write_boolean(row, place, cell, self.styles(**looks, align="left"))
        elif isinstance(cell, date) and cell >= FIRST_DAY:
            self.sheet.write_datetime(
                row, place, datetime(cell.year, cell.month, cell.day), self.styles(**looks, num_format="d mmm yyyy", align="left")
            )
        elif isinstance(cell, int | Decimal) and len(str(cell).strip("-").replace(".", "")) <= DIGITS:
            looks |= {"align": "right", "indent": 1, **_number_format(cell)}
            self.sheet.write_number(row, place, float(cell) if isinstance(cell, Decimal) else cell, self.styles(**looks))
        else:
            text = cut_off(cell.isoformat() if isinstance(cell, date) else str(cell))
            self.sheet.write_string(row, place, text, self.styles(text, **looks))

    def _way(self, column: Column, cell: Cell) -> str:
        """Return where a cell leads: the id of a statement to it on the dashboard, an address to itself; empty where to nothing."""
        if not isinstance(cell, str) or len(cell) > LONGEST_ADDRESS:
            return ""
        if column.key == "statement_id":
            return statement_link(self.briefing, self.link, cell)
        return cell if column.key in _ADDRESSES else ""


def cut_off(text: str) -> str:
    """Return a text that finds room in a cell of Excel; where some is cut off, it says so."""
    ending = say(told.CUT_OFF)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(ending)] + ending


def _width(column: Column, cells: Sequence[Cell]) -> int:
    """Return a width in letters: as wide as the longest line of the column, within bounds."""
    longest = max((ceil(width_of(line, PIXELS) / LETTER_PIXELS) for cell in cells if cell is not None for line in str(cell).splitlines()), default=0)
    word = min(max(len(word) for word in column.title.split()), WIDE - 4)
    if column.type != "text":
        return max(NARROW, min(14, word + 4), 12 if column.type == "date" else longest + 4 if column.type in ("number", "whole") else 0)
    return max(word + 4, NARROW, min(longest + 2, _WIDTHS.get(column.key, WIDE)))


def _number_format(number: int | Decimal) -> dict[str, str]:
    """Return the format in which Excel groups the digits of a long number as the reader's country does, with as many places as it has."""
    digits, _, places = format(number, "f").strip("-").partition(".")
    if len(digits) < SHORTEST_GROUPED:
        return {}
    return {"num_format": f"#,##0.{'0' * len(places)}" if places else "#,##0"}


def _height(cells: Sequence[tuple[Cell, int]]) -> float:
    """Return the height of a row in which every cell, given with the width of its column, is seen whole, if Excel lets it be so tall."""
    lines = [
        sum(len(lines_of(line, width * LETTER_PIXELS - 4, PIXELS)) for line in str(cell).splitlines()) for cell, width in cells if cell is not None
    ]
    return min(max(lines, default=1) * LINE + 4, TALLEST)


def _printed(sheet: Any, briefing: Briefing, title: str, *, pages: int) -> None:
    """Set how a sheet is printed: on A4 across, so many pages wide, with the handling mark and the date at the foot of each."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(pages, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    mark, dated, name = (text[:LONGEST_MARK].replace("&", "&&") for text in (" · ".join(said_all(briefing.marks)), say(briefing.dated), title))
    # A blank keeps a number in the words from being read as part of the size.
    look = '&"Arial,Regular"&8 '
    sheet.set_footer(f"&L{look}{mark}&C{look}{dated}&R{look}{name} &P/&N")
