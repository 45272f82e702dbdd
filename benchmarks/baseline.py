"""The bare comparison: an empty Streamlit page with a selector and one prepared chart; run by `benchmarks.browser`."""

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


st.set_page_config(layout="wide")
charts = prepared()
chosen = st.selectbox("Issue", list(charts))
st.title(chosen)
st.plotly_chart(charts[chosen], theme=None)
