"""The check on finished files: it finds planted internal words, ids and numbers wherever they can be read, and nothing in clean files."""

from __future__ import annotations

import base64
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import pptx
import pytest
import typst
import xlsxwriter
from docx import Document
from PIL import Image, PngImagePlugin
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import Dataset, load
from parley.errors import LeakError
from parley.exports.document import document
from parley.exports.handout import handout
from parley.exports.leaks import Leak, LeakSearch
from parley.exports.slides import slides
from parley.exports.webpage import webpage
from parley.exports.workbook import workbook
from parley.fonts import font_folders
from parley.model import Statement
from parley.sharing import internal_statements, shareable
from parley.telling.briefing import Briefing, brief, last_edition
from tests.making import dataset, issue, percent, statement

ROOT = Path(__file__).resolve().parents[2]
SHARING = ROOT / "tests" / "data" / "sharing"
INSIDE, OUTSIDE = load(SHARING / "inside" / "straits"), load(SHARING / "outside" / "straits")

# What is planted, and what is found of it.
PLANTED = {
    "id": ("See lanyu-toll-backchannel.", "lanyu-toll-backchannel"),
    "id of a document": ("cf. kestrel-cable-2031-03, p. 2", "kestrel-cable-2031-03"),
    "id of an event": ("after the kestrel-supper", "kestrel-supper"),
    "run of words": ("It was over by the 26: on the parchment as the last.", "on the parchment as the"),
    "German": ("Und mit Bleistift an den Rand.", "mit bleistift an den rand"),
    "French": ("les pilotes craignent en sourdine", "les pilotes craignent en sourdine"),
    "single word": ("Over quinces, then.", "quinces"),
    "name": ("Regent Thessaly Marrowick was there.", "regent thessaly marrowick"),
    "speaker notes": ("Die Kerzenscheren!", "kerzenscheren"),
    "internal note": ("The Marzipan version", "marzipan"),
    "decimal": ("It is 23.75 now.", "23.75"),
    "decimal comma": ("Genau 23,750 und nicht mehr.", "23.75"),
    "thousands": ("Some 1,437.5 a ship", "1437.5"),
    "whole number with its unit": ("from 33 % up", "33 %"),
    "stretch": ("from 33 to 36 %", "33 %"),
}
ABROAD = {
    "Chinese": ("他说密使私下提出愿付的。", "密使私下提出愿付"),
    "Arabic": ("ثم وافق المبعوث ليلا على شيء", "وافق المبعوث ليلا على"),
    "Arabic digits": ("قال ٢٣٫٧٥ فقط", "23.75"),
}
CLEAN = "Veldmark asks for 32 %; page 33 of 41, 19 Mar 2031. 澜屿要求通行费不超过百分之四。 تسمح الهيئة بالرسو في العاصفة."


def of_pptx(text: str) -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = text
    return written(deck.save)


def of_docx(text: str) -> bytes:
    made = Document()
    made.add_paragraph(text)
    return written(made.save)


def of_xlsx(text: str) -> bytes:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held)
    book.add_worksheet("Positions").write_string(0, 0, text)
    book.close()
    return held.getvalue()


def of_pdf(text: str) -> bytes:
    source = '#set text(font: ("Fira Sans", "Noto Sans SC", "IBM Plex Sans Arabic"))\n#sys.inputs.text'
    return bytes(typst.compile(source.encode(), format="pdf", sys_inputs={"text": text}, font_paths=[str(one) for one in font_folders()]))


def of_png(text: str) -> bytes:
    held, about = io.BytesIO(), PngImagePlugin.PngInfo()
    about.add_itxt("Description", text, zip=True)
    Image.new("RGB", (2, 2)).save(held, "png", pnginfo=about)
    return held.getvalue()


