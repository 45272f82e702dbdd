"""What each speaker of a party says, and the rule that decides between them, word for word."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parley.analysis.outcomes import Span
from parley.analysis.positions import Part
from parley.dataset import Dataset
from parley.telling.voices import rule_told, voice_place, voice_told, voices_at_one_place, whole_voice
from parley.words import say
from tests.making import ladder, percent, quota, statement
from tests.speaking import PEOPLE, held, said, voices

UP = {"a": "up"}
OFFICIAL = "A speaker who may not commit A does not replace its official line."


def told(data: Dataset, **more: Any) -> list[tuple[Part, list[tuple[str, str, str, bool]], str]]:
    """By part: the letter, name, words and whether it counts of each voice, and the rule."""
    return [
        (one.part, [(each.key, each.speaker.shown, say(voice_place(each)), each.counts) for each in one.voices], say(rule_told(one)))
        for one in voices(data, **more)
    ]


# Demands and limits


def test_two_officials_within_the_window_both_count() -> None:
    """Neither replaces the other, so both count and the demand is somewhere between; the rule rests on both."""
    data = held(said("president", "demand", 30, "2025-03-05"), said("secretary", "demand", 25, "2025-03-01"))
    rule = "Both were said within 7 days of the newest official word and none replaces another, so the demand is somewhere from 25 to 30 %."
    assert told(data) == [("demand", [("a", "President Holm", "30 %", True), ("b", "Secretary Vik", "25 %", True)], rule)]
    (found,) = voices(data)
    assert (found.party.id, found.rule.ids) == ("a", ("s0", "s1"))
    assert [(one.ids, one.place, one.newest.said.text) for one in found.voices] == [
        (("s0",), Span(Fraction(30), Fraction(30)), "2025-03-05"),
        (("s1",), Span(Fraction(25), Fraction(25)), "2025-03-01"),
    ]


def test_a_president_beyond_the_window_replaces_the_secretary() -> None:
    """The newest official statement counts; the secretary's stays a voice, and does not."""
    data = held(said("president", "demand", 30, "2025-03-20"), said("secretary", "demand", 25, "2025-03-01"))
    rule = "The newest by a speaker who may commit A counts: President Holm, 20 Mar 2025."
    assert told(data) == [("demand", [("a", "President Holm", "30 %", True), ("b", "Secretary Vik", "25 %", False)], rule)]


@pytest.mark.parametrize(("speaker", "name"), [("adviser", "adviser"), ("leak", "diplomats")])
def test_whoever_may_not_commit_the_party_does_not_replace_an_official(speaker: str, name: str) -> None:
    """An adviser's or a leak's newer and softer word is a voice, and the official's older one counts."""
    data = held(said("president", "demand", 30, "2025-03-01"), said(speaker, "demand", 20, "2025-03-20", attribution="anonymous_source"))
    rule = f"The newest by a speaker who may commit A counts: President Holm, 1 Mar 2025. {OFFICIAL}"
    assert told(data) == [("demand", [("a", "President Holm", "30 %", True), ("b", name, "20 %", False)], rule)]


def test_the_rule_fits_a_party_that_is_several() -> None:
    """Of a party that sentences treat as several it says "their"."""
    statements = said("president", "demand", 30, "2025-03-01"), said("leak", "demand", 20, "2025-03-20")
    data = quota(percent(), UP, *statements, parties_as={"a": {**PEOPLE, "called": "the Isles", "plural": True}})
    ((_, _, rule),) = told(data)
    assert rule.endswith("A speaker who may not commit the Isles does not replace their official line.")


def test_where_nobody_may_commit_the_party_the_newest_counts() -> None:
    """Two leaks far apart in time: the newer counts, and the rule says that neither binds the party."""
    data = held(said("leak", "red_line", 20, "2025-03-01"), said("adviser", "red_line", 15, "2025-03-20"))
    rule = "None of these speakers may commit A, so the newest counts: adviser, 20 Mar 2025."
    assert told(data) == [("limit", [("a", "adviser", "at least 15 %", True), ("b", "diplomats", "at least 20 %", False)], rule)]


