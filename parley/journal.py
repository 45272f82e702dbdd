"""A save of several files as one: written beside, noted, put in place; one that was broken off is brought to its end by whoever comes next.

What it needs lies in a hidden folder of its own, which version control leaves alone: the lock, the new files until they are in place, and the note
of what goes where. The system frees the lock of a process that has been killed.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

from parley.errors import NotMadeError, ParleyError, named
from parley.writing import permissions_for

ROOM = ".parley"
PATIENCE = 30.0  # seconds in which another save should have come to its end
_NOTE, _DONE, _LOCK, _STAGED = "saving.json", "saved.json", "lock", "new-"
_TRIES = 3  # readings that a save may fall into
Read = TypeVar("Read")


class BusyError(ParleyError):
    """Another save that does not come to its end."""

    @classmethod
    def of(cls, folder: Path) -> BusyError:
        """Say in which folder."""
        return cls(f"Somebody else is saving in {named(str(folder))}. Nothing was written. Try again in a moment.")


@dataclass(frozen=True)
class Written:
    """A save that is in place: what was noted with it, and each file with the fingerprint of its content, None for one that is gone."""

    note: Mapping[str, Any]
    files: Mapping[Path, str | None]


def fingerprint(data: bytes | None) -> str | None:
    """Return what tells one content of a file from another; None for no file."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def bytes_of(path: Path) -> bytes | None:
    """Return the content of a file; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


@contextmanager
def locked(folders: Sequence[Path]) -> Iterator[None]:
    """Keep every other save out of some folders, after one that was broken off there has been brought to its end; raise `BusyError`."""
    from filelock import FileLock, Timeout

    with ExitStack() as held:
        for folder in sorted({one.resolve() for one in folders if one.is_dir()}):
            try:
                held.enter_context(FileLock(room_of(folder) / _LOCK, timeout=PATIENCE))
            except Timeout as error:
                raise BusyError.of(folder) from error
            except OSError as error:
                raise NotMadeError.unwritten(str(folder), error) from error
            _finish(folder)
        yield


def put_all(home: Path, files: Mapping[Path, bytes | None], note: Mapping[str, Any]) -> None:
    """Put several files in place as one, None for one that is to go; `home` is locked. Raise `NotMadeError`, and all is as it was.

    The note stays with the save until `settled` is called.
    """
    staged: dict[Path, Path] = {}
    at = home
    before = {path: bytes_of(path) for path in files}
    try:
        for path, data in files.items():
            at = path
            if data is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                staged[path] = _stage(path, data, home)
        entries = [
            {"to": _told(path, home), "from": _told(staged[path], home) if path in staged else None, "is": fingerprint(data)}
            for path, data in files.items()
        ]
        at = home
        _stage(room_of(home) / _NOTE, json.dumps({"note": note, "files": entries}).encode(), home).replace(room_of(home) / _NOTE)
        _flush(room_of(home))
    except OSError as error:
        for one in staged.values():
            one.unlink(missing_ok=True)
        raise NotMadeError.unwritten(str(at), error) from error
    try:
        _finish(home)
    except OSError as error:
        # What was already in place goes back, so that nobody sees a half.
        for path, data in before.items():
            with suppress(OSError):
                if data is None:
                    path.unlink(missing_ok=True)
                elif bytes_of(path) != data:
                    _stage(path, data, home).replace(path)
        (room_of(home) / _NOTE).unlink(missing_ok=True)
        raise NotMadeError.unwritten(str(error.filename or home), error) from error


def last_written(home: Path) -> Written | None:
    """Return the save that is in place and of which nobody has taken note yet; None where there is none."""
    held = bytes_of(home / ROOM / _DONE)
    if held is None:
        return None
    found = json.loads(held)
    return Written(found["note"], {home / one["to"]: one["is"] for one in found["files"]})


def settled(home: Path) -> None:
    """Note that the last save needs no more to be told."""
    (home / ROOM / _DONE).unlink(missing_ok=True)


def at_rest(folders: Sequence[Path], stamp: Callable[[], object], read: Callable[[], Read]) -> Read:
    """Return what is read of some folders while no save falls into it; `stamp` changes as soon as a file does."""
    for left in reversed(range(_TRIES)):
        for folder in folders:
            _let_finish(folder)
        before = stamp()
        try:
            found = read()
        except (ParleyError, OSError):
            if not left or (stamp() == before and not any(map(_is_unfinished, folders))):
                raise
        else:
            if not left or (stamp() == before and not any(map(_is_unfinished, folders))):
                return found
    raise AssertionError


def _is_unfinished(folder: Path) -> bool:
    return os.path.lexists(folder / ROOM / _NOTE)


def _let_finish(folder: Path) -> None:
    """Wait for a save that is under way, or bring one that was broken off to its end."""
    if not _is_unfinished(folder):
        return
    try:
        with locked((folder,)):
            return
    except (ParleyError, OSError):
        # Whoever may only read waits for the one who writes.
        until = time.monotonic() + 1
        while _is_unfinished(folder) and time.monotonic() < until:
            time.sleep(0.02)


def _finish(home: Path) -> None:
    """Put in place what was noted, as far as it is not yet; `home` is locked."""
    note = home / ROOM / _NOTE
    held = bytes_of(note)
    if held is None:
        return
    folders = {home / ROOM}
    for one in json.loads(held)["files"]:
        path = home / one["to"]
        real = path.resolve() if path.is_symlink() else path
        folders.add(real.parent)
        if one["from"] is None:
            real.unlink(missing_ok=True)
        elif (staged := home / one["from"]).exists():
            staged.replace(real)
    for folder in folders:
        _flush(folder)
    note.replace(home / ROOM / _DONE)
    _flush(home / ROOM)
    for folder in folders:
        _sweep(folder)


def _sweep(folder: Path) -> None:
    """Take away what a save left that ended before it was noted."""
    room = folder if folder.name == ROOM else folder / ROOM
    if room.is_dir():
        for one in room.glob(f"{_STAGED}*"):
            one.unlink(missing_ok=True)


def room_of(folder: Path) -> Path:
    """Return the hidden folder of a folder, made where there is none yet."""
    room = folder / ROOM
    if not (room / ".gitignore").exists():
        room.mkdir(exist_ok=True)
        (room / ".gitignore").write_text("*\n", encoding="ascii")
    return room


def _stage(path: Path, data: bytes, home: Path) -> Path:
    """Write a file near its place, down to the disk, under the permissions that it is to have there."""
    real = path.resolve() if path.is_symlink() else path
    # Only on one disk can it be put in place in one step.
    is_near = real.parent.stat().st_dev == home.stat().st_dev
    room = room_of(home if is_near else real.parent)
    with NamedTemporaryFile(dir=room, prefix=_STAGED, delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).chmod(permissions_for(real))
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    return Path(file.name)


def _flush(folder: Path) -> None:
    """Have the names in a folder written to the disk, where the system lets one."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _told(path: Path, home: Path) -> str:
    return os.path.relpath(path, home)
