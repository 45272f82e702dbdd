"""One issue over time: every day of every stretch is the position recomputed on that day, and what is not known is left open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.gaps import Status, gap_between
from parley.analysis.leading import names_a_place, table_gap, towards_of
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Distance, Span, threshold
from parley.analysis.overview import OverviewRow, overview_row
from parley.analysis.positions import PARTS, Part, position_as_of
from parley.analysis.timeline import GapStretch, Stretch, Timeline, spans_of, timeline
from parley.dataset import Dataset
from parley.telling.said import Stretch as Reach
from parley.words import say
from tests.generating import Said, Talks, day, talks
from tests.making import ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
MARCH = date(2025, 3, 1)
LAST = date(2025, 3, 31)


def row_of(data: Dataset, as_of: date, cut: EvidenceCut, parties: Sequence[str]) -> tuple[OverviewRow, dict[str, str]]:
    """Return the overview's row on "quota" and towards whom each position in it is shown."""
    issue = data.negotiation.issue_by_id["quota"]
    row = overview_row(data, issue, [data.negotiation.party_by_id[one] for one in parties], as_of, cut)
    return row, towards_of(data, issue, (row.gap.a.party.id, row.gap.b.party.id) if row.gap else None)


def over_time(data: Dataset, as_of: date = LAST, cut: EvidenceCut = ALL_EVIDENCE, parties: Sequence[str] = ("a", "b")) -> Timeline | None:
    row, towards = row_of(data, as_of, cut, parties)
    return timeline(data, row, as_of, cut, towards)


def shown(data: Dataset, as_of: date = LAST, cut: EvidenceCut = ALL_EVIDENCE, parties: Sequence[str] = ("a", "b")) -> Timeline:
    found = over_time(data, as_of, cut, parties)
    assert found is not None
    return found


def alone(*said: Mapping[str, Any], **more: Any) -> Dataset:
    """Return a dataset in which only a, who wants more, speaks on a ladder of six rungs, and b keeps silent."""
    return quota(ladder(6), UP_DOWN, *said, **more)


def test_a_limit_over_time_stays_where_it_was_stated() -> None:
    """An offer bounds it from its day on, and draws no end of it in (rule 6a)."""
    limit, offer = statement("a", "red_line", ("r1", "r4"), said="2025-03-01"), statement("a", "offer", "r2", said="2025-03-10")
    (track,) = (one for one in shown(alone(limit, offer)).tracks if one.part == "limit")
    assert [(one.start, one.end, one.span, one.ids) for one in track.stretches] == [(MARCH, LAST, Span(Fraction(1), Fraction(4)), ("s0",))]


def with_events(data: Dataset, *events: Mapping[str, Any]) -> Dataset:
    """Return the dataset with events; each is told of by the gazette of 31 March."""
    changed = data.negotiation.model_validate(
        {**data.negotiation.model_dump(by_alias=True, exclude_defaults=True), "events": [{"source": "gazette", **one} for one in events]}
    )
    return Dataset(changed, data.statements, data.sources, data.version, data.files)


def steps(found: Timeline, party: str = "a", part: Part = "demand") -> list[tuple[str, str, str, bool]]:
    """Return from when until when a part stood where, and whether it was stale."""
    stretches = [one for track in found.tracks if (track.party.id, track.part) == (party, part) for one in track.stretches]
    return [(one.start.isoformat(), one.end.isoformat(), say(Reach(one.span, found.axis)), one.is_stale) for one in stretches]


def covers(one: Stretch | GapStretch, on: date, as_of: date) -> bool:
    """Return whether a stretch tells of a day: its first day, not the day on which it ends, but the last day shown is told."""
    return one.start <= on < one.end or (on == one.end == as_of)


# On the day shown a stretch that ends and one that begins may meet; what is told is the newer, and none where the part is not held.
def on_day(stretches: Sequence[Stretch], on: date, as_of: date, *, is_held: bool) -> Stretch | None:
    found = [one for one in stretches if covers(one, on, as_of)]
    return None if on == as_of and not is_held else found[-1] if found else None


