"""How the whole negotiation stands: where a gap can be measured and on what evidence, who has placed nothing where, and who moved last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from parley.analysis.court import last_moved
from parley.analysis.evidence import ON_RECORD, EvidenceCut
from parley.analysis.gaps import DEFINITE, Status
from parley.analysis.leading import table_gap
from parley.analysis.moves import Move
from parley.analysis.overview import OverviewRow, can_be_measured
from parley.evidence import Evidence
from parley.model import Issue, Party, Statement


@dataclass(frozen=True)
class Unplaced:
    """A party that is compared first on some issues and has stated nothing on them that can be placed; `said` is what it did say."""

    party: Party
    issues: tuple[Issue, ...]
    said: tuple[Statement, ...]


@dataclass(frozen=True)
class LastMoves:
    """The moves of the newest day on which any position moved, with their issue and the statements that made them."""

    issue: Issue
    moves: tuple[Move, ...]
    said: tuple[Statement, ...]


@dataclass(frozen=True)
class Standing:
    """How some issues stand. `on_record` are the measured ones of which the gap can be measured on record only, None where nothing else is shown.

    `decided` gives the rows of which only one status is possible, by status.
    """

    rows: tuple[OverviewRow, ...]
    measured: tuple[OverviewRow, ...]
    on_record: tuple[OverviewRow, ...] | None
    decided: Mapping[Status, tuple[OverviewRow, ...]]
    unplaced: tuple[Unplaced, ...]
    last: LastMoves | None

    @property
    def open(self) -> tuple[OverviewRow, ...]:
        """Return the measured ones on which more than one status is possible."""
        return tuple(row for row in self.measured if row.status not in self.decided)


def standing(dataset: Evidence, rows: Sequence[OverviewRow], parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> Standing:
    """Return how the issues of the overview stand, between the parties shown."""
    measured = tuple(filter(is_measured, rows))
    on_record = None
    if cut != ON_RECORD:
        on_record = tuple(row for row in measured if can_be_measured(dataset, row.issue, parties, as_of, ON_RECORD))
    decided = {status: tuple(row for row in rows if row.gap and row.status is status) for status in DEFINITE}
    found = {status: of_status for status, of_status in decided.items() if of_status}
    return Standing(tuple(rows), measured, on_record, found, _unplaced(dataset, rows, as_of), last_moves(dataset, rows, parties, as_of, cut))


def is_measured(row: OverviewRow) -> bool:
    """Return whether the distance between the pair that leads is known."""
    return row.gap is not None and table_gap(row.gap) is not None


def _unplaced(dataset: Evidence, rows: Sequence[OverviewRow], as_of: date) -> tuple[Unplaced, ...]:
    """Return the parties compared first that have placed nothing, those on most issues first."""
    issues: dict[str, list[Issue]] = {}
    by_id: dict[str, Party] = {}
    for row in rows:
        gap = row.stands_in_for or row.gap
        for position in gap.silent if gap else ():
            by_id[position.party.id] = position.party
            issues.setdefault(position.party.id, []).append(row.issue)
    found = []
    for key, party in by_id.items():
        said = (one for issue in issues[key] for one in dataset.statements_of(key, issue.id) if one.day <= as_of)
        found.append(Unplaced(party, tuple(issues[key]), tuple(said)))
    return tuple(sorted(found, key=lambda one: -len(one.issues)))


def last_moves(dataset: Evidence, rows: Sequence[OverviewRow], parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> LastMoves | None:
    """Return who moved last on any issue; issues on which something was said lately are asked first, and the search ends where none can be newer."""
    newest = [(day, row) for row in rows if (day := last_said(dataset, row.issue, parties, as_of, cut))]
    best: LastMoves | None = None
    for day, row in sorted(newest, key=lambda one: one[0], reverse=True):
        if best and day <= _day(best):
            break
        moves, said = last_moved(dataset, row.issue, parties, row.gap, as_of, cut)
        if moves:
            moved = LastMoves(row.issue, moves, said)
            best = moved if best is None or _day(moved) > _day(best) else best
    return best


def last_said(dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> date | None:
    """Return the newest day by then on which one of the parties surely said anything on an issue that the cut lets in; None where nobody did."""
    said = (one for party in parties for one in dataset.statements_of(party.id, issue.id))
    return max((one.day for one in said if one.is_dated and one.day <= as_of and cut.lets_in(one)), default=None)


def _day(found: LastMoves) -> date:
    return max(one.day for one in found.said)
