"""What surrounds every page: the list of pages, the load, the problems in the files, the selection, the standing line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from parley import __version__
from parley.addresses import ISSUE, PAGE, named
from parley.errors import ParleyError
from parley.telling.briefing import standing_and_version
from parley.telling.cuts import cut_leaves_out
from parley.telling.pages import caption
from parley.telling.reading import about_parley
from parley.views import address_bar, drawer, store
from parley.views.cells import sentence_sheet
from parley.views.components.heading import draw_heading
from parley.views.components.opening import take_opened
from parley.views.components.sheet import draw_sheet
from parley.views.file_problems import show_problems_of
from parley.views.markup import literal
from parley.views.page_list import PAGES, page_names
from parley.views.selection import (
    Selection,
    came_from,
    keep_page,
    name_issue,
    negotiation_folder,
    selection,
    show_statement,
)
from parley.views.stepping import all_drawn, step_through
from parley.words import say

HERE = Path(__file__).parent
ABOUT = say(about_parley(__version__))


def pages() -> list[StreamlitPage]:
    """Return the pages in the order of the top navigation; the first is shown at the bare address."""
    return [st.Page(HERE / f"page_{file}.py", title=title, url_path=path or None, default=not path) for file, title, path in PAGES]


def page_file(name: str) -> str:
    """Return the file of a page, by which one page opens another."""
    return str(HERE / f"page_{name}.py")


def run(page: StreamlitPage) -> None:
    """Load the data, draw what stands on every page, and run the page chosen."""
    address_bar.begin(page.url_path)
    _follow_opened()
    # Always there, so that nothing beneath is put up anew when a choice or a problem comes or goes: a presentation stays, in full screen too.
    choice, problems = st.container(), st.container()
    try:
        folders = store.negotiations()
        with choice:
            folder = negotiation_folder(folders, _ids_of(folders))
    except ParleyError as error:
        st.error(literal(str(error)))
        return
    if folder is None:
        return
    held = store.held(folder)
    with problems:
        show_problems_of(held)
    if held.dataset is None:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        # Not an empty place: what was written there last is seen until it is written anew.
        heading = st.container(width="stretch")
        chosen = selection(held.dataset, held.version)
    step_through(held.days, chosen)
    keep_page(next(file for file, _, path in PAGES if path == page.url_path), leaving_out=("present",))
    with heading:
        draw_heading(_heading(page, chosen), key="heading")
    _show_cut(chosen)
    gone = st.container(gap=None)
    address_bar.say_gone(PAGE, named("page", address_bar.asked(PAGE), page_names()).gone)
    page.run()
    drawer.open_if_asked(chosen)
    if page.url_path == "issue":
        name_issue(chosen)
    address_bar.tell_gone(gone)
    address_bar.write()
    st.caption(say(standing_and_version(held.dataset)))
    all_drawn(chosen)


def _heading(page: StreamlitPage, chosen: Selection) -> str:
    if page.url_path == "":
        return chosen.dataset.negotiation.title
    return chosen.issue.name if page.url_path == "issue" and chosen.issue else page.title


def go_back() -> None:
    """Turn to the page from which the presentation was opened, with the issue that it showed; stay where it was opened by its address."""
    before = came_from()
    if before:
        name, issue = before
        st.switch_page(page_file(name), query_params={ISSUE: issue} if issue else None)


def _follow_opened() -> None:
    """Open what was chosen in a table or a chart before anything is drawn: the page of an issue, or statements in the evidence drawer."""
    what, target = take_opened()
    if what == "issue":
        st.switch_page(page_file("issue"), query_params=address_bar.open_with({ISSUE: (target,)}))
    elif what == "statement":
        show_statement(target)


def _ids_of(folders: Sequence[Path]) -> list[str]:
    """Return the id of the negotiation in each folder; the folder's own name where nothing can be read, or where another has the same id."""
    held = [store.held(one).dataset for one in folders]
    ids = [one.negotiation.id if one else "" for one in held]
    return [one if one and ids.count(one) == 1 else folder.name for one, folder in zip(ids, folders, strict=True)]


def _show_cut(chosen: Selection) -> None:
    """Say under the heading of every page that some evidence is left out, and how much of what the parties shown said."""
    shown = {party.id for party in chosen.parties}
    told = cut_leaves_out(chosen.cut, chosen.dataset.about(parties=shown, until=chosen.as_of))
    if told:
        draw_sheet(sentence_sheet(say(caption("cut")), told, chosen.dataset, mark="filter", strong=True), key="cut")
