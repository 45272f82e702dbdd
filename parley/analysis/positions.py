"""From many statements to one position, as of a date and under an evidence cut (method, section 3)."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from threading import Lock
from typing import NamedTuple

from parley.analysis import aside
from parley.analysis.addressing import addressed_alone, governments
from parley.analysis.aside import OUTDONE, STILL_SAID, UNHEARD, Aside, SetAside
from parley.analysis.coherence import Counting, Sets
from parley.analysis.evidence import EvidenceCut, is_hinted
from parley.analysis.live import UNCHANGED, Changed, Scope, Walk, is_over
from parley.analysis.newest import Newest, once
from parley.analysis.offers import Offers
from parley.analysis.parts import KIND_OF as KIND_OF
from parley.analysis.parts import PARTS as PARTS
from parley.analysis.parts import SPOKEN as SPOKEN
from parley.analysis.parts import Flag as Flag
from parley.analysis.parts import Part as Part
from parley.analysis.parts import PositionSet as PositionSet
from parley.analysis.parts import Rules, united
from parley.evidence import Evidence
from parley.model import DirectionWord, Issue, Negotiation, Party, Statement
from parley.scales import Axis

KEPT = 16  # between so many pairs of days what was found is kept, for each party, issue and evidence cut


@dataclass(frozen=True)
class Position:
    """Where a party stands on an issue on a date: demand inside offer inside limit, and the measure taken, with what each rests on.

    `conditional` are the demands, limits and offers that stand under a condition, `hints` those by speakers who may not commit the party, where
    others count, and `counting` gives the same position with some of them. `only_hints` says that hints alone make the position (rule 4a).
    `own` holds the parts as their own statements make them, before they are fitted to each other (rule 6a).
    `set_aside` tells, by statement id, why a statement of the party on the issue carries no part of the position.
    """

    party: Party
    issue: Issue
    axis: Axis
    direction: DirectionWord | None
    as_of: date
    demand: PositionSet
    offer: PositionSet
    limit: PositionSet
    measure: PositionSet
    flags: tuple[Flag, ...] = ()
    conditional: tuple[Statement, ...] = ()
    hints: tuple[Statement, ...] = ()
    only_hints: bool = False
    own: Mapping[Part, PositionSet] = field(default_factory=dict)
    set_aside: Mapping[str, Aside] = field(default_factory=dict)
    counting: Callable[[Sequence[Statement]], Position] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def with_conditions(self) -> Position | None:
        """Return the same position counting all that stands under a condition, None where nothing does."""
        return self.counting(self.conditional) if self.counting and self.conditional else None

    @cached_property
    def with_hints(self) -> Position | None:
        """Return the same position counting what is only hinted, too, None where nothing is, or nothing else counts."""
        return self.counting(self.hints) if self.counting and self.hints else None

    @cached_property
    def with_each(self) -> tuple[Position, ...]:
        """Return, for each of the statements under a condition in turn, the position that counts it alone."""
        return tuple(self.counting((one,)) for one in self.conditional) if self.counting else ()

    @property
    def is_evidenced(self) -> bool:
        """Return whether any demand, offer or limit was stated without a condition, or a measure taken."""
        return self.demand.is_stated or self.offer.is_stated or self.limit.is_stated or self.measure.is_stated

    @cached_property
    def has_spoken(self) -> bool:
        """Return whether the party had said anything of its own on the issue by then, in the evidence shown."""
        return self.is_evidenced or any(one.kind not in UNHEARD for one in self.set_aside.values())

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """Return the ids of what is behind the position; where it is nothing, of all that the party said of its own in the evidence shown."""
        return self.ids or tuple(sorted(key for key, one in self.set_aside.items() if one.kind not in UNHEARD))

    @property
    def asked(self) -> PositionSet:
        """Return what stands for the demand in a gap: a measure where the party asks for nothing, which bounds no offer and no limit."""
        return self.measure if self.measure.is_stated and not self.demand.is_stated else self.demand

    @property
    def on_table(self) -> PositionSet:
        """Return the best that the party has put on the table: its offer, and where it asks and offers nothing the measure that it has taken."""
        return self.asked if self.asked.stage is not None and not self.offer.is_stated else self.offer

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all statements behind the position, each once."""
        return united(self.demand.ids, self.offer.ids, self.limit.ids, self.measure.ids)

    @property
    def told(self) -> tuple[Part, ...]:
        """Return the parts of which there is something to tell: those that bound each other, stated or not, and a measure that was taken."""
        return PARTS if self.measure.is_stated else SPOKEN

    @property
    def parts(self) -> tuple[PositionSet, PositionSet, PositionSet, PositionSet, tuple[Flag, ...]]:
        """Return demand, offer, limit and measure with their flags: all on which a gap rests."""
        return self.demand, self.offer, self.limit, self.measure, self.flags

    def as_stated(self, part: Part) -> PositionSet:
        """Return a part as its own statements make it, whatever follows for it from the other parts (rule 6a)."""
        return self.own[part]

    def flags_of(self, part: Part) -> tuple[Flag, ...]:
        """Return the flags on one part."""
        return tuple(flag for flag in self.flags if flag.part == part)


