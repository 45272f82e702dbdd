"""The ways to the page on which a negotiation is changed: what an address asks for, and the buttons that lead there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args
from urllib.parse import urlencode

import streamlit as st

from parley.addresses import EDIT, ISSUE
from parley.editing.edits import Kind
from parley.telling import editing as told
from parley.telling.editing import Button, How
from parley.views import address_bar, people
from parley.views.edit.filled import Filled, filled
from parley.views.page_list import PATHS
from parley.views.ways import follow
from parley.words import say

KINDS: tuple[Kind, ...] = ("statement", "source", "event", "party", "issue", "group", "bloc", "edition")


@dataclass(frozen=True)
class Wanted:
    """What is to be changed: a kind of record, its id where it is there already, and how."""

    kind: Kind = "statement"
    id: str = ""
    how: How = "add"
    filled: Filled | None = None

    @property
    def asked(self) -> str:
        """Return it as an address names it."""
        return ":".join(filter(None, (self.kind, self.id, self.how if self.id else "")))


def wanted() -> Wanted:
    """Return what the address asks for; a new statement where it asks for nothing that there is."""
    found = parsed("".join(address_bar.asked(EDIT)[:1]))
    return found if found.id or found.kind != "statement" else replace(found, filled=filled())


def parsed(asked: str) -> Wanted:
    """Return what an address names so."""
    kind, _, rest = asked.partition(":")
    key, _, how = rest.rpartition(":")  # the name of an edition may hold anything
    if how not in get_args(How):
        key = rest
    chosen: Kind = next((one for one in KINDS if one == kind), "statement")
    if not key:
        return Wanted(chosen)
    ways = get_args(How)
    return Wanted(chosen, key, next((one for one in ways if one == how and (one == "change" or chosen == "statement")), "change"))


def way_to(asked: Wanted, issue: str = "") -> str:
    """Return the way to the page, asked for a change."""
    return f"{PATHS['edit']}?{urlencode({EDIT: asked.asked, **({ISSUE: issue} if issue else {}), **(asked.filled.asked if asked.filled else {})})}"


def ways_of_statement(key: str) -> None:
    """Draw the buttons of a statement, where this dashboard may write."""
    if not people.may_write() or address_bar.is_embedded():
        return
    hows: tuple[tuple[Button, How], ...] = (("edit", "change"), ("again", "again"), ("withdraw", "withdraw"))
    with st.container(horizontal=True, gap="small"):
        for label, how in hows:
            if st.button(say(told.button(label)), key=f"edit_{how}_{key}"):
                follow(way_to(Wanted("statement", key, how)))


def way_to_add(issue: str) -> None:
    """Draw the button that adds a statement on an issue, where this dashboard may write."""
    if people.may_write() and st.button(say(told.button("add")), key="edit_add"):
        follow(way_to(Wanted(), issue))
