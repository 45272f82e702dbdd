"""The header: five places that lead everywhere, the ways to look at each, and what stands in the tab."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parley.views.page_list import FILES, PATHS
from parley.views.ways import PLACES, TO_EDIT
from tests.views.conftest import PAGES, Open


@pytest.mark.parametrize("page", PAGES)
def test_five_places_stand_on_every_page_and_one_is_here(visit: Open, page: str) -> None:
    """Each with an address of its own that keeps the date, the evidence and the parties; how to read a page belongs to none."""
    bar = visit(page, as_of="2018-05-02").components["bar"]
    assert [name for name, *_ in bar["places"]] == ["Overview", "Issues", "Movement", "Evidence", "Brief"]
    assert all("as_of=2018-05-02&evidence=all&parties=us" in address for _, address, *_ in bar["places"])
    here = [name for name, _, _, is_here in bar["places"] if is_here]
    place = next((place for place, ways in PLACES.items() if any(file == page for file, _ in ways)), None)
    assert here == ([place.capitalize()] if place else [])
    assert (bar["title"], bar["hasHelp"]) == ("US-China trade talks, 2018-19", page != "reading")


@pytest.mark.parametrize("page", ["overview", "edit", "read", "bring_in", "new", "history"])
def test_a_sixth_place_is_there_for_whoever_may_write(visit: Open, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its four pages beside each other on each of them."""
    monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
    components = visit(page).components
    assert [name for name, *_ in components["bar"]["places"]][5:] == ["Edit"]
    if page != "overview":
        assert [leads_to for _, _, leads_to, _ in components["ways"]["ways"]] == ["edit?", "read?", "bring-in?", "history?"]


def test_every_page_but_the_search_and_how_to_read_belongs_to_a_place() -> None:
    """So that none is lost; and each page stands in one place only."""
    held = [file for place, ways in PLACES.items() if place != TO_EDIT for file in dict.fromkeys(file for file, _ in ways)]
    assert sorted([*held, "reading", "search"]) == sorted(PAGES)


def test_a_place_keeps_its_ways_beside_each_other(visit: Open) -> None:
    """The one that is shown is marked; where there is but one way, there is no choice."""
    found = visit("sources")
    assert [(name, leads_to, is_here) for name, _, leads_to, is_here in found.components["ways"]["ways"]] == [
        ("Robustness", "robustness?", False),
        ("Sources", "sources?", True),
    ]
    assert "ways" not in visit("movement").components


def test_a_link_leads_to_another_page_with_the_date_that_was_chosen(visit: Open) -> None:
    """And to another way to look at the same page, where nothing else of the address changes."""
    found = visit("issue", as_of="2018-05-02", issue="made-in-china-2025").follow("issue?view=over-time")
    assert found.title == "Made in China 2025"
    assert "as_of=2018-05-02" in found.address
    assert "issue=made-in-china-2025&view=over-time" in found.address
    found.follow("movement?")
    assert found.title == "Movement"
    assert "as_of=2018-05-02" in found.address
    assert "view" not in found.address


def test_every_way_leads_to_a_page_that_is_there() -> None:
    """By its path, from which the page's file is found again."""
    assert {FILES[PATHS[file]] for ways in PLACES.values() for file, _ in ways} == {file for ways in PLACES.values() for file, _ in ways}


def test_how_to_read_opens_over_the_page(visit: Open) -> None:
    """The same that stands on the page of its own; it goes when it is closed, and the page beneath stays."""
    found = visit("movement")
    before = set(found.components)
    opened = found.open("help:1")
    assert set(opened.components) - before == set(visit("reading").components) - before - {"heading"}
    assert opened.title == "Movement"


@pytest.mark.parametrize("page", ["overview", "edit"])
def test_where_there_is_nothing_yet_whoever_may_write_is_led_on(visit: Open, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To the places on top, and to the page that brings a table in; whoever only reads is told that there is nothing."""
    told = visit(page, positions=tmp_path)
    assert "bar" not in told.components
    monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
    shown = visit(page, positions=tmp_path)
    assert [name for name, *_ in shown.components["bar"]["places"]][-1] == "Edit"
    assert (len(shown.tested.error), len(told.tested.error)) == (0, 1)
    assert [one.value for one in shown.tested.info] == ["There is no negotiation here yet. Begin a first one, or bring in a table that you have."]
    assert [one.proto.label for one in shown.tested.get("page_link")] == ["New negotiation", "Bring in"]
