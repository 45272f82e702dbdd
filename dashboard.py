"""The dashboard: page config, the list of pages, run. Start it with `streamlit run dashboard.py [-- --positions DIR]`."""

import streamlit as st

from parley.views import app

st.set_page_config(page_title="Parley", page_icon=str(app.ICON), layout="wide", menu_items={"About": app.ABOUT})
app.run(st.navigation(app.pages(), position="top"))
