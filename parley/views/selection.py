"""The selection: one frozen value, made in one place from widgets that are bound to the URL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from parley.analysis.evidence import ALL_EVIDENCE, CUTS, EvidenceCut
from parley.dataset import Dataset
from parley.dates import shown_day
from parley.model import Issue, Party
from parley.views.cells import literal

ISSUE, STATEMENT, VIEW, AGENDA = "issue", "statement", "view", "agenda"  # the names in the URL
_SELECTION, _HEADING, _PAGE, _AGENDA = "selection", "heading", "page", "agenda_id"


@dataclass(frozen=True)
class Selection:
    """What is looked at: the data, as of which date, on which evidence, which parties, and which issue."""

    dataset: Dataset
    as_of: date
    cut: EvidenceCut
    parties: tuple[Party, ...]
    issue: Issue

    @property
    def words(self) -> str:
        """Return the date and the evidence cut in words, as they stand beside every number."""
        return f"As of {shown_day(self.as_of)} · {self.cut.name}"


def current() -> Selection:
    """Return the selection of this run, with the issue that the URL names now, even where only a part of the page runs."""
    chosen: Selection = st.session_state[_SELECTION]
    return replace(chosen, issue=_issue(chosen.dataset))


def keep_heading(slot: DeltaGenerator) -> None:
    """Keep the place of the page's heading for `set_heading`."""
    st.session_state[_HEADING] = slot


def set_heading(text: str) -> None:
    """Write the page's heading, beside the controls; a page may write its own over the one it was given."""
    st.session_state[_HEADING].title(literal(text), anchor=False)


def keep_page(name: str, leaving_out: Sequence[str]) -> None:
    """Remember the page shown and its issue, for whoever returns to it; those left out are never returned to."""
    if name not in leaving_out:
        st.session_state[_PAGE] = (name, st.query_params.get(ISSUE, ""))


def came_from() -> tuple[str, str] | None:
    """Return the page last remembered and its issue, or None where this visit began elsewhere."""
    found: tuple[str, str] | None = st.session_state.get(_PAGE)
    return found


def asked_agenda() -> str:
    """Return the id of the agenda that the address names, or that was chosen on another page; empty for none."""
    asked = st.query_params.get(AGENDA)
    if asked is not None:
        st.session_state[_AGENDA] = asked
    found: str = st.session_state.get(_AGENDA, "")
    if found and asked is None:
        st.query_params[AGENDA] = found
    return found


def show_agenda(agenda_id: str) -> None:
    """Put an agenda into the address; without one, all issues are shown."""
    st.session_state[_AGENDA] = agenda_id
    if agenda_id:
        st.query_params[AGENDA] = agenda_id
    else:
        st.query_params.pop(AGENDA, None)


def live_address() -> str:
    """Return the address of this dashboard, without a page: the link back from a file."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme else ""


def is_presenters_window() -> bool:
    """Return whether the address asks for the presenter's own window."""
    return st.query_params.get(VIEW) == "presenter"


def negotiation_folder(folders: Sequence[Path]) -> Path:
    """Return the chosen negotiation's folder; a choice is shown only where there are several."""
    if len(folders) == 1:
        return folders[0]
    names = [folder.name for folder in folders]
    chosen = st.selectbox("Negotiation", names, key="negotiation", bind="query-params")
    return folders[names.index(chosen)]


def selection(dataset: Dataset) -> Selection:
    """Draw the controls that stand on every page and return what they select; illegal URL values fall back."""
    negotiation = dataset.negotiation
    first, last = _date_range(dataset)
    names = {party.short: party for party in negotiation.parties}
    default = [party.short for party in negotiation.shown_first]
    follow_default("as_of", last)
    as_of = st.date_input("As of", value=last, min_value=first, max_value=last, key="as_of", bind="query-params", format="YYYY-MM-DD", width=150)
    cut_name = st.selectbox("Evidence", [cut.name for cut in CUTS], key="evidence", bind="query-params", width=200)
    follow_default("parties", default)
    with st.popover("Parties"):
        chosen = st.pills("Parties shown", list(names), selection_mode="multi", default=default, key="parties", bind="query-params") or default
    cut = next((cut for cut in CUTS if cut.name == cut_name), ALL_EVIDENCE)
    parties = tuple(party for short, party in names.items() if short in chosen)
    made = Selection(dataset, as_of if isinstance(as_of, date) else last, cut, parties, _issue(dataset))
    st.session_state[_SELECTION] = made
    return made


def follow_default(key: str, default: object) -> None:
    """Move a control that still stands at its last default to the new one; by itself it would keep what it first showed."""
    last = st.session_state.get(f"{key}_default")
    if last is not None and last != default and st.session_state.get(key) == last:
        st.session_state[key] = default
    st.session_state[f"{key}_default"] = default


def show_issue(issue_id: str) -> None:
    """Put an issue into the URL; the pages read it from there."""
    st.query_params[ISSUE] = issue_id


def show_statement(statement_id: str) -> None:
    """Put a statement into the URL, which opens the evidence drawer on it."""
    st.query_params[STATEMENT] = statement_id


def hide_statement() -> None:
    """Take the statement out of the URL, which closes the evidence drawer."""
    st.query_params.pop(STATEMENT, None)


def _issue(dataset: Dataset) -> Issue:
    issues = dataset.negotiation.issue_by_id
    return issues.get(st.query_params.get(ISSUE, ""), dataset.negotiation.issues[0])


def _date_range(dataset: Dataset) -> tuple[date, date]:
    events = [event.date.latest for event in dataset.negotiation.events if event.date.latest]
    days = dataset.days or tuple(sorted(events)) or tuple(filter(None, [dataset.negotiation.reviewed.latest])) or (date(2000, 1, 1),)
    return days[0], days[-1]
