"""A negotiation in a store: each question is asked of the database, and what was once fetched is kept as long as the negotiation is open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import nlargest
from typing import Any

from parley import __version__
from parley.agendas import Agenda
from parley.evidence import Evidence
from parley.indexing import Index
from parley.keeping import Dataset, days_named
from parley.model import Negotiation, Source, Statement
from parley.searching import Finds, LetsIn
from parley.stored.errors import StoreError
from parley.stored.searching import StoredIndex
from parley.stored.tables import Head, Tables, Where

Placed = tuple[int, Statement]  # a statement with its place among all
ALONE, TOGETHER = 2, 24  # issues that are fetched one by one, and then at once
ByParty = Mapping[str, tuple[Statement, ...]]


@dataclass(frozen=True)
class _Rows:
    """The rows of one negotiation, and the statements that were read of them: each is made once.

    Whoever asks for one issue after the other goes through them all, and gets several at a time: to ask takes longer than to read.
    """

    tables: Tables
    head: Head
    issues: tuple[str, ...]
    read: dict[str, Placed] = field(default_factory=dict)
    answers: dict[Where, list[Placed]] = field(default_factory=dict)

    def fetched(self, where: Where) -> list[Placed]:
        """Return the statements asked for as they are kept; those of an issue, and those that end or replace others, are asked for once."""
        issues = tuple(where.issues or ())
        if where == Where(issues=issues) and len(issues) == 1:
            self._fetch_issues(issues[0])
        elif where not in (Where(), Where(ends=True), Where(supersedes=True)):
            return self._fetched(where)
        elif where not in self.answers:
            self.answers[where] = self._fetched(where)
        return self.answers[where]

    def _fetch_issues(self, issue: str) -> None:
        """Fetch what was said on an issue, once, and on the next few where some were asked for before."""
        if Where(issues=(issue,)) in self.answers:
            return
        left = [one for one in self.issues if one != issue and Where(issues=(one,)) not in self.answers]
        wanted = (issue, *(left[:TOGETHER] if len(self.answers) >= ALONE else ()))
        found: dict[str, list[Placed]] = {one: [] for one in wanted}
        for placed in self._fetched(Where(issues=wanted)):
            found[placed[1].issue].append(placed)
        self.answers.update({Where(issues=(one,)): several for one, several in found.items()})

    def _fetched(self, where: Where) -> list[Placed]:
        found = self.tables.statements(self.head.number, where)
        return [self.read.get(key) or self.read.setdefault(key, (place, Statement.model_validate_json(record))) for place, key, record in found]


class Stored(Dataset):
    """One negotiation of a store. Only whoever goes through all statements has all of them fetched.

    It may be that of the store without some statements, or with some altered: the rows stay as they are, and those statements stand beside them.
    """

    def __init__(self, tables: Tables, head: Head) -> None:
        record, more = tables.opened(head.number)
        if more["program"] != __version__:
            raise StoreError.of_another_program(more["program"], __version__)
        negotiation = Negotiation.model_validate_json(record)
        rows = _Rows(tables, head, tuple(one.id for one in negotiation.ordered_issues))
        self._begin(rows, frozenset(), {}, negotiation, more)

    def _begin(self, rows: _Rows, gone: frozenset[str], changed: Mapping[str, Placed], negotiation: Negotiation, more: Mapping[str, Any]) -> None:
        # Frozen once it is made, as every dataset.
        self.__dict__.update(
            negotiation=negotiation,
            version=rows.head.version,
            files={},
            left_out=(),
            agendas=tuple(map(Agenda.model_validate_json, more["agendas"])),
            without_file=frozenset(more["without_file"]),
            never_named=frozenset(more["never_named"]),
            _kept=rows,
            _gone=gone,
            _changed=changed,
            _more=more,
        )

    _kept: _Rows
    _gone: frozenset[str]
    _changed: Mapping[str, Placed]
    _more: Mapping[str, Any]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Return all statements in the order in which they are held."""
        return self._asked(Where())

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Return the documents that are named, by id."""
        found = map(Source.model_validate_json, self._kept.tables.sources(self._kept.head.number))
        return {one.id: one for one in found}

    @cached_property
    def cited(self) -> Mapping[str, Source]:
        """Return the documents that a statement or an event names, by id."""
        if not self._touched:
            return self.sources
        named = {one.source for one in self.statements} | {event.source for event in self.negotiation.events}
        return {key: one for key, one in self.sources.items() if key in named}

    @property
    def _touched(self) -> frozenset[str]:
        """Return the ids of the statements that are not as the store has them."""
        return self._gone | self._changed.keys()

    def _asked(self, where: Where) -> tuple[Statement, ...]:
        """Return the statements asked for, in the order in which they are held."""
        found = [(place, one) for place, one in self._kept.fetched(where) if one.id not in self._touched]
        found += [placed for placed in self._changed.values() if _is_asked(placed[1], where)]
        return tuple(one for _, one in sorted(found, key=lambda placed: placed[0]))

    def _original(self, key: str) -> Placed | None:
        """Return a statement as the store has it; None where it has none with this id."""
        return self._kept.read.get(key) or next(iter(self._kept.fetched(Where(ids=(key,)))), None)

    @property
    def count(self) -> int:
        """Return how many statements are held."""
        return self._kept.head.count - len(self._gone)

    def holds(self, key: str) -> bool:
        """Return whether a statement with this id is held."""
        return key not in self._gone and self._original(key) is not None

    def statement(self, key: str) -> Statement:
        """Return the statement with this id; raise KeyError where none is held."""
        found = None if key in self._gone else self._changed.get(key) or self._original(key)
        if found is None:
            raise KeyError(key)
        return found[1]

    @cached_property
    def _by_issue(self) -> dict[str, ByParty]:
        return {}

    def _on(self, issue: str) -> ByParty:
        """Return what each party said on an issue, oldest first; all of it is fetched at once."""
        if issue not in self._by_issue:
            groups: dict[str, list[Statement]] = defaultdict(list)
            for one in self._asked(Where(issues=(issue,))):
                groups[one.party].append(one)
            self._by_issue[issue] = {party: tuple(sorted(said, key=lambda one: (one.day, one.id))) for party, said in groups.items()}
        return self._by_issue[issue]

    def statements_of(self, party: str, issue: str) -> tuple[Statement, ...]:
        """Return what `party` said on `issue`, oldest first."""
        return self._on(issue).get(party, ())

    def about(
        self, *, issues: Collection[str] | None = None, parties: Collection[str] | None = None, until: date | None = None
    ) -> tuple[Statement, ...]:
        """Return what these parties said on these issues by a day; what is not given is not asked for."""
        on, whose = (None if one is None else tuple(one) for one in (issues, parties))
        return self._asked(Where(issues=on, parties=whose, until=until))

    def taken_from(self, source: str) -> tuple[Statement, ...]:
        """Return the statements that a document holds."""
        return self._asked(Where(source=source))

    def said_on(self, day: date) -> tuple[Statement, ...]:
        """Return what was said on a day."""
        return self._asked(Where(day=day))

    def dated_between(self, since: date, until: date) -> tuple[Statement, ...]:
        """Return what may have been published, taken back or in force for the last time on one of these days, or was said by one at the latest."""
        return self._asked(Where(between=(since, until)))

    @cached_property
    def ending(self) -> tuple[Statement, ...]:
        """Return the statements that run out or were taken back."""
        return self._asked(Where(ends=True))

    @cached_property
    def superseding(self) -> Mapping[str, tuple[Statement, ...]]:
        """Return, by the id of each superseded statement, those that supersede it."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for one in self._asked(Where(supersedes=True)):
            for old in one.supersedes:
                found[old].append(one)
        return {old: tuple(several) for old, several in found.items()}

    @cached_property
    def counted_by_day(self) -> Mapping[date, tuple[int, int]]:
        """Return how many statements were said on each day, and of how many it is only the last possible one, oldest day first."""
        found = Counter({day: said for day, (said, _) in self._counts.items()})
        unsure = Counter({day: not_sure for day, (_, not_sure) in self._counts.items()})
        for by, several in ((-1, filter(None, map(self._original, self._touched))), (1, self._changed.values())):
            for _, one in several:
                found[one.day] += by
                unsure[one.day] += by * (not one.said.is_day)
        return {day: (found[day], unsure[day]) for day in sorted(+found)}

    @cached_property
    def _counts(self) -> Mapping[date, tuple[int, int]]:
        return self._kept.tables.counted_by_day(self._kept.head.number)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Return the days on which something was said, oldest first; where all that was said is undated, that of the review."""
        reviewed = self.negotiation.reviewed.latest
        return tuple(day for day in self.counted_by_day if day != date.min) or ((reviewed,) if self.counted_by_day and reviewed else ())

    def newest(self, ids: Iterable[str], most: int) -> tuple[str, ...]:
        """Return the ids of so many of some statements, the newest first; of one day the last by id."""
        changed = {key: one.day for key, (_, one) in self._changed.items()}
        return tuple(nlargest(most, ids, key=lambda key: (changed.get(key) or self._days_by_id[key], key)))

    @cached_property
    def _days_by_id(self) -> Mapping[str, date]:
        return self._kept.tables.days_by_id(self._kept.head.number)

    @cached_property
    def _index(self) -> Index:
        if self._touched:
            return Index(self.negotiation, self.statements, self.sources)
        return StoredIndex(self._kept.tables, self._kept.head.number, self.negotiation, self.sources)

    def found(self, words: str, until: date | None = None, lets_in: LetsIn | None = None) -> Finds:
        """Return what holds every word of a text, the last of which may be half typed: of all that was said by a day and is let in."""
        return self._index.found(words, until, lets_in)

    def beyond(self, other: Evidence) -> tuple[Statement, ...]:
        """Return the statements that the other does not hold."""
        if isinstance(other, Stored) and other._kept is self._kept:
            found = [self._changed.get(key) or self._original(key) for key in other._gone - self._gone]
            return tuple(one for _, one in sorted(filter(None, found), key=lambda placed: placed[0]))
        return super().beyond(other)

    def otherwise_in(self, other: Evidence) -> tuple[tuple[Statement, Statement], ...]:
        """Return the statements that the other holds, too, but not as they are here: each as it is here, and as it is there."""
        if isinstance(other, Stored) and other._kept is self._kept:
            keys = (self._changed.keys() | other._changed.keys()) - self._gone - other._gone
            placed = sorted((self._changed.get(key) or self._original(key) or (0, None), key) for key in keys)
            both = ((self.statement(key), other.statement(key)) for _, key in placed)
            return tuple((here, there) for here, there in both if here != there)
        return super().otherwise_in(other)

    def without(self, statement_ids: Iterable[str]) -> Stored:
        """Return the evidence as if these statements had never been found."""
        gone = {key for key in statement_ids if self.holds(key)}
        return self._beside(self._gone | gone, {key: one for key, one in self._changed.items() if key not in gone}, gone)

    def altered(self, changes: Mapping[str, Mapping[str, object]]) -> Stored:
        """Return the evidence with some fields of some statements, by id, as given; to ask what would hold if they were so."""
        held = {key: self._changed.get(key) or self._original(key) for key in changes if self.holds(key)}
        changed = {key: (placed[0], placed[1].model_copy(update=changes[key])) for key, placed in held.items() if placed}
        return self._beside(self._gone, {**self._changed, **changed}, changed)

    def _beside(self, gone: frozenset[str], changed: Mapping[str, Placed], ids: Collection[str]) -> Stored:
        """Return the evidence with these statements gone or changed; what rests on none of `ids` is handed on."""
        made: Stored = object.__new__(Stored)
        made._begin(self._kept, gone, changed, self.negotiation, self._more)
        touched = {(one.party, one.issue) for placed in map(self._original, ids) if placed for one in placed[1:]}
        issues = {issue for _, issue in touched}
        kept = {key: one for key, one in self.worked_out.copy().items() if key[-2:] not in touched}
        made.__dict__.update(
            axes=self.axes, sources=self.sources, _by_issue={key: one for key, one in self._by_issue.items() if key not in issues}, worked_out=kept
        )
        made.__dict__.update({name: self.__dict__[name] for name in ("_counts", "_days_by_id") if name in self.__dict__})
        return made

    def _holding(self, kept: Iterable[Statement]) -> Dataset:
        told = self.agendas, (), self.without_file, self.never_named
        made = Dataset(self.negotiation, tuple(kept), self.sources, self.version, {}, *told)
        made.__dict__["axes"] = self.axes
        return made


def _is_asked(one: Statement, where: Where) -> bool:
    """Return whether a statement is one of those asked for."""
    return all((
        where.ids is None or one.id in where.ids,
        where.issues is None or one.issue in where.issues,
        where.parties is None or one.party in where.parties,
        where.source is None or one.source == where.source,
        where.day is None or one.day == where.day,
        where.until is None or one.day <= where.until,
        where.between is None or any(where.between[0] <= day <= where.between[1] for day in days_named(one)),
        not where.ends or bool(one.expires or one.withdrawn),
        not where.supersedes or bool(one.supersedes),
    ))  # fmt: skip
