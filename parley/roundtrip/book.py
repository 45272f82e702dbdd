"""A workbook for editing as it comes back: of which negotiation and version it was made, its rows, and what its cells were when it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parley.editing.edits import Kind
from parley.handed_in import TableError
from parley.importing.drafted import BadCell
from parley.importing.sheets import Sheet, read_sheets
from parley.roundtrip.columns import SHEETS

ABOUT, MADE = "about", "as made"  # the sheet that says what it is, and the hidden one that says what each cell was
SIGN = "Parley: a negotiation to be edited"  # in the first cell of the first sheet


@dataclass(frozen=True)
class Line:
    """A row as somebody left it: its number in the sheet, its cells by their heads, and the words of those that files word otherwise."""

    number: int
    cells: Mapping[str, str]
    worded: Mapping[str, str] = field(default_factory=dict)

    def cell(self, head: str) -> str:
        """Return a cell; empty where the sheet has no such column."""
        return self.cells.get(head, "")

    def shown(self, head: str) -> str:
        """Return a cell as it stands in the sheet."""
        return self.worded.get(head) or self.cell(head)


@dataclass(frozen=True)
class Words:
    """The words of a sheet by those of the files: the heads of its columns, and what may be chosen in some of these."""

    heads: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Book:
    """A workbook for editing: the id of the negotiation and the version that it was made of, and by kind of record what it holds.

    `made` has by the id of a record, and of what it stands in, a mark of each cell by its head. Heads and cells are those of the files; `words` has
    by which others the sheets showed them.
    """

    negotiation: str
    version: str
    heads: Mapping[Kind, tuple[str, ...]]
    lines: Mapping[Kind, Sequence[Line]]
    made: Mapping[Kind, Mapping[tuple[str, str], Mapping[str, str]]]
    words: Mapping[Kind, Words] = field(default_factory=dict)

    def heads_shown(self, kind: Kind, heads: Iterable[str]) -> list[str]:
        """Return heads as their sheet shows them."""
        known = self.words[kind].heads if kind in self.words else {}
        return [known.get(one, one) for one in heads]

    def choices(self, kind: Kind, head: str) -> Mapping[str, str]:
        """Return what may be chosen in a column by what the files hold then, as its sheet shows it; empty where anything may stand there."""
        return self.words[kind].choices.get(head, {}) if kind in self.words else {}

    def told(self, bad: Iterable[BadCell]) -> tuple[BadCell, ...]:
        """Return what cannot be taken with the heads that the sheets show."""
        kinds = {called: kind for kind, called in SHEETS.items()}
        return tuple(one._replace(column=self.heads_shown(kinds[one.sheet], [one.column])[0]) if one.sheet in kinds else one for one in bad)


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
    words = _words(sheets[MADE])
    for kind, called in SHEETS.items():
        if called in sheets:
            own = words.get(kind, Words({}, {}))
            known = {_plain(shown): head for head, shown in own.heads.items()}
            heads[kind] = tuple(known.get(_plain(one), one) for one in sheets[called].rows[0])
            lines[kind] = tuple(_lines(sheets[called], heads[kind], own))
    return Book(told.get("negotiation", ""), told.get("version", ""), heads, lines, _made(sheets[MADE]), words)


def _lines(sheet: Sheet, heads: Sequence[str], words: Words) -> Iterator[Line]:
    meant = {head: {_plain(shown): one for one, shown in choices.items()} for head, choices in words.choices.items()}
    for number, row in enumerate(sheet.rows[1:], 2):
        if any(row):
            shown = {head: cell for head, cell in zip(heads, row, strict=True) if head}
            cells = {head: meant[head].get(_plain(cell), cell) if head in meant else cell for head, cell in shown.items()}
            yield Line(number, cells, {head: cell for head, cell in shown.items() if cells[head] != cell})


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def words_row(kind: Kind, named: Mapping[str, str], head: str = "") -> tuple[str, ...]:
    """Return the row of the hidden sheet that keeps by which words the sheet of a kind shows its heads, or what may be chosen under one of them."""
    return (SHEETS[kind], "", head, "|".join(named), "|".join(named.values()))


def _words(sheet: Sheet) -> Mapping[Kind, Words]:
    """Return the words of each sheet; a workbook of which the heads are those of the files keeps none."""
    kinds = {called: kind for kind, called in SHEETS.items()}
    found: dict[Kind, Words] = {}
    for row in sheet.rows:
        called, key, head, names, shown = (*row, "")[:5]
        if called in kinds and not key and shown:
            named = dict(zip(names.split("|"), shown.split("|"), strict=False))
            own = found.get(kinds[called], Words({}, {}))
            found[kinds[called]] = Words(own.heads, {**own.choices, head: named}) if head else Words(named, own.choices)
    return found


def _made(sheet: Sheet) -> Mapping[Kind, Mapping[tuple[str, str], Mapping[str, str]]]:
    kinds = {called: kind for kind, called in SHEETS.items()}
    heads: dict[str, Sequence[str]] = {}
    found: dict[Kind, dict[tuple[str, str], Mapping[str, str]]] = {}
    for called, key, within, marks in (row[:4] for row in sheet.rows):
        if called in kinds and not key and within:
            continue
        if called in kinds and not key:
            heads[called] = marks.split("|")
            found[kinds[called]] = {}
        elif called in heads:
            found[kinds[called]][key, within] = dict(zip(heads[called], marks.split("|"), strict=False))
    return found
