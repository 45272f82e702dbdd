"""What somebody has handed in on the page Bring in and chosen there: kept with the drafts until it is written, given up or long forgotten."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from parley.editing.drafts import FOLDER
from parley.journal import ROOM, bytes_of, room_of
from parley.writing import write_whole

Choice: TypeAlias = "str | int | bool | list[Choice] | None"
File = tuple[bytes, str]  # its content and its name
Mark = tuple[str, str]  # what tells its content from any other, and its name
FORGOTTEN = 30 * 86_400  # seconds after which nobody comes back for it
_BEGINS = "brought-"


@dataclass(frozen=True)
class Brought:
    """Files or pasted cells, each with what was chosen in a control, by its key; and since when they are kept.

    Two are compared by what tells their files from others, which is made of a file once: a file may be long, and a page is drawn often.
    """

    when: datetime
    files: tuple[File, ...] = field(default=(), compare=False)
    cells: str = ""
    chosen: Mapping[str, Choice] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        """Tell the files from others where nobody has done so before."""
        if len(self.marks) != len(self.files):
            object.__setattr__(self, "marks", tuple((digest_of(data), name) for data, name in self.files))

    def marks_of(self, files: Sequence[File]) -> tuple[Mark, ...]:
        """Return what tells these files from others where they are the very files of this; nothing where they may be others."""
        are_same = len(files) == len(self.files) and all(one[0] is own[0] and one[1] == own[1] for one, own in zip(files, self.files, strict=True))
        return self.marks if are_same else ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was handed in."""
        return not self.files and not self.cells.strip()


def digest_of(data: bytes) -> str:
    """Return what tells a content from any other."""
    return sha256(data).hexdigest()[:32]


def brought_by(positions: Path, who: str) -> Brought | None:
    """Return what somebody has handed in; None where that is nothing, or cannot be read any more."""
    try:
        held = bytes_of(_note(positions, who))
        found = json.loads(held) if held else None
        if not found or found["who"] != _hidden(who):
            return None
        files = tuple(((_room(positions) / one["kept"]).read_bytes(), str(one["name"])) for one in found["files"])
        marks = tuple((one["kept"].removeprefix(f"{_stem(who)}-"), str(one["name"])) for one in found["files"])
        return Brought(datetime.fromisoformat(found["when"]), files, str(found["cells"]), dict(found["chosen"]), marks)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None  # cut short, or written by another version


def keep_brought(positions: Path, one: Brought, who: str) -> None:
    """Keep what somebody has handed in, in the place of what they did before; raise `OSError` or `NotMadeError` where it cannot be written."""
    room_of(positions)
    room = _room(positions)
    room.mkdir(exist_ok=True)
    kept = [f"{_stem(who)}-{digest}" for digest, _ in one.marks]
    for name, (data, _) in zip(kept, one.files, strict=True):
        if not (room / name).exists():
            write_whole(room / name, data)
    files = [{"kept": name, "name": called} for name, (_, called) in zip(kept, one.files, strict=True)]
    told = {"who": _hidden(who), "when": one.when.isoformat(), "files": files, "cells": one.cells, "chosen": dict(one.chosen)}
    write_whole(_note(positions, who), json.dumps(told, ensure_ascii=False).encode("utf-8", "replace"))
    _clear(positions, who, but=kept)
    _forget_old(positions)


def discard_brought(positions: Path, who: str) -> None:
    """Throw away what somebody has handed in."""
    with suppress(OSError):
        _note(positions, who).unlink(missing_ok=True)
    _clear(positions, who)


def _room(positions: Path) -> Path:
    return positions / ROOM / FOLDER


def _hidden(who: str) -> str:
    """Return what tells a person from others, and by which nobody who reads the folder can pass for them."""
    return sha256(f"brought in by {who}".encode()).hexdigest()


def _stem(who: str) -> str:
    return f"{_BEGINS}{_hidden(who)[:32]}"


def _note(positions: Path, who: str) -> Path:
    return _room(positions) / f"{_stem(who)}.note"


def _clear(positions: Path, who: str, but: Sequence[str] = ()) -> None:
    for path in _room(positions).glob(f"{_stem(who)}-*"):
        if path.name not in but:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _forget_old(positions: Path) -> None:
    """Throw away whatever nobody has come back for: a browser may have lost what tells whose it is."""
    oldest = time.time() - FORGOTTEN
    for note in _room(positions).glob(f"{_BEGINS}*.note"):
        with suppress(OSError):
            if note.stat().st_mtime < oldest:
                note.unlink(missing_ok=True)
                for path in _room(positions).glob(f"{note.stem}-*"):
                    path.unlink(missing_ok=True)
