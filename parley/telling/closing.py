"""How a briefing ends: what is open on each of its issues, and what comes next."""

from __future__ import annotations

from parley.analysis.court import Ahead, all_ahead
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.court import what_comes_next
from parley.telling.glance_answer import question_in_short
from parley.telling.said import Said, said

OPEN_AND_NEXT = said("open-and-next")
IS_OPEN, COMES_NEXT = said("is-open"), said("comes-next")
NOTHING_OPEN, NOTHING_AHEAD = said("closing-nothing-open"), said("closing-nothing-ahead")


def open_questions(briefing: Briefing) -> tuple[tuple[BriefedIssue, Said], ...]:
    """Return what is open on each issue on which anything is, in the order of the agenda."""
    found = ((one, question_in_short(one.row)) for one in briefing.issues)
    return tuple((one, told) for one, told in found if told is not None)


def comes_next(briefing: Briefing) -> tuple[Said, ...]:
    """Return the events that lie ahead and bear on the issues, the next first."""
    found: dict[str, Ahead] = {}
    for one in briefing.issues:
        found |= {each.what.id: each for each in all_ahead(briefing.dataset, one.issue, (), briefing.as_of)}
    return tuple(map(what_comes_next, sorted(found.values(), key=lambda each: each.turn)))
