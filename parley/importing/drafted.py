"""What comes of a table: statements as entries of a file, what could not be taken and why, and what belongs to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from parley.importing.mapping import TableMapping
from parley.model import DirectionWord

Entry = dict[str, Any]


class BadCell(NamedTuple):
    """A cell, or a row where `column` is empty, that cannot be taken: its 1-based row, the column's head, the value, the reason and a remedy.

    `sheet` is named where the table has several.
    """

    row: int
    column: str
    value: str
    why: str
    mend: str = ""
    sheet: str = ""


class Spot(NamedTuple):
    """Where in the table something stands: its sheet, where there are several, its 1-based row and the head of its column."""

    sheet: str
    row: int
    column: str


class Rating(NamedTuple):
    """How much an issue matters to a party, or how much the party can do about it, as the table has it."""

    issue: str
    party: str
    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class Joined:
    """What sheets list beside the statements, as far as it is not in the mapping; cells are keys without case and accents."""

    sheets: Mapping[str, str] = field(default_factory=dict)  # by what is listed: the name of the sheet
    sources: Mapping[str, Entry] = field(default_factory=dict)  # by every cell that stands for a document: its record
    parties_of: Mapping[str, Sequence[str]] = field(default_factory=dict)  # by the id of a statement: the cells of those who say it
    sources_of: Mapping[str, str] = field(default_factory=dict)
    events: tuple[Entry, ...] = ()
    bad: tuple[BadCell, ...] = ()


NOTHING_JOINED = Joined()


@dataclass(frozen=True)
class Known:
    """What a folder calls already: its documents by title, and the speakers of each party by name."""

    sources: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


NOTHING_KNOWN = Known()


@dataclass(frozen=True)
class Drafted:
    """What a table says: entries in the order of its rows, what could not be taken, how many cells say nothing, and names without a scale."""

    mapping: TableMapping
    entries: tuple[Entry, ...]
    bad: tuple[BadCell, ...]
    empty: int
    speakers: Mapping[str, Mapping[str, str]]  # by party: the id of each by name
    sources: Mapping[str, Entry]  # the record of each document by its id
    events: tuple[Entry, ...] = ()
    salience: tuple[Rating, ...] = ()
    power: tuple[Rating, ...] = ()
    own_ids: frozenset[str] = frozenset()  # of the entries to which the table itself gives an id
    spots: tuple[Spot, ...] = ()  # where each entry stands
    wants: Mapping[tuple[str, str], DirectionWord] = field(default_factory=dict)  # by issue and party, where the table says it
