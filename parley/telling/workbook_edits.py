"""What is said of a workbook in which a negotiation is edited: in the workbook itself, and when it comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from parley.editing.edits import Add, Change, Edit, Kind, Remove
from parley.importing.drafted import BadCell
from parley.roundtrip.columns import NUMBER, SHEETS, Column
from parley.roundtrip.rows import Row
from parley.telling import editing as form
from parley.telling.bringing_in import left_out_told
from parley.telling.evidence import attributed, conveyed
from parley.telling.records import Naming, field_of_key, value_told
from parley.telling.said import Argument, Said, Verbatim, said, together
from parley.telling.terms import kind_name

Field = Literal["save", "gone_keep", "gone_withdrawn", "gone_remove", "withdrawn_on", "take"]
Gone = Literal["gone_keep", "gone_withdrawn", "gone_remove"]
RULES: tuple[Said, ...] = tuple(said("editing-rule", rule=one) for one in ("cells", "rows", "ids", "gone", "several", "text", "again"))
MOST_NAMED = 12
# Columns that are called as the field of the form is, by the name of that field where it is another than the head.
AS_IN_THE_FORM: Mapping[str, str] = {
    **{one: one for one in ("party", "issue", "kind", "stage", "says", "said", "speaker", "source", "attribution", "conveyance")},
    **{one: one for one in ("firmness", "confidence", "expires", "withdrawn", "supersedes", "repeats", "note", "name", "short", "title", "issued")},
    **{one: one for one in ("date", "role", "question", "unit", "bottom", "top", "resolution", "group", "members")},
    "place_strict": "strict", "place_from": "from", "from": "from", "place_to": "to", "place_reading": "reading", "place_unknown": "unknown",
    "place_not_placeable": "not_placeable", "condition_type": "condition_type", "condition_says": "condition_says", "date_basis": "date_basis",
    "date_note": "date_note", "locator_line": "line", "locator_paragraph": "paragraph", "locator_page": "page", "locator_anchor": "anchor",
    "coded_by": "coded_by", "to": "addressed", "container-title": "publication", "URL": "url", "what": "event", "day": "date", "type": "kind",
}  # fmt: skip
_CHOSEN: Mapping[str, Any] = {
    "kind": kind_name, "stage": form.stage_named, "place_reading": form.reading_of, "condition_type": form.condition_type, "role": form.role_named,
    "date_basis": form.date_basis, "attribution": attributed, "conveyance": conveyed, "confidence": form.confidence_named,
}  # fmt: skip
FOR_EDITING = said("editing-purpose")
NOTHING_EDITED = said("nothing-edited")
GONE_ARE_KEPT = said("gone-are-kept")


def field_label(field: Field) -> Said:
    """Return what a control of the page is for."""
    return said("editing-field", field=field)


def head_of(kind: Kind, column: Column) -> Said:
    """Return what a column is called: as the field of the form where there is one."""
    head = _key(column)
    if head == "place_at":
        return form.place_form("at")
    if head == "to" and kind != "statement":
        return form.field("to")
    return form.field(AS_IN_THE_FORM[head]) if head in AS_IN_THE_FORM else said("editing-head", head=head)


def choice_of(column: Column, value: str) -> Argument:
    """Return what may be chosen in a column, in words."""
    if column.form == "flag":
        return said("editing-flag", flag=value)
    return _CHOSEN[_key(column)](value) if _key(column) in _CHOSEN else Verbatim(value.replace("_", " "))


def _key(column: Column) -> str:
    return column.head.replace(" ", "_")


def note_of(column: Column, *, is_step: bool, owner: Kind | None) -> Said:
    """Return the rule of a column, with an example of how it is written and of how it is not."""
    if not column.way:
        if owner and column.head == owner:
            return said("editing-owner", owner=form.kind_of_record(owner))
        return said("editing-number" if column.head == NUMBER else "editing-rating-id")
    if is_step:
        return said("editing-step")
    if column.allowed:
        return said("editing-choices", choices=together(*(choice_of(column, one) for one in column.allowed), how="semicolon"))
    about, good = Verbatim(column.about), Verbatim(column.good)
    if column.form == "members":
        return said("editing-members", about=about, good=good)
    if column.good and column.bad:
        return said("editing-note", about=about, good=good, bad=Verbatim(column.bad))
    return said("editing-note-good", about=about, good=good) if column.good else said("editing-note-alone", about=about)


def made_of(title: str, version: str, *, is_current: bool) -> Said:
    """Return of what a workbook was made, and whether the files have changed since."""
    return said("editing-made-of", title=Verbatim(title), version=Verbatim(version), since="same" if is_current else "changed")


def of_none(negotiation: str) -> Said:
    """Return that a workbook was made of a negotiation that is not there."""
    return said("editing-of-none", negotiation=Verbatim(negotiation))


def gone_asked(count: int) -> Said:
    """Return what is asked of rows that are gone."""
    return said("editing-gone-asked", count=count)


class Before(NamedTuple):
    """What stands in the files before a workbook is taken back: each record by kind, id and what it stands in, and what is called how."""

    record: Callable[[Kind, str, str], Mapping[str, object] | None]
    naming: Naming


def comes_to(edits: Sequence[Edit], bad: Sequence[BadCell], gone: Sequence[Row], before: Before, not_taken: int | None = None) -> Iterator[Said]:
    """Yield how much is changed, added and taken out, and what cannot be taken; where that is listed elsewhere `not_taken` says how much it is."""
    counts = {name: sum(isinstance(one, kind) for one in edits) for name, kind in (("changed", Change), ("added", Add), ("removed", Remove))}
    yield said("editing-comes-to", bad=len(bad) if not_taken is None else not_taken, **counts)
    yield from (edit_told(one, before) for one in edits[:MOST_NAMED])
    if len(edits) > MOST_NAMED:
        yield said("editing-more", more=len(edits) - MOST_NAMED)
    yield from left_out_told(bad)
    if gone:
        names = [Verbatim(f"{SHEETS[one.kind]} {one.id}") for one in gone[:MOST_NAMED]]
        yield said("editing-gone", rows=together(*names, how="comma"), more=max(0, len(gone) - MOST_NAMED))


def edit_told(edit: Edit, before: Before) -> Said:
    """Return one change: what is changed in which record, from what to what, which is new, or which goes."""
    what = {"sheet": Verbatim(SHEETS.get(edit.kind, edit.kind)), "id": Verbatim(edit.id)}
    match edit:
        case Add():
            return said("editing-added", **what)
        case Remove():
            return said("editing-removed", **what)
    was = before.record(edit.kind, edit.id, edit.within) or {}
    issue = str(was.get("issue", ""))
    fields = [
        said(
            "editing-turned", field=field_of_key(key), before=value_told(key, was.get(key), before.naming, issue),
            after=value_told(key, value, before.naming, str(edit.values.get("issue", issue))),
        )
        for key, value in edit.values.items()
    ]  # fmt: skip
    return said("editing-changed", **what, fields=together(*(fields or [field_of_key(NUMBER)]), how="semicolon"))


def saved(count: int, unrecorded: str = "") -> Said:
    """Return that the changes are in the files, and where they could not be kept in the history, why."""
    return said("editing-saved-unrecorded", count=count, why=Verbatim(unrecorded)) if unrecorded else said("editing-saved", count=count)


def met(records: Sequence[str]) -> Said:
    """Return that others changed the same records while this was looked at."""
    return said("editing-met", records=together(*map(Verbatim, records), how="comma"))
