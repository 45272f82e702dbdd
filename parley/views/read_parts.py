"""The page on which documents are read: which part of it is shown, and who reads."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from parley.addresses import PROPOSAL, VIEW
from parley.errors import BadFilesError
from parley.proposing.inbox import Inbox, inbox_of
from parley.telling import document_reading as told
from parley.views import address_bar
from parley.views.edit_parts import folder_of
from parley.views.edit_saving import tell_outcome, who_saves
from parley.views.markup import literal
from parley.views.read_inbox import draw_inbox, settle_if_pressed
from parley.views.read_new import draw_new
from parley.views.read_text import draw_text
from parley.views.selection import Selection
from parley.views.ways import first_line
from parley.words import say

_VIEW = "read_view"
_NOTHING = Inbox((), {})


def read(chosen: Selection) -> None:
    """Draw the part of the page that the address asks for: the text of a document, the inbox, or a new document."""
    folder = folder_of(chosen.dataset)
    with first_line()[1]:
        who = who_saves()
    outcome = st.container()
    inbox = _NOTHING
    try:
        inbox = inbox_of(folder)
        if settle_if_pressed(inbox, folder, who):
            inbox = inbox_of(folder)
    except BadFilesError as error:
        for problem in error.problems:
            st.error(literal(str(problem)))
    views: list[told.View] = list(get_args(told.View))
    asked = "".join(address_bar.asked(VIEW)[:1])
    shown = next((one for one in views if one == asked), "inbox" if address_bar.asked(PROPOSAL) else "text")
    if st.session_state.get(_VIEW) != shown:
        st.session_state[_VIEW] = shown
    st.radio(
        say(told.head("paragraph")), views, key=_VIEW, horizontal=True, label_visibility="collapsed", on_change=_turn,
        format_func=lambda one: say(told.view(one, len(inbox.open))),
    )  # fmt: skip
    if shown == "text":
        draw_text(chosen, folder, who)
    elif shown == "inbox":
        draw_inbox(chosen, inbox, folder, who)
    else:
        draw_new(chosen, folder, who)
    tell_outcome(outcome, is_over=False)


def _turn() -> None:
    view: str = st.session_state[_VIEW]
    address_bar.put({VIEW: () if view == "text" else (view,), PROPOSAL: ()})
