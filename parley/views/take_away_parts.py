"""The parts of the page that takes away: the choice of the edition, and a button for each document, figure and table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import streamlit as st

from parley.dataset import Dataset
from parley.editing.opening import opened
from parley.errors import NotMadeError, ParleyError
from parley.exports.files import DRAWN, FIGURE_TYPES, FORMATS, PACK, PACK_TYPE, REFERENCE_TYPES, TABLE_TYPES, Drawn, Maker, file_name, formats_of
from parley.exports.for_editing import editing_workbook
from parley.exports.table_list import TABLES
from parley.folders import negotiation_folders
from parley.sharing import holds_internal
from parley.telling import controls, documents, pages, workbook_edits
from parley.telling.briefing import SECTIONS, Briefing
from parley.telling.controls import control
from parley.telling.front import FORMS, in_form
from parley.telling.tables import table_name
from parley.views import people
from parley.views.controls import choose_one, choose_some, some_asked
from parley.views.markup import literal
from parley.views.recent import Recent
from parley.views.server.watching import redrawer
from parley.words import say

_SLIDES = "pptx"
_HELD = 64  # decks of which it is known how many slides they have
_counts: Recent[object, int] = Recent(_HELD)
_FULL, _SHAREABLE = "full", "shareable"
_WHOLE = "whole"
_MAKING = "making"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def choose_edition(dataset: Dataset) -> bool:
    """Draw the choice between the full and the shareable edition, and return whether it is the shareable one; some see only that one."""
    if not people.sees_internal():
        return True
    editions = {one: say(controls.edition_choice(one)) for one in (_FULL, _SHAREABLE)}
    picked = choose_one(st.segmented_control, say(control("edition")), "edition_made", "edition", editions, _FULL, required=True)
    if picked == _SHAREABLE:
        st.markdown(say(pages.LEFT_OUT_OF_SHAREABLE))
    elif holds_internal(dataset):
        st.markdown(f"**{say(pages.HOLDS_INTERNAL)}**")
    return picked == _SHAREABLE


def choose_parts(briefing: Briefing) -> Briefing:
    """Draw the choice between the whole and the short forms, and of the whole that of single parts; return the briefing of what is chosen."""
    drawn = in_form(briefing, "four-pages").counts[0]
    forms: dict[str, str] = {one: say(controls.form_choice(one, drawn)) for one in (_WHOLE, *FORMS)}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        form = choose_one(st.segmented_control, say(control("form")), "form", "form", forms, _WHOLE, required=True)
        short = next((one for one in FORMS if one == form), None)
        if short:
            return in_form(briefing, short)
        names: dict[str, str] = {one: say(controls.part_choice(one)) for one in SECTIONS}
        held = len(some_asked("parts", "part", names, SECTIONS))
        with st.popover(say(control("parts") if held == len(SECTIONS) else controls.parts_chosen(held, len(SECTIONS)))):
            picked = choose_some(st.pills, say(control("parts")), "parts", "part", names, ())
    return replace(briefing, sections=frozenset(one for one in SECTIONS if one in picked)) if picked else briefing


def contents_words(briefing: Briefing) -> str:
    """Return what every file will be made of."""
    held = pages.files_hold(briefing.agenda.title, pages.issues_of_all(*briefing.counts), briefing.as_of, briefing.cut, briefing.since_told)
    return f"{say(held)} {briefing.handling}." if briefing.handling else say(held)


def warn_of_what_is_missing(maker: Maker) -> None:
    """Say what was left out of the data, which every file says in its foot, and which letters PDF and PNG cannot show."""
    for told in filter(None, (say(maker.briefing.incomplete), maker.unprintable)):
        st.warning(literal(told))


@dataclass
class Making:
    """What is being made at the moment, or why it was refused; files are made aside from the page, which is told when that changes."""

    name: str = ""
    number: int = 0
    total: int = 0
    refused: str = ""
    changed: Callable[[], None] = lambda: None

    def step(self, name: str, number: int, total: int) -> None:
        """Note which part of several is being made now."""
        self.name, self.number, self.total = name, number, total
        self.changed()

    def watched(self, make: Callable[[], bytes]) -> bytes:
        """Make a file and note the reason where it is refused; the reason is raised on, so that nothing is handed out."""
        self.refused = ""
        try:
            return make()
        except ParleyError as error:
            self.refused = str(error)
            raise
        except Exception as error:
            # The button hands out nothing and says nothing; whatever went wrong is told here.
            told = NotMadeError.of(self.name or say(controls.THE_FILE), error)
            self.refused = str(told)
            raise told from error
        finally:
            self.name = ""
            self.changed()


def making_here() -> Making:
    """Return what this reader's page is making; what was refused is forgotten as soon as something else is chosen."""
    making: Making = st.session_state.setdefault(_MAKING, Making())
    if not making.name:
        making.refused = ""
    return making


