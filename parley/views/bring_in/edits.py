"""A workbook for editing that comes back, as the page shows it: what was changed, what cannot be taken, which rows are gone, and the saving."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import get_args

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.editing.edits import Edit
from parley.editing.opening import opened
from parley.editing.trying import Tried
from parley.errors import ParleyError
from parley.folders import negotiation_folders
from parley.importing.drafted import BadCell
from parley.roundtrip.book import Book
from parley.roundtrip.edits_in import edited, removing, taken, withdrawing
from parley.roundtrip.rows import Row
from parley.telling import bringing_in
from parley.telling import workbook_edits as told
from parley.telling.editing import message_of
from parley.telling.records import Naming
from parley.views.bring_in.parts import left_out_table
from parley.views.components.sheet import draw_sheet
from parley.views.edit.saving import met, settle, tell_outcome, who_saves, write
from parley.views.markup import literal
from parley.words import say

_HELD = "bring_in_edits_"
_ASKED = f"{_HELD}asked"


def show_edits(book: Book, positions: Path) -> bool:
    """Draw what somebody did to a workbook, and the button that saves it; return whether it was saved."""
    folder = next((one for one in negotiation_folders(positions) if one.name == book.negotiation), None)
    if folder is None:
        st.error(literal(say(told.of_none(book.negotiation))))
        return False
    outcome = st.container()
    tell_outcome(outcome, is_over=not st.session_state.get(_ASKED))
    if (conflict := met()) is not None:
        settle(conflict, who_saves())
        return False
    try:
        talks = opened(folder)
        found = edited(book, talks)
        negotiation = talks.dataset.negotiation
        st.markdown(literal(say(told.made_of(negotiation.title, book.version, is_current=book.version == talks.dataset.version))))
        more = _of_the_gone(found.gone) if found.gone else ()
        work, edits, refused = taken(found, talks, more)
    except (ParleyError, OSError) as error:
        st.error(literal(str(error)))
        return False
    bad = (*found.bad, *refused)
    before = told.Before(talks.record, Naming((work.dataset, talks.dataset)))
    for one in told.comes_to(edits, (), () if more else found.gone, before, not_taken=len(bad)):
        st.markdown(literal(say(one)))
    if work.is_empty and not st.session_state.get(_ASKED):
        st.info(say(told.NOTHING_EDITED))
    is_saved = not work.is_empty and _save_if_asked(work, outcome)
    if bad:
        _show_left_out(bad)
    return is_saved


def _of_the_gone(gone: Sequence[Row]) -> Sequence[Edit]:
    """Ask what is to become of records whose rows are gone; they stay unless somebody says otherwise."""
    choices: list[told.Gone] = list(get_args(told.Gone))
    chosen: told.Gone = st.radio(say(told.gone_asked(len(gone))), choices, key=f"{_HELD}gone", format_func=lambda one: say(told.field_label(one)))
    if chosen == "gone_remove":
        return removing(gone)
    if chosen == "gone_withdrawn":
        return withdrawing(gone, st.date_input(say(told.field_label("withdrawn_on")), date.today(), key=f"{_HELD}withdrawn", width=200))
    return ()


def _save_if_asked(work: Tried, outcome: DeltaGenerator) -> bool:
    """Draw the button that saves, and save where it was pressed; return whether it was."""
    who = who_saves()
    if not st.button(say(told.field_label("save")), type="primary", key=f"{_HELD}save", disabled=not who):
        return False
    st.session_state[_ASKED] = True
    write(work, who, say(message_of(work.edits, work.talks.dataset, work.dataset)))
    if (conflict := met()) is not None:
        settle(conflict, who)
        return False
    tell_outcome(outcome, is_over=False)
    return True


def _show_left_out(bad: Sequence[BadCell]) -> None:
    st.header(say(bringing_in.section_of("left_out")), anchor=False)
    draw_sheet(left_out_table(bad), key="left_out")
