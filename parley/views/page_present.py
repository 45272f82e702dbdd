"""Present: the agenda on the whole screen, step by step, from the live data; with a second window for the speaker."""

import streamlit as st

from parley.telling.documents import FOR
from parley.telling.pages import HOW_TO_STEP
from parley.views import address_bar
from parley.views.briefing_parts import choose_briefing, presented
from parley.views.components.presenter import draw_presenter
from parley.views.components.sheet import draw_sheet
from parley.views.markup import literal
from parley.views.panels import slides_base
from parley.views.selection import current, is_presenters_window
from parley.words import say

chosen = current()
buttons = st.container()
briefing = choose_briefing(chosen)
with buttons:
    shown = presented(briefing, slides_base(chosen, briefing.since))
    draw_presenter(shown.deck, is_notes=is_presenters_window(), gone=address_bar.gone_so_far(), key="presenter")
about = [f"{say(FOR)} {briefing.agenda.audience}" if briefing.agenda.audience else "", briefing.handling]
st.header(literal(briefing.agenda.title), anchor=False)
for line in filter(None, about):
    st.markdown(literal(line))
st.markdown(say(HOW_TO_STEP))
draw_sheet(shown.agenda, key="agenda_list")
