"""The tables of a briefing: every cell typed, what is not known empty, and every number with the statements behind it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports.table_list import TABLES
from parley.exports.tables import Table
from parley.telling.briefing import Briefing, brief
from parley.telling.movement import all_told
from parley.words import say
from tests.briefings import many_tongues, shipped
from tests.making import TODAY, dataset, issue, ladder, percent, statement

UP_DOWN = {"a": "up", "b": "down"}
PORTS = issue(ladder(4), UP_DOWN) | {"id": "ports", "name": "Ports", "question": "How many ports?"}
COAST = issue(ladder(3), UP_DOWN) | {"id": "coast", "name": "Coast"}
SAID = [
    statement("a", "demand", 30, amount={"value": "1.50", "unit": "t", "what": "catch"}),
    statement("a", "demand", "27.5", said="2025-03-20"),
    statement("b", "offer", (10, 12), says="=SUM(A1)", said="before 2025-03-26", date_basis="inferred", note="“About”."),
    statement("b", "offer", 15, condition={"type": "if", "says": "the ports open"}, said="2025-03-25"),
    statement("b", "threat", 1, place={"not_placeable": "Names no measure."}, said="2025-03"),
    statement("a", "demand", "r2", issue="ports"),
    statement("b", "offer", "r1", issue="ports", said="2025-03-20"),
    statement("b", "threat", "r3", issue="ports", said="2025-03-20"),
]


def small(since: date | None = None) -> Briefing:
    data = dataset([issue(percent(), UP_DOWN), PORTS, COAST], SAID, {"a": {"name": "Northland", "short": "North"}})
    return brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE, since)


def rows(table: Table) -> list[dict[str, Any]]:
    """Return the rows by the keys of the columns."""
    return [dict(zip((one.key for one in table.columns), row, strict=True)) for row in table.rows]


def made(name: str, briefing: Briefing) -> list[dict[str, Any]]:
    return rows(TABLES[name](briefing))


def test_the_matrix_has_a_row_for_each_issue() -> None:
    """Positions are in the words of the screen, and the distance that leads stands with the pair it lies between."""
    assert made("matrix", small()) == [
        {
            "number": 1,
            "issue_id": "quota",
            "issue": "Quota",
            "question": "How much?",
            "position_a": "Asks: 27.5 % (20 Mar 2025)",
            "position_b": "Offers: 10 to 12 % (before 26 Mar 2025)\nOffers: 15 %, if the ports open (conditional; 25 Mar 2025)",
            "status": "Unknown",
            "possible": "Bridgeable or blocked",
            "pair": "North – B",
            "apart": "15.5 to 17.5 points apart",
            "at_a_price": "12.5 points apart, unknown (bridgeable or blocked)",
            "first_pair": None,
            "statements": "s1, s2, s3",
        },
        {
            "number": 2,
            "issue_id": "ports",
            "issue": "Ports",
            "question": "How many ports?",
            "position_a": "Asks: “Rung 2” (1 Mar 2025)",
            "position_b": "Offers: “Rung 1” (20 Mar 2025)",
            "status": "Unknown",
            "possible": "Bridgeable or blocked",
            "pair": "North – B",
            "apart": "1 rung apart",
            "at_a_price": None,
            "first_pair": None,
            "statements": "s5, s6",
        },
        {
            "number": 3,
            "issue_id": "coast",
            "issue": "Coast",
            "question": "How much?",
            "position_a": "No evidence",
            "position_b": "No evidence",
            "status": "No evidence",
            "possible": None,
            "pair": "North – B",
            "apart": None,
            "at_a_price": None,
            "first_pair": None,
            "statements": None,
        },
    ]


def test_a_statement_has_its_source_its_dates_and_why_it_does_not_count() -> None:
    """A date known on one side only leaves the other empty; an amount is exact; what is set aside says why."""
    found = {one["id"]: one for one in made("statements", small())}
    assert list(found) == ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7"]
    assert found["s0"] == {
        "id": "s0", "issue": "Quota", "party": "Northland", "speaker": "minister", "kind": "Demand", "says": "a demand", "place": "30 %",
        "amount": Decimal("1.5"), "unit": "t", "condition": None, "said": "1 Mar 2025", "said_from": date(2025, 3, 1),
        "said_until": date(2025, 3, 1), "date_basis": "printed", "source_id": "gazette", "publication": "publisher not named", "paragraph": 1,
        "line": 1, "anchor": "herring", "attribution": "on record", "conveyance": "stated", "firmness": 3, "confidence": "high", "counts": False,
        "why_not": "A newer statement stands in its place.", "note": None, "internal": False, "note_internal": False,
    }  # fmt: skip
    assert [found["s1"][key] for key in ("counts", "why_not")] == [True, None]
    assert [found["s2"][key] for key in ("says", "said", "said_from", "said_until", "date_basis", "note")] == [
        "=SUM(A1)", "before 26 Mar 2025", None, date(2025, 3, 25), "inferred", "“About”.",
    ]  # fmt: skip
    assert [found["s3"][key] for key in ("condition", "counts", "why_not")] == [
        "if the ports open", False, "It stands only under its condition, which is not known to be met.",
    ]  # fmt: skip
    assert [found["s4"][key] for key in ("place", "why_not", "said_from", "said_until")] == [
        None, "Not placed: Names no measure.", date(2025, 3, 1), date(2025, 3, 31),
    ]  # fmt: skip


def test_a_gap_has_exact_bounds_and_those_that_say_nothing_are_empty() -> None:
    """Halves stay halves, what nobody has bounded is empty, and where no one has spoken nothing is nought."""
    quota, ports, coast = made("gaps", small())
    assert quota == {
        "number": 1, "issue_id": "quota", "issue": "Quota", "party_a": "Northland", "party_b": "B", "status": "Unknown",
        "possible": "Bridgeable or blocked", "headline_low": Decimal("15.5"), "headline_high": Decimal("27.5"), "table_a_low": Decimal("15.5"),
        "table_a_high": Decimal("17.5"), "table_b_low": Decimal("15.5"), "table_b_high": Decimal("27.5"), "bid_low": Decimal("15.5"),
        "bid_high": Decimal("17.5"), "limit_low": 0, "limit_high": Decimal("17.5"), "zone_low": Decimal("-17.5"), "zone_high": 50,
        "unit": "points",
        "prices": "This offer by B stands if the ports open. Without it the gap between demand and offer is 15.5 to 17.5 points, with it 12.5 points.",
        "pivots": "A zone exists for sure if Northland would accept 10 % or lower.\nA zone exists for sure if B would accept 27.5 % or higher.",
        "statements": "s1, s2, s3",
    }  # fmt: skip
    assert [ports[key] for key in ("table_a_low", "table_a_high", "bid_low", "bid_high", "unit")] == [1, 1, 1, 1, "rungs"]
    assert {key: value for key, value in coast.items() if value is not None} == {
        "number": 3, "issue_id": "coast", "issue": "Coast", "party_a": "Northland", "party_b": "B", "status": "No evidence", "unit": "rungs",
    }  # fmt: skip


def test_movement_is_empty_without_an_earlier_date() -> None:
    """Then there is nothing to compare, and the table says so."""
    table = TABLES["movement"](small())
    assert (table.rows, table.about) == ((), "No earlier date is compared, so there is nothing to tell of movement.")


def test_a_move_has_its_bounds_its_places_and_its_sentence() -> None:
    """How far is exact; a position first held has gone no way that can be told."""
    found = made("movement", small(date(2025, 3, 5)))
    told = [
        (one["issue_id"], one["when"], one["party"], one["part"], one["cause"], one["turn"], one["by_low"], one["by_high"], one["unit"])
        for one in found
    ]
    assert told == [
        ("quota", "Between the dates", "Northland", "demand", "found", "first held", None, None, None),
        ("quota", "Between the dates", "Northland", "demand", "said", "towards", Decimal("2.5"), Decimal("2.5"), "points"),
        ("quota", "Between the dates", "B", "offer", "said", "first held", None, None, None),
        ("quota", "Also said", None, None, None, None, None, None, None),
        ("quota", "Under a condition", "B", "offer", None, None, None, None, None),
        ("ports", "Between the dates", "Northland", "demand", "found", "first held", None, None, None),
        ("ports", "Between the dates", "B", "offer", "said", "first held", None, None, None),
        ("ports", "Threat", "B", None, None, None, None, None, None),
    ]
    moved = found[1]
    assert [moved[key] for key in ("before", "now", "counts", "sentence", "statements")] == [
        "30 %", "27.5 %", True, "Northland moved towards B by 2.5 points: demand 30 % before, 27.5 % now.", "s1",
    ]  # fmt: skip


def test_a_document_says_how_many_statements_it_holds() -> None:
    """Its date is given as it is shown, with its basis."""
    assert made("sources", small()) == [
        {
            "id": "gazette", "type": "article-newspaper", "genre": "news report", "title": "Talks", "authors": None,
            "publication": "publisher not named", "published": "31 Mar 2025", "date_basis": "printed", "date_note": None, "language": "en",
            "contributed": 8, "abstract": "Talks.", "internal": False,
        }
    ]  # fmt: skip


@pytest.mark.parametrize("briefing", [shipped, many_tongues], ids=["shipped", "many tongues"])
@pytest.mark.parametrize("name", TABLES)
def test_every_cell_has_the_type_of_its_column(name: str, briefing: Any) -> None:
    """A number is never written as words, nor a flag as a number; no cell is an empty text."""
    types = {"text": (str,), "number": (int, Decimal), "date": (date,), "flag": (bool,)}
    table = TABLES[name](briefing())
    assert table.name == name and table.rows
    for row in table.rows:
        assert len(row) == len(table.columns)
        for column, cell in zip(table.columns, row, strict=True):
            assert cell is None or (type(cell) in types[column.type] and cell != ""), (column.key, cell)


def test_every_row_with_a_number_names_its_statements() -> None:
    """Each id is that of a statement held, and a pair of which one is silent has no number at all."""
    held = shipped().dataset.statement_by_id
    bounds = [one.key for one in TABLES["gaps"](shipped()).columns if one.type == "number" and one.key != "number"]
    assert len(bounds) == 12
    spoken = silent = 0
    for one in made("gaps", shipped()):
        numbers = [one[key] for key in bounds]
        if one["status"] == "No evidence":
            silent += 1
            assert numbers == [None] * 12
        else:
            spoken += 1
            assert any(number is not None for number in numbers)
            assert one["statements"] and all(key in held for key in one["statements"].split(", "))
    assert (spoken, silent) == (12, 84)


def test_the_statements_are_all_of_the_briefing_and_count_as_the_positions_do() -> None:
    """What counts is what stands behind a position, on every issue."""
    found = made("statements", shipped())
    behind = {key for issue in shipped().issues for position in issue.row.positions for key in position.ids}
    assert [one["id"] for one in found] == [one.id for one in shipped().statements]
    assert {one["id"] for one in found if one["counts"]} == behind
    assert all((one["why_not"] is None) is one["counts"] for one in found)


def test_the_movement_tells_every_sentence_of_the_briefing() -> None:
    """In the order of the issues, and word for word."""
    told = [say(each) for one in shipped().issues if one.moved for each in all_told(one.moved, shipped().dataset)]
    assert [one["sentence"] for one in made("movement", shipped())] == told
    assert len(told) == 16
