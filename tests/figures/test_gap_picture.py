"""The gap as a picture: every mark where the geometry has it, in layers that can be revealed, and nothing on it meets or is cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.analysis.outcomes import Span
from parley.analysis.overview import overview
from parley.analysis.voices import voices_of
from parley.dataset import Dataset, load
from parley.dates import PartialDate
from parley.directions import unmarked
from parley.figures.alternatives import gap_alt
from parley.figures.gap_geometry import GapDrawing, gap_drawing
from parley.figures.gap_picture import gap_picture
from parley.figures.glance_marks import INNER, NOT_THROUGH
from parley.figures.palette import NEUTRAL, PARTY_COLOURS, party_colours
from parley.figures.picture import INK, Box, Dot, Item, Label, Line, Outline, Picture
from parley.figures.sheet import SQUARE
from parley.telling.said import Verbatim
from parley.words import say
from tests.briefings import ARABIC, CHINESE, ROOT, many_tongues
from tests.figures.picturing import labels, meeting, outside
from tests.generating import Talks, gap_in, talks
from tests.making import gap, ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
COLOURS = dict(zip("abcd", PARTY_COLOURS, strict=False))
NOTE, STATUS = "As of some day · All evidence · 3 statements", "Blocked."
DAYS = [date(2018, 4, 30), date(2018, 6, 2), date(2019, 1, 23)]
WIDTHS = (350, 640, 860, 1220, 1800)  # of a phone, a narrow window, a page beside the chooser, a page, and a wall
Rows = list[tuple[Any, ...]]


@cache
def shipped() -> Dataset:
    return load(ROOT / "positions" / "us-china-trade")


@cache
def invented() -> Dataset:
    return load(Path(__file__).parents[1] / "data" / "fjords")


def drawings(data: Dataset, as_of: date, cut: EvidenceCut = ALL_EVIDENCE) -> Iterator[tuple[str, GapDrawing]]:
    """Yield the drawing of every issue on which a position is held, all parties shown."""
    for row in overview(data, data.negotiation.parties, as_of, cut):
        if any(one.is_evidenced for one in row.positions):
            yield row.issue.id, gap_drawing(row.gap, row.positions, data.statement, voices_of(data, row.positions))


def drawing(data: Dataset) -> GapDrawing:
    found = gap(data)
    return gap_drawing(found, (found.a, found.b), data.statement, voices_of(data, (found.a, found.b)))


def drawn(data: Dataset, width: float = 1120, cut: str = "") -> Picture:
    return gap_picture(drawing(data), COLOURS, NOTE, STATUS, cut, width)


def layer(picture: Picture, key: str) -> tuple[Item, ...]:
    return next((one.items for one in picture.layers if one.id == key), ())


def sorted_rounded(values: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return rows of places and words in one order, places rounded so that only a real difference counts; none is as little as -0."""
    return sorted((tuple(round(one, 4) + 0.0 if isinstance(one, float) else one for one in row) for row in values), key=repr)


FILLS = {"demand": "solid", "measure": "square"}


def shapes_of(part: str, *, is_soft: bool) -> list[str]:
    """Return of what shapes a mark is made: what is only hinted or implied stands within a ring that is not drawn through."""
    return [*([FILLS[part]] if part in FILLS else []), "ring"] if is_soft else [FILLS.get(part, "hollow")]


