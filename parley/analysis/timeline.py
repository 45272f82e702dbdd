"""One issue over time: each party's demand, offer and limit step by step, the gap beneath, what was said when, and the silences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import pairwise

from parley.analysis.calendar import is_told_of
from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.analysis.gaps import Status, gap_between
from parley.analysis.leading import names_a_place, table_gap
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Distance, Span, outcomes_of, threshold
from parley.analysis.overview import OverviewRow
from parley.analysis.parts import united
from parley.analysis.positions import PARTS, Part, Position, position_as_of
from parley.collecting import uncollected
from parley.dates import days_later
from parley.evidence import Evidence
from parley.model import Event, Issue, Party, Statement
from parley.scales import Axis

LONG_SILENCE = 60  # days without a word that are worth a label


@dataclass(frozen=True)
class Stretch:
    """A part of a position from `start` until `end`: where it may lie, whether its evidence was stale, and the statements behind it."""

    start: date
    end: date
    span: Span
    is_stale: bool
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Track:
    """One part of one party's position over time; between stretches nothing was stated at a place, and on the last day only if `is_held`."""

    party: Party
    part: Part
    stretches: tuple[Stretch, ...]
    is_held: bool


@dataclass(frozen=True)
class GapStretch:
    """The distance that leads from `start` until `end`, None where it is not known, the status, and the statements behind both positions."""

    start: date
    end: date
    apart: Distance | None
    status: Status
    is_stale: bool
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Timeline:
    """One issue from `start` to `end`, as known on `as_of`, for the `parties` shown.

    `silences` are long times in which surely none of them spoke on it, `undated` others in which no day is known on which any of them did. What is
    older than `freshness` days is stale.
    """

    issue: Issue
    axis: Axis
    start: date
    end: date
    as_of: date
    parties: tuple[Party, ...]
    tracks: tuple[Track, ...]
    gaps: tuple[GapStretch, ...]
    pair: tuple[Party, Party] | None
    said: tuple[Statement, ...]
    events: tuple[Event, ...]
    silences: tuple[tuple[date, date], ...]
    undated: tuple[tuple[date, date], ...]
    freshness: int


@uncollected
def timeline(dataset: Evidence, row: OverviewRow, as_of: date, cut: EvidenceCut, towards: dict[str, str]) -> Timeline | None:
    """Return the issue of an overview row over time, up to `as_of`; None where its parties had said nothing dated by then that the cut admits.

    `towards` holds, by party, towards whom its position is shown.
    """
    issue, parties = row.issue, tuple(one.party for one in row.positions)
    held = (one for party in parties for one in dataset.statements_of(party.id, issue.id) if one.day <= as_of)
    # Under the default a forecast is shown too, though it never counts; under a narrower cut only what that admits.
    said = tuple(sorted((one for one in held if cut == ALL_EVIDENCE or cut.lets_in(one)), key=lambda one: (one.day, one.id)))
    dated = tuple(one for one in said if one.is_dated)
    if not dated:
        return None
    events = tuple(one for one in dataset.negotiation.events if one.bears_on(issue.id) and _is_known(dataset, one, as_of) and one.date.latest)
    start = dated[0].day

    def positions(party: str) -> dict[date, Position]:
        """Return the positions on the days on which they may change, oldest first; on the days between, the one before holds."""
        days = _days_of_change(dataset, issue, [one for one in said if one.party == party], start, as_of)
        # Back from the day shown, to which the row has gone already.
        found = {day: position_as_of(dataset, party, issue.id, day, cut, towards=towards.get(party)) for day in reversed(days)}
        return {day: found[day] for day in days}

    by_party = {party.id: positions(party.id) for party in parties}
    tracks = tuple(track for party in parties for track in _tracks(party, by_party[party.id], as_of))
    pair = (row.gap.a.party, row.gap.b.party) if row.gap else None
    gaps = _gaps(by_party[pair[0].id], by_party[pair[1].id], as_of) if pair else ()
    shown = tuple(one for one in events if one.date.latest and one.date.latest >= start)
    end = max([as_of, *(one.date.latest for one in shown if one.date.latest)])
    silences = _silences(dated, as_of)
    undated = _undated(dated, as_of, silences)
    fresh = dataset.negotiation.freshness_of(issue)
    return Timeline(issue, dataset.axes[issue.id], start, end, as_of, parties, tracks, gaps, pair, said, shown, silences, undated, fresh)


def spans_of(found: Timeline, cut: EvidenceCut) -> Mapping[str, Span | None]:
    """Return, by id, where each statement that the cut admits stands, as the line of its party would show it.

    It is None for a reason, and for what has no place or whose party wants no direction.
    """
    return {one.id: _span(one, found) for one in found.said if cut.lets_in(one)}


def _span(one: Statement, found: Timeline) -> Span | None:
    direction = found.issue.directions.get(one.party)
    if direction is None or one.kind == "rationale" or not one.place.is_placed or one.place.unknown is not None:
        return None
    return threshold(outcomes_of(one.place, found.axis, direction), direction)


