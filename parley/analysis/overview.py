"""The overview: per issue every party's position and the gap that leads, and what all of it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import TypeVar

from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.analysis.gaps import Gap, Status, gap_as_of
from parley.analysis.leading import table_gap, towards_of
from parley.analysis.positions import Position, position_as_of
from parley.analysis.whole import AllPairs, Whole, whole
from parley.collecting import uncollected
from parley.evidence import Evidence
from parley.model import PLACED_KINDS, Issue, Party, Statement

Shown = TypeVar("Shown")
FEW = 8  # parties among whom is looked first for a pair of which a distance is known
SEVERAL = 3  # principals shown from which the gap of one pair is not the whole


@dataclass(frozen=True)
class OverviewRow:
    """One issue: the positions of the parties shown, in their order, and the gap that leads, where there are two parties.

    `headline` is the gap of the pair compared first; `not_shown` is the pair that the files name for it, where one of the two is not shown.
    `asking_all` finds how all pairs of several principals stand.
    """

    issue: Issue
    positions: tuple[Position, ...]
    gap: Gap | None
    headline: Gap | None
    not_shown: tuple[Party, Party] | None = None
    asking_all: Callable[[], Whole] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def whole(self) -> Whole | None:
        """Return how all pairs of the principals shown stand; None where they are fewer than three."""
        return self.asking_all() if self.asking_all else None

    @property
    def stands_in_for(self) -> Gap | None:
        """Return the gap of the pair compared first where another pair's leads in its place."""
        return self.headline if self.headline is not self.gap else None

    @property
    def status(self) -> Status:
        """Return the status of the gap that leads; NO_EVIDENCE where there is none."""
        return self.gap.status if self.gap else Status.NO_EVIDENCE


@dataclass(frozen=True)
class Tally:
    """What is counted of some issues: the statements that the parties shown had made on them by a day, and those of them that make positions.

    `counting` are those among the latter that a cut lets in; None under the default. `sources` are the ids of the documents that hold the statements.
    `statuses` gives the rows that show a status, by status; one that none shows is left out.
    """

    as_of: date
    statements: tuple[Statement, ...]
    placed: tuple[Statement, ...]
    counting: tuple[Statement, ...] | None
    sources: tuple[str, ...]
    issues: tuple[Issue, ...]
    statuses: Mapping[Status, tuple[OverviewRow, ...]]


