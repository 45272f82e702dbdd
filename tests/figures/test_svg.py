"""The SVG: sound XML whatever the words, each layer a group, each shape where it was laid out, in the colours given."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

import pytest

from parley.figures.areas import Area
from parley.figures.picture import INK, Box, Dot, Item, Label, Layer, Line, Outline, Picture
from parley.figures.svg import Link, svg_of

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</text><script>alert('1')</script> & \" ' ]]> &amp; <!-- %{x} \x00\x1b\ud800"


def picture(*items: Item, alt: str = "Test") -> Picture:
    return Picture(100, 50.5, (Layer("base", items),), alt)


def written(*items: Item, ink: str = "#112233", background: str = "") -> list[Xml.Element]:
    """Return the elements of one layer."""
    return list(Xml.fromstring(svg_of(picture(*items), ink, background)).findall(f"{SVG}g")[0])


def look(one: Xml.Element) -> dict[str, str]:
    return {"tag": one.tag.removeprefix(SVG), **one.attrib}


def test_words_from_files_stay_words() -> None:
    """Markup in a name, a layer or the alternative is text, and what XML cannot hold is replaced."""
    found = Xml.fromstring(svg_of(Picture(10, 10, (Layer(f'party:{"<&"}"', (Label(0, 0, HOSTILE, 10),)),), HOSTILE)))
    expected = "</text><script>alert('1')</script> & \" ' ]]> &amp; <!-- %{x} \ufffd\ufffd\ufffd"
    assert found.findtext(f"{SVG}title") == expected
    assert [(one.get("data-layer"), [each.text for each in one]) for one in found.findall(f"{SVG}g")] == [('party:<&"', [expected])]
    assert [one.tag for one in found.iter() if one.tag.endswith("script")] == []


def test_the_sheet_has_its_size_its_words_and_its_colour() -> None:
    """A background is painted beneath all layers only where one is given; text without a colour takes that of the page."""
    bare = Xml.fromstring(svg_of(picture(Label(1, 2, "a", 3))))
    assert {key: bare.get(key) for key in ("viewBox", "width", "height", "role")} == {
        "viewBox": "0 0 100 50.5", "width": "100", "height": "50.5", "role": "img",
    }  # fmt: skip
    assert [one.tag.removeprefix(SVG) for one in bare] == ["title", "g"]
    assert bare[1][0].get("fill") == "currentColor"
    painted = Xml.fromstring(svg_of(picture(Label(1, 2, "a", 3)), "#1B1F24", "#FCFBF8"))
    assert [one.tag.removeprefix(SVG) for one in painted] == ["title", "rect", "g"]
    assert look(painted[1]) == {"tag": "rect", "width": "100", "height": "50.5", "fill": "#FCFBF8"}
    assert painted[2][0].get("fill") == "#1B1F24"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Line(1, 2.126, 3, 4, "#C64E18"), {"tag": "path", "d": "M1 2.13L3 4", "stroke": "#C64E18", "stroke-width": "1"}),
        (
            Line(1, 2, 3, 4, INK, 2, (4, 2.5), 0.5),
            {"tag": "path", "d": "M1 2L3 4", "stroke": "#112233", "stroke-width": "2", "stroke-dasharray": "4 2.5", "opacity": "0.5"},
        ),
        (Dot(5, 6, 7, "#C64E18"), {"tag": "circle", "cx": "5", "cy": "6", "r": "7", "fill": "#C64E18"}),
        (
            Dot(5, 6, 7, "#C64E18", "hollow", 2),
            {"tag": "circle", "cx": "5", "cy": "6", "r": "6", "fill": "none", "stroke": "#C64E18", "stroke-width": "2"},
        ),
        (Box(1, 2, 3, 4, "#C64E18", 0.25), {"tag": "rect", "x": "1", "y": "2", "width": "3", "height": "4", "fill": "#C64E18", "opacity": "0.25"}),
        (
            Outline(((1, 2), (3, 4), (5, 2)), INK, is_filled=True),
            {"tag": "path", "d": "M1 2L3 4L5 2Z", "fill": "#112233", "stroke": "#112233", "stroke-width": "2", "stroke-linejoin": "round"},
        ),
        (
            Outline(((1, 2), (3, 4)), "#C64E18", 1, dash=(2, 2)),
            {"tag": "path", "d": "M1 2L3 4", "fill": "none", "stroke": "#C64E18", "stroke-width": "1", "stroke-linejoin": "round",
             "stroke-dasharray": "2 2"},
        ),
        (
            Label(1, 2, "US", 14, "end", is_bold=True, opacity=0.8),
            {"tag": "text", "x": "1", "y": "2", "font-size": "14", "fill": "#112233", "text-anchor": "end", "font-weight": "600", "opacity": "0.8"},
        ),
    ],
    ids=lambda one: type(one).__name__ if not isinstance(one, dict) else "",
)  # fmt: skip
def test_each_shape_is_written_where_it_lies(item: Item, expected: dict[str, str]) -> None:
    """To two decimals, in its own colour or in that of ink."""
    assert [look(one) for one in written(item)] == [expected]


def test_a_label_in_another_script_names_its_font() -> None:
    """Chinese letters have no bold face, and are thickened; Arabic ones have; the others come after."""
    chinese, arabic, latin = written(Label(0, 0, "北岸 a", 20, is_bold=True), Label(0, 0, "ع", 20, is_bold=True), Label(0, 0, "ß", 20))
    assert (chinese.get("font-family"), chinese.get("font-weight")) == ("Noto Sans SC, Fira Sans, IBM Plex Sans Arabic, sans-serif", None)
    assert (chinese.get("stroke"), chinese.get("stroke-width")) == ("#112233", "0.7")
    assert (arabic.get("font-family"), arabic.get("font-weight")) == ("IBM Plex Sans Arabic, Fira Sans, Noto Sans SC, sans-serif", "600")
    assert latin.get("font-family") is None


def test_arabic_within_chinese_names_its_own_font() -> None:
    """The run of Arabic letters with the blanks between them; words stay words."""
    (found,) = written(Label(0, 0, "中 <عع ع> b", 20))
    assert found.get("font-family") == "Noto Sans SC, Fira Sans, IBM Plex Sans Arabic, sans-serif"
    assert (found.text, found[0].text, found[0].tail, len(found)) == ("中 <\u2068", "عع ع", "\u2069> b", 1)
    assert found[0].get("font-family") == "IBM Plex Sans Arabic, Fira Sans, Noto Sans SC, sans-serif"


def test_hatching_is_known_by_a_name_of_its_own_on_a_page_of_several() -> None:
    """One pattern for each colour; another picture's has another name, the same picture's the same."""
    boxes = (Box(0, 0, 9, 9, "#C64E18", is_hatched=True), Box(0, 9, 9, 9, "#C64E18", is_hatched=True), Box(9, 0, 9, 9, INK, is_hatched=True))
    found = Xml.fromstring(svg_of(picture(*boxes)))
    names = [one.attrib["id"] for one in found.iter(f"{SVG}pattern")]
    assert [one.get("fill") for one in found.findall(f"{SVG}g")[0]] == [f"url(#{names[0]})", f"url(#{names[0]})", f"url(#{names[1]})"]
    assert [one[0].get("stroke") for one in found.iter(f"{SVG}pattern")] == ["#C64E18", "currentColor"]
    assert len(set(names)) == 2
    assert svg_of(picture(*boxes)) == svg_of(picture(*boxes))
    other = Xml.fromstring(svg_of(picture(*boxes, alt="Another")))
    assert not {one.get("id") for one in other.iter(f"{SVG}pattern")} & set(names)


def test_links_lie_unseen_over_the_shapes_in_the_order_given() -> None:
    """Each large enough for a finger and within the sheet, with what it tells as words; without a target it only tells. Shapes are then not heard."""
    links = [Link((Area(10, 20, 12, 22), Area(60, 20, 90, 22)), "#s1", HOSTILE), Link((Area(0, 0, 1, 1),), "", "Nothing")]
    found = Xml.fromstring(svg_of(picture(Dot(11, 21, 1, "#C64E18")), links=links))
    assert found.get("role") == "group"
    title, shapes, way, told = found
    assert (shapes.get("aria-hidden"), len(shapes), shapes[0].get("data-layer")) == ("true", 1, "base")
    assert (way.tag, way.get("href"), way.get("fill"), way.get("pointer-events")) == (f"{SVG}a", "#s1", "none", "all")
    assert "</text><script>alert('1')</script>" in (way.findtext(f"{SVG}title") or "")
    assert [[one.get(key) for key in ("x", "y", "width", "height")] for one in way.findall(f"{SVG}rect")] == [
        ["0", "8", "26", "26"], ["57", "8", "36", "26"],
    ]  # fmt: skip
    assert (told.tag, told.get("href"), told.findtext(f"{SVG}title")) == (f"{SVG}g", None, "Nothing")
    assert title.text == "Test"


def test_what_follows_a_label_is_paler_and_never_bold() -> None:
    """It is one text with the label, so that it stays beside it in whatever font; by itself it begins the text."""
    (both,) = written(Label(5, 10, "asks", 12, is_bold=True, is_italic=True, aside="May 2018"))
    assert (both.text, both.attrib["font-style"], both.attrib["font-weight"]) == ("asks ", "italic", "600")
    assert [(one.text, one.attrib) for one in both] == [("May 2018", {"fill-opacity": "0.68", "font-weight": "400"})]
    (alone,) = written(Label(5, 10, "", 12, aside="May 2018"))
    assert (alone.text, [one.text for one in alone]) == (None, ["May 2018"])
