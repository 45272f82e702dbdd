"""The pictures of a briefed issue: drawn from the briefing's own values, where there is something to draw, with its words."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as Xml

import pytest
from PIL import Image

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.dataset import Dataset
from parley.exports.files import Maker
from parley.figures.areas import width_of_label
from parley.figures.glance_geometry import glance_of
from parley.figures.glance_picture import glance_picture
from parley.figures.issue_pictures import gap_picture_of, glance_picture_of, timeline_picture_of
from parley.figures.palette import DARK_INK, DARK_PAGE, LIGHT_INK, LIGHT_PAGE, party_colours
from parley.figures.picture import Label, Line, Picture
from parley.figures.raster import png_of
from parley.figures.svg import svg_of
from parley.telling.briefing import Briefing, brief
from parley.telling.glance import lines_in_focus
from tests.briefings import many_tongues, shipped
from tests.figures.picturing import labels, meeting, outside
from tests.making import dataset, issue, ladder, quota, statement

UP_DOWN = {"a": "up", "b": "down"}


def briefed(data: Dataset, as_of: date = date(2025, 3, 31)) -> Briefing:
    return brief(data, None, data.negotiation.parties, as_of, ALL_EVIDENCE)


def pictures(briefing: Briefing, width: float) -> list[Picture]:
    """Return every picture of a briefing."""
    found = [made(briefing, one, width) for one in briefing.issues for made in (gap_picture_of, timeline_picture_of)]
    return [one for one in found if one is not None]


def words(picture: Picture) -> str:
    return " ".join(one.text for one in labels(picture))


def test_an_issue_on_which_nobody_spoke_has_no_pictures() -> None:
    """Neither of positions nor of the time; one that has only a reason given has no positions and yet a past."""
    quiet = {**issue(ladder(4), UP_DOWN), "id": "harbour"}
    reason = {**issue(ladder(4), UP_DOWN), "id": "nets"}
    said = [statement("a", "demand", "r3"), statement("b", "rationale", {"unknown": "No place."}, issue="nets")]
    briefing = briefed(dataset([issue(ladder(4), UP_DOWN), quiet, reason], said))
    drawn = {one.issue.id: (gap_picture_of(briefing, one), timeline_picture_of(briefing, one)) for one in briefing.issues}
    assert {key: (gap is not None, time is not None) for key, (gap, time) in drawn.items()} == {
        "quota": (True, True), "harbour": (False, False), "nets": (False, True),
    }  # fmt: skip


def test_the_note_and_the_words_are_those_of_the_briefing() -> None:
    """The source note stands beneath, and the alternative ends with the status in words and its sentence."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "offer", "r1"))
    briefing = briefed(data)
    gap, time = pictures(briefing, 1120)
    assert "As of 31 Mar 2025 · All evidence · 2 statements, the oldest 1 Mar 2025" in words(gap)
    assert "As of 31 Mar 2025 · All evidence · 2 statements, the oldest 1 Mar 2025" in words(time)
    assert gap.alt.startswith("Positions on a scale of named steps. A (1 Mar 2025): demand Rung 5; limit not stated.")
    assert gap.alt.endswith(
        "A – B: 4 steps apart. Open. Neither A nor B has stated a limit. "
        "An outcome fits both limits if A would accept Rung 1, or less. Short of that we do not know."
    )
    assert time.alt.startswith("Quota over time. A, demand: Rung 5 from 2025-03-01.")


