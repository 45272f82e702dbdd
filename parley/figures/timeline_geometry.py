"""The geometry of a timeline, computed once for every way of drawing it: lines, bands, marks, events on their levels, the gap strip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from parley.analysis.outcomes import Span
from parley.analysis.positions import Part
from parley.analysis.timeline import GapStretch, Stretch, Timeline, Track
from parley.dates import days_later
from parley.figures.gap_geometry import drawn_name
from parley.model import DirectionWord, Kind, Statement
from parley.scales import Axis
from parley.telling.drawings import date_shown, distance_now, end_label, never_known, pair_and_unit, silence
from parley.telling.evidence import in_short
from parley.telling.places import at_place
from parley.telling.said import Argument
from parley.words import say

Toward = Literal["lower", "higher"]
HALF = Fraction(1, 2)
LOOK_AHEAD = 90  # days ahead of the date shown in which an event is drawn, however short the time before it
SPREAD, WIDEST = Fraction(1, 5), Fraction(4, 5)  # of a rung, from the line of one party on it to the next, and from the first to the last at most


@dataclass(frozen=True)
class Line:
    """A part of a party's position: its stretches, moved aside by `aside` rungs so that parties on one rung stay apart.

    `refused` are the sides of a limit on which outcomes are refused; `is_held` says that it stands on the date shown.
    """

    party_id: str
    name: str
    part: Part
    aside: Fraction
    refused: tuple[Toward, ...]
    stretches: tuple[Stretch, ...]
    is_held: bool
    direction: DirectionWord | None = None

    def place(self, span: Span, axis: Axis) -> Argument:
        """Return where the part stands at a stretch of the scale, in words."""
        return at_place(span, axis, self.part, self.direction)


@dataclass(frozen=True)
class Said:
    """One statement: its day, whose, of which kind, and where on the scale; None for what has no place or is not shown at it."""

    id: str
    first: date
    day: date
    party_id: str
    kind: Kind
    span: Span | None
    aside: Fraction
    words: str


@dataclass(frozen=True)
class Vertical:
    """An event: its day or days, its label, and on which side of its line the label stands: towards the middle."""

    first: date
    last: date
    label: str
    stands_left: bool
    is_date_shown: bool = False


@dataclass(frozen=True)
class Quiet:
    """A long time without a word, or without one whose day is known, and what is said of it."""

    first: date
    last: date
    told: Argument


@dataclass(frozen=True)
class EndLabel:
    """The name of a line that stands on the last day drawn: "China limit"."""

    line: Line
    told: Argument

    @property
    def value(self) -> Fraction:
        """Return what the line has come to, moved aside as the line is."""
        return self.line.stretches[-1].span.high + self.line.aside


@dataclass(frozen=True)
class TimelineDrawing:
    """Everything a drawing of one issue over time needs, in days and in the values of its scale.

    Stretches and silences may have begun before `start`, where the drawing cuts them off. `names` are those of the parties drawn, by id, and
    `freshness` is after how many days evidence is stale.
    """

    axis: Axis
    start: date
    end: date
    as_of: date
    lines: tuple[Line, ...]
    end_labels: tuple[EndLabel, ...]
    said: tuple[Said, ...]
    verticals: tuple[Vertical, ...]
    gaps: tuple[GapStretch, ...]
    pair: Argument | None
    gap_now: str
    silences: tuple[Quiet, ...]
    names: Mapping[str, str]
    freshness: int

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements behind the marks and lines, each once: also of one made before `start` that a line still shows."""
        lines = {key for line in self.lines for one in line.stretches for key in one.ids}
        return tuple(sorted(lines | {one.id for one in self.said}))

    @property
    def gap_label(self) -> str:
        """Return between whom the distance lies and in what it is measured; empty where one party stands alone."""
        return say(self.pair)

    def noted(self, note: str) -> str:
        """Return the source note; before it, that the distance is not known at any time that is drawn, where that is so."""
        return f"{say(never_known(self.pair))} · {note}" if self.pair and self.gaps and not self.has_strip else note

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Return the stretches of all lines."""
        return tuple(one for line in self.lines for one in line.stretches)

    @property
    def has_strip(self) -> bool:
        """Return whether the distance is known at any time that is drawn."""
        return any(one.apart is not None for one in self.gaps)


def timeline_drawing(found: Timeline, spans: Mapping[str, Span | None], start: date | None = None) -> TimelineDrawing:
    """Return the drawing of an issue over time; `spans` holds where each statement stands, by id; `start` cuts off what lies before."""
    since = min(max(found.start, start), found.as_of) if start else found.start
    names = list(dict.fromkeys(track.party.id for track in found.tracks))
    spread = min(SPREAD, WIDEST / max(1, len(names) - 1)) if found.axis.is_ladder else Fraction(0)
    asides = {party: (number - Fraction(len(names) - 1, 2)) * spread for number, party in enumerate(names)}
    lines = tuple(line for track in found.tracks if (line := _line(track, found, asides, since)).stretches)
    said = tuple(_said(one, spans.get(one.id), asides) for one in found.said if one.day >= since)
    # It looks ahead no further than it looks back; what lies beyond is in the table.
    horizon = days_later(found.as_of, max(LOOK_AHEAD, (found.as_of - since).days))
    end = max([found.as_of, *(one.date.latest for one in found.events if one.date.latest and one.date.latest <= horizon)])
    verticals = _verticals(found, since, end)
    pair = pair_and_unit((drawn_name(found.pair[0]), drawn_name(found.pair[1])), found.axis) if found.pair else None
    gaps = tuple(one for one in found.gaps if one.end > since or one.start >= since)
    quiet = sorted([*((*one, True) for one in found.silences), *((*one, False) for one in found.undated)])
    silences = tuple(Quiet(first, last, silence(first, last, is_sure=is_sure)) for first, last, is_sure in quiet if last > since)
    now = say(distance_now(found.gaps[-1].apart if found.gaps else None, found.axis))
    labels = tuple(EndLabel(line, end_label(line.name, line.part)) for line in lines if line.is_held)
    drawn = {line.party_id for line in lines} | {one.party_id for one in said}
    shorts = {party.id: drawn_name(party) for party in found.parties if party.id in drawn}
    return TimelineDrawing(
        found.axis, since, end, found.as_of, lines, labels, said, verticals, gaps, pair, now, silences, shorts, found.freshness
    )  # fmt: skip


def _line(track: Track, found: Timeline, asides: Mapping[str, Fraction], since: date) -> Line:
    """Return a part of a position with the stretches that reach into what is drawn; they keep the day on which they began."""
    wants = found.issue.directions.get(track.party.id)
    refused: dict[str | None, tuple[Toward, ...]] = {"up": ("lower",), "down": ("higher",)}
    stretches = tuple(one for one in track.stretches if one.end > since or one.start >= since)
    sides = refused.get(wants, ("lower", "higher"))
    return Line(track.party.id, drawn_name(track.party), track.part, asides[track.party.id], sides, stretches, track.is_held, wants)


def _said(one: Statement, span: Span | None, asides: Mapping[str, Fraction]) -> Said:
    return Said(one.id, one.said.earliest or date.min, one.day, one.party, one.kind, span, asides.get(one.party, Fraction(0)), say(in_short(one)))


def _verticals(found: Timeline, since: date, end: date) -> tuple[Vertical, ...]:
    """Return the events in the order of their days, and the date shown among them where something lies ahead."""
    room = max(1, (end - since).days)
    events = [
        (one.date.earliest or one.date.latest, one.date.latest, one.label, False)
        for one in found.events
        if one.date.latest and one.date.latest <= end
    ]
    if end > found.as_of:
        events.append((found.as_of, found.as_of, say(date_shown()), True))
    made = []
    for first, last, label, is_date_shown in events:
        if last >= since:
            begun = max(first, since)
            made.append(Vertical(begun, last, label, Fraction((begun - since).days, room) > HALF, is_date_shown))
    return tuple(sorted(made, key=lambda one: (one.first, one.last)))
