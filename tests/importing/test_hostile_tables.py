"""Tables as they should not be: nothing is read wrongly, nothing is lost in silence, nothing of somebody else's is touched, and no program fails."""

from __future__ import annotations

import io
import random
import re
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from parley.__main__ import main
from parley.dataset import load
from parley.errors import ParleyError
from parley.handed_in import TableError
from parley.importing.drafted import BadCell, Drafted
from parley.importing.drafting import draft
from parley.importing.guessing import guess
from parley.importing.naming import plain
from parley.importing.newcomers import newcomers, with_newcomers
from parley.importing.sheets import Sheet, read_sheets
from parley.importing.whole import begun, sheets_of
from tests.documents.test_hostile_documents import archive
from tests.importing.test_bringing_in import LONG, TODAY, brought_in, files, held
from tests.making import replaced

SHIPPED = Path(__file__).resolve().parents[2] / "positions" / "us-china-trade"


def drafted(text: str) -> Drafted:
    (sheet,) = read_sheets(text.encode(), "table.csv")
    return draft(sheet, guess(sheet, "Talks"))


def of_cells(*cells: str) -> Drafted:
    rows = "".join(f'P{number},Tariff,"{cell}"\n' for number, cell in enumerate(cells))
    return drafted(f"Party,Issue,Position\n{rows}")


def places(found: Drafted) -> list[Any]:
    return [one["place"].get("at") for one in found.entries]


@pytest.mark.parametrize(
    ("cells", "taken", "left"),
    [
        (("1,5", "1.5", "2.5", "3.5"), ["1.5", "2.5", "3.5"], ["1,5"]),
        (("0,5", "0,25", "1.5"), ["0.5", "0.25"], ["1.5"]),
        (("1'000", "2'000", "300"), ["1000", "2000", "300"], []),
        (("1 000", "2 000", "300"), ["1000", "2000", "300"], []),
        (("5 t", "6 t", "7 kt"), ["5", "6"], ["7 kt"]),
        (("25%", "0.25", "50%", "40 per cent"), ["25", "50", "40"], ["0.25"]),
        (("$1,000", "$50", "US$ 70", "$200"), ["1000", "50", "200"], ["US$ 70"]),
        (("−5", "−3", "2", "-1"), ["-5", "-3", "2", "-1"], []),
        (("1.2.3", "1", "2", "3"), ["1", "2", "3"], ["1.2.3"]),
        (("9" * 40, "1", "2", "3"), ["1", "2", "3"], ["9" * 40]),
    ],
)
def test_a_number_is_read_as_it_is_meant_or_not_at_all(cells: tuple[str, ...], taken: list[str], left: list[str]) -> None:
    """Two ways of writing decimals, thousands, units, shares and signs of less."""
    found = of_cells(*cells)
    assert (places(found), [one.value for one in found.bad]) == (taken, left)


@pytest.mark.parametrize(
    "cells",
    [
        ("(5)", "(3)", "(2)"),
        ("1/2", "2/5", "3/4"),
        (">= 5", "< 5", "10 or more"),
        ("2012-12-27", "2013-09-22"),
        ("1.200", "3.500"),
    ],
)
def test_what_is_no_level_is_put_into_no_order(cells: tuple[str, ...]) -> None:
    """By its first digits least of all."""
    found = of_cells(*cells)
    assert (found.entries, [one.value for one in found.bad]) == ((), list(cells))


def test_levels_led_by_numbers_below_nought_keep_their_order() -> None:
    """With the sign of the keyboard or another."""
    found = of_cells("0: neutral", "-2: strongly against", "−1: against")
    assert [one.name for one in found.mapping.issues[0].levels] == ["strongly against", "against", "neutral"]


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C#", "C++"), ("की", "का"), ("ガーナ", "カーナ"), ("Tariff (%)", "Tariff ($)")])
def test_names_that_differ_in_what_tells_them_apart_are_two(one: str, other: str) -> None:
    """In signs, and in marks of scripts in which marks are letters."""
    assert plain(one) != plain(other)
    assert plain("Côte d’Ivoire") == plain("COTE D'IVOIRE")


def test_heads_that_stand_twice_are_two_columns() -> None:
    """So are heads that differ in their unit alone."""
    found = drafted("Party,Tariff,Tariff,Fee (%),Fee ($)\nA,5,0.1,20,600\nB,7,0.3,30,700\n")
    assert [(one.cells, str(one.quantity.top) if one.quantity else "") for one in found.mapping.issues] == [
        (("Tariff",), "10"), (("Tariff (2)",), "1"), (("Fee (%)",), "100"), (("Fee ($)",), "700"),
    ]  # fmt: skip
    assert len(found.entries) == 8