@st.fragment
def show_making(making: Making) -> None:
    """Show how far the archive is, and why a file was refused; this part holds no control and is drawn anew alone."""
    making.changed = redrawer()
    if making.name:
        st.progress(making.number / making.total, say(controls.making(making.number, making.total, making.name)))
    if making.refused:
        st.error(literal(making.refused))


def draw_documents(maker: Maker, making: Making) -> None:
    """Draw a button for each document, and one for all of them with every table and figure; beneath that one, how far it is."""
    offered = formats_of(maker.briefing)
    for form in offered:
        purpose = pages.slides_made(_slide_count(maker)) if form.ending == _SLIDES else documents.purpose(form.ending, maker.briefing.form)
        _row(making, form.name, say(purpose), partial(maker.document, form), file_name(maker.briefing, form.ending), form.media_type)
        if form.ending == _SLIDES and maker.briefing.sections >= set(SECTIONS):
            short = replace(maker, briefing=in_form(maker.briefing, "short"))
            told, name = say(pages.slides_made(_slide_count(short), are_short=True)), file_name(short.briefing, form.ending)
            _row(making, say(pages.short_of(form.name)), told, partial(short.document, form), name, form.media_type)
    lacking = [form.name for form in FORMATS if form not in offered]
    if lacking:
        st.markdown(literal(say(documents.form_not_of(lacking))))
    count, whole = maker.briefing.counts
    everything = control("everything") if count == whole else pages.everything_on(count, whole)
    _row(making, say(everything), say(pages.ALL_IN_ONE), partial(maker.pack, making.step), file_name(maker.briefing, PACK), PACK_TYPE)
    show_making(making)


def _slide_count(maker: Maker) -> int:
    """Return how many slides the deck will have, laid out once for all who take away the same."""
    made, shell = maker.briefing, maker.shell
    asked = (tuple(one.id for one in made.parties), made.as_of, made.cut.id, made.since, made.is_shareable, made.sections)
    key = (
        made.dataset.version,
        made.agenda.model_dump_json(),
        tuple(one.issue.id for one in made.issues),
        shell.template("pptx"),
        shell.shape,
        *asked,
    )
    return _counts.get(key, lambda: maker.slide_count)


def draw_for_editing(making: Making, negotiation: str, positions: Path) -> None:
    """Draw a button for the workbook in which the negotiation is edited."""
    folder = next((one for one in negotiation_folders(positions) if one.name == negotiation), None)
    if folder is not None:
        label, purpose = say(workbook_edits.field_label("take")), say(workbook_edits.FOR_EDITING)
        _row(making, label, purpose, lambda: editing_workbook(opened(folder)), f"{negotiation}-for-editing.xlsx", WORKBOOK_TYPE)


def draw_figures(maker: Maker, making: Making) -> None:
    """Draw the choice of an issue and of what is drawn, and a button for each kind of file."""
    drawable = {one.issue.name: one for one in maker.briefing.issues if one.is_evidenced}
    if not drawable:
        st.info(say(pages.NO_POSITION_EVIDENCED))
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        issue = drawable[st.selectbox(say(control("issue")), list(drawable), key="figure_issue", width=420)]
        drawn: Drawn = st.selectbox(say(control("drawn")), DRAWN, format_func=lambda what: say(documents.drawn(what)), key="figure_shows", width=200)
        for ending, media_type in FIGURE_TYPES.items():
            name = file_name(maker.briefing, ending, f"{issue.issue.id}-{drawn}")
            _button(making, ending.upper(), partial(maker.figure, issue, drawn, ending), name, media_type)


def draw_references(maker: Maker, making: Making) -> None:
    """Draw a button for each kind of list of the documents cited."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        for ending, media_type in REFERENCE_TYPES.items():
            label = say(documents.references_as(ending))
            _button(making, label, partial(maker.references, ending), file_name(maker.briefing, ending, "references"), media_type)


def draw_tables(maker: Maker, making: Making) -> None:
    """Draw the choice of a table and a button for each kind of file."""
    st.markdown(say(pages.CSV_IN_EXCEL))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        table = st.selectbox(say(control("table")), list(TABLES), format_func=lambda name: say(table_name(name)), key="table", width=420)
        for ending, media_type in TABLE_TYPES.items():
            name = file_name(maker.briefing, ending, table)
            _button(making, ending.upper(), partial(maker.table, table, ending), name, media_type)


def _row(making: Making, label: str, purpose: str, make: Callable[[], bytes], name: str, media_type: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        _button(making, label, make, name, media_type, width=230)
        st.markdown(literal(purpose), width="stretch")


def _button(making: Making, label: str, make: Callable[[], bytes], name: str, media_type: str, width: int | None = None) -> None:
    """Draw a button that makes its file when it is pressed, and not before."""
    made = people.made_for_me(partial(making.watched, make), name, media_type)
    st.download_button(label, made, name, media_type, key=f"take_{name}", on_click="ignore", width=width or "content")
