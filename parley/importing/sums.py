"""Rows and columns that sum a table up, and notes beneath it: they are no parties and no issues, and are left out by name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from parley.importing.mapping import IssueMeaning, Named, TableMapping
from parley.importing.naming import plain
from parley.importing.sheets import Sheet

SUMS = frozenset({
    "total", "totals", "grand total", "subtotal", "sub total", "sum", "average", "mean", "median", "gesamt", "summe", "durchschnitt", "mittelwert",
    "moyenne", "somme", "promedio", "suma", "totale", "totaal",
})  # fmt: skip
# How a note begins that stands beneath a table, its cells beside it empty.
_NOTE = re.compile(r"[*†‡§¹²³]|\(?(?:notes?|sources?|remarks?|legend|key|n\.?b|anmerkung(?:en)?|quellen?|fuentes?|notas?)\b.{0,3}[:.]", re.IGNORECASE)


def sums_of(mapping: TableMapping, sheet: Sheet) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what of the parties and of the issues of a table are none, as the table writes them."""
    down = mapping.shape == "parties_down", mapping.shape == "issues_down"
    says = {plain(row[0]) for row in sheet.rows[mapping.head_row :] if any(row[1:])}
    return _names(mapping.parties, down[0], says), _names(mapping.issues, down[1], says)


def _names(several: Sequence[Named] | Sequence[IssueMeaning], is_down: bool, says: Collection[str]) -> tuple[str, ...]:
    cells = (cell for one in several for cell in one.cells)
    return tuple(cell for cell in cells if plain(cell) in SUMS or (is_down and _NOTE.match(cell) and plain(cell) not in says))


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
