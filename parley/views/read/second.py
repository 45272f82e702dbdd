"""A second reading beside the first: how far both agree, the way to what differs, what the second alone found taken over, and both readings kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from parley.addresses import PROPOSAL, VIEW
from parley.dataset import Dataset
from parley.errors import ParleyError
from parley.model import Entry, Source, Statement
from parley.proposing.codings import keep, rows_of
from parley.proposing.inbox import Inbox
from parley.proposing.second import Met, Pair, agreement_on, readers_of, second_reading
from parley.proposing.settling import accept
from parley.telling import document_reading as told
from parley.telling.agreement import agreement_told
from parley.telling.editing import message_of, source_choice
from parley.telling.evidence import in_short
from parley.telling.proposing import codings_kept
from parley.telling.said import begun
from parley.telling.statement import place_on_scale
from parley.telling.terms import kind_name
from parley.views import people
from parley.views.cells import kind_mark, opens_statements
from parley.views.components.opening import asked_to_take
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.markup import literal
from parley.views.page_list import PATHS
from parley.views.selection import Selection
from parley.words import said_all, say

_WIDTHS: Mapping[told.Head, str] = {"number": "4rem", "unit": "20%", "first": "", "second": "", "met": "9rem"}
_MARKS: Mapping[Met, str] = {"alike": "agreed", "differs": "differ", "first_only": "unknown", "second_only": "unknown"}
_SAID = "second_said"


def draw_second(chosen: Selection, inbox: Inbox, folder: Path, who: str) -> None:
    """Draw the choice of a document and a reader, what both found, and the button that keeps it."""
    dataset = chosen.dataset
    how, words = st.session_state.pop(_SAID, ("", ""))
    if words:
        {"success": st.success, "warning": st.warning, "error": st.error}[how](literal(words))
    readers = {key: found for key in dataset.sources if (found := readers_of(key, inbox))}
    if not readers:
        st.info(say(told.NO_SECOND))
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        key = st.selectbox(
            say(told.field("document")), list(readers), key="second_document", format_func=lambda one: say(source_choice(dataset.sources[one]))
        )
        reader = st.selectbox(say(told.field("reader")), readers[key], key="second_reader", width=280)
        source = dataset.sources[key]
        pairs = second_reading(source, reader, inbox, dataset)
        is_kept = st.button(say(told.button("keep_readings")), key="second_keep", help=say(told.KEEP_READINGS))
    if is_kept:
        _keep(pairs, source, inbox, dataset, folder)
    st.markdown(literal(" ".join(said_all(agreement_told(agreement_on(pairs, source, dataset))))))
    columns = [Column(say(told.head(head)), width=width) for head, width in _WIDTHS.items()]
    draw_sheet(Sheet(say(told.SECOND), columns, [_line(one, inbox, dataset, reader, may_take=bool(who)) for one in pairs]), key="second")
    if not who:
        st.caption(say(told.NAME_FIRST))


def take_if_asked(inbox: Inbox, folder: Path, who: str) -> bool:
    """Take over what was pressed, which a second reader alone has found; return whether the inbox is another now."""
    given = inbox.one(asked_to_take())
    if given is None or not who:
        return False
    try:
        people.must_write()
        finder = given.proposal.proposer
        saved_as = accept(
            folder, given, who, datetime.now(), lambda work: say(told.found_by(message_of(work.edits, work.talks.dataset, work.dataset), finder))
        )
        st.session_state[_SAID] = ("success", say(told.taken_over(saved_as))) if saved_as else ("warning", say(told.WAS_SETTLED))
    except (ParleyError, OSError) as error:
        st.session_state[_SAID] = "error", str(error)
        return False
    return bool(saved_as)


def _keep(pairs: Sequence[Pair], source: Source, inbox: Inbox, dataset: Dataset, folder: Path) -> None:
    """Keep both readings in the file of double codings, and say what came of it."""
    try:
        people.must_write()
        st.success(literal(say(codings_kept(keep(folder, [*rows_of(pairs, source, inbox, dataset)], dataset)))))
    except (ParleyError, OSError) as error:
        st.error(literal(str(error)))


def _line(one: Pair, inbox: Inbox, dataset: Dataset, reader: str, *, may_take: bool) -> Line:
    negotiation = dataset.negotiation
    party, issue = negotiation.party_by_id.get(one.party), negotiation.issue_by_id.get(one.issue)
    unit = (Item(party.name if party else one.party, strong=True), Item(issue.name if issue else one.issue, quiet=True))
    first = [_item(one.first, one.party, dataset, opens_statements([one.first.id]))] if one.first else []
    second: tuple[Item, ...] = ()
    met = [Item(say(told.met_named(one.met)), mark=_MARKS[one.met])]
    if one.second is not None:
        way = f"way:{PATHS['read']}?{urlencode({VIEW: 'inbox', PROPOSAL: one.second.key})}"
        settled = inbox.settled.get(one.second.key)
        second = (_item(one.second.proposal.statement, one.party, dataset, "" if settled else way),)
        met.append(Item(say(told.settled_how(settled.how)), quiet=True) if settled else Item(say(told.SETTLE), opens=way))
        if one.met == "second_only" and not settled and may_take:
            met.append(Item(say(told.TAKE_OVER), opens=f"take:{one.second.key}"))
        if one.first is None and settled and settled.statement and dataset.holds(settled.statement):
            held = dataset.statement(settled.statement)
            first += [_item(held, one.party, dataset, opens_statements([held.id])), Item(say(told.found_by_whom(reader)), quiet=True)]
    return Line(((Item(str(one.line or "–")),), unit, tuple(first), second, tuple(met)))


def _item(entry: Entry, party: str, dataset: Dataset, opens: str) -> Item:
    """Return what one reader made of a unit: the kind and the place, with the words."""
    place = say(place_on_scale(Statement.of(entry, party, date.min, None), dataset)) if entry.issue in dataset.axes else ""
    words = say(in_short(entry)) if entry.says or entry.condition else ""
    return Item(place, mark=kind_mark(entry.kind), label=say(begun(kind_name(entry.kind))), meta=words, opens=opens)
