"""Wide tables with a row over their heads that says which issues, or which parties, belong together."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook as Excel

from parley.__main__ import main
from parley.dataset import load
from parley.importing.whole import begun, sheets_of

TODAY = date(2025, 6, 1)
GROUPED = """,Trade,,Security,,
Country,Quota (kt),Fee,Border,Arms,Comments
North,40,7,open,no,
South,10,2,closed,yes,firm
"""
MERGED = (
    ("Country", "Trade", None, "Security", None, "Seat"),
    (None, "Quota", "Fee", "Border", "Arms", None),
    ("North", 40, 7, "open", "no", 1),
    ("South", 10, 2, "closed", "yes", 2),
)


def headings(data: bytes, name: str = "table.csv") -> dict[str, str | None]:
    """Return the heading of each issue as guessed."""
    return {one.name: one.group for one in begun(sheets_of([(data, name)]), name, "Talks", "talks").mapping.issues}


def workbook(merged: tuple[str, ...]) -> bytes:
    book = Excel()
    assert book.active is not None
    for row in MERGED:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_heads_over_issues_are_their_headings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They come in with the issues, are told, and stay as somebody has them since; a new issue brings its own."""
    table, folder = tmp_path / "table.csv", tmp_path / "positions" / "talks"
    table.write_text(GROUPED.replace("open", "1").replace("closed", "3"), encoding="utf-8")
    assert main(["import", str(table), "--to", str(folder), "--yes"], TODAY) == 0
    assert "Heads over the issues group them: Trade (Quota and Fee); Security (Border and Arms)." in capsys.readouterr().out
    talks = load(folder).negotiation
    assert [(one.id, one.name) for one in talks.groups] == [("trade", "Trade"), ("security", "Security")]
    assert {one.id: one.group for one in talks.issues} == {"quota": "trade", "fee": "trade", "border": "security", "arms": "security"}
    assert {one.id: one.place.at for one in load(folder).statements}["south-border"] == "3"

    assert main(["import", str(table), "--to", str(folder), "--yes"], TODAY) == 0
    assert "Nothing has changed" in capsys.readouterr().out
    header = folder / "negotiation.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace("name: Security", "name: Peace"), encoding="utf-8")
    more = ",Trade,,Climate,Security,,\nCountry,Quota (kt),Fee,Coal,Border,Arms,Comments\nNorth,40,7,5,1,no,\nSouth,10,2,6,3,yes,firm\n"
    table.write_text(more, encoding="utf-8")
    assert main(["import", str(table), "--to", str(folder), "--yes"], TODAY) == 0
    talks = load(folder).negotiation
    assert [(one.id, one.name) for one in talks.groups] == [("trade", "Trade"), ("security", "Peace"), ("climate", "Climate")]
    assert talks.issue_by_id["coal"].group == "climate"


@pytest.mark.parametrize("merged", [("B1:C1", "D1:E1", "A1:A2", "F1:F2"), ("B1:C1", "D1:E1")], ids=["merged downwards", "not"])
def test_merged_heads_are_headings(merged: tuple[str, ...]) -> None:
    """A head that stands in the upper row alone has no heading."""
    assert headings(workbook(merged), "table.xlsx") == {"Quota": "Trade", "Fee": "Trade", "Border": "Security", "Arms": "Security", "Seat": None}


def test_an_issue_under_no_heading_stands_under_the_one_of_all(tmp_path: Path) -> None:
    """Which comes last."""
    table, folder = tmp_path / "table.xlsx", tmp_path / "positions" / "talks"
    table.write_bytes(workbook(("B1:C1", "D1:E1")))
    assert main(["import", str(table), "--to", str(folder), "--yes"], TODAY) == 0
    talks = load(folder).negotiation
    assert [(one.id, one.name) for one in talks.groups] == [("trade", "Trade"), ("security", "Security"), ("issues", "Issues")]
    assert [(one.id, one.group) for one in talks.ordered_issues] == [("quota", "trade"), ("fee", "trade"), ("arms", "security"), ("seat", "issues")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (",Rules,,Money,\nCountry,Level,Start,Level,End\nA,1,2,3,4\nB,2,3,4,5\n", {
            "Rules: Level": "Rules", "Start": "Rules", "Money: Level": "Money", "End": "Money",
        }),
        ("Positions of all,,\nCountry,Quota,Fee\nA,1,2\nB,2,3\n", {"Quota": None, "Fee": None}),
        ("State of play,,1 March,\nCountry,Quota,Fee,Arms\nA,1,2,3\nB,2,3,4\n", {"Quota": None, "Fee": None, "Arms": None}),
        ("Country,Ban,Levy\nA,no,1\nB,yes,2\n", {"Ban": None, "Levy": None}),
    ],
    ids=["the same head twice", "a title", "a title and a date", "one row"],
)  # fmt: skip
def test_what_stands_over_heads_is_a_heading_only_where_it_groups_them(text: str, found: dict[str, str | None]) -> None:
    """What stands twice under two of them is told by its heading, too."""
    assert headings(text.encode()) == found


def test_heads_over_parties_are_their_blocs() -> None:
    """Where a row is an issue."""
    text = ",Group of 77,,Others,\nIssue,Ghana,Togo,Japan,Norway\nQuota,1,2,3,4\nFee,5,6,7,8\n"
    found = begun(sheets_of([(text.encode(), "table.csv")]), "table.csv", "Talks", "talks").mapping
    assert (found.shape, [(one.name, one.bloc) for one in found.parties]) == (
        "issues_down", [("Ghana", "Group of 77"), ("Togo", "Group of 77"), ("Japan", "Others"), ("Norway", "Others")],
    )  # fmt: skip
