"""How to read this: the marks, the four gaps, the statuses, and what the product refuses to say."""

import streamlit as st

from parley.analysis.voices import voices_of
from parley.figures.alternatives import gap_alt
from parley.figures.gap_figure import gap_figure
from parley.figures.gap_geometry import gap_drawing
from parley.figures.palette import INKS, party_colours
from parley.telling.briefing import standing_line
from parley.views import reading_parts
from parley.views.app import theme
from parley.views.components.chart import Chart, draw_chart
from parley.views.components.sheet import draw_sheet
from parley.views.example import example_gap
from parley.words import say

st.markdown(
    f"**{say(standing_line())}** Parley keeps what was demanded, ruled out and offered apart, each with its dated source, and "
    "computes what lies between."
)
dataset, gap = example_gap()
voices = voices_of(dataset, (gap.a, gap.b))
drawing = gap_drawing(gap, (gap.a, gap.b), dataset.statement_by_id, voices)
st.header("An invented example", anchor=False)
st.markdown(reading_parts.example_words(gap))
figure = gap_figure(drawing, party_colours(dataset.negotiation), "Invented parties and statements", INKS[theme()])
draw_chart(Chart(figure, gap_alt(drawing, "An invented example.")), key="chart")
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
