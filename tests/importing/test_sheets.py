"""Cells of files as programs write them: workbooks, text in four codes and with four separators, and files that are none."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook

from parley.handed_in import TableError
from parley.importing import sheets
from parley.importing.drafting import draft
from parley.importing.guessing import guess
from parley.importing.sheets import read_sheets
from parley.importing.shown import _places, unit_shown

ROWS = (("Country", "Position"), ("Côte d’Ivoire", "12"), ("Österreich", "3"))


def text(separator: str) -> str:
    return "\r\n".join(separator.join(row) for row in ROWS) + "\r\n"


@pytest.mark.parametrize(("separator", "called"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")])
@pytest.mark.parametrize(
    ("code", "before", "told"),
    [
        ("utf-8", b"", "UTF-8"), ("utf-8-sig", b"", "UTF-8"), ("utf-16", b"", "UTF-16"), ("utf-16-le", b"", "UTF-16"), ("utf-16-be", b"", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"), ("cp1252", b"", "Windows-1252 (Western)"),
    ],
)  # fmt: skip
def test_text_is_read_whatever_its_code_and_separator(separator: str, called: str, code: str, before: bytes, told: str) -> None:
    """Both are found by looking, and said."""
    (sheet,) = read_sheets(before + text(separator).encode(code), "table.csv")
    assert (sheet.rows, sheet.how) == (ROWS, f"{told}, separated by {called}")


def test_a_separator_in_quotes_parts_nothing() -> None:
    """Nor do commas in sentences where semicolons part the columns."""
    (sheet,) = read_sheets(b'Country;Says\nA;"Yes; and more"\nB;One, two, three\n', "table.csv")
    assert sheet.rows == (("Country", "Says"), ("A", "Yes; and more"), ("B", "One, two, three"))


def workbook(cells: dict[str, list[list[Any]]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in cells.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_workbook_gives_what_its_reader_sees() -> None:
    """Whole numbers without a point, days as files write them, blanks as blanks; empty rows and columns at the end, and empty sheets, are left out."""
    cells = [
        ["Country", "Share", "Day", "Is it?"],
        ["A", 12.0, datetime(2015, 10, 2, 12), True],
        ["B", 0.1, date(2015, 10, 3), None],
        [None, None, None, None],
    ]
    (sheet,) = read_sheets(workbook({"Positions": cells, "Empty": []}), "table.xlsx")
    assert sheet.name == "Positions"
    assert sheet.rows == (("Country", "Share", "Day", "Is it?"), ("A", "12", "2015-10-02", "yes"), ("B", "0.1", "2015-10-03", ""))


def test_numbers_shown_as_percent_are_read_as_they_are_shown() -> None:
    """To the last digit, however the workbook writes its names and places; a sign that is only written out multiplies nothing."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        whole, tenths, signed = (book.add_format({"num_format": one}) for one in ("0%", "0.0%;[Red]-0.0%", '0"%"'))
        for name in ("Here & there", "Plain"):
            book.add_worksheet(name).write_row(0, 0, ["Country", "Share"])
        sheet = book.get_worksheet_by_name("Here & there")
        for row, (cell, form) in enumerate(
            [(0.15, whole), (0.125, whole), (-0.025, tenths), (1, tenths), (15, signed), ("15 %", whole), (0.15, None)], 1
        ):
            sheet.write(row, 1, cell, form)
    found, plain = read_sheets(made.getvalue(), "table.xlsx")
    assert ([row[1] for row in found.rows[1:]], found.percents) == (["15%", "12.5%", "-2.5%", "100%", "15", "15 %", "0.15"], 4)
    assert plain.percents == 0
    bare = rewritten(made.getvalue(), lambda one: re.sub(rb"<(/?)(row|c|v|sheetData)\b", rb"<\1x:\2", re.sub(rb' r="[A-Z]+[0-9]+"', b"", one)))
    assert [(row, column) for row, column, style in _places(bare) if style in (1, 2)] == [(1, 0), (2, 0), (3, 0), (4, 0), (6, 0)]


