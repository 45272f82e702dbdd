"""The parts of the search page: what was found by issue and party, what else, what was searched for instead, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from parley.analysis.search import IssueFinds, Search
from parley.evidence import Evidence
from parley.searching import Find
from parley.telling.counting import counted
from parley.telling.headings import ISSUE
from parley.telling.pages import caption, head
from parley.telling.search import alone_told, besides_told, found_told, held_beside, instead_told, left_out_told, other_line, whose_kind
from parley.views.cells import opens_newest, sentence_sheet, statement_item
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.markup import literal
from parley.views.selection import Selection
from parley.words import say

MOST = 30  # statements, and other finds, shown at first


def most_of_one_list(found: Search) -> int:
    """Return how many statements were found, or other finds where they are more."""
    return max(len(found.statements), len(found.others))


def draw_found(found: Search, chosen: Selection, most: int) -> None:
    """Draw what was found, at most so many of each list."""
    dataset = chosen.dataset
    draw_sheet(sentence_sheet(say(caption("found_count")), found_told(found), dataset, strong=True), key="found_count")
    for told in instead_told(found):
        st.caption(literal(say(told)))
    for number, told in enumerate(alone_told(found)):
        draw_sheet(sentence_sheet(say(caption("found_alone")), told, dataset), key=f"found_alone_{number}")
    if found.issues:
        columns = [Column(say(ISSUE), width="20%"), Column(say(head("statement")))]
        draw_sheet(Sheet(say(caption("found")), columns, [*_issue_lines(found, dataset, most)]), key="found")
    if found.others:
        columns = [Column(say(head("besides")), width="20%"), Column("")]
        lines = [_other_line(one, found, dataset) for one in found.others[:most]]
        draw_sheet(Sheet(say(caption("found_besides")), columns, lines), key="found_besides")
    besides = besides_told(found)
    if besides:
        st.caption(literal(say(besides)))
    for told in left_out_told(found, chosen.as_of, chosen.cut):
        st.markdown(literal(say(told)))


def _issue_lines(found: Search, dataset: Evidence, most: int) -> Iterator[Line]:
    """Yield a line for each issue: its name, how much was found on it, and the statements, up to so many on all issues together."""
    for one in found.issues:
        shown = one.statements[:most]
        most -= len(shown)
        if shown:
            yield Line((_issue_items(one, found, dataset), tuple(_statement_item(each, found, dataset) for each in shown)))


def _issue_items(one: IssueFinds, found: Search, dataset: Evidence) -> tuple[Item, ...]:
    count = say(counted(len(one.statements), "statements"))
    name = Item(one.issue.label, opens=f"issue:{one.issue.id}", found=found.terms)
    return name, Item(count, quiet=True, opens=opens_newest(one.statements, dataset))


def _statement_item(key: str, found: Search, dataset: Evidence) -> Item:
    one = dataset.statement(key)
    item = statement_item(one, dataset)
    meta = " · ".join([item.meta, *map(say, held_beside(one, found.terms))])
    return replace(item, label=say(whose_kind(one, dataset)), meta=meta, found=found.terms)


def _other_line(one: Find, found: Search, dataset: Evidence) -> Line:
    told = other_line(one, dataset)
    name = Item(told.name, meta=say(told.aside), opens=_way_to(one, dataset), found=found.terms)
    return Line(((Item(say(told.kind)),), (name,)))


def _way_to(one: Find, dataset: Evidence) -> str:
    """Return what another find opens: the page of its issue where it bears on one, else the newest of the statements behind it."""
    if one.kind in ("issue", "step"):
        return f"issue:{one.ids[0]}"
    issues = next((event.issues for event in dataset.negotiation.events if one.kind == "event" and event.id == one.ids[-1]), ())
    return f"issue:{issues[0]}" if issues else opens_newest(one.behind, dataset)
