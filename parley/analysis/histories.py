"""What a party has said on an issue as it stood on any day: what counts then, kept and walked, so that many days cost little more than one."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from datetime import date
from threading import Lock
from typing import NamedTuple

from parley.analysis import aside
from parley.analysis.addressing import addressed_alone, governments
from parley.analysis.aside import Aside, SetAside
from parley.analysis.coherence import Counting, Sets
from parley.analysis.evidence import EvidenceCut, is_hinted
from parley.analysis.live import Changed, Scope, Walk
from parley.analysis.parts import Rules
from parley.analysis.position import Position
from parley.evidence import Evidence
from parley.model import Negotiation, Statement
from parley.scales import Axis

KEPT = 16  # between so many pairs of days what was found is kept, for each party, issue and evidence cut


class _Found(NamedTuple):
    """What is found between two days of change: what is counted makes, what stands under a condition, and what is only hinted beside it."""

    sets: Sets
    conditional: tuple[Statement, ...]
    hints: tuple[Statement, ...]
    only_hints: bool


class _Pile:
    """Statements that are kept apart, oldest first."""

    def __init__(self) -> None:
        self._said: list[tuple[date, str, Statement]] = []
        self._all: tuple[Statement, ...] | None = ()

    def add(self, one: Statement) -> None:
        """Keep one more."""
        insort(self._said, (one.day, one.id, one))
        self._all = None

    def remove(self, one: Statement) -> None:
        """Keep one less."""
        del self._said[bisect_left(self._said, (one.day, one.id))]
        self._all = None

    def all(self) -> tuple[Statement, ...]:
        """Return all of them."""
        if self._all is None:
            self._all = tuple(one for *_, one in self._said)
        return self._all


class _Counted:
    """What counts of what one party has said on one issue: what commits it, what only hints, and what stands under a condition (rule 4)."""

    def __init__(self, rules: Rules) -> None:
        self._committing = rules.committing
        self._firm, self._hinted = Counting(rules), Counting(rules)
        self._priced, self._hints = _Pile(), _Pile()

    def enter(self, one: Statement) -> None:
        """Count one more."""
        if one.condition is not None:
            self._priced.add(one)
        elif is_hinted(one, self._committing):
            self._hints.add(one)
            self._hinted.add(one)
        else:
            self._firm.add(one)

    def leave(self, one: Statement) -> None:
        """Count one less."""
        if one.condition is not None:
            self._priced.remove(one)
        elif is_hinted(one, self._committing):
            self._hints.remove(one)
            self._hinted.remove(one)
        else:
            self._firm.remove(one)

    @property
    def counting(self) -> Counting:
        """The statements that make the position: those that commit the party, or, where there are none, those that hint."""
        return self._hinted if self._firm.is_empty else self._firm

    def found(self) -> _Found:
        """Return what they make."""
        hints, only_hints = self._hints.all(), self._firm.is_empty
        return _Found(self.counting.sets(), self._priced.all(), () if only_hints else hints, only_hints and bool(hints))


class History:
    """What one party has said on one issue, as it stood on any day; days that follow each other, in either direction, cost least.

    A lock keeps those apart who ask at the same time. No value in it leads back to it, so that it goes as soon as nobody needs it.
    """

    def __init__(self, scope: Scope, negotiation: Negotiation, axis: Axis) -> None:
        self.scope, self.axis = scope, axis
        self.direction = scope.issue.directions.get(scope.party.id)
        self.freshness_days = negotiation.freshness_of(scope.issue)
        conflict_days = negotiation.conflict_window_of(scope.issue)
        rules = Rules.over(scope.statements, axis, self.direction, scope.party.committing, conflict_days, scope.governments)
        self._counted = _Counted(rules)
        self._walk = Walk(scope, self._counted.enter, self._counted.leave)
        self._kept: dict[int, _Found] = {}
        self._lock = Lock()

    def position(self, as_of: date, changed: Changed) -> Position:
        """Return the position on a day; `changed` holds what is taken as otherwise, by id, and None for what is left out."""
        with self._lock:
            if changed:
                self._walk.go_to(as_of)
                with self._walk.changed(changed, as_of):
                    found = self._counted.found()
            else:
                found = self._kept_found(as_of)
        apart = self._apart(found, as_of, changed, frozenset(), aside.CONDITIONAL)
        return self._position(found, as_of, apart, lambda more: self._counting(more, as_of, changed))

    def _kept_found(self, as_of: date) -> _Found:
        at = self._walk.count_by(as_of)
        found = self._kept.pop(at, None)
        if found is None:
            self._walk.go_to(as_of)
            found = self._counted.found()
        self._kept[at] = found
        if len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    def _counting(self, more: Sequence[Statement], as_of: date, changed: Changed) -> Position:
        """Return the position that also counts some statements which are kept apart: under a condition, or only hinted."""
        with self._lock:
            self._walk.go_to(as_of)
            with self._walk.changed(changed, as_of):
                found = self._counted.found()._replace(sets=self._counted.counting.sets_with(more), conditional=())
        return self._position(found._replace(hints=()), as_of, self._apart(found, as_of, changed, frozenset(one.id for one in more)))

    def _apart(self, found: _Found, as_of: date, changed: Changed, more: frozenset[str], otherwise: Aside | None = None) -> SetAside:
        """Return why statements are set aside; `more` are those kept apart that count, and `otherwise` why others under a condition do not."""
        scope = self.scope
        hinted = frozenset(one.id for one in found.hints) - more

        def why(one: Statement) -> Aside | None:
            reason = scope.why_aside(one, as_of, changed)
            if reason is not None:
                return reason
            if one.id in hinted:
                return aside.MAY_NOT_COMMIT
            return found.sets.why_not(one) if one.condition is None or one.id in more else otherwise

        return SetAside(scope.by_id, changed, why)

    def _position(self, found: _Found, as_of: date, apart: SetAside, counting: Callable[[Sequence[Statement]], Position] | None = None) -> Position:
        scope, sets = self.scope, found.sets
        flags = sets.flags + sets.stale(as_of, self.freshness_days)
        parts = sets.demand, sets.offer, sets.limit, sets.measure
        return Position(
            scope.party,
            scope.issue,
            self.axis,
            self.direction,
            as_of,
            *parts,
            flags,
            found.conditional,
            found.hints,
            found.only_hints,
            sets.own,
            apart,
            counting,
        )


class Histories:
    """The histories of one party on one issue, each made when it is first asked for; those towards parties to whom nothing is addressed are one."""

    def __init__(self, dataset: Evidence, party: str, issue: str) -> None:
        # Not the dataset itself, which holds this: the two would keep each other.
        self._negotiation, self._axis = dataset.negotiation, dataset.axes[issue]
        said = dataset.statements_of(party, issue)
        self._whose = self._negotiation.party_by_id[party], self._negotiation.issue_by_id[issue], said
        self._governments = governments(self._negotiation, party, issue)
        self._addressed = addressed_alone(said, self._governments)
        self._made: dict[tuple[EvidenceCut, str | None], History] = {}

    def under(self, cut: EvidenceCut, towards: str | None) -> History:
        """Return the history under an evidence cut, towards a party."""
        key = cut, towards if towards in self._addressed else None
        return self._made.get(key) or self._made.setdefault(key, History(Scope(*self._whose, *key, self._governments), self._negotiation, self._axis))
