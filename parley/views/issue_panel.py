"""What the issue page shows of one issue: the gap drawn, what would change it and the statements side by side; or the same over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.analysis.overview import OverviewRow, overview_row
from parley.analysis.voices import voices_of
from parley.model import PLACED_KINDS
from parley.telling.issue import verdict
from parley.telling.issue_page import NOTHING_BY_THEN
from parley.views import issue_parts
from parley.views.charts import Room
from parley.views.components.panel import Folded, Panel, Part
from parley.views.selection import Selection
from parley.views.timeline_parts import WHOLE, first_day, said_sheet, timeline_chart
from parley.views.ways import OVER_TIME, POSITIONS
from parley.words import say


@dataclass(frozen=True)
class Look:
    """How an issue is looked at: in which room, as positions or over time, and then over which stretch."""

    room: Room
    view: str = POSITIONS
    stretch: str = WHOLE


def issue_panel(chosen: Selection, look: Look) -> Panel:
    """Return what is shown of the issue chosen."""
    issue = chosen.issue
    assert issue is not None
    row = overview_row(chosen.dataset, issue, chosen.parties, chosen.as_of, chosen.cut)
    parts = _over_time if look.view == OVER_TIME else _positions
    return Panel((("question", issue.question), *parts(chosen, row, look)))


def _over_time(chosen: Selection, row: OverviewRow, look: Look) -> Iterator[tuple[str, Part]]:
    drawn = timeline_chart(chosen, row, first_day(look.stretch, chosen.as_of), look.room)
    if drawn is None:
        yield "nothing", say(NOTHING_BY_THEN)
        return
    found, chart = drawn
    yield "chart", chart
    yield "said", said_sheet(found, row, chosen.dataset)


def _positions(chosen: Selection, row: OverviewRow, look: Look) -> Iterator[tuple[str, Part]]:
    """Yield what lies between the parties, the gap, what stands behind it, and the statements side by side."""
    dataset, issue = chosen.dataset, row.issue
    differing = voices_of(dataset, row.positions)
    if row.gap is not None:
        yield "verdict", issue_parts.verdict_sheet(verdict(row))
    if any(one.is_evidenced for one in row.positions):
        yield "chart", issue_parts.gap_chart(chosen, row, differing, look.room)
    if row.gap is not None:
        yield "background", issue_parts.background_sheet(chosen, row, differing)
    elif differing:
        yield "voices", issue_parts.voices_sheet(differing)
    if issue_parts.speaking(dataset, row):
        yield "board", issue_parts.board(dataset, issue, row, PLACED_KINDS)
        yield "reasons", Folded(issue_parts.folded_label(dataset, issue, row), issue_parts.board(dataset, issue, row, issue_parts.SUPPORTING))
    silence = issue_parts.silence_words(dataset, row)
    if silence:
        yield "silence", silence
