"""The parts of the pages that present and take away: the choice of the agenda, the briefing made of the selection, and the agenda listed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from parley.addresses import AGENDA
from parley.agendas import Agenda, order_of_negotiation
from parley.sharing import shareable
from parley.telling import headings
from parley.telling.briefing import Briefing, brief, last_edition
from parley.telling.controls import control
from parley.telling.pages import ALL_ISSUES_IN_ORDER, caption, head
from parley.views.cells import cell_items
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.controls import choose_one, choose_some
from parley.views.movement_parts import choose_since
from parley.views.selection import Selection
from parley.words import say


def choose_briefing(chosen: Selection) -> Briefing:
    """Draw the choice of the agenda, of single issues and of the first date of what moved, and return the briefing."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        agenda = _choose_agenda(chosen.dataset.agendas, order_of_negotiation(chosen.dataset.negotiation))
        agenda = _choose_issues(chosen, agenda)
    since = choose_since(chosen, control("moved_since"))
    return brief(chosen.dataset, agenda, chosen.parties, chosen.as_of, chosen.cut, since)


def shareable_of(full: Briefing, chosen: Selection) -> Briefing:
    """Return the same briefing as the edition that may be passed on; a first date that nobody chose is found anew among its own days."""
    since = full.since
    if since == last_edition(chosen.dataset, chosen.as_of):
        since = last_edition(shareable(chosen.dataset), chosen.as_of)
    return brief(chosen.dataset, full.agenda, chosen.parties, chosen.as_of, chosen.cut, since, is_shareable=True)


def _choose_agenda(agendas: Sequence[Agenda], default: Agenda) -> Agenda:
    """Draw the choice among the saved agendas; the address holds the agenda's id, so a new title breaks no link."""
    by_id = {default.id: default, **{one.id: one for one in agendas}}
    titles = {one.id: one.title for one in agendas}
    choices = {default.id: say(ALL_ISSUES_IN_ORDER), **titles}
    return by_id[choose_one(st.selectbox, say(control("agenda")), AGENDA, "agenda", choices, default.id, width=420)]


def _choose_issues(chosen: Selection, agenda: Agenda) -> Agenda:
    """Draw the choice of single issues of the agenda, in the order in which they are picked."""
    items = {one.issue: one for one in agenda.items}
    names = {key: chosen.dataset.negotiation.issue_by_id[key].label for key in items}
    with st.popover(say(control("agenda_only"))):
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
    for one, row in zip(briefing.issues, briefing.matrix.rows, strict=True):
        opens = f"issue:{one.issue.id}"
        *_, gap = row.cells
        name, steps, notes = Item(one.issue.name, opens=opens), Item(str(len(one.steps))), Item(one.notes or say(headings.NONE), quiet=not one.notes)
        lines.append(Line(((Item(str(one.number), strong=True),), (name,), cell_items(gap, opens), (steps,), (notes,))))
    # The slides are painted first.
    return Sheet(say(caption("agenda")), columns, lines, is_below=True)
