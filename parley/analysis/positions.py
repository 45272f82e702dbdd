"""From many statements to one position, as of a date and under an evidence cut (method, section 3)."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, reduce
from itertools import pairwise
from typing import Literal

from parley.analysis import aside
from parley.analysis.aside import OUTDONE, Aside, AsideKind
from parley.analysis.evidence import EvidenceCut, is_positional
from parley.analysis.outcomes import Outcomes, Span, exactly, exceeds, outcomes_of, same
from parley.dataset import Dataset
from parley.model import DirectionWord, Issue, Party, PlacedKind, Statement
from parley.scales import Axis

FlagKind = Literal["conflict", "incoherent", "stale"]
Part = Literal["demand", "offer", "limit"]
KIND_OF: Mapping[Part, PlacedKind] = {"demand": "demand", "limit": "red_line", "offer": "offer"}
PARTS: tuple[Part, ...] = tuple(KIND_OF)
LAST_END = 5  # of the six ends of limit, offer and demand, in rising order


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
class Position:
    """Where a party stands on an issue on a date: demand inside offer inside limit, with what each rests on.

    `conditional` are the demands, limits and offers that stand under a condition; `with_conditions` is the same position
    counting all of them, or None where there is none, and `with_each` holds, for each in turn, the position that counts it alone.
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
    flags: tuple[Flag, ...] = ()
    conditional: tuple[Statement, ...] = ()
    with_conditions: Position | None = None
    with_each: tuple[Position, ...] = ()
    set_aside: Mapping[str, Aside] = field(default_factory=dict)

    @property
    def is_evidenced(self) -> bool:
        """Return whether any demand, offer or limit was stated without a condition."""
        return self.demand.is_stated or self.offer.is_stated or self.limit.is_stated

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all statements behind the position, each once."""
        return _united(self.demand.ids, self.offer.ids, self.limit.ids)

    def flags_of(self, part: Part) -> tuple[Flag, ...]:
        """Return the flags on one part."""
        return tuple(flag for flag in self.flags if flag.part == part)


def replaced_by(position: Position, statement_id: str) -> tuple[str, ...]:
    """Return the ids of the statements that replace this one in the position; none where it counts, or does not for another reason."""
    reason = position.set_aside.get(statement_id)
    return reason.by if reason else ()


def position_as_of(dataset: Dataset, party_id: str, issue_id: str, as_of: date, cut: EvidenceCut, towards: str | None = None) -> Position:
    """Return the position of a party on an issue; deterministic, whatever the order of the statements.

    A statement addressed to named parties counts only `towards` one of them: what Washington grants to Seoul it has not
    offered to Brussels. A party without a direction on the issue, or without admitted statements, has a position in which nothing is stated.
    """
    negotiation = dataset.negotiation
    party, issue = negotiation.party_by_id[party_id], negotiation.issue_by_id[issue_id]
    live, set_aside = _live(dataset, party, issue, as_of, cut, towards)
    firm = [one for one in live if one.condition is None]
    conditional = tuple(one for one in live if one.condition is not None)
    where = (party, issue, dataset.axes[issue_id], as_of, negotiation.freshness_of(issue), negotiation.conflict_window_of(issue))
    if not conditional:
        return _position(firm, set_aside, *where)
    position = _position(firm, {**set_aside, **{one.id: aside.CONDITIONAL for one in conditional}}, *where)
    each = tuple(_position([*firm, one], set_aside, *where) for one in conditional)
    widened = each[0] if len(each) == 1 else _position([*firm, *conditional], set_aside, *where)
    return replace(position, conditional=conditional, with_conditions=widened, with_each=each)


def heard(dataset: Dataset, position: Position, part: Part) -> tuple[Statement, ...]:
    """Return the statements among which the rules chose for a part: live and admitted, with a place, none a mere repetition of another."""
    kind = KIND_OF[part]
    apart = {one for one, why in position.set_aside.items() if why.kind not in OUTDONE}
    found = [
        one
        for one in dataset.statements_of(position.party.id, position.issue.id)
        if one.kind == kind and one.id not in apart and one.place.unknown is None
    ]
    if part == "offer":
        return tuple(found)
    # What counts may repeat what no longer does.
    counting, outdone = [[one for one in found if (one.id in position.set_aside) is is_out] for is_out in (False, True)]
    committing = _committing(position.party)
    return (*_once(counting, committing), *_once(outdone, committing))


def part_from(dataset: Dataset, position: Position, part: Part, statements: Sequence[Statement]) -> PositionSet:
    """Return what some of the party's statements make of a part by themselves (rules 2 to 4), before it is fitted to the other parts."""
    steps = _Steps(position.axis, position.direction, _committing(position.party), dataset.negotiation.conflict_window_of(position.issue))
    return steps.part(part, statements)


