"""The data behind the pages: loaded once per change of the files, and the last good load kept while they are broken."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Literal, NoReturn

from parley.analysis.calendar import Happening, happenings
from parley.asking import site_named
from parley.checks import check
from parley.dataset import NEGOTIATION_FILE, Dataset, load
from parley.doubts import doubts
from parley.errors import BadFilesError, NoPositionsError, NotInstalledError, ParleyError, Problem, UnreadableFolderError, WrongArgumentError
from parley.files import shown_path
from parley.folders import files_stamp, negotiation_folders, seeds_folder
from parley.sharing import shareable
from parley.telling import problems as told
from parley.texts import Texts
from parley.words import say

if TYPE_CHECKING:
    from parley.stored.opening import Archive

MOST_OPEN = 8  # negotiations of a store, as they were last looked at
POSITIONS_VARIABLE = "PARLEY_POSITIONS"
TEXTS_VARIABLE = "PARLEY_TEXTS"
OPTIONS = ("--positions", "--texts", "--edit", "--login", "--log-format", "--open-metrics", "--embed-from", "--allow-origin", "--store")


@dataclass(frozen=True)
class Held:
    """What is held of one negotiation: the last good dataset, what keeps the files from being read, and for what their content may be wrong.

    `days` are those of the dataset on which something happened. `version` is another as soon as a file is.
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    broken_rules: tuple[Problem, ...]
    stamp: tuple[object, ...]
    days: tuple[Happening, ...] = ()

    @cached_property
    def version(self) -> str:
        """Return by what this very state of the files is asked for."""
        return sha256(repr(self.stamp).encode()).hexdigest()[:16]

    @cached_property
    def outside(self) -> Held:
        """Return what of it is shown to whoever may not see what is internal; what is wrong with the files quotes them, and so is left out."""
        if self.dataset is None:
            return replace(self, problems=(), broken_rules=())
        shown = shareable(self.dataset)
        return Held(shown, (), (), (*self.stamp, "outside"), happenings(shown))

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is wrong with the files, as far as it can be seen."""
        return not (self.problems or self.broken_rules or (self.dataset and self.dataset.left_out))


@dataclass(frozen=True)
class Shelf:
    """The negotiations there are, by folder, each with its id and title; `read` are those that had to be read to know of them."""

    names: Mapping[Path, tuple[str, str]]
    read: Mapping[Path, Held]

    def held(self, folder: Path) -> Held:
        """Return what is held of one of them, or of another folder."""
        return self.read[folder] if folder in self.read else held(folder)

    def of(self, key: str) -> Held | None:
        """Return what is held of the negotiation with an id; None where there is none."""
        folder = next((one for one, (own, _) in self.names.items() if own == key), None)
        return self.held(folder) if folder else None


@dataclass(frozen=True)
class Folders:
    """Where positions, records, texts and the settings of the login lie, whether pages may write, and what is told of the server and to whom.

    Those of the sites in `embed_from` may show an issue, and those in `allow_origin` may ask as other programs do. `store` is the address of the
    database that holds the negotiations in place of a folder; "" without one.
    """

    positions: Path
    seeds: Path
    texts: Path
    may_edit: bool = False
    login: Path | None = None
    log_format: Literal["text", "json"] | None = None
    open_metrics: bool = False
    embed_from: tuple[str, ...] = ()
    allow_origin: tuple[str, ...] = ()
    store: str = ""


class _Parser(argparse.ArgumentParser):
    """Raises what argparse would print before it ends the whole server."""

    def error(self, message: str) -> NoReturn:
        """Say which option is incomplete."""
        raise WrongArgumentError.incomplete(message)


def folders(arguments: tuple[str, ...], positions: str | None, texts: str | None) -> Folders:
    """Return the folders that the command line (`-- --positions DIR --edit --login FILE`), variables or defaults name, and the sites named there.

    Raises `WrongArgumentError` where something else stands on the command line.
    """
    given = _given(arguments, positions, texts)
    seeds = seeds_folder(given.positions)
    frames, asking = (tuple(map(site_named, one)) for one in (given.embed_from, given.allow_origin))
    own = given.positions, seeds, given.texts or seeds / "texts", given.edit and not given.store
    return Folders(*own, given.login, given.log_format, given.open_metrics, frames, asking, given.store)


# Every request and every part of a page asks for it, and the command line stays what it is.
@lru_cache(maxsize=64)
def _given(arguments: tuple[str, ...], positions: str | None, texts: str | None) -> argparse.Namespace:
    parser = _Parser(prog="streamlit run dashboard.py --", allow_abbrev=False, add_help=False)
    parser.add_argument("--positions", default=positions or "positions", type=Path)
    parser.add_argument("--texts", default=texts, type=Path)
    parser.add_argument("--edit", action="store_true")
    parser.add_argument("--login", type=Path)
    parser.add_argument("--log-format", choices=("text", "json"))
    parser.add_argument("--open-metrics", action="store_true")
    parser.add_argument("--embed-from", action="append", default=[])
    parser.add_argument("--allow-origin", action="append", default=[])
    parser.add_argument("--store", default="")
    given, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise WrongArgumentError.unknown_start_option(unknown[0], OPTIONS)
    return given


def here() -> Folders:
    """Return the folders of this server."""
    return folders(tuple(sys.argv[1:]), os.environ.get(POSITIONS_VARIABLE), os.environ.get(TEXTS_VARIABLE))


def texts() -> Texts:
    """Return the folder of the documents' texts; it may not exist."""
    return Texts(here().texts)


