"""One part of a position, the demand, the best offer or the stated limit, from the statements that count (method, rules 2 to 4).

The statements are held in order, so that one more or one less costs no more than what it changes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache, reduce
from itertools import chain
from math import lcm
from typing import Literal

from parley.analysis import aside
from parley.analysis.aside import Aside
from parley.analysis.outcomes import Outcomes, Span, exactly, outcomes_of
from parley.model import DirectionWord, PlacedKind, Statement
from parley.scales import Axis

FlagKind = Literal["conflict", "incoherent", "stale"]
Part = Literal["demand", "offer", "limit"]
KIND_OF: Mapping[Part, PlacedKind] = {"demand": "demand", "limit": "red_line", "offer": "offer"}
PARTS: tuple[Part, ...] = tuple(KIND_OF)


@dataclass(frozen=True)
class Flag:
    """Something a reader must know about a position: what, about which part, by which statements."""

    kind: FlagKind
    part: Part
    ids: tuple[str, ...]


@dataclass(frozen=True)
class PositionSet:
    """A party's demand, offer or limit: its outcomes, whether it was stated, and the ids of the statements behind its ends.

    Where it was not stated, `ids` are the statements that bound it, and may be empty. `is_hint` says that all behind it only hint.
    """

    outcomes: Outcomes
    is_stated: bool
    ids: tuple[str, ...]
    is_hint: bool = False


@dataclass(frozen=True)
class Made:
    """What some statements of one kind make of a part: its set, and the flag where they conflict.

    `newest` is the newest day behind it and `behind` the ids of the statements behind it, where it is stated; `why_not` tells why one of
    the statements carries no part of it, or None where it does.
    """

    own: PositionSet
    newest: date | None = None
    behind: tuple[str, ...] = ()
    flag: Flag | None = None
    why_not: Callable[[Statement], Aside | None] = field(default=lambda _: None, compare=False)


@dataclass(frozen=True)
class Rules:
    """What the rules need to know of a party on an issue: the scale, what it wants, who may commit it, and when statements conflict.

    `outcomes` keeps what each placement amounts to, and `unit` is a number that makes all of them whole, so that they are compared quickly.
    """

    axis: Axis
    direction: DirectionWord | None
    committing: frozenset[str]
    conflict_days: int
    unit: int = 1
    outcomes: dict[str, Outcomes] = field(default_factory=dict, compare=False)

    @classmethod
    def over(
        cls, statements: Iterable[Statement], axis: Axis, direction: DirectionWord | None, committing: frozenset[str], conflict_days: int
    ) -> Rules:
        """Return the rules for these statements and no others."""
        rules = cls(axis, direction, committing, conflict_days)
        if direction is None:
            return rules
        sets = [rules.outcomes_of(one) for one in statements if one.kind == "offer" and one.place.is_placed]
        ends = {end for one in sets for span in (one.lo, one.hi) for end in (span.low.denominator, span.high.denominator)}
        return cls(axis, direction, committing, conflict_days, lcm(*ends), rules.outcomes)

    def outcomes_of(self, statement: Statement) -> Outcomes:
        """Return what a statement amounts to; its party must have a direction on the issue."""
        found = self.outcomes.get(statement.id)
        if found is None:
            assert self.direction is not None
            found = self.outcomes[statement.id] = outcomes_of(statement.place, self.axis, self.direction)
        return found

    @cached_property
    def unstated(self) -> PositionSet:
        """Return the set of a part of which nothing was stated."""
        return _unstated(self.axis, self.direction)


class Newest:
    """The demands, or the limits, of a party: the newest counts, widened by those that conflict with it (rules 2 and 3).

    A statement that names no place gives way to those that do: it neither contradicts them nor says more.
    """

    def __init__(self, rules: Rules, part: Part) -> None:
        self.rules, self.part = rules, part
        self._by_id: dict[str, Statement] = {}
        # Days and ids, oldest first, of those with a place and without; and of those among them whose speaker may commit the party.
        self._said: dict[bool, list[tuple[date, str]]] = {True: [], False: []}
        self._official: dict[bool, list[tuple[date, str]]] = {True: [], False: []}
        self._made: Made | None = None

    def add(self, one: Statement) -> None:
        """Count one more statement."""
        for group in self._groups(one):
            insort(group, (one.day, one.id))
        self._by_id[one.id] = one
        self._made = None

    def remove(self, one: Statement) -> None:
        """Count a statement no more."""
        for group in self._groups(one):
            del group[bisect_left(group, (one.day, one.id))]
        del self._by_id[one.id]
        self._made = None

    def _groups(self, one: Statement) -> Iterable[list[tuple[date, str]]]:
        has_place = one.place.unknown is None
        return (self._said[has_place], self._official[has_place]) if one.speaker in self.rules.committing else (self._said[has_place],)

    def made(self) -> Made:
        """Return what the statements make of the part."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def _make(self) -> Made:
        if not self._by_id:
            return Made(self.rules.unstated)
        committing, is_placed = self.rules.committing, bool(self._said[True])
        pool = self._said[is_placed]
        newest = (self._official[is_placed] or pool)[-1][0]
        near = _at_a_price([self._by_id[key] for _, key in self._near(pool, newest)], committing)
        sets = [self.rules.outcomes_of(one) for one in (once(near, committing) if len(near) > 1 else near)]
        ids = tuple(sorted(one.id for one in near))
        flag = Flag("conflict", self.part, ids) if any(one != sets[0] for one in sets[1:]) else None
        is_hint = all(one.conveyance == "hint" for one in near)
        own = PositionSet(reduce(Outcomes.either, sets), is_stated=True, ids=ids, is_hint=is_hint)
        window = self.rules.conflict_days

        def why_not(one: Statement) -> Aside | None:
            if is_placed and one.place.unknown is not None:
                return aside.NO_PLACE
            if abs((newest - one.day).days) <= window:
                return None
            return aside.OLDER if one.day < newest else aside.MAY_NOT_COMMIT

        return Made(own, max(one.day for one in near), ids, flag, why_not)

    def _near(self, pool: Sequence[tuple[date, str]], newest: date) -> Sequence[tuple[date, str]]:
        """Return those within the conflict window of the newest."""
        window = self.rules.conflict_days
        first = bisect_left(pool, newest.toordinal() - window, key=lambda one: one[0].toordinal())
        last = bisect_right(pool, newest.toordinal() + window, key=lambda one: one[0].toordinal())
        return pool[first:last]


