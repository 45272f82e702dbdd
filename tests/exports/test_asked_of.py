"""Which governments a demand asks to obtain it (rule 1a), read back from every format that lists statements."""

from __future__ import annotations

import csv
import io
import json
import re

import openpyxl

from parley import frames
from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports.plain_tables import table_csv, table_json
from parley.exports.table_list import TABLES
from parley.exports.webpage import webpage
from parley.exports.workbook import workbook
from parley.telling.briefing import brief
from tests.making import TODAY, percent, quota, statement

# An advocate that wants more, and of the others only B wants less.
DATA = quota(
    percent(),
    {"a": "up", "b": "down", "c": "up", "d": "up"},
    statement("a", "demand", 30, id="of-two", to=["d", "c"]),
    statement("a", "demand", 20, id="of-the-other-side", to=["b"]),
    statement("a", "offer", 10, id="no-demand", to=["c"]),
    statement("a", "demand", 25, id="of-nobody"),
    statement("d", "demand", 28, id="no-advocate", to=["c"]),
    parties_as={"a": {"role": "advocate"}, "c": {"name": "Westfjord", "short": "West", "called": "the West"}},
)
BRIEFING = brief(DATA, None, DATA.negotiation.parties, TODAY, ALL_EVIDENCE)
OTHERS = ["of-the-other-side", "no-demand", "of-nobody", "no-advocate"]


def test_a_table_of_statements_has_the_governments_asked_by_id_and_in_words() -> None:
    """In CSV and JSON both, in the workbook the words alone; nothing where a demand asks no government to obtain it."""
    table = TABLES["statements"](BRIEFING)
    text = table_csv(table, BRIEFING).removeprefix("\ufeff")
    written = {row["statement_id"]: (row["asked_of"], row["asked_of_words"]) for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert written == {"of-two": ('["d", "c"]', "D, the West")} | dict.fromkeys(OTHERS, ("[]", ""))
    rows = json.loads(table_json(table, BRIEFING))["rows"]
    assert {row["statement_id"]: (row["asked_of"], row["asked_of_words"]) for row in rows} == {
        "of-two": (["d", "c"], "D, the West"), **dict.fromkeys(OTHERS, ([], None)),
    }  # fmt: skip
    head, *cells = openpyxl.load_workbook(io.BytesIO(workbook(BRIEFING)))["Statements"].iter_rows(values_only=True)
    key, words = head.index("Statement id"), head.index("Asked of")
    assert {row[key]: row[words] for row in cells} == {"of-two": "D, the West"} | dict.fromkeys(OTHERS)


def test_a_frame_of_statements_has_the_governments_asked_by_id() -> None:
    """A tuple, empty where a demand asks no government to obtain it."""
    asked = frames.statements(DATA).set_index("statement_id")["asked_of"].to_dict()
    assert asked == {"of-two": ("d", "c")} | dict.fromkeys(OTHERS, ())


def test_the_web_page_names_them_with_the_kind_of_the_statement() -> None:
    """As the page of the dashboard does."""
    kinds = re.findall(r'<li id="statement-([a-z-]+)".*?<strong>(.*?)</strong>', webpage(BRIEFING), re.DOTALL)
    assert dict(kinds) == {
        "of-two": "Demand asked of D, the West", "of-the-other-side": "Demand", "no-demand": "Offer", "of-nobody": "Demand", "no-advocate": "Demand",
    }  # fmt: skip
