"""The files that can be taken away: how they are called, that each is what its ending says, and that all tell the same."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from html.parser import HTMLParser
from typing import Any

import docx  # type: ignore[import-untyped]
import openpyxl  # type: ignore[import-untyped]
import pptx
import pypdf
import pytest
from PIL import Image

from parley import __version__
from parley.agendas import Agenda, AgendaItem
from parley.analysis.evidence import ALL_EVIDENCE
from parley.errors import Problem, WrongArgumentError
from parley.exports.contents import parts_of
from parley.exports.files import FIGURE_TYPES, FORMATS, TABLE_TYPES, Maker, file_name, format_of, formats_of, told_by
from parley.exports.leaks import LeakSearch
from parley.exports.shell import Shell
from parley.exports.table_list import TABLES
from parley.exports.webpage import css_text, webpage
from parley.exports.workbook import workbook
from parley.telling.briefing import brief
from parley.telling.front import FORMS, in_form
from parley.telling.gap import table_distance
from parley.telling.glance_answer import open_in_short
from parley.views.deck import slide_data
from parley.words import said_all, say
from tests.briefings import many_tongues, shipped
from tests.exports.test_handout import on_one_line
from tests.making import TODAY, dataset, issue, percent, quota, statement


@cache
def maker() -> Maker:
    return Maker(shipped(), shipped().dataset, "http://localhost:8501")


@cache
def document(ending: str) -> bytes:
    form = format_of(ending)
    assert form is not None
    return maker().document(form)


@cache
def read(ending: str) -> str:
    """Return the text of a document as a reader of such files has it."""
    return words(READ[ending](document(ending)))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def _slide_text(data: bytes) -> str:
    found = []
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        shapes: list[Any] = list(slide.shapes)
        found += [shape.text_frame.text for shape in shapes if shape.has_text_frame]
        found += [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def _document_text(data: bytes) -> str:
    read = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in read.paragraphs), *cells])


def _sheet_text(data: bytes) -> str:
    return "\n".join(
        str(cell) for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )


def _page_text(data: bytes) -> str:
    parser = _Text()
    parser.feed(data.decode())
    return " ".join(parser.parts)


READ: Mapping[str, Any] = {
    "pptx": _slide_text,
    "docx": _document_text,
    "pdf": lambda data: "\n".join(on_one_line(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages),
    "xlsx": _sheet_text,
    "html": _page_text,
}


def words(text: str) -> str:
    """Return a text without footnote numbers set high, soft breaks and double blanks, so that wrapped lines compare."""
    return re.sub(r"\s+", " ", re.sub("[\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u00ad]", "", text))


@pytest.mark.parametrize("ending", [one.ending for one in FORMATS])
def test_every_document_tells_the_same_distance_and_status_on_every_issue(ending: str) -> None:
    """The sentence that leads on each issue, with its number, stands word for word in each format, and the status beside it."""
    text = read(ending)
    if ending == "xlsx":
        wanted = [say(one.status) for one in shipped().issues]
    else:
        wanted = [say(told) for one in shipped().issues if one.row.gap and (told := table_distance(one.row.gap))]
        wanted += [say(one.settled or open_in_short(one.row)) for one in shipped().issues]
        assert sum("apart" in one for one in wanted) == 7
    assert [one for one in wanted if words(one) not in text] == []


@pytest.mark.parametrize("ending", [one.ending for one in FORMATS])
def test_every_document_carries_where_it_comes_from(ending: str) -> None:
    """As-of date, evidence cut, negotiation, data version and the standing line."""
    text = read(ending)
    if ending == "docx":
        text += words(" ".join(part.text for one in docx.Document(io.BytesIO(document(ending))).sections for part in one.footer.paragraphs))
    missing = [part for line in said_all(shipped().foot) for part in line.split(" · ") if words(part) not in text]
    assert missing == []


def lines_of(step: dict[str, Any]) -> list[dict[str, Any]]:
    return [line for block in step["blocks"] for line in block["lines"]]


def test_the_screen_shows_the_sentences_of_the_documents() -> None:
    """What is projected is in the slides, word for word: the room and the handout have the same figures."""
    slides = read("pptx")
    shown = [slide_data(shipped(), one) for one in shipped().compared.issues]
    gaps = [line["text"] for slide in shown for step in slide["steps"] if step["kind"] == "gap" for line in lines_of(step)]
    assert len(gaps) > 20
    assert [one for one in gaps if words(one) not in slides] == []


@pytest.mark.parametrize("form", [one for one in FORMATS if one.ending in ("xlsx", "html")], ids=lambda one: one.ending)
def test_the_same_briefing_gives_the_same_bytes(form: Any) -> None:
    """No clock and no chance is in a file; the others are made twice where each is looked at by itself."""
    assert form.make(many_tongues(), "") == form.make(many_tongues(), "")


def test_a_file_is_called_by_what_it_holds() -> None:
    """Negotiation, agenda, part, date and edition."""
    assert file_name(many_tongues(), "pptx") == "fjords-tongues-2025-03-31.pptx"
    assert file_name(many_tongues(), "csv", "gaps") == "fjords-tongues-gaps-2025-03-31.csv"
    assert TODAY.isoformat() == "2025-03-31"


def test_each_form_of_a_file_has_a_name_of_its_own() -> None:
    """Nobody saves one over the other; a single table or figure is the same in every form. Word and Excel are not made in each."""
    made = many_tongues()
    some = [*(in_form(made, form) for form in FORMS), replace(made, sections=frozenset({"summary", "sources"}))]
    parts = ["one-page", "four-pages", "short", "2-of-8-parts"]
    assert [file_name(one, "pdf") for one in some] == [f"fjords-tongues-{part}-2025-03-31.pdf" for part in parts]
    assert {file_name(one, "csv", "gaps") for one in some} == {"fjords-tongues-gaps-2025-03-31.csv"}
    offered = [" ".join(each.ending for each in formats_of(one)) for one in (made, *some)]
    assert offered == ["pptx docx pdf xlsx html", "pptx docx pdf html", "pptx pdf html", "pptx docx pdf html", "pptx docx pdf xlsx html"]


def test_the_name_of_a_file_on_some_issues_tells_how_many_of_all() -> None:
    """It is never called after all issues where it does not hold them."""
    made = many_tongues()
    picked = made.agenda.items[:1]
    on_some = [
        replace(made, agenda=made.agenda.model_copy(update={"id": one, "items": picked}), issues=made.issues[:1]) for one in ("all-issues", "tongues")
    ]
    assert [file_name(one, "pptx") for one in on_some] == ["fjords-1-of-2-issues-2025-03-31.pptx", "fjords-tongues-1-of-2-issues-2025-03-31.pptx"]


@pytest.mark.parametrize("ending", [one.ending for one in FORMATS])
def test_every_document_names_a_pair_compared_first_that_is_not_shown(ending: str) -> None:
    """On an issue on which two others are told of, and on one on which there is nothing to compare."""
    towards = {"a": "up", "b": "down", "c": "up"}
    issues = [{**issue(percent(), towards, headline=[one, "c"]), "id": name, "name": name.title()} for name, one in (("quota", "a"), ("ports", "b"))]
    said = [statement("a", "demand", 27), statement("b", "demand", 3), statement("b", "demand", 3, issue="ports")]
    data = dataset(issues, said)
    briefing = brief(data, None, data.negotiation.parties[:2], TODAY, ALL_EVIDENCE)
    form = format_of(ending)
    assert form is not None
    text = words(READ[ending](Maker(briefing, data).document(form))).replace("\u2060", "")
    assert ("A – C: not shown" in text, "B – C: not shown" in text) == (True, True)


def test_the_name_tells_of_internal_material() -> None:
    """Whoever attaches the file to a mail sees it; the shareable edition is called so whether or not anything was withheld."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), statement("b", "offer", 3, internal=True))
    full, shared = (brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE, is_shareable=which) for which in (False, True))
    assert file_name(full, "pdf") == "fjords-all-issues-2025-03-31-internal.pdf"
    assert file_name(shared, "pdf") == "fjords-all-issues-2025-03-01-shareable.pdf"


