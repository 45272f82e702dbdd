"""A new document: the file, how it was read, what is proposed of its record and taken or not, and the text kept beside the records."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import streamlit as st

from parley.addresses import DOCUMENT
from parley.documents.drafting import Chosen, Draft, drafted, keep_text, known_as, record_of
from parley.documents.errors import DocumentError
from parley.documents.reading import ENDINGS
from parley.editing.opening import opened
from parley.editing.trying import tried
from parley.errors import ParleyError
from parley.importing.values import date_of
from parley.model import DocumentType, Source
from parley.telling import document_reading as told
from parley.telling.editing import message_of
from parley.views import people, store
from parley.views.edit.saving import write
from parley.views.markup import literal
from parley.views.page_list import PATHS
from parley.views.selection import Selection
from parley.views.ways import follow
from parley.words import say

_HELD, _SHOWN_WORDS, _OTHER = "read_new_", 14, "other"


def draw_new(chosen: Selection, folder: Path, who: str) -> None:
    """Draw the field for a file, and what came of reading it."""
    file = st.file_uploader(say(told.field("file")), type=list(ENDINGS), key=f"{_HELD}file")
    if file is None:
        return
    try:
        draft = _draft(file.file_id, file.getvalue(), file.name)
    except DocumentError as error:
        st.error(literal(str(error)))
        return
    known = known_as(draft, chosen.dataset.sources)
    st.markdown(literal(say(told.draft_read(draft.read.format, len(draft.paragraphs), len(draft.proposed_skips)))))
    if known is not None:
        _keep_known(draft, known, who)
    else:
        _draw_record(draft, folder, who)


def _draft(file_id: str, data: bytes, name: str) -> Draft:
    """Return what came of reading a file, which takes a while, once for each."""
    held: tuple[str, Draft] | None = st.session_state.get(f"{_HELD}draft")
    if held is None or held[0] != file_id:
        held = st.session_state[f"{_HELD}draft"] = (file_id, drafted(data, name))
    return held[1]


def _keep_known(draft: Draft, source: Source, who: str) -> None:
    """Draw the button that keeps the text of a document whose record is there."""
    st.info(literal(say(told.known_as(source))))
    st.button(say(told.button("keep_text")), type="primary", key=f"{_HELD}keep_text", disabled=not who, on_click=_keep, args=(draft, source))


def _keep(draft: Draft, source: Source) -> None:
    """Keep the text of a document whose record is there, and turn to it."""
    try:
        people.must_write()
        keep_text(store.here().texts, source.file or "", draft.kept)
    except ParleyError as error:
        st.error(literal(str(error)))
        return
    _go_to(source.id)


def _draw_record(draft: Draft, folder: Path, who: str) -> None:
    """Draw what is proposed of the record, each part to be taken or not, and the button that saves it."""
    key = f"{_HELD}{draft.name}_"
    left, right = st.columns([5, 6], gap="large")
    with left:
        title = " ".join((st.text_input(say(told.field("title")), draft.title, key=f"{key}title") or "").split())
        more = _about(draft, key)
        issued = _issued(draft, key)
    with right:
        lines = {one.line: " ".join(one.text.split()[:_SHOWN_WORDS]) for one in draft.paragraphs}
        skips = st.multiselect(
            say(told.field("skips")), list(lines), sorted(draft.proposed_skips), key=f"{key}skips",
            format_func=lambda line: say(told.paragraph_choice(line, lines[line])),
        )  # fmt: skip
        with st.container(height=460, border=True):
            for one in draft.paragraphs:
                if one.line not in skips:
                    st.text(one.text)
    if not title:
        st.warning(say(told.NO_TITLE))
    kept = draft, Chosen(title, set(skips), {**more, **(issued or {})}), folder, who
    is_open = bool(who and title) and issued is not None
    st.button(say(told.button("keep")), type="primary", key=f"{_HELD}keep", disabled=not is_open, on_click=_save, args=kept)


def _about(draft: Draft, key: str) -> dict[str, object]:
    types: tuple[DocumentType, ...] = get_args(DocumentType)
    with st.container(horizontal=True, gap="small"):
        kind = st.selectbox(say(told.field("type")), types, types.index(draft.type), key=f"{key}type", width=220)
        language = (st.text_input(say(told.field("language")), draft.language, key=f"{key}language", width=190) or "").strip()
    publication = (st.text_input(say(told.field("publication")), draft.read.publication, key=f"{key}publication") or "").strip()
    url = (st.text_input(say(told.field("url")), draft.read.url, key=f"{key}url") or "").strip()
    return {"type": kind, "container-title": publication, "language": language, "URL": url}


def _issued(draft: Draft, key: str) -> dict[str, object] | None:
    """Draw the choice of the day of publication, of which none is taken by itself; return what the record is to say, None where it cannot be read."""
    days = {one.day: one for one in draft.dates}
    chosen = st.radio(
        say(told.field("issued")), [*days, _OTHER], len(days), key=f"{key}issued",
        format_func=lambda day: literal(say(told.day_found(days[day]) if day in days else told.NO_DAY)),
    )  # fmt: skip
    if chosen in days:
        return {"issued": chosen, "date_basis": "printed" if days[chosen].words else "inferred"}
    other = (st.text_input(say(told.field("other_day")), key=f"{key}other_day", width=220) or "").strip()
    if not other:
        return {}
    read = date_of(other)
    if read is None:
        st.warning(literal(say(told.no_day_read(other))))
        return None
    return {"issued": read.text}


def _save(draft: Draft, chosen: Chosen, folder: Path, who: str) -> None:
    """Keep the text first, and then the record: a text without a record counts nowhere."""
    try:
        people.must_write()
        talks = opened(folder)
        edit = record_of(draft, chosen, talks.source_files)
        work = tried(talks, [edit])
        keep_text(store.here().texts, str(edit.values["file"]), draft.kept)
        write(work, who, say(message_of([edit], talks.dataset, work.dataset)))
        is_there = edit.id in opened(folder).source_files
    except ParleyError as error:
        st.error(literal(str(error)))
        return
    if is_there:
        _go_to(edit.id)


def _go_to(document: str) -> None:
    """Turn to the text of a document."""
    follow(f"{PATHS['read']}?{DOCUMENT}={document}")
