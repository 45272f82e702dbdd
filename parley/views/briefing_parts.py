"""The parts of the pages that present and take away: the choice of the agenda, the briefing made of the selection, and the agenda listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from parley.addresses import AGENDA
from parley.agendas import Agenda, agenda_of_first_group, order_of_negotiation
from parley.model import Negotiation
from parley.sharing import shareable
from parley.telling import headings
from parley.telling.briefing import Briefing, brief, last_edition
from parley.telling.controls import control
from parley.telling.gap_cell import gap_cell
from parley.telling.pages import ALL_ISSUES_IN_ORDER, agenda_of_group, caption, head, issues_of_all
from parley.views.cells import cell_items
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.controls import choose_one, choose_some, some_asked
from parley.views.deck import deck_data
from parley.views.movement_parts import choose_since
from parley.views.panels import slides_base
from parley.views.recent import Recent
from parley.views.selection import Selection
from parley.words import say

_HELD = 4  # of the briefings last asked for, by all together


@dataclass(frozen=True)
class Presented:
    """A briefing, its deck under the names that the browser side reads, and its agenda."""

    briefing: Briefing
    deck: Mapping[str, Any]
    agenda: Sheet


_briefings: Recent[str, Briefing] = Recent(_HELD)
# While one is held its briefing is, too, and no other can have its place in memory.
_presented: Recent[tuple[int, str], Presented] = Recent(_HELD)


def choose_briefing(chosen: Selection) -> Briefing:
    """Draw the choice of the agenda, of single issues and of the first date of what moved, and return the briefing."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        agenda = _choose_agenda(chosen.dataset.agendas, chosen.dataset.negotiation)
        agenda = _choose_issues(chosen, agenda)
    since = choose_since(chosen, control("moved_since"))
    return _briefings.get(
        f"{slides_base(chosen, since)}{agenda.model_dump_json()}",
        lambda: brief(chosen.dataset, agenda, chosen.parties, chosen.as_of, chosen.cut, since),
    )


def presented(briefing: Briefing, base: str) -> Presented:
    """Return what is presented of a briefing, put into words once for all who look at the same; slides of issues are fetched at `base`."""
    return _presented.get((id(briefing), base), lambda: Presented(briefing, deck_data(briefing, base), agenda_sheet(briefing)))


def shareable_of(full: Briefing, chosen: Selection) -> Briefing:
    """Return the same briefing as the edition that may be passed on; a first date that nobody chose is found anew among its own days."""
    since = full.since
    if since == last_edition(chosen.dataset, chosen.as_of):
        since = last_edition(shareable(chosen.dataset), chosen.as_of)
    return brief(chosen.dataset, full.agenda, chosen.parties, chosen.as_of, chosen.cut, since, is_shareable=True)


def _choose_agenda(saved: Sequence[Agenda], negotiation: Negotiation) -> Agenda:
    """Draw the choice among the first group of issues, all of them and the saved agendas.

    The address holds the agenda's id, so a new title breaks no link. A saved agenda that is called like the group stands in its place.
    """
    first, whole = agenda_of_first_group(negotiation), order_of_negotiation(negotiation)
    groups = {one.id: one.name for one in negotiation.groups}
    choices = {first.id: say(agenda_of_group(groups[first.id], len(first.items), len(whole.items)))} if first.id != whole.id else {}
    choices |= {whole.id: say(ALL_ISSUES_IN_ORDER), **{one.id: one.title for one in saved}}
    by_id = {one.id: one for one in (first, whole, *saved)}
    return by_id[choose_one(st.selectbox, say(control("agenda")), AGENDA, "agenda", choices, first.id, width=420)]


def _choose_issues(chosen: Selection, agenda: Agenda) -> Agenda:
    """Draw the choice of single issues of the agenda, in the order in which they are picked; its button says how many there are of all."""
    items, all_issues = {one.issue: one for one in agenda.items}, chosen.dataset.negotiation.issue_by_id
    names = {key: all_issues[key].label for key in items}
    held = len(some_asked("only", "issue", names, tuple(names)))
    with st.popover(say(control("agenda_only") if held == len(all_issues) else issues_of_all(held, len(all_issues)))):
        picked = choose_some(st.pills, say(control("agenda_order")), "only", "issue", names, ())
    return agenda.model_copy(update={"items": tuple(items[one] for one in picked)}) if picked else agenda


def agenda_sheet(briefing: Briefing) -> Sheet:
    """Return the agenda as a table: number, issue, what lies between, steps, and the speaker's notes."""
    columns = [
        Column(say(headings.NUMBER), width="5%"),
        Column(say(headings.ISSUE), width="25%"),
        Column(say(headings.GAP), width="30%"),
        Column(say(head("steps")), width="8%"),
        Column(say(head("notes"))),
    ]
    lines = []
    for one in briefing.issues:
        opens = f"issue:{one.issue.id}"
        name, steps, notes = (
            Item(one.issue.name, opens=opens),
            Item(str(len(one.in_focus.steps))),
            Item(one.notes or say(headings.NONE), quiet=not one.notes),
        )
        lines.append(Line(((Item(str(one.number), strong=True),), (name,), cell_items(gap_cell(one.row), opens), (steps,), (notes,))))
    # The slides are painted first.
    return Sheet(say(caption("agenda")), columns, lines, is_below=True)
