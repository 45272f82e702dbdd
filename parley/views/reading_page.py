"""How to read this, as a whole: on a page of its own, and in a panel over every other page."""

from __future__ import annotations

import streamlit as st

from parley.telling.controls import page_title
from parley.telling.reading import GAPS_TOLD, section, what_parley_keeps
from parley.views import reading_parts
from parley.views.components.panel import draw_panel
from parley.views.components.sheet import draw_sheet
from parley.views.panels import example_base
from parley.words import say

_OPEN = "reading_open"


def draw_reading() -> None:
    """Draw the example, the marks, what is compared, the statuses, the keys, and what is never said."""
    st.markdown(say(what_parley_keeps()))
    draw_panel(example_base(), "", key="example")
    st.markdown(reading_parts.example_words(reading_parts.example_gap()))
    st.header(say(section("marks")), anchor=False)
    draw_sheet(reading_parts.marks_sheet(), key="marks")
    st.header(say(section("gaps")), anchor=False)
    st.markdown(say(GAPS_TOLD))
    st.header(say(section("statuses")), anchor=False)
    draw_sheet(reading_parts.statuses_sheet(), key="statuses")
    st.header(say(section("keys")), anchor=False)
    draw_sheet(reading_parts.keys_sheet(), key="keys")
    st.header(say(section("refusals")), anchor=False)
    st.markdown(reading_parts.refusals())


def ask_for_reading() -> None:
    """Have the panel opened at the end of this run."""
    st.session_state[_OPEN] = True


def open_if_asked() -> bool:
    """Open the panel over the page if it was asked for, and return whether it is open."""
    if not st.session_state.get(_OPEN):
        return False
    st.dialog(say(page_title("reading")), width="medium", position="right", on_dismiss=_closed)(draw_reading)()
    return True


def _closed() -> None:
    st.session_state.pop(_OPEN, None)
