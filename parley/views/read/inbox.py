"""The inbox of proposals: each beside its paragraph, with its anchor looked for and its place drawn; accepted, mended or refused by key or button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import streamlit as st

from parley.addresses import PROPOSAL
from parley.dataset import Dataset
from parley.editing.edits import Add
from parley.editing.errors import RefusedError
from parley.editing.opening import Opened, opened
from parley.editing.trying import Tried, tried
from parley.errors import ParleyError
from parley.files import shown_path
from parley.proposing.anchors import anchored
from parley.proposing.fitting import accepting
from parley.proposing.inbox import Inbox
from parley.proposing.lines import Given
from parley.proposing.settling import accept, note
from parley.strict_yaml import Text
from parley.telling import document_reading as told
from parley.telling.editing import message_of
from parley.telling.evidence import in_short
from parley.telling.proposing import anchor_found, counts_of
from parley.telling.said import Argument, Verbatim
from parley.telling.statement import Field, addressees, field_name, firmness_told, kind_by_on, quoted, what_is_held
from parley.views import address_bar, people, store
from parley.views.components.keyed_buttons import Button, draw_keyed_buttons, take_pressed
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.edit.filled import Filled
from parley.views.edit.preview import draw_before_and_after
from parley.views.edit.ways import Wanted, way_to
from parley.views.markup import literal
from parley.views.selection import Selection
from parley.views.ways import follow
from parley.words import say

MOST_SETTLED = 100
_SAID, _BUTTONS = "read_said", "inbox_buttons"
_KEYS: Mapping[told.Button, str] = {"accept": "a", "mend": "m", "refuse": "r", "before": "p", "next": "n"}


def draw_inbox(chosen: Selection, inbox: Inbox, folder: Path, who: str) -> None:
    """Draw how often each proposer was right, one proposal with what can be done with it, and those settled."""
    how, words = st.session_state.pop(_SAID, ("", ""))
    if words:
        {"success": st.success, "warning": st.warning, "error": st.error}[how](literal(words))
    waiting = inbox.open
    if waiting:
        keys = [one.key for one in waiting]
        asked = "".join(address_bar.asked(PROPOSAL)[:1])
        _draw_one(chosen, inbox, keys.index(asked) if asked in keys else 0, folder, who)
    else:
        st.info(literal(say(told.inbox_empty(shown_path(folder)))))
    if inbox.settled:
        with st.expander(say(told.settled(len(inbox.settled)))):
            for one in inbox.counts:
                st.markdown(literal(say(counts_of(one))))
            draw_sheet(_settled(inbox, chosen.dataset), key="inbox_settled")


def _draw_one(chosen: Selection, inbox: Inbox, place: int, folder: Path, who: str) -> None:
    """Draw a proposal, what can be done with it, its paragraph, and what would come of it."""
    waiting = inbox.open
    given, talks = waiting[place], opened(folder)
    proposal = given.proposal
    edit, after, faults = _tried(talks, given)
    left, right = st.columns([5, 6], gap="large")
    with left:
        st.markdown(literal(say(told.inbox_place(place + 1, len(waiting), proposal.proposer))))
        st.header(literal(say(in_short(proposal.statement))), anchor=False)
        if after is not None and after.holds(edit.id):
            st.markdown(literal(say(kind_by_on(after.statement(edit.id), after))))
        draw_keyed_buttons([_button(name, place, len(waiting), who) for name in _KEYS], given.key, say(told.PROPOSED), key=_BUTTONS)
        if not who:
            st.caption(say(told.NAME_FIRST))
        _draw_paragraph(given, talks.dataset)
        if proposal.reason:
            st.markdown(literal(say(told.reason_told(proposal.reason))))
        st.caption(literal(say(counts_of(next(one for one in inbox.counts if one.proposer == proposal.proposer)))))
    with right:
        for one in faults:
            st.warning(literal(one))
        issue = talks.dataset.negotiation.issue_by_id.get(proposal.statement.issue)
        at = replace(chosen, dataset=talks.dataset, issue=issue or chosen.issue)
        draw_before_and_after(at, talks.dataset, after, edit.id, key="inbox_would_be")
        draw_sheet(_proposal(given, edit.id, after), key="inbox_proposal")


def _tried(talks: Opened, given: Given) -> tuple[Add, Dataset | None, list[str]]:
    """Return the change by which a proposal would be a statement, and what would come of it, or else why it cannot be taken as it is."""
    edit = accepting(given, set(talks.statements))
    try:
        return edit, tried(talks, [edit]).dataset, []
    except RefusedError as error:
        return edit, None, [f"{'.'.join(map(str, one.field))}: {one.told}" if one.field else str(one.problem) for one in error.faults]
    except ParleyError as error:
        return edit, None, [str(error)]


def _button(name: told.Button, place: int, count: int, who: str) -> Button:
    is_off = not who if name in ("accept", "mend", "refuse") else not 0 <= place + (1 if name == "next" else -1) < count
    return Button(name, say(told.button(name)), _KEYS[name], is_off=is_off, is_first=name == "accept")


def settle_if_pressed(inbox: Inbox, folder: Path, who: str) -> bool:
    """Do to a proposal what was pressed while it was shown, and turn to the next; return whether the inbox is another now."""
    name, key = take_pressed(_BUTTONS)
    waiting = inbox.open
    place = next((number for number, one in enumerate(waiting) if one.key == key), None)
    if name not in _KEYS or not key:
        return False
    if place is None:
        st.session_state[_SAID] = "warning", say(told.WAS_SETTLED)
        return True
    given, after = waiting[place], place + (-1 if name == "before" else 1)
    if name == "mend" and who:
        follow(way_to(Wanted(filled=Filled(proposal=key))))
    elif name in ("accept", "refuse") and who and not _settle(name, given, folder, who):
        address_bar.put({PROPOSAL: (key,)})
        return False
    address_bar.put({PROPOSAL: (waiting[after].key,) if 0 <= after < len(waiting) else ()})
    return name in ("accept", "refuse")


def _settle(name: str, given: Given, folder: Path, who: str) -> bool:
    """Accept or refuse a proposal; return whether that was done."""
    try:
        people.must_write()
        if name == "accept":
            saved_as = accept(folder, given, who, datetime.now(), _message)
            st.session_state[_SAID] = "success", say(told.accepted(Verbatim(saved_as or given.proposal.statement.id or "")))
        else:
            is_first = note(folder, given, "refused", who, datetime.now())
            st.session_state[_SAID] = "warning", say(told.REFUSED if is_first else told.WAS_SETTLED)
    except (ParleyError, OSError) as error:
        st.session_state[_SAID] = "error", str(error)
        return False
    return True


def _message(work: Tried) -> str:
    return say(message_of(work.edits, work.talks.dataset, work.dataset))


def _draw_paragraph(given: Given, dataset: Dataset) -> None:
    """Draw the paragraph that is meant, and whether the anchor stands in it."""
    one = given.proposal.statement
    found = anchored(one.locator, dataset.sources.get(one.source or ""), store.texts())
    (st.warning if found.found in ("elsewhere", "nowhere") else st.markdown)(say(anchor_found(found.found)))
    if found.passage is not None:
        st.caption(say(told.passage(found.passage.line, found.passage.paragraph)))
        with st.container(border=True):
            st.text(found.passage.text)


def _proposal(given: Given, key: str, after: Dataset | None) -> Sheet:
    """Return what is proposed in words, or, where it cannot be taken as it is, key by key."""
    if after is not None and after.holds(key):
        one = after.statement(key)
        told_of: dict[Field, Argument | None] = {
            **what_is_held(one, after),
            "addressed": addressees(one, after),
            "replaces": quoted(one.supersedes, after),
            "repeats": quoted([one.repeats] if one.repeats else [], after),
            "firmness": firmness_told(one),
            "note": Verbatim(one.note) if one.note else None,
        }
        held = [(say(field_name(field)), say(words)) for field, words in told_of.items() if words]
    else:
        held = [(name, _shown(value)) for name, value in given.statement.items()]
    lines = [Line(((Item(name),), (Item(words),))) for name, words in held]
    return Sheet(say(told.PROPOSED), [Column("", width="26%"), Column("")], lines, layout="fields")


def _shown(value: Text) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(one)}" for key, one in value.items())
    return ", ".join(map(_shown, value)) if isinstance(value, list) else value


def _settled(inbox: Inbox, dataset: Dataset) -> Sheet:
    heads: Mapping[told.Head, str] = {"proposal": "", "how": "8rem", "by": "18%", "on": "9.5rem"}
    lines = []
    for one in [*inbox.settled.values()][: -MOST_SETTLED - 1 : -1]:
        given = inbox.one(one.proposal)
        says = say(in_short(given.proposal.statement)) if given else one.proposal
        opens = f"statement:{one.statement}" if one.statement and dataset.holds(one.statement) else ""
        about = Item(says, opens=opens, meta=say(told.proposed_by(one.proposer)))
        lines.append(Line(((about,), (Item(say(told.settled_how(one.how))),), (Item(one.by),), (Item(one.on.replace("T", " ")),))))
    return Sheet(say(told.settled(len(inbox.settled))), [Column(say(told.head(head)), width=width) for head, width in heads.items()], lines)
