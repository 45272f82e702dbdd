"""Which statements of a party on an issue are live and admitted on a day (method, rule 1), walked from day to day.

What each day brings is worked out once: said, withdrawn, run out, overtaken. Going from one day to another, forward or back, costs no more than
what lies between them, and leaving a statement out, or taking it as otherwise, no more than what rests on that statement.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from parley.analysis import aside
from parley.analysis.addressing import Governments, is_meant_for
from parley.analysis.aside import Aside, AsideKind
from parley.analysis.evidence import EvidenceCut, is_own_word, is_positional
from parley.model import Issue, Party, Statement

Changed = Mapping[str, Statement | None]
UNCHANGED: Changed = {}


def is_over(one: Statement, as_of: date) -> bool:
    """Return whether the statement had been taken back or had run out by then."""
    return _is_withdrawn(one, as_of) or _has_run_out(one, as_of)


def _has_run_out(one: Statement, as_of: date) -> bool:
    return one.expires is not None and one.expires.latest is not None and one.expires.latest < as_of


def _is_withdrawn(one: Statement, as_of: date) -> bool:
    """Return whether the statement may have been taken back by then; where no first day is known, whether it surely was."""
    day = withdrawn_from(one)
    return day is not None and day <= as_of


def withdrawn_from(one: Statement) -> date | None:
    """Return the first day on which the statement may have been taken back, the last where no first is known; None if it was not."""
    return (one.withdrawn.earliest or one.withdrawn.latest) if one.withdrawn else None


@dataclass(frozen=True)
class Scope:
    """Whose statements on what are looked at, oldest first, under which evidence, towards whom, and which governments it may ask (rule 1a)."""

    party: Party
    issue: Issue
    statements: tuple[Statement, ...]
    cut: EvidenceCut
    towards: str | None
    governments: Governments

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """Return the statements by id."""
        return {one.id: one for one in self.statements}

    @cached_property
    def superseding(self) -> Mapping[str, tuple[Statement, ...]]:
        """Return, by the id of each superseded statement, those of the party on the issue that supersede it."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for one in self.statements:
            for old in one.supersedes:
                found[old].append(one)
        return {key: tuple(group) for key, group in found.items()}

    def own(self, changed: Changed) -> Changed:
        """Return of what is taken as otherwise that which is the party's on the issue."""
        if not changed:
            return UNCHANGED
        few, many = sorted((changed, self.by_id), key=len)
        return {key: changed[key] for key in few if key in many}

    def counts(self, one: Statement) -> bool:
        """Return whether a statement is meant for the other party and admitted; what is not overtakes nothing either (laws P12 and P13)."""
        return is_meant_for(one, self.towards, self.governments) and self.cut.lets_in(one)

    def why_aside(self, one: Statement, as_of: date, changed: Changed = UNCHANGED) -> Aside | None:
        """Return why a statement is not live or not admitted on a day, or None if it is both.

        `changed` holds what is taken as otherwise, by id, and None for what is left out.
        """
        if one.day > as_of:
            return aside.FUTURE
        # What is not shown is told of as that, whatever else became of it.
        if not self.cut.lets_in(one):
            if not is_own_word(one):
                return aside.NEVER_OWN
            return Aside(AsideKind.CUT, cut=self.cut)
        if not is_positional(one):
            return aside.NOT_POSITIONAL
        if not is_meant_for(one, self.towards, self.governments):
            return aside.TO_OTHERS
        if _is_withdrawn(one, as_of):
            return aside.WITHDRAWN
        if _has_run_out(one, as_of):
            return aside.EXPIRED
        by = sorted({new.id for new in self._superseding(one, changed) if self._has_superseded(new, one, as_of)})
        return Aside(AsideKind.REPLACED, by=tuple(by)) if by else None

    def _superseding(self, one: Statement, changed: Changed) -> Iterator[Statement]:
        """Yield what supersedes the statement, or the one that it repeats: a position found twice is overtaken once (law P12)."""
        for new in self.superseding.get(one.id, ()):
            now = changed.get(new.id, new)
            if now is not None:
                yield now
        for new in self.superseding.get(one.repeats or "", ()):
            now = changed.get(new.id, new)
            if now is not None and now.id != one.id and now.day >= one.day:
                yield now

    def _has_superseded(self, new: Statement, old: Statement, as_of: date) -> bool:
        """Return whether `new` has overtaken `old`: what does not count here and now overtakes nothing (laws P12 and P13)."""
        if old.speaker in self.party.committing and new.speaker not in self.party.committing:
            return False  # A leak never supersedes an official statement (rule 2).
        return self.counts(new) and new.day <= as_of and not _is_withdrawn(new, as_of)


