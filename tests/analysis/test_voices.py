"""The voices within a position: what each speaker says of each part, whether it counts, and the rule that decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.evidence import ON_RECORD
from parley.analysis.outcomes import Span
from parley.analysis.positions import Part, Position, position_as_of
from parley.analysis.voices import PartVoices, voices_of
from parley.dataset import Dataset
from tests.generating import Talks, day, talks
from tests.making import percent, position, quota, statement
from tests.speaking import PEOPLE, held, said, voices

UP = {"a": "up"}


def span(low: int, high: int | None = None) -> Span:
    return Span(Fraction(low), Fraction(low if high is None else high))


def heard(found: PartVoices) -> list[tuple[str, str, Span, bool]]:
    """The letter, name, place and whether it counts of each voice."""
    return [(one.key, one.speaker.shown, one.place, one.counts) for one in found.voices]


# What is a voice, and what is not


def test_there_are_no_voices_where_speakers_agree_or_only_one_speaks() -> None:
    """Two who name the same place do not differ, and one person's change of mind is not two voices."""
    assert voices(held(said("president", "demand", 30), said("secretary", "demand", 30))) == ()
    assert voices(held(said("president", "demand", 30, "2025-03-20"), said("president", "demand", 25))) == ()
    assert voices(held()) == ()


def test_a_demand_and_a_limit_are_not_each_other_s_voices() -> None:
    """Speakers differ within a part; that one asks for more than another rules out is no difference between them."""
    assert voices(held(said("president", "demand", 30), said("secretary", "red_line", 20))) == ()


def test_a_speaker_s_own_two_words_at_one_time_are_one_voice() -> None:
    """Said within the window they make that speaker's voice inexact, as they would make the position; an older one is gone from it."""
    data = held(
        said("secretary", "demand", 45, "2025-02-01"),
        said("secretary", "demand", 25, "2025-03-01"),
        said("secretary", "demand", 30, "2025-03-03"),
        said("president", "demand", 40, "2025-03-04"),
    )
    (found,) = voices(data)
    assert [(one.place, one.ids, one.newest.id) for one in found.voices] == [(span(40), ("s3",), "s3"), (span(25, 30), ("s1", "s2"), "s2")]


def test_a_voice_of_which_only_a_part_counts_counts() -> None:
    """The secretary's two words make one voice; the older lies outside the president's window, so the rule speaks of the newer alone."""
    data = held(
        said("secretary", "demand", 20, "2025-03-01", id="old"),
        said("secretary", "demand", 25, "2025-03-07"),
        said("president", "demand", 30, "2025-03-10"),
    )
    (found,) = voices(data)
    assert heard(found) == [("a", "President Holm", span(30), True), ("b", "Secretary Vik", span(20, 25), True)]
    assert (found.rule.kind, found.rule.together, found.rule.fitted) == ("kept_apart", span(25, 30), None)


def test_an_offer_without_a_place_is_no_voice() -> None:
    """Who offers an unnamed amount names no place that could differ."""
    assert voices(held(said("president", "offer", 20), said("secretary", "offer", {"unknown": "No figure named."}))) == ()


@pytest.mark.parametrize(
    "gone",
    [
        {"withdrawn": "2025-03-10"},
        {"expires": "2025-03-10"},
        {"said": "2025-04-10"},
        {"to": ["b"]},
        {"conveyance": "forecast"},
        {"attribution": "third_party_analysis"},
        {"place": {"unknown": "No figure named."}},
        {"place": {"not_placeable": "Gives a reason."}},
        {"kind": "threat"},
    ],
)
def test_what_is_not_live_or_admitted_is_no_voice(gone: dict[str, Any]) -> None:
    """Withdrawn, expired, still to come, addressed to others, a forecast, without a place or a threat: nobody's voice."""
    kept = said("secretary", "demand", 25, "2025-03-01")
    statements = [said("president", "demand", 30, "2025-03-05"), kept]
    assert len(voices(quota(percent(), {"a": "up", "b": "down"}, *statements, parties_as={"a": PEOPLE}))) == 1
    statements[1] = {**kept, **gone}
    assert voices(quota(percent(), {"a": "up", "b": "down"}, *statements, parties_as={"a": PEOPLE})) == ()


def test_a_superseded_voice_is_gone() -> None:
    """What a later statement says it replaces is nobody's word any more."""
    old, new = said("secretary", "demand", 25, id="old"), said("president", "demand", 30, "2025-03-05")
    assert len(voices(held(old, new))) == 1
    assert voices(held(old, {**new, "supersedes": ["old"]})) == ()


