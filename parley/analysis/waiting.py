"""Who waits for an answer, over several issues: which of two that are compared spoke last, and on which issues the other has not answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from parley.analysis.court import last_words
from parley.analysis.evidence import EvidenceCut
from parley.analysis.overview import OverviewRow
from parley.evidence import Evidence
from parley.model import Issue, Party


@dataclass(frozen=True)
class Unanswered:
    """The issues on which a party spoke last and another, that had spoken before, has not answered; `ids` are the newest words of both."""

    party: Party
    other: Party
    issues: tuple[Issue, ...]
    ids: tuple[str, ...]


def unanswered(dataset: Evidence, rows: Sequence[OverviewRow], parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> tuple[Unanswered, ...]:
    """Return who has not answered whom, those on most issues first; an issue on which the days do not tell, or one has never spoken, is left out."""
    issues: dict[tuple[str, str], list[Issue]] = {}
    ids: dict[tuple[str, str], list[str]] = {}
    by_id = {one.id: one for one in parties}
    for row in rows:
        words = last_words(dataset, row.issue, parties, row.gap, as_of, cut)
        if words and words.last and words.other and all(words.newest):
            pair = (words.last.id, words.other.id)
            issues.setdefault(pair, []).append(row.issue)
            ids.setdefault(pair, []).extend(one.id for one in words.newest if one)
    found = [Unanswered(by_id[one], by_id[other], tuple(held), tuple(ids[one, other])) for (one, other), held in issues.items()]
    return tuple(sorted(found, key=lambda one: -len(one.issues)))
