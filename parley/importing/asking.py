"""What is asked of whoever brings a table in: which names are one, what a row without a kind is, and what becomes of a sign beside a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Literal

from parley.importing.guessing import cells_on
from parley.importing.heads import by_place
from parley.importing.mapping import IssueMeaning, Named, TableMapping
from parley.importing.naming import alike
from parley.importing.sheets import Sheet
from parley.importing.values import is_nothing, number_beside

What = Literal["parties", "issues"]


def perhaps_one(mapping: TableMapping, what: What = "parties", among: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Return pairs of names that may be one, as long as nobody has said that they are two; `among` has one of each in it, where given."""
    apart = {frozenset(pair) for pair in mapping.apart}
    pairs = alike([one.name for one in _of(mapping, what)])
    return [pair for pair in pairs if frozenset(pair) not in apart and (among is None or not set(pair).isdisjoint(among))]


def as_one(mapping: TableMapping, name: str, other: str, what: What = "parties") -> TableMapping:
    """Return how a table is read where two names are one, which keeps the first; what the table writes of either is read as that."""
    by_name = {one.name: one for one in _of(mapping, what)}
    if not {name, other} <= by_name.keys():
        return mapping  # one of the two has become part of a third
    cells = tuple(dict.fromkeys((*by_name[name].cells, *by_name[other].cells)))
    joined = by_name[name].model_copy(update={"cells": cells})
    return mapping.model_copy(update={what: tuple(joined if one.name == name else one for one in _of(mapping, what) if one.name != other)})


def _of(mapping: TableMapping, what: What) -> tuple[Named, ...] | tuple[IssueMeaning, ...]:
    return mapping.parties if what == "parties" else mapping.issues


def as_two(mapping: TableMapping, name: str, other: str) -> TableMapping:
    """Return how a table is read where two names are surely two."""
    return mapping.model_copy(update={"apart": (*mapping.apart, (name, other))})


def blank_kinds(sheet: Sheet, mapping: TableMapping) -> tuple[str, tuple[int, ...]]:
    """Return the head of the column of kinds, and the rows with a position in which it says nothing; none where there is no such column."""
    if mapping.shape != "long":
        return "", ()
    columns = {one.holds: (number, one.head) for number, one in enumerate(by_place(sheet.heads(mapping.head_row), mapping.columns)) if one}
    if not {"kind", "place"} <= columns.keys():
        return "", ()
    (kind, head), (place, _) = columns["kind"], columns["place"]
    rows = enumerate(sheet.rows[mapping.head_row :], mapping.head_row + 1)
    return head, tuple(sheet.number(number) for number, row in rows if not row[kind] and not is_nothing(row[place]))


def signs_beside(sheet: Sheet, mapping: TableMapping) -> Counter[str]:
    """Return the signs that stand beside numbers on the issues that are measured in numbers, and in how many cells each does."""
    on = (cell for one in mapping.issues if one.quantity is not None for cell in cells_on(one, sheet, mapping))
    return Counter(found.sign for cell in on if (found := number_beside(cell, ".")) is not None)
