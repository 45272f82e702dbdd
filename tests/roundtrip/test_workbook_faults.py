"""What cannot be taken of a workbook is told by sheet, row and column, with a suggestion; what others changed is never written over."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from parley.__main__ import main
from parley.editing.edits import Change
from parley.editing.opening import opened
from parley.editing.saving import Saved, save
from parley.handed_in import TableError
from parley.importing.drafted import BadCell
from parley.roundtrip.book import book_in
from parley.roundtrip.columns import SHEETS
from parley.roundtrip.edits_in import edited, taken
from tests.importing.test_bringing_in import TODAY
from tests.making import replaced
from tests.roundtrip.negotiations import append, back, column, files, put, row, workbook

HEADER = """id: talks  # by hand
title: Talks
parties:
  - {id: north, name: Northland, speakers: [{id: minister, name: Minister, commits: true}]}
  - {id: south, name: Southmark}
issues:
  - id: quota
    name: Quota
    scale:
      ladder:
        - {id: none, name: No catch}  # lowest
        - {id: half, name: Half of it}
        - {id: all, name: All of it}
    directions: {north: up, south: down}
"""
NORTH = """# the first file
party: north
statements:
  - id: n1
    issue: quota
    kind: demand
    place: {at: all}  # all of it
    said: "2024-03-01"
    speaker: minister
    source: gazette
    says: >-
      Wants
      all of it.
  - {id: n2, issue: quota, kind: offer, place: {at: half}}