def replaced_by(position: Position, statement_id: str) -> tuple[str, ...]:
    """Return the ids of the statements that replace this one in the position; none where it counts, or does not for another reason."""
    reason = position.set_aside.get(statement_id)
    return reason.by if reason else ()


def position_as_of(
    dataset: Evidence, party_id: str, issue_id: str, as_of: date, cut: EvidenceCut, towards: str | None = None, changed: Changed = UNCHANGED
) -> Position:
    """Return the position of a party on an issue; deterministic, whatever the order of the statements.

    A statement addressed to named parties counts only `towards` one of them: what Washington grants to Seoul it has not
    offered to Brussels. What an advocate asks its own government to obtain from others counts towards all (rule 1a). A party
    without a direction on the issue, or without admitted statements, has a position in which nothing is stated.

    Day after day, forward or back, costs least: only what lies between the days is looked at. `changed` holds, by id, statements that are taken
    as otherwise, in their days alone, and None for those taken as never found; it costs no more than what rests on them.
    """
    histories = dataset.worked_out.get((party_id, issue_id))
    if histories is None:
        histories = dataset.worked_out.setdefault((party_id, issue_id), _Histories(dataset, party_id, issue_id))
    history: _History = histories.under(cut, towards)
    return history.position(as_of, history.scope.own(changed))


def heard(dataset: Evidence, position: Position, part: Part) -> tuple[Statement, ...]:
    """Return the statements among which the rules chose for a part: live and admitted, with a place, none a mere repetition of another."""
    kind, why = KIND_OF[part], position.set_aside
    placed = (one for one in dataset.statements_of(position.party.id, position.issue.id) if one.kind == kind and one.place.unknown is None)
    found = [one for one in placed if (reason := why.get(one.id)) is None or reason.kind in OUTDONE]
    if part == "offer":
        return tuple(found)
    # What counts may repeat what no longer does.
    counting, outdone = [[one for one in found if (one.id in position.set_aside) is is_out] for is_out in (False, True)]
    committing = position.party.committing
    return (*once(counting, committing), *once(outdone, committing))


def last_word(dataset: Evidence, position: Position) -> Statement | None:
    """Return the newest that a party said on an issue, reasons aside, where it is newer than all that is behind its position; None where none is.

    It is in force and admitted, and no hint where others commit the party: an older word goes further, or it has no place, or only threatens.
    """
    shown = {*position.ids, *(one.id for one in position.conditional)}
    behind = max((dataset.statement(key).day for key in shown), default=date.min)
    for one in reversed(dataset.statements_of(position.party.id, position.issue.id)):
        if one.day <= behind:
            return None
        if one.day > position.as_of or one.kind == "rationale" or is_over(one, position.as_of):
            continue
        if is_hinted(one, position.party.committing) and not position.only_hints:
            continue
        reason = position.set_aside.get(one.id)
        if reason is None or reason.kind in STILL_SAID:
            return one
    return None


def hinted_part(dataset: Evidence, position: Position, part: Part) -> PositionSet | None:
    """Return what the hints that are kept apart make of a part by themselves; None where counting them would not change the part (rule 4a)."""
    hints = [one for one in position.hints if one.kind == KIND_OF[part]]
    if not hints or position.with_hints is None:
        return None
    then, counted = position.own[part], position.with_hints.own[part]
    carried = any(one.id in counted.ids for one in hints)
    is_same = then.is_stated == counted.is_stated and then.outcomes == counted.outcomes
    return part_from(dataset, position, part, hints) if carried and not is_same else None


def part_from(dataset: Evidence, position: Position, part: Part, statements: Sequence[Statement]) -> PositionSet:
    """Return what some of the party's statements make of a part by themselves (rules 2 to 4), before it is fitted to the other parts."""
    window = dataset.negotiation.conflict_window_of(position.issue)
    may_ask = governments(dataset.negotiation, position.party.id, position.issue.id)
    rules = Rules.over(statements, position.axis, position.direction, position.party.committing, window, may_ask)
    held = Offers(rules) if part == "offer" else Newest(rules, part)
    for one in statements:
        held.add(one)
    return held.made(rules.unstated).own if isinstance(held, Offers) else held.made().own


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


class _History:
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


class _Histories:
    """The histories of one party on one issue, each made when it is first asked for; those towards parties to whom nothing is addressed are one."""

    def __init__(self, dataset: Evidence, party: str, issue: str) -> None:
        # Not the dataset itself, which holds this: the two would keep each other.
        self._negotiation, self._axis = dataset.negotiation, dataset.axes[issue]
        said = dataset.statements_of(party, issue)
        self._whose = self._negotiation.party_by_id[party], self._negotiation.issue_by_id[issue], said
        self._governments = governments(self._negotiation, party, issue)
        self._addressed = addressed_alone(said, self._governments)
        self._made: dict[tuple[EvidenceCut, str | None], _History] = {}

    def under(self, cut: EvidenceCut, towards: str | None) -> _History:
        """Return the history under an evidence cut, towards a party."""
        key = cut, towards if towards in self._addressed else None
        return self._made.get(key) or self._made.setdefault(
            key, _History(Scope(*self._whose, *key, self._governments), self._negotiation, self._axis)
        )
