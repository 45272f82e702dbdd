"""The best offer from the offers that count: they add up, and the furthest carry it (method, rule 4).

The offers are held in order, so that one more or one less costs no more than what it changes.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from datetime import date

from parley.analysis import aside
from parley.analysis.aside import Aside
from parley.analysis.evidence import is_hinted
from parley.analysis.outcomes import Outcomes, Span
from parley.analysis.parts import Made, PositionSet, Rules, united
from parley.model import Statement


class _Bound:
    """How far the offers of a party go at one bound of their ends: the furthest first, as whole numbers, and by which offers, in order."""

    def __init__(self) -> None:
        self.reached: list[int] = []
        self._by_reach: dict[int, list[str]] = {}

    def add(self, reach: int, key: str) -> bool:
        """Count one more offer, and return whether none goes further."""
        if reach not in self._by_reach:
            insort(self.reached, reach)
            self._by_reach[reach] = []
        insort(self._by_reach[reach], key)
        return reach == self.reached[0]

    def remove(self, reach: int, key: str) -> bool:
        """Count an offer no more, and return whether none went further."""
        went_furthest = reach == self.reached[0]
        keys = self._by_reach[reach]
        del keys[bisect_left(keys, key)]
        if not keys:
            del self._by_reach[reach], self.reached[bisect_left(self.reached, reach)]
        return went_furthest

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
        self._reached: dict[str, tuple[int, int, int, int]] = {}
        self._bounds = (_Bound(), _Bound(), _Bound(), _Bound())
        self._made: tuple[PositionSet, Made] | None = None

    def add(self, one: Statement) -> None:
        """Count one more offer."""
        self._days[one.id] = one.day
        if one.conveyance != "hint" and not is_hinted(one, self.rules.committing):
            self._not_hinted.add(one.id)
        self._changed([bound.add(reach, one.id) for bound, reach in zip(self._bounds, self._reach(one), strict=True)])

    def remove(self, one: Statement) -> None:
        """Count an offer no more."""
        del self._days[one.id]
        self._not_hinted.discard(one.id)
        self._changed([bound.remove(reach, one.id) for bound, reach in zip(self._bounds, self._reach(one), strict=True)])

    def _changed(self, is_furthest: Sequence[bool]) -> None:
        """Note that an offer came or went; one that goes furthest at no bound makes no difference."""
        if any(is_furthest):
            self._made = None

    def _reach(self, one: Statement) -> tuple[int, int, int, int]:
        """Return how far an offer goes at each bound of its ends, the lesser the further."""
        found = self._reached.get(one.id)
        if found is None:
            found = self._reached[one.id] = self._measured(one)
        return found

    def _measured(self, one: Statement) -> tuple[int, int, int, int]:
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
        if self._made is None or self._made[0] != demand:
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
