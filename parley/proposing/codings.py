"""A second reading kept in `double-coding.csv`: what both made of each unit before they settled it, and later what it was settled as."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from parley.agreement import CODING_FILE, COLUMNS, place_written, read_units
from parley.dataset import Dataset
from parley.files import content_of
from parley.journal import locked
from parley.model import Entry, Source
from parley.proposing.inbox import Inbox
from parley.proposing.second import Pair
from parley.writing import write_whole

_SECOND = ("source", "line", "party", "issue", "kind_second", "place_second")  # by which a unit of a second reader is known again
_LAST = re.compile(r'(?:"")?(?=\r?\n?$)')  # the last field of a row where nothing stands in it
Row = dict[str, str]


@dataclass(frozen=True)
class Kept:
    """How many units of a second reading are in the file now, how many of them are new there, and of how many it is new what they were settled as."""

    units: int
    added: int
    settled: int


def rows_of(pairs: Sequence[Pair], source: Source, inbox: Inbox, dataset: Dataset) -> Iterator[Row]:
    """Yield a row for each unit of a party and an issue that the negotiation has."""
    negotiation = dataset.negotiation
    for one in pairs:
        if one.party not in negotiation.party_by_id or one.issue not in dataset.axes:
            continue
        second = one.second.proposal.statement if one.second else None
        direction = negotiation.issue_by_id[one.issue].directions.get(one.party)

        def coded(entry: Entry | None, key: str = one.issue, direction: str | None = direction) -> tuple[str, str]:
            return (entry.kind, place_written(entry.place, dataset.axes[key], direction)) if entry else ("", "")

        kinds, places = zip(coded(one.first), coded(second), strict=True)
        unit = (source.id, str(one.line or ""), one.party, one.issue, *kinds, *places, _settled_as(one, inbox))
        yield dict(zip(COLUMNS, unit, strict=True))


def _settled_as(one: Pair, inbox: Inbox) -> str:
    """Return the id of the statement that stands for a unit; empty where it is open, or where none does."""
    settled = inbox.settled.get(one.second.key) if one.second else None
    if settled is not None and settled.statement:
        return settled.statement
    is_open = one.met == "differs" and settled is None
    return one.first.id if one.first and not is_open else ""


def keep(folder: Path, rows: Sequence[Row], dataset: Dataset) -> Kept:
    """Put the units of a second reading into the file of double codings; raise `BadFilesError` where that cannot be read.

    What stands there stays as it is, line by line: it is what both made of a unit before they settled it. Of a document that is there already, only
    what is new of the second reader is added, and what a unit was settled as is filled in where nothing is said of it.
    """
    path = folder / CODING_FILE
    with locked((folder,)):
        is_there = path.exists()
        mark = "\ufeff" if is_there and path.read_bytes().startswith(b"\xef\xbb\xbf") else ""
        before = content_of(path) if is_there else _lines([dict(zip(COLUMNS, COLUMNS, strict=True))])
        lines = before.splitlines(keepends=True)
        held = [*_held(path, before, dataset)] if is_there else []
        there = {row["source"] for row, _ in held}
        known = {_second_of(row) for row, _ in held}
        new = [row for row in rows if row["source"] not in there or (row["kind_second"] and _second_of(row) not in known)]
        now = {_second_of(row): row["settled_as"] for row in rows if row["kind_second"] and row["settled_as"]}
        filled = [(number, now[_second_of(row)]) for row, number in held if not row["settled_as"] and _second_of(row) in now]
        for number, key in filled:
            lines[number - 1] = _LAST.sub(key, lines[number - 1], count=1)
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        if new or filled:
            write_whole(path, "".join([mark, *lines, _lines(new)]).encode())
    sources = {row["source"] for row in rows}
    return Kept(sum(row["source"] in sources for row in (*(row for row, _ in held), *new)), len(new), len(filled))


def _held(path: Path, content: str, dataset: Dataset) -> Iterator[tuple[Row, int]]:
    """Yield the rows of a file that is sound, each with the number of the line on which it ends."""
    read_units(path, dataset.negotiation)
    reader = csv.reader(io.StringIO(content))
    next(reader)
    yield from ((dict(zip(COLUMNS, row, strict=True)), reader.line_num) for row in reader)


def _second_of(row: Row) -> tuple[str, ...]:
    return tuple(row[key] for key in _SECOND)


def _lines(rows: Sequence[Row]) -> str:
    made = io.StringIO(newline="")
    csv.DictWriter(made, COLUMNS, lineterminator="\n").writerows(rows)
    return made.getvalue()
