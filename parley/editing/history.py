"""The history of a negotiation: who saved what and when, each version as it was, what differs between two, and the way back to one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from parley.analysis import versions as comparing
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.versions import InFiles, Recast
from parley.dataset import Dataset, load_instead
from parley.editing.commits import commits
from parley.editing.errors import EditError
from parley.editing.keeper import keeper
from parley.editing.opening import Opened, files_of
from parley.editing.trying import Tried, tried_texts
from parley.files import Document, document_of
from parley.folders import AGENDAS_FOLDER, YAML_ENDINGS, seeds_folder

if TYPE_CHECKING:
    from dulwich.objects import ObjectID

MOST = 500  # versions that are looked up
AS_FOUND = "As it stood before the first save here"
OUTSIDE = "Changed outside of Parley"


@dataclass(frozen=True)
class Version:
    """One save, or whatever else was committed: by whom, when, with which words, and the files that it changed."""

    id: str
    who: str
    when: datetime
    message: str
    files: tuple[Path, ...]


def versions(folder: Path, seeds: Path | None = None, most: int = MOST) -> tuple[Version, ...]:
    """Return the versions of a negotiation, the newest first."""
    with keeper(folder, seeds or seeds_folder(folder)) as kept:
        if kept is None:
            return ()
        found: list[Version] = []
        for commit, names in commits(kept):
            if len(found) == most:
                break
            files = {path for name in names if (path := kept.path_of(name)) is not None and _is_ours(path, kept.folder, kept.seeds)}
            when = datetime.fromtimestamp(commit.commit_time, timezone(timedelta(seconds=commit.commit_timezone)))
            who = commit.author.decode("utf-8", errors="replace").partition(" <")[0]
            told = commit.message.decode("utf-8", errors="replace").strip()
            if files:
                found.append(Version(commit.id.decode("ascii"), who, when, told, tuple(sorted(files))))
        return tuple(found)


def _is_ours(path: Path, folder: Path, seeds: Path) -> bool:
    return path.name.lower().endswith(YAML_ENDINGS) and path.parent in (folder, folder / AGENDAS_FOLDER, seeds) and not path.name.startswith(".")


def newest(folder: Path, seeds: Path | None = None) -> str:
    """Return what is another once anything has been saved or committed; "" where nothing has."""
    with keeper(folder, seeds or seeds_folder(folder)) as kept:
        return kept.head.decode("ascii") if kept is not None and kept.head is not None else ""


def texts_of(folder: Path, version: str, seeds: Path | None = None) -> Mapping[Path, bytes]:
    """Return every file of the negotiation as a version had it; raise `EditError` where there is no such version."""
    records = seeds or seeds_folder(folder)
    with keeper(folder, records) as kept:
        try:
            if kept is None:
                raise KeyError(version)
            commit = kept.commit_of(_id(version)).id
        except (KeyError, ValueError, AssertionError) as error:
            raise EditError.no_version(version) from error
        found = {}
        for name in kept.names(commit):
            path = kept.path_of(name)
            if path is not None and _is_ours(path, folder, records) and (data := kept.content(commit, name)) is not None:
                found[path] = data
        return found


def since_when(folder: Path, file: Path, key: str, seeds: Path | None = None) -> date | None:
    """Return on which day a record came into a file; None where the history does not tell, or begins with it."""
    word = re.compile(rb"\bid: *['\"]?" + re.escape(key.encode()) + rb"['\"]?(?=[\s,}#]|$)", re.MULTILINE)
    with keeper(folder, seeds or seeds_folder(folder)) as kept:
        if kept is None:
            return None
        name = kept.name_of(file)
        holding = [one for one, names in commits(kept) if name in names and word.search(kept.content(one.id, name) or b"")]
        first = holding[-1] if holding else None
        if first is None or first.message.decode("utf-8", errors="replace").strip() in (AS_FOUND, OUTSIDE):
            return None
        return datetime.fromtimestamp(first.commit_time).astimezone().date()


def dataset_of(folder: Path, version: str, seeds: Path | None = None) -> Dataset:
    """Return the negotiation as a version had it; raise `EditError` where there is none, and `BadFilesError` where it cannot be read."""
    records = seeds or seeds_folder(folder)
    then = texts_of(folder, version, records)
    instead: dict[Path, Document | None] = {path: None for path in files_of(folder, records) if path not in then}
    instead |= {path: document_of(path, data.decode("utf-8-sig")) for path, data in then.items()}
    return load_instead(folder, records, instead)


@dataclass(frozen=True)
class Changed:
    """What differs between two versions: in the files, and in the positions as of the last day on which either holds anything said."""

    in_files: InFiles
    positions: tuple[Recast, ...]
    day: date | None


def changed(old: Dataset, new: Dataset) -> Changed:
    """Return what differs between two versions; positions where both hold something said."""
    day = max(old.days[-1], new.days[-1]) if old.days and new.days else None
    positions = comparing.recasts(old, new, new.negotiation.parties, day, ALL_EVIDENCE) if day else ()
    return Changed(comparing.in_files(old, new), tuple(positions), day)


def restored(talks: Opened, version: str) -> Tried:
    """Return what would come of the negotiation as a version had it; to be saved like any change.

    Records of documents that other negotiations may use stay, but for those that the version cites. Raise as `tried` does.
    """
    then = texts_of(talks.folder, version, talks.seeds)
    cited = {path for path in then if path.parent == talks.seeds} & _cited(talks, version)
    texts: dict[Path, str | None] = {path: None for path in talks.contents if path.parent != talks.seeds and path not in then}
    texts |= {path: data.decode("utf-8-sig") for path, data in then.items() if path.parent != talks.seeds or path in cited}
    return tried_texts(talks, texts)


def _cited(talks: Opened, version: str) -> set[Path]:
    found = dataset_of(talks.folder, version, talks.seeds)
    return {found.files[key][0].path for key in found.cited if key in found.files}


def _id(version: str) -> ObjectID:
    from dulwich.objects import ObjectID

    return ObjectID(version.encode("ascii"))
