"""The handout, read back: its sentences and numbers, its tags, its languages, and what every page carries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfua
import pikepdf
import pytest
from pypdf import PdfReader
from pypdf._text_extraction import mult
from pypdf.generic import ContentStream

from parley.agendas import Agenda
from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.exports.cited import Sources
from parley.exports.handout import TEMPLATE, handout
from parley.exports.shell import Shell
from parley.telling.briefing import SECTIONS, BriefedIssue, Briefing, brief
from parley.telling.front import front, in_form
from parley.telling.issue import BlockKind, BlockLine
from parley.words import said_all, say
from tests.briefings import ARABIC, CHINESE, FRENCH, GERMAN, many_tongues, shipped
from tests.making import TODAY, dataset, issue, ladder, percent, quota, statement

BENEATH: tuple[BlockKind, ...] = ("gap", "voices", "change", "moved")
BRIEFINGS = {"shipped": shipped, "many tongues": many_tongues}
WITHOUT_SUMMARY = frozenset(SECTIONS) - {"summary"}


@cache
def made(which: str) -> bytes:
    return handout(BRIEFINGS[which]() if which in BRIEFINGS else replace(shipped(), sections=WITHOUT_SUMMARY))


@cache
def pages(content: bytes) -> tuple[str, ...]:
    """Return the text of each page on one line, without the marks that only keep words together; a line may end behind a hyphen."""
    found = (page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return tuple(" ".join(on_one_line(one.replace("\u2060", "").replace("\xa0", " ")).split()) for one in found)


def on_one_line(read: str) -> str:
    """Return what was read of a page with words that were parted behind their hyphen put together."""
    return re.sub(r"(?<=\w-)\n(?=\w)", "", read)


def text(content: bytes) -> str:
    return " ".join(pages(content))


def elements(content: bytes) -> Iterator[Any]:
    """Yield the elements of the tag tree, each before those within it."""
    yield from _within(PdfReader(BytesIO(content)).trailer["/Root"]["/StructTreeRoot"])


def _within(node: Any) -> Iterator[Any]:
    found = node.get_object()
    if isinstance(found, list):
        for one in found:
            yield from _within(one)
    elif isinstance(found, dict):
        if "/S" in found:
            yield found
        if "/K" in found:
            yield from _within(found["/K"])


def tags(content: bytes) -> list[str]:
    return [one["/S"] for one in elements(content)]


def places(page: Any) -> Iterator[tuple[str, float, float]]:
    """Yield where each stretch of text on a page begins, and each corner of a drawing, in points from its lower left corner."""
    kept, now = [], [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"q":
            kept.append(now)
        elif operator == b"Q":
            now = kept.pop()
        elif operator == b"cm":
            now = mult(operands, now)
        elif operator == b"Tm":
            yield ("text", *mult(operands, now)[4:])
        elif operator == b"Do":
            left, low, right, high = page["/Resources"]["/XObject"][operands[0]]["/BBox"]
            for x, y in ((left, low), (right, high)):
                yield ("drawing", *mult([1.0, 0.0, 0.0, 1.0, x, y], now)[4:])


def letters(words: str) -> list[str]:
    """Return the letters of a text whatever their shape and order."""
    return sorted(one for one in unicodedata.normalize("NFKC", words) if one.isalpha())


def briefed(*said: Any, ids: str = "ab", cut: Any = ALL_EVIDENCE, scale: Any = None) -> Briefing:
    """Return a briefing on one quota, in per cent if nothing else is said, which `a` wants up and everyone else down."""
    data = dataset([issue(scale or percent(), {one: "up" if one == "a" else "down" for one in ids})], said)
    return brief(data, None, data.negotiation.parties, TODAY, cut)


def test_the_first_page_tells_title_date_summary_and_every_issue() -> None:
    """What is read first, with four issues drawn; on the second page each issue with its status and its page, and those with nothing to compare."""
    first, second, *others = pages(made("shipped"))
    assert "US-China trade talks, 2018-19 As of 23 Jan 2019 · All evidence In short • Furthest apart, measured on each issue’s own scale: " in first
    assert all(say(one) in first for one in front(shipped()).told)
    assert "Open: would the US take Indicative number, or less? It has stated no limit." in first
    assert "on 16 issues: 7 open, 3 no ask stated, 6 no evidence." in first
    assert "1 Trade deficit Open 3" in second
    assert "15 Scope of the talks No ask stated 11" in second
    assert "6. Chinese retaliation. No evidence. China: Threat: Right to retaliate reserved (stale)" in second
    # What stands at the end begins beneath the last issue, and leaves no half page empty.
    (last,) = [one for one in others if "15. Scope of the talks" in one]
    assert last.index("What moved since") < last.index("Documents used") < last.index("Evidence 1. ")


def test_an_issue_tells_everything_on_its_page() -> None:
    """Question, positions with dates, what it means, what would change it, what moved, and room for the landing."""
    second = next(one for one in pages(made("no summary")) if one.startswith("US-China trade talks, 2018-19 1. Trade deficit"))
    for words in (
        "1. Trade deficit By how much is the US trade deficit with China to shrink, and how firmly is that promised?",
        "Position United States China European Union US business groups",
        "Demand US$200 bn, committed (stale; 3 to 19 May 2018)1",
        "at most Indicative number, perhaps only Ready to talk (implied, stale; 3 to 19 May 2018; its offer of 19 May 2018 shows at least Public promise, no sum)3",
        "None in the sources held",
        "No statement on this issue in the sources held",
        "Best offer None in the sources held Public promise, no sum (stale; 19 May 2018)4, 5 Last word: offers between Ready to talk and Named goods, no sum (Jan 2019)6 • Counted: the furthest offer (a). A speaker who may not commit China does not replace its official line.4–9",
        "What does this mean? • The US asks for US$200 bn, committed; ",
        "the best China has put on the table is Public promise, no sum: 3 steps apart.",
        "What would change it • An outcome fits both limits only if the US would accept Indicative number, or less.",
        "What moved since 2 Jun 2018 (Report of 2 June) • No position changed. The US and China: still 3 steps apart.",
        "Landing",
    ):
        assert words in second


def test_no_issue_runs_over_onto_the_page_of_the_next() -> None:
    """On Letter, which is lower than A4, the drawing of Made in China 2025 is smaller, so that all told beneath it stands on its page."""
    drawn = replace(shipped(), issues=shipped().issues[:4], sections=frozenset({"drawings", "positions", "movement"}))
    begun = [one.removeprefix("US-China trade talks, 2018-19 ") for one in pages(handout(drawn, Shell(paper="letter")))]
    heads = [say(one.heading) for one in drawn.compared.issues]
    assert [sum(one.startswith(head) for one in begun) for head in heads[1:]] == [1, 1, 1]


def set_in_sentences(one: BriefedIssue) -> list[BlockLine]:
    """Return the lines beneath the drawing and the tables; what single speakers say stands in the drawing."""
    return [line for kind in BENEATH for line in one.told(kind) if not line.is_voice]


@pytest.mark.parametrize("which", BRIEFINGS)
def test_every_sentence_of_the_briefing_stands_in_the_handout(which: str) -> None:
    """Letter for letter, where it is not written from right to left; the numbers of its notes follow it."""
    whole = text(made(which))
    for one in BRIEFINGS[which]().compared.issues:
        for line in set_in_sentences(one):
            if ARABIC in say(line.told):
                assert set(letters(say(line.told))) <= set(letters(whole))
            else:
                assert say(line.told) in whole


def test_every_statement_is_cited_once_by_number() -> None:
    """In the order in which it is first needed, with its id; the documents stand before."""
    whole = text(made("no summary"))
    evidence = whole[whole.rindex("Evidence 1. ") :]
    assert evidence.startswith(
        "Evidence 1. The US is said to press China to commit to a target: its yearly surplus to be US$200 bn smaller. – US administration, according to the reporter, "
    )
    issues = shipped().compared.issues
    ids = {key for one in issues for cell in one.cells for line in cell.lines for key in line.ids}
    ids |= {key for one in issues for line in set_in_sentences(one) for key in line.ids}
    ids |= {key for one in shipped().silent for _, line in one.held_in_short for key in line.ids}
    squeezed = evidence.replace(" ", "")
    assert len(ids) > 75
    assert {key: squeezed.count(f"[{key}]") for key in ids} == dict.fromkeys(ids, 1)
    for one in Sources(shipped()).records():
        assert f"[{one.number}] {one.words}" in whole


def test_the_notes_and_the_contents_are_links() -> None:
    """Each leads to a page of the handout: the contents twice for each issue compared, the others together, documents and evidence."""
    content = made("shipped")
    reader = PdfReader(BytesIO(content))
    contents = [str(one.get_object()["/Dest"]) for one in reader.pages[1]["/Annots"]]  # type: ignore[union-attr]
    assert len([one for one in contents if one[0] != "["]) == 2 * (9 + 3)
    names = set(reader.named_destinations)
    links = [one.get_object() for page in reader.pages for one in page.get("/Annots", [])]
    assert len(links) > 150
    for one in links:
        target = one["/A"]["/D"] if "/A" in one else one["/Dest"]
        assert isinstance(target, list) or str(target) in names


def test_the_file_is_tagged_for_screen_readers() -> None:
    """Language, title, marked content; heads of tables, headings in order, lists, and a page label for each page."""
    content = made("shipped")
    reader = PdfReader(BytesIO(content))
    root = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == ("en-GB", True, True)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("US-China trade talks, 2018-19", "Parley")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    found = tags(content)
    assert [one for one in found if one in ("/Title", "/H1", "/H2")][:5] == ["/Title", *["/H1"] * 4]
    assert found.count("/H1") == 3 + 9 + 2
    assert found.count("/Table") == 1 + 9
    assert found.count("/TH") == 4 + sum(5 if "Position United States" in one else 4 for one in _issues(content))
    assert {"/L", "/LI", "/Lbl", "/LBody", "/Link", "/P", "/TR", "/TD"} <= set(found)
    assert reader.page_labels == [str(number) for number in range(1, len(reader.pages) + 1)]
    assert [one.title for one in reader.outline][:3] == ["Nothing to compare", "1. Trade deficit", "2. Made in China 2025"]  # type: ignore[union-attr]


def _issues(content: bytes) -> list[str]:
    """Return the text of each issue of the shipped briefing."""
    whole = text(content)
    starts = [whole.index(f"{say(one.heading)} {one.issue.question}") for one in shipped().compared.issues]
    return [whole[start:end] for start, end in zip(starts, [*starts[1:], whole.rindex("Documents used")], strict=True)]


def test_a_validator_finds_nothing_against_pdf_ua(tmp_path: Path) -> None:
    """All that is shown is tagged or an artifact, in a language, with a title and words for drawings; the typesetter refuses much besides."""
    path, mute = tmp_path / "handout.pdf", tmp_path / "mute.pdf"
    path.write_bytes(made("many tongues"))
    report = pdfua.validate(path)
    assert [str(one) for one in report.findings] == []
    # One rule, on the order of headings, this version of the validator fails to look at.
    assert (len(report.outcomes), [one.rule_id for one in report.skipped]) == (12, ["UA-14-001"])
    with pikepdf.open(path) as whole:
        del whole.Root.Lang
        whole.save(mute)
    assert [one.rule_id for one in pdfua.validate(mute).findings] == ["UA-06-001"]


def test_every_drawing_has_its_words() -> None:
    """Four at a glance on the first page, then one for each issue on which there is something to compare."""
    content = made("shipped")
    figures = [one for one in elements(content) if one["/S"] == "/Figure"]
    assert len(figures) == 4 + 9
    assert figures[0]["/Alt"].startswith("Trade deficit: US: asks US$200 bn, committed (stale; 3 to 19 May 2018); China: ")
    assert all(one["/Alt"].startswith("Positions on a scale of named steps. ") for one in figures[4:])
    assert "US (3 to 19 May 2018): demand US$200 bn, committed; limit not stated." in figures[4]["/Alt"]


@pytest.mark.parametrize("which", BRIEFINGS)
def test_nothing_lies_outside_the_page(which: str) -> None:
    """Every page is A4 upright, and every word begins within its margins."""
    for page in PdfReader(BytesIO(made(which))).pages:
        assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)
        found = list(places(page))
        assert len(found) > 10
        assert [one for one in found if not (45 < one[1] < 551 and 20 < one[2] < 822)] == []


def test_an_issue_of_many_parties_is_told_in_two_tables() -> None:
    """Four beside each other, the rest beneath; and the drawing, taller than usual, still stands whole on its page."""
    content = handout(briefed(*(statement(one, "demand", 5 + 5 * number) for number, one in enumerate("abcdefgh")), ids="abcdefgh"))
    assert tags(content).count("/Table") == 1 + 2
    assert "Position A B C D" in text(content)
    assert "Position E F G H" in text(content)
    (at,) = [number for number, one in enumerate(pages(content)) if "1. Quota How much?" in one]
    assert "As of 31 Mar 2025 · All evidence · 8 statements, the oldest 1 Mar 2025" in pages(content)[at]


def test_an_issue_taller_than_a_page_goes_on_on_the_next() -> None:
    """Each of sixty offers has its price, told beneath a drawing of its full size; and none lies below the foot of a page."""
    offers = (statement("b", "offer", number % 20, condition={"type": "if", "says": f"the ice of winter {number} has gone"}) for number in range(60))
    content = handout(briefed(statement("a", "demand", 40), *offers))
    read = PdfReader(BytesIO(content)).pages
    assert [one for page in read for one in places(page) if not 20 < one[2] < 822] == []
    told = [" ".join(page.extract_text().split()) for page in read]
    assert all(any(f"the ice of winter {number} has gone" in one for one in told) for number in range(60))


def test_the_shareable_edition_has_no_room_for_the_landing() -> None:
    """And says of itself only what it is, on every page."""
    full = many_tongues()
    content = handout(brief(full.dataset, full.agenda, full.parties, full.as_of, full.cut, full.since, is_shareable=True))
    assert "Landing" in text(made("many tongues"))
    assert not [one for one in ("Landing", "left out") if one in text(content)]
    assert all("Shareable edition" in one for one in pages(content))


def test_a_party_without_a_position_has_one_cell() -> None:
    """It says what there is instead, and a condition stands with its offer."""
    condition = {"type": "if", "says": "a leaves"}
    whole = text(handout(briefed(statement("a", "demand", 30), statement("b", "rationale", {"not_placeable": "A reason."}))))
    assert "No ask stated in 1 statement (1 Mar 2025)2" in whole
    priced = briefed(statement("a", "rationale", {"not_placeable": "A reason."}), statement("b", "offer", 9, condition=condition))
    assert "Offer: 9 %, if a leaves (conditional; 1 Mar 2025)" in text(handout(priced))


def test_a_negotiation_of_which_nothing_is_held_is_told_as_such() -> None:
    """No drawing, no document and no evidence."""
    content = handout(briefed())
    assert "1. Quota. No evidence. Nothing said by the parties shown." in text(content)
    assert "Documents used None Evidence None" in text(content)
    assert "/Figure" not in tags(content)


def test_a_wide_ladder_is_set_whole() -> None:
    """All its rungs can be read."""
    content = handout(briefed(statement("a", "demand", "r11"), statement("b", "offer", "r0"), scale=ladder(12)))
    assert all(f"Rung {number}" in text(content) for number in range(12))
    corners = [one[1:] for page in PdfReader(BytesIO(content)).pages for one in places(page) if one[0] == "drawing"]
    assert corners
    assert all(45 < x < 551 and 57 < y < 790 for x, y in corners)


def test_an_evidence_cut_stands_under_the_title_and_in_the_drawing() -> None:
    """In bold, where it is not the default; and the summary says how much it leaves out."""
    both = briefed(statement("a", "demand", 30), statement("b", "demand", 3), cut=ON_RECORD)
    assert text(handout(both)).count("Evidence: on record only") == 3


@pytest.mark.parametrize("which", BRIEFINGS)
def test_every_page_carries_the_foot_lines_and_its_number(which: str) -> None:
    """As-of date, negotiation and version, the standing line, and page n of m."""
    briefing, found = BRIEFINGS[which](), pages(made(which))
    for number, page in enumerate(found, 1):
        for line in said_all(briefing.foot):
            assert (line.partition(ARABIC)[0] if ARABIC in line else line) in page
        assert f"{number} / {len(found)}" in page


def test_every_page_carries_the_handling_mark() -> None:
    """Above the text and in the foot line."""
    found = pages(made("many tongues"))
    assert len(found) >= 3
    for page in found:
        assert page.count("Vertraulich ") >= 2
        assert letters(page[: len(f"Vertraulich {ARABIC}")]) == letters(f"Vertraulich {ARABIC}")


def test_every_language_can_be_read_out_again() -> None:
    """Chinese, German and French letter for letter; Arabic by its letters, which are stored in shapes and from the other end."""
    whole = text(made("many tongues"))
    assert all(
        one in whole
        for one in (f"Lage: {CHINESE}", f"1. Häfen {CHINESE}", GERMAN, FRENCH, "Nordküste 北岸", "Île-d’Été", "Between ten and twelve < & >.")
    )
    arabic = [one for one in unicodedata.normalize("NFKC", whole) if unicodedata.bidirectional(one) == "AL"]
    assert len(arabic) > 20 * len(letters(ARABIC))
    assert set(arabic) == set(letters(ARABIC))
    assert letters(whole.partition("Wer darf ein? ")[2][: len(ARABIC)]) == letters(ARABIC)


def test_words_are_never_markup() -> None:
    """Signs that mean something to the typesetter are printed as they stand."""
    signs = "*b* _i_ $x$ #let a = 1 [c] @d <e> `f` \\ = // & < >"
    whole = text(handout(briefed(statement("a", "demand", 30, says=signs))))
    assert signs in whole


@pytest.mark.parametrize("which", BRIEFINGS)
def test_the_same_briefing_gives_the_same_bytes(which: str) -> None:
    """No clock is in the file: it is told when it is made, and by whom."""
    assert handout(BRIEFINGS[which]()) == made(which)
    metadata = PdfReader(BytesIO(made(which))).metadata
    assert metadata is not None
    assert {metadata[key] for key in metadata if "Date" in key} == {"D:20000101000000Z"}


def test_nothing_is_written_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither beside the template nor where the program runs."""
    monkeypatch.chdir(tmp_path)
    before = sorted(one for one in TEMPLATE.parent.iterdir() if one.name != "__pycache__")
    handout(many_tongues())
    assert list(tmp_path.iterdir()) == []
    assert sorted(one for one in TEMPLATE.parent.iterdir() if one.name != "__pycache__") == before


