"""A second reading: what is held of a document beside what a reader proposed of it apart, how far both agree, and the way to what differs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from parley.addresses import PROPOSAL, VIEW
from parley.agreement import agreement_lines
from parley.dataset import Dataset
from parley.model import Entry, Statement
from parley.proposing.inbox import Inbox
from parley.proposing.second import Met, Pair, agreement_on, readers_of, second_reading
from parley.telling import document_reading as told
from parley.telling.editing import source_choice
from parley.telling.said import begun
from parley.telling.statement import place_on_scale
from parley.telling.terms import kind_name
from parley.views.cells import kind_mark, opens_statements
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.markup import literal
from parley.views.page_list import PATHS
from parley.views.selection import Selection
from parley.words import say

_WIDTHS: Mapping[told.Head, str] = {"number": "4rem", "unit": "20%", "first": "", "second": "", "met": "9rem"}
_MARKS: Mapping[Met, str] = {"alike": "agreed", "differs": "differ", "first_only": "unknown", "second_only": "unknown"}


def draw_second(chosen: Selection, inbox: Inbox) -> None:
    """Draw the choice of a document and a reader, and what both found."""
    dataset = chosen.dataset
    readers = {key: found for key in dataset.sources if (found := readers_of(key, inbox))}
    if not readers:
        st.info(say(told.NO_SECOND))
        return
    with st.container(horizontal=True, gap="small"):
        key = st.selectbox(
            say(told.field("document")), list(readers), key="second_document", format_func=lambda one: say(source_choice(dataset.sources[one]))
        )
        reader = st.selectbox(say(told.field("reader")), readers[key], key="second_reader", width=280)
    source = dataset.sources[key]
    pairs = second_reading(source, reader, inbox, dataset)
    st.markdown(literal(" ".join(line.strip() for line in agreement_lines(agreement_on(pairs, source, dataset)))))
    columns = [Column(say(told.head(head)), width=width) for head, width in _WIDTHS.items()]
    draw_sheet(Sheet(say(told.SECOND), columns, [_line(one, inbox, dataset) for one in pairs]), key="second")


def _line(one: Pair, inbox: Inbox, dataset: Dataset) -> Line:
    negotiation = dataset.negotiation
    party, issue = negotiation.party_by_id.get(one.party), negotiation.issue_by_id.get(one.issue)
    unit = (Item(party.name if party else one.party, strong=True), Item(issue.name if issue else one.issue, quiet=True))
    first = (_item(one.first, one.party, dataset, opens_statements([one.first.id])),) if one.first else ()
    second: tuple[Item, ...] = ()
    met = [Item(say(told.met_named(one.met)), mark=_MARKS[one.met])]
    if one.second is not None:
        way = f"way:{PATHS['read']}?{urlencode({VIEW: 'inbox', PROPOSAL: one.second.key})}"
        settled = inbox.settled.get(one.second.key)
        second = (_item(one.second.proposal.statement, one.party, dataset, "" if settled else way),)
        met.append(Item(say(told.settled_how(settled.how)), quiet=True) if settled else Item(say(told.SETTLE), opens=way))
    return Line(((Item(str(one.line or "–")),), unit, first, second, tuple(met)))


def _item(entry: Entry, party: str, dataset: Dataset, opens: str) -> Item:
    """Return what one reader made of a unit: the kind and the place, with the words."""
    place = say(place_on_scale(Statement.of(entry, party, date.min, None), dataset)) if entry.issue in dataset.axes else ""
    return Item(place, mark=kind_mark(entry.kind), label=say(begun(kind_name(entry.kind))), meta=entry.says or "", opens=opens)
