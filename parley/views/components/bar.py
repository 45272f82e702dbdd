"""The bar on top of every page, and the switch between the ways to look at a place: links that are followed without loading all anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from parley.directions import isolated
from parley.telling.access import SIGN_OUT
from parley.telling.controls import COPY_LINK, HOW_TO_READ, LINK_COPIED, PLACES_TO_GO, SEARCH, SEARCH_BY_KEY
from parley.views.components import sent
from parley.views.components.opening import GOING, noting
from parley.views.served_files import loader
from parley.words import say

_HTML = (
    '<div class="behind"></div><div class="width"><div class="bar"><div class="name"><a class="home"></a></div><nav aria-label="{places}"></nav>'
    '<form role="search"><input type="search" aria-label="{search}" placeholder="{search_by_key}"></form>'
    '<div class="tools"><button type="button" class="copy">{copy}</button>'
    '<button type="button" class="help" aria-label="{reading}" title="{reading}">?</button>'
    '<details class="who" hidden><summary></summary><p popover="manual"><span></span><a>{out}</a></p></details>'
    '<span class="said" role="status"></span></div></div></div>'
).format(
    places=say(PLACES_TO_GO), search=say(SEARCH), search_by_key=say(SEARCH_BY_KEY), copy=say(COPY_LINK), reading=say(HOW_TO_READ), out=say(SIGN_OUT)
)
_bar = st.components.v2.component(
    "parley_bar", html=_HTML, js=loader("keys.js", *GOING, "links.js", "scrolling.js", "header.js", "bar.js", styles=("bar.css",))
)
_ways = st.components.v2.component("parley_ways", html="<nav></nav>", js=loader(*GOING, "links.js", "ways.js", styles=("ways.css",)))


@dataclass(frozen=True)
class Way:
    """A link: its name, its address, the page and parameters to which it leads, and whether that is what is shown."""

    name: str
    address: str
    leads_to: str
    is_here: bool = False

    def as_data(self) -> list[object]:
        """Return the fields in the order the browser side reads."""
        return [self.name, self.address, self.leads_to, self.is_here]


def draw_bar(home: Way, places: Sequence[Way], present: Way, words: str, who: tuple[str, str] | None, *, has_help: bool, key: str) -> None:
    """Draw the bar: the negotiation, which leads home, the places to go, and the search with the words last looked for; a key presents.

    `who` is who is logged in, and the address by which they sign out.
    """
    data = {
        "title": isolated(home.name),
        "home": [home.address, home.leads_to],
        "places": [one.as_data() for one in places],
        "present": present.leads_to,
        "words": words,
        "who": list(who) if who else None,
        "hasHelp": has_help,
        "copied": say(LINK_COPIED),
    }
    _bar(key=key, data=sent(data), on_open_change=noting(key))


def draw_ways(label: str, ways: Sequence[Way], key: str) -> None:
    """Draw the switch between the ways to look at a place."""
    _ways(key=key, data=sent({"label": label, "ways": [one.as_data() for one in ways]}), width="content", on_open_change=noting(key))
