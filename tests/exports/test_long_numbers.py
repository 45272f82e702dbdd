"""Long numbers: in groups of three digits wherever somebody reads them, in plain digits wherever a program does."""

from __future__ import annotations

import csv
import json
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports.files import Maker, format_of
from parley.exports.leaks import LeakSearch
from parley.exports.slide_text import plainly
from parley.figures.alternatives import gap_alt
from parley.figures.gap_geometry import gap_drawing
from parley.figures.issue_pictures import gap_picture_of, timeline_picture_of
from parley.figures.picture import Label, Picture
from parley.telling.briefing import Briefing, brief
from tests.making import TODAY, quota, statement

DONG = {"quantity": {"unit": "VND", "bottom": "0", "top": "900000000000000", "resolution": "0.01"}}
APART = "123\u202f456\u202f789\u202f012\u202f327.67 VND apart"
TICKS = [f"{number}00\u202f000\u202f000\u202f000\u202f000" for number in (2, 4, 6, 8)]
TALKS = quota(DONG, {"a": "up", "b": "down"}, statement("a", "demand", "123456789012345.67"), statement("b", "offer", "18"))


@cache
def briefed() -> Briefing:
    return brief(TALKS, None, TALKS.negotiation.parties, TODAY, ALL_EVIDENCE)


@cache
def made(ending: str) -> bytes:
    form = format_of(ending)
    assert form is not None
    return Maker(briefed(), TALKS).document(form)


def words(picture: Picture | None) -> list[str]:
    assert picture is not None
    return [item.text for item in picture.items if isinstance(item, Label)]


def test_drawings_mark_their_scale_in_groups() -> None:
    """Those of positions and of the time alike, and the strip of the gap beneath."""
    gap, time = words(gap_picture_of(briefed(), briefed().issues[0])), words(timeline_picture_of(briefed(), briefed().issues[0]))
    assert [one for one in gap if one in TICKS] == TICKS
    assert [one for one in time if one in TICKS] == TICKS
    assert "500\u202f000\u202f000\u202f000\u202f000" in time
    assert f"A – B: {APART}" in gap
    row = briefed().issues[0].row
    drawing = gap_drawing(row.gap, row.positions, TALKS.statement)
    assert "on a scale in VND from 0 to 900\u202f000\u202f000\u202f000\u202f000." in gap_alt(drawing, "")


def read_back(ending: str) -> str:
    data = BytesIO(made(ending))
    if ending == "pptx":
        return "\n".join(one.text_frame.text for slide in Presentation(data).slides for one in slide.shapes if one.has_text_frame)
    if ending == "docx":
        return "\n".join(cell.text for table in Document(data).tables for row in table.rows for cell in row.cells)
    if ending == "xlsx":
        return "\n".join(str(cell.value) for sheet in openpyxl.load_workbook(data) for row in sheet.iter_rows() for cell in row)
    return made(ending).decode()


@pytest.mark.parametrize("ending", ["pptx", "docx", "xlsx", "html"])
def test_documents_tell_the_distance_in_groups(ending: str) -> None:
    """The blank in a number is one at which no line breaks, and no layout makes a plain one of it."""
    assert APART in read_back(ending)


def test_on_paper_the_groups_stand_apart() -> None:
    """What reads a page back gives a plain blank for the narrow one."""
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(made("pdf"))).pages)
    assert APART.replace("\u202f", " ") in text.replace("\u202f", " ")


def test_programs_get_plain_digits() -> None:
    """In the columns of numbers of CSV and JSON."""
    table = Maker(briefed(), TALKS).table("gaps", "csv").decode("utf-8-sig")
    row = next(csv.DictReader(StringIO(table)))
    assert "123456789012327.67" in row.values()
    records = json.loads(Maker(briefed(), TALKS).table("gaps", "json"))
    assert "123456789012327.67" in json.dumps(records)
    assert "\u202f" not in "".join(one for one in row.values() if one.startswith("123"))


def test_a_number_in_a_cell_is_grouped_by_its_format() -> None:
    """It stays a number, and the column is wide enough for it."""
    talks = quota(DONG, {"a": "up", "b": "down"}, statement("a", "demand", "1200000.25"), statement("b", "offer", "2018"))
    form = format_of("xlsx")
    assert form is not None
    data = Maker(brief(talks, None, talks.negotiation.parties, TODAY, ALL_EVIDENCE), talks).document(form)
    sheet = openpyxl.load_workbook(BytesIO(data))["Gaps"]
    (cell,) = {one.value: one for one in sheet[2] if one.value == 1197982.25}.values()
    assert (cell.data_type, cell.number_format) == ("n", "#,##0.00")
    assert sheet.column_dimensions[cell.column_letter].width >= len("1,197,982.25") + 1


def test_a_line_of_a_slide_keeps_the_blank_of_a_number() -> None:
    """Other blanks are made one."""
    assert plainly("from  12\u202f000\nto 13\u202f000", 12).text == "from 12\u202f000 to 13\u202f000"


@pytest.mark.parametrize("blank", ["\u202f", "\u00a0", "\u2009", " ", ""])
def test_the_search_for_leaks_reads_a_number_however_it_is_grouped(tmp_path: Path, blank: str) -> None:
    """A whole number with its unit, and a decimal."""
    talks = quota(
        DONG, {"a": "up", "b": "down"}, statement("a", "demand", "20000000", internal=True), statement("b", "offer", "1234567.25", internal=True),
        statement("a", "red_line", "7"),
    )  # fmt: skip
    text = f"About {blank.join(('20', '000', '000'))} VND and {blank.join(('1', '234', '567.25'))}."
    search = LeakSearch(talks)
    assert sorted(one.found for one in search.leaks_in("talks.csv", text.encode())) == ["1234567.25", "20000000 vnd"]
    stretch = f"From {blank.join(('20', '000', '000'))} to {blank.join(('30', '000', '000.5'))} VND"
    assert [one.found for one in search.leaks_in("talks.csv", stretch.encode())] == ["20000000 vnd"]