def test_a_currency_that_only_the_format_shows_is_the_unit() -> None:
    """In whatever way a program writes it; a number is that number, and other cells of its column stay as they are."""
    forms = {
        '"$"#,##0': "$", "[$€-407]#,##0.00;[Red]-[$€-407]#,##0.00": "€", '#,##0\\ "€"': "€", "[$CHF-807] #,##0": "CHF", "\\£0": "£", "[$US$] 0": "US$",
        '_($* #,##0_);_("$"* (#,##0)': "$", "#,##0.00": "", '0 "Mt"': "", "[Red]0": "", "0%": "%", "[$-407]d. mmm yyyy": "", "General": "",
    }  # fmt: skip
    assert {form: unit_shown(form) for form in forms} == forms
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        euro = book.add_format({"num_format": "[$€-407]#,##0"})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Country", "Fund", "Other fund (EUR m)"])
        sheet.write(1, 2, 7, euro)
        for row, (cell, form) in enumerate([(5000, euro), (-2.5, euro), ("no figure", euro), (7000, None)], 1):
            sheet.write(row, 1, cell, form)
    (found,) = read_sheets(made.getvalue(), "table.xlsx")
    assert ([row[1] for row in found.rows[1:]], found.currencies, found.percents) == (["5000 €", "-2.5 €", "no figure", "7000"], (("€", 2),), 0)
    assert found.rows[1][2] == "7"  # a head that names a unit says more


def test_colours_and_comments_that_may_tell_something_are_told() -> None:
    """Not the colours of heads, of a first column or of every second row."""

    def unread(told: bool, comment: bool) -> tuple[str, ...]:
        made = io.BytesIO()
        with xlsxwriter.Workbook(made) as book:
            grey, red = (book.add_format({"bg_color": one}) for one in ("#DDDDDD", "#FF0000"))
            sheet = book.add_worksheet()
            for row in range(5):
                for column in range(4):
                    form = red if told and (row, column) == (2, 2) else grey if row in (0, 3) or column == 0 else None
                    sheet.write(row, column, f"{row} {column}", form)
            if comment:
                sheet.write_comment(1, 1, "As of May")
        return read_sheets(made.getvalue(), "table.xlsx")[0].unread

    assert [unread(*one) for one in ((False, False), (True, False), (True, True))] == [(), ("colours",), ("colours", "comments")]


def rewritten(data: bytes, how: Callable[[bytes], bytes]) -> bytes:
    """Return the first sheet of a workbook written otherwise."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return how(archive.read("xl/worksheets/sheet1.xml"))


def test_cells_shown_as_one_all_say_it() -> None:
    """A heading over several rows is that of each."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet("Positions")
        sheet.write_row(0, 0, ["Issue", "Country"])
        sheet.merge_range(1, 0, 2, 0, "Ban")
        sheet.write(1, 1, "A")
        sheet.write(2, 1, "B")
    (read,) = read_sheets(made.getvalue(), "table.xlsx")
    assert read.rows == (("Issue", "Country"), ("Ban", "A"), ("Ban", "B"))


def test_a_formula_gives_its_last_value_and_is_never_run() -> None:
    """What the program that wrote it worked out; nothing where it did not."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Country", "Position"])
        sheet.write(1, 0, "A")
        sheet.write_formula(1, 1, '=HYPERLINK("http://evil.example","x")&1', value="7")
    (read,) = read_sheets(made.getvalue(), "table.xlsx")
    assert read.rows[1] == ("A", "7")


@pytest.mark.parametrize(
    ("data", "name", "told"),
    [
        (b"", "t.csv", "'t.csv' holds no cells."),
        (b"\n\n,,\n", "t.csv", "'t.csv' holds no cells."),
        (b"a\x81\x8d,b\n", "t.csv", "'t.csv' is neither a workbook nor text in a code that can be told. Save it as xlsx, or as CSV in UTF-8."),
        (b"PK\x03\x04cut short", "t.xlsx", "'t.xlsx' cannot be read: the file is cut short or damaged. Open it in the program that made it and save it anew."),
        (workbook({"A": [["a", "b"]]})[:-40], "t.xlsx", "'t.xlsx' cannot be read: the file is cut short or damaged. Open it in the program that made it and save it anew."),
        (b"x" * 20, "t.xlsx", None),
        (",".join(map(str, range(1001))).encode(), "t.csv", "'t.csv' is too large: 1 rows, 1,001 columns. At most 200,000 rows and 1,000 columns are read. "
         "Take the part that is needed, or several files."),
    ],
)  # fmt: skip
def test_what_is_no_table_is_told(data: bytes, name: str, told: str | None) -> None:
    """In a sentence with a remedy, and never as the failure of a program."""
    with pytest.raises(TableError) as error:
        read_sheets(data, name)
    assert told is None or str(error.value) == told


@pytest.mark.parametrize(
    ("name", "inside", "told"),
    [
        ("talks.numbers", "Index/Document.iwa", "a table of Apple Numbers, which is not read. Export it in Numbers, to Excel or CSV."),
        ("talks.ods", "mimetype", "a table in OpenDocument format, which is not read. Save it as xlsx in the program that made it."),
        ("talks.xlsx", "word/document.xml", "a document, and no table. It belongs on the page Read; a table in it can be copied there and pasted here."),
        ("talks.csv", "%PDF-1.7", "a document, and no table. It belongs on the page Read; a table in it can be copied there and pasted here."),
        ("talks.XLS", "\xd0\xcf\x11", "a workbook in a format of Excel that is not read. Save it as xlsx."),
        ("talks.zip", "a.csv", "an archive. Unpack it, and bring in the tables that lie in it."),
        ("talks.png", "\x89PNG", "a picture, of which nothing is read. Write what it shows into a table."),
        ("talks.dta", "<stata_dta>", "a data file of another program. Write it out as csv there."),
        ("talks.pptx", "ppt/presentation.xml", "a presentation, and no table. A table in it can be copied there and pasted here."),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_told_where_it_belongs(name: str, inside: str, told: str) -> None:
    """By its bytes, whatever it is called, and where these tell nothing by its ending."""
    made = io.BytesIO(inside.encode("latin-1"))
    if name.endswith(("numbers", "ods", "xlsx", "zip", "pptx")):
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr(inside, "application/vnd.oasis.opendocument.spreadsheet" if inside == "mimetype" else "")
    with pytest.raises(TableError) as error:
        read_sheets(made.getvalue(), name)
    assert str(error.value) == f"'{name}' is {told} Taken here are xlsx, csv, tsv and txt."


def test_an_archive_that_unpacks_without_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size unpacked stands in it, and is looked at first."""
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 1000)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "0" * 2_000_000)
    with pytest.raises(TableError, match="too large: 2 MB unpacked"):
        read_sheets(made.getvalue(), "bomb.xlsx")


