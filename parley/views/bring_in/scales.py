"""The scales of a table that is brought in: levels in words are put into order by dragging, once for all issues that share them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from parley.importing.guessing import values_on
from parley.importing.mapping import IssueMeaning, TableMapping
from parley.importing.sheets import Sheet, cleared
from parley.telling import bringing_in as told
from parley.views.components.sortable import Entry, draw_sortable, has_order, put_in_order
from parley.views.markup import literal
from parley.words import say

MOST_BARE = 6  # issues without a position of which the steps are asked for; of more another table is wanted
MOST_ORDERED = 40  # texts that somebody may put into order; more are no scale


def choose_scales(sheet: Sheet, mapping: TableMapping) -> TableMapping:
    """Draw the scale of each issue, of those in words as a list to be put into order, and return how the table is read with them."""
    by_names: dict[tuple[str, ...], list[IssueMeaning]] = {}
    chosen: dict[str, IssueMeaning] = {}
    bare: list[IssueMeaning] = []
    for issue in mapping.issues:
        names = tuple(one.name for one in issue.levels) or values_on(issue, sheet, mapping)
        if names:
            by_names.setdefault(names, []).append(issue)
            continue
        room = st.container()
        if issue.quantity is None:
            bare.append(issue)
            if len(bare) <= MOST_BARE:
                chosen[issue.id] = _name_steps(issue)
        room.markdown(literal(say(told.scale_told(chosen.get(issue.id, issue), ()))))
    unwanted = _choose_unwanted(bare, mapping)
    for names, issues in by_names.items():
        order = _choose_order(names, issues)
        chosen |= {one.id: one.in_order(order) for one in issues}
    taken = tuple(chosen.get(one.id, one) for one in mapping.issues if one.id not in unwanted)
    left = (*mapping.issues_left_out, *(cell for one in bare if one.id in unwanted for cell in one.cells))
    return mapping.model_copy(update={"issues": taken, "issues_left_out": left})


def _name_steps(issue: IssueMeaning) -> IssueMeaning:
    """Ask for the steps of an issue on which the table has no position, and return it with them."""
    given = st.text_area(literal(say(told.steps_of(issue.name))), key=f"bring_in_steps_{issue.id}", height=100, width=640)
    return issue.in_order(list(dict.fromkeys(filter(None, map(cleared, given.splitlines())))))


def _choose_unwanted(bare: Sequence[IssueMeaning], mapping: TableMapping) -> Collection[str]:
    """Ask which issues on which the table has no position are not wanted, and return their ids."""
    if not bare:
        return ()
    names = {one.id: one.name for one in bare}
    key = f"bring_in_out_{mapping.negotiation}_bare"
    return st.multiselect(say(told.leave_out("issues")), list(names), key=key, format_func=names.__getitem__, width=620)


def _choose_order(names: Sequence[str], issues: Sequence[IssueMeaning]) -> Sequence[str]:
    """Draw the levels that some issues share, and return them in order; none as long as nothing and nobody tells it."""
    is_told = bool(issues[0].levels)
    key = f"bring_in_levels_{issues[0].id}"
    if not is_told and not has_order(key, names):
        for one in issues:
            st.markdown(literal(say(told.scale_told(one, names))))
    if len(names) > MOST_ORDERED:
        st.markdown(literal(say(told.too_many_levels(len(names)))))
        return ()
    label = say(told.levels_of([one.name for one in issues]))
    order = draw_sortable(label, [Entry(one, one) for one in names], (say(told.LOWEST), say(told.HIGHEST)), key)
    if is_told or has_order(key, names):
        return order
    st.button(say(told.field_label("ordered")), key=f"{key}_ordered", on_click=put_in_order, args=(key, names))
    return ()
