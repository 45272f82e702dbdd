"""What is typed is sent while it is typed, and a name stays in the browser: so that a page that is closed or loaded anew loses neither."""

from __future__ import annotations

import streamlit as st

from parley.views.components import sent
from parley.views.served_files import base, loader

_HTML = "<i hidden></i>"
_keeping = st.components.v2.component("parley_keeping", html=_HTML, js=loader("served.js", "remembering.js", "unsent.js", "keeping.js"))
_mark = st.components.v2.component("parley_mark", html=_HTML, js=loader("remembering.js", "mark.js"))


def draw_keeping(cookie: str, name: str, whole: str, key: str) -> None:
    """Have what is typed sent without leaving its field, and the browser keep a name under `cookie`; "" forgets it.

    What is typed in the field with the key `whole` is sent only once that is left, or Enter pressed: half of it would be taken for all.
    """
    _keeping(key=key, data=sent({"cookie": cookie, "name": name, "whole": f".st-key-{whole}", "path": f"/{base()}"}), width="content")


def draw_mark(cookie: str, mark: str, key: str) -> None:
    """Have the browser keep under `cookie` what tells it from others; "" forgets it."""
    _mark(key=key, data=sent({"cookie": cookie, "name": mark, "path": f"/{base()}"}), width="content")
