"""The selection: one frozen value, made in one place from controls whose choice stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import streamlit as st

from parley.addresses import AGENDA, DATE, EVIDENCE, ISSUE, NEGOTIATION, PARTIES, STATEMENT, VIEW, dashboard_of, named, no_such, view_parameters
from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.asking import cut_named
from parley.dataset import Dataset
from parley.model import Issue, Negotiation, Party
from parley.telling import pages
from parley.telling.controls import ONE_PARTY_STAYS, control, parties_of
from parley.telling.cuts import cut_name, dated
from parley.telling.said import begun
from parley.views import address_bar
from parley.views.components.day_field import Range
from parley.views.controls import choice_asked, choose_some, day_asked, some_asked
from parley.words import say

_CUT_NAMES = {cut.id: say(begun(cut_name(cut))) for cut in CUTS}
SEARCHED, SEARCHED_WIDTH = 12, 420  # parties from which their names are searched rather than read through, and pixels of the field
PRESENTER = "presenter"  # the view of whoever speaks, while a briefing is presented
_SELECTION, _FOLDER = "selection", "negotiation_held"


@dataclass(frozen=True)
class Selection:
    """What is looked at: the data, as of which date, on which evidence, which parties, and which issue; none where its id is gone.

    `version` is that of the files from which the data were read.
    """

    dataset: Dataset
    as_of: date
    cut: EvidenceCut
    parties: tuple[Party, ...]
    issue: Issue | None
    version: str = ""

    @property
    def words(self) -> str:
        """Return the date and the evidence cut in words, as they stand beside every number."""
        return say(dated(self.as_of, self.cut))


def two_needed(what: Literal["pair", "gap"]) -> str:
    """Return that what is asked for needs two parties, and how to show another, as Markdown."""
    return say(pages.two_needed(what))


def current() -> Selection:
    """Return the selection of this run."""
    chosen: Selection = st.session_state[_SELECTION]
    return chosen


def live_address(page: str) -> str:
    """Return the address of this dashboard, with the folder under which it is served and without `page`: the link back from a file."""
    return dashboard_of(st.context.url or "", page)


def is_presenters_window() -> bool:
    """Return whether the address asks for the presenter's own window; any other view is told to be none."""
    return choice_asked(VIEW, "view", {PRESENTER: PRESENTER}, "") == PRESENTER


def negotiation_folder(folders: Sequence[Path], ids: Sequence[str], titles: Sequence[str]) -> Path | None:
    """Return the folder of the negotiation that the address names, the first where it names none, None where what it names is gone.

    `ids` and `titles` are the negotiations' own, in the order of the folders; where two have one title the id tells them apart. A choice is
    shown where there are several, or where the one named is gone.
    """
    by_id = {one.name: one for one in folders} | dict(zip(ids, folders, strict=True))
    held: tuple[str, Path | None] = st.session_state.get(_FOLDER, ("", None))
    last_id, last = held
    asked = "".join(address_bar.asked(NEGOTIATION)[:1]) or last_id
    found = by_id.get(asked) if asked else folders[0]
    if found is None and asked == last_id:
        # A folder that is away for a moment, as while it is saved or synced, turns nobody to another negotiation.
        return last
    shown = dict(zip(folders, ids, strict=True)).get(found) if found else None
    if found and shown:
        address_bar.show(NEGOTIATION, (shown,))
        st.session_state[_FOLDER] = (shown, found)
    else:
        st.error(address_bar.linked(NEGOTIATION, no_such("negotiation", asked, list(ids))))
    if (len(folders) > 1 and not address_bar.is_embedded()) or found is None:
        st.session_state[NEGOTIATION] = shown
        called = {key: title if titles.count(title) == 1 else f"{title} ({key})" for key, title in zip(ids, titles, strict=True)}
        none = say(control("negotiation_none"))
        st.selectbox(
            say(control("negotiation")), list(ids), key=NEGOTIATION, format_func=lambda key: called[key], on_change=_turn_to, placeholder=none
        )
    return found


def _turn_to() -> None:
    """Make the negotiation chosen the one that the address names; dates, parties and issues of the other go."""
    chosen = st.session_state[NEGOTIATION]
    if chosen:
        address_bar.put({**dict.fromkeys((DATE, PARTIES, ISSUE, STATEMENT, AGENDA), ()), NEGOTIATION: (chosen,)})


def selection(dataset: Dataset, version: str, draw_dateline: Callable[[date, Range, tuple[str, Mapping[str, str]]], None]) -> Selection:
    """Draw the controls that stand on every page, in one line, and return what they select; what the address names and is gone is told.

    `draw_dateline` draws the day and the evidence shown, of the days and of the names of evidence from which can be chosen.
    """
    first, last = _date_range(dataset)
    as_of, cut_id = _day_and_cut(last)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="controls"):
        draw_dateline(as_of, Range(min(first, as_of), max(last, as_of, date.today())), (cut_id, _CUT_NAMES))
        with st.popover(_parties_shown(dataset.negotiation)):
            ids = _choose_parties(dataset.negotiation)
    return _select(dataset, version, as_of, cut_id, ids)


def _day_and_cut(last: date) -> tuple[date, str]:
    """Return the day and the evidence cut that the address names, else the last day and all evidence."""
    return day_asked(DATE, last), choice_asked(EVIDENCE, "evidence cut", _CUT_NAMES, ALL_EVIDENCE.id)