def days_of(found: Timeline) -> list[date]:
    return [found.start + timedelta(number) for number in range((found.as_of - found.start).days + 1)]


@given(talks(), st.booleans())
def test_every_stretch_is_the_position_of_each_of_its_days(one: Talks, is_narrow: bool) -> None:
    """On every day from the first word to the date shown: place, staleness and ids are those recomputed, and no stretch is no place."""
    data, as_of = one.dataset(), day(one.as_of)
    parties = list(one.directions)[: 1 if is_narrow else None]
    row, towards = row_of(data, as_of, one.cut, parties)
    found = timeline(data, row, as_of, one.cut, towards)
    admitted = [said for said in data.statements if one.cut == ALL_EVIDENCE or one.cut.lets_in(said)]
    heard = [said for said in admitted if said.party in parties and said.day <= as_of]
    if found is None:
        assert heard == []
        return
    assert found.start == min(said.day for said in heard)
    tracks = {(track.party.id, track.part): track for track in found.tracks}
    for on in days_of(found):
        for party in parties:
            position = position_as_of(data, party, "quota", on, one.cut, towards=towards.get(party))
            for part in PARTS:
                track = tracks.get((party, part))
                told = on_day(track.stretches, on, as_of, is_held=track.is_held) if track else None
                own = position.as_stated(part)  # as everywhere, a line shows what was stated (rule 6a)
                if not part_of(position, part).is_stated or not names_a_place(own, position):
                    assert told is None
                    continue
                assert told is not None
                is_stale = any(flag.kind == "stale" for flag in position.flags_of(part))
                assert (told.span, told.is_stale, told.ids) == (threshold(own.outcomes, position.direction), is_stale, own.ids)


@given(talks())
def test_the_strip_is_the_leading_distance_of_each_day(one: Talks) -> None:
    """Every day up to the date shown has one distance and one status, those of the leading pair on that day."""
    data, as_of = one.dataset(), day(one.as_of)
    row, towards = row_of(data, as_of, one.cut, list(one.directions))
    found = timeline(data, row, as_of, one.cut, towards)
    if found is None:
        return
    assert found.pair is not None
    assert found.gaps[0].start == found.start
    assert found.gaps[-1].end == as_of
    for on in days_of(found):
        a, b = (position_as_of(data, party.id, "quota", on, one.cut, towards=towards.get(party.id)) for party in found.pair)
        gap = gap_between(a, b)
        lead = table_gap(gap)
        told = [gap for gap in found.gaps if covers(gap, on, as_of)][-1]
        is_stale = any(flag.kind == "stale" for position in (a, b) for flag in position.flags)
        assert (told.apart, told.status, told.is_stale, told.ids) == (
            lead.apart if lead else None,
            gap.status,
            is_stale,
            tuple(sorted({*gap.a.ids, *gap.b.ids})),
        )


@given(talks(parties=(1, 3)))
def test_stretches_follow_each_other_and_none_is_told_twice(one: Talks) -> None:
    """They never overlap, each ends after it begins save on the last day, and two that touch differ."""
    data, as_of = one.dataset(), day(one.as_of)
    found = over_time(data, as_of, one.cut, list(one.directions))
    for track in found.tracks if found else ():
        for own in track.stretches:
            assert own.start < own.end or own.start == own.end == as_of
        for before, after in pairwise(track.stretches):
            assert before.end <= after.start
            assert before.end < after.start or (before.span, before.is_stale, before.ids) != (after.span, after.is_stale, after.ids)
    for earlier, later in pairwise(found.gaps if found else ()):
        assert earlier.end == later.start


