"""A figure on the page, the same way everywhere: our own colours, no tool bar, and its text alternative."""

from __future__ import annotations

import streamlit as st

from parley.figures.drawing import Figure


def draw_figure(figure: Figure, alt: str) -> None:
    """Draw a figure over the whole width; `alt` says in words what it shows."""
    st.plotly_chart(figure, theme=None, alt=alt, config={"displayModeBar": False, "responsive": True})
