"""The lines of a cell: one wording for positions, gaps, statements and evidence on every page."""

from __future__ import annotations

from typing import Any

import pytest

from parley.analysis.aside import FUTURE
from parley.analysis.comparison import PartyAt
from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.analysis.overview import OverviewRow, overview
from parley.dataset import Dataset
from parley.model import Negotiation
from parley.telling.gap_cell import gap_cell
from parley.telling.matrix import agenda_matrix, compared_matrix
from parley.telling.places import place_of
from parley.telling.position import position_lines
from parley.views import cells
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.words import say
from tests.making import TODAY, ladder, percent, position, quota, statement


def row(data: Dataset) -> OverviewRow:
    """Return the overview's row of the one issue."""
    return overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE)[0]


UP_DOWN = {"a": "up", "b": "down"}


def cell(data: Dataset, party: str = "a") -> list[tuple[str, str, str]]:
    """Return label, text and target of each line of a party's cell."""
    return [(one.label, one.text, one.opens) for one in cells.cell_items(position_lines(position(data, party), data))]


def placed(scale: Any, direction: str, kind: str, at: Any, **more: Any) -> Dataset:
    return quota(scale, {"a": direction}, statement("a", kind, at, **more))


def test_a_cell_lists_demand_limit_and_offer_in_this_order() -> None:
    """Each part that was stated is a line of its own that opens its statements."""
    data = quota(ladder(6), UP_DOWN, statement("a", "offer", "r4"), statement("a", "demand", "r5"), statement("a", "red_line", "r3"))
    assert cell(data) == [
        ("asks", "Rung 5", "statement:s1"),
        ("limit", "at least Rung 3", "statement:s2"),
        ("offers", "Rung 4", "statement:s0"),
    ]


def test_a_limit_says_on_which_side_it_lies() -> None:
    """A party that wants more accepts at least its limit, one that wants less at most; an imprecise one lies somewhere between."""
    assert cell(placed(percent(), "up", "red_line", 20))[0][1] == "at least 20 %"
    assert cell(placed(percent(), "down", "red_line", 20))[0][1] == "at most 20 %"
    assert cell(placed(percent(), "up", "red_line", (17, 20)))[0][1] == "at least 17 %, perhaps even 20 %"
    assert cell(placed(percent(), "target", "red_line", {"from": "17", "to": "20", "reading": "acceptable"}))[0][1] == "17 to 20 %"


def test_the_name_of_a_rung_does_not_make_a_limit_imprecise() -> None:
    """A rung that is called "Until a day" with the word "to" in its name is still one rung."""
    scale = {"ladder": [{"id": name, "name": f"Closed to {name}", "means": name, "why": "More."} for name in ("some", "all")]}
    assert cell(placed(scale, "down", "red_line", "some"))[0][1] == "at most Closed to some"


def test_a_limit_without_a_place_says_so_and_no_more() -> None:
    """It is not at least or at most anything."""
    assert cell(placed(percent(), "up", "red_line", {"unknown": "A limit was named, no figure."}))[0][1] == "extent not stated"


def test_a_conditional_offer_stands_with_its_condition() -> None:
    """It is apart from the unconditional offers and says on what it depends."""
    data = placed(ladder(6), "up", "offer", "r4", condition={"type": "if", "says": "the harbours open"})
    (item,) = cells.cell_items(position_lines(position(data, "a"), data))
    assert (item.text, item.tags, item.opens) == ("Rung 4, if the harbours open", ("conditional",), "statement:s0")


def test_flags_stand_beside_what_they_are_about() -> None:
    """Accounts that differ, a limit that is crossed and old evidence are said in words beside the part."""
    differ = quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5"), statement("a", "demand", "r3"))
    assert [one.tags for one in cells.cell_items(position_lines(position(differ, "a"), differ))] == [("accounts differ",)]
    crossed = quota(ladder(6), {"a": "up"}, statement("a", "red_line", "r4"), statement("a", "offer", "r2"))
    assert ("crosses its own limit",) in [one.tags for one in cells.cell_items(position_lines(position(crossed, "a"), crossed))]
    stale = quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5", said="2024-01-01"))
    assert [one.tags for one in cells.cell_items(position_lines(position(stale, "a"), stale))] == [("stale",)]


