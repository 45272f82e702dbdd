"""How one part of a position changed: towards the other party or away from it, how far, and by which statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from parley.analysis.outcomes import Distance, Outcomes, Span, distance
from parley.analysis.positions import Part, Position, PositionSet
from parley.dataset import Dataset
from parley.model import Party, PlacedKind

Bounds = tuple[Fraction, Fraction]
PARTS: tuple[Part, ...] = ("demand", "limit", "offer")
KINDS: dict[Part, PlacedKind] = {"demand": "demand", "limit": "red_line", "offer": "offer"}
NOTHING: Bounds = (Fraction(0), Fraction(0))


class Turn(Enum):
    """What became of one part of a position."""

    TOWARDS = "towards"
    AWAY = "away"
    CLEARER = "told more exactly"
    VAGUER = "told less exactly"
    UNSURE = "told otherwise, the two overlap"
    FIRST = "first held"
    GONE = "no longer held"
    AGAIN = "said again"


class Cause(Enum):
    """Why a part of a position is not what it was: its party spoke, evidence was found, or a statement ran out."""

    SAID = "said"
    FOUND = "found"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class Move:
    """How one part of a party's position changed, and the statements that changed it.

    `by` is how far it went towards the other party at least and at most, in units or rungs; negative is away; zero where nothing
    can be compared. `was` and `became` are the positions before and after, as they stand towards `facing`; `same_wish` says that
    both want the same way on the scale, so that there is no towards. `from_demand` says that what was offered is measured
    from the party's own demand, because no offer was held on one of the two dates. `is_dated` is false where the statements
    may have been made before the first date.
    """

    party: Party
    part: Part
    cause: Cause
    turn: Turn
    by: Bounds
    was: Position
    became: Position
    ids: tuple[str, ...]
    facing: Party | None = None
    same_wish: bool = False
    from_demand: bool = False
    is_dated: bool = True

    @property
    def is_movement(self) -> bool:
        """Return whether the party surely moved, surely between the two dates, by its own words."""
        return self.cause is Cause.SAID and self.turn in (Turn.TOWARDS, Turn.AWAY) and self.is_dated

    def undated(self) -> Move:
        """Return the same move with no claim about when it was made."""
        return replace(self, is_dated=False)


@dataclass(frozen=True)
class Narrowing:
    """How a distance changed, and whose share of it is whose: `before - after` is `by_a + by_b`, bound by bound (law P7).

    Each share is a pair for the lower and the upper bound; a negative share is a hardening.
    """

    before: Distance
    after: Distance
    by_a: Bounds
    by_b: Bounds


def narrowing(a_before: Outcomes, b_before: Outcomes, a_after: Outcomes, b_after: Outcomes) -> Narrowing | None:
    """Return how the distance of two sets changed and who changed it (method, section 4).

    None where they are not surely apart, on the same side of each other, both times: only then are the shares exact.
    """
    before, after = distance(a_before, b_before), distance(a_after, b_after)
    if before.low == 0 or after.low == 0:
        return None
    is_above, was_above = a_after.lo.low > b_after.hi.high, a_before.lo.low > b_before.hi.high
    if is_above != was_above:
        return None
    if is_above:
        by_a, by_b = _lowered(a_before.lo, a_after.lo), _raised(b_before.hi, b_after.hi)
    else:
        by_a, by_b = _raised(a_before.hi, a_after.hi), _lowered(b_before.lo, b_after.lo)
    return Narrowing(before, after, by_a, by_b)


def _lowered(before: Span, after: Span) -> Bounds:
    """Return by how much the upper party's near end came down, as it counts for the lower and the upper bound of the distance."""
    return before.low - after.low, before.high - after.high


def _raised(before: Span, after: Span) -> Bounds:
    """Return by how much the lower party's near end went up, as it counts for the lower and the upper bound of the distance."""
    return after.high - before.high, after.low - before.low


def moves_between(dataset: Dataset, was: Position, became: Position, facing: Position | None, cause: Cause) -> Iterator[Move]:
    """Yield how each part of a party's position changed, as seen from the party it faces; `dataset` holds the statements behind both.

    A part that only gave way to another (a limit that a new offer bounds more closely) did not change by itself and is left out.
    """
    end, sign = _near_end(became, facing)
    same_wish = facing is not None and facing.direction == became.direction and became.direction != "target"
    for part in PARTS:
        then, own = part_of(was, part), part_of(became, part)
        new, gone = _of_kind(dataset, own, then, part), _of_kind(dataset, then, own, part)
        if not new and not gone:
            continue
        from_demand = part == "offer" and then.is_stated != own.is_stated and was.demand.is_stated and became.demand.is_stated
        if not from_demand and not (then.is_stated and own.is_stated):
            turn, by = (Turn.FIRST if own.is_stated else Turn.GONE), NOTHING
        elif then.outcomes != own.outcomes:
            # Where nothing is offered beyond the demand, what is on the table is what is asked for (rule 4).
            turn, by = _turn(_end(then.outcomes, end), _end(own.outcomes, end), sign)
        elif new and not from_demand:
            turn, by = Turn.AGAIN, NOTHING
        else:
            continue  # one of several that said the same is gone, or the offer is what was asked for anyway
        yield Move(became.party, part, cause, turn, by, was, became, new or gone, facing.party if facing else None, same_wish, from_demand)


def part_of(position: Position, part: Part) -> PositionSet:
    """Return the demand, offer or limit of a position."""
    return {"demand": position.demand, "offer": position.offer, "limit": position.limit}[part]


def _of_kind(dataset: Dataset, held: PositionSet, besides: PositionSet, part: Part) -> tuple[str, ...]:
    """Return the ids of the statements of the part's own kind that stand behind the one set and not behind the other."""
    kind = KINDS[part]
    return tuple(one for one in held.ids if one not in besides.ids and dataset.statement_by_id[one].kind == kind)


def _near_end(position: Position, facing: Position | None) -> tuple[str, int]:
    """Return the end of the party's sets that faces the other, and the sign of a step towards it.

    A party that wants more faces with its low end, one that wants less with its high end; a target faces whoever it is compared with.
    """
    if position.direction == "up":
        return "lo", -1
    if position.direction == "down":
        return "hi", 1
    if facing is not None and facing.direction == "down":
        return "lo", -1
    if facing is not None and facing.direction == "target" and facing.demand.outcomes.lo.low < position.demand.outcomes.lo.low:
        return "lo", -1
    return "hi", 1


def _end(outcomes: Outcomes, end: str) -> Span:
    return outcomes.lo if end == "lo" else outcomes.hi


def _turn(before: Span, after: Span, sign: int) -> tuple[Turn, Bounds]:
    """Return what became of an end, and how far at least and at most it went towards the other party."""
    ends = ((after.low - before.high) * sign, (after.high - before.low) * sign)
    by = min(ends), max(ends)
    if by[0] > 0:
        return Turn.TOWARDS, by
    if by[1] < 0:
        return Turn.AWAY, by
    if before == after:
        return Turn.UNSURE, NOTHING  # the end that faces the other stays; the far end of a target changed
    if before.low <= after.low and after.high <= before.high:
        return Turn.CLEARER, by
    if after.low <= before.low and before.high <= after.high:
        return Turn.VAGUER, by
    return Turn.UNSURE, by
