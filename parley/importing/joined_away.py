"""Parties that a folder still has though the table reads them as another now: what refers to them, and the file without the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from parley.editing.splicing import CannotKeepError, spliced
from parley.errors import BadFilesError
from parley.files import document_of, read_document
from parley.folders import yaml_files
from parley.importing.drafted import Entry
from parley.importing.lists import of_cells
from parley.importing.mapping import TableMapping
from parley.model import NEGOTIATION_FILE
from parley.strict_yaml import Text

# Under these keys files name a party.
_NAMED_BY = frozenset({"party", "parties", "by", "to", "shown", "headline", "members", "merged_into"})
_MARK = "\ufeff"  # with which some programs begin a file
_Record = dict[str, Text]


class JoinedAway(NamedTuple):
    """A party by its id and name, what it is called now, and what refers to it: statements by their ids, else the file and what in it."""

    id: str
    name: str
    now: str
    cited: tuple[str, ...]


def joined_away(folder: Path, text: str, mapping: TableMapping, last: TableMapping | None, entries: Sequence[Entry]) -> tuple[JoinedAway, ...]:
    """Return the parties of a negotiation's own file, as it would be, that a table reads as another; `last` is how it was read before."""
    header = document_of(folder / NEGOTIATION_FILE, text.removeprefix(_MARK)).value
    known = {one.id for one in mapping.parties}
    before = {one.id: one.cells for one in last.parties} if last else {}
    found = []
    for one in _records(header, "parties"):
        key, name = str(one["id"]), str(one["name"])
        other = of_cells(mapping.parties, before.get(key, (name,))) if key not in known else None
        if other is not None:
            found.append(JoinedAway(key, name, other.name, tuple(dict.fromkeys((*_in_header(header, key), *_in_statements(folder, entries, key))))))
    return tuple(found)


def without(folder: Path, text: str, gone: Sequence[JoinedAway]) -> str | None:
    """Return the text of a negotiation's own file without some parties; None where other lines of it would have to be touched."""
    mark, plain = text[: text.startswith(_MARK)], text.removeprefix(_MARK)
    header = document_of(folder / NEGOTIATION_FILE, plain).value
    keys = {one.id for one in gone}
    issues: list[Text] = [{**one, "directions": _less(one["directions"], keys)} for one in _records(header, "issues")]
    parties: list[Text] = [one for one in _records(header, "parties") if one["id"] not in keys]
    try:
        return mark + spliced(plain, header, {**header, "parties": parties, "issues": issues})
    except CannotKeepError:
        return None


def _less(directions: Text, keys: set[str]) -> Text:
    return {key: one for key, one in directions.items() if key not in keys} if isinstance(directions, dict) else directions


def _in_header(header: Mapping[str, Text], party: str) -> Iterator[str]:
    for name, value in header.items():
        if not _is_list_of_records(value) and _names(value, party, name):
            yield f"{name} in {NEGOTIATION_FILE}"
        for one in _records(header, name):
            if (name, one.get("id")) != ("parties", party) and (_names(one, party, "") or _is_alone(one, party)):
                yield " ".join(filter(None, (name, str(one.get("id", "")), "in", NEGOTIATION_FILE)))


def _is_alone(issue: Mapping[str, Text], party: str) -> bool:
    """Return whether nobody else wants anything on an issue: without the party it would be none."""
    directions = issue.get("directions")
    return isinstance(directions, dict) and list(directions) == [party]


def _in_statements(folder: Path, entries: Sequence[Entry], party: str) -> Iterator[str]:
    own = {"statements.yaml", NEGOTIATION_FILE}
    yield from (str(one["id"]) for one in entries if _names(one, party, ""))
    for path in yaml_files(folder):
        if path.name in own:
            continue
        try:
            value = read_document(path).value
        except BadFilesError:  # what nobody can read may name it
            yield path.name
            continue
        if value.get("party") == party:
            yield path.name
        yield from (str(one.get("id", path.name)) for one in _records(value, "statements") if _names(one, party, ""))


def _names(value: object, party: str, key: str) -> bool:
    """Return whether a party is named in a value, which stands under a key."""
    if isinstance(value, Mapping):
        return any(_names(one, party, name) for name, one in value.items())
    if isinstance(value, list | tuple):
        return any(_names(one, party, key) for one in value)
    return key in _NAMED_BY and value == party


def _is_list_of_records(value: Text) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _records(owner: Mapping[str, Text], key: str) -> list[_Record]:
    value = owner.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