def _committing(party: Party) -> frozenset[str]:
    return frozenset(one.id for one in party.speakers if one.commits)


def _live(
    dataset: Dataset, party: Party, issue: Issue, as_of: date, cut: EvidenceCut, towards: str | None
) -> tuple[list[Statement], dict[str, Aside]]:
    live: list[Statement] = []
    set_aside: dict[str, Aside] = {}
    for one in dataset.statements_of(party.id, issue.id):
        reason = _why_aside(dataset, one, as_of, cut, towards)
        if reason is None:
            live.append(one)
        else:
            set_aside[one.id] = reason
    return live, set_aside


def _why_aside(dataset: Dataset, one: Statement, as_of: date, cut: EvidenceCut, towards: str | None) -> Aside | None:
    """Return why a statement is not live or not admitted, or None if it is both (rule 1)."""
    if one.day > as_of:
        return aside.FUTURE
    if not is_positional(one):
        return aside.NOT_POSITIONAL
    if not one.is_addressed_to(towards):
        return aside.TO_OTHERS
    if one.withdrawn and _is_withdrawn(one, as_of):
        return aside.WITHDRAWN
    if one.expires and _has_run_out(one, as_of):
        return aside.EXPIRED
    if not cut.lets_in(one):
        if one.conveyance == "forecast" or one.attribution == "third_party_analysis":
            return aside.NEVER_OWN
        return Aside(AsideKind.CUT, cut=cut)
    by = sorted({new.id for new in _superseding(dataset, one) if _has_superseded(dataset, new, one, as_of, cut, towards)})
    return Aside(AsideKind.REPLACED, by=tuple(by)) if by else None


def _superseding(dataset: Dataset, one: Statement) -> Sequence[Statement]:
    """Return what supersedes the statement, or the one that it repeats: a position found twice is overtaken once (law P12)."""
    direct = dataset.superseding.get(one.id, ())
    if one.repeats is None:
        return direct
    return [*direct, *(new for new in dataset.superseding.get(one.repeats, ()) if new.id != one.id and new.day >= one.day)]


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


def _has_superseded(dataset: Dataset, new: Statement, old: Statement, as_of: date, cut: EvidenceCut, towards: str | None) -> bool:
    """Return whether `new` has overtaken `old`: what does not count here and now overtakes nothing (laws P12 and P13)."""
    party = dataset.negotiation.party_by_id[new.party]
    if party.speaker(old.speaker).commits and not party.speaker(new.speaker).commits:
        return False  # A leak never supersedes an official statement (rule 2).
    counts = new.issue == old.issue and new.is_addressed_to(towards) and cut.lets_in(new)
    return counts and new.day <= as_of and not _is_withdrawn(new, as_of)


def _position(
    live: Sequence[Statement],
    set_aside: Mapping[str, Aside],
    party: Party,
    issue: Issue,
    axis: Axis,
    as_of: date,
    freshness_days: int,
    conflict_days: int,
) -> Position:
    """Return the position that these live, admitted statements make."""
    direction = issue.directions.get(party.id)
    sets = _sets(tuple(live), axis, direction, _committing(party), conflict_days)
    stale = tuple(Flag("stale", part, ids) for part, newest, ids in sets.dated if (as_of - newest).days > freshness_days)
    apart = {**set_aside, **sets.set_aside}
    return Position(party, issue, axis, direction, as_of, sets.demand, sets.offer, sets.limit, sets.flags + stale, set_aside=apart)


@dataclass(frozen=True)
class _Sets:
    """What some statements make, whatever the day: the three sets, flags, why some statements carry no part.

    `dated` holds, for each part that was stated, the newest day behind it and the ids of the statements behind it.
    """

    demand: PositionSet
    offer: PositionSet
    limit: PositionSet
    flags: tuple[Flag, ...]
    set_aside: Mapping[str, Aside]
    dated: tuple[tuple[Part, date, tuple[str, ...]], ...]


# On most days nothing new is said, so a page that shows many days and pairs asks for the same sets over and over.
@lru_cache(maxsize=8192)
def _sets(live: tuple[Statement, ...], axis: Axis, direction: DirectionWord | None, committing: frozenset[str], conflict_days: int) -> _Sets:
    return _Steps(axis, direction, committing, conflict_days).sets(live)


