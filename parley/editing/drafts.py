"""Drafts: what somebody has begun in a form and not saved, kept in the hidden folder of the negotiation until it is saved or thrown away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from parley.journal import ROOM, bytes_of, room_of
from parley.writing import write_whole

FOLDER = "drafts"
Typed: TypeAlias = "str | bool | list[str] | None"  # what a field holds


@dataclass(frozen=True)
class Draft:
    """What stands in a form that is not saved: of each field what it said when it was begun, and what it says now; and since when it is kept."""

    form: str
    when: datetime
    fields: Mapping[str, tuple[Typed, Typed]]


def draft_of(folder: Path, form: str, who: str) -> Draft | None:
    """Return what somebody has begun in a form; None where that is nothing, or where it cannot be read any more."""
    return _read(_path(folder, form, who), who)


def drafts_of(folder: Path, who: str) -> list[Draft]:
    """Return all that somebody has begun, the newest first."""
    found = (_read(path, who) for path in (folder / ROOM / FOLDER).glob("*.json"))
    return sorted((one for one in found if one), key=lambda one: one.when, reverse=True)


def keep_draft(folder: Path, draft: Draft, who: str) -> None:
    """Keep a draft in the place of the one before it; raise `OSError` or `NotMadeError` where it cannot be written."""
    path = _path(folder, draft.form, who)
    room_of(folder)
    path.parent.mkdir(exist_ok=True)
    told = {"who": who, "form": draft.form, "when": draft.when.isoformat(), "fields": dict(draft.fields)}
    write_whole(path, json.dumps(told, ensure_ascii=False).encode())


def discard_draft(folder: Path, form: str, who: str) -> None:
    """Throw a draft away."""
    with suppress(OSError):
        _path(folder, form, who).unlink(missing_ok=True)


def _path(folder: Path, form: str, who: str) -> Path:
    return folder / ROOM / FOLDER / f"{sha256(chr(10).join((who, form)).encode()).hexdigest()[:32]}.json"


def _read(path: Path, who: str) -> Draft | None:
    try:
        held = bytes_of(path)
        found = json.loads(held) if held else None
        if not found or found["who"] != who:
            return None
        return Draft(
            str(found["form"]), datetime.fromisoformat(found["when"]), {name: (first, now) for name, (first, now) in found["fields"].items()}
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None  # cut short, or written by another version
