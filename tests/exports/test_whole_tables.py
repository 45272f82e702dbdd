"""All parties of an issue together as tables: where they stand, how their pairs stand, and who is told with whom."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from parley.analysis.whole import whole
from parley.exports.cells import Cells
from parley.exports.plain_tables import table_csv
from parley.exports.table_list import SHEETS, TABLES
from parley.telling.briefing import Briefing
from tests.briefings import shipped
from tests.exports.test_table_schemas import of_many_parties


def rows(name: str, briefing: Briefing, *keys: str) -> list[Cells]:
    return [{key: row[key] for key in keys} for row in TABLES[name](briefing).by_key]


def test_the_whole_of_an_issue_is_one_row() -> None:
    """Who has spoken, from where to where they stand, who stands at the ends, and who is widest apart, each with its statements."""
    (row,) = TABLES["whole"](of_many_parties()).by_key
    assert {key: cell for key, cell in row.items() if key not in ("issue_name", "question")} == {
        "issue_number": 1, "issue_id": "quota", "party_count": 8, "spoken": ("a", "b", "d", "e", "f", "g", "h"), "spoken_count": 7,
        "placed_count": 6, "low": 0, "high": 5, "low_rung_id": "r0", "high_rung_id": "r5", "unit": "steps", "place_words": "between Rung 0 and Rung 5",
        "low_parties": ("b",), "low_words": "B", "low_statements": ("s1",), "high_parties": ("a",), "high_words": "A", "high_statements": ("s0",),
        "pair_count": 28, "widest_party_a_id": "a", "widest_party_b_id": "b", "widest_low": 5, "widest_high": 5, "widest_unit": "steps",
        "widest_words": "5 steps apart", "widest_statements": ("s0", "s1"), "statements": ("s0", "s1", "s2", "s3", "s4", "s5", "s6"),
    }  # fmt: skip


def test_each_status_has_as_many_pairs_as_there_are() -> None:
    """All pairs of all parties are in one of the rows, as the analysis counts them."""
    made = of_many_parties()
    found = rows("pairs", made, "status", "pair_count", "statements")
    assert sum(int(str(one["pair_count"])) for one in found) == 28
    counted = whole(made.dataset, made.issues[0].issue, made.parties, made.as_of, made.cut).pairs
    assert {one["status"]: (one["pair_count"], one["statements"]) for one in found} == {
        status.value: (pairs.count, pairs.ids) for status, pairs in counted.items()
    }
    assert {"status": "agreed", "pair_count": 1, "statements": ("s2", "s3")} in found


def test_clusters_are_those_in_which_an_issue_is_drawn() -> None:
    """First those in focus by themselves, then the bloc, who stand at one place, and who names none; part by part, each party in one cluster."""
    keys = "cluster_number", "is_in_focus", "bloc_id", "parties", "part", "stated_count", "low_rung_id", "high_rung_id", "statements"
    assert [tuple(row.values()) for row in rows("clusters", of_many_parties(), *keys)] == [
        (1, True, None, ("a",), "demand", 1, "r5", "r5", ("s0",)),
        (2, True, None, ("b",), "demand", 1, "r0", "r0", ("s1",)),
        (3, True, None, ("d",), "demand", 1, "r1", "r2", ("s6",)),
        (4, False, "isles", ("e", "g"), "demand", 1, "r3", "r3", ("s2",)),
        (4, False, "isles", ("e", "g"), "offer", 1, "r1", "r1", ("s4",)),
        (5, False, None, ("f",), "demand", 1, "r3", "r3", ("s3",)),
        (6, False, None, ("h",), None, 0, None, None, ("s5",)),
    ]
    assert [row["sentence_words"] for row in TABLES["clusters"](of_many_parties()).by_key][3] == "Isles: E and G: 1 asks Rung 3; 1 offers Rung 1"


def test_few_parties_are_each_by_themselves() -> None:
    """In the shipped talks every party that has spoken is in focus, on each issue."""
    found = TABLES["clusters"](shipped()).by_key
    assert all(one["is_in_focus"] and one["party_count"] == 1 for one in found)
    spoken = {(str(one["issue_id"]), party) for one in TABLES["whole"](shipped()).by_key for party in one["spoken"]}  # type: ignore[union-attr]
    assert {(str(one["issue_id"]), one["parties"][0]) for one in found} == spoken  # type: ignore[index]


@pytest.mark.parametrize("name", ["whole", "pairs", "clusters"])
def test_they_are_for_programs_and_carry_their_date_and_evidence(name: str) -> None:
    """Not sheets of the workbook; each row of the CSV file ends as all do."""
    assert name not in SHEETS
    first, *_ = csv.DictReader(StringIO(table_csv(TABLES[name](of_many_parties()), of_many_parties()).removeprefix("\ufeff")))
    assert (first["as_of"], first["evidence"], first["issue_id"]) == ("2025-03-31", "officials", "quota")
