"""What is said of all pairs of several principals, beside the pair that leads."""

from __future__ import annotations

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import OverviewRow, overview
from parley.dataset import Dataset
from parley.telling.gap_cell import gap_cell
from parley.telling.glance_answer import answer
from parley.telling.whole import whole_told
from parley.words import say
from tests.making import TODAY, ladder, quota, statement

UP_DOWN_UP = {"a": "up", "b": "down", "c": "up"}
SAID = [statement("a", "demand", "r3"), statement("b", "demand", "r0"), statement("b", "offer", "r1"), statement("c", "demand", "r5")]


def row(data: Dataset) -> OverviewRow:
    (found,) = overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    return found


def test_the_widest_pair_and_the_statuses_stand_beside_the_pair_that_leads() -> None:
    """A and B are named in the file; C asks for more than A, and nothing lies between A and C."""
    found = row(quota(ladder(6), UP_DOWN_UP, *SAID, headline=["a", "b"]))
    told = "Of 3 pairs 2 open, 1 without a status; widest: B – C, 4 steps apart."
    assert [say(one.told) for one in gap_cell(found) if one.kind == "whole"] == [told]
    assert say(answer(found).whole) == told
    assert answer(found).status is None
    assert [one.ids for one in gap_cell(found) if one.kind == "whole"] == [("s1", "s2", "s3", "s0")]


def test_where_the_pair_that_leads_is_the_widest_it_is_not_named_again() -> None:
    """Its distance stands there already."""
    found = row(quota(ladder(6), UP_DOWN_UP, *SAID, headline=["c", "b"]))
    assert say(whole_told(found)) == "Of 3 pairs 2 open, 1 without a status; none is wider apart."


def test_two_principals_are_the_whole_themselves() -> None:
    """A third party beside them makes no pairs of its own, and a pair is not told twice."""
    data = quota(ladder(6), UP_DOWN_UP, *SAID, headline=["a", "b"], parties_as={"c": {"role": "third_party"}})
    assert whole_told(row(data)) is None


def test_nothing_is_said_of_pairs_of_which_nothing_is_known() -> None:
    """One of three has spoken."""
    assert whole_told(row(quota(ladder(6), UP_DOWN_UP, SAID[0], headline=["a", "b"]))) is None


def test_pairs_that_agree_and_no_distance() -> None:
    """All three ask for the same; two of the pairs are told to agree, and none lies apart."""
    said = [statement(one, "demand", "r2") for one in "abc"]
    assert say(whole_told(row(quota(ladder(6), UP_DOWN_UP, *said, headline=["a", "b"])))) == (
        "Of 3 pairs 2 agreed, 1 without a status; none is wider apart."
    )
