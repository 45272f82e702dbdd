"""The four gaps, the zone and the status between positions, and what would settle an open status (method, section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import Literal

from parley.analysis.evidence import EvidenceCut
from parley.analysis.live import UNCHANGED, Changed
from parley.analysis.outcomes import Distance, distance, exceeds, largest, threshold, zone_width
from parley.analysis.parts import united
from parley.analysis.positions import Part, Position, PositionSet, position_as_of
from parley.evidence import Evidence
from parley.model import Kind, Party, Statement

GapName = Literal["headline", "bid", "limit"]


class Status(Enum):
    """How a pair of positions stands; the last four say why none of the first four can be told.

    UNKNOWN is that several are possible; of NO_ASK one of the two has spoken and stated nothing that can be placed, of NO_EVIDENCE not spoken at
    all; in SAME_WAY both want more, or both less, so that nothing is to be bridged.
    """

    AGREED = "agreed"
    OFFERS_MEET = "offers_meet"
    BRIDGEABLE = "bridgeable"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"
    SAME_WAY = "same_way"
    NO_ASK = "no_ask"
    NO_EVIDENCE = "no_evidence"


NOTHING_TO_COMPARE = frozenset({Status.NO_ASK, Status.NO_EVIDENCE})
DEFINITE: tuple[Status, ...] = (Status.AGREED, Status.OFFERS_MEET, Status.BRIDGEABLE, Status.BLOCKED)


@dataclass(frozen=True)
class Pivot:
    """An uncertain end of one party's set, and the threshold at which the status changes.

    The status can be `better` only if the end is at `needed` or nearer the other party; it surely is from `enough` on.
    Either is None where it says nothing: the end cannot lie there, another end may still keep them apart, or only an end at
    the end of the scale would be enough.
    """

    party: str
    part: Part
    gap: GapName
    better: Status
    worse: Status
    is_low_end: bool
    needed: Fraction | None
    enough: Fraction | None
    is_stated: bool
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """What lies between two positions on one issue; distances in units or rungs, each with both bounds.

    `table_a` is what A asks for against the best B has put on the table. `possible` holds the statuses still possible; none where a party
    has stated nothing, or both want the same way.
    """

    a: Position
    b: Position
    headline: Distance
    table_a: Distance
    table_b: Distance
    bid: Distance
    limit: Distance
    possible: frozenset[Status]

    @cached_property
    def zone(self) -> tuple[Fraction, Fraction]:
        """Return the width of what both stated limits leave, signed: negative where they exclude each other."""
        return zone_width((self.a.limit.outcomes, self.b.limit.outcomes))

    @cached_property
    def pivots(self) -> tuple[Pivot, ...]:
        """Return the uncertain ends on which the status turns; none where a party has said nothing."""
        return _pivots(self) if self.possible else ()

    @cached_property
    def with_conditions(self) -> Gap | None:
        """Return the gap that also counts what stands under a condition, None where nothing does."""
        a, b = self.a.with_conditions, self.b.with_conditions
        return gap_between(a or self.a, b or self.b) if a or b else None

    @cached_property
    def with_hints(self) -> Gap | None:
        """Return the gap that also counts what was only hinted, None where nothing was, or nothing else counts."""
        a, b = self.a.with_hints, self.b.with_hints
        return gap_between(a or self.a, b or self.b) if a or b else None

    @property
    def status(self) -> Status:
        """Return the status if only one is possible, else UNKNOWN; why there is none where none is."""
        return status_of(self.possible, (self.a, self.b))

    @cached_property
    def further(self) -> Further | None:
        """Return which of two that want the same way asks for more, and by how much; None where they do not, or one asks for nothing."""
        if self.status is not Status.SAME_WAY or not (self.a.asked.is_stated and self.b.asked.is_stated):
            return None
        a, b = (threshold(one.asked.outcomes, one.direction) for one in (self.a, self.b))
        low, high = a.low - b.high, a.high - b.low
        if self.a.direction == "down":
            low, high = -high, -low
        by = None if low <= 0 <= high else self.a.party if low > 0 else self.b.party
        ids = united(self.a.asked.ids, self.b.asked.ids)
        return Further(by, Distance(min(abs(low), abs(high)) if by else Fraction(0), max(abs(low), abs(high))), ids)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all statements behind the gap; where one has spoken and asked nothing, also of what it said instead."""
        return united(self.a.spoken, self.b.spoken) if self.status is Status.NO_ASK else united(self.a.ids, self.b.ids)

    @property
    def silent(self) -> tuple[Position, ...]:
        """Return the positions in which nothing was stated."""
        return tuple(one for one in (self.a, self.b) if not one.is_evidenced)


