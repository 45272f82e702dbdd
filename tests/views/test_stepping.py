"""Stepping through the days: the slider is given the days on which something happened, and its choice becomes the date shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from parley.addresses import EVIDENCE, VIEW
from parley.analysis.calendar import Happening
from parley.dates import shown_day
from parley.views import address_bar, stepping
from parley.views.components import act_on_noted, choice, last_turn, note, said
from parley.views.components.opening import noting, take_opened
from parley.views.selection import show_day, show_evidence
from tests.views.conftest import PAGES, Open, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0"), ("northland", "offer", "r4")]
STORM = {"id": "storm", "date": "2025-03-02", "what": "A storm closes the harbours.", "source": "gazette"}


@pytest.mark.parametrize("page", [one for one in PAGES if one != "reading"])
def test_every_page_can_be_stepped_through(visit: Open, tmp_path: Path, page: str) -> None:
    """How to read a page aside, where no day means anything. The slider has each day with its place on the line in days, its words, whether something took place and was said; it stands at the date shown."""
    found = visit(page, write_negotiation(tmp_path / "fjords", TALKS, events=[STORM]), as_of="2025-03-02").dateline
    assert found["stops"] == [
        ["2025-03-01", 0, "1 Mar 2025", "1 statement", 0, 1],
        ["2025-03-02", 1, "2 Mar 2025", "1 statement · A storm closes the harbours.", 1, 1],
        ["2025-03-03", 2, "3 Mar 2025", "1 statement", 0, 1],
    ]
    assert found["current"] == found["stops"][1]


def test_a_day_on_which_nothing_happened_has_its_own_place(visit: Open) -> None:
    """A typed date stands where it lies in time, and the slider says that nothing happened then."""
    found = visit(as_of="2018-08-01").dateline
    assert found["current"] == ["2018-08-01", 123, "1 Aug 2018", "Nothing was said or took place on this day.", 0, 0]
    assert found["current"] not in found["stops"]


def test_where_all_was_said_on_one_day_there_is_nothing_to_step_through(visit: Open, tmp_path: Path) -> None:
    """A slider with one stop would be a control that does nothing."""
    one_day = visit(positions=write_negotiation(tmp_path / "fjords", TALKS[:1])).dateline
    assert (one_day["stops"], one_day["current"]) == ([], ["2025-03-01", 0, "1 Mar 2025", "", 0, 0])


def test_the_day_is_written_in_the_words_in_which_days_are_shown(visit: Open) -> None:
    """The browser is told the months, between which days to choose, and what to say of what is no day or lies beyond them."""
    found = visit(as_of="2018-05-02").dateline
    assert found["field"]["months"] == [date(2000, month, 1).strftime("%b") for month in range(1, 13)]
    assert found["field"]["noDay"] == "Not taken: {}. Write a day, like 2 May 2018 or 2018-05-02."
    assert found["field"]["range"] == [
        "2018-03-31",
        date.today().isoformat(),
        f"Not taken: {{}}. Write a day from 31 Mar 2018 to {shown_day(date.today())}.",
    ]
    assert visit(as_of="1999-01-01").dateline["field"]["range"][0] == "1999-01-01"


def test_the_evidence_is_chosen_from_all_cuts(visit: Open) -> None:
    """The one shown is named, and stays where another page is opened."""
    assert visit(evidence="officials").dateline["evidence"] == [
        "officials",
        [["all", "All evidence"], ["officials", "Officials, named or not"], ["on-record", "On record only"]],
    ]


def test_what_is_chosen_in_the_browser_is_what_the_address_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser has written it there already, with the step back."""
    state: dict[str, object] = {"address_said": {"issue": ("quota",)}, "address_shown": {"as_of": ("2025-03-01",), "evidence": ("all",)}}
    monkeypatch.setattr(st, "session_state", state)
    show_day(date(2025, 3, 2))
    show_evidence("on-record")
    assert state["address_said"] == {"issue": ("quota",), "as_of": ("2025-03-02",), "evidence": ("on-record",)}
    assert state["address_shown"] == {}


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
    state: dict[str, dict[str, object]] = {"dateline": {"chosen": "2025-03-02 1741000000000"}, "navigator": {"chosen": None}}
    monkeypatch.setattr(st, "session_state", state)
    assert choice("dateline") == "2025-03-02"
    assert choice("navigator") == ""


