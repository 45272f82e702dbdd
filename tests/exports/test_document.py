"""The Word document, read back: the comparison table as negotiators know it, its footnotes, its languages, and what every page carries."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from parley.agendas import Agenda
from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.directions import unmarked
from parley.exports import word_front
from parley.exports.cited import Sources
from parley.exports.document import document
from parley.exports.shell import PLAIN, PROGRAM
from parley.telling.briefing import Briefing, brief
from parley.telling.evidence import words_of
from parley.telling.front import front, in_form
from parley.words import said_all, say
from tests.briefings import ARABIC, CHINESE, FRENCH, GERMAN, many_tongues, shipped
from tests.making import TODAY, dataset, issue, ladder, percent, statement

BRIEFINGS = {"shipped": shipped, "many tongues": many_tongues}


@cache
def made(which: str) -> bytes:
    return document(BRIEFINGS[which]())


def word(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def part(content: bytes, name: str) -> Any:
    with ZipFile(BytesIO(content)) as found:
        return etree.fromstring(found.read(name))


def table(content: bytes) -> list[list[str]]:
    """Return the words of the table, row by row."""
    return [[cell.text for cell in row.cells] for row in word(content).tables[-1].rows]


def notes(content: bytes) -> dict[int, str]:
    """Return the footnotes by number, their paragraphs one under the other."""
    found = {}
    for note in part(content, "word/footnotes.xml"):
        lines = ["".join(one.itertext()).strip() for one in note.findall(qn("w:p"))]
        found[int(note.get(qn("w:id")))] = "\n".join(lines)
    return found


def marked(cell: Any) -> list[int]:
    """Return the numbers of the footnotes to which a cell refers, by a mark of their own or by that of one that stands elsewhere."""
    marks = [int(one.get(qn("w:id"))) for one in cell.iter(qn("w:footnoteReference"))]
    return sorted(
        marks
        + [int(one.get(qn("w:instr")).split("note_")[1].split()[0]) for one in cell.iter(qn("w:fldSimple")) if "NOTEREF" in one.get(qn("w:instr"))]
    )


def listed(content: bytes) -> dict[str, str]:
    """Return by their ids the statements in the list at the end, with what stands there of each."""
    lines = [one.text for one in word(content).paragraphs]
    found = (re.match(r"\[([\w-]+)] (.*)", one) for one in lines[len(lines) - lines[::-1].index("Evidence") :])
    return {one[1]: one[2] for one in found if one}


def briefed(*said: Any, cut: Any = ALL_EVIDENCE, parties: int | None = None, **names: Any) -> Briefing:
    """Return a briefing on one quota in per cent, which `a` wants up and everyone else down."""
    ids = sorted({one["party"] for one in said} | {"a", "b"})
    data = dataset([issue(percent(), {one: "up" if one == "a" else "down" for one in ids})], said, names)
    return brief(data, None, data.negotiation.parties[:parties], TODAY, cut)


def cells(briefing: Briefing) -> list[list[tuple[str, str]]]:
    """Return heading and words of each line of each party on the first issue."""
    return [[(say(line.heading), say(line.told)) for line in cell.lines] for cell in briefing.issues[0].cells]


def test_the_table_has_a_row_for_each_issue_and_a_column_for_each_party() -> None:
    """Numbered as on the agenda, with what it means and room for the landing."""
    head, *rows = table(made("shipped"))
    assert head == ["No.", "Issue", "United States", "China", "European Union", "US business groups", "What does this mean?", "Landing"]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "7", "9", "11", "15"]
    assert rows[0][1] == "Trade deficit\nBy how much is the US trade deficit with China to shrink, and how firmly is that promised?"
    assert rows[8][1].startswith("Scope of the talks\n")


def test_a_cell_tells_demand_limit_and_offer_in_labelled_lines() -> None:
    """With tags and date; a missing part and a silent party are told in words; a condition stands with its offer."""
    _, harbour, quota = table(made("many tongues"))
    assert quota[2] == "Demand\n27 % (1 Mar 2025)\nStated limit\nat least 17 % (1 Mar 2025)\nBest offer\n24 % (1 Mar 2025)"
    assert quota[3] == (
        "Demand\n0 % (1 Mar 2025)\nStated limit  None in the sources held\nBest offer\n10 to 12 % (1 Mar 2025)\n"
        "Offer\n15 %, if the harbours open first (conditional; 1 Mar 2025)"
    )
    assert quota[4] == harbour[4] == "No statement on this issue in the sources held"


def test_the_fixed_sentences_tell_what_it_means() -> None:
    """What lies between the two, why it rests on an older word than the newest, then the question that is open."""
    assert table(made("shipped"))[1][6] == (
        "The US asks for US$200 bn, committed; the best China has put on the table is Public promise, no sum: 3 steps apart.\n"
        "The newest word by China is of Jan 2019; its offer of 19 May 2018 still counts, "
        "because it goes further than the newer one.\n"
        "Open: would the US take Indicative number, or less? It has stated no limit."
    )


def test_the_shareable_edition_has_no_landing_column() -> None:
    """Where a deal may land is ours to note; the columns end with what it means, and nothing tells of room for notes."""
    full = many_tongues()
    content = document(brief(full.dataset, full.agenda, full.parties, full.as_of, full.cut, full.since, is_shareable=True))
    head = [cell.text for cell in docx.Document(BytesIO(content)).tables[-1].rows[0].cells]
    assert head[-1] == "What does this mean?"
    whole = b"".join(ZipFile(BytesIO(content)).read(name) for name in ZipFile(BytesIO(content)).namelist() if name.endswith(".xml"))
    assert [one for one in (b"Landing", b"room for notes", b"left out") if one in whole] == []


def test_the_landing_column_is_empty() -> None:
    """It is filled in by hand."""
    assert {row[-1] for row in table(made("shipped"))[1:]} == {""}


def test_what_a_party_has_not_said_is_told_exactly() -> None:
    """Never said, said but not standing, said only under a condition, spoken without a position, and silent are five different things."""
    condition = {"type": "if", "says": "a leaves"}
    both = briefed(statement("a", "demand", 30, attribution="anonymous_official"), statement("a", "red_line", 17), statement("b", "demand", 0),
                   statement("b", "offer", 9, condition=condition), cut=ON_RECORD)  # fmt: skip
    assert cells(both) == [
        [("Demand", "None standing: 1 statement left out by the evidence shown"), ("Stated limit", "at least 17 %"), ("Best offer", "None in the sources held")],
        [("Demand", "0 %"), ("Stated limit", "None in the sources held"),
         ("Best offer", "None without a condition in the evidence shown"), ("Offer", "9 %, if a leaves")],
    ]  # fmt: skip
    spoken = briefed(statement("a", "rationale", {"not_placeable": "A reason."}), statement("c", "threat", 4))
    assert cells(spoken) == [
        [("", "No ask stated in 1 statement")],
        [("", "No statement on this issue in the sources held")],
        [("Threat", "4 %")],
    ]


def test_a_measure_in_force_holds() -> None:
    """It is not asked for."""
    assert ("Holds", "30 %") in cells(briefed(statement("a", "measure", 30)))[0]


def test_one_party_alone_has_no_gap() -> None:
    """Nothing is told of what lies between, and the table has one column for it."""
    content = document(briefed(statement("a", "demand", 30), parties=1))
    assert table(content)[1] == ["1", "Quota\nHow much?", "Demand\n30 % (1 Mar 2025)\nStated limit  None in the sources held\nBest offer  None in the sources held", "", ""]  # fmt: skip


def test_the_head_is_repeated_and_rows_stay_whole() -> None:
    """In the way Word knows; a row with its notes is torn apart only where it is higher than a page."""
    *_, table = part(made("shipped"), "word/document.xml").iter(qn("w:tbl"))
    rows = list(table.iter(qn("w:tr")))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True, *[False] * 9]
    assert [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows] == [True] * 10


def test_the_first_page_holds_lines_and_drawings() -> None:
    """Each line notes by number where it stands, each drawing has its words, and what is open beneath it; the comparison begins a page."""
    content = made("shipped")
    lines = [one for one in word(content).paragraphs if one.style.name == "List Bullet"]
    assert tuple(one.text for one in lines[:5]) == said_all(front(shipped()).told)
    assert notes(content)[1] == "Rests on [1] paragraphs 8, 9 and 13; [4] paragraphs 2, 5 and 6; [5] paragraphs 10 and 17."
    drawn = [[cell.text.split("\n") for cell in row.cells] for row in word(content).tables[0].rows]
    assert [[cell[0] for cell in row] for row in drawn] == [[say(one.heading) for one in shipped().issues[at : at + 2]] for at in (0, 2)]
    assert drawn[0][0][-1] == "Open: would the US take Indicative number, or less? It has stated no limit."
    alternatives = [one.get("descr") for one in part(content, "word/document.xml").iter(qn("wp:docPr"))]
    assert [one.split(":")[0] for one in alternatives] == [one.issue.name for one in shipped().issues[:4]]
    heads = [one for one in word(content).paragraphs if one.style.name == "Heading 1"]
    assert [(one.text, bool(one.paragraph_format.page_break_before)) for one in heads[:3]] == [
        ("In short", False),
        ("Contents", True),
        ("Nothing to compare", False),
    ]


def test_one_page_holds_no_more_than_finds_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lines without notes, drawings as wide as there is room for, the statements by id, and what is left out; under a long title fewer drawings."""
    monkeypatch.setattr(word_front, "LEAST_SCALE", 0.2)  # drawings of few dots, which are made at once
    briefing = in_form(shipped(), "one-page")
    made = word(document(briefing, PLAIN, "http://desk:8501"))
    assert [one.text for one in made.paragraphs if one.style.name.startswith("Heading")] == ["In short"]
    assert len(made.tables) == 1 and len(made.tables[0].rows) == 2
    last = ["".join(each.text or "" for each in one._p.iter(qn("w:t"))) for one in made.paragraphs][-2:]
    assert last[0].startswith("Evidence, by id: cn-hightech-ease-sales; us-hightech-added-curbs; ")
    assert last[1].startswith("Left out of this page: what the statements say") and last[1].endswith(" Take away, Whole. Live view")
    assert "footnoteReference" not in made.element.xml
    long = replace(briefing, agenda=briefing.agenda.model_copy(update={"title": "Talks on tariffs and technology " * 8}))
    fewer = word(document(long))
    assert len(fewer.tables[0].rows) == 1
    assert [one.text for one in fewer.paragraphs][-3] == (
        "No room here for the drawings of: Intellectual property and technology transfer; Market access to China."
    )


