"""The evidence drawer, the same on every page: who said it, when, how it was conveyed, and where it stands."""

from __future__ import annotations

import streamlit as st

from parley.analysis.positions import position_as_of
from parley.model import Statement
from parley.telling import statement as told
from parley.telling.evidence import bare_words_of
from parley.telling.said import Argument, Said, Verbatim
from parley.telling.statement import Field
from parley.views import store
from parley.views.components.sheet import Column, Fold, Item, Line, Sheet, draw_sheet
from parley.views.edit.ways import ways_of_statement
from parley.views.markup import literal
from parley.views.selection import Selection, asked_statements, hide_statement
from parley.words import say

# Who said it, when and where; the rest stands folded beneath.
_ASKED_FIRST: frozenset[Field] = frozenset(("who", "said", "document", "locator", "scale", "condition", "counted"))


def open_if_asked(selection: Selection) -> None:
    """Open the drawer on the statements named in the URL, if they exist."""
    known = [*map(selection.dataset.statement, asked_statements(selection.dataset))]
    if known:
        st.dialog(say(told.evidence_opened(len(known))), width="medium", position="right", on_dismiss=hide_statement)(_content)(known, selection)


def _content(statements: list[Statement], selection: Selection) -> None:
    with st.container(gap="xsmall", key="drawer"):
        for number, statement in enumerate(statements):
            if number:
                st.divider()
            _statement(statement, selection)


def _statement(one: Statement, selection: Selection) -> None:
    dataset = selection.dataset
    st.header(literal(say(bare_words_of(one, dataset))), anchor=False)
    st.markdown(literal(say(told.kind_by_on(one, dataset))))
    found: dict[Field, Argument | None] = {
        **told.what_is_held(one, dataset),
        "addressed": told.addressees(one, dataset),
        "replaces": told.quoted(one.supersedes, dataset),
        "replaced": told.quoted([new.id for new in dataset.superseding.get(one.id, ())], dataset),
        "repeats": told.quoted([one.repeats] if one.repeats else [], dataset),
        "firmness": told.firmness_told(one),
        "note": Verbatim(one.note) if one.note else None,
        "counted": part_played(one, selection),
    }
    held = sorted((field for field, words in found.items() if words), key=_is_asked_later)
    lines = [Line(((Item(say(told.field_name(field))),), (Item(say(found[field] or "")),))) for field in held]
    later = list(filter(_is_asked_later, held))
    fold = Fold(len(held) - len(later), say(told.more_held(later))) if len(later) > 1 else None
    draw_sheet(Sheet(say(told.HELD), [Column("", width="22%"), Column("")], lines, layout="fields", fold=fold), key=f"evidence_{one.id}")
    ways_of_statement(one.id)
    source, line = dataset.source_of(one), one.locator.line
    if source is None:
        return
    paragraph = store.texts().paragraph(source, line) if line else None
    if paragraph:
        st.markdown(f"**{say(told.PARAGRAPH_HELD)}**")
        st.text(paragraph)
    else:
        st.markdown(say(told.PARAGRAPH_NOT_HELD))


def _is_asked_later(field: Field) -> bool:
    return field not in _ASKED_FIRST


def part_played(one: Statement, selection: Selection) -> Said:
    """Return whether a statement counts in its party's position as selected, and why not."""
    pair = selection.dataset.negotiation.headline_of(selection.dataset.negotiation.issue_by_id[one.issue]) or ()
    towards = one.to[0] if one.to else next((other for other in pair if other != one.party), None)
    position = position_as_of(selection.dataset, one.party, one.issue, selection.as_of, selection.cut, towards=towards)
    return told.counted_how(one, position.set_aside.get(one.id), selection.dataset, bounds=one.id in position.ids)