def test_what_the_browser_says_again_is_no_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as the evidence of which Back was pressed in the meantime; the same chosen anew is one, by its number, and so is another."""
    state: dict[str, Any] = {"dateline": {"evidence": "on-record 1", "chosen": None}}
    monkeypatch.setattr(st, "session_state", state)
    assert [choice("dateline", "evidence"), choice("dateline"), choice("dateline", "evidence")] == ["on-record", "", ""]
    state["dateline"]["evidence"] = "on-record 2"
    assert [choice("dateline", "evidence"), choice("dateline", "evidence")] == ["on-record", ""]
    # A page that is left in the middle of a run forgets its controls, whose last words come once more.
    left = state.pop("dateline")
    assert (choice("dateline", "evidence"), said("dateline", "open")) == ("", "")
    state["dateline"] = left
    assert choice("dateline", "evidence") == ""


def test_what_is_opened_before_the_reader_turns_back_stays_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where both arrive together; what is opened after it opens, once."""
    state: dict[str, Any] = {"table": {"open": "statement:a,b 9.5"}, "address": {"back": "?as_of=2025-03-01 10.25"}}
    monkeypatch.setattr(st, "session_state", state)
    noting("table")()
    note("address", "back", lambda _: None)
    act_on_noted()
    assert take_opened() == ("", "")
    state["table"]["open"] = "statement:a,b 10.5"
    noting("table")()
    assert [take_opened(), take_opened()] == [("statement", "a,b"), ("", "")]


class Asked(dict[str, list[str]]):
    """What the address says, as Streamlit gives it."""

    def get_all(self, name: str) -> list[str]:
        """Return what it says under a name."""
        return self[name]


def test_a_page_that_was_left_before_it_began_says_nothing_to_the_one_that_runs_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever turns back at once is where they were, with the view they had there."""
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", Asked(view=["table"]))
    address_bar.begin("")
    assert address_bar.asked(VIEW) == ("table",)
    address_bar.open_as("movement", {EVIDENCE: ("public",)})
    address_bar.begin("")
    assert (address_bar.asked(VIEW), address_bar.asked(EVIDENCE)) == (("table",), ())
    address_bar.open_as("movement", {EVIDENCE: ("public",)})
    address_bar.begin("movement")
    assert (address_bar.asked(VIEW), address_bar.asked(EVIDENCE)) == ((), ("public",))
    monkeypatch.setattr(st, "query_params", Asked(evidence=["public"]))
    address_bar.turn_to("", "?evidence=all&view=table")
    address_bar.begin("")
    assert (address_bar.asked(VIEW), address_bar.asked(EVIDENCE)) == (("table",), ("all",))


def test_what_arrives_together_is_done_in_the_order_in_which_it_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Back after a choice, a choice after Back: the later word holds, whichever is heard first, and is done once; what the browser says again is not."""
    state: dict[str, Any] = {"line": {"day": "2025-03-02 9.5"}, "address": {"back": "?as_of=2025-03-01 10.25"}, "chooser": {"chosen": "quota 7"}}
    monkeypatch.setattr(st, "session_state", state)
    done: list[str] = []
    assert last_turn() == ""
    for _ in range(2):
        for key, name in (("address", "back"), ("line", "day"), ("chooser", "chosen")):
            note(key, name, done.append)
        act_on_noted()
        assert done == ["quota", "2025-03-02", "?as_of=2025-03-01"]
        assert last_turn() == "10.25"
    state["line"]["day"] = "2025-03-03 100"
    state["address"]["back"] = "? 99.9"
    for key, name in (("line", "day"), ("address", "back")):
        note(key, name, done.append)
    assert done[3:] == []
    act_on_noted()
    assert (done[3:], last_turn()) == (["?", "2025-03-03"], "100")
