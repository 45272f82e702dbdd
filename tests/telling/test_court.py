"""The words for where the ball lies: who spoke last and who has not answered, who moved last and when, what comes next, how long it has been quiet."""

from __future__ import annotations

import pytest

from parley.analysis.court import court
from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import Dataset
from parley.telling.court import last_mover, last_word, what_comes_next, whose_turn
from parley.words import say
from tests.courts import A30, B5, data, on
from tests.making import TODAY, told


def last(found: Dataset, day: str = "2025-03-31") -> str | None:
    sentence = last_mover(on(found, day))
    return say(sentence) if sentence else None


def turn(found: Dataset, day: str = "2025-03-31") -> str:
    return say(whose_turn(on(found, day), found.negotiation.party_by_id))


# Who spoke last


def test_who_spoke_last_and_who_has_not_answered() -> None:
    """By name, with the day as exactly as it is known; the sentence rests on the newest words of both."""
    found = data(A30, B5, told("a", "offer", 20, "2025-03-10"))
    assert turn(found) == "Northland spoke last (10 Mar 2025); the Skerry Isles have not answered in the evidence shown."
    assert turn(found, "2025-03-02") == "The Skerry Isles spoke last (2 Mar 2025); Northland has not answered in the evidence shown."
    assert whose_turn(on(found), found.negotiation.party_by_id).ids == ("s2", "s1")
    assert turn(data(A30)) == "Only Northland has spoken (1 Mar 2025); nothing by the Skerry Isles is in the evidence shown."


def test_why_it_cannot_be_told_who_spoke_last() -> None:
    """Both on one day, days of which either may be the later, or no word at all."""
    cannot = "Who spoke last cannot be told: "
    assert turn(data(A30, told("b", "demand", 5, "2025-03-01"))) == f"{cannot}Northland and the Skerry Isles both spoke on 1 Mar 2025."
    assert turn(data(told("a", "demand", 30, "2025-03"), B5)) == (
        f"{cannot}the newest words of Northland (Mar 2025) and of the Skerry Isles (2 Mar 2025) may have come in either order."
    )
    month = told("b", "demand", 5, "2025-03")
    assert turn(data(told("a", "demand", 30, "2025-03"), month)) == (
        f"{cannot}the newest words of Northland (Mar 2025) and of the Skerry Isles (Mar 2025) may have come in either order."
    )
    assert turn(data()) == f"{cannot}nothing by Northland or the Skerry Isles is in the evidence shown."
    held = data(A30, B5)
    alone = court(held, held.negotiation.issues[0], held.negotiation.parties[:1], TODAY, ALL_EVIDENCE)
    assert say(whose_turn(alone, held.negotiation.party_by_id)) == f"{cannot}only one party is shown."


def test_who_waits_for_whom_is_told_where_a_condition_says_so() -> None:
    """By its own words alone: a condition that must come first, and names who is to meet it; the same told once."""
    first = {"type": "if", "says": "the isles first open their ports", "timing": "first", "by": "b"}
    offer = told("a", "offer", 20, "2025-03-10", condition=first)
    spoke = "Northland spoke last (10 Mar 2025); the Skerry Isles have not answered in the evidence shown."
    waits = f"{spoke} An offer by Northland waits for the Skerry Isles to act first."
    assert turn(data(A30, B5, offer)) == turn(data(A30, B5, offer, {**offer, "place": {"at": "19"}})) == waits
    assert turn(data(A30, B5, {**offer, "condition": {**first, "timing": "during"}})) == spoke
    assert turn(data(A30, B5, {**offer, "condition": {key: one for key, one in first.items() if key != "by"}})) == spoke


# Who moved last


def test_who_moved_last_and_when() -> None:
    """The newest day on which a position moved; a day on which it was only repeated is not one."""
    found = data(A30, B5, told("a", "demand", 25, "2025-03-10"), told("b", "demand", 8, "2025-03-20"), told("b", "demand", 8, "2025-03-28"))
    assert last(found) == "20 Mar 2025, the Skerry Isles moved towards Northland by 3 points (demand: 8 %)."
    assert last(found, "2025-03-19") == "10 Mar 2025, Northland moved towards the Skerry Isles by 5 points (demand: 25 %)."


def test_all_that_moved_on_that_day_is_told() -> None:
    """Two parties on one day, and away told as plainly."""
    found = data(A30, B5, told("a", "demand", 35, "2025-03-20"), told("b", "offer", 10, "2025-03-20"))
    assert last(found) == (
        "20 Mar 2025, Northland moved away from the Skerry Isles by 5 points (demand: 35 %); the Skerry Isles moved towards Northland by 5 points (offer: 10 %)."
    )