def test_the_contents_lead_to_bookmarks() -> None:
    """To the issues with nothing to compare, the table, each of its issues, what moved, the documents and the evidence; with pages as fields."""
    root = part(made("shipped"), "word/document.xml")
    anchors = [one.get(qn("w:anchor")) for one in root.iter(qn("w:hyperlink")) if one.get(qn("w:anchor"))]
    assert anchors == ["nothing", "comparison", *(f"issue_{number}" for number in (1, 2, 3, 4, 5, 7, 9, 11, 15)), "moved", "documents", "evidence"]
    held = [one.get(qn("w:name")) for one in root.iter(qn("w:bookmarkStart"))]
    assert set(anchors) <= set(held) and len(set(held)) == len(held)
    fields = [one.get(qn("w:instr")) for one in root.iter(qn("w:fldSimple"))]
    assert [one for one in fields if "PAGEREF" in one] == [f" PAGEREF {one} \\h " for one in anchors]


def test_issues_with_nothing_to_compare_are_a_line_each() -> None:
    """With what is held and a note to it; their statements stand in no row of the table."""
    lines = [one.text for one in word(made("shipped")).paragraphs]
    at = lines.index("Nothing to compare")
    assert lines[at + 2] == "6. Chinese retaliation. No evidence. China: Threat: Right to retaliate reserved (stale)"
    assert [one.split(". ")[0] for one in lines[at + 2 : at + 9]] == ["6", "8", "10", "12", "13", "14", "16"]


