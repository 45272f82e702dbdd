"""A briefing on the whole screen, stepped through in the browser, with a second window for the speaker's notes that follows the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from parley.telling.presenting import DOES, keys_that, presenting, what_is_done
from parley.views.components import sent
from parley.views.served_files import loader
from parley.words import say

_HELP = "".join(f"<dt>{say(keys_that(one))}</dt><dd>{say(what_is_done(one))}</dd>" for one in DOES)
_HTML = (
    '<div class="presenter"><div class="buttons">'
    '<button type="button" class="start"></button><button type="button" class="notes-window"></button><p class="blocked" role="status"></p></div>'
    '<dialog><div class="screen" tabindex="-1"><div class="box now-box"></div>'
    '<div class="aside following" tabindex="0"><div class="times"><p><span class="clock"></span><span class="clock-name"></span></p>'
    '<p><span class="spent"></span><span class="spent-name"></span></p></div><p class="next-name"></p><div class="next-words"></div></div>'
    '<div class="aside said" tabindex="0"><p class="where"></p><p class="notes" dir="auto"></p><div class="beside"></div></div>'
    '<div class="told" role="tooltip" hidden></div><div class="evidence" role="dialog" tabindex="-1" hidden></div>'
    f'<div class="message" role="status" hidden></div><div class="help" hidden><dl>{_HELP}</dl></div></div></dialog></div>'
)
_WORDS = {name: say(words) for name, words in presenting().items()}
_presenter = st.components.v2.component(
    "parley_presenter",
    html=_HTML,
    js=loader(
        "keys.js",
        "history.js",
        "ahead.js",
        "drawing.js",
        "slides.js",
        "stage.js",
        "stops.js",
        "resting.js",
        "aside.js",
        "presenter.js",
        styles=("presenter.css",),
    ),
)


def draw_presenter(deck: Mapping[str, Any], *, is_notes: bool, gone: Sequence[str], key: str) -> None:
    """Draw the buttons that open a deck, and open it where the address names a step, or where its key was pressed on another page.

    `is_notes` makes this window the presenter's, with the next step, the notes and a clock. It covers the page,
    so it says itself what the address names and is `gone`.
    """
    data = {**deck, "words": _WORDS, "view": "presenter" if is_notes else "screen", "gone": list(gone)}
    _presenter(key=key, data=sent(data))
