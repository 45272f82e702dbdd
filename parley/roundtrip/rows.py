"""The records of a negotiation as the rows of a workbook: what each cell holds, and by which few letters it is known that somebody changed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from parley.editing.edits import Kind, known_as
from parley.editing.opening import Opened, Record, records_in
from parley.roundtrip.columns import NUMBER, OWNERS, SHEETS, STEPS, Column, columns_of, known_in, written
from parley.strict_yaml import Text

LONGEST = 32_767  # letters in a cell of Excel


@dataclass(frozen=True)
class Row:
    """A record as a row: its id, what it stands in, and its cells by the heads of their columns."""

    kind: Kind
    id: str
    within: str
    record: Record
    cells: Mapping[str, str]


def rows_of(talks: Opened, kind: Kind) -> Iterator[Row]:
    """Yield the records of a kind in the order of the files."""
    match kind:
        case "statement":
            yield from _statements(talks)
        case "source":
            for key in sorted(talks.source_files):
                record = talks.record("source", key)
                assert record is not None
                yield _row(talks, kind, key, record)
        case _ if kind in OWNERS:
            for one in talks.siblings(OWNERS[kind]):
                yield from _listed(talks, kind, str(one.get("id")))
        case _:
            yield from _listed(talks, kind)


def _listed(talks: Opened, kind: Kind, within: str = "") -> Iterator[Row]:
    """Yield the records of a list; of several that are known by the same, the second and each after it with its number behind."""
    met: Counter[str] = Counter()
    for number, record in enumerate(talks.siblings(kind, within), 1):
        key = known_as(kind, record)
        met[key] += 1
        yield _row(talks, kind, key if met[key] == 1 else f"{key} ({met[key]})", record, within, number)


def _statements(talks: Opened) -> Iterator[Row]:
    """Yield the statements file by file, each with its party though its file names it, under its own id or the one that is made for it."""
    names: dict[tuple[Path, int], str] = {}
    for name, stands in talks.statements.items():
        names.setdefault(stands, name)
    for path in sorted(talks.party_files):
        party = talks.value(path).get("party")
        for place, record in enumerate(records_in(talks.value(path), "statements")):
            own = record.get("id")
            key = own if isinstance(own, str) else names.get((path, place))
            if key is not None:
                whose: Record = {} if party is None or "party" in record or "parties" in record else {"party": party}
                yield _row(talks, "statement", key, {**whose, **record})


def _row(talks: Opened, kind: Kind, key: str, record: Record, within: str = "", number: int = 0) -> Row:
    cells = {column.head: seen(_cell(talks, column, record)) for column in columns_of(kind)}
    if kind in OWNERS:
        cells[OWNERS[kind]] = within
    if kind == "step":
        cells[NUMBER] = str(number)
    return Row(kind, key, within, record, {**cells, known_in(kind): key})


def _cell(talks: Opened, column: Column, record: Record) -> str:
    cell = written(value_at(record, column.way), column.form)
    if column.head in STEPS:
        return step_names(talks, written(value_at(record, tuple(STEPS[column.head].split())), "text")).get(cell, cell)
    return cell


def value_at(record: Mapping[str, Text], way: Sequence[str]) -> Text | None:
    """Return what stands at a place in a record; None where nothing does."""
    found: Text | None = dict(record)
    for step in way:
        found = found.get(step) if isinstance(found, dict) else None
    return found if way else None


def step_names(talks: Opened, issue: str) -> Mapping[str, str]:
    """Return the names of the steps of an issue by their ids, as cells show them; none where it has no steps."""
    return {str(one.get("id")): str(one.get("name")) for one in talks.siblings("step", issue)}


def seen(text: str) -> str:
    """Return a text as it comes back from a cell: with single blanks, and as long as a cell may be."""
    return " ".join(text.split())[:LONGEST]


def mark_of(cell: str) -> str:
    """Return few letters by which it is known whether a cell was changed."""
    return sha256(cell.encode()).hexdigest()[:8] if cell else "-"


def all_rows(talks: Opened) -> Mapping[Kind, Sequence[Row]]:
    """Return the rows of each sheet."""
    return {kind: tuple(rows_of(talks, kind)) for kind in SHEETS}
