"""The workbook read back: real numbers, real dates, text that stays text, filters, frozen heads, print settings, and every tongue."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.cell import absolute_coordinate, get_column_letter

from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports.table_list import SHEETS as TABLES_SHOWN
from parley.exports.what_if import HIDDEN, REASON
from parley.exports.workbook import cut_off, workbook
from parley.telling.briefing import Briefing, brief
from parley.words import said_all, say
from tests.briefings import ARABIC, CHINESE, FRENCH, GERMAN, many_tongues, shipped
from tests.exports.test_tables import small
from tests.making import TODAY, dataset, issue, percent, statement

SHEETS = ["About", "Positions", "Statements", "Gaps", "Movement", "Documents", "Robustness", "Coverage", "What if"]


_OPENED: dict[int, tuple[Briefing, Any]] = {}


def opened(briefing: Briefing) -> Any:
    """Return the workbook of a briefing, read back once."""
    if id(briefing) not in _OPENED:
        _OPENED[id(briefing)] = briefing, openpyxl.load_workbook(io.BytesIO(workbook(briefing)))
    return _OPENED[id(briefing)][1]


def cells(sheet: Any) -> list[Any]:
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def column(sheet: Any, title: str) -> list[Any]:
    """Return the cells under a title."""
    head = [cell.value for cell in sheet[1]]
    return [row[head.index(title)] for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_sheet_for_each_table_behind_one_that_says_what_it_is() -> None:
    """The first sheet holds the summary, what each sheet holds and how to get there, and what stands at the foot of everything."""
    book = opened(shipped())
    about = cells(book["About"])
    assert book.sheetnames == SHEETS
    assert about[0] == shipped().agenda.title
    assert say(shipped().summary) in about
    assert set(said_all(shipped().foot)) <= set(about)
    assert "An empty cell is not known, or was not said; it is never a nought." in about
    assert "A row for each document cited, with how many of these statements it holds. 5 rows." in about
    links = [cell.hyperlink.location for row in book["About"].iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in SHEETS[1:]]
    # In the last one the reader puts parties elsewhere, by a step of the row or a number of the scale; where that cannot be, it says why.
    sheet, numbers = book["What if"], opened(many_tongues())["What if"].data_validations.dataValidation
    assert sheet["A1"].value.startswith("Your own places, said by nobody: ")
    ways = {str(one.sqref): one.formula1.replace("$", "") for one in sheet.data_validations.dataValidation}
    assert len(ways) == 6 * 14
    steps = [cell.value for row in sheet[ways["F6"]] for cell in row]
    assert (sheet["B6"].value, steps[0], steps[-1]) == ("Made in China 2025", "Off the table", "Scrapped")
    assert sheet.cell(12, REASON + 1).value == "It is not known which way one of the two wants."
    assert sheet.column_dimensions[get_column_letter(HIDDEN + 1)].hidden
    assert (numbers[-1].type, numbers[-1].formula1, numbers[-1].formula2) == ("decimal", "0.0", "50.0")


def test_a_text_like_a_formula_stays_text_and_nothing_becomes_a_link() -> None:
    """A cell that begins with an equals sign is a string."""
    sheet = opened(small())["Statements"]
    found = [cell for cell in column(sheet, "What was said") if cell.value == "=SUM(A1)"]
    assert [cell.data_type for cell in found] == ["s"]
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_numbers_and_dates_are_real_and_what_is_not_known_is_empty() -> None:
    """A day is a date cell, an exact half a number, and a date open on one side leaves a blank."""
    book = opened(small())
    said = column(book["Statements"], "Said from")
    assert [cell.value for cell in said[:3]] == [datetime(2025, 3, 1), datetime(2025, 3, 20), None]
    assert [cell.number_format for cell in said[:2]] == ["d mmm yyyy", "d mmm yyyy"]
    assert [cell.value for cell in column(book["Statements"], "Amount")][:2] == [1.5, None]
    assert [cell.value for cell in column(book["Statements"], "Counts in the position")][:2] == [False, True]
    assert [cell.value for cell in column(book["Gaps"], "Best offers apart, at least")] == [15.5, 1, None]


@pytest.mark.parametrize("briefing", [shipped, many_tongues], ids=["shipped", "many tongues"])
def test_every_cell_is_that_of_the_table(briefing: Any) -> None:
    """Value for value, in every sheet."""
    book = opened(briefing())
    for make in TABLES_SHOWN.values():
        table = make(briefing()).for_readers
        read = [tuple(cell.value for cell in row) for row in book[table.title].iter_rows(min_row=2, max_row=len(table.rows) + 1)]
        assert read == [tuple(map(as_read, row)) for row in table.rows]
        assert [cell.value for cell in book[table.title][1]] == [one.title for one in table.columns]


def test_a_sheet_shows_words_and_no_ids_that_only_programs_need() -> None:
    """Every heading stands once, and what programs read as an id stands there in words alone; a list is told in one cell."""
    book = opened(small())
    for name in SHEETS[1:-1]:
        titles = [cell.value for cell in book[name][1]]
        assert len(set(titles)) == len(titles)
        assert [one for one in titles if "as an id" in one or "as ids" in one] == []
    assert [cell.value for cell in column(book["Gaps"], "Status")] == ["Open", "Open", "No evidence"]
    assert [cell.value for cell in column(book["Gaps"], "Statement ids")] == ["s1, s2, s3", "s5, s6", None]
    assert column(book["Gaps"], "What would change it")[0].value == (
        "An outcome fits both limits for certain if Northland would accept 10 % or less.\nAn outcome fits both limits for certain if B would accept 27.5 % or more."
    )


def as_read(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return float(cell)
    return datetime(cell.year, cell.month, cell.day) if isinstance(cell, date) else cell


def test_every_table_has_filters_a_frozen_head_and_print_settings() -> None:
    """Printed across, with the head repeated, and the handling mark and the date at the foot of each page."""
    for sheet in opened(many_tongues()).worksheets[1:-1]:
        (table,) = sheet.tables.values()
        last = sheet.dimensions.split(":")[1]
        assert (table.ref, table.autoFilter.ref) == (f"A1:{last}", f"A1:{last}")
        assert (sheet.page_setup.paperSize, sheet.print_area) == (9, f"'{sheet.title}'!$A$1:{absolute_coordinate(last)}")
        assert sheet.freeze_panes == ("D2" if sheet["A1"].value == "No." else "B2")
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", 0, True)
        assert sheet.print_title_rows == "$1:$1"
        assert many_tongues().handling in sheet.oddFooter.left.text
        assert "As of 31 Mar 2025 · All evidence" in sheet.oddFooter.center.text


def test_the_tables_have_names_of_their_own() -> None:
    """By which formulas and other programs find them; two parties that are called alike have columns of two names."""
    names = [one for sheet in opened(shipped()).worksheets[1:] for one in sheet.tables]
    assert names == ["Matrix", "Statements", "Gaps", "Movement", "Sources", "Robustness", "Coverage"]
    alike = {"a": {"name": "North"}, "b": {"name": "North"}}
    data = dataset([issue(percent(), {"a": "up", "b": "down"})], [statement("a", "demand", 30), statement("b", "offer", 3)], alike)
    sheet = opened(brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE))["Positions"]
    assert [one.name for one in sheet.tables["Matrix"].tableColumns if one.name.startswith("North")] == ["North", "North (6)"]


def test_ids_lead_to_the_dashboard_and_addresses_to_themselves() -> None:
    """Each statement's id to the page of its issue; without a dashboard nowhere."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(small(), link="http://localhost:8501")))
    ways = [cell.hyperlink.target for cell in column(book["Statements"], "Statement id")]
    assert ways[0].startswith("http://localhost:8501/issue?negotiation=fjords&") and ways[0].endswith("&issue=quota&statement=s0")
    assert [cell.hyperlink for cell in column(opened(small())["Statements"], "Statement id") if cell.hyperlink] == []


