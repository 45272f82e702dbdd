"""The parts of the reading page: an example drawn, marks, statuses and keys explained, and what is never said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.analysis.clusters import gathered
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Gap, Status
from parley.analysis.overview import overview_row
from parley.analysis.voices import voices_of
from parley.figures.glance_geometry import full_glance_of
from parley.figures.on_page import plotly_figure
from parley.figures.page_picture import page_picture
from parley.figures.palette import party_colours
from parley.telling import reading
from parley.telling.gap import pivots_told, status_told
from parley.telling.glance import KEY_ENTRIES, KeyEntry, lines_in_focus
from parley.telling.reading import Table
from parley.telling.said import Said, begun
from parley.views.cells import status_item
from parley.views.charts import Room
from parley.views.components.chart import Chart
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.example import DAY
from parley.views.example import example_gap as example
from parley.words import say

NARROW = "28%"
MARK_DRAWN: Mapping[KeyEntry, str] = {
    "asks": "demand", "offers": "offer", "acts": "measure", "soft": "offer_soft", "limit": "limit", "between": "between", "sure": "distance",
    "possible": "possible",
}  # fmt: skip


def example_gap() -> Gap:
    """Return the gap of the invented example."""
    return example()[1]


def example_chart(room: Room) -> Chart:
    """Return the invented example drawn as an issue is on its page; its statements are nobody's, so that no mark opens any."""
    dataset, gap = example()
    row = overview_row(dataset, dataset.negotiation.issues[0], dataset.negotiation.parties, DAY, ALL_EVIDENCE)
    shown = gathered(row, dataset.negotiation)
    glance = full_glance_of(shown, lines_in_focus(shown, dataset), dataset.statement, voices_of(dataset, (gap.a, gap.b)))
    picture = page_picture(glance, party_colours(dataset.negotiation), room.width)
    return Chart(plotly_figure(picture, room.ink), picture.alt)


def example_words(gap: Gap) -> str:
    """Return what the example shows, in the product's own sentences."""
    return " ".join(map(say, [reading.INVENTED_EXAMPLE, status_told(gap), *pivots_told(gap, beyond_status=True)]))


def marks_sheet() -> Sheet:
    """Return the marks, called as in the legend, and what each means."""
    rows = [(Item(say(begun(reading.mark_name(one))), mark=MARK_DRAWN.get(one, "")), reading.mark_means(one)) for one in KEY_ENTRIES]
    return _explained("marks", rows)


def statuses_sheet() -> Sheet:
    """Return the statuses and what each means."""
    return _explained("statuses", [(status_item(one), reading.status_means(one)) for one in Status])


def keys_sheet() -> Sheet:
    """Return the keys that work on every page, and what each does."""
    return _explained("keys", [(Item(say(reading.key_name(one))), begun(reading.key_does(one))) for one in reading.KEYS])


def refusals() -> str:
    """Return what is never said, as a list in Markdown."""
    return "\n".join(f"- {say(reading.refused(one))}" for one in reading.REFUSALS)


def _explained(table: Table, rows: Sequence[tuple[Item, Said]]) -> Sheet:
    """Return things beside what each of them means."""
    columns = [Column("", width=NARROW), Column("")]
    return Sheet(say(reading.caption(table)), columns, [Line(((item,), (Item(say(meaning)),))) for item, meaning in rows], layout="fields")
