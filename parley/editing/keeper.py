"""The repository that keeps the saves of a negotiation: the one in which its folder lies and is not ignored, else one made for it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from parley.errors import ParleyError, named
from parley.journal import ROOM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dulwich.objects import Commit, ObjectID, Tree
    from dulwich.repo import Repo

OWN = "history.git"
_SEEDS = "seeds"
NOBODY = "unknown"  # who saved, where nobody can tell
_FILE = 0o100644
# What lies in a repository while somebody is in the middle of something there.
_UNDER_WAY = {"MERGE_HEAD": "merge", "CHERRY_PICK_HEAD": "cherry-pick", "REVERT_HEAD": "revert", "rebase-merge": "rebase", "rebase-apply": "rebase"}


class UnrecordedError(ParleyError):
    """A save that is in the files and not in the history."""

    @classmethod
    def under_way(cls, folder: str, what: str) -> UnrecordedError:
        """Say that somebody is in the middle of something in the repository."""
        return cls(f"A {what} is under way in {named(folder)}, so the save was not added to its history. The next one will be, with this one in it.")

    @classmethod
    def unopened(cls, folder: str, why: str) -> UnrecordedError:
        """Say that the repository around a folder cannot be opened, and why."""
        return cls(
            f"The repository in which {named(folder)} lies cannot be opened, so its history cannot be read or added to: {why.removesuffix('.')}."
        )

    @classmethod
    def locked(cls, lock: str) -> UnrecordedError:
        """Say that another program works in the repository, or was ended while it did."""
        return cls(f"Another program works in the history, so the save was not added to it. If none does, delete {named(lock)}. The files hold it.")

    @classmethod
    def refused(cls, folder: str, why: str) -> UnrecordedError:
        """Say that the repository took nothing, and why."""
        return cls(f"The save could not be added to the history in {named(folder)}: {why.removesuffix('.')}. The files hold it.")


@dataclass(frozen=True)
class Keeper:
    """A repository, and how the files of one negotiation are called in it."""

    repo: Repo
    folder: Path
    seeds: Path
    is_own: bool

    def name_of(self, path: Path) -> bytes:
        """Return how a file is called in the repository."""
        real = path.parent.resolve() / path.name
        if self.is_own:
            folder, seeds = self.folder.resolve(), self.seeds.resolve()
            held = f"{_SEEDS}/{real.relative_to(seeds).as_posix()}" if real.is_relative_to(seeds) else real.relative_to(folder).as_posix()
        else:
            held = real.relative_to(Path(self.repo.path).resolve()).as_posix()
        return held.encode()

    @property
    def places(self) -> Mapping[bytes, Path]:
        """Return the folders of the negotiation by the names that they have in the repository; "" for all of it."""
        if self.is_own:
            return {b"": self.folder, _SEEDS.encode(): self.seeds}
        root = Path(self.repo.path).resolve()
        return {self._inside(root, one): one for one in (self.folder, self.seeds) if one.resolve().is_relative_to(root)}

    @staticmethod
    def _inside(root: Path, folder: Path) -> bytes:
        held = folder.resolve().relative_to(root).as_posix()
        return b"" if held == "." else held.encode()

    def path_of(self, name: bytes) -> Path | None:
        """Return the file that has a name in the repository; None for one of no concern here."""
        for place, folder in sorted(self.places.items(), key=lambda one: -len(one[0])):
            inside = name if not place else name[len(place) + 1 :] if name.startswith(place + b"/") else None
            if inside is not None:
                return folder / inside.decode("utf-8", errors="replace")
        return None

    @property
    def head(self) -> ObjectID | None:
        """Return the last commit; None where there is none yet."""
        try:
            return self.repo.head()
        except KeyError:
            return None

    def commit_of(self, version: ObjectID) -> Commit:
        """Return a commit; raise `KeyError` where there is none."""
        from dulwich.objects import Commit

        found = self.repo[version]
        if not isinstance(found, Commit):
            raise KeyError(version)
        return found

    def content(self, version: ObjectID, name: bytes) -> bytes | None:
        """Return what a file held in a version; None where there was none."""
        from dulwich.object_store import tree_lookup_path
        from dulwich.objects import Blob

        try:
            _, sha = tree_lookup_path(self.repo.object_store.__getitem__, self.commit_of(version).tree, name)
        except (KeyError, NotADirectoryError):
            return None
        found = self.repo[sha]
        return self._out(found, name) if isinstance(found, Blob) else None

    def names(self, version: ObjectID) -> Iterable[bytes]:
        """Return the names of all files of a version that may be the negotiation's."""
        from dulwich.object_store import iter_tree_contents

        places = [place for place in self.places if place] if b"" not in self.places else []
        for entry in iter_tree_contents(self.repo.object_store, self.commit_of(version).tree):
            if entry.path and (not places or any(entry.path.startswith(place + b"/") for place in places)):
                yield entry.path

    def add(self, files: Mapping[Path, bytes | None], who: str, when: datetime, message: str) -> str | None:
        """Add a commit of some files as they are to be, None for one that is gone; return its id, or None where nothing differs.

        Whatever else is staged or changed stays as it is. Raise `UnrecordedError` where the repository takes none.
        """
        from dulwich.file import FileLocked

        left: set[Path] = set()
        while True:
            try:
                return self._add(files, who, when, message)
            except UnrecordedError:
                raise
            except FileLocked as error:
                lock = Path(os.fsdecode(error.lockfilename))
                # One save at a time comes here, so it is what a killed process left; what else works in somebody's own repository locks no objects.
                if lock in left or not (self.is_own or lock.is_relative_to(Path(self.repo.controldir()) / "objects")):
                    raise UnrecordedError.locked(str(lock)) from error
                left.add(lock)
                lock.unlink(missing_ok=True)
            except Exception as error:  # whatever is wrong with a repository, the files are saved, and their writer is told in words
                raise UnrecordedError.refused(str(self.repo.path), str(error) or type(error).__name__) from error

    def _add(self, files: Mapping[Path, bytes | None], who: str, when: datetime, message: str) -> str | None:
        from dulwich.object_store import commit_tree_changes
        from dulwich.objects import Blob, Commit, Tree

        self._refuse_amid_something()
        head = self.head
        changes: list[tuple[bytes, int | None, ObjectID | None]] = []
        for path, data in files.items():
            name = self.name_of(path)
            if (self.content(head, name) if head else None) == data:
                continue
            blob = None if data is None else self._in(Blob.from_string(data), name)
            if blob:
                self.repo.object_store.add_object(blob)
            changes.append((name, _FILE if blob else None, blob.id if blob else None))
        if not changes:
            return None
        tree: ObjectID | Tree = self.commit_of(head).tree if head else Tree()
        made = Commit()
        made.tree = commit_tree_changes(self.repo.object_store, tree, changes)
        made.parents = [head] if head else []
        made.author = made.committer = _person(who)
        made.author_time = made.commit_time = int(when.timestamp())
        offset = when.astimezone().utcoffset()
        made.author_timezone = made.commit_timezone = int(offset.total_seconds()) if offset else 0
        made.encoding = b"UTF-8"
        made.message = message.encode() + b"\n"
        self.repo.object_store.add_object(made)
        self._advance(head, made.id)
        if not self.is_own:
            self._refresh_index(changes)
        return made.id.decode("ascii")

    def _advance(self, head: ObjectID | None, new: ObjectID) -> None:
        from dulwich.refs import HEADREF

        refs = self.repo.refs
        if not (refs.set_if_equals(HEADREF, head, new) if head else refs.add_if_new(HEADREF, new)):
            raise UnrecordedError.refused(str(self.repo.path), "somebody else has just added to it")

    def _refuse_amid_something(self) -> None:
        for name, what in _UNDER_WAY.items():
            if not self.is_own and (Path(self.repo.controldir()) / name).exists():
                raise UnrecordedError.under_way(str(self.repo.path), what)

    def _refresh_index(self, changes: Iterable[tuple[bytes, int | None, ObjectID | None]]) -> None:
        """Let the index know of the files of the save, and of no others."""
        from dulwich.index import index_entry_from_stat

        index = self.repo.open_index()
        for name, _, sha in changes:
            if sha is None:
                if name in index:
                    del index[name]
            else:
                index[name] = index_entry_from_stat((Path(self.repo.path) / name.decode()).stat(), sha, mode=_FILE)
        index.write()

    def _in(self, blob: Any, name: bytes) -> Any:
        return blob if self.is_own else self.repo.get_blob_normalizer().checkin_normalize(blob, name)

    def _out(self, blob: Any, name: bytes) -> bytes:
        found = blob if self.is_own else self.repo.get_blob_normalizer().checkout_normalize(blob, name)
        return cast("bytes", found.data)


