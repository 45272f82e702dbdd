"""Why a statement carries no part of a position, word for word, and how several that were left out are counted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from parley.analysis.aside import CONDITIONAL, EXPIRED, FUTURE, NEVER_OWN, NOT_FURTHEST, TO_OTHERS, WITHDRAWN, Aside, AsideKind
from parley.analysis.evidence import ALL_EVIDENCE, OFFICIALS, ON_RECORD, EvidenceCut
from parley.analysis.positions import position_as_of
from parley.dataset import Dataset
from parley.telling.aside import left_out, why_aside
from parley.words import say
from tests.generating import Talks, day, talks
from tests.making import TODAY, percent, position, quota, statement

UP = {"a": "up"}
NOT_OWN = "A forecast or a third party's reading is never the party's own position."


def said(kind: str, at: Any, on: str = "2025-03-01", **more: Any) -> dict[str, Any]:
    return statement("a", kind, at, said=on, **more)


def reasons(*statements: dict[str, Any], on: date = TODAY, cut: EvidenceCut = ALL_EVIDENCE) -> dict[str, str]:
    """The words for which statements are set aside, by id."""
    data = quota(percent(), UP, *statements)
    return why(data, position(data, "a", on, cut).set_aside)


def why(data: Dataset, set_aside: Any) -> dict[str, str]:
    return {key: say(why_aside(one, data.statement_by_id[key], data)) for key, one in set_aside.items()}


def test_what_is_never_placed_says_so() -> None:
    """A threat with a place; a reason and a demand without one in the words of the files."""
    assert reasons(said("threat", 30), said("rationale", {"not_placeable": "Gives a reason."})) == {
        "s0": "Threats and reasons are shown but never placed in a gap.",
        "s1": "Not placed: Gives a reason.",
    }
    unnamed = said("demand", {"not_placeable": "Other concessions are not named."})
    assert reasons(unnamed) == {"s0": "Not placed: Other concessions are not named."}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"on": "2025-04-10"}, "It was said after the date shown."),
        ({"expires": "2025-03-15"}, "It ran out (15 Mar 2025)."),
        ({"expires": "2025-02"}, "It ran out (Feb 2025)."),
        ({"withdrawn": "2025-03-10"}, "It was withdrawn (10 Mar 2025)."),
        ({"withdrawn": "before 2025-03-10"}, "It was withdrawn (before 10 Mar 2025)."),
        ({"conveyance": "forecast"}, NOT_OWN),
        ({"attribution": "third_party_analysis"}, NOT_OWN),
        ({"condition": {"type": "if", "says": "it rains"}}, "It stands only under its condition, which is not known to be met."),
        ({"to": ["b"]}, "It is addressed to B."),
        ({"to": ["b"], "to_others": "Westfjord"}, "It is addressed to B, Westfjord."),
        ({"to_others": "Eastisle"}, "It is addressed to Eastisle."),
    ],
)
def test_a_statement_by_itself_says_why(more: dict[str, Any], words: str) -> None:
    """With its own days, addressees and conditions."""
    one = said("offer", 20, **more)
    data = quota(percent(), {"a": "up", "b": "down"}, one)
    found = position_as_of(data, "a", "quota", TODAY, ALL_EVIDENCE, towards=None)
    assert why(data, found.set_aside) == {"s0": words}


@pytest.mark.parametrize(("cut", "name"), [(ON_RECORD, "on record only"), (OFFICIALS, "officials, named or not")])
def test_the_cut_that_leaves_it_out_is_named(cut: EvidenceCut, name: str) -> None:
    """By its name."""
    assert reasons(said("demand", 20, attribution="reporter"), cut=cut) == {"s0": f"The evidence shown ({name}) leaves it out."}


def test_another_statement_in_its_place() -> None:
    """What replaces it is named by its id; what is newer, goes further or names a place is not."""
    old, new = said("demand", 20, id="old"), said("demand", 25, "2025-03-02", supersedes=["old"])
    assert reasons(old, new) == {"old": "A later statement replaces it: s1."}
    assert reasons(old, said("demand", 25, "2025-03-30")) == {"old": "A newer statement stands in its place."}
    assert reasons(said("demand", 30), said("offer", 20), said("offer", 25)) == {"s2": "Another statement goes further."}
    unnamed = said("demand", {"unknown": "No figure named."})
    assert reasons(said("demand", 30), unnamed) == {"s1": "It names no place on the scale, and another statement does."}
    leak = said("demand", 25, "2025-03-30", speaker="leak")
    assert reasons(said("demand", 30), leak) == {"s1": "Its speaker cannot commit the party, so it does not replace an official statement."}


def test_a_replacement_is_what_the_reason_rests_on() -> None:
    """The sentence carries the ids of what replaces the statement."""
    data = quota(percent(), UP, said("demand", 20, id="old"))
    told = why_aside(Aside(AsideKind.REPLACED, ("new", "newer")), data.statements[0], data)
    assert (say(told), told.ids) == ("A later statement replaces it: new, newer.", ("new", "newer"))


def test_what_was_left_out_is_counted_by_its_reason() -> None:
    """In a fixed order; what another statement of the party stands for is not left out."""
    cut = Aside(AsideKind.CUT, cut=ON_RECORD)
    row = left_out([WITHDRAWN, cut, TO_OTHERS, cut, NEVER_OWN, EXPIRED, FUTURE, NOT_FURTHEST, CONDITIONAL])
    assert row is not None
    assert say(row) == ("2 statements left out by the evidence shown, 1 forecast or reading by others, 1 withdrawn, 1 run out, 1 addressed to others")
    assert left_out([NOT_FURTHEST, FUTURE]) is None


@given(talks())
def test_whatever_is_set_aside_has_its_sentence(found: Talks) -> None:
    """With a full stop, for every reason that can be met."""
    data = found.dataset()
    for party in found.directions:
        set_aside = position_as_of(data, party, "quota", day(found.as_of), found.cut).set_aside
        assert all(one.endswith(".") for one in why(data, set_aside).values())
