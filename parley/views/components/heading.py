"""The heading of a page; that of the issue page follows a choice at once."""

from __future__ import annotations

import streamlit as st

from parley.directions import isolated
from parley.views.components import last_turn, sent
from parley.views.served_files import loader

# Not isolated: the heading belongs to the page, also for what reads the page's headings only.
_heading = st.components.v2.component(
    "parley_heading",
    html='<h1 class="parley-heading"></h1>',
    js=loader("asked.js", "heading.js", styles=("heading.css",)),
    isolate_styles=False,
)


def draw_heading(name: str, key: str, *, is_seen: bool = True) -> None:
    """Draw the heading of the page; one that is not seen, because what is seen says the same, is still there for who listens."""
    _heading(key=key, data=sent({"name": isolated(name), "turn": last_turn(), "seen": is_seen}))