def test_the_same_position_found_twice_is_one_voice() -> None:
    """Whoever is said to repeat a leak adds no voice of their own; what an official repeats stands for itself."""
    first, official = said("leak", "demand", 25, id="first"), said("president", "demand", 40, "2025-03-02")
    again = said("adviser", "demand", (20, 25), "2025-03-03", repeats="first")
    (found,) = voices(held(first, again, official))
    assert [(one.speaker.shown, one.place) for one in found.voices] == [("President Holm", span(40)), ("diplomats", span(25))]
    (found,) = voices(held(first, {**again, "speaker": "secretary"}))
    assert [(one.speaker.shown, one.place) for one in found.voices] == [("Secretary Vik", span(20, 25)), ("diplomats", span(25))]


def test_what_counts_may_repeat_what_no_longer_does() -> None:
    """The newer report of a position stands for it, and stays a voice beside the older one."""
    first, again = said("leak", "demand", 25, "2025-02-01", id="first"), said("adviser", "demand", (20, 25), "2025-03-03", repeats="first")
    (found,) = voices(held(first, again))
    assert [(one.speaker.shown, one.place, one.counts) for one in found.voices] == [("adviser", span(20, 25), True), ("diplomats", span(25), False)]


def test_a_cut_that_leaves_out_a_speaker_leaves_out_the_voice() -> None:
    """On record only, the unnamed adviser is not heard; with a second official left there are still voices, without there are none."""
    adviser = said("adviser", "demand", 20, attribution="anonymous_source")
    president, secretary = said("president", "demand", 30), said("secretary", "demand", 25)
    names = [one.speaker.shown for one in voices(held(president, secretary, adviser), cut=ON_RECORD)[0].voices]
    assert names == ["President Holm", "Secretary Vik"]
    assert len(voices(held(president, adviser))) == 1
    assert voices(held(president, adviser), cut=ON_RECORD) == ()


def test_voices_are_those_of_the_day_shown() -> None:
    """Before the president spoke there was one voice; a day later there are two."""
    data = held(said("secretary", "demand", 25, "2025-03-01"), said("president", "demand", 30, "2025-03-20"))
    assert voices(data, as_of=date(2025, 3, 19)) == ()
    assert len(voices(data, as_of=date(2025, 3, 20))) == 1


# Offers


def test_offers_add_up_and_each_speaker_s_furthest_is_the_voice() -> None:
    """The secretary offers less than the president; of the secretary's two offers the further is the voice, and only the furthest of all counts."""
    data = held(
        said("president", "offer", 20, id="furthest"),
        said("secretary", "offer", 28, id="first"),
        said("secretary", "offer", 25, "2025-03-20", id="more"),
    )
    (found,) = voices(data)
    assert (found.part, heard(found)) == ("offer", [("a", "President Holm", span(20), True), ("b", "Secretary Vik", span(25), False)])
    assert (found.rule.kind, found.rule.ids) == ("adds_up", ("furthest", "more"))


def test_an_offer_under_a_condition_is_no_voice() -> None:
    """It stands apart at its price, and says nothing against the offer that is free of one."""
    condition = {"type": "if", "says": "the herring return"}
    assert voices(held(said("president", "offer", 25), said("secretary", "offer", 20, condition=condition))) == ()


def test_a_target_has_voices_too() -> None:
    """Whoever wants one value is heard at it; a stretch in which anything is fine is heard over all of it."""
    data = held(said("president", "demand", 20), said("secretary", "demand", {"from": "10", "to": "15", "reading": "acceptable"}), direction="target")
    (found,) = voices(data)
    assert [one.place for one in found.voices] == [span(20), span(10, 15)]


# The rule


def test_the_rule_that_made_the_position() -> None:
    """At about one time both count, later the newest; a leak gives way to an official, and an offer short of the demand is none."""
    president, secretary = said("president", "demand", 30, "2025-03-20"), said("secretary", "demand", 25, "2025-03-19")
    leak = said("leak", "demand", 20, "2025-03-31")
    ways = [
        ([president, secretary], ("kept_apart", True, True, False)),
        ([president, {**secretary, "said": "before 2025-03-20"}], ("kept_apart", True, False, False)),
        ([president, {**secretary, "said": "2025-03-01"}], ("newest", True, True, False)),
        ([president, leak], ("newest", True, True, True)),
        ([said("adviser", "demand", 30), leak], ("newest", False, True, False)),
        ([said("president", "demand", 10), said("president", "offer", 15), said("secretary", "offer", 20)], ("adds_nothing", True, True, False)),
    ]
    for statements, expected in ways:
        found = voices(held(*statements))[-1]
        assert (found.rule.kind, found.is_official, found.is_surely_near, found.rule.keeps_official) == expected


