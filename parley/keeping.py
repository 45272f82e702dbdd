"""One negotiation with its statements and documents, kept in memory: every question of `Evidence` is answered from them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from heapq import nlargest
from typing import Any, TypeVar

from parley.agendas import Agenda
from parley.errors import Problem
from parley.evidence import Evidence
from parley.files import Document, Loc
from parley.indexing import Index
from parley.joining import UNREAD_SOURCE, WHOLE_PARTY_FILE
from parley.model import Negotiation, Source, Statement
from parley.scales import Axis
from parley.searching import Finds, LetsIn

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Dataset:
    """One negotiation with its statements and sources, joined; `version` is a short hash of the files it was read from.

    `left_out` says of each record that could not be taken why it is missing; what is here stands without it.
    `without_file` holds the parties of which there is no file, `never_named` the issues on which there is not even a statement left out.
    """

    negotiation: Negotiation
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    version: str
    files: Mapping[str, tuple[Document, Loc]]
    agendas: tuple[Agenda, ...] = ()
    left_out: tuple[Problem, ...] = ()
    without_file: frozenset[str] = frozenset()
    never_named: frozenset[str] = frozenset()

    @property
    def has_unread_files(self) -> bool:
        """Return whether a whole file of statements or a record could not be read; it may be back in a moment, as while an editor saves it."""
        return any(problem.left_out in (WHOLE_PARTY_FILE, UNREAD_SOURCE) for problem in self.left_out)

    @cached_property
    def statement_by_id(self) -> Mapping[str, Statement]:
        """Return the statements by id."""
        return {statement.id: statement for statement in self.statements}

    def statement(self, key: str) -> Statement:
        """Return the statement with this id; raise KeyError where none is held."""
        return self.statement_by_id[key]

    def holds(self, key: str) -> bool:
        """Return whether a statement with this id is held."""
        return key in self.statement_by_id

    def source_of(self, statement: Statement) -> Source | None:
        """Return the document that tells of a statement; None where none does."""
        return self.sources[statement.source] if statement.source is not None else None

    def is_internal(self, statement: Statement) -> bool:
        """Return whether a statement stays inside: it is marked so, or taken from a document that is."""
        source = self.source_of(statement)
        return statement.internal or (source is not None and source.internal)

    @property
    def count(self) -> int:
        """Return how many statements are held."""
        return len(self.statements)

    @cached_property
    def cited(self) -> Mapping[str, Source]:
        """Return the sources that a statement or an event names, by id; the folder may hold records for other negotiations too."""
        named = self._by_source.keys() | {event.source for event in self.negotiation.events}
        return {key: source for key, source in self.sources.items() if key in named}

    @cached_property
    def _by_party_and_issue(self) -> Mapping[tuple[str, str], tuple[Statement, ...]]:
        found = _grouped(((one.party, one.issue), one) for one in self.statements)
        return {key: tuple(sorted(group, key=lambda one: (one.day, one.id))) for key, group in found.items()}

    def statements_of(self, party: str, issue: str) -> tuple[Statement, ...]:
        """Return what `party` said on `issue`, oldest first."""
        return self._by_party_and_issue.get((party, issue), ())

    def about(
        self, *, issues: Collection[str] | None = None, parties: Collection[str] | None = None, until: date | None = None
    ) -> tuple[Statement, ...]:
        """Return what these parties said on these issues by a day; what is not given is not asked for."""
        whose = self.negotiation.party_by_id if parties is None else frozenset(parties)
        on = self.negotiation.issue_by_id if issues is None else frozenset(issues)
        if 4 * len(whose) * len(on) > len(self._by_party_and_issue):
            # To go through all is quicker than to put most of them in order.
            return tuple(one for one in self.statements if one.party in whose and one.issue in on and (until is None or one.day <= until))
        groups = (self.statements_of(party, issue) for party in whose for issue in on)
        return self._in_order(one for group in groups for one in group if until is None or one.day <= until)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {one.id: number for number, one in enumerate(self.statements)}

    def _in_order(self, found: Iterable[Statement]) -> tuple[Statement, ...]:
        """Return statements in the order in which they are held."""
        return tuple(sorted(found, key=lambda one: self._numbers[one.id]))

    @cached_property
    def _by_source(self) -> Mapping[str, tuple[Statement, ...]]:
        return _grouped((one.source, one) for one in self.statements if one.source is not None)

    def taken_from(self, source: str) -> tuple[Statement, ...]:
        """Return the statements that a document holds."""
        return self._by_source.get(source, ())

    def found(self, words: str, until: date | None = None, lets_in: LetsIn | None = None) -> Finds:
        """Return what holds every word of a text, the last of which may be half typed: of all that was said by a day and is let in."""
        return self._index.found(words, until, lets_in)

    def newest(self, ids: Iterable[str], most: int) -> tuple[str, ...]:
        """Return the ids of so many of some statements, the newest first; of one day the last by id."""
        return tuple(nlargest(most, ids, key=self._places_in_time.__getitem__))

    @cached_property
    def _places_in_time(self) -> Mapping[str, int]:
        """Return, by id, how many statements are older, or of the same day and before it by id."""
        return {key: place for place, (_, key) in enumerate(sorted((one.day, one.id) for one in self.statements))}

    @cached_property
    def _index(self) -> Index:
        return Index(self.negotiation, self.statements, self.sources)

    @cached_property
    def axes(self) -> Mapping[str, Axis]:
        """Return the axis of each issue's scale by issue id."""
        return {issue.id: Axis.of(issue.scale) for issue in self.negotiation.issues}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Return the days on which something was said, oldest first; where all that was said is undated, that of the review."""
        reviewed = self.negotiation.reviewed.latest
        return tuple(sorted(self._by_day.keys() - {date.min})) or ((reviewed,) if self._by_day and reviewed else ())

    @cached_property
    def _by_day(self) -> Mapping[date, tuple[Statement, ...]]:
        return _grouped((one.day, one) for one in self.statements)

    @cached_property
    def counted_by_day(self) -> Mapping[date, tuple[int, int]]:
        """Return how many statements were said on each day, and of how many it is only the last possible one, oldest day first."""
        return {day: (len(said), sum(not one.said.is_day for one in said)) for day, said in sorted(self._by_day.items())}

    def said_on(self, day: date) -> tuple[Statement, ...]:
        """Return what was said on a day."""
        return self._by_day.get(day, ())

    @cached_property
    def ending(self) -> tuple[Statement, ...]:
        """Return the statements that run out or were taken back."""
        return tuple(one for one in self.statements if one.expires or one.withdrawn)

    @cached_property
    def _dated(self) -> Sequence[tuple[date, int]]:
        """Return the days that statements name, each with the number of its statement, oldest first."""
        return sorted((day, number) for number, one in enumerate(self.statements) for day in days_named(one))

    def dated_between(self, since: date, until: date) -> tuple[Statement, ...]:
        """Return what may have been published, taken back or in force for the last time on one of these days, or was said by one at the latest."""
        first, end = bisect_left(self._dated, (since, 0)), bisect_left(self._dated, (until, self.count))
        numbers = {number for _, number in self._dated[first:end]}
        return tuple(self.statements[number] for number in sorted(numbers))

    def beyond(self, other: Evidence) -> tuple[Statement, ...]:
        """Return the statements that the other does not hold."""
        return () if other is self else tuple(one for one in self.statements if not other.holds(one.id))

    def otherwise_in(self, other: Evidence) -> tuple[tuple[Statement, Statement], ...]:
        """Return the statements that the other holds, too, but not as they are here: each as it is here, and as it is there."""
        both = ((one, other.statement(one.id)) for one in self.statements if other.holds(one.id))
        return tuple((here, there) for here, there in both if here != there)

    def last_day(self, today: date) -> date:
        """Return the last day on which anything was said by `today`, else the last at all: a mistyped year moves nothing.

        Where all that was said is undated, it is today; raises ValueError where nothing was ever said.
        """
        if not self.count:
            raise ValueError("Nothing was ever said.")
        if not self.days:
            return today
        return max((day for day in self.days if day <= today), default=self.days[-1])

    @cached_property
    def superseding(self) -> Mapping[str, tuple[Statement, ...]]:
        """Return, by the id of each superseded statement, those that supersede it."""
        return _grouped((old, one) for one in self.statements for old in one.supersedes)

    @cached_property
    def worked_out(self) -> dict[tuple[str, ...], Any]:
        """Return what was worked out of the dataset and is kept as long as it is; anyone may add to it.

        A key ends in the ids of a party and an issue, and what is kept rests on what that party said on that issue and nothing else said.
        """
        return {}

    def on(self, issue: str) -> Dataset:
        """Return the dataset as if nothing else had been said than on one issue: what is asked of that issue has the same answer, and sooner."""
        return self._holding(self.about(issues=(issue,)))

    def without(self, statement_ids: Iterable[str]) -> Dataset:
        """Return the dataset as if these statements had never been found."""
        gone = frozenset(statement_ids)
        made = self._holding(one for one in self.statements if one.id not in gone)
        return self._regrouped(made, gone, {})

    def altered(self, changes: Mapping[str, Mapping[str, object]]) -> Dataset:
        """Return the dataset with some fields of some statements, by id, as given; to ask what would hold if they were so."""
        changed = {one.id: one.model_copy(update=changes[one.id]) for one in self.statements if one.id in changes}
        return self._regrouped(self._holding(changed.get(one.id, one) for one in self.statements), changed.keys(), changed)

    def _holding(self, kept: Iterable[Statement]) -> Dataset:
        """Return the dataset as if only these statements had been found."""
        made = replace(self, statements=tuple(kept))
        # The scales are the same, so what was worked out of them is handed on.
        made.__dict__["axes"] = self.axes
        return made

    def _regrouped(self, made: Dataset, ids: Collection[str], changed: Mapping[str, Statement]) -> Dataset:
        """Hand on the groups by party and issue to a dataset that differs in few statements: only those they stand in are made anew."""
        groups = dict(self._by_party_and_issue)
        touched = {(one.party, one.issue) for one in map(self.statement_by_id.get, ids) if one}
        for key in touched:
            kept = (changed.get(one.id, one) for one in groups[key] if one.id not in ids or one.id in changed)
            groups[key] = tuple(sorted(kept, key=lambda one: (one.day, one.id)))
        made.__dict__["_by_party_and_issue"] = groups
        made.__dict__["worked_out"] = {key: kept for key, kept in self.worked_out.copy().items() if key[-2:] not in touched}
        return made

    def place_in_files(self, key: str) -> tuple[str, int] | None:
        """Return the file and line in which a statement, source or the negotiation itself is written."""
        if key not in self.files:
            return None
        document, loc = self.files[key]
        problem = document.problem(loc, "")
        return problem.file, problem.line


def _grouped(found: Iterable[tuple[Key, Statement]]) -> Mapping[Key, tuple[Statement, ...]]:
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for key, one in found:
        groups[key].append(one)
    return {key: tuple(group) for key, group in groups.items()}


def days_named(one: Statement) -> set[date]:
    """Return the last day on which a statement can have been said, and the first and last of its being published, taken back or run out."""
    told = (day for when in (one.reported, one.withdrawn, one.expires) if when for day in (when.earliest, when.latest) if day)
    return {one.day, *told}