class Geometry:
    """What a drawing holds, by kind of mark: colours, places on the scale."""

    def __init__(self, drawing: GapDrawing, colours: Mapping[str, str]) -> None:
        self.drawing = drawing
        self.rows = [(row, colours[row.party_id]) for row in drawing.rows]
        self.step = 0.5 if drawing.axis.is_ladder else 0.0

    def marks(self) -> Rows:
        held = [(one, colour) for row, colour in self.rows for one in row.marks]
        return [(colour, shape, float(end)) for one, colour in held for shape in shapes_of(one.part, is_soft=one.is_soft) for end in ends(one.span)]

    def ranges(self) -> Rows:
        marks = [(colour, 3.0 if one.part == "offer" else 5.0, one.span) for row, colour in self.rows for one in row.marks]
        voices = [(colour, 2.0, one.span) for row, colour in self.rows for one in row.voices]
        return [(colour, wide, *map(float, ends(span))) for colour, wide, span in (*marks, *voices) if not span.is_exact]

    def voices(self) -> Rows:
        held = [(one, colour) for row, colour in self.rows for one in row.voices if not one.refused]
        return [(colour, shape, float(end)) for one, colour in held for shape in shapes_of(one.part, is_soft=one.is_soft) for end in ends(one.span)]

    def letters(self) -> Rows:
        return [(one.label,) for row, _ in self.rows for one in row.voices] + [(say(row.unplaced),) for row, _ in self.rows if row.unplaced]

    def barriers(self) -> Rows:
        return [(colour, float(one.at)) for row, colour in self.rows for one in row.barriers if one.is_stated]

    def brackets(self) -> Rows:
        pad = 0.42 if self.step else 0.0
        held = [(colour, one.span) for row, colour in self.rows for one in row.barriers if not one.is_stated]
        return list(dict.fromkeys((colour, float(span.low) - pad, float(span.high) + pad) for colour, span in held))

    def fading(self) -> Rows:
        held = [sorted((float(one.at), float(one.fades_at))) for row, _ in self.rows for one in row.barriers if one.is_stated]
        return [(low, high) for low, high in held if low < high]

    def measure(self) -> Rows:
        found = self.drawing.measure
        spans = [(2.0, found.reach), *([(4.0, found.sure)] if found.sure else [])] if found else []
        return [(wide, float(span.low), float(span.high)) for wide, span in spans]

    def zone(self) -> Rows:
        found = self.drawing.zone
        if found is None:
            return []
        spans = [(True, found.possible)] if found.certain != found.possible else []
        spans += [(False, found.certain)] if found.certain else []
        return [(is_hatched, float(span.low), float(span.high)) for is_hatched, span in spans]


def ends(span: Span) -> list[Fraction]:
    return list(dict.fromkeys((span.low, span.high)))


class Sheet:
    """What the picture of a drawing shows, mapped back onto the scale by the words beneath its ticks."""

    def __init__(self, drawing: GapDrawing, colours: Mapping[str, str], width: float) -> None:
        self.picture = gap_picture(drawing, colours, NOTE, STATUS, "", width)
        self.colours = set(colours.values())
        uprights = sorted({one.x1 for one in layer(self.picture, "base") if isinstance(one, Line) and one.x1 == one.x2 and one.opacity < 0.3})
        if drawing.axis.is_ladder:
            values = [float(number) for number in range(len(drawing.axis.names))]
        else:
            base = [one for one in layer(self.picture, "base") if isinstance(one, Label)]
            values = [float(one.text) for one in base if one.anchor == "middle" and not one.is_bold]
        assert len(uprights) == len(values) > 1
        self.zero = uprights[0]
        self.pixel = (values[-1] - values[0]) / (uprights[-1] - uprights[0])
        self.first = values[0]
        self.party = [item for one in self.picture.layers if one.id.startswith("party:") for item in one.items]

    def value(self, x: float) -> float:
        return self.first + (x - self.zero) * self.pixel

    def _dots(self, *, of_voices: bool) -> list[tuple[Any, ...]]:
        held = [one for one in self.party if isinstance(one, Dot) and (one.stroke == 2) == of_voices]
        squares = [one for one in self.party if isinstance(one, Box) and (one.width in (2 * SQUARE * 5, 2 * SQUARE * (5 * INNER))) == of_voices]
        rings = [one for one in self.party if isinstance(one, Outline) and one.dash == NOT_THROUGH and (one.width == 2) == of_voices]
        return [
            *((one.colour, one.fill, self.value(one.x)) for one in held),
            *((one.colour, "square", self.value(one.x + one.width / 2)) for one in squares),
            *((one.colour, "ring", self.value((max(one.points)[0] + min(one.points)[0]) / 2)) for one in rings),
        ]

    def marks(self) -> list[tuple[Any, ...]]:
        return self._dots(of_voices=False)

    def ranges(self) -> list[tuple[Any, ...]]:
        held = [one for one in self.party if isinstance(one, Line) and one.dash == (2.0, 5.0)]
        return [(one.colour, float(one.width), self.value(one.x1), self.value(one.x2)) for one in held]

    def voices(self) -> list[tuple[Any, ...]]:
        return self._dots(of_voices=True)

    def letters(self) -> list[tuple[Any, ...]]:
        return [(one.text,) for one in self.party if isinstance(one, Label) and one.size == 14]

    def barriers(self) -> list[tuple[Any, ...]]:
        held = [one for one in layer(self.picture, "limits") if isinstance(one, Line)]
        return [(one.colour, self.value(one.x1)) for one in held]

    def brackets(self) -> list[tuple[Any, ...]]:
        held = [one for one in layer(self.picture, "limits") if isinstance(one, Outline) and one.dash]
        return [(one.colour, self.value(one.points[0][0]), self.value(other.points[-1][0])) for one, other in zip(held[::2], held[1::2], strict=True)]

    def fading(self) -> list[tuple[Any, ...]]:
        """Return from where to where each stretch reaches, whose shades lie side by side."""
        held = [one for one in layer(self.picture, "limits") if isinstance(one, Box)]
        return [(self.value(held[at].x), self.value(held[at + 5].x + held[at + 5].width)) for at in range(0, len(held), 6)]

    def measure(self) -> list[tuple[Any, ...]]:
        held = [one for one in layer(self.picture, "gap") if isinstance(one, Line) and one.y1 == one.y2]
        return [(float(one.width), self.value(one.x1), self.value(one.x2)) for one in held]

    def zone(self) -> list[tuple[Any, ...]]:
        held = [one for one in layer(self.picture, "gap") if isinstance(one, Box)]
        return [(one.is_hatched, self.value(one.x), self.value(one.x + one.width)) for one in held]