class _Steps:
    """The steps from live, admitted statements to the three sets of one party on one issue."""

    def __init__(self, axis: Axis, direction: DirectionWord | None, committing: frozenset[str], conflict_days: int) -> None:
        self.axis = axis
        self.direction = direction
        self.committing = committing
        self.conflict_days = conflict_days
        self.flags: list[Flag] = []
        self.set_aside: dict[str, Aside] = {}
        self.dated: list[tuple[Part, date, tuple[str, ...]]] = []

    def sets(self, live: Sequence[Statement]) -> _Sets:
        """Return the sets that the statements make."""
        demand = self._newest([one for one in live if one.kind == "demand"], "demand")
        limit = self._newest([one for one in live if one.kind == "red_line"], "limit")
        offer = self._hull(demand, [one for one in live if one.kind == "offer"])
        if live:
            demand, offer, limit = self._coherent(demand, offer, limit)
        return _Sets(demand, offer, limit, tuple(self.flags), self.set_aside, tuple(self.dated))

    def part(self, part: Part, stated: Sequence[Statement]) -> PositionSet:
        """Return what these statements, all of one kind, make of a part before it is fitted to the others."""
        return self._hull(_unstated(self.axis, self.direction), stated) if part == "offer" else self._newest(stated, part)

    def _outcomes(self, statement: Statement) -> Outcomes:
        assert self.direction is not None
        return outcomes_of(statement.place, self.axis, self.direction)

    def _stated(self, part: Part, outcomes: Outcomes, behind: Sequence[Statement], others: tuple[str, ...] = ()) -> PositionSet:
        ids = tuple(sorted(one.id for one in behind))
        self.dated.append((part, max(one.day for one in behind), ids))
        is_hint = all(one.conveyance == "hint" for one in behind)
        return PositionSet(outcomes, is_stated=True, ids=_united(ids, others) if others else ids, is_hint=is_hint)

    def _newest(self, stated: Sequence[Statement], part: Part) -> PositionSet:
        """Return the newest statement, widened by those that conflict with it (rules 2 and 3)."""
        if not stated:
            return _unstated(self.axis, self.direction)
        near = self._near(stated) if len(stated) > 1 else stated
        sets = [self._outcomes(one) for one in (_once(near, self.committing) if len(near) > 1 else near)]
        if any(one != sets[0] for one in sets[1:]):
            self.flags.append(Flag("conflict", part, tuple(sorted(one.id for one in near))))
        return self._stated(part, reduce(Outcomes.either, sets), near)

    def _near(self, stated: Sequence[Statement]) -> Sequence[Statement]:
        """Return the newest statement and all within the conflict window of it; the others are set aside.

        A statement that names no place gives way to those that do: it neither contradicts them nor says more.
        """
        placed = [one for one in stated if one.place.unknown is None]
        pool = placed or stated
        newest = max(one.day for one in ([one for one in pool if one.speaker in self.committing] or pool))
        near = []
        for one in stated:
            if placed and one.place.unknown is not None:
                self.set_aside[one.id] = aside.NO_PLACE
            elif abs((newest - one.day).days) <= self.conflict_days:
                near.append(one)
            elif one.day < newest:
                self.set_aside[one.id] = aside.OLDER
            else:
                self.set_aside[one.id] = aside.MAY_NOT_COMMIT
        return self._at_a_price(near)

    def _at_a_price(self, near: Sequence[Statement]) -> Sequence[Statement]:
        """Return, where a condition is counted as met, what stands under it: what the party says without it at the same time does not contradict it.

        Under a leak's condition an official statement stands beside it (rule 2).
        """
        official = [one for one in near if one.speaker in self.committing] or near
        priced = [one for one in official if one.condition is not None]
        return priced or near

    def _hull(self, demand: PositionSet, offers: Sequence[Statement]) -> PositionSet:
        """Return the best offer: the hull of the demand and all offers (rule 4).

        An unstated demand adds nothing to the hull: what is on the table is then what was offered, no more. Only what carries
        an end of the hull is behind it; where no offer does, nothing was offered beyond the demand.
        """
        if not offers:
            return PositionSet(demand.outcomes, is_stated=False, ids=demand.ids)
        sets = [self._outcomes(one) for one in offers]
        hull = reduce(Outcomes.hull, [*sets, demand.outcomes] if demand.is_stated else sets)
        carried = [self._carried(one, hull) for one in sets]
        behind = [one for one, ends in zip(offers, carried, strict=True) if any(ends)]
        self.set_aside.update((one.id, aside.NOT_FURTHEST) for one, ends in zip(offers, carried, strict=True) if not any(ends))
        if not behind:
            return PositionSet(hull, is_stated=False, ids=demand.ids)
        carried_by_offers = all(any(end) for end in zip(*carried, strict=True))
        return self._stated("offer", hull, behind, () if carried_by_offers else demand.ids)

    def _carried(self, one: Outcomes, hull: Outcomes) -> tuple[bool, ...]:
        """Return, for each bound of the ends that the party's wish makes matter, whether this set carries it."""
        low = (same(one.lo.low, hull.lo.low), same(one.lo.high, hull.lo.high)) if self.direction != "down" else ()
        high = (same(one.hi.low, hull.hi.low), same(one.hi.high, hull.hi.high)) if self.direction != "up" else ()
        return low + high

    def _coherent(self, demand: PositionSet, offer: PositionSet, limit: PositionSet) -> tuple[PositionSet, PositionSet, PositionSet]:
        """Return the three sets, each inside the next; widened and flagged where a party crosses its own limit (rules 5 and 6)."""
        parts = (limit, offer, demand)
        # The six ends must rise from the limit's low end over offer and demand to the limit's high end.
        ends: Sequence[Span] = [one.outcomes.lo for one in parts] + [one.outcomes.hi for one in reversed(parts)]
        point = len(parts)
        is_crossed = _crosses(offer.outcomes, limit.outcomes)
        if is_crossed:
            self.flags.append(Flag("incoherent", "limit", _united(*(one.ids for one in parts))))
            ends = _mirrored(_widened(_mirrored(_widened(ends))))
        elif self.direction == "target":
            point = next((number for number, one in enumerate(parts) if one.outcomes.is_point), point)
        lows, highs = _bounding(ends, point)
        found = []
        for number, own in enumerate(parts):
            at_lo, at_hi = number, LAST_END - number
            lo, hi = _end(ends, lows[at_lo], highs[at_lo]), _end(ends, lows[at_hi], highs[at_hi])
            if lo == own.outcomes.lo and hi == own.outcomes.hi:
                found.append(own)
                continue
            bounding = {min(at, LAST_END - at) for at in (lows[at_lo], highs[at_lo], lows[at_hi], highs[at_hi])}
            if number >= point:
                bounding.add(point)  # that it is a single value is what ties the ends together
            behind = parts if is_crossed else [parts[one] for one in bounding]
            outcomes = Outcomes(lo, hi, own.outcomes.is_point and not is_crossed)
            found.append(PositionSet(outcomes, own.is_stated, _united(own.ids, *(one.ids for one in behind)), own.is_hint))
        return found[2], found[1], found[0]


