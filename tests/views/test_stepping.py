"""Stepping through the days: the slider is given the days on which something happened, and its choice becomes the date shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import streamlit as st

from parley.analysis.calendar import Happening
from parley.views import stepping
from parley.views.components import choice
from tests.views.conftest import PAGES, Open, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0"), ("northland", "offer", "r4")]
STORM = {"id": "storm", "date": "2025-03-02", "what": "A storm closes the harbours.", "source": "gazette"}


@pytest.mark.parametrize("page", [one for one in PAGES if one != "reading"])
def test_every_page_can_be_stepped_through(visit: Open, tmp_path: Path, page: str) -> None:
    """How to read a page aside, where no day means anything. The slider has each day with its place on the line in days, its words, whether something took place and was said; it stands at the date shown."""
    found = visit(page, write_negotiation(tmp_path / "fjords", TALKS, events=[STORM]), as_of="2025-03-02").scrubber
    assert found["stops"] == [
        ["2025-03-01", 0, "1 Mar 2025", "1 statement", 0, 1],
        ["2025-03-02", 1, "2 Mar 2025", "1 statement · A storm closes the harbours.", 1, 1],
        ["2025-03-03", 2, "3 Mar 2025", "1 statement", 0, 1],
    ]
    assert found["current"] == found["stops"][1]


def test_a_day_on_which_nothing_happened_has_its_own_place(visit: Open) -> None:
    """A typed date stands where it lies in time, and the slider says that nothing happened then."""
    found = visit(as_of="2018-08-01").scrubber
    assert found["current"] == ["2018-08-01", 123, "1 Aug 2018", "Nothing was said or took place on this day.", 0, 0]
    assert found["current"] not in found["stops"]


def test_where_all_was_said_on_one_day_there_is_nothing_to_step_through(visit: Open, tmp_path: Path) -> None:
    """A slider with one stop would be a control that does nothing."""
    one_day = visit(positions=write_negotiation(tmp_path / "fjords", TALKS[:1]))
    assert list(one_day.components) == ["bar", "heading", "standing", "ways", "way_in", "glances", "summary", "address", "drawn"]


def test_a_day_says_what_was_said_what_ceased_to_stand_and_what_took_place() -> None:
    """In this order, and only what there is."""
    day = date(2025, 3, 1)
    assert (
        stepping.stop_of(Happening(day, 2, ("Talks.", "A storm."), 1)).detail == "2 statements · 1 statement withdrawn or run out · Talks. · A storm."
    )
    assert stepping.stop_of(Happening(day, 0, (), 3)).detail == "3 statements withdrawn or run out"
    assert stepping.stop_of(Happening(day, 0, ("Talks.",))).detail == "Talks."


def test_a_choice_is_read_without_the_number_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number only makes a second choice of the same thing a new one; before the first there is none."""
    state: dict[str, dict[str, object]] = {"scrubber": {"chosen": "2025-03-02 1741000000000"}, "navigator": {"chosen": None}}
    monkeypatch.setattr(st, "session_state", state)
    assert choice("scrubber") == "2025-03-02"
    assert choice("navigator") == ""
