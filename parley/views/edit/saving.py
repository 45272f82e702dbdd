"""Saving from a page: who saves, what is wrong, what somebody else has changed in the meantime, and what was saved."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.editing.edits import Change, Edit
from parley.editing.opening import Opened, Record
from parley.editing.saving import Conflict, Meeting, Saved, save_beside
from parley.editing.trying import Tried, tried
from parley.errors import ParleyError
from parley.telling import editing as told
from parley.telling.records import Naming, field_of_key, record_named, value_told
from parley.views import people
from parley.views.components.in_sight import OUTCOME, bring_in_sight
from parley.views.components.keeping import draw_keeping
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.edit.form import Form
from parley.views.markup import literal
from parley.words import say

_WHO, _NAME, _DONE, _MET = "edit_who", "edit_name", "edit_done", "edit_met"
COOKIE = "parley-name"  # under which the browser keeps the name given
LONGEST_NAME = 80


def known_name() -> str:
    """Return the name under which is saved, known by the login or given once in this browser; "" where nobody has been asked."""
    if name := _logged_in():
        return name
    given: str | None = st.session_state.get(_WHO)
    return _as_name(unquote(st.context.cookies.get(COOKIE, ""))) if given is None else given


def who_saves() -> str:
    """Draw who saves: asked for once, or known; return the name, "" as long as nobody is named."""
    known = known_name()
    draw_keeping(COOKIE, "" if _logged_in() else known, _NAME, key="keeping")
    if not known:
        st.text_input(say(told.field("who")), key=_NAME, width=320, on_change=_take_name)
        st.caption(say(told.WHY_A_NAME))
        return ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
        st.caption(literal(say(told.saving_as(known))), width="content")
        if not _logged_in():
            st.button(say(told.button("change_name")), key="edit_other_name", type="tertiary", on_click=_forget_name)
    return known


def _take_name() -> None:
    st.session_state[_WHO] = _as_name(st.session_state[_NAME])


def _forget_name() -> None:
    st.session_state[_WHO] = ""


def _as_name(given: str) -> str:
    return " ".join(given.split())[:LONGEST_NAME]


def _logged_in() -> str:
    if people.login() is not None:
        found = people.person()
        return found.name if found else ""
    return str(st.user.get("name") or st.user.get("email") or "") if st.user.get("is_logged_in") else ""


def write(work: Tried, who: str, message: str, form: Form | None = None) -> None:
    """Save, and note what came of it for `tell_outcome`: the form, if it is of one, is done. Where others changed something else, both stand."""
    try:
        people.must_write()
        found = save_beside(work, who, message)
    except (ParleyError, OSError) as error:
        st.error(literal(str(error)))
        return
    if isinstance(found, Conflict):
        st.session_state[_MET] = found, form
        return
    st.session_state[_DONE] = (message, found)
    _leave(form)


def _leave(form: Form | None) -> None:
    """Be done with a form, and with whatever it has met."""
    if form is not None:
        form.finish()
    st.session_state.pop(_MET, None)


def tell_outcome(room: DeltaGenerator, *, is_over: bool) -> None:
    """Say what was saved last, until something else is begun: pages run again by themselves as soon as a file has changed."""
    if is_over:
        forget_outcome()
    done: tuple[str, Saved] | None = st.session_state.get(_DONE)
    if done is None:
        return
    message, found = done
    with room.container(key=OUTCOME):
        if not found.files:
            st.info(say(told.NOTHING_TO_SAVE))
            return
        st.success(" ".join([literal(say(told.saved_as(message))), *([say(told.OTHERS_SAVED)] if found.is_beside else [])]))
        if found.unrecorded:
            st.warning(literal(found.unrecorded))
        bring_in_sight(found.version or message, key="saved_in_sight")


def tell_unsaved(room: DeltaGenerator, lines: Iterable[str], turn: str) -> None:
    """Say beside the button why nothing was saved, each fault with the name of its field, in Markdown."""
    with room.container(key=OUTCOME):
        st.error("\n".join((say(told.NOT_SAVED), "", *(f"- {line}" for line in lines))))
        bring_in_sight(turn, key="unsaved_in_sight")


def met(form: Form | None = None) -> Conflict | None:
    """Return the save, of a form or of none, that met what somebody else had changed."""
    found: tuple[Conflict, Form | None] | None = st.session_state.get(_MET)
    return found[0] if found and found[1] is form else None


def forget_outcome() -> None:
    """Say no more of what was saved: something else is begun."""
    st.session_state.pop(_DONE, None)


def settle(conflict: Conflict, who: str) -> None:
    """Draw both versions side by side with the choice, field by field, of what is to stand, and save that where it is wanted."""
    form: Form | None = st.session_state[_MET][1]
    st.warning(say(told.MET_ANOTHER))
    edits: list[Edit] = []
    for number, one in enumerate(conflict.meetings):
        chosen = _choose(one, number, conflict.work.talks, conflict.now)
        if chosen is not None:
            edits.append(chosen)
    kept = {(one.kind, one.id, one.within) for one in conflict.meetings}
    edits += [one for one in conflict.work.edits if (one.kind, one.id, one.within) not in kept]
    with st.container(horizontal=True, gap="small"):
        is_kept = st.button(say(told.button("keep")), type="primary", key="edit_keep", disabled=not who)
        st.button(say(told.button("give_up")), key="edit_give_up", on_click=_leave, args=(form,))
    if not is_kept:
        return
    try:
        work = tried(conflict.now, edits)
        message = say(told.message_of(edits, conflict.now.dataset, work.dataset)) if edits else ""
    except ParleyError as error:
        st.error(literal(str(error)))
        return
    write(work, who, message, form)


def _choose(one: Meeting, number: int, before: Opened, now: Opened) -> Edit | None:
    """Draw one record as both have it, and return the change that makes what is chosen of what stands now."""
    naming, issue = Naming((now.dataset, before.dataset)), str((one.theirs or one.before or one.ours or {}).get("issue", ""))
    names: dict[told.Whose, Record | None] = {"before": one.before, "theirs": one.theirs, "ours": one.ours}
    every = dict.fromkeys(key for record in names.values() for key in record or ())
    keys = [key for key in every if len({repr((record or {}).get(key)) for record in names.values()}) > 1]
    differing = [key for key in keys if (one.theirs or {}).get(key) != (one.ours or {}).get(key)]

    def shown(key: str, record: Record | None) -> str:
        return say(value_told(key, (record or {}).get(key), naming, issue))

    columns = [Column("", width="16%"), *(Column(say(told.met_version(whose))) for whose in names)]
    lines = [
        Line(
            (
                (Item(say(field_of_key(key))),),
                *((Item(shown(key, record), strong=key in differing, quiet=key not in differing),) for record in names.values()),
            )
        )
        for key in keys
    ]
    st.markdown(f"**{literal(say(record_named(one.kind, one.id, naming)))}**")
    draw_sheet(Sheet(say(told.kind_of_record(one.kind)), columns, lines), key=f"met_{number}")
    if one.theirs is None or one.ours is None:
        st.markdown(say(told.MET_GONE))
        return None
    values: dict[str, object] = {}
    for key in differing:
        label = literal(say(told.met_choose(say(field_of_key(key)))))
        both = {"theirs": shown(key, one.theirs), "ours": shown(key, one.ours)}
        whose = {"theirs": say(told.met_version("theirs")), "ours": say(told.met_version("ours"))}
        options = [literal(f"{whose[name]}: {words}") for name, words in both.items()]
        picked = st.radio(label, options, 1, key=f"met_{number}_{key}")
        if picked == options[1]:
            values[key] = one.ours.get(key)
    return Change(one.kind, one.id, values, one.within) if values else None
