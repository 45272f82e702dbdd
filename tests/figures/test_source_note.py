"""The line beneath a drawing: it counts the statements that are drawn, each once, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.leading import towards_of
from parley.analysis.overview import overview_row
from parley.analysis.timeline import spans_of, timeline
from parley.dataset import Dataset
from parley.figures.gap_geometry import GapDrawing, gap_drawing
from parley.figures.issue_pictures import gap_picture_of, timeline_picture_of
from parley.figures.picture import Label, Picture
from parley.figures.source_note import source_note
from parley.figures.timeline_geometry import TimelineDrawing, timeline_drawing
from parley.telling.briefing import Briefing, brief
from tests.briefings import shipped
from tests.making import TODAY, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}


def differing() -> Dataset:
    """Return talks in which a speaker's word is drawn that does not count, a reason is given, and a demand lies somewhere short of an offer."""
    return quota(
        percent(), UP_DOWN,
        statement("a", "demand", 27, speaker="minister", said="2025-03-02"), statement("a", "demand", 20, speaker="leak", said="2025-02-01"),
        statement("a", "rationale", {"unknown": "No place."}, said="2025-01-01"), statement("b", "offer", 10, said="2025-03-03"),
        statement("b", "demand", {"unknown": "Less, it says."}, said="2025-02-15"),
    )  # fmt: skip


def briefed(data: Dataset) -> Briefing:
    return brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)


def drawn(briefing: Briefing, *, with_voices: bool) -> Iterator[GapDrawing]:
    for one in briefing.issues:
        if any(each.is_evidenced for each in one.row.positions):
            yield gap_drawing(one.row.gap, one.row.positions, briefing.dataset.statement, one.voices if with_voices else ())


def over_time(data: Dataset, start: date | None = None) -> TimelineDrawing:
    row = overview_row(data, data.negotiation.issues[0], data.negotiation.parties, TODAY, ALL_EVIDENCE)
    found = timeline(data, row, TODAY, ALL_EVIDENCE, towards_of(data, row.issue, ("a", "b")))
    assert found is not None
    return timeline_drawing(found, spans_of(found, ALL_EVIDENCE), start)


def counted(picture: Picture | None) -> list[int]:
    """Return every number of statements that a picture tells."""
    assert picture is not None
    told = " ".join(item.text for item in picture.items if isinstance(item, Label))
    return [int(one) for one in re.findall(r"· (\d+) statements?,", told)]


def test_a_speakers_word_that_is_drawn_is_counted_whether_or_not_it_counts_in_the_position() -> None:
    """Where it is left out, as on slides, it is not; a reason has no mark."""
    briefing = briefed(differing())
    (whole,), (bare,) = drawn(briefing, with_voices=True), drawn(briefing, with_voices=False)
    assert (whole.ids, bare.ids) == (("s0", "s1", "s3", "s4"), ("s0", "s3", "s4"))
    look_up = briefing.dataset.statement
    assert source_note("Today", whole.ids, look_up) == "Today · 4 statements, the oldest 1 Feb 2025"
    assert source_note("Today", bare.ids, look_up) == "Today · 3 statements, the oldest 15 Feb 2025"


def test_over_time_every_statement_has_a_mark_and_a_line_goes_on_into_what_is_shown() -> None:
    """Of what was said before the first day drawn, only that counts which a line still shows."""
    data = differing()
    assert over_time(data).ids == ("s0", "s1", "s2", "s3", "s4")
    late = over_time(data, date(2025, 3, 3))
    assert {one.id for one in late.said} == {"s3"}
    assert late.ids == ("s0", "s3", "s4")
    assert source_note("Today", late.ids, data.statement) == "Today · 3 statements, the oldest 15 Feb 2025"


def test_a_drawing_without_a_mark_says_so() -> None:
    """A party that asks without naming a place is evidenced, and yet nothing of it is drawn."""
    briefing = briefed(quota(percent(), UP_DOWN, statement("b", "demand", {"unknown": "Less, it says."})))
    (one,) = drawn(briefing, with_voices=True)
    assert source_note("Today", one.ids, briefing.dataset.statement) == "Today · no statement has a place on the scale"


def test_every_shipped_drawing_counts_the_ids_of_its_marks() -> None:
    """Both pictures of each issue, as they stand in documents, on pages and in files."""
    briefing = shipped()
    found = 0
    for one in briefing.issues:
        gap, time = gap_picture_of(briefing, one), timeline_picture_of(briefing, one)
        if gap is not None:
            marks = [mark for row in gap_drawing(one.row.gap, one.row.positions, briefing.dataset.statement, one.voices).rows
                     for mark in (*row.marks, *row.barriers, *row.voices)]  # fmt: skip
            assert counted(gap) == [len({key for mark in marks for key in mark.ids})]
            found += 1
        if time is not None:
            assert counted(time) == [len(one.statements)]
    assert found == 13