@pytest.mark.parametrize("ending", [*(one.ending for one in FORMATS), "svg", "csv", "json"])
def test_every_file_with_internal_material_says_so(ending: str) -> None:
    """In its foot or its last column; and where something is missing, that too."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), statement("b", "offer", 3, internal=True))
    data = replace(data, left_out=(Problem("fjords/b.yaml", 4, 2, "There is no source 'gone'."),))
    made = Maker(brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE), data)
    form = format_of(ending)
    if form is not None:
        content = made.document(form)
    else:
        content = made.figure(made.briefing.issues[0], "gap", ending) if ending == "svg" else made.table("gaps", ending)
    text = words(" ".join(part.words for part in parts_of(f"x.{ending}", content)))
    for told in (
        "Internal edition: made with statements, notes or documents that stay inside; not to be passed on.",
        "Incomplete or wrong: some entries of the files are left out or break a rule. See fjords/b.yaml:4.",
    ):
        assert told in text


def test_every_printed_page_with_internal_material_says_so() -> None:
    """Each sheet of the workbook and each sheet of the page in one file, beside the handling mark; and nothing of the shareable edition."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), statement("b", "offer", 3, internal=True))
    agenda = Agenda.model_validate({"id": "two", "title": "Two", "handling": "Desk only", "items": [{"issue": "quota"}]})
    full, shared = (brief(data, agenda, data.negotiation.parties, TODAY, ALL_EVIDENCE, is_shareable=which) for which in (False, True))
    book = openpyxl.load_workbook(io.BytesIO(workbook(full)))
    assert {sheet.oddFooter.left.text for sheet in book} == {"Internal edition: not to be passed on · Desk only"}
    assert f"@bottom-left {{ content: {css_text('Internal edition: not to be passed on · Desk only')}; }}" in webpage(full)
    assert webpage(full).count(">Internal edition: not to be passed on") == 2  # in the bar, and over the one issue
    assert "Internal edition" not in webpage(shared)
    assert {sheet.oddFooter.left.text for sheet in openpyxl.load_workbook(io.BytesIO(workbook(shared)))} == {"Desk only"}


