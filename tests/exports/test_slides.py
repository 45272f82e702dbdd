"""The deck, read back with python-pptx: native text, tables and shapes with the briefing's own words, and nothing over the edge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.opc.package import OpcPackage
from pptx.util import Pt

from parley.agendas import Agenda, agenda_of_first_group
from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.directions import unmarked
from parley.exports import slide_text
from parley.exports.shapes import draw
from parley.exports.shell import PROGRAM
from parley.exports.slide_text import Paragraph, Words, plainly, poured
from parley.exports.slide_ways import SIGN
from parley.exports.slides import slide_count, slides
from parley.figures.gap_geometry import gap_drawing
from parley.figures.gap_picture import GapSheet, gap_picture
from parley.figures.palette import party_colours
from parley.figures.picture import Box, Dot, Label, Layer, Line, Outline, Picture
from parley.figures.source_note import source_note
from parley.telling.briefing import Briefing, brief
from parley.telling.closing import open_questions
from parley.telling.front import Form, front, in_form
from parley.telling.position import missing_part
from parley.telling.said import said
from parley.words import said_all, say
from tests.briefings import ARABIC, CHINESE, FRENCH, GERMAN, many_tongues, shipped
from tests.making import TODAY, dataset, issue, ladder, statement

LINK = "http://localhost:8501"
CLAUSE = "the neighbouring coastal regions agree beforehand to open their harbours to every vessel of the fleet; "


@cache
def crowded() -> Briefing:
    """Return a briefing of eight parties on thirty issues, with long names and questions, many offers and very long conditions."""
    names = {f"p{number}": {"name": f"The United Coastal Regions of Area {number}", "short": f"Region {number}"} for number in range(8)}
    directions = {key: "up" if number % 2 else "down" for number, key in enumerate(names)}
    question, title = "How many vessels may enter which harbours on which days? " * 8, "Harbours, quays and moorings " * 8
    issues = [{**issue(ladder(6), directions), "id": f"i{number}", "name": f"Harbour {number}", "question": "Who?"} for number in range(29)]
    issues.insert(0, {**issue(ladder(6), directions), "id": "long", "name": title.strip(), "question": question.strip()})
    said = [statement(key, "demand", f"r{number % 6}", issue=f"i{at}") for number, key in enumerate(names) for at in range(4)]
    conditional = {"type": "if", "says": (CLAUSE * 16).strip()}
    said += [statement("p0", "offer", "r2", issue="long", condition=conditional), statement("p1", "demand", "r4", issue="long")]
    data = dataset(issues, said, names)
    agenda = Agenda.model_validate(
        {"id": "all", "title": title.strip(), "handling": "Limited", "items": [{"issue": one["id"], "notes": "First.\nThen."} for one in issues]}
    )
    return brief(data, agenda, data.negotiation.parties, TODAY, ON_RECORD, min(one.day for one in data.statements))


BRIEFINGS = {"shipped": shipped, "tongues": many_tongues, "crowded": crowded}
every_briefing = pytest.mark.parametrize("name", list(BRIEFINGS))


@cache
def _written(name: str, link: str) -> bytes:
    return slides(BRIEFINGS[name](), link)


@cache
def _deck(name: str, link: str) -> list[Any]:
    return list(Presentation(BytesIO(_written(name, link))).slides)


# A cache tells a value that is given from one that is left out, so neither of these is one.
def written(name: str, link: str = LINK) -> bytes:
    return _written(name, link)


def deck(name: str, link: str = LINK) -> list[Any]:
    return _deck(name, link)


@cache
def titles(name: str) -> list[str]:
    return [one.shapes.title.text_frame.text for one in deck(name)]


def flat(shapes: Any) -> Iterator[Any]:
    for one in shapes:
        yield one
        if one.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from flat(one.shapes)


def called(shape: Any) -> str:
    """Return how a shape is called, behind the sign that it is Parley's."""
    return str(shape.name).removeprefix("Parley: ")


