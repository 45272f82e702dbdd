"""The part of the page that takes away in which a template is given, kept or taken back, and paper and slides are chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import streamlit as st

from parley.errors import ParleyError
from parley.exports.files import PACK, Maker
from parley.exports.houses import drop, keep, kept_one, template_of
from parley.exports.shell import PAPERS, Paper, Shell, now
from parley.exports.slide_frame import SLIDE_SIZES, SlideShape
from parley.exports.templates import ENDINGS, LARGEST, Ending, Template
from parley.folders import negotiation_folders
from parley.model import Negotiation
from parley.telling import templates as told
from parley.views import people, store
from parley.views.markup import literal
from parley.words import say

_GIVEN = "template_given"
_SHAPES = {"16:9": "wide", "4:3": "narrow"}


@dataclass
class Given:
    """The templates that a reader gave for this visit, by what they are for; the last file looked at, and why it was refused."""

    templates: dict[Ending, Template] = field(default_factory=dict)
    last: str = ""
    refused: str = ""


def choose_shell(negotiation: Negotiation) -> Shell:
    """Draw the choice of template, paper and slides, and return in what files are put."""
    given = _given_here(negotiation.id)
    folder = _folder(negotiation.id)
    may_keep = folder is not None and people.may_write()
    with st.expander(say(told.field_label("heading"))):
        st.markdown(f"{say(told.WHAT_FOR)} {say(told.KEPT if may_keep else told.FOR_THE_VISIT)}")
        _take(given, folder if may_keep else None)
        templates = _in_use(given, folder, may_keep=may_keep)
        with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
            paper = _choose_paper(is_own=any(one.ending == "docx" for one in templates))
            shape = _choose_shape(is_own=any(one.ending == "pptx" for one in templates))
    return Shell(templates, paper, shape, negotiation.prepared_by or "", now)


def tell_notes(maker: Maker) -> None:
    """Say what of the templates is not used, or stands in for what they lack."""
    for one in maker.noted(PACK):
        st.info(literal(one))


def _given_here(negotiation: str) -> Given:
    given: Given = st.session_state.setdefault(f"{_GIVEN}_{negotiation}", Given())
    return given


def _folder(negotiation: str) -> Path | None:
    """Return where a template is kept."""
    return next((one for one in negotiation_folders(store.here().positions) if one.name == negotiation), None)


def _take(given: Given, folder: Path | None) -> None:
    """Draw the field for a file, and look at each file that is put into it once."""
    file = st.file_uploader(say(told.field_label("give")), type=list(ENDINGS), key="template_file", max_upload_size=LARGEST // 1_000_000)
    if file is None:
        given.last = given.refused = ""
    elif file.file_id != given.last:
        given.last, given.refused = file.file_id, ""
        try:
            template = template_of(file.name, file.getvalue())
            if folder:
                people.must_write()
                keep(folder, template)
            else:
                given.templates[template.ending] = template
        except ParleyError as error:
            given.refused = str(error)
    if given.refused:
        st.error(literal(given.refused))


def _in_use(given: Given, folder: Path | None, *, may_keep: bool) -> tuple[Template, ...]:
    """Draw a line for each template in use with the way to do without it, and return them; one that is kept and broken is told."""
    held: dict[Ending, Template] = {}
    for ending in ("pptx", "docx"):
        try:
            if one := given.templates.get(ending) or kept_one(folder, ending):
                held[ending] = one
        except ParleyError as error:
            st.error(literal(str(error)))
    for ending, one in held.items():
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.markdown(literal(say(told.given(one.name))), width="content")
            if may_keep or ending in given.templates:
                st.button(say(told.field_label("drop")), key=f"template_drop_{ending}", on_click=_dropping(given, folder, ending))
    return tuple(held.values())


def _dropping(given: Given, folder: Path | None, ending: Ending) -> Callable[[], None]:
    return partial(_forget, given, ending) if ending in given.templates or folder is None else partial(_drop, folder, ending)


def _drop(folder: Path, ending: Ending) -> None:
    if people.may_write():
        drop(folder, ending)


def _forget(given: Given, ending: Ending) -> None:
    given.templates.pop(ending, None)


def _choose_paper(*, is_own: bool) -> Paper | None:
    own: list[Paper | None] = [None] if is_own else []
    choices = [*own, *PAPERS]
    return st.selectbox(
        say(told.field_label("paper")), choices, format_func=lambda one: say(told.choice(one or "own")), key=f"paper_{len(choices)}", width=230
    )


def _choose_shape(*, is_own: bool) -> SlideShape | None:
    if is_own:
        return None
    return st.selectbox(
        say(told.field_label("slides")), list(SLIDE_SIZES), format_func=lambda one: say(told.choice(_SHAPES[one])), key="slide_shape", width=230
    )