@given(talks(), st.integers(1, 40))
def test_what_is_said_later_changes_nothing(one: Talks, after: int) -> None:
    """A statement made after the date shown leaves every stretch, mark and silence as it was (law P13)."""
    data, as_of = one.dataset(), day(one.as_of)
    late = Said("late", "a", "demand", "exact", 0, 0, one.as_of + after)
    more = one.with_said(late).dataset()
    parties = list(one.directions)
    assert over_time(more, as_of, one.cut, parties) == over_time(data, as_of, one.cut, parties)


def test_a_demand_steps_on_the_day_it_changes() -> None:
    """It stands until the day before the next is made, and never in between the two."""
    found = shown(alone(statement("a", "demand", "r5", said="2025-03-01"), statement("a", "demand", "r2", said="2025-03-20")))
    assert steps(found) == [("2025-03-01", "2025-03-20", "Rung 5", False), ("2025-03-20", "2025-03-31", "Rung 2", False)]
    (track,) = found.tracks
    assert [one.span for one in track.stretches] == [Span(Fraction(5), Fraction(5)), Span(Fraction(2), Fraction(2))]
    assert [one.ids for one in track.stretches] == [("s0",), ("s1",)]
    assert track.is_held


def test_the_same_said_again_is_a_new_stretch_of_its_own_evidence() -> None:
    """The place stays, and what it rests on is the newer statement."""
    found = shown(alone(statement("a", "demand", "r5", said="2025-03-01"), statement("a", "demand", "r5", said="2025-03-20")))
    assert [(one.start.day, one.ids) for one in found.tracks[0].stretches] == [(1, ("s0",)), (20, ("s1",))]


def test_an_offer_that_runs_out_ends_on_the_day_after_its_last() -> None:
    """It still stands on its last day, and what is left is no stretch."""
    found = shown(alone(statement("a", "offer", "r2", said="2025-03-01", expires="2025-03-10")))
    assert steps(found, part="offer") == [("2025-03-01", "2025-03-11", "Rung 2", False)]
    assert [track.is_held for track in found.tracks] == [False]


@pytest.mark.parametrize(("as_of", "is_held"), [(date(2025, 3, 10), True), (date(2025, 3, 11), False)])
def test_what_ends_on_the_very_day_shown_is_not_held(as_of: date, is_held: bool) -> None:
    """Its line reaches the day in either case; only on the last day of the offer does it stand there."""
    (track,) = shown(alone(statement("a", "offer", "r2", said="2025-03-01", expires="2025-03-10")), as_of).tracks
    assert (track.stretches[-1].end, track.is_held) == (as_of, is_held)


def test_what_is_taken_back_ends_on_that_day_and_what_it_replaced_returns() -> None:
    """The old demand stands again from the day on which the new one was withdrawn."""
    found = shown(
        alone(
            statement("a", "demand", "r5", said="2025-03-01"),
            statement("a", "demand", "r2", said="2025-03-10", supersedes=["s0"], withdrawn="2025-03-20"),
        )
    )
    assert [(start, words) for start, _, words, _ in steps(found)] == [
        ("2025-03-01", "Rung 5"),
        ("2025-03-10", "Rung 2"),
        ("2025-03-20", "Rung 5"),
    ]


def test_what_was_taken_back_on_some_day_ends_on_the_first_on_which_it_may_have_been() -> None:
    """Of several possible days the earliest: from then on nobody can say that it stands. Of "before" only the last is known."""
    some_day = shown(alone(statement("a", "demand", "r5", said="2025-03-01", withdrawn="2025-03-10/2025-03-20")))
    assert [(start, end) for start, end, _, _ in steps(some_day)] == [("2025-03-01", "2025-03-10")]
    before = shown(alone(statement("a", "demand", "r5", said="2025-03-01", withdrawn="before 2025-03-20")))
    assert [(start, end) for start, end, _, _ in steps(before)] == [("2025-03-01", "2025-03-19")]


