"""The bare comparison: an empty Streamlit page with a selector, a button that goes on, and one prepared chart; run by `benchmarks.browser` and `benchmarks.crowd`."""

import json
import sys
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st


@st.cache_resource
def prepared() -> dict[str, go.Figure]:
    """Return the charts by issue name, made beforehand from the same drawings that the dashboard shows."""
    specs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    return {name: go.Figure(spec, _validate=False) for name, spec in specs.items()}


def go_on() -> None:
    """Choose the next chart."""
    names = list(prepared())
    st.session_state["issue"] = names[(names.index(st.session_state["issue"]) + 1) % len(names)]


st.set_page_config(layout="wide")
charts = prepared()
chosen = st.selectbox("Issue", list(charts), key="issue")
st.button("Next (right arrow)", on_click=go_on)
st.title(chosen)
st.plotly_chart(charts[chosen], theme=None)
