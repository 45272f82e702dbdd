"""The days to step through: those on which something was said, ceased to stand, or took place."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given

from parley.analysis.calendar import Happening, behind_day, happenings, newest_date
from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import Dataset
from tests.generating import Talks, talks
from tests.making import Words, dataset, issue, ladder, position, statement

QUOTA = issue(ladder(6), {"a": "up"})


def held(*statements: Words, **more: Any) -> Dataset:
    return dataset([QUOTA], statements, **more)


def demand(day: str, **more: Any) -> Words:
    return statement("a", "demand", "r5", said=day, **more)


def event(day: str, what: str) -> Words:
    return {"id": what.lower(), "date": day, "what": what, "source": "gazette"}


def test_a_day_counts_what_was_said_and_names_what_took_place() -> None:
    """Oldest first, each day once, whatever the order in the files."""
    data = held(demand("2025-03-05"), demand("2025-03-01"), demand("2025-03-05"), events=[event("2025-03-05", "Talks"), event("2025-03-03", "Storm")])
    assert happenings(data) == (
        Happening(date(2025, 3, 1), 1, ()),
        Happening(date(2025, 3, 3), 0, ("Storm",)),
        Happening(date(2025, 3, 5), 2, ("Talks",)),
    )


def test_a_partial_date_counts_on_its_last_day() -> None:
    """As everywhere: by then it surely was said, or over."""
    data = held(demand("2025-03-01"), demand("2025-04"), events=[event("2025-03-08/2025-03-09", "Talks"), event("after 2025-03-02", "Someday")])
    assert happenings(data) == (
        Happening(date(2025, 3, 1), 1, ()),
        Happening(date(2025, 3, 9), 0, ("Talks",)),
        Happening(date(2025, 4, 30), 1, (), undated=1),
    )


def test_a_statement_counts_again_when_it_ceases_to_stand() -> None:
    """On the day it is withdrawn, at the earliest, and on the day after its last."""
    data = held(demand("2025-03-01", withdrawn="2025-03-10/2025-03-12"), demand("2025-03-02", expires="2025-03-10"), demand("2025-03-30"))
    assert happenings(data)[2:4] == (Happening(date(2025, 3, 10), 0, (), ended=1), Happening(date(2025, 3, 11), 0, (), ended=1))


def test_what_a_day_is_counted_by_is_named() -> None:
    """What was said on it and what ceased to stand, each once; of another day nothing."""
    data = held(
        demand("2025-03-10"), demand("2025-03-01", withdrawn="2025-03-10"), demand("2025-03-10", withdrawn="2025-03-10"), demand("2025-03-20")
    )
    assert [behind_day(data, date(2025, 3, day)) for day in (1, 10, 11)] == [("s1",), ("s0", "s2", "s1"), ()]


def test_the_last_of_several_may_be_a_withdrawal() -> None:
    """By the day asked for; two of one day are of that day."""
    data = held(demand("2025-03-05"), demand("2025-03-01", withdrawn="2025-03-10"), demand("2025-03-05"))
    assert [newest_date(data.statements, date(2025, 3, day)).text for day in (4, 9, 10)] == ["2025-03-01", "2025-03-05", "2025-03-10"]


def test_only_days_between_the_first_and_the_last_word_count() -> None:
    """The date shown cannot lie outside them; a statement that stands for ever never ends."""
    around = [event("2025-02-01", "Before"), event("2025-05-01", "After")]
    data = held(demand("2025-03-01", expires="2025-06-01"), demand("2025-03-02", expires="9999"), events=around)
    assert [one.day for one in happenings(data)] == [date(2025, 3, 1), date(2025, 3, 2)]


def test_where_nothing_was_said_events_count() -> None:
    """A negotiation may begin with its timetable, or with nothing at all."""
    assert happenings(held(events=[event("2025-02-01", "Talks")])) == (Happening(date(2025, 2, 1), 0, ("Talks",)),)
    assert happenings(held()) == ()


@given(talks())
def test_between_two_of_the_days_no_position_changes(found: Talks) -> None:
    """Who steps through them misses nothing but evidence growing old: on the day before the next, all stands as on the last."""
    data = found.dataset()
    for one, other in pairwise(happenings(data)):
        for party in found.directions:
            first, last = (position(data, party, day, ALL_EVIDENCE) for day in (one.day, other.day - timedelta(days=1)))
            assert (first.demand, first.offer, first.limit) == (last.demand, last.offer, last.limit)