def test_what_returns_by_the_same_statement_is_two_stretches() -> None:
    """While another demand stood, of which no place is known, there is no line."""
    vague = statement("a", "demand", {"unknown": "No level was named."}, said="2025-03-10", supersedes=["s0"], withdrawn="2025-03-20")
    (track,) = shown(alone(statement("a", "demand", "r5", said="2025-03-01"), vague)).tracks
    assert [(one.start.day, one.end.day, one.ids) for one in track.stretches] == [(1, 10, ("s0",)), (20, 31, ("s0",))]


def test_a_line_grows_stale_the_day_after_its_freshness() -> None:
    """Ten days after the first of March it is fresh, on the twelfth it is not; a new word makes it fresh again."""
    data = alone(statement("a", "demand", "r5", said="2025-03-01"), statement("a", "demand", "r5", said="2025-03-25"), freshness_days=10)
    assert steps(shown(data)) == [
        ("2025-03-01", "2025-03-12", "Rung 5", False),
        ("2025-03-12", "2025-03-25", "Rung 5", True),
        ("2025-03-25", "2025-03-31", "Rung 5", False),
    ]


def test_a_stretch_goes_on_where_only_another_part_changes() -> None:
    """The offer grows stale four days after the demand: each line breaks on its own day alone."""
    found = shown(alone(statement("a", "demand", "r5", said="2025-03-01"), statement("a", "offer", "r4", said="2025-03-05"), freshness_days=10))
    assert steps(found) == [("2025-03-01", "2025-03-12", "Rung 5", False), ("2025-03-12", "2025-03-31", "Rung 5", True)]
    assert steps(found, part="offer") == [("2025-03-05", "2025-03-16", "Rung 4", False), ("2025-03-16", "2025-03-31", "Rung 4", True)]
    assert [[one.ids for one in track.stretches] for track in found.tracks] == [[("s0",), ("s0",)], [("s1",), ("s1",)]]


def test_a_demand_without_a_place_is_no_stretch() -> None:
    """It was said, and nobody knows where it stands."""
    found = shown(alone(statement("a", "demand", {"unknown": "No level was named."})))
    assert found.tracks == ()
    assert [one.id for one in found.said] == ["s0"]


def test_a_party_without_a_direction_has_no_line_but_its_words_are_held() -> None:
    """A threat by somebody who takes no side on the issue is said and not placed."""
    data = quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5"), statement("c", "threat", "r3", said="2025-03-05"))
    found = shown(data, parties=("a", "c"))
    assert [track.party.id for track in found.tracks] == ["a"]
    assert [one.id for one in found.said] == ["s0", "s1"]


