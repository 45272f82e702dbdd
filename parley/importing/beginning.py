"""A first negotiation: from its name, the parties, one issue and one statement to its files, written into a folder of their own."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from parley.dataset import Dataset, load
from parley.editing.applying import order_in
from parley.editing.emitting import whole
from parley.errors import BadFilesError
from parley.importing.folder import STATEMENTS_FILE, statements_text, write_files, write_new
from parley.importing.naming import id_of
from parley.model import NEGOTIATION_FILE

Record = Mapping[str, Any]


def party_ids(names: Sequence[str]) -> dict[str, str]:
    """Return the parties named, each once, by an id of its own."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        found[id_of(name, "party", found)] = name
    return found


def header_of(folder: Path, title: str, about: str, parties: Mapping[str, str], issue: Record, today: date) -> dict[str, Any]:
    """Return the negotiation's own file; the gap is drawn between the first two parties that want something on the issue."""
    pair = [one for one in parties if one in issue.get("directions", {})][:2]
    told = {"id": folder.name, "title": title, **({"about": about} if about else {}), "reviewed": today.isoformat()}
    own = order_in("issue", {"id": id_of(str(issue["name"]), "issue", ()), **issue})
    listed = [{"id": key, "name": name} for key, name in parties.items()]
    return {**told, "parties": listed, **({"headline": pair} if len(pair) == 2 else {}), "issues": [own]}


def as_it_would_be(folder: Path, header: Record, statements: Sequence[Record]) -> Dataset:
    """Return the negotiation as the strict reader takes it; nothing is written. Raise `BadFilesError` where it cannot be read."""
    with tempfile.TemporaryDirectory(prefix="parley-") as room:
        copy = Path(room) / folder.name
        write_files(copy, _files(header, statements))
        found = load(copy)
    if found.left_out:
        raise BadFilesError(found.left_out)
    return found


def begin(folder: Path, header: Record, statements: Sequence[Record], who: str, message: str) -> None:
    """Write the negotiation, whole or not at all, as the first version of its history."""
    write_new(folder, _files(header, statements), who, message)


def _files(header: Record, statements: Sequence[Record]) -> dict[str, str]:
    told = [order_in("statement", one) for one in statements]
    return {NEGOTIATION_FILE: whole(dict(header)), **({STATEMENTS_FILE: statements_text(told)} if told else {})}
