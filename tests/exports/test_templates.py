"""Templates of one's own: slides and Word documents in their look, what they lack told, and those refused that would do more than lend it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from pptx import Presentation
from pptx.util import Pt

from parley.directions import unmarked
from parley.exports import houses, templates
from parley.exports.document import document
from parley.exports.files import Maker
from parley.exports.houses import drop, keep, kept, noted, template_of
from parley.exports.shell import Shell
from parley.exports.slides import slides
from parley.exports.template_errors import TemplateError
from parley.exports.templates import LARGEST
from parley.figures.palette import PARTY_COLOURS
from parley.telling.briefing import Section
from parley.words import said_all
from tests.briefings import ARABIC, many_tongues
from tests.exports.templating import ALIKE, APART, ATTACHED, HYPERLINK, IMAGE, ministry_letter, ministry_slides, rewritten, saved, with_relation

MADE = datetime(2025, 4, 2, 9, 30)


@cache
def shell(*files: str) -> Shell:
    made = {"slides.pptx": ministry_slides, "letter.docx": ministry_letter, "pale.pptx": lambda: ministry_slides(ALIKE, is_wide=False)}
    made["bare.docx"] = lambda: ministry_letter(ALIKE, without=("List Number", "Heading 2"), is_german=True)
    return Shell(tuple(template_of(name, made[name]()) for name in files), author="Unit B2", clock=lambda: MADE)


@cache
def written(name: str) -> bytes:
    return slides(many_tongues(), "http://localhost:8501", shell(name))


@cache
def deck(name: str) -> Any:
    return Presentation(BytesIO(written(name)))


@cache
def word(name: str) -> Any:
    return docx.Document(BytesIO(document(many_tongues(), replace(shell(name), paper="letter" if name == "bare.docx" else None))))


def texts(slide: Any) -> list[str]:
    return [unmarked(one.text_frame.text) for one in slide.shapes if one.has_text_frame]


def test_slides_take_the_layouts_of_a_template_and_leave_its_slides_out() -> None:
    """The first slide its title layout, the others the one with a title alone; a wide one and one of 4:3 keep their shape."""
    for name, width in (("slides.pptx", 960), ("pale.pptx", 720)):
        made = deck(name)
        assert made.slide_width == Pt(width)
        assert [one.slide_layout.name for one in made.slides] == ["Title Slide", *["Title Only"] * (len(made.slides) - 1)]
        assert made.slides[0].shapes.title.text_frame.text.startswith("Lage: ")
        assert not any("How to use" in each for one in made.slides for each in texts(one))
    held = ZipFile(BytesIO(written("slides.pptx")))
    assert b"How to use" not in b"".join(map(held.read, held.namelist()))


def test_words_in_the_places_of_a_layout_look_as_the_template_wants() -> None:
    """On its blue first slide they stay white: they have no colour of their own, and titles no size where they fit."""
    front = deck("slides.pptx").slides[0]
    runs = [run for one in front.placeholders for part in one.text_frame.paragraphs for run in part.runs]
    assert len(runs) >= 6
    assert not [one.text for one in runs if one._r.rPr.find("{*}solidFill") is not None]
    assert [one.font.size for part in front.shapes.title.text_frame.paragraphs for one in part.runs] == [None]


def test_quiet_words_are_a_paler_shade_of_the_template_s_text() -> None:
    """What its theme calls the second colour of text may be any, such as a glaring one; on a dark page they are darker."""
    dark = rewritten(
        ministry_slides(), lambda name, part: part.replace(b'bg1="lt1" tx1="dk1"', b'bg1="dk1" tx1="lt1"') if "slideMaster1.xml" in name else part
    )
    for made, shades in (
        (deck("slides.pptx"), ["65000", "35000"]),
        (Presentation(BytesIO(slides(many_tongues(), "", Shell((template_of("a.pptx", dark),))))), ["75000"]),
    ):
        whole = [one._element for one in made.slides]
        assert not [one for each in whole for one in each.xpath(".//a:rPr//a:schemeClr[@val='tx2']")]
        (quiet, *_) = [one for each in whole for one in each.xpath(".//a:tbl//a:rPr//a:schemeClr[a:lumMod]")]
        assert (quiet.get("val"), [one.get("val") for one in quiet]) == ("tx1", shades)
    # A yellow handling mark on white is one that nobody reads.
    for name, colour in (("slides.pptx", "accent1"), ("pale.pptx", "tx1")):
        (mark,) = [one for one in deck(name).slides[1].shapes if one.name == "Parley: Handling mark"]
        assert set(mark._element.xpath(".//a:rPr//a:schemeClr/@val")) == {colour}


@pytest.mark.parametrize("name", ["slides.pptx", "pale.pptx"])
def test_nothing_leaves_the_room_of_a_template(name: str) -> None:
    """All that Parley adds lies between the title and the house's own foot; every slide has its foot, number and handling mark."""
    made, briefing = deck(name), many_tongues()
    body = next(one for one in made.slide_layouts[1].placeholders if one.placeholder_format.idx == 1)
    for number, slide in enumerate(made.slides, 1):
        told = " ".join(texts(slide))
        assert [line for line in said_all(briefing.foot) if unmarked(line) not in told] == []
        assert str(number) in texts(slide) and f"Vertraulich {ARABIC}" in told
        for one in slide.shapes if number > 1 else ():
            if not one.is_placeholder:
                assert one.left >= body.left - 1 and one.left + one.width <= body.left + body.width + Pt(1), one.name
                assert one.top >= body.top - 1 and one.top + one.height <= body.top + body.height + Pt(1), (number, one.name)


