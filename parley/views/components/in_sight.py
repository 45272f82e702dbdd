"""What a page has just said is brought in sight, wherever the reader is on it."""

from __future__ import annotations

import streamlit as st

from parley.views.components import sent
from parley.views.served_files import loader

OUTCOME = "outcome"  # the key of the container that is brought in sight
_in_sight = st.components.v2.component("parley_in_sight", html="<i></i>", js=loader("in_sight.js"))


def bring_in_sight(turn: str, key: str) -> None:
    """Scroll to the container in which this is drawn, once for each turn."""
    _in_sight(key=key, data=sent({"turn": turn}))
