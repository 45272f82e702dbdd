"""The page on which a negotiation is changed: what is changed, its fields, what would come of it beside them, and the save."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from parley.addresses import EDIT
from parley.dataset import Dataset
from parley.editing.edits import Add, Change, Edit, Kind, Values
from parley.editing.errors import RefusedError
from parley.editing.opening import Record
from parley.editing.trying import Tried, tried
from parley.errors import ParleyError
from parley.importing.naming import id_of
from parley.model import IN_LOCATOR, Trimming
from parley.telling import editing as told
from parley.views import address_bar
from parley.views.edit_fields import Fields
from parley.views.edit_preview import draw_before_and_after
from parley.views.edit_records import FIELDS_OF, NAMED_BY
from parley.views.edit_saving import Form, begin_anew, form_of, met, settle, tell_outcome, who_saves, write
from parley.views.edit_statement import statement_fields
from parley.views.edit_ways import KINDS, Wanted, wanted
from parley.views.markup import literal
from parley.views.selection import Selection
from parley.words import say

# What is new when a statement is said again.
_OF_ITS_DAY = ("id", "said", "date_basis", "date_note", "source", "locator", "supersedes", "repeats", "expires", "withdrawn", "note")
_CHOSEN = "edit_what"


def folder_of(dataset: Dataset) -> Path:
    """Return the folder in which a negotiation lies."""
    return dataset.files[dataset.negotiation.id][0].path.parent


def change(chosen: Selection) -> None:
    """Draw the form for what the address asks for, and save it where that is wanted."""
    asked = wanted()
    tell_outcome()
    who = who_saves()
    try:
        form = form_of(asked, folder_of(chosen.dataset))
    except ParleyError as error:
        st.error(literal(str(error)))
        return
    conflict = met()
    if conflict is not None:
        if settle(conflict, who):
            begin_anew()
            st.rerun()
        return
    if asked.id and form.talks.record(asked.kind, asked.id) is None:
        st.warning(say(told.NO_SUCH_RECORD))
        return
    left, right = st.columns([5, 6], gap="large")
    with left:
        if not asked.id:
            _choose_kind(asked.kind)
        fields, edits = _statement(form, chosen) if asked.kind == "statement" else _record(form)
        is_pressed = st.button(say(told.button("save")), type="primary", key=f"{form.key}_save", disabled=not who)
    form.is_tried = form.is_tried or is_pressed
    with right:
        _look(form, chosen, fields, edits)
    if is_pressed and edits:
        _save(form, fields, edits, who)


def _choose_kind(kind: Kind) -> None:
    """Draw what can be added; another choice is another address."""
    st.radio(
        say(told.field("what")), KINDS, KINDS.index(kind), key=_CHOSEN, horizontal=True, on_change=_turn,
        format_func=lambda one: say(told.kind_of_record(one)),
    )  # fmt: skip


def _turn() -> None:
    address_bar.put({EDIT: (Wanted(st.session_state[_CHOSEN]).asked,)})


def _statement(form: Form, chosen: Selection) -> tuple[Fields, list[Edit]]:
    """Draw the fields of a statement, and return them with the change that they say; none as long as it has no place."""
    asked, dataset = form.wanted, form.talks.dataset
    given: Record = dict(form.talks.record("statement", asked.id) or {}) if asked.id else {}
    party = dataset.statement(asked.id).party if asked.id and dataset.holds(asked.id) else str(given.get("party", ""))
    issue = str(given.get("issue") or (chosen.issue.id if chosen.issue else ""))
    st.subheader(say(told.heading(asked.how)), anchor=False)
    if isinstance(given.get("parties"), list):
        known = dataset.negotiation.party_by_id
        st.info(literal(say(told.together_with([known[one] for one in given["parties"] if isinstance(one, str) and one in known]))))
    if asked.how == "withdraw":
        fields = Fields(given, form.key)
        st.markdown(say(told.WITHDRAW_HOW))
        day = fields.text("withdrawn", width=190)
        return fields, [Change("statement", asked.id, {"withdrawn": day})] if day else []
    if asked.how == "again":
        fields = Fields({key: one for key, one in given.items() if key not in _OF_ITS_DAY}, form.key)
        hows = {one: say(told.again_how(one)) for one in ("supersedes", "repeats")}
        how = fields.radio("again_how", hows, first="supersedes", is_kept=False, horizontal=True)
        statement_fields(fields, dataset, party, issue, is_new=False)
        fields.keep(("amount", "coded", "internal", "to_others"))
        fields.set(how, [asked.id] if how == "supersedes" else asked.id)
    else:
        fields = Fields(given, form.key)
        statement_fields(fields, dataset, party, issue, is_new=not asked.id)
    if not fields.values.get("place"):
        return fields, []
    if asked.how == "change":
        return fields, _changes(asked, fields, party)
    called = id_of(" ".join(str(fields.values[key]) for key in ("party", "issue", "kind")), "statement", form.talks.statements)
    return fields, [Add("statement", {"id": called, **fields.values})]


def _changes(asked: Wanted, fields: Fields, party: str) -> list[Edit]:
    """Return the change that makes of a record what the fields say; what has no field stays."""
    fields.keep(key for key in fields.given if key in ("id", "amount", "coded", "internal", "note_internal", "parties", "to_others"))
    if fields.given.get("party") is None and fields.values.get("party") == party:
        fields.set("party", "")
    now, then = fields.values, fields.given
    values: Values = {key: now.get(key) for key in {**then, **now} if now.get(key) != then.get(key)}
    return [Change(asked.kind, asked.id, values)] if values else []


def _record(form: Form) -> tuple[Fields, list[Edit]]:
    """Draw the fields of another record, and return them with the change that they say."""
    kind, dataset = form.wanted.kind, form.talks.dataset
    fields = Fields({}, form.key)
    FIELDS_OF[kind](fields, dataset)
    name = str(fields.values.get(NAMED_BY[kind], ""))
    if not name:
        return fields, []
    taken = form.talks.source_files if kind == "source" else [str(one.get("id")) for one in form.talks.siblings(kind)]
    return fields, [Add(kind, {"id": id_of(name, kind, taken), **fields.values})]


def _look(form: Form, chosen: Selection, fields: Fields, edits: Sequence[Edit]) -> None:
    """Draw what would come of the change, and say beside the fields what is wrong with them."""
    dataset = form.talks.dataset
    is_statement = form.wanted.kind == "statement"
    after: Dataset | None = None
    if edits:
        # What the negotiation asks of every statement may still be missing while one looks.
        freely = Change("negotiation", dataset.negotiation.id, {"requires": None})
        try:
            after = tried(form.talks, [*edits, freely] if is_statement and dataset.negotiation.requires else edits).dataset
        except RefusedError as error:
            for fault in fields.tell(error.faults):
                st.error(literal(fault.told))
        except ParleyError as error:
            st.error(literal(str(error)))
    elif is_statement and form.wanted.how != "withdraw":
        st.info(say(told.PLACE_FIRST))
    if is_statement:
        lacking = [*_lacking(fields.values, dataset)] if form.wanted.how != "withdraw" and edits else []
        if lacking:
            st.caption(literal(say(told.still_asked_for([say(told.field(one)) for one in lacking]))))
        if form.is_tried:
            for key in lacking:
                fields.tell_at(f"locator.{key}" if key in IN_LOCATOR else key, say(told.IS_ASKED_FOR))
        issue = dataset.negotiation.issue_by_id.get(str(fields.values.get("issue") or fields.given.get("issue") or ""))
        at = replace(chosen, dataset=dataset, issue=issue or chosen.issue)
        draw_before_and_after(at, dataset, after, edits[0].id if edits else "", key=f"{form.key}_would_be")


def _lacking(values: Record, dataset: Dataset) -> Iterable[Trimming]:
    """Yield what the negotiation asks of every statement and these values do not say; an id is given by itself."""
    locator = values.get("locator")
    at: Record = locator if isinstance(locator, dict) else {}
    for one in dataset.negotiation.requires:
        held = at if one in IN_LOCATOR else values
        if one not in ("id", "locator") and not held.get(one):
            yield one


def _save(form: Form, fields: Fields, edits: Sequence[Edit], who: str) -> None:
    """Save, and begin anew; or say what is wrong."""
    try:
        work: Tried = tried(form.talks, edits)
    except RefusedError as error:
        fields.tell([one for one in error.faults if one.field])
        return
    except ParleyError as error:
        st.error(literal(str(error)))
        return
    if write(work, who, say(told.message_of(edits, form.talks.dataset, work.dataset))):
        begin_anew()
        st.rerun()
    if met() is not None:
        st.rerun()
