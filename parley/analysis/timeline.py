"""One issue over time: each party's demand, offer and limit step by step, the gap beneath, what was said when, and the silences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from parley.analysis.calendar import is_told_of
from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.analysis.gaps import Gap, Status, gap_between
from parley.analysis.leading import names_a_place, table_gap
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Distance, Span, outcomes_of, threshold
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import PARTS, Part, Position, position_as_of
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
    """The distance that leads from `start` until `end`, None where it is not known, and the status."""

    start: date
    end: date
    apart: Distance | None
    status: Status
    is_stale: bool
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Timeline:
    """One issue from `start` to `end`, as known on `as_of`, for the `parties` shown.

    `silences` are long times in which surely none of them spoke on it.
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


def timeline(dataset: Evidence, row: OverviewRow, as_of: date, cut: EvidenceCut, towards: dict[str, str]) -> Timeline | None:
    """Return the issue of an overview row over time, up to `as_of`; None where its parties had said nothing by then that the cut admits.

    `towards` holds, by party, towards whom its position is shown.
    """
    issue, parties = row.issue, tuple(one.party for one in row.positions)
    held = (one for party in parties for one in dataset.statements_of(party.id, issue.id) if one.day <= as_of)
    # Under the default a forecast is shown too, though it never counts; under a narrower cut only what that admits.
    said = tuple(sorted((one for one in held if cut == ALL_EVIDENCE or cut.lets_in(one)), key=lambda one: (one.day, one.id)))
    if not said:
        return None
    events = tuple(one for one in dataset.negotiation.events if one.bears_on(issue.id) and _is_known(dataset, one, as_of) and one.date.latest)
    start = said[0].day
    days = _days_of_change(dataset, issue, said, start, as_of)

    def positions(party: str) -> list[Position]:
        return [position_as_of(dataset, party, issue.id, day, cut, towards=towards.get(party)) for day in days]

    by_party = {party.id: positions(party.id) for party in parties}
    tracks = tuple(track for party in parties for track in _tracks(party, by_party[party.id], days, as_of))
    pair = (row.gap.a.party, row.gap.b.party) if row.gap else None
    gaps = _gaps([gap_between(a, b) for a, b in zip(*(by_party[one.id] for one in pair), strict=True)], days, as_of) if pair else ()
    shown = tuple(one for one in events if one.date.latest and one.date.latest >= start)
    end = max([as_of, *(one.date.latest for one in shown if one.date.latest)])
    return Timeline(issue, dataset.axes[issue.id], start, end, as_of, parties, tracks, gaps, pair, said, shown, _silences(said, as_of))


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
    """Return the days on which a position on the issue may change: something is said, taken back, runs out, or grows stale."""
    fresh = dataset.negotiation.freshness_of(issue)
    days = {start}
    for one in said:
        days |= {one.day, days_later(one.day, fresh + 1)}
        if one.expires and one.expires.latest:
            days.add(days_later(one.expires.latest, 1))
        if one.withdrawn:
            days |= {day for day in (one.withdrawn.earliest, one.withdrawn.latest) if day}
    return sorted(day for day in days if start <= day <= as_of)


def _tracks(party: Party, positions: Sequence[Position], days: Sequence[date], as_of: date) -> Iterable[Track]:
    for part in PARTS:
        stretches: list[Stretch] = []
        is_held = False
        for number, (position, (start, end)) in enumerate(zip(positions, _spans(days, as_of), strict=True)):
            # On most days another party speaks, or another part is spoken of.
            if number and _is_as_before(position, positions[number - 1], part):
                if is_held:
                    stretches[-1] = replace(stretches[-1], end=end)
                continue
            one = _stretch(position, part, start, end)
            is_held = one is not None
            if one:
                _join(stretches, one)
        if stretches:
            yield Track(party, part, tuple(stretches), is_held)


def _is_as_before(now: Position, before: Position, part: Part) -> bool:
    return part_of(now, part) is part_of(before, part) and now.flags == before.flags


def _spans(days: Sequence[date], as_of: date) -> list[tuple[date, date]]:
    """Return from when until when each day's state holds; the last one to the date shown."""
    return list(pairwise([*days, as_of]))


def _stretch(position: Position, part: Part, start: date, end: date) -> Stretch | None:
    own = part_of(position, part)
    if not own.is_stated or not names_a_place(own, position):
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


def _gaps(gaps: Sequence[Gap], days: Sequence[date], as_of: date) -> tuple[GapStretch, ...]:
    found: list[GapStretch] = []
    for gap, (start, end) in zip(gaps, _spans(days, as_of), strict=True):
        lead = table_gap(gap)
        is_stale = any(flag.kind == "stale" for position in (gap.a, gap.b) for flag in position.flags)
        one = GapStretch(start, end, lead.apart if lead else None, gap.status, is_stale, gap.ids)
        last = found[-1] if found else None
        if last and (last.apart, last.status, last.is_stale, last.ids) == (one.apart, one.status, one.is_stale, one.ids):
            found[-1] = GapStretch(last.start, end, one.apart, one.status, one.is_stale, one.ids)
        else:
            found.append(one)
    return tuple(found)


def _silences(said: Sequence[Statement], as_of: date) -> tuple[tuple[date, date], ...]:
    """Return the long times in which surely nothing was said: a statement may have been made on any day between its first and its last."""
    found, quiet_since = [], said[0].day
    for first, last in sorted([(one.said.earliest or date.min, one.day) for one in said] + [(as_of, as_of)]):
        if (first - quiet_since).days >= LONG_SILENCE:
            found.append((quiet_since, first))
        quiet_since = max(quiet_since, last)
    return tuple(found)
