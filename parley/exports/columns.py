"""What a column of a table is: its key, its title, what its cells hold, and which ids can occur in it; and the kinds of columns there are.

Keys follow one rule, here and in `parley.frames`. `_id` ends the id of a record of the files (`issue_id`), beside which its name stands
(`issue_name`). An id of a fixed list is called by one word (`status`), beside which a reader finds `status_words`; whatever else is worded for a
reader ends so, too, and what the files hold is called as there. A plural is a list of ids (`statements`), a count ends in `_count`, a flag begins
with `is_` or ends in `_holds`, and both bounds of a distance or place end in `_low` and `_high`, on a ladder in rungs from 0, whose ids end in
`_low_rung_id` and `_high_rung_id`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, get_args

from parley.analysis.bounds import keys_of, rung_keys_of
from parley.analysis.gaps import Status

Type = Literal["text", "number", "whole", "date", "flag", "list"]
Thing = Literal["negotiation", "agenda", "issue", "party", "bloc", "speaker", "statement", "source", "rung"]
Edition = Literal["full", "internal", "shareable"]
Counted = Literal["statements", "placed", "counting", "documents", "issues", "status"]
SENTENCES = "\n"  # between the sentences of a cell, where a reader sees them


@dataclass(frozen=True)
class Column:
    """One column: its key for programs, its title for readers, and what its cells hold.

    `thing` says of what its ids are the ids, `allowed` which ids can occur where they are those of a fixed list; in a list both are said of each
    entry. `may_lack` says that a cell may be empty. What is `for_programs` stands in no sheet, where the words beside it do. A column
    `per_party` is there once for each party shown, its id after the key; one `in_full_edition` is left out of the shareable edition. Where a
    reader sees a list, `joint` stands between its entries.
    """

    key: str
    title: str
    type: Type = "text"
    thing: Thing | None = None
    allowed: tuple[str, ...] = ()
    may_lack: bool = False
    for_programs: bool = False
    per_party: bool = False
    in_full_edition: bool = False
    joint: str = ", "


Columns = tuple[Column, ...]


def position_key(party_id: str) -> str:
    """Return the key of the matrix's column that holds a party's positions: "position_us"."""
    return f"position_{party_id}"


def named(thing: Thing, title: str, role: str = "", *, in_sheets: bool = False, may_lack: bool = False) -> Columns:
    """Return the id of a record and its name; `role` tells two of a kind apart."""
    key = f"{thing}{role}"
    return (
        Column(f"{key}_id", f"{title} id", thing=thing, may_lack=may_lack, for_programs=not in_sheets),
        Column(f"{key}_name", title, may_lack=may_lack),
    )


def worded(key: str, title: str, allowed: Iterable[str], *, may_lack: bool = False) -> Columns:
    """Return the id of a fixed list and its words."""
    return chosen(key, f"{title}, as an id", allowed, may_lack=may_lack), Column(f"{key}_words", title, may_lack=may_lack)


def chosen(key: str, title: str, allowed: Iterable[str], *, may_lack: bool = False, for_programs: bool = True) -> Column:
    """Return an id of a fixed list without words beside it."""
    return Column(key, title, allowed=tuple(allowed), may_lack=may_lack, for_programs=for_programs)


def ids_of(key: str, title: str, thing: Thing, *, in_sheets: bool = False) -> Column:
    """Return a list of ids."""
    return Column(key, title, "list", thing=thing, for_programs=not in_sheets)


def bounds(name: str, title: str, *, in_sheets: bool = False) -> Columns:
    """Return both bounds of a distance."""
    keys = zip(keys_of(name), ("at least", "at most"), strict=True)
    return tuple(Column(key, f"{title}, {end}", "number", may_lack=True, for_programs=not in_sheets) for key, end in keys)


def placed(name: str, title: str) -> Columns:
    """Return both bounds of a place on the scale, and the rungs there."""
    ends = zip(rung_keys_of(name), ("at least", "at most"), strict=True)
    return *bounds(name, title), *(Column(key, f"{title}, step {end}", thing="rung", may_lack=True, for_programs=True) for key, end in ends)


def recomputed(key: str, title: str, *, may_lack: bool = False) -> Columns:
    """Return what a status becomes on less evidence, whether it holds, the distance that leads then, and by which statements."""
    return (
        chosen(key, f"{title}, the status as an id", (one.value for one in Status if one is not Status.SAME_WAY), may_lack=may_lack),
        Column(f"{key}_holds", f"{title}, whether the status holds", "flag", may_lack=may_lack, for_programs=True),
        *bounds(key, f"{title}, distance that leads"),
        ids_of(f"{key}_statements", f"{title}, statement ids", "statement"),
        Column(f"{key}_words", title),
    )


def choices_of(choices: Any) -> tuple[str, ...]:
    """Return the ids of a fixed list, be it an enumeration or a choice of texts."""
    if isinstance(choices, type) and issubclass(choices, Enum):
        return tuple(str(one.value) for one in choices)
    return get_args(choices)
