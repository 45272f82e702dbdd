"""What a store keeps in which table, and how it is asked; the one module that speaks to the database, through Ibis."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from threading import RLock
from typing import Any
from urllib.parse import urlsplit

import ibis
import pyarrow as pa

from parley.indexing import Whose
from parley.searching import Term, spaced
from parley.stored.errors import StoreError

_TEXT, _NUMBER, _DAY, _TRUTH = pa.string(), pa.int32(), pa.date32(), pa.bool_()
# A load writes all rows of a negotiation under a number of its own and then the row that names that number, so that nobody ever sees half of one.
_DAYS = ("reported_first", "reported_last", "withdrawn_first", "withdrawn_last", "expires_first", "expires_last")
TABLES: Mapping[str, pa.Schema] = {
    "negotiations": pa.schema([
        ("number", _NUMBER), ("id", _TEXT), ("title", _TEXT), ("version", _TEXT), ("total", _NUMBER), ("record", _TEXT), ("more", _TEXT),
    ]),
    "sources": pa.schema([("number", _NUMBER), ("id", _TEXT), ("record", _TEXT)]),
    "words": pa.schema([("number", _NUMBER), ("place", _NUMBER), ("word", _TEXT), ("times", _NUMBER)]),
    "statements": pa.schema([
        ("number", _NUMBER), ("place", _NUMBER), ("id", _TEXT), ("party", _TEXT), ("issue", _TEXT), ("speaker", _TEXT), ("source", _TEXT),
        ("attribution", _TEXT), ("conveyance", _TEXT), ("day", _DAY), ("is_day", _TRUTH), *((one, _DAY) for one in _DAYS),
        ("ends", _TRUTH), ("supersedes", _TRUTH), ("words", _TEXT), ("record", _TEXT),
    ]),
}  # fmt: skip
# A database of rows finds a negotiation by these; one of columns needs none, because the rows of a negotiation lie together.
_INDEXES = {"negotiations": "id", "sources": "number", "words": "number", "statements": "number, issue"}
_COLUMNAR = ("duckdb",)
_LIGHT = ("place", "id", "party", "issue", "speaker", "source", "attribution", "conveyance", "day")
Table = Any  # Ibis' own types say nothing of which columns there are
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Head:
    """What is told of a negotiation without opening it; `number` is that under which its rows are kept."""

    number: int
    id: str
    title: str
    version: str
    count: int


@dataclass(frozen=True)
class Where:
    """Which statements are asked for; what is not given is not asked for."""

    ids: Collection[str] | None = None
    issues: Collection[str] | None = None
    parties: Collection[str] | None = None
    source: str | None = None
    day: date | None = None
    until: date | None = None
    between: tuple[date, date] | None = None
    ends: bool = False
    supersedes: bool = False


class Tables:
    """A database with the tables of a store; every question is one query, and one is asked at a time."""

    def __init__(self, url: str, *, writes: bool = False) -> None:
        self.url, self._writes = url, writes
        self._lock = RLock()
        self._connect()

    def _connect(self) -> None:
        url, writes, kind = self.url, self._writes, urlsplit(self.url).scheme
        try:
            self._asked = ibis.connect(url, **({"read_only": not writes} if kind in _COLUMNAR else {}))
            if kind in _COLUMNAR:
                self._asked.raw_sql("SET memory_limit = '256MB'; SET threads = 2; SET preserve_insertion_order = true")
            there = set(self._asked.list_tables())
            if writes:
                for name in TABLES.keys() - there:
                    self._create(name, with_index=kind not in _COLUMNAR)
            elif not TABLES.keys() <= there:
                raise StoreError.empty(url)
            self._tables = {name: self._asked.table(name) for name in TABLES}
        except StoreError:
            raise
        except Exception as error:
            # Each database has errors of its own; whoever named it is told in its words.
            raise StoreError.not_opened(url, error) from error

    def _create(self, name: str, *, with_index: bool) -> None:
        self._asked.create_table(name, schema=ibis.schema(TABLES[name]))
        if with_index:
            self._asked.raw_sql(f"CREATE INDEX {name}_found ON {name} ({_INDEXES[name]})").close()

    def close(self) -> None:
        """Let the database go."""
        self._asked.disconnect()

    def renew(self) -> None:
        """Let the database go and take it up again: DuckDB keeps some memory for all that has been written since it was opened."""
        with self._lock:
            self.close()
            self._connect()

    def heads(self) -> list[Head]:
        """Return the negotiations, by id."""
        found = self._tables["negotiations"]
        return [Head(*row) for row in self._rows(found.order_by("id", "number").select("number", "id", "title", "version", "total"))]

    def opened(self, number: int) -> tuple[str, Mapping[str, Any]]:
        """Return the record of a negotiation, and what else is kept of it."""
        found = self._tables["negotiations"]
        ((record, more),) = self._rows(found.filter(found.number == number).select("record", "more"))
        return record, json.loads(more)

    def all_more(self) -> list[Mapping[str, Any]]:
        """Return what else is kept of every negotiation, by id."""
        return [json.loads(one) for (one,) in self._rows(self._tables["negotiations"].order_by("id", "number").select("more"))]

    def sources(self, number: int) -> list[str]:
        """Return the records of the documents of a negotiation, in their order by id."""
        return [one for (one,) in self._rows(self._of("sources", number).order_by("id").select("record"))]

    def words(self, number: int) -> list[tuple[str, int]]:
        """Return the words of a negotiation, each with how often it stands, in the order in which they were met."""
        return [(word, times) for word, times in self._rows(self._of("words", number).order_by("place").select("word", "times"))]

    def statements(self, number: int, where: Where) -> list[tuple[int, str, str]]:
        """Return the statements asked for, each by its place among all, its id and its record."""
        found = self._of("statements", number)
        for condition in _conditions(found, where):
            found = found.filter(condition)
        return [(place, key, record) for place, key, record in self._rows(found.order_by("place").select("place", "id", "record"))]

    def days_by_id(self, number: int) -> dict[str, date]:
        """Return the day of each statement by its id."""
        return dict(self._rows(self._of("statements", number).select("id", "day")))

    def counted_by_day(self, number: int) -> dict[date, tuple[int, int]]:
        """Return how many statements were said on each day, and of how many it is only the last possible one."""
        found = self._of("statements", number)
        counted = found.group_by("day").aggregate(said=found.count(), sure=found.is_day.sum())
        return {day: (said, said - int(sure)) for day, said, sure in self._rows(counted.order_by("day"))}

    def holding(self, number: int, terms: Sequence[tuple[Term, Collection[Whose]]]) -> Rows:
        """Return what is needed to tell of the statements that hold every term, by their own words or because of what they are about."""
        found = self._of("statements", number)
        for term, whose in terms:
            found = found.filter(_any([*_holds(found.words, term), *_is_of(found, whose)]))
        return self._rows(found.order_by("place").select(*_LIGHT))

    def is_held(self, number: int, term: Term) -> bool:
        """Return whether the own words of any statement hold a term."""
        found = self._of("statements", number)
        return bool(self._rows(found.filter(_any(_holds(found.words, term))).select("place").limit(1)))

    def write(self, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows to a table."""
        data = pa.Table.from_pylist(list(rows), schema=TABLES[name])
        if data.num_rows:
            with self._lock:
                handed = ibis.memtable(data)
                self._asked.insert(name, handed)
                self._let_go(handed.get_name())

    def _let_go(self, handed: str) -> None:
        """Have the database keep no longer what was handed to it to be added; Ibis would let it until the program ends."""
        if urlsplit(self.url).scheme in _COLUMNAR:
            self._asked.con.unregister(handed)
        else:
            self.run(f'DROP TABLE IF EXISTS "{handed}"')

    def run(self, command: str) -> None:
        """Have the database do something that is written in its own language."""
        with self._lock:
            self._close(self._asked.raw_sql(command))

    def free_number(self) -> int:
        """Return a number under which nothing is kept, not even what a load that was broken off has left."""
        with self._lock:
            found = [self._tables[name].number.max().to_pyarrow().as_py() for name in TABLES]
        return max(one or 0 for one in found) + 1

    def forget(self, number: int) -> None:
        """Have nobody find a negotiation any more; its rows stay for whoever has it open, until the next load sweeps."""
        self.run(f"DELETE FROM negotiations WHERE number = {int(number)}")

    def left(self) -> list[int]:
        """Return the numbers under which rows are kept that belong to no negotiation: a load was broken off, or brought another in their place."""
        known = {one.number for one in self.heads()}
        found = {number for name in TABLES for (number,) in self._rows(self._tables[name].select("number").distinct())}
        return sorted(found - known)

    def sweep(self) -> None:
        """Remove what belongs to no negotiation."""
        for number in self.left():
            for name in TABLES:
                self.run(f"DELETE FROM {name} WHERE number = {number}")

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Have everything that is written meanwhile come to be in one go, or not at all."""
        with self._lock:
            self.run("BEGIN")
            try:
                yield
            except BaseException:
                self.run("ROLLBACK")
                raise
            self.run("COMMIT")

    def _close(self, cursor: Any) -> None:
        close: Callable[[], None] | None = getattr(cursor, "close", None) if urlsplit(self.url).scheme not in _COLUMNAR else None
        if close:
            close()

    def _of(self, name: str, number: int) -> Table:
        found = self._tables[name]
        return found.filter(found.number == number)

    def _rows(self, asked: Table) -> Rows:
        with self._lock:
            try:
                found = asked.to_pyarrow()
            except Exception as error:
                raise StoreError.not_answered(self.url, error) from error
        return list(zip(*(column.to_pylist() for column in found.columns), strict=True))


def _conditions(found: Table, where: Where) -> Iterator[Any]:
    """Yield what must hold of each statement asked for."""
    for column, among in ((found.id, where.ids), (found.issue, where.issues), (found.party, where.parties)):
        if among is not None:
            yield column.isin(sorted(among))
    if where.source is not None:
        yield found.source == where.source
    if where.day is not None:
        yield found.day == where.day
    if where.until is not None:
        yield found.day <= where.until
    if where.between is not None:
        since, until = where.between
        yield _any(found[one].between(since, until) for one in ("day", *_DAYS))
    if where.ends:
        yield found.ends
    if where.supersedes:
        yield found.supersedes


def _holds(words: Any, term: Term) -> Iterator[Any]:
    for one in sorted(term.forms | term.rows):
        yield words.contains(f" {spaced(one)} ")
    if term.begins:
        yield words.contains(f" {term.begins}")


def _is_of(found: Table, several: Collection[Whose]) -> Iterator[Any]:
    """Yield of which statements some things hold, those of a kind together."""
    for kind in ("party", "issue", "source"):
        ids = [one for own, one, *_ in several if own == kind]
        if ids:
            yield found[kind].isin(ids)
    for kind, *ids in several:
        if kind == "speaker":
            yield (found.party == ids[0]) & (found.speaker == ids[1])


def _any(conditions: Iterable[Any]) -> Any:
    return ibis.or_(*conditions)