def overview_row(dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> OverviewRow:
    """Return one issue's row: positions towards the party each is chiefly compared with, and the leading gap."""
    named, headline, gap = _gaps(dataset, issue, parties, as_of, cut)
    towards = towards_of(dataset, issue, (gap.a.party.id, gap.b.party.id) if gap else None)
    positions = tuple(position_as_of(dataset, party.id, issue.id, as_of, cut, towards=towards.get(party.id)) for party in parties)
    principals = [one for one in parties if one.role == "principal"]
    asking_all = partial(whole, dataset, issue, principals, as_of, cut) if len(principals) >= SEVERAL else None
    return OverviewRow(issue, positions, gap, headline, named, asking_all)


def is_nothing_to_compare(positions: Sequence[Position]) -> bool:
    """Return whether several parties are shown, and at most one of them has spoken, or none has asked or done anything."""
    takes_any = any(one.is_evidenced or one.conditional for one in positions)
    return len(positions) > 1 and (not takes_any or sum(one.has_spoken for one in positions) < 2)


def leading_gap(dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> Gap | None:
    """Return the gap that leads in an issue's row, without the positions of all parties; None where there are fewer than two."""
    *_, gap = _gaps(dataset, issue, parties, as_of, cut)
    return gap


def can_be_measured(dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> bool:
    """Return whether the distance of the gap that leads is known, for which the parties are looked at only until any pair has one."""
    _, headline = _compared_first(dataset, issue, parties, as_of, cut)
    if headline is None or _is_told(headline):
        return headline is not None and table_gap(headline) is not None
    talking = _talking(dataset, issue, parties)
    size = FEW
    while size < len(talking):
        if AllPairs(dataset, issue, talking[:size], as_of, cut).widest():
            return True
        size *= 2
    return _widest_known(dataset, issue, parties, as_of, cut) is not None


def _gaps(
    dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut
) -> tuple[tuple[Party, Party] | None, Gap | None, Gap | None]:
    """Return the pair that the files name where one of the two is not shown, the gap of the pair compared first, and the gap that leads."""
    not_shown, headline = _compared_first(dataset, issue, parties, as_of, cut)
    is_told = headline is not None and _is_told(headline)
    return not_shown, headline, headline if is_told else _widest_known(dataset, issue, parties, as_of, cut) or headline


def _compared_first(
    dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut
) -> tuple[tuple[Party, Party] | None, Gap | None]:
    """Return the pair that the files name where one of the two is not shown, and the gap of the pair compared first."""
    named = _named_pair(dataset, issue)
    is_shown = named is not None and {one.id for one in named} <= {one.id for one in parties}
    pair = named if is_shown else (parties[0], parties[1]) if len(parties) > 1 else None
    headline = gap_as_of(dataset, (pair[0].id, pair[1].id), issue.id, as_of, cut) if pair else None
    return None if is_shown else named, headline


def _is_told(headline: Gap) -> bool:
    """Return whether the gap of the pair compared first leads; where nothing is known of it, the widest one does."""
    return bool(headline.possible) or headline.status is Status.SAME_WAY


@uncollected
def overview(dataset: Evidence, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> tuple[OverviewRow, ...]:
    """Return a row for every issue, groups in their order, issues in theirs."""
    return tuple(overview_row(dataset, issue, parties, as_of, cut) for issue in dataset.negotiation.ordered_issues)


def tally(dataset: Evidence, rows: Sequence[OverviewRow], as_of: date, cut: EvidenceCut) -> Tally:
    """Return what the rows rest on by then, and which of them show which status: a status there is only between two."""
    issues, whose = {row.issue.id for row in rows}, {position.party.id for row in rows for position in row.positions}
    said = dataset.about(issues=issues, parties=whose, until=as_of)
    placed = [one for one in said if one.kind in PLACED_KINDS]
    counting = None if cut == ALL_EVIDENCE else tuple(one for one in placed if cut.lets_in(one))
    sources = tuple(dict.fromkeys(one.source for one in said if one.source))
    return Tally(as_of, said, tuple(placed), counting, sources, tuple(row.issue for row in rows), by_status((row, row.gap) for row in rows))


def by_status(shown: Iterable[tuple[Shown, Gap | None]]) -> Mapping[Status, tuple[Shown, ...]]:
    """Return what is shown by the status of the gap that leads in it: the one way in which statuses are counted, whatever the page or file.

    Where only one party is shown there is no gap and no status; a status that nothing shows is left out.
    """
    found = [(one, gap.status) for one, gap in shown if gap is not None]
    return {status: of_status for status in Status if (of_status := tuple(one for one, its in found if its is status))}


def _named_pair(dataset: Evidence, issue: Issue) -> tuple[Party, Party] | None:
    """Return the pair that the files compare first on an issue."""
    pair = dataset.negotiation.headline_of(issue)
    by_id = dataset.negotiation.party_by_id
    return (by_id[pair[0]], by_id[pair[1]]) if pair else None


def _widest_known(dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> Gap | None:
    """Return the gap of the pair that is widest apart among those that want different things and of which the leading distance is known."""
    talking = _talking(dataset, issue, parties)
    return AllPairs(dataset, issue, talking, as_of, cut).widest() if len(talking) > 1 else None


def _talking(dataset: Evidence, issue: Issue, parties: Sequence[Party]) -> list[Party]:
    return [party for party in parties if dataset.statements_of(party.id, issue.id)]
