"""What the page asks of a table that nobody else can tell: what of it is wanted, which names are one, and what blanks and signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import streamlit as st

from parley.importing.asking import What, as_one, as_two, blank_kinds, perhaps_one, signs_beside
from parley.importing.mapping import BlankKinds, IssueMeaning, Named, Signs, TableMapping
from parley.importing.newcomers import Newcomers, with_newcomers
from parley.importing.sheets import Sheet
from parley.telling import bringing_in as told
from parley.views.markup import literal
from parley.words import say

MOST_PAIRS = 20
_HELD = "bring_in_"


def choose_new(new: Newcomers, mapping: TableMapping, *, is_first: bool) -> TableMapping:
    """Tell what is new in an edition, ask what of it is not wanted, and return how the table is read with the rest.

    The first time only what sums the table up is asked about.
    """
    if not new:
        return mapping
    unwanted: list[str] = []
    kinds: tuple[tuple[What, Sequence[Named | IssueMeaning]], ...] = (("parties", new.parties), ("issues", new.issues))
    with st.expander(say(told.section_of("not_taken" if is_first else "new")), expanded=is_first or bool(new.without(mapping))):
        for one in () if is_first else told.new_told(new):
            st.markdown(literal(say(one)))
        for what, several in kinds:
            if several:
                names = {one.id: one.name for one in several}
                before = [one.id for one in several if mapping.leaves_out(what, one.cells)]
                unwanted += st.multiselect(
                    say(told.leave_out(what)), list(names), before, key=f"{_HELD}out_{mapping.negotiation}_{what}", format_func=names.__getitem__,
                    width=620,
                )  # fmt: skip
    return with_newcomers(mapping, new, unwanted)


def choose_names(mapping: TableMapping, new: Newcomers) -> TableMapping:
    """Ask of each pair of names that are nearly alike whether they are one, and return how the table is read with the answers.

    Of issues only new ones are asked about. What is new takes the name of what was there.
    """
    asked: list[tuple[What, tuple[str, str]]] = [("parties", pair) for pair in perhaps_one(mapping)]
    asked += [("issues", pair) for pair in perhaps_one(mapping, "issues", {one.name for one in new.issues})]
    if not asked:
        return mapping
    with st.expander(say(told.section_of("names")), expanded=True):
        for what, (one, other) in asked[:MOST_PAIRS]:
            names = [one, other] if one in new.names or other not in new.names else [one]
            kept = st.radio(
                literal(say(told.asked_whether_one(one, other, what))), ["", *names], None, key=f"{_HELD}one_{one}_{other}", horizontal=True,
                format_func=lambda name: literal(say(told.one_or_two(name))),
            )  # fmt: skip
            if kept == "":
                mapping = as_two(mapping, one, other)
            elif kept is not None:
                mapping = as_one(mapping, kept, other if kept == one else one, what)
        if len(asked) > MOST_PAIRS:
            st.markdown(literal(say(told.more_pairs(len(asked) - MOST_PAIRS))))
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


def choose_signs(sheet: Sheet, mapping: TableMapping) -> TableMapping:
    """Ask what becomes of numbers with a sign beside them, and return how the table is read with the answer."""
    signs = signs_beside(sheet, mapping)
    if not signs:
        return mapping
    ways: list[Signs] = list(get_args(Signs))
    chosen = st.radio(
        literal(say(told.signs_asked(signs))), ways, ways.index(mapping.signs), key=f"{_HELD}signs", horizontal=True,
        format_func=lambda way: say(told.signs_are(way)),
    )  # fmt: skip
    return mapping.model_copy(update={"signs": chosen})
