"""Changes applied to what the files hold: which file each belongs in, and the text that comes of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from parley.editing.edits import LISTS, Add, Change, Edit, Kind, Remove, keys_of, known_as
from parley.editing.emitting import as_text, item, pair
from parley.editing.errors import EditError
from parley.editing.opening import Opened, Record, records_in
from parley.editing.splicing import CannotKeepError, spliced
from parley.fields import ID_PATTERN
from parley.files import Loc, shown_path
from parley.folders import YAML_ENDINGS
from parley.model import NEGOTIATION_FILE
from parley.strict_yaml import Text

_ID = re.compile(ID_PATTERN)
_RESERVED = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
Make = Callable[[Record], Record]


@dataclass(frozen=True)
class Applied:
    """The text of each file that changes alter, None for one that goes, and where the record of each change stands in which."""

    texts: Mapping[Path, str | None]
    ways: Sequence[tuple[Path, Loc, Edit]] = ()


def applied(talks: Opened, edits: Sequence[Edit]) -> Applied:
    """Return what comes of changes, made one after the other; raise `EditError` for one that cannot be made."""
    work = _Applying(talks)
    for one in edits:
        work.apply(one)
    return Applied(dict(work.texts()), list(work.ways()))


def order_in(kind: Kind, record: Mapping[str, Text]) -> Record:
    """Return a record with its keys in the order in which files write them."""
    known = keys_of(kind)
    return {key: record[key] for key in sorted(record, key=lambda one: known.index(one) if one in known else len(known))}


class _Applying:
    """The values of the files while one change after the other is made; what is not changed stays the very same object."""

    def __init__(self, talks: Opened) -> None:
        self.talks = talks
        self.values: dict[Path, Record | None] = {}
        self._lists: dict[Path, list[Record | None]] = {}  # statements of a file, at their first places: None for one that is gone
        self._added: dict[Path, list[Record]] = defaultdict(list)
        self._made: list[tuple[Edit, Record]] = []

    def apply(self, edit: Edit) -> None:
        """Make one change."""
        match edit.kind:
            case "statement":
                self._statement(edit)
            case "source":
                self._source(edit)
            case "negotiation":
                assert isinstance(edit, Change)
                self.values[self.talks.header] = self._noted(edit, _changed("negotiation", self._value(self.talks.header), edit.values))
            case _:
                self._in_header(edit)
                if isinstance(edit, Remove) and edit.kind == "party":
                    self._take_out_empty(edit.id)

    def _take_out_empty(self, party: str) -> None:
        """Take out the files of a party that is gone, or called after it, in which no statement stands."""
        for path in self.talks.party_files:
            if party in (self._value(path).get("party"), path.stem) and not any(self._listed(path)):
                self.values[path] = None
                self._lists.pop(path, None)

    def _noted(self, edit: Edit, record: Record) -> Record:
        self._made.append((edit, record))
        return record

    def ways(self) -> Iterator[tuple[Path, Loc, Edit]]:
        """Yield where the record of each change stands; of several about one record the last."""
        edits = {id(record): edit for edit, record in self._made}
        for path, value in self.values.items():
            yield from ((path, way, edits[id(record)]) for way, record in _records(value or {}) if id(record) in edits)

    def texts(self) -> Iterator[tuple[Path, str | None]]:
        """Yield each file that is another, with its text."""
        for path in {*self._lists, *self._added}:
            kept = [one for one in self._listed(path) if one is not None] + self._added[path]
            self.values[path] = {**self._value(path), "statements": cast("Text", kept)}
        for path, value in self.values.items():
            document = self.talks.documents.get(path)
            if value is None:
                yield path, None
            elif document is None:
                yield path, _new_file(value)
            elif value != document.value:
                try:
                    yield path, spliced(document.content, document.value, value)
                except CannotKeepError as error:
                    raise EditError.in_own_style(shown_path(path)) from error

    def _value(self, path: Path) -> Record:
        if path not in self.values:
            return self.talks.value(path) if path in self.talks.contents else {}
        return self.values[path] or {}

    def _listed(self, path: Path) -> list[Record | None]:
        if path not in self._lists:
            self._lists[path] = list(records_in(self._value(path), "statements"))
        return self._lists[path]

    def _statement(self, edit: Edit) -> None:
        if isinstance(edit, Add):
            if edit.id and (edit.id in self.talks.statements or any(one.get("id") == edit.id for added in self._added.values() for one in added)):
                raise EditError.there_already("statement", edit.id)
            record = order_in("statement", cast("Record", as_text(edit.values)))
            path = file_of_statement(self.talks, record, edit.file)
            if self._value(path).get("party", "") == record.get("party"):
                record.pop("party")
            self._added[path].append(self._noted(edit, record))
            return
        if edit.id not in self.talks.statements:
            known = self.talks.statements
            raise EditError.nothing_there("statement", edit.id, list(known))
        path, place = self.talks.statements[edit.id]
        listed = self._listed(path)
        record_then = listed[place]
        if record_then is None:
            raise EditError.nothing_there("statement", edit.id, [])
        listed[place] = None if isinstance(edit, Remove) else self._noted(edit, _changed("statement", record_then, edit.values))

    def _source(self, edit: Edit) -> None:
        files = self.talks.source_files
        if isinstance(edit, Add):
            path = self.talks.seeds / _file_named(edit.id)
            if edit.id in files or path in self.values or path in self.talks.contents:
                raise EditError.there_already("source", edit.id)
            self.values[path] = self._noted(edit, order_in("source", cast("Record", as_text(edit.values))))
            return
        if edit.id not in files:
            raise EditError.nothing_there("source", edit.id, list(files))
        path = files[edit.id]
        self.values[path] = None if isinstance(edit, Remove) else self._noted(edit, _changed("source", self._value(path), edit.values))

    def _in_header(self, edit: Edit) -> None:
        header = self._value(self.talks.header)
        match edit.kind:
            case "speaker":
                made = self._within(header, "party", edit.within, lambda party: self._with_list(party, "speakers", edit))
            case "step":
                made = self._within(header, "issue", edit.within, lambda issue: self._with_steps(issue, edit))
            case "salience" | "power":
                made = self._within(header, "issue", edit.within, lambda issue: self._with_list(issue, edit.kind, edit))
            case _:
                made = self._with_list(header, LISTS[edit.kind], edit)
        self.values[self.talks.header] = self._instead(header, made)

    def _within(self, header: Record, kind: Kind, key: str, make: Make) -> Record:
        listed = records_in(header, LISTS[kind])
        if all(one.get("id") != key for one in listed):
            raise EditError.nothing_there(kind, key, [str(one.get("id")) for one in listed])
        return {**header, LISTS[kind]: cast("Text", [self._instead(one, make(one)) if one.get("id") == key else one for one in listed])}

    def _instead(self, old: Record, new: Record) -> Record:
        """Return a record that stands for another from now on, and is known as what changes before it have made."""
        self._made += [(edit, new) for edit, record in self._made if record is old]
        return new

    def _with_steps(self, issue: Record, edit: Edit) -> Record:
        scale = issue.get("scale")
        if not isinstance(scale, dict) or "ladder" not in scale:
            raise EditError.no_steps(str(issue.get("id")))
        return {**issue, "scale": self._with_list(scale, "ladder", edit)}

    def _with_list(self, owner: Record, key: str, edit: Edit) -> Record:
        """Return a record of which one list has changed."""
        listed = records_in(owner, key)
        places = [place for place, one in enumerate(listed) if known_as(edit.kind, one) == edit.id]
        if isinstance(edit, Add):
            if places and edit.id:
                raise EditError.there_already(edit.kind, edit.id)
            listed.insert(len(listed) if edit.at is None else edit.at, self._noted(edit, order_in(edit.kind, cast("Record", as_text(edit.values)))))
        elif not places:
            raise EditError.nothing_there(edit.kind, edit.id, [known_as(edit.kind, one) for one in listed])
        else:
            record = listed.pop(places[0])
            if isinstance(edit, Change):
                listed.insert(places[0] if edit.at is None else edit.at, self._noted(edit, _changed(edit.kind, record, edit.values)))
        return _put_key(owner, key, cast("Text", listed), _OWNERS.get(edit.kind, "negotiation"))


def file_of_statement(talks: Opened, record: Mapping[str, Text], asked: str = "") -> Path:
    """Return the file in which a new statement belongs: the one asked for, that of its party, the one that holds most of it, or a new one."""
    if asked:
        if Path(asked).name != asked or asked.startswith(".") or not asked.endswith(YAML_ENDINGS) or asked == NEGOTIATION_FILE:
            raise EditError.no_file_name(asked)
        return talks.folder / asked
    party = record.get("party")
    own = [path for path in talks.party_files if party and talks.value(path).get("party") == party]
    if own:
        return max(own, key=lambda path: len(records_in(talks.value(path), "statements")))
    shared = [path for path in talks.party_files if "party" not in talks.value(path)]
    holding = Counter({path: sum(one.get("party") == party for one in records_in(talks.value(path), "statements")) for path in shared})
    if holding:
        return holding.most_common(1)[0][0]
    return talks.folder / _file_named(str(party or "statements"))


def _file_named(key: str) -> str:
    """Return the name of a new file for what has an id; a few words Windows keeps for itself, and what is no id is refused by the reader."""
    return f"{key}-.yaml" if _RESERVED.fullmatch(key) else f"{key if _ID.fullmatch(key) else 'unnamed'}.yaml"


_OWNERS: Mapping[Kind, Kind] = {"speaker": "party", "step": "step", "salience": "issue", "power": "issue"}


def _records(value: Text, way: Loc = ()) -> Iterator[tuple[Loc, Record]]:
    """Yield every record in a value with the way to it."""
    if isinstance(value, dict):
        yield way, value
    for step, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _records(one, (*way, step))


def _changed(kind: Kind, record: Record, values: Mapping[str, object]) -> Record:
    made = record
    for key, value in values.items():
        without = {one: held for one, held in made.items() if one != key}
        made = without if value is None else _put_key(made, key, as_text(value), kind)
    return made


def _put_key(record: Record, key: str, value: Text, kind: Kind) -> Record:
    """Return a record with a value under a key; a new key comes behind the last of those that files write before it."""
    if key in record:
        return {one: value if one == key else held for one, held in record.items()}
    known = keys_of(kind)
    before = set(known[: known.index(key)]) if key in known else set(record)
    at = max((place + 1 for place, one in enumerate(record) if one in before), default=0)
    keys = list(record)
    return {one: value if one == key else record[one] for one in (*keys[:at], key, *keys[at:])}


def _new_file(value: Record) -> str:
    """Return the text of a new file."""
    lines = []
    for key, one in value.items():
        if key == "statements" and isinstance(one, list):
            lines += [f"{key}:", *(f"  {line}" for each in one for line in item(each, '"', is_flow=False))]
        else:
            lines += pair(key, one, 0, '"')
    return "\n".join(lines) + "\n"
