"""A figure on the page, the same way everywhere: our own colours, no tool bar, and its text alternative."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st


def draw_figure(figure: go.Figure, alt: str) -> None:
    """Draw a figure over the whole width; `alt` says in words what it shows."""
    st.plotly_chart(figure, theme=None, alt=alt, config={"displayModeBar": False, "responsive": True})
