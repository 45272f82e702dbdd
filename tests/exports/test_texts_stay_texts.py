"""Texts from the files in files to take away: never a link, never markup, never a formula."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports.files import Maker, format_of
from parley.telling.briefing import brief
from tests.making import TODAY, percent, quota, statement

EVIL, NAME, ISSUE = "https://evil.example/a www.evil.example b@evil.example", "<b>A</b> *x* [y](https://evil.example)", "=<img src=x>"
TALKS = quota(
    percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27, says=f"=1+1 {EVIL}"), statement("b", "offer", 10, says="@SUM(A1)", note="+1"),
    statement("b", "demand", 5, says="-2"), parties_as={"a": {"name": NAME, "short": NAME}, "b": {"name": f"+{EVIL}"}}, name=ISSUE, question=EVIL,
)  # fmt: skip


@cache
def made(ending: str) -> bytes:
    form = format_of(ending)
    assert form is not None
    return Maker(brief(TALKS, None, TALKS.negotiation.parties, TODAY, ALL_EVIDENCE), TALKS).document(form)


class Page(HTMLParser):
    """A page's elements and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_in_html_addresses_are_words_and_names_are_shown_as_they_are_written() -> None:
    """Every link leads into the page; no element is made of a text."""
    page = Page(made("html").decode())
    links = [attributes["href"] or "" for tag, attributes in page.found if tag == "a"]
    assert links
    assert [one for one in links if not one.startswith("#")] == []
    assert [tag for tag, _ in page.found if tag in ("b", "img", "em", "i")] == []
    for text in (EVIL, NAME, ISSUE, f"=1+1 {EVIL}"):
        assert text in page.words


def test_in_html_the_words_of_an_element_end_nothing() -> None:
    """A quotation mark in a name does not close the attribute that holds it."""
    talks = quota(percent(), {"a": "up"}, statement("a", "demand", 27, says='"><script>'), parties_as={"a": {"name": 'A" onload="x'}})
    form = format_of("html")
    assert form is not None
    page = Page(Maker(brief(talks, None, talks.negotiation.parties, TODAY, ALL_EVIDENCE), talks).document(form).decode())
    assert [attributes for _, attributes in page.found if "onload" in attributes] == []
    assert [tag for tag, _ in page.found].count("script") == 1
    assert 'A" onload="x' in page.words


@pytest.mark.parametrize("ending", ["pptx", "docx", "xlsx"])
def test_in_office_files_no_address_in_a_text_is_a_link(ending: str) -> None:
    """No relationship leads outside."""
    with zipfile.ZipFile(BytesIO(made(ending))) as held:
        relations = "".join(held.read(name).decode() for name in held.namelist() if name.endswith(".rels"))
        parts = "".join(held.read(name).decode("utf-8", "replace") for name in held.namelist() if name.endswith(".xml"))
    assert "evil.example" not in relations
    assert "evil.example" in parts


def test_in_word_slides_and_on_paper_names_stand_as_they_are_written() -> None:
    """Signs of markup are letters like any others."""
    cells = {cell.text for table in Document(BytesIO(made("docx"))).tables for row in table.rows for cell in row.cells}
    frames: Any = [shape for slide in Presentation(BytesIO(made("pptx"))).slides for shape in slide.shapes if shape.has_text_frame]
    paper = "".join(page.extract_text() for page in PdfReader(BytesIO(made("pdf"))).pages)
    assert any(NAME in one for one in cells)
    assert any(ISSUE in one.text_frame.text for one in frames)
    assert re.sub(r"\s", "", NAME) in re.sub(r"\s", "", paper)
    assert [annotation.get_object().get("/A", {}).get("/URI") for page in PdfReader(BytesIO(made("pdf"))).pages
            for annotation in page.get("/Annots", ()) if "/URI" in annotation.get_object().get("/A", {})] == []  # fmt: skip


def test_in_excel_a_text_like_a_formula_stays_a_text_when_it_is_edited() -> None:
    """Its cell bears the mark of a text; no other cell does, and none is a formula but where the reader puts parties elsewhere, without its words."""
    book = openpyxl.load_workbook(BytesIO(made("xlsx")))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = [cell for cell in found if cell.data_type == "f"]
    assert {cell.parent.title for cell in formulas} == {"What if"} and not any(EVIL in cell.value for cell in formulas)
    cells = [cell for cell in found if cell not in formulas]
    marked = {cell.value for cell in cells if cell.quotePrefix}
    assert {f"=1+1 {EVIL}", "@SUM(A1)", "-2", ISSUE, f"+{EVIL}"} <= marked
    assert {str(one)[:1] for one in marked} == set("=+-@")
    assert [cell.value for cell in cells if isinstance(cell.value, str) and cell.value[:1] in tuple("=+-@") and not cell.quotePrefix] == []
    assert [cell.value for cell in cells if isinstance(cell.value, int | float) and cell.quotePrefix] == []


def test_a_name_of_an_issue_is_no_markup_in_a_drawing() -> None:
    """An SVG file holds it as words."""
    svg = Maker(brief(TALKS, None, TALKS.negotiation.parties, TODAY, ALL_EVIDENCE), TALKS)
    text = svg.figure(svg.briefing.issues[0], "gap", "svg").decode()
    assert "=&lt;img src=x&gt;</text>" in text
    assert "<img" not in text
