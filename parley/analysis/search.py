"""What a search finds by a day on some evidence: statements by issue and party, and whatever else holds the words, with the statements behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from parley.analysis.calendar import is_told_of
from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.evidence import Evidence
from parley.model import Event, Issue, Statement
from parley.searching import Find, FindKind, Term, words_of

Why = Literal["shown", "later", "cut"]
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
    counts = Counter(_why(one, as_of, cut) for one in finds.statements)
    issues = _by_issue(evidence, _shown(finds.statements, as_of, cut))
    others = _others(evidence, finds.others, as_of, cut)
    nothing = not issues and not others and not finds.unknown
    alone = _alone(evidence, sought(words, finds.mended), as_of, cut) if nothing else ()
    return Search(words, issues, others, counts["later"], counts["cut"], finds.terms, finds.mended, finds.related, finds.unknown, alone)


def _why(one: Statement, as_of: date, cut: EvidenceCut) -> Why:
    """Return whether a statement is shown, or why it is not; the widest evidence leaves out nothing, though not all of it may count."""
    if one.day > as_of:
        return "later"
    return "shown" if cut == ALL_EVIDENCE or cut.lets_in(one) else "cut"


def _shown(statements: Iterable[Statement], as_of: date, cut: EvidenceCut) -> tuple[Statement, ...]:
    return tuple(one for one in statements if _why(one, as_of, cut) == "shown")


def _by_issue(evidence: Evidence, statements: Iterable[Statement]) -> tuple[IssueFinds, ...]:
    held: dict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        held[one.issue].append(one)
    places = {party.id: place for place, party in enumerate(evidence.negotiation.parties)}

    def in_order(found: list[Statement]) -> tuple[Statement, ...]:
        newest = sorted(found, key=lambda one: (one.day, one.id), reverse=True)
        return tuple(sorted(newest, key=lambda one: places[one.party]))

    return tuple(IssueFinds(issue, in_order(held[issue.id])) for issue in evidence.negotiation.ordered_issues if issue.id in held)


def _others(evidence: Evidence, finds: Iterable[Find], as_of: date, cut: EvidenceCut) -> tuple[OtherFind, ...]:
    """Return the other finds, kind by kind; left out is of whom nothing was said by then, and an event of which no document told by then."""
    found = [one for find in finds if (one := _other(evidence, find, as_of, cut))]
    order = get_args(FindKind)
    return tuple(sorted(found, key=lambda one: order.index(one.kind)))


def _other(evidence: Evidence, find: Find, as_of: date, cut: EvidenceCut) -> OtherFind | None:
    key = find.ids[-1]
    match find.kind:
        case "issue" | "step":
            return OtherFind(find.kind, find.ids)
        case "event":
            event = event_of(evidence, key)
            behind = _shown(evidence.taken_from(event.source), as_of, cut)
            return OtherFind("event", find.ids, behind) if is_told_of(evidence, event, as_of) else None
        case "document":
            said = evidence.taken_from(key)
        case "party":
            said = evidence.about(parties=(key,), until=as_of)
        case "speaker":
            said = tuple(one for one in evidence.about(parties=(find.ids[0],), until=as_of) if one.speaker == key)
    behind = _shown(said, as_of, cut)
    return OtherFind(find.kind, find.ids, behind) if behind else None


def sought(words: str, mended: Sequence[tuple[str, str]]) -> str:
    """Return the words that were searched for: those given, unless some of them were taken for others."""
    taken = dict(mended)
    return " ".join(taken.get(one, one) for one in words_of(words)) if taken else words


def _alone(evidence: Evidence, words: str, as_of: date, cut: EvidenceCut) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    several = list(dict.fromkeys(words_of(words)))
    if len(several) < 2:
        return ()
    return tuple((word, _shown(evidence.found(word).statements, as_of, cut)) for word in several[:MOST_ALONE])


def event_of(evidence: Evidence, key: str) -> Event:
    """Return the event with this id; raise StopIteration where there is none."""
    return next(one for one in evidence.negotiation.events if one.id == key)