def shown(one: GapDrawing, colours: Mapping[str, str], width: float = 1120) -> Sheet:
    """Fail where a picture shows a mark elsewhere than its drawing has it, in another look or number; return what the picture shows."""
    held, sheet = Geometry(one, colours), Sheet(one, colours, width)
    for kind in ("marks", "ranges", "voices", "letters", "barriers", "brackets", "fading", "measure"):
        assert sorted_rounded(getattr(sheet, kind)()) == sorted_rounded(getattr(held, kind)()), kind
    wide = float(one.right - one.left)
    for drawn, expected in zip(sorted(sheet.zone()), sorted(held.zone()), strict=True):
        # A zone of one figure has some width, or it could not be seen.
        assert drawn == (expected[0], pytest.approx(expected[1], abs=wide / 50), pytest.approx(expected[2], abs=wide / 50))
    return sheet


@pytest.mark.parametrize("cut", CUTS, ids=lambda one: one.id)
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_marks_stand_where_the_geometry_has_them(as_of: date, cut: EvidenceCut) -> None:
    """On every issue of the shipped data each mark, limit, distance and zone lies at its values, on a page and on a phone, with all words."""
    colours = party_colours(shipped().negotiation)
    for issue, one in drawings(shipped(), as_of, cut):
        for width in (1180, 350):
            picture = shown(one, colours, width).picture
            text = {label.text for label in labels(picture)}
            lines = " ".join(label.text for label in labels(picture))
            assert {row.name for row in one.rows} <= text, issue
            assert all(row.dated in lines for row in one.rows), issue
            assert all(name in lines for name in one.axis.names), issue
            assert one.measure is None or one.measure.label in lines, issue
            assert one.zone is None or one.zone.label in lines, issue
            assert picture.alt == gap_alt(one, STATUS), issue


@given(talks(), st.sampled_from((350, 1120, 640)))
def test_they_do_whatever_is_said(made: Talks, width: int) -> None:
    """Of made-up talks too: targets, unknown ends, several parties; nothing leaves the sheet, and no words meet, at any width."""
    data = made.dataset()
    positions = made.positions()
    found = gap_drawing(gap_in(data, made), positions, data.statement, voices_of(data, positions))
    if found.rows:
        picture = shown(found, COLOURS, width).picture
        assert (outside(picture), meeting(picture)) == ([], [])


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("as_of", DAYS, ids=str)
def test_nothing_is_cut_and_no_words_meet(as_of: date, width: float) -> None:
    """On every issue shipped, from a phone to a wall, with the evidence cut above; nor is a word cut off or broken."""
    colours = party_colours(shipped().negotiation)
    for issue, one in drawings(shipped(), as_of):
        found = gap_picture(one, colours, NOTE, STATUS, "Evidence: officials, named or not", width)
        assert outside(found) == [], issue
        assert meeting(found) == [], issue
        words = {word for label in labels(found) for word in label.text.split()}
        assert not any(word.endswith("…") for word in words), issue
        assert {word for name in one.axis.names for word in name.split()} <= words, issue


