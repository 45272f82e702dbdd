"""Long work on the page that brings in a table: done once for each choice, with how far it is, and stopped when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import streamlit as st

from parley.errors import ParleyError
from parley.folders import files_stamp, seeds_folder
from parley.importing.drafted import Drafted
from parley.importing.folder import Change, Tried, change_of, known_in, tried
from parley.importing.whole import Workbook
from parley.telling import bringing_in as told
from parley.words import say

LONG = 5_000  # rows from which on it is shown how far the work is
READ, COMPARED = 0.45, 0.7  # which part of it is done when the rows are read, and when it is known what changes
_HELD, _ASKED, _STOPPED = "bring_in_held_", "bring_in_asked", "bring_in_stopped"
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Come:
    """What a table comes to: the statements, and where there are any what changes and the negotiation as it would be, or why not."""

    drafted: Drafted
    change: Change | None = None
    seen: Tried | None = None
    wrong: str = ""


def once(name: str, key: Hashable, make: Callable[[], _Value]) -> _Value:
    """Return what is made for a key, and the same again as long as the key stays; of each name one is held."""
    held = st.session_state.get(_HELD + name)
    if held is None or held[0] != key:
        held = (key, make())
        st.session_state[_HELD + name] = held
    found: _Value = held[1]
    return found


def drafted_of(work: Workbook, folder: Path) -> Drafted | None:
    """Return what the rows of a table say; None where the work was stopped, until somebody lets it go on."""
    key = (id(work.sheet), work.mapping, _stamp(folder))
    return _at_length("drafted", key, len(work.sheet.rows), lambda step: work.drafted(known_in(folder), lambda part: step(part * READ)))


def come_of(drafted: Drafted, rows: int, folder: Path, *, takes_out: bool = False) -> Come | None:
    """Return what a table of so many rows comes to in a folder; None where the work was stopped, until somebody lets it go on.

    Where it `takes_out`, parties that are read as another now go.
    """
    key = (id(drafted.entries), drafted.mapping, _stamp(folder), takes_out)
    return _at_length("come", key, rows, lambda step: _come(drafted, folder, takes_out, step))


def _stamp(folder: Path) -> Hashable:
    return files_stamp(folder, seeds_folder(folder)) if folder.exists() else ()


def _at_length(name: str, key: Hashable, rows: int, make: Callable[[Callable[[float], None]], _Value]) -> _Value | None:
    """Return what takes long to make of many rows, with how far it is and a button that stops it meanwhile; None once it was stopped."""
    if rows < LONG or (st.session_state.get(f"{_HELD}{name}") or (None,))[0] == key:
        return once(name, key, lambda: make(lambda _: None))
    if st.session_state.get(_STOPPED) == key:
        st.info(say(told.STOPPED))
        st.button(say(told.field_label("go_on")), key=f"{_HELD}go_on", on_click=_let_go_on)
        return None
    st.session_state[_ASKED] = key
    room = st.empty()
    with room.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, say(told.READING))
        st.button(say(told.field_label("stop")), key=f"{_HELD}stop_{name}", on_click=_stop)

    def step(part: float) -> None:
        # Whoever presses the button ends the run here.
        bar.progress(part, say(told.READING))

    found = once(name, key, lambda: make(step))
    room.empty()
    return found


def _stop() -> None:
    st.session_state[_STOPPED] = st.session_state.get(_ASKED)


def _let_go_on() -> None:
    st.session_state.pop(_STOPPED, None)


def _come(drafted: Drafted, folder: Path, takes_out: bool, step: Callable[[float], None]) -> Come:
    """Return what a table comes to, saying now and then which part of the work is done."""
    if not drafted.entries:
        return Come(drafted)
    try:
        step(READ)
        change = change_of(folder, drafted, date.today(), takes_out=takes_out)
        step(COMPARED)
        return Come(drafted, change, tried(folder, change))
    except (ParleyError, OSError) as error:
        return Come(drafted, wrong=str(error))
