"""Saving from a page: who saves, what is wrong, what somebody else has changed in the meantime, and what was saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.editing.edits import Change, Edit
from parley.editing.opening import Opened, Record, opened
from parley.editing.saving import Conflict, Meeting, Saved, save_beside
from parley.editing.trying import Tried, tried
from parley.errors import ParleyError
from parley.strict_yaml import Text
from parley.telling import editing as told
from parley.views import people
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.edit_ways import Wanted
from parley.views.markup import literal
from parley.views.store import stamp_of
from parley.words import say

_WHO, _NAME, _FORM, _DONE, _MET = "edit_who", "edit_name", "edit_form", "edit_done", "edit_met"


@dataclass
class Form:
    """One change while it is made: what is wanted, the files as they were when it was begun, and whether saving has been tried."""

    wanted: Wanted
    folder: Path
    talks: Opened
    number: int
    stamp: tuple[object, ...]
    is_tried: bool = False
    is_touched: bool = False
    is_over: bool = False

    def is_outdated(self) -> bool:
        """Return whether the files have changed and nothing is lost by beginning anew: no field says anything else."""
        return self.wanted.how == "change" and not self.is_touched and self.stamp != stamp_of(self.folder)

    @property
    def key(self) -> str:
        """Return how the names of its fields begin."""
        return f"edit_{self.number}"


def form_of(wanted: Wanted, folder: Path) -> Form:
    """Return the form that was begun for what is wanted, or a new one."""
    held: Form | None = st.session_state.get(_FORM)
    if held is None or held.is_over or held.is_outdated() or (held.wanted, held.folder) != (wanted, folder):
        if held is not None and not held.is_over:
            st.session_state.pop(_DONE, None)
        stamp = stamp_of(folder)
        held = Form(wanted, folder, opened(folder), held.number + 1 if held else 1, stamp)
        st.session_state[_FORM] = held
        st.session_state.pop(_MET, None)
    return held


def begin_anew() -> None:
    """Let the next run, which comes as soon as a file has changed, begin with an empty form, of the files as they stand then."""
    held: Form | None = st.session_state.get(_FORM)
    if held is not None:
        held.is_over = True
    st.session_state.pop(_MET, None)


def known_name() -> str:
    """Return the name under which is saved, where it is known already; "" where nobody has been asked."""
    return _logged_in() or str(st.session_state.get(_WHO, ""))


def who_saves() -> str:
    """Draw who saves: asked for once, or known from the login; return the name, "" as long as nobody is named."""
    if name := _logged_in():
        st.caption(literal(say(told.saving_as(name))))
        return name
    known: str = st.session_state.get(_WHO, "")
    if not known:
        st.text_input(say(told.field("who")), key=_NAME, width=320, on_change=_take_name)
        return ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(literal(say(told.saving_as(known))))
        st.button(say(told.button("change_name")), key="edit_other_name", type="tertiary", on_click=_forget_name)
    return known


def _take_name() -> None:
    st.session_state[_WHO] = st.session_state[_NAME].strip()


def _forget_name() -> None:
    st.session_state[_WHO] = ""


def _logged_in() -> str:
    if people.login() is not None:
        found = people.person()
        return found.name if found else ""
    return str(st.user.get("name") or st.user.get("email") or "") if st.user.get("is_logged_in") else ""


def write(work: Tried, who: str, message: str) -> None:
    """Save, and note what came of it for `tell_outcome`: the next run begins anew. Where others changed something else, both stand."""
    try:
        people.must_write()
        found = save_beside(work, who, message)
    except (ParleyError, OSError) as error:
        st.error(literal(str(error)))
        return
    if isinstance(found, Conflict):
        st.session_state[_MET] = found
        return
    st.session_state[_DONE] = (message, found)
    begin_anew()


def tell_outcome(room: DeltaGenerator, *, is_over: bool) -> None:
    """Say what was saved last, until something else is begun: pages run again by themselves as soon as a file has changed."""
    if is_over:
        st.session_state.pop(_DONE, None)
    done: tuple[str, Saved] | None = st.session_state.get(_DONE)
    if done is None:
        return
    message, found = done
    if not found.files:
        room.info(say(told.NOTHING_TO_SAVE))
        return
    room.success(" ".join([literal(say(told.saved_as(message))), *([say(told.OTHERS_SAVED)] if found.is_beside else [])]))
    if found.unrecorded:
        room.warning(literal(found.unrecorded))


def met() -> Conflict | None:
    """Return the save that met what somebody else had changed."""
    found: Conflict | None = st.session_state.get(_MET)
    return found


def settle(conflict: Conflict, who: str) -> None:
    """Draw both versions side by side with the choice, field by field, of what is to stand, and save that where it is wanted."""
    st.warning(say(told.MET_ANOTHER))
    edits: list[Edit] = []
    for number, one in enumerate(conflict.meetings):
        chosen = _choose(one, number)
        if chosen is not None:
            edits.append(chosen)
    kept = {(one.kind, one.id, one.within) for one in conflict.meetings}
    edits += [one for one in conflict.work.edits if (one.kind, one.id, one.within) not in kept]
    with st.container(horizontal=True, gap="small"):
        is_kept = st.button(say(told.button("keep")), type="primary", key="edit_keep", disabled=not who)
        st.button(say(told.button("give_up")), key="edit_give_up", on_click=begin_anew)
    if not is_kept:
        return
    try:
        work = tried(conflict.now, edits)
        message = say(told.message_of(edits, conflict.now.dataset, work.dataset)) if edits else ""
    except ParleyError as error:
        st.error(literal(str(error)))
        return
    write(work, who, message)


def _choose(one: Meeting, number: int) -> Edit | None:
    """Draw one record as both have it, and return the change that makes what is chosen of what stands now."""
    names: dict[told.Whose, Record | None] = {"before": one.before, "theirs": one.theirs, "ours": one.ours}
    every = dict.fromkeys(key for record in names.values() for key in record or ())
    keys = [key for key in every if len({repr((record or {}).get(key)) for record in names.values()}) > 1]
    differing = [key for key in keys if (one.theirs or {}).get(key) != (one.ours or {}).get(key)]
    columns = [Column("", width="16%"), *(Column(say(told.met_version(whose))) for whose in names)]
    lines = [
        Line(
            (
                (Item(say(told.key_of_file(key))),),
                *((Item(_shown((record or {}).get(key)), strong=key in differing, quiet=key not in differing),) for record in names.values()),
            )
        )
        for key in keys
    ]
    draw_sheet(Sheet(say(told.kind_of_record(one.kind)), columns, lines), key=f"met_{number}")
    if one.theirs is None or one.ours is None:
        st.markdown(say(told.MET_GONE))
        return None
    values: dict[str, object] = {}
    for key in differing:
        label, shown = (
            literal(say(told.met_choose(say(told.key_of_file(key))))),
            {"theirs": _shown(one.theirs.get(key)), "ours": _shown(one.ours.get(key))},
        )
        whose = {"theirs": say(told.met_version("theirs")), "ours": say(told.met_version("ours"))}
        options = [literal(f"{whose[name]}: {words}") for name, words in shown.items()]
        picked = st.radio(label, options, 1, key=f"met_{number}_{key}")
        if picked == options[1]:
            values[key] = one.ours.get(key)
    return Change(one.kind, one.id, values, one.within) if values else None


def _shown(value: Text | None) -> str:
    """Return a value of a file as one reads it."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_shown(one)}" for key, one in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(_shown, value))
    return value or "–"