def test_every_line_of_a_party_carries_a_footnote_to_all_its_statements() -> None:
    """In short: the document and the place in it, each document named once, and the id; a line without a statement carries none."""
    content = made("shipped")
    row = word(content).tables[-1].rows[1]
    assert [marked(cell._tc) for cell in row.cells] == [[], [], [14], [15, 16, 17], [], [18], [], []]
    found = notes(content)
    assert found[14] == "[4] [Ross in Beijing for talks on the May promise], 2 Jun 2018, paragraph 5 [us-deficit-200-target]"
    assert found[16] == (
        "[4] [Ross in Beijing for talks on the May promise], 2 Jun 2018, paragraph 2 [cn-deficit-may-promise]; "
        "paragraph 5 [cn-deficit-significant-purchases]"
    )
    assert re.findall(r"\[([a-z][\w-]+)]", found[15]) == ["cn-deficit-resists-200"]
    for briefing, tables in ((one(), word(made(name)).tables[-1]) for name, one in BRIEFINGS.items()):
        for own, shown in zip(briefing.compared.issues, tables.rows[1:], strict=True):
            for told, cell in zip(own.cells, shown.cells[2:], strict=False):
                assert bool(marked(cell._tc)) == any(line.ids for line in told.lines)
                assert len(marked(cell._tc)) >= len([line for line in told.lines if line.ids])


