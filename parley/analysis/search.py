"""What a search finds by a day on some evidence: statements by issue and party, and whatever else holds the words, with the statements behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from parley.analysis.calendar import is_told_of
from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.evidence import Evidence
from parley.model import Event, Issue
from parley.searching import Find, FindKind, LetsIn, Term, words_of

MOST_ALONE = 5  # words asked for each by itself, where they do not stand together
_SAID_BY: tuple[FindKind, ...] = ("party", "speaker", "document")  # of which all statements are found


@dataclass(frozen=True)
class IssueFinds:
    """The ids of the statements found on one issue: by party, and of each party the newest first."""

    issue: Issue
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Search:
    """What was found of some words; `later` and `cut` count the statements that hold them and were said later, or are left out by the evidence cut.

    `statements` are the ids of all that the issues have. The others have with them what a party or speaker said, what a document holds, and what the
    document that tells of an event does. `mended`, `related` and `unknown` are as `Finds` has them. Where nothing holds all the words, `alone` has
    the first of them with the ids of the statements that hold each.
    """

    words: str
    issues: tuple[IssueFinds, ...] = ()
    statements: tuple[str, ...] = ()
    others: tuple[Find, ...] = ()
    later: int = 0
    cut: int = 0
    terms: tuple[Term, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()
    related: tuple[str, ...] = ()
    unknown: str = ""
    alone: tuple[tuple[str, tuple[str, ...]], ...] = ()


def search(evidence: Evidence, words: str, as_of: date, cut: EvidenceCut) -> Search:
    """Return what holds every one of some words, of all that was said by a day and the cut lets in."""
    # The widest evidence leaves out nothing, though not all of it may count.
    lets_in = None if cut == ALL_EVIDENCE else cut.lets_in
    finds = evidence.found(words, as_of, lets_in)
    issues = tuple(IssueFinds(evidence.negotiation.issue_by_id[issue], ids) for issue, ids in finds.issues)
    others = _by_kind(_told_of(evidence, finds.others, as_of, lets_in))
    nothing = not issues and not others and not finds.unknown
    alone = _alone(evidence, sought(words, finds.mended), as_of, lets_in) if nothing else ()
    counts = finds.later, finds.left_out
    return Search(words, issues, finds.statements, others, *counts, finds.terms, finds.mended, finds.related, finds.unknown, alone)


def _told_of(evidence: Evidence, finds: Iterable[Find], as_of: date, lets_in: LetsIn | None) -> Iterator[Find]:
    """Yield the other finds, save of whom nothing is shown, and an event of which no document told by then."""
    for find in finds:
        if find.kind == "event":
            event = event_of(evidence, find.ids[-1])
            if is_told_of(evidence, event, as_of):
                held = (one for one in evidence.taken_from(event.source) if one.day <= as_of and (lets_in is None or lets_in(one)))
                yield replace(find, behind=tuple(one.id for one in held))
        elif find.behind or find.kind not in _SAID_BY:
            yield find


def _by_kind(finds: Iterable[Find]) -> tuple[Find, ...]:
    kinds = get_args(FindKind)
    return tuple(sorted(finds, key=lambda one: kinds.index(one.kind)))


def sought(words: str, mended: Sequence[tuple[str, str]]) -> str:
    """Return the words that were searched for: those given, unless some of them were taken for others."""
    taken = dict(mended)
    return " ".join(taken.get(one, one) for one in words_of(words)) if taken else words


def _alone(evidence: Evidence, words: str, as_of: date, lets_in: LetsIn | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    several = list(dict.fromkeys(words_of(words)))
    if len(several) < 2:
        return ()
    return tuple((word, evidence.found(word, as_of, lets_in).statements) for word in several[:MOST_ALONE])


def event_of(evidence: Evidence, key: str) -> Event:
    """Return the event with this id; raise StopIteration where there is none."""
    return next(one for one in evidence.negotiation.events if one.id == key)
