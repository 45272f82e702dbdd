"""The tables of robustness and coverage: what each finding becomes on less evidence, and every cell, the empty ones too."""

from __future__ import annotations

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.exports.evidence_tables import coverage_table, robustness_table
from parley.telling.briefing import brief
from tests.making import TODAY, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
SAID = (statement("a", "demand", 27, attribution="anonymous_source"), statement("b", "offer", 10))
DATA = quota(percent(), UP_DOWN, *SAID)


def test_a_finding_is_told_with_what_it_becomes_on_less_evidence() -> None:
    """Recomputed, in the words of the page, with the statements behind it."""
    table = robustness_table(brief(DATA, None, DATA.negotiation.parties, TODAY, ALL_EVIDENCE))
    (row,) = table.rows
    assert dict(zip((one.key for one in table.columns), row, strict=True)) == {
        "issue_id": "quota", "issue": "Quota", "pair": "A – B", "status": "Unknown", "on_record": "No evidence", "fresh": "Unknown, 17 points apart",
        "carriers": 2, "rests_on": "Rests on each of 2 statements. Without the anonymous remark of 1 Mar 2025 there is no evidence from A.",
        "less": "On record only: no evidence from A. On fresh evidence only: unchanged.", "statements": "s0, s1",
    }  # fmt: skip


def test_on_record_already_there_is_nothing_to_recompute() -> None:
    """The cell says so, instead of repeating the status."""
    data = quota(percent(), UP_DOWN, statement("a", "demand", 27), statement("b", "offer", 10))
    (row,) = robustness_table(brief(data, None, data.negotiation.parties, TODAY, ON_RECORD)).rows
    assert row[4] == "as shown"


def test_coverage_has_a_row_for_every_cell() -> None:
    """A cell without statements is nought, and names none."""
    table = coverage_table(brief(DATA, None, DATA.negotiation.parties, TODAY, ALL_EVIDENCE))
    assert [row[2:] for row in table.rows] == [
        ("A", "demand", 1, "s0"), ("A", "stated limit", 0, None), ("A", "offer", 0, None),
        ("B", "demand", 0, None), ("B", "stated limit", 0, None), ("B", "offer", 1, "s1"),
    ]  # fmt: skip
