"""A table brought in: the positions it must give, what is left out and why, its next edition, and a folder that somebody has worked on since."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parley.__main__ import main
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Status, gap_as_of
from parley.checks import check
from parley.dataset import Dataset, load
from parley.editing.history import dataset_of, versions
from parley.importing.asking import blank_kinds
from parley.importing.drafted import BadCell
from parley.importing.drafting import draft
from parley.importing.guessing import guess
from parley.importing.mapping import TableMapping
from parley.importing.sheets import Sheet, read_sheets
from tests.making import replaced

TODAY = date(2025, 6, 1)
LONG = """Country;Issue;Position;Date;Source;Page;Said by
Côte d'Ivoire;Ban;partly;2.10.2015;Survey;iv;Minister
Cote d’Ivoire;Levy (%);12,5;2.10.2015;Survey;;
Ghana;Ban;yes;;;;
Ghana;Levy (%);30-40;;;;
Togo;Ban;no;;;;
Togo;Levy (%);n/a;;;;
"""


def brought_in(folder: Path, text: str, *options: str, name: str = "talks") -> Dataset:
    """Bring a table in from the command line, and read the negotiation that it makes."""
    table = folder / "table.csv"
    table.write_text(text, encoding="utf-8")
    assert main(["import", str(table), "--to", str(folder / "positions" / name), "--yes", *options], TODAY) == 0
    return load(folder / "positions" / name)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def held(data: Dataset) -> dict[str, Any]:
    return {one.id: one.place.at or (one.place.from_, one.place.to) for one in data.statements}


def distance(data: Dataset, pair: tuple[str, str], issue: str) -> tuple[float, float] | None:
    found = gap_as_of(data, pair, issue, TODAY, ALL_EVIDENCE)
    return None if found.status is Status.NO_EVIDENCE else (float(found.headline.low), float(found.headline.high))


def test_a_row_per_statement_gives_positions(tmp_path: Path) -> None:
    """With day, document, page and speaker where the table has them; check has nothing against it."""
    data = brought_in(tmp_path, LONG)
    assert held(data) == {
        "cote-divoire-ban": "partly", "cote-divoire-levy": "12.5", "ghana-ban": "yes", "ghana-levy": ("30", "40"), "togo-ban": "no",
    }  # fmt: skip
    one = data.statement("cote-divoire-ban")
    assert (one.said.text, one.source, one.locator.page, one.speaker) == ("2015-10-02", "survey", "iv", "minister")
    assert data.sources["survey"].title == "Survey"
    assert [one.what for one in check(data, None, TODAY)] == ["The short name has 13 characters; charts clip it after 12."]
    assert distance(data, ("cote-divoire", "ghana"), "ban") == (1, 1)
    assert distance(data, ("cote-divoire", "ghana"), "levy") == (17.5, 27.5)


@pytest.mark.parametrize(
    "text", ["Country,Levy,Ban\nA,10,yes\nB,35,no\nC,,yes\n", "Issue,A,B,C\nLevy,10,35,\nBan,yes,no,yes\n"], ids=["parties down", "issues down"]
)
def test_a_wide_table_gives_the_same_either_way(tmp_path: Path, text: str) -> None:
    """An empty cell is no statement, and never nought."""
    data = brought_in(tmp_path, text)
    assert sorted(held(data).items()) == [("a-ban", "yes"), ("a-levy", "10"), ("b-ban", "no"), ("b-levy", "35"), ("c-ban", "yes")]
    assert (distance(data, ("a", "b"), "levy"), distance(data, ("a", "c"), "levy")) == ((25, 25), None)


def read(text: str) -> Sheet:
    return read_sheets(text.encode(), "table.csv")[0]


def test_what_cannot_be_taken_is_told_with_row_column_value_reason_and_remedy(tmp_path: Path) -> None:
    """All else comes in; the same stands in a table beside the data."""
    text = (
        "Country,Issue,Position,Date,Type,Confidence,Firmness\nA,Levy,10,,,,\nB,Levy,20,,,,\nC,Levy,viel,,,,\n,Levy,5,,,,\nA,,5,,,,\nD,Levy,1.200,,,,\n"
        "E,Levy,20 apples,,,,\nA,Colour,red,,,,\nB,Colour,blue,,,,\nF,Levy,30,02/10/2015,,,\nG,Levy,30,,dream,,\nH,Levy,30,,,rather,9\nI,Levy,?,,,,\n"
    )
    sheet = read(text)
    found = draft(sheet, guess(sheet, "Talks"))
    assert [(one["id"], one["place"]) for one in found.entries] == [
        ("a-levy", {"at": "10"}), ("b-levy", {"at": "20"}), ("i-levy", {"unknown": "The table says that it is not known."}),
    ]  # fmt: skip
    number, two = "Write a number, or leave the cell empty.", "Write it without a sign between thousands."
    order = "Put the levels of 'Colour' in order, lowest first, or number them."
    assert list(found.bad) == [
        BadCell(4, "Position", "viel", "It is no number, and the others on this issue are.", number),
        BadCell(5, "Country", "", "The row names no party.", "Fill the cell, or leave the row out."),
        BadCell(6, "Issue", "", "The row names no issue.", "Fill the cell, or leave the row out."),
        BadCell(7, "Position", "1.200", "The number can be read in two ways.", two),
        BadCell(8, "Position", "20 apples", "The unit is 'apples', and that of the issue is 'points'.", "Write it in points."),
        BadCell(9, "Position", "red", "Nothing tells which of the values is more than which.", order),
        BadCell(10, "Position", "blue", "Nothing tells which of the values is more than which.", order),
        BadCell(11, "Date", "02/10/2015", "It is no date that can be read in one way.", "Write it as 2018-05-02."),
        BadCell(12, "Type", "dream", "It is no kind of statement.", "It is one of: demand, limit, offer, reason, threat."),
        BadCell(13, "Confidence", "rather", "A confidence is low, medium or high.", ""),
        BadCell(13, "Firmness", "9", "A firmness is a number from 1 to 5.", ""),
    ]
    assert blank_kinds(sheet, found.mapping) == ("Type", (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14))
    brought_in(tmp_path, text)
    listed = (tmp_path / "positions" / "talks" / "import" / "left-out.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(listed)))
    assert [(int(one["row"]), one["column"], one["value"], one["why"], one["remedy"]) for one in rows] == [tuple(one)[:5] for one in found.bad]


def test_a_cell_that_begins_like_a_formula_is_none_in_what_was_left_out(tmp_path: Path) -> None:
    """Whoever opens the list in a program for tables starts nothing."""
    brought_in(tmp_path, 'Country,Position\nA,1\nB,2\nC,"=HYPERLINK(""http://evil.example"")"\n')
    assert "'=HYPERLINK" in (tmp_path / "positions" / "talks" / "import" / "left-out.csv").read_text(encoding="utf-8")


def test_the_same_table_again_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a byte, and says so."""
    brought_in(tmp_path, LONG)
    before = files(tmp_path)
    brought_in(tmp_path, LONG)
    assert files(tmp_path) == before
    assert "Nothing has changed, and nothing was written." in capsys.readouterr().out