LEGAL = [
    "\u26a0\ufe0f Summer only", "Ready \u2764\ufe0f", "الصَّيْفُ فَقَط", "الدَّولة", "Ọ̀yọ́", "葛\U000e0100城", "Ёлка и\u0301", "Šį̇́ kartą", "%\ufe0e", "북부 연합",
    "איגוד", "दक्षिण", "\U0001f600", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "a\u0301\u0323\u0330", "\u2067abc\u2069", "\ue000", "\U00020000",
]  # fmt: skip


def test_no_text_stops_the_handout() -> None:
    """Marks, variation selectors, vowel signs and emoji, as rung, name, short name, unit, issue and sentence, in words and in drawings."""
    rungs = {"ladder": [{"id": f"r{number}", "name": one, "means": one, "why": one} for number, one in enumerate(LEGAL)]}
    share = {"quantity": {"unit": "\u26a0\ufe0f %\ufe0e", "gap_unit": "Ọ̀yọ́", "bottom": "0", "top": "50", "resolution": "1"}}
    ways = {"a": "up", "b": "down"}
    said = [
        statement("a", "demand", "r9", says=" ".join(LEGAL)), statement("b", "offer", "r2"),
        statement("a", "demand", 30, issue="share"), statement("b", "offer", 3, issue="share"),
    ]  # fmt: skip
    names = {"a": {"name": "الدَّولة", "short": "Ọ̀yọ́"}, "b": {"name": "북부 연합", "short": "\u26a0\ufe0f 葛\U000e0100城"}}
    data = dataset([issue(rungs, ways), {**issue(share, ways), "id": "share", "name": "\u2764\ufe0f Ọ̀yọ́"}], said, names)
    content = handout(brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE))
    found = text(content)
    assert "□□ □□" in found
    assert "Ọ̀yọ́" in unicodedata.normalize("NFC", found)
    assert [one["/S"] for one in elements(content)].count("/Figure") == 2 + 2