def of_zip(text: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("deep/talks.docx", of_docx(text))
    return held.getvalue()


def written(save: Callable[[io.BytesIO], None]) -> bytes:
    held = io.BytesIO()
    save(held)
    return held.getvalue()


FORMATS: dict[str, Callable[[str], bytes]] = {
    "pptx": of_pptx,
    "docx": of_docx,
    "xlsx": of_xlsx,
    "pdf": of_pdf,
    "png": of_png,
    "zip": of_zip,
    "html": lambda text: f"<!doctype html><html><body><p>{escape(text)}<p>b</body></html>".encode(),
    "svg": lambda text: f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 23.75 9"><text x="23.75">{escape(text)}</text></svg>'.encode(),
    "csv": lambda text: f'issue,says\r\ntoll,"{text}"\r\n'.encode("utf-8-sig"),
    "json": lambda text: json.dumps({"rows": [{"says": text}]}).encode(),
}


@cache
def search() -> LeakSearch:
    """Return the search for what stays inside of the straits, made once for all files."""
    return LeakSearch(INSIDE)


def found_in(ending: str, data: bytes, of: LeakSearch | None = None) -> list[str]:
    return sorted({one.found for one in (of or search()).leaks_in(f"talks.{ending}", data)})


@pytest.mark.parametrize("ending", FORMATS)
def test_a_clean_file_gives_nothing_away(ending: str) -> None:
    """Not even where it names days, pages and places that are numbers of internal statements too."""
    assert search().leaks_in(f"talks.{ending}", FORMATS[ending](CLEAN)) == ()


@pytest.mark.parametrize("what", PLANTED)
def test_what_is_planted_is_found(what: str) -> None:
    """Ids, runs of words, names, single words and numbers, each by itself in the midst of other text."""
    text, found = PLANTED[what]
    assert found in found_in("csv", FORMATS["csv"](text))


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_planted_is_found_in_every_format(ending: str) -> None:
    """A file holds whatever is found under a name of its own, and another what would be found under the same."""
    first = {found: what for what, (_, found) in reversed(PLANTED.items())}
    for together in ({*first.values()}, {*PLANTED} - {*first.values()}):
        told = found_in(ending, FORMATS[ending]("\n".join(PLANTED[what][0] for what in PLANTED if what in together)))
        assert [what for what in together if PLANTED[what][1] not in told] == []


@pytest.mark.parametrize("ending", FORMATS)
def test_chinese_and_arabic_are_found(ending: str) -> None:
    """Four Chinese characters in a row count as four words do; a printed page may give Arabic words in either order."""
    told = found_in(ending, FORMATS[ending]("\n".join(text for text, _ in ABROAD.values())))
    lost = [found for _, found in ABROAD.values() if found not in told]
    assert lost == [] or (ending == "pdf" and {*lost[0].split()} & {*" ".join(told).split()} and not lost[1:])


def test_a_leak_says_what_was_found_of_what_and_where() -> None:
    """The words as they are compared, the statement they are taken from, and the part of the file."""
    found = search().leaks_in("talks.docx", of_docx("Kohlenschuten"))
    assert found == (Leak("internal statement 'lanyu-anchor-blockade'", "kohlenschuten", "talks.docx, word/document.xml"),)
    assert str(found[0]) == "“kohlenschuten” (internal statement 'lanyu-anchor-blockade') stands in talks.docx, word/document.xml."


def test_a_file_with_a_leak_is_refused_with_all_that_was_found() -> None:
    """The message says that nothing was written, what stands where, and how to mend it."""
    search().require_none_in("talks.csv", b"issue\r\ntoll\r\n")
    with pytest.raises(LeakError) as caught:
        search().require_none_in("talks.csv", b"saffron-draft-2031,23.75\r\n")
    assert str(caught.value).splitlines() == [
        "Nothing was written: the shareable edition 'talks.csv' would tell of what stays inside.",
        "  “saffron-draft-2031” (id of an internal document) stands in talks.csv.",
        "  “saffron draft” (internal document 'saffron-draft-2031') stands in talks.csv.",
        "  “saffron” (internal document 'saffron-draft-2031') stands in talks.csv.",
        "  “draft” (internal document 'saffron-draft-2031') stands in talks.csv.",
        "  “23.75” (internal statement 'lanyu-toll-backchannel') stands in talks.csv.",
        "Take it out of what may be shared, or mark that as internal too.",
    ]


def test_of_many_leaks_the_first_are_told() -> None:
    """And how many more there are."""
    with pytest.raises(LeakError, match=r"  And 9 more\.\n"):
        search().require_none_in("talks.csv", "\n".join(one.id for one in internal_statements(INSIDE)).encode())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("talks.svg", b"<svg><text>"),
        ("talks.pdf", b"%PDF-1.7\nnothing"),
        ("talks.docx", b"PK\x03\x04nothing"),
        ("talks.json", b"{"),
        ("talks.svg", b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg><text>&a;</text></svg>'),
    ],
)
def test_a_file_that_cannot_be_read_back_is_refused(name: str, data: bytes) -> None:
    """What cannot be checked is not handed out; an entity, which could grow without end, is never expanded."""
    with pytest.raises(LeakError, match=f"^Nothing was written: the shareable edition '{name}' could not be read back to check it. "):
        search().require_none_in(name, data)