"""
SOUTH = "party: south\nstatements:\n  - {id: s1, issue: quota, kind: demand, place: {at: none}, note: Firm.}\n"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    folder = tmp_path / "positions" / "talks"
    folder.mkdir(parents=True)
    (tmp_path / "positions" / "seeds").mkdir()
    for name, text in (
        ("negotiation.yaml", HEADER),
        ("north.yaml", NORTH),
        ("south.yaml", SOUTH),
        ("../seeds/gazette.yaml", "id: gazette\ntitle: Gazette\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def told(written: Any, folder: Path) -> tuple[list[BadCell], int]:
    """Return what cannot be taken, and how many changes can."""
    now = opened(folder)
    found = edited(back(written), now)
    _, edits, refused = taken(found, now)
    return [*found.bad, *refused], len(edits)


@pytest.mark.parametrize(
    ("head", "shown", "cell", "why", "mend"),
    [
        ("place at", "One step or value", "Half of", "There is no such step on the scale of 'quota'.", "Did you mean 'Half of it'?"),
        ("said", "Said on", "02/03/2024", "It is no date that can be read in one way.", "Write it as 2018-05-02."),
        ("issue", "Issue", "quotas", "There is no such step on the scale of 'quotas'.", ""),
        ("source", "Document", "gazete", "There is no source 'gazete'.", "Did you mean 'gazette'?"),
        ("speaker", "Speaker", "ministre", "There is no speaker 'ministre' of Northland.", "Did you mean 'minister'?"),
        ("kind", "Kind", "ofer", "It is none of what may stand here.", "Did you mean 'offer'?"),
        ("firmness", "Firmness", "9", "", ""),
        ("party", "Party", "south", "", ""),
    ],
)
def test_a_wrong_cell_is_told_and_the_others_are_taken(talks: Path, head: str, shown: str, cell: str, why: str, mend: str) -> None:
    """By sheet, row and column; nothing of its row is changed."""
    book = workbook(opened(talks))
    number = put(book, "statement", "n1", head, cell)
    put(book, "statement", "s1", "note", "Firmer.")
    bad, edits = told(book, talks)
    assert [(one.sheet, one.row, one.column, one.value) for one in bad] == [("statements", number, shown, cell)]
    assert edits == 1
    if why and head != "issue":
        assert (bad[0].why, bad[0].mend) == (why, mend)


def test_an_id_that_was_changed_is_told(talks: Path) -> None:
    """Its record stays, and is not asked about as one that is gone."""
    book = workbook(opened(talks))
    number = put(book, "statement", "n1", "id", "north-1")
    bad, edits = told(book, talks)
    mend = "Write 'n1' again, or leave the cell empty for a new record."
    assert bad == [BadCell(number, "Id", "north-1", "The id was 'n1'. Other records refer to it, so it stays.", mend, "statements")]
    assert (edits, edited(back(book), opened(talks)).gone) == (0, ())


def test_an_id_that_stands_twice_is_told(talks: Path) -> None:
    """The first row is that of the record."""
    book = workbook(opened(talks))
    number = put(book, "statement", "n2", "id", "n1")
    bad, edits = told(book, talks)
    assert bad == [BadCell(number, "Id", "n1", f"It stands in row {number - 1} already.", "Give it another id, or none.", "statements")]
    assert edits == 0


def test_a_column_that_nobody_knows_is_told_and_one_that_is_gone_changes_nothing(talks: Path) -> None:
    """Without that of the ids nothing of a sheet is taken."""
    book = workbook(opened(talks))
    sheet = book[SHEETS["statement"]]
    sheet.cell(1, column(book, "statement", "note")).value = "Notes"
    sheet.delete_cols(column(book, "statement", "says"))
    bad, edits = told(book, talks)
    assert (bad, edits) == ([BadCell(1, "Notes", "", "There is no such column.", "Did you mean 'Note'?", "statements")], 0)
    sheet.cell(1, column(book, "statement", "id")).value = ""
    assert [(one.column, one.why) for one in told(book, talks)[0]][-1] == ("Id", "The column of the ids is gone, so nothing of this sheet is taken.")


def test_a_sheet_that_is_gone_is_told_and_takes_nothing_out(talks: Path) -> None:
    """Unlike a row it is not asked about."""
    book = workbook(opened(talks))
    book.remove(book["steps"])
    found = edited(back(book), opened(talks))
    assert (found.edits, found.gone) == ((), ())
    assert [(one.sheet, one.why) for one in found.bad] == [("steps", "The sheet is gone, so nothing of it is changed.")]


def test_what_changed_meanwhile_is_told_and_never_written_over(talks: Path) -> None:
    """Cell by cell: the same record may be changed in other cells, and what only others changed is no conflict."""
    book = workbook(opened(talks))
    replaced(talks / "south.yaml", "note: Firm.", "note: Soft., confidence: low")
    replaced(talks / "north.yaml", "Wants\n      all of it.", "Wants more.")
    number = put(book, "statement", "s1", "note", "Firmer.")
    put(book, "statement", "n1", "note", "New.")
    bad, edits = told(book, talks)
    mend = "Look at both, and write yours into a new workbook or into the file."
    assert bad == [BadCell(number, "Note", "Firmer.", "It was changed meanwhile, and is 'Soft.' now.", mend, "statements")]
    assert edits == 1
    (talks / "south.yaml").write_text("party: south\nstatements: []\n", encoding="utf-8")
    bad, _ = told(book, talks)
    assert [(one.column, one.why) for one in bad] == [("Id", "It is no longer in the files, and was changed here.")]


def test_percents_and_days_are_taken_as_they_are_written(talks: Path) -> None:
    """As a program shows them; brought in once more, they are what stands in the files, and nobody has changed that meanwhile."""
    ladder = HEADER[HEADER.index("      ladder") : HEADER.index("    directions")]
    replaced(talks / "negotiation.yaml", ladder, "      quantity: {unit: per cent, bottom: 0, top: 100, resolution: 1}\n")
    for name in ("north", "south"):
        for step, value in (("all", "90"), ("half", "50"), ("none", "0")):
            (talks / f"{name}.yaml").write_text((talks / f"{name}.yaml").read_text().replace(f"at: {step}", f"at: {value}"))
    book = workbook(opened(talks))
    put(book, "statement", "s1", "place at", 0.35)
    book[SHEETS["statement"]].cell(row(book, "statement", "s1"), column(book, "statement", "place at")).number_format = "0%"
    put(book, "statement", "n2", "said", "2.3.2024")
    now = opened(talks)
    found = edited(back(book), now)
    assert ([dict(cast("Change", edit).values) for edit, _ in found.edits], found.bad) == ([{"said": "2024-03-02"}, {"place": {"at": "35"}}], ())
    assert isinstance(save(taken(found, now)[0], "A. Berg", "Edited."), Saved)
    assert told(book, talks) == ([], 0)


def test_steps_are_added_renamed_and_put_in_another_order_by_their_numbers(talks: Path) -> None:
    """A new one stands where its number says, and may be chosen in the same workbook by its name; sorting the sheet moves none."""
    book = workbook(opened(talks))
    put(book, "step", "half", "name", "A half", "quota")
    sheet = book[SHEETS["step"]]
    for head, cell in {"issue": "quota", "number": "2.5", "name": "Two thirds"}.items():
        sheet.cell(sheet.max_row + (head == "issue"), column(book, "step", head)).value = cell
    put(book, "statement", "n1", "place at", "Two thirds")
    put(book, "statement", "s1", "place at", "A half")
    now = opened(talks)
    work, edits, refused = taken(edited(back(book), now), now)
    ladder = work.dataset.negotiation.issue_by_id["quota"].scale.ladder or ()
    assert [(one.id, one.name) for one in ladder] == [("none", "No catch"), ("half", "A half"), ("two-thirds", "Two thirds"), ("all", "All of it")]
    assert (work.dataset.statement("n1").place.at, work.dataset.statement("s1").place.at) == ("two-thirds", "half")
    assert (len(edits), refused) == (4, ())
    put(book := workbook(now), "step", "none", "number", "4", "quota")
    work, _, _ = taken(edited(back(book), now), now)
    assert [one.id for one in work.dataset.negotiation.issue_by_id["quota"].scale.ladder or ()] == ["half", "all", "none"]


def test_a_party_an_issue_and_what_is_said_of_it_come_in_one_workbook(talks: Path) -> None:
    """An issue with its steps, a document and a speaker, each in its sheet."""
    book = workbook(opened(talks))
    new: dict[Any, dict[str, str]] = {
        "party": {"id": "isles", "name": "The Isles"}, "speaker": {"party": "isles", "id": "premier", "name": "Premier", "commits": "yes"},
        "issue": {"id": "ports", "name": "Ports", "directions": "isles: up; north: down"}, "source": {"title": "Letter", "author": 'Berg, Kari; "Fish, Food"'},
        "statement": {"party": "isles", "issue": "ports", "kind": "demand", "place at": "Open", "speaker": "premier", "source": "letter"},
    }  # fmt: skip
    for kind, cells in new.items():
        append(book, kind, cells)
    for number, name in enumerate(("Closed", "Open"), 1):
        append(book, "step", {"issue": "ports", "number": str(number), "id": name.lower(), "name": name})
    now = opened(talks)
    work, edits, refused = taken(edited(back(book), now), now)
    assert (len(edits), refused) == (5, ())
    said = work.dataset.statement("isles-ports-demand")
    assert (said.place.at, said.speaker, said.source) == ("open", "premier", "letter")
    assert [(one.family, one.given, one.literal) for one in work.dataset.sources["letter"].author] == [
        ("Berg", "Kari", None),
        (None, None, "Fish, Food"),
    ]


def test_a_workbook_brought_in_twice_adds_its_rows_once(talks: Path) -> None:
    """Though the new rows had no ids; a record that somebody else has added under the same id is told."""
    book = workbook(opened(talks))
    for says in ("One.", "Two."):
        append(book, "statement", {"party": "north", "issue": "quota", "kind": "demand", "place at": "All of it", "said": "1.2.2024", "says": says})
    append(book, "party", {"id": "isles", "name": "The Isles"})
    now = opened(talks)
    work, edits, _ = taken(edited(back(book), now), now)
    assert [edit.id for edit in edits] == ["isles", "north-quota-demand", "north-quota-demand-2"]
    save(work, "A. Berg", "rows")
    before = files(talks)
    now = opened(talks)
    found = edited(back(book), now)
    assert (found.edits, found.gone, found.bad, files(talks)) == ((), (), (), before)
    number = row(book, "party", "isles")
    book["parties"].cell(number, column(book, "party", "name")).value = "Isles"
    assert [(one.row, one.column, one.why) for one in edited(back(book), now).bad] == [
        (number, "Id", "A record of this id has been added since the workbook was made."),
    ]  # fmt: skip


def test_from_the_command_line(talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Out, edited, in: what is changed is told first; a row that is gone keeps its record until that is asked for; the lines nobody touched stay."""
    target = tmp_path / "talks.xlsx"
    assert main(["export", str(talks), "--to", str(target), "--for-editing"], TODAY) == 0
    before = files(talks)
    assert main(["import", str(target), "--to", str(talks), "--yes"], TODAY) == 0
    assert "Nothing was edited, and nothing was written." in capsys.readouterr().out
    assert files(talks) == before
    book = workbook(opened(talks))
    put(book, "statement", "n1", "place at", "Half of it")
    book[SHEETS["statement"]].delete_rows(row(book, "statement", "n2"))
    book.save(target)
    assert main(["import", str(target), "--to", str(talks), "--yes"], TODAY) == 0
    out = capsys.readouterr().out
    assert (
        "1 record changed, 0 added, 0 taken out, 0 cells not taken.\nstatements, n1: Where on the scale: All of it → Half of it\nRows that are gone from the workbook: statements n2."
        in out
    )
    assert out.endswith("Saved: 1 change.\n")
    assert (talks / "north.yaml").read_text(encoding="utf-8") == NORTH.replace("{at: all}", "{at: half}")
    book = workbook(opened(talks))
    book[SHEETS["statement"]].delete_rows(row(book, "statement", "n2"))
    book.save(target)
    assert main(["import", str(target), "--to", str(talks), "--yes", "--withdrawn", "2025-05-02"], TODAY) == 0
    assert "statements, n2: Taken back on: – → 2 May 2025" in capsys.readouterr().out
    assert "place: {at: half}, withdrawn: " in (talks / "north.yaml").read_text(encoding="utf-8")
    book = workbook(opened(talks))
    book[SHEETS["statement"]].delete_rows(row(book, "statement", "n2"))
    book.save(target)
    assert main(["import", str(target), "--to", str(talks), "--yes", "--remove"], TODAY) == 0
    assert "statements, n2: taken out" in capsys.readouterr().out
    assert "n2" not in (talks / "north.yaml").read_text(encoding="utf-8")