def test_the_next_edition_changes_what_it_changes_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ids stay though rows come in between; of the folder's own file, which somebody has edited, every other line stays."""
    brought_in(tmp_path, LONG)
    header = tmp_path / "positions" / "talks" / "negotiation.yaml"
    replaced(header, "title: Talks", "title: The Levy Talks  # as agreed with the minister")
    replaced(header, "  name: Côte d'Ivoire", "  name: Côte d'Ivoire\n  short: CI")
    before = header.read_text(encoding="utf-8").splitlines()
    capsys.readouterr()
    mapping = tmp_path / "positions" / "talks" / "import" / "mapping.yaml"
    replaced(mapping, "- id: togo", "- id: benin\n  name: Benin\n  cells: [Benin]\n- id: togo")
    new = LONG.replace("Ghana;Ban;yes", "Benin;Ban;no;;;;\nGhana;Ban;no;;;;\nGhana;Ban;yes").replace("Togo;Ban;no;;;;\n", "")
    data = brought_in(tmp_path, new)
    assert held(data) == {
        "cote-divoire-ban": "partly", "cote-divoire-levy": "12.5", "benin-ban": "no", "ghana-ban-2": "no", "ghana-ban": "yes", "ghana-levy": ("30", "40"),
    }  # fmt: skip
    assert "Since it was brought in before: 2 new, 0 changed, 1 gone." in capsys.readouterr().out
    after = header.read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == ["  directions: {cote-divoire: target, ghana: target, togo: target}"]
    assert [line for line in after if line not in before] == [
        "- {id: benin, name: Benin}", "  directions: {cote-divoire: target, ghana: target, togo: target, benin: target}",
    ]  # fmt: skip


@pytest.mark.parametrize("start", ["", "---\n", "\ufeff", "\ufeff---\n# 🐟 fish\n"], ids=["plain", "document mark", "byte order mark", "all of it"])
def test_a_file_with_marks_and_pictures_takes_a_new_speaker(tmp_path: Path, start: str) -> None:
    """Every other byte of it stays, and without anything new all of them."""
    text = "Party,Position,Speaker\nA,5,\nB,7,\n"
    brought_in(tmp_path, text)
    header = tmp_path / "positions" / "talks" / "negotiation.yaml"
    header.write_bytes((start + header.read_text(encoding="utf-8").replace("title: Talks", "title: Talks 🐟")).encode())
    before = header.read_bytes()
    brought_in(tmp_path, text)
    assert header.read_bytes() == before
    data = brought_in(tmp_path, text.replace("B,7,", "B,7,minister"))
    assert [one.name for one in data.negotiation.party_by_id["b"].speakers] == ["minister"]
    after = header.read_bytes().splitlines(keepends=True)
    assert [line for line in before.splitlines(keepends=True) if line not in after] == [
        line for line in [b"- {id: b, name: B}\n"] if line not in after
    ]
    assert after[:3] == before.splitlines(keepends=True)[:3]


