"""Present: the agenda on the whole screen, step by step, from the live data; with a second window for the speaker."""

import streamlit as st

from parley.views.app import follow, go_back
from parley.views.briefing_parts import agenda_sheet, choose_briefing
from parley.views.components.presenter import draw_presenter
from parley.views.components.sheet import draw_sheet
from parley.views.deck import deck_data
from parley.views.markup import literal
from parley.views.selection import current, is_presenters_window

chosen = current()
buttons = st.container()
briefing = choose_briefing(chosen)
with buttons:
    if draw_presenter(deck_data(briefing), is_notes=is_presenters_window(), key="presenter"):
        go_back()
about = [f"For {briefing.agenda.audience}" if briefing.agenda.audience else "", briefing.handling]
st.header(literal(briefing.agenda.title), anchor=False)
for line in filter(None, about):
    st.markdown(literal(line))
st.markdown(
    "Arrow keys, Page Up and Page Down step; a number and Enter go to that issue, Backspace returns; B is black, F full screen, N the "
    "presenter’s window, Escape ends. A question mark lists the keys."
)
follow(draw_sheet(agenda_sheet(briefing), key="agenda_list"))
