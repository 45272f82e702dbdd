"""A paragraph whose words can be selected: what is selected becomes the anchor."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from parley.directions import isolated, unmarked
from parley.model import ANCHOR_WORDS
from parley.views.components import choice, sent
from parley.views.served_files import loader

_passage = st.components.v2.component(
    "parley_passage", html='<p class="passage" dir="auto"></p>', js=loader("turns.js", "passage.js", styles=("passage.css",))
)


def draw_passage(text: str, on_words: Callable[[str], None], key: str) -> None:
    """Draw a paragraph; `on_words` is called with the words selected in it, before the page runs again."""

    def chose() -> None:
        found = choice(key)
        if found:
            on_words(_anchor(found))

    _passage(key=key, data=sent({"text": isolated(text)}), default={"chosen": None}, on_chosen_change=chose)


def _anchor(chosen: str) -> str:
    """Return the words selected, as many of them as an anchor may have; they come joined by blanks that part nothing."""
    return " ".join(unmarked(chosen).split()[:ANCHOR_WORDS])