def test_nothing_is_lost_in_silence() -> None:
    """A row without a party, a column without a head, and a quotation mark that is never closed."""
    found = drafted("Party,Tariff,\nA,5,1\n,6,\nB,7,\n")
    assert [(one.row, one.column, one.value, one.why) for one in found.bad] == [
        (1, "", "1", "Column 3 has no head."), (3, "Tariff", "", "The row names no party."),
    ]  # fmt: skip
    with pytest.raises(TableError, match=r"cannot be read: on line 3, a quotation mark is opened and never closed\."):
        drafted('Party,Tariff\nA,5\nB,"6\nC,7\n')


@pytest.mark.parametrize("cell", ["Marrakesh 2001", "Junk 2018", "Octagon 3 2015", "May 0000"])
def test_a_word_that_begins_like_a_month_is_none(cell: str) -> None:
    """Nor is there a year nought."""
    found = drafted(f"Party,Position,Date\nA,1,{cell}\nB,2,Sept 2015\n")
    assert [one.value for one in found.bad] == [cell]
    assert [one["said"] for one in found.entries] == ["2015-09"]


def test_a_cell_far_out_fills_no_memory() -> None:
    """Its place is looked at before room is made for what lies before it."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Party")
        sheet.write(199_998, 999, "far")
    with pytest.raises(TableError, match=r"too large: 199,999 rows, 1,000 columns"):
        read_sheets(made.getvalue(), "table.xlsx")


def test_a_cell_without_end_is_told() -> None:
    """In words, and no other reader of such files comes to take longer ones for it."""
    with pytest.raises(TableError, match=r"cannot be read: on line 2, a cell is longer than any table needs\."):
        drafted(f"Party,Position\nA,{'x' * 200_000}\n")


def test_signs_that_nobody_can_read_are_taken_out() -> None:
    """Of cells, heads, names of sheets and the title; what holds nothing that can be seen is empty."""
    found = drafted("Party\x01,Posi\x7ftion,\u200b\nA\x1b,1,\n\ufeff,3,\nB,2,\u200b\u200b\n")
    assert ([one.name for one in found.mapping.parties], places(found)) == (["A", "B"], ["1", "2"])
    assert [(one.row, one.why) for one in found.bad] == [(3, "The row names no party.")]
    sheets = read_sheets(b"Party,Position\nA,1\nB,2\n", "table.csv")
    assert begun(sheets, "t\x00x.csv", "t\x00x", "tx").mapping.title == "tx"
    assert begun(sheets, "x.csv", "\u200b", "talks").mapping.title == "talks"


def test_an_issue_on_which_nobody_has_a_position_has_no_scale() -> None:
    """That nothing is known of it is told cell by cell, and the others come in."""
    found = drafted("Party,Tariff,Quota\nA,5,unknown\nB,7,Unknown\n")
    assert places(found) == ["5", "7"]
    why = "No row has a position on 'Quota', so it has no scale."
    mend = "Write in 'Quota' where each stands, or name the steps of its scale; or leave 'Quota' out."
    assert found.bad == (BadCell(2, "Quota", "unknown", why, mend), BadCell(3, "Quota", "Unknown", why, mend))


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('Party,Position\n"A"x,1\n', 2, "something stands behind a quotation mark that closes a cell"),
        ('Party,Position\nA,"1\n', 2, "a quotation mark is opened and never closed"),
    ],
)
def test_a_torn_row_is_told_by_its_line(text: str, line: int, why: str) -> None:
    """In words of a reader, and not of a library; so is a workbook that cannot be taken apart."""
    with pytest.raises(TableError, match=f"'table.csv' cannot be read: on line {line}, {why}. Open it"):
        drafted(text)
    with pytest.raises(TableError, match="'t.xlsx' cannot be read: the workbook is damaged, or is none. Open it"):
        read_sheets(archive(**{"hello.txt": b"x"}), "t.xlsx")


def test_any_bytes_are_a_table_or_are_told_to_be_none() -> None:
    """Hundreds of files that were once sound: each is read, or refused in a sentence."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((("Party", "Position"), ("A", 1), ("B", 2.5))):
            sheet.write_row(number, 0, row)
    draw = random.Random(1)
    for sound, name in ((made.getvalue(), "t.xlsx"), (LONG.encode(), "t.csv"), (LONG.encode("utf-16"), "t.csv")):
        for _ in range(150):
            data = bytearray(sound)
            for _ in range(draw.randint(1, 6)):
                data[draw.randrange(len(data))] = draw.randrange(256)
            with suppress(ParleyError):
                (first, *_) = read_sheets(bytes(data), name)
                draft(first, guess(first, "Talks"))


