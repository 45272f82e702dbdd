"""From many statements to one position, as of a date and under an evidence cut (method, section 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import Literal

from parley.analysis.evidence import EvidenceCut, is_positional
from parley.analysis.outcomes import Outcomes, Span, exactly, outcomes_of
from parley.dataset import Dataset
from parley.model import DirectionWord, Issue, Party, Statement
from parley.scales import Axis

FlagKind = Literal["conflict", "incoherent", "stale"]
Part = Literal["demand", "offer", "limit"]


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

    `with_conditions` is the same position counting the conditional offers, or None where there is none.
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
    return replace(position, conditional=conditional, with_conditions=widened)


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
    if one.withdrawn and one.withdrawn.earliest and one.withdrawn.earliest <= as_of:
        return f"It was withdrawn ({one.withdrawn.shown()})."
    if one.expires and one.expires.latest and one.expires.latest < as_of:
        return f"It ran out ({one.expires.shown()})."
    if not cut.lets_in(one):
        if one.conveyance == "forecast" or one.attribution == "third_party_analysis":
            return "A forecast or a third party's reading is never the party's own position."
        return f"The evidence cut “{cut.name}” leaves it out."
    by = sorted(new.id for new in dataset.superseding.get(one.id, ()) if _has_superseded(dataset, new, one, as_of, cut))
    return f"A later statement replaces it: {', '.join(by)}." if by else None


def _has_superseded(dataset: Dataset, new: Statement, old: Statement, as_of: date, cut: EvidenceCut) -> bool:
    party = dataset.negotiation.party_by_id[new.party]
    if party.speaker(old.speaker).commits and not party.speaker(new.speaker).commits:
        return False  # A leak never supersedes an official statement (rule 2).
    taken_back = new.withdrawn is not None and new.withdrawn.earliest is not None and new.withdrawn.earliest <= as_of
    return new.day <= as_of and not taken_back and cut.lets_in(new)


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
        offer = self._hull(demand, [one for one in live if one.kind == "offer"], flags)
        demand, offer, limit = self._coherent(demand, offer, limit, flags)
        return Position(
            self.party, self.issue, self.axis, self.direction, self.as_of, demand, offer, limit, tuple(flags), set_aside=set_aside
        )

    def _outcomes(self, statement: Statement) -> Outcomes:
        assert self.direction is not None
        return outcomes_of(statement.place, self.axis, self.direction)

    def _unstated(self) -> PositionSet:
        anywhere = Span(self.axis.bottom, self.axis.top)
        lo = exactly(self.axis.bottom) if self.direction == "down" else anywhere
        hi = exactly(self.axis.top) if self.direction == "up" else anywhere
        return PositionSet(Outcomes(lo, hi), is_stated=False, ids=())

    def _flag_stale(self, part: Part, statements: Sequence[Statement], flags: list[Flag]) -> None:
        newest = max(one.day for one in statements)
        if (self.as_of - newest).days > self.freshness_days:
            flags.append(Flag("stale", part, _ids(statements)))

    def _newest(self, stated: Sequence[Statement], part: Part, flags: list[Flag], set_aside: dict[str, str]) -> PositionSet:
        """Return the newest statement, widened by those that conflict with it (rules 2 and 3)."""
        if not stated:
            return self._unstated()
        placed = [one for one in stated if one.place.unknown is None]
        for one in stated:
            if placed and one not in placed:
                set_aside[one.id] = "It names no place on the scale, and another statement does."
        pool = placed or list(stated)
        entitled = [one for one in pool if self.party.speaker(one.speaker).commits]
        newest = max(one.day for one in (entitled or pool))
        near = [one for one in pool if abs((newest - one.day).days) <= self.conflict_days]
        for one in pool:
            if one not in near:
                set_aside[one.id] = (
                    "A newer statement stands in its place." if one.day < newest else "Its speaker cannot commit the party, so it does not replace an official statement."
                )
        sets = [self._outcomes(one) for one in _once(near)]
        if len(set(sets)) > 1:
            flags.append(Flag("conflict", part, _ids(near)))
        self._flag_stale(part, near, flags)
        return PositionSet(reduce(Outcomes.either, sets), is_stated=True, ids=_ids(near))

    def _hull(self, demand: PositionSet, offers: Sequence[Statement], flags: list[Flag]) -> PositionSet:
        """Return the best offer: the hull of the demand and all offers (rule 4).

        An unstated demand adds nothing to the hull: what is on the table is then what was offered, no more.
        """
        if not offers:
            return replace(demand, is_stated=False)
        self._flag_stale("offer", offers, flags)
        sets = [self._outcomes(one) for one in offers]
        if demand.is_stated:
            sets.append(demand.outcomes)
        hull = reduce(Outcomes.hull, sets)
        # Only what carries an end of the hull is behind it; an offer well inside changes nothing.
        behind = [one for one in offers if _shares_end(self._outcomes(one), hull, self.direction)]
        ids = _ids(behind) if behind else demand.ids
        return PositionSet(hull, is_stated=True, ids=ids)

    def _coherent(
        self, demand: PositionSet, offer: PositionSet, limit: PositionSet, flags: list[Flag]
    ) -> tuple[PositionSet, PositionSet, PositionSet]:
        """Return the three sets, each inside the next; widened and flagged where a party crosses its own limit (rules 5 and 6)."""
        lows = _nest(limit.outcomes.lo, offer.outcomes.lo, demand.outcomes.lo)
        highs = _nest(*(_mirror(one.outcomes.hi) for one in (limit, offer, demand)))
        if lows.crossed or highs.crossed:
            flags.append(Flag("incoherent", "limit", _united(limit.ids, offer.ids, demand.ids)))
        parts = []
        for own, low, high in zip((limit, offer, demand), lows.spans, highs.spans, strict=True):
            outcomes = Outcomes(low, _mirror(high), own.outcomes.is_point)
            ids = own.ids
            if outcomes != own.outcomes:
                ids = _united(own.ids, *(other.ids for other in (limit, offer, demand) if other is not own and other.ids))
            parts.append(PositionSet(outcomes, own.is_stated, ids))
        new_limit, new_offer, new_demand = parts
        if self.direction == "target" and not demand.is_stated and (offer.is_stated or limit.is_stated):
            # A target lies inside what is offered, so each of its ends does.
            room = Span(new_offer.outcomes.lo.low, new_offer.outcomes.hi.high)
            new_demand = replace(new_demand, outcomes=Outcomes(_within(new_demand.outcomes.lo, room), _within(new_demand.outcomes.hi, room)))
        return new_demand, new_offer, new_limit


@dataclass(frozen=True)
class _Nested:
    spans: tuple[Span, Span, Span]
    crossed: bool


def _nest(limit: Span, offer: Span, demand: Span) -> _Nested:
    """Tighten three thresholds that must rise from limit to offer to demand; widen to the hull where they cannot."""
    crossed = offer.high < limit.low
    if crossed:
        both = Span(offer.low, limit.high)
        demand = demand.hull(both) if demand.high < limit.low else demand
        offer = limit = both
    offer = Span(max(offer.low, limit.low), offer.high)
    demand = Span(max(demand.low, offer.low), demand.high)
    offer = Span(offer.low, min(offer.high, demand.high))
    limit = Span(limit.low, min(limit.high, offer.high))
    return _Nested((limit, offer, demand), crossed)


def _mirror(span: Span) -> Span:
    return Span(-span.high, -span.low)


def _within(span: Span, room: Span) -> Span:
    low: Fraction = min(max(span.low, room.low), room.high)
    return Span(low, max(low, min(span.high, room.high)))


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """Return those that do not merely repeat another of them: one position found twice is one position."""
    ids = {one.id for one in statements}
    return [one for one in statements if one.repeats not in ids] or list(statements)


def _shares_end(one: Outcomes, hull: Outcomes, direction: DirectionWord | None) -> bool:
    low = one.lo.low == hull.lo.low or one.lo.high == hull.lo.high
    high = one.hi.low == hull.hi.low or one.hi.high == hull.hi.high
    return (low if direction != "down" else False) or (high if direction != "up" else False)


def _ids(statements: Sequence[Statement]) -> tuple[str, ...]:
    return tuple(sorted(one.id for one in statements))


def _united(*groups: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({one for group in groups for one in group}))