def test_letters_are_as_large_as_a_page_needs() -> None:
    """Names of parties at least 16 pixels, those of rungs and numbers 14, everything else 13, on every width."""
    for width in WIDTHS:
        for _, one in drawings(shipped(), DAYS[1]):
            picture = gap_picture(one, party_colours(shipped().negotiation), NOTE, STATUS, "", width)
            sizes = {label.text: label.size for label in labels(picture)}
            assert min(sizes[row.name] for row in one.rows) >= 16
            assert min(label.size for label in layer(picture, "base") if isinstance(label, Label) and label.anchor == "middle") >= 14
            assert min(sizes.values()) >= 13


@pytest.mark.parametrize("width", [1120, 640, 350])
def test_long_names_in_any_script_fit(width: float) -> None:
    """Names of parties and rungs, units and notes in Chinese, Arabic and long German words stay on the sheet and apart."""
    briefing = many_tongues()
    data, colours = briefing.dataset, party_colours(briefing.dataset.negotiation)
    names = ["Vereinigte Küstenfischereigenossenschaften", CHINESE * 3, f"{ARABIC} {ARABIC}", "Land"]
    for issue, one in drawings(data, briefing.as_of):
        rows = tuple(replace(row, name=name, newest=PartialDate.parse("2024-03-17/2025-09-17")) for row, name in zip(one.rows, names, strict=False))
        axis = replace(one.axis, names=tuple(names[: len(one.axis.names)]), unit=CHINESE if one.axis.unit else "")
        measure = replace(one.measure, told=Verbatim(f"{names[0]} – {names[2]}: {CHINESE}, 17 points")) if one.measure else None
        found = gap_picture(replace(one, rows=rows, axis=axis, measure=measure), colours, CHINESE * 12, STATUS, "", width)
        assert outside(found) == [], issue
        assert meeting(found) == [], issue


def test_layers_hold_what_they_say() -> None:
    """The scale and names come first, then what marks mean and the note, then each party's marks with its speakers, then all limits, then what lies between."""
    found = drawn(
        quota(percent(), UP_DOWN, statement("a", "demand", (25, 30)), statement("a", "offer", 20), statement("b", "offer", 10),
              statement("b", "red_line", 15), statement("b", "offer", 12, speaker="envoy"))
    )  # fmt: skip
    assert [one.id for one in found.layers] == ["base", "key", "party:a", "party:b", "limits", "gap"]
    base = [one.text for one in layer(found, "base") if isinstance(one, Label)]
    assert base[:6] == ["0", "10", "20", "30", "40", "50"]
    key = [one.text for one in layer(found, "key") if isinstance(one, Label)]
    assert {"%", "A", "B", "1 Mar 2025"} <= set(base)
    assert {NOTE, "demand", "best offer", "stated limit, teeth on what is refused", "limit not stated"} <= set(key)
    assert not any(isinstance(one, Dot) for one in layer(found, "base"))
    assert not any(isinstance(one, Dot) and one.colour != NEUTRAL for one in layer(found, "key"))
    assert [(one.colour, one.fill) for one in layer(found, "party:a") if isinstance(one, Dot)] == [
        (COLOURS["a"], "solid"), (COLOURS["a"], "solid"), (COLOURS["a"], "hollow"),
    ]  # fmt: skip
    assert {one.colour for one in layer(found, "limits")} == {COLOURS["a"], COLOURS["b"]}
    assert [one.text for one in layer(found, "limits") if isinstance(one, Label)] == ["?"]
    assert [one.text for one in layer(found, "gap") if isinstance(one, Label)] == ["A – B: 13 to 18 points apart"]


def test_a_demand_and_an_offer_in_one_place_are_both_seen() -> None:
    """One stands above the line and one beneath, at the same value, and they do not cover each other; apart they stand on the line."""
    same = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r3"), statement("a", "offer", "r3")))
    demand, offer = (one for one in layer(same, "party:a") if isinstance(one, Dot))
    assert (demand.fill, offer.fill, demand.x) == ("solid", "hollow", offer.x)
    assert offer.y - demand.y == 19 >= demand.radius + offer.radius
    apart = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r4"), statement("a", "offer", "r3")))
    assert len({one.y for one in layer(apart, "party:a") if isinstance(one, Dot)}) == 1


def test_two_ends_close_to_each_other_stay_two() -> None:
    """Marks of a place told as a range shrink rather than cover each other."""
    found = drawn(quota(percent(), UP_DOWN, statement("a", "demand", (25, 26))))
    low, high = (one for one in layer(found, "party:a") if isinstance(one, Dot))
    assert low.x + low.radius < high.x - high.radius


