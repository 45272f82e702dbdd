"""CSV and JSON read back: the same values, no formulas, and with every table what it was made of."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.evidence import ON_RECORD
from parley.errors import Problem
from parley.exports.cells import Table
from parley.exports.columns import Column
from parley.exports.plain_tables import carried_columns, table_csv, table_json
from parley.exports.table_list import TABLES
from parley.formulas import guarded, unguarded
from parley.telling.briefing import brief
from tests.briefings import ARABIC, CHINESE, FRENCH, GERMAN, many_tongues, shipped
from tests.making import TODAY, percent, quota, statement

COLUMNS = (
    Column("says", "What was said"),
    Column("far", "How far", "number"),
    Column("on", "On", "date"),
    Column("counts", "Counts", "flag"),
    Column("ids", "Ids", "list"),
)
SMALL = Table(
    "small",
    "Small",
    COLUMNS,
    (("=1+1", -2, date(2025, 3, 1), True, ("s1", "s2")), ('a "b",\nc', Decimal("0.5"), None, False, ('x, "y"',)), (None, None, None, None, ())),
)
ABOUT = {
    "negotiation_id": "fjords",
    "negotiation_name": "Fjord talks",
    "version": "test",
    "as_of": "2025-03-31",
    "since": "2025-03-01",
    "evidence": "all",
    "evidence_words": "All evidence",
    "agenda_id": "tongues",
    "agenda_name": f"Lage: {CHINESE}",
    "issues": ["harbour", "quota"],
    "parties": ["a", "b", "c"],
    "handling_words": f"Vertraulich {ARABIC}",
    "edition": "full",
    "edition_words": None,
    "is_incomplete": False,
    "incomplete_words": None,
    "summary_words": "As of 31 Mar 2025, 8 statements (8 of them demands, limits, offers or measures) from 1 document on 2 issues: 2 open.",
    "standing_line_words": "Positions are what parties have said, not what they would settle for.",
}
CARRIED = ["2025-03-31", "all", f"Vertraulich {ARABIC}"]


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def frame(text: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(text.encode()))


def test_a_csv_file_holds_the_rows_and_what_they_were_made_of() -> None:
    """The first line holds the keys; numbers and dates are plain, a list is one of JSON, a text like a formula is guarded, what is not known is empty."""
    text = table_csv(SMALL, many_tongues())
    assert text.startswith("\ufeffsays,far,on,counts,ids,as_of,evidence,notice_words\r\n")
    assert read(text)[1:] == [
        ["'=1+1", "-2", "2025-03-01", "true", '["s1", "s2"]', *CARRIED],
        ['a "b",\nc', "0.5", "", "false", '["x, \\"y\\""]', *CARRIED],
        ["", "", "", "", "[]", *CARRIED],
    ]


def test_each_row_says_what_would_make_it_wrong_if_it_were_forgotten() -> None:
    """Its date and its evidence; and handling, what is internal and what is missing, only where there is something to say."""
    held = (statement("a", "demand", 27), statement("b", "offer", 3, internal=True))
    data = quota(percent(), {"a": "up", "b": "down"}, *held)
    data = replace(data, left_out=(Problem("fjords/b.yaml", 4, 2, "There is no source 'gone'."),))
    full, shared = (brief(data, None, data.negotiation.parties, TODAY, ON_RECORD, is_shareable=which) for which in (False, True))
    assert [row[-3:] for row in read(table_csv(SMALL, full))[1:2]] == [
        [
            "2025-03-31",
            "on-record",
            "Internal edition: made with statements, notes or documents that stay inside; not to be passed on. "
            "Incomplete or wrong: some entries of the files are left out or break a rule. See fjords/b.yaml:4.",
        ]
    ]
    assert read(table_csv(SMALL, shared))[1][-1] == "Incomplete or wrong: some entries of the files are left out or break a rule."
    assert read(table_csv(SMALL, shipped()))[1][-3:] == ["2019-01-23", "all", ""]


def test_pandas_reads_numbers_as_numbers() -> None:
    """The byte order mark is no part of the first key, and an empty cell is not a number."""
    found = frame(table_csv(SMALL, many_tongues()))
    assert found.columns[0] == "says"
    assert found["far"].dtype == "float64"
    assert found["far"].dropna().tolist() == [-2, 0.5]
    assert found["as_of"].tolist() == ["2025-03-31"] * 3
    assert [json.loads(cell) for cell in found["ids"]] == [["s1", "s2"], ['x, "y"'], []]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1", "'x", "''"])
def test_a_text_like_a_formula_is_guarded_and_comes_back(text: str) -> None:
    """By one apostrophe before it, which is also put before one that is there."""
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    """Whatever it is, and nothing that is left is taken for a formula."""
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in ("=", "+", "-", "@", "\t", "\r", "\n")


@pytest.mark.parametrize("name", [one for one in TABLES if one != "weights"])
def test_the_shipped_tables_come_back_from_csv(name: str) -> None:
    """Every line has as many cells as there are keys, every row is there, and each says its date."""
    table = TABLES[name](shipped())
    head, *lines = read(table_csv(table, shipped()))
    assert head == [*(one.key for one in table.columns), *(one.key for one in carried_columns(name))]
    assert {len(line) for line in lines} == {len(head)}
    assert {line[head.index("as_of")] for line in lines} == {"2019-01-23"}
    assert [unguarded(line[0]) for line in lines] == [str(row[0]) for row in table.rows]
    assert len(frame(table_csv(table, shipped()))) == len(table.rows)


def test_the_gaps_are_numbers_where_they_are_known() -> None:
    """In pandas every bound is a column of numbers; of a pair without evidence none is nought."""
    found = frame(table_csv(TABLES["gaps"](shipped()), shipped()))
    bounds = [key for key in found.columns if key.endswith(("_low", "_high"))]
    assert all(found[key].dtype == "float64" for key in bounds)
    assert found.loc[found["status"] == "no_evidence", bounds].isna().all().all()


def test_a_json_file_says_what_it_holds_and_of_what_type() -> None:
    """Numbers are numbers, flags are flags, lists are lists, dates are text, and what is not known is null."""
    assert json.loads(table_json(SMALL, many_tongues())) == {
        "about": {**ABOUT, "table": "small", "title": "Small", "holds": ""},
        "columns": [
            {"key": "says", "title": "What was said", "type": "text"},
            {"key": "far", "title": "How far", "type": "number"},
            {"key": "on", "title": "On", "type": "date"},
            {"key": "counts", "title": "Counts", "type": "flag"},
            {"key": "ids", "title": "Ids", "type": "list"},
        ],
        "rows": [
            {"says": "=1+1", "far": -2, "on": "2025-03-01", "counts": True, "ids": ["s1", "s2"]},
            {"says": 'a "b",\nc', "far": 0.5, "on": None, "counts": False, "ids": ['x, "y"']},
            {"says": None, "far": None, "on": None, "counts": None, "ids": []},
        ],
    }


def test_a_number_too_long_for_json_stays_exact_as_text() -> None:
    """None of its digits is lost."""
    long = Table("long", "Long", (Column("far", "How far", "number"),), ((Decimal("1234567890.1234567"),), (Decimal("1.25"),)))
    assert json.loads(table_json(long, shipped()))["rows"] == [{"far": "1234567890.1234567"}, {"far": 1.25}]


@pytest.mark.parametrize("write", [table_csv, table_json])
def test_every_tongue_is_written_and_twice_the_same(write: Any) -> None:
    """Letters are letters, not codes, and no clock is in it."""
    text = write(TABLES["statements"](many_tongues()), many_tongues())
    assert all(words in text for words in (CHINESE, GERMAN, FRENCH, ARABIC))
    assert text == write(TABLES["statements"](many_tongues()), many_tongues())


def test_what_a_table_was_made_of_is_the_briefings() -> None:
    """The handling mark and the data version travel with every table in JSON, and stand beside the CSV files in one of their own."""
    assert json.loads(table_json(TABLES["briefing"](many_tongues()), many_tongues()))["rows"] == [ABOUT]
    head, row = read(table_csv(TABLES["briefing"](many_tongues()), many_tongues()))
    assert head == list(ABOUT)
    assert (row[head.index("handling_words")], row[head.index("version")]) == (f"Vertraulich {ARABIC}", "test")
