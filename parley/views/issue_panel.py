"""What the issue page shows of one issue: the answer, the picture, three short columns and the statements side by side; or the same over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.analysis.clusters import Gathered, gathered
from parley.analysis.overview import overview_row
from parley.analysis.said_on import said_on
from parley.analysis.voices import voices_of
from parley.telling.issue_page import NOTHING_BY_THEN, also_said, more_on_it, speakers_differ, unplaced_held
from parley.telling.older import older_counts
from parley.views import issue_parts
from parley.views.charts import Room
from parley.views.components.panel import Folded, Panel, Part
from parley.views.members_parts import one_by_one
from parley.views.ratings_parts import ratings_sheet
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
    return Panel((*parts(chosen, gathered(row, chosen.dataset.negotiation), look),))


def _over_time(chosen: Selection, found: Gathered, look: Look) -> Iterator[tuple[str, Part]]:
    """Yield the parties in focus over time, what they said, and the other parties one by one."""
    drawn = timeline_chart(chosen, found.alone, first_day(look.stretch, chosen.as_of), look.room)
    others = one_by_one(found, chosen.dataset)
    if drawn is not None:
        time, chart = drawn
        yield "chart", chart
    if others:
        yield "others", others
    if drawn is not None:
        yield "said", said_sheet(time, found.alone, chosen.dataset)
    elif not others:
        yield "nothing", say(NOTHING_BY_THEN)


def _positions(chosen: Selection, found: Gathered, look: Look) -> Iterator[tuple[str, Part]]:
    """Yield what an issue comes to, the issue drawn, what that rests on in three columns, and the statements side by side."""
    dataset, row, alone = chosen.dataset, found.row, found.alone
    whole = said_on(dataset, found)
    differing = voices_of(dataset, alone.positions)
    glance = issue_parts.drawn_in_full(dataset, found, differing)
    if row.gap is not None:
        yield "answer", issue_parts.answer_sheet(glance.answer, older_counts(row.gap, dataset))
    is_drawn = any(line.ids for lane in glance.lanes for line in lane.lines)
    if is_drawn:
        yield "chart", issue_parts.issue_chart(chosen, row, glance, look.room)
    others = one_by_one(found, dataset)
    if others:
        yield "others", others
    if row.gap is not None:
        summary = issue_parts.summary(chosen, row, differing, glance.ids)
        yield "columns", summary.shown
        if summary.left:
            yield "more", Folded(say(more_on_it(summary.left)), summary.more)
    if whole.ids:
        yield "whole", issue_parts.all_of_it(dataset, whole)
    counted = issue_parts.board(dataset, alone, whole)
    if counted.lines:
        yield "board", counted
    if differing:
        yield "voices", Folded(say(speakers_differ(sum(len(one.voices) for one in differing))), issue_parts.voices_sheet(differing))
    if whole.aside:
        yield "also", Folded(say(also_said(len(whole.aside))), issue_parts.uncounted(dataset, alone, whole))
    if whole.threats or whole.reasons:
        yield "reasons", Folded(say(unplaced_held(len(whole.threats), len(whole.reasons))), issue_parts.supporting(dataset, alone, whole))
    ratings = ratings_sheet(row.issue, chosen.parties)
    if ratings:
        yield "weights", ratings
    silence = issue_parts.silence_words(dataset, row, [one.key for one in glance.lanes] if is_drawn else ())
    if silence:
        yield "silence", silence