@dataclass(frozen=True)
class Further:
    """How much more one of two asks for that want the same way; `party` is None where neither surely does."""

    party: Party | None
    by: Distance
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Price:
    """What one statement that stands under a condition changes, counted alone.

    Measured is an offer against what `other` asks for, a demand against the best offer of `other`, a limit against the limit of
    `other`: `without` the statement and `with_it`, each None where the one or the other party has stated nothing to measure.
    `possible` are the statuses still possible, without it and with it, and `statuses` what comes of them.
    """

    statement: Statement
    by: Position
    other: Position
    without: Distance | None
    with_it: Distance | None
    possible: tuple[frozenset[Status], frozenset[Status]]
    statuses: tuple[Status, Status]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class GroupGap:
    """What lies between several positions on one issue: the largest pairwise distances, and the zone common to all."""

    positions: tuple[Position, ...]
    headline: Distance
    bid: Distance
    limit: Distance
    zone: tuple[Fraction, Fraction]
    possible: frozenset[Status]

    @property
    def status(self) -> Status:
        """Return the status if only one is possible, else UNKNOWN; why there is none where none is."""
        return status_of(self.possible, self.positions)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all statements behind the gap."""
        return tuple(sorted({one for position in self.positions for one in position.ids}))


def status_of(possible: frozenset[Status], positions: Sequence[Position]) -> Status:
    """Return the one status that is possible between positions, UNKNOWN where several are, and why where none is."""
    if possible:
        return next(iter(possible)) if len(possible) == 1 else Status.UNKNOWN
    if all(one.is_evidenced for one in positions):
        return Status.SAME_WAY
    return Status.NO_ASK if all(one.has_spoken for one in positions) else Status.NO_EVIDENCE


def want_the_same_way(positions: Sequence[Position]) -> bool:
    """Return whether all want more, or all less; those with a target each want a value of their own."""
    return len({one.direction for one in positions}) == 1 and positions[0].direction in ("up", "down")


def possible_statuses(headline: Distance, bid: Distance, limit: Distance) -> frozenset[Status]:
    """Return the statuses that the bounds of the three gaps leave possible."""
    found = set()
    if headline.low == 0:
        found.add(Status.AGREED)
    if bid.low == 0 and headline.high > 0:
        found.add(Status.OFFERS_MEET)
    if limit.low == 0 and bid.high > 0:
        found.add(Status.BRIDGEABLE)
    if limit.high > 0:
        found.add(Status.BLOCKED)
    return frozenset(found)


def gap_between(a: Position, b: Position) -> Gap:
    """Return the gap between two positions on one issue."""
    headline = distance(a.asked.outcomes, b.asked.outcomes)
    bid = distance(a.offer.outcomes, b.offer.outcomes)
    limit = distance(a.limit.outcomes, b.limit.outcomes)
    table_a, table_b = distance(a.asked.outcomes, b.offer.outcomes), distance(b.asked.outcomes, a.offer.outcomes)
    is_open = a.is_evidenced and b.is_evidenced and not want_the_same_way((a, b))
    possible = possible_statuses(headline, bid, limit) if is_open else frozenset[Status]()
    return Gap(a, b, headline, table_a, table_b, bid, limit, possible)


def gap_as_of(dataset: Evidence, pair: tuple[str, str], issue_id: str, as_of: date, cut: EvidenceCut, changed: Changed = UNCHANGED) -> Gap:
    """Return the gap between a pair of parties on an issue, as of a date and under an evidence cut; `changed` as `position_as_of` takes it."""
    a = position_as_of(dataset, pair[0], issue_id, as_of, cut, towards=pair[1], changed=changed)
    b = position_as_of(dataset, pair[1], issue_id, as_of, cut, towards=pair[0], changed=changed)
    return gap_between(a, b)


def prices(gap: Gap) -> tuple[Price, ...]:
    """Return what each demand, limit and offer under a condition changes, counted alone ("available at a price")."""
    found = []
    for by, other in ((gap.a, gap.b), (gap.b, gap.a)):
        for statement, counted in zip(by.conditional, by.with_each, strict=True):
            without, with_it = _measured(statement.kind, by, other), _measured(statement.kind, counted, other)
            then = gap_between(counted, other)
            possible = (gap.possible, then.possible)
            whole = {*by.ids, *other.ids, *counted.ids} if possible[0] != possible[1] else set()
            ids = {statement.id, *whole, *without.ids, *with_it.ids}
            found.append(Price(statement, by, other, without.apart, with_it.apart, possible, (gap.status, then.status), tuple(sorted(ids))))
    return tuple(found)


@dataclass(frozen=True)
class _Measured:
    apart: Distance | None
    ids: tuple[str, ...]


def _measured(kind: Kind, by: Position, other: Position) -> _Measured:
    """Return the distance that a demand, limit or offer of `by` bears on; none where one of the two has stated nothing to measure."""
    if kind == "red_line":
        one, another, is_known = by.limit, other.limit, True
    elif kind == "demand":
        one, another, is_known = by.demand, other.on_table, by.demand.is_stated
    else:
        one, another, is_known = other.asked, by.offer, other.asked.is_stated
    apart = distance(one.outcomes, another.outcomes) if is_known and by.is_evidenced and other.is_evidenced else None
    return _Measured(apart, (*one.ids, *another.ids))


def group_gap(positions: Sequence[Position]) -> GroupGap:
    """Return the gap between several positions: on one issue a pair always blocks, so distances are pairwise (Helly).

    Raises ValueError for fewer than two.
    """
    if len(positions) < 2:
        raise ValueError("A group gap needs at least two positions.")
    pairs = tuple(combinations(positions, 2))
    headline = largest(distance(one.asked.outcomes, other.asked.outcomes) for one, other in pairs)
    bid = largest(distance(one.offer.outcomes, other.offer.outcomes) for one, other in pairs)
    limit = largest(distance(one.limit.outcomes, other.limit.outcomes) for one, other in pairs)
    zone = zone_width(one.limit.outcomes for one in positions)
    is_open = all(one.is_evidenced for one in positions) and not want_the_same_way(positions)
    return GroupGap(tuple(positions), headline, bid, limit, zone, possible_statuses(headline, bid, limit) if is_open else frozenset())


def _pivots(gap: Gap) -> tuple[Pivot, ...]:
    found: list[Pivot] = []
    a, b = gap.a, gap.b
    steps: tuple[tuple[GapName, Distance, PositionSet, PositionSet, Part, Status, Status], ...] = (
        ("limit", gap.limit, a.limit, b.limit, "limit", Status.BRIDGEABLE, Status.BLOCKED),
        ("bid", gap.bid, a.offer, b.offer, "offer", Status.OFFERS_MEET, Status.BRIDGEABLE),
        ("headline", gap.headline, a.asked, b.asked, "demand", Status.AGREED, Status.OFFERS_MEET),
    )
    for name, apart, of_a, of_b, part, better, worse in steps:
        if apart.low > 0 or apart.high == 0:
            continue
        for position, own, other in ((a, of_a, of_b), (b, of_b, of_a)):
            if own.stage is not None:
                continue  # what a party does is no question to put to it
            found.extend(_ends(position, part, name, better, worse, own, other))
    return tuple(found)


def _ends(position: Position, part: Part, gap: GapName, better: Status, worse: Status, own: PositionSet, other: PositionSet) -> list[Pivot]:
    """Return a pivot for each uncertain end that can still keep the two sets apart."""
    found = []
    party, axis, mine, theirs = position.party.id, position.axis, own.outcomes, other.outcomes
    # The end is the party's own, the thresholds come from the other: they rest on the statements of both.
    ids = tuple(sorted({*own.ids, *other.ids}))
    # Where either end can keep them apart (a target), bringing one near is not enough; to take anything at all always would be.
    is_above, is_below = exceeds(mine.lo.high, theirs.hi.low), exceeds(theirs.lo.high, mine.hi.low)
    if is_above and not mine.lo.is_exact:
        needed = theirs.hi.high if theirs.hi.high < mine.lo.high else None
        enough = theirs.hi.low if theirs.hi.low >= mine.lo.low and not is_below else None
        if enough == axis.bottom and needed != enough:
            enough = None
        found.append(Pivot(party, part, gap, better, worse, True, needed, enough, own.is_stated, ids))
    if is_below and not mine.hi.is_exact:
        needed = theirs.lo.low if theirs.lo.low > mine.hi.low else None
        enough = theirs.lo.high if theirs.lo.high <= mine.hi.high and not is_above else None
        if enough == axis.top and needed != enough:
            enough = None
        found.append(Pivot(party, part, gap, better, worse, False, needed, enough, own.is_stated, ids))
    return found
