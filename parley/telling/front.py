"""What a minister reads first of a briefing: three to five lines on all of its issues, and which of them are drawn beside these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from parley.analysis.ordering import furthest_first
from parley.analysis.standing import standing
from parley.analysis.waiting import Unanswered, unanswered
from parley.telling.briefing import BriefedIssue, Briefing, Section
from parley.telling.closing import open_questions
from parley.telling.glance_answer import open_in_short
from parley.telling.ordering import furthest_told
from parley.telling.said import Said, said, together
from parley.telling.standing import decided_told, issues_named, last_told, measured_told

Form = Literal["one-page", "four-pages", "short"]
FORMS: tuple[Form, ...] = get_args(Form)
ON_PAGES: tuple[Form, ...] = ("one-page", "four-pages")  # which promise how many pages they have
_SHORT = frozenset[Section](("title", "summary", "drawings", "next", "sources"))
MOST_LINES, MOST_DRAWN, MOST_PAIRS = 5, 4, 2


@dataclass(frozen=True)
class Front:
    """The lines, the most telling first, each with the statements it rests on; and the first issues of the agenda that can be drawn."""

    told: tuple[Said, ...]
    drawn: tuple[BriefedIssue, ...]


def front(briefing: Briefing) -> Front:
    """Return what stands on the first page of a briefing."""
    return Front(tuple(_told(briefing))[:MOST_LINES], _drawn(briefing))


def in_form(briefing: Briefing, form: Form) -> Briefing:
    """Return the briefing in one of the short forms.

    Only what is read first, on one page; or the issues drawn there, each on a page of its own; or all but the tables, with every issue drawn.
    """
    if form == "short":
        return replace(briefing, sections=_SHORT, form=form)
    if form == "one-page":
        return replace(briefing, sections=frozenset({"summary"}), form=form)
    return replace(briefing, issues=_drawn(briefing), sections=frozenset({"drawings"}), form=form)


def open_beneath(issue: BriefedIssue) -> Said | None:
    """Return what stands beneath the drawing of an issue: what is open on it; None where nothing is."""
    return open_in_short(issue.row)


def _drawn(briefing: Briefing) -> tuple[BriefedIssue, ...]:
    return tuple(one for one in briefing.issues if one.is_evidenced and not one.is_silent)[:MOST_DRAWN]


def _told(briefing: Briefing) -> Iterator[Said]:
    """Yield what is settled, what is furthest apart, who moved last, who has not answered, what is known, and how much is open."""
    rows, asked = [one.row for one in briefing.issues], (briefing.parties, briefing.as_of, briefing.cut)
    found = standing(briefing.dataset, rows, *asked)
    yield from decided_told(found)
    furthest = furthest_told(furthest_first(rows))
    if furthest:
        yield furthest
    if found.last:
        yield last_told(found.last)
    waiting = unanswered_told(unanswered(briefing.dataset, rows, *asked))
    if waiting:
        yield waiting
    yield measured_told(found)
    asks = open_questions(briefing)
    if asks:
        yield said(
            "open-on",
            tuple(dict.fromkeys(key for _, told in asks for key in told.ids)),
            count=len(asks),
            issues=len(rows),
            drawn="yes" if _drawn(briefing) else "no",
        )


def unanswered_told(found: Sequence[Unanswered]) -> Said | None:
    """Return who has not answered whom on which issues, of those on most issues; None where nobody waits."""
    waiting = found[:MOST_PAIRS]
    ids = tuple(dict.fromkeys(key for one in waiting for key in one.ids))
    return said("unanswered", ids, pairs=together(*map(_not_answered, waiting), how="semicolon")) if waiting else None


def _not_answered(one: Unanswered) -> Said:
    return said("has-not-answered", one.ids, party=one.party, other=one.other, issues=issues_named(one.issues))
