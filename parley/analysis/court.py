"""Where the ball lies on an issue: who spoke last, who moved last, which conditions are open, what comes next, and how long it has been quiet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from parley.analysis.addressing import addressed_alone, governments
from parley.analysis.calendar import is_told_of
from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import Gap
from parley.analysis.leading import towards_of
from parley.analysis.live import is_over, withdrawn_from
from parley.analysis.moves import Move, Turn
from parley.analysis.overview import leading_gap
from parley.analysis.positions import position_as_of
from parley.analysis.steps import said_moves
from parley.dates import PartialDate
from parley.evidence import Evidence
from parley.model import Event, Issue, Party, Source, Statement


@dataclass(frozen=True)
class Ahead:
    """Something dated that lies ahead, known on the day from which it is looked at: an event, or the end of a statement; `source` tells of it."""

    when: PartialDate
    what: Event | Statement
    source: Source | None

    @property
    def named(self) -> str:
        """Return what it is called in the files: the event's label, or what was said, without a full stop; its id where that is not told."""
        return self.what.label if isinstance(self.what, Event) else (self.what.says or self.what.id).rstrip(".")

    @property
    def turn(self) -> tuple[date, str]:
        """Return by what things ahead are ordered: the day by which each is over, then how it is called."""
        return self.when.latest or date.max, self.named

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the id of the statement that ends; none for an event."""
        return (self.what.id,) if isinstance(self.what, Statement) else ()


@dataclass(frozen=True)
class LastWords:
    """The newest statement of either of the two that are compared, None of one that has said nothing.

    `last` is the one that surely spoke last; None where the days do not tell.
    """

    pair: tuple[Party, Party]
    newest: tuple[Statement | None, Statement | None]
    last: Party | None

    @property
    def other(self) -> Party | None:
        """Return the one that has not spoken since; None where it is not known who spoke last."""
        return next((one for one in self.pair if one is not self.last), None) if self.last else None

    def of(self, party: Party) -> Statement | None:
        """Return the newest statement of one of the two."""
        return self.newest[self.pair.index(party)]


@dataclass(frozen=True)
class Court:
    """Where the ball lies on an issue, as of a date.

    `words` tells who of the pair that leads spoke last, None where fewer than two parties are shown. `last` holds the moves of the last
    day on which any position moved, and `last_said` what moved them; `conditions` are the demands, limits and offers that wait for a
    condition; `ahead` is the next dated thing; `said_last` is the newest statement, None where nothing dated was
    said; `undated` are those of which no day is known.
    """

    issue: Issue
    as_of: date
    last: tuple[Move, ...]
    last_said: tuple[Statement, ...]
    conditions: tuple[Statement, ...]
    ahead: Ahead | None
    said_last: Statement | None
    undated: tuple[Statement, ...] = ()
    words: LastWords | None = None

    @property
    def quiet_days(self) -> int | None:
        """Return how many days nothing has been said on the issue, None where nothing dated ever was."""
        return (self.as_of - self.said_last.day).days if self.said_last else None


def court(dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> Court:
    """Return where the ball lies on an issue between these parties."""
    said = _said(dataset, issue, parties, as_of, cut)
    gap = leading_gap(dataset, issue, parties, as_of, cut)
    last, moved_by = last_moved(dataset, issue, parties, gap, as_of, cut)
    return Court(
        issue,
        as_of,
        last,
        moved_by,
        _conditions(dataset, issue, parties, as_of, cut),
        min(all_ahead(dataset, issue, said, as_of), key=lambda one: one.turn, default=None),
        said[-1] if said and said[-1].is_dated else None,
        tuple(one for one in said if not one.is_dated),
        _last_words((gap.a.party, gap.b.party), said) if gap else None,
    )


def last_words(dataset: Evidence, issue: Issue, parties: Sequence[Party], gap: Gap | None, as_of: date, cut: EvidenceCut) -> LastWords | None:
    """Return who of the pair that leads spoke last on an issue, None where there is none; `gap` is the one that leads."""
    return _last_words((gap.a.party, gap.b.party), _said(dataset, issue, parties, as_of, cut)) if gap else None


def last_moved(
    dataset: Evidence, issue: Issue, parties: Sequence[Party], gap: Gap | None, as_of: date, cut: EvidenceCut
) -> tuple[tuple[Move, ...], tuple[Statement, ...]]:
    """Return the moves of the newest day on which a position was moved by what was said, and the statements that made them.

    `gap` is the one that leads. Searched is backwards, so that the newest day costs least.
    """
    last = _last_moves(dataset, issue, parties, gap, as_of, cut)
    return last, tuple(map(dataset.statement, sorted({one for move in last for one in move.ids})))


def _said(dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> list[Statement]:
    """Return what the parties had said by then, the oldest first."""
    held = (one for party in parties for one in dataset.statements_of(party.id, issue.id))
    return sorted((one for one in held if one.day <= as_of and cut.lets_in(one)), key=lambda one: (one.day, one.id))


def _last_words(pair: tuple[Party, Party], said: Sequence[Statement]) -> LastWords:
    one, other = ([each for each in said if each.party == party.id] for party in pair)
    last = pair[0] if _is_surely_after(one, other) else pair[1] if _is_surely_after(other, one) else None
    return LastWords(pair, (one[-1] if one else None, other[-1] if other else None), last)


def _is_surely_after(own: Sequence[Statement], others: Sequence[Statement]) -> bool:
    """Return whether a party surely spoke after all that the other said, each the oldest first; none of a silent one lies after anything."""
    earliest = max((one.said.earliest for one in own if one.said.earliest), default=None)
    return bool(own) and (not others or (all(one.is_dated for one in others) and earliest is not None and earliest > others[-1].day))


def _last_moves(dataset: Evidence, issue: Issue, parties: Sequence[Party], gap: Gap | None, as_of: date, cut: EvidenceCut) -> tuple[Move, ...]:
    towards = towards_of(dataset, issue, (gap.a.party.id, gap.b.party.id) if gap else None)
    movers: dict[date, set[str]] = defaultdict(set)
    for one in _said(dataset, issue, parties, as_of, cut):
        for day in (one.day, withdrawn_from(one)):
            if day and day <= as_of:
                movers[day].add(one.party)
    for after, before in pairwise(sorted(movers, reverse=True)):
        spoke = [party for party in parties if party.id in movers[after]]
        moves = [move for party in spoke for move in said_moves(dataset, issue, party, before, after, cut, towards)]
        found = tuple(one for one in moves if one.turn in (Turn.TOWARDS, Turn.AWAY))
        if found:
            return found
    return ()


def _conditions(dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> tuple[Statement, ...]:
    found = {}
    for party in parties:
        # An offer made to one party alone stands only towards it; towards those to whom nothing is addressed all stand alike.
        addressed = addressed_alone(dataset.statements_of(party.id, issue.id), governments(dataset.negotiation, party.id, issue.id))
        for towards in (None, *(other.id for other in parties if other is not party and other.id in addressed)):
            for one in position_as_of(dataset, party.id, issue.id, as_of, cut, towards=towards).conditional:
                found[one.id] = one
    return tuple(found.values())


def all_ahead(dataset: Evidence, issue: Issue, said: Sequence[Statement], as_of: date) -> Iterator[Ahead]:
    """Yield the events and ends of statements ahead that were known by then: an event counts once a document published by then tells of it."""
    for event in dataset.negotiation.events:
        if is_told_of(dataset, event, as_of) and event.bears_on(issue.id) and event.date.latest and event.date.latest > as_of:
            yield Ahead(event.date, event, dataset.sources[event.source])
    replaced = {old for one in said if not ((day := withdrawn_from(one)) and day <= as_of) for old in one.supersedes}
    for one in said:
        if one.expires and one.expires.latest and one.id not in replaced and not is_over(one, as_of):
            yield Ahead(one.expires, one, dataset.source_of(one))
