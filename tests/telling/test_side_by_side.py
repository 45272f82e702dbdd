"""Positions side by side: each part with its lines, and in words what a party has not said of it."""

from __future__ import annotations

from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE
from parley.telling.briefing import brief
from parley.telling.side_by_side import PartyCell
from parley.words import say
from tests.making import TODAY, percent, quota, statement

CONDITION = {"type": "if", "says": "b leaves"}


def cell(*said: dict[str, Any]) -> PartyCell:
    """Return what `a` says on the one issue."""
    data = quota(percent(), {"a": "up", "b": "down"}, *said)
    return brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE).issues[0].cells[0]


def lines(found: PartyCell) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return heading, words and statements of every line in a column."""
    return [(say(one.heading), say(one.told), one.ids) for one in found.lines]


def test_a_part_that_was_not_stated_says_so_in_its_place() -> None:
    """It rests on no statement; before what stands only under a condition stands that nothing does without one."""
    found = cell(statement("a", "demand", 30), statement("a", "offer", 9, condition=CONDITION))
    assert lines(found) == [
        ("Demand", "30 %", ("s0",)),
        ("Stated limit", "None in the sources held", ()),
        ("Best offer", "None without a condition in the evidence shown", ()),
        ("Offer", "9 %, if b leaves", ("s1",)),
    ]
    assert [say(one.told) for one in found.of("offer")] == ["None without a condition in the evidence shown", "9 %, if b leaves"]


def test_a_measure_in_force_is_held_and_not_demanded() -> None:
    """What stands over it is what the party does."""
    assert ("Holds", "30 %", ("s0",)) in lines(cell(statement("a", "measure", 30)))


def test_a_party_without_a_position_has_one_line_in_a_column() -> None:
    """That it threatens, or that nothing is held; each part still says that none is held of it."""
    threat, silent = cell(statement("a", "threat", 40)), cell(statement("b", "demand", 0))
    assert lines(threat) == [("Threat", "40 %", ("s0",))]
    assert lines(silent) == [("", "No statement on this issue in the sources held", ())]
    assert [[say(one.told) for one in part] for part in silent.parts] == [*([["None in the sources held"]] * 3), []]