def test_without_a_position_a_cell_says_what_there_is_instead() -> None:
    """A placed threat, statements that carry no position, or nothing: three different things."""
    threat = placed(ladder(6), "up", "threat", "r5")
    assert cell(threat) == [("threat", "Rung 5", "statement:s0")]
    reason = placed(ladder(6), "up", "rationale", {"not_placeable": "A grievance."})
    assert cell(reason) == [("", "No ask stated in 1 statement", "statement:s0")]
    assert cell(quota(ladder(6), UP_DOWN, statement("b", "demand", "r0"))) == [("", "No evidence", "")]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"attribution": "anonymous_source"}, "Left out by the evidence shown: 1 statement"),
        ({"attribution": "third_party_analysis"}, "1 forecast or reading by others"),
        ({"withdrawn": "2025-03-10"}, "No ask stated: 1 withdrawn"),
        ({"expires": "2025-03-10"}, "No ask stated: 1 run out"),
        ({"to_others": "the whalers"}, "No ask stated: 1 addressed to others"),
    ],
)
def test_a_cell_that_is_emptied_says_what_was_left_out_and_why(more: dict[str, str], words: str) -> None:
    """The one demand does not count, and its line opens it."""
    found = quota(ladder(6), UP_DOWN, statement("a", "demand", "r2", **more))
    assert [(one.text, one.opens) for one in cells.cell_items(position_lines(position(found, "a", cut=ON_RECORD), found))] == [
        (words, "statement:s0")
    ]


def test_what_was_said_later_is_not_in_the_cell() -> None:
    """A statement after the date shown does not count as one held."""
    assert cell(placed(ladder(6), "up", "rationale", {"not_placeable": "A grievance."}, said="2025-05-01")) == [("", "No evidence", "")]


