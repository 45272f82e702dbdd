"""What is said of one move: which part changed, which way, how far, and from where to where (method, sections 6 and 8)."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.calendar import newest_date
from parley.analysis.moves import Cause, Move, Turn, part_measured, part_of
from parley.analysis.outcomes import Distance
from parley.analysis.positions import Position
from parley.evidence import Evidence
from parley.model import Party
from parley.telling.parties import asked_of
from parley.telling.places import standing
from parley.telling.said import Apart, Argument, Said, bracketed, said


def move_told(move: Move) -> Said:
    """Return one change of one party in a sentence, with the statements that made it."""
    return said("as-a-sentence", move.ids, what=_dated(move))


def step_told(step: Move, dataset: Evidence) -> Said:
    """Return a step that the comparison of the two dates does not show, with its day."""
    when = newest_date(map(dataset.statement, step.ids), step.became.as_of)
    return said("on-the-way", step.ids, when=when, what=_told_of_whom(step), dated="surely" if step.is_dated else "perhaps")


def place_then(move: Move) -> Argument:
    """Return where the part stood before; the demand's place for an offer that is measured from it."""
    return _place(move.was, move)


def place_now(move: Move) -> Argument:
    """Return where the part stands after; the demand's place for an offer that was taken back."""
    return _place(move.became, move)


def _place(position: Position, move: Move) -> Argument:
    """Return where a part stands: where it is measured how far it went, as it is measured; else as it was stated (rule 6a)."""
    part = part_measured(position, move)
    fitted = part_of(position, part)
    is_measured = move.turn in (Turn.TOWARDS, Turn.AWAY) or not fitted.is_stated
    return standing(fitted if is_measured else position.as_stated(part), position, part)


def amount_of(move: Move) -> Apart:
    """Return how far the part went, without a direction."""
    low, high = sorted(abs(end) for end in move.by)
    return Apart(Distance(low, high), move.became.axis)


def way_of(move: Move) -> tuple[str, Said]:
    """Return whether the party moved, asked or offered ("moved", "asked", "offered"), and which way it went, or how much it asked for or offered."""
    is_closer = move.turn is Turn.TOWARDS
    if move.facing is not None and not move.same_wish:
        return "moved", said("way-facing", way="towards" if is_closer else "away", facing=move.facing)
    if move.became.direction == "down" or move.part == "measure":
        # "Asked for less" would read as a lower place, and a measure asks for nothing.
        return "moved", said("way-on-scale", way="up" if is_closer == (move.became.direction == "down") else "down")
    if move.part == "offer":
        return "offered", said("way-in-amount", way="more" if is_closer else "less")
    return "asked", said("way-in-amount", way="less" if is_closer else "more")


def turn_name(turn: Turn) -> Said:
    """Return the words for what became of a part."""
    return said("turn", turn=turn.value)


def cause_name(cause: Cause) -> Said:
    """Return the word for why a part is not what it was."""
    return said("cause", cause=cause.value)


def _dated(move: Move) -> Said:
    told = _told_of_whom(move)
    return told if move.is_dated else said("perhaps-earlier", what=told)


def _told_of_whom(move: Move) -> Said:
    """Return what happened, as a clause, and of which governments that is asked."""
    asked = _asked_of(move)
    return said("with-aside", place=_told(move), aside=bracketed(asked_of(asked))) if asked else _told(move)


def _asked_of(move: Move) -> Sequence[Party]:
    """Return the governments that are asked to obtain what a party moved in asking for."""
    if move.part != "demand":
        return ()
    return (move.was if move.turn is Turn.GONE else move.became).demand.asked_of


def _told(move: Move) -> Said:
    """Return what happened, as a clause."""
    if move.cause is Cause.FOUND:
        return _found(move)
    if move.cause is Cause.LAPSED:
        return _ran_out(move)
    if move.turn in (Turn.TOWARDS, Turn.AWAY):
        return _moved(move)
    if move.turn is Turn.GONE:
        return said("taken-back", party=move.party, part=move.part, place=place_then(move))
    if move.from_demand:
        return said("offer-made-perhaps-beyond", party=move.party, place=place_now(move))
    if move.turn in (Turn.FIRST, Turn.AGAIN):
        return said("first-held" if move.turn is Turn.FIRST else "said-again", party=move.party, part=move.part, place=place_now(move))
    return said("told-otherwise", party=move.party, part=move.part, how=move.turn.value, before=place_then(move), now=place_now(move))


def _found(move: Move) -> Said:
    if move.turn is Turn.FIRST:
        return said("found", party=move.party, part=move.part, place=place_now(move))
    if move.turn is Turn.AGAIN:
        return said("found-again", party=move.party, part=move.part, place=place_now(move))
    return said("found-besides", party=move.party, part=move.part, before=place_then(move), now=place_now(move))


def _ran_out(move: Move) -> Said:
    if move.turn is Turn.GONE:
        return said("part-ran-out", party=move.party, part=move.part, place=place_then(move))
    return said("part-ran-out-leaving", party=move.party, part=move.part, place=place_then(move), rest=place_now(move))


def _moved(move: Move) -> Said:
    party, amount = move.party, amount_of(move)
    if move.from_demand and not move.became.offer.is_stated:
        return said("offer-taken-back", party=party, place=place_then(move), amount=amount)
    if move.from_demand:
        demand = "same" if move.was.demand.outcomes == move.became.demand.outcomes else "earlier"
        return said("offer-made", party=party, place=place_now(move), amount=amount, way=move.turn.value, demand=demand)
    verb, way = way_of(move)
    return said("moved", party=party, verb=verb, way=way, amount=amount, part=move.part, before=place_then(move), now=place_now(move))
