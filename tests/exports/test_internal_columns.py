"""The full edition's tables say what is internal: of each statement, note and document, as it was written, in every format."""

from __future__ import annotations

import csv
import json
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl

from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import load
from parley.exports.plain_tables import table_csv, table_json
from parley.exports.source_tables import sources_table
from parley.exports.tables import statements_table
from parley.exports.workbook import workbook
from parley.sharing import internal_sources, internal_statements
from parley.telling.briefing import Briefing, brief

INSIDE = load(Path(__file__).resolve().parents[1] / "data" / "sharing" / "inside" / "straits")
STATEMENTS = {one.id for one in internal_statements(INSIDE)}
NOTES = {one.id for one in INSIDE.statements if one.note_internal}


@cache
def briefed() -> Briefing:
    return brief(INSIDE, None, INSIDE.negotiation.parties, INSIDE.days[-1], ALL_EVIDENCE)


def shown() -> set[str]:
    return {one.id for one in briefed().statements}


def test_the_example_holds_both() -> None:
    """Internal statements and others, internal notes and others."""
    assert 0 < len(STATEMENTS & shown()) < len(shown())
    assert 0 < len(NOTES & shown()) < len(shown())


def test_in_csv_the_column_is_true_for_what_is_internal_and_for_nothing_else() -> None:
    """A statement in an internal document is internal, whether or not it is marked itself."""
    rows = list(csv.DictReader(StringIO(table_csv(statements_table(briefed()), briefed()).removeprefix("\ufeff"))))
    assert {one["statement_id"]: one["is_internal"] for one in rows} == {key: str(key in STATEMENTS).lower() for key in shown()}
    assert {one["statement_id"]: one["is_note_internal"] for one in rows} == {key: str(key in NOTES).lower() for key in shown()}


def test_in_json_the_column_is_true_for_what_is_internal_and_for_nothing_else() -> None:
    """Documents, too."""
    rows = json.loads(table_json(statements_table(briefed()), briefed()))["rows"]
    assert {one["statement_id"]: one["is_internal"] for one in rows} == {key: key in STATEMENTS for key in shown()}
    assert {one["statement_id"]: one["is_note_internal"] for one in rows} == {key: key in NOTES for key in shown()}
    documents = json.loads(table_json(sources_table(briefed()), briefed()))["rows"]
    hidden = {one.id for one in internal_sources(INSIDE)}
    cited = {one.source for one in briefed().statements}
    assert {one["source_id"]: one["is_internal"] for one in documents} == {key: key in hidden for key in cited}
    assert 0 < len(hidden & cited) < len(cited)


def test_in_excel_the_column_is_true_for_what_is_internal_and_for_nothing_else() -> None:
    """As a cell that is true or false, not as a word."""
    sheet = openpyxl.load_workbook(BytesIO(workbook(briefed())))["Statements"]
    head, *rows = ([cell.value for cell in row] for row in sheet.iter_rows())
    found = {row[head.index("Statement id")]: (row[head.index("Internal")], row[head.index("Note is internal")]) for row in rows}
    assert found == {key: (key in STATEMENTS, key in NOTES) for key in shown()}
