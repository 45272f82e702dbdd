"""What statements make: three parts, each inside the next or flagged where an offer crosses a limit, and a measure (method, rules 5 and 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from parley.analysis.aside import Aside
from parley.analysis.newest import Newest
from parley.analysis.offers import Offers
from parley.analysis.outcomes import Outcomes, Span, exceeds
from parley.analysis.parts import Flag, Made, Part, PositionSet, Rules, united
from parley.dates import grown_old
from parley.model import DirectionWord, Statement

LAST_END = 5  # of the six ends of limit, offer and demand, in rising order
Fitted = tuple[PositionSet, PositionSet, PositionSet, Flag | None]


@dataclass(frozen=True)
class Sets:
    """What some statements make, whatever the day: the parts as made, three of them fitted to each other, and the flags that no day changes."""

    made: tuple[Made, Made, Made, Made]
    demand: PositionSet
    offer: PositionSet
    limit: PositionSet
    measure: PositionSet
    flags: tuple[Flag, ...]

    @cached_property
    def own(self) -> Mapping[Part, PositionSet]:
        """Return each part as its own statements make it, before the parts are fitted to each other."""
        demand, offer, limit, measure = (one.own for one in self.made)
        return {"demand": demand, "offer": offer, "limit": limit, "measure": measure}

    def stale(self, as_of: date, freshness_days: int) -> tuple[Flag, ...]:
        """Return a flag for each part whose newest statement is older than so many days."""
        demand, offer, limit, measure = self.made
        dated: tuple[tuple[Part, Made], ...] = (("demand", demand), ("limit", limit), ("offer", offer), ("measure", measure))
        return tuple(Flag("stale", part, one.behind) for part, one in dated if one.newest and grown_old(one.newest, as_of, freshness_days))

    def why_not(self, one: Statement) -> Aside | None:
        """Return why a statement that counts carries no part, None where it does."""
        return self.made[_ORDER[one.kind]].why_not(one)


_ORDER = {"demand": 0, "offer": 1, "red_line": 2, "measure": 3}


class Counting:
    """The statements that count, and what they make; one more or less costs no more than the part that it bears on."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._demands, self._limits, self._offers, self._measures = (
            Newest(rules, "demand"),
            Newest(rules, "limit"),
            Offers(rules),
            Newest(rules, "measure"),
        )
        self._of_kind: Mapping[str, Newest | Offers] = {
            "demand": self._demands,
            "red_line": self._limits,
            "offer": self._offers,
            "measure": self._measures,
        }
        self._count = 0
        self._sets: Sets | None = None
        self._before: tuple[tuple[PositionSet, ...], Fitted] | None = None

    def add(self, one: Statement) -> None:
        """Count one more."""
        self._count += 1
        self._of_kind[one.kind].add(one)

    def remove(self, one: Statement) -> None:
        """Count one less."""
        self._count -= 1
        self._of_kind[one.kind].remove(one)

    @property
    def is_empty(self) -> bool:
        """Whether no statement counts."""
        return not self._count

    def sets_with(self, more: Sequence[Statement]) -> Sets:
        """Return what they make together with a few more."""
        for one in more:
            self.add(one)
        try:
            return self.sets()
        finally:
            for one in more:
                self.remove(one)

    def sets(self) -> Sets:
        """Return what they make."""
        demand, limit, measure = self._demands.made(), self._limits.made(), self._measures.made()
        made = demand, self._offers.made(demand.own), limit, measure
        if self._sets is None or any(one is not other for one, other in zip(made, self._sets.made, strict=True)):
            parts = self._fitted(demand.own, made[1].own, limit.own)
            flags = (demand.flag, limit.flag, measure.flag, parts[3])
            self._sets = Sets(made, *parts[:3], measure.own, tuple(flag for flag in flags if flag))
        return self._sets

    def _fitted(self, *parts: PositionSet) -> Fitted:
        """Return demand, offer and limit fitted to each other; mostly one statement more or less makes the same of them as before."""
        if self._before is None or parts != self._before[0]:
            demand, offer, limit = parts
            self._before = parts, fitted(demand, offer, limit, self._rules.direction)
        return self._before[1]


