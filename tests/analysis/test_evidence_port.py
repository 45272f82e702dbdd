"""Who keeps the statements does not matter: a second keeper, of nothing but a list of rows, gives the same positions, gaps and moves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from benchmarks.generate import write_negotiation
from parley.analysis.calendar import happenings
from parley.analysis.court import court
from parley.analysis.coverage import contributions, coverage
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.leading import towards_of
from parley.analysis.movement import movement
from parley.analysis.overview import overview, tally
from parley.analysis.robustness import weakest_first
from parley.analysis.search import search
from parley.analysis.timeline import timeline
from parley.analysis.versions import versions
from parley.analysis.voices import voices_of
from parley.dataset import Dataset, load
from parley.evidence import Evidence
from parley.indexing import Index
from parley.model import Negotiation, Source, Statement
from parley.scales import Axis
from parley.searching import Finds, LetsIn
from tests.generating import Talks, day, talks
from tests.making import ladder, quota, statement


@dataclass(frozen=True, eq=False)
class Rows:
    """A keeper that knows no files and no index: it looks through its rows whenever it is asked."""

    negotiation: Negotiation
    sources: Mapping[str, Source]
    rows: tuple[Statement, ...]
    version: str = "rows"
    worked_out: dict[tuple[str, ...], Any] = field(default_factory=dict)

    @property
    def cited(self) -> Mapping[str, Source]:
        named = {one.source for one in (*self.rows, *self.negotiation.events)}
        return {key: one for key, one in self.sources.items() if key in named}

    @property
    def axes(self) -> Mapping[str, Axis]:
        return {one.id: Axis.of(one.scale) for one in self.negotiation.issues}

    @property
    def count(self) -> int:
        return len(self.rows)

    def statement(self, key: str) -> Statement:
        for one in self.rows:
            if one.id == key:
                return one
        raise KeyError(key)

    def source_of(self, statement: Statement) -> Source | None:
        return self.sources[statement.source] if statement.source else None

    def holds(self, key: str) -> bool:
        return any(one.id == key for one in self.rows)

    def statements_of(self, party: str, issue: str) -> tuple[Statement, ...]:
        return tuple(sorted(self.about(issues=[issue], parties=[party]), key=lambda one: (one.day, one.id)))

    def about(
        self, *, issues: Collection[str] | None = None, parties: Collection[str] | None = None, until: date | None = None
    ) -> tuple[Statement, ...]:
        found = [one for one in self.rows if issues is None or one.issue in issues]
        return tuple(one for one in found if (parties is None or one.party in parties) and (until is None or one.day <= until))

    @property
    def counted_by_day(self) -> Mapping[date, tuple[int, int]]:
        days = sorted({one.day for one in self.rows})
        return {day: (len(said), sum(not one.said.is_day for one in said)) for day in days if (said := self.said_on(day))}

    def taken_from(self, source: str) -> tuple[Statement, ...]:
        return tuple(one for one in self.rows if one.source == source)

    def found(self, words: str, until: date | None = None, lets_in: LetsIn | None = None) -> Finds:
        return Index(self.negotiation, self.rows, self.sources).found(words, until, lets_in)

    def newest(self, ids: Iterable[str], most: int) -> tuple[str, ...]:
        return tuple(sorted(ids, key=lambda key: (self.statement(key).day, key), reverse=True)[:most])

    @property
    def superseding(self) -> Mapping[str, tuple[Statement, ...]]:
        return {old: tuple(one for one in self.rows if old in one.supersedes) for new in self.rows for old in new.supersedes}

    @property
    def ending(self) -> tuple[Statement, ...]:
        return tuple(one for one in self.rows if one.expires or one.withdrawn)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(sorted({one.day for one in self.rows}))

    def said_on(self, day: date) -> tuple[Statement, ...]:
        return tuple(one for one in self.rows if one.day == day)

    def last_day(self, today: date) -> date:
        return max((one for one in self.days if one <= today), default=self.days[-1])

    def dated_between(self, since: date, until: date) -> tuple[Statement, ...]:
        def is_dated(one: Statement) -> bool:
            when = [one.reported, *filter(None, (one.withdrawn, one.expires))]
            return any(day and since <= day <= until for day in (one.day, *(end for each in when for end in (each.earliest, each.latest))))

        return tuple(filter(is_dated, self.rows))

    def beyond(self, other: Evidence) -> tuple[Statement, ...]:
        return tuple(one for one in self.rows if not other.holds(one.id))

    def otherwise_in(self, other: Evidence) -> tuple[tuple[Statement, Statement], ...]:
        return tuple((one, other.statement(one.id)) for one in self.rows if other.holds(one.id) and other.statement(one.id) != one)

    def without(self, statement_ids: Iterable[str]) -> Rows:
        gone = set(statement_ids)
        return self._holding(one for one in self.rows if one.id not in gone)

    def altered(self, changes: Mapping[str, Mapping[str, object]]) -> Rows:
        return self._holding(one.model_copy(update=changes.get(one.id, {})) for one in self.rows)

    def _holding(self, rows: Iterable[Statement]) -> Rows:
        return replace(self, rows=tuple(rows), worked_out={})


def computed(data: Evidence) -> list[object]:
    """Return what the key analyses make of all that is held."""
    parties, first, last = data.negotiation.parties, data.days[0], data.days[-1]
    rows = overview(data, parties, last, ALL_EVIDENCE)
    row = rows[0]
    towards = towards_of(data, row.issue, (row.gap.a.party.id, row.gap.b.party.id) if row.gap else None)
    return [
        rows,
        tally(data, rows, last, ALL_EVIDENCE),
        movement(data, parties, first, last, ALL_EVIDENCE),
        [court(data, one, parties, last, ALL_EVIDENCE) for one in data.negotiation.issues],
        timeline(data, row, last, ALL_EVIDENCE, towards),
        weakest_first(data, rows, last, ALL_EVIDENCE),
        voices_of(data, row.positions),
        search(data, "a demand", last, ALL_EVIDENCE),
        happenings(data),
        contributions(data),
        coverage(data, data.negotiation.issues, parties, last),
        versions(data.without(one.id for one in data.said_on(last)), data, parties, ALL_EVIDENCE) if first < last else None,
        versions(data.altered({data.about()[0].id: {"note": "Read again."}}), data, parties, ALL_EVIDENCE),
    ]


def in_rows(data: Dataset) -> Rows:
    return Rows(data.negotiation, data.sources, data.statements)


@given(talks(most=8))
def test_whoever_keeps_the_statements_the_same_is_found(found: Talks) -> None:
    """Positions, gaps, movement, the ball in court, robustness, voices, days, coverage and versions, to the last id."""
    data = found.dataset()
    if data.count:
        assert computed(in_rows(data)) == computed(data)


@given(talks(most=8))
def test_both_answer_the_same_about_dates(found: Talks) -> None:
    """The folder's index by date gives what looking at every row gives, whatever the two days."""
    data = found.dataset()
    rows = in_rows(data)
    for since, until in ((0, 0), (0, 5), (3, 9), (5, 40)):
        assert rows.dated_between(day(since), day(until)) == data.dated_between(day(since), day(until))