def test_parties_have_colours_of_the_theme_where_every_eye_tells_them_apart() -> None:
    """Else Parley's own, and that is told; so on slides and in Word."""
    briefing = many_tongues()
    heads = [[edge.get("val") for edge in deck(name).slides[2]._element.xpath(".//a:lnB//a:srgbClr")] for name in ("slides.pptx", "pale.pptx")]
    assert heads == [[one[1:] for one in APART[:3]], [one[1:] for one in PARTY_COLOURS[:3]]]
    tops = [
        [one.get(qn("w:color")) for one in word(name).element.body.iter(qn("w:top")) if one.get(qn("w:sz")) == "24"]
        for name in ("letter.docx", "bare.docx")
    ]
    assert tops == [[one[1:] for one in APART[:3]], [one[1:] for one in PARTY_COLOURS[:3]]]
    assert Maker(briefing, briefing.dataset, shell=shell("slides.pptx", "letter.docx")).noted("zip") == ()
    pale = shell("pale.pptx", "bare.docx")
    assert said_all(noted(pale, briefing.parties, ["pptx"])) == (
        "No colour in the theme of pale.pptx stands out enough to tell 3 parties apart: the parties have Parley's own colours.",
    )
    assert (
        Maker(briefing, briefing.dataset, shell=pale).noted("docx")[0]
        == "bare.docx lacks the styles Heading 2, List Number: Parley's own stand in for them."
    )


