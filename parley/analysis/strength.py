"""How well the evidence carries each finding: which single statements its status rests on, weakest findings first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import Gap, Status, gap_as_of
from parley.analysis.overview import OverviewRow
from parley.analysis.wording import Sentence, apart_words, table_gap
from parley.dataset import Dataset
from parley.model import Attribution, Statement

# From the weakest to the strongest word that a statement can rest on.
GRADES: tuple[Attribution, ...] = ("third_party_analysis", "reporter", "anonymous_source", "anonymous_official", "document", "on_record")
REMARKS: dict[Attribution, str] = {
    "third_party_analysis": "third party's analysis",
    "reporter": "reporter's account",
    "anonymous_source": "anonymous remark",
    "anonymous_official": "anonymous official's remark",
    "document": "document",
    "on_record": "statement on record",
}


@dataclass(frozen=True)
class Strength:
    """The evidence behind one finding: how much there is, its best grade on the weaker side, and what it rests on alone."""

    row: OverviewRow
    gap: Gap
    statements: tuple[Statement, ...]
    weaker_grade: Attribution
    rests_on: tuple[tuple[Statement, Status, str], ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements behind the finding."""
        return tuple(one.id for one in self.statements)


def weakest_first(dataset: Dataset, rows: Sequence[OverviewRow], as_of: date, cut: EvidenceCut, most: int | None = None) -> tuple[Strength, ...]:
    """Return the findings of the overview, the one on the weakest evidence first; at most `most` of them.

    Order: the grade of the better word on the weaker side, then the number of statements, then the order of the issues.
    """
    found = [(row, row.gap) for row in rows if row.gap is not None and row.gap.possible]
    found.sort(key=lambda one: (GRADES.index(_weaker_grade(dataset, one[1])), len(one[1].ids)))
    return tuple(_strength(dataset, row, gap, as_of, cut) for row, gap in found[:most])


def _weaker_grade(dataset: Dataset, gap: Gap) -> Attribution:
    """Return the better grade of the side whose better grade is the worse."""
    sides = [[dataset.statement_by_id[one].attribution for one in side.ids] for side in (gap.a, gap.b)]
    return min((max(grades, key=GRADES.index) for grades in sides if grades), key=GRADES.index)


def _strength(dataset: Dataset, row: OverviewRow, gap: Gap, as_of: date, cut: EvidenceCut) -> Strength:
    statements = tuple(dataset.statement_by_id[one] for one in gap.ids)
    return Strength(row, gap, statements, _weaker_grade(dataset, gap), tuple(_rests_on(dataset, gap, statements, as_of, cut)))


def _rests_on(dataset: Dataset, gap: Gap, statements: Sequence[Statement], as_of: date, cut: EvidenceCut) -> list[tuple[Statement, Status, str]]:
    """Return the statements without any one of which status or leading distance changes, and what they become; recomputed exactly."""
    pair = (gap.a.party.id, gap.b.party.id)
    now = (gap.possible, _distance(gap))
    found = []
    alone = dataset.about(gap.a.issue.id, pair)
    for one in statements:
        without = gap_as_of(alone.without([one.id]), pair, gap.a.issue.id, as_of, cut)
        if (without.possible, _distance(without)) != now:
            found.append((one, without.status, _distance(without)))
    return sorted(found, key=lambda one: (GRADES.index(one[0].attribution), one[0].id))


def _distance(gap: Gap) -> str:
    lead = table_gap(gap)
    return apart_words(lead.apart, lead.asker.axis) if lead else ""


def strength_sentence(strength: Strength) -> Sentence:
    """Return what a finding rests on: "Rests on one anonymous remark, 30 Apr 2018. Without it the status is unknown."."""
    if not strength.rests_on:
        return Sentence("No single statement carries it: leaving out any one changes neither status nor distance.", strength.ids)
    one, status, distance = strength.rests_on[0]
    gap = strength.gap
    others = len(strength.rests_on) - 1
    if status is not gap.status:
        change = f"Without it the status is {status.value.lower()}."
    elif distance == _distance(gap):
        change = "Without it other statuses are possible."
    else:
        change = f"Without it {f'the two are {distance}' if distance else 'the distance is not known'}."
    more = f" Leaving out {'the other' if others == 1 else f'any of {others} others'} changes it too." if others else ""
    return Sentence(f"Rests on one {REMARKS[one.attribution]}, {one.said.shown()}. {change}{more}", (one.id,))
