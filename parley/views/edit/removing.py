"""Taking a record out of the files: asked for twice, and refused where something refers to it or it has been shown, which is told by name."""

from __future__ import annotations

from datetime import date

import streamlit as st

from parley.addresses import EDIT
from parley.dataset import Dataset
from parley.editing.edits import Remove
from parley.editing.removing import references, shown_in
from parley.editing.trying import tried
from parley.errors import ParleyError
from parley.telling import editing as told
from parley.telling.records import Naming, record_named
from parley.telling.said import Argument
from parley.views import address_bar
from parley.views.edit.form import Form
from parley.views.edit.saving import write
from parley.views.edit.ways import Wanted
from parley.views.markup import literal
from parley.words import say

_ASKED = "edit_removing"
MOST_NAMED = 8


def offer_removal(form: Form) -> None:
    """Draw the button that takes the record of a form out of the files; once it is pressed, what hinders that, or the button that does it."""
    asked = form.wanted
    if not asked.id or asked.how != "change":
        return
    if st.session_state.get(_ASKED) != form.key:
        st.button(say(told.button("remove")), key=f"{form.key}_remove", type="tertiary", on_click=_ask, args=(form.key,))
        return
    dataset, naming = form.talks.dataset, Naming((form.talks.dataset,))
    named = record_named(asked.kind, asked.id, naming)
    with st.container(border=True):
        if reasons := _hinders(form, naming):
            st.markdown(literal(say(told.not_removable(named, asked.kind))))
            st.markdown("\n".join(f"- {literal(one)}" for one in reasons))
        else:
            st.markdown(literal(say(told.removable(named))))
            if st.button(say(told.button("remove_now")), key=f"{form.key}_remove_now", type="primary"):
                _remove(form, dataset)
        st.button(say(told.button("leave_it")), key=f"{form.key}_leave_it", on_click=_ask, args=("",))


def _ask(key: str) -> None:
    st.session_state[_ASKED] = key


def _hinders(form: Form, naming: Naming) -> list[str]:
    """Return what hinders it, by name; of very much the first, and how much more."""
    dataset, asked = form.talks.dataset, form.wanted
    found: list[Argument] = [
        told.agenda_named(next(one.title for one in dataset.agendas if one.id == key)) if kind == "agenda" else record_named(kind, key, naming)
        for kind, key in references(dataset, asked.kind, asked.id)
    ]
    if asked.kind == "statement" and not found and dataset.holds(asked.id):
        edition = shown_in(form.folder, form.talks.statements[asked.id][0], dataset, asked.id, date.today())
        found = [told.was_shown(edition.name, edition.on)] if edition else []
    left = len(found) - MOST_NAMED
    return [*map(say, found[:MOST_NAMED]), *([say(told.and_more(left))] if left > 0 else [])]


def _remove(form: Form, dataset: Dataset) -> None:
    edits = [Remove(form.wanted.kind, form.wanted.id)]
    try:
        work = tried(form.talks, edits)
    except ParleyError as error:
        st.error(literal(str(error)))
        return
    write(work, form.who, say(told.message_of(edits, dataset, work.dataset)), form)
    if form.is_over:
        address_bar.put({EDIT: (Wanted(form.wanted.kind).asked,)})
