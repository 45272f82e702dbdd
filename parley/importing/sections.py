"""Files of exchange models, in which each row says by its first cell what it is: an actor, an issue, the meaning of a place on it, or a position."""

from __future__ import annotations

from collections.abc import Sequence

from parley.importing.sheets import Row, Sheet

# By its first cell, what a row lists: the sheet that is made of all such rows, and the heads of what follows.
SECTIONS = {
    "#A": ("Actors", ("id", "name", "note")),
    "#P": ("Issues", ("id", "name", "note")),
    "#M": ("Levels", ("issue", "number", "name")),
    "#D": ("Positions", ("party", "issue", "position", "salience", "power")),
}
REMARKS = ("#0", "#/")


def parted(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return sheets of which each that is a file of sections is one sheet for each of them, its rows numbered as in the file."""
    return tuple(part for sheet in sheets for part in (_parted(sheet) if _is_of_sections(sheet) else (sheet,)))


def _is_of_sections(sheet: Sheet) -> bool:
    marks = {row[0].upper() for row in sheet.rows}
    return "#D" in marks and all(mark in (*SECTIONS, *REMARKS, "") or mark.startswith("#") for mark in marks)


def _parted(sheet: Sheet) -> tuple[Sheet, ...]:
    made = []
    for mark, (name, heads) in SECTIONS.items():
        rows = [(sheet.number(number), row[1:]) for number, row in enumerate(sheet.rows, 1) if row[0].upper() == mark]
        if rows:
            numbers = (rows[0][0], *(number for number, _ in rows))
            made.append(Sheet(name, (heads, *(_of_width(row, len(heads)) for _, row in rows)), sheet.how, numbers))
    return tuple(made)


def _of_width(row: Row, width: int) -> Row:
    return (*row, *("" for _ in range(width)))[:width]