def test_before_anybody_spoke_there_is_no_timeline() -> None:
    """Nor is there for a party that never spoke, nor in a negotiation without statements."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5", said="2025-03-01"))
    assert over_time(data, date(2025, 2, 28)) is None
    assert over_time(data, parties=("b",)) is None
    assert over_time(quota(ladder(6), UP_DOWN)) is None


def test_on_the_day_of_the_first_word_the_line_is_a_point() -> None:
    """It begins and ends on that day, and is held."""
    found = shown(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5", said="2025-03-01")), MARCH)
    assert (found.start, found.end, found.as_of) == (MARCH, MARCH, MARCH)
    assert steps(found) == [("2025-03-01", "2025-03-01", "Rung 5", False)]
    assert [track.is_held for track in found.tracks] == [True]


def test_one_party_alone_has_no_gap() -> None:
    """There is nobody to be apart from."""
    found = shown(alone(statement("a", "demand", "r5")), parties=("a",))
    assert (found.pair, found.gaps) == (None, ())


def test_the_gap_is_not_known_until_the_other_has_spoken() -> None:
    """First no distance, then four rungs, then two."""
    found = shown(
        quota(
            ladder(6),
            UP_DOWN,
            statement("a", "demand", "r5", said="2025-03-01"),
            statement("b", "demand", "r1", said="2025-03-10"),
            statement("b", "offer", "r3", said="2025-03-20"),
        )
    )
    assert found.pair is not None
    assert [party.id for party in found.pair] == ["a", "b"]
    assert [(one.start.day, one.end.day, one.apart, one.status) for one in found.gaps] == [
        (1, 10, None, Status.NO_EVIDENCE),
        (10, 20, Distance(Fraction(4), Fraction(4)), Status.UNKNOWN),
        (20, 31, Distance(Fraction(2), Fraction(2)), Status.UNKNOWN),
    ]
    assert found.gaps[-1].ids == ("s0", "s1", "s2")


def strip(found: Timeline) -> list[tuple[int, int, float | None, Status, bool, tuple[str, ...]]]:
    """Return of each stretch of the gap the days of March from when until when, the distance, the status, whether it was stale, and the ids."""
    return [
        (one.start.day, one.end.day, None if one.apart is None else float(one.apart.low), one.status, one.is_stale, one.ids) for one in found.gaps
    ]


def test_the_gap_is_stale_from_the_first_stale_word_on_and_goes_on_as_one() -> None:
    """A's demand is stale from the 12th, B's from the 14th: what they are apart by is told once from the 12th on."""
    both = statement("a", "demand", "r5", said="2025-03-01"), statement("b", "demand", "r1", said="2025-03-03")
    assert strip(shown(quota(ladder(6), UP_DOWN, *both, freshness_days=10))) == [
        (1, 3, None, Status.NO_EVIDENCE, False, ("s0",)),
        (3, 12, 4.0, Status.UNKNOWN, False, ("s0", "s1")),
        (12, 31, 4.0, Status.UNKNOWN, True, ("s0", "s1")),
    ]
    # A flag of another kind makes nothing stale: A's two demands of one week conflict.
    conflict = statement("a", "demand", "r4", said="2025-03-05")
    assert strip(shown(quota(ladder(6), UP_DOWN, *both, conflict)))[1:] == [
        (3, 5, 4.0, Status.UNKNOWN, False, ("s0", "s1")), (5, 31, 3.0, Status.UNKNOWN, False, ("s0", "s1", "s2")),
    ]  # fmt: skip


def test_either_of_the_pair_may_change_the_gap() -> None:
    """B speaks without asking, then asks; A comes a rung closer on a day on which B says nothing."""
    said = [
        statement("a", "demand", "r5", said="2025-03-01"), statement("b", "threat", "r3", said="2025-03-02"),
        statement("b", "demand", "r1", said="2025-03-03"), statement("a", "demand", "r4", said="2025-03-10"),
    ]  # fmt: skip
    assert strip(shown(quota(ladder(6), UP_DOWN, *said))) == [
        (1, 2, None, Status.NO_EVIDENCE, False, ("s0",)), (2, 3, None, Status.NO_ASK, False, ("s0",)),
        (3, 10, 4.0, Status.UNKNOWN, False, ("s0", "s2")), (10, 31, 3.0, Status.UNKNOWN, False, ("s2", "s3")),
    ]  # fmt: skip


def test_the_pair_is_that_of_the_date_shown_all_along() -> None:
    """Where the leading pair would have been another before, its strip is not mixed with theirs."""
    said = [
        statement("a", "demand", "r5", said="2025-03-01"),
        statement("c", "demand", "r3", said="2025-03-05"),
        statement("b", "demand", "r0", said="2025-03-20"),
    ]
    data = quota(ladder(6), {"a": "up", "b": "down", "c": "down"}, *said)
    before, after = (shown(data, on, parties=("a", "b", "c")) for on in (date(2025, 3, 10), LAST))
    assert [[party.id for party in one.pair or ()] for one in (before, after)] == [["a", "c"], ["a", "b"]]
    assert [(one.start.day, one.apart) for one in after.gaps if one.apart] == [(20, Distance(Fraction(5), Fraction(5)))]


def test_a_limit_told_imprecisely_is_a_span() -> None:
    """From 10 to 12 is a stretch between the two, not the middle."""
    found = shown(quota(percent(), {"b": "down"}, statement("b", "red_line", (10, 12))), parties=("b",))
    assert [one.span for one in found.tracks[0].stretches] == [Span(Fraction(10), Fraction(12))]
    assert steps(found, "b", "limit") == [("2025-03-01", "2025-03-31", "10 to 12 %", False)]


def test_the_evidence_cut_decides_on_lines_and_on_what_is_shown_as_said() -> None:
    """A leak makes no line on the record, and no word either."""
    data = alone(statement("a", "demand", "r5"), statement("a", "demand", "r3", said="2025-03-20", attribution="anonymous_source"))
    assert [words for _, _, words, _ in steps(shown(data, cut=ON_RECORD))] == ["Rung 5"]
    assert [words for _, _, words, _ in steps(shown(data))] == ["Rung 5", "Rung 3"]
    assert [one.id for one in shown(data, cut=ON_RECORD).said] == ["s0"]


def test_each_statement_stands_where_the_line_of_its_party_would_show_it() -> None:
    """At the end that its party's wish makes matter; a reason, a place not named and a party that wants nothing stand nowhere."""
    stretch = {"from": "r2", "to": "r4", "reading": "acceptable"}
    data = quota(
        ladder(6), UP_DOWN,
        statement("a", "demand", stretch), statement("b", "demand", stretch), statement("a", "threat", "r5"),
        statement("a", "rationale", "r5"), statement("a", "demand", {"unknown": "No rung named."}), statement("c", "threat", "r5"),
        statement("a", "offer", {"not_placeable": "Not on it."}), statement("b", "offer", "r3", attribution="anonymous_source"),
        statement("a", "red_line", {"at": "r0", "strict": True}),
    )  # fmt: skip
    found = shown(data, parties=("a", "b", "c"))
    at = {number: Span(Fraction(number), Fraction(number)) for number in range(6)}
    placed = {"s0": at[2], "s1": at[4], "s2": at[5], "s3": None, "s4": None, "s5": None, "s6": None, "s8": at[1]}
    assert spans_of(found, ALL_EVIDENCE) == {**placed, "s7": at[3]}
    assert spans_of(found, ON_RECORD) == placed


