"""The parts of the page that brings in a table: the file, how it is read, what of that is chosen otherwise, what would come of it, the writing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

import streamlit as st

from parley.addresses import NEGOTIATION, page_link
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import overview
from parley.dataset import Dataset
from parley.dates import PartialDate
from parley.errors import ParleyError
from parley.importing.drafted import BadCell, Drafted
from parley.importing.drafting import draft
from parley.importing.folder import Change, bring_in, change_of, kept_mapping, known_in, tried
from parley.importing.guessing import guess, levels_in_order
from parley.importing.mapping import ColumnMeaning, Defaults, Holds, IssueMeaning, Shape, TableMapping
from parley.importing.naming import id_of
from parley.importing.sheets import MOST_BYTES, Sheet, read_sheets, sheet_of_text
from parley.importing.values import date_of
from parley.model import Coding
from parley.telling import bringing_in as told
from parley.telling.glance_answer import answer
from parley.telling.headings import ISSUE, LIES_BETWEEN
from parley.telling.issue_page import field
from parley.views.components.sheet import Column, Item, Line, draw_sheet
from parley.views.components.sheet import Sheet as Table
from parley.views.markup import literal
from parley.words import say

SHOWN = 20  # rows of the table, and of what is left out
ENDINGS = ["xlsx", "xlsm", "csv", "tsv", "txt"]
PASTED = "table.tsv"
_HELD = "bring_in_"
_DONE = f"{_HELD}done"


@dataclass(frozen=True)
class Asked:
    """The table, and the folder into which it is to come."""

    sheet: Sheet
    folder: Path
    title: str


def choose_table(positions: Path) -> Asked | None:
    """Draw the fields for a table and its name, and return what was given; None as long as something is missing, or where it cannot be read."""
    given = st.file_uploader(say(told.field_label("file")), type=ENDINGS, key=f"{_HELD}file", max_upload_size=MOST_BYTES // 1_000_000)
    cells = "" if given else st.text_area(say(told.field_label("cells")), key=f"{_HELD}cells", height=110)
    if not given and not cells.strip():
        return None
    try:
        sheets = read_sheets(given.getvalue(), given.name) if given else (sheet_of_text(cells.encode(), PASTED),)
    except ParleyError as error:
        st.error(literal(str(error)))
        return None
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        name = st.text_input(say(told.field_label("name")), Path(given.name).stem if given else "", key=f"{_HELD}name", width=420)
        called = [one.name for one in sheets]
        chosen = st.selectbox(say(told.field_label("sheet")), called, key=f"{_HELD}sheet", width=260) if len(sheets) > 1 else called[0]
    if not name.strip():
        return None
    sheet = next(one for one in sheets if one.name == chosen)
    return Asked(sheet, positions / id_of(name, "negotiation", ()), name.strip())


def choose_reading(asked: Asked) -> TableMapping | None:
    """Draw how the table is probably read, each part to be chosen otherwise, and return how it is; None where no table can be made out."""
    kept = kept_mapping(asked.folder)
    if kept is not None:
        st.info(say(told.IS_KEPT_ALREADY))
    try:
        first = kept or guess(asked.sheet, asked.title).model_copy(update={"negotiation": asked.folder.name})
    except ParleyError as error:
        st.error(literal(str(error)))
        return None
    with st.expander(say(told.section_of("columns")), expanded=False):
        try:
            mapping = _choose_columns(first, asked)
        except ParleyError as error:
            st.error(literal(str(error)))
            return None
    with st.expander(say(told.section_of("scales")), expanded=any(not one.levels and one.quantity is None for one in mapping.issues)):
        issues = tuple(_choose_scale(one, asked.sheet, mapping) for one in mapping.issues)
    with st.expander(say(told.section_of("all")), expanded=False):
        defaults = _choose_defaults(mapping.defaults)
    return mapping.model_copy(update={"issues": issues, "defaults": defaults})


def _choose_columns(first: TableMapping, asked: Asked) -> TableMapping:
    shapes: list[Shape] = list(get_args(Shape))
    shape: Shape = st.radio(
        say(told.field_label("shape")), shapes, shapes.index(first.shape), format_func=lambda one: say(told.shape_told(one)), key=f"{_HELD}shape"
    )
    holds: list[Holds] = list(get_args(Holds))
    columns = []
    if shape == "long":
        heads = [one for one in asked.sheet.heads(first.head_row) if one]
        known = {one.head: one.holds for one in first.columns}
        with st.container(horizontal=True, gap="small"):
            for number, head in enumerate(heads):
                chosen: Holds = st.selectbox(
                    literal(head), holds, holds.index(known.get(head, "nothing")), key=f"{_HELD}column_{number}", width=190,
                    format_func=lambda one: say(told.holds_what(one)),
                )  # fmt: skip
                columns.append(ColumnMeaning(head=head, holds=chosen))
    if shape == first.shape and tuple(columns) == first.columns:
        return first
    # What was chosen otherwise is read anew, for other cells are names and positions then.
    return guess(asked.sheet, asked.title, shape, tuple(columns)).model_copy(update={"negotiation": asked.folder.name})


def _choose_scale(issue: IssueMeaning, sheet: Sheet, mapping: TableMapping) -> IssueMeaning:
    """Draw the scale of an issue; of one in words the levels, to be put in order line by line."""
    st.markdown(literal(say(told.scale_told(issue))))
    if issue.quantity is not None:
        return issue
    cells = [one.name for one in issue.levels] or list(levels_in_order(issue, sheet, mapping))
    if not cells:
        return issue
    lines = st.text_area(
        say(told.field_label("levels", issue.name)), "\n".join(cells) if issue.levels else "", placeholder="\n".join(cells),
        key=f"{_HELD}levels_{issue.id}", height=68 + 24 * min(len(cells), 8),
    ).splitlines()  # fmt: skip
    return issue.in_order([one.strip() for one in lines if one.strip()])


def _choose_defaults(first: Defaults) -> Defaults:
    with st.container(horizontal=True, gap="medium"):
        said = st.text_input(say(told.field_label("said")), first.said.text if first.said else "", key=f"{_HELD}said", width=200)
        by = st.text_input(say(told.field_label("coded_by")), first.coded.by if first.coded else "", key=f"{_HELD}coded_by", width=320)
        on = st.text_input(
            say(told.field_label("coded_on")), first.coded.on.text if first.coded and first.coded.on else "", key=f"{_HELD}on", width=200
        )
    coded = Coding(by=by.strip(), on=_day(on)) if by.strip() else None
    attribution = "expert_coding" if coded else None if first.coded else first.attribution
    return first.model_copy(update={"said": _day(said), "coded": coded, "attribution": attribution})


def _day(text: str) -> PartialDate | None:
    """Return the date that somebody wrote; where it cannot be read that is said, and none is taken."""
    if not text.strip():
        return None
    found = date_of(text.strip())
    if found is None:
        st.error(literal(say(told.no_date(text.strip()))))
    return found


def show_what_would_come(asked: Asked, mapping: TableMapping) -> None:
    """Draw what the table comes to, and the button that brings it in; beneath, what is left out and the first rows."""
    drafted = draft(asked.sheet, mapping, known_in(asked.folder))
    for one in told.names_told(drafted):
        st.markdown(literal(say(one)))
    found = _tried(asked, drafted)
    if found is not None:
        dataset, change = found
        st.header(say(told.AS_IT_WOULD_LOOK), anchor=False)
        draw_sheet(_looks(dataset), key="would_look")
        st.markdown(literal(" ".join(map(say, told.comes_to(change, drafted)))))
        _write_if_asked(asked, drafted, change)
    if drafted.bad:
        st.header(say(told.section_of("left_out")), anchor=False)
        draw_sheet(_left_out(drafted.bad), key="left_out")
    st.header(say(told.section_of("table")), anchor=False)
    draw_sheet(_first_rows(asked.sheet, mapping, drafted.bad), key="first_rows")


def _looks(dataset: Dataset) -> Table:
    """Return each issue with what would lie between the parties, who is measured, and how all pairs stand."""
    lines = []
    for row in overview(dataset, dataset.negotiation.parties, dataset.last_day(date.today()), ALL_EVIDENCE):
        found = answer(row)
        whole = (Item(say(found.whole), quiet=True),) if found.whole else (Item(""),)
        lines.append(Line(((Item(row.issue.name),), (Item(say(found.told), strong=True, meta=say(found.measured)),), whole)))
    return Table(
        say(told.AS_IT_WOULD_LOOK), [Column(say(ISSUE), width="24%"), Column(say(LIES_BETWEEN), width="34%"), Column(say(field("whole")))], lines
    )


def _tried(asked: Asked, drafted: Drafted) -> tuple[Dataset, Change] | None:
    if not drafted.entries:
        st.error(say(told.nothing_left()))
        return None
    try:
        change = change_of(asked.folder, drafted, date.today())
        return tried(asked.folder, change), change
    except (ParleyError, OSError) as error:
        st.error(literal(str(error)))
        return None


def _write_if_asked(asked: Asked, drafted: Drafted, change: Change) -> None:
    """Draw the button that writes, and write where it was pressed; what comes of it is said, with the way to it."""
    if change.files and st.button(say(told.field_label("write" if change.is_new else "update")), type="primary", key=f"{_HELD}write"):
        try:
            bring_in(asked.folder, change)
        except (ParleyError, OSError) as error:
            st.error(literal(str(error)))
            return
        st.session_state[_DONE] = asked.folder
    # What has just been written is no change any more as soon as the page is drawn anew.
    if st.session_state.get(_DONE) == asked.folder:
        st.success(f"{literal(say(told.brought_in(drafted.mapping.title, drafted)))} {_way_to(drafted)}")
    elif not change.files:
        st.info(f"{literal(say(told.NOTHING_CHANGED))} {_way_to(drafted)}")


def _way_to(drafted: Drafted) -> str:
    return f"[{say(told.field_label('open'))}]({page_link('', {NEGOTIATION: (drafted.mapping.negotiation,)})})"


def _first_rows(sheet: Sheet, mapping: TableMapping, bad: Sequence[BadCell]) -> Table:
    """Return the first rows of the user's own table, the cells that cannot be taken marked."""
    heads = sheet.heads(mapping.head_row)
    wrong = {(one.row, one.column) for one in bad}
    columns = [Column(say(told.left_out_head("row")), width="4rem"), *(Column(head) for head in heads)]
    lines = []
    for number, row in enumerate(sheet.rows[mapping.head_row : mapping.head_row + SHOWN], mapping.head_row + 1):
        cells = [
            (Item(cell, strong=True, status="blocked", mark="blocked") if (number, head) in wrong else Item(cell),)
            for head, cell in zip(heads, row, strict=True)
        ]
        lines.append(Line(((Item(str(number), quiet=True),), *cells)))
    return Table(say(told.section_of("table")), columns, lines)


def _left_out(bad: Sequence[BadCell]) -> Table:
    heads: Mapping[told.LeftOutHead, str] = {"row": "4rem", "column": "14%", "value": "18%", "why": "", "mend": ""}
    columns = [Column(say(told.left_out_head(head)), width=width) for head, width in heads.items()]
    lines = [Line(tuple((Item(str(text)),) for text in one)) for one in bad[:SHOWN]]
    return Table(say(told.section_of("left_out")), columns, lines)