def refused(folder: Path, target: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Bring a table into a folder, see that nothing there has changed, and return what was said."""
    (folder / "table.csv").write_text(LONG, encoding="utf-8")
    before = files(target.parent) if target.parent.is_dir() else {}
    assert main(["import", str(folder / "table.csv"), "--to", str(target), "--yes"], TODAY) == 1
    assert (files(target.parent) if target.parent.is_dir() else {}) == before
    return capsys.readouterr().err


def test_what_somebody_made_otherwise_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A negotiation of one's own, the folder of all negotiations, a file; nor is anything written beside the folder asked for."""
    positions = tmp_path / "positions"
    shutil.copytree(SHIPPED, positions / "mine")
    told = "holds files that were not made of a table, and is left as it is. Name another folder.\n"
    assert refused(tmp_path, positions / "mine", capsys).endswith(told)
    assert refused(tmp_path, positions, capsys).endswith(told)
    (positions / "file").write_text("mine", encoding="utf-8")
    assert refused(tmp_path, positions / "file", capsys).endswith(told)
    assert "cannot be the name of a negotiation's folder" in refused(tmp_path, positions / "My Talks", capsys)
    assert refused(tmp_path, positions / "none" / "..", capsys).endswith(told)


def test_what_was_added_by_hand_to_a_statement_stays(tmp_path: Path) -> None:
    """The table gives place, day and document; a summary, a note and what it overtakes are somebody's own work."""
    brought_in(tmp_path, LONG)
    replaced(
        tmp_path / "positions" / "talks" / "statements.yaml",
        "  place: {at: partly}\n",
        "  place: {at: partly}\n  says: Half of it is enough.\n  firmness: 4\n",
    )
    data = brought_in(tmp_path, LONG.replace("12,5", "13,5"))
    one = data.statement("cote-divoire-ban")
    assert (one.says, one.firmness, held(data)["cote-divoire-levy"]) == ("Half of it is enough.", 4, "13.5")


def test_ids_of_the_table_s_own_stay_with_their_rows(tmp_path: Path) -> None:
    """Whichever rows come and go."""
    brought_in(tmp_path, "ID,Party,Issue,Position\nr1,A,Tariff,5\nr2,A,Tariff,6\nr3,B,Tariff,7\n")
    data = brought_in(tmp_path, "ID,Party,Issue,Position\nr2,A,Tariff,4\nr3,B,Tariff,7\nr4,A,Tariff,9\n")
    assert held(data) == {"r2": "4", "r3": "7", "r4": "9"}


def test_documents_and_speakers_keep_their_ids_in_every_order(tmp_path: Path) -> None:
    """Though their ids begin alike, or no letter of theirs can stand in one."""
    long = "https://example.org/archive/of/the/talks/2015/round-"
    row = "A,5,{source},{speaker}\n"
    head = "Party,Position,Source,Speaker\nB,7,,\n"
    first = brought_in(tmp_path, head + row.format(source=f"{long}one", speaker="王毅") + row.format(source=f"{long}two", speaker="李克强"))
    again = brought_in(tmp_path, head + row.format(source=f"{long}two", speaker="李克强") + row.format(source=f"{long}one", speaker="王毅"))
    for data in (first, again):
        cited = {
            (data.sources[one.source].title, data.negotiation.party_by_id["a"].speaker(one.speaker).name) for one in data.statements if one.source
        }
        assert cited == {(f"{long}one", "王毅"), (f"{long}two", "李克强")}


@pytest.mark.parametrize("party", ["1e3", "0o17", "no", "null", "123", "2015-10-02"])
def test_names_that_mean_something_to_whoever_reads_the_files_are_names(tmp_path: Path, party: str) -> None:
    """Also the second time, and the file of the header keeps the line ends that somebody's editor gave it."""
    text = f"Party,Position,Speaker\n{party},5,\nB,7,\n"
    brought_in(tmp_path, text)
    header = tmp_path / "positions" / "talks" / "negotiation.yaml"
    header.write_bytes(header.read_bytes().replace(b"\n", b"\r\n"))
    data = brought_in(tmp_path, text.replace("B,7,", "B,7,minister"))
    assert [one.name for one in data.negotiation.parties] == [party, "B"]
    assert header.read_bytes().count(b"\r\n") == header.read_bytes().count(b"\n")
    assert load(tmp_path / "positions" / "talks").left_out == ()


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("negotiation.yaml", ""), ("negotiation.yaml", "id: talks\n"), ("negotiation.yaml", "a: [\n"), ("statements.yaml", "statements: x\n"),
        ("statements.yaml", "statements:\n  - {kind: demand}\n"), ("import/mapping.yaml", "shape: round\n"), ("import/mapping.yaml", "a: [\n"),
    ],
)  # fmt: skip
def test_a_folder_that_cannot_be_read_is_told_and_left(tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str, content: str) -> None:
    """By file, line and column, as everywhere."""
    brought_in(tmp_path, LONG)
    target = tmp_path / "positions" / "talks"
    (target / file).write_text(content, encoding="utf-8")
    assert re.search(rf"talks/{re.escape(file)}:\d+:\d+: ", refused(tmp_path, target, capsys))