@cache
def _archive(url: str) -> Archive:
    try:
        from parley.stored.opening import Archive
    except ImportError as error:
        raise NotInstalledError.extra("--store", "store") from error
    return Archive(url)


def archive() -> Archive | None:
    """Return the store that is shown; None where a folder is."""
    url = here().store
    return _archive(url) if url else None


# What Streamlit caches can be emptied by whoever opens a page, and with it the last good data; so this is no such cache.
_kept: dict[Path, Held] = {}
# Many pages ask at once after a change: one reads, the others wait for it.
_reading = RLock()


def forget() -> None:
    """Forget all that was read."""
    with _reading:
        _kept.clear()


def stamp_of(folder: Path) -> tuple[object, ...]:
    """Return what changes as soon as a file of the negotiation, or a source record it may use, does."""
    try:
        return files_stamp(folder, seeds_folder(folder))
    except OSError as error:
        return (str(folder), error.errno)


def stamp_of_all() -> tuple[object, ...]:
    """Return what changes as soon as any file of any negotiation does, or a negotiation comes or goes; it never fails."""
    try:
        shown = archive()
        if shown:
            return tuple(shown.heads().items())
        return tuple((folder, stamp_of(folder)) for folder in _listed(here().positions))
    except (ParleyError, OSError) as error:
        return (str(error),)


def held(folder: Path) -> Held:
    """Return what is held of the negotiation in `folder`, read again only if a file has changed; in a store a folder is called as its negotiation."""
    shown = archive()
    if shown:
        return _held_in(shown, folder)
    stamp = stamp_of(folder)
    with _reading:
        last = _kept.get(folder)
        if last is None or last.stamp != stamp:
            last = _kept[folder] = _read(folder, stamp, last)
    return last


def _held_in(shown: Archive, folder: Path) -> Held:
    """Return what is held of a negotiation of a store; of those that were opened the last few stay so."""
    head = shown.heads().get(folder.name)
    if head is None:
        raise NoPositionsError.in_folder(folder.name)
    with _reading:
        last = _kept.pop(folder, None)
        if last is None or last.stamp != (head,):
            dataset = shown.opened(head)
            last = Held(dataset, (), (), (head,), happenings(dataset))
        _kept[folder] = last
        while len(_kept) > MOST_OPEN:
            del _kept[next(iter(_kept))]
    return last


def shelf() -> Shelf:
    """Return the negotiations from which can be chosen, of which each file is looked at once; raise `NoPositionsError` if there is none."""
    shown = archive()
    if shown:
        return Shelf({Path(key): (key, one.title) for key, one in shown.heads().items()}, {})
    read = all_held()
    names = zip(ids_of(read), read.items(), strict=True)
    return Shelf({folder: (key, one.dataset.negotiation.title if one.dataset else folder.name) for key, (folder, one) in names}, read)


def all_held() -> dict[Path, Held]:
    """Return what is held of every negotiation, by folder, of which each is looked at once; raise `NoPositionsError` if there is none."""
    return {one: held(one) for one in negotiations()}


