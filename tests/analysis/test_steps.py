"""One step from a date to a later one, by itself: what a party said in between, as if nothing had run out, and whether it surely was said then."""

from __future__ import annotations

from datetime import date
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.steps import said_moves
from parley.dataset import Dataset
from tests.making import Words, percent, quota, told

AB = {"a": "up", "b": "down"}
TARGETS = {"a": "target", "b": "target"}
A30, B5 = told("a", "demand", 30, "2025-03-01"), told("b", "demand", 5, "2025-03-01")


def steps(data: Dataset, since: str = "2025-03-10", until: str = "2025-03-31", party: str = "a") -> list[tuple[Any, ...]]:
    """Return of each move the part, what became of it, how far it went, by which statements, and whether surely between the dates."""
    issue = data.negotiation.issue_by_id["quota"]
    whose = data.negotiation.party_by_id[party]
    found = said_moves(data, issue, whose, date.fromisoformat(since), date.fromisoformat(until), ALL_EVIDENCE, {"a": "b", "b": "a"})
    return [(one.part, one.turn.name, one.by, one.ids, one.is_dated) for one in found]


def of(*said: Words, ways: dict[str, str] = AB) -> list[tuple[Any, ...]]:
    return steps(quota(percent(), ways, *said, B5))


def test_what_ran_out_in_between_is_no_step() -> None:
    """An offer and a demand that ended by their own terms stand as if they had not, also from the very day on which they did."""
    for day in ("2025-03-10", "2025-03-20"):
        assert of({**A30, "expires": day}) == []
        assert of(A30, told("a", "offer", 20, "2025-03-05", expires=day)) == []
    # What ran out before the first date is not brought back: the offer of the 12th is the first that is held.
    gone = told("a", "offer", 20, "2025-03-02", expires="2025-03-09")
    assert of(A30, gone, told("a", "offer", 22, "2025-03-12", expires="2025-03-20")) == [("offer", "TOWARDS", (8, 8), ("s2",), True)]


def test_each_party_has_steps_of_its_own_however_often_it_is_asked() -> None:
    """What A's statements say of days is not taken for what B's do: B's first word ran out, A's second did."""
    data = quota(
        percent(), AB,
        A30, told("a", "demand", 28, "2025-03-12"), told("a", "offer", 20, "2025-03-05", expires="2025-03-20"),
        told("b", "offer", 10, "2025-02-27", expires="2025-03-25"), B5, told("b", "demand", 8, "2025-03-15"),
    )  # fmt: skip
    of_a, of_b = [("demand", "TOWARDS", (2, 2), ("s1",), True)], [("demand", "TOWARDS", (3, 3), ("s5",), True)]
    assert [steps(data, party=party) for party in "abab"] == [of_a, of_b, of_a, of_b]


def test_what_has_only_a_last_day_may_have_been_said_before_the_first_date() -> None:
    """So that its step is not surely one between the dates; one with a first day in between is."""
    assert of(A30, told("a", "demand", 25, "before 2025-03-20")) == [("demand", "TOWARDS", (5, 5), ("s1",), False)]
    assert of(A30, told("a", "demand", 25, "2025-03-10/2025-03-20")) == [("demand", "TOWARDS", (5, 5), ("s1",), False)]
    assert of(A30, told("a", "demand", 25, "2025-03-11/2025-03-20")) == [("demand", "TOWARDS", (5, 5), ("s1",), True)]


def test_what_may_be_older_than_another_of_its_kind_is_tried_as_the_older() -> None:
    """On the first day on which it can have been said: then the other is the newer, unless both were said within a week."""
    late = "2025-03-11/2025-03-31"
    assert of(A30, told("a", "demand", 30, "2025-03-20"), told("a", "demand", 25, late)) == [("demand", "TOWARDS", (5, 5), ("s2",), False)]
    assert of(A30, told("a", "demand", 26, "2025-03-20"), told("a", "demand", 25, late)) == [("demand", "TOWARDS", (5, 5), ("s2",), True)]
    # As the older it would still stand beside the demand of the 12th, between 25 and 35; left out, 30 would only have been said again.
    beside = [A30, told("a", "demand", 30, "2025-03-12"), told("a", "demand", (25, 35), late)]
    assert of(*beside) == [("demand", "VAGUER", (-5, 5), ("s2",), True)]
    # So it does where it ran out before the second date.
    beside[2] = told("a", "demand", (25, 35), "2025-03-11/2025-03-28", expires="2025-03-29")
    assert of(*beside) == [("demand", "VAGUER", (-5, 5), ("s2",), True)]


def test_of_two_words_together_either_may_be_known_only_by_its_last_day() -> None:
    """They clear up what was vague, and did so even if that one was said first."""
    vague = told("a", "demand", (20, 30), "2025-03-08")
    found = of(vague, told("a", "demand", 25, "2025-03-20"), told("a", "demand", 26, "before 2025-03-22"))
    assert found == [("demand", "CLEARER", (-6, 5), ("s1", "s2"), True)]


def test_of_two_that_want_one_value_each_goes_towards_what_the_other_asks_of_it() -> None:
    """From 30 to 20: towards B, which asks 5 of A, and away from it where it asks 45; also where the day of the step is not sure."""
    spoken = {"B to A": told("b", "demand", 5, "2025-03-08", to=["a"]), "B to all": told("b", "demand", 45, "2025-02-20")}
    said = [A30, told("a", "demand", 25, "2025-03-12"), told("a", "demand", 20, "2025-03-11/2025-03-31")]
    for whose, turn, by in ((("B to A", "B to all"), "TOWARDS", (10, 10)), (("B to all",), "AWAY", (-10, -10))):
        data = quota(percent(), TARGETS, *said, *(spoken[one] for one in whose))
        assert steps(data) == [("demand", turn, by, ("s2",), True)]
