"""The page that leads through a first negotiation: a step is there once the one before it is done, and nothing is written before all are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parley.checks import check
from parley.dataset import load
from parley.editing import history
from tests.making import TODAY
from tests.views.conftest import Open, Visit, _read, write_negotiation


def put(page: Visit, kind: str, key: str, value: object) -> Visit:
    getattr(page.tested, kind)(key=key).set_value(value)
    return page.run()


def heads(page: Visit) -> list[str]:
    return [one.value for one in page.tested.header]


def test_it_leads_from_a_name_to_a_negotiation_that_opens(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is kept on the way; what is missing is told; the negotiation passes the check, and its history begins under the writer's name."""
    positions = tmp_path / "positions"
    positions.mkdir()

    def arrive() -> Visit:
        page = visit("new", positions=positions)
        monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
        page.tested.session_state["edit_who"] = "A. Berg"
        return page.run()

    page = arrive()
    assert heads(page) == ["1. What is negotiated"]
    page = put(page, "text_input", "new_1_talks_title", "Harbour talks: 2026")
    page = put(page, "text_area", "new_1_parties_parties", "Northland")
    assert heads(page) == ["1. What is negotiated", "2. Who negotiates"]
    assert "**Parties:** Name at least two, one to a line." in [one.value for one in page.tested.caption]
    page = put(page, "text_area", "new_1_parties_parties", "Northland\nSouthmark\nSouthmark")
    page = put(arrive(), "text_input", "new_1_issue_name", "Harbours")
    assert page.tested.text_area(key="new_1_parties_parties").value == "Northland\nSouthmark\nSouthmark"
    page = put(page, "text_area", "new_1_issue_steps", "Never\nIn storms: When lives are at risk.\nAll year")
    for party, wants in (("northland", "up"), ("southmark", "down")):
        assert len(heads(page)) == 3
        page = put(page, "selectbox", f"new_1_issue_directions.{party}", wants)
    assert heads(page)[3:] == ["4. One statement"]
    assert [str(one.key) for one in page.tested.button if str(one.key).endswith("_begin")] == []
    page = put(page, "radio", "new_1_issue_scale_kind", "quantity")
    for name, value in (("unit", "days"), ("bottom", "0"), ("top", "365")):
        page = put(page, "text_input", f"new_1_issue_{name}", value)
    assert heads(page)[3:] == [] and ":red[:small[This is needed.]]" in [one.value for one in page.tested.markdown]
    page = put(page, "text_input", "new_1_issue_resolution", "0.5")
    assert page.tested.text_input(key="new_1_statement_place.at").label == "Value, in days"
    page = put(page, "radio", "new_1_issue_scale_kind", "ladder")
    page = put(page, "text_area", "new_1_issue_steps", "Never\nIn storms: When lives are at risk.\nAll year")
    page = put(page, "radio", "new_1_statement_place.at", "all-year")
    page = put(page, "text_input", "new_1_statement_said", "25.5.2026")
    assert [one.name for one in positions.iterdir()] == [".parley"]
    page.tested.button(key="new_1_begin").click()
    page.run()
    folder = positions / "harbour-talks-2026"
    data = load(folder)
    (one,) = data.statements
    assert (one.id, one.party, one.place.at, one.said.text) == ("northland-harbours-demand", "northland", "all-year", "2026-05-25")
    assert [(party.id, party.name) for party in data.negotiation.parties] == [
        ("northland", "Northland"), ("southmark", "Southmark"),
    ]  # fmt: skip
    assert (data.left_out, [each for each in check(data, None, TODAY) if each.severity == "error"]) == ((), [])
    assert [(each.who, each.message) for each in history.versions(folder)] == [("A. Berg", "Harbour talks: 2026 begun")]
    assert not [*(positions / ".parley" / "drafts").iterdir()]


def test_beside_one_negotiation_alone_it_says_where_another_can_begin(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is itself a negotiation holds no other; without being asked for it the page only says how."""
    folder = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")]) / "fjords"
    page = visit("new", positions=folder)
    assert page.tested.text_input == []
    monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
    assert [_read(one.value) for one in page.run().tested.info] == [
        "This dashboard was started on the folder of one negotiation. Start it on the folder above to begin another beside it."
    ]
