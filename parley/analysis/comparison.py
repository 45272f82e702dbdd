"""Positions side by side, each a party at a date: where they agree, differ, exclude each other, or one is silent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import combinations

from parley.analysis.aside import UNHEARD
from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import Gap, Status, gap_between
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Outcomes
from parley.analysis.positions import PARTS, Part, Position, PositionSet, position_as_of
from parley.evidence import Evidence
from parley.model import Issue, Party


class Relation(Enum):
    """How two columns stand to each other on an issue."""

    AGREE = "agree"
    DIFFER = "differ"
    MAY_DIFFER = "may_differ"
    EXCLUDE = "exclude"
    SAME_WAY = "same_way"
    SILENT = "silent"
    UNCHANGED = "unchanged"
    NOTHING_NEWER = "nothing_newer"
    CHANGED = "changed"


_NOTHING_NEW = frozenset({Relation.SILENT, Relation.UNCHANGED, Relation.NOTHING_NEWER})


@dataclass(frozen=True)
class PartyAt:
    """One column: a party as of a date."""

    party: Party
    as_of: date


@dataclass(frozen=True)
class Related:
    """The relation of two columns on an issue, with the gap it comes from; for a party's own past, the parts that are not the same, and new threats.

    `ids` are those of the statements on which the relation rests.
    """

    one: PartyAt
    other: PartyAt
    relation: Relation
    gap: Gap | None = None
    changed: tuple[Part, ...] = ()
    ids: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()


@dataclass(frozen=True)
class ComparedIssue:
    """One issue: the positions in the order of the columns, and the relation of every pair."""

    issue: Issue
    positions: tuple[Position, ...]
    related: tuple[Related, ...]

    @property
    def is_telling(self) -> bool:
        """Return whether any two columns stand to each other in some way that is not the same as before."""
        return any(one.relation not in _NOTHING_NEW or one.threats for one in self.related)


def compare(dataset: Evidence, parties_at: Sequence[PartyAt], cut: EvidenceCut) -> tuple[ComparedIssue, ...]:
    """Return a row for every issue, comparing every pair of columns."""
    return tuple(_compared(dataset, issue, parties_at, cut) for issue in dataset.negotiation.issues)


def pair_statuses(
    dataset: Evidence, parties: Sequence[Party], issue: Issue, as_of: date, cut: EvidenceCut, among: Collection[str] | None = None
) -> dict[tuple[str, str], Gap]:
    """Return the gap of every pair of parties on an issue, by their ids; with `among`, of the pairs that hold one of these."""
    return {
        (one.id, other.id): gap_between(
            position_as_of(dataset, one.id, issue.id, as_of, cut, towards=other.id),
            position_as_of(dataset, other.id, issue.id, as_of, cut, towards=one.id),
        )
        for one, other in combinations(parties, 2)
        if among is None or one.id in among or other.id in among
    }


def _compared(dataset: Evidence, issue: Issue, parties_at: Sequence[PartyAt], cut: EvidenceCut) -> ComparedIssue:
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
            related.append(_own_past(one, other, positions[first], positions[second], dataset))
            continue
        gap = gap_between(
            position_as_of(dataset, one.party.id, issue.id, one.as_of, cut, towards=other.party.id),
            position_as_of(dataset, other.party.id, issue.id, other.as_of, cut, towards=one.party.id),
        )
        related.append(_related(one, other, gap))
    return ComparedIssue(issue, tuple(positions), tuple(related))


def _related(one: PartyAt, other: PartyAt, gap: Gap) -> Related:
    relations = {
        Status.NO_EVIDENCE: Relation.SILENT,
        Status.NO_ASK: Relation.SILENT,
        Status.SAME_WAY: Relation.SAME_WAY,
        Status.AGREED: Relation.AGREE,
        Status.BLOCKED: Relation.EXCLUDE,
    }
    otherwise = Relation.MAY_DIFFER if Status.AGREED in gap.possible else Relation.DIFFER
    return Related(one, other, relations.get(gap.status, otherwise), gap, ids=gap.ids)


def _own_past(one: PartyAt, other: PartyAt, then: Position, now: Position, dataset: Evidence) -> Related:
    before, after = sorted((then, now), key=lambda each: each.as_of)
    threats = _new_threats(before.as_of, after, dataset)
    if not (then.is_evidenced and now.is_evidenced):
        return Related(one, other, Relation.SILENT, threats=threats)
    ids = tuple(dict.fromkeys((*then.ids, *now.ids)))
    if then.ids == now.ids:
        return Related(one, other, Relation.NOTHING_NEWER, ids=ids, threats=threats)
    # What was not stated is only bounded by the rest, so it is not said to have changed on its own.
    changed = tuple(part for part in PARTS if _stated(part_of(then, part)) != _stated(part_of(now, part)))
    return Related(one, other, Relation.CHANGED if changed else Relation.UNCHANGED, changed=changed, ids=ids, threats=threats)


def _new_threats(since: date, after: Position, dataset: Evidence) -> tuple[str, ...]:
    """Return the threats of a position that were surely made after a day."""
    heard = (dataset.statement(key) for key, why in after.set_aside.items() if why.kind not in UNHEARD)
    return tuple(one.id for one in heard if one.kind == "threat" and one.said.earliest and one.said.earliest > since)


def _stated(part: PositionSet) -> Outcomes | None:
    return part.outcomes if part.is_stated else None
