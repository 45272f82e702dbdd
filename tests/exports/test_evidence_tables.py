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
    (row,) = robustness_table(brief(DATA, None, DATA.negotiation.parties, TODAY, ALL_EVIDENCE)).by_key
    assert row == {
        "issue_id": "quota", "issue_name": "Quota", "party_a_id": "a", "party_b_id": "b", "pair_words": "A – B", "status": "unknown",
        "status_words": "Open", "apart_low": 17, "apart_high": 17, "unit": "points",
        "on_record": "no_evidence", "on_record_holds": False, "on_record_low": None, "on_record_high": None, "on_record_statements": ("s0",),
        "on_record_words": "No evidence",
        "fresh": "unknown", "fresh_holds": True, "fresh_low": 17, "fresh_high": 17, "fresh_statements": ("s0", "s1"),
        "fresh_words": "Open, 17 points apart", "carrier_count": 2, "carriers": ("s0", "s1"),
        "rests_on_words": "Rests on each of 2 statements. Without the anonymous remark of 1 Mar 2025 there is no evidence from A.",
        "less_words": "On record only: no evidence from A. On fresh evidence only: unchanged.", "statements": ("s0", "s1"),
    }  # fmt: skip


def test_on_record_already_there_is_nothing_to_recompute() -> None:
    """The cell says so, instead of repeating the status."""
    data = quota(percent(), UP_DOWN, statement("a", "demand", 27), statement("b", "offer", 10))
    (row,) = robustness_table(brief(data, None, data.negotiation.parties, TODAY, ON_RECORD)).by_key
    assert (row["on_record"], row["on_record_holds"], row["on_record_statements"], row["on_record_words"]) == (None, None, (), "Shown already")


def test_coverage_has_a_row_for_every_cell() -> None:
    """A cell without statements is nought, and names none."""
    table = coverage_table(brief(DATA, None, DATA.negotiation.parties, TODAY, ALL_EVIDENCE))
    assert [row[2:] for row in table.rows] == [
        ("a", "A", "demand", "demand", 1, ("s0",)), ("a", "A", "red_line", "stated limit", 0, ()), ("a", "A", "offer", "offer", 0, ()),
        ("b", "B", "demand", "demand", 0, ()), ("b", "B", "red_line", "stated limit", 0, ()), ("b", "B", "offer", "offer", 1, ("s1",)),
    ]  # fmt: skip