def test_the_evidence_cut_is_written_on_both() -> None:
    """In bold, and in the words for those who cannot see it."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "offer", "r1"))
    briefing = brief(data, None, data.negotiation.parties, date(2025, 3, 31), ON_RECORD)
    for one in pictures(briefing, 1120):
        assert [label.text for label in labels(one) if label.size == 16 and label.text.startswith("Evidence")] == ["Evidence: on record only"]
        assert one.alt.startswith("Evidence: on record only. ")


@pytest.mark.parametrize("width", [1120, 640])
@pytest.mark.parametrize("briefing", [shipped(), many_tongues()], ids=["shipped", "many tongues"])
def test_every_picture_is_whole_legible_and_sound(briefing: Briefing, width: float) -> None:
    """Nothing lies off the sheet, no words meet, the SVG is XML, and each layer of the picture is a group in it."""
    found = pictures(briefing, width)
    assert len(found) >= 4
    for one in found:
        assert one.width == width
        assert (outside(one), meeting(one)) == ([], [])
        read = Xml.fromstring(svg_of(one, LIGHT_INK, LIGHT_PAGE))
        assert [each.get("data-layer") for each in read if each.get("data-layer")] == [each.id for each in one.layers]


@cache
def crowd(count: int = 200) -> Briefing:
    """Return a briefing of so many parties, of whom two out of three ask for one of the six steps, and every third offers one."""
    names = [f"p{number:03}" for number in range(count)]
    said = [statement(one, "offer" if number % 3 == 2 else "demand", f"r{number % 6}") for number, one in enumerate(names)]
    return briefed(quota(ladder(6), dict.fromkeys(names, "up") | {names[0]: "down"}, *said, headline=names[:2]))


@pytest.mark.parametrize("width", [560, 1120])
def test_of_many_parties_those_in_focus_have_rows_and_the_others_are_in_clusters(width: float) -> None:
    """Two hundred of them take eleven rows: as many as on the page, by the same rule, with marks on a scale whose words have room."""
    briefing = crowd()
    (issue,) = briefing.issues
    gap = gap_picture_of(briefing, issue, width)
    assert gap is not None
    shown = issue.gathered
    assert ([one.id for one in shown.focus], len(shown.clusters)) == (["p000", "p001", "p002", "p003", "p005"], 6)
    rails = [one for one in gap.items if isinstance(one, Line) and one.opacity == 0.3]
    assert len(rails) == 11
    assert gap.height < 1200
    assert (outside(gap), meeting(gap)) == ([], [])
    assert {key for sign in gap.signs for key in sign.ids} == {one.id for one in issue.statements}
    assert gap.alt.count(" parties (") == 6
    assert "33 parties (P006, P012, P018 and 30 more): demand Rung 0." in gap.alt


def test_a_drawing_over_time_of_many_parties_is_that_of_those_in_focus() -> None:
    """Its lanes are as many as those that have rows of their own, and it is no higher than with only these."""
    time = timeline_picture_of(crowd(), crowd().issues[0])
    assert time is not None
    assert [one.text for one in labels(time) if one.text[:1] == "P" and not one.is_bold] == ["P000", "P001", "P002", "P003", "P005"]
    assert time.height < 800
    assert "195 other parties that have spoken are not drawn" in words(time)


def test_a_file_of_one_issue_holds_no_more_than_its_picture() -> None:
    """What is taken away, as it is exported, has the same rows, and says in words who is in which of them."""
    (issue,) = crowd().issues
    written = Maker(crowd(), crowd().dataset).figure(issue, "gap", "svg").decode()
    assert float(written.split('height="')[1].split('"')[0]) < 1400
    assert len(re.findall(r'data-layer="party:', written)) == 6


def test_some_of_a_cluster_are_counted_where_not_all_do_the_same() -> None:
    """A bloc of two of whom one asks and one limits itself: the mark is told as that of one, and the limit stands beside the names."""
    names = "abcdefgh"
    said = [
        statement("a", "demand", "r0"),
        *(statement(one, "demand", "r4") for one in "bcdef"),
        statement("g", "demand", "r1"),
        statement("h", "red_line", "r2"),
    ]
    blocs = [{"id": "isles", "name": "Isles", "members": ["g", "h"]}]
    directions = dict.fromkeys(names, "up") | {"a": "down"}
    briefing = briefed(dataset([issue(ladder(6), directions, headline=["a", "b"])], said, blocs=blocs))
    gap = gap_picture_of(briefing, briefing.issues[0])
    assert gap is not None
    assert "Isles, demand: Rung 1 (1 of 2)" in [one.words for one in gap.signs]
    assert "Isles (G and H; 1 sets a limit: Rung 2)" in gap.alt


def test_pictures_are_the_same_each_time() -> None:
    """Made twice from one briefing, down to the bytes of the file."""
    for one, other in zip(pictures(many_tongues(), 860), pictures(many_tongues(), 860), strict=True):
        assert svg_of(one, LIGHT_INK, LIGHT_PAGE) == svg_of(other, LIGHT_INK, LIGHT_PAGE)


@pytest.mark.parametrize(("ink", "page", "colour"), [(LIGHT_INK, LIGHT_PAGE, (252, 251, 248)), (DARK_INK, DARK_PAGE, (21, 24, 29))])
def test_as_an_image_it_is_not_blank(ink: str, page: str, colour: tuple[int, int, int]) -> None:
    """Twice as large as the picture, the sheet in its colour, and marks in many others, on either page."""
    for one in pictures(many_tongues(), 640)[:2]:
        image = Image.open(BytesIO(png_of(svg_of(one, ink, page)))).convert("RGB")
        assert image.width == 1280
        assert image.height == pytest.approx(2 * one.height, abs=2)
        assert image.getpixel((0, 0)) == colour
        assert len(image.getcolors(1 << 20) or []) > 50


def test_an_issue_at_a_glance_keeps_its_room_in_the_font_of_files() -> None:
    """Laid out for a page, it is lettered in the wider font all of one size smaller: no label reaches farther than on the page."""
    issue = shipped().issues[0]
    made = glance_picture_of(shipped(), issue, 560)
    found = glance_of(issue.row, lines_in_focus(issue.gathered, shipped().dataset), shipped().dataset.statement)
    laid_out = glance_picture(found, party_colours(shipped().dataset.negotiation), 560)
    pairs = [(one, other) for one, other in zip(made.items, laid_out.items, strict=True) if isinstance(one, Label) and isinstance(other, Label)]
    assert len(pairs) > 8 and {one.medium for one, _ in pairs} == {"file"}
    assert all(width_of_label(one) <= width_of_label(other) + 0.01 for one, other in pairs)
    assert len({round(one.size / other.size, 6) for one, other in pairs}) == 1 and pairs[0][0].size < pairs[0][1].size
