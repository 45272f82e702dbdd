"""The spots of a chart: every mark answers, with who said it, and leads to its statements."""

from __future__ import annotations

from datetime import date
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.leading import towards_of
from parley.analysis.overview import OverviewRow, overview_row
from parley.analysis.timeline import spans_of, timeline
from parley.analysis.voices import voices_of
from parley.dataset import Dataset
from parley.figures.areas import area_of
from parley.figures.gap_geometry import GapDrawing, gap_drawing
from parley.figures.gap_picture import gap_picture
from parley.figures.picture import Dot, Line, Picture, Sign
from parley.figures.spots import Citing, Spot, spots_of
from parley.figures.timeline_geometry import TimelineDrawing, timeline_drawing
from parley.figures.timeline_picture import timeline_picture
from parley.model import Statement
from tests.making import TODAY, ladder, quota, statement

NAMES = {"a": {"name": "Northland", "short": "North"}, "b": {"name": "Southmark", "short": "South"}}


def talks(*statements: dict[str, Any]) -> Dataset:
    return quota(ladder(6), {"a": "up", "b": "down"}, *statements, parties_as=NAMES)


def row_of(data: Dataset) -> OverviewRow:
    return overview_row(data, data.negotiation.issues[0], data.negotiation.parties, TODAY, ALL_EVIDENCE)


def drawn(data: Dataset) -> GapDrawing:
    row = row_of(data)
    return gap_drawing(row.gap, row.positions, data.statement, voices_of(data, row.positions))


def over_time(data: Dataset, start: date | None = None) -> TimelineDrawing:
    row = row_of(data)
    found = timeline(data, row, TODAY, ALL_EVIDENCE, towards_of(data, row.issue, ("a", "b")))
    assert found is not None
    return timeline_drawing(found, spans_of(found, ALL_EVIDENCE), start)


COLOURS = {"a": "#2A78C8", "b": "#C64E18"}


def pictured(drawing: GapDrawing | TimelineDrawing, width: float = 1180) -> Picture:
    if isinstance(drawing, GapDrawing):
        return gap_picture(drawing, COLOURS, "Note", "", width=width)
    return timeline_picture(drawing, COLOURS, "Note", "", width=width)


def found_in(data: Dataset, drawing: GapDrawing | TimelineDrawing, width: float = 1180) -> tuple[Spot, ...]:
    return spots_of(pictured(drawing, width), Citing(data.statement, cite))


def cite(one: Statement) -> str:
    return f"{one.id} on {one.said.shown()}"


def told(spots: tuple[Spot, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.words, one.ids) for one in spots]


def test_every_mark_of_a_gap_is_a_spot_in_reading_order() -> None:
    """Row by row from low to high, then gap and source note, each with its statements: a limit that nothing bounds rests on none."""
    data = talks(statement("a", "demand", "r5"), statement("a", "offer", "r4"), statement("a", "red_line", "r2"), statement("b", "demand", "r0"))
    assert told(found_in(data, drawn(data))) == [
        ("North, stated limit: at least Rung 2", ("s2",)),
        ("North, best offer: Rung 4", ("s1",)),
        ("North, demand: Rung 5", ("s0",)),
        ("South, demand: Rung 0", ("s3",)),
        ("South: limit not stated", ()),
        ("South – North: 4 steps apart", ("s1", "s3")),
        ("Note", ("s0", "s1", "s2", "s3")),
    ]


def test_a_limit_that_was_not_stated_opens_what_bounds_it() -> None:
    """Whoever wants less and asks for rung 1 has no limit below it."""
    data = talks(statement("a", "demand", "r5"), statement("b", "demand", "r1"))
    assert told(found_in(data, drawn(data)))[3] == ("South: limit not stated", ("s1",))


def test_a_limit_under_a_condition_is_what_the_question_mark_opens() -> None:
    """Nothing else is known of it."""
    priced = statement("b", "red_line", "r3", condition={"type": "if", "says": "the harbours open"})
    data = talks(statement("a", "demand", "r5"), priced, statement("b", "demand", "r0"))
    (asked,) = [one for one in found_in(data, drawn(data)) if one.words == "South: no limit without a condition"]
    assert asked.ids == ("s1",)


