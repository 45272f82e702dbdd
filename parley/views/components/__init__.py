"""What Streamlit lacks: a table whose cells open things, a fast chooser, a slider over days, a chart that stays in sight."""

from __future__ import annotations

import streamlit as st


def choice(key: str) -> str:
    """Return what was chosen in the control `key`, or "".

    Behind the choice comes a number that is never the same, so that a value chosen a second time counts as chosen.
    """
    return str(st.session_state[key].get("chosen") or "").partition(" ")[0]
