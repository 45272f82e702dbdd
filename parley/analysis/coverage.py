"""What each document contributed, and which cells of party by issue by kind are empty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from parley.analysis.evidence import is_own_word
from parley.evidence import Evidence
from parley.model import SPOKEN_KINDS, Issue, Kind, Party, PlacedKind, Source, Statement


@dataclass(frozen=True)
class Contribution:
    """What one document contributed: its statements by party and, where they are the party's own word, by kind; `apart` holds the others."""

    source: Source
    by_party: tuple[tuple[Party, tuple[Statement, ...]], ...]
    by_kind: tuple[tuple[Kind, tuple[Statement, ...]], ...]
    apart: tuple[Statement, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return the statements taken from the document."""
        return (*(one for _, several in self.by_kind for one in several), *self.apart)


@dataclass(frozen=True)
class Held:
    """One cell of coverage: the statements of a kind that a party made on an issue, oldest first; empty where none is held."""

    issue: Issue
    party: Party
    kind: PlacedKind
    statements: tuple[Statement, ...]


def contributions(dataset: Evidence) -> tuple[Contribution, ...]:
    """Return what each document cited contributed, oldest first; a document that only an event names is listed too."""
    found = []
    for source in sorted(dataset.cited.values(), key=lambda one: (one.issued.latest or date.max, one.id)):
        parties: dict[str, list[Statement]] = defaultdict(list)
        kinds: dict[str, list[Statement]] = defaultdict(list)
        apart: list[Statement] = []
        for one in dataset.taken_from(source.id):
            parties[one.party].append(one)
            (kinds[one.kind] if is_own_word(one) else apart).append(one)
        by_party = tuple((party, tuple(parties[party.id])) for party in dataset.negotiation.parties if party.id in parties)
        by_kind = tuple((kind, tuple(kinds[kind])) for kind in get_args(Kind) if kind in kinds)
        found.append(Contribution(source, by_party, by_kind, tuple(apart)))
    return tuple(found)


def coverage(dataset: Evidence, issues: Iterable[Issue], parties: Sequence[Party], as_of: date) -> tuple[Held, ...]:
    """Return every cell of issue, party and kind of word that makes positions, with the party's own by then; also those that hold nothing."""
    return tuple(
        Held(issue, party, kind, tuple(one for one in own if one.kind == kind))
        for issue in issues
        for party in parties
        for own in [[one for one in dataset.statements_of(party.id, issue.id) if one.day <= as_of and is_own_word(one)]]
        for kind in SPOKEN_KINDS
    )
