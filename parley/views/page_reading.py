"""How to read this: the marks, the four gaps, the statuses, and what the product refuses to say."""

import streamlit as st

from parley.telling.briefing import standing_line
from parley.views import reading_parts
from parley.views.components.panel import draw_panel
from parley.views.components.sheet import draw_sheet
from parley.views.panels import example_base
from parley.words import say

st.markdown(
    f"**{say(standing_line())}** Parley keeps what was demanded, ruled out and offered apart, each with its dated source, and "
    "computes what lies between."
)
gap, voices = reading_parts.example()
st.header("An invented example", anchor=False)
st.markdown(reading_parts.example_words(gap))
draw_panel(example_base(), "", key="example")
st.markdown(reading_parts.voices_words(voices))

st.header("The marks", anchor=False)
draw_sheet(reading_parts.marks_sheet(), key="marks")
st.header("The four gaps", anchor=False)
draw_sheet(reading_parts.gaps_sheet(gap), key="gaps")
st.header("The statuses", anchor=False)
draw_sheet(reading_parts.statuses_sheet(), key="statuses")
st.header("What moved", anchor=False)
draw_sheet(reading_parts.movement_sheet(), key="movements")
st.header("What it does not say", anchor=False)
st.markdown(reading_parts.REFUSALS)