def box(shape: Any) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of a shape: if it has its place from a layout, each of them is looked for there."""
    left, top = shape.left, shape.top
    return left, top, left + shape.width, top + shape.height


def frames(slide: Any) -> Iterator[Any]:
    """Yield every text frame of a slide, those of table cells too."""
    for one in flat(slide.shapes):
        if one.has_text_frame:
            yield one.text_frame
        if getattr(one, "has_table", False) and one.has_table:
            yield from (cell.text_frame for row in one.table.rows for cell in row.cells)


def bare(words: str) -> str:
    """Return words without the signs behind them that lead to statements."""
    return unmarked(words.replace(SIGN, ""))


def text(slide: Any) -> str:
    return bare("\n".join(one.text for one in frames(slide)))


def tables(slide: Any) -> list[list[list[str]]]:
    return [[[bare(cell.text) for cell in row.cells] for row in one.table.rows] for one in slide.shapes if one.has_table]


def notes(slide: Any) -> str:
    return str(slide.notes_slide.notes_text_frame.text)


def of_issue(name: str, number: int) -> list[Any]:
    """Return the slides of one issue, the drawn one first."""
    return [one for one, title in zip(deck(name), titles(name), strict=True) if title.startswith(f"{number}. ")]


def test_every_slide_has_a_title_of_its_own() -> None:
    """Title, what is read first, overview, then for each issue the drawing and the positions, those with nothing to compare, what is open, documents."""
    assert titles("tongues") == [
        f"Lage: {CHINESE}",
        "In short",
        "Overview",
        f"1. Häfen {CHINESE}: 2 steps apart",
        f"1. Häfen {CHINESE}: 2 steps apart, side by side",
        "2. Quota: 15 to 17 points apart",
        "2. Quota: 15 to 17 points apart, side by side",
        "What is open, and what comes next",
        "Documents used",
    ]
    assert titles("shipped")[:7] == [
        "US-China trade talks, 2018-19",
        "In short",
        "Overview (1 of 3)",
        "Overview (2 of 3)",
        "Overview (3 of 3)",
        "1. Trade deficit: 3 steps apart",
        "1. Trade deficit: 3 steps apart, side by side",
    ]
    assert titles("shipped")[-3:] == ["Nothing to compare", "What is open, and what comes next", "Documents used"]
    assert len(set(titles("shipped"))) == len(titles("shipped")) == 27


def test_how_many_slides_there_will_be_is_known_before_they_are_made() -> None:
    """Of every form, also where one slide goes on on others; the core issues in short are eight."""
    core = agenda_of_first_group(shipped().dataset.negotiation)
    whole = brief(shipped().dataset, core, shipped().parties, shipped().as_of, shipped().cut)
    assert [slide_count(one) for one in (in_form(whole, "short"), in_form(whole, "four-pages"), in_form(whole, "one-page"))] == [8, 4, 1]
    assert [slide_count(one) for one in (shipped(), many_tongues(), crowded())] == [len(titles(one)) for one in ("shipped", "tongues", "crowded")]
    short = [one.shapes.title.text_frame.text for one in Presentation(BytesIO(slides(in_form(whole, "short")))).slides]
    assert [short[0], short[1], short[2], *short[-2:]] == [
        "US-China trade talks, 2018-19", "In short", "1. Trade deficit: 3 steps apart", "What is open, and what comes next", "Documents used",
    ]  # fmt: skip


def test_the_last_slides_tell_what_is_open_on_each_issue_and_what_comes_next() -> None:
    """In the words of the issue's own slides, each under its number; where no event lies ahead, that is said."""
    asked = open_questions(shipped())
    whole = text(deck("shipped")[-2])
    assert len(asked) == 16
    for one, told in asked:
        assert f"{say(one.heading)}: {say(told)}" in whole
    assert "1. Trade deficit: Would the US take Indicative number, or less? It has stated no limit." in whole
    assert "Open:" not in whole
    assert "Next\nWashington round, 28 Jan to 3 Feb 2019\nTruce deadline, 1 Mar 2019" in whole
    assert "No event is known to lie ahead." in text(deck("tongues")[-2])


def test_the_title_slide_says_what_for_whom_and_as_of_when() -> None:
    """The agenda and the negotiation, the audience, date and evidence, the handling mark, and the issues with their numbers."""
    front = deck("tongues")[0]
    assert [unmarked(one.text_frame.text) for one in front.shapes if one.has_text_frame] == [
        f"Lage: {CHINESE}",
        f"Vertraulich {ARABIC}",
        f"Fjord talks\nFor: {FRENCH}\nAs of 31 Mar 2025 · All evidence\n"
        "As of 31 Mar 2025, 8 statements (8 of them demands, limits, offers or measures) from 1 document on 2 issues: 2 open.",
        f"1. Häfen {CHINESE}\n2. Quota",
        f"As of 31 Mar 2025 · All evidence · Fjord talks · Data version test · {PROGRAM} · Vertraulich {ARABIC}\n"
        "Positions are what parties have said, not what they would settle for.",
        "1",
    ]
    assert "30 issues: see the overview." in text(deck("crowded")[0])


def test_the_overview_is_one_native_table() -> None:
    """A row for every issue: the lines of each position, then status and distance."""
    assert tables(deck("tongues")[2]) == [
        [
            ["Issue", "北岸", "Südmark", "C", "Gap"],
            [
                f"1. Häfen {CHINESE}",
                "Asks: Rung 3 (1 Mar 2025)",
                "Offers: Rung 1 (20 Mar 2025)",
                "No evidence",
                "北岸 – Südmark: 2 steps apart\nOpen: would Nordküste 北岸 take Rung 1, or less? It has stated no limit.",
            ],
            [
                "2. Quota",
                "Asks: 27 % (1 Mar 2025)\nLimit: at least 17 % (1 Mar 2025)\nOffers: 24 % (1 Mar 2025)",
                "Asks: 0 % (1 Mar 2025)\nOffers: 10 to 12 % (1 Mar 2025)\nOffers: 15 %, if the harbours open first (conditional; 1 Mar 2025)",
                "No evidence",
                "北岸 – Südmark: 15 to 17 points apart\nOpen: would Südmark المواقف التفاوضية take 17 % or more? It has stated no limit.\nAt a price: 12 points apart, open (bridgeable or blocked)",
            ],
        ]
    ]


