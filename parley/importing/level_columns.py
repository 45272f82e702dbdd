"""A sheet of levels with a column for each issue: issues are its heads, and under each stand its levels in order, lowest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.handed_in import TableError
from parley.importing.heads import CALLED, ISSUES, LOOKED_AT, PARTS, head_row_of
from parley.importing.mapping import PartColumn, PartHolds, PartTable
from parley.importing.naming import exactly, plain
from parley.importing.sheets import Sheet
from parley.importing.tongues import in_english
from parley.importing.values import looks_like_number

# What calls a column is no issue; what counts levels stands before them.
_COUNTED = frozenset(PARTS["levels"][0]["number"])
_COLUMNS = frozenset(word for names in CALLED.values() for word in names) | frozenset(
    word for names, _, _ in PARTS.values() for several in names.values() for word in several
)


def levels_across(sheet: Sheet, others: Sequence[Sheet]) -> PartTable | None:
    """Return how a sheet is read of which every head is an issue of another one, and what stands beneath is unlike and known there; else None."""
    elsewhere = {plain(cell) for other in others for row in other.rows for cell in row if cell}
    issues = {plain(cell) for other in others for cell in _perhaps_issues(other) if cell}
    for number in range(1, min(LOOKED_AT, len(sheet.rows) - 1) + 1):
        columns = _columns(sheet, number, issues, elsewhere)
        if columns is not None:
            return PartTable(sheet=sheet.name, lists="levels", head_row=number, columns=columns)
        if sum(map(bool, sheet.rows[number - 1])) > 1:
            return None  # what stands over the heads fills one cell
    return None


def _perhaps_issues(sheet: Sheet) -> Iterator[str]:
    """Yield what may be issues of a table: its heads, what stands down its first column, and in one that is called so."""
    try:
        row = head_row_of(sheet, sheet.name)
    except TableError:
        return
    heads = sheet.heads(row)
    yield from heads
    for place, head in enumerate(heads):
        if place == 0 or in_english(head) in ISSUES:
            yield from (one[place] for one in sheet.rows[row:])


def _columns(sheet: Sheet, head_row: int, issues: set[str], elsewhere: set[str]) -> tuple[PartColumn, ...] | None:
    made: list[PartColumn] = []
    known = several = 0
    for place, head in enumerate(sheet.heads(head_row)):
        cells = [row[place] for row in sheet.rows[head_row:] if row[place]]
        holds: PartHolds = "levels"
        if _is_count(head, cells) and not made:
            holds = "number"
        elif not head or in_english(head) in _COLUMNS or plain(head) not in issues or not _are_levels(cells):
            return None
        else:
            several += 1
            known += any(plain(cell) in elsewhere for cell in cells)
        if head:
            made.append(PartColumn(head=head, holds=holds))
    return tuple(made) if several and 2 * known >= several else None


def _is_count(head: str, cells: Sequence[str]) -> bool:
    return bool(cells) and (not head or in_english(head) in _COUNTED) and all(map(looks_like_number, cells))


def _are_levels(cells: Sequence[str]) -> bool:
    return len({exactly(cell) for cell in cells}) == len(cells) >= 2 and not all(map(looks_like_number, cells))
