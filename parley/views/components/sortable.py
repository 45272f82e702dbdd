"""A short list that is put into order by dragging or by keyboard: the order is the last one that somebody made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import streamlit as st

from parley.directions import isolated
from parley.telling.controls import move_by, stands_at
from parley.views.components import choice, sent
from parley.views.served_files import loader
from parley.words import say

_HTML = '<div class="sortable"><p class="name"></p><p class="end"></p><ol></ol><p class="end"></p><p class="told" role="status"></p></div>'
_sortable = st.components.v2.component("parley_sortable", html=_HTML, js=loader("served.js", "turns.js", "sortable.js", styles=("sortable.css",)))
_ORDER = "order_of_"
_NAME, _PLACE, _COUNT = "{name}", "{place}", "{count}"  # what the browser puts there


@dataclass(frozen=True)
class Entry:
    """One line of the list: what it is known by, what stands on it, and what stands beneath in small letters."""

    id: str
    name: str
    detail: str = ""


def draw_sortable(label: str, entries: Sequence[Entry], ends: tuple[str, str], key: str) -> list[str]:
    """Draw entries to be put into order, with a word above the first and beneath the last, and return their ids in the order chosen.

    As long as nobody has moved any they stand as they are given; one that is new since then stands where it is given.
    """

    def note() -> None:
        chosen = choice(key)
        if chosen:
            put_in_order(key, [unquote(one) for one in chosen.split(",")])

    order = in_order(key, [one.id for one in entries])
    by_id = {one.id: one for one in entries}
    lines = [
        {"id": one.id, "name": isolated(one.name), "detail": isolated(one.detail), "move": say(move_by(one.name))}
        for one in map(by_id.__getitem__, order)
    ]
    data = {"label": label, "ends": list(ends), "entries": lines, "told": say(stands_at(_NAME, _PLACE, _COUNT))}
    _sortable(key=key, data=sent(data), default={"chosen": None}, on_chosen_change=note)
    return order


def has_order(key: str, ids: Sequence[str]) -> bool:
    """Return whether somebody has put all these entries of a list into order."""
    return set(ids) <= set(st.session_state.get(f"{_ORDER}{key}", ()))


def was_ordered(key: str) -> bool:
    """Return whether somebody has put a list into order, whatever stands in it now."""
    return f"{_ORDER}{key}" in st.session_state


def put_in_order(key: str, ids: Sequence[str]) -> None:
    """Let this be the order that somebody has chosen."""
    st.session_state[f"{_ORDER}{key}"] = tuple(ids)


def in_order(key: str, ids: Sequence[str]) -> list[str]:
    """Return ids in the order chosen for a list; one that was not there then follows the one that is given before it."""
    chosen: tuple[str, ...] = st.session_state.get(f"{_ORDER}{key}", ())
    found = [one for one in dict.fromkeys(chosen) if one in ids]
    for number, one in enumerate(ids):
        if one not in found:
            found.insert(found.index(ids[number - 1]) + 1 if number else 0, one)
    return found
