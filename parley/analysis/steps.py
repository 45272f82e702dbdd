"""One step from a date to a later one: how what a party said in between changed its position, and whether it surely was said in between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from parley.analysis.evidence import EvidenceCut
from parley.analysis.live import UNCHANGED, Changed
from parley.analysis.moves import Cause, Move, moves_between
from parley.analysis.positions import Position, position_as_of
from parley.dates import PartialDate
from parley.evidence import Evidence
from parley.model import Issue, Party, Statement

Changes = dict[str, dict[str, object]]


def said_moves(
    dataset: Evidence, issue: Issue, party: Party, since: date, until: date, cut: EvidenceCut, towards: Mapping[str, str]
) -> tuple[Move, ...]:
    """Return how what a party said between two dates changed its position on an issue; `towards` as `towards_of` gives it.

    It costs no more than what lies between the dates, so that a long time can be gone through step by step.
    """
    other = towards.get(party.id)
    between = _bearing_between(dataset, issue, party, since, until)
    lasting, sooner = (_as_changed(between, changes(between, since, until)) for changes in (without_end, as_early_as_can_be))

    def position(day: date, changed: Changed = UNCHANGED) -> Position:
        return position_as_of(dataset, party.id, issue.id, day, cut, towards=other, changed=changed)

    facing = None if other is None else position_as_of(dataset, other, issue.id, until, cut, towards=towards.get(other))
    sooner_then = (lambda: position(since, sooner)) if sooner else None
    return dated_moves(dataset, position(since), position(until, lasting), facing, sooner_then, lambda early: position(until, {**lasting, **early}))


def dated_moves(
    dataset: Evidence,
    then: Position,
    lasting: Position,
    facing: Position | None,
    sooner: Callable[[], Position] | None,
    otherwise: Callable[[Changed], Position],
) -> tuple[Move, ...]:
    """Return how a party's words changed its position, each move with whether it surely happened between the dates.

    `lasting` is the position on the second date as if nothing had run out, `sooner` gives that on the first date with everything said as
    early as it can have been; None where that is the same. `otherwise` gives `lasting` with some statements taken as otherwise.
    """
    moves = tuple(moves_between(dataset, then, lasting, facing, Cause.SAID))
    surely = {(one.part, one.turn) for one in (moves_between(dataset, sooner(), lasting, facing, Cause.SAID) if moves and sooner else moves)}

    def is_dated(move: Move) -> bool:
        if (move.part, move.turn) not in surely:
            return False
        early = _perhaps_overtaken(dataset, move)
        if not early:
            return True
        return any((one.part, one.turn) == (move.part, move.turn) for one in moves_between(dataset, then, otherwise(early), facing, Cause.SAID))

    return tuple(one if is_dated(one) else one.undated() for one in moves)


def _perhaps_overtaken(dataset: Evidence, move: Move) -> Changed:
    """Return the statements behind a move that may be older than another of their kind, as if made on the first day on which they can have been.

    That other's day lies in their span of days, so that no day tells which of them came last.
    """
    found: dict[str, Statement] = {}
    said = dataset.statements_of(move.party.id, move.became.issue.id)
    for one in map(dataset.statement, move.ids):
        first = one.said.earliest
        if first is not None and move.was.as_of < first < one.day:
            in_its_span = said[bisect_left(said, first, key=lambda each: each.day) : bisect_right(said, one.day, key=lambda each: each.day)]
            if any(other.kind == one.kind and other.id not in move.ids for other in in_its_span):
                found[one.id] = one.model_copy(update={"day": first, "expires": None})
    return found


def without_end(statements: Iterable[Statement], since: date, until: date) -> Changes:
    """Return the changes by which none of these statements ran out between two dates."""
    return {one.id: {"expires": None} for one in statements if one.expires and one.expires.latest and since <= one.expires.latest < until}


def as_early_as_can_be(statements: Iterable[Statement], since: date, until: date) -> Changes:
    """Return the changes by which what has only a last possible day, between two dates, was said or taken back as early as it can have been."""
    changes: Changes = {}
    for one in statements:
        if since < one.day <= until and (one.said.earliest is None or one.said.earliest <= since):
            changes[one.id] = {"day": since}
        if one.withdrawn and one.withdrawn.earliest is None and one.withdrawn.latest and since < one.withdrawn.latest <= until:
            changes.setdefault(one.id, {})["withdrawn"] = PartialDate.parse(since.isoformat())
    return changes


def _as_changed(statements: Iterable[Statement], changes: Changes) -> Changed:
    return {one.id: one.model_copy(update=changes[one.id]) for one in statements if one.id in changes}


def _bearing_between(dataset: Evidence, issue: Issue, party: Party, since: date, until: date) -> tuple[Statement, ...]:
    """Return what a party said on an issue of which a last day, said, run out or taken back, lies on or between two dates."""
    key = "last_days", party.id, issue.id
    said = dataset.statements_of(party.id, issue.id)
    days = dataset.worked_out.get(key)
    if days is None:
        days = dataset.worked_out.setdefault(key, sorted({(day, number) for number, one in enumerate(said) for day in _last_days(one)}))
    numbers = {number for _, number in days[bisect_left(days, (since, 0)) : bisect_left(days, (until, len(said)))]}
    return tuple(said[number] for number in sorted(numbers))


def _last_days(one: Statement) -> Iterator[date]:
    ends = (when.latest for when in (one.expires, one.withdrawn) if when)
    return (day for day in (one.day, *ends) if day)