@every_briefing
def test_the_overview_goes_on_with_its_header_until_every_issue_is_told_for_every_party(name: str) -> None:
    """Each pair of issue and party is in one table, each table begins with the header, and its letters have at least 11 points."""
    briefing = BRIEFINGS[name]()
    found = set()
    for slide in deck(name):
        if slide.shapes.title.text_frame.text.startswith("Overview"):
            ((head, *rows),) = tables(slide)
            assert (head[0], head[-1]) == ("Issue", "Gap")
            found |= {(row[0].removesuffix(" (continued)"), party) for row in rows for party in head[1:-1]}
            assert min(run.font.size for one in frames(slide) if one.text in rows[0] for part in one.paragraphs for run in part.runs) >= Pt(11)
    assert found == {(f"{one.number}. {one.issue.name}", party.short) for one in briefing.compared.issues for party in briefing.parties}


def test_a_pair_that_stands_in_for_the_one_compared_first_follows_it() -> None:
    """The first pair's missing evidence stands before the distance of the other."""
    rows = [row for slide in deck("shipped")[2:5] for row in tables(slide)[0]]
    assert next(row[-1] for row in rows if row[0] == "4. Market access to China") == (
        "US – China: no ask stated\nChina – US business (asked of the US): 1 to 3 steps apart\nOpen: what does the US ask? No ask stated in the evidence shown.\n"
        "If what was hinted stands: 2 to 3 steps apart, open (bridgeable or blocked)"
    )


def test_positions_stand_side_by_side_in_their_own_words() -> None:
    """A column for every party; a row for demand, stated limit and best offer; what nobody said says so."""
    none = "None in the sources held"
    assert tables(of_issue("tongues", 2)[1]) == [
        [
            ["Position", "Nordküste 北岸", f"Südmark {ARABIC}", "Île-d’Été"],
            ["Demand", "27 % (1 Mar 2025)", "0 % (1 Mar 2025)", none],
            ["Stated limit", "at least 17 % (1 Mar 2025)", none, none],
            ["Best offer", "24 % (1 Mar 2025)", "10 to 12 % (1 Mar 2025)\n15 %, if the harbours open first (conditional; 1 Mar 2025)", none],
        ]
    ]
    assert tables(of_issue("shipped", 15)[1])[0][-1] == [
        "Also said",
        "No ask stated: 1 forecast or reading by others (22 Jan 2019)",
        "Last word: offers, extent not stated (before 23 Jan 2019)",
        "–",
        "No ask stated in 3 statements (23 Jan 2019)",
    ]


@pytest.mark.parametrize("name", ["shipped", "tongues"])
def test_every_line_of_every_position_is_in_its_cell(name: str) -> None:
    """Word for word, in the column of its party and the row of its part; what is missing is told as in the Word document."""
    briefing, rows = BRIEFINGS[name](), {"demand": 1, "limit": 2, "offer": 3}
    for one in briefing.compared.issues:
        (table,) = tables(of_issue(name, one.number)[1])
        for column, lines in enumerate(one.lines, 1):
            for part, row in rows.items():
                told = [say(line.with_aside) for line in lines if line.kind == part]
                missing = say(missing_part(part, lines, one.row.positions[column - 1], one.statements))
                assert table[row][column] == "\n".join([missing, *told] if missing else told)


@every_briefing
def test_no_sentence_is_lost(name: str) -> None:
    """What an issue means, what would change it and what moved stand on its slides, in whole, if need be on several."""
    for one in BRIEFINGS[name]().compared.issues:
        columns: dict[int, str] = {}
        for box in (box for slide in of_issue(name, one.number)[1:] for box in slide.shapes if box.has_text_frame):
            if box.is_placeholder or called(box) == "Handling mark":
                continue
            columns[box.left] = f"{columns.get(box.left, '')} {' '.join(box.text_frame.text.split())}"
        told = unmarked("\n".join(columns.values()))
        for step in one.presented:
            for line in step.lines if step.kind in ("gap", "change", "moved") else ():
                assert " ".join(say(line.told).split()) in told


def test_sentences_stand_under_their_headings() -> None:
    """The three headings, what moved with the day from which it is told."""
    boxes = [one.text_frame.text.split("\n")[0] for one in of_issue("shipped", 1)[1].shapes if one.has_text_frame]
    assert boxes[-5:-2] == ["What lies between", "What would change it", "What moved since 2 Jun 2018 (Report of 2 June)"]


def test_one_party_alone_has_its_positions_and_no_sentences() -> None:
    """Nothing lies between it and anyone, and without an earlier date nothing moved."""
    full = shipped()
    alone = brief(full.dataset, full.agenda, full.parties[:1], full.as_of, full.cut)
    made = list(Presentation(BytesIO(slides(alone))).slides)
    second = next(one for one in made if one.shapes.title.text_frame.text == "1. Trade deficit: side by side")
    assert [[row[0] for row in table] for table in tables(second)] == [["Position", "Demand", "Stated limit", "Best offer"]]
    assert [called(one) for one in second.shapes if one.has_text_frame and not one.is_placeholder] == []