def test_the_words_of_a_drawing_are_text_and_read_out_once() -> None:
    """They can be searched and copied; a screen reader is told the alternative of the drawing in their place."""
    content = handout(briefed(statement("a", "demand", 30), statement("b", "offer", 9)))
    assert "A – B: 21 points apart" in text(content)
    glance, figure = [one for one in elements(content) if one["/S"] == "/Figure"]
    assert glance["/Alt"] == "Quota: A: asks 30 % (1 Mar 2025); B: offers 9 % (1 Mar 2025); 21 points apart."
    assert "A (1 Mar 2025): demand 30 %" in figure["/Alt"]
    artifacts = [
        str(operands)
        for page in PdfReader(BytesIO(content)).pages
        for operands, operator in ContentStream(page.get_contents(), page.pdf).operations
        if operator in (b"BMC", b"BDC") and operands[0] == "/Artifact"
    ]
    assert len(artifacts) > 10


def test_a_letter_that_no_font_holds_is_an_empty_box() -> None:
    """The rest is printed as it is; a tagged PDF refuses letters that nobody can see."""
    agenda = Agenda.model_validate({"id": "x", "title": "Talks \U0001f1e9\U0001f1ea and 中国", "items": [{"issue": "quota"}]})
    data = quota(percent(), {"a": "up", "b": "down"}, statement("a", "demand", 27))
    found = text(handout(brief(data, agenda, data.negotiation.parties, TODAY, ALL_EVIDENCE)))
    assert "Talks \u25a1\u25a1 and 中国" in found


