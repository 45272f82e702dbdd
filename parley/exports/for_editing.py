"""A negotiation as a workbook in which it is edited: a sheet for each kind of record, with choices, notes, and marks of what each cell was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from parley.editing.edits import Kind
from parley.editing.opening import Opened
from parley.exports.shell import LONG_AGO
from parley.exports.workbook import ACCENT, FONT, HEAD, RULE
from parley.formulas import FORMULA_SIGNS
from parley.roundtrip.book import ABOUT, SIGN, words_row
from parley.roundtrip.book import MADE as AS_MADE
from parley.roundtrip.columns import NAMES, OWNERS, SHEETS, STEPS, Column, columns_of, known_in
from parley.roundtrip.rows import Row, all_rows, mark_of
from parley.telling import workbook_edits as told
from parley.words import say

SPARE = 500  # rows beneath those that are filled in which choices are offered
LISTED = 5_000  # rows of a sheet among whose ids may be chosen
LONGEST_CHOICES = 255  # letters of a list of choices that Excel takes
WIDE, NARROW, LINE = 46, 14, 15  # of a column, in letters, and of a line, in points
_WIDE_HEADS = ("says", "members", "note", "title", "abstract", "question", "means", "why", "what", "name", "directions", "anchors")


def editing_workbook(talks: Opened) -> bytes:
    """Return the workbook; brought in again unchanged it changes nothing."""
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"created": LONG_AGO, "title": talks.dataset.negotiation.title})
        rows = all_rows(talks)
        _about(book, talks)
        for kind in SHEETS:
            _Writing(book, kind, rows).write()
        _as_made(book, rows)
    return made.getvalue()


def _about(book: Any, talks: Opened) -> None:
    sheet = book.add_worksheet(ABOUT)
    head, text = (
        book.add_format({"font_name": FONT, "font_size": 10, **one})
        for one in ({"bold": True, "font_color": ACCENT}, {"text_wrap": True, "valign": "top"})
    )
    sheet.set_column(0, 0, NARROW, text)
    sheet.set_column(1, 1, 2 * WIDE, text)
    negotiation = talks.dataset.negotiation
    facts = (("negotiation", negotiation.id), ("title", negotiation.title), ("version", talks.dataset.version))
    sheet.write_string(0, 0, SIGN, head)
    for number, (name, value) in enumerate(facts, 1):
        sheet.write_string(number, 0, name, text)
        sheet.write_string(number, 1, value, text)
    for number, rule in enumerate(told.RULES, len(facts) + 2):
        words = say(rule)
        sheet.write_string(number, 1, words, text)
        sheet.set_row(number, LINE * -(-len(words) // (2 * WIDE)))
    sheet.hide_gridlines(2)


def _as_made(book: Any, rows: Mapping[Kind, Sequence[Row]]) -> None:
    sheet = book.add_worksheet(AS_MADE)
    sheet.very_hidden()
    number = 0
    for kind, several in rows.items():
        columns = columns_of(kind)
        listed = [
            words_row(kind, {one.head: say(told.head_of(kind, one)) for one in columns}),
            *(words_row(kind, choices, one.head) for one in columns if (choices := _choice_words(one))),
            *((SHEETS[kind], one.id, one.within, "|".join(mark_of(one.cells[each.head]) for each in columns)) for one in several),
        ]
        for cells in listed:
            for place, cell in enumerate(cells):
                sheet.write_string(number, place, cell)
            number += 1


def _choice_words(column: Column) -> dict[str, str]:
    """Return what may be chosen in a column by what the files hold then, in words; empty where anything may stand there."""
    return {one: say(told.choice_of(column, one)) for one in (("true", "false") if column.form == "flag" else column.allowed)}


class _Writing:
    """One sheet while it is written."""

    def __init__(self, book: Any, kind: Kind, rows: Mapping[Kind, Sequence[Row]]) -> None:
        self.kind, self.columns, self.rows = kind, columns_of(kind), rows[kind]
        self.places = {one.head: place for place, one in enumerate(self.columns)}
        self.choices = {one.head: _choice_words(one) for one in self.columns}
        self.sheet = book.add_worksheet(SHEETS[kind])
        look = {"font_name": FONT, "font_size": 10, "num_format": "@", "valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": RULE}
        self.look, self.quoted = book.add_format(look), book.add_format({**look, "quote_prefix": True})
        self.head = book.add_format({**look, "bold": True, "bg_color": HEAD, "bottom_color": ACCENT})

    def write(self) -> None:
        for place, column in enumerate(self.columns):
            head = say(told.head_of(self.kind, column))
            self.sheet.set_column(place, place, WIDE if column.head in _WIDE_HEADS else max(NARROW, len(head) + 4), self.look)
            self.sheet.write_string(0, place, head, self.head)
            note = say(told.note_of(column, is_step=self._is_step(column), owner=OWNERS.get(self.kind)))
            self.sheet.write_comment(0, place, note, {"x_scale": 2, "y_scale": 1.4, "font_size": 9})
            if source := self._choices(column):
                rule = {"validate": "list", "source": source, "error_type": "warning", "ignore_blank": True}
                self.sheet.data_validation(1, place, len(self.rows) + SPARE, place, rule)
        for number, row in enumerate(self.rows, 1):
            for place, column in enumerate(self.columns):
                cell = row.cells[column.head]
                cell = self.choices[column.head].get(cell, cell)
                if cell:
                    self.sheet.write_string(number, place, cell, self.quoted if cell.startswith(FORMULA_SIGNS) else self.look)
        self.sheet.autofilter(0, 0, max(len(self.rows), 1), len(self.columns) - 1)
        self.sheet.freeze_panes(1, self.places[known_in(self.kind)] + 1)

    def _is_step(self, column: Column) -> bool:
        return self.kind == "statement" and column.head in STEPS

    def _choices(self, column: Column) -> object:
        """Return among what may be chosen in a column: a fixed list, the ids of another sheet, or those of them that belong to this row."""
        if words := list(self.choices[column.head].values()):
            return words if len(",".join(words)) <= LONGEST_CHOICES else None
        if self._is_step(column):
            return self._belonging("step", "issue", "name", STEPS[column.head])
        if self.kind == "statement" and column.head == "speaker":
            return self._belonging("speaker", "party", "id", "party")
        named = NAMES.get(self.kind, {}).get(column.head)
        if named is None or named not in SHEETS or named == self.kind:
            return None
        place = _letter([one.head for one in columns_of(named)].index("id"))
        return f"='{SHEETS[named]}'!${place}$2:${place}${LISTED}"

    def _belonging(self, kind: Kind, owner: str, shown: str, asked: str) -> str:
        """Return the cells of another sheet in the rows whose owner stands in a column of this row."""
        heads, sheet = [one.head for one in columns_of(kind)], SHEETS[kind]
        owners = f"'{sheet}'!${_letter(heads.index(owner))}$1:${_letter(heads.index(owner))}${LISTED}"
        cell = f"${_letter(self.places[asked])}2"
        return f"=OFFSET('{sheet}'!${_letter(heads.index(shown))}$1,MATCH({cell},{owners},0)-1,0,COUNTIF({owners},{cell}),1)"


def _letter(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))
