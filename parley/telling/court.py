"""What is said of where the ball lies: who spoke last and who has not answered, who moved last, what comes next, how long it has been quiet."""

from __future__ import annotations

from collections.abc import Mapping

from parley.analysis.calendar import newest_date
from parley.analysis.court import Ahead, Court, LastWords
from parley.analysis.moves import Move
from parley.dates import PartialDate
from parley.model import Event, Party
from parley.telling.conditions import under_condition
from parley.telling.counting import counted
from parley.telling.moves import amount_of, place_now, way_of
from parley.telling.said import Said, Verbatim, said, together


def whose_turn(found: Court, parties: Mapping[str, Party]) -> Said:
    """Return which of the two compared spoke last and which has not answered, or why that cannot be told; then who waits for whom to act first."""
    waiting: dict[tuple[str, str, str], Said] = {}
    for one in found.conditions:
        by = parties.get(one.condition.by or "") if one.condition and one.condition.timing == "first" else None
        if by:
            waiting.setdefault((one.kind, one.party, by.id), said("waits-for", (one.id,), kind=one.kind, party=parties[one.party], by=by))
    told = [_spoke_last(found.words), *waiting.values()]
    return said("told-together", tuple(dict.fromkeys(key for one in told for key in one.ids)), all=together(*told, how="sentences"))


def _spoke_last(words: LastWords | None) -> Said:
    if words is None:
        return said("spoke-unsure", why=said("only-one-is-shown"))
    ids = tuple(each.id for each in words.newest if each)
    if words.last and words.other and (newest := words.of(words.last)):
        return said("spoke-last" if all(words.newest) else "spoke-alone", ids, party=words.last, when=newest.said, other=words.other)
    return said("spoke-unsure", ids, why=_why_unsure(words))


def _why_unsure(words: LastWords) -> Said:
    (one, other), (own, others) = words.pair, words.newest
    if own is None or others is None:
        return said("neither-has-spoken", one=one, other=other)
    if own.said.is_day and own.said == others.said:
        return said("spoke-on-one-day", one=one, other=other, when=own.said)
    return said("spoke-in-either-order", one=one, other=other, when=own.said, then=others.said)


def last_mover(found: Court) -> Said | None:
    """Return who moved last, when and which way; None where nobody has moved."""
    if not found.last:
        return None
    by_id = {one.id: one for one in found.last_said}
    by_day: dict[PartialDate, list[Move]] = {}
    for move in found.last:
        by_day.setdefault(newest_date((by_id[key] for key in move.ids), found.as_of), []).append(move)
    days = [said("moved-last", when=when, moves=together(*map(_with_place, moves), how="semicolon")) for when, moves in by_day.items()]
    told = [said("as-a-sentence", what=together(*days, how="semicolon"))]
    if len(days) > 1 and len({move.party.id for move in found.last}) > 1:
        told.append(said("which-came-last"))
    return said("told-together", tuple(one.id for one in found.last_said), all=together(*told, how="sentences"))


def last_move(move: Move) -> Said:
    """Return who moved which way, and how far."""
    verb, way = way_of(move)
    return said("last-move", party=move.party, verb=verb, way=way, amount=amount_of(move))


def _with_place(move: Move) -> Said:
    return said("last-move-to", move=last_move(move), part=move.part, place=place_now(move))


def what_comes_next(ahead: Ahead) -> Said:
    """Return what lies ahead, with its day."""
    named = Verbatim(ahead.named)
    if isinstance(ahead.what, Event):
        return said("event-ahead", ahead.ids, what=named, when=ahead.when)
    return said("end-ahead", ahead.ids, what=under_condition(named, ahead.what), when=ahead.when)


def last_word(found: Court) -> Said:
    """Return when the last word was, and how long nothing has been said since."""
    days, last = found.quiet_days, found.said_last
    if days is None or last is None:
        return said("nothing-dated", tuple(one.id for one in found.undated)) if found.undated else said("nothing-said-yet")
    if days == 0:
        return said("last-word", (last.id,), when=last.said)
    return said("quiet-for", (last.id,), when=last.said, exactly="yes" if last.said.is_day else "no", days=counted(days, "days"))