def test_a_figure_says_by_itself_what_it_shows_and_what_it_is_made_of() -> None:
    """Name and question above, the foot beneath; as SVG in words, as PNG of the same shape."""
    issue = shipped().issues[0]
    svg = maker().figure(issue, "gap", "svg").decode()
    assert [
        one for one in (issue.issue.name, issue.issue.question, *said_all(shipped().foot)) if one.replace("'", "&#39;") not in svg and one not in svg
    ] == []
    drawn = Image.open(io.BytesIO(maker().figure(issue, "gap", "png")))
    width, height = (float(one) for one in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
    assert abs(drawn.width / drawn.height - width / height) < 0.01


def test_an_issue_without_positions_has_no_figure_and_says_so() -> None:
    """An empty scale would look like an answer."""
    silent = next(one for one in shipped().issues if not any(position.is_evidenced for position in one.row.positions))
    with pytest.raises(
        WrongArgumentError, match=f"^No position is evidenced on '{silent.issue.id}' on this date and evidence, so there is nothing to draw.$"
    ):
        maker().figure(silent, "gap", "svg")


@cache
def packed() -> tuple[list[tuple[str, int, int]], zipfile.ZipFile]:
    """Return everything in one archive, and what was told while it was made."""
    told: list[tuple[str, int, int]] = []
    shell = Shell(paper="letter", author="Unit B2", clock=lambda: datetime(2025, 4, 2, 9, 30))
    made = Maker(many_tongues(), many_tongues().dataset, shell=shell)
    return told, zipfile.ZipFile(io.BytesIO(made.pack(lambda *step: told.append(step))))


def test_the_properties_of_every_document_are_true() -> None:
    """Title, subject, author, when it was made, and the program, in the way of each format; the paper is that which was asked for."""
    briefing, archive = many_tongues(), packed()[1]
    found = {one.ending: archive.read(file_name(briefing, one.ending)) for one in FORMATS}
    title, subject, when = briefing.agenda.title, "Fjord talks", datetime(2025, 4, 2, 9, 30)
    for about in (pptx.Presentation(io.BytesIO(found["pptx"])).core_properties, docx.Document(io.BytesIO(found["docx"])).core_properties):
        told = (about.title, about.subject, about.author, about.last_modified_by, about.created.replace(tzinfo=None), about.language)
        assert told == (title, subject, "Unit B2", "Unit B2", when, "en-GB")
        assert about.modified == about.created
    sheet = openpyxl.load_workbook(io.BytesIO(found["xlsx"])).properties
    assert (sheet.title, sheet.subject, sheet.creator, sheet.created, sheet.modified) == (title, subject, "Unit B2", when, when)
    for ending in ("pptx", "docx", "xlsx"):
        assert f"<Application>Parley {__version__}</Application>" in zipfile.ZipFile(io.BytesIO(found[ending])).read("docProps/app.xml").decode()
    pdf = pypdf.PdfReader(io.BytesIO(found["pdf"]))
    assert pdf.metadata is not None
    section, page = docx.Document(io.BytesIO(found["docx"])).sections[0], pdf.pages[0].mediabox
    assert (round(section.page_width.pt), round(section.page_height.pt), round(page.width), round(page.height)) == (792, 612, 612, 792)
    told_by_pdf = [pdf.metadata[key] for key in ("/Title", "/Subject", "/Author", "/Keywords", "/CreationDate", "/ModDate")]
    assert told_by_pdf == [title, subject, "Unit B2", f"Parley {__version__}", *["D:20250402093000Z"] * 2]
    for name, content in (("generator", f"Parley {__version__}"), ("author", "Unit B2"), ("date", "2025-04-02T09:30:00Z")):
        assert f'<meta name="{name}" content="{content}">' in found["html"].decode()


def test_the_pack_holds_everything_and_tells_how_far_it_is() -> None:
    """Five documents, every table twice, each drawing twice; one name told for each, in order."""
    told, archive = packed()
    names = archive.namelist()
    assert [name for name, _, _ in told] == names
    assert [number for _, number, _ in told] == list(range(1, len(names) + 1))
    assert {total for _, _, total in told} == {len(names)} == {len(FORMATS) + len(TABLES) * len(TABLE_TYPES) + 2 * len(FIGURE_TYPES)}
    assert {archive.getinfo(one).date_time for one in names} == {(1980, 1, 1, 0, 0, 0)}
    rows = list(csv.DictReader(io.StringIO(archive.read("tables/gaps.csv").decode("utf-8-sig"))))
    assert json.loads(archive.read("tables/gaps.json"))["about"]["version"] == "test"
    assert len(rows) == 6


def test_a_speakers_note_may_say_what_the_slide_says() -> None:
    """It gives nothing away then; a word that stands only in the note does, where it comes into a file."""
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27), statement("b", "offer", 10))
    said = "A asks for 27 %; the best B has put on the table is 10 %: 17 points apart."
    items = [{"issue": "quota", "notes": f"{said} The workbook has the proof of it."}]
    agenda = Agenda.model_validate({"id": "x", "title": "Quota", "items": items})
    whole = replace(data, agendas=(agenda,))
    shared = brief(whole, agenda, data.negotiation.parties, TODAY, ALL_EVIDENCE, is_shareable=True)
    made = Maker(shared, whole)
    for form in FORMATS:
        assert made.document(form)
    told = told_by(shared)
    assert said in told
    assert LeakSearch(whole, told).leaks_in("x.csv", said.encode()) == ()
    assert LeakSearch(whole, told).leaks_in("x.csv", b"Bring the umbrella.") == ()
    secret = replace(data, agendas=(agenda.model_copy(update={"items": (AgendaItem(issue="quota", notes="Bring the umbrella."),)}),))
    assert [one.found for one in LeakSearch(secret, told).leaks_in("x.csv", b"Bring the umbrella.")] == ["bring", "umbrella"]
