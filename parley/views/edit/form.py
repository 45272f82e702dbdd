"""A form while it is filled in: the files as they were when it was begun, and the draft that is kept of it until it is saved or thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.addresses import EDIT
from parley.editing import drafts
from parley.editing.drafts import Draft
from parley.editing.opening import Opened, opened
from parley.evidence import Evidence
from parley.telling import editing as told
from parley.telling.said import Said
from parley.views.edit.draft import Kept
from parley.views.edit.fields import Fields
from parley.views.edit.ways import Wanted, parsed, way_to
from parley.views.markup import literal
from parley.views.store import stamp_of
from parley.views.ways import follow
from parley.words import say

_FORM = "edit_form"


@dataclass
class Form:
    """One change while it is made: what is wanted, the files as they were when it was begun, and what is kept of it."""

    wanted: Wanted
    folder: Path
    who: str
    talks: Opened
    number: int
    stamp: tuple[object, ...]
    kept: Kept
    pressed: int = 0  # how often saving has been tried
    is_touched: bool = False
    is_over: bool = False
    is_settled: bool = True  # no two versions of it stand in the place of its fields

    @property
    def key(self) -> str:
        """Return how the names of its fields begin."""
        return f"edit_{self.number}"

    def is_left(self) -> bool:
        """Return whether another page was shown since: what stood in the fields then is known from the draft alone."""
        return self.is_settled and not any(str(one).startswith(f"{self.key}_") for one in st.session_state)

    def is_outdated(self) -> bool:
        """Return whether the files have changed and nothing is lost by beginning anew: no field says anything else."""
        return self.wanted.how == "change" and not self.is_touched and self.stamp != stamp_of(self.folder)

    def follow_files(self) -> None:
        """Let what is new be chosen among what has been added to the files since; nobody else can have changed it."""
        if not self.wanted.id and self.stamp != (stamp := stamp_of(self.folder)):
            self.talks, self.stamp = opened(self.folder), stamp

    def keep(self, fields: Fields, room: DeltaGenerator) -> None:
        """Keep what has been typed, and say in a place on the page since when."""
        # Something new is kept whole: what it begins with may be another issue tomorrow.
        now = (fields.typed if self.wanted.id else fields.drawn) if fields.typed else {}
        self.kept.keep(now, room, f"{self.key}_discard", self.finish)

    def finish(self) -> None:
        """Throw its draft away, and let the next run begin with an empty form, of the files as they stand then."""
        self.kept.discard()
        self.is_over = True


def form_of(wanted: Wanted, folder: Path, who: str) -> tuple[Form, bool]:
    """Return the form that was begun for what is wanted, or a new one with what its writer had typed before; and whether another is left for it."""
    held: Form | None = st.session_state.get(_FORM)
    is_held = held is not None and (held.wanted, held.folder, held.who) == (wanted, folder, who) and not held.is_over
    if held is not None and is_held and not held.is_left() and not held.is_outdated():
        held.follow_files()
        return held, False
    number = held.number + 1 if held else 1
    made = Form(wanted, folder, who, opened(folder), number, stamp_of(folder), Kept.of(folder, way_to(wanted), who))
    st.session_state[_FORM] = made
    return made, held is None or not held.is_over


def offer_drafts(form: Form) -> None:
    """Draw the ways to all else that the writer has begun here and not saved."""
    others = [one for one in drafts.drafts_of(form.folder, form.kept.who) if one.form != form.kept.form]
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
