"""A form while it is filled in: the files as they were when it was begun, and the draft that is kept of it until it is saved or thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.addresses import EDIT
from parley.editing import drafts
from parley.editing.drafts import Draft, Typed
from parley.editing.opening import Opened, opened
from parley.errors import ParleyError
from parley.evidence import Evidence
from parley.telling import editing as told
from parley.telling.said import Said
from parley.views.edit_fields import Fields
from parley.views.edit_ways import Wanted, parsed, way_to
from parley.views.markup import literal
from parley.views.store import stamp_of
from parley.views.ways import follow
from parley.words import say

_FORM = "edit_form"
_NOTHING: Mapping[str, tuple[Typed, Typed]] = {}


@dataclass
class Form:
    """One change while it is made: what is wanted, by whom, the files as they were when it was begun, and what is kept of it."""

    wanted: Wanted
    folder: Path
    who: str
    talks: Opened
    number: int
    stamp: tuple[object, ...]
    begun: Draft | None  # what had been typed before
    draft: Draft | None  # what is kept now
    pressed: int = 0  # how often saving has been tried
    is_touched: bool = False
    is_over: bool = False

    @property
    def key(self) -> str:
        """Return how the names of its fields begin."""
        return f"edit_{self.number}"

    @property
    def drafted(self) -> Mapping[str, tuple[Typed, Typed]]:
        """Return what had been typed when it was begun, by field."""
        return self.begun.fields if self.begun else _NOTHING

    def is_outdated(self) -> bool:
        """Return whether the files have changed and nothing is lost by beginning anew: no field says anything else."""
        return self.wanted.how == "change" and not self.is_touched and self.stamp != stamp_of(self.folder)

    def follow_files(self) -> None:
        """Let what is new be chosen among what has been added to the files since; nobody else can have changed it."""
        if not self.wanted.id and self.stamp != (stamp := stamp_of(self.folder)):
            self.talks, self.stamp = opened(self.folder), stamp

    def finish(self) -> None:
        """Throw its draft away, and let the next run begin with an empty form, of the files as they stand then."""
        drafts.discard(self.folder, _kept_as(self.wanted), self.who)
        self.is_over, self.draft = True, None


def form_of(wanted: Wanted, folder: Path, who: str) -> tuple[Form, bool]:
    """Return the form that was begun for what is wanted, or a new one with what its writer had typed before; and whether it is new."""
    held: Form | None = st.session_state.get(_FORM)
    if held is not None and not (held.is_over or held.is_outdated() or (held.wanted, held.folder, held.who) != (wanted, folder, who)):
        held.follow_files()
        return held, False
    draft = drafts.draft_of(folder, _kept_as(wanted), who)
    made = Form(wanted, folder, who, opened(folder), held.number + 1 if held else 1, stamp_of(folder), draft, draft)
    st.session_state[_FORM] = made
    return made, held is not None and not held.is_over


def keep_draft(form: Form, fields: Fields, room: DeltaGenerator) -> None:
    """Keep what has been typed, and say in a place on the page since when, with the way to throw it away."""
    typed = fields.typed
    # Something new is kept whole: what it begins with may be another issue tomorrow.
    now = (fields.typed if form.wanted.id else fields.drawn) if typed else {}
    why = ""
    if not now and form.draft:
        drafts.discard(form.folder, _kept_as(form.wanted), form.who)
        form.draft = None
    elif now and (form.draft is None or dict(form.draft.fields) != now):
        form.draft = Draft(_kept_as(form.wanted), datetime.now().astimezone(), now)
        try:
            drafts.keep(form.folder, form.draft, form.who)
        except (ParleyError, OSError) as error:
            why = str(error)
    if form.draft is None:
        return
    with room.container(horizontal=True, vertical_alignment="center", gap="small", key="edit_draft"):
        st.caption(literal(why) or say(told.draft_kept(form.draft.when)), width="content")
        st.button(say(told.button("discard")), key=f"{form.key}_discard", type="tertiary", on_click=form.finish)


def offer_drafts(form: Form) -> None:
    """Draw the ways to all else that the writer has begun here and not saved."""
    others = [one for one in drafts.drafts_of(form.folder, form.who) if one.form != _kept_as(form.wanted)]
    if not others:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="edit_drafts"):
        st.caption(say(told.OTHER_DRAFTS), width="content")
        for one in others[: told.MOST_DRAFTS]:
            if st.button(literal(say(_called(one, form.talks.dataset))), key=f"edit_draft_{one.form}", type="tertiary"):
                follow(one.form)


def _called(draft: Draft, dataset: Evidence) -> Said:
    wanted = parsed("".join(parse_qs(draft.form.partition("?")[2]).get(EDIT, [])))
    return told.draft_named(wanted.kind, told.called(wanted.kind, wanted.id, dataset), draft.when)


def _kept_as(wanted: Wanted) -> str:
    return way_to(wanted)
