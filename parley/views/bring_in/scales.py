"""The scales of a table that is brought in: levels in words are put into order by dragging, once for all issues that share them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from parley.importing.guessing import levels_in_order
from parley.importing.mapping import IssueMeaning, TableMapping
from parley.importing.sheets import Sheet
from parley.telling import bringing_in as told
from parley.views.components.sortable import Entry, draw_sortable, has_order, put_in_order
from parley.views.markup import literal
from parley.words import say

MOST_ORDERED = 40  # texts that somebody may put into order; more are no scale


def choose_scales(sheet: Sheet, mapping: TableMapping) -> TableMapping:
    """Draw the scale of each issue, of those in words as a list to be put into order, and return how the table is read with them."""
    by_names: dict[tuple[str, ...], list[IssueMeaning]] = {}
    for issue in mapping.issues:
        names = tuple(one.name for one in issue.levels) or (() if issue.quantity else levels_in_order(issue, sheet, mapping))
        if names:
            by_names.setdefault(names, []).append(issue)
        else:
            st.markdown(literal(say(told.scale_told(issue))))
    chosen: dict[str, IssueMeaning] = {}
    for names, issues in by_names.items():
        order = _choose_order(names, issues)
        chosen |= {one.id: one.in_order(order) for one in issues}
    return mapping.model_copy(update={"issues": tuple(chosen.get(one.id, one) for one in mapping.issues)})


def _choose_order(names: Sequence[str], issues: Sequence[IssueMeaning]) -> Sequence[str]:
    """Draw the levels that some issues share, and return them in order; none as long as nothing and nobody tells it."""
    is_told = bool(issues[0].levels)
    if not is_told:
        for one in issues:
            st.markdown(literal(say(told.scale_told(one))))
    if len(names) > MOST_ORDERED:
        st.markdown(literal(say(told.too_many_levels(len(names)))))
        return ()
    key = f"bring_in_levels_{issues[0].id}"
    label = say(told.levels_of([one.name for one in issues]))
    order = draw_sortable(label, [Entry(one, one) for one in names], (say(told.LOWEST), say(told.HIGHEST)), key)
    if is_told or has_order(key, names):
        return order
    st.button(say(told.field_label("ordered")), key=f"{key}_ordered", on_click=put_in_order, args=(key, names))
    return ()
