"""From folders of files into a store: a negotiation at a time, whole or not at all, and only what the store does not hold as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from parley import __version__
from parley.dataset import Dataset, load
from parley.dates import PartialDate
from parley.errors import BadFilesError
from parley.folders import AGENDAS_FOLDER, seeds_folder, yaml_files
from parley.indexing import Index, as_held, own_words
from parley.model import Closed, Statement
from parley.reading import forget
from parley.searching import words_of
from parley.stored.errors import StoreError
from parley.stored.searching import words_kept
from parley.stored.tables import Head, Tables

AT_ONCE = 20_000  # statements written in one go
MOST_KEPT = 20_000  # statements after which nothing is kept in memory any more of what was read, shared documents among it, and of what was written
Public = Callable[[Dataset], Mapping[str, Any]]
_NOTHING: Mapping[str, Any] = MappingProxyType({"files": "", "public": {}})


@dataclass(frozen=True)
class Loaded:
    """What became of one folder: `kept` where the store held it as it is. `number` of `total` folders it is."""

    folder: Path
    number: int
    total: int
    id: str
    statements: int
    kept: bool


def load_into(tables: Tables, folders: Sequence[Path], seeds: Path | None = None, public: Public = lambda _: {}) -> Iterator[Loaded]:
    """Bring the negotiations in these folders into a store, and yield each; one that was broken off is begun again where it stopped.

    `public` returns what of a negotiation other programs are told before they ask for more, and is kept with it.
    Raises `BadFilesError` where the files of one are not all sound: a store holds nothing of which somebody must look up what is missing.
    """
    tables.sweep()
    heads = tables.heads()
    held = dict(zip(((more["files"], more["program"]) for more in tables.all_more()), heads, strict=True))
    by_id = {one.id: one for one in heads}
    from_folder: dict[str, Path] = {}
    digest = cache(_digest)  # many negotiations may share their documents
    read = 0
    for number, folder in enumerate(folders, 1):
        files = "".join(digest(one) for one in (folder, folder / AGENDAS_FOLDER, seeds or seeds_folder(folder)))
        kept = held.get((files, __version__))
        dataset = None if kept else _whole(folder, seeds)
        key, count = (dataset.negotiation.id, dataset.count) if dataset else (kept.id, kept.count) if kept else ("", 0)
        if key in from_folder:
            raise StoreError.unlike(key, str(from_folder[key]), str(folder))
        from_folder[key] = folder
        if dataset:
            write(tables, dataset, {"files": files, "public": dict(public(dataset))}, by_id.get(key))
            if (read := read + dataset.count) >= MOST_KEPT:
                forget()
                tables.renew()
                read = 0
        yield Loaded(folder, number, len(folders), key, count, kept is not None)


def _whole(folder: Path, seeds: Path | None) -> Dataset:
    dataset = load(folder, seeds)
    if dataset.left_out:
        raise BadFilesError(dataset.left_out)
    return dataset


def _digest(folder: Path) -> str:
    """Return a short text that differs wherever a file of a folder does; to know so much, none has to be understood."""
    digest = sha256()
    for path in yaml_files(folder) if folder.is_dir() else ():
        digest.update(f"{path.name}\0{sha256(path.read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()[:20]


def write(tables: Tables, dataset: Dataset, told: Mapping[str, Any] = _NOTHING, instead: Head | None = None) -> int:
    """Write a negotiation under a number of its own, which is returned, in the place of another; it is there once its last row is."""
    number = tables.free_number()
    own = {"number": number}
    with tables.at_once():
        for at in range(0, dataset.count, AT_ONCE):
            rows = enumerate(dataset.statements[at : at + AT_ONCE], at)
            tables.write("statements", ({**own, "place": place, **_row(one)} for place, one in rows))
        tables.write("sources", ({**own, "id": key, "record": _record(one)} for key, one in dataset.cited.items()))
        index = Index(dataset.negotiation, dataset.statements, dataset.cited)
        tables.write("words", ({**own, **one} for one in words_kept(index)))
        tables.write("negotiations", [{**own, **_head(dataset, told)}])
        if instead is not None:
            tables.forget(instead.number)
    return number


def _head(dataset: Dataset, told: Mapping[str, Any]) -> dict[str, Any]:
    negotiation = dataset.negotiation
    shown = {"id": negotiation.id, "title": negotiation.title, "version": dataset.version, "total": dataset.count}
    more = {
        "program": __version__,
        "agendas": [_record(one) for one in dataset.agendas],
        "without_file": sorted(dataset.without_file),
        "never_named": sorted(dataset.never_named),
        **told,
    }
    return {**shown, "record": _record(negotiation), "more": json.dumps(more)}


def _row(one: Statement) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in ("id", "party", "issue", "speaker", "source", "attribution", "conveyance", "day")},
        "is_day": one.said.is_day,
        **_ends("reported", one.reported),
        **_ends("withdrawn", one.withdrawn),
        **_ends("expires", one.expires),
        "ends": bool(one.expires or one.withdrawn),
        "supersedes": bool(one.supersedes),
        "words": f" {as_held(words_of(own_words(one)))} ",
        "record": _record(one),
    }


def _ends(name: str, when: PartialDate | None) -> dict[str, date | None]:
    return {f"{name}_first": when.earliest if when else None, f"{name}_last": when.latest if when else None}


def _record(one: Closed) -> str:
    return one.model_dump_json(exclude_defaults=True, by_alias=True)