def test_a_word_document_takes_styles_paper_head_and_foot_of_a_template() -> None:
    """Its text goes; on every kind of page its own head and foot stay, with handling mark, foot lines and number added once."""
    made, briefing = word("letter.docx"), many_tongues()
    section, *_ = made.sections
    assert (round(section.page_width.mm), round(section.page_height.mm), round(section.left_margin.mm)) == (297, 210, 20)
    for head, own in ((section.header, "Ministry of Fisheries"), (section.first_page_header, "Ministry of Fisheries, first page")):
        assert [unmarked(one.text) for one in head.paragraphs] == [own, f"Vertraulich {ARABIC}"]
    for foot in (section.footer, section.first_page_footer):
        assert unmarked(foot.paragraphs[-2].text) == unmarked(" · ".join(said_all(briefing.foot)))
        assert [one.get(qn("w:instr")).strip() for one in foot._element.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert section.footer.paragraphs[0].text == "Quay 1, Northport"
    assert not any("Write your text" in one.text for one in made.paragraphs)
    assert made.styles["Heading 1"].font.size.pt == 17
    assert made.styles["Parley Cell Head"].font.italic
    assert {one.get(qn("w:val")) for one in made.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert sum(column.width for column in made.tables[0].columns) == pytest.approx(section.page_width - 2 * section.left_margin, abs=Pt(1))


def test_styles_are_found_by_name_whatever_their_ids_and_those_that_lack_are_added() -> None:
    """A German Word calls the first heading "berschrift1"; a list that the template lacks has its marks all the same."""
    made = word("bare.docx")
    # Asked for by itself, its paper is another than the template's.
    assert (round(made.sections[0].page_width.pt), round(made.sections[0].page_height.pt)) == (792, 612)
    (first, *_) = [one for one in made.paragraphs if one.text == "Comparison"]
    assert (first._p.pPr.pStyle.val, first.style.name) == ("berschrift1", "Heading 1")
    listed, *_ = [one for one in made.paragraphs if one.style.name == "List Bullet"]
    number = listed.style.element.pPr.numPr.numId.val
    (found,) = [one for one in made.part.numbering_part.element.num_lst if one.numId == number]
    kinds = made.part.numbering_part.element.xpath(f"./w:abstractNum[@w:abstractNumId='{found.abstractNumId.val}']//w:numFmt/@w:val")
    assert kinds == ["bullet"]
    used = {one.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle") for one in made.element.body.iter(qn(tag))}
    assert used <= {one.style_id for one in made.styles}


def with_more(data: bytes, folder: str, page: str) -> bytes:
    """Return a file, as its template proper, a page of which shows a film from elsewhere and holds an object of another program."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    led = with_relation(data, f"{folder}/_rels/{page}.rels", f"{kinds}/video", "https://example.org/film.mp4")
    held = f'<Relationship Id="rId998" Type="{kinds}/oleObject" Target="/ppt/embeddings/oleObject1.bin"/></Relationships>'.encode()

    def change(name: str, part: bytes) -> bytes:
        if name == f"{folder}/_rels/{page}.rels":
            return part.replace(b"</Relationships>", held)
        if "Content_Types" in name:
            part = part.replace(b"presentation.main", b"template.main").replace(b"document.main", b"template.main")
            return part.replace(
                b"<Override ", b'<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/><Override ', 1
            )
        return part

    return rewritten(led, change, {"ppt/embeddings/oleObject1.bin": b"PROGRAM"})


def test_what_only_slides_or_text_lead_to_is_left_out_with_them() -> None:
    """An organisation's deck or letter is taken with the films and objects in it, and nothing of them goes on."""
    briefing = replace(many_tongues(), sections=frozenset[Section](("title", "overview")))
    for name, data, make in (
        ("deck.potx", with_more(ministry_slides(), "ppt/slides", "slide1.xml"), lambda made: slides(briefing, "", made)),
        ("letter.dotx", with_more(ministry_letter(), "word", "document.xml"), lambda made: document(briefing, made)),
    ):
        held = ZipFile(BytesIO(make(Shell((template_of(name, data),)))))
        whole = b"".join(map(held.read, held.namelist()))
        assert [one for one in (b"film.mp4", b"PROGRAM", b"oleObject", b"How to use", b"Write your text") if one in whole] == []
    refused = "'a.pptx' may hold macros or other programs."
    with pytest.raises(TemplateError, match=f"^{refused}"):
        template_of("a.pptx", with_more(ministry_slides(), "ppt/slideLayouts", "slideLayout6.xml"))


def test_what_parley_made_is_a_template_too() -> None:
    """The deck has as many slides as the one it came from, on the same layouts, with one foot; so has every page in Word."""
    briefing = replace(many_tongues(), sections=frozenset[Section](("title", "overview")))
    own = slides(briefing)
    made, before = (Presentation(BytesIO(one)) for one in (slides(briefing, "", Shell((template_of("own.pptx", own),))), own))
    assert (
        [one.slide_layout.name for one in made.slides]
        == [one.slide_layout.name for one in before.slides]
        == ["Title", *["Issue"] * (len(made.slides) - 1)]
    )
    for mine, old in zip(made.slides, before.slides, strict=True):
        assert mine.shapes.title.text_frame.text == old.shapes.title.text_frame.text
        (foot,) = [one for one in mine.shapes if one.name == "Parley: Foot"]
        (place,) = [one for one in old.shapes if one.name == "Parley: Foot"]
        assert (foot.left, foot.top, foot.text_frame.text) == (place.left, place.top, place.text_frame.text)
    (listed,) = [one for one in made.slides[0].shapes if one.name == "Parley: Issues"]
    assert len(listed.text_frame.paragraphs) == len(briefing.issues)

    letter = Shell((template_of("own.docx", document(briefing)),))
    open_one = replace(briefing, agenda=briefing.agenda.model_copy(update={"handling": None}))
    for shown, head in ((briefing, [f"Vertraulich {ARABIC}"]), (open_one, [""])):
        (section,) = docx.Document(BytesIO(document(shown, letter))).sections[:1]
        assert [unmarked(one.text) for one in section.header.paragraphs] == head
        assert [unmarked(one.text) for one in section.footer.paragraphs] == [
            unmarked(" · ".join(said_all(shown.foot))),
            "Page  of ",
        ]  # the numbers are fields


def no_titles(data: bytes) -> bytes:
    """Return a presentation none of whose layouts has a title."""
    made = Presentation(BytesIO(data))
    for layout in made.slide_layouts:
        for one in list(layout.placeholders):
            if one.placeholder_format.idx == 0:
                one._element.getparent().remove(one._element)
    return saved(made)


def no_layouts(data: bytes) -> bytes:
    made = Presentation(BytesIO(data))
    made.slides._sldIdLst.clear()
    for one in list(made.slide_layouts):
        made.slide_layouts.remove(one) if not one.used_by_slides else None
    return saved(made)


def narrow(data: bytes) -> bytes:
    made = Presentation(BytesIO(data))
    made.slide_width = Pt(300)
    return saved(made)


OFFICE = "openxmlformats-officedocument.presentationml.presentation.main+xml"
HOSTILE: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "empty": ("a.pptx", lambda data: b"", "'a.pptx' is no template that can be used. Take one of PowerPoint (pptx, potx) or Word (docx, dotx)."),
    "no archive": ("a.pptx", lambda data: b"%PDF-1.7", "'a.pptx' is no template that can be used."),
    "cut short": ("a.pptx", lambda data: data[: len(data) // 2], "'a.pptx' cannot be read: it is broken, or was cut short."),
    "damaged": ("a.pptx", lambda data: data[:4000] + bytes(200) + data[4200:], "'a.pptx' cannot be read: it is broken, or was cut short."),
    "large": ("a.pptx", lambda data: data + bytes(LARGEST), "'a.pptx' is too large: 40 MB. At most 40 MB are read."),
    "bomb": (
        "a.pptx",
        lambda data: rewritten(data, lambda name, part: part, {"ppt/media/x.png": bytes(3_000_000)}),
        "'a.pptx' is too large: 3 MB. At most 2 MB are read. Take out slides, films and large pictures.",
    ),
    "old or locked": ("a.pptx", lambda data: b"\xd0\xcf\x11\xe0" + bytes(600), "'a.pptx' is in an old format, or protected by a password."),
    "a workbook": ("a.pptx", lambda data: rewritten(data, lambda name, part: part.replace(b"presentationml", b"spreadsheetml").replace(b"presentation.main", b"sheet.main") if "Types" in name else part), "'a.pptx' is no template that can be used."),
    "Word": ("a.pptx", lambda data: ministry_letter(), "'a.pptx' is a Word document, and not what its name says. Give it the ending .docx, or take another file."),
    "slides": ("a.docx", lambda data: data, "'a.docx' is a presentation, and not what its name says."),
    "macros": ("a.pptx", lambda data: rewritten(data, lambda name, part: part, {"ppt/vbaProject.bin": b"x"}), "'a.pptx' may hold macros or other programs. Save it as pptx or docx, without them."),
    "macros declared": ("a.pptx", lambda data: rewritten(data, lambda name, part: part.replace(OFFICE.encode(), b"ms-powerpoint.presentation.macroEnabled.main+xml")), "'a.pptx' may hold macros"),
    "a picture from outside": ("a.pptx", lambda data: with_relation(data, "ppt/slideMasters/_rels/slideMaster1.xml.rels", IMAGE, "http://example.org/spy.png"), "'a.pptx' fetches something from elsewhere: 'http://example.org/spy.png'. Put it into the file, or take it out."),
    "a link to a share": ("a.pptx", lambda data: with_relation(data, "ppt/slideMasters/_rels/slideMaster1.xml.rels", HYPERLINK, "file://share/x"), "'a.pptx' fetches something from elsewhere: 'file://share/x'."),
    "no presentation": ("a.pptx", lambda data: rewritten(data, lambda name, part: None if name == "ppt/presentation.xml" else part), "'a.pptx' cannot be read: it is broken"),
    "no theme": ("a.pptx", lambda data: rewritten(data, lambda name, part: b"<x" if "/theme/" in name else part), "'a.pptx' cannot be read: it is broken"),
    "no titles": ("a.pptx", no_titles, "'a.pptx' has no layout with a title, such as 'Title Only' or 'Title and Content'. There is: "),
    "no layouts": ("a.pptx", no_layouts, "'a.pptx' has no layout with a title, such as 'Title Only' or 'Title and Content'."),
    "broken Word": ("a.docx", lambda data: rewritten(ministry_letter(), lambda name, part: b"" if name == "word/styles.xml" else part), "'a.docx' cannot be read: it is broken"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_or_broken_template_is_refused_in_words(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is wrong with it, what it is and what to do is told."""
    name, spoil, told = HOSTILE[case]
    monkeypatch.setattr(templates, "MOST_UNPACKED", 2_000_000)
    with pytest.raises(TemplateError) as refused:
        template_of(name, spoil(plain_slides()))
    assert str(refused.value).startswith(told)


@cache
def plain_slides() -> bytes:
    return saved(Presentation())


def test_a_template_that_leaves_no_room_is_refused_with_what_is_needed() -> None:
    """In points, with the layout that is too small."""
    template = template_of("a.pptx", narrow(plain_slides()))
    with pytest.raises(
        TemplateError, match=r"^The layout 'Title Only' of 'a.pptx' leaves 2\d\d by 2\d\d points between title and foot. At least 540 by 190"
    ):
        slides(many_tongues(), "", Shell((template,)))


def test_what_is_harmless_in_a_template_is_taken() -> None:
    """A link to the house's pages, a template proper, and the template on which a Word document was begun, which is never fetched."""
    linked = with_relation(plain_slides(), "ppt/slideMasters/_rels/slideMaster1.xml.rels", HYPERLINK, "https://example.org")
    proper = rewritten(
        linked, lambda name, part: part.replace(b"presentationml.presentation.main", b"presentationml.template.main") if "Types" in name else part
    )
    assert template_of("house.potx", proper).ending == "pptx"
    begun = rewritten(ministry_letter(), lambda name, part: part, {"word/_rels/settings.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{ATTACHED}" Target="file://share/normal.dotm" TargetMode="External"/></Relationships>'.encode()})  # fmt: skip
    made = ZipFile(BytesIO(document(many_tongues(), Shell((template_of("house.docx", begun),)))))
    assert b"normal.dotm" not in b"".join(map(made.read, made.namelist()))


def test_a_layout_that_stands_in_for_the_first_slide_is_told() -> None:
    """Where a template has none of its own."""
    made = Presentation(BytesIO(plain_slides()))
    for one in [one for one in made.slide_layouts if one.name in ("Title Slide", "Section Header")]:
        made.slide_layouts.remove(one)
    template = template_of("house.pptx", saved(made))
    assert said_all(noted(Shell((template,)), (), ["pptx"])) == (
        "house.pptx has no layout for the first slide: its layout Title Only stands in for it.",
    )
    assert Presentation(BytesIO(slides(many_tongues(), "", Shell((template,))))).slides[0].slide_layout.name == "Title Only"


def test_a_template_is_kept_with_the_negotiation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of each kind, tried once for as long as the file stays as it is; a kept one that has become broken is told by its name."""
    (one,) = shell("slides.pptx").templates
    keep(tmp_path, one)
    keep(tmp_path, template_of("b.docx", ministry_letter()))
    assert [each.name for each in kept(tmp_path)] == ["house/template.pptx", "house/template.docx"]
    with monkeypatch.context() as patched:
        patched.setattr(houses, "template_of", None)
        assert len(kept(tmp_path)) == 2
    drop(tmp_path, "docx")
    assert [each.ending for each in kept(tmp_path)] == ["pptx"]
    (tmp_path / "house" / "template.pptx").write_bytes(b"PK")
    with pytest.raises(TemplateError, match=r"^'house/template.pptx' cannot be read"):
        kept(tmp_path)
