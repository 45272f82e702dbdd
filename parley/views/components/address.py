"""The address of the page: completed without a step back, and heard when the reader turns back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import count

import streamlit as st

from parley.views.components import last_turn, note, sent
from parley.views.served_files import loader

_address = st.components.v2.component("parley_address", html="<i hidden></i>", js=loader("history.js", "address.js"))
_runs = count()


def draw_address(page: str, query: str, choices: Sequence[str], on_turn: Callable[[str], None], key: str) -> None:
    """Make the address of the page at the path `page` say `query`.

    A choice in one of the controls of the keys `choices` is a step of its own, which Back undoes.
    `on_turn` is called with the search part of the address to which the reader turns, back or on, on this page.
    """
    # The number makes the browser side run again, also where the words are the same and the address is not.
    data = {"page": page, "turn": last_turn(), "query": query, "choices": choices, "run": next(_runs)}
    _address(key=key, data=sent(data), default={"back": None}, on_back_change=partial(note, key, "back", on_turn))