def fitted(demand: PositionSet, offer: PositionSet, limit: PositionSet, direction: DirectionWord | None) -> Fitted:
    """Return demand, offer and limit, each inside the next, and the flag where a party crosses its own limit, which widens them instead."""
    parts = (limit, offer, demand)
    # The six ends must rise from the limit's low end over offer and demand to the limit's high end.
    ends: Sequence[Span] = [one.outcomes.lo for one in parts] + [one.outcomes.hi for one in reversed(parts)]
    point = len(parts)
    flag = None
    if _crosses(offer.outcomes, limit.outcomes):
        flag = Flag("incoherent", "limit", united(*(one.ids for one in parts)))
        ends = _widened_above(_widened_below(ends))
    elif direction == "target":
        point = next((number for number, one in enumerate(parts) if one.outcomes.is_point), point)
    lows, highs = _bounding(ends, point)
    found = []
    for number, own in enumerate(parts):
        at_lo, at_hi = number, LAST_END - number
        lo, hi = _end(ends, lows[at_lo], highs[at_lo]), _end(ends, lows[at_hi], highs[at_hi])
        if _is_same(lo, own.outcomes.lo) and _is_same(hi, own.outcomes.hi):
            found.append(own)
            continue
        bounding = {min(at, LAST_END - at) for at in (lows[at_lo], highs[at_lo], lows[at_hi], highs[at_hi])}
        if number >= point:
            bounding.add(point)  # that it is a single value is what ties the ends together
        ids = flag.ids if flag else united(own.ids, *(parts[one].ids for one in bounding))
        found.append(PositionSet(Outcomes(lo, hi, own.outcomes.is_point and not flag), own.is_stated, ids, own.is_hint, asked_of=own.asked_of))
    return found[2], found[1], found[0], flag


def _is_same(one: Span, other: Span) -> bool:
    return one is other or one == other


def _crosses(offer: Outcomes, limit: Outcomes) -> bool:
    """Return whether an offer surely lies beyond the limit: past one of its ends, or of some width where it is a single value."""
    past_an_end = exceeds(limit.lo.low, offer.lo.high) or exceeds(offer.hi.low, limit.hi.high)
    return past_an_end or (limit.is_point and exceeds(offer.hi.low, offer.lo.high))


def _end(ends: Sequence[Span], low: int, high: int) -> Span:
    return ends[low] if low == high else Span(ends[low].low, ends[high].high)


def _bounding(ends: Sequence[Span], outermost_point: int) -> tuple[list[int], list[int]]:
    """Return, for each end, the number of the end whose low bound holds for it, and of the one whose high bound does.

    Its own where another is only as good. In a point, and in what lies inside it, all ends are one value.
    """
    lows, highs = list(range(len(ends))), list(range(len(ends)))
    for before, at in pairwise(range(len(ends))):
        if exceeds(ends[lows[before]].low, ends[at].low):
            lows[at] = lows[before]
    for after, at in pairwise(reversed(range(len(ends)))):
        if exceeds(ends[at].high, ends[highs[after]].high):
            highs[at] = highs[after]
    for at in range(outermost_point, len(ends) - outermost_point):
        top, bottom = lows[LAST_END - outermost_point], highs[outermost_point]
        lows[at] = top if exceeds(ends[top].low, ends[at].low) else at
        highs[at] = bottom if exceeds(ends[at].high, ends[bottom].high) else at
    return lows, highs


def _widened_below(ends: Sequence[Span]) -> Sequence[Span]:
    """Return the ends such that an offer which goes below the low end of the limit does so no longer.

    Which of the two statements holds is not known, so either end may lie where the other was said to be; what was said to
    lie below the limit's end, the demand for instance, may have to rise to it.
    """
    limit, offer, *rest = ends
    if not exceeds(limit.low, offer.high):
        return ends
    both = Span(offer.low, limit.high)
    return [both, both, *(Span(one.low, limit.high) if exceeds(limit.low, one.high) else one for one in rest)]


def _widened_above(ends: Sequence[Span]) -> Sequence[Span]:
    """Return the ends such that an offer which goes above the high end of the limit does so no longer, in the same way."""
    *rest, offer, limit = ends
    if not exceeds(offer.low, limit.high):
        return ends
    both = Span(limit.low, offer.high)
    return [*(Span(limit.low, one.high) if exceeds(one.low, limit.high) else one for one in rest), both, both]