def ids_of(read: Mapping[Path, Held]) -> list[str]:
    """Return the id of the negotiation in each folder; the folder's own name where nothing can be read, or where another has the same id."""
    ids = [one.dataset.negotiation.id if one.dataset else "" for one in read.values()]
    return [one if one and ids.count(one) == 1 else folder.name for one, folder in zip(ids, read, strict=True)]


def of_version(version: str, *, is_outside: bool = False) -> Held | None:
    """Return what is held under a version, None where the files have changed since; `is_outside` asks for what is shown without what is internal."""
    with _reading:
        kept = [one.outside for one in _kept.values() if "outside" in vars(one)] if is_outside else list(_kept.values())
    return next((one for one in kept if one.version == version), None)


def _read(folder: Path, stamp: tuple[object, ...], last: Held | None) -> Held:
    try:
        dataset = load(folder)
        if last and last.dataset and dataset.has_unread_files:
            # A file that is being saved is no reason to show less than before.
            raise BadFilesError(dataset.left_out)
        if last and last.dataset and (gone := _gone(dataset, last.dataset)):
            raise BadFilesError(gone)
    except BadFilesError as error:
        problems = error.problems
    except NoPositionsError:
        problems = (_away(folder / NEGOTIATION_FILE),)
    except OSError as error:
        problems = (Problem(shown_path(Path(error.filename or folder)), 1, 1, say(told.unread(error.strerror or str(error)))),)
    else:
        errors = {one for one in check(dataset, None, date.today()) if one.severity == "error"}
        found = tuple(sorted(errors.union(doubts(dataset))))
        _spare(again=bool(last and last.dataset))
        return Held(dataset, (), found, stamp, happenings(dataset))
    return Held(last.dataset if last else None, problems, (), stamp, last.days if last else ())


def _gone(now: Dataset, before: Dataset) -> list[Problem]:
    """Return a problem for each file that is not there now and without which a statement is lost: it may be back in a moment."""
    paths = {before.files[key][0].path for one in before.beyond(now) for key in (one.id, one.source or "") if key in before.files}
    return [_away(path) for path in sorted(paths) if not os.path.lexists(path)]


def _away(path: Path) -> Problem:
    return Problem(shown_path(path), 1, 1, say(told.FILE_AWAY), say(told.PUT_BACK))


def _spare(again: bool) -> None:
    """Keep what has just been read out of the search for garbage, which would go through all of it again and again."""
    if again:
        # What an earlier reading left behind is given back first. Reading itself leaves no circles, so the first page need not wait for a search.
        gc.unfreeze()
        gc.collect()
    gc.freeze()


def _listed(positions: Path) -> tuple[Path, ...]:
    try:
        return negotiation_folders(positions)
    except OSError as error:
        raise UnreadableFolderError.of(shown_path(positions), error.strerror) from error


def negotiations() -> tuple[Path, ...]:
    """Return the folders of all negotiations, also of one that was read and is away now; raise `NoPositionsError` if there is none.

    One that is away may be being saved, synchronised or renamed; it goes once another folder holds the negotiation.
    """
    shown = archive()
    if shown:
        return tuple(map(Path, shown.heads()))
    positions = here().positions
    missing: NoPositionsError | None = None
    try:
        there = _listed(positions)
    except NoPositionsError as error:
        there, missing = (), error
    with _reading:
        read = [one for one, last in _kept.items() if last.dataset and one not in there and positions in (one, one.parent)]
    ids = {_id_of(one) for one in there} if read else set()
    away = [one for one in read if _id_of(one) not in ids]
    if missing and not away:
        raise missing
    return tuple(sorted((*there, *away)))


def repeated() -> tuple[Problem, ...]:
    """Return a problem for each folder whose negotiation has the id of another."""
    folders = () if here().store else negotiations()
    ids = {one: _id_of(one) for one in folders} if len(folders) > 1 else {}
    often = Counter(one for one in ids.values() if one)
    return tuple(
        Problem(shown_path(folder / NEGOTIATION_FILE), 1, 1, say(told.id_taken(name)), say(told.CHANGE_AN_ID))
        for folder, name in ids.items()
        if often[name] > 1
    )


def _id_of(folder: Path) -> str:
    dataset = held(folder).dataset
    return dataset.negotiation.id if dataset else ""