def test_a_gap_is_the_distance_and_the_status_or_the_question() -> None:
    """The pair and its distance lead; where more than one status is possible, the question stands in its place; every line opens something."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "offer", "r1"), statement("b", "red_line", "r3"))
    lines = cells.cell_items(gap_cell(row(data)), "issue:quota")
    assert [(one.label, one.text, one.meta, one.opens) for one in lines] == [
        ("A \u2013 B", "4 steps apart", "", "statement:s0,s1"),
        ("", "Open: would A take Rung 3, or less? It has stated no limit.", "", "statement:s0,s1,s2"),
    ]
    limits = [statement("a", "red_line", "r4"), statement("b", "red_line", "r3")]
    settled = cells.cell_items(gap_cell(row(quota(ladder(6), UP_DOWN, *limits, statement("a", "demand", "r5")))), "issue:quota")
    assert [(one.text, one.status, one.opens) for one in settled][1:] == [("Blocked", "blocked", "issue:quota")]


def test_what_is_open_names_the_pair_where_no_distance_does() -> None:
    """Nobody asks, so that nothing before it says between whom it is."""
    offers = [statement("b", "offer", "r1"), statement("c", "offer", "r5")]
    (only,) = cells.cell_items(gap_cell(row(quota(ladder(6), {"b": "down", "c": "up"}, *offers))), "issue:quota")
    assert only.text == "B – C: Open: how far would B and C go? No limit stated."


def test_a_gap_of_which_nothing_is_known_has_no_distance() -> None:
    """Where one is silent the status names the pair; where there is one party there is no pair."""
    (only,) = cells.cell_items(gap_cell(row(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5")))), "issue:quota")
    assert (only.text, only.meta, only.status) == ("No evidence", "A \u2013 B", "no_evidence")
    alone = row(quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5")))
    assert [one.text for one in cells.cell_items(gap_cell(alone), "issue:quota")] == ["One party only"]


def test_a_pair_that_stands_in_for_another_says_so() -> None:
    """Where the pair compared first has no evidence, that comes before the pair shown instead, and is what is open."""
    data = quota(ladder(6), {"a": "up", "b": "down", "c": "up"}, statement("b", "offer", "r1"), statement("c", "demand", "r5"), headline=["a", "b"])
    assert [one.text for one in cells.cell_items(gap_cell(row(data)), "issue:quota")] == [
        "A \u2013 B: no evidence", "4 steps apart", "Open: what does A ask? No ask stated in the evidence shown.",
    ]  # fmt: skip


def place(direction: str, scale: Any = None, kind: str = "demand", **at: Any) -> str:
    data = placed(scale or percent(), direction, kind, at)
    return say(place_of(data.statements[0], data))


def test_a_place_is_told_in_the_words_of_the_scale() -> None:
    """A value, what is strictly beyond it on the side the party wants, a stretch with its reading, or none."""
    assert place("up", at="20") == "20 %"
    assert place("down", at="20", strict=True) == "below 20 %"
    assert place("up", at="20", strict=True) == "above 20 %"
    assert place("up", **{"from": "17", "to": "20", "reading": "imprecise"}) == "17 to 20 %"
    assert place("up", **{"from": "17", "to": "20", "reading": "acceptable"}) == "17 to 20 % (anything between)"
    assert place("up", ladder(6), **{"from": "r1", "to": "r2", "reading": "imprecise"}) == "between Rung 1 and Rung 2"
    assert place("up", unknown="No figure.") == "extent not stated"


def test_a_limit_of_a_statement_is_told_as_that_of_a_position() -> None:
    """By what it surely refuses, and how near it may be; where anything in a stretch is fine, the near end of that is the limit."""
    fine = {"from": "17", "to": "20", "reading": "acceptable"}
    assert [place(way, kind="red_line", at="20") for way in ("up", "down")] == ["at least 20 %", "at most 20 %"]
    assert [place(way, kind="red_line", **fine) for way in ("up", "down")] == ["at least 17 %", "at most 20 %"]
    vague = {**fine, "reading": "imprecise"}
    assert [place(way, kind="red_line", **vague) for way in ("up", "down", "target")] == [
        "at least 17 %, perhaps even 20 %", "at most 20 %, perhaps only 17 %", "17 to 20 %"
    ]  # fmt: skip
    assert place("down", kind="red_line", at="20", strict=True) == "below 20 %"


def test_a_statement_is_a_card_with_place_date_speaker_grade_and_document() -> None:
    """What it says stands above where, when, who, on whose word and in which document; a hint is marked as one."""
    data = placed(ladder(6), "up", "offer", "r4", conveyance="hint", attribution="anonymous_official", condition={"type": "if", "says": "it rains"})
    item = cells.statement_item(data.statements[0], data, FUTURE)
    assert item.text == "a offer"
    assert item.meta == "Rung 4 · 1 Mar 2025 · minister, unnamed official · Talks, 31 Mar 2025"
    assert item.tags == ("if it rains", "hint", "not counted")
    assert (item.mark, item.quiet, item.opens) == ("offer_soft", True, "statement:s0")


def test_columns_share_the_width_by_role() -> None:
    """A principal's column is half as wide again as another's; of columns that were chosen one by one, each is as wide as the next."""
    people = [
        {"id": "a", "name": "A", "short": "A", "role": "principal"},
        {"id": "b", "name": "B", "short": "B", "role": "third_party"},
    ]
    scale = {"id": "quota", "name": "Quota", "group": "core", "question": "?", "scale": ladder(2), "directions": {}}
    made = {
        "id": "x",
        "title": "X",
        "about": "X.",
        "reviewed": "2025",
        "parties": people,
        "groups": [{"id": "core", "name": "Core"}],
        "issues": [scale],
    }
    parties = Negotiation.model_validate(made).parties
    colours = {"a": "#111111", "b": "#222222"}
    assert cells.matrix_columns(agenda_matrix([], parties), colours) == [
        Column("A", "", "#111111", "38.4%"),
        Column("B", "", "#222222", "25.6%"),
        Column("Gap", "", "", "23%"),
    ]
    chosen = compared_matrix([], [PartyAt(one, TODAY) for one in parties], quota(ladder(2), UP_DOWN))
    assert cells.matrix_columns(chosen, colours)[:2] == [
        Column("A", "31 Mar 2025", "#111111", "32.0%"),
        Column("B", "31 Mar 2025", "#222222", "32.0%"),
    ]
    negotiation = quota(ladder(2), UP_DOWN).negotiation
    assert [cells.party_sub(one, negotiation) for one in parties] == ["principal", "third party"]


def test_a_table_goes_to_the_browser_as_plain_values() -> None:
    """Only the fields that are set go along; a heading is a row of its own."""
    sheet = Sheet(
        "Positions",
        [Column("Issue", width="10%")],
        [Line(heading="Core"), Line(((Item("Quota", opens="issue:quota", tags=("stale",)),),), opens="issue:quota")],
    )
    assert sheet.as_data() == {
        "caption": "Positions",
        "layout": "wide",
        "below": False,
        "columns": [{"label": "Issue", "sub": "", "colour": "", "width": "10%"}],
        "rows": [{"heading": "Core"}, {"cells": [{"items": [{"text": "Quota", "tags": ["stale"], "open": "issue:quota"}]}], "open": "issue:quota"}],
    }