def test_every_statement_behind_a_cell_or_a_movement_is_cited_in_full() -> None:
    """No id is lost on the way: each is named in a note, and its words stand once, in the list at the end, in the order of the ids."""
    briefing, content = shipped(), made("shipped")
    named = {key for one in notes(content).values() for key in re.findall(r"\[([a-z][\w-]+)]", one)}
    found = listed(content)
    assert list(found) == sorted(found)
    ids = {key for one in briefing.compared.issues for cell in one.cells for line in cell.lines for key in line.ids}
    ids |= {key for one in briefing.silent for _, line in one.held_in_short for key in line.ids}
    ids |= {key for one in briefing.issues if one.has_news for line in one.told("moved") for key in line.ids}
    assert len(ids) > 70 and ids <= named and named <= set(found)
    assert all(found[key].startswith(f"{say(words_of(briefing.dataset.statement(key), briefing.dataset))} – ") for key in found)
    assert found["eu-deal-hint"].startswith(
        "The EU hints that a new trade deal with Washington is possible once it is permanently exempted, if the US first grants a permanent exemption "
        "from the metals tariffs – European Union, according to the reporter, hint, before 2 May 2018; "
    )
    assert found["us-deficit-200-target"] == (
        "The US is said to press China to commit to a target: its yearly surplus to be US$200 bn smaller. – "
        "US administration, according to the reporter, 3 to 19 May 2018; [4] [Ross in Beijing for talks on the May promise], 2 Jun 2018, paragraph 5"
    )


def test_footnotes_are_what_word_asks_for() -> None:
    """The two separators and the notes from 1, each with its mark; a part, a relation, a content type, styles, and the setting."""
    content = made("shipped")
    root = part(content, "word/footnotes.xml")
    numbers = [int(one.get(qn("w:id"))) for one in root]
    assert numbers == list(range(-1, len(numbers) - 1))
    assert [one.get(qn("w:type")) for one in root][:3] == ["separator", "continuationSeparator", None]
    assert all(len(list(one.iter(qn("w:footnoteRef")))) == 1 for one in root[2:])
    referred = [int(one.get(qn("w:id"))) for one in part(content, "word/document.xml").iter(qn("w:footnoteReference"))]
    assert referred == numbers[2:]
    with ZipFile(BytesIO(content)) as found:
        types, relations, settings = (
            found.read(name).decode() for name in ("[Content_Types].xml", "word/_rels/document.xml.rels", "word/settings.xml")
        )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    assert f'PartName="/word/footnotes.xml" ContentType="{kind}"' in types
    assert 'relationships/footnotes" Target="footnotes.xml"' in relations
    assert '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' in re.sub(r"<w:footnotePr[^>]*>", "<w:footnotePr>", settings)
    styles = {one.get(qn("w:styleId")): one for one in part(content, "word/styles.xml").iter(qn("w:style"))}
    assert (styles["FootnoteText"].get(qn("w:type")), styles["FootnoteReference"].get(qn("w:type"))) == ("paragraph", "character")
    assert styles["FootnoteReference"].find(f".//{qn('w:vertAlign')}").get(qn("w:val")) == "superscript"


