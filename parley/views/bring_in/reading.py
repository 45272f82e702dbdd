"""How a table is read, as the page that brings one in shows it: its files, what each sheet lists, columns, scales, each to be chosen otherwise."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import streamlit as st

from parley.dates import PartialDate
from parley.editing.brought import File
from parley.errors import ParleyError
from parley.importing.fitting import fitted
from parley.importing.folder import MAPPING_FILE, OWN_FOLDER, kept_mapping
from parley.importing.heads import PARTS, read_as_part
from parley.importing.joining import parts_of, perhaps_main
from parley.importing.keeping import Kept, kept_for
from parley.importing.kinds import other_kinds
from parley.importing.mapping import ColumnMeaning, Defaults, Holds, Part, PartColumn, PartHolds, PartTable, Shape, TableMapping
from parley.importing.naming import id_of, title_of
from parley.importing.newcomers import newcomers, without_new_sums
from parley.importing.sheets import ALL_CODES, MOST_BYTES, WORKBOOKS, Sheet
from parley.importing.values import date_of
from parley.importing.whole import Workbook, begun, sheets_of
from parley.model import Coding
from parley.roundtrip.book import Book, book_in
from parley.telling import bringing_in as told
from parley.views.bring_in.asking import choose_blank_kinds, choose_names, choose_new, choose_signs
from parley.views.bring_in.kept import CELLS, field_key, files_from_before
from parley.views.bring_in.scales import choose_scales
from parley.views.bring_in.work import once
from parley.views.markup import literal
from parley.words import say

PASTED = "table.tsv"
_HELD = "bring_in_"
Lists = Part | Literal["statements", "nothing"]
LISTS: tuple[Lists, ...] = ("statements", *get_args(Part), "nothing")


@dataclass(frozen=True)
class Asked:
    """The sheets of a table, the name of its first file, and the folder into which it is to come."""

    sheets: tuple[Sheet, ...]
    name: str
    folder: Path
    title: str


@dataclass(frozen=True)
class Given:
    """The files that were handed in, or the cells that were pasted, what tells them from others, and what is said of files of another kind."""

    files: tuple[File, ...]
    cells: str
    key: Hashable
    others: Sequence[ParleyError] = ()

    @property
    def tables(self) -> tuple[File, ...]:
        """Return the files; none where one of them is of another kind."""
        return () if self.others else self.files


def choose_given() -> Given:
    """Draw the fields for files and for pasted cells, and return what was given; files from before the page was loaded anew stay."""
    if before := files_from_before():
        st.markdown(literal(say(told.given_before([name for _, name in before]))))
        return Given(before, "", id(before))
    # Whatever is handed in is taken, and what it is and where it belongs is told: the field itself shows no more than a red mark.
    given = st.file_uploader(say(told.field_label("file")), key=field_key(), accept_multiple_files=True, max_upload_size=MOST_BYTES // 1_000_000)
    cells = "" if given else st.text_area(say(told.field_label("cells")), key=CELLS, height=110)
    files, key = tuple((one.getvalue(), one.name) for one in given), tuple(one.file_id for one in given) or cells
    return Given(files, cells, key, once("others", key, lambda: other_kinds(files)))


def choose_table(given: Given, positions: Path) -> Asked | Book | None:
    """Draw the fields for the name of a table and its letters, and return what was given, which may be a workbook for editing.

    None as long as something is missing, or where it cannot be read.
    """
    if not given.files and not given.cells.strip():
        return None
    files = list(given.files) or [(given.cells.encode(), PASTED)]
    if given.others:
        for one in given.others:
            st.error(literal(str(one)))
        return None
    code = st.session_state.get(f"{_HELD}code") if given.files else None
    key = (given.key, code)
    try:
        book = once("book", key, lambda: book_in(*files[0])) if len(files) == 1 else None
        if book is not None:
            return book
        sheets = once("sheets", key, lambda: sheets_of(files, code))
    except ParleyError as error:
        st.error(literal(str(error)))
        sheets = ()
    # The next edition of a table that was brought in before may come under any name.
    earlier = once("kept", key, lambda: kept_for(sheets, positions)) if sheets else None
    first = _name_of(earlier) if earlier else title_of(Path(given.files[0][1]).stem) if given.files else ""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        name = st.text_input(say(told.field_label("name")), first, key=f"{_HELD}name", width=420)
        is_text = not files[0][1].lower().endswith(WORKBOOKS)
        if is_text and (code or not sheets or not all(one.is_surely_read for one in sheets)):
            found = sheets[0].how.partition(",")[0] if sheets and not code else ""
            _choose_code(found)
    if not name.strip() or not sheets:
        return None
    return Asked(sheets, files[0][1], positions / id_of(name, "negotiation", ()), name.strip())


def _name_of(kept: Kept) -> str:
    """Return the name that leads to a folder: the title of what is in it, or where that has changed the folder's own."""
    title = kept.mapping.title
    return title if id_of(title, "negotiation", ()) == kept.folder.name else kept.folder.name


