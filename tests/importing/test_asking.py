"""What only somebody can tell of a table: whether two names are one party, and what a row without a kind is; once told it is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.__main__ import main
from parley.dataset import load
from parley.importing.asking import as_one, as_two, blank_kinds, perhaps_one, signs_beside
from parley.importing.drafted import BadCell
from parley.importing.drafting import draft
from parley.importing.guessing import guess
from parley.importing.whole import begun, sheets_of
from parley.telling.bringing_in import blank_kinds_told, perhaps_one_told
from parley.words import say
from tests.importing.test_bringing_in import TODAY, brought_in, held, read
from tests.making import replaced

TWO = "Party,Issue,Position,Kind\nIceland,Quota,20,demand\nIcelnd,Levy,5,\nNorway,Quota,80,offer\nNorway,Levy,7, \nNorway,Levy,,\n"


def test_two_names_become_one_party_or_stay_two() -> None:
    """One keeps its name, and what the table writes of the other is read as that party; who are two are not asked about again."""
    sheet = read(TWO)
    found = guess(sheet, "Talks")
    assert perhaps_one(found) == [("Iceland", "Icelnd")]
    one = as_one(found, "Iceland", "Icelnd")
    assert [(party.id, party.cells) for party in one.parties] == [("iceland", ("Iceland", "Icelnd")), ("norway", ("Norway",))]
    assert [entry["party"] for entry in draft(sheet, one).entries] == ["iceland", "iceland", "norway", "norway"]
    assert [party.id for party in as_one(found, "Icelnd", "Iceland").parties] == ["icelnd", "norway"]
    assert as_one(one, "Norway", "Icelnd") == one
    two = as_two(found, "Iceland", "Icelnd")
    assert ([*map(say, perhaps_one_told(found))], [*perhaps_one_told(two)]) == (
        [
            "Are Iceland and Icelnd one party? They are taken as two. If they are one, write both under 'cells' of one party in the mapping; "
            "if not, under 'apart'."
        ],
        [],
    )


def test_one_party_is_one_though_a_sheet_lists_both() -> None:
    """Under either row of the list."""
    files = [(b"Party,Position\nIceland,20\nIcelnd,30\nNorway,80\n", "data.csv"), (b"Code,Name\nIS,Iceland\nIX,Icelnd\nNO,Norway\n", "parties.csv")]
    book = begun(sheets_of(files), "data.csv", "Talks", "talks")
    found = book.with_mapping(as_one(book.mapping, "Iceland", "Icelnd")).drafted()
    assert [(one.name, one.cells) for one in found.mapping.parties] == [("Iceland", ("Iceland", "IS", "Icelnd", "IX")), ("Norway", ("Norway", "NO"))]
    assert [entry["party"] for entry in found.entries] == ["is", "is", "no"]


def test_a_row_without_a_kind_is_told_and_taken_or_left_out() -> None:
    """Of the rows that hold a position; as what each statement is where nobody says otherwise."""
    sheet = read(TWO)
    found = guess(sheet, "Talks")
    assert blank_kinds(sheet, found) == ("Kind", (3, 5))
    assert say(blank_kinds_told("Kind", (3, 5), found)) == "Kind is empty in 2 rows (3 and 5): they are taken as demands."
    assert [one["kind"] for one in draft(sheet, found).entries] == ["demand", "demand", "offer", "demand"]
    left = found.model_copy(update={"blank_kinds": "left_out"})
    assert say(blank_kinds_told("Kind", (3, 5), left)) == "Kind is empty in 2 rows (3 and 5): they are left out."
    drafted = draft(sheet, left)
    why, mend = "The row says no kind.", "Write demand, limit or offer, or let a blank be what the others are."
    assert ([one["kind"] for one in drafted.entries], drafted.bad) == (
        ["demand", "offer"],
        (BadCell(3, "Kind", "", why, mend), BadCell(5, "Kind", "", why, mend)),
    )
    assert blank_kinds(read("Party,Position\nA,1\nB,2\n"), guess(read("Party,Position\nA,1\nB,2\n"), "Talks")) == ("", ())


SIGNS = "Party,Issue,Position,Note\nA,Quota,>= 40,\nB,Quota,ca. 20,Heard.\nC,Quota,10*,\nD,Quota,15,\n"


def test_a_sign_beside_a_number_is_asked_about_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Left out as long as nobody says otherwise; read, the statement keeps what the table has, and the next edition is read so, too."""
    sheet = read(SIGNS)
    found = guess(sheet, "Talks")
    assert (signs_beside(sheet, found), str(found.issues[0].quantity.top if found.issues[0].quantity else "")) == ({">=": 1, "ca.": 1, "*": 1}, "100")
    mend = "Have such numbers read without their signs, or write the number alone."
    left = [(one.row, one.why, one.mend) for one in draft(sheet, found).bad]
    assert left == [(row, f"A sign stands beside the number: '{sign}'.", mend) for row, sign in ((2, ">="), (3, "ca."), (4, "*"))]
    brought_in(tmp_path, SIGNS)
    assert "In 3 cells a sign stands beside the number: * (1), >= (1) and ca. (1): they are left out." in capsys.readouterr().out
    folder = tmp_path / "positions" / "talks"
    assert held(load(folder)) == {"d-quota": "15"}
    with (folder / "import" / "mapping.yaml").open("a", encoding="utf-8") as file:
        file.write("signs: read\n")
    data = brought_in(tmp_path, SIGNS.replace("ca. 20", "ca. 25"))
    assert held(data) == {"a-quota": "40", "b-quota": "25", "c-quota": "10", "d-quota": "15"}
    assert [one.note for one in data.statements] == ["The table has '>= 40'.", "Heard. The table has 'ca. 25'.", "The table has '10*'.", None]
    assert "* (1), >= (1) and ca. (1): the number is read without the sign." in capsys.readouterr().out


def test_the_next_edition_remembers_the_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They stand in the mapping that is kept beside the data."""
    brought_in(tmp_path, TWO)
    mapping = tmp_path / "positions" / "talks" / "import" / "mapping.yaml"
    replaced(mapping, "cells: [Iceland]", "cells: [Iceland, Icelnd]")
    replaced(mapping, "- id: icelnd\n  name: Icelnd\n  cells: [Icelnd]\n", "")
    with mapping.open("a", encoding="utf-8") as file:
        file.write("blank_kinds: left_out\n")
    capsys.readouterr()
    (tmp_path / "table.csv").write_text(TWO + "Icelnd,Quota,25,demand\n", encoding="utf-8")
    assert main(["import", str(tmp_path / "table.csv"), "--to", str(mapping.parents[1]), "--yes"], TODAY) == 0
    assert held(load(mapping.parents[1])) == {"iceland-quota": "20", "norway-quota-offer": "80", "iceland-quota-2": "25"}
    out = capsys.readouterr().out
    assert "one party?" not in out
    assert "Kind is empty in 2 rows (3 and 5): they are left out." in out