def test_what_finds_no_room_goes_on_on_another_slide() -> None:
    """The table first, then the sentences; the conditions of the crowded briefing take several slides, and nothing is cut."""
    found = [one.shapes.title.text_frame.text for one in of_issue("crowded", 1)]
    assert [one[one.index("…") :] for one in found][:3] == [
        "…: no ask stated",
        "…: no ask stated, side by side",
        "…: no ask stated, side by side (continued)",
    ]
    assert len(set(found)) == len(found) > 4
    cells = " ".join(cell for slide in of_issue("crowded", 1) for table in tables(slide) for row in table for cell in row[1:] if "if the" in cell)
    assert cells.count("the neighbouring coastal regions") >= 1
    whole = " ".join(row[1] for slide in of_issue("crowded", 1) for table in tables(slide) for row in table if row[0].startswith("Best offer"))
    assert whole.count("open their harbours to every vessel of the fleet;") == 16


def test_what_is_cut_from_a_title_or_a_question_stands_whole_in_the_notes() -> None:
    """The notes say so, first."""
    first = of_issue("crowded", 1)[0]
    told = notes(first).splitlines()
    long = crowded().issues[0].issue
    assert told[:2] == [f"Title in full: 1. {long.name}: no ask stated", f"Question in full: {long.question}"]
    assert first.placeholders[10].text_frame.text.split("\n")[0].endswith("…")


@pytest.mark.parametrize("name", ["shipped", "tongues"])
def test_a_drawing_has_one_native_shape_for_each_item(name: str) -> None:
    """A named group for every layer of the picture, with words for those who cannot see it."""
    briefing = BRIEFINGS[name]()
    colours, drawn = party_colours(briefing.dataset.negotiation), 0
    for one in briefing.compared.issues:
        groups = [each for each in of_issue(name, one.number)[0].shapes if each.shape_type == MSO_SHAPE_TYPE.GROUP]
        drawing = gap_drawing(one.row.gap, one.row.positions, briefing.dataset.statement)
        note = source_note(say(briefing.dated), drawing.ids, briefing.dataset.statement)
        pictures = [gap_picture(drawing, colours, note, "", say(briefing.cut_note), wide) for wide in range(720, 1600, 40)]
        assert [len(each.shapes) for each in groups] in [[len(layer.items) for layer in picture.layers] for picture in pictures]
        assert all(each._element.nvGrpSpPr.cNvPr.get("descr") for each in groups)
        drawn += 1
    assert drawn


def test_many_parties_are_drawn_on_several_slides() -> None:
    """The pair compared first, with what lies between it; no letter of a drawing is smaller than 7 points."""
    found = [one for one in of_issue("crowded", 2) if "side by side" not in one.shapes.title.text_frame.text]
    named = [[called(each) for each in one.shapes if each.shape_type == MSO_SHAPE_TYPE.GROUP] for one in found]
    parties = [[name.removesuffix(": demand and offer") for name in names if "demand" in name] for names in named]
    assert parties == [["Region 0", "Region 1", "Region 2", "Region 3"], ["Region 4", "Region 5", "Region 6", "Region 7"]]
    assert ["Gap" in names for names in named] == [True, False]
    assert [one.shapes.title.text_frame.text for one in found] == [
        f"2. Harbour 0: Region 0 – Region 1 1 step apart{more}" for more in ("", " (continued)")
    ]
    sizes = [int(size) for one in found for size in one._element.xpath(".//p:grpSp//a:rPr/@sz")]
    assert min(sizes) >= 700


def test_each_drawing_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets of many widths are laid out, and only the one that is shown is drawn: as many as there are slides with a drawing."""
    drawn: list[float] = []
    draw_it = GapSheet.picture
    monkeypatch.setattr(GapSheet, "picture", lambda sheet, status: drawn.append(sheet.width) or draw_it(sheet, status))
    deck = Presentation(BytesIO(slides(replace(shipped(), sections=frozenset({"drawings"})))))
    shown = [one for one in deck.slides if any(each.shape_type == MSO_SHAPE_TYPE.GROUP for each in one.shapes)]
    assert len(drawn) == len(shown) > 0


def test_a_new_part_does_not_cost_a_look_at_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts of a deck are gone through as often for many slides as for few, and each has a name of its own."""
    looks: list[object] = []
    look = OpcPackage.iter_parts
    monkeypatch.setattr(OpcPackage, "iter_parts", lambda package: looks.append(package) or look(package))
    made = slides(crowded())
    names = ZipFile(BytesIO(made)).namelist()
    notes = [one for one in names if one.startswith("ppt/notesSlides/notesSlide")]
    assert len(notes) > 20 > 10 > len(looks)
    assert len(set(names)) == len(names)


def test_the_groups_are_named_for_what_they_show() -> None:
    """The scale, each party, the stated limits and the gap; their words are those of the briefing's steps."""
    groups = {called(one): one._element.nvGrpSpPr.cNvPr.get("descr") for one in of_issue("tongues", 2)[0].shapes if hasattr(one, "shapes")}
    assert list(groups) == ["Scale", "Legend", "北岸: demand and offer", "Südmark: demand and offer", "Stated limits", "Gap"]
    assert (
        groups["Südmark: demand and offer"]
        == f"Südmark {ARABIC}: Asks: 0 %. Offers: 10 to 12 %. Offers: 15 %, if the harbours open first (conditional)."
    )
    assert groups["Scale"].startswith("Positions on a scale in % from 0 to 50. 北岸 (1 Mar 2025): demand 27 %")