def test_hidden_places_of_slides_are_read() -> None:
    """Speaker notes, alternative texts, properties, the numbers behind a chart, and a hidden slide."""
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide._element.set("show", "0")
    slide.notes_slide.notes_text_frame.text = "Ottoline"
    box = slide.shapes.add_textbox(0, 0, Cm(3), Cm(1))
    box._element.nvSpPr.cNvPr.set("descr", "Marrowick")
    first, second = (box.text_frame.paragraphs[0].add_run() for _ in range(2))
    first.text, second.text = "pencil", "led 26.5% on"
    chart = CategoryChartData()
    chart.categories = ["Veldmark"]
    chart.add_series("Offer", [41.5])
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Cm(5), Cm(5), chart)
    deck.core_properties.keywords = "escarbouche"
    found = search().leaks_in("talks.pptx", written(deck.save))
    where: dict[str, set[str]] = {}
    for one in found:
        where.setdefault(one.found, set()).add(re.sub(r"[0-9]+", "", one.where.removeprefix("talks.pptx, ")))
    assert where == {
        "ottoline": {"ppt/notesSlides/notesSlide.xml"},
        "marrowick": {"ppt/slides/slide.xml"},
        "pencilled": {"ppt/slides/slide.xml"},
        "pencilled 26 5 on": {"ppt/slides/slide.xml"},
        "26.5": {"ppt/slides/slide.xml"},
        "41.5": {"ppt/charts/chart.xml", "ppt/embeddings/Microsoft_Excel_Sheet.xlsx, xl/worksheets/sheet.xml"},
        "escarbouche": {"docProps/core.xml"},
    }


def test_hidden_places_of_documents_are_read() -> None:
    """Comments, headers, properties, picture texts and the picture's own texts."""
    made = Document()
    run = made.add_paragraph().add_run("Text")
    made.add_comment(run, "Pergament", author="Leopoldine", initials="LZ")
    made.sections[0].header.paragraphs[0].text = "Turmfalk"
    made.core_properties.category = "goblet"
    picture = made.add_picture(io.BytesIO(of_png("candied")))
    picture._inline.docPr.set("title", "quinces")
    assert found_in("docx", written(made.save)) == ["candied", "goblet", "leopoldine", "pergament", "quinces", "turmfalk"]


def test_hidden_places_of_workbooks_are_read() -> None:
    """Hidden sheets and columns, the names of sheets and ranges, comments, headers, properties, and numbers that are numbers."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held)
    sheet, hidden = book.add_worksheet("Lantern"), book.add_worksheet("Other")
    hidden.hide()
    hidden.write_number(3, 3, 23.75)
    hidden.write_number(4, 3, 33)
    sheet.set_column(5, 5, 3, None, {"hidden": True})
    sheet.write_string(0, 5, "Kelch")
    sheet.write_comment("B2", "Saffron", {"author": "Cinnabar"})
    sheet.set_header("&LQuinces")
    sheet.data_validation(0, 0, 0, 0, {"validate": "length", "criteria": ">", "value": 1, "input_title": "Goblet", "input_message": "Zwirnbaum"})
    book.define_name("Parchment", "=Other!$A$1")
    book.set_properties({"comments": "Conclave"})
    book.close()
    assert found_in("xlsx", held.getvalue()) == [
        "23.75", "cinnabar", "conclave", "goblet", "kelch", "lantern", "parchment", "quinces", "saffron", "zwirnbaum"
    ]  # fmt: skip


def test_hidden_places_of_pages_and_drawings_are_read() -> None:
    """Comments, attributes that hold words, scripts with their letters escaped, and pictures put into the page."""
    picture = base64.b64encode(of_png("candied")).decode()
    drawing = base64.b64encode(b"<svg><title>Goblet</title></svg>").decode()
    page = (
        f'<!-- Turmfalk --><meta name="description" content="Quinces"><p id="statement-veld-anchor-barter" aria-label="Kelch">x</p>'
        f'<script>const said = "\\u5bc6\\u4f7f\\u79c1\\u4e0b";</script><style>p {{ width: 23.75%; background: url(data:image/svg+xml;base64,{drawing}) }}</style>'
        f'<img alt="" src="data:image/png;base64,{picture}"><a href="https://example.org/?says=lanyu-toll%2Dbackchannel" style="left: 41.5%">y</a>'
    )
    found = ["candied", "goblet", "kelch", "lanyu-toll-backchannel", "quinces", "turmfalk", "veld-anchor-barter", "密使私下"]
    assert found_in("html", page.encode()) == found
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg"><desc>Ottoline</desc><!-- goblet --><g data-id="sable-toll-41"><path d="M 23.75 41.5"/></g></svg>'
    )
    assert found_in("svg", drawn.encode()) == ["goblet", "ottoline", "sable-toll-41"]


def test_the_outline_and_descriptions_of_a_printed_page_are_read() -> None:
    """What a reader's software shows or speaks and the page does not, and words that run over the end of a line."""
    source = (
        '#set document(title: "Quinces", author: "Leopoldine", keywords: ("goblet",))\n#set page(width: 3cm)\n#set text(lang: "de", hyphenate: true)\n'
        '#figure(rect(width: 1pt), alt: "Marrowick")\n#heading[Turmfalk] <saffron-draft-2031>\n#link(<saffron-draft-2031>)[y]\n'
        "Unterhändlergeschäftsträgerei Staatssekretärin Geschäftsträgerei\n"
    )
    found = found_in("pdf", bytes(typst.compile(source.encode(), format="pdf")))
    assert {"quinces", "leopoldine", "goblet", "marrowick", "turmfalk", "staatssekretärin", "geschäftsträgerei", "saffron-draft-2031"} <= {*found}


