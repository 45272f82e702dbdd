"""From many statements to one position, as of a date and under an evidence cut (method, section 3), and back to what the rules chose among."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.analysis.addressing import governments
from parley.analysis.aside import OUTDONE, STILL_SAID
from parley.analysis.evidence import EvidenceCut, is_hinted
from parley.analysis.histories import Histories, History
from parley.analysis.live import UNCHANGED, Changed, is_over
from parley.analysis.newest import Newest, once
from parley.analysis.offers import Offers
from parley.analysis.parts import KIND_OF as KIND_OF
from parley.analysis.parts import PARTS as PARTS
from parley.analysis.parts import SPOKEN as SPOKEN
from parley.analysis.parts import Flag as Flag
from parley.analysis.parts import Part as Part
from parley.analysis.parts import PositionSet as PositionSet
from parley.analysis.parts import Rules
from parley.analysis.position import Position as Position
from parley.analysis.position import replaced_by as replaced_by
from parley.evidence import Evidence
from parley.model import Statement


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
        histories = dataset.worked_out.setdefault((party_id, issue_id), Histories(dataset, party_id, issue_id))
    history: History = histories.under(cut, towards)
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