@pytest.mark.parametrize(
    ("second", "as_of", "silences"),
    [
        ("2025-04-29", date(2025, 4, 29), []),
        ("2025-04-30", date(2025, 4, 30), [("2025-03-01", "2025-04-30")]),
        ("2025-03-02", date(2025, 5, 1), [("2025-03-02", "2025-05-01")]),
        ("2025-05-10", date(2025, 8, 1), [("2025-03-01", "2025-05-10"), ("2025-05-10", "2025-08-01")]),
    ],
)
def test_sixty_days_without_a_word_are_a_silence(second: str, as_of: date, silences: list[tuple[str, str]]) -> None:
    """Between two statements, or since the last until the date shown; a threat breaks it as well."""
    found = shown(alone(statement("a", "demand", "r5", said="2025-03-01"), statement("a", "threat", "r5", said=second)), as_of)
    assert [(before.isoformat(), after.isoformat()) for before, after in found.silences] == silences


@pytest.mark.parametrize(
    ("first", "said", "silences", "undated"),
    [
        ("2025-03-01", "2025-03-02/2025-07-01", [], [("2025-03-01", "2025-07-01")]),
        ("2025-03-01", "2025-06-01/2025-07-01", [("2025-03-01", "2025-06-01")], []),
        ("2025-03-01", "before 2025-04-29", [("2025-04-28", "2025-07-02")], []),
        ("2025-03-01", "before 2025-07-01", [], [("2025-03-01", "2025-06-30")]),
        ("2025-03-01", "before 2025-05-01", [("2025-04-30", "2025-07-02")], [("2025-03-01", "2025-04-30")]),
        ("2025-03-01/2025-06-30", "2025-07-01", [], []),
    ],
)
def test_where_a_word_may_have_been_said_there_is_no_silence_but_no_date_either(
    first: str, said: str, silences: list[tuple[str, str]], undated: list[tuple[str, str]]
) -> None:
    """A statement whose day is not known stands on its last possible one: before that it may have been said, and nothing was on a known day."""
    found = shown(alone(statement("a", "demand", "r5", said=first), statement("a", "threat", "r5", said=said)), date(2025, 7, 2))
    assert [(before.isoformat(), after.isoformat()) for before, after in found.silences] == silences
    assert [(before.isoformat(), after.isoformat()) for before, after in found.undated] == undated


