"""From many statements to one position, as of a date and under an evidence cut (method, section 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, reduce
from itertools import pairwise
from typing import Literal

from parley.analysis.evidence import EvidenceCut, is_positional
from parley.analysis.outcomes import Outcomes, Span, exactly, exceeds, outcomes_of
from parley.dataset import Dataset
from parley.model import DirectionWord, Issue, Party, Statement
from parley.scales import Axis

FlagKind = Literal["conflict", "incoherent", "stale"]
Part = Literal["demand", "offer", "limit"]
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

    Where it was not stated, `ids` are the statements that bound it, and may be empty.
    """

    outcomes: Outcomes
    is_stated: bool
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Position:
    """Where a party stands on an issue on a date: demand inside offer inside limit, with what each rests on.

    `with_conditions` is the same position counting the conditional offers, or None where there is none; `with_each` holds,
    for each of `conditional` in turn, the position that counts it alone.
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
    set_aside: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_evidenced(self) -> bool:
        """Return whether any demand, unconditional offer or limit was stated."""
        return self.demand.is_stated or self.offer.is_stated or self.limit.is_stated

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of all statements behind the position, each once."""
        return _united(self.demand.ids, self.offer.ids, self.limit.ids)

    def flags_of(self, part: Part) -> tuple[Flag, ...]:
        """Return the flags on one part."""
        return tuple(flag for flag in self.flags if flag.part == part)


def position_as_of(
    dataset: Dataset, party_id: str, issue_id: str, as_of: date, cut: EvidenceCut, towards: str | None = None
) -> Position:
    """Return the position of a party on an issue; deterministic, whatever the order of the statements.

    A statement addressed to named parties counts only `towards` one of them: what Washington grants to Seoul it has not
    offered to Brussels. A party without a direction on the issue, or without admitted statements, has a position in which nothing is stated.
    """
    negotiation = dataset.negotiation
    party, issue, axis = negotiation.party_by_id[party_id], negotiation.issue_by_id[issue_id], dataset.axes[issue_id]
    direction = issue.directions.get(party_id)
    live, set_aside = _live(dataset, party, issue, as_of, cut, towards)
    conditional = tuple(one for one in live if one.condition is not None and one.kind == "offer")
    for one in live:
        if one.condition is not None and one.kind == "red_line":
            set_aside[one.id] = "It is a limit only under a condition, which is not known to be met."
    builder = _Builder(party, issue, axis, direction, as_of, negotiation.freshness_of(issue), negotiation.conflict_window_of(issue))
    firm = [one for one in live if one.condition is None or one.kind == "demand"]
    position = builder.position(firm, set_aside)
    if not conditional:
        return position
    widened = builder.position([*firm, *conditional], {})
    each = (widened,) if len(conditional) == 1 else tuple(builder.position([*firm, one], {}) for one in conditional)
    return replace(position, conditional=conditional, with_conditions=widened, with_each=each)


def _live(
    dataset: Dataset, party: Party, issue: Issue, as_of: date, cut: EvidenceCut, towards: str | None
) -> tuple[list[Statement], dict[str, str]]:
    live: list[Statement] = []
    set_aside: dict[str, str] = {}
    for one in dataset.statements_of(party.id, issue.id):
        reason = _why_aside(dataset, one, as_of, cut, towards)
        if reason is None:
            live.append(one)
        else:
            set_aside[one.id] = reason
    return live, set_aside


def _why_aside(dataset: Dataset, one: Statement, as_of: date, cut: EvidenceCut, towards: str | None) -> str | None:
    """Return why a statement is not live or not admitted, or None if it is both (rule 1)."""
    if one.day > as_of:
        return "It was said after the date shown."
    if not is_positional(one):
        return "Threats and reasons are shown but never placed in a gap." if one.place.is_placed else f"Not placed: {one.place.not_placeable}"
    if not one.is_addressed_to(towards):
        whom = [dataset.negotiation.party_by_id[party].in_sentence for party in one.to] + ([one.to_others] if one.to_others else [])
        return f"It is addressed to {', '.join(whom)}."
    if one.withdrawn and _is_withdrawn(one, as_of):
        return f"It was withdrawn ({one.withdrawn.shown()})."
    if one.expires and one.expires.latest and one.expires.latest < as_of:
        return f"It ran out ({one.expires.shown()})."
    if not cut.lets_in(one):
        if one.conveyance == "forecast" or one.attribution == "third_party_analysis":
            return "A forecast or a third party's reading is never the party's own position."
        return f"The evidence cut “{cut.name}” leaves it out."
    newer = dataset.superseding.get(one.id)
    by = sorted(new.id for new in newer if _has_superseded(dataset, new, one, as_of, cut, towards)) if newer else ()
    return f"A later statement replaces it: {', '.join(by)}." if by else None