def test_teeth_point_at_what_is_refused() -> None:
    """Who wants more refuses what lies lower: to the left; who wants less, what lies higher."""
    found = drawn(quota(percent(), UP_DOWN, statement("a", "red_line", 17), statement("b", "red_line", 15)))
    left, right = (one for one in layer(found, "limits") if isinstance(one, Line))
    teeth = [one for one in layer(found, "limits") if isinstance(one, Outline)]
    assert {one.points[1][0] - one.points[0][0] for one in teeth if one.colour == COLOURS["a"]} == {-8}
    assert {one.points[1][0] - one.points[0][0] for one in teeth if one.colour == COLOURS["b"]} == {8}
    assert {one.points[0][0] for one in teeth} == {left.x1, right.x1}


def test_who_says_what_is_told_beneath() -> None:
    """Each letter above a row is explained in the words of the geometry, in the party's layer, above the source note."""
    found = drawn(
        quota(ladder(8), UP_DOWN, statement("a", "demand", "r5", said="2025-03-08"), statement("a", "demand", "r3", speaker="envoy"),
              statement("b", "demand", "r1"))
    )  # fmt: skip
    told = [(one.text, one.y) for one in layer(found, "party:a") if isinstance(one, Label) and one.size == 13]
    assert [text for text, _ in told] == ["A, demand: Rung 3 (b envoy, 1 Mar 2025).", "A, demand: Rung 5 (a minister, 8 Mar 2025)."]
    assert all(y < one.y for _, y in told for one in labels(found) if one.text == NOTE)


def test_the_evidence_cut_stands_above_everything_in_bold() -> None:
    """It heads the sheet, which grows by it; under the default nothing stands there."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"))
    bare, cut = drawn(data), drawn(data, cut="Evidence: on record only")
    first = min(labels(cut), key=lambda one: one.y)
    assert (first.text, first.is_bold) == ("Evidence: on record only", True)
    assert cut.height - bare.height == 26
    assert cut.alt.startswith("Evidence: on record only. Positions on a scale of named steps")


def test_the_legend_wraps_and_holds_only_what_is_drawn() -> None:
    """On a wide sheet it is one line; on a narrow one it goes on beneath, and a sheet without offers explains none."""
    said = [statement("a", "demand", "r5"), statement("a", "red_line", "r3"), statement("b", "offer", "r1")]
    pictures = [drawn(quota(ladder(6), UP_DOWN, *said), width) for width in (1120, 640)]
    found = [[one for one in layer(each, "key") if isinstance(one, Label) and one.size == 14] for each in pictures]
    assert [one.text for one in found[0]] == ["demand", "best offer", "stated limit, teeth on what is refused", "limit not stated"]
    assert [[one.text for one in each] for each in found] == [[one.text for one in found[0]]] * 2
    assert [len({one.y for one in each}) for each in found] == [1, 2]
    alone = drawn(quota(ladder(6), UP_DOWN, *said[:2]))
    assert [one.text for one in layer(alone, "key") if isinstance(one, Label) and one.size == 14] == [
        "demand",
        "stated limit, teeth on what is refused",
    ]


def test_it_is_the_same_each_time() -> None:
    """Shape for shape."""
    data = quota(percent(), UP_DOWN, statement("a", "demand", (25, 30)), statement("b", "red_line", (10, 15)))
    assert drawn(data) == drawn(data)
    assert drawn(data) != drawn(data, width=640)


def test_every_issue_of_the_invented_talks_is_drawn() -> None:
    """Quantities, targets and ladders: nothing leaves the sheet and no words meet."""
    names = []
    for issue, one in drawings(invented(), date(2025, 4, 30)):
        found = shown(one, party_colours(invented().negotiation), 640).picture
        assert (outside(found), meeting(found)) == ([], []), issue
        names.append(issue)
    assert len(names) == 3


# What the figure must show

TV3 = [
    statement("a", "demand", (25, 30)),
    statement("a", "offer", 20),
    statement("b", "demand", 0),
    statement("b", "offer", (10, 12)),
    statement("b", "red_line", 15),
]


def sheet(data: Dataset) -> Sheet:
    return Sheet(drawing(data), COLOURS, 1120)


def test_a_row_is_named_and_dated() -> None:
    """The party's name stands beside its row with the date of its newest statement; a stale row says so. On a phone both stand above it."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "offer", "r1", said="2024-03-01"))
    for width in (1120, 350):
        named = {one.text: one for one in labels(drawn(data, width))}
        assert {"A", "B", "1 Mar 2025", "1 Mar 2024 (stale)"} <= set(named)
        assert named["A"].y < named["B"].y
        assert (named["1 Mar 2025"].x > named["A"].x) == (width == 350)


