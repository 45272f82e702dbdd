"""The page on which a negotiation is changed: what is changed, its fields, what would come of it beside them, and the save."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.addresses import EDIT
from parley.dataset import Dataset
from parley.editing.edits import KNOWN_BY, Add, Change, Edit, Values, known_as
from parley.editing.errors import RefusedError
from parley.editing.opening import Record
from parley.editing.trying import Tried, tried
from parley.errors import ParleyError
from parley.importing.naming import id_of
from parley.model import IN_LOCATOR, UNGROUPED, Trimming
from parley.telling import editing as told
from parley.telling.evidence import words_of
from parley.views import address_bar
from parley.views.edit.choice import choose_kind, known_of
from parley.views.edit.fields import Fields
from parley.views.edit.filled import first_values, go_back, leave_to_several
from parley.views.edit.form import Form, form_of, offer_drafts
from parley.views.edit.preview import draw_before_and_after
from parley.views.edit.records import BY_DEFAULT, FIELDS_OF, MOVED_IN, NAMED_BY, NEEDED
from parley.views.edit.records import WITH_FIELDS as RECORD_WITH_FIELDS
from parley.views.edit.removing import offer_removal
from parley.views.edit.saving import forget_outcome, known_name, met, settle, tell_outcome, tell_unsaved, who_saves, write
from parley.views.edit.statement import DIRECTION, WITH_FIELDS, position_fields, record_fields
from parley.views.edit.ways import Wanted, wanted
from parley.views.markup import literal
from parley.views.selection import Selection
from parley.views.ways import first_line
from parley.words import say

# What is new when a statement is said again.
_OF_ITS_DAY = ("id", "said", "date_basis", "date_note", "source", "locator", "supersedes", "repeats", "expires", "withdrawn", "note")
MOST_CHECKED = 5_000  # statements that are all checked while one looks, and not only when it is saved


def folder_of(dataset: Dataset) -> Path:
    """Return the folder in which a negotiation lies."""
    return dataset.files[dataset.negotiation.id][0].path.parent


def change(chosen: Selection) -> None:
    """Draw the form for what the address asks for, and save it where that is wanted."""
    asked = wanted()
    who = known_name()
    with first_line()[1] if who else st.container():
        who_saves()
    if not who:
        return
    try:
        form, is_another = form_of(asked, folder_of(chosen.dataset), who)
    except ParleyError as error:
        st.error(literal(str(error)))
        return
    if is_another:
        forget_outcome()
    conflict = met(form)
    form.is_settled = conflict is None
    if conflict is not None:
        settle(conflict, who)
        tell_outcome(st.container(), is_over=False)
        return
    if asked.id and form.talks.record(asked.kind, asked.id) is None:
        st.warning(say(told.NO_SUCH_RECORD))
        return
    offer_drafts(form)
    if not asked.id or asked.kind != "statement":
        choose_kind(asked, form)
    kept = st.container()
    left, right = st.columns([5, 6], gap="large")
    fields, edits = _statement(form, chosen, left) if asked.kind == "statement" else _record(form, left)
    if asked.id:
        fields.tell_changed()
    beside = st.container(horizontal=True, vertical_alignment="center", gap="medium")
    is_pressed = beside.button(say(told.button("save")), type="primary", key=f"{form.key}_save")
    form.keep(fields, kept if form.kept.begun else beside)
    outcome = st.container()  # beside the button, where whoever pressed it looks
    form.pressed += is_pressed
    form.is_touched = bool(edits or fields.typed)
    tell_outcome(outcome, is_over=form.is_touched or is_pressed)
    with right:
        wrong, is_lacking = _look(form, chosen, fields, edits)
    if is_pressed:
        wrong += _save(form, fields, edits, who, is_lacking=is_lacking)
        tell_outcome(outcome, is_over=False)
    if form.pressed and not form.is_over and wrong:
        tell_unsaved(outcome, dict.fromkeys(wrong), f"{form.key}_{form.pressed}")
    elif is_pressed and not edits:
        outcome.info(say(told.NOTHING_TO_SAVE))
    if not form.is_over:
        offer_removal(form)
    conflict = met(form)
    form.is_settled = conflict is None
    if conflict is not None:
        with outcome:
            settle(conflict, who)


def _statement(form: Form, chosen: Selection, beside: DeltaGenerator) -> tuple[Fields, list[Edit]]:
    """Draw the fields of a statement, those that move the picture beside it, and return them with the change that they say; none without a place."""
    asked, dataset = form.wanted, form.talks.dataset
    given: Record = dict(form.talks.record("statement", asked.id) or {}) if asked.id else first_values(asked.filled, form.folder)
    party = dataset.statement(asked.id).party if asked.id and dataset.holds(asked.id) else str(given.get("party", ""))
    issue = str(given.get("issue") or (chosen.issue.id if chosen.issue else ""))
    fields = Fields({key: one for key, one in given.items() if asked.how != "again" or key not in _OF_ITS_DAY}, form.key, form.kept.drafted)
    with beside:
        _about(asked, given, dataset)
        if asked.how == "withdraw":
            day = fields.day("withdrawn", width=190)
            return fields, [Change("statement", asked.id, {"withdrawn": day})] if day else []
        hows = {one: say(told.again_how(one)) for one in ("supersedes", "repeats")}
        how = fields.radio("again_how", hows, first="supersedes", is_kept=False, horizontal=True) if asked.how == "again" else ""
        position_fields(fields, dataset, party, issue, is_new=not asked.id)
    record_fields(fields, dataset)
    fields.keep_beyond(WITH_FIELDS)
    if how:
        fields.set(how, [asked.id] if how == "supersedes" else asked.id)
    if not asked.id:
        leave_to_several(fields)
    wants = fields.values.pop(DIRECTION, None)
    if not fields.values.get("place") or (DIRECTION in fields.drawn and not wants):
        return fields, []
    on = dataset.negotiation.issue_by_id[str(fields.values["issue"])]
    wanting = [Change("issue", on.id, {"directions": {**on.directions, str(fields.values["party"]): wants}})] if wants else []
    if asked.how == "change":
        return fields, [*_changes(asked, fields, party), *wanting]
    whose = fields.values.get("party") or fields.values.get("bloc") or "joint"
    called = id_of(" ".join(map(str, (whose, fields.values["issue"], fields.values["kind"]))), "statement", form.talks.statements)
    return fields, [Add("statement", {"id": called, **fields.values}), *wanting]


def _about(asked: Wanted, given: Record, dataset: Dataset) -> None:
    """Say which statement is changed and how, and by whom it was made where that was not one party alone."""
    if not asked.id:
        return
    st.subheader(say(told.heading(asked.how)), anchor=False)
    st.markdown(literal(say(words_of(dataset.statement(asked.id), dataset))) if dataset.holds(asked.id) else literal(asked.id))
    if isinstance(given.get("parties"), list):
        known = dataset.negotiation.party_by_id
        st.info(literal(say(told.together_with([known[one] for one in given["parties"] if isinstance(one, str) and one in known]))))
    if asked.how == "withdraw":
        st.markdown(say(told.WITHDRAW_HOW))


def _changes(asked: Wanted, fields: Fields, party: str) -> list[Edit]:
    """Return the change that makes of a record what the fields say; what has no field stays."""
    if fields.given.get("party") is None and fields.values.get("party") == party:
        fields.set("party", "")
    now, then = fields.values, fields.given
    values: Values = {key: now.get(key) for key in {**then, **now} if now.get(key) != then.get(key)}
    return [Change(asked.kind, asked.id, values)] if values else []


def _record(form: Form, beside: DeltaGenerator) -> tuple[Fields, list[Edit]]:
    """Draw the fields of another record, new or as it is, and return them with the change that they say."""
    asked, dataset = form.wanted, form.talks.dataset
    kind = asked.kind
    fields = Fields(form.talks.record(kind, asked.id) or {} if asked.id else {}, form.key, form.kept.drafted)
    with beside:
        FIELDS_OF[kind](fields, dataset)
    for key, first in BY_DEFAULT.items():
        if key not in fields.given and fields.values.get(key) == first:
            fields.set(key, "")
    if asked.id:
        fields.keep_beyond(RECORD_WITH_FIELDS[kind])
    if fields.refused or any(key not in fields.values for key in _needed(asked)):
        return fields, []
    if asked.id:
        return fields, [*_changes(asked, fields, ""), *(_of_group(form, fields, asked.id) if kind == "group" else ())]
    if kind in KNOWN_BY:
        return fields, [Add(kind, fields.values)]
    key = id_of(str(fields.values[NAMED_BY[kind]]), kind, known_of(form, kind))
    return fields, [Add(kind, {"id": key, **fields.values}), *(_of_group(form, fields, key) if kind == "group" else ())]


def _of_group(form: Form, fields: Fields, key: str) -> Iterator[Edit]:
    """Yield that issues move into a group; with the first of all groups, the heading under which the others stay."""
    moved = fields.drawn[MOVED_IN][1]
    moving = moved if isinstance(moved, list) else []
    issues = [one for one in form.talks.siblings("issue") if one.get("id") not in moving]
    if "groups" not in form.talks.value(form.talks.header) and any("group" not in one for one in issues):
        yield Add("group", {"id": UNGROUPED.id, "name": UNGROUPED.name}, at=0)
    yield from (Change("issue", one, {"group": key}) for one in moving)


def _look(form: Form, chosen: Selection, fields: Fields, edits: Sequence[Edit]) -> tuple[list[str], bool]:
    """Draw what would come of the change, and say beside the fields what is wrong with them.

    Return all that is wrong as it stands at the button, and whether something that is asked for is missing.
    """
    dataset = form.talks.dataset
    is_statement = form.wanted.kind == "statement"
    after: Dataset | None = None
    wrong: list[str] = []
    if edits:
        # What the negotiation asks of every statement may still be missing while one looks.
        freely = Change("negotiation", dataset.negotiation.id, {"requires": None})
        try:
            is_free = is_statement and bool(dataset.negotiation.requires)
            after = tried(form.talks, [*edits, freely] if is_free else edits, is_checked=dataset.count <= MOST_CHECKED).dataset
        except RefusedError as error:
            at_fields, elsewhere = fields.tell(error.faults)
            wrong = [*at_fields, *elsewhere]
            for one in elsewhere:
                st.error(one)
            if at_fields:
                st.warning(say(told.WRONG_AT_A_FIELD))
        except ParleyError as error:
            wrong = [literal(str(error))]
            st.error(wrong[0])
    elif form.wanted.how == "add" and is_statement and "place" not in fields.values:
        st.info(say(told.PLACE_FIRST))
    if not edits:
        missing = {one: say(told.ONE_WANTS if one == "directions" else told.NEEDED) for one in _needed(form.wanted) if one not in fields.values}
        wrong = [*(fields.at(one, why) for one, why in missing.items()), *fields.refused]
        for one, why in missing.items() if form.pressed else ():
            fields.tell_at(one, why)
    is_asked = is_statement and (form.wanted.how == "add" or (form.wanted.how != "withdraw" and bool(edits)))
    lacking = [*_lacking(fields.values, dataset)] if is_asked else []
    if is_statement:
        asked_for = literal(say(told.still_asked_for([say(told.field(one)) for one in lacking])))
        if lacking and edits:
            st.caption(asked_for)
        if lacking and form.pressed:
            wrong.append(asked_for)
            for key in lacking:
                fields.tell_at(f"locator.{key}" if key in IN_LOCATOR else key, say(told.IS_ASKED_FOR))
        issue = dataset.negotiation.issue_by_id.get(str(fields.values.get("issue") or fields.given.get("issue") or ""))
        at = replace(chosen, dataset=dataset, issue=issue or chosen.issue)
        draw_before_and_after(at, dataset, after, edits[0].id if edits else "", key=f"{form.key}_would_be")
    elif form.wanted.kind == "issue" and form.wanted.id in dataset.negotiation.issue_by_id:
        at = replace(chosen, dataset=dataset, issue=dataset.negotiation.issue_by_id[form.wanted.id])
        draw_before_and_after(at, dataset, after, "", key=f"{form.key}_would_be")
    return wrong, bool(lacking)


def _needed(asked: Wanted) -> Sequence[str]:
    """Return without which fields a change is none."""
    if asked.kind == "statement":
        return {"add": ("place",), "withdraw": ("withdrawn",)}.get(asked.how, ())
    return [one for one in NEEDED[asked.kind] if not (asked.id and one == "directions")]


def _lacking(values: Record, dataset: Dataset) -> Iterable[Trimming]:
    """Yield what the negotiation asks of every statement and these values do not say; an id is given by itself."""
    locator = values.get("locator")
    at: Record = locator if isinstance(locator, dict) else {}
    for one in dataset.negotiation.requires:
        held = at if one in IN_LOCATOR else values
        if one not in ("id", "locator") and not held.get(one):
            yield one


def _save(form: Form, fields: Fields, edits: Sequence[Edit], who: str, *, is_lacking: bool) -> list[str]:
    """Save, and begin anew; or return what is wrong."""
    if not edits:
        return []
    try:
        work: Tried = tried(form.talks, edits)
    except RefusedError as error:
        at_fields, elsewhere = fields.tell(error.faults)
        # What is asked for and missing is told of each field already.
        return at_fields if is_lacking else [*at_fields, *elsewhere]
    except ParleyError as error:
        return [literal(str(error))]
    write(work, who, say(told.message_of(edits, form.talks.dataset, work.dataset)), form)
    if form.is_over and form.wanted.filled:
        go_back(form.wanted.filled, form.folder, edits, who)
    elif form.is_over and form.wanted.kind in KNOWN_BY and form.wanted.id:
        address_bar.put({EDIT: (replace(form.wanted, id=known_as(form.wanted.kind, fields.values)).asked,)})
    return []
