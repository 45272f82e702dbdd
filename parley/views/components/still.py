"""A place for a chart of which a picture stays in sight: Streamlit puts a changed chart up anew, and for a moment there is none."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.views.components import asset

_still = st.components.v2.component("parley_still", html="<i hidden></i>", js=asset("still.js"))


def kept_in_sight(key: str) -> DeltaGenerator:
    """Return a place for one chart; there is one such place on a page."""
    place = st.container(gap=None)
    with place:
        _still(key=key)
    return place