def test_a_ladder_shows_the_names_of_its_rungs() -> None:
    """No rung is a number on screen; a long name takes several lines."""
    names = ("None", "A public promise without sum")
    rungs = [{"id": f"r{number}", "name": name, "means": name, "why": "More."} for number, name in enumerate(names)]
    base = layer(drawn(quota({"ladder": rungs}, UP_DOWN, statement("a", "demand", "r1")), 350), "base")
    assert [one.text for one in base if isinstance(one, Label) and one.anchor == "middle"] == ["None", "A public promise", "without sum"]


def test_a_quantity_shows_its_unit_and_the_source_note_stands_under_every_scale() -> None:
    """The note is part of the figure, and its lowest line."""
    for width in (1120, 350):
        in_percent = labels(drawn(quota(percent(), UP_DOWN, statement("a", "demand", 30)), width))
        assert [one.text for one in in_percent if one.is_bold and one.anchor == "middle" and one.text != "?"] == ["%"]
        on_rungs = labels(drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")), width))
        for found in (in_percent, on_rungs):
            lowest = [one for one in found if one.opacity < 1 and one.y > max(each.y for each in found if each.anchor == "middle")]
            assert " ".join(one.text for one in lowest) == NOTE


def test_a_barrier_is_drawn_for_what_is_refused_and_a_bracket_for_what_nobody_stated() -> None:
    """B refuses more than 15; A has stated no limit: it may lie anywhere up to 20."""
    found = sheet(quota(percent(), UP_DOWN, *TV3))
    assert sorted_rounded(found.barriers()) == [(COLOURS["b"], 15.0)]
    assert sorted_rounded(found.brackets()) == [(COLOURS["a"], 0.0, 20.0)]
    (question,) = (one for one in layer(found.picture, "limits") if isinstance(one, Label))
    assert (question.text, question.colour, round(found.value(question.x), 4)) == ("?", COLOURS["a"], 10.0)


def test_the_distance_is_solid_where_sure_and_dashed_where_possible() -> None:
    """TV3: dashed from 10 to 30, solid from 12 to 25, and its label says both bounds."""
    found = sheet(quota(percent(), UP_DOWN, *TV3))
    assert sorted_rounded(found.measure()) == [(2.0, 10.0, 30.0), (4.0, 12.0, 25.0)]
    level = [one for one in layer(found.picture, "gap") if isinstance(one, Line) and one.y1 == one.y2]
    assert [(one.width, one.dash is not None, one.colour) for one in level] == [(2, True, NEUTRAL), (4, False, NEUTRAL)]
    (label,) = (one for one in layer(found.picture, "gap") if isinstance(one, Label) and one.is_bold)
    assert label.text == "A – B: 13 to 20 points apart"


def test_a_zone_is_solid_if_certain_and_hatched_if_possible() -> None:
    """It reaches from the place of one limit to that of the other; where they exclude each other nothing is drawn."""
    certain = sheet(quota(percent(), UP_DOWN, statement("a", "red_line", 17), statement("b", "red_line", 20)))
    assert sorted_rounded(certain.zone()) == [(False, 17.0, 20.0)]
    possible = sheet(quota(percent(), UP_DOWN, statement("a", "red_line", (15, 22)), statement("b", "red_line", (16, 20))))
    assert sorted_rounded(possible.zone()) == [(True, 15.0, 20.0)]
    both = sheet(quota(percent(), UP_DOWN, statement("a", "red_line", (15, 17)), statement("b", "red_line", (18, 20))))
    assert sorted_rounded(both.zone()) == [(False, 17.0, 18.0), (True, 15.0, 20.0)]
    told = [[one.text for one in layer(each.picture, "gap") if isinstance(one, Label)][-1] for each in (certain, possible, both)]
    assert told == ["certain zone", "possible zone", "zone: solid certain, hatched possible"]
    neither = drawn(quota(percent(), UP_DOWN, statement("a", "red_line", 22), statement("b", "red_line", 20)))
    assert [one.text for one in layer(neither, "gap") if isinstance(one, Label) and "zone" in one.text] == []


def test_a_principal_that_spoke_and_placed_nothing_has_a_row() -> None:
    """What it said is counted on its line and opens; an advocate has none, nor a principal that said nothing."""
    finding = {"not_placeable": "A finding."}
    said = (statement("b", "rationale", finding), statement("b", "rationale", finding), statement("c", "rationale", finding))
    ways = {**UP_DOWN, "c": "up", "d": "up"}
    found = drawn(quota(ladder(6), ways, statement("a", "demand", "r5"), *said, parties_as={"c": {"role": "advocate"}}))
    assert [one.id for one in found.layers if one.id.startswith("party:")] == ["party:a", "party:b"]
    told = [(one.words, one.ids) for one in found.signs if "no ask" in one.words]
    assert told == [("B: no ask stated in 2 statements", ("s1", "s2"))]
    assert "B (1 Mar 2025): no ask stated in 2 statements." in found.alt


def test_an_imprecise_limit_fades_towards_what_is_kept() -> None:
    """The hatch is strongest at the barrier, and covers the whole stretch."""
    found = sheet(quota(percent(), UP_DOWN, statement("b", "red_line", (10, 13))))
    assert sorted_rounded(found.fading()) == [(10.0, 13.0)]
    stretch = [one for one in layer(found.picture, "limits") if isinstance(one, Box)]
    assert all(one.is_hatched for one in stretch)
    assert [one.opacity for one in stretch] == sorted({one.opacity for one in stretch})


def test_parties_have_their_own_colours_and_text_the_ink_of_where_it_stands() -> None:
    """Only the question mark of a party has its colour."""
    found = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "offer", "r1")))
    assert [one.colour for key in "ab" for one in layer(found, f"party:{key}") if isinstance(one, Dot)] == [COLOURS["a"], COLOURS["b"]]
    assert {one.colour for one in labels(found) if one.text != "?"} == {INK}