def test_a_file_of_many_megabytes_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The most is said."""
    monkeypatch.setattr(sheets, "MOST_BYTES", 3_000_000)
    with pytest.raises(TableError, match=r"'t.csv' is too large: 4 MB. At most 3 MB are read."):
        read_sheets(b"a" * 4_000_000, "t.csv")


@pytest.mark.parametrize(
    ("code", "rows", "told"),
    [
        ("cp1251", (("Страна", "Позиция"), ("Россия", "нет"), ("Грузия", "да")), "Windows-1251 (Cyrillic)"),
        ("koi8_r", (("Страна", "Позиция"), ("Россия", "нет"), ("Грузия", "частично")), "KOI8-R (Cyrillic)"),
        ("cp1253", (("Χώρα", "Θέση"), ("Ελλάδα", "υπέρ"), ("Κύπρος", "κατά")), "Windows-1253 (Greek)"),
        ("shift_jis", (("国", "立場"), ("日本", "賛成"), ("中国", "反対")), "Shift JIS (Japanese)"),
        ("cp1252", (("Land", "Position"), ("Österreich", "für"), ("Dänemark", "größer")), "Windows-1252 (Western)"),
    ],
)
def test_an_old_code_is_told_by_its_letters_and_said(code: str, rows: tuple[tuple[str, str], ...], told: str) -> None:
    """Not every code of one byte is Windows' western one."""
    (sheet,) = read_sheets("\n".join(";".join(row) for row in rows).encode(code), "table.csv")
    assert (sheet.rows, sheet.how) == (rows, f"{told}, separated by semicolon")


def test_another_code_than_the_one_that_was_found_can_be_named() -> None:
    """Where the text is none in it that is told."""
    data = "Kraj;Stanowisko\nPolska;średni\n".encode("cp1250")
    (found,), (named,) = read_sheets(data, "t.csv"), read_sheets(data, "t.csv", "cp1250")
    assert (found.rows[1], named.rows[1]) == (("Polska", "œredni"), ("Polska", "średni"))
    with pytest.raises(TableError, match=r"'t.csv' is no text in UTF-8. Choose another code."):
        read_sheets(data, "t.csv", "utf-8")


def test_several_files_are_called_by_their_names() -> None:
    """And the sheets of a workbook by their own, unless two share one."""
    two = [(workbook({"A": [["x", "y"]], "B": [["x", "y"]]}), "one.xlsx"), (workbook({"A": [["x", "y"]]}), "two.xlsx"), (b"x,y", "three.csv")]
    assert [one.name for one in sheets.read_files(two)] == ["one A", "B", "two A", "three"]
    assert [one.name for one in sheets.read_files(two[2:])] == [""]


def test_years_kept_as_dates_are_years() -> None:
    """As a program shows them whose cells are formatted so: the scale runs over years, and nothing is left out."""
    cells = [["Country", "Phase-out"], ["A", datetime(2030, 1, 1)], ["B", datetime(2045, 1, 1)], ["C", 2050]]
    (sheet,) = read_sheets(workbook({"Positions": cells}), "t.xlsx")
    found = draft(sheet, guess(sheet, "Talks"))
    assert ([one["place"] for one in found.entries], found.bad) == ([{"at": "2030"}, {"at": "2045"}, {"at": "2050"}], ())
