"""The geometry of a timeline: which stretches are drawn from when, where labels stand, and that none runs into another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.leading import towards_of
from parley.analysis.outcomes import Span
from parley.analysis.overview import overview_row
from parley.analysis.timeline import timeline
from parley.dataset import Dataset
from parley.figures.timeline_geometry import Line, TimelineDrawing, timeline_drawing
from parley.words import say
from tests.making import ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
LAST = date(2025, 3, 31)
MARCH = date(2025, 3, 1)


def drawn(
    data: Dataset,
    as_of: date = LAST,
    start: date | None = None,
    spans: Mapping[str, Span | None] | None = None,
    events: Sequence[Mapping[str, Any]] = (),
) -> TimelineDrawing:
    """Return the drawing of all parties on "quota", with events told of by the gazette of 31 March."""
    if events:
        header = data.negotiation.model_dump(by_alias=True, exclude_defaults=True)
        told = [{"id": f"e{number}", "source": "gazette", "what": f"Event {number}", **one} for number, one in enumerate(events)]
        data = Dataset(data.negotiation.model_validate({**header, "events": told}), data.statements, data.sources, "test", {})
    issue = data.negotiation.issue_by_id["quota"]
    row = overview_row(data, issue, data.negotiation.parties, as_of, ALL_EVIDENCE)
    pair = (row.gap.a.party.id, row.gap.b.party.id) if row.gap else None
    found = timeline(data, row, as_of, ALL_EVIDENCE, towards_of(data, issue, pair))
    assert found is not None
    return timeline_drawing(found, spans or {}, start)


def two(*more: Mapping[str, Any], scale: Mapping[str, Any] | None = None) -> Dataset:
    """Return a dataset in which a asks for rung 5 and b for rung 0 on 1 March."""
    return quota(scale or ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r0"), *more)


def line(found: TimelineDrawing, party: str, part: str = "demand") -> Line:
    (one,) = (one for one in found.lines if (one.party_id, one.part) == (party, part))
    return one


def test_each_part_of_each_party_is_a_line() -> None:
    """In the order of parties, demand, limit and offer."""
    found = drawn(two(statement("a", "offer", "r3"), statement("b", "red_line", "r2")))
    assert [(one.name, one.part) for one in found.lines] == [("A", "demand"), ("A", "offer"), ("B", "demand"), ("B", "limit")]


@pytest.mark.parametrize(
    ("parties", "asides"),
    [
        (("a",), ["0"]),
        (("a", "b"), ["-1/10", "1/10"]),
        (("a", "b", "c"), ["-1/5", "0", "1/5"]),
        (tuple("abcdefghi"), ["-2/5", "-3/10", "-1/5", "-1/10", "0", "1/10", "1/5", "3/10", "2/5"]),
    ],
)
def test_parties_on_one_rung_stand_beside_each_other(parties: Sequence[str], asides: list[str]) -> None:
    """They are moved aside by less than half a rung, evenly about it, so that each stays on its rung."""
    data = quota(ladder(6), dict.fromkeys(parties, "up"), *(statement(one, "demand", "r3") for one in parties))
    found = drawn(data)
    assert [str(one.aside) for one in found.lines] == asides
    assert all(abs(one.aside) < Fraction(1, 2) for one in found.lines)


def test_on_a_quantity_nothing_is_moved_aside() -> None:
    """A value is where it is."""
    data = quota(percent(), UP_DOWN, statement("a", "demand", 20), statement("b", "demand", 20))
    assert [one.aside for one in drawn(data).lines] == [Fraction(0), Fraction(0)]


@pytest.mark.parametrize(("direction", "refused"), [("up", ("lower",)), ("down", ("higher",)), ("target", ("lower", "higher"))])
def test_a_limit_refuses_on_the_sides_on_which_it_may_be_crossed(direction: str, refused: tuple[str, ...]) -> None:
    """Who wants more refuses less, who wants less refuses more, and a target refuses both."""
    data = quota(ladder(6), {"a": direction, "b": "down"}, statement("a", "red_line", "r3"))
    assert line(drawn(data), "a", "limit").refused == refused


def names(found: TimelineDrawing) -> list[str]:
    return [say(one.told) for one in found.end_labels]


def test_every_line_has_a_label_of_its_own() -> None:
    """On the last day there is one for each line, at its value and moved aside as the line is, so that lines on one rung are told apart."""
    found = drawn(two(statement("a", "offer", "r2"), statement("b", "red_line", "r2")))
    aside = Fraction(1, 10)
    assert [(one.value, say(one.told)) for one in found.end_labels] == [
        (Fraction(5) - aside, "A demand"),
        (Fraction(2) - aside, "A offer"),
        (Fraction(0) + aside, "B demand"),
        (Fraction(2) + aside, "B limit"),
    ]


def test_what_is_no_longer_held_has_no_label() -> None:
    """Neither what ended before the date shown, nor what ended with the day before it."""
    for expires in ("2025-03-10", "2025-03-30"):
        found = drawn(two(statement("a", "offer", "r2", expires=expires)))
        assert names(found) == ["A demand", "B demand"]
        assert not line(found, "a", "offer").is_held
    kept = drawn(two(statement("a", "offer", "r2", expires="2025-03-31")))
    assert names(kept) == ["A demand", "A offer", "B demand"]


def test_an_imprecise_place_is_labelled_at_its_upper_end() -> None:
    """One label, not two."""
    data = quota(percent(), UP_DOWN, statement("a", "demand", (25, 30)))
    assert [(one.value, say(one.told)) for one in drawn(data).end_labels] == [(Fraction(30), "A demand")]


def test_a_statement_is_marked_where_it_stands_and_ticked_where_it_has_no_place() -> None:
    """A threat keeps its place; what is not in `spans` has none."""
    data = two(statement("a", "threat", "r4", says="Closes the coast", said="2025-03-10"))
    found = drawn(data, spans={"s0": Span(Fraction(5), Fraction(5)), "s2": Span(Fraction(4), Fraction(4)), "s1": None})
    assert [(one.day.day, one.party_id, one.kind, one.span and one.span.low, one.words) for one in found.said] == [
        (1, "a", "demand", Fraction(5), "a demand"),
        (1, "b", "demand", None, "b demand"),
        (10, "a", "threat", Fraction(4), "Closes the coast"),
    ]
    assert {one.party_id: one.aside for one in found.said} == {"a": Fraction(-1, 10), "b": Fraction(1, 10)}


def test_who_has_no_line_is_marked_on_the_rung_itself() -> None:
    """A party that only threatens is not moved aside."""
    found = drawn(two(statement("c", "threat", "r4")))
    assert [one.aside for one in found.said if one.party_id == "c"] == [Fraction(0)]


def test_a_drawing_may_start_later() -> None:
    """What ended before is left out, with its marks and events; what still stood then keeps the day on which it began."""
    data = two(
        statement("a", "offer", "r2", expires="2025-03-05"),
        statement("a", "demand", "r4", said="2025-03-20"),
    )
    events = [{"date": "2025-03-04"}, {"date": "2025-03-09/2025-03-11"}, {"date": "2025-03-12"}]
    found = drawn(data, start=date(2025, 3, 10), events=events)
    assert (found.start, found.end) == (date(2025, 3, 10), LAST)
    assert [(one.party_id, one.part) for one in found.lines] == [("a", "demand"), ("b", "demand")]
    assert [(one.start.day, one.end.day) for one in line(found, "a").stretches] == [(1, 20), (20, 31)]
    assert [one.day.day for one in found.said] == [20]
    assert [(one.first.day, one.last.day, one.label) for one in found.verticals] == [(10, 11, "Event 1"), (12, 12, "Event 2")]


def test_a_start_before_the_first_word_cuts_nothing_off() -> None:
    """The drawing begins with the first word."""
    assert drawn(two(), start=date(2024, 1, 1)) == drawn(two())


def test_a_start_after_everything_that_stood_leaves_an_empty_drawing() -> None:
    """Nothing is held any more, and nothing is drawn as if it were."""
    data = quota(ladder(6), UP_DOWN, statement("a", "offer", "r2", expires="2025-03-05"))
    found = drawn(data, start=date(2025, 3, 20))
    assert (found.lines, found.end_labels, found.said) == ((), (), ())
    assert found.start == date(2025, 3, 20)


def test_a_start_after_the_date_shown_is_the_date_shown() -> None:
    """A drawing never ends before it begins."""
    found = drawn(two(), start=date(2026, 1, 1))
    assert (found.start, found.end) == (LAST, LAST)


def test_a_silence_is_told_in_days_and_keeps_its_first_day_where_the_drawing_starts_later() -> None:
    """What is told of it stays true of the whole silence."""
    data = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5", said="2025-01-01"), statement("b", "demand", "r0", said="2025-03-20"))
    silence = (date(2025, 1, 1), date(2025, 3, 20), "78 days without a word")

    def silences(start: date | None = None) -> list[tuple[date, date, str]]:
        return [(one.first, one.last, say(one.told)) for one in drawn(data, start=start).silences]

    assert silences() == [silence]
    assert silences(MARCH) == [silence]
    assert silences(date(2025, 3, 20)) == []


def test_where_a_word_may_have_been_said_no_silence_is_told() -> None:
    """Of days in which a statement of unknown date may lie it is told that no date is known, in the order of their days."""
    said = [
        statement("a", "demand", "r5", said="2024-09-01"),
        statement("b", "demand", "r0", said="2024-10-01/2024-12-31"),
        statement("b", "offer", "r1", said="before 2025-03-20"),
    ]
    found = drawn(quota(ladder(6), UP_DOWN, *said))
    assert [(one.first, one.last, say(one.told)) for one in found.silences] == [
        (date(2024, 9, 1), date(2024, 12, 31), "121 days without a word of known date"),
        (date(2024, 12, 31), date(2025, 3, 19), "78 days without a word of known date"),
    ]


def test_the_gap_has_a_label_where_there_is_a_pair() -> None:
    """It names the two and the unit."""
    assert drawn(two()).gap_label == "A \u2013 B, steps apart"
    assert drawn(quota(percent(), UP_DOWN, statement("a", "demand", 30))).gap_label == "A \u2013 B, points apart"
    alone = drawn(quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5")))
    assert (alone.gap_label, alone.gaps) == ("", ())


def test_the_date_shown_is_a_line_of_its_own_where_something_lies_ahead() -> None:
    """Where the drawing ends with it, its edge tells."""
    found = drawn(two(), events=[{"date": "2025-04-30"}])
    assert [(one.first.isoformat(), one.label, one.is_date_shown) for one in found.verticals] == [
        ("2025-03-31", "date shown", True),
        ("2025-04-30", "Event 0", False),
    ]
    assert (found.as_of, found.end) == (LAST, date(2025, 4, 30))
    assert drawn(two()).verticals == ()


def test_labels_stand_towards_the_middle() -> None:
    """In the first half to the right of their line, in the second to its left, so that none leaves the drawing."""
    found = drawn(two(), events=[{"date": "2025-03-02"}, {"date": "2025-03-16"}, {"date": "2025-03-17"}, {"date": "2025-03-31"}])
    assert [one.stands_left for one in found.verticals] == [False, False, True, True]


def test_an_event_told_only_by_its_last_day_stands_on_it() -> None:
    """Of "before 9 March" the eighth is the last possible day."""
    (one,) = drawn(two(), events=[{"date": "before 2025-03-09", "short": "Deadline"}]).verticals
    assert (one.first, one.last, one.label) == (date(2025, 3, 8), date(2025, 3, 8), "Deadline")


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=9), st.integers(0, 60))
def test_events_lie_within_what_is_drawn(days: list[tuple[int, int]], cut: int) -> None:
    """However many there are and wherever the drawing starts."""
    events = [{"date": f"{MARCH + timedelta(first)}/{MARCH + timedelta(first + long)}"} for first, long in days]
    found = drawn(two(), start=MARCH + timedelta(cut), events=events)
    assert all(found.start <= one.first <= one.last <= found.end for one in found.verticals)