def test_where_the_other_parts_move_the_place() -> None:
    """Two limits make one from 15 to 25; an offer of 20 bounds it, and the rule rests on the offer too."""
    data = held(said("president", "red_line", 25), said("secretary", "red_line", 15), said("president", "offer", 20, id="offered"))
    (found,) = voices(data)
    assert (found.rule.together, found.rule.fitted, found.rule.ids) == (span(15, 25), span(15, 20), ("offered", "s0", "s1"))
    assert found.rule.window == 7


# Letters


def test_a_speaker_keeps_one_letter_through_all_parts_and_parties() -> None:
    """Letters run on from part to part and party to party, and a speaker met again keeps the first."""
    statements = [
        said("president", "demand", 30, "2025-03-02"),
        said("secretary", "demand", 25),
        said("adviser", "offer", 10),
        said("president", "offer", 20),
        statement("b", "demand", 0, said="2025-03-02"),
        statement("b", "demand", 5, speaker="envoy"),
    ]
    data = quota(percent(), {"a": "up", "b": "down"}, *statements, parties_as={"a": PEOPLE})
    found = voices_of(data, [position(data, "a"), position(data, "b")])
    assert [(one.party.id, one.part, [(each.key, each.speaker.shown) for each in one.voices]) for one in found] == [
        ("a", "demand", [("a", "President Holm"), ("b", "Secretary Vik")]),
        ("a", "offer", [("a", "President Holm"), ("c", "adviser")]),
        ("b", "demand", [("d", "minister"), ("e", "envoy")]),
    ]


def test_letters_do_not_run_out() -> None:
    """After z comes a2."""
    people = [{"id": f"p{number:02}", "name": f"speaker {number}", "commits": True} for number in range(28)]
    statements = [statement("a", "demand", number, speaker=one["id"]) for number, one in enumerate(people)]
    data = quota(percent(), UP, *statements, parties_as={"a": {"speakers": people}})
    assert [one.key for one in voices(data)[0].voices][24:] == ["y", "z", "a2", "b2"]


# Laws


def spoken(found: Talks, data: Dataset, party: str) -> dict[Part, dict[str, Span]]:
    """By part, where each speaker stands."""
    at: Position = position_as_of(data, party, "quota", day(found.as_of), found.cut)
    return {one.part: {each.speaker.id: each.place for each in one.voices} for one in voices_of(data, [at])}


@given(talks())
def test_every_voice_rests_on_the_party_s_own_statements(found: Talks) -> None:
    """By the day shown, of that speaker and about that part; and what counts lies behind the position."""
    data = found.dataset()
    for party in found.directions:
        at = position_as_of(data, party, "quota", day(found.as_of), found.cut)
        for one in voices_of(data, [at]):
            kind = "red_line" if one.part == "limit" else one.part
            assert len({each.place for each in one.voices}) > 1
            assert any(each.counts for each in one.voices) or one.part == "offer"
            for each in one.voices:
                assert each.ids
                assert set(each.ids) <= set(one.rule.ids)
                assert each.counts == any(id_ in at.ids for id_ in each.ids)
                for told_by in each.statements:
                    assert (told_by.party, told_by.speaker, told_by.kind) == (party, each.speaker.id, kind)
                    assert told_by.day <= at.as_of


@given(talks(plain=True), st.data())
def test_without_a_speaker_exactly_that_voice_is_gone(found: Talks, data: st.DataObject) -> None:
    """The others say where they stand as before. Premise: nobody replaces or repeats another's statement."""
    speakers = ("minister", "envoy", "leak")
    found = replace(found, said=tuple(replace(one, speaker=data.draw(st.sampled_from(speakers))) for one in found.said))
    everything = found.dataset()
    for party in found.directions:
        before = spoken(found, everything, party)
        for speaker in speakers:
            own = [one.id for one in everything.statements_of(party, "quota") if one.speaker == speaker]
            left = {part: {who: place for who, place in by.items() if who != speaker} for part, by in before.items()}
            assert spoken(found, everything.without(own), party) == {part: by for part, by in left.items() if len(set(by.values())) > 1}
