"""The controls that Streamlit lacks: a table whose cells open things, a fast chooser, and a slider over days."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

ASSETS = Path(__file__).parent.parent / "assets"
PIXELS = "[1-9][0-9]{2,3}"
_WIDTH = "column_width"


def asset(name: str) -> str:
    """Return the text of an asset file."""
    return (ASSETS / name).read_text(encoding="utf-8")


def choice(key: str) -> str:
    """Return what was chosen in the control `key`, or "", and keep the width of the page's column that came with it.

    Between the two stands a number that is never the same, so that a value chosen a second time counts as chosen.
    """
    chosen, _, more = str(st.session_state[key].get("chosen") or "").partition(" ")
    width = more.partition(" ")[2]
    if re.fullmatch(PIXELS, width):
        st.session_state[_WIDTH] = int(width)
    return chosen


def column_width() -> int | None:
    """Return the width of the page's column in pixels as a control last told it, or None.

    Streamlit puts a changed chart up anew, and one that must measure its room first is blank for a moment.
    """
    width: int | None = st.session_state.get(_WIDTH)
    return width