def test_nobody_has_moved() -> None:
    """First words are no move, and neither is a threat."""
    found = data(A30, B5, told("a", "threat", 40, "2025-03-20"))
    assert last(found) is None
    assert last(data()) is None


def test_a_day_is_told_as_exactly_as_it_is_known() -> None:
    """Of a statement known by its month, or by its last day alone, no day is made up."""
    for said, words in (("2025-03", "Mar 2025"), ("before 2025-03-20", "Before 20 Mar 2025"), ("2025-03-18/2025-03-20", "18 to 20 Mar 2025")):
        found = data(
            told("a", "demand", 30, "2025-01-01"), told("b", "demand", 5, "2025-01-02"), told("a", "demand", 25, said, reported="2025-03-21")
        )
        assert last(found) == f"{words}, Northland moved towards the Skerry Isles by 5 points (demand: 25 %)."


def test_what_was_taken_back_moved_on_the_day_of_its_withdrawal() -> None:
    """Not on the day on which it had been said."""
    found = data(A30, B5, told("a", "offer", 20, "2025-03-05", withdrawn="2025-03-20"))
    assert last(found) == "20 Mar 2025, Northland moved away from the Skerry Isles by 10 points (offer: 30 %)."
    assert last(found, "2025-03-19") == "5 Mar 2025, Northland moved towards the Skerry Isles by 10 points (offer: 20 %)."


def test_a_withdrawal_known_by_month_counts_from_its_first_day() -> None:
    """As it does for positions: what may have been taken back counts no longer."""
    found = data(A30, B5, told("a", "offer", 20, "2025-03-05", withdrawn="2025-04"))
    assert last(found, "2025-04-10") == "Apr 2025, Northland moved away from the Skerry Isles by 10 points (offer: 30 %)."


@pytest.mark.parametrize(
    ("direction", "after", "words"),
    [("up", 25, "asked for less by 5 points"), ("up", 35, "asked for more by 5 points"), ("down", 35, "moved up by 5 points")],
)
def test_a_last_mover_that_faces_nobody(direction: str, after: int, words: str) -> None:
    """Where both want the same way there is no towards."""
    found = data(A30, B5, told("a", "demand", after, "2025-03-20"), directions={"a": direction, "b": direction})
    assert last(found) == f"20 Mar 2025, Northland {words} (demand: {after} %)."


def test_which_of_two_moved_last_may_not_be_known() -> None:
    """Each with its day, and the doubt said; the sentence rests on what both said."""
    found = data(A30, B5, told("a", "demand", 25, "2025-03-20"), told("b", "demand", 8, "2025-03-18/2025-03-20"))
    sentence = last_mover(on(found))
    assert sentence is not None
    assert sentence.ids == ("s2", "s3")
    assert say(sentence) == (
        "20 Mar 2025, Northland moved towards the Skerry Isles by 5 points (demand: 25 %); "
        "18 to 20 Mar 2025, the Skerry Isles moved towards Northland by 3 points (demand: 8 %). Which came last is not known."
    )


# Ahead


def test_what_comes_next_stands_with_its_day() -> None:
    """An event by its label, a statement by what was said and that it runs out; only the statement has an id to open."""
    found = data(
        A30, B5, told("a", "offer", 20, "2025-03-05", expires="2025-04-10"), events=({"id": "vote", "date": "2025-04", "what": "they vote", "source": "early"},), early="2025-03-01",
    )  # fmt: skip
    told_of = [what_comes_next(ahead) for day in ("2025-03-31", "2025-04-11") if (ahead := on(found, day).ahead)]
    assert [(say(one), one.ids) for one in told_of] == [("A offer (runs out), 10 Apr 2025", ("s2",)), ("They vote, Apr 2025", ())]


# Silence


def test_how_long_it_has_been_quiet() -> None:
    """Since the newest statement of any kind; its date as exactly as it is known."""
    found = data(A30, told("a", "rationale", {"not_placeable": "A reason."}, "2025-03-20"))
    assert [say(last_word(on(found, day))) for day in ("2025-02-28", "2025-03-01", "2025-03-21", "2025-03-31")] == [
        "Nothing said yet",
        "1 Mar 2025",
        "20 Mar 2025, then quiet for 1 day",
        "20 Mar 2025, then quiet for 11 days",
    ]
    assert say(last_word(on(data(told("a", "demand", 30, "2025-02")), "2025-03-10"))) == "Feb 2025, then quiet for at least 10 days"