def _parties_shown(negotiation: Negotiation) -> str:
    """Return what stands on the choice of parties: how many of all are shown, where not all are."""
    shown, whole = len(some_asked(PARTIES, "party", _names(negotiation), _first_shown(negotiation))), len(negotiation.parties)
    return say(control("parties") if shown == whole else parties_of(shown, whole))


def _choose_parties(negotiation: Negotiation) -> tuple[str, ...]:
    """Draw the choice of parties, of many as a field in which their names are searched, and return it."""
    asked = say(control("parties_shown")), PARTIES, "party", _names(negotiation), _first_shown(negotiation)
    if len(negotiation.parties) < SEARCHED:
        return choose_some(st.pills, *asked, least=say(ONE_PARTY_STAYS))
    return choose_some(st.multiselect, *asked, least=say(ONE_PARTY_STAYS), placeholder=say(control("parties_searched")), width=SEARCHED_WIDTH)


def selection_asked(dataset: Dataset, version: str) -> Selection:
    """Return what the address selects, where nothing can be chosen."""
    negotiation = dataset.negotiation
    as_of, cut_id = _day_and_cut(_date_range(dataset)[1])
    return _select(dataset, version, as_of, cut_id, some_asked(PARTIES, "party", _names(negotiation), _first_shown(negotiation)))


def _names(negotiation: Negotiation) -> dict[str, str]:
    return {party.id: party.short for party in negotiation.parties}


def _first_shown(negotiation: Negotiation) -> list[str]:
    return [party.id for party in negotiation.shown_first]


def _select(dataset: Dataset, version: str, as_of: date, cut_id: str, ids: Sequence[str]) -> Selection:
    negotiation, cut = dataset.negotiation, cut_named(cut_id)
    parties = tuple(party for party in negotiation.parties if party.id in ids)
    made = Selection(dataset, as_of, cut, parties, _issue(dataset), version)
    shown = view_parameters(negotiation.id, as_of, cut.id, [party.id for party in parties])
    # What was asked for and is gone stays in the address, so that a reload says so again.
    for name in (DATE, EVIDENCE, PARTIES):
        if not address_bar.asked(name):
            address_bar.show(name, shown[name])
    st.session_state[_SELECTION] = made
    return made


def note_issue_gone(dataset: Dataset) -> None:
    """Note, on a page that shows no single issue, that the negotiation does not have the one that the address names."""
    address_bar.say_gone(ISSUE, named("issue", address_bar.asked(ISSUE)[:1], _issues(dataset)).gone)


def tell_issue_gone(dataset: Dataset) -> None:
    """Say that the negotiation does not have the issue that the address names, without which there is nothing to show."""
    for one in named("issue", address_bar.asked(ISSUE)[:1], _issues(dataset)).gone:
        st.error(address_bar.linked(ISSUE, one))


def name_issue(chosen: Selection) -> None:
    """Let the address name the issue shown, also where it is the first and was not asked for."""
    if chosen.issue:
        address_bar.show(ISSUE, (chosen.issue.id,))


def show_day(day: date) -> None:
    """Make this day, chosen by the reader, the date shown."""
    address_bar.take({DATE: (day.isoformat(),)})


def show_evidence(cut_id: str) -> None:
    """Make this evidence, chosen by the reader, the one that is shown."""
    address_bar.take({EVIDENCE: (cut_id,)})


def show_issue(issue_id: str) -> None:
    """Make the issue chosen by the reader the one that is shown."""
    address_bar.take({ISSUE: (issue_id,)})


def show_statement(statement_ids: str) -> None:
    """Take the statements that the reader has put into the address, which opens the evidence drawer on them."""
    address_bar.take({STATEMENT: (statement_ids,)})


def hide_statement() -> None:
    """Take the statements out of the address, which closes the evidence drawer."""
    address_bar.put({STATEMENT: ()})


def asked_statements(dataset: Dataset) -> list[str]:
    """Return the statements that the address names, each once, and note those that are gone."""
    asked = list(filter(None, ",".join(address_bar.asked(STATEMENT)).split(",")))
    # Only where one is gone does it take all of them to find the nearest.
    known = asked if all(map(dataset.holds, asked)) else [one.id for one in dataset.about()]
    found = named("statement", asked, {one: one for one in known})
    address_bar.say_gone(STATEMENT, found.gone)
    return list(found.ids)


def _issues(dataset: Dataset) -> dict[str, str]:
    return {one.id: one.label for one in dataset.negotiation.issues}


def _issue(dataset: Dataset) -> Issue | None:
    asked = address_bar.asked(ISSUE)[:1]
    found = named("issue", asked, _issues(dataset)).ids
    if asked and not found:
        return None
    return dataset.negotiation.issue_by_id[found[0]] if found else dataset.negotiation.issues[0]


def _date_range(dataset: Dataset) -> tuple[date, date]:
    events = [event.date.latest for event in dataset.negotiation.events if event.date.latest]
    days = dataset.days or tuple(sorted(events)) or tuple(filter(None, [dataset.negotiation.reviewed.latest])) or (date(2000, 1, 1),)
    last = dataset.last_day(date.today()) if dataset.count else days[-1]
    return min(days[0], last), last