def _is_known(dataset: Evidence, event: Event, as_of: date) -> bool:
    """Return whether the event had happened by then, or a document published by then tells of it."""
    return (event.date.latest is not None and event.date.latest <= as_of) or is_told_of(dataset, event, as_of)


def _days_of_change(dataset: Evidence, issue: Issue, said: Sequence[Statement], start: date, as_of: date) -> list[date]:
    """Return the days on which what was said makes for a change: something is said, taken back, runs out, or grows stale."""
    fresh = dataset.negotiation.freshness_of(issue)
    days = {start}
    for one in said:
        if one.is_dated:
            days |= {one.day, days_later(one.day, fresh + 1)}
        if one.expires and one.expires.latest:
            days.add(days_later(one.expires.latest, 1))
        if one.withdrawn:
            days |= {day for day in (one.withdrawn.earliest, one.withdrawn.latest) if day}
    return sorted(day for day in days if start <= day <= as_of)


def _tracks(party: Party, positions: Mapping[date, Position], as_of: date) -> Iterable[Track]:
    for part in PARTS:
        stretches: list[Stretch] = []
        one: Stretch | None = None
        for (position,), start, end in _runs({day: (position,) for day, position in positions.items()}, (part,), as_of):
            one = _stretch(position, part, start, end)
            if one:
                _join(stretches, one)
        if stretches:
            yield Track(party, part, tuple(stretches), is_held=one is not None)


def _runs(found: Mapping[date, Sequence[Position]], parts: Sequence[Part], as_of: date) -> Iterator[tuple[Sequence[Position], date, date]]:
    """Yield positions with from when until when these parts of them hold, the last to the date shown."""
    days = list(found)
    starts = [days[0], *(day for before, day in pairwise(days) if not all(map(partial(_is_as_before, parts), found[day], found[before])))]
    yield from ((found[start], start, end) for start, end in pairwise([*starts, as_of]))


def _is_as_before(parts: Sequence[Part], now: Position, before: Position) -> bool:
    # On most days another party speaks, or another part is spoken of.
    if now is before:
        return True
    return now.flags == before.flags and all(part_of(now, part) is part_of(before, part) for part in parts) and now.has_spoken is before.has_spoken


def _stretch(position: Position, part: Part, start: date, end: date) -> Stretch | None:
    # A line shows what was stated, as everywhere (rule 6a).
    own = position.as_stated(part)
    if not part_of(position, part).is_stated or not names_a_place(own, position):
        return None
    is_stale = any(flag.kind == "stale" for flag in position.flags_of(part))
    return Stretch(start, end, threshold(own.outcomes, position.direction), is_stale, own.ids)


def _join(stretches: list[Stretch], one: Stretch) -> None:
    """Add a stretch, made one with the last where it only goes on from that."""
    last = stretches[-1] if stretches else None
    if last and last.end == one.start and (last.span, last.is_stale, last.ids) == (one.span, one.is_stale, one.ids):
        stretches[-1] = replace(one, start=last.start)
    else:
        stretches.append(one)


def _gaps(of_a: Mapping[date, Position], of_b: Mapping[date, Position], as_of: date) -> tuple[GapStretch, ...]:
    found: list[GapStretch] = []
    for (a, b), start, end in _runs(_together(of_a, of_b), PARTS, as_of):
        gap = gap_between(a, b)
        lead = table_gap(gap)
        is_stale = any(flag.kind == "stale" for position in (gap.a, gap.b) for flag in position.flags)
        one = GapStretch(start, end, lead.apart if lead else None, gap.status, is_stale, united(a.ids, b.ids))
        last = found[-1] if found else None
        if last and (last.apart, last.status, last.is_stale, last.ids) == (one.apart, one.status, one.is_stale, one.ids):
            found[-1] = GapStretch(last.start, end, one.apart, one.status, one.is_stale, one.ids)
        else:
            found.append(one)
    return tuple(found)


def _together(of_a: Mapping[date, Position], of_b: Mapping[date, Position]) -> dict[date, tuple[Position, Position]]:
    """Return both positions of a pair on each day on which one of them may change; both begin on the same day."""
    days = sorted({*of_a, *of_b})
    a, b = of_a[days[0]], of_b[days[0]]
    found = {}
    for day in days:
        a, b = of_a.get(day, a), of_b.get(day, b)
        found[day] = a, b
    return found


def _silences(said: Sequence[Statement], as_of: date) -> tuple[tuple[date, date], ...]:
    """Return the long times in which surely nothing was said: a statement may have been made on any day between its first and its last."""
    found, quiet_since = [], said[0].day
    for first, last in sorted([(one.said.earliest or date.min, one.day) for one in said] + [(as_of, as_of)]):
        if (first - quiet_since).days >= LONG_SILENCE:
            found.append((quiet_since, first))
        quiet_since = max(quiet_since, last)
    return tuple(found)


def _undated(said: Sequence[Statement], as_of: date, silences: Sequence[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """Return the long times between the last possible days of statements in which there is no silence, for one of these may have been made before."""
    long = [(first, last) for first, last in pairwise(sorted({*(one.day for one in said), as_of})) if (last - first).days >= LONG_SILENCE]
    return tuple((first, last) for first, last in long if not any(first <= since and until <= last for since, until in silences))