def test_each_kind_of_item_is_drawn_as_its_own_kind_of_shape() -> None:
    """Lines as connectors, marks as ovals, boxes as rectangles, hatched by a pattern, outlines as freeforms, labels as text."""
    items = (
        Line(0, 10, 20, 0, "#2A78C8", 2, (4, 4), 0.5),
        Dot(10, 10, 5, "#2A78C8"),
        Dot(10, 10, 5, "#2A78C8", "hollow"),
        Box(0, 0, 10, 5, "#2A78C8"),
        Box(0, 0, 10, 5, "#2A78C8", 0.5, is_hatched=True),
        Outline(((0, 0), (5, 5), (0, 10)), "#2A78C8", is_filled=True),
        Label(100, 50, ARABIC, 10, "end"),
        Label(0, 50, "< & >", 10),
    )
    made = Presentation()
    shapes = made.slides.add_slide(made.slide_layouts[6]).shapes
    draw(shapes, Picture(200, 100, (Layer("base", items),), "All"), 72, 36, 0.5, {"base": ("Scale", "A < & > “scale”")})
    (group,) = shapes
    line, solid, hollow, box, hatched, outline, arabic, label = (one._element for one in group.shapes)
    assert (line.tag.split("}")[1], line.spPr.find("{*}xfrm").get("flipV")) == ("cxnSp", "1")
    assert line.xpath(".//a:ds/@d") == ["200000"] and line.xpath(".//a:alpha/@val") == ["50000"]
    assert [one.xpath(".//a:prstGeom/@prst") for one in (solid, hollow, box, hatched)] == [["ellipse"], ["ellipse"], ["rect"], ["rect"]]
    assert [len(one.xpath("./p:spPr/a:solidFill")) for one in (solid, hollow)] == [1, 0]
    assert [len(one.xpath(".//a:custGeom//a:path")) for one in (outline,)] == [1]
    assert hatched.xpath(".//a:pattFill/@prst") == ["wdUpDiag"] and hatched.xpath(".//a:fgClr/a:srgbClr/@val") == ["93BAE0"]
    assert arabic.xpath(".//a:pPr/@rtl") == ["1"] and arabic.xpath(".//a:pPr/@algn") == ["r"] and arabic.xpath(".//a:rPr/@lang") == ["ar-SA"]
    assert label.xpath(".//a:t/text()") == ["< & >"] and label.xpath(".//a:rPr/@sz") == ["500"]
    assert (group.name, group._element.nvGrpSpPr.cNvPr.get("descr")) == ("Scale", "A < & > “scale”")
    assert (group.shapes[1].left, group.shapes[1].top, group.shapes[1].width) == (Pt(72 + 2.5), Pt(36 + 2.5), Pt(5))


def test_issues_with_nothing_to_compare_are_lines_of_one_list() -> None:
    """Each with what is held of it; its statements and the agenda's notes stand in the notes, and it has no slides of its own."""
    (found,) = [one for one, title in zip(deck("shipped"), titles("shipped"), strict=True) if title == "Nothing to compare"]
    (lines,) = [bare(one.text_frame.text).split("\n")[1:] for one in found.shapes if one.name == "Parley: Nothing to compare"]
    assert [one.split(". ")[0] for one in lines] == ["6", "8", "10", "12", "13", "14", "16"]
    assert lines[0] == "6. Chinese retaliation. No evidence. China: Threat: Right to retaliate reserved (stale)"
    assert [of_issue("shipped", number) for number in (6, 8, 10, 12, 13, 14, 16)] == [[]] * 7
    for one in shipped().silent:
        assert [each.id for each in one.statements if f"\n{each.id}: " not in f"\n{notes(found)}"] == []


@every_briefing
def test_the_notes_of_an_issue_hold_what_the_speaker_wants_and_every_statement(name: str) -> None:
    """On each of its slides: the agenda's notes, then every statement with its id."""
    for one in BRIEFINGS[name]().compared.issues:
        found = of_issue(name, one.number)
        assert len(found) >= 2
        for slide in found:
            told = notes(slide)
            assert [key for key in (each.id for each in one.statements) if f"\n{key}: " not in f"\n{told}"] == []
            assert one.notes in told


def test_a_statement_in_the_notes_is_cited() -> None:
    """Its id, what it says, who said it, on whose word, when, and where it stands; the speaker's own notes come first."""
    assert notes(of_issue("tongues", 1)[0]).splitlines() == [
        f"Zuerst {CHINESE}",
        "",
        "Statements on this issue:",
        f"s6: {CHINESE} - minister, on record, 1 Mar 2025; [1] Talks, 31 Mar 2025, paragraph 1",
        f"s7: {GERMAN} - minister, on record, 20 Mar 2025; [1] Talks, 31 Mar 2025, paragraph 1",
    ]


