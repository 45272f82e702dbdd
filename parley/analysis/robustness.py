"""Robustness of every status: whether it holds on record only, on fresh evidence only, and without each statement (method, section 7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from parley.analysis.evidence import ON_RECORD, EvidenceCut
from parley.analysis.gaps import Gap, Status, gap_as_of, gap_between
from parley.analysis.leading import table_gap
from parley.analysis.live import Changed
from parley.analysis.outcomes import Distance
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import position_as_of
from parley.collecting import uncollected
from parley.dates import grown_old
from parley.evidence import Evidence
from parley.model import Attribution, Statement

# From the weakest to the strongest word that a statement can rest on.
GRADES: tuple[Attribution | None, ...] = (
    "third_party_analysis",
    None,
    "expert_coding",
    "reporter",
    "anonymous_source",
    "anonymous_official",
    "document",
    "on_record",
)


@dataclass(frozen=True)
class Recomputed:
    """What a finding becomes on less evidence, recomputed exactly.

    `finding` is the gap with all evidence, and `left_out` are the pair's statements on the issue that are kept from counting. The status
    holds if the same statuses stay possible, the distance if the one that leads keeps both its bounds.
    """

    finding: Gap
    gap: Gap
    left_out: tuple[Statement, ...]
    status_holds: bool
    distance_holds: bool

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements behind what is left; where one of the pair has nothing left, of those left out that were behind it."""
        if self.gap.possible:
            return self.gap.ids
        return tuple(sorted({one.id for one in self.left_out} & {*self.finding.ids}))

    @property
    def status(self) -> Status:
        """Return the status that it becomes."""
        return self.gap.status

    @property
    def apart(self) -> Distance | None:
        """Return the leading distance that it becomes; None where nobody asks or one is silent."""
        return _lead(self.gap)

    @property
    def is_unchanged(self) -> bool:
        """Return whether status and leading distance both hold."""
        return self.status_holds and self.distance_holds


@dataclass(frozen=True)
class Robustness:
    """One finding and what becomes of it on less evidence.

    `on_record` is None where the evidence cut shown is that already. `without_one` holds, the status's carriers and the weakest
    word first, each single statement without which status or leading distance is another.
    """

    row: OverviewRow
    gap: Gap
    statements: tuple[Statement, ...]
    weaker_grade: Attribution | None
    on_record: Recomputed | None
    fresh: Recomputed
    without_one: tuple[Recomputed, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements behind the finding."""
        return tuple(one.id for one in self.statements)

    @property
    def carriers(self) -> tuple[Recomputed, ...]:
        """Return what the finding becomes without each single statement on which its status rests."""
        return tuple(one for one in self.without_one if not one.status_holds)

    @property
    def failed(self) -> int:
        """Return how many of the three tests the status fails; for the order alone, never shown."""
        fails_on_record = self.on_record is not None and not self.on_record.status_holds
        return fails_on_record + (not self.fresh.status_holds) + bool(self.carriers)


@uncollected
def weakest_first(dataset: Evidence, rows: Sequence[OverviewRow], as_of: date, cut: EvidenceCut) -> tuple[Robustness, ...]:
    """Return the robustness of every finding of the overview, the weakest first.

    Order: whose status fails most of the three tests; then whose weaker party has the weaker best word; then who rests on
    fewer statements; then the order of the issues.
    """
    found = [one for row in rows if (one := robustness(dataset, row, as_of, cut)) is not None]
    return tuple(sorted(found, key=lambda one: (-one.failed, GRADES.index(one.weaker_grade), len(one.statements))))


def robustness(dataset: Evidence, row: OverviewRow, as_of: date, cut: EvidenceCut) -> Robustness | None:
    """Return the robustness of the leading gap of a row, or None where nothing is found between the two."""
    gap = row.gap
    if gap is None or not gap.possible:
        return None
    pair, issue = (gap.a.party.id, gap.b.party.id), gap.a.issue
    said = tuple(one for party in pair for one in dataset.statements_of(party, issue.id) if one.day <= as_of)

    def again(left_out: Sequence[Statement], under: EvidenceCut = cut) -> Recomputed:
        never_found: Changed = {} if under is not cut else {one.id: None for one in left_out}
        return _recomputed(gap, gap_as_of(dataset, pair, issue.id, as_of, under, never_found), left_out)

    def without(one: Statement) -> Recomputed | None:
        """Return what becomes of the finding without one statement; None where it is not even another position of its party."""
        is_a = one.party == pair[0]
        own, towards = (gap.a, pair[1]) if is_a else (gap.b, pair[0])
        then = position_as_of(dataset, one.party, issue.id, as_of, cut, towards, {one.id: None})
        if then.parts == own.parts:
            return None
        return _recomputed(gap, gap_between(then, gap.b) if is_a else gap_between(gap.a, then), [one])

    days = dataset.negotiation.freshness_of(issue)
    on_record = None if cut == ON_RECORD else again([one for one in said if cut.lets_in(one) and not ON_RECORD.lets_in(one)], ON_RECORD)
    fresh = again([one for one in said if grown_old(one.day, as_of, days)])
    statements = tuple(map(dataset.statement, gap.ids))
    return Robustness(row, gap, statements, _weaker_grade(dataset, gap), on_record, fresh, _without_one(said, gap, without))


def _recomputed(now: Gap, then: Gap, left_out: Sequence[Statement]) -> Recomputed:
    return Recomputed(now, then, tuple(left_out), then.possible == now.possible, _lead(then) == _lead(now))


def _without_one(said: Sequence[Statement], gap: Gap, without: Callable[[Statement], Recomputed | None]) -> tuple[Recomputed, ...]:
    """Return what changes the finding: only what stands behind it, or keeps back what it superseded, can."""
    behind = set(gap.ids)
    found = (without(one) for one in said if one.id in behind or one.supersedes)
    changing = [one for one in found if one and not one.is_unchanged]
    return tuple(sorted(changing, key=_weakest_word))


def _weakest_word(one: Recomputed) -> tuple[bool, int, date, str]:
    (statement,) = one.left_out
    return one.status_holds, GRADES.index(statement.attribution), statement.day, statement.id


def _weaker_grade(dataset: Evidence, gap: Gap) -> Attribution | None:
    """Return the better grade of the party whose better grade is the worse."""
    grades = [[dataset.statement(one).attribution for one in position.ids] for position in (gap.a, gap.b)]
    return min((max(one, key=GRADES.index) for one in grades), key=GRADES.index)


def _lead(gap: Gap) -> Distance | None:
    lead = table_gap(gap)
    return lead.apart if lead else None
