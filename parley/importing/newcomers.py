"""Parties and issues that the next edition of a table names and its kept mapping does not: taken with what is guessed of them, or left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple, TypeVar

from parley.handed_in import TableError
from parley.importing.mapping import IssueMeaning, Named, TableMapping
from parley.importing.naming import id_of, plain
from parley.importing.sums import left_out_of, sums_of
from parley.importing.whole import Workbook

_Named = TypeVar("_Named", Named, IssueMeaning)


class Newcomers(NamedTuple):
    """What is new, read as it would be the first time; what was left out before is among it, so that this can be taken back."""

    parties: tuple[Named, ...] = ()
    issues: tuple[IssueMeaning, ...] = ()

    def listed(self, mapping: TableMapping) -> Newcomers:
        """Return those that a sheet of parties or of issues lists, which by that says who they are."""
        lists = {one.lists for one in mapping.parts}
        return Newcomers(self.parties if "parties" in lists else (), self.issues if "issues" in lists else ())

    def __bool__(self) -> bool:
        """Return whether anything is new."""
        return bool(self.parties or self.issues)

    @property
    def names(self) -> frozenset[str]:
        """Return how they are called."""
        return frozenset([*(one.name for one in self.parties), *(one.name for one in self.issues)])

    def parted(self, mapping: TableMapping) -> tuple[Newcomers, Newcomers]:
        """Return those that a mapping has, and those that it neither has nor leaves out."""
        known, there = {one.id for one in mapping.parties}, {one.id for one in mapping.issues}
        left = self.without(mapping)
        return (
            Newcomers(tuple(one for one in self.parties if one.id in known), tuple(one for one in self.issues if one.id in there)),
            Newcomers(tuple(one for one in left.parties if one.id not in known), tuple(one for one in left.issues if one.id not in there)),
        )

    def without(self, mapping: TableMapping) -> Newcomers:
        """Return those that the mapping does not leave out."""
        return Newcomers(
            tuple(one for one in self.parties if not mapping.leaves_out("parties", one.cells)),
            tuple(one for one in self.issues if not mapping.leaves_out("issues", one.cells)),
        )


def newcomers(work: Workbook) -> Newcomers:
    """Return what a table names and the mapping by which it is read does not."""
    kept = work.mapping
    try:
        anew = work.with_all()
    except TableError:  # what cannot be read by the mapping is told where it is read
        return Newcomers()
    is_one_issue = kept.shape == "long" and all(one.holds != "issue" for one in kept.columns)
    return Newcomers(_new(anew.parties, kept.parties, "party"), () if is_one_issue else _new(anew.issues, kept.issues, "issue"))


def without_new_sums(work: Workbook, new: Newcomers) -> Workbook:
    """Return a table read so that what is new and only sums it up, or is a note beneath it, is left out."""
    shown = work.mapping.model_copy(update={"parties": new.parties, "issues": new.issues})
    sums = sums_of(shown, work.sheet)
    return work.with_mapping(left_out_of(work.mapping, *sums)) if any(sums) else work


def _new(found: Sequence[_Named], kept: Sequence[_Named], what: str) -> tuple[_Named, ...]:
    known = {plain(cell) for one in kept for cell in one.cells}
    taken = {one.id for one in kept}
    made: list[_Named] = []
    for one in found:
        if known.isdisjoint(map(plain, one.cells)):
            key = one.id if one.id not in taken else id_of(one.name, what, taken)
            taken.add(key)
            made.append(one.model_copy(update={"id": key}))
    return tuple(made)


def with_newcomers(mapping: TableMapping, new: Newcomers, unwanted: Collection[str] | None = None) -> TableMapping:
    """Return how a table is read with what is new in it, all but the unwanted, by id, which are left out from now on.

    Where nobody says what is unwanted, that is what was left out before.
    """
    wanted = new.without(mapping) if unwanted is None else new
    gone = frozenset(unwanted or ())
    parties = tuple(one for one in wanted.parties if one.id not in gone)
    issues = tuple(one for one in wanted.issues if one.id not in gone)
    more: dict[str, object] = {"parties": (*mapping.parties, *parties), "issues": (*mapping.issues, *issues)}
    if unwanted is not None:
        more["parties_left_out"] = _left_out(mapping.parties_left_out, new.parties, gone)
        more["issues_left_out"] = _left_out(mapping.issues_left_out, new.issues, gone)
    return mapping.model_copy(update=more)


def _left_out(before: Sequence[str], new: Sequence[Named] | Sequence[IssueMeaning], gone: Collection[str]) -> tuple[str, ...]:
    """Return the names left out: those of before that are not there this time, and what the table writes of those unwanted now."""
    there = {plain(cell) for one in new for cell in one.cells}
    now = (cell for one in new if one.id in gone for cell in one.cells)
    return tuple(dict.fromkeys([*(one for one in before if plain(one) not in there), *now]))
