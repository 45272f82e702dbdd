"""The fixed sentences about movement, word for word."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Status
from parley.analysis.moved import Course, Movement
from parley.analysis.movement import movement
from parley.analysis.moves import Cause, Turn
from parley.telling.movement import (
    all_told,
    alone_told,
    came_from,
    changes_told,
    conditional_told,
    course_heading,
    course_name,
    issue_told,
    nothing_told,
    published_told,
    whole_told,
)
from parley.telling.moves import cause_name, move_told, step_told, turn_name
from parley.words import say
from tests.making import Words, dataset, issue, ladder, moved, percent, quota, told

AB = {"a": "up", "b": "down"}
NAMES: dict[str, Words] = {"a": {"called": "Northland"}, "b": {"called": "the Skerry Isles", "plural": True}}
A30, B5 = told("a", "demand", 30, "2025-03-01"), told("b", "demand", 5, "2025-03-01")
NO_PLACE = {"unknown": "No figure named."}
REASON = {"not_placeable": "Gives a reason."}
IF = {"type": "if", "says": "the herring return"}


def said(*statements: Words, directions: Words = AB, scale: Words | None = None) -> tuple[str, ...]:
    """The sentence of the issue, and those of its moves."""
    found = moved(quota(scale or percent(), directions, *statements, parties_as=NAMES))
    return say(issue_told(found)), *(say(move_told(one)) for one in found.moves)


def only(*statements: Words, **more: Any) -> str:
    """The sentence of the one move."""
    _, sentence = said(*statements, **more)
    return sentence


# Sure movement


def test_towards_and_away() -> None:
    """Who, which way, how far, from where to where; and what lies between the two then and now."""
    assert said(A30, B5, told("a", "demand", 25, "2025-03-20"), told("b", "demand", 4, "2025-03-20")) == (
        "Northland moved towards the Skerry Isles, the Skerry Isles moved away from Northland. Northland and the Skerry Isles: 25 points apart then, 21 points apart now (Northland took off 5 points, the Skerry Isles added 1 point).",
        "Northland moved towards the Skerry Isles by 5 points: demand was 30 %; now 25 %.",
        "The Skerry Isles moved away from Northland by 1 point: demand was 5 %; now 4 %.",
    )


def test_rungs_are_named_and_counted() -> None:
    """On a ladder the rungs stand with their names; a range keeps both."""
    a, b = told("a", "demand", "r5", "2025-03-01"), told("b", "demand", "r0", "2025-03-01")
    stretch = {"from": "r2", "to": "r4", "reading": "imprecise"}
    assert said(a, b, told("a", "demand", stretch, "2025-03-20"), told("b", "offer", "r1", "2025-03-20"), scale=ladder(6)) == (
        "Northland moved towards the Skerry Isles, the Skerry Isles moved towards Northland. Northland and the Skerry Isles: 5 steps apart then, 1 to 3 steps apart now.",
        "Northland moved towards the Skerry Isles by 1 to 3 steps: demand was Rung 5; now between Rung 2 and Rung 4.",
        "The Skerry Isles made an offer 1 step beyond their demand: Rung 1.",
    )


def test_both_ways() -> None:
    """One party that asks for more and offers more is told as both."""
    assert said(
        A30, B5, told("a", "offer", 28, "2025-03-05"), told("a", "demand", 35, "2025-03-20"), told("a", "offer", 22, "2025-03-20")
    ) == (
        "Northland moved both ways. The Skerry Isles and Northland: 23 points apart then, 17 points apart now (Northland took off 6 points).",
        "Northland moved away from the Skerry Isles by 5 points: demand was 30 %; now 35 %.",
        "Northland moved towards the Skerry Isles by 6 points: offer was 28 %; now 22 %.",
    )  # fmt: skip


def test_an_unchanged_distance_tells_both_moves_with_equal_weight() -> None:
    """Nobody is named for the distance: each by how much, one that may be older as that; on a ladder in steps."""
    eased = told("b", "demand", 6, "2025-03-20")
    assert said(A30, B5, told("a", "demand", 31, "2025-03-20"), eased)[0] == (
        "Northland hardened by 1 point, the Skerry Isles eased by 1 point: the distance is unchanged, 25 points."
    )
    assert said(A30, B5, told("a", "demand", 31, "2025-03-05/2025-03-20"), eased)[0] == (
        "Northland hardened by 1 point (perhaps earlier), the Skerry Isles eased by 1 point: the distance is unchanged, 25 points."
    )
    a, b = told("a", "demand", "r4", "2025-03-01"), told("b", "demand", "r0", "2025-03-01")
    rungs = (told(party, "demand", at, "2025-03-20") for party, at in (("a", "r5"), ("b", "r1")))
    assert (
        said(a, b, *rungs, scale=ladder(6))[0]
        == "Northland hardened by 1 step, the Skerry Isles eased by 1 step: the distance is unchanged, 4 steps."
    )


def test_how_a_party_moved_and_the_distance_stays() -> None:
    """Between which two places it lies, where neither of them moved; that it has bounds alone, where one did; and that there is none."""
    limits = told("a", "red_line", 20, "2025-03-01"), told("a", "red_line", 22, "2025-03-20")
    assert said(A30, B5, *limits)[0] == (
        "Northland moved away from the Skerry Isles. The distance between Northland and the Skerry Isles stays 25 points: "
        "it lies between the demand of Northland and the demand of the Skerry Isles, and neither moved."
    )
    held = told("b", "measure", 3, "2025-03-01"), told("a", "offer", 24, "2025-03-01")
    assert said(A30, *held, *limits)[0] == (
        "Northland moved away from the Skerry Isles. The distance between the Skerry Isles and Northland stays 21 points: "
        "it lies between the measure of the Skerry Isles and the best offer of Northland, and neither moved."
    )
    vague = told("b", "demand", (5, 20), "2025-03-01")
    crossed = told("a", "demand", 15, "2025-03-01"), told("a", "demand", 25, "2025-03-20"), told("b", "demand", (15, 30), "2025-03-20")
    assert said(*crossed[:2], vague, crossed[2])[0].endswith("stays 0 to 10 points: the distance is known within bounds alone.")
    meet = told("a", "demand", 5, "2025-03-01"), told("b", "demand", 30, "2025-03-01"), told("a", "demand", 10, "2025-03-20")
    assert said(*meet)[0] == "Northland moved away from the Skerry Isles. There is still no distance between Northland and the Skerry Isles."


def test_why_it_is_not_known_whether_they_are_closer() -> None:
    """The heading says that it is not known, and the sentence why: nothing to measure then, or now, or not alike, or bounds, or a day."""
    unknown = "Whether Northland and the Skerry Isles are closer is not known: "
    limits = told("a", "red_line", 20, "2025-03-01"), told("a", "red_line", 22, "2025-03-20")
    assert said(told("b", "red_line", 8, "2025-03-01"), *limits)[0] == (
        f"Northland moved away from the Skerry Isles. {unknown}there is no distance to measure on 31 Mar 2025."
    )
    assert said(*limits, told("b", "demand", 5, "2025-03-20"))[0] == (
        f"Northland moved away from the Skerry Isles. {unknown}there was no distance to measure on 10 Mar 2025."
    )
    act = told("a", "measure", 30, "2025-03-01"), told("a", "demand", 28, "2025-03-20")
    assert said(B5, *act, *limits)[0].startswith(
        f"Northland moved away from the Skerry Isles. {unknown}an act and a word, or a hint and a word that commits, are not measured against each other."
    )
    away = told("a", "demand", 32, "2025-03-20")
    assert said(A30, told("b", "demand", (5, 10), "2025-03-01"), away, told("b", "demand", (5, 15), "2025-03-20"))[0] == (
        f"Northland moved away from the Skerry Isles. {unknown}the distance is known within bounds alone. "
        "Northland and the Skerry Isles: 20 to 25 points apart then, 17 to 27 points apart now."
    )
    assert said(A30, B5, away, told("b", "demand", 8, "before 2025-03-20"))[0] == (
        "Northland moved away from the Skerry Isles, the Skerry Isles moved towards Northland (perhaps earlier). "
        f"{unknown}a move may have been made before 10 Mar 2025. "
        "Northland and the Skerry Isles: 25 points apart then, 24 points apart now (Northland added 2 points, the Skerry Isles took off 3 points)."
    )


def test_a_stated_limit_is_called_so() -> None:
    """Never the word of the files."""
    limit = told("a", "red_line", 20, "2025-03-01")
    assert only(A30, B5, limit, told("a", "red_line", 22, "2025-03-20")) == (
        "Northland moved away from the Skerry Isles by 2 points: stated limit was at least 20 %; now at least 22 %."
    )


def test_offers_measured_from_the_demand() -> None:
    """Made, taken back, made short of what had been asked for, perhaps beyond an imprecise demand."""
    offer = told("a", "offer", 20, "2025-03-20")
    assert only(A30, B5, offer) == "Northland made an offer 10 points beyond its demand: 20 %."
    taken = told("b", "offer", 12, "2025-03-05", withdrawn="2025-03-20")
    assert only(A30, B5, taken) == "The Skerry Isles took back their offer, 7 points beyond their demand: 12 %."
    assert said(A30, B5, told("a", "demand", 35, "2025-03-20"), told("a", "offer", 32, "2025-03-20"))[2] == (
        "Northland made an offer 2 points short of its earlier demand: 32 %."
    )
    assert said(A30, B5, told("a", "demand", 28, "2025-03-20"), offer)[2] == "Northland made an offer 10 points beyond its earlier demand: 20 %."
    assert only(told("a", "demand", (20, 30), "2025-03-01"), B5, told("a", "offer", 25, "2025-03-20")) == (
        "Northland made an offer, perhaps beyond its demand: 20 to 25 %."
    )


@pytest.mark.parametrize(
    ("direction", "kind", "before", "after", "words"),
    [
        ("up", "demand", 30, 25, "asked for less, by 5 points: demand was 30 %; now 25 %."),
        ("up", "demand", 30, 31, "asked for more, by 1 point: demand was 30 %; now 31 %."),
        ("up", "offer", 25, 20, "offered more, by 5 points: offer was 25 %; now 20 %."),
        ("down", "demand", 10, 15, "moved up by 5 points: demand was 10 %; now 15 %."),
        ("down", "demand", 10, 5, "moved down by 5 points: demand was 10 %; now 5 %."),
    ],
)
def test_where_both_want_the_same_way(direction: str, kind: str, before: int, after: int, words: str) -> None:
    """There is no towards; and a party that wants a low figure is not said to ask for less when the figure rises."""
    directions = {"a": direction, "b": direction}
    assert only(B5, told("a", kind, before, "2025-03-01"), told("a", kind, after, "2025-03-20"), directions=directions) == f"Northland {words}"


def test_a_party_alone() -> None:
    """With nobody to face and nothing between, only the one is told."""
    assert said(A30, told("a", "demand", 25, "2025-03-20"), directions={"a": "up"}) == (
        "Northland asked for less. Whether that is closer is not known: only one party is shown.",
        "Northland asked for less, by 5 points: demand was 30 %; now 25 %.",
    )


# First heard and taken back


def test_first_heard() -> None:
    """Nothing was held before."""
    assert said(B5, told("a", "demand", 30, "2025-03-20")) == (
        "Northland took a position where none stood.",
        "New demand by Northland: 30 %.",
    )
    assert said(told("b", "demand", NO_PLACE, "2025-03-20"), told("a", "red_line", 20, "2025-03-20")) == (
        "Northland and the Skerry Isles took a position where none stood.",
        "New stated limit by Northland: at least 20 %.",
        "New demand by the Skerry Isles: extent not stated.",
    )


def test_three_are_listed_as_three() -> None:
    """Commas stand between all but the last two."""
    spoke = (told(party, "demand", 30, "2025-03-20") for party in ("a", "b", "c"))
    data = quota(percent(), {**AB, "c": "up"}, *spoke)
    assert say(issue_told(moved(data))).startswith("A, B and C took a position where none stood.")


def test_taken_back() -> None:
    """What it was is told; a condition put on it takes an offer back too."""
    assert said(A30, B5, told("b", "red_line", 20, "2025-03-05", withdrawn="2025-03-20")) == (
        "The Skerry Isles took back a position. Northland and the Skerry Isles: still 25 points apart.",
        "The Skerry Isles took back their stated limit: at most 20 %.",
    )
    assert said(A30, told("b", "demand", 5, "2025-03-20"), told("a", "rationale", REASON, "2025-03-20", supersedes=["s0"])) == (
        "The Skerry Isles took a position where none stood; Northland took back a position.",
        "Northland took back its demand: 30 %.",
        "New demand by the Skerry Isles: 5 %.",
    )
    assert only(A30, B5, told("a", "offer", 20, "2025-03-05"), told("a", "offer", 20, "2025-03-20", supersedes=["s2"], condition=IF)) == (
        "Northland took back its offer, 10 points beyond its demand: 20 %."
    )


# What only looks like movement


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (30, 30, "Northland said its demand again: 30 %."),
        ((20, 30), 25, "The demand of Northland is reported more precisely: was 20 to 30 %; now 25 %."),
        (30, (20, 35), "The demand of Northland is reported less precisely: was 30 %; now 20 to 35 %."),
        (
            (20, 30),
            (25, 35),
            "The demand of Northland is reported otherwise; whether it came closer is not known: was 20 to 30 %; now 25 to 35 %.",
        ),
    ],
)
def test_told_otherwise(before: Any, after: Any, words: str) -> None:
    """Nobody surely moved, and the sentence does not say so."""
    assert only(told("a", "demand", before, "2025-03-01"), B5, told("a", "demand", after, "2025-03-20")) == words


def test_nobody_surely_moved() -> None:
    """The distance is told all the same, and so is that nothing changed."""
    assert said(A30, B5, told("a", "demand", (20, 35), "2025-03-20"))[0] == (
        "No party is certain to have moved. Northland and the Skerry Isles: 25 points apart then, 15 to 30 points apart now."
    )
    assert said(A30, B5) == ("No position changed. Northland and the Skerry Isles: still 25 points apart.",)


def test_a_day_that_is_not_known() -> None:
    """The step is told with the doubt about its day."""
    assert said(A30, B5, told("a", "demand", 25, "before 2025-03-20")) == (
        "No party is certain to have moved. Northland and the Skerry Isles: 25 points apart then, 20 points apart now.",
        "Northland moved towards the Skerry Isles by 5 points: demand was 30 %; now 25 % (perhaps earlier, as not every date is known).",
    )


def test_found_since() -> None:
    """Said before and published later is told as such; what it changed stands beside it."""
    late = {"reported": "2025-03-20"}
    assert only(B5, told("a", "demand", 25, "2025-03-05", **late)) == "The demand of Northland was said before, and published only later: 25 %."
    assert only(A30, B5, told("a", "offer", 20, "2025-03-05", **late)) == (
        "An offer of Northland was said before, and published only later: without it 30 %; with it 20 %."
    )
    assert only(A30, B5, told("a", "demand", 25, "2025-03-05", supersedes=["s0"], **late)) == (
        "A demand of Northland was said before, and published only later: without it 30 %; with it 25 %."
    )


def test_run_out() -> None:
    """What ran out and what is left; and the distance that leads is not left at what it was before."""
    assert said(A30, B5, told("a", "offer", 20, "2025-03-05", expires="2025-03-15")) == (
        "No party is certain to have moved. The Skerry Isles and Northland: still 15 points apart. After what ran out: 25 points apart.",
        "The offer of Northland ran out: 20 %; left is 30 %.",
    )
    assert said({**A30, "expires": "2025-03-15"}, B5) == (
        "No party is certain to have moved. Northland and the Skerry Isles: still 25 points apart. After what ran out: not known.",
        "The demand of Northland ran out: 30 %.",
    )


# What is no move


def also_happened(*statements: Words) -> list[tuple[str, tuple[str, ...]]]:
    """All that is told after the moves, with the statements that each rests on."""
    data = quota(percent(), AB, A30, B5, *statements, parties_as=NAMES)
    found = moved(data)
    return [(say(one), one.ids) for one in all_told(found, data)[len(found.moves) :]]


def test_a_new_threat_stands_beside_the_one_before_it() -> None:
    """Each with its day and what it depends on; threats never make a gap."""
    assert also_happened(told("a", "threat", 40, "2025-03-05"), told("a", "threat", 50, "2025-03-20", condition=IF)) == [
        (
            "Newest threat by Northland: 50 %, if the herring return (20 Mar 2025); before it: 40 % (5 Mar 2025). Threats are never placed in a gap.",
            ("s3", "s2"),
        ),
    ]


def test_which_threat_is_the_newest_may_not_be_known() -> None:
    """All that may be are told, and the doubt is said."""
    assert also_happened(told("b", "threat", 40, "2025-03-20"), told("b", "threat", 50, "2025-03")) == [
        (
            "Newest threat by the Skerry Isles: 40 % (20 Mar 2025) and 50 % (Mar 2025); which came last is not known. "
            "Threats are never placed in a gap.",
            ("s2", "s3"),
        ),
    ]


def test_what_changed_no_position_is_counted_by_kind() -> None:
    """One and several, in the order of the kinds."""
    less = [told("a", "threat", REASON, "2025-03-20"), told("a", "offer", 22, "2025-03-20"), told("a", "offer", 23, "2025-03-20")]
    assert also_happened(told("a", "offer", 20, "2025-03-20"), *less) == [
        ("Also said, changing no position: 2 offers, 1 threat.", ("s3", "s4", "s5")),
    ]


def test_a_new_statement_under_a_condition_is_told_in_its_own_words() -> None:
    """Whose it is, what it depends on, what was said, and when."""
    assert also_happened(told("b", "red_line", 20, "2025-03-20", condition=IF)) == [
        ("New stated limit by the Skerry Isles, if the herring return: b red_line (20 Mar 2025)", ("s2",)),
    ]
    data = quota(percent(), AB, A30)
    with pytest.raises(ValueError, match="depends on nothing"):
        conditional_told(data.statements[0], data)


def test_a_step_on_the_way_stands_with_its_day() -> None:
    """What it was comes first, then when; it begins with a capital, whatever the name does."""
    data = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-12", withdrawn="2025-03-20"), parties_as={"a": {"called": "the Northland"}})
    assert [say(step_told(one, data)) for one in moved(data).on_the_way] == [
        "The Northland made an offer 10 points beyond its demand: 20 % (12 Mar 2025, between the two dates).",
        "The Northland took back its offer, 10 points beyond its demand: 20 % (20 Mar 2025, between the two dates).",
    ]
    data = quota(percent(), AB, B5, told("a", "demand", 20, "2025-03-12", withdrawn="2025-03-20"))
    assert [say(step_told(one, data)) for one in moved(data).on_the_way] == [
        "New demand by A: 20 % (12 Mar 2025, between the two dates).",
        "A took back its demand: 20 % (20 Mar 2025, between the two dates).",
    ]


def test_changes_stand_by_the_last_day_on_which_they_can_have_been_made() -> None:
    """Whoever made them; of one day what the two dates compared come to stands after the step that led there."""
    stage = {"stage": "in_force"}
    data = quota(
        ladder(6), AB, told("a", "measure", "r1", "2025-03-12", **stage), told("b", "offer", "r3", "2025-03-15"),
        told("a", "measure", "r4", "2025-03-18", **stage), told("a", "measure", "r5", "before 2025-03-25", **stage),
        told("b", "demand", "r1", "2025-03-13"),
    )  # fmt: skip
    assert [say(one) for _, one in changes_told(moved(data), data)] == [
        "New measure by A: Rung 1 (12 Mar 2025, between the two dates).",
        "New demand by B: Rung 1.",
        "B made an offer 2 steps beyond its demand: Rung 3 (15 Mar 2025, between the two dates).",
        "New offer by B: Rung 3.",
        "New measure by A: between Rung 4 and Rung 5 (perhaps earlier, as not every date is known).",
    ]


# Names


def test_every_turn_cause_and_course_has_a_name_of_its_own() -> None:
    """None falls to the last form of its sentence."""
    assert len({say(turn_name(one)) for one in Turn}) == len(Turn)
    assert len({say(cause_name(one)) for one in Cause}) == len(Cause)
    assert len({say(course_name(one)) for one in Course}) == len({say(course_heading(one)) for one in Course}) == len(Course)


# Evidence


def test_sentences_rest_on_statements() -> None:
    """The sentence of a move on what moved it, that of the issue also on what its distance rests on."""
    found = moved(quota(percent(), AB, A30, B5, told("a", "demand", 25, "2025-03-20"), told("a", "threat", 40, "2025-03-20")))
    assert [move_told(one).ids for one in found.moves] == [("s2",)]
    assert issue_told(found).ids == ("s0", "s1", "s2")


# The whole


def whole(*turns: str) -> Movement:
    """Issues on which Northland came closer, went away, did both, took a position where none stood, repeated itself, or was silent."""
    more = {
        "towards": [told("a", "demand", 25, "2025-03-20")],
        "away": [told("a", "demand", 35, "2025-03-20")],
        "both": [told("a", "demand", 35, "2025-03-20"), told("a", "offer", 20, "2025-03-20")],
        "new": [told("a", "red_line", 10, "2025-03-20")],
        "looks": [told("a", "demand", 30, "2025-03-20")],
        "found": [told("a", "offer", 20, "2025-03-05", reported="2025-03-20")],
        "still": [],
    }
    issues = [issue(percent(), AB, id=f"i{number}", name=f"Issue {number}") for number in range(len(turns))]
    data = dataset(issues, [{**one, "issue": f"i{number}"} for number, turn in enumerate(turns) for one in (A30, B5, *more[turn])])
    return movement(data, data.negotiation.parties, date(2025, 3, 10), date(2025, 3, 31), ALL_EVIDENCE)


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (["still"], "no position is certain to have moved on 1 issue."),
        (["still", "still"], "no position is certain to have moved on any of 2 issues."),
        (["towards"], "positions moved on 1 of 1 issue: closer on 1."),
        (["towards", "towards", "away", "both", "still"], "positions moved on 4 of 5 issues: closer on 3, further apart on 1."),
        (["away", "new"], "positions moved on 1 of 2 issues: further apart on 1. On 1 issue A took a position where none stood."),
        (["looks", "still"], "no position is certain to have moved on any of 2 issues. On 1 issue it only looks like movement."),
        (
            ["towards", "new", "looks", "looks"],
            "positions moved on 1 of 4 issues: closer on 1. On 1 issue A took a position where none stood; on 2 issues it only looks like movement.",
        ),
    ],
)
def test_the_whole_in_one_sentence(turns: list[str], words: str) -> None:
    """How many issues moved and which way, then what was new, then what only looks like it."""
    assert say(whole_told(whole(*turns))) == f"From 10 Mar 2025 to 31 Mar 2025 {words}"


def test_what_was_published_later_is_counted() -> None:
    """None, one and several; the ids are those of the statements."""
    assert published_told(whole("towards")) is None
    one, two = published_told(whole("found")), published_told(whole("found", "found"))
    assert one is not None
    assert two is not None
    assert (say(one), one.ids) == (
        "1 statement said by then was published only after 10 Mar 2025: a briefing on that day could not show them.",
        ("s2",),
    )
    assert (say(two), two.ids) == (
        "2 statements said by then were published only after 10 Mar 2025: a briefing on that day could not show them.", ("s2", "s5"),
    )  # fmt: skip


def test_issues_on_which_nothing_was_said_are_named() -> None:
    """In one sentence; none where each has news."""
    found, without = whole("still", "towards", "still"), whole("towards")
    told_of = nothing_told(found)
    assert told_of is not None
    assert say(told_of) == "Nothing was said, or reasons alone, on Issue 0, Issue 2."
    assert nothing_told(without) is None


def test_whose_words_alone_change_what_is_possible() -> None:
    """One party's, either's, or nobody's."""
    limits = told("a", "red_line", 20, "2025-03-01"), told("b", "red_line", 10, "2025-03-01")
    a_yields, b_yields = told("a", "red_line", 8, "2025-03-20"), told("b", "red_line", 22, "2025-03-20")
    told_of = [alone_told(moved(quota(percent(), AB, A30, B5, *limits, *more, parties_as=NAMES))) for more in ((), (a_yields,), (a_yields, b_yields))]
    assert [say(one) if one else None for one in told_of] == [
        None,
        "What Northland said changed the status by itself.",
        "What Northland said would have changed the status by itself, and so would what the Skerry Isles said.",
    ]


def test_a_status_before_is_told_with_its_issue() -> None:
    """In a cell, so without a full stop."""
    assert say(came_from(whole("still").issues[0].issue, Status.BLOCKED)) == "Issue 0, blocked before"
