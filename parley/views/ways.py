"""The places to go, the ways to look at each, and what follows from a link to one."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.access import LOGOUT
from parley.addresses import VIEW, WORDS, query
from parley.telling.access import logged_in
from parley.telling.controls import WAYS_TO_LOOK, Place, place_name, view_choice
from parley.views import address_bar, people
from parley.views.components.bar import Way, draw_bar, draw_ways
from parley.views.components.heading import draw_heading
from parley.views.controls import choice_asked, words_asked
from parley.views.page_list import FILES, PAGES, PATHS, page_file
from parley.views.served_files import at
from parley.words import say

PICTURE, TABLE = "picture", "table"
POSITIONS, OVER_TIME = "positions", "over-time"
# The places on top, each with its pages by file and, where a page can be looked at in several ways, the views; the first is where a place begins.
PLACES: Mapping[Place, tuple[tuple[str, str], ...]] = {
    "overview": (("overview", PICTURE), ("overview", TABLE), ("compare", "")),
    "issues": (("issue", POSITIONS), ("issue", OVER_TIME)),
    "movement": (("movement", ""),),
    "evidence": (("robustness", ""), ("sources", "")),
    "brief": (("present", ""), ("take_away", "")),
    "edit": (("edit", ""), ("read", ""), ("bring_in", ""), ("new", ""), ("history", "")),
}
BY_A_BUTTON = frozenset(("new",))  # pages to which the switch does not lead
TO_EDIT: Place = "edit"  # the place that is there only where the dashboard was started to write
_LINE = "first_line_of_page"
_TITLES = {file: title for file, title, _ in PAGES}


def view_of(page: str) -> str:
    """Return the way in which a page is looked at: what the address names, or the first; "" where there is but one."""
    views = views_of(page)
    return choice_asked(VIEW, "view", views, next(iter(views))) if views else ""


def views_of(page: str) -> dict[str, str]:
    """Return the ways in which a page can be looked at, ids with their names; none where there is but one."""
    return {view: say(view_choice(view)) for ways in PLACES.values() for file, view in ways if file == page and view}


def draw_top(page: str, title: str) -> None:
    """Draw the bar on a page: `title` is that of the negotiation, which leads to the overview."""
    shown = {place: ways for place, ways in PLACES.items() if place != TO_EDIT or people.may_write()}
    places = [_way(say(place_name(place)), *ways[0], is_here=any(file == page for file, _ in ways)) for place, ways in shown.items()]
    words = words_asked(WORDS) if page == "search" else ""
    home = _way(title, "overview", PICTURE, is_here=page == "overview")
    present = _way(_TITLES["present"], "present", "", is_here=page == "present")
    draw_bar(home, places, present, words, _who(), has_help=page != "reading", key="bar")


def _who() -> tuple[str, str] | None:
    """Return who is logged in and how they sign out; None where nobody needs to log in."""
    someone = people.person()
    return (say(logged_in(someone.name, someone.role or "")), at(LOGOUT)) if people.login() and someone else None


def begin_line(page: str, heading: str) -> None:
    """Draw the first line of a page: its heading, room for what the page has to say or to choose there, and the switch between the ways to look."""
    with st.container(horizontal=True, vertical_alignment="top", gap="medium", key="first_line"):
        wide = st.container(width="stretch", gap=None)
        with wide:
            # What the page says there says what its heading does.
            draw_heading(heading, key="heading", is_seen=page not in ("overview", "issue"))
        narrow = st.container(width="content", horizontal=True)
        _draw_switch(page)
    st.session_state[_LINE] = wide, narrow


def first_line() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Return the room in the first line of the page that runs: a wide one after the heading, and one before the switch."""
    found: tuple[DeltaGenerator, DeltaGenerator] = st.session_state[_LINE]
    return found


def _draw_switch(page: str) -> None:
    """Draw the switch between the ways to look at the place of a page; nothing where there is but one."""
    place, ways = next(((place, ways) for place, ways in PLACES.items() if any(file == page for file, _ in ways)), (None, ()))
    if len(ways) > 1 and (place != TO_EDIT or people.may_write()):
        shown = (page, view_of(page))
        links = [
            _way(say(view_choice(view)) if view else _TITLES[file], file, view, is_here=(file, view) == shown)
            for file, view in ways
            if file not in BY_A_BUTTON
        ]
        draw_ways(say(WAYS_TO_LOOK), links, key="ways")


def follow(way: str) -> None:
    """Go where a button leads: to another page, or to another view of this one."""
    path, wanted = _parsed(way)
    if path == address_bar.page_shown():
        address_bar.put({VIEW: (), **wanted})
    else:
        st.switch_page(page_file(FILES[path]), query_params=address_bar.open_with(path, wanted))


def turn_to_page(way: str) -> None:
    """Show another page, of which the whole address is written already."""
    path, wanted = _parsed(way)
    address_bar.open_as(path, wanted)
    st.switch_page(page_file(FILES[path]), query_params={name: list(values) for name, values in wanted.items()})


def _parsed(way: str) -> tuple[str, dict[str, tuple[str, ...]]]:
    path, _, asked = way.partition("?")
    return path, {name: tuple(values) for name, values in parse_qs(asked, keep_blank_values=True).items()}


def _way(name: str, file: str, view: str, *, is_here: bool) -> Way:
    own = {VIEW: (view,)} if view not in ("", PICTURE, POSITIONS) else {}
    return Way(name, address_bar.link(PATHS[file], own), f"{PATHS[file]}?{query(own)}", is_here)
