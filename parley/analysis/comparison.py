"""Positions side by side, each a party at a date: where they agree, differ, exclude each other, or one is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import combinations

from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import Gap, Status, gap_between
from parley.analysis.leading import table_gap
from parley.analysis.outcomes import Outcomes
from parley.analysis.positions import Position, PositionSet, position_as_of
from parley.analysis.wording import apart_words, capital
from parley.dataset import Dataset
from parley.dates import shown_day
from parley.model import Issue, Party


class Relation(Enum):
    """How two columns stand to each other on an issue."""

    AGREE = "Agree"
    DIFFER = "Differ"
    MAY_DIFFER = "Agree or differ"
    EXCLUDE = "Exclude each other"
    SILENT = "No position"
    UNCHANGED = "Unchanged"
    NOTHING_NEWER = "Nothing newer held"
    CHANGED = "Changed"


@dataclass(frozen=True)
class PartyAt:
    """One column: a party as of a date."""

    party: Party
    as_of: date

    @property
    def name(self) -> str:
        """Return how the column is called: "US, 2 May 2018"."""
        return f"{self.party.short}, {shown_day(self.as_of)}"


@dataclass(frozen=True)
class Related:
    """The relation of two columns on an issue, in a word and a detail, with the gap it comes from (none for a party's own past)."""

    one: PartyAt
    other: PartyAt
    relation: Relation
    detail: str
    gap: Gap | None


@dataclass(frozen=True)
class ComparedIssue:
    """One issue: the positions in the order of the columns, and the relation of every pair."""

    issue: Issue
    positions: tuple[Position, ...]
    related: tuple[Related, ...]


def compare(dataset: Dataset, parties_at: Sequence[PartyAt], cut: EvidenceCut) -> tuple[ComparedIssue, ...]:
    """Return a row for every issue, comparing every pair of columns."""
    return tuple(_compared(dataset, issue, parties_at, cut) for issue in dataset.negotiation.issues)


def pair_statuses(dataset: Dataset, parties: Sequence[Party], issue: Issue, as_of: date, cut: EvidenceCut) -> dict[tuple[str, str], Gap]:
    """Return the gap of every pair of parties on an issue, by their ids."""
    return {
        (one.id, other.id): gap_between(
            position_as_of(dataset, one.id, issue.id, as_of, cut, towards=other.id),
            position_as_of(dataset, other.id, issue.id, as_of, cut, towards=one.id),
        )
        for one, other in combinations(parties, 2)
    }


def _compared(dataset: Dataset, issue: Issue, parties_at: Sequence[PartyAt], cut: EvidenceCut) -> ComparedIssue:
    # Each stands towards the next other party among the columns; a lone party stands towards the headline pair's other.
    ids = [one.party.id for one in parties_at]
    pair = dataset.negotiation.headline_of(issue) or ()
    positions = []
    for party_at in parties_at:
        towards = next((other for other in (*ids, *pair) if other != party_at.party.id and other in issue.directions), None)
        positions.append(position_as_of(dataset, party_at.party.id, issue.id, party_at.as_of, cut, towards=towards))
    related = []
    for first, second in combinations(range(len(parties_at)), 2):
        one, other = parties_at[first], parties_at[second]
        if one.party == other.party:
            related.append(_own_past(one, other, positions[first], positions[second]))
            continue
        gap = gap_between(
            position_as_of(dataset, one.party.id, issue.id, one.as_of, cut, towards=other.party.id),
            position_as_of(dataset, other.party.id, issue.id, other.as_of, cut, towards=one.party.id),
        )
        related.append(_related(one, other, gap))
    return ComparedIssue(issue, tuple(positions), tuple(related))


def _related(one: PartyAt, other: PartyAt, gap: Gap) -> Related:
    if gap.status is Status.NO_EVIDENCE:
        names = " and ".join(position.party.in_sentence for position in gap.silent)
        return Related(one, other, Relation.SILENT, capital(names), gap)
    if gap.status is Status.AGREED:
        return Related(one, other, Relation.AGREE, "", gap)
    lead = table_gap(gap)
    detail = apart_words(lead.apart, lead.asker.axis) if lead else ""
    if gap.status is Status.BLOCKED:
        return Related(one, other, Relation.EXCLUDE, detail, gap)
    relation = Relation.MAY_DIFFER if Status.AGREED in gap.possible else Relation.DIFFER
    return Related(one, other, relation, detail, gap)


def _own_past(one: PartyAt, other: PartyAt, then: Position, now: Position) -> Related:
    if not (then.is_evidenced and now.is_evidenced):
        silent = [column.name for column, position in ((one, then), (other, now)) if not position.is_evidenced]
        return Related(one, other, Relation.SILENT, " and ".join(silent), None)
    # What was not stated is only bounded by the rest, so it is not said to have changed on its own.
    parts = (("demand", then.demand, now.demand), ("stated limit", then.limit, now.limit), ("offer", then.offer, now.offer))
    changed = [name for name, before, after in parts if _stated(before) != _stated(after)]
    detail = f"not the same: {', '.join(changed)}" if changed else ""
    if then.ids == now.ids:
        return Related(one, other, Relation.NOTHING_NEWER, "", None)
    return Related(one, other, Relation.CHANGED if changed else Relation.UNCHANGED, detail, None)


def _stated(part: PositionSet) -> Outcomes | None:
    return part.outcomes if part.is_stated else None
