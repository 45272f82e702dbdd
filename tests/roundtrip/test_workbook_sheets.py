"""The sheets of what is judged, of groups, blocs and editions, and the words of the form in which all sheets speak."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from parley.editing.edits import Add, Change, Remove
from parley.editing.opening import opened
from parley.editing.saving import save
from parley.importing.drafted import BadCell
from parley.roundtrip.columns import SHEETS, columns_of
from parley.roundtrip.edits_in import edited, removing, taken
from parley.telling.workbook_edits import choice_of, head_of
from parley.words import say
from tests.roundtrip.negotiations import append, back, column, files, put, row, workbook

HEADER = """id: talks
title: Talks
parties:
  - {id: north, name: Northland}
  - {id: south, name: Southmark}
blocs:
  - {id: coast, name: Coast, members: [north]}  # both fish
groups:
  - {id: core, name: Core}
issues:
  - id: quota
    name: Quota
    group: core
    scale: {quantity: {unit: t, bottom: 0, top: 100, resolution: 1}}
    directions: {north: up, south: down}
    salience:  # a survey
      - {party: north, from: 0.2, to: 0.4, by: A. Berg, on: 2024-03}
      - {party: south, from: 0.6, to: 0.6, by: A. Berg, on: 2024-03}
      - {party: south, from: 0.7, to: 0.9, by: K. Lund}
editions:
  - {name: Briefing of May, day: 2024-05-02}