_NEVER = date.max.toordinal() + 1


class _Turn(Enum):
    """What may hold of a statement on a day: that it stands by its own terms, and that it overtakes what it supersedes."""

    STANDS = auto()
    OVERTAKES = auto()


class _Span(NamedTuple):
    """From which day on something holds of a statement, and from which it does so no longer, as numbers of days."""

    turn: _Turn
    first: int
    end: int


class _Overtaken:
    """What becomes of one superseded statement and of all that repeat it, as those that supersede it come and go."""

    def __init__(self, repeating: Sequence[Statement], committing: frozenset[str]) -> None:
        self._committing = committing
        # Those that now supersede it, oldest first, and by whether their speaker may commit the party.
        self._all: list[tuple[date, str]] = []
        self._official: list[tuple[date, str]] = []
        ordered = sorted(repeating, key=lambda one: (one.day, one.id))
        self._repeating = {rank: [one for one in ordered if (one.speaker in committing) is rank] for rank in (True, False)}

    def covers(self, old: Statement) -> bool:
        """Return whether the superseded statement itself is overtaken."""
        return bool(self._official if old.speaker in self._committing else self._all)

    def covers_repeating(self, one: Statement) -> bool:
        """Return whether a statement that repeats it is overtaken: only what was said no earlier overtakes that too."""
        able = self._official if one.speaker in self._committing else self._all
        last = next((other for other in reversed(able) if other[1] != one.id), None)
        return last is not None and last[0] >= one.day

    def change(self, new: Statement, *, begins: bool) -> Iterator[Statement]:
        """Count what supersedes it, or no more, and yield those of the repeating statements of which it may change whether they are overtaken."""
        before = {True: _last(self._official), False: _last(self._all)}
        for able in (self._official, self._all) if new.speaker in self._committing else (self._all,):
            if begins:
                insort(able, (new.day, new.id))
            else:
                del able[bisect_left(able, (new.day, new.id))]
        after = {True: _last(self._official), False: _last(self._all)}
        for rank, repeating in self._repeating.items():
            first, last = sorted((before[rank], after[rank]))
            if first != last or first == new.day:
                start = bisect_left(repeating, first, key=lambda one: one.day)
                yield from repeating[start : bisect_right(repeating, last, lo=start, key=lambda one: one.day)]


def _last(able: Sequence[tuple[date, str]]) -> date:
    return able[-1][0] if able else date.min


