"""The parts of the reading page: marks, gaps and statuses explained, and what is never said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.analysis.gaps import Gap, Status
from parley.analysis.outcomes import Distance
from parley.analysis.voices import PartVoices, voices_of
from parley.figures.gap_geometry import gap_drawing
from parley.figures.gap_picture import gap_picture
from parley.figures.on_page import plotly_figure
from parley.figures.palette import party_colours
from parley.telling import reading
from parley.telling.gap import pivots_told, status_told
from parley.telling.reading import GapKind, Head, Mark, Moving, Table
from parley.telling.said import Apart, Said
from parley.telling.voices import rule_told
from parley.views.cells import status_item
from parley.views.charts import Room
from parley.views.components.chart import Chart
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.example import example_gap
from parley.words import said_all, say

NARROW = "28%"
MARK_DRAWN: Mapping[Mark, str] = {
    "demand": "demand", "offer": "offer", "hint": "offer_soft", "measure": "measure", "limit": "limit", "unstated_limit": "unknown",
    "threat": "threat", "event": "event",
}  # fmt: skip
MOVING_DRAWN: Mapping[Moving, str] = {"closer": "closer", "further": "further", "new": "new", "looks": "evidence"}


def example() -> tuple[Gap, tuple[PartVoices, ...]]:
    """Return the gap of the invented example, and who says what within its parties."""
    dataset, gap = example_gap()
    return gap, tuple(voices_of(dataset, (gap.a, gap.b)))


def example_chart(room: Room) -> Chart:
    """Return the invented example drawn; its statements are nobody's, so that no mark opens any."""
    dataset, gap = example_gap()
    drawing = gap_drawing(gap, (gap.a, gap.b), dataset.statement, voices_of(dataset, (gap.a, gap.b)))
    colours = party_colours(dataset.negotiation)
    picture = gap_picture(drawing, colours, say(reading.INVENTED), say(reading.INVENTED_EXAMPLE), width=room.width, explains_letters=False)
    return Chart(plotly_figure(picture, room.ink), picture.alt)


def example_words(gap: Gap) -> str:
    """Return what the example shows, in the product's own sentences."""
    return " ".join(map(say, [status_told(gap), *pivots_told(gap, beyond_status=True)]))


def voices_words(voices: Sequence[PartVoices]) -> str:
    """Return who is behind each letter in the example, and the rule that decides between them."""
    return " ".join(said_all([reading.letters_told(voices), *map(rule_told, voices)]))


def marks_sheet() -> Sheet:
    """Return the marks and what each means."""
    rows = [(Item(say(reading.mark_name(one)), mark=MARK_DRAWN.get(one, "")), reading.mark_means(one)) for one in reading.MARKS]
    return _explained("marks", "mark", rows)


def gaps_sheet(gap: Gap) -> Sheet:
    """Return the four gaps, what each compares, and its value in the example."""
    distances: dict[GapKind, Distance] = {"headline": gap.headline, "table": gap.table_a, "bid": gap.bid, "limit": gap.limit}
    columns = [
        Column(say(reading.head("gap")), width=NARROW),
        Column(say(reading.head("compares"))),
        Column(say(reading.head("example")), width="24%"),
    ]
    lines = [
        Line(tuple((Item(words),) for words in said_all([reading.gap_name(one), reading.gap_compares(one), Apart(distance, gap.a.axis)])))
        for one, distance in distances.items()
    ]
    return Sheet(say(reading.caption("gaps")), columns, lines)


def statuses_sheet() -> Sheet:
    """Return the statuses and what each means."""
    return _explained("statuses", "status", [(status_item(one), reading.status_means(one)) for one in Status])


def movement_sheet() -> Sheet:
    """Return what counts as movement between two dates, and what only looks like it."""
    rows = [(Item(say(reading.movement_name(one)), mark=MOVING_DRAWN[one]), reading.movement_means(one)) for one in reading.MOVING]
    return _explained("movement", "dates", rows)


def refusals() -> str:
    """Return what is never said, as a list in Markdown."""
    return "\n".join(f"- {say(reading.refused(one))}" for one in reading.REFUSALS)


def _explained(table: Table, what: Head, rows: Sequence[tuple[Item, Said]]) -> Sheet:
    """Return things beside what each of them means."""
    columns = [Column(say(reading.head(what)), width=NARROW), Column(say(reading.head("means")))]
    return Sheet(say(reading.caption(table)), columns, [Line(((item,), (Item(say(meaning)),))) for item, meaning in rows])