def test_every_style_that_is_used_is_there() -> None:
    """A style that the file does not hold would be dropped in silence."""
    content = made("many tongues")
    held = {one.get(qn("w:styleId")) for one in part(content, "word/styles.xml").iter(qn("w:style"))}
    used = {one.get(qn("w:val")) for name in ("document", "footnotes", "header1", "footer1")
            for tag in ("w:pStyle", "w:rStyle", "w:tblStyle") for one in part(content, f"word/{name}.xml").iter(qn(tag))}  # fmt: skip
    assert {"Cell", "CellHead", "PartLabel", "FootnoteText", "Heading1", "Title"} <= used
    assert used <= held


def test_the_title_block_says_what_when_and_for_whom() -> None:
    """Then the summary; headings are headings."""
    found = [(one.style.name, unmarked(one.text)) for one in word(made("many tongues")).paragraphs]
    assert found[:6] == [
        ("Title", f"Lage: {CHINESE}"),
        ("Subtitle", "Fjord talks"),
        ("Subtitle", FRENCH),
        ("Subtitle", "As of 31 Mar 2025 · All evidence"),
        ("Subtitle", f"Vertraulich {ARABIC}"),
        ("Heading 1", "In short"),
    ]
    assert [text for style, text in found if style.startswith("Heading")] == [
        "In short", "Comparison", "What moved since 1 Mar 2025", f"1. Häfen {CHINESE}", "2. Quota", "Documents used", "Evidence",
    ]  # fmt: skip


def test_an_evidence_cut_stands_beneath_the_title() -> None:
    """In bold, where it is not the default."""
    cut = word(document(briefed(statement("a", "demand", 30), cut=ON_RECORD)))
    bold = [run.text for one in cut.paragraphs for run in one.runs if run.style.name == "Strong"]
    assert bold == ["Evidence: on record only", "1. Quota. "]


def test_what_moved_is_told_issue_by_issue() -> None:
    """In the sentences of the briefing; issues without news are named in one line."""
    lines = [one.text for one in word(made("shipped")).paragraphs]
    at = lines.index("What moved since 2 Jun 2018 (Report of 2 June)")
    assert [one.rstrip(", ") for one in lines[at + 1 : at + 7]] == [
        "1. Trade deficit",
        "No position changed. The US and China: still 3 steps apart.",
        "Also said, changing no position: 1 offer.",
        "2. Made in China 2025",
        "US business groups took a position where none stood. The US and China: still 1 to 5 steps apart.",
        "New demand by US business groups: Alleged unfairness repaired (asked of the US).",
    ]
    (still,) = [one for one in lines if one.startswith("Nothing new was said on: ")]
    assert still == (
        "Nothing new was said on: 6. Chinese retaliation; 7. US steel and aluminium tariffs; 8. EU-US trade deal; "
        "9. High-technology exports to China; 10. Chinese investment in the US; 16. Link to security"
    )
    # What the table cites already is cited by the mark of its note there.
    marks = [(one.text, marked(one._p)) for one in word(made("shipped")).paragraphs[at + 2 : at + 4]]
    assert [numbers for _, numbers in marks] == [[14, 16], [17]]
    assert notes(made("shipped"))[17] == "[5] South China Morning Post, 23 Jan 2019, paragraph 9 [cn-deficit-purchases-2019]"
    assert not any("What moved" in one.text for one in word(document(briefed(statement("a", "demand", 30)))).paragraphs)


