"""What Streamlit lacks: a table whose cells open things, a fast chooser, a slider over days, a chart that stays in sight."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

ASSETS = Path(__file__).parent.parent / "assets"


def asset(name: str) -> str:
    """Return the text of an asset file."""
    return (ASSETS / name).read_text(encoding="utf-8")


def choice(key: str) -> str:
    """Return what was chosen in the control `key`, or "".

    Behind the choice comes a number that is never the same, so that a value chosen a second time counts as chosen.
    """
    return str(st.session_state[key].get("chosen") or "").partition(" ")[0]
