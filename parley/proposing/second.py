"""A second reading of a document: what somebody proposed of it, unit by unit beside what is held, and how far the two agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.agreement import Agreement, Unit, agreement_of, coding_of
from parley.dataset import Dataset
from parley.errors import ParleyError, quoted
from parley.model import Locator, Source, Statement
from parley.proposing.inbox import Inbox
from parley.proposing.lines import Given
from parley.suggestions import with_suggestion

Place = tuple[int, str, str]  # of a unit: its line, its party, its issue
Met = Literal["alike", "differs", "first_only", "second_only"]


@dataclass(frozen=True)
class Pair:
    """What both made of one unit, a line on which a party says something on an issue; None where one of them found nothing there."""

    line: int
    party: str
    issue: str
    first: Statement | None
    second: Given | None
    met: Met


class NoReaderError(ParleyError):
    """A second reader who is not there."""

    @classmethod
    def unknown(cls, given: str, known: Sequence[str]) -> NoReaderError:
        """Say who was asked for, and whom it may have been."""
        return cls(with_suggestion(f"Nobody called {quoted(given)} has proposed anything of a document.", given, known))

    @classmethod
    def unnamed(cls) -> NoReaderError:
        """Say that nobody was named."""
        return cls("Whose reading is to be kept is not said. Name the second reader with '--reader'.")


def readers_of(source: str, inbox: Inbox) -> tuple[str, ...]:
    """Return who proposed anything of a document, by name."""
    return tuple(sorted({one.proposal.proposer for one in inbox.proposed if one.proposal.statement.source == source}))


def second_reading(source: Source, reader: str, inbox: Inbox, dataset: Dataset) -> tuple[Pair, ...]:
    """Return the statements held of a document beside what a reader proposed of it; what became of these proposals is not the first reader's."""
    proposed = [one for one in inbox.proposed if one.proposal.proposer == reader and one.proposal.statement.source == source.id]
    became = {found.statement for one in proposed if (found := inbox.settled.get(one.key))}
    firsts: dict[Place, list[Statement]] = defaultdict(list)
    seconds: dict[Place, list[Given]] = defaultdict(list)
    for held in dataset.taken_from(source.id):
        if held.id not in became:
            firsts[_line(held.locator, source), held.party, held.issue].append(held)
    for one in proposed:
        entry = one.proposal.statement
        for party in (entry.party,) if entry.party else entry.parties:
            seconds[_line(entry.locator, source), party, entry.issue].append(one)
    return tuple(pair for key in sorted({*firsts, *seconds}) for pair in _pairs(key, firsts[key], seconds[key]))


def agreement_on(pairs: Sequence[Pair], source: Source, dataset: Dataset) -> Agreement:
    """Return how far the two readers agree."""
    return agreement_of([_unit(one, source, dataset) for one in pairs if one.issue in dataset.axes])


def _pairs(key: Place, firsts: Sequence[Statement], seconds: Sequence[Given]) -> Iterator[Pair]:
    """Yield what both made of one unit: what is alike together, then what is of one kind, then the rest in order."""
    left, right = list(firsts), list(seconds)
    for fits in (_is_alike, lambda one, other: one.kind == other.proposal.statement.kind, lambda _one, _other: True):
        for one in list(left):
            other = next((each for each in right if fits(one, each)), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                yield Pair(*key, one, other, "alike" if _is_alike(one, other) else "differs")
    yield from (Pair(*key, one, None, "first_only") for one in left)
    yield from (Pair(*key, None, one, "second_only") for one in right)


def _is_alike(one: Statement, other: Given) -> bool:
    return (one.kind, one.place) == (other.proposal.statement.kind, other.proposal.statement.place)


def _line(at: Locator | None, source: Source) -> int:
    """Return the line that a locator names, be it by its paragraph; 0 where it names none."""
    if at is None or at.line is not None:
        return at.line or 0 if at else 0
    return source.body[at.paragraph - 1].line if at.paragraph and at.paragraph <= len(source.body) else 0


def _unit(one: Pair, source: Source, dataset: Dataset) -> Unit:
    direction = dataset.negotiation.issue_by_id[one.issue].directions.get(one.party)
    entries = (one.first, one.second.proposal.statement if one.second else None)
    first, second = (coding_of(each.kind, each.place, dataset.axes[one.issue], direction) if each else None for each in entries)
    return Unit(source.id, str(one.line), one.party, one.issue, first, second, "")
