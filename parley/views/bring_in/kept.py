"""What stands on the page that brings in a table: kept for whoever handed it in until it is written or given up, and back on a page loaded anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from secrets import token_hex

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.editing.brought import Brought, Choice, File, brought_by, discard_brought, keep_brought
from parley.errors import ParleyError
from parley.telling import bringing_in as told
from parley.telling import editing
from parley.views import people
from parley.views.components.keeping import draw_mark
from parley.views.markup import literal
from parley.words import say

COOKIE = "parley-browser"  # under which a browser keeps what tells it from others, where nobody logs in
_MARK = re.compile(r"[0-9a-f]{32}")
OURS = "bring_in_"
CELLS = f"{OURS}cells"
_ORDERS, _ONE_BY_ONE = f"order_of_{OURS}", "_set"
_TRUE_OR_FALSE = f"{OURS}out_"  # of buttons, which are true or false as well, nothing is kept
_OWN, _THERE = f"{OURS}kept_", "mark_of_bring_in"
_WHO, _BEFORE, _LAST, _DONE, _TURN = (f"{_OWN}{one}" for one in ("who", "before", "last", "done", "turn"))
_NOT_CHOSEN = (_OWN, CELLS, *(f"{OURS}{one}" for one in ("held_", "asked", "stopped", "done", "file")))


def resume(positions: Path) -> None:
    """Put what was kept back in its place where the page is drawn anew, before any of its fields is."""
    is_anew = _THERE not in st.session_state
    who = _owner()
    if not is_anew:
        return
    found = brought_by(positions, who)
    st.session_state[_BEFORE] = st.session_state[_LAST] = found
    st.session_state[_DONE] = None
    if found is None:
        return
    st.session_state[CELLS] = found.cells
    for key, value in found.chosen.items():
        st.session_state[key] = _taken_up(key, value)


def files_from_before() -> tuple[File, ...]:
    """Return the files that were handed in before the page was drawn anew."""
    found: Brought | None = st.session_state.get(_BEFORE)
    return found.files if found else ()


def field_key() -> str:
    """Return the key of the field for files: another one after they were thrown away, for a field cannot be emptied."""
    return f"{OURS}file" + (f"_{turn}" if (turn := st.session_state.get(_TURN, 0)) else "")


def keep(positions: Path, files: tuple[File, ...], cells: str, *, is_written: bool = False) -> str:
    """Keep what stands on the page; nothing where nothing does, or where it has been written. Return why it cannot be kept, "" where it is."""
    who = _owner()
    last: Brought | None = st.session_state.get(_LAST)
    done: Brought | None = st.session_state.get(_DONE)
    marks = next((found for one in (last, done) if one and (found := one.marks_of(files))), ())
    now = Brought(datetime.now().astimezone(), files, cells, dict(_chosen()), marks)
    if is_written:
        st.session_state[_DONE] = done = now
    if now.is_empty or (done is not None and replace(done, when=now.when) == now):
        if last is not None:
            _discard(positions, who)
            st.session_state[_LAST] = None
        return ""
    if last is None or replace(last, when=now.when) != now:
        try:
            people.must_write()
            keep_brought(positions, now, who)
        except (ParleyError, OSError) as error:
            return str(error)
        st.session_state[_LAST] = now
    return ""


def tell_kept(room: DeltaGenerator, positions: Path, why: str) -> None:
    """Say in a place on the page since when all is kept, or `why` it is not, with the way to throw it away."""
    last: Brought | None = st.session_state.get(_LAST)
    if last is None and not why:
        return
    with room.container(horizontal=True, vertical_alignment="center", gap="small", key=f"{_OWN}told"):
        st.caption(literal(why) if last is None or why else say(told.kept_from(last.when)), width="content")
        st.button(say(editing.button("discard")), key=f"{_OWN}discard", type="tertiary", on_click=_give_up, args=(positions,))


def _discard(positions: Path, who: str) -> None:
    if people.may_write():
        discard_brought(positions, who)


def _give_up(positions: Path) -> None:
    _discard(positions, _owner())
    for key in [one for one in map(str, st.session_state) if one.startswith((OURS, _ORDERS)) and one not in (_WHO, _TURN)]:
        del st.session_state[key]
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state[CELLS] = ""


def _owner() -> str:
    """Return who is at the page: by the login, or where there is none by a mark that nobody but this browser has."""
    if people.login() is not None:
        found = people.person()
        return f"login {found.key}" if found else ""
    given = str(st.context.cookies.get(COOKIE, ""))
    mark: str = st.session_state.setdefault(_WHO, given if _MARK.fullmatch(given) else token_hex(16))
    return mark


def draw_owner() -> None:
    """Have the browser keep what tells it from others; this is there as long as the page is."""
    draw_mark(COOKIE, "" if people.login() is not None else _owner(), key=_THERE)


def _chosen() -> Iterator[tuple[str, Choice]]:
    """Yield what was chosen on the page, by the key of each control."""
    for key, value in sorted(((str(key), value) for key, value in st.session_state.items()), key=lambda one: one[0]):
        if not key.startswith((OURS, _ORDERS)) or key.startswith(_NOT_CHOSEN):
            continue
        if isinstance(value, dict) and key.endswith(_ONE_BY_ONE):
            yield key, [[*pair, way] for pair, way in value.items()]
        elif isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
            yield key, list(value)
        elif value is None or (isinstance(value, str | int) and (not isinstance(value, bool) or key.startswith(_TRUE_OR_FALSE))):
            yield key, value


def _taken_up(key: str, value: Choice) -> object:
    """Return a choice as its control holds it."""
    if isinstance(value, list) and key.startswith(_ORDERS):
        return tuple(value)
    if isinstance(value, list) and key.endswith(_ONE_BY_ONE):
        return {(one[0], one[1]): one[2] for one in value if isinstance(one, list)}
    return value