class _Bound:
    """How far the offers of a party go at one bound of their ends: the furthest first, as whole numbers, and by which offers, in order."""

    def __init__(self) -> None:
        self.reached: list[int] = []
        self._by_reach: dict[int, list[str]] = {}

    def add(self, reach: int, key: str) -> None:
        if reach not in self._by_reach:
            insort(self.reached, reach)
            self._by_reach[reach] = []
        insort(self._by_reach[reach], key)

    def remove(self, reach: int, key: str) -> None:
        keys = self._by_reach[reach]
        del keys[bisect_left(keys, key)]
        if not keys:
            del self._by_reach[reach], self.reached[bisect_left(self.reached, reach)]

    @property
    def furthest(self) -> Sequence[str]:
        """The ids of the offers that go furthest."""
        return self._by_reach[self.reached[0]]


class Offers:
    """The offers of a party: they add up, and the furthest count (rule 4)."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._days: dict[str, date] = {}
        self._not_hinted: set[str] = set()
        self._bounds = (_Bound(), _Bound(), _Bound(), _Bound())
        self._made: tuple[PositionSet, Made] | None = None

    def add(self, one: Statement) -> None:
        """Count one more offer."""
        for bound, reach in zip(self._bounds, self._reach(one), strict=True):
            bound.add(reach, one.id)
        self._days[one.id] = one.day
        if one.conveyance != "hint":
            self._not_hinted.add(one.id)
        self._made = None

    def remove(self, one: Statement) -> None:
        """Count an offer no more."""
        for bound, reach in zip(self._bounds, self._reach(one), strict=True):
            bound.remove(reach, one.id)
        del self._days[one.id]
        self._not_hinted.discard(one.id)
        self._made = None

    def _reach(self, one: Statement) -> tuple[int, int, int, int]:
        """Return how far an offer goes at each bound of its ends, the lesser the further."""
        unit, own = self.rules.unit, self.rules.outcomes_of(one)
        low, low_at_most, high, high_at_most = (
            end.numerator * (unit // end.denominator) for end in (own.lo.low, own.lo.high, own.hi.low, own.hi.high)
        )
        return low, low_at_most, -high, -high_at_most

    def made(self, demand: PositionSet) -> Made:
        """Return the best offer: the hull of the demand and all offers.

        An unstated demand adds nothing to the hull: what is on the table is then what was offered, no more. Only what carries
        an end of the hull is behind it; where no offer does, nothing was offered beyond the demand.
        """
        if self._made is None or self._made[0] is not demand:
            self._made = demand, self._make(demand)
        return self._made[1]

    def _make(self, demand: PositionSet) -> Made:
        if not self._days:
            return Made(PositionSet(demand.outcomes, is_stated=False, ids=demand.ids))
        alone = self._hull()
        hull = alone.hull(demand.outcomes) if demand.is_stated else alone
        carried = [self._bounds[number].furthest if _is_carried(alone, hull, number) else () for number in self._mattering()]
        ids = united(*carried)

        def why_not(one: Statement) -> Aside | None:
            return None if one.id in ids else aside.NOT_FURTHEST

        if not ids:
            return Made(PositionSet(hull, is_stated=False, ids=demand.ids), why_not=why_not)
        is_hint = self._not_hinted.isdisjoint(ids)
        own = PositionSet(hull, is_stated=True, ids=ids if all(carried) else united(ids, demand.ids), is_hint=is_hint)
        return Made(own, max(map(self._days.__getitem__, ids)), ids, why_not=why_not)

    def _hull(self) -> Outcomes:
        """Return the hull of the offers alone."""
        furthest = [self.rules.outcomes[bound.furthest[0]] for bound in self._bounds]
        if all(len(bound.reached) == 1 for bound in self._bounds):
            return furthest[0]
        return Outcomes(Span(furthest[0].lo.low, furthest[1].lo.high), Span(furthest[2].hi.low, furthest[3].hi.high))

    def _mattering(self) -> Sequence[int]:
        """Return the numbers of the bounds that the party's wish makes matter."""
        direction = self.rules.direction
        return (2, 3) if direction == "down" else (0, 1) if direction == "up" else (0, 1, 2, 3)


