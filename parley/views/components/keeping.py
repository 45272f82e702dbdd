"""What is typed is sent while it is typed, and a name stays in the browser: so that a page that is closed or loaded anew loses neither."""

from __future__ import annotations

import streamlit as st

from parley.views.components import sent
from parley.views.served_files import base, loader

_keeping = st.components.v2.component("parley_keeping", html="<i hidden></i>", js=loader("keeping.js"))


def draw_keeping(cookie: str, name: str, whole: str, key: str) -> None:
    """Have what is typed sent without leaving its field, and the browser keep a name under `cookie`; "" forgets it.

    What is typed in the field with the key `whole` is sent only once that is left, or Enter pressed: half of it would be taken for all.
    """
    _keeping(key=key, data=sent({"cookie": cookie, "name": name, "whole": f".st-key-{whole}", "path": f"/{base()}"}), width="content")