@every_briefing
def test_every_slide_has_the_foot_its_number_and_the_handling_mark(name: str) -> None:
    """The foot holds every line of the briefing's; the mark also stands above the title."""
    briefing = BRIEFINGS[name]()
    for number, slide in enumerate(deck(name), 1):
        foot = next(unmarked(one.text_frame.text) for one in slide.placeholders if one.placeholder_format.idx == 20)
        assert [line for line in said_all(briefing.foot) if line not in foot] == []
        assert next(one.text_frame.text for one in slide.placeholders if one.placeholder_format.idx == 21) == str(number)
        assert [unmarked(one.text_frame.text) for one in slide.shapes if called(one) == "Handling mark"] == (
            [briefing.handling] if briefing.handling else []
        )


def test_the_foot_says_which_edition_it_is() -> None:
    """On every slide; the shareable edition does not tell that anything was left out, and has no speaker's notes of the agenda."""
    full = many_tongues()
    shared = brief(full.dataset, full.agenda, full.parties, full.as_of, full.cut, full.since, is_shareable=True)
    found = list(Presentation(BytesIO(slides(shared))).slides)
    assert len(found) == 9
    assert all(say(said("shareable-edition")) in text(slide) for slide in found)
    assert not any("left out" in text(slide) for slide in found)
    assert not any("Zuerst" in notes(slide) for slide in found)
    internal = tuple(one.model_copy(update={"internal": one.id == "s0"}) for one in full.dataset.statements)
    inside = brief(replace(full.dataset, statements=internal), full.agenda, full.parties, full.as_of, full.cut, full.since)
    made = list(Presentation(BytesIO(slides(inside))).slides)
    assert len(made) == 9
    assert all(say(said("internal-edition")) in text(slide) for slide in made)


def test_a_title_of_one_very_long_word_is_cut_in_few_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    """As much of it is shown as fits; how often it is tried does not grow with the word."""
    word, tried = "Herring" * 600, []
    breaking = slide_text.lines_of

    def lines(text: str, *room: Any, **more: Any) -> tuple[str, ...]:
        tried.append(text)
        return breaking(text, *room, **more)

    monkeypatch.setattr(slide_text, "lines_of", lines)
    full = many_tongues()
    made = Presentation(BytesIO(slides(replace(full, agenda=full.agenda.model_copy(update={"title": word})))))
    title = made.slides[0].shapes.title.text_frame.text
    assert word.startswith(title.removesuffix("…"))
    assert 100 < len(title) < 400
    assert len([one for one in tried if one.endswith("…") and word.startswith(one[:-1])]) < 30
    assert notes(made.slides[0]).splitlines()[0] == f"Title in full: {word}"


def test_what_is_too_long_for_a_property_of_the_file_is_cut_there() -> None:
    """Such a property holds 255 letters at most; the title slide and its notes hold the whole."""
    full = many_tongues()
    found = Presentation(BytesIO(slides(replace(full, agenda=full.agenda.model_copy(update={"title": "Herring " * 60})))))
    assert found.core_properties.title == f"{'Herring ' * 31}Herrin…"
    assert notes(found.slides[0]).splitlines()[0] == f"Title in full: {('Herring ' * 60).strip()}"


def test_the_evidence_cut_is_told_on_every_slide_with_positions() -> None:
    """In bold beneath the title or above the drawing, where it is not the default."""
    full = many_tongues()
    narrow = brief(full.dataset, full.agenda, full.parties, full.as_of, ON_RECORD, full.since)
    assert narrow.cut_note
    found = list(Presentation(BytesIO(slides(narrow))).slides)
    assert all(say(narrow.cut_note) in text(slide) for slide in found)
    assert full.cut is ALL_EVIDENCE and not any(say(narrow.cut_note) in text(slide) for slide in deck("tongues"))


def test_issue_slides_lead_to_the_live_view() -> None:
    """To the issue as of the day; without an address there is no link, and no words for one."""
    found = of_issue("shipped", 2)
    addresses = [
        part.hyperlink.address
        for slide in found
        for one in frames(slide)
        for line in one.paragraphs
        for part in line.runs
        if part.text == "Live view"
    ]
    view = "negotiation=us-china-trade&as_of=2019-01-23&evidence=all&parties=us&parties=china&parties=eu&parties=business-groups"
    way = f"http://localhost:8501/issue?{view}&issue=made-in-china-2025"
    assert addresses == [way] * 2
    # What rests on statements leads to the newest of them: each line of a position, and every shape of a mark.
    ((table,),) = [[one.table for one in slide.shapes if one.has_table] for slide in found[1:]]
    (demand,) = table.cell(1, 4).text_frame.paragraphs
    sign = demand.runs[-1]
    assert (sign.text, sign.hyperlink.address) == (SIGN, f"{way}&statement=biz-mic-repair-unfairness")
    assert sign._r.rPr.hlinkClick.get("tooltip") == "biz-mic-repair-unfairness"
    told = [line for one in shipped().issues[1].cells for line in one.lines if line.ids]
    assert sum(cell.text.count(SIGN) for cell in table.iter_cells()) == len(told)
    party = next(one for one in found[0].shapes if "US business: demand and offer" in one.name)
    led = [one.click_action.hyperlink.address for one in flat(party.shapes) if not one._element.xpath("self::p:cxnSp")]
    assert f"{way}&statement=biz-mic-repair-unfairness" in led
    assert not any("Live view" in text(slide) for slide in deck("shipped")[:4])
    silent = ZipFile(BytesIO(written("shipped", "")))
    assert not any("Live view" in text(slide) for slide in deck("shipped", ""))
    assert not any(b"/relationships/hyperlink" in silent.read(one) for one in silent.namelist())