@given(talks(most=8))
def test_both_answer_the_same_about_one_statement_and_about_another_keeper(found: Talks) -> None:
    """Neither hands out a mapping of all: one is asked for by its id, and what another does not hold, or holds otherwise, by the other itself."""
    data = found.dataset()
    keys = [one.id for one in data.about()]
    for keeper in (data, in_rows(data)):
        assert [keeper.statement(key).id for key in keys] == keys
        assert all(map(keeper.holds, keys)) and not keeper.holds("nobody-said-this")
        with pytest.raises(KeyError):
            keeper.statement("nobody-said-this")
        assert keeper.beyond(keeper.without(keys[:1])) == tuple(map(keeper.statement, keys[:1]))
        later = keeper.altered({key: {"note": "Read again."} for key in keys[1:3]})
        assert [(here.note, there.note, here.id) for here, there in keeper.otherwise_in(later)] == [(None, "Read again.", key) for key in keys[1:3]]
        assert keeper.without(keys[1:2]).otherwise_in(later) == keeper.otherwise_in(later)[1:]


def test_both_name_the_newest_of_some_statements() -> None:
    """Of one day the last by id, however many are asked for, and whatever the order in which they are named."""
    days = {"s0": "2025-03-02", "s1": "2025-03-20", "s2": "2025-03-01", "s3": "2025-03-02"}
    data = quota(ladder(6), {"a": "up", "b": "down"}, *(statement("a", "demand", "r5", said=one) for one in days.values()))
    for keeper in (data, in_rows(data)):
        assert [keeper.newest(("s2", "s0", "s3", "s1"), most) for most in (0, 1, 3, 9)] == [
            (), ("s1",), ("s1", "s3", "s0"), ("s1", "s3", "s0", "s2"),
        ]  # fmt: skip
        assert keeper.newest(["s2", "s0"], 1) == ("s0",)


def test_few_or_many_statements_are_found_as_by_looking_through_all(tmp_path: Path) -> None:
    """Whatever is asked for, of issues, parties and days, and whatever of it is not there, the same statements come in the same order."""
    write_negotiation(tmp_path, 6, 9, 240, seed=1)
    data = load(tmp_path)
    rows = Rows(data.negotiation, data.sources, data.statements)
    middle = data.days[len(data.days) // 2]
    issues = (None, (), ["issue-3", "issue-3"], ("issue-8", "issue-1", "nothing"), [f"issue-{number}" for number in range(9)])
    parties = (None, (), ["party-2"], {"party-5", "party-0", "nobody"})
    found = 0
    for on, whose, until in product(issues, parties, (None, middle, data.days[0])):
        about = data.about(issues=on, parties=whose, until=until)
        assert about == rows.about(issues=on, parties=whose, until=until)
        found += bool(about)
    assert found > 20
    fewer = data.without(one.id for one in data.statements[40:3:-9])
    assert data.beyond(fewer) == rows.beyond(fewer) == data.statements[4:41:9]
    assert fewer.beyond(data) == data.beyond(data) == ()
