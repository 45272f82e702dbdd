"""Saving: several files as one, never over what somebody else wrote in the meantime, and every save a version in the history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from parley.editing.edits import Add, Change, Edit, Kind, Remove
from parley.editing.emitting import as_text
from parley.editing.history import AS_FOUND, OUTSIDE
from parley.editing.keeper import Keeper, UnrecordedError, keeper
from parley.editing.opening import Opened, Record, files_of, opened
from parley.editing.trying import Tried, tried
from parley.folders import seeds_folder
from parley.journal import bytes_of, fingerprint, last_written, locked, put_all, settled


@dataclass(frozen=True)
class Saved:
    """A save that is in place: its files, and the id of its version in the history.

    Where the history could not take it, `version` is empty and `unrecorded` says why. `is_beside` says that others saved in the meantime.
    """

    files: tuple[Path, ...]
    version: str = ""
    unrecorded: str = ""
    is_beside: bool = False


@dataclass(frozen=True)
class Meeting:
    """A record that both changed: as it was when it was opened, as it stands now, and as it was to be; None where it is not there."""

    kind: Kind
    id: str
    within: str
    before: Record | None
    theirs: Record | None
    ours: Record | None


@dataclass(frozen=True, eq=False)
class Conflict:
    """A save that was not made, because files have changed since they were opened.

    `now` is the negotiation as it stands. Where nobody else changed what was to be changed, `meetings` is empty, and the same changes can be
    made of it as it stands: see `again`.
    """

    work: Tried
    now: Opened
    files: tuple[Path, ...]
    meetings: tuple[Meeting, ...]


def save(work: Tried, who: str, message: str) -> Saved | Conflict:
    """Write what was tried, whole or not at all; `who` says who saves, and `message` in a line what.

    Raise `BusyError` where another save does not come to its end, and `NotMadeError` where a file cannot be written; all is then as it was.
    """
    talks = work.talks
    found = save_files(talks, {path: None if text is None else talks.text_of(path, text) for path, text in work.texts.items()}, who, message)
    if found is not None:
        return found
    later = opened(talks.folder, talks.seeds)
    now = {path for path in {*later.contents, *talks.contents} if later.contents.get(path) != talks.contents.get(path)}
    return Conflict(work, later, tuple(sorted(now)), tuple(_meetings(talks, later, work.edits)))


def save_beside(work: Tried, who: str, message: str) -> Saved | Conflict:
    """Write what was tried beside what others have saved in the meantime; a conflict is left only where a record was changed by both.

    Raise as `save` does, and as `tried` where the changes cannot be made any more.
    """
    found = save(work, who, message)
    is_beside = False
    while isinstance(found, Conflict) and not found.meetings and found.work.edits:
        found, is_beside = save(again(found), who, message), True
    return replace(found, is_beside=is_beside) if isinstance(found, Saved) else found


def save_files(talks: Opened, files: Mapping[Path, bytes | None], who: str, message: str) -> Saved | None:
    """Write files, whole or not at all, None for one that is to go, as they are given; None where others have changed since they were opened.

    For whoever has tried them already; raise as `save` does.
    """
    with locked((talks.folder, talks.seeds)):
        _note_unnoted(talks)
        now = {path: data for path in files_of(talks.folder, talks.seeds) if (data := bytes_of(path)) is not None}
        if now != talks.contents:
            return None
        return _write(talks, files, who, message) if files else Saved(())


def note_first(folder: Path, who: str, message: str) -> None:
    """Begin the history of a negotiation that has just been written into a folder of its own; where none can be begun it is with the first save."""
    seeds = seeds_folder(folder)
    with suppress(UnrecordedError, OSError), locked((folder,)), keeper(folder, seeds, is_made=True) as kept:
        assert kept is not None
        kept.add({path: bytes_of(path) for path in files_of(folder, seeds)}, who, datetime.now(UTC), message)


def again(conflict: Conflict) -> Tried:
    """Return the same changes made of the negotiation as it stands now; raise as `tried` does."""
    return tried(conflict.now, conflict.work.edits)


def _write(talks: Opened, files: Mapping[Path, bytes | None], who: str, message: str) -> Saved:
    home = talks.seeds if talks.seeds.is_dir() and any(path.parent == talks.seeds for path in files) else talks.folder
    when = datetime.now(UTC)
    unrecorded = ""
    try:
        with keeper(talks.folder, talks.seeds, is_made=True) as kept:
            assert kept is not None
            _note_as_found(kept, talks, files, when)
    except (UnrecordedError, OSError) as error:
        unrecorded = str(error)
    put_all(home, files, {"who": who, "when": when.isoformat(), "message": message, "folder": str(talks.folder.resolve())})
    if unrecorded:
        return Saved(tuple(files), "", unrecorded)
    try:
        with keeper(talks.folder, talks.seeds) as kept:
            assert kept is not None
            version = kept.add(files, who, when, message) or ""
    except (UnrecordedError, OSError) as error:
        return Saved(tuple(files), "", str(error))
    settled(home)
    return Saved(tuple(files), version)


def _note_as_found(kept: Keeper, talks: Opened, files: Mapping[Path, bytes | None], when: datetime) -> None:
    """Add to the history what the files hold before they change, so that nothing that somebody wrote by hand is lost."""
    if kept.is_own:
        kept.add(dict(talks.contents), "", when, AS_FOUND if kept.head is None else OUTSIDE)
    else:
        kept.add({path: talks.contents[path] for path in files if path in talks.contents}, "", when, OUTSIDE)


def _note_unnoted(talks: Opened) -> None:
    """Add to the history a save whose process was ended before it came to that."""
    for home in (talks.folder, talks.seeds):
        written = last_written(home)
        if written is None or written.note.get("folder") != str(talks.folder.resolve()):
            continue
        data = {path: bytes_of(path) for path in written.files}
        if all(fingerprint(data[path]) == known for path, known in written.files.items()):
            note = written.note
            try:
                with keeper(talks.folder, talks.seeds, is_made=True) as kept:
                    assert kept is not None
                    kept.add(data, note["who"], datetime.fromisoformat(note["when"]), note["message"])
            except (UnrecordedError, OSError):
                continue
        settled(home)


def _meetings(before: Opened, now: Opened, edits: tuple[Edit, ...]) -> Iterator[Meeting]:
    """Yield the records that were to be changed and have been changed by somebody else."""
    for edit in edits:
        if not edit.id:
            continue
        then, theirs = (one.record(edit.kind, edit.id, edit.within if not isinstance(edit, Add) or edit.within else "") for one in (before, now))
        if then == theirs:
            continue
        match edit:
            case Add():
                ours: Record | None = _texts(edit)
            case Change():
                changed = {**(then or {}), **_texts(edit)}
                ours = {key: value for key, value in changed.items() if edit.values.get(key, "") is not None}
            case Remove():
                ours = None
        yield Meeting(edit.kind, edit.id, edit.within, then, theirs, ours)


def _texts(edit: Add | Change) -> Record:
    found = as_text(edit.values)
    assert isinstance(found, dict)
    return found
