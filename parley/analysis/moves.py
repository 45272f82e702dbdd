"""How one part of a position changed: towards the other party or away from it, how far, and by which statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from parley.analysis.aside import MAY_NOT_COMMIT, NOT_FURTHEST
from parley.analysis.outcomes import Distance, Outcomes, Span, distance
from parley.analysis.positions import KIND_OF, PARTS, Part, Position, PositionSet, replaced_by
from parley.evidence import Evidence
from parley.model import Party, Statement

Bounds = tuple[Fraction, Fraction]
NOTHING: Bounds = (Fraction(0), Fraction(0))


class Turn(Enum):
    """What became of one part of a position.

    CLEARER is told more exactly, VAGUER less, UNSURE otherwise, so that the two overlap; FIRST is held where nothing was, GONE no longer held.
    """

    TOWARDS = "towards"
    AWAY = "away"
    CLEARER = "clearer"
    VAGUER = "vaguer"
    UNSURE = "unsure"
    FIRST = "first"
    GONE = "gone"
    AGAIN = "again"


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
    may have been made before the first date, or what stood there after the second.
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
    """Return how the distance of two sets changed and who changed it (method, section 6).

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


def moves_between(
    dataset: Evidence, was: Position, became: Position, facing: Position | None, cause: Cause, earlier: Evidence | None = None
) -> Iterator[Move]:
    """Yield how each part of a party's position changed, as seen from the party it faces; `earlier` holds what was behind it before.

    A part that only gave way to another, or stands again because another drew back, did not change by itself and is left out: a
    limit that a new offer bounds more closely, an offer that the demand has overtaken.
    """
    earlier = earlier or dataset
    facing = facing if facing is not None and facing.direction is not None else None
    same_wish = facing is not None and facing.direction == became.direction and became.direction != "target"
    for part in PARTS:
        then, own = part_of(was, part), part_of(became, part)
        if then is own and earlier is dataset:
            continue
        new, gone = _of_kind(dataset, own, then, part, earlier), _of_kind(earlier, then, own, part, dataset)
        if _is_overtaken(new, was) and _is_overtaken(gone, became):
            continue
        spoken = tuple(one for one in new if cause is Cause.FOUND or dataset.statement(one).day > was.as_of)
        from_demand = part == "offer" and then.is_stated != own.is_stated and was.demand.is_stated and became.demand.is_stated
        if not from_demand and not (then.is_stated and own.is_stated):
            turn, by = (Turn.FIRST if own.is_stated else Turn.GONE), NOTHING
        elif was.only_hints != became.only_hints:
            turn, by = Turn.UNSURE, NOTHING  # a hint on one date and a word that commits on the other do not measure how far anybody went
        elif then.outcomes != own.outcomes:
            # Where nothing is offered beyond the demand, what is on the table is what is asked for (rule 4).
            turn, by = _turn_of(then, own, was, became, facing)
            if from_demand and not own.is_stated and turn is not Turn.AWAY:
                turn, by = Turn.GONE, NOTHING  # what came closer is the demand
        elif spoken and not from_demand:
            turn, by = Turn.AGAIN, NOTHING
        else:
            continue  # one of several that said the same is gone, or the offer is what was asked for anyway
        # What had been said before stands again only because of what went.
        ids = new if spoken else tuple(sorted({*new, *gone, *(by_id for one in gone for by_id in replaced_by(became, one))}))
        # Of what is undated nobody knows that it was said before.
        is_dated = all(earlier.statement(one).is_dated for one in then.ids)
        yield Move(became.party, part, cause, turn, by, was, became, ids, facing.party if facing else None, same_wish, from_demand, is_dated)


def part_of(position: Position, part: Part) -> PositionSet:
    """Return the demand, offer, limit or measure of a position."""
    return {"demand": position.demand, "offer": position.offer, "limit": position.limit, "measure": position.measure}[part]


def part_measured(position: Position, move: Move) -> Part:
    """Return the part from which a move is measured: the demand for an offer that is not held, where it is measured from the demand."""
    return "demand" if move.from_demand and not part_of(position, move.part).is_stated else move.part


def _of_kind(dataset: Evidence, held: PositionSet, besides: PositionSet, part: Part, others: Evidence) -> tuple[str, ...]:
    """Return the ids of the statements of the part's own kind that stand behind the one set and not, or not so, behind the other."""
    if dataset is others and held.ids == besides.ids:
        return ()
    kind, beside = KIND_OF[part], set(besides.ids)
    changed = (one for one in held.ids if one not in beside or (dataset is not others and _is_otherwise(dataset.statement(one), others)))
    return tuple(one for one in changed if dataset.statement(one).kind == kind)


def _is_otherwise(one: Statement, others: Evidence) -> bool:
    other = others.statement(one.id)
    return one is not other and one != other


def _is_overtaken(ids: tuple[str, ...], position: Position) -> bool:
    """Return whether all of these stand, but others of the party go further, or count where these only hint."""
    return all(position.set_aside.get(one) in (NOT_FURTHEST, MAY_NOT_COMMIT) for one in ids)


def _turn_of(then: PositionSet, own: PositionSet, was: Position, became: Position, facing: Position | None) -> tuple[Turn, Bounds]:
    """Return what became of a part, and how far at least and at most it went towards the other party."""
    side = _near_end(became, facing)
    if side is not None and side == _near_end(was, facing):
        return _turn(_end(then.outcomes, side[0]), _end(own.outcomes, side[0]), side[1])
    if facing is None:
        return Turn.UNSURE, NOTHING
    # Two targets, of which one may have passed the other: only the distance between them tells.
    before, after = (distance(one.outcomes, facing.asked.outcomes) for one in (then, own))
    by = before.low - after.high, before.high - after.low
    return (Turn.TOWARDS if by[0] > 0 else Turn.AWAY if by[1] < 0 else Turn.UNSURE), by


def _near_end(position: Position, facing: Position | None) -> tuple[str, int] | None:
    """Return the end of the party's sets that faces the other, and the sign of a step towards it; None where neither surely does.

    A party that wants more faces with its low end, one that wants less with its high end; a target faces whoever it is compared with.
    """
    if position.direction == "up":
        return "lo", -1
    if position.direction == "down":
        return "hi", 1
    if facing is None:
        return None
    own, other = position.asked.outcomes, facing.asked.outcomes
    if facing.direction == "down" or (facing.direction == "target" and other.hi.high < own.lo.low):
        return "lo", -1
    if facing.direction == "up" or other.lo.low > own.hi.high:
        return "hi", 1
    return None


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
