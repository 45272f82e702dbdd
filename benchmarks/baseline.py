"""The bare comparison: an empty Streamlit page with a chooser, two buttons, and the heading, question and chart of the issue chosen.

Run by `benchmarks.browser` and `benchmarks.crowd`, with the file of the charts that the dashboard shows.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def prepared() -> dict[str, tuple[str, go.Figure]]:
    """Return question and chart by the name of the issue, made beforehand from the same drawings that the dashboard shows."""
    held: list[dict[str, Any]] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    return {one["name"]: (one["question"], go.Figure(one["figure"], _validate=False)) for one in held}


def go_by(step: int) -> None:
    """Choose the next or the previous chart."""
    names = list(prepared())
    st.session_state["issue"] = names[(names.index(st.session_state["issue"]) + step) % len(names)]


def show() -> None:
    """Draw the page."""
    st.set_page_config(layout="wide")
    chosen = st.selectbox("Issue", list(prepared()), key="issue")
    question, figure = prepared()[chosen]
    st.button("Previous (left arrow)", on_click=go_by, args=(-1,))
    st.button("Next (right arrow)", on_click=go_by, args=(1,))
    st.title(chosen)
    st.markdown(question)
    st.plotly_chart(figure, theme=None)


# Streamlit runs a page under this name.
if __name__ == "__main__":
    show()
