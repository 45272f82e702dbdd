"""What is said of robustness: what carries a finding, and what becomes of it on less evidence (method, sections 7 and 8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from parley.analysis.gaps import Gap
from parley.analysis.robustness import Recomputed, Robustness
from parley.dates import UNDATED
from parley.model import Statement
from parley.telling.counting import counted
from parley.telling.gap import leading_distance, status_known, status_name
from parley.telling.said import Argument, Said, said, together

Test = Literal["on_record", "fresh", "alone"]
SHOWN_ALREADY = said("shown-already")


def holding(found: Sequence[Robustness]) -> Said:
    """Return how many findings hold under each test."""
    held: dict[Test, int] = {
        "on_record": sum(one.on_record is not None and one.on_record.status_holds for one in found),
        "fresh": sum(one.fresh.status_holds for one in found),
        "alone": sum(not one.carriers for one in found),
    }
    is_on_record = any(one.on_record is None for one in found)
    if is_on_record:
        del held["on_record"]
    (test, number), *others = held.items()
    first = said("hold", count=number, test=_test(test))
    told = together(first, *(said("hold-too", count=number, test=_test(test)) for test, number in others), how="comma")
    key = "findings-on-record-that-hold" if is_on_record else "findings-that-hold"
    return said(key, _every(one.ids for one in found), findings=counted(len(found), "findings"), holding=told)


def rests_on(found: Robustness) -> Said:
    """Return on which single statements a finding rests, and what it becomes without the weakest of them."""
    carriers, count = found.carriers, len(found.without_one)
    if not count:
        return said("rests-on-none", found.ids)
    first = found.without_one[0]
    remark, becomes = remark_of(first.left_out[0]), _becomes(found.gap, first)
    if len(carriers) == 1:
        return said("rests-on-one", _left_out(carriers), remark=remark, becomes=becomes)
    if carriers:
        return said("rests-on-each", _left_out(carriers), count=len(carriers), remark=remark, becomes=becomes)
    if count == 1:
        return said("only-distance-rests-on-one", _left_out(found.without_one), remark=remark, becomes=becomes)
    return said("only-distance-rests-on-each", _left_out(found.without_one), count=count)


def on_less_evidence(found: Robustness) -> Said:
    """Return what a finding becomes on record only and on fresh evidence only."""
    ids = _every(one.ids for one in (found.on_record, found.fresh) if one is not None)
    fresh = _in_short(found.gap, found.fresh)
    on_record = _in_short(found.gap, found.on_record) if found.on_record else None
    if on_record == fresh:
        return said("on-either-evidence", ids, one=_test("on_record"), other=_test("fresh"), becomes=fresh)
    first = said("on-less-evidence", test=_test("on_record"), becomes=on_record) if on_record else said("already-on-record")
    second = said("on-less-evidence", test=_test("fresh"), becomes=fresh)
    return said("told-together", ids, all=together(first, second, how="sentences"))


def remark_of(statement: Statement) -> Said:
    """Return on whose word a statement rests, and from when it is."""
    day, word = statement.said, said("remark-word", grade=statement.attribution or "unstated")
    known = "undated" if day == UNDATED else "bounded" if day.earliest is None or day.latest is None else "dated"
    return said("remark", word=word, known=known, day=day)


def without(group: Sequence[Recomputed]) -> Said:
    """Return without which single statements, each by itself, a finding becomes the same, and the distance where it is another."""
    statements = tuple(statement for one in group for statement in one.left_out)
    told = said("without-remark", remark=remark_of(statements[0])) if len(statements) == 1 else said("without-any-of", count=len(statements))
    distance = changed_distance(group[0])
    return said("distance-without", distance=distance, without=told) if distance else told


def changed_distance(one: Recomputed) -> Said | None:
    """Return the leading distance where it is another; with no evidence that goes without saying."""
    if one.distance_holds or not one.gap.possible:
        return None
    return leading_distance(one.gap) or said("distance-not-known")


def evidence_from(gap: Gap) -> Said:
    """Return from whom there is no evidence."""
    return said("evidence-from", parties=together(*(one.party for one in gap.silent), how="or"))


def _test(test: Test) -> Said:
    return said("test", test=test)


def _becomes(now: Gap, then: Recomputed) -> Said:
    """Return what a finding becomes, as a clause."""
    if not then.gap.possible:
        return said("becomes-no-evidence", whose=evidence_from(then.gap))
    if not then.status_holds:
        return said("becomes-status", status=_status(now, then))
    if then.apart is None:
        return said("becomes-not-known")
    distance = leading_distance(then.gap)
    return said("becomes-apart", distance=distance) if distance and then.apart.high else said("becomes-no-distance")


def _in_short(now: Gap, then: Recomputed) -> Argument:
    """Return what a finding becomes, in few words."""
    if then.is_unchanged:
        return said("unchanged")
    if not then.gap.possible:
        return said("no-evidence-from", whose=evidence_from(then.gap))
    distance = changed_distance(then)
    if then.status_holds and distance:
        return said("same-status", distance=distance)
    status = _status(now, then)
    return said("status-and-distance", status=status, distance=distance) if distance else status


def _status(now: Gap, then: Recomputed) -> Said:
    """Return the status it becomes; where the word stays the same, with the other statuses that are now possible."""
    return status_name(then.status) if then.status is not now.status else status_known(then.status, then.gap.possible)


def _left_out(found: Iterable[Recomputed]) -> tuple[str, ...]:
    return _every((statement.id for statement in one.left_out) for one in found)


def _every(several: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the ids, each once, in their order."""
    return tuple(sorted({key for ids in several for key in ids}))
