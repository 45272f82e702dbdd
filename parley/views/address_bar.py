"""What the address of the page says: read where it is opened or turned back to, kept while the page is used, written whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from urllib.parse import parse_qs

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.addresses import AGENDA, EMBED, EVERYWHERE, ISSUE, KNOWN, NAME, PAGE, Gone, Parameters, misnamed, page_link, query
from parley.views.components.address import draw_address
from parley.views.markup import literal
from parley.views.served_files import at

_SAID, _SHOWN, _PAGE, _GONE, _OPENED = "address_said", "address_shown", "address_page", "address_gone", "address_opened"
_LAST_SHOWN, _CHOICES = "address_last_shown", "address_choices"
_STAYS = (*EVERYWHERE, AGENDA)  # goes with the reader from page to page
EMBEDDED = "issue"  # the one page that can be shown without header
_OF_THE_BROWSER = ("step",)  # written by the browser alone, while a briefing is presented


def begin(page: str) -> None:
    """Start a run of a page: take over what its address says, if the page has just been opened."""
    state = st.session_state
    opened: Mapping[str, Parameters] = state.pop(_OPENED, {})  # none of it holds where the reader has turned back before the page could begin
    if state.get(_PAGE) != page or _SAID not in state or page in opened:
        _take(opened[page] if page in opened else {name: st.query_params.get_all(name) for name in st.query_params})
        state[_PAGE] = page
    state[_LAST_SHOWN], state[_SHOWN], state[_GONE], state[_CHOICES] = state.get(_SHOWN, {}), {}, [], []
    say_gone(NAME, misnamed(state[_SAID]))


def page_shown() -> str:
    """Return the path of the page that runs."""
    found: str = st.session_state.get(_PAGE, "")
    return found


def is_embedded() -> bool:
    """Return whether the page that runs is shown without header, on a page of another site."""
    return page_shown() == EMBEDDED and bool(st.context.is_embedded)


def open_with(page: str, parameters: Parameters) -> dict[str, list[str]]:
    """Let a page, which is opened next, be asked for these, and return the address of the one that is left.

    Streamlit writes what it is given for the new page into the address of the old one first, to which Back then leads: so it is given the old one,
    whole as it was written, lest Back meet the same page twice.
    """
    open_as(page, parameters)
    left = {**st.session_state.get(_SAID, {}), **st.session_state.get(_LAST_SHOWN, {})}
    return {name: list(values) for name, values in _ordered(left).items()}


def open_as(page: str, parameters: Parameters) -> None:
    """Let a page, which is opened next, be asked for these."""
    st.session_state[_OPENED] = {page: dict(parameters)}


def asked(name: str) -> tuple[str, ...]:
    """Return what the address says, or was chosen since, under a name; empty where it says nothing."""
    if name not in KNOWN:
        raise LookupError(f"No parameter is called {name!r}: name it in addresses.")
    found: tuple[str, ...] = st.session_state.get(_SAID, {}).get(name, ())
    return found


def put(changes: Mapping[str, Sequence[str]]) -> None:
    """Make a choice the one that the address names, which Back undoes; without a value a name is taken out."""
    take(changes)
    st.query_params.from_dict({name: list(values) for name, values in _ordered(_whole()).items()})


def take(changes: Mapping[str, Sequence[str]]) -> None:
    """Take over a choice that the browser has written into the address itself."""
    said = {**st.session_state.get(_SAID, {}), **{name: tuple(values) for name, values in changes.items()}}
    st.session_state[_SAID] = {name: values for name, values in said.items() if values}
    for name in changes:
        _shown().pop(name, None)


def show(name: str, values: Sequence[str]) -> None:
    """Note what is shown under a name, for the whole address: the default where nothing was asked for, ids where names were."""
    _shown()[name] = tuple(values)


def chosen_in(key: str) -> None:
    """Note that what is chosen in the control `key`, of Streamlit's own, is put into the address."""
    st.session_state[_CHOICES].append(key)


def say_gone(name: str, gone: Sequence[Gone]) -> None:
    """Note what the address names under a name and is gone, for `tell_gone`."""
    st.session_state.setdefault(_GONE, []).extend((name, one) for one in gone)


def gone_so_far() -> list[str]:
    """Return what is noted so far, in words, for whatever covers the place in which it is told."""
    return list(dict.fromkeys(one.sentence for _, one in st.session_state.get(_GONE, [])))


def tell_gone(place: DeltaGenerator) -> None:
    """Say in a place on the page what the address names and is gone, once for each."""
    for sentence in dict.fromkeys(linked(name, one) for name, one in st.session_state.get(_GONE, [])):
        place.warning(sentence)
    st.session_state[_GONE] = []


def linked(name: str, gone: Gone) -> str:
    """Return what is said of what is gone as Markdown; the nearest is a link to it, on this very page unless it is a page, with all else kept."""
    if not gone.nearest:
        return literal(gone.sentence)
    before, _, after = gone.sentence.rpartition(gone.nearest)
    kept = {EMBED: ("true",)} if is_embedded() else {}
    whole, page = {**_whole(), **kept}, gone.nearest if name == PAGE else st.session_state[_PAGE]
    if name == NAME:
        whole[gone.nearest] = whole.pop(gone.asked)
    else:
        whole[name] = () if name == PAGE else gone.mended(asked(name))
    return f"{literal(before)}[{literal(gone.nearest)}]({page_link(page, whole)}){literal(after)}"


def write() -> None:
    """Make the browser's address name all that is shown; neither a step back nor a run comes of it."""
    page = page_shown()
    draw_address(at(page), query(_whole()), st.session_state[_CHOICES], partial(turn_to, page), key="address")


def link_to_issues() -> str:
    """Return the way to the page of an issue as it is shown now, up to the id of the issue."""
    return link("issue", {ISSUE: ("",)})


def link(page: str, own: Parameters) -> str:
    """Return the way to a page as it is shown now, with parameters of its own."""
    shown = {name: values for name, values in _whole().items() if name in EVERYWHERE}
    return page_link(page, {**shown, **own})


def turn_to(page: str, search: str) -> None:
    """Take over the address to which the reader has turned on a page, whatever page was on its way meanwhile.

    Of the parameters Streamlit may still know those of the page that was on its way.
    """
    st.session_state.pop(_OPENED, None)
    st.session_state[_PAGE] = page
    _take(parse_qs(search.removeprefix("?")))


def _take(said: Parameters) -> None:
    kept = {name: values for name, values in st.session_state.get(_SAID, {}).items() if name in _STAYS}
    found = {name: tuple(filter(None, values)) for name, values in said.items() if name not in _OF_THE_BROWSER}
    st.session_state[_SAID] = {**kept, **{name: values for name, values in found.items() if values}}


def _whole() -> dict[str, tuple[str, ...]]:
    return {**st.session_state.get(_SAID, {}), **_shown()}


def _ordered(parameters: Parameters) -> dict[str, Sequence[str]]:
    return {**{name: parameters[name] for name in EVERYWHERE if name in parameters}, **parameters}


def _shown() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = st.session_state.setdefault(_SHOWN, {})
    return found