def test_the_documents_used_are_listed() -> None:
    """The oldest first, under the numbers by which the notes name them, with author, publication, date and kind."""
    lines = [one.text for one in word(made("shipped")).paragraphs]
    at = lines.index("Documents used", 20) + 1
    found = lines[at : lines.index("Evidence", at)]
    assert found == [f"[{one.number}] {one.words}" for one in Sources(shipped()).records()]
    assert len(found) == 5
    assert found[0] == (
        "[1] Keith Bradsher: China Is Set to Take a Hard Line on Trump's Trade Demands. The New York Times, 30 Apr 2018 (news report, date inferred)"
    )


def test_a_negotiation_of_which_nothing_is_held_is_told_as_such() -> None:
    """No note, no document, no table, and every party silent."""
    content = document(briefed())
    lines = [one.text for one in word(content).paragraphs]
    assert lines[-2:] == ["Documents used", "None"]
    assert "1. Quota. No evidence. Nothing said by the parties shown." in lines
    assert word(content).tables == []
    assert [one for one in notes(content) if one > 0] == []


def test_every_page_carries_handling_mark_foot_lines_and_page_number() -> None:
    """The mark above, the rest beneath; page numbers are fields."""
    content = made("many tongues")
    section, *others = word(content).sections
    assert all(one.header.is_linked_to_previous and one.footer.is_linked_to_previous for one in others)
    assert unmarked(section.header.paragraphs[0].text) == f"Vertraulich {ARABIC}\tLage: {CHINESE}"
    assert unmarked(section.footer.paragraphs[0].text) == (
        f"As of 31 Mar 2025 · All evidence · Fjord talks · Data version test · {PROGRAM} · Vertraulich {ARABIC} · "
        "Positions are what parties have said, not what they would settle for."
    )
    fields = [one.get(qn("w:instr")).strip() for one in part(content, "word/footer1.xml").iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert not section.different_first_page_header_footer


def test_the_page_is_landscape_a4_and_the_table_fills_it() -> None:
    """Also with many parties, whose letters are smaller."""
    sizes = {(round(one.page_width.mm), round(one.page_height.mm)) for one in word(made("shipped")).sections}
    assert sizes == {(297, 210)}
    many = document(briefed(*(statement(one, "demand", 9) for one in "abcdef")))
    sizes = [word(one).styles["Cell"].font.size.pt for one in (made("shipped"), many)]
    assert sizes == [8.5, 7]
    for content in (made("shipped"), many):
        *_, grid = part(content, "word/document.xml").iter(qn("w:tblGrid"))
        widths = [int(one.get(qn("w:w"))) for one in grid]
        assert round(sum(widths) / 1440 * 25.4) == 297 - 2 * 13


def test_right_to_left_is_marked_on_paragraphs_and_runs() -> None:
    """A paragraph that begins so is marked whole; inside another, only the stretch; nothing else is."""
    content = made("many tongues")
    runs = list(part(content, "word/document.xml").iter(qn("w:r")))
    marked_runs = {"".join(one.itertext()) for one in runs if one.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None}
    assert marked_runs == {ARABIC}
    assert all(ARABIC not in "".join(one.itertext()) or "".join(one.itertext()) == ARABIC for one in runs)
    paragraphs = [one for one in part(content, "word/document.xml").iter(qn("w:p")) if one.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None]
    assert ["".join(one.itertext()) for one in paragraphs] == [ARABIC]


def test_a_right_to_left_title_carries_its_signs_with_it() -> None:
    """A question mark at its end is marked as the letters are."""
    data = dataset([issue(ladder(3), {"a": "up"})], [statement("a", "demand", "r1")])
    agenda = Agenda.model_validate({"id": "one", "title": f"{ARABIC} 2025?", "items": [{"issue": "quota"}]})
    content = document(brief(data, agenda, data.negotiation.parties, TODAY, ALL_EVIDENCE))
    (title,) = [one for one in word(content).paragraphs if one.style.name == "Title"]
    assert title._p.pPr.find(qn("w:bidi")) is not None
    assert [(run.text, run.font.rtl) for run in title.runs] == [(ARABIC, True), (" 2025?", True)]


def test_every_language_has_its_letters() -> None:
    """English text, Chinese and Arabic fonts in every style with letters of its own; Chinese stretches say that they are."""
    content = made("many tongues")
    styles = part(content, "word/styles.xml")
    language = styles.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert [language.get(qn(f"w:{one}")) for one in ("val", "eastAsia", "bidi")] == ["en-GB", "zh-CN", "ar-SA"]
    fonts = {one.get(qn("w:styleId")): one.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") for one in styles.iter(qn("w:style"))}
    for name in ("Normal", "Title", "Heading1", "Cell"):
        assert [fonts[name].get(qn(f"w:{one}")) for one in ("ascii", "hAnsi", "eastAsia", "cs")] == ["Calibri", "Calibri", "Microsoft YaHei", "Arial"]
        assert not [key for key in fonts[name].attrib if "Theme" in key]
    text = "".join(part(content, "word/document.xml").itertext()) + "\n".join(notes(content).values())
    assert all(one in text for one in (CHINESE, GERMAN, FRENCH, ARABIC, "Between ten and twelve < & >."))
    for run in part(content, "word/document.xml").iter(qn("w:r")):
        if CHINESE in "".join(run.itertext()):
            assert run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:eastAsia")) == "zh-CN"


def test_the_table_says_in_words_what_it_holds() -> None:
    """For those who cannot see it."""
    first, properties = part(made("shipped"), "word/document.xml").iter(qn("w:tblPr"))
    assert first.find(qn("w:tblDescription")).get(qn("w:val")) == "The first issues, drawn, with what is open on each."
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == "US-China trade talks, 2018-19"
    assert properties.find(qn("w:tblDescription")).get(qn("w:val")).startswith("One row for each issue")


@pytest.mark.parametrize("which", BRIEFINGS)
def test_the_same_briefing_gives_the_same_bytes(which: str) -> None:
    """Every date in the file is fixed, and it names who it is by and what it is about."""
    content = made(which)
    assert document(BRIEFINGS[which]()) == content
    with ZipFile(BytesIO(content)) as found:
        assert {one.date_time for one in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert found.testzip() is None
        assert not [one for one in found.namelist() if "thumbnail" in one]
    about = word(content).core_properties
    assert about.created.replace(tzinfo=None) == about.modified.replace(tzinfo=None) == datetime(2000, 1, 1)
    briefing = BRIEFINGS[which]()
    assert (about.author, about.title, about.subject) == ("Parley", briefing.agenda.title, briefing.dataset.negotiation.title)
    assert about.comments == " · ".join(said_all(briefing.foot))


def test_ids_and_documents_lead_to_where_they_are_found() -> None:
    """The id of a statement to the dashboard, the record of a document to its address; without either the first
    leads to the list at the end, and the others are plain words."""
    data = briefed(statement("a", "demand", 30), statement("b", "offer", 9))
    found = [one.get(qn("w:instr")) for one in part(document(data, link="http://localhost:8501"), "word/footnotes.xml").iter(qn("w:fldSimple"))]
    way = "http://localhost:8501/issue?negotiation=fjords&as_of=2025-03-31&evidence=all&parties=a&parties=b&issue=quota&statement=s0"
    assert found[0] == f' HYPERLINK "{way}" '
    inside = [one.get(qn("w:instr")) for one in part(document(data), "word/footnotes.xml").iter(qn("w:fldSimple"))]
    assert inside == [' HYPERLINK \\l "statement_1" ', ' HYPERLINK \\l "statement_2" ']
    held = [one.get(qn("w:name")) for one in part(document(data), "word/document.xml").iter(qn("w:bookmarkStart"))]
    assert {"statement_1", "statement_2"} <= set(held)
    source = data.dataset.sources["gazette"].model_copy(update={"url": 'https://example.org/"talks"'})
    placed = replace(data, dataset=replace(data.dataset, sources={"gazette": source}))
    (address,) = [one.get(qn("w:instr")) for one in part(document(placed), "word/document.xml").iter(qn("w:fldSimple"))]
    assert address == ' HYPERLINK "https://example.org/%22talks%22" '
