"""How to read this: the marks, the four gaps, the statuses, and what the product refuses to say."""

import streamlit as st

from parley.telling.reading import section, what_parley_keeps
from parley.views import reading_parts
from parley.views.components.panel import draw_panel
from parley.views.components.sheet import draw_sheet
from parley.views.panels import example_base
from parley.words import say

st.markdown(say(what_parley_keeps()))
gap, voices = reading_parts.example()
st.header(say(section("example")), anchor=False)
st.markdown(reading_parts.example_words(gap))
draw_panel(example_base(), "", key="example")
st.markdown(reading_parts.voices_words(voices))

st.header(say(section("marks")), anchor=False)
draw_sheet(reading_parts.marks_sheet(), key="marks")
st.header(say(section("gaps")), anchor=False)
draw_sheet(reading_parts.gaps_sheet(gap), key="gaps")
st.header(say(section("statuses")), anchor=False)
draw_sheet(reading_parts.statuses_sheet(), key="statuses")
st.header(say(section("movement")), anchor=False)
draw_sheet(reading_parts.movement_sheet(), key="movements")
st.header(say(section("refusals")), anchor=False)
st.markdown(reading_parts.refusals())