@contextmanager
def keeper(folder: Path, seeds: Path, *, is_made: bool = False) -> Iterator[Keeper | None]:
    """Open the repository that keeps a negotiation; `is_made` makes one where there is none, else that is None."""
    from dulwich.repo import Repo

    try:
        repo = _around(folder, seeds)
    except Exception as error:  # a repository of a kind that the library does not know is somebody's own all the same
        raise UnrecordedError.unopened(str(folder), str(error) or type(error).__name__) from error
    if repo is not None:
        with closing(repo):
            yield Keeper(repo, folder, seeds, is_own=False)
        return
    own = folder / ROOM / OWN
    if not own.is_dir() and not is_made:
        yield None
        return
    if not own.is_dir():
        beside = own.with_name(f"making-{OWN}")
        shutil.rmtree(beside, ignore_errors=True)  # left by a process that was killed over it
        Repo.init_bare(str(beside), mkdir=True, default_branch=b"main").close()
        beside.rename(own)
    with closing(Repo(str(own))) as found:
        yield Keeper(found, folder, seeds, is_own=True)


def _around(folder: Path, seeds: Path) -> Repo | None:
    """Return the repository in which a folder and its records of documents lie; None where there is none, or where it ignores one of them."""
    from dulwich.errors import NotGitRepository
    from dulwich.ignore import IgnoreFilterManager
    from dulwich.repo import Repo

    try:
        repo = Repo.discover(str(folder.resolve()))
    except NotGitRepository:
        return None
    root = Path(repo.path).resolve()
    places = [one.resolve() for one in (folder, seeds) if one.exists()]
    if not repo.bare and all(one.is_relative_to(root) for one in places):
        ignored = IgnoreFilterManager.from_repo(repo)
        names = [f"{one.relative_to(root).as_posix()}/" for one in places if one != root]
        if not any(ignored.is_ignored(name) for name in names):
            return repo
    repo.close()
    return None


def _person(who: str) -> bytes:
    """Return a person as a commit names one; no address is made up."""
    name = " ".join("".join(one for one in who if one not in "<>").split()) or NOBODY
    return f"{name} <>".encode()
