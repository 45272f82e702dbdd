"""A workbook for editing as it comes back: of which negotiation and version it was made, its rows, and what its cells were when it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.editing.edits import Kind
from parley.errors import TableError
from parley.importing.sheets import Sheet, read_sheets
from parley.roundtrip.columns import SHEETS

ABOUT, MADE = "about", "as made"  # the sheet that says what it is, and the hidden one that says what each cell was
SIGN = "Parley: a negotiation to be edited"  # in the first cell of the first sheet


@dataclass(frozen=True)
class Line:
    """A row as somebody left it: its number in the sheet, and its cells by the heads of their columns."""

    number: int
    cells: Mapping[str, str]

    def cell(self, head: str) -> str:
        """Return a cell; empty where the sheet has no such column."""
        return self.cells.get(head, "")


@dataclass(frozen=True)
class Book:
    """A workbook for editing: the id of the negotiation and the version that it was made of, and by kind of record what it holds.

    `made` has by the id of a record, and of what it stands in, a mark of each cell by its head.
    """

    negotiation: str
    version: str
    heads: Mapping[Kind, tuple[str, ...]]
    lines: Mapping[Kind, Sequence[Line]]
    made: Mapping[Kind, Mapping[tuple[str, str], Mapping[str, str]]]


def book_in(data: bytes, name: str) -> Book | None:
    """Return a workbook for editing; None where the file is something else; raise `TableError` where it cannot be read."""
    if not data.startswith(b"PK\x03\x04"):
        return None
    sheets = {one.name: one for one in read_sheets(data, name)}
    about = sheets.get(ABOUT)
    if about is None or about.rows[0][0] != SIGN:
        return None
    if MADE not in sheets:
        raise TableError.not_as_made(name)
    told = {row[0]: row[1] for row in about.rows if len(row) > 1}
    heads: dict[Kind, tuple[str, ...]] = {}
    lines: dict[Kind, Sequence[Line]] = {}
    for kind, called in SHEETS.items():
        if called in sheets:
            heads[kind] = sheets[called].rows[0]
            lines[kind] = tuple(_lines(sheets[called]))
    return Book(told.get("negotiation", ""), told.get("version", ""), heads, lines, _made(sheets[MADE]))


def _lines(sheet: Sheet) -> Iterator[Line]:
    heads = sheet.rows[0]
    for number, row in enumerate(sheet.rows[1:], 2):
        if any(row):
            yield Line(number, {head: cell for head, cell in zip(heads, row, strict=True) if head})


def _made(sheet: Sheet) -> Mapping[Kind, Mapping[tuple[str, str], Mapping[str, str]]]:
    kinds = {called: kind for kind, called in SHEETS.items()}
    heads: dict[str, Sequence[str]] = {}
    found: dict[Kind, dict[tuple[str, str], Mapping[str, str]]] = {}
    for called, key, within, marks in (row[:4] for row in sheet.rows):
        if called in kinds and not key:
            heads[called] = marks.split("|")
            found[kinds[called]] = {}
        elif called in heads:
            found[kinds[called]][key, within] = dict(zip(heads[called], marks.split("|"), strict=False))
    return found
