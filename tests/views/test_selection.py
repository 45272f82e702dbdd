"""The selection: made once from the address, with defaults that fit the data."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import streamlit as st

from parley.analysis.evidence import ALL_EVIDENCE
from parley.views import address_bar, selection
from tests.making import ladder, quota, statement
from tests.views.conftest import PAGES, Open, lines, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0")]


def test_a_selection_says_its_date_and_evidence_in_words() -> None:
    """The words that stand beside every number."""
    data = quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5"))
    made = selection.Selection(data, date(2025, 3, 31), ALL_EVIDENCE, data.negotiation.parties, data.negotiation.issues[0])
    assert made.words == "As of 31 Mar 2025 · All evidence"


def test_dates_can_be_chosen_from_the_first_statement_to_today(visit: Open, tmp_path: Path) -> None:
    """What has run out since the last statement can be seen; the last day is shown unless another is chosen."""
    found = visit(positions=write_negotiation(tmp_path / "fjords", TALKS))
    assert found.dateline["field"]["range"][:2] == ["2025-03-01", date.today().isoformat()]
    assert found.as_of == date(2025, 3, 2)


def test_without_statements_the_dates_are_those_of_events_else_of_the_review(visit: Open, tmp_path: Path) -> None:
    """There is always a day to show."""
    round_one = {"id": "round", "date": "2025-02-03/2025-02-04", "what": "Delegations meet.", "source": "gazette"}
    with_event = visit(positions=write_negotiation(tmp_path / "one" / "fjords", events=[round_one]))
    assert with_event.as_of == date(2025, 2, 4)
    assert visit(positions=write_negotiation(tmp_path / "two" / "fjords")).as_of == date(2025, 4, 1)


def test_parties_keep_the_order_of_the_file(visit: Open, tmp_path: Path) -> None:
    """However they are chosen, columns stand in the order of the negotiation's parties."""
    folder = write_negotiation(tmp_path / "fjords", TALKS, ("northland", "southmark", "isles"))
    assert visit(positions=folder, parties=["isles", "northland"], view="table").columns == ["Issue", "Northland", "Isles", "Gap"]


def test_where_every_party_is_turned_off_the_first_of_those_shown_stays(visit: Open, tmp_path: Path) -> None:
    """A page without parties would be empty; that all are shown again would not be what was asked for."""
    found = visit(positions=write_negotiation(tmp_path / "fjords", TALKS), view="table")
    found.choose_parties([])
    assert found.run().columns == ["Issue", "Northland", "Gap"]
    assert "One party at least is always shown." in [one.value for one in found.tested.caption]
    assert "One party at least is always shown." not in [one.value for one in found.run().tested.caption]


def test_the_evidence_cut_changes_what_is_counted(visit: Open) -> None:
    """On the record only, a demand told by unnamed sources is gone."""
    asked = [
        lines(visit(as_of="2018-05-02", evidence=cut, view="table").sheets["matrix"])["Trade deficit"][0]
        for cut in ("All evidence", "On record only")
    ]
    assert "US$100 bn, committed" in asked[0][0]
    assert re.fullmatch("[0-9]+ statements? left out by the evidence shown, 1 forecast or reading by others", asked[1][0])


def test_the_whole_address_names_what_is_shown_by_id(visit: Open) -> None:
    """Though nothing was asked for, and also where the address came from before there were ids in it."""
    shown = "negotiation=us-china-trade&as_of=2019-01-23&evidence=all&parties=us&parties=china&parties=eu&parties=business-groups"
    assert visit().address == shown
    old = visit(evidence="Officials, named or not", parties=["US", "Korea"], as_of="2018-05-02")
    assert old.address == "negotiation=us-china-trade&as_of=2018-05-02&evidence=officials&parties=us&parties=south-korea"
    for name in PAGES:
        assert visit(name).address == (f"{shown}&issue=trade-deficit" if name == "issue" else shown), name


def test_what_is_gone_stays_in_the_address(visit: Open) -> None:
    """So that a reload, and whoever is sent the link, is told of it, too."""
    assert "parties=us&parties=PRC" in visit(parties=["us", "PRC"]).address
    assert "issue=trade-deficits" in visit("issue", issue="trade-deficits").address


def test_a_choice_is_the_one_that_the_address_names(visit: Open) -> None:
    """By id, beside all that was there; the choice of a default of one page takes its name out again."""
    found = visit("issue", as_of="2018-05-02", issue="market-access")
    found.choose_parties(["us", "eu"])
    found.run()
    assert found.tested.query_params["parties"] == ["us", "eu"]
    assert found.tested.query_params["issue"] == "market-access"
    assert "parties=us&parties=eu" in found.address
    assert found.address.endswith("&issue=market-access")


def test_turning_back_takes_over_the_address_turned_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes along from page to page is replaced, and what belongs to the page and is not named goes."""
    state: dict[str, object] = {"address_said": {"as_of": ("2018-05-02",), "view": ("over-time",), "issue": ("a",)}}
    monkeypatch.setattr(st, "session_state", state)
    address_bar.turn_to("", "?negotiation=fjords&as_of=2018-06-02&issue=b")
    assert state["address_said"] == {"negotiation": ("fjords",), "as_of": ("2018-06-02",), "issue": ("b",)}


def test_many_parties_are_searched_by_name(visit: Open, tmp_path: Path) -> None:
    """From twelve on a field takes the place of the pills; what is chosen there is what the address names."""
    names = tuple("abcdefghijkl")
    folder = write_negotiation(tmp_path / "talks", [("a", "demand", "r5"), ("b", "demand", "r0")], names)
    found = visit(positions=folder, parties=["c", "b"], view="table")
    field = found.tested.multiselect(key="parties")
    assert (field.value, field.options) == (["c", "b"], list("ABCDEFGHIJKL"))
    field.set_value(["b", "d", "a"]).run()
    assert found.columns == ["Issue", "A", "B", "D", "Gap"]
