"""The overview: per issue every party's position and the gap that leads, and one line that sums it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.analysis.gaps import Gap, Status, gap_as_of
from parley.analysis.leading import table_gap, towards_of
from parley.analysis.positions import Position, position_as_of
from parley.analysis.wording import status_words
from parley.dataset import Dataset
from parley.dates import shown_day
from parley.model import PLACED_KINDS, Issue, Party, Statement
from parley.numbers import counted, grouped

ONE_PARTY = "One party only"


@dataclass(frozen=True)
class OverviewRow:
    """One issue: the positions of the parties shown, in their order, and the gap that leads, where there are two parties.

    `headline` is the gap of the pair compared first; `not_shown` is the pair that the files name for it, where one of the two is not shown.
    """

    issue: Issue
    positions: tuple[Position, ...]
    gap: Gap | None
    headline: Gap | None
    not_shown: tuple[Party, Party] | None = None

    @property
    def stands_in_for(self) -> Gap | None:
        """Return the gap of the pair compared first where another pair's leads in its place."""
        return self.headline if self.headline is not self.gap else None

    @property
    def status_words(self) -> str:
        """Return the status, with what is still possible where it is not known; named between whom where there are others, who may not agree."""
        if self.gap is None:
            return ONE_PARTY
        words, several = status_words(self.gap.possible), sum(one.is_evidenced for one in self.positions) > 2
        pair = f" between {self.gap.a.party.in_sentence} and {self.gap.b.party.in_sentence}"
        return f"{words}{pair}" if several and self.status is Status.AGREED else words

    @property
    def status(self) -> Status:
        """Return the status of the gap that leads; NO_EVIDENCE where there is none."""
        return self.gap.status if self.gap else Status.NO_EVIDENCE


def overview_row(dataset: Dataset, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> OverviewRow:
    """Return one issue's row: positions towards the party each is chiefly compared with, and the leading gap."""
    named = _named_pair(dataset, issue)
    is_shown = named is not None and {one.id for one in named} <= {one.id for one in parties}
    pair = named if is_shown else (parties[0], parties[1]) if len(parties) > 1 else None
    headline = gap_as_of(dataset, (pair[0].id, pair[1].id), issue.id, as_of, cut) if pair else None
    gap = headline if headline and headline.possible else _first_evidenced(dataset, issue, parties, as_of, cut) or headline
    towards = towards_of(dataset, issue, (gap.a.party.id, gap.b.party.id) if gap else None)
    positions = tuple(position_as_of(dataset, party.id, issue.id, as_of, cut, towards=towards.get(party.id)) for party in parties)
    return OverviewRow(issue, positions, gap, headline, None if is_shown else named)


def overview(dataset: Dataset, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> tuple[OverviewRow, ...]:
    """Return a row for every issue, groups in their order, issues in theirs."""
    return tuple(overview_row(dataset, issue, parties, as_of, cut) for issue in dataset.negotiation.ordered_issues)


def summary_sentence(dataset: Dataset, rows: Sequence[OverviewRow], as_of: date, cut: EvidenceCut) -> str:
    """Return the line above the overview: how many documents and statements on these issues, and how many of the rows show which status.

    Told of are the statements of the parties shown in the rows, and how many of those that make positions a cut other than the default lets in;
    a status there is only between two.
    """
    issues, whose = {row.issue.id for row in rows}, {position.party.id for row in rows for position in row.positions}
    said = [one for one in dataset.statements if one.day <= as_of and one.issue in issues and one.party in whose]
    counts = Counter(row.status for row in rows if row.gap)
    counting = [one for one in said if one.kind in PLACED_KINDS]
    words = [f"{counts[status]} {status.value.lower()}" for status in Status if counts[status]]
    sources = len({one.source for one in said})
    what = f" ({_share(counting, cut)})" if said else ""
    held = f"{counted(len(said), 'statement')}{what} from {counted(sources, 'document')}"
    return f"As of {shown_day(as_of)}, {held} on {counted(len(rows), 'issue')}{': ' if words else ''}{', '.join(words)}."


def _share(counting: Sequence[Statement], cut: EvidenceCut) -> str:
    if cut == ALL_EVIDENCE:
        return f"{grouped(len(counting))} of them demands, limits or offers"
    return f"{grouped(sum(map(cut.lets_in, counting)))} of their {grouped(len(counting))} demands, limits or offers counted"


def matching(dataset: Dataset, text: str, as_of: date) -> tuple[Statement, ...]:
    """Return the statements said by then that hold every word of `text`, in what they say, their note, speaker, issue or source."""
    wanted = text.casefold().split()
    if not wanted:
        return ()
    return tuple(one for one in dataset.statements if one.day <= as_of and all(word in _searched(dataset, one) for word in wanted))


def _searched(dataset: Dataset, one: Statement) -> str:
    party = dataset.negotiation.party_by_id[one.party]
    source = dataset.sources[one.source]
    issue = dataset.negotiation.issue_by_id[one.issue]
    told_by = (party.name, party.speaker(one.speaker).name, source.title, source.publication)
    parts = (one.says, one.note, one.locator.anchor, one.id, issue.name, *told_by)
    return " ".join(part for part in parts if part).casefold()


def not_shown_words(row: OverviewRow) -> str:
    """Return that the pair which the files compare first is not shown, in the words of a cell; empty where it is."""
    return f"{row.not_shown[0].short} – {row.not_shown[1].short}: not shown" if row.not_shown else ""


def _named_pair(dataset: Dataset, issue: Issue) -> tuple[Party, Party] | None:
    """Return the pair that the files compare first on an issue."""
    pair = dataset.negotiation.headline_of(issue)
    by_id = dataset.negotiation.party_by_id
    return (by_id[pair[0]], by_id[pair[1]]) if pair else None


def _first_evidenced(dataset: Dataset, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> Gap | None:
    """Return the gap of the first pair that wants different things and of which the leading distance is known."""
    talking = [party.id for party in parties if dataset.statements_of(party.id, issue.id)]
    for pair in combinations(talking, 2):
        wishes = [issue.directions.get(one) for one in pair]
        # Two that want more both want the same; two that each want a certain value need not.
        if wishes[0] != wishes[1] or wishes[0] == "target":
            gap = gap_as_of(dataset, pair, issue.id, as_of, cut)
            if table_gap(gap) is not None:
                return gap
    return None
