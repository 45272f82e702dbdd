"""What runs for every page and every click: page config, the list of pages, run."""

import streamlit as st

from parley.views import app

st.set_page_config(layout="wide", menu_items={"About": app.ABOUT})
app.run(st.navigation(app.pages(), position="hidden"))
