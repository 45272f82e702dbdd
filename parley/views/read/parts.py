"""The page on which documents are read: which part of it is shown, and who reads."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import streamlit as st

from parley.addresses import DOCUMENT, VIEW, query
from parley.editing.opening import opened
from parley.errors import BadFilesError
from parley.proposing.inbox import Inbox, inbox_of
from parley.telling import document_reading as told
from parley.views import address_bar
from parley.views.components.bar import Way, draw_ways
from parley.views.controls import choice_asked
from parley.views.edit.parts import folder_of
from parley.views.edit.saving import known_name, tell_outcome, who_saves
from parley.views.markup import literal
from parley.views.page_list import PATHS
from parley.views.read.inbox import draw_inbox, settle_if_pressed
from parley.views.read.new import draw_new
from parley.views.read.second import draw_second, take_if_asked
from parley.views.read.text import are_any_read, draw_text
from parley.views.selection import Selection
from parley.views.ways import first_line
from parley.words import say

_NOTHING = Inbox((), {})


def read(chosen: Selection) -> None:
    """Draw the part of the page that the address asks for: the text of a document, the inbox, or a new document."""
    folder = folder_of(chosen.dataset)
    # The question for a name has more words than the first line has room for.
    with first_line()[1] if known_name() else st.container():
        who = who_saves()
    outcome = st.container()
    inbox, is_settled = _NOTHING, False
    try:
        inbox = inbox_of(folder)
        is_settled = settle_if_pressed(inbox, folder, who) or take_if_asked(inbox, folder, who)
        inbox = inbox_of(folder)
    except BadFilesError as error:
        for problem in error.problems:
            st.error(literal(str(problem)))
    views: list[told.View] = list(get_args(told.View))
    asked = choice_asked(VIEW, "view", {one: one for one in views}, "")
    # Where nothing has been read yet, a document is what is wanted.
    is_begun = bool(address_bar.asked(DOCUMENT)) or bool(inbox.open) or are_any_read(chosen.dataset)
    shown = next((one for one in views if one == asked), "text" if is_begun else "new")
    draw_ways(say(told.VIEWS), [_way(one, len(inbox.open), is_here=one == shown) for one in views], key="read_views")
    if is_settled:
        tell_outcome(outcome, is_over=True)
    if shown == "text":
        draw_text(chosen, folder, who)
    elif shown == "inbox":
        draw_inbox(chosen, inbox, folder, who)
    elif shown == "second":
        # What has just been taken over is shown as it stands.
        draw_second(replace(chosen, dataset=opened(folder).dataset) if is_settled else chosen, inbox, folder, who)
    else:
        draw_new(chosen, folder, who)
    tell_outcome(outcome, is_over=False)


def _way(view: told.View, waiting: int, *, is_here: bool) -> Way:
    own = {VIEW: (view,)}
    return Way(say(told.view(view, waiting)), address_bar.link(PATHS["read"], own), f"{PATHS['read']}?{query(own)}", is_here)