def test_the_names_of_a_file_and_of_its_members_are_read() -> None:
    """A name is seen by whoever gets the file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("bahra-toll-tenth.csv", "x")
    assert found_in("zip", held.getvalue()) == ["bahra-toll-tenth"]
    assert [one.where for one in search().leaks_in("quinces.csv", b"x")] == ["the file's name"]


def told(data: Dataset, text: str) -> list[str]:
    return found_in("txt", text.encode(), LeakSearch(data))


def small(*said: dict[str, object], **more: object) -> Dataset:
    return dataset([issue(percent(), {"a": "up", "b": "down"}, **more)], said)


def test_what_stands_in_the_shareable_material_gives_nothing_away() -> None:
    """Words, runs of words and numbers that everybody may read, whichever statement they come from; and the same with one word more does."""
    data = small(
        statement("a", "demand", 24.5, says="Herring for the northern fleet in winter."),
        statement("b", "demand", 12, says="Herring for the northern fleet yonder, and 24.5 of it.", internal=True, id="hush-hush"),
    )
    assert told(data, "Herring for the northern fleet; 24.5 %") == []
    found = told(data, "Herring for the northern fleet yonder; hush-hush-not; 12 %")
    assert found == ["12 %", "hush-hush", "the northern fleet yonder", "yonder"]


def test_what_parley_itself_puts_together_gives_nothing_away() -> None:
    """Where one value ends and the next begins, words may meet as they do in an internal text; a date and a count are such values."""
    data = small(
        statement("a", "demand", 24, says="Open the inner harbours"),
        statement("b", "demand", 12, says="The inner harbours, B has stated no limit on 3 Mar 2025.", internal=True, id="hush"),
    )
    assert told(data, "Open the inner harbours. B has stated no limit, 3 Mar 2025") == []


def test_what_the_catalogue_of_words_says_gives_nothing_away() -> None:
    """Its sentences stand in every edition; one word beside them does not."""
    data = small(
        statement("a", "demand", 24, says="Open the inner harbours"),
        statement("b", "demand", 12, says="The demand was said before, and published only later, quietly.", internal=True, id="hush"),
    )
    assert told(data, "The demand of B was said before, and published only later") == []
    assert told(data, "The demand of B was said before, and published only later, quietly")


def test_a_number_that_may_have_been_computed_gives_nothing_away() -> None:
    """Differences of places, one step short of a strict limit, and the marks of the scale; another number does."""
    said = [
        statement("a", "demand", "30.5"), statement("b", "red_line", {"at": "12", "strict": True}),
        *(statement("b", "offer", at, internal=True) for at in ("18.5", "11.9", "18.6", "10", "19.7")),
    ]  # fmt: skip
    assert told(small(*said), "18.5 11.9 18.6 10 % 19.7") == ["19.7"]


def test_a_whole_number_needs_its_unit() -> None:
    """Alone it may be a page, a day or a count; in another unit it is another number; and everybody may know it in that unit."""
    data = small(statement("a", "demand", 24), statement("b", "offer", 7, internal=True), statement("b", "offer", 9, internal=True, note="x"))
    assert told(data, "7 pages, 7 Mar 2025, 7 points, 17 %, 1.7 %, 7.") == []
    assert told(data, "7% and 9 to 13 %") == ["7 %", "9 %"]
    public = small(statement("a", "demand", 24, says="More than 7 % of it."), statement("b", "offer", 7, internal=True))
    assert told(public, "7 %") == []


def test_an_id_is_found_as_a_whole() -> None:
    """Not inside a longer one that may be shared, but behind a prefix; one that is an ordinary word, or very short, is not looked for."""
    said = [
        statement("a", "demand", 24, id="north-quota-40"),
        *(statement("b", "offer", 7, internal=True, id=one) for one in ("north-quota", "s1", "demand")),
    ]
    assert told(small(*said), "north-quota-40 s1 demand north-quotas") == []
    assert told(small(*said), '<a name="statement-north-quota">') == ["north-quota"]


MADE: dict[str, Callable[[Briefing], bytes]] = {
    "pptx": lambda found: slides(found),
    "docx": lambda found: document(found),
    "pdf": lambda found: handout(found),
    "xlsx": lambda found: workbook(found),
    "html": lambda found: webpage(found).encode(),
}


def straits(data: Dataset, *, is_shareable: bool) -> Briefing:
    parties = [data.negotiation.party_by_id[one] for one in data.negotiation.shown]
    return brief(data, data.agendas[0], parties, date(2031, 6, 30), ALL_EVIDENCE, date(2031, 3, 1), is_shareable=is_shareable)


@pytest.mark.parametrize("ending", MADE)
def test_every_format_of_the_shareable_edition_is_that_of_the_twin_and_has_no_leak(ending: str) -> None:
    """Byte for byte: not even the size, the order or a number inside a file depends on what stays inside."""
    inside, outside = (MADE[ending](straits(one, is_shareable=True)) for one in (INSIDE, OUTSIDE))
    assert inside == outside
    assert search().leaks_in(f"talks.{ending}", inside) == ()


@pytest.mark.parametrize("ending", MADE)
def test_every_format_of_the_full_edition_is_found_to_leak(ending: str) -> None:
    """So the check can fail: statements, handling mark and numbers are found."""
    found = found_in(ending, MADE[ending](straits(INSIDE, is_shareable=False)))
    assert {"verschlusssache turmfalk", "23.75", "26.5"} <= {*found}
    assert len(found) > 20


def told_by(one: Statement) -> str:
    return json.dumps(one.model_dump(mode="json", exclude={"supersedes", "repeats"}))


def test_a_third_of_the_shipped_statements_can_stay_inside_without_a_false_alarm() -> None:
    """Whichever they are, every format of the shareable edition is clean, once what names their ids stays inside too."""
    data = load(ROOT / "positions" / "us-china-trade")
    chance = random.Random(0)
    gone = {one.id for one in data.statements if chance.random() < 1 / 3}
    # Whatever names one of them in its own words stays inside too, and so on.
    while more := {one.id for one in data.statements if one.id not in gone and any(key in told_by(one) for key in gone)}:
        gone |= more
    marked = replace(data, statements=tuple(one.model_copy(update={"internal": one.id in gone}) for one in data.statements))
    days = shareable(marked).days
    parties = [data.negotiation.party_by_id[one] for one in data.negotiation.shown]
    found = brief(marked, None, parties, days[-1], ALL_EVIDENCE, last_edition(marked, days[-1]), is_shareable=True)
    inside = LeakSearch(marked)
    for ending, make in MADE.items():
        assert inside.leaks_in(f"talks.{ending}", make(found)) == ()


def test_a_shareable_note_that_names_an_internal_statement_is_found() -> None:
    """No code can know what such a note means to tell, so whoever marks the statement must look at the note."""
    said = [
        statement("a", "demand", 24, note="Softer than north-quota-secret."),
        statement("a", "demand", 30, id="north-quota-secret", internal=True),
    ]
    data = small(*said)
    found = brief(data, None, data.negotiation.parties, date(2025, 3, 31), ALL_EVIDENCE, is_shareable=True)
    with pytest.raises(LeakError, match=r"“north-quota-secret” \(id of an internal statement\) stands in talks.xlsx, xl/sharedStrings.xml\."):
        LeakSearch(data).require_none_in("talks.xlsx", workbook(found))
