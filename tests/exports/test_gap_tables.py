"""What would change a status, and what stands under a condition, for programs: the same as the sentences of the gaps, in ids and numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parley.exports.gap_tables import pivots_table, prices_table
from parley.exports.table_list import TABLES
from tests.briefings import many_tongues, shipped
from tests.exports.test_tables import known, small

PAIR = {"issue_name": "Quota", "party_a_id": "a", "party_b_id": "b"}


def test_a_pivot_has_the_value_that_is_needed_and_the_one_that_is_enough() -> None:
    """Whose end of what it is, and the statuses between which it decides; on a ladder the value is a rung."""
    first, second, third, _ = pivots_table(small()).by_key
    assert known(first) == {
        "issue_id": "quota", **PAIR, "distance": "limit", "better": "bridgeable", "better_words": "Bridgeable", "worse": "blocked",
        "worse_words": "Blocked", "party_id": "a", "party_name": "Northland", "part": "limit", "part_words": "Stated limit", "is_stated": False,
        "is_low_end": True, "enough": 10, "unit": "%",
        "sentences_words": ("An outcome fits both limits for certain if Northland would accept 10 % or less.",), "statements": ("s1", "s2"),
    }  # fmt: skip
    assert [second[key] for key in ("party_id", "is_low_end", "needed", "enough", "statements")] == ["b", False, None, Decimal("27.5"), ("s1", "s2")]
    assert [third[key] for key in ("issue_id", "enough", "enough_rung_id", "needed_rung_id", "unit")] == ["ports", 1, "r1", None, "steps"]


def test_a_price_has_what_a_statement_changes() -> None:
    """The distance and what is possible, without it and with it, counted alone."""
    (row,) = prices_table(small()).by_key
    assert row == {
        "issue_id": "quota", **PAIR, "statement_id": "s3", "party_id": "b", "party_name": "B", "kind": "offer", "kind_words": "Offer",
        "without_low": Decimal("15.5"), "without_high": Decimal("17.5"), "with_it_low": Decimal("12.5"), "with_it_high": Decimal("12.5"),
        "unit": "points", "without_possible": ("bridgeable", "blocked"), "with_it_possible": ("bridgeable", "blocked"),
        "sentence_words": "This offer by B stands if the ports open. Without it the gap between demand and offer is 15.5 to 17.5 points, "
        "with it 12.5 points.",
        "statements": ("s1", "s2", "s3"),
    }  # fmt: skip


@pytest.mark.parametrize("briefing", [shipped, many_tongues, small], ids=["shipped", "many tongues", "small"])
def test_each_sentence_of_the_gaps_has_its_row(briefing: object) -> None:
    """In the same order, and none besides."""
    made = briefing()  # type: ignore[operator]
    gaps = TABLES["gaps"](made).by_key
    pivots = [sentence for row in pivots_table(made).by_key for sentence in row["sentences_words"]]  # type: ignore[union-attr]
    assert pivots == [sentence for row in gaps for sentence in row["pivots_words"]]  # type: ignore[union-attr]
    assert [row["sentence_words"] for row in prices_table(made).by_key] == [one for row in gaps for one in row["conditions_words"]]  # type: ignore[union-attr]
    assert pivots
