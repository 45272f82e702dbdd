"""The address of the page: completed without a step back, and heard when the reader turns back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

import streamlit as st

from parley.views.components import note
from parley.views.served_files import asset

_address = st.components.v2.component("parley_address", html="<i hidden></i>", js=asset("address.js"))
_runs = count()


def draw_address(query: str, on_back: Callable[[str], None], key: str) -> None:
    """Make the page's address say `query`; `on_back` is called with the search part to which the reader turns back on this page."""
    # The number makes the browser side run again, also where the words are the same and the address is not.
    _address(key=key, data={"query": query, "run": next(_runs)}, default={"back": None}, on_back_change=partial(note, key, "back", on_back))
