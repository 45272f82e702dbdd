"""What is opened by a click in a table or a chart and is no address, taken before the page runs: "statement:<ids>" and its like."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from parley.views.components import last_turn, said, said_at

GOING = ("served.js", "history.js", "turns.js", "going.js")  # the scripts by which a component goes elsewhere, or opens what is none
_OPENED, _TO_TAKE = "opened", "to_take"


def noting(key: str) -> Callable[[], None]:
    """Return what notes, for the run that begins, what was opened in the component `key`."""

    def note() -> None:
        st.session_state[_OPENED] = said(key, "open")

    return note


def ask_to_take(what: str) -> None:
    """Let the page that runs take over what was pressed in one of its tables."""
    st.session_state[_TO_TAKE] = what


def asked_to_take() -> str:
    """Return what is to be taken over, once; "" where nothing is."""
    return str(st.session_state.pop(_TO_TAKE, ""))


def take_opened() -> tuple[str, str]:
    """Return what kind of thing was opened, and its id or ids; two empty texts where nothing was."""
    opened, _, turn = str(st.session_state.pop(_OPENED, None) or "").rpartition(" ")
    # Whoever has turned back since wants it no more.
    what, _, target = (opened if said_at(turn) >= said_at(last_turn()) else "").partition(":")
    return what, target