def test_of_which_negotiation_and_version_it_was_made_is_told(talks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another folder is refused, and so is a workbook that has lost its marks."""
    target = tmp_path / "talks.xlsx"
    version = opened(talks).dataset.version
    workbook(opened(talks)).save(target)
    replaced(talks / "south.yaml", "Firm.", "Soft.")
    assert main(["import", str(target), "--to", str(talks), "--yes"], TODAY) == 0
    assert capsys.readouterr().out.startswith(f"A workbook for editing, made of Talks, version {version}. The files have changed since.")
    replaced(talks / "negotiation.yaml", "id: talks", "id: other")
    talks.rename(talks.parent / "other")
    assert main(["import", str(target), "--to", str(talks.parent / "other"), "--yes"], TODAY) == 1
    assert "was made of the negotiation 'talks', and not of 'other'." in capsys.readouterr().err
    book = workbook(opened(talks.parent / "other"))
    book.remove(book["as made"])
    with pytest.raises(TableError, match="has lost its hidden sheet 'as made'"):
        back(book)
    assert book_in(b"Party,Position\nA,1\n", "t.csv") is None


def test_a_file_in_a_style_of_its_own_is_told_and_the_others_are_changed(talks: Path) -> None:
    """What could only be written by changing lines that nobody touched is left for the file."""
    (talks / "south.yaml").write_text(
        "party: south\nstatements: [{id: s1, issue: quota, kind: demand, place: {at: none}}  # why\n  , ]\n", encoding="utf-8"
    )
    book = workbook(opened(talks))
    for says in ("One.", "Two."):
        append(book, "statement", {"party": "south", "issue": "quota", "kind": "demand", "place at": "All of it", "says": says})
    put(book, "statement", "n1", "note", "New.")
    bad, edits = told(book, talks)
    assert ([one.why.split(" is written")[0].rpartition("/")[2] for one in bad], edits) == (["south.yaml'", "south.yaml'"], 1)
