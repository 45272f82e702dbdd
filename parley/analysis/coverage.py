"""What each document contributed, and which cells of party by issue by kind are empty."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from parley.dataset import Dataset
from parley.model import PLACED_KINDS, Issue, Kind, Party, PlacedKind, Source, Statement

KIND_NAMES: dict[Kind, str] = {"demand": "demand", "red_line": "stated limit", "offer": "offer", "threat": "threat", "rationale": "reason"}


@dataclass(frozen=True)
class Contribution:
    """What one document contributed: its statements by party and by kind."""

    source: Source
    by_party: tuple[tuple[str, int], ...]
    by_kind: tuple[tuple[Kind, int], ...]

    @property
    def total(self) -> int:
        """Return the number of statements taken from the document."""
        return sum(number for _, number in self.by_kind)


def contributions(dataset: Dataset) -> tuple[Contribution, ...]:
    """Return what each document cited contributed, oldest first; a document that only an event names is listed too."""
    by_source: dict[str, list[Statement]] = defaultdict(list)
    for one in dataset.statements:
        by_source[one.source].append(one)
    found = []
    for source in sorted(dataset.cited.values(), key=lambda one: (one.issued.latest or date.max, one.id)):
        parties = Counter(one.party for one in by_source[source.id])
        kinds = Counter(one.kind for one in by_source[source.id])
        by_party = tuple((party.short, parties[party.id]) for party in dataset.negotiation.parties if parties[party.id])
        found.append(Contribution(source, by_party, tuple((kind, kinds[kind]) for kind in KIND_NAMES if kinds[kind])))
    return tuple(found)


@dataclass(frozen=True)
class Held:
    """The statements of one kind by one party on one issue, oldest first; none is an empty cell."""

    issue: Issue
    party: Party
    kind: PlacedKind
    statements: tuple[Statement, ...]


def coverage(dataset: Dataset, issues: Iterable[Issue], parties: Sequence[Party], as_of: date) -> tuple[Held, ...]:
    """Return what is held for every issue, party and kind that makes positions, said by then, whatever the evidence cut."""
    found = []
    for issue in issues:
        for party in parties:
            said = [one for one in dataset.statements_of(party.id, issue.id) if one.day <= as_of]
            found += [Held(issue, party, kind, tuple(one for one in said if one.kind == kind)) for kind in PLACED_KINDS]
    return tuple(found)
