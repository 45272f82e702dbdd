"""What each document contributed, and which cells of party by issue by kind are empty."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from parley.dataset import Dataset
from parley.model import PLACED_KINDS, Kind, Party, Source, Statement

if TYPE_CHECKING:
    import pandas as pd

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


def coverage_frame(dataset: Dataset, parties: Sequence[Party], as_of: date) -> pd.DataFrame:
    """Return one row per issue, party and positional kind, with the number of statements said by then.

    Columns: party, issue (names), kind (words), statements (int), newest (text date, "" where there is none).
    """
    # It takes longer to import than most commands, which make no such table, to run.
    import pandas as pd

    rows = []
    for issue in dataset.negotiation.issues:
        for party in parties:
            said = [one for one in dataset.statements_of(party.id, issue.id) if one.day <= as_of]
            for kind in PLACED_KINDS:
                own = [one for one in said if one.kind == kind]
                newest = own[-1].said.shown() if own else ""
                rows.append((party.name, issue.name, KIND_NAMES[kind], len(own), newest))
    return pd.DataFrame(rows, columns=["party", "issue", "kind", "statements", "newest"])
