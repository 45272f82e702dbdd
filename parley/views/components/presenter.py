"""A briefing on the whole screen, stepped through in the browser, with a second window for the speaker's notes that follows the first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from parley.views.served_files import loader

_KEYS = (
    ("→ ↓ Page Down Space", "next step"),
    ("← ↑ Page Up", "step before"),
    ("Home, End", "first, last"),
    ("number, Enter", "go to that issue"),
    ("Backspace", "back to where you were before that number"),
    ("B", "black screen, and back"),
    ("F", "full screen, and back"),
    ("N", "presenter’s window"),
    ("Tab, Enter", "to a mark or a line; who said that, and when"),
    ("Esc", "close what is open; end, back to the page you came from"),
)
_HELP = "".join(f"<dt>{keys}</dt><dd>{does}</dd>" for keys, does in _KEYS)
_HTML = (
    '<div class="presenter"><div class="buttons">'
    '<button type="button" class="start"></button><button type="button" class="notes-window"></button><p class="blocked" role="status"></p></div>'
    '<dialog><div class="screen" tabindex="-1"><div class="box now-box"></div>'
    '<div class="aside"><p class="next-name"></p><div class="box next-box"></div></div>'
    '<div class="aside said"><p class="where"></p><p class="notes" dir="auto"></p></div>'
    '<div class="times"><div class="clock"></div><div class="spent"></div></div>'
    '<div class="told" role="tooltip" hidden></div><div class="evidence" role="dialog" tabindex="-1" hidden></div>'
    f'<div class="message" role="status" hidden></div><div class="help" hidden><dl>{_HELP}</dl></div></div></dialog></div>'
)
_WORDS = {
    "start": "Present",
    "notes": "Open the presenter’s window",
    "next": "Next step",
    "last": "The last step",
    "step": "step",
    "none": "No speaker notes for this issue.",
    "spent": "since this window opened",
    "ended": "The presentation has ended.",
    "blocked": "The browser has blocked the presenter’s window. Allow windows of this page, and press N again.",
    "gone": "There is no step '{0}'.",
    "nearest": "Shown is the nearest, '{0}'.",
    "beginning": "Shown is the beginning.",
    "more": "and {0} more",
    "evidence": "Who said that, and when?",
    "close": "Close",
    "missing": "There is no issue with this number.",
}
_presenter = st.components.v2.component("parley_presenter", html=_HTML, js=loader("keys.js", "presenter.js", styles=("presenter.css",)))


def draw_presenter(deck: Mapping[str, Any], *, is_notes: bool, key: str) -> bool:
    """Draw the buttons that open a deck, and open it where the address names a step; return whether it was ended in this run.

    `is_notes` makes this window the presenter's, with the next step, the notes and a clock.
    """
    data = {**deck, "words": _WORDS, "view": "presenter" if is_notes else "screen"}
    return bool(_presenter(key=key, data=data, on_ended_change=_nothing).ended)


def _nothing() -> None:
    """Do nothing; a callback must be there for the value to be sent."""