def test_marks_at_one_place_are_one_spot() -> None:
    """A pointer could not tell them apart; the words and the statements of both are told."""
    data = talks(statement("a", "demand", "r5"), statement("a", "offer", "r5"), statement("b", "demand", "r0"))
    first = found_in(data, drawn(data))
    (both,) = [one for one in first if one.words.startswith("North, demand")]
    assert both.words == "North, demand: Rung 5; North, best offer: Rung 5"
    assert both.ids == ("s0", "s1")


def test_a_spot_cites_the_newest_and_counts_the_others() -> None:
    """Three statements are told, the newest first."""
    said = [statement("a", "demand", "r5", said=f"2025-03-0{day}") for day in range(1, 6)]
    data = talks(*said)
    assert Citing(data.statement, cite).lines(["s0", "s1", "s2", "s3", "s4"]) == (
        "s4 on 5 Mar 2025", "s3 on 4 Mar 2025", "s2 on 3 Mar 2025", "and 2 more",
    )  # fmt: skip
    assert Citing(data.statement, cite).lines([]) == ()


def test_every_stretch_mark_and_distance_over_time_is_a_spot() -> None:
    """Line by line, then what was said, then the distances and the source note. A stretch that is not exact has both its edges."""
    data = talks(statement("a", "demand", ("r4", "r5"), said="2025-03-01"), statement("b", "demand", "r0", said="2025-03-05"))
    assert [(one.words, len(one.areas), one.ids) for one in found_in(data, over_time(data))] == [
        ("North, demand: between Rung 4 and Rung 5", 2, ("s0",)),
        ("South, demand: Rung 0", 1, ("s1",)),
        ("a demand", 2, ("s0",)),
        ("b demand", 1, ("s1",)),
        ("North – South, steps apart: 4 to 5 steps", 2, ("s0", "s1")),
        ("Note", 1, ("s0", "s1")),
    ]


def test_a_stretch_that_began_before_what_is_drawn_begins_there() -> None:
    """Its area reaches from the first day drawn to the last, like the line that one sees."""
    data = talks(statement("a", "demand", "r5", said="2025-03-01"), statement("b", "demand", "r0", said="2025-03-05"))
    drawing = over_time(data, date(2025, 3, 3))
    (own,) = (layer for layer in pictured(drawing).layers if layer.id == "party:a")
    (line,) = (item for item in own.items if isinstance(item, Line) and item.width == 4)
    assert found_in(data, drawing)[0].areas == (area_of(line),)


def test_a_spot_lies_where_its_mark_is_drawn_at_any_width() -> None:
    """The demand's area is its dot, and that of the distance holds its line and its label."""
    data = talks(statement("a", "demand", "r5"), statement("b", "demand", "r0"))
    for width in (350, 1180):
        picture = pictured(drawn(data), width)
        spots = {one.words: one for one in found_in(data, drawn(data), width)}
        (dot,) = (item for item in picture.items if isinstance(item, Dot) and item.colour == COLOURS["a"])
        assert spots["North, demand: Rung 5"].areas == (area_of(dot),)
        (apart,) = spots["North – South: 5 steps apart"].areas
        low, high = sorted(item.x for item in picture.items if isinstance(item, Dot) and item.radius == 10 and item.colour in COLOURS.values())
        assert apart.left <= low
        assert apart.right >= high
        assert apart.bottom - apart.top > 25


def test_what_frames_a_drawing_is_no_spot() -> None:
    """Neither its scale nor its legend: all that answers is in a party's colours, lies between the parties, or counts statements."""
    data = talks(statement("a", "demand", "r5"), statement("b", "demand", "r0"))
    for drawing in (drawn(data), over_time(data)):
        answering = [(layer.id, part.words) for layer in pictured(drawing).layers for part in layer.parts if isinstance(part, Sign)]
        assert {key for key, words in answering if words != "Note"} <= {"party:a", "party:b", "limits", "gap"}
        assert [words for _, words in answering].count("Note") == 1


def test_no_drawn_statement_is_without_a_spot() -> None:
    """Whatever stands behind a drawing opens from some mark of it."""
    data = talks(
        statement("a", "demand", "r5", speaker="minister"), statement("a", "demand", "r3", speaker="envoy"),
        statement("b", "offer", "r1", conveyance="hint"), statement("b", "red_line", ("r2", "r3")),
    )  # fmt: skip
    drawing = drawn(data)
    assert {key for one in found_in(data, drawing) for key in one.ids} >= set(drawing.ids)
    timed = over_time(data)
    assert {key for one in found_in(data, timed) for key in one.ids} >= set(timed.ids)