def test_a_file_that_could_not_be_kept_line_by_line_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is to be added by hand is named; where nothing is new in it the table comes in all the same. Blanks of one's own are no hindrance."""
    brought_in(tmp_path, LONG)
    header, mapping = tmp_path / "positions" / "talks" / "negotiation.yaml", tmp_path / "positions" / "talks" / "import" / "mapping.yaml"
    replaced(header, "{id: togo, name: Togo}", "{ id: togo,   name: Togo }")
    replaced(header, "directions: {", "directions: {  # as they said in Lomé\n    ")
    brought_in(tmp_path, LONG.replace("12,5", "13,5"))
    replaced(mapping, "- id: togo", "- id: benin\n  name: Benin\n  cells: [Benin]\n- id: togo")
    (tmp_path / "table.csv").write_text(LONG.replace("Togo;Ban;no", "Benin;Ban;no"), encoding="utf-8")
    before = files(tmp_path / "positions")
    assert main(["import", str(tmp_path / "table.csv"), "--to", str(header.parent), "--yes"], TODAY) == 1
    assert files(tmp_path / "positions") == before
    assert capsys.readouterr().err == (
        "'negotiation.yaml' is written in a way that could not be kept line by line, so it is left as it is. Add these to it first: benin.\n"
    )


def test_a_scale_that_somebody_changed_in_the_folder_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the table would have otherwise is told."""
    brought_in(tmp_path, LONG)
    replaced(tmp_path / "positions" / "talks" / "negotiation.yaml", "top: '100'", "top: '60'")
    data = brought_in(tmp_path, LONG.replace("12,5", "13,5"))
    assert data.axes["levy"].top == 60
    assert "The scale of Levy in the folder differs from that of the table, and stays as it is." in capsys.readouterr().out


def test_a_mapping_gives_an_order_that_nothing_tells(tmp_path: Path) -> None:
    """And a default for the whole file: on whose word, by whom, and when."""
    text = "Country,Position\nA,red\nB,blue\nC,green\n"
    table, mapping = tmp_path / "table.csv", tmp_path / "mapping.yaml"
    table.write_text(text, encoding="utf-8")
    assert main(["import", str(table), "--to", str(tmp_path / "positions" / "talks"), "--write-map", str(mapping)], TODAY) == 0
    levels = "".join(f"  - {{id: {one}, name: {one}, cells: [{one}]}}\n" for one in ("green", "blue", "red"))
    replaced(mapping, "  cells: [Position]\n", f"  cells: [Position]\n  wants: up\n  levels:\n{levels}")
    with mapping.open("a", encoding="utf-8") as file:
        file.write("defaults: {said: 2015-10-02, attribution: expert_coding, coded: {by: A. Berg, on: 2015}}\n")
    data = brought_in(tmp_path, text, "--map", str(mapping))
    assert held(data) == {"a-position": "red", "b-position": "blue", "c-position": "green"}
    one = data.statement("a-position")
    assert (one.said.text, one.attribution, one.coded.by if one.coded else "") == ("2015-10-02", "expert_coding", "A. Berg")
    assert data.negotiation.issues[0].directions == {"a": "up", "b": "up", "c": "up"}


def test_nothing_is_written_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What would come of it is shown; a table of which nothing can be taken, a wrong sheet and a mapping with a mistake are refused in words."""
    table = tmp_path / "table.csv"
    table.write_text(LONG, encoding="utf-8")
    target = tmp_path / "positions" / "talks"
    assert main(["import", str(table), "--to", str(target)], TODAY) == 1
    told = capsys.readouterr().out
    assert "  Ban: 1 step apart · " in told
    assert "5 statements, 0 cells left out, 1 cell empty." in told
    assert told.endswith("Nothing was written. Add '--yes' to write it, or change how the table is read: '--write-map FILE'.\n")
    table.write_text("Country,Position\nA,red\nB,blue\n", encoding="utf-8")
    assert main(["import", str(table), "--to", str(target), "--yes"], TODAY) == 1
    assert capsys.readouterr().err == "Nothing of 'table.csv' can be brought in. Nothing was written.\n"
    assert main(["import", str(table), "--to", str(target), "--sheet", "Positions"], TODAY) == 1
    assert capsys.readouterr().err == "'table.csv' has no sheets. Leave '--sheet' out.\n"
    assert not target.exists()


def test_a_mapping_is_kept_as_it_is_read() -> None:
    """Every key has an example, as in all files."""
    sheet = read(LONG)
    mapping = guess(sheet, "Talks")
    assert TableMapping.model_validate(mapping.model_dump(mode="json")) == mapping


def test_each_edition_is_a_version_of_the_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the name of whoever brought it in; the earlier one can be looked at."""
    monkeypatch.setenv("LOGNAME", "berg")
    folder = tmp_path / "positions" / "talks"
    brought_in(tmp_path, LONG)
    brought_in(tmp_path, LONG.replace("12,5", "13,5"))
    newest, first = versions(folder)
    assert [(one.who, one.message) for one in (newest, first)] == [("berg", "5 statements brought in as Talks.")] * 2
    assert [path.name for path in newest.files] == ["statements.yaml"]
    assert [held(one)["cote-divoire-levy"] for one in (dataset_of(folder, first.id), dataset_of(folder, newest.id))] == ["12.5", "13.5"]