def test_an_event_is_shown_once_it_has_happened_or_is_told_of() -> None:
    """The gazette of 31 March tells of all of them: before that day only what had happened is known."""
    data = with_events(
        alone(statement("a", "demand", "r5", said="2025-03-01")),
        {"id": "round", "date": "2025-03-10/2025-03-12", "what": "A round of talks."},
        {"id": "deadline", "date": "2025-05-01", "what": "The deadline."},
    )
    assert [one.id for one in shown(data, date(2025, 3, 11)).events] == []
    assert [one.id for one in shown(data, date(2025, 3, 12)).events] == ["round"]
    assert [one.id for one in shown(data, date(2025, 3, 30)).events] == ["round"]
    told = shown(data, LAST)
    assert [one.id for one in told.events] == ["round", "deadline"]
    assert (told.as_of, told.end) == (LAST, date(2025, 5, 1))
    assert shown(data, date(2025, 6, 1)).end == date(2025, 6, 1)


def test_an_event_is_shown_where_it_bears_on_the_issue_and_lies_in_the_time_drawn() -> None:
    """One before the first word, one on another issue and one without a last day are not."""
    data = with_events(
        alone(statement("a", "demand", "r5", said="2025-03-05")),
        {"id": "long-ago", "date": "2025-03-04", "what": "Before anybody spoke."},
        {"id": "on-the-day", "date": "2025-03-04/2025-03-05", "what": "Ends on the first day."},
        {"id": "about-quota", "date": "2025-03-06", "what": "On the quota.", "issues": ["quota"]},
        {"id": "about-ports", "date": "2025-03-07", "what": "On ports.", "issues": ["ports"]},
        {"id": "some-day", "date": "after 2025-03", "what": "On a day to be named."},
        {"id": "by-then", "date": "before 2025-03-09", "what": "On some day before."},
    )
    assert [one.id for one in shown(data).events] == ["on-the-day", "about-quota", "by-then"]


def test_what_is_meant_for_another_is_on_no_line_towards_this_one() -> None:
    """An offer to c alone does not stand between a and b, though it was said; a demand on b alone does."""
    data = quota(
        ladder(6),
        {"a": "up", "b": "down", "c": "down"},
        statement("a", "demand", "r5", to=["b"]),
        statement("b", "demand", "r0"),
        statement("a", "offer", "r2", said="2025-03-10", to=["c"]),
    )
    found = shown(data, parties=("a", "b"))
    assert [one.id for one in found.parties] == ["a", "b"]
    assert [(track.party.id, track.part) for track in found.tracks] == [("a", "demand"), ("b", "demand")]
    assert [one.id for one in found.said] == ["s0", "s1", "s2"]


@pytest.mark.parametrize(
    ("said", "more"), [({"expires": "9999-12-31"}, {}), ({}, {"freshness_days": 10**12}), ({"said": "9999-12-31", "reported": "9999-12-31"}, {})]
)
def test_what_stands_until_the_calendar_ends_has_one_stretch(said: Mapping[str, Any], more: Mapping[str, Any]) -> None:
    """An end, or a day on which it would be stale, beyond the last that can be written never comes."""
    data = alone(statement("a", "demand", "r5", **said), **more)
    (track,) = shown(data, data.days[-1]).tracks
    assert [(one.start, one.end) for one in track.stretches] == [(data.days[-1], data.days[-1])]
