"""Issue: what it comes to, the issue drawn, what that rests on, and the parties' statements side by side; or the same over time."""

import streamlit as st

from parley.telling.controls import control
from parley.views import issue_parts
from parley.views.address_bar import is_embedded
from parley.views.components.navigator import draw_navigator
from parley.views.components.panel import draw_panel
from parley.views.edit.ways import way_to_add
from parley.views.panels import base_of
from parley.views.selection import current, show_issue, tell_issue_gone, two_needed
from parley.views.timeline_parts import WHOLE, choose_stretch
from parley.views.ways import OVER_TIME, first_line, view_of
from parley.words import say


def show() -> None:
    """Draw the issue that the address names, as positions on the date shown or over time."""
    chosen = current()
    dataset, issue = chosen.dataset, chosen.issue
    if issue is None:
        tell_issue_gone(dataset)
    if is_embedded():
        if issue:
            draw_panel(base_of(chosen, view_of("issue"), WHOLE), issue.id, key="issue")
        return
    wide, narrow = first_line()
    with wide:
        draw_navigator(issue_parts.choices(dataset), issue.id if issue else "", say(control("issue")), show_issue, key="issue_navigator")
    if issue is None:
        return
    view = view_of("issue")
    with narrow:
        way_to_add(issue.id)
    stretch = choose_stretch() if view == OVER_TIME else WHOLE
    if len(chosen.parties) < 2:
        st.info(two_needed("gap"))
    draw_panel(base_of(chosen, view, stretch), issue.id, key="issue")


show()
