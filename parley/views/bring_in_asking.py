"""What the page asks of a table that nobody else can tell: which names are one party, and what a row without a kind is."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from parley.importing.asking import as_one, as_two, blank_kinds, perhaps_one
from parley.importing.mapping import BlankKinds, TableMapping
from parley.importing.sheets import Sheet
from parley.telling import bringing_in as told
from parley.views.markup import literal
from parley.words import say

MOST_PAIRS = 20
_HELD = "bring_in_"


def choose_names(mapping: TableMapping) -> TableMapping:
    """Ask of each pair of names that are nearly alike whether they are one party, and return how the table is read with the answers."""
    pairs = perhaps_one(mapping)
    if not pairs:
        return mapping
    with st.expander(say(told.section_of("names")), expanded=True):
        for one, other in pairs[:MOST_PAIRS]:
            kept = st.radio(
                literal(say(told.asked_whether_one(one, other))), ["", one, other], None, key=f"{_HELD}one_{one}_{other}", horizontal=True,
                format_func=lambda name: literal(say(told.one_or_two(name))),
            )  # fmt: skip
            if kept == "":
                mapping = as_two(mapping, one, other)
            elif kept is not None:
                mapping = as_one(mapping, kept, other if kept == one else one)
        if len(pairs) > MOST_PAIRS:
            st.markdown(literal(say(told.more_pairs(len(pairs) - MOST_PAIRS))))
    return mapping


def choose_blank_kinds(sheet: Sheet, mapping: TableMapping) -> TableMapping:
    """Ask what rows are of which the column of kinds says nothing, and return how the table is read with the answer."""
    head, rows = blank_kinds(sheet, mapping)
    if not rows:
        return mapping
    ways: list[BlankKinds] = list(get_args(BlankKinds))
    chosen = st.radio(
        literal(say(told.blank_kinds_asked(head, rows))), ways, ways.index(mapping.blank_kinds), key=f"{_HELD}blank_kinds", horizontal=True,
        format_func=lambda way: say(told.blank_kinds_are(way, mapping.defaults.kind)),
    )  # fmt: skip
    return mapping.model_copy(update={"blank_kinds": chosen})
