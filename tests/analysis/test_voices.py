"""The voices within a position: what each speaker says of each part, whether it counts, and the rule that decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.outcomes import Span
from parley.analysis.positions import Part, Position, position_as_of
from parley.analysis.voices import PartVoices, voices_of
from parley.dataset import Dataset
from tests.generating import Talks, day, talks
from tests.making import TODAY, ladder, percent, position, quota, statement

UP = {"a": "up"}
PEOPLE = {
    "speakers": [
        {"id": "president", "name": "President Holm", "commits": True},
        {"id": "secretary", "name": "Secretary Vik", "commits": True},
        {"id": "adviser", "name": "adviser (unnamed)", "commits": False},
        {"id": "leak", "name": "diplomats (unnamed)", "commits": False},
    ]
}
OFFICIAL = "A speaker who may not commit A does not replace its official line."


def said(speaker: str, kind: str, at: Any, on: str = "2025-03-01", **more: Any) -> dict[str, Any]:
    return statement("a", kind, at, speaker=speaker, said=on, **more)


def held(*statements: dict[str, Any], direction: str = "up", **more: Any) -> Dataset:
    return quota(percent(), {"a": direction}, *statements, parties_as={"a": PEOPLE}, **more)


def voices(data: Dataset, as_of: date = TODAY, cut: EvidenceCut = ALL_EVIDENCE) -> tuple[PartVoices, ...]:
    return voices_of(data, [position(data, "a", as_of, cut)])


def told(data: Dataset, **more: Any) -> list[tuple[Part, list[tuple[str, str, str, bool]], str]]:
    """By part: the letter, name, words and whether it counts of each voice, and the rule."""
    return [(one.part, [(each.key, each.name, each.words, each.counts) for each in one.voices], one.rule.text) for one in voices(data, **more)]


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
    assert told(data) == [("limit", [("a", "adviser", "15 %", True), ("b", "diplomats", "20 %", False)], rule)]


def test_only_some_of_three_count() -> None:
    """Two officials within the window count, a third from before it does not; the rule speaks of those that count."""
    data = held(
        said("president", "demand", 30, "2025-03-20"), said("secretary", "demand", 25, "2025-03-19"), said("adviser", "demand", 40, "2025-03-01")
    )
    ((_, found, rule),) = told(data)
    assert [(name, counts) for _, name, _, counts in found] == [("President Holm", True), ("Secretary Vik", True), ("adviser", False)]
    assert rule == (
        "Those that count were said within 7 days of the newest official word and none replaces another, so the demand is somewhere from 25 to 30 %."
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
    assert told(data)[0][2] == "The newest by a speaker who may commit A counts: President Holm, 20 Mar 2025 and Secretary Vik, 19 Mar 2025."


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
    assert [(one.words, one.ids, one.newest.id) for one in found.voices] == [("40 %", ("s3",), "s3"), ("25 to 30 %", ("s1", "s2"), "s2")]


def test_a_voice_of_which_only_a_part_counts_counts() -> None:
    """The secretary's two words make one voice; the older lies outside the president's window, so the rule speaks of the newer alone."""
    data = held(
        said("secretary", "demand", 20, "2025-03-01", id="old"),
        said("secretary", "demand", 25, "2025-03-07"),
        said("president", "demand", 30, "2025-03-10"),
    )
    ((_, found, rule),) = told(data)
    assert found == [("a", "President Holm", "30 %", True), ("b", "Secretary Vik", "20 to 25 %", True)]
    assert rule.endswith("so the demand is somewhere from 25 to 30 %.")


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
    assert [(one.name, one.words) for one in found.voices] == [("President Holm", "40 %"), ("diplomats", "25 %")]
    (found,) = voices(held(first, {**again, "speaker": "secretary"}))
    assert [(one.name, one.words) for one in found.voices] == [("Secretary Vik", "20 to 25 %"), ("diplomats", "25 %")]


def test_what_counts_may_repeat_what_no_longer_does() -> None:
    """The newer report of a position stands for it, and stays a voice beside the older one."""
    first, again = said("leak", "demand", 25, "2025-02-01", id="first"), said("adviser", "demand", (20, 25), "2025-03-03", repeats="first")
    (found,) = voices(held(first, again))
    assert [(one.name, one.words, one.counts) for one in found.voices] == [("adviser", "20 to 25 %", True), ("diplomats", "25 %", False)]


def test_a_cut_that_leaves_out_a_speaker_leaves_out_the_voice() -> None:
    """On record only, the unnamed adviser is not heard; with a second official left there are still voices, without there are none."""
    adviser = said("adviser", "demand", 20, attribution="anonymous_source")
    president, secretary = said("president", "demand", 30), said("secretary", "demand", 25)
    names = [one.name for one in voices(held(president, secretary, adviser), cut=ON_RECORD)[0].voices]
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
    assert told(data) == [
        ("offer", [("a", "President Holm", "20 %", True), ("b", "Secretary Vik", "25 %", False)], "Offers add up: the furthest counts.")
    ]
    assert voices(data)[0].rule.ids == ("furthest", "more")


def test_offers_that_fall_short_of_the_demand_are_voices_without_an_offer() -> None:
    """Nobody offers more than the party asks for; the rule says so."""
    data = held(said("president", "demand", 20), said("president", "offer", 25), said("secretary", "offer", 30))
    ((part, found, rule),) = told(data)
    assert (part, [counts for *_, counts in found]) == ("offer", [False, False])
    assert rule == "Offers add up; none of these goes beyond the demand."


def test_an_offer_under_a_condition_is_no_voice() -> None:
    """It stands apart at its price, and says nothing against the offer that is free of one."""
    condition = {"type": "if", "says": "the herring return"}
    assert voices(held(said("president", "offer", 25), said("secretary", "offer", 20, condition=condition))) == ()


# What the other parts make of it


def test_the_rule_says_where_the_other_parts_move_the_place() -> None:
    """Two limits make one from 15 to 25; an offer of 20 bounds it, and the sentence names what is drawn and rests on the offer too."""
    data = held(said("president", "red_line", 25), said("secretary", "red_line", 15), said("president", "offer", 20, id="offered"))
    ((_, _, rule),) = told(data)
    assert rule.endswith("is somewhere from 15 to 25 %. Together with the other parts of the position, the stated limit is 15 to 20 %.")
    assert "offered" in voices(data)[0].rule.ids


def test_a_target_has_voices_too() -> None:
    """Whoever wants one value is heard at it; a stretch in which anything is fine is heard over all of it."""
    data = held(said("president", "demand", 20), said("secretary", "demand", {"from": "10", "to": "15", "reading": "acceptable"}), direction="target")
    (found,) = voices(data)
    assert [(one.words, one.place) for one in found.voices] == [
        ("20 %", Span(Fraction(20), Fraction(20))),
        ("10 to 15 %", Span(Fraction(10), Fraction(15))),
    ]


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
    assert [(one.party.id, one.part, [(each.key, each.name) for each in one.voices]) for one in found] == [
        ("a", "demand", [("a", "President Holm"), ("b", "Secretary Vik")]),
        ("a", "offer", [("c", "adviser"), ("a", "President Holm")]),
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


def test_rungs_are_named() -> None:
    """On a ladder a voice stands on a rung, in the rung's name."""
    data = quota(ladder(6), UP, statement("a", "demand", "r5"), statement("a", "demand", ("r3", "r4"), speaker="envoy"))
    assert [one.words for one in voices(data)[0].voices] == ["“Rung 3” to “Rung 4”", "“Rung 5”"]