def test_the_picture_grows_with_its_rows() -> None:
    """Each further party adds a row's height."""
    two = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r0")))
    one = drawn(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")))
    assert two.height > one.height


# Voices

DIFFERING = [
    statement("a", "demand", "r5", said="2025-03-20"),
    statement("a", "demand", ("r2", "r3"), speaker="leak", said="2025-03-01"),
    statement("a", "offer", "r3", speaker="envoy", conveyance="hint"),
    statement("a", "offer", "r4"),
    statement("b", "demand", "r0"),
]


def test_voices_stand_above_their_party_s_line_in_its_shapes() -> None:
    """Filled is a demand, hollow an offer, within a dashed ring if only hinted; each with its letter beside it, in lanes; rows move down for them."""
    data = quota(ladder(6), UP_DOWN, *DIFFERING)
    found = sheet(data)
    blue = COLOURS["a"]
    assert sorted_rounded(found.voices()) == sorted_rounded(
        [(blue, one, at) for at in (2.0, 3.0) for one in ("solid", "ring")] + [(blue, "ring", 3.0), (blue, "hollow", 4.0), (blue, "solid", 5.0)]
    )
    own = layer(found.picture, "party:a")
    letters = {(one.text, one.anchor): one for one in own if isinstance(one, Label) and one.size == 14}
    assert [(text, anchor) for text, anchor in letters] == [("b", "start"), ("c", "start"), ("a", "start"), ("a", "end")]
    line = next(one.y for one in own if isinstance(one, Dot) and one.stroke == 3)
    heights = [line - one.y for one in own if isinstance(one, Dot) and one.stroke == 2]
    assert (min(heights), len(set(heights))) == (34, 2)
    assert found.picture.height - drawn(quota(ladder(6), UP_DOWN, DIFFERING[0], DIFFERING[4])).height > 2 * 17


def test_a_voice_on_a_limit_is_a_short_toothed_tick() -> None:
    """Its tooth stands on the refused side, and its letter beside it."""
    said = [statement("b", "red_line", 15, said="2025-03-20"), statement("b", "red_line", 10, speaker="envoy")]
    found = sheet(quota(percent(), UP_DOWN, *said))
    ticks = [one for one in layer(found.picture, "party:b") if isinstance(one, Line)]
    assert sorted_rounded([(found.value(one.x1), one.y2 - one.y1) for one in ticks]) == [(10.0, 14.0), (15.0, 14.0)]
    teeth = [one for one in layer(found.picture, "party:b") if isinstance(one, Outline)]
    assert {one.points[1][0] - one.points[0][0] for one in teeth} == {6}
    mirrored = [replace_party(one) for one in said]
    teeth = [one for one in layer(drawn(quota(percent(), UP_DOWN, *mirrored)), "party:a") if isinstance(one, Outline)]
    assert {one.points[1][0] - one.points[0][0] for one in teeth} == {-6}


def replace_party(said: dict[str, Any]) -> dict[str, Any]:
    return {**said, "party": "a"}


def test_the_letters_need_not_be_explained_where_the_text_beside_does() -> None:
    """On pages who says what is told with links; the sheet is lower by it, and each mark still says it."""
    one = drawing(quota(ladder(6), UP_DOWN, *DIFFERING))
    told, bare = (gap_picture(one, COLOURS, NOTE, STATUS, explains_letters=explains) for explains in (True, False))
    words = "A, demand: between Rung 2 and Rung 3 (b leak, 1 Mar 2025)"
    assert [f"{words}." in {label.text for label in labels(each)} for each in (told, bare)] == [True, False]
    assert told.height > bare.height
    assert [words in {sign.words for sign in each.signs} for each in (told, bare)] == [True, True]


def test_the_legend_has_an_entry_for_voices_where_there_are_any() -> None:
    """It is small and last."""
    found, without = drawn(quota(ladder(6), UP_DOWN, *DIFFERING)), drawn(quota(ladder(6), UP_DOWN, DIFFERING[0], DIFFERING[4]))
    legends = [[one.text for one in layer(each, "key") if isinstance(one, Label) and one.size == 14] for each in (found, without)]
    assert legends[0][-1] == "one speaker’s word"
    assert "one speaker’s word" not in legends[1]


def test_a_long_label_of_the_gap_is_told_on_several_lines() -> None:
    """Two names of many letters, one of them written from the right: no line is wider than a phone."""
    names = {"a": {"short": "The Commission of the Northern Isles for Herring and Fisheries"}, "b": {"short": "الهيئة العامة لمصايد الأسماك"}}
    data = quota(percent(), UP_DOWN, statement("a", "demand", 27), statement("b", "offer", 10), parties_as=names)
    found = drawn(data, 350)
    lines = [one.text for one in layer(found, "gap") if isinstance(one, Label) and one.is_bold]
    measure = drawing(data).measure
    assert measure is not None
    assert len(lines) > 1
    assert " ".join(map(unmarked, lines)) == unmarked(measure.label)
    assert outside(found) == []


# In words


def test_all_is_told_in_words() -> None:
    """Who cannot see the chart reads every mark, the distance and the status, with dates and units."""
    assert gap_alt(drawing(quota(percent(), UP_DOWN, *TV3)), "Unknown.") == (
        "Positions on a scale in % from 0 to 50. "
        "A (1 Mar 2025): demand 25 to 30 %; best offer 20 %; limit not stated. "
        "B (1 Mar 2025): demand 0 %; best offer 10 to 12 %; stated limit at most 15 %. "
        "A \u2013 B: 13 to 20 points apart. Unknown."
    )
    on_ladder = gap_alt(drawing(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"))), "")
    assert on_ladder == "Positions on a scale of named steps. A (1 Mar 2025): demand Rung 5; limit not stated."


def test_voices_are_told_in_words() -> None:
    """Who cannot see the chart reads each place that a speaker names, with who and when."""
    told = gap_alt(
        drawing(quota(percent(), UP_DOWN, *(statement("a", "demand", at, speaker=who) for who, at in (("minister", 30), ("envoy", 25))))), ""
    )
    assert told == (
        "Positions on a scale in % from 0 to 50. A (1 Mar 2025): demand 25 to 30 %; limit not stated. "
        "One speaker’s word: A, demand: 25 % (a envoy, 1 Mar 2025). A, demand: 30 % (b minister, 1 Mar 2025)."
    )


def test_a_demand_under_a_condition_only_is_told_as_such() -> None:
    """In the legend its limit is, in words both are."""
    condition = {"type": "if", "says": "the herring return"}
    said = [statement("b", "offer", "r1"), *(statement("b", kind, at, condition=condition) for kind, at in (("red_line", "r3"), ("demand", "r0")))]
    data = quota(ladder(6), UP_DOWN, *said)
    legend = [one.text for one in layer(drawn(data), "key") if isinstance(one, Label) and one.size == 14]
    assert legend == ["best offer", "no limit without a condition"]
    assert "best offer Rung 1; no demand without a condition; no limit without a condition." in gap_alt(drawing(data), "")
