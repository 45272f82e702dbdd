"""What a search finds by a day on some evidence: statements by issue and party, and whatever else holds the words, with the statements behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from parley.analysis.calendar import is_told_of
from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.evidence import Evidence
from parley.model import Event, Issue, Statement
from parley.searching import Find, FindKind, Term, words_of

MOST_ALONE = 5  # words asked for each by itself, where they do not stand together


@dataclass(frozen=True)
class IssueFinds:
    """The statements found on one issue: by party, and of each party the newest first."""

    issue: Issue
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class OtherFind:
    """Something else that holds the words, with the statements behind it: what a party or speaker said, what a document holds; none for a step."""

    kind: FindKind
    ids: tuple[str, ...]
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True)
class Search:
    """What was found of some words; `later` and `cut` count the statements that hold them and were said later, or are left out by the evidence cut.

    `mended`, `related` and `unknown` are as `Finds` has them. Where nothing holds all the words, `alone` has the first of them with the statements
    that hold each.
    """

    words: str
    issues: tuple[IssueFinds, ...] = ()
    others: tuple[OtherFind, ...] = ()
    later: int = 0
    cut: int = 0
    terms: tuple[Term, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()
    related: tuple[str, ...] = ()
    unknown: str = ""
    alone: tuple[tuple[str, tuple[Statement, ...]], ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return all statements found, in the order in which they are shown."""
        return tuple(one for each in self.issues for one in each.statements)


def search(evidence: Evidence, words: str, as_of: date, cut: EvidenceCut) -> Search:
    """Return what holds every one of some words, of all that was said by a day and the cut lets in."""
    finds = evidence.found(words)
    said = [one for one in finds.statements if one.day <= as_of]
    shown = _let_in(said, cut)
    issues = _by_issue(evidence, shown)
    others = _others(evidence, finds.others, shown, as_of, cut)
    nothing = not issues and not others and not finds.unknown
    alone = _alone(evidence, sought(words, finds.mended), as_of, cut) if nothing else ()
    later, left_out = len(finds.statements) - len(said), len(said) - len(shown)
    return Search(words, issues, others, later, left_out, finds.terms, finds.mended, finds.related, finds.unknown, alone)


def _let_in(statements: Iterable[Statement], cut: EvidenceCut) -> tuple[Statement, ...]:
    """Return what a cut lets in; the widest evidence leaves out nothing, though not all of it may count."""
    return tuple(statements) if cut == ALL_EVIDENCE else tuple(filter(cut.lets_in, statements))


def _by_issue(evidence: Evidence, statements: Iterable[Statement]) -> tuple[IssueFinds, ...]:
    held: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        held[one.issue].append(one)
    # One number for each, party before day: a word that every statement holds puts all of them in order.
    places = {party.id: place * date.max.toordinal() for place, party in enumerate(evidence.negotiation.parties)}
    for found in held.values():
        found.sort(key=lambda one: places[one.party] - one.day.toordinal())
    return tuple(IssueFinds(issue, tuple(held[issue.id])) for issue in evidence.negotiation.ordered_issues if issue.id in held)


def _others(evidence: Evidence, finds: Iterable[Find], shown: Sequence[Statement], as_of: date, cut: EvidenceCut) -> tuple[OtherFind, ...]:
    """Return the other finds, kind by kind; left out is of whom nothing is shown, and an event of which no document told by then."""
    found: dict[FindKind, list[OtherFind]] = {kind: [] for kind in get_args(FindKind)}
    behind: dict[FindKind, Mapping[tuple[str, ...], Sequence[Statement]]] = {}
    for find in finds:
        statements: Sequence[Statement] = ()
        if find.kind in _SAID_BY:
            if find.kind not in behind:
                behind[find.kind] = _grouped(shown, _SAID_BY[find.kind])
            statements = behind[find.kind].get(find.ids, ())
            if not statements:
                continue
        elif find.kind == "event":
            event = event_of(evidence, find.ids[-1])
            if not is_told_of(evidence, event, as_of):
                continue
            statements = _let_in((one for one in evidence.taken_from(event.source) if one.day <= as_of), cut)
        found[find.kind].append(OtherFind(find.kind, find.ids, tuple(statements)))
    return tuple(one for several in found.values() for one in several)


# Whose, or of which document, a statement is: where that holds the words, all its statements are among those found.
_SAID_BY: Mapping[FindKind, Callable[[Statement], tuple[str, ...]]] = {
    "party": lambda one: (one.party,),
    "speaker": lambda one: (one.party, one.speaker),
    "document": lambda one: (one.source or "",),
}


def _grouped(statements: Iterable[Statement], key: Callable[[Statement], tuple[str, ...]]) -> Mapping[tuple[str, ...], Sequence[Statement]]:
    found: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for one in statements:
        found[key(one)].append(one)
    return found


def sought(words: str, mended: Sequence[tuple[str, str]]) -> str:
    """Return the words that were searched for: those given, unless some of them were taken for others."""
    taken = dict(mended)
    return " ".join(taken.get(one, one) for one in words_of(words)) if taken else words


def _alone(evidence: Evidence, words: str, as_of: date, cut: EvidenceCut) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    several = list(dict.fromkeys(words_of(words)))
    if len(several) < 2:
        return ()
    found = ((word, evidence.found(word).statements) for word in several[:MOST_ALONE])
    return tuple((word, _let_in((one for one in statements if one.day <= as_of), cut)) for word, statements in found)


def event_of(evidence: Evidence, key: str) -> Event:
    """Return the event with this id; raise StopIteration where there is none."""
    return next(one for one in evidence.negotiation.events if one.id == key)