def test_a_form_has_as_many_pages_as_it_promises() -> None:
    """One page, or one for each issue drawn, on either paper; what is left out is told, and every number leads to a statement by its id."""
    one, four = in_form(shipped(), "one-page"), in_form(shipped(), "four-pages")
    content, printed = handout(one, Shell(), "http://desk:8501"), handout(four)
    narrow = [handout(each, Shell(paper="letter")) for each in (one, four, *(in_form(many_tongues(), form) for form in ("one-page", "four-pages")))]
    assert [len(PdfReader(BytesIO(each)).pages) for each in (content, printed, *narrow)] == [1, 4, 1, 4, 1, 2]
    (told,) = pages(content)
    left = "Left out of this page: what the statements say and where, the positions side by side, what moved, and the list of documents."
    assert f"{left} All of it stands in the whole handout: Take away, Whole. Live view." in told
    assert "No room here" not in told and "Evidence, by id: 1 cn-hightech-ease-sales; 2 us-hightech-added-curbs; 3 " in told
    led = [str(one.get_object()["/A"].get("/URI")) for one in PdfReader(BytesIO(content)).pages[0]["/Annots"] if "/A" in one.get_object()]
    assert sum("statement=us-hightech-added-curbs" in one for one in led) == 1
    first, second, *_ = pages(printed)
    assert "Left out of these pages: every other issue, the positions side by side, what moved, and the list of documents." in first
    assert "[us-deficit-200-target]" in first and "[us-mic-curb-financing]" in second


def test_what_finds_no_room_on_the_one_page_is_named() -> None:
    """Under a title of many lines drawings give way from the last, and the page says so."""
    briefing = in_form(shipped(), "one-page")
    long = replace(briefing, agenda=briefing.agenda.model_copy(update={"title": "Talks on tariffs and technology " * 14}))
    (told,) = pages(handout(long))
    assert "No room here for the drawings of: Intellectual property and technology transfer; Market access to China." in told
    assert "2. Made in China 2025" in told and "3. Intellectual" not in told
