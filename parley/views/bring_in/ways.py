"""Which way the parties of a table want, as the page shows and asks it: one rule for all, and single ones by choice, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

import streamlit as st

from parley.figures.lettering import shortened
from parley.importing.drafted import Drafted
from parley.importing.mapping import TableMapping
from parley.importing.wanting import By, wishes
from parley.model import DirectionWord
from parley.telling import bringing_in as told
from parley.telling import bringing_in_ways as ways
from parley.telling.headings import ISSUE
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.markup import literal
from parley.words import say

FEW = 24  # choices that are drawn one by one
LONGEST_NAME = 60
MOST_NAMES = 5  # in a cell of the table
WAYS: tuple[DirectionWord, ...] = get_args(DirectionWord)
Way = DirectionWord | Literal[""]  # "" stands for what is guessed
Pair = tuple[str, str]  # an issue and a party


def choose_ways(drafted: Drafted) -> Drafted:
    """Draw who wants which way and what tells it, each to be chosen otherwise, and return what comes of the table with that."""
    if not drafted.entries:
        return drafted
    is_open = ways.not_told(wishes(drafted)) is not None
    with st.expander(say(told.section_of("ways")), expanded=is_open):
        shown = st.container()
        mapping = drafted.mapping
        rules: list[ways.Rule] = list(get_args(ways.Rule))
        first = rules.index("middle") if mapping.wants == "middle" else rules.index("target")
        key = _named(mapping, "rule")
        rule = st.radio(say(ways.asked("rule")), rules, first, format_func=lambda one: say(ways.rule_named(one)), key=key)
        ruled = mapping.wants if mapping.wants in ("up", "down") and rule == "target" else rule
        mapping = mapping.model_copy(update={"wants": ruled})
        bare = mapping.model_copy(update={"issues": tuple(one.model_copy(update={"directions": {}}) for one in mapping.issues)})
        guessed = wishes(replace(drafted, mapping=bare))
        pairs = [(issue, party) for issue, its in guessed.items() for party in its]
        chosen = _choose_one_by_one(mapping, guessed) if len(pairs) <= FEW else _choose_some(mapping, guessed)
        found = replace(drafted, mapping=_with(mapping, chosen))
        with shown:
            _show(found)
    return found


def _named(mapping: TableMapping, *names: str) -> str:
    """Return the key of a control: what is chosen for one negotiation holds for no other."""
    return "_".join(("bring_in_ways", mapping.negotiation, *names))


def _with(mapping: TableMapping, chosen: dict[Pair, Way]) -> TableMapping:
    """Return how a table is read with what was chosen; "" takes a choice back."""
    issues = []
    for one in mapping.issues:
        held = {**one.directions, **{party: way for (issue, party), way in chosen.items() if issue == one.id}}
        issues.append(one.model_copy(update={"directions": {party: way for party, way in held.items() if way}}))
    return mapping.model_copy(update={"issues": tuple(issues)})


def _show(drafted: Drafted) -> None:
    """Draw who wants which way, and of how many nothing tells it."""
    wanted = wishes(drafted)
    untold = ways.not_told(wanted)
    if untold is not None:
        st.markdown(literal(say(untold)))
    lines = []
    for issue in drafted.mapping.issues:
        if issue.id in wanted:
            groups = ways.in_groups(wanted[issue.id], drafted.mapping)
            cells = (tuple(_who(names, by) for by, names in groups[way].items()) or (Item(""),) for way in WAYS)
            lines.append(Line(((Item(issue.name),), *cells)))
    columns = [Column(say(ISSUE), width="22%"), *(Column(say(ways.way_head(way))) for way in WAYS)]
    draw_sheet(Sheet(say(told.section_of("ways")), columns, lines), key="bring_in_who_wants")


def _who(names: Sequence[str], by: By) -> Item:
    return Item(say(told.names_in_short(names, MOST_NAMES)), meta=say(ways.told_by(by)))


def _choose_one_by_one(mapping: TableMapping, guessed: ways.Wishes) -> dict[Pair, Way]:
    """Draw a choice for each party on each issue."""
    names = {one.id: one.name for one in mapping.parties}
    chosen: dict[Pair, Way] = {}
    options: list[Way] = ["", *WAYS]
    for issue in mapping.issues:
        if issue.id not in guessed:
            continue
        st.markdown(literal(say(ways.on_issue(issue.name))))
        with st.container(horizontal=True, gap="small"):
            for party in guessed[issue.id]:
                first = options.index(issue.directions.get(party, ""))
                chosen[issue.id, party] = st.selectbox(
                    literal(shortened(names[party], LONGEST_NAME)),
                    options,
                    first,
                    format_func=_option,
                    key=_named(mapping, issue.id, party),
                    width=200,
                )
    return chosen


def _option(way: Way) -> str:
    """Return what stands on a choice; it is the same whatever is guessed, for the browser knows a choice by its words."""
    return say(ways.way_named(way) if way else ways.AS_ABOVE)


def _choose_some(mapping: TableMapping, guessed: ways.Wishes) -> dict[Pair, Way]:
    """Draw a choice of many parties and issues at once, and return all that was chosen so."""
    chosen: dict[Pair, Way] = st.session_state.setdefault(_named(mapping, "set"), {})
    issues = {one.id: one.name for one in mapping.issues if one.id in guessed}
    parties = {one.id: one.name for one in mapping.parties}
    options: list[Way] = [*WAYS, ""]
    keys = [_named(mapping, name) for name in ("parties", "way", "issues")]

    def take() -> None:
        some, way, on = (st.session_state[key] for key in keys)
        chosen.update({(issue, party): way for issue in on or issues for party in some if party in guessed[issue]})
        st.session_state[keys[0]] = []

    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        some = st.multiselect(say(ways.asked("parties")), list(parties), key=keys[0], format_func=lambda one: parties[one], width=420)
        st.selectbox(say(ways.asked("way")), options, key=keys[1], width=200, format_func=_option)
        st.multiselect(say(ways.asked("issues")), list(issues), key=keys[2], format_func=lambda one: issues[one], width=420)
        st.button(say(ways.asked("set")), key=_named(mapping, "take"), on_click=take, disabled=not some)
    return dict(chosen)
