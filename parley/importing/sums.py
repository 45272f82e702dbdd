"""Rows and columns that sum a table up, columns of remarks and notes beneath it: they are no parties and no issues, and are left out by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from parley.importing.heads import CALLED
from parley.importing.mapping import IssueMeaning, Named, TableMapping
from parley.importing.naming import plain
from parley.importing.sheets import Sheet
from parley.importing.tongues import in_english

SUMS = frozenset({
    "total", "totals", "grand total", "subtotal", "sub total", "sum", "average", "mean", "median", "gesamt", "summe", "durchschnitt", "mittelwert",
    "moyenne", "somme", "promedio", "suma", "totale", "totaal",
})  # fmt: skip
# How a column beside those of parties or issues is called that holds what is said of a whole row.
REMARKS = frozenset((*CALLED["note"], *CALLED["source"], "page", "pages", "sources", "documents", "references", "links", "own notes", "our comments"))
# How a note begins that stands beneath a table, its cells beside it empty.
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_NOTE = re.compile(r"[*†‡§¹²³]|\(?(?:notes?|sources?|remarks?|legend|key|n\.?b|anmerkung(?:en)?|quellen?|fuentes?|notas?)\b.{0,3}[:.]", re.IGNORECASE)


def sums_of(mapping: TableMapping, sheet: Sheet) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what of the parties and of the issues of a table are none, as the table writes them."""
    rows = sheet.rows[mapping.head_row :]
    says = {plain(cell) for row in rows if sum(map(bool, row)) > 1 for cell in row}
    notes = {one for one in _beneath(rows) if one not in says}
    along = {"parties_down": "issues", "issues_down": "parties"}.get(mapping.shape)

    def are_none(what: str, several: Sequence[Named] | Sequence[IssueMeaning]) -> tuple[str, ...]:
        cells = [cell for one in several for cell in one.cells]
        if what == along:
            return tuple(cell for cell in cells if plain(cell) in SUMS or in_english(cell) in REMARKS)
        return tuple(cell for cell in cells if plain(cell) in SUMS or plain(cell) in notes or (_NOTE.match(cell) and plain(cell) not in says))

    return are_none("parties", mapping.parties), are_none("issues", mapping.issues)


def _beneath(rows: Sequence[Sequence[str]]) -> set[str]:
    """Return what stands alone in a row under the table, an empty row between; without one, what has figures in it as no name has."""
    last = max((number for number, row in enumerate(rows) if sum(map(bool, row)) > 1), default=len(rows))
    under = rows[last + 1 :]
    is_apart = bool(under) and not any(under[0])
    return {plain(row[0]) for row in under if row[0] and (is_apart or _DATED.search(row[0]))}


def left_out_of(mapping: TableMapping, parties: Collection[str], issues: Collection[str]) -> TableMapping:
    """Return how a table is read without some parties and issues, by their names, besides those left out before."""
    more = {
        "parties_left_out": tuple(dict.fromkeys((*mapping.parties_left_out, *parties))),
        "issues_left_out": tuple(dict.fromkeys((*mapping.issues_left_out, *issues))),
    }
    found = mapping.model_copy(update=more)
    rest = {
        "parties": tuple(one for one in found.parties if not found.leaves_out("parties", one.cells)),
        "issues": tuple(one for one in found.issues if not found.leaves_out("issues", one.cells)),
    }
    return found.model_copy(update=rest)


def without_sums(mapping: TableMapping, sheet: Sheet) -> Sheet:
    """Return a table in which sums say nothing, so that no scale reaches up to them."""
    names = {plain(one) for several in sums_of(mapping, sheet) for one in several}
    heads = sheet.heads(mapping.head_row)
    rows = []
    for number, row in enumerate(sheet.rows):
        is_sum = any(plain(cell) in names for cell in (row if mapping.shape == "long" else row[:1]))
        if number >= mapping.head_row:
            row = tuple(cell if plain(cell) in names or not (is_sum or plain(head) in names) else "" for head, cell in zip(heads, row, strict=True))
        rows.append(row)
    return replace(sheet, rows=tuple(rows))