def test_every_tongue_is_kept_and_runs_its_own_way() -> None:
    """Paragraphs whose first letter is Arabic run from the right, and no others; each text has its language."""
    found = deck("tongues")
    told = "\n".join([*map(text, found), *map(notes, found)])
    assert all(one in told for one in (CHINESE, GERMAN, FRENCH, ARABIC, "Between ten and twelve < & >."))
    turned = set()
    for slide in found:
        for frame in (*frames(slide), slide.notes_slide.notes_text_frame):
            for line in frame.paragraphs:
                if line._p.pPr is not None and line._p.pPr.get("rtl") == "1":
                    turned.add(line.text)
    assert turned == {ARABIC}
    languages = {run.text: run._r.rPr.get("lang") for slide in found for frame in frames(slide) for line in frame.paragraphs for run in line.runs}
    assert (languages[f"Lage: {CHINESE}"], languages["北岸"]) == ("en-GB", "zh-CN")
    theme = ZipFile(BytesIO(written("tongues"))).read("ppt/theme/theme1.xml").decode()
    assert set(re.findall(r'<a:(latin|ea|cs) typeface="([^"]*)"', theme)) == {("latin", "Arial"), ("ea", "Microsoft YaHei"), ("cs", "Arial")}


@pytest.mark.parametrize("name", ["shipped", "tongues"])
def test_the_same_briefing_gives_the_same_bytes(name: str) -> None:
    """Without a clock: the files inside have one date, and the deck says it was made on 1 January 2000."""
    again = slides(BRIEFINGS[name](), LINK)
    assert again == written(name)
    assert {one.date_time for one in ZipFile(BytesIO(again)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = Presentation(BytesIO(again)).core_properties
    assert (about.author, about.last_modified_by, about.created.isoformat(), about.modified.isoformat()) == (
        "Parley",
        "Parley",
        *["2000-01-01T00:00:00"] * 2,
    )
    assert (about.title, about.language) == (BRIEFINGS[name]().agenda.title, "en-GB")


@every_briefing
def test_nothing_lies_outside_the_slide_and_nothing_is_a_picture(name: str) -> None:
    """Every shape is within 13.333 by 7.5 inches, and the file holds no image."""
    whole = Presentation(BytesIO(written(name)))
    assert (whole.slide_width, whole.slide_height) == (12192000, 6858000)
    for slide in whole.slides:
        for one in flat(slide.shapes):
            assert one.shape_type != MSO_SHAPE_TYPE.PICTURE
            left, top, right, bottom = box(one)
            assert left >= 0 and top >= 0
            assert right <= 12192000 and bottom <= 6858000, (slide.shapes.title.text_frame.text, one.name)
    assert not [one for one in ZipFile(BytesIO(written(name))).namelist() if re.search(r"media|\.(png|jpe?g|emf|bin)$", one)]


@every_briefing
def test_no_text_runs_over_its_box(name: str) -> None:
    """Measured with the fonts of the page: each box and each cell is as high as its lines, and every table ends above the foot."""
    for slide in deck(name):
        foot = next(one for one in slide.placeholders if one.placeholder_format.idx == 20)
        foot_top = foot.top
        for one in slide.shapes:
            if one.has_table:
                widths = [column.width for column in one.table.columns]
                for row in one.table.rows:
                    for cell, width in zip(row.cells, widths, strict=True):
                        assert set_height(cell.text_frame, width / Pt(1) - 12) + 8 <= row.height / Pt(1) + 0.1
                assert one.top + sum(row.height for row in one.table.rows) <= foot_top
            elif one.has_text_frame and one.text_frame.text and called(one) != "Slide number" and "Slide Number" not in called(one):
                margins = (one.text_frame.margin_left + one.text_frame.margin_right) / Pt(1) if called(one) == "Handling mark" else 0
                assert set_height(one.text_frame, one.width / Pt(1) - margins) <= one.height / Pt(1) + 0.1, (
                    slide.shapes.title.text_frame.text,
                    one.name,
                )
                assert one == foot or one.top + one.height <= foot_top or one.shape_id == foot.shape_id


def set_height(frame: Any, width: float) -> float:
    """Return how high the lines of a text frame are together, with the space between paragraphs."""
    lines = [
        Paragraph(tuple(Words(run.text, bool(run.font.bold)) for run in one.runs), one.runs[0].font.size.pt, one.space_after.pt)
        for one in frame.paragraphs
    ]
    return sum(one.height(width) for one in lines) - lines[-1].after


@every_briefing
def test_slides_are_read_out_in_their_order(name: str) -> None:
    """The title first, then the handling mark, at the end the foot and the number; what is no text has words of its own."""
    for slide in deck(name):
        found = [one for one in slide.shapes]
        assert found[0] == slide.shapes.title
        assert [called(one) for one in found[-2:]] == ["Foot", "Slide number"]
        assert called(found[1]) == "Handling mark" or "Handling mark" not in map(called, found)
        assert not [called(one) for one in found if not one.has_text_frame and not one._element._nvXxPr.cNvPr.get("descr")]


@every_briefing
def test_shapes_do_not_lie_on_each_other(name: str) -> None:
    """Title, mark, line, drawing, table, columns and foot each have a place of their own."""
    for slide in deck(name):
        boxes = [(one.name, *box(one)) for one in slide.shapes if one.shape_type != MSO_SHAPE_TYPE.GROUP]
        for at, one in enumerate(boxes):
            for other in boxes[at + 1 :]:
                over = min(one[3], other[3]) - max(one[1], other[1]), min(one[4], other[4]) - max(one[2], other[2])
                assert min(over) <= Pt(1), (slide.shapes.title.text_frame.text, one[0], other[0])


def test_tables_have_a_style_of_their_own() -> None:
    """Not the banded default; the style is part of the file."""
    styles = ZipFile(BytesIO(written("tongues"))).read("ppt/tableStyles.xml").decode()
    (used,) = {key for slide in deck("tongues") for key in slide._element.xpath(".//a:tableStyleId/text()")}
    assert f'styleId="{used}" styleName="Parley"' in styles
    assert not any(one.table.horz_banding for slide in deck("tongues") for one in slide.shapes if one.has_table)


def test_a_paragraph_is_split_between_lines_and_nothing_of_it_is_lost() -> None:
    """The head takes as many lines as fit, and keeps the look of its words; the rest goes on where it stopped."""
    long = Paragraph((Words("First, the harbours. ", is_bold=True), Words("Then the quays, and the moorings.")), 10, 0)
    head, rest = long.split(60, 24)
    assert rest is not None
    assert len(head.lines(60)) == 2
    assert f"{head.text} {rest.text}" == long.text
    assert head.words[0].is_bold and not rest.words[-1].is_bold
    assert poured([plainly("One.", 10), plainly("Two.", 10)], 60, 12)[1] == [plainly("Two.", 10)]


def test_one_party_alone_has_no_gap() -> None:
    """The overview says so, and the slides of the issue tell its position."""
    full = many_tongues()
    alone = brief(full.dataset, full.agenda, full.parties[:1], full.as_of, full.cut, full.since)
    found = list(Presentation(BytesIO(slides(replace(alone)))).slides)
    assert tables(found[2])[0][2][-1] == "One party only"
    assert tables(found[6])[0][1] == ["Demand", "27 % (1 Mar 2025)"]


def test_what_is_read_first_is_one_slide() -> None:
    """The date, the lines, then each issue drawn with its name and what is open; the statements behind it all stand in the notes."""
    found = deck("shipped")[1]
    assert text(found).split("\n")[1:4] == ["As of 23 Jan 2019 · All evidence", *said_all(front(shipped()).told[:2])]
    groups = [one for one in found.shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert [one.name for one in groups] == [f"Parley: {say(one.heading)}" for one in shipped().issues[:4]]
    assert groups[0]._element.nvGrpSpPr.cNvPr.get("descr").startswith("Trade deficit: US: asks US$200 bn, committed")
    assert "Open: would the US take Indicative number, or less? It has stated no limit." in text(found)
    assert "\nus-deficit-200-target: " in notes(found)
    assert min(int(size) for size in found._element.xpath(".//p:grpSp//a:rPr/@sz")) >= 800


def test_a_deck_can_be_one_slide_or_four() -> None:
    """The one that is read first, under the agenda's title; or the four issues drawn there, a slide each."""

    def made(form: Form) -> list[str]:
        return [one.shapes.title.text_frame.text for one in Presentation(BytesIO(slides(in_form(shipped(), form)))).slides]

    assert made("one-page") == ["US-China trade talks, 2018-19"]
    assert made("four-pages") == [
        "1. Trade deficit: 3 steps apart",
        "2. Made in China 2025: 1 to 5 steps apart",
        "3. Intellectual property and technology transfer: China – US business 2 steps apart by a hint",
        "4. Market access to China: China – US business 1 to 3 steps apart",
    ]


def test_the_list_of_issues_leads_to_their_slides() -> None:
    """Each to its first; those with nothing to compare to their list."""
    places = [one for one in deck("shipped")[0].placeholders if one.placeholder_format.idx == 21 - 10]
    led = [line.runs[0]._r.xpath("./a:rPr/a:hlinkClick/@r:id") for line in places[0].text_frame.paragraphs]
    part = deck("shipped")[0].part
    targets = [part.related_part(key[0]).slide.shapes.title.text_frame.text for key in led]
    assert targets[:2] == ["1. Trade deficit: 3 steps apart", "2. Made in China 2025: 1 to 5 steps apart"] and targets[5] == "Nothing to compare"
    assert len(targets) == 16
