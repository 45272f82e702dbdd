"""Which files of a negotiation each commit of a repository changed, however much else the repository holds: only folders that differ are compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parley.editing.keeper import Keeper

if TYPE_CHECKING:
    from dulwich.objects import Commit, ObjectID


def commits(kept: Keeper) -> Iterator[tuple[Commit, frozenset[bytes]]]:
    """Yield the commits that changed a file in the folders of the negotiation, the newest first, each with the names of those files.

    A merge changed what differs from all that it merged.
    """
    head = kept.head
    if head is None:
        return
    places = [b""] if b"" in kept.places else list(kept.places)
    folders: dict[ObjectID, dict[bytes, ObjectID | None]] = {}

    def held(tree: ObjectID) -> dict[bytes, ObjectID | None]:
        if tree not in folders:
            folders[tree] = {place: _folder(kept, tree, place) for place in places}
        return folders[tree]

    for entry in kept.repo.get_walker(include=[head]):
        commit = entry.commit
        now, before = held(commit.tree), [held(kept.commit_of(one).tree) for one in commit.parents if one in kept.repo.object_store]
        names = {name for place in places for name in _changed(kept, place, now[place], [one[place] for one in before])}
        if names:
            yield commit, frozenset(names)


def _folder(kept: Keeper, tree: ObjectID, place: bytes) -> ObjectID | None:
    """Return the id of what a folder holds in a tree; None where there is no such folder."""
    from dulwich.object_store import tree_lookup_path
    from dulwich.objects import Tree

    if not place:
        return tree
    try:
        _, found = tree_lookup_path(kept.repo.object_store.__getitem__, tree, place)
    except (KeyError, NotADirectoryError):
        return None
    return found if isinstance(kept.repo[found], Tree) else None


def _changed(kept: Keeper, place: bytes, now: ObjectID | None, before: list[ObjectID | None]) -> set[bytes]:
    from dulwich.diff_tree import tree_changes

    if now in before:
        return set()
    found = []
    for one in before or [None]:
        sides = ((change.new or change.old) for change in tree_changes(kept.repo.object_store, one, now))
        found.append({side.path for side in sides if side is not None and side.path is not None})
    return {b"/".join(filter(None, (place, name))) for name in set.intersection(*found)}
