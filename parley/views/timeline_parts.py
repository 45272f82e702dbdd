"""The parts of an issue over time: the choice of the stretch shown, the figure, and the table of what was said, by date."""

from __future__ import annotations

from datetime import date

import streamlit as st

from parley.analysis.leading import towards_of
from parley.analysis.overview import OverviewRow
from parley.analysis.timeline import Timeline, spans_of, timeline
from parley.dates import days_later
from parley.evidence import Evidence
from parley.figures.alternatives import timeline_alt
from parley.figures.page_picture import LARGE, WIDE
from parley.figures.palette import party_colours
from parley.figures.picture import enlarged
from parley.figures.sheet import NARROW, SMALL
from parley.figures.source_note import source_note
from parley.figures.timeline_geometry import timeline_drawing
from parley.figures.timeline_picture import timeline_picture
from parley.model import PLACED_KINDS
from parley.telling.controls import control, stretch_choice
from parley.telling.cuts import cut_note
from parley.telling.evidence import source_told
from parley.telling.issue_page import EVENT, event_day, said_by, said_head
from parley.views.cells import statement_item
from parley.views.charts import Room, chart_of
from parley.views.components.chart import Chart
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.controls import choose_one
from parley.views.selection import Selection
from parley.words import say

DESK, WALL = 1.25, LARGE / SMALL  # how much larger than in a file, where it is laid out for paper and slides: on a desk, and on a wide sheet
STEP = 54.0  # pixels of a step of a ladder
STRETCH, WHOLE = "stretch", "whole"
DAYS = {WHOLE: None, "90-days": 90, "30-days": 30}
STRETCHES = {one: say(stretch_choice(days)) for one, days in DAYS.items()}


def choose_stretch() -> str:
    """Draw the choice of how much is shown and return its id."""
    return choose_one(
        st.segmented_control, say(control("stretch")), STRETCH, "stretch", STRETCHES, WHOLE, required=True, label_visibility="collapsed"
    )


def first_day(stretch: str, as_of: date) -> date | None:
    """Return the first day of a stretch that ends on `as_of`, None for the whole time."""
    days = DAYS[stretch]
    return None if days is None else days_later(as_of, -days)


def timeline_chart(chosen: Selection, row: OverviewRow, start: date | None, room: Room) -> tuple[Timeline, Chart] | None:
    """Return an issue over time, from `start` where it is given, and the chart of it; None where nobody had spoken."""
    dataset = chosen.dataset
    pair = (row.gap.a.party.id, row.gap.b.party.id) if row.gap else None
    found = timeline(dataset, row, chosen.as_of, chosen.cut, towards_of(dataset, row.issue, pair))
    if found is None:
        return None
    drawing = timeline_drawing(found, spans_of(found, chosen.cut), start)
    note = source_note(chosen.words, drawing.ids, dataset.statement)
    cut = say(cut_note(chosen.cut))
    alt, colours = timeline_alt(drawing, row.issue.name, cut), party_colours(dataset.negotiation)
    larger = WALL if room.width >= WIDE else DESK if room.width >= DESK * NARROW else 1.0
    picture = enlarged(timeline_picture(drawing, colours, note, alt, cut, width=room.width / larger, step=STEP / larger), larger)
    return found, chart_of(picture, room.ink, dataset)


def said_sheet(found: Timeline, row: OverviewRow, dataset: Evidence) -> Sheet:
    """Return what was said and what happened, newest first: a row for every mark and every upright line of the figure."""
    columns = [Column(say(said_head("date")), width="17%"), Column(say(said_head("party")), width="15%"), Column(say(said_head("what")))]
    parties = dataset.negotiation.party_by_id
    colours = party_colours(dataset.negotiation)
    aside = {key: reason for position in row.positions for key, reason in position.set_aside.items()}
    rows: list[tuple[date, str, Line]] = []
    for one in found.said:
        who = Item(parties[one.party].short, mark="party", colour=colours[one.party])
        rows.append(
            (
                one.day,
                one.id,
                Line(((Item(one.said.shown()),), (who,), (statement_item(one, dataset, aside.get(one.id) if one.kind in PLACED_KINDS else None),))),
            )
        )
    for event in found.events:
        when = event.date.latest
        assert when is not None
        rows.append(
            (
                when,
                event.id,
                Line(
                    (
                        (Item(say(event_day(event, found.as_of))),),
                        (Item(say(EVENT), quiet=True),),
                        (Item(event.what, mark="event", meta=say(source_told(dataset.sources[event.source]))),),
                    )
                ),
            )
        )
    rows.sort(key=lambda row: (row[0], row[1]), reverse=True)
    return Sheet(say(said_by(found.end)), columns, [line for _, _, line in rows], is_below=True)
