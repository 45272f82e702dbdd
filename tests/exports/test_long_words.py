"""Words of two hundred letters without a blank, wherever a text may stand: they break, and nothing runs off a page, a cell or a drawing."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PageObject, PdfReader

from parley.agendas import Agenda
from parley.analysis.evidence import ALL_EVIDENCE
from parley.exports import webpage
from parley.exports.contents import parts_of
from parley.exports.files import Maker, format_of
from parley.figures.issue_pictures import gap_picture_of, timeline_picture_of
from parley.figures.lettering import shortened
from parley.telling.briefing import Briefing, brief
from tests.figures.picturing import meeting, outside
from tests.making import TODAY, dataset, issue, statement

A4 = (595.28, 841.89)
ASSETS = Path(webpage.__file__).parents[1] / "views" / "assets"


def long(letter: str) -> str:
    """Return a word of two hundred letters in which the tens can be counted."""
    return "".join(letter if number % 10 else letter.upper() for number in range(200))


@cache
def briefed() -> Briefing:
    """Return a briefing in which every name and text is one long word."""
    rungs = [{"id": f"r{number}", "name": long("rstuv"[number]), "means": long("m"), "why": long("w")} for number in range(5)]
    ladder = {**issue({"ladder": rungs}, {"a": "up", "b": "down"}), "name": long("i"), "question": long("q")}
    unit = {"quantity": {"unit": long("u"), "bottom": "0", "top": "50", "resolution": "0.1"}}
    quantity = {**issue(unit, {"a": "up", "b": "down"}), "id": "second"}
    said = [
        statement("a", "demand", "r4", says=long("x")), statement("a", "demand", "r3", says=long("x"), speaker="envoy"),
        statement("a", "red_line", "r2", says=long("y")), statement("b", "offer", "r1", says=long("z")),
        statement("b", "offer", "r2", says=long("z"), condition={"type": "if", "says": long("k")}), statement("b", "threat", "r0", says=long("t")),
        statement("a", "demand", "40", issue="second"), statement("b", "offer", "10", issue="second", said="2025-02-01"),
    ]  # fmt: skip
    names = {"a": {"name": long("a"), "short": long("c")}, "b": {"name": long("b"), "short": long("d")}}
    event = {"id": "e", "date": "2025-02-20", "what": long("e"), "source": "gazette"}
    data = dataset([ladder, quantity], said, names, events=[event])
    data = type(data)(data.negotiation, data.statements, {"gazette": data.sources["gazette"].model_copy(update={"title": long("g")})}, "test", {})
    agenda = Agenda.model_validate(
        {"id": "long", "title": long("l"), "audience": long("p"), "handling": long("h"),
         "items": [{"issue": "quota", "notes": long("n")}, {"issue": "second", "notes": long("n")}]}
    )  # fmt: skip
    return brief(data, agenda, data.negotiation.parties, TODAY, ALL_EVIDENCE, min(one.day for one in data.statements))


@cache
def made(ending: str) -> bytes:
    form = format_of(ending)
    assert form is not None
    return Maker(briefed(), briefed().dataset).document(form)


def test_a_drawing_keeps_every_word_on_its_sheet() -> None:
    """Positions and time, from a phone to a slide: legends and labels break or are cut off, and none meets another."""
    for one in briefed().issues:
        for width in (1120, 640, 350):
            for picture in (gap_picture_of(briefed(), one, width), timeline_picture_of(briefed(), one, width)):
                assert picture is not None
                assert (outside(picture), meeting(picture)) == ([], [])


def test_on_paper_no_letter_lies_off_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is copied or searched is the word itself, without letters that nobody sees."""
    edges: list[float] = []
    pages: list[str] = []
    extract = PageObject.extract_text

    def keep(text: str, matrix: list[float], place: list[float], _: Any, size: float) -> None:
        if text.strip():
            edges.append(place[4] * matrix[0] + matrix[4])

    def read(page: PageObject) -> str:
        pages.append(extract(page, visitor_text=keep))
        return pages[-1]

    # A page of single letters takes a second to be read, so it is looked at while the search for leaks reads it.
    monkeypatch.setattr(PageObject, "extract_text", read)
    parts = [part.words for part in parts_of("long.pdf", made("pdf")) if "page" in part.where]
    assert len(pages) == len(PdfReader(BytesIO(made("pdf"))).pages) == len(parts)
    assert max(edges) < A4[0]
    text = "".join(pages)
    assert not re.search("[\u200b\u00ad]", text)
    # No line is longer than a page holds in its smallest letters.
    assert max(len(line) for line in re.findall(r"[A-Za-z]+", text)) < 200
    words = "\n".join(parts)
    assert [letter for letter in "abgiklpqrstuvxyz" if long(letter) not in words] == []


def test_in_word_no_column_grows_with_its_words() -> None:
    """Every table has the widths it was given, in which Word breaks what is too long."""
    tables = Document(BytesIO(made("docx"))).tables
    layouts = [one._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) for one in tables]
    assert layouts == ["fixed"] * len(tables) != []


def test_on_slides_every_text_breaks_within_the_slide() -> None:
    """Texts break at the edge of their boxes, which lie on the slide as the drawings do."""
    deck = Presentation(BytesIO(made("pptx")))
    boxes = [shape for slide in deck.slides for shape in slide.shapes]
    assert all(shape.left >= 0 and shape.left + shape.width <= deck.slide_width for shape in boxes)
    assert all(shape.top >= 0 and shape.top + shape.height <= deck.slide_height for shape in boxes)
    texts = [shape for shape in boxes if shape.has_text_frame and shape.shape_type != MSO_SHAPE_TYPE.GROUP]
    assert [shape.name for shape in texts if shape.text_frame._txBody.bodyPr.get("wrap") == "none"] == []


def test_in_excel_cells_wrap_and_columns_stay_narrow() -> None:
    """The names of parties, which head columns, are broken like any other text."""
    book = openpyxl.load_workbook(BytesIO(made("xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and len(cell.value) >= 200]
    assert [cell.coordinate for cell in cells if not cell.alignment.wrap_text] == []
    assert book["About"].row_dimensions[2].height > 50
    assert max(one.width for sheet in book if sheet.title != "About" for one in sheet.column_dimensions.values()) <= 61
    assert {cell.row for cell in cells if cell.value == long("a")} >= {1}


def test_on_a_web_page_any_word_may_break() -> None:
    """The rule holds for the whole page, and for what is narrower than its words, too."""
    css = Path(webpage.__file__).with_name("webpage.css").read_text(encoding="utf-8")
    assert "body { margin: 0; overflow-wrap: break-word; }" in css
    # With "anywhere" a column that shares its room would be squeezed to single letters.
    assert "anywhere;" not in css + (ASSETS / "sheet.css").read_text(encoding="utf-8")
    assert css.replace(" ", "").replace("\n", "")[:400] in made("html").decode().replace(" ", "").replace("\n", "")


def test_a_mark_is_not_torn_from_its_letter() -> None:
    """Where a text is cut off."""
    assert shortened("ab\u0301cd", 3) == "a…"
    assert shortened("abc", 3) == "abc"