def _is_carried(alone: Outcomes, hull: Outcomes, number: int) -> bool:
    """Return whether the offers alone go as far at one bound as together with the demand: a hull keeps the very value of its first set then."""
    own, whole = ((one.lo.low, one.lo.high, one.hi.low, one.hi.high)[number] for one in (alone, hull))
    return own is whole


def alone(rules: Rules, part: Part, statements: Sequence[Statement]) -> PositionSet:
    """Return what some statements, all of the part's kind, make of it by themselves."""
    held = Offers(rules) if part == "offer" else Newest(rules, part)
    for one in statements:
        held.add(one)
    return held.made(rules.unstated).own if isinstance(held, Offers) else held.made().own


def _at_a_price(near: Sequence[Statement], committing: Container[str]) -> Sequence[Statement]:
    """Return, where a condition is counted as met, what stands under it: what the party says without it at the same time does not contradict it.

    Under a leak's condition an official statement stands beside it (rule 2).
    """
    official = [one for one in near if one.speaker in committing] or near
    priced = [one for one in official if one.condition is not None]
    return priced or near


def once(statements: Sequence[Statement], committing: Container[str]) -> Sequence[Statement]:
    """Return those that do not merely repeat another of them: one position found twice is one position.

    What an official repeats of a leak stands for itself, so that the leak does not replace it (rule 2).
    """
    by_id = {one.id: one for one in statements}

    def repeats(one: Statement) -> bool:
        original = by_id.get(one.repeats) if one.repeats else None
        return original is not None and (one.speaker not in committing or original.speaker in committing)

    return [one for one in statements if not repeats(one)] or statements


@lru_cache(maxsize=256)
def _unstated(axis: Axis, direction: DirectionWord | None) -> PositionSet:
    anywhere = Span(axis.bottom, axis.top)
    lo = exactly(axis.bottom) if direction == "down" else anywhere
    hi = exactly(axis.top) if direction == "up" else anywhere
    return PositionSet(Outcomes(lo, hi), is_stated=False, ids=())


def united(*groups: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of several groups in order, each once; each group is in order itself."""
    first, *others = [group for group in groups if group] or [()]
    # Mostly all are behind one and the same.
    if all(one is first or one == first for one in others):
        return tuple(first)
    return tuple(dict.fromkeys(sorted(chain(first, *others))))
