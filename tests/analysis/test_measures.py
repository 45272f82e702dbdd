"""Measures: acts, which stand for a demand where their party asks for nothing, and bound neither an offer nor a limit (method, section 3)."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from parley.analysis.aside import AsideKind
from parley.analysis.gaps import Gap, Status
from parley.analysis.leading import table_gap
from parley.analysis.outcomes import Distance
from parley.model import Entry
from tests.making import gap, ladder, position, quota, statement

APART = {"a": "up", "b": "down"}


def between(*statements: dict[str, Any]) -> Gap:
    return gap(quota(ladder(6), APART, *statements), "a", "b")


def test_a_measure_stands_for_a_demand_only_where_none_was_stated() -> None:
    """Told apart from it; once its party asks for something, that is what a gap begins at."""
    holds, asks = statement("a", "measure", "r4", id="holds"), statement("a", "demand", "r2", id="asks")
    alone, both = (position(quota(ladder(6), APART, *said), "a") for said in ([holds], [holds, asks]))
    assert (alone.is_evidenced, alone.demand.is_stated, alone.asked, alone.ids) == (True, False, alone.measure, ("holds",))
    assert (both.asked, both.measure.is_stated, both.ids) == (both.demand, True, ("asks", "holds"))
    assert both.demand.outcomes.lo.low == 2


def test_a_measure_bounds_no_offer_and_no_limit() -> None:
    """What a party does says nothing of what it would accept: both are as if it had not acted."""
    offer = statement("a", "offer", "r3", id="offer")
    with_it, without = (position(quota(ladder(6), APART, *said), "a") for said in ([offer, statement("a", "measure", "r1", id="holds")], [offer]))
    assert (with_it.offer, with_it.limit, with_it.demand) == (without.offer, without.limit, without.demand)
    assert with_it.measure.outcomes.lo.low == 1


def test_the_distance_lies_between_what_one_asks_and_what_the_other_holds() -> None:
    """Whoever asks goes before whoever only acts; the status knows nothing of what the one who acts would accept."""
    found = between(statement("a", "measure", "r4", id="holds"), statement("b", "demand", "r1", id="asks"))
    lead = table_gap(found)
    assert lead is not None
    assert (lead.asker.party.id, lead.apart, lead.ids) == ("b", Distance(3, 3), ("asks", "holds"))
    assert (found.headline, found.status) == (Distance(3, 3), Status.UNKNOWN)
    assert all(one.part != "demand" or one.party == "b" for one in found.pivots)


def test_two_measures_are_measured_against_each_other() -> None:
    """And agree where they are the same."""
    apart = table_gap(between(statement("a", "measure", "r4"), statement("b", "measure", "r2")))
    assert apart is not None
    assert apart.apart == Distance(2, 2)
    assert between(statement("a", "measure", "r2"), statement("b", "measure", "r2")).headline == Distance(0, 0)


def test_a_demand_goes_before_a_measure_where_an_offer_meets_neither() -> None:
    """The first of the pair holds something, the second asks: the question is what the second asks."""
    lead = table_gap(between(statement("a", "measure", "r5"), statement("b", "demand", "r0"), statement("a", "offer", "r3")))
    assert lead is not None
    assert (lead.asker.party.id, lead.apart) == ("b", Distance(3, 3))


def test_the_newest_measure_counts_and_is_told_by_its_stage() -> None:
    """An announced one gives way to the one in force; within the window of conflict both stand."""
    announced = statement("a", "measure", "r3", id="announced", stage="announced", said="2025-01-01")
    found = position(quota(ladder(6), APART, announced, statement("a", "measure", "r2", id="in-force", said="2025-03-01")), "a")
    assert (found.measure.ids, found.measure.stage, found.set_aside["announced"].kind) == (("in-force",), "in_force", AsideKind.OLDER)
    late = position(quota(ladder(6), APART, announced, statement("a", "measure", "r2", id="in-force", said="2025-01-03")), "a")
    assert {(flag.kind, flag.part) for flag in late.flags if flag.kind == "conflict"} == {("conflict", "measure")}


@pytest.mark.parametrize(
    "wrong", [{"kind": "measure", "stage": None}, {"kind": "demand", "stage": "in_force"}, {"condition": {"type": "if", "says": "it rains"}}]
)
def test_a_measure_has_a_stage_and_no_condition_and_nothing_else_has_one(wrong: dict[str, Any]) -> None:
    """What would be done under a condition is an offer or a threat."""
    words = statement("a", "measure", "r2", id="holds")
    del words["party"]
    Entry.model_validate(words)
    with pytest.raises(ValidationError):
        Entry.model_validate({**words, **wrong})