def test_every_tongue_is_there_and_arabic_reads_from_right_to_left() -> None:
    """A cell that begins with Arabic is marked as such, one that does not is not."""
    book = opened(many_tongues())
    said = {cell.value: cell.alignment.readingOrder for cell in column(book["Statements"], "What was said")}
    assert {key: said[key] for key in (CHINESE, GERMAN, FRENCH, ARABIC)} == {CHINESE: 0, GERMAN: 0, FRENCH: 0, ARABIC: 2}


def test_a_party_has_its_colour_on_every_sheet() -> None:
    """Under its name in the matrix, and as the colour of its name elsewhere."""
    book = opened(small())
    assert {cell.value: cell.border.bottom.color.rgb for cell in book["Positions"][1] if cell.value in ("Northland", "B")} == {
        "Northland": "FF2A78C8", "B": "FFC64E18",
    }  # fmt: skip
    assert {cell.value: cell.font.color.rgb for cell in column(book["Statements"], "Party")} == {"Northland": "FF2A78C8", "B": "FFC64E18"}


def test_a_text_longer_than_a_cell_is_cut_off_and_says_so() -> None:
    """Excel holds 32,767 letters in a cell and calls a file with more broken."""
    assert cut_off("x" * 32_767) == "x" * 32_767
    assert len(cut_off("x" * 32_768)) == 32_767
    assert cut_off("x" * 32_768).endswith("x… [cut off: the cell is full]")


@pytest.mark.parametrize("briefing", [shipped, many_tongues], ids=["shipped", "many tongues"])
def test_the_same_briefing_makes_the_same_file(briefing: Any) -> None:
    """No clock is in it: it says that it was made on the first day of 2000."""
    assert workbook(briefing()) == workbook(briefing())
    assert opened(briefing()).properties.created == datetime(2000, 1, 1)
