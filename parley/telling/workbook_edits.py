"""What is said of a workbook in which a negotiation is edited: in the workbook itself, and when it comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from parley.editing.edits import Add, Change, Edit, Remove
from parley.importing.drafted import BadCell
from parley.roundtrip.columns import SHEETS, Column
from parley.roundtrip.rows import Row
from parley.telling.bringing_in import left_out_told
from parley.telling.said import Said, Verbatim, said, together

Field = Literal["save", "gone_keep", "gone_withdrawn", "gone_remove", "withdrawn_on", "take"]
Gone = Literal["gone_keep", "gone_withdrawn", "gone_remove"]
RULES: tuple[Said, ...] = tuple(said("editing-rule", rule=one) for one in ("cells", "rows", "ids", "gone", "several", "text", "again"))
MOST_NAMED = 12
FOR_EDITING = said("editing-purpose")
NOTHING_EDITED = said("nothing-edited")
GONE_ARE_KEPT = said("gone-are-kept")


def field_label(field: Field) -> Said:
    """Return what a control of the page is for."""
    return said("editing-field", field=field)


def note_of(column: Column, *, is_step: bool, owner: str) -> Said:
    """Return the rule of a column, with an example of how it is written and of how it is not."""
    if not column.way:
        return said("editing-owner", owner=owner) if column.head == owner else said("editing-number")
    if is_step:
        return said("editing-step")
    about = Verbatim(column.about)
    if column.good and column.bad:
        return said("editing-note", about=about, good=Verbatim(column.good), bad=Verbatim(column.bad))
    return said("editing-note-alone", about=about)


def made_of(title: str, version: str, *, is_current: bool) -> Said:
    """Return of what a workbook was made, and whether the files have changed since."""
    return said("editing-made-of", title=Verbatim(title), version=Verbatim(version), since="same" if is_current else "changed")


def of_none(negotiation: str) -> Said:
    """Return that a workbook was made of a negotiation that is not there."""
    return said("editing-of-none", negotiation=Verbatim(negotiation))


def gone_asked(count: int) -> Said:
    """Return what is asked of rows that are gone."""
    return said("editing-gone-asked", count=count)


def comes_to(edits: Sequence[Edit], bad: Sequence[BadCell], gone: Sequence[Row], not_taken: int | None = None) -> Iterator[Said]:
    """Yield how much is changed, added and taken out, and what cannot be taken; where that is listed elsewhere `not_taken` says how much it is."""
    counts = {name: sum(isinstance(one, kind) for one in edits) for name, kind in (("changed", Change), ("added", Add), ("removed", Remove))}
    yield said("editing-comes-to", bad=len(bad) if not_taken is None else not_taken, **counts)
    yield from map(edit_told, edits[:MOST_NAMED])
    if len(edits) > MOST_NAMED:
        yield said("editing-more", more=len(edits) - MOST_NAMED)
    yield from left_out_told(bad)
    if gone:
        names = [Verbatim(f"{SHEETS[one.kind]} {one.id}") for one in gone[:MOST_NAMED]]
        yield said("editing-gone", rows=together(*names, how="comma"), more=max(0, len(gone) - MOST_NAMED))


def edit_told(edit: Edit) -> Said:
    """Return one change: what is changed in which record, which is new, or which goes."""
    what = {"sheet": Verbatim(SHEETS.get(edit.kind, edit.kind)), "id": Verbatim(edit.id)}
    match edit:
        case Add():
            return said("editing-added", **what)
        case Remove():
            return said("editing-removed", **what)
    keys = together(*(Verbatim(key) for key in edit.values or {"number": None}), how="comma")
    return said("editing-changed", **what, fields=keys)


def saved(count: int, unrecorded: str = "") -> Said:
    """Return that the changes are in the files, and where they could not be kept in the history, why."""
    return said("editing-saved-unrecorded", count=count, why=Verbatim(unrecorded)) if unrecorded else said("editing-saved", count=count)


def met(records: Sequence[str]) -> Said:
    """Return that others changed the same records while this was looked at."""
    return said("editing-met", records=together(*map(Verbatim, records), how="comma"))
