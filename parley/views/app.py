"""What surrounds every page: the list of pages, the load, the problems in the files, the selection, the standing line."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from parley import __version__
from parley.addresses import PAGE, named
from parley.analysis.evidence import ALL_EVIDENCE
from parley.collecting import uncollected
from parley.errors import NoPositionsError, ParleyError
from parley.telling.access import LOGIN_ENDED
from parley.telling.briefing import standing_and_version
from parley.telling.controls import PRODUCT, page_title, tab_title
from parley.telling.cuts import cut_leaves_out
from parley.telling.editing import NOTHING_YET
from parley.telling.pages import caption
from parley.telling.reading import about_parley
from parley.views import address_bar, drawer, people, reading_page, store, ways
from parley.views.cells import sentence_sheet
from parley.views.components import act_on_noted
from parley.views.components.opening import ask_to_take, take_opened
from parley.views.components.sheet import draw_sheet
from parley.views.embedded import draw_foot, draw_head
from parley.views.file_problems import show_problems_of
from parley.views.markup import literal
from parley.views.page_list import FILES, PAGES, page_file, page_names
from parley.views.reading_page import ask_for_reading
from parley.views.selection import (
    Selection,
    name_issue,
    negotiation_folder,
    note_issue_gone,
    selection,
    selection_asked,
    show_statement,
)
from parley.views.server.measuring import run_of
from parley.views.stepping import all_drawn, step_through
from parley.views.ways import begin_line, draw_top
from parley.words import say

ABOUT = say(about_parley(__version__))


def pages() -> list[StreamlitPage]:
    """Return the pages; the first is shown at the bare address."""
    return [st.Page(page_file(file), title=title, url_path=path or None, default=not path) for file, title, path in PAGES]


def run(page: StreamlitPage) -> None:
    """Load the data, draw what stands on every page, and run the page chosen."""
    with run_of(FILES[page.url_path]):
        _run(page)


def _run(page: StreamlitPage) -> None:
    act_on_noted()
    address_bar.begin(page.url_path)
    name = FILES[page.url_path]
    top = st.container()
    someone = people.person()
    if someone is None or someone.role is None:
        top.title(say(PRODUCT), anchor=False)
        top.warning(say(LOGIN_ENDED))
        return
    _follow_opened()
    if name in ("bring_in", "new"):
        _run_alone(name, page, top)
        return
    # Always there, so that nothing beneath is put up anew when a choice or a problem comes or goes: a presentation stays, in full screen too.
    choice, problems = st.container(), st.container()
    try:
        shelf = store.shelf()
        with choice:
            folder = negotiation_folder(list(shelf.names), *zip(*shelf.names.values(), strict=True))
    except ParleyError as error:
        _tell_nothing_to_show(error, name, top)
        return
    if folder is None:
        _draw_ways_out(name, top)
        return
    whole = shelf.held(folder)
    held = people.shown(whole)
    with problems:
        show_problems_of(whole)
    if held.dataset is None:
        _draw_ways_out(name, top)
        return
    embedded = address_bar.is_embedded()
    if name == "reading" or embedded:
        chosen = selection_asked(held.dataset, held.version)
    else:
        chosen = selection(held.dataset, held.version, draw_dateline=partial(step_through, held.dataset, held.days))
    if not embedded:
        with top:
            draw_top(name, held.dataset.negotiation.title)
    heading = _heading(name, page.title, chosen)
    st.set_page_config(page_title=say(tab_title(heading, page.title, chosen.dataset.negotiation.title, say(PRODUCT))))
    if embedded:
        draw_head(chosen, heading)
    else:
        begin_line(name, heading)
    _show_cut(chosen)
    gone = st.container(gap=None)
    address_bar.say_gone(PAGE, named("page", address_bar.asked(PAGE), page_names()).gone)
    if name != "issue":
        note_issue_gone(chosen.dataset)
    uncollected(page.run)()
    if not reading_page.open_if_asked():
        drawer.open_if_asked(chosen)
    if page.url_path == "issue":
        name_issue(chosen)
    address_bar.tell_gone(gone)
    address_bar.write()
    if embedded:
        draw_foot(chosen)
        return
    st.caption(say(standing_and_version(held.dataset)))
    all_drawn(chosen)


def _draw_ways_out(name: str, top: DeltaGenerator) -> None:
    """Draw the bar over a page on which no negotiation can be shown."""
    if not address_bar.is_embedded():
        with top:
            draw_top(name, say(PRODUCT))


def _tell_nothing_to_show(error: ParleyError, name: str, top: DeltaGenerator) -> None:
    """Say that there is nothing yet, and to whoever may write how a negotiation comes in."""
    try:
        may_edit = people.may_write()
    except ParleyError:
        may_edit = False  # the command line itself is what is wrong
    if may_edit:
        _draw_ways_out(name, top)
    if may_edit and isinstance(error, NoPositionsError):
        st.info(say(NOTHING_YET))
    else:
        st.error(literal(str(error)))
    if may_edit:
        for way in ("new", "bring_in"):
            st.page_link(page_file(way), label=say(page_title(way)))


def _run_alone(name: str, page: StreamlitPage, top: DeltaGenerator) -> None:
    """Run a page that shows no negotiation, and so needs none."""
    st.set_page_config(page_title=say(tab_title(page.title, page.title, say(PRODUCT), say(PRODUCT))))
    with top:
        draw_top(name, say(PRODUCT))
    begin_line(name, page.title)
    page.run()
    address_bar.write()


def _heading(name: str, title: str, chosen: Selection) -> str:
    """Return what a page shows: an issue, the whole negotiation, or what its title says."""
    if name == "overview":
        return chosen.dataset.negotiation.title
    return chosen.issue.name if name == "issue" and chosen.issue else title


def _follow_opened() -> None:
    """Open what was chosen in a table or a chart before anything is drawn: another page, or statements in the evidence drawer."""
    what, target = take_opened()
    if what == "page":
        ways.turn_to_page(target)
    elif what == "statement":
        show_statement(target)
    elif what == "take":
        ask_to_take(target)
    elif what == "help":
        ask_for_reading()


def _show_cut(chosen: Selection) -> None:
    """Say under the heading of every page that some evidence is left out, and how much of what the parties shown said."""
    if chosen.cut == ALL_EVIDENCE:
        return  # and all that was said need not be gathered
    shown = {party.id for party in chosen.parties}
    told = cut_leaves_out(chosen.cut, chosen.dataset.about(parties=shown, until=chosen.as_of))
    if told:
        draw_sheet(sentence_sheet(say(caption("cut")), told, chosen.dataset, mark="filter", strong=True), key="cut")
