"""The parts of the page that brings in a table: what would come of it, the writing, what is left out and the table itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from parley.addresses import NEGOTIATION, page_link
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import overview
from parley.dataset import Dataset
from parley.errors import ParleyError
from parley.figures.lettering import shortened
from parley.importing.drafted import BadCell, Drafted
from parley.importing.folder import Change, bring_in
from parley.importing.sheets import Sheet
from parley.importing.whole import Workbook
from parley.telling import bringing_in as told
from parley.telling.bringing_in_ways import ways_changed
from parley.telling.glance_answer import answer
from parley.telling.headings import ISSUE, LIES_BETWEEN
from parley.telling.issue_page import field
from parley.views import people
from parley.views.bring_in.reading import Asked
from parley.views.bring_in.ways import choose_ways
from parley.views.bring_in.work import come_of, drafted_of
from parley.views.components.sheet import Column, Item, Line, draw_sheet
from parley.views.components.sheet import Sheet as Table
from parley.views.edit.saving import who_saves
from parley.views.markup import literal
from parley.words import say

SHOWN = 20  # rows of the table, and of what is left out
LONGEST = 160  # letters of a cell
_HELD = "bring_in_"
_DONE = f"{_HELD}done"


def show_what_would_come(asked: Asked, work: Workbook) -> bool:
    """Draw what the table comes to, and the button that brings it in; beneath, what is left out and the first rows.

    Return whether it was brought in.
    """
    try:
        read = drafted_of(work, asked.folder)
    except (ParleyError, OSError) as error:
        st.error(literal(str(error)))
        return False
    if read is None:
        return False
    drafted = choose_ways(read)
    with st.container():
        for one in told.names_told(drafted):
            st.markdown(literal(say(one)))
    out = f"{_HELD}out_{drafted.mapping.negotiation}"
    come = come_of(drafted, len(work.sheet.rows), asked.folder, takes_out=st.session_state.get(out, False))
    if come is None:
        return False
    is_written = False
    if come.wrong or not drafted.entries:
        st.error(literal(come.wrong) or say(told.nothing_left()))
    bad = (*drafted.bad, *(come.seen.left_out.cells if come.seen else ()))
    if come.seen is not None and come.change is not None:
        st.header(say(told.AS_IT_WOULD_LOOK), anchor=False)
        for one in told.shown_first(come.seen.dataset.negotiation):
            st.markdown(literal(say(one)))
        draw_sheet(_looks(come.seen.dataset), key="would_look")
        st.markdown(literal(" ".join(map(say, (*told.comes_to(come.change, drafted), *ways_changed(come.change, drafted.mapping))))))
        with st.container():
            for one in told.joined_told(come.change):
                st.markdown(literal(say(one)))
            if (label := told.take_out(come.change)) is not None:
                st.checkbox(literal(say(label)), key=out)
        is_written = _write_if_asked(asked, drafted, come.change)
    if bad:
        st.header(say(told.section_of("left_out")), anchor=False)
        draw_sheet(left_out_table(bad), key="left_out")
    st.header(say(told.section_of("table")), anchor=False)
    draw_sheet(_first_rows(work.sheet, drafted.mapping.head_row, bad), key="first_rows")
    return is_written


def _looks(dataset: Dataset) -> Table:
    """Return each issue with what would lie between the parties, who is measured, and how all pairs stand."""
    lines = []
    for row in overview(dataset, dataset.negotiation.shown_first, dataset.last_day(date.today()), ALL_EVIDENCE):
        found = answer(row)
        whole = (Item(say(found.whole), quiet=True),) if found.whole else (Item(""),)
        lines.append(Line(((Item(row.issue.name),), (Item(say(found.told), strong=True, meta=say(found.measured)),), whole)))
    return Table(
        say(told.AS_IT_WOULD_LOOK), [Column(say(ISSUE), width="24%"), Column(say(LIES_BETWEEN), width="34%"), Column(say(field("whole")))], lines
    )


def _write_if_asked(asked: Asked, drafted: Drafted, change: Change) -> bool:
    """Draw the button that writes, and write where it was pressed; say what comes of it, with the way to it, and return whether it was written."""
    # Each has a place of its own: what is drawn anew once it is written leaves the way to it where it is.
    asking, outcome = st.container(), st.container()
    label = say(told.field_label("write" if change.is_new else "update"))
    is_pressed = False
    if change.files:
        with asking:
            who = who_saves()
            is_pressed = st.button(label, type="primary", key=f"{_HELD}write", disabled=not who)
    if is_pressed:
        try:
            people.must_write()
            bring_in(asked.folder, change, who, say(told.brought_in(drafted.mapping.title, drafted)))
        except (ParleyError, OSError) as error:
            outcome.error(literal(str(error)))
            return False
        st.session_state[_DONE] = asked
    # What has just been written is no change any more as soon as the page is drawn anew.
    if st.session_state.get(_DONE) == asked:
        outcome.success(f"{literal(say(told.brought_in(drafted.mapping.title, drafted)))} {_way_to(drafted)}")
    elif not change.files:
        outcome.info(f"{literal(say(told.NOTHING_CHANGED))} {_way_to(drafted)}")
    return is_pressed


def _way_to(drafted: Drafted) -> str:
    return f"[{say(told.field_label('open'))}]({page_link('', {NEGOTIATION: (drafted.mapping.negotiation,)})})"


def _first_rows(sheet: Sheet, start: int, bad: Sequence[BadCell]) -> Table:
    """Return the first rows of the user's own table, the cells that cannot be taken marked."""
    heads = sheet.heads(start)
    wrong = {(one.row, one.column) for one in bad if one.sheet in ("", sheet.name)}
    columns = [Column(say(told.left_out_head("row")), width="4rem"), *(Column(head) for head in heads)]
    lines = []
    for number, row in enumerate(sheet.rows[start : start + SHOWN], start + 1):
        line = sheet.number(number)
        cells = [
            (Item(cell, strong=True, status="blocked", mark="blocked") if (line, head) in wrong else Item(cell),)
            for head, cell in zip(heads, (shortened(one, LONGEST) for one in row), strict=True)
        ]
        lines.append(Line(((Item(str(line), quiet=True),), *cells)))
    return Table(say(told.section_of("table")), columns, lines)


def left_out_table(bad: Sequence[BadCell]) -> Table:
    """Return the first cells that cannot be taken, each with its place, the reason and a remedy."""
    heads: Mapping[told.LeftOutHead, str] = {"row": "4rem", "column": "14%", "value": "18%", "why": "", "mend": "", "sheet": "12%"}
    shown = [one for one in heads if one != "sheet" or any(each.sheet for each in bad)]
    columns = [Column(say(told.left_out_head(head)), width=heads[head]) for head in shown]
    lines = [Line(tuple((Item(shortened(str(text), LONGEST)),) for text in one[: len(shown)])) for one in bad[:SHOWN]]
    return Table(say(told.section_of("left_out")), columns, lines)
