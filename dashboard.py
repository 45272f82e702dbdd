"""The dashboard's server: the pages and the guard before them. Start it with `streamlit run dashboard.py [-- --positions DIR]`."""

from pathlib import Path

import streamlit as st

from parley.views import glances, panels, served_files
from parley.views.server import health, interface, measuring, serving

app = st.App(
    Path(__file__).with_name("every_page.py"),
    routes=[*served_files.routes(), *panels.routes(), *glances.routes(), *interface.routes(), *health.routes(), *measuring.routes()],
    lifespan=serving.lifespan,
    middleware=serving.guards(),
)
