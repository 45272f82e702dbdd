"""The words for where the ball lies: who moved last and when, what comes next, how long it has been quiet."""

from __future__ import annotations

import pytest

from parley.dataset import Dataset
from parley.telling.court import last_mover, last_word, what_comes_next
from parley.words import say
from tests.courts import A30, B5, data, on
from tests.making import told


def last(found: Dataset, day: str = "2025-03-31") -> str | None:
    sentence = last_mover(on(found, day))
    return say(sentence) if sentence else None


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
