"""Where the ball lies: who moved last and when, which conditions are open, what comes next, how long it has been quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from parley.analysis.court import Court, court, last_mover_sentence, quiet_words
from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.moves import Turn
from parley.dataset import Dataset
from parley.dates import PartialDate
from parley.model import Event, Source
from tests.making import Words, percent, quota, told

AB = {"a": "up", "b": "down"}
NAMES: dict[str, Words] = {"a": {"called": "Northland"}, "b": {"called": "the Skerry Isles", "plural": True}}
A30, B5 = told("a", "demand", 30, "2025-03-01"), told("b", "demand", 5, "2025-03-02")
IF = {"type": "if", "says": "the herring return"}


def data(*statements: Words, directions: Words = AB, events: tuple[Words, ...] = (), **issued: str) -> Dataset:
    """The statements, with events told of by sources of these names and days of issue."""
    found = quota(percent(), directions, *statements, parties_as=NAMES)
    typed = tuple(Event.model_validate({"what": "They meet.", "source": "gazette", **one}) for one in events)
    sources: dict[str, Source] = dict(found.sources)
    for key, on in issued.items():
        sources[key] = found.sources["gazette"].model_copy(update={"id": key, "issued": PartialDate.parse(on)})
    return replace(found, negotiation=found.negotiation.model_copy(update={"events": typed}), sources=sources)


def on(found: Dataset, day: str = "2025-03-31", cut: EvidenceCut = ALL_EVIDENCE) -> Court:
    return court(found, found.negotiation.issues[0], found.negotiation.parties, date.fromisoformat(day), cut)


def last(found: Dataset, day: str = "2025-03-31", **more: Any) -> str | None:
    sentence = last_mover_sentence(on(found, day, **more))
    return sentence.text if sentence else None


# Who moved last


def test_who_moved_last_and_when() -> None:
    """The newest day on which a position moved; a day on which it was only repeated is not one."""
    found = data(A30, B5, told("a", "demand", 25, "2025-03-10"), told("b", "demand", 8, "2025-03-20"), told("b", "demand", 8, "2025-03-28"))
    assert last(found) == "20 Mar 2025: the Skerry Isles, towards Northland by 3 points (demand: 8 %)."
    assert last(found, "2025-03-19") == "10 Mar 2025: Northland, towards the Skerry Isles by 5 points (demand: 25 %)."
    assert [(one.party.id, one.turn, one.ids) for one in on(found).last] == [("b", Turn.TOWARDS, ("s3",))]
    assert [one.id for one in on(found).last_said] == ["s3"]


def test_all_that_moved_on_that_day_is_told() -> None:
    """Two parties on one day, and away told as plainly."""
    found = data(A30, B5, told("a", "demand", 35, "2025-03-20"), told("b", "offer", 10, "2025-03-20"))
    assert last(found) == (
        "20 Mar 2025: Northland, away from the Skerry Isles by 5 points (demand: 35 %); the Skerry Isles, towards Northland by 5 points (offer: 10 %)."
    )


def test_nobody_has_moved() -> None:
    """First words are no move, and neither is a threat."""
    found = data(A30, B5, told("a", "threat", 40, "2025-03-20"))
    assert (on(found).last, last(found)) == ((), None)
    assert last(data()) is None


def test_a_day_is_told_as_exactly_as_it_is_known() -> None:
    """Of a statement known by its month, or by its last day alone, no day is made up."""
    for said, words in (("2025-03", "Mar 2025"), ("before 2025-03-20", "Before 20 Mar 2025"), ("2025-03-18/2025-03-20", "18 to 20 Mar 2025")):
        found = data(
            told("a", "demand", 30, "2025-01-01"), told("b", "demand", 5, "2025-01-02"), told("a", "demand", 25, said, reported="2025-03-21")
        )
        assert last(found) == f"{words}: Northland, towards the Skerry Isles by 5 points (demand: 25 %)."


def test_what_was_taken_back_moved_on_the_day_of_its_withdrawal() -> None:
    """Not on the day on which it had been said."""
    found = data(A30, B5, told("a", "offer", 20, "2025-03-05", withdrawn="2025-03-20"))
    assert last(found) == "20 Mar 2025: Northland, away from the Skerry Isles by 10 points (offer: 30 %)."
    assert last(found, "2025-03-19") == "5 Mar 2025: Northland, towards the Skerry Isles by 10 points (offer: 20 %)."


def test_a_withdrawal_known_by_month_counts_from_its_first_day() -> None:
    """As it does for positions: what may have been taken back counts no longer."""
    found = data(A30, B5, told("a", "offer", 20, "2025-03-05", withdrawn="2025-04"))
    assert last(found, "2025-04-10") == "Apr 2025: Northland, away from the Skerry Isles by 10 points (offer: 30 %)."


def test_the_evidence_cut_is_kept() -> None:
    """What a cut leaves out moved nobody, opened no condition and broke no silence."""
    weak = {"attribution": "anonymous_source"}
    found = data(A30, B5, told("a", "demand", 25, "2025-03-20", **weak), told("b", "offer", 9, "2025-03-21", condition=IF, **weak))
    shown = on(found, cut=ON_RECORD)
    assert (shown.last, shown.conditions, shown.quiet_days) == ((), (), 29)
    shown = on(found)
    assert ([one.ids for one in shown.last], [one.id for one in shown.conditions], shown.quiet_days) == ([("s2",)], ["s3"], 10)


@pytest.mark.parametrize(
    ("direction", "after", "words"),
    [("up", 25, "asking for less by 5 points"), ("up", 35, "asking for more by 5 points"), ("down", 35, "up by 5 points")],
)
def test_a_last_mover_that_faces_nobody(direction: str, after: int, words: str) -> None:
    """Where both want the same way there is no towards."""
    found = data(A30, B5, told("a", "demand", after, "2025-03-20"), directions={"a": direction, "b": direction})
    assert last(found) == f"20 Mar 2025: Northland, {words} (demand: {after} %)."


# Conditions


def test_open_conditions_are_those_of_offers_in_force() -> None:
    """An offer made to one party alone waits as well; one taken back, run out or replaced waits no more."""
    offer = {"kind": "offer", "condition": IF}
    found = data(
        A30, B5,
        told("a", at=20, on="2025-03-05", **offer), told("b", at=9, on="2025-03-06", to=["a"], **offer),
        told("a", at=19, on="2025-03-05", withdrawn="2025-03-10", **offer), told("a", at=18, on="2025-03-05", expires="2025-03-10", **offer),
        told("b", at=8, on="2025-03-05", **offer), told("b", "offer", 8, "2025-03-10", supersedes=["s6"]),
    )  # fmt: skip
    assert [one.id for one in on(found).conditions] == ["s2", "s3"]
    assert [one.id for one in on(found, "2025-03-05").conditions] == ["s2", "s4", "s5", "s6"]


# Ahead


def test_the_next_event_that_was_known_by_then() -> None:
    """Of this issue or of all, after the day, told of by a document published by then; by its short name where it has one."""
    found = data(
        A30, B5, early="2025-03-01", late="2025-04-15",
        events=(
            {"id": "past", "date": "2025-03-05", "source": "early"},
            {"id": "second", "date": "2025-05", "short": "Bergen", "source": "early"},
            {"id": "third", "date": "2025-06-01", "source": "early"},
            {"id": "elsewhere", "date": "2025-04-20", "issues": ["patrols"], "source": "early"},
            {"id": "surprise", "date": "2025-04-25", "issues": ["quota"], "what": "A vote.", "source": "late"},
        ),
    )  # fmt: skip

    def ahead(day: str) -> tuple[str, str, str] | None:
        one = on(found, day).ahead
        return (one.what, one.when.text, one.source.id) if one else None

    assert [ahead(day) for day in ("2025-03-04", "2025-03-05", "2025-04-14", "2025-04-15", "2025-04-25", "2025-05-31", "2025-06-01")] == [
        ("They meet.", "2025-03-05", "early"),
        ("Bergen", "2025-05", "early"),
        ("Bergen", "2025-05", "early"),
        ("A vote.", "2025-04-25", "late"),
        ("Bergen", "2025-05", "early"),
        ("They meet.", "2025-06-01", "early"),
        None,
    ]


def test_the_next_statement_to_run_out() -> None:
    """It lies ahead through its last day; what was taken back or replaced has no end to wait for."""
    found = data(
        A30, B5,
        told("a", "offer", 20, "2025-03-05", expires="2025-04-10"), told("a", "offer", 21, "2025-03-05", expires="2025-04-05", withdrawn="2025-03-20"),
        told("b", "offer", 9, "2025-03-05", expires="2025-04-02"), told("b", "offer", 8, "2025-03-25", supersedes=["s4"]),
    )  # fmt: skip
    ahead = on(found).ahead
    assert ahead is not None
    assert (ahead.what, ahead.when.text, ahead.ids, ahead.source.id) == ("a offer (runs out)", "2025-04-10", ("s2",), "gazette")
    assert on(found, "2025-04-10").ahead is not None
    assert on(found, "2025-04-11").ahead is None
    before = on(found, "2025-03-19").ahead
    assert before is not None
    assert before.ids == ("s4",)


# Silence


def test_how_long_it_has_been_quiet() -> None:
    """Since the newest statement of any kind; its date as exactly as it is known."""
    found = data(A30, told("a", "rationale", {"not_placeable": "A reason."}, "2025-03-20"))
    assert [quiet_words(on(found, day)) for day in ("2025-02-28", "2025-03-01", "2025-03-21", "2025-03-31")] == [
        "Nothing said yet",
        "1 Mar 2025",
        "20 Mar 2025, quiet for 1 day",
        "20 Mar 2025, quiet for 11 days",
    ]
    assert quiet_words(on(data(told("a", "demand", 30, "2025-02")), "2025-03-10")) == "Feb 2025, quiet for at least 10 days"
    assert on(data(B5), "2025-03-01").quiet_days is None
