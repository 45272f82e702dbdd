"""The selection: made once from the address, with defaults that fit the data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import streamlit as st

from parley.analysis.evidence import ALL_EVIDENCE
from parley.views import selection
from tests.making import ladder, quota, statement
from tests.views.conftest import Open, lines, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0")]


def test_a_selection_says_its_date_and_evidence_in_words() -> None:
    """The words that stand beside every number."""
    data = quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5"))
    made = selection.Selection(data, date(2025, 3, 31), ALL_EVIDENCE, data.negotiation.parties, data.negotiation.issues[0])
    assert made.words == "As of 31 Mar 2025 · All evidence"


def test_dates_can_be_chosen_from_the_first_statement_to_the_last(visit: Open, tmp_path: Path) -> None:
    """The last day is shown unless another is chosen."""
    box = visit(positions=write_negotiation(tmp_path / "fjords", TALKS)).tested.date_input(key="as_of")
    assert (box.min, box.max, box.value) == (date(2025, 3, 1), date(2025, 3, 2), date(2025, 3, 2))


def test_without_statements_the_dates_are_those_of_events_else_of_the_review(visit: Open, tmp_path: Path) -> None:
    """There is always a day to show."""
    round_one = {"id": "round", "date": "2025-02-03/2025-02-04", "what": "Delegations meet.", "source": "gazette"}
    with_event = visit(positions=write_negotiation(tmp_path / "one" / "fjords", events=[round_one]))
    assert with_event.tested.date_input(key="as_of").value == date(2025, 2, 4)
    assert visit(positions=write_negotiation(tmp_path / "two" / "fjords")).tested.date_input(key="as_of").value == date(2025, 4, 1)


def test_parties_keep_the_order_of_the_file(visit: Open, tmp_path: Path) -> None:
    """However they are chosen, columns stand in the order of the negotiation's parties."""
    folder = write_negotiation(tmp_path / "fjords", TALKS, ("northland", "southmark", "isles"))
    assert visit(positions=folder, parties=["Isles", "Northland"]).columns == ["Issue", "Northland", "Isles", "Gap"]


def test_choosing_no_party_shows_the_usual_ones(visit: Open, tmp_path: Path) -> None:
    """A page without parties would be empty."""
    found = visit(positions=write_negotiation(tmp_path / "fjords", TALKS))
    found.choose_parties([])
    assert found.run().columns == ["Issue", "Northland", "Southmark", "Gap"]


def test_the_evidence_cut_changes_what_is_counted(visit: Open) -> None:
    """On the record only, a demand told by unnamed sources is gone."""
    asked = [lines(visit(as_of="2018-05-02", evidence=cut).sheets["matrix"])["Trade deficit"][0] for cut in ("All evidence", "On record only")]
    assert "Binding US$100 bn cut" in asked[0][0]
    assert asked[1][0] == "No position: 3 left out by the evidence shown"


def test_a_control_follows_its_default_until_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A control at its old default goes to the new one; one that stands elsewhere stays."""
    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    selection.follow_default("day", 1)
    state["day"] = 1
    selection.follow_default("day", 2)
    assert state == {"day": 2, "day_default": 2}
    state["day"] = 7
    selection.follow_default("day", 3)
    assert state == {"day": 7, "day_default": 3}


def test_the_address_takes_and_loses_issue_and_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening puts the id into the address, closing takes it out, also twice."""
    address: dict[str, str] = {}
    monkeypatch.setattr(st, "query_params", address)
    selection.show_issue("quota")
    selection.show_statement("s0,s1")
    assert address == {"issue": "quota", "statement": "s0,s1"}
    selection.hide_statement()
    selection.hide_statement()
    assert address == {"issue": "quota"}
