"""A proposal settled: accepted, it becomes a statement in the files and a version in the history; refused, it stays on record alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from parley.editing.edits import Add, Edit
from parley.editing.opening import Opened, Record, opened, records_in
from parley.editing.saving import Conflict, save
from parley.editing.trying import Tried, tried
from parley.proposing.fitting import accepting
from parley.proposing.inbox import How, inbox_of, settle
from parley.proposing.lines import Given

Message = Callable[[Tried], str]


def accept(folder: Path, given: Given, who: str, when: datetime, message: Message) -> str:
    """Write a proposal as a statement, note who accepted it, and return the line by which the save is known.

    One that somebody has settled is left alone, and one that stands in the files already, as whoever was stopped between the two leaves it, is only
    noted: the line is empty. Raise as `tried` and `save` do.
    """
    if given.key in inbox_of(folder).settled:
        return ""
    talks = opened(folder)
    edit = accepting(given, set(talks.statements))
    told = ""
    if not _is_there(talks, given):
        work = tried(talks, [edit])
        told = message(work)
        # What others saved meanwhile is another record, or the id is taken and the change is refused.
        while isinstance(found := save(work, who, told), Conflict):
            work = tried(found.now, [edit])
    note(folder, given, "accepted", who, when, edit.id)
    return told


def note(folder: Path, given: Given, how: How, who: str, when: datetime, statement: str = "") -> bool:
    """Note what became of a proposal; return whether nobody had settled it before."""
    return settle(folder, given, how, who, when.isoformat(timespec="minutes"), statement)


def note_saved(folder: Path, given: Given, edits: Iterable[Edit], who: str, when: datetime) -> bool:
    """Note that a proposal was saved out of the form, as it was or mended; return whether the statement is there."""
    added = next((one for one in edits if isinstance(one, Add) and one.kind == "statement"), None)
    record = _record(opened(folder), added.id) if added else None
    if added is None or record is None:
        return False
    note(folder, given, "accepted" if _same(record, given) else "mended", who, when, added.id)
    return True


def _is_there(talks: Opened, given: Given) -> bool:
    key = given.proposal.statement.id
    record = _record(talks, key) if key else None
    return record is not None and _same(record, given)


def _record(talks: Opened, key: str) -> Record | None:
    """Return a statement as its file holds it, with the party, be it named at the head of the file; None where there is none."""
    for path in talks.party_files:
        value = talks.value(path)
        for one in records_in(value, "statements"):
            if one.get("id") == key:
                return {"party": value["party"], **one} if "party" in value and not {"party", "parties", "bloc"} & one.keys() else one
    return None


def _same(record: Record, given: Given) -> bool:
    """Return whether a statement says what was proposed, whatever id it was given."""
    return all(record.get(key) == given.statement.get(key) for key in {*record, *given.statement} - {"id"})