class Walk:
    """The live and admitted statements of a scope on one day after another.

    `enter` is told of each statement that becomes live, and `leave` of each that ceases to be.
    """

    def __init__(self, scope: Scope, enter: Callable[[Statement], None], leave: Callable[[Statement], None]) -> None:
        self.scope, self._enter, self._leave = scope, enter, leave
        self._now = dict(scope.by_id)
        repeating: dict[str, list[Statement]] = defaultdict(list)
        for one in scope.statements:
            if one.repeats:
                repeating[one.repeats].append(one)
        self._overtaken = {key: _Overtaken(repeating[key], scope.party.committing) for key in scope.superseding}
        self._standing: set[str] = set()
        self._live: set[str] = set()
        self._known = {one.id: tuple(self._spans(one)) for one in scope.statements}
        brought = [
            each
            for one in scope.statements
            for turn, first, end in self._known[one.id]
            for each in ((first, turn, one, True), (end, turn, one, False))
        ]
        self._brought = sorted(brought, key=lambda each: each[0])
        self._days = [day for day, *_ in self._brought]
        self._at = 0  # how much of what the days bring has been counted

    def _spans(self, one: Statement) -> Iterator[_Span]:
        """Yield from and until when a statement stands by its own terms, and overtakes others."""
        if not self.scope.counts(one):
            return
        withdrawn = withdrawn_from(one)
        first, end = one.day.toordinal(), _NEVER if withdrawn is None else withdrawn.toordinal()
        if one.supersedes and first < end:
            yield _Span(_Turn.OVERTAKES, first, end)
        if is_positional(one):
            end = min(end, one.expires.latest.toordinal() + 1) if one.expires and one.expires.latest else end
            if first < end:
                yield _Span(_Turn.STANDS, first, end)

    def count_by(self, day: date) -> int:
        """Return how much the days bring by this one; on two for which it is the same, so are the live statements."""
        return bisect_right(self._days, day.toordinal())

    def go_to(self, day: date) -> None:
        """Go to a day, forward or back."""
        to = self.count_by(day)
        while self._at < to:
            _, turn, one, begins = self._brought[self._at]
            self._take(turn, one, begins=begins)
            self._at += 1
        while self._at > to:
            self._at -= 1
            _, turn, one, begins = self._brought[self._at]
            self._take(turn, one, begins=not begins)

    @contextmanager
    def changed(self, changed: Changed, day: date) -> Iterator[None]:
        """Take statements as otherwise, or leave them out, as long as the block lasts, on the day that the walk has come to."""
        as_they_are = [self.scope.by_id[key] for key in changed]
        otherwise = [one for one in changed.values() if one is not None]
        self._exchange(as_they_are, otherwise, day)
        try:
            yield
        finally:
            self._exchange(otherwise, as_they_are, day)

    def _exchange(self, old: Sequence[Statement], new: Sequence[Statement], day: date) -> None:
        for one in old:
            for turn in self._turns(one, day):
                self._take(turn, one, begins=False)
            del self._now[one.id]
        for one in new:
            self._now[one.id] = one
            for turn in self._turns(one, day):
                self._take(turn, one, begins=True)
        # Their days may be other than those by which they are found among what repeats a statement.
        for one in new:
            self._look_at(one)

    def _turns(self, one: Statement, day: date) -> list[_Turn]:
        """Return what holds of a statement on a day."""
        spans = self._known[one.id] if one is self.scope.by_id[one.id] else self._spans(one)
        return [span.turn for span in spans if span.first <= day.toordinal() < span.end]

    def _take(self, turn: _Turn, one: Statement, *, begins: bool) -> None:
        """Count that something begins or ceases to hold of a statement."""
        if turn is _Turn.STANDS:
            (self._standing.add if begins else self._standing.discard)(one.id)
            self._look_at(one)
            return
        for key in one.supersedes:
            overtaken = self._overtaken[key]
            for other in overtaken.change(one, begins=begins):
                self._look_at(other)
            if key in self._now:
                self._look_at(self._now[key])

    def _look_at(self, found: Statement) -> None:
        """Tell of a statement that has become live, or has ceased to be."""
        one = self._now.get(found.id)
        if one is None:
            return
        is_live = one.id in self._standing and not self._is_overtaken(one)
        if is_live and one.id not in self._live:
            self._live.add(one.id)
            self._enter(one)
        elif not is_live and one.id in self._live:
            self._live.remove(one.id)
            self._leave(one)

    def _is_overtaken(self, one: Statement) -> bool:
        overtaken = self._overtaken.get(one.id)
        if overtaken is not None and overtaken.covers(one):
            return True
        original = self._overtaken.get(one.repeats or "")
        return original is not None and original.covers_repeating(one)