def test_only_some_of_three_count() -> None:
    """Two officials within the window count, a third from before it does not; the rule speaks of those that count."""
    data = held(
        said("president", "demand", 30, "2025-03-20"), said("secretary", "demand", 25, "2025-03-19"), said("adviser", "demand", 40, "2025-03-01")
    )
    ((_, found, rule),) = told(data)
    assert [(name, counts) for _, name, _, counts in found] == [("President Holm", True), ("Secretary Vik", True), ("adviser", False)]
    assert rule == (
        "Those that count were said within 7 days of the newest official word and none replaces another, so the demand is somewhere from 25 to 30 %. "
        "A speaker who may not commit A does not replace its official line."
    )


@pytest.mark.parametrize(("window", "words"), [(0, "on the day of"), (1, "within 1 day of"), (3, "within 3 days of")])
def test_the_rule_names_the_window_of_the_issue(window: int, words: str) -> None:
    """It is the issue's own number of days; without a window, the day itself. Of leaks alone no word is official."""
    officials = held(said("president", "demand", 30), said("secretary", "demand", 25), conflict_days=window)
    assert told(officials)[0][2].startswith(f"Both were said {words} the newest official word and")
    leaks = held(said("leak", "demand", 30), said("adviser", "demand", 25), said("leak", "demand", 20), conflict_days=window)
    assert told(leaks)[0][2].startswith(f"Both were said {words} the newest word and")


def test_two_who_agree_stand_under_one_rule_against_a_third() -> None:
    """Both who name the place that counts are named with their dates, the newest first."""
    data = held(
        said("president", "demand", 30, "2025-03-20"), said("secretary", "demand", 30, "2025-03-19"), said("leak", "demand", 25, "2025-03-01")
    )
    assert told(data)[0][2] == (
        "The newest by a speaker who may commit A counts: President Holm, 20 Mar 2025 and Secretary Vik, 19 Mar 2025. "
        "A speaker who may not commit A does not replace its official line."
    )


# Offers


def test_offers_that_fall_short_of_the_demand_are_voices_without_an_offer() -> None:
    """Nobody offers more than the party asks for; the rule says so."""
    data = held(said("president", "demand", 20), said("president", "offer", 25), said("secretary", "offer", 30))
    ((part, found, rule),) = told(data)
    assert (part, [counts for *_, counts in found]) == ("offer", [False, False])
    assert rule == "Offers add up; none of these goes beyond the demand."


# What the other parts make of it


def test_the_rule_says_where_the_other_parts_move_the_place() -> None:
    """Two limits make one from 15 to 25; an offer of 20 bounds it, and the sentence names what is drawn and rests on the offer too."""
    data = held(said("president", "red_line", 25), said("secretary", "red_line", 15), said("president", "offer", 20, id="offered"))
    ((_, _, rule),) = told(data)
    assert rule.endswith(
        "is at least 15 %, perhaps even 25 %. Together with the other parts of the position, the stated limit is at least 15 %, perhaps even 20 %."
    )
    assert "offered" in voices(data)[0].rule.ids


# Voices


def test_who_says_what() -> None:
    """By the speaker's name and place; whole, under the letter, with when, on whose word and whether it counts."""
    data = held(said("president", "demand", 30), said("leak", "demand", 20, "2025-03-20", attribution="anonymous_source"))
    (found,) = voices(data)
    assert [(say(voice_told(one)), voice_told(one).ids) for one in found.voices] == [("President Holm: 30 %", ("s0",)), ("diplomats: 20 %", ("s1",))]
    assert [say(whole_voice(one)) for one in found.voices] == [
        "a) President Holm: 30 % (1 Mar 2025, on record)",
        "b) diplomats: 20 % (20 Mar 2025, unnamed source, not counted)",
    ]
    both = voices_at_one_place(found.party, found.part, found.voices)
    assert (say(both), both.ids) == ("A, demand: 30 % (a President Holm, 1 Mar 2025; b diplomats, 20 Mar 2025)", ("s0", "s1"))


def test_rungs_are_named() -> None:
    """On a ladder a voice stands on a rung, in the rung's name."""
    data = quota(ladder(6), UP, statement("a", "demand", "r5"), statement("a", "demand", ("r3", "r4"), speaker="envoy"))
    assert [say(voice_place(one)) for one in voices(data)[0].voices] == ["between Rung 3 and Rung 4", "Rung 5"]
