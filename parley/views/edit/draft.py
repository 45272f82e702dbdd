"""What somebody has typed in a form: kept as it is typed, told with the time, and thrown away when that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.editing.drafts import Draft, Typed, discard_draft, draft_of, keep_draft
from parley.errors import ParleyError
from parley.telling import editing as told
from parley.views import people
from parley.views.markup import literal
from parley.words import say

Drawn = Mapping[str, tuple[Typed, Typed]]  # by field, what it said at first and what it says
_NOTHING: Drawn = {}


@dataclass
class Kept:
    """The draft of one form and one writer: as it was when the form was begun, and as it is kept now."""

    folder: Path
    form: str
    who: str
    begun: Draft | None
    draft: Draft | None

    @classmethod
    def of(cls, folder: Path, form: str, who: str) -> Kept:
        """Return what is kept of a form."""
        found_by = people.person() if people.login() is not None else None
        whose = found_by.key if found_by else who  # two people may have one name
        found = draft_of(folder, form, whose)
        return cls(folder, form, whose, found, found)

    @property
    def drafted(self) -> Drawn:
        """Return what had been typed when the form was begun, by field."""
        return self.begun.fields if self.begun else _NOTHING

    def discard(self) -> None:
        """Throw it away."""
        if people.may_write():
            discard_draft(self.folder, self.form, self.who)
        self.draft = None

    def keep(self, now: Drawn, room: DeltaGenerator, key: str, on_discard: Callable[[], None]) -> None:
        """Keep what stands in the form, nothing where that is as at first; say in a place on the page since when, with the way to throw it away."""
        why = ""
        if not now and self.draft:
            self.discard()
        elif now and (self.draft is None or dict(self.draft.fields) != now):
            self.draft = Draft(self.form, datetime.now().astimezone(), now)
            try:
                people.must_write()
                keep_draft(self.folder, self.draft, self.who)
            except (ParleyError, OSError) as error:
                why = str(error)
        if self.draft is None:
            return
        with room.container(horizontal=True, vertical_alignment="center", gap="small", key="edit_draft"):
            st.caption(literal(why) or say(told.draft_kept(self.draft.when)), width="content")
            st.button(say(told.button("discard")), key=key, type="tertiary", on_click=on_discard)
