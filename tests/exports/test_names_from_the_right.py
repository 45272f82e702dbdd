"""Names written from the right, and a name that would turn its sentence about: every format reads the sentence as it was made."""

from __future__ import annotations

from functools import cache
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from pypdf import PdfReader

from parley.analysis.evidence import ALL_EVIDENCE
from parley.directions import unmarked
from parley.exports.files import Maker, format_of
from parley.figures.issue_pictures import gap_picture_of, timeline_picture_of
from parley.figures.on_page import plotly_figure
from parley.figures.svg import svg_of
from parley.telling.briefing import Briefing, brief
from parley.views.deck import slide_data
from tests.making import TODAY, percent, quota, statement

ARABIC, TURNING = "هيئة", "Bay\u202e"
NAME, CLOSED = f"\u2068{ARABIC}\u2069", f"\u2068{TURNING}\u2069"
SENTENCE = f"{NAME} asks for 27 %; the best {CLOSED} has put on the table is 10 %: 17 points apart."
LABEL = f"{NAME} – {CLOSED}: 17 points apart"
TALKS = quota(
    percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), statement("b", "offer", 10),
    parties_as={"a": {"name": ARABIC, "short": ARABIC}, "b": {"name": TURNING, "short": TURNING}},
)  # fmt: skip


@cache
def briefed() -> Briefing:
    return brief(TALKS, None, TALKS.negotiation.parties, TODAY, ALL_EVIDENCE)


def made(ending: str) -> bytes:
    form = format_of(ending)
    assert form is not None
    return Maker(briefed(), TALKS).document(form)


def test_in_html() -> None:
    """In text and in drawings."""
    page = unescape(made("html").decode())
    assert SENTENCE in page
    assert f">{LABEL}</text>" in page


def test_in_svg() -> None:
    """In labels and in the words for those who cannot see it."""
    picture = gap_picture_of(briefed(), briefed().issues[0])
    assert picture is not None
    svg = svg_of(picture)
    assert f">{LABEL}</text>" in svg
    assert f"{NAME} (1 Mar 2025): demand 27 %" in svg


def test_in_the_deck_of_the_browser() -> None:
    """In the lines of steps, in the words of the drawing, and in its names, as the drawing has them on the overview."""
    shown = [slide_data(briefed(), one) for one in briefed().issues]
    told = [line["text"] for slide in shown for step in slide["steps"] for block in step["blocks"] for line in block["lines"]]
    assert SENTENCE in told
    for drawn in shown[0]["drawings"].values():
        assert f">{CLOSED}</text>" in drawn["svg"]
        assert f">{TURNING}</text>" not in drawn["svg"]
    assert f"{NAME}: asks 27 % (1 Mar 2025); {CLOSED}: offers 10 %" in shown[0]["alt"]


def test_in_the_charts_of_pages() -> None:
    """In labels."""
    texts = []
    for picture in (gap_picture_of(briefed(), briefed().issues[0]), timeline_picture_of(briefed(), briefed().issues[0])):
        assert picture is not None
        figure: Any = plotly_figure(picture, "#000000")
        texts.append([text for trace in figure["data"] if trace["mode"] == "text" for text in trace["text"]])
    assert LABEL in texts[0]
    assert f"{NAME} demand" in texts[1]
    assert CLOSED in texts[0]
    assert TURNING not in texts[0]


def test_on_paper_a_sentence_that_begins_with_an_arabic_name_is_read_from_the_left() -> None:
    """What is read back comes in the order of the sentence."""
    text = " ".join(unmarked("".join(page.extract_text() for page in PdfReader(BytesIO(made("pdf"))).pages)).split())
    assert "asks for 27 %; the best Bay has put on the table is 10 %: 17 points" in text
    assert "– Bay: 17 points apart" in text


def test_in_word_a_sentence_that_begins_with_an_arabic_name_is_read_from_the_left() -> None:
    """Only a name by itself is set from the right."""
    table = Document(BytesIO(made("docx"))).tables[-1]
    paragraphs = {one.text: bool(one._p.xpath("./w:pPr/w:bidi")) for row in table.rows for cell in row.cells for one in cell.paragraphs}
    assert {unmarked(text): is_reversed for text, is_reversed in paragraphs.items() if unmarked(text).startswith(ARABIC)} == {
        ARABIC: True, f"{ARABIC} asks for 27 %; the best Bay has put on the table is 10 %: 17 points apart.": False,
    }  # fmt: skip


def test_in_word_a_name_in_a_sentence_draws_nothing_to_itself() -> None:
    """It is isolated, and set from the right by itself; the marks stand outside its stretch."""
    paragraph = next(
        one for row in Document(BytesIO(made("docx"))).tables[-1].rows for cell in row.cells for one in cell.paragraphs if "best" in one.text
    )
    assert paragraph.text.startswith(SENTENCE)
    assert [(run.text, bool(run.font.rtl)) for run in paragraph.runs][:3] == [
        ("\u2068", False), (ARABIC, True), (SENTENCE.removeprefix(NAME[:-1]), False),
    ]  # fmt: skip


def test_on_slides_a_name_in_a_sentence_draws_nothing_to_itself() -> None:
    """In paragraphs, in tables and in the labels of drawings; a name by itself is set from the right, without marks."""
    texts = unescape("".join(part.decode() for part in _slides()))
    assert SENTENCE in texts
    assert f"<a:t>{LABEL}</a:t>" in texts
    assert f"<a:t>{ARABIC}</a:t>" in texts
    assert f"{TURNING}<" not in texts


def _slides() -> list[bytes]:
    with ZipFile(BytesIO(made("pptx"))) as deck:
        return [deck.read(name) for name in deck.namelist() if name.startswith("ppt/slides/") and name.endswith(".xml")]
