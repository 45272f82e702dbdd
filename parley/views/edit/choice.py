"""What is added or changed on the page, and which record of its kind; another choice is another address."""

from __future__ import annotations

import streamlit as st

from parley.addresses import EDIT
from parley.editing.edits import Kind, known_as
from parley.telling import editing as told
from parley.telling.controls import page_title
from parley.views import address_bar
from parley.views.edit.form import Form
from parley.views.edit.records import NAMED_BY
from parley.views.edit.ways import KINDS, Wanted
from parley.views.page_list import PATHS
from parley.views.ways import follow
from parley.words import say

_CHOSEN, _WHICH = "edit_what", "edit_which"


def choose_kind(asked: Wanted, form: Form) -> None:
    """Draw what is added or changed; another choice is another address."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.session_state[_CHOSEN] = asked.kind
        kinds = {one: say(told.kind_of_record(one)) for one in KINDS}
        st.radio(say(told.field("what")), KINDS, key=_CHOSEN, horizontal=True, on_change=_turn, format_func=lambda one: kinds[one])
        if asked.kind != "statement":
            _choose_record(asked, form)
        if st.button(say(page_title("new")), key="edit_new", type="tertiary"):
            follow(PATHS["new"])


def _choose_record(asked: Wanted, form: Form) -> None:
    records = known_of(form, asked.kind)
    names = {"": say(told.A_NEW_ONE), **{key: _named(form, asked.kind, key) for key in records}}
    which = f"{_WHICH}_{asked.kind}"
    st.session_state[which] = asked.id
    turn = (asked.kind, which)
    st.selectbox(say(told.field("which")), list(names), key=which, on_change=_turn_to, args=turn, format_func=lambda one: names[one], width=320)


def known_of(form: Form, kind: Kind) -> list[str]:
    """Return what every record of a kind is known by."""
    return list(form.talks.source_files) if kind == "source" else [known_as(kind, one) for one in form.talks.siblings(kind)]


def _named(form: Form, kind: Kind, key: str) -> str:
    return str((form.talks.record(kind, key) or {}).get(NAMED_BY[kind], key))


def _turn() -> None:
    address_bar.put({EDIT: (Wanted(st.session_state[_CHOSEN]).asked,)})


def _turn_to(kind: Kind, which: str) -> None:
    key = st.session_state[which]
    address_bar.put({EDIT: ((Wanted(kind, key, "change") if key else Wanted(kind)).asked,)})
