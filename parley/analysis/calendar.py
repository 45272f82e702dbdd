"""The days on which something happened, by which a reader steps through a negotiation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.analysis.live import withdrawn_from
from parley.dates import PartialDate
from parley.evidence import Evidence
from parley.model import Event, Statement


@dataclass(frozen=True)
class Happening:
    """A day on which something happened: how many statements were said, what events there were, how many statements ceased to stand.

    Of `undated` of the statements it is only the last day on which they can have been said.
    """

    day: date
    statements: int
    events: tuple[str, ...]
    ended: int = 0
    undated: int = 0


def newest_of(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the newest statements, oldest day first: more than one where no day tells which of them came last."""
    if not statements:
        return ()
    newest = max(statements, key=lambda one: one.day)
    since = newest.said.earliest or newest.day
    return tuple(sorted((one for one in statements if one.day >= since), key=lambda one: (one.day, one.id)))


def newest_date(statements: Iterable[Statement], as_of: date) -> PartialDate:
    """Return when the last of these statements was made or, by `as_of`, taken back; raise ValueError where there is none."""
    dated = [(day, when) for one in statements for day, when in ((one.day, one.said), (withdrawn_from(one), one.withdrawn)) if day and when]
    return max(((day, when) for day, when in dated if day <= as_of), key=lambda one: one[0])[1]


def is_told_of(dataset: Evidence, event: Event, day: date) -> bool:
    """Return whether a document published by then tells of the event."""
    issued = dataset.sources[event.source].issued.latest
    return issued is not None and issued <= day


def happenings(dataset: Evidence) -> tuple[Happening, ...]:
    """Return the days on which something happened, oldest first, from the first to the last on which something was said.

    A statement counts on its day and on each day on which it ceases to stand (withdrawn, or the day after its last); an event on its
    latest day. Where nothing was said, the days of the events are returned.
    """
    said = {day: dataset.counted_by_day.get(day, (0, 0)) for day in dataset.days}
    ended = Counter(day for one in dataset.ending for day in _ends(one))
    events: dict[date, list[str]] = defaultdict(list)
    for event in dataset.negotiation.events:
        if event.date.latest:
            events[event.date.latest].append(event.what)
    first, last = (min(said), max(said)) if said else (date.min, date.max)
    days = sorted(day for day in {*said, *ended, *events} if first <= day <= last)
    found = []
    for day in days:
        new, undated = said.get(day, (0, 0))
        found.append(Happening(day, new, tuple(events.get(day, ())), ended[day], undated))
    return tuple(found)


def behind_day(dataset: Evidence, day: date) -> tuple[str, ...]:
    """Return the ids of the statements that were said on a day, or ceased to stand on it, by which it is counted among the happenings."""
    said, ended = dataset.said_on(day), (one for one in dataset.ending if day in _ends(one))
    return tuple(dict.fromkeys(one.id for one in (*said, *ended)))


def _ends(one: Statement) -> Iterator[date]:
    """Yield the days from which the statement no longer stands by its own terms, as positions reckon them (rule 1)."""
    withdrawn = withdrawn_from(one)
    if withdrawn:
        yield withdrawn
    if one.expires and one.expires.latest and one.expires.latest < date.max:
        yield one.expires.latest + timedelta(days=1)
