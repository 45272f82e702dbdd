"""A demand, a limit or a measure from the statements that count: the newest, widened by those that conflict with it (method, rules 2 and 3).

The statements are held in order, so that one more or one less costs no more than what it changes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Container, Iterable, Sequence
from datetime import date
from functools import reduce

from parley.analysis import aside
from parley.analysis.addressing import all_asked_of
from parley.analysis.aside import Aside
from parley.analysis.evidence import is_hinted
from parley.analysis.outcomes import Outcomes
from parley.analysis.parts import Flag, Made, Part, PositionSet, Rules
from parley.model import Statement


class Newest:
    """The demands, the limits or the measures of a party: the newest counts, widened by those that conflict with it (rules 2 and 3).

    A statement that names no place gives way to those that do: it neither contradicts them nor says more.
    """

    def __init__(self, rules: Rules, part: Part) -> None:
        self.rules, self.part = rules, part
        self._by_id: dict[str, Statement] = {}
        # Days and ids, oldest first, of those with a place and without; and of those among them whose speaker may commit the party.
        self._said: dict[bool, list[tuple[date, str]]] = {True: [], False: []}
        self._official: dict[bool, list[tuple[date, str]]] = {True: [], False: []}
        self._made: Made | None = None
        self._before: tuple[tuple[bool, date, Sequence[tuple[date, str]]], Made] | None = None  # what was made last, and of which

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
        is_placed = bool(self._said[True])
        pool = self._said[is_placed]
        newest = (self._official[is_placed] or pool)[-1][0]
        found = is_placed, newest, self._near(pool, newest)
        # What is older mostly comes and goes without making a difference.
        if self._before is None or self._before[0] != found:
            self._before = found, self._made_of(*found)
        return self._before[1]

    def _made_of(self, is_placed: bool, newest: date, found: Sequence[tuple[date, str]]) -> Made:
        """Return what the newest statements make, given by their days and ids."""
        committing = self.rules.committing
        near = _at_a_price([self._by_id[key] for _, key in found], committing)
        sets = [self.rules.outcomes_of(one) for one in (once(near, committing) if len(near) > 1 else near)]
        ids = tuple(sorted(one.id for one in near))
        flag = Flag("conflict", self.part, ids) if any(one != sets[0] for one in sets[1:]) else None
        is_hint = all(one.conveyance == "hint" or is_hinted(one, committing) for one in near)
        asked = all_asked_of(near, self.rules.governments)
        own = PositionSet(reduce(Outcomes.either, sets), is_stated=True, ids=ids, is_hint=is_hint, stage=near[-1].stage, asked_of=asked)
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