def test_a_mapping_of_another_table_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Heads in a row that there is not, and no issue at all."""
    brought_in(tmp_path, LONG)
    mapping = tmp_path / "positions" / "talks" / "import" / "mapping.yaml"
    replaced(mapping, "head_row: 1", "head_row: 9")
    assert "no table that can be made out" in refused(tmp_path, mapping.parents[1], capsys)


def test_a_negotiation_in_which_nothing_is_dated_is_brought_in_again(tmp_path: Path) -> None:
    """Also where somebody now asks for dates, so that nothing of it is left."""
    text = "Party,Position\nA,1\nB,2\n"
    brought_in(tmp_path, text)
    replaced(tmp_path / "positions" / "talks" / "negotiation.yaml", "issues:\n", "requires: [said]\nissues:\n")
    data = brought_in(tmp_path, text.replace("B,2", "B,3"))
    assert (data.count, len(data.left_out)) == (0, 2)


SUMMED = "Country,Levy,Ban\nA,10,yes\nB,20,no\nTotal,600,\nAverage,15,\n* Own estimate,,\nSource: survey of 2015,,\nC,,\n"


def test_sums_and_notes_are_no_parties(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor issues; no scale reaches up to them. They are told, and may be taken back; also where only the next edition has them."""
    work = begun(sheets_of([(SUMMED.encode(), "t.csv")]), "t.csv", "Talks", "talks")
    levy = work.mapping.issues[0].quantity
    assert ([one.name for one in work.mapping.parties], str(levy.top if levy else "")) == (["A", "B", "C"], "100")
    assert work.mapping.parties_left_out == ("Total", "Average", "* Own estimate", "Source: survey of 2015")
    assert ([one["id"] for one in work.drafted().entries], work.drafted().bad) == (["a-levy", "a-ban", "b-levy", "b-ban"], ())
    back = work.with_mapping(with_newcomers(work.mapping, newcomers(work), ()))
    assert [one.name for one in back.mapping.parties][3:] == ["Total", "Average", "* Own estimate", "Source: survey of 2015"]
    for text, parties, issues in (
        ("Issue,A,B,Sum\nLevy,10,20,30\nTotal,15,25,40\n", "AB", ["Levy"]), ("Party,Issue,Position\nA,Levy,1\nB,Levy,2\nTotal,Levy,900\n", "AB", ["Levy"]),
    ):  # fmt: skip
        found = begun(sheets_of([(text.encode(), "t.csv")]), "t.csv", "Talks", "talks").mapping
        assert ("".join(one.name for one in found.parties), [one.name for one in found.issues]) == (parties, issues)
    brought_in(tmp_path, "Country,Levy,Ban\nA,10,yes\nB,20,no\n")
    capsys.readouterr()
    assert held(brought_in(tmp_path, SUMMED)) == {"a-levy": "10", "a-ban": "yes", "b-levy": "20", "b-ban": "no"}
    out = capsys.readouterr().out
    assert "New party: C.\nLeft out by name, as the mapping has it: Total, Average, * Own estimate and Source: survey of 2015.\n" in out


@pytest.mark.parametrize("corner", ["", "Country"])
def test_heads_that_group_others_are_none(corner: str) -> None:
    """As merged cells leave them; two columns of one head over cells are two columns."""
    grouped = Sheet("", ((corner, "Economy", "Economy", "Fish"), ("Country", "Levy", "Fee", "Cod"), ("A", "1", "2", "3"), ("B", "5", "6", "7")), "")
    assert [one.name for one in guess(grouped, "Talks").issues] == ["Levy", "Fee", "Cod"]
    plain_one = Sheet("", (("Country", "Levy", "Levy"), ("A", "1", "2"), ("B", "5", "6")), "")
    assert [one.name for one in guess(plain_one, "Talks").parties] == ["A", "B"]


def test_a_scale_ends_where_its_own_unit_does() -> None:
    """What stands in another is told."""
    found = of_cells("1.5 bn", "2 bn", "300 m")
    scale = found.mapping.issues[0].quantity
    assert (str(scale.top) if scale else "", [one.why for one in found.bad]) == ("10", ["The unit is 'm', and that of the issue is 'bn'."])
