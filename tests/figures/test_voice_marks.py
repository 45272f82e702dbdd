"""The marks of the voices: one for each place, on the side of a limit that is refused, in lanes in which none meets another."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given

from parley.analysis.positions import position_as_of
from parley.analysis.voices import voices_of
from parley.figures.voice_marks import NARROWEST, VoiceMark, voice_marks
from tests.generating import Talks, day, talks
from tests.making import Words, ladder, percent, position, quota, statement

SIX = Fraction(64, 10)  # the drawn length of a ladder of six rungs


def drawn(scale: Words, direction: str, width: Fraction, *statements: Words) -> list[VoiceMark]:
    data = quota(scale, {"a": direction}, *statements)
    at = position(data, "a")
    return list(voice_marks(at, voices_of(data, [at]), width))


def said(kind: str, at: Any, speaker: str, on: str = "2025-03-01", **more: Any) -> dict[str, Any]:
    return statement("a", kind, at, speaker=speaker, said=on, **more)


def ends(mark: VoiceMark) -> tuple[float, float]:
    return float(mark.span.low), float(mark.span.high)


def test_speakers_who_name_one_place_share_one_mark() -> None:
    """Its label holds both letters and its words both names; it rests on the statements of both."""
    found = drawn(ladder(6), "up", SIX, said("demand", "r3", "minister"), said("demand", "r3", "envoy"), said("demand", "r1", "leak"))
    assert [(ends(one), one.label, one.ids) for one in found] == [((1, 1), "c", ("s2",)), ((3, 3), "a, b", ("s0", "s1"))]
    assert found[1].words == "A, demand: Rung 3 (a envoy, 1 Mar 2025; b minister, 1 Mar 2025)"


def test_nothing_is_drawn_for_a_party_whose_speakers_agree() -> None:
    """Without voices there are no marks."""
    assert drawn(ladder(6), "up", SIX, said("demand", "r3", "minister"), said("demand", "r3", "envoy")) == []


def test_a_limit_is_marked_at_its_place_on_the_refused_side() -> None:
    """At the rung itself, with teeth below for who wants more, above for who wants less; a target has both; on a quantity at the value."""
    limits = said("red_line", "r3", "minister"), said("red_line", ("r1", "r2"), "envoy")
    assert [(ends(one), one.refused) for one in drawn(ladder(6), "up", SIX, *limits)] == [((1, 2), "lower"), ((3, 3), "lower")]
    assert [(ends(one), one.refused) for one in drawn(ladder(6), "down", SIX, *limits)] == [((1, 2), "higher"), ((3, 3), "higher")]
    assert sorted((ends(one), one.refused) for one in drawn(ladder(6), "target", SIX, *limits)) == [
        ((1, 2), "higher"),
        ((1, 2), "lower"),
        ((3, 3), "higher"),
        ((3, 3), "lower"),
    ]
    in_percent = drawn(percent(), "down", Fraction(54), said("red_line", 15, "minister"), said("red_line", 40, "envoy"))
    assert [ends(one) for one in in_percent] == [(15, 15), (40, 40)]


def test_marks_that_would_meet_stand_in_lanes_of_their_own() -> None:
    """One point apart on a scale of fifty they would cover each other; far apart they share the lane that is nearest to the party's line."""
    close = drawn(percent(), "up", Fraction(54), said("demand", 30, "minister"), said("demand", 31, "envoy"), said("demand", 10, "leak"))
    assert [(ends(one)[0], one.lane) for one in close] == [(10, 0), (30, 0), (31, 1)]


def test_a_letter_on_the_left_needs_its_room_too() -> None:
    """Near the upper end the letter of one mark would touch that of the mark before it."""
    found = drawn(percent(), "up", Fraction(54), said("demand", 40, "minister"), said("demand", "46.5", "envoy"))
    assert [(one.is_label_left, one.lane) for one in found] == [(False, 0), (True, 1)]


def test_letters_stand_on_the_left_at_the_upper_end_of_the_scale() -> None:
    """There is no room beyond it."""
    found = drawn(ladder(6), "up", SIX, said("demand", "r5", "minister"), said("demand", "r0", "envoy"))
    assert [(ends(one)[0], one.is_label_left) for one in found] == [(0, False), (5, True)]


@given(talks())
def test_no_two_marks_of_a_lane_meet_on_the_narrowest_page(found: Talks) -> None:
    """Between the mark of one and the mark of the next lie more pixels than half of each takes, letters included, whatever was said."""
    data = found.dataset()
    for party in found.directions:
        at = position_as_of(data, party, "quota", day(found.as_of), found.cut)
        width = at.axis.top - at.axis.bottom + 1
        marks = voice_marks(at, voices_of(data, [at]), width)
        for number, one in enumerate(marks):
            for other in marks[:number]:
                if one.lane == other.lane:
                    pixels = (one.span.low - other.span.high) * NARROWEST / width
                    assert pixels >= 12 + 8 * (len(other.label) * (not other.is_label_left) + len(one.label) * one.is_label_left)