def _is_withdrawn(one: Statement, as_of: date) -> bool:
    """Return whether the statement may have been taken back by then; where no first day is known, whether it surely was."""
    if one.withdrawn is None:
        return False
    day = one.withdrawn.earliest or one.withdrawn.latest
    return day is not None and day <= as_of


def _has_superseded(dataset: Dataset, new: Statement, old: Statement, as_of: date, cut: EvidenceCut, towards: str | None) -> bool:
    """Return whether `new` has overtaken `old`: what does not count here and now overtakes nothing (laws P12 and P13)."""
    party = dataset.negotiation.party_by_id[new.party]
    if party.speaker(old.speaker).commits and not party.speaker(new.speaker).commits:
        return False  # A leak never supersedes an official statement (rule 2).
    counts = new.issue == old.issue and new.is_addressed_to(towards) and cut.lets_in(new)
    return counts and new.day <= as_of and not _is_withdrawn(new, as_of)


@dataclass(frozen=True)
class _Builder:
    """The steps from live statements to a position, for one party and issue."""

    party: Party
    issue: Issue
    axis: Axis
    direction: DirectionWord | None
    as_of: date
    freshness_days: int
    conflict_days: int

    def position(self, live: Sequence[Statement], set_aside: dict[str, str]) -> Position:
        """Return the position that these live, admitted statements make."""
        flags: list[Flag] = []
        demand = self._newest([one for one in live if one.kind == "demand"], "demand", flags, set_aside)
        limit = self._newest([one for one in live if one.kind == "red_line"], "limit", flags, set_aside)
        offer = self._hull(demand, [one for one in live if one.kind == "offer"], flags, set_aside)
        if live:
            demand, offer, limit = self._coherent(demand, offer, limit, flags)
        return Position(
            self.party, self.issue, self.axis, self.direction, self.as_of, demand, offer, limit, tuple(flags), set_aside=set_aside
        )

    def _outcomes(self, statement: Statement) -> Outcomes:
        assert self.direction is not None
        return outcomes_of(statement.place, self.axis, self.direction)

    def _flag_stale(self, part: Part, statements: Sequence[Statement], flags: list[Flag]) -> None:
        newest = max(one.day for one in statements)
        if (self.as_of - newest).days > self.freshness_days:
            flags.append(Flag("stale", part, _ids(statements)))

    def _newest(self, stated: Sequence[Statement], part: Part, flags: list[Flag], set_aside: dict[str, str]) -> PositionSet:
        """Return the newest statement, widened by those that conflict with it (rules 2 and 3)."""
        if not stated:
            return _unstated(self.axis, self.direction)
        near = self._near(stated, set_aside) if len(stated) > 1 else stated
        sets = [self._outcomes(one) for one in (self._once(near) if len(near) > 1 else near)]
        if any(one != sets[0] for one in sets[1:]):
            flags.append(Flag("conflict", part, _ids(near)))
        self._flag_stale(part, near, flags)
        return PositionSet(reduce(Outcomes.either, sets), is_stated=True, ids=_ids(near))

    def _near(self, stated: Sequence[Statement], set_aside: dict[str, str]) -> Sequence[Statement]:
        """Return the newest statement and all within the conflict window of it; the others are set aside."""
        placed = [one for one in stated if one.place.unknown is None]
        if placed:
            set_aside.update((one.id, "It names no place on the scale, and another statement does.") for one in stated if one.place.unknown is not None)
        pool = placed or stated
        newest = max(one.day for one in ([one for one in pool if self._commits(one)] or pool))
        near = []
        for one in pool:
            if abs((newest - one.day).days) <= self.conflict_days:
                near.append(one)
            elif one.day < newest:
                set_aside[one.id] = "A newer statement stands in its place."
            else:
                set_aside[one.id] = "Its speaker cannot commit the party, so it does not replace an official statement."
        return near

    def _once(self, statements: Sequence[Statement]) -> Sequence[Statement]:
        """Return those that do not merely repeat another of them: one position found twice is one position.

        What an official repeats of a leak stands for itself, so that the leak does not replace it (rule 2).
        """
        by_id = {one.id: one for one in statements}
        originals = [one for one in statements if one.repeats not in by_id or self._commits(one) > self._commits(by_id[one.repeats])]
        return originals or statements

    def _commits(self, one: Statement) -> bool:
        return self.party.speaker(one.speaker).commits

    def _hull(self, demand: PositionSet, offers: Sequence[Statement], flags: list[Flag], set_aside: dict[str, str]) -> PositionSet:
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
        set_aside.update((one.id, "Another statement goes further.") for one, ends in zip(offers, carried, strict=True) if not any(ends))
        if not behind:
            return PositionSet(hull, is_stated=False, ids=demand.ids)
        self._flag_stale("offer", behind, flags)
        by_demand = demand.is_stated and not all(any(end) for end in zip(*carried, strict=True))
        return PositionSet(hull, is_stated=True, ids=_united(_ids(behind), demand.ids) if by_demand else _ids(behind))

    def _carried(self, one: Outcomes, hull: Outcomes) -> tuple[bool, ...]:
        """Return, for each bound of the ends that the party's wish makes matter, whether this set carries it."""
        low = (one.lo.low == hull.lo.low, one.lo.high == hull.lo.high) if self.direction != "down" else ()
        high = (one.hi.low == hull.hi.low, one.hi.high == hull.hi.high) if self.direction != "up" else ()
        return low + high

    def _coherent(
        self, demand: PositionSet, offer: PositionSet, limit: PositionSet, flags: list[Flag]
    ) -> tuple[PositionSet, PositionSet, PositionSet]:
        """Return the three sets, each inside the next; widened and flagged where a party crosses its own limit (rules 5 and 6)."""
        parts = (limit, offer, demand)
        # The six ends must rise from the limit's low end over offer and demand to the limit's high end.
        ends: Sequence[Span] = [one.outcomes.lo for one in parts] + [one.outcomes.hi for one in reversed(parts)]
        lows, highs = _bounding(ends, next((number for number, one in enumerate(parts) if one.outcomes.is_point), len(parts)))
        is_crossed = any(low != high and exceeds(ends[low].low, ends[high].high) for low, high in zip(lows, highs, strict=True))
        if is_crossed:
            flags.append(Flag("incoherent", "limit", _united(*(one.ids for one in parts))))
            ends = _mirrored(_widened(_mirrored(_widened(ends))))
            lows, highs = _bounding(ends, len(parts))
        found = []
        for number, own in enumerate(parts):
            lo, hi = (_end(ends, lows[at], highs[at]) for at in (number, LAST_END - number))
            if lo is own.outcomes.lo and hi is own.outcomes.hi:
                found.append(own)
                continue
            bounding = {lows[number], highs[number], lows[LAST_END - number], highs[LAST_END - number]}
            behind = parts if is_crossed else [parts[min(at, LAST_END - at)] for at in bounding]
            outcomes = Outcomes(lo, hi, own.outcomes.is_point and not is_crossed)
            found.append(PositionSet(outcomes, own.is_stated, _united(own.ids, *(one.ids for one in behind))))
        return found[2], found[1], found[0]


@lru_cache(maxsize=256)
def _unstated(axis: Axis, direction: DirectionWord | None) -> PositionSet:
    anywhere = Span(axis.bottom, axis.top)
    lo = exactly(axis.bottom) if direction == "down" else anywhere
    hi = exactly(axis.top) if direction == "up" else anywhere
    return PositionSet(Outcomes(lo, hi), is_stated=False, ids=())


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
        lows[at], highs[at] = lows[LAST_END - outermost_point], highs[outermost_point]
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


def _ids(statements: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(sorted(one.id for one in statements))


def _united(*groups: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({one for group in groups for one in group}))