def _choose_code(found: str) -> None:
    def shown(code: str | None) -> str:
        return ALL_CODES[code] if code else say(told.code_as_found(found))

    st.selectbox(say(told.field_label("code")), [None, *ALL_CODES], key=f"{_HELD}code", format_func=shown, width=320)


def choose_reading(asked: Asked) -> Workbook | None:
    """Draw how the table is probably read, each part to be chosen otherwise, and return how it is; None where no table can be made out."""
    kept = kept_mapping(asked.folder)
    told_first = st.container()
    if kept is not None:
        kept = fitted(kept, asked.sheets) or kept
        told_first.info(literal(say(told.read_as_kept(kept.title, f"{asked.folder.name}/{OWN_FOLDER}/{MAPPING_FILE}"))))
    parts, main = _choose_sheets(asked.sheets, kept) if len(asked.sheets) > 1 else ((), asked.sheets[0].name)
    if main is None:
        return None
    try:
        head_row = st.session_state.get(f"{_HELD}head_row")
        key = (tuple(map(id, asked.sheets)), asked.title, asked.folder, kept, main, parts)
        first = once("begun", key, lambda: _begun(asked, kept, main, parts))
        work = first if head_row in (None, first.mapping.head_row) else once("read", (key, head_row), lambda: first.read_anew(None, (), head_row))
        with st.expander(say(told.section_of("columns")), expanded=False):
            work = _choose_columns(work, first)
    except ParleyError as error:
        st.error(literal(str(error)))
        return None
    for one in (*told.shown_told(work.sheet), *told.not_taken(work.sheets, work.mapping, work.sheet)):
        st.markdown(literal(say(one)))
    # What somebody reads otherwise than before is read anew as a whole.
    is_asked = work is first and (kept is not None or first.mapping.parties_left_out or first.mapping.issues_left_out)
    new = once("new", key, lambda: newcomers(first)) if is_asked else told.NOBODY_NEW
    mapping = without_new_sums(work, new).mapping if kept is not None else work.mapping
    with st.container():
        mapping = choose_blank_kinds(work.sheet, choose_names(choose_new(new, mapping, is_first=kept is None), new))
        mapping = choose_signs(work.sheet, mapping)
    with st.expander(say(told.section_of("scales")), expanded=any(not one.levels and one.quantity is None for one in mapping.issues)):
        mapping = choose_scales(work.sheet, mapping)
    with st.expander(say(told.section_of("all")), expanded=False):
        defaults = _choose_defaults(mapping.defaults)
    return work.with_mapping(mapping.model_copy(update={"defaults": defaults}))


def _begun(asked: Asked, kept: TableMapping | None, main: str, parts: tuple[PartTable, ...]) -> Workbook:
    return begun(asked.sheets, asked.name, asked.title, asked.folder.name, kept=kept, asked=main if len(asked.sheets) > 1 else None, parts=parts)


