"""Text, HTML, Word and PDF read word for word into paragraphs: what a reader sees, in its order, and what the file says of itself."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
import pytest
import typst
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from parley.documents.blocks import Read
from parley.documents.reading import read_document

PAGE = b"""<?xml version="1.0"?><!-- made by hand --><!DOCTYPE html><html lang="en-GB"><head><title>Talks open - Gazette</title>
<meta property="og:title" content="Talks open"><meta property="article:published_time" content="2025-03-05T08:00:00Z">
<meta property="og:site_name" content="Fjord Gazette"><link rel="canonical" href="https://example.org/talks"><style>p {color: red}</style>
<script>document.write("<p>never</p>")</script></head><body><header><nav><a href="/">Home</a> <a href="/n">News</a></nav></header>
<main><article><h1>Talks <em>open</em></h1><header><p>By Kari Sund</p></header><p>The minister wants forty<br>per cent.<p>She said: &ldquo;No&nbsp;less&rdquo; &amp; left.
<div>Loose words<p>and a paragraph</p>go on</div><ul><li>One<li>Two</ul><p hidden>unseen</p><p style="display: none">unseen</p>
<p>First line<br><br>Second paragraph</p><table><tr><td>a<td>b</table></article></main><form>Your e-mail</form><footer>All rights reserved</footer></body></html>"""


def texts(read: Read, *, is_aside: bool = False) -> list[str]:
    return [one.text for one in read.blocks if one.is_aside == is_aside]


def word(*paragraphs: str, **about: Any) -> bytes:
    made = docx.Document()
    for name, value in about.items():
        setattr(made.core_properties, name, value)
    for one in paragraphs:
        made.add_paragraph(one)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def pdf(content: str) -> bytes:
    return bytes(typst.compile(content.encode()))


def test_a_web_page_is_read_as_one_sees_it() -> None:
    """No script and no style; menus, forms, heads and feet apart; what it says of itself beside it."""
    read = read_document(PAGE, "talks.html")
    assert texts(read) == [
        "Talks open", "By Kari Sund", "The minister wants forty per cent.", "She said: “No less” & left.", "Loose words", "and a paragraph", "go on",
        "One", "Two", "First line", "Second paragraph", "a", "b",
    ]  # fmt: skip
    assert texts(read, is_aside=True) == ["Home News", "Your e-mail", "All rights reserved"]
    assert [one.text for one in read.blocks if one.is_heading] == ["Talks open"]
    assert (read.format, read.title, read.language, read.dates, read.url, read.publication) == (
        "html", "Talks open", "en", ["2025-03-05"], "https://example.org/talks", "Fjord Gazette",
    )  # fmt: skip


@pytest.mark.parametrize("code", ["utf-8", "iso-8859-1", "utf-16"])
def test_a_web_page_says_in_which_code_it_is(code: str) -> None:
    """Letters are what its maker meant."""
    page = f'<html><head><meta charset="{code}"></head><body><p>Forty per cent of the sild \u00e5r\u00e6</p></body></html>'
    assert texts(read_document(page.encode(code), "p.html")) == ["Forty per cent of the sild \u00e5r\u00e6"]


def refer(paragraph: Any, kind: str, key: str) -> None:
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:{kind}Reference w:id="{key}"/></w:r>'))


def add_notes(made: Any, kind: str, own: dict[str, str]) -> None:
    """Add a part with notes as Word writes it, each paragraph of a note on a line."""
    one = kind.removesuffix("s")
    paragraphs = {key: "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n")) for key, text in own.items()}
    inside = "".join(f'<w:{one} w:id="{key}">{text}</w:{one}>' for key, text in paragraphs.items())
    type_ = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    part = Part(PackURI(f"/word/{kind}.xml"), type_, f"<w:{kind} {nsdecls('w')}>{inside}</w:{kind}>".encode(), made.part.package)
    made.part.relate_to(part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}")


def test_a_word_document_is_read_in_its_order() -> None:
    """Headings, paragraphs, rows of tables, and notes behind what refers to them; what was inserted is there, and what was deleted is not."""
    made = docx.Document()
    made.core_properties.title = "Draft treaty"
    made.core_properties.language = "en-GB"
    made.add_heading("Article 1", 1)
    paragraph = made.add_paragraph("The parties ")
    deleted = f'<w:del {nsdecls("w")} w:id="1" w:author="A"><w:r><w:delText>may</w:delText></w:r></w:del>'
    inserted = f'<w:ins {nsdecls("w")} w:id="2" w:author="A"><w:r><w:t>shall</w:t></w:r></w:ins>'
    moved = f'<w:moveFrom {nsdecls("w")} w:id="3" w:author="A"><w:r><w:t>gone</w:t></w:r></w:moveFrom>'
    for one in (deleted, inserted, moved):
        paragraph._p.append(parse_xml(one))
    paragraph.add_run(" land\therring.")
    table = made.add_table(2, 2)
    for place, text in enumerate(["Party", "Share", "Northland", "40 %"]):
        table.cell(place // 2, place % 2).text = text
    held_apart = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>In a field.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    made.element.body.insert(-1, parse_xml(held_apart))
    last = made.add_paragraph("In witness thereof.")
    made.sections[0].header.paragraphs[0].text = "Draft of the talks"
    made.sections[0].footer.paragraphs[0].text = "Confidential"
    refer(paragraph, "footnote", "2")
    refer(table.cell(1, 1).paragraphs[0], "footnote", "3")
    refer(last, "endnote", "2")
    paragraph._p.append(parse_xml(deleted.replace("<w:delText>may</w:delText>", '<w:footnoteReference w:id="4"/>')))
    notes = {"footnotes": {"0": "", "2": "Of the catch\nof 2024.", "3": "About.", "4": "Gone."}, "endnotes": {"2": "See the annex."}}
    for kind, own in notes.items():
        add_notes(made, kind, own)
    held = io.BytesIO()
    made.save(held)
    read = read_document(held.getvalue(), "draft.docx")
    assert texts(read) == [
        "Article 1", "The parties shall land herring.", "Footnote 1: Of the catch of 2024.", "Party | Share", "Northland | 40 %", "Footnote 2: About.",
        "In a field.", "In witness thereof.", "Endnote 1: See the annex.",
    ]  # fmt: skip
    assert texts(read, is_aside=True) == ["Draft of the talks", "Confidential"]
    assert [one.text for one in read.blocks if one.is_heading] == ["Article 1"]
    assert (read.format, read.title, read.language) == ("word", "Draft treaty", "en")


SENTENCE = "The minister of Northland told reporters that her country wants forty per cent of the herring catch and no less. "


def test_a_pdf_is_read_into_paragraphs_with_their_pages() -> None:
    """Lines are joined, a heading stands by itself, and what is printed on every page is apart."""
    pages = "\n#pagebreak()\n".join(f"= Part {name}\n{SENTENCE * 4}\n\n{SENTENCE}So she said in part {name}." for name in ("one", "two", "three"))
    content = f'#set document(title: "Report")\n#set page(header: [Draft of the talks], numbering: "1")\n#set text(hyphenate: false)\n{pages}'
    read = read_document(pdf(content), "report.pdf")
    assert texts(read) == [
        text for name in ("one", "two", "three") for text in (f"Part {name}", (SENTENCE * 4).strip(), f"{SENTENCE}So she said in part {name}.")
    ]
    assert [one.page for one in read.blocks if not one.is_aside] == ["1"] * 3 + ["2"] * 3 + ["3"] * 3
    assert texts(read, is_aside=True) == ["Draft of the talks", "1", "Draft of the talks", "2", "Draft of the talks", "3"]
    assert (read.format, read.title, read.language) == ("pdf", "Report", "en")


def test_a_sentence_goes_on_over_the_page_and_a_parted_word_is_made_whole() -> None:
    """It belongs to the page on which it began."""
    content = "#set page(height: 6cm)\n#set text(hyphenate: true)\n#set par(justify: true)\n" + SENTENCE * 6
    blocks = read_document(pdf(content), "long.pdf").blocks
    assert [(one.text, one.page) for one in blocks] == [((SENTENCE * 6).strip(), "1")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("One paragraph.\nAnother one.\n\nA third.\n", [(1, "One paragraph."), (2, "Another one."), (4, "A third.")]),
        ("\ufeffWith a mark\r\nand two lines\r\n", [(1, "With a mark"), (2, "and two lines")]),
        (
            "The minister of Northland told reporters that her country\nwants forty per cent of the herring catch, and that nego-\n"
            "tiations would go on.\n\nNobody asked her what would come of it if they did not,\nand she did not say.\n",
            [
                (0, "The minister of Northland told reporters that her country wants forty per cent of the herring catch, and that negotiations would go on."),
                (0, "Nobody asked her what would come of it if they did not, and she did not say."),
            ],
        ),
    ],
)  # fmt: skip
def test_a_text_keeps_its_lines_unless_they_were_broken_at_a_margin(content: str, expected: Sequence[tuple[int, str]]) -> None:
    """Whoever holds the text finds a line by its number."""
    assert [(one.line, one.text) for one in read_document(content.encode(), "t.txt").blocks] == expected


def test_a_text_that_quotes_a_tag_is_a_text() -> None:
    """Only what begins with one is a page."""
    assert read_document(b"He wrote <html> and <p>.", "t.txt").format == "text"
    assert texts(read_document(b"He wrote <html> and <p>.", "t.txt")) == ["He wrote <html> and <p>."]