def _once(statements: Sequence[Statement], committing: Container[str]) -> Sequence[Statement]:
    """Return those that do not merely repeat another of them: one position found twice is one position.

    What an official repeats of a leak stands for itself, so that the leak does not replace it (rule 2).
    """
    by_id = {one.id: one for one in statements}

    def repeats(one: Statement) -> bool:
        original = by_id.get(one.repeats) if one.repeats else None
        return original is not None and (one.speaker not in committing or original.speaker in committing)

    return [one for one in statements if not repeats(one)] or statements


def _crosses(offer: Outcomes, limit: Outcomes) -> bool:
    """Return whether an offer surely lies beyond the limit: past one of its ends, or of some width where it is a single value."""
    past_an_end = exceeds(limit.lo.low, offer.lo.high) or exceeds(offer.hi.low, limit.hi.high)
    return past_an_end or (limit.is_point and exceeds(offer.hi.low, offer.lo.high))


def _end(ends: Sequence[Span], low: int, high: int) -> Span:
    return ends[low] if low == high else Span(ends[low].low, ends[high].high)


@lru_cache(maxsize=256)
def _unstated(axis: Axis, direction: DirectionWord | None) -> PositionSet:
    anywhere = Span(axis.bottom, axis.top)
    lo = exactly(axis.bottom) if direction == "down" else anywhere
    hi = exactly(axis.top) if direction == "up" else anywhere
    return PositionSet(Outcomes(lo, hi), is_stated=False, ids=())


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


def _widened(ends: Sequence[Span]) -> Sequence[Span]:
    """Return the ends such that an offer which goes below the low end of the limit does so no longer.

    Which of the two statements holds is not known, so either end may lie where the other was said to be; what was said to
    lie below the limit's end, the demand for instance, may have to rise to it.
    """
    limit, offer, *rest = ends
    if not exceeds(limit.low, offer.high):
        return ends
    both = Span(offer.low, limit.high)
    return [both, both, *(Span(one.low, limit.high) if exceeds(limit.low, one.high) else one for one in rest)]


def _mirrored(ends: Sequence[Span]) -> Sequence[Span]:
    return [Span(-one.high, -one.low) for one in reversed(ends)]


def _united(*groups: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({one for group in groups for one in group}))
