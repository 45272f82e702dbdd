"""A chart of which a picture stays in sight while the next is drawn: Streamlit puts a changed chart up anew, and for a moment there is none."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from parley.views.components import asset

_still = st.components.v2.component("parley_still", html="<i hidden></i>", js=asset("still.js"))


def draw_chart(figure: go.Figure, alt: str, key: str) -> None:
    """Draw the figure, in its own colours, with `alt` as its text alternative."""
    with st.container(gap=None):
        _still(key=f"{key}_still")
        st.plotly_chart(figure, theme=None, alt=alt, config={"displayModeBar": False, "responsive": True})
