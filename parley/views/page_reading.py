"""How to read this: the marks, the four gaps, the statuses, and what the product refuses to say."""

import streamlit as st

from parley import STANDING_LINE
from parley.figures.gap_figure import alt_text, gap_figure
from parley.figures.gap_geometry import gap_drawing
from parley.figures.palette import party_colours
from parley.views import reading_parts
from parley.views.app import ink
from parley.views.components.sheet import draw_sheet
from parley.views.example import example_gap

st.markdown(
    f"**{STANDING_LINE}** Parley keeps what was demanded, ruled out and offered apart, each with its dated source, and computes what lies between."
)
dataset, gap = example_gap()
drawing = gap_drawing(gap, (gap.a, gap.b), dataset.statement_by_id)
st.header("An invented example", anchor=False)
st.markdown(reading_parts.example_words(gap))
figure = gap_figure(drawing, party_colours(dataset.negotiation), "Invented parties and statements", ink())
st.plotly_chart(figure, theme=None, alt=alt_text(drawing, "An invented example."), config={"displayModeBar": False})

st.header("The marks", anchor=False)
draw_sheet(reading_parts.marks_sheet(), key="marks")
st.header("The four gaps", anchor=False)
draw_sheet(reading_parts.gaps_sheet(gap), key="gaps")
st.header("The statuses", anchor=False)
draw_sheet(reading_parts.statuses_sheet(), key="statuses")
st.header("What it does not say", anchor=False)
st.markdown(reading_parts.REFUSALS)
