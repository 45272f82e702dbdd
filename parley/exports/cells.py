"""What a table is, and how its cells are filled: from values by the keys of its columns, an id and beside it its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from parley.analysis.bounds import keys_of, move_places, moved_by, rung_keys_of, rungs_at
from parley.analysis.gaps import DEFINITE, Gap, Status
from parley.analysis.leading import table_gap
from parley.analysis.moves import Move
from parley.analysis.outcomes import Distance, Span
from parley.exports.column_list import COLUMNS
from parley.exports.columns import Column, Columns, position_key
from parley.model import Issue, Party
from parley.numbers import plain
from parley.scales import Axis
from parley.telling.briefing import Briefing
from parley.telling.gap import possible_statuses, status_label
from parley.telling.moves import cause_name, place_now, place_then, turn_name
from parley.telling.said import Said, begun
from parley.telling.tables import table_holds, table_title
from parley.telling.terms import part_name
from parley.words import say

# A number without a finite decimal is text ("1/3"). What is not known is None; a list is never None, but may hold nothing.
Cell = str | int | Decimal | date | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]
Cells = dict[str, Cell]  # by the keys of the columns; what is left out, and a text without words, is not known
Number = int | Decimal | str
WritingNumbers = Callable[[Fraction], Number]


@dataclass(frozen=True)
class Table:
    """A table: its name, title, columns and rows, each as long as there are columns; `about` says in a sentence what it holds."""

    name: str
    title: str
    columns: Columns
    rows: tuple[Row, ...]
    about: str = ""

    @property
    def by_key(self) -> list[Cells]:
        """Return the rows by the keys of the columns."""
        keys = [one.key for one in self.columns]
        return [dict(zip(keys, row, strict=True)) for row in self.rows]

    @property
    def for_readers(self) -> Table:
        """Return the table without the columns that only programs need, beside which the words stand, and with each list as one text."""
        kept = [(number, column) for number, column in enumerate(self.columns) if not column.for_programs]
        columns = tuple(replace(column, type="text") if column.type == "list" else column for _, column in kept)
        return replace(self, columns=columns, rows=tuple(tuple(_as_text(row[number], column) for number, column in kept) for row in self.rows))


def _as_text(cell: Cell, column: Column) -> Cell:
    return (column.joint.join(cell) or None) if isinstance(cell, tuple) else cell


def table_of(name: str, briefing: Briefing, rows: Iterable[Cells], about: Said | None = None) -> Table:
    """Return a table of a briefing; `about` says what it holds where that is not the same as ever.

    Raises KeyError for a cell that belongs in no column of it.
    """
    columns = tuple(each for column in COLUMNS[name] for each in _as_there(column, briefing))
    return Table(name, say(table_title(name)), columns, tuple(_row(cells, columns) for cells in rows), say(about or table_holds(name)))


def _as_there(column: Column, briefing: Briefing) -> Columns:
    """Return a column as the briefing has it: once for each party, or not at all in the edition that holds nothing internal."""
    if column.per_party:
        return tuple(replace(column, key=position_key(one.id), title=one.name) for one in briefing.parties)
    return () if column.in_full_edition and briefing.is_shareable else (column,)


def _row(cells: Cells, columns: Columns) -> Row:
    unknown = sorted(cells.keys() - {one.key for one in columns})
    if unknown:
        raise KeyError(f"No column holds {', '.join(unknown)}.")
    return tuple(_cell(cells.get(column.key), column) for column in columns)


def _cell(cell: Cell, column: Column) -> Cell:
    if cell is None or cell == "":
        return () if column.type == "list" else None
    return cell


def issue_cells(issue: Issue, number: int | None = None) -> Cells:
    """Return an issue by its id and name, and by its number on the agenda where one is given."""
    return {**({} if number is None else {"issue_number": number}), "issue_id": issue.id, "issue_name": issue.name}


def party_cells(party: Party, role: str = "") -> Cells:
    """Return a party by its id and name; `role` tells the two of a pair apart ("_a", "_b")."""
    return {f"party{role}_id": party.id, f"party{role}_name": party.name}


def status_cells(status: Status) -> Cells:
    """Return a status and its word."""
    return {"status": status.value, "status_words": say(status_label(status))}


def status_ids(possible: frozenset[Status]) -> tuple[str, ...]:
    """Return statuses that are possible, in their order; none where a party has said nothing."""
    return tuple(one.value for one in DEFINITE if one in possible)


def possible_cells(gap: Gap) -> Cells:
    """Return the statuses still possible, and, where there are several, in words."""
    return {"possible": status_ids(gap.possible), "possible_words": say(begun(possible_statuses(gap))) if gap.status is Status.UNKNOWN else None}


def number_cell(value: Fraction) -> Number:
    """Return the exact number as a table holds it: a whole one as such, a finite decimal, else text."""
    text = plain(value)
    return value.numerator if value.denominator == 1 else text if "/" in text else Decimal(text)


def number_or_text(value: Fraction) -> Number:
    """Return a whole number as such, and any other as text that loses nothing wherever JSON is read: "2.5", "1/3"."""
    return value.numerator if value.denominator == 1 else plain(value)


def bound_cells(name: str, between: Distance | Span | None, number: WritingNumbers = number_cell) -> Cells:
    """Return both bounds, exact, as `number` writes them; None where there are none."""
    ends = (number(between.low), number(between.high)) if between else (None, None)
    return dict(zip(keys_of(name), ends, strict=True))


def distance_cells(name: str, gap: Gap, number: WritingNumbers = number_cell) -> Cells:
    """Return both bounds of the distance that leads; None where nobody asks, or one is silent."""
    lead = table_gap(gap)
    return bound_cells(name, lead.apart if lead else None, number)


def place_cells(name: str, span: Span | None, axis: Axis, number: WritingNumbers = number_cell) -> Cells:
    """Return both bounds of a place, and on a ladder the rungs there."""
    return {**bound_cells(name, span, number), **dict(zip(rung_keys_of(name), rungs_at(span, axis), strict=True))}


def move_cells(move: Move, number: WritingNumbers = number_cell) -> Cells:
    """Return how a part of a position changed: whose, why, which way, how far, and where it stood before and after."""
    axis, by, (before, after) = move.became.axis, moved_by(move), move_places(move)
    return {
        **party_cells(move.party),
        "part": move.part,
        "part_words": say(part_name(move.part)),
        "cause": move.cause.value,
        "cause_words": say(cause_name(move.cause)),
        "turn": move.turn.value,
        "turn_words": say(turn_name(move.turn)),
        **bound_cells("by", by, number),
        "unit": axis.gap_unit if by else None,
        **place_cells("before", before, axis, number),
        "before_words": say(place_then(move)),
        **place_cells("after", after, axis, number),
        "after_words": say(place_now(move)),
        "is_movement": move.is_movement,
    }
