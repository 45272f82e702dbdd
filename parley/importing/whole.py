"""A table from its files to what comes of it: which sheet holds the statements, how all of it is read, and what that gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parley.handed_in import TableError
from parley.importing.drafted import NOTHING_KNOWN, Drafted, Known
from parley.importing.drafting import Step, draft
from parley.importing.first_columns import with_names_first
from parley.importing.fitting import fitted
from parley.importing.grouped import ungrouped
from parley.importing.guessing import guess
from parley.importing.head_groups import with_whole_heads
from parley.importing.joining import join, main_sheet, parts_of
from parley.importing.mapping import ColumnMeaning, PartTable, Shape, TableMapping
from parley.importing.naming import id_of
from parley.importing.sections import parted
from parley.importing.sheets import Sheet, cleared, read_files
from parley.importing.sums import left_out_of, sums_of, without_sums

# What somebody chose stays where names and scales are guessed anew.
CHOSEN = ("negotiation", "sheet", "parts", "defaults", "wants", "blank_kinds", "signs", "apart", "parties_left_out", "issues_left_out")


@dataclass(frozen=True)
class Workbook:
    """All sheets of one table, the one of the statements among them, and how they are read."""

    sheets: tuple[Sheet, ...]
    sheet: Sheet
    mapping: TableMapping

    def drafted(self, known: Known = NOTHING_KNOWN, step: Step | None = None) -> Drafted:
        """Return what comes of it, under the ids that a folder has already."""
        mapping, joined = join(self.mapping, self.sheets, known, is_kept=True)
        return draft(self.sheet, mapping, known, joined, step)

    def with_mapping(self, mapping: TableMapping) -> Workbook:
        """Return the same, read otherwise."""
        return replace(self, mapping=mapping)

    def with_all(self) -> TableMapping:
        """Return how the table would be read if it were the first time, with what is left out of it."""
        old = self.mapping
        found = _guessed(self.sheet, old.title, old.parts, old.shape, old.columns, old.head_row)
        return join(found.model_copy(update={name: getattr(old, name) for name in ("sheet", "parts", "defaults")}), self.sheets)[0]

    def read_anew(self, shape: Shape | None, columns: tuple[ColumnMeaning, ...], head_row: int | None) -> Workbook:
        """Return the same with names and scales guessed anew, because other cells are names and positions now."""
        old = self.mapping
        found = _guessed(self.sheet, old.title, old.parts, shape, columns, head_row)
        found = left_out_of(found.model_copy(update={name: getattr(old, name) for name in CHOSEN}), *sums_of(found, self.sheet))
        found, _ = join(found, self.sheets)
        return replace(self, mapping=found)


def sheets_of(files: Sequence[tuple[bytes, str]], code: str | None = None) -> tuple[Sheet, ...]:
    """Return the sheets of one file or of several that belong together; raise `TableError` where one cannot be read."""
    return with_whole_heads(ungrouped(with_names_first(parted(read_files(files, code)))))


def begun(
    sheets: Sequence[Sheet],
    name: str,
    title: str,
    key: str,
    *,
    kept: TableMapping | None = None,
    asked: str | None = None,
    parts: Sequence[PartTable] | None = None,
    head_row: int | None = None,
) -> Workbook:
    """Return how a table is read: as it was kept from an earlier time, else as it is guessed.

    `name` is that of its file, `key` the id of the negotiation, `asked` the sheet of the statements and `parts` what the others list, where
    somebody says so.
    """
    names = [one.name for one in sheets]
    kept = (kept and fitted(kept, sheets)) or kept
    listed = tuple(parts if parts is not None else kept.parts if kept else parts_of(sheets))
    if kept is not None and kept.parts and {one.sheet for one in listed} - set(names):
        missing = sorted({one.sheet for one in listed} - set(names))
        raise TableError.no_sheet(name, missing[0], names)
    wanted = asked or (kept.sheet if kept and (len(sheets) > 1 or kept.sheet in names) else None)
    sheet = main_sheet(sheets, listed, name, wanted)
    listed = tuple(one for one in listed if one.sheet != sheet.name)
    if kept is not None:
        return Workbook(tuple(sheets), sheet, kept.model_copy(update={"parts": listed}))
    found = _guessed(sheet, cleared(title) or key, listed, None, (), head_row)
    mapping = left_out_of(found.model_copy(update={"negotiation": key or id_of(title, "negotiation", ()), "parts": listed}), *sums_of(found, sheet))
    mapping, _ = join(mapping, sheets)
    return Workbook(tuple(sheets), sheet, mapping)


def _guessed(
    sheet: Sheet, title: str, parts: Sequence[PartTable], shape: Shape | None, columns: tuple[ColumnMeaning, ...], head_row: int | None
) -> TableMapping:
    """Return how a table is probably read, its scales without the sums in it."""
    is_linked = _has_links(parts)
    found = guess(sheet, title, shape, columns, head_row, is_linked=is_linked)
    if not any(sums_of(found, sheet)):
        return found
    return guess(without_sums(found, sheet), title, found.shape, found.columns, found.head_row, is_linked=is_linked)


def _has_links(parts: Sequence[PartTable]) -> bool:
    return any(one.lists == "links" for one in parts)
