"""What would come of a change: the issue drawn as it stands now and as it would, and whether the statement counts, before anything is saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import streamlit as st

from parley.analysis.clusters import gathered
from parley.analysis.overview import overview_row
from parley.analysis.voices import voices_of
from parley.dataset import Dataset
from parley.telling import editing as told
from parley.telling.older import older_counts
from parley.views import issue_parts
from parley.views.charts import Room
from parley.views.components.panel import Panel, Part, draw_panel
from parley.views.drawer import part_played
from parley.views.markup import literal
from parley.views.panels import tried_base
from parley.views.selection import Selection
from parley.words import say


def draw_before_and_after(chosen: Selection, before: Dataset, after: Dataset | None, statement: str, *, key: str) -> None:
    """Draw the issue of the selection as it stands in one dataset and as it would in another, on the day of the statement or later."""
    day = chosen.as_of
    issue, shown = chosen.issue, {one.id for one in chosen.parties}
    if after is not None and after.holds(statement):
        one = after.statement(statement)
        day, issue = max(day, one.day), after.negotiation.issue_by_id[one.issue]
        shown.add(one.party)
    if issue is None:
        return
    now = _of(replace(chosen, issue=issue), before, day, shown)
    then = _of(replace(chosen, issue=issue), after, day, shown) if after is not None else None

    def draw(room: Room) -> Panel:
        return Panel([*_parts("now", now, room, is_drawn=then is None), *(_parts("would_be", then, room) if then else ())])

    if after is not None and after.holds(statement):
        assert then is not None
        st.markdown(literal(say(told.counted(part_played(after.statement(statement), then)))))
    draw_panel(tried_base(draw), issue.id, key=key)


def _of(chosen: Selection, dataset: Dataset, day: date, shown: set[str]) -> Selection:
    parties = tuple(one for one in dataset.negotiation.parties if one.id in shown)
    assert chosen.issue is not None
    issue = dataset.negotiation.issue_by_id.get(chosen.issue.id, chosen.issue)
    return replace(chosen, dataset=dataset, as_of=day, parties=parties, issue=issue)


def _parts(name: told.Section, chosen: Selection, room: Room, *, is_drawn: bool = True) -> Iterator[tuple[str, Part]]:
    assert chosen.issue is not None
    dataset = chosen.dataset
    row = overview_row(dataset, chosen.issue, chosen.parties, chosen.as_of, chosen.cut)
    found = gathered(row, dataset.negotiation)
    glance = issue_parts.drawn_in_full(dataset, found, voices_of(dataset, found.alone.positions))
    yield f"{name}_heading", say(told.section(name))
    if row.gap is not None:
        yield f"{name}_answer", issue_parts.answer_sheet(glance.answer, older_counts(row.gap, dataset))
    if is_drawn and any(line.ids for lane in glance.lanes for line in lane.lines):
        yield f"{name}_chart", issue_parts.issue_chart(chosen, row, glance, room)