"""
NORTH = "party: north\nstatements:\n  - {id: n1, issue: quota, kind: red_line, place: {from: 10, to: 20, reading: imprecise}}\n"
SOUTH = "party: south\nstatements:\n  - {id: s1, issue: quota, kind: demand, place: {at: 0}}\n"


def written(room: Path) -> Path:
    folder = room / "positions" / "talks"
    folder.mkdir(parents=True)
    for name, text in (("negotiation.yaml", HEADER), ("north.yaml", NORTH), ("south.yaml", SOUTH)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_what_is_judged_and_what_belongs_together_is_edited_in_its_sheets(tmp_path: Path) -> None:
    """Of the files only the lines of it change; brought in twice it is there once, and what was renamed is not another."""
    folder = written(tmp_path)
    book = workbook(opened(folder))
    put(book, "salience", "north, A. Berg, 2024-03", "to", "0.5", "quota")
    put(book, "salience", "south, K. Lund", "by", "K. Lund, Bergen", "quota")
    append(book, "power", {"issue": "quota", "party": "south", "from": "1", "to": "2", "out of": "10", "by": "A. Berg"})
    put(book, "bloc", "coast", "members", "north; south (joined 2024-02, left 2024-12-01)")
    append(book, "group", {"name": "The rest"})
    put(book, "edition", "Briefing of May", "name", "Briefing of 2 May")
    append(book, "edition", {"name": "Briefing of June", "day": "1.6.2024"})
    book["salience"].delete_rows(row(book, "salience", "south, A. Berg, 2024-03"))
    now = opened(folder)
    found = edited(back(book), now)
    assert [edit for edit, _ in found.edits] == [
        Add("group", {"id": "the-rest", "name": "The rest"}),
        Change("bloc", "coast", {"members": ["north", {"party": "south", "joined": "2024-02", "left": "2024-12-01"}]}),
        Change("salience", "north, A. Berg, 2024-03", {"to": "0.5"}, "quota"),
        Change("salience", "south, K. Lund", {"by": "K. Lund, Bergen"}, "quota"),
        Add("power", {"party": "south", "from": "1", "to": "2", "out_of": "10", "by": "A. Berg"}, "quota"),
        Change("edition", "Briefing of May", {"name": "Briefing of 2 May"}),
        Add("edition", {"name": "Briefing of June", "day": "2024-06-01"}),
    ]
    assert (removing(found.gone), found.bad) == ((Remove("salience", "south, A. Berg, 2024-03", "quota"),), ())
    work, _, refused = taken(found, now, removing(found.gone))
    assert refused == ()
    save(work, "A. Berg", "sheets")
    header = (folder / "negotiation.yaml").read_text(encoding="utf-8")
    expected = (
        HEADER.replace("[north]}  # both", '[north, {party: south, joined: "2024-02", left: "2024-12-01"}]}  # both')
        .replace("name: Core}\n", "name: Core}\n  - {id: the-rest, name: The rest}\n")
        .replace("to: 0.4", "to: 0.5")
        .replace("      - {party: south, from: 0.6, to: 0.6, by: A. Berg, on: 2024-03}\n", "")
        .replace(
            "from: 0.7, to: 0.9, by: K. Lund}\n",
            'from: "0.7", to: "0.9", by: "K. Lund, Bergen"}\n    power:\n      - {party: south, from: "1", to: "2", out_of: "10", by: A. Berg}\n',
        )
        .replace("Briefing of May, day: 2024-05-02}\n", 'Briefing of 2 May, day: "2024-05-02"}\n  - {name: Briefing of June, day: "2024-06-01"}\n')
    )
    assert header == expected
    before, again = files(folder), edited(back(book), opened(folder))
    assert (again.edits, again.gone, again.bad, files(folder)) == ((), (), (), before)


def test_sheets_speak_the_words_of_the_form(tmp_path: Path) -> None:
    """Heads and choices alike, each once in its sheet; what the files would call it is taken as well, and another word is told with the nearest."""
    folder = written(tmp_path)
    book = workbook(opened(folder))
    for kind in SHEETS:
        heads = [one.value for one in book[SHEETS[kind]][1]]
        assert heads == [say(head_of(kind, one)) for one in columns_of(kind)]
        assert len(set(heads)) == len(heads)
        for one in columns_of(kind):
            words = [say(choice_of(one, value)) for value in one.allowed]
            assert len({word.casefold() for word in words}) == len(one.allowed), one.head
            assert not any(sign in word for word in words for sign in ",|"), one.head  # at which a list of choices is parted
    sheet = book["statements"]
    number = row(book, "statement", "n1")
    shown = {head: sheet.cell(number, column(book, "statement", head)).value for head in ("kind", "place from", "place reading")}
    assert shown == {"kind": "stated limit", "place from": "10", "place reading": "Somewhere in it"}
    lists = {str(one.sqref).partition("2:")[0]: one.formula1 for one in sheet.data_validations.dataValidation}
    letter = sheet.cell(1, column(book, "statement", "kind")).column_letter
    assert lists[letter] == '"demand,stated limit,offer,measure,threat,reason"'
    assert sheet.cell(1, column(book, "statement", "kind")).comment.text == "One of: demand; stated limit; offer; measure; threat; reason."
    notes = {
        (kind, head): book[SHEETS[kind]].cell(1, column(book, kind, head)).comment.text
        for kind, head in (("bloc", "members"), ("issue", "directions"))
    }
    assert notes == {
        (
            "bloc",
            "members",
        ): "The parties in it. For instance: northland; southmark. With days: northland; southmark (joined 2015-03, left 2015-10-05).",
        ("issue", "directions"): "What each party wants on the scale: up, down or target. For instance: northland: up.",
    }
    put(book, "statement", "n1", "kind", "OFFER")
    put(book, "statement", "s1", "kind", "red_line")
    sheet.cell(1, column(book, "statement", "note")).value = "note"
    wrong = append(book, "statement", {"party": "north", "issue": "quota", "kind": "claim", "place at": "3"})
    found = edited(back(book), opened(folder))
    assert [edit for edit, _ in found.edits] == [Change("statement", "n1", {"kind": "offer"}), Change("statement", "s1", {"kind": "red_line"})]
    why = "It is none of what may stand here."
    listed = "There is: demand, measure, offer, reason, stated limit, threat."
    assert found.bad == (BadCell(wrong, "Kind", "claim", why, listed, "statements"),)


def test_a_workbook_whose_heads_are_those_of_the_files_comes_back(tmp_path: Path) -> None:
    """As one written before its sheets spoke the words of the form."""
    folder = written(tmp_path)
    book = workbook(opened(folder))
    for kind in SHEETS:
        sheet = book[SHEETS[kind]]
        for place, one in enumerate(columns_of(kind), 1):
            sheet.cell(1, place).value = one.head
    marks = book["as made"]
    for number in range(marks.max_row, 0, -1):
        if marks.cell(number, 5).value and marks.cell(number, 3).value:
            marks.delete_rows(number)
    for number in range(1, marks.max_row + 1):
        marks.cell(number, 5).value = None
    put_in = book["statements"].cell(row_of(book, "n1"), 1 + [one.head for one in columns_of("statement")].index("kind"))
    put_in.value = "offer"
    for number in range(2, 4):  # the one kind that is worded otherwise stood in the cells as the files have it
        cell = book["statements"].cell(number, 1 + [one.head for one in columns_of("statement")].index("place reading"))
        cell.value = "imprecise" if cell.value else None
    found = edited(back(book), opened(folder))
    assert ([edit for edit, _ in found.edits], found.gone, found.bad) == ([Change("statement", "n1", {"kind": "offer"})], (), ())


def test_words_that_were_lost_hinder_nothing(tmp_path: Path) -> None:
    """The hidden sheet may have been torn: choices without heads are kept as they are."""
    folder = written(tmp_path)
    book = workbook(opened(folder))
    marks = book["as made"]
    first = next(number for number in range(1, marks.max_row + 1) if marks.cell(number, 1).value == "sources")
    marks.cell(first, 5).value = None
    assert edited(back(book), opened(folder)).edits == ()


def row_of(book: Any, key: str) -> int:
    return next(number for number in range(2, 9) if book["statements"].cell(number, 1).value == key)