def _choose_sheets(sheets: Sequence[Sheet], kept: TableMapping | None) -> tuple[tuple[PartTable, ...], str | None]:
    """Draw what each sheet lists, and return those beside the statements, and the sheet of these; None where it is not one."""
    guessed = {one.sheet: one for one in (kept.parts if kept and kept.parts else parts_of(sheets))}
    left = [one.name for one in perhaps_main(sheets, guessed)]
    main = kept.sheet if kept and kept.sheet in {one.name for one in sheets} - guessed.keys() else left[0] if len(left) == 1 else None
    parts: list[PartTable] = []
    mains: list[str] = []
    with st.expander(say(told.section_of("sheets")), expanded=main is None):
        with st.container(horizontal=True, gap="small"):
            for number, sheet in enumerate(sheets):
                first: Lists = guessed[sheet.name].lists if sheet.name in guessed else "statements" if sheet.name == main else "nothing"
                chosen: Lists = st.selectbox(
                    literal(sheet.name), LISTS, LISTS.index(first), key=f"{_HELD}lists_{number}", width=190,
                    format_func=lambda one: say(told.lists_what(one)),
                )  # fmt: skip
                if chosen == "statements":
                    mains.append(sheet.name)
                elif chosen != "nothing":
                    held = guessed.get(sheet.name)
                    parts.append(held if held and held.lists == chosen else read_as_part(sheet, chosen))
        parts = [_choose_list_columns(one) for one in parts]
    if len(mains) != 1:
        st.info(say(told.ONE_SHEET_OF_STATEMENTS))
    return tuple(parts), mains[0] if len(mains) == 1 else None


def _choose_list_columns(part: PartTable) -> PartTable:
    """Draw what the columns of a list hold, and return it as chosen."""
    st.markdown(literal(say(told.sheet_lists(part))))
    options: list[PartHolds] = [*PARTS[part.lists][0], "nothing"]
    columns = []
    with st.container(horizontal=True, gap="small"):
        for number, one in enumerate(part.columns):
            chosen: PartHolds = st.selectbox(
                literal(one.head), options, options.index(one.holds), key=f"{_HELD}list_{part.sheet}_{part.lists}_{number}", width=190,
                format_func=lambda holds: say(told.part_holds(holds)),
            )  # fmt: skip
            columns.append(PartColumn(head=one.head, holds=chosen))
    return part.model_copy(update={"columns": tuple(columns)})


def _choose_columns(work: Workbook, first: Workbook) -> Workbook:
    shapes: list[Shape] = list(get_args(Shape))
    mapping, sheet = work.mapping, work.sheet
    most = min(len(sheet.rows) - 1, 50)
    st.number_input(say(told.field_label("head_row")), 0, most, min(first.mapping.head_row, most), key=f"{_HELD}head_row", width=280)
    # Under other heads all is chosen anew.
    under = "" if mapping.head_row == first.mapping.head_row else f"_{mapping.head_row}"
    shape: Shape = st.radio(
        say(told.field_label("shape")), shapes, shapes.index(mapping.shape), format_func=lambda one: say(told.shape_told(one)),
        key=f"{_HELD}shape{under}",
    )  # fmt: skip
    holds: list[Holds] = list(get_args(Holds))
    columns = []
    if shape == "long":
        heads = [one for one in sheet.heads(mapping.head_row) if one]
        known = {one.head: one.holds for one in mapping.columns}
        with st.container(horizontal=True, gap="small"):
            for number, head in enumerate(heads):
                chosen: Holds = st.selectbox(
                    literal(head), holds, holds.index(known.get(head, "nothing")), key=f"{_HELD}column_{number}{under}", width=190,
                    format_func=lambda one: say(told.holds_what(one)),
                )  # fmt: skip
                columns.append(ColumnMeaning(head=head, holds=chosen))
    if shape == mapping.shape and (tuple(columns) == mapping.columns or shape != "long"):
        return work
    # What was chosen otherwise is read anew, for other cells are names and positions then.
    wanted = tuple(columns)
    return once("anew", (id(work), shape, wanted), lambda: work.read_anew(shape, wanted, mapping.head_row))


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
