"""The lines of the robustness page: holds or the status it becomes, what changes, and the statements behind each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.overview import overview
from parley.analysis.robustness import weakest_first
from parley.dataset import Dataset
from parley.telling.pages import when_a_finding_holds
from parley.views.components.sheet import Item
from parley.views.robustness_parts import robustness_sheet
from parley.words import say
from tests.making import TODAY, dataset, issue, ladder, quota, statement

UP_DOWN = {"a": "up", "b": "down"}
RUMOUR = {"attribution": "anonymous_source"}
LONG_AGO = {"said": "2024-03-01"}


def cells(*statements: Mapping[str, Any], cut: EvidenceCut = ALL_EVIDENCE) -> tuple[tuple[Item, ...], ...]:
    """Return the cells of the one finding."""
    data: Dataset = quota(ladder(6), UP_DOWN, *statements)
    found = weakest_first(data, overview(data, data.negotiation.parties, TODAY, cut), TODAY, cut)
    (line,) = robustness_sheet(found).lines
    return line.cells


def told(cell: tuple[Item, ...]) -> list[tuple[str, str, str, str]]:
    """Return mark, words, detail and target of each line of a cell."""
    return [(one.mark, one.text, one.meta, one.opens) for one in cell]


def test_a_finding_stands_with_its_issue_pair_distance_status_and_evidence() -> None:
    """The issue opens its page, the rest the statements behind the finding."""
    head, finding, *_ = cells(statement("a", "demand", "r5"), statement("b", "demand", "r0", **RUMOUR))
    assert told(head) == [("", "Quota", "", "issue:quota")]
    assert finding[0].label == "A \u2013 B"
    assert told(finding) == [
        ("", "5 steps apart", "", "statement:s0,s1"),
        ("", "Open: how far would A and B go? No limit stated.", "", "statement:s0,s1"),
        ("", "2 statements, the oldest 1 Mar 2025", "", "statement:s0,s1"),
        ("", "weakest evidence: unnamed source", "", ""),
    ]


def test_a_status_that_holds_says_so_and_one_that_does_not_says_what_it_becomes() -> None:
    """On record B has said nothing, which the rumour shows; on fresh evidence all stands."""
    *_, on_record, fresh, without = cells(statement("a", "demand", "r5"), statement("b", "demand", "r0", **RUMOUR))
    assert told(on_record) == [("no_evidence", "No evidence", "from B", "statement:s1")]
    assert told(fresh) == [("same", "Holds", "", "statement:s0,s1")]
    assert told(without) == [
        ("no_evidence", "No evidence", "from B", "statement:s1"),
        ("", "without the anonymous remark of 1 Mar 2025", "", "statement:s1"),
        ("no_evidence", "No evidence", "from A", "statement:s0"),
        ("", "without the on-record statement of 1 Mar 2025", "", "statement:s0"),
    ]


def test_a_status_that_changes_names_what_is_possible_and_the_distance() -> None:
    """Without the old limit and the old offer, an end is open again and the two are further apart."""
    limits = [statement("a", "red_line", "r3"), statement("b", "red_line", "r4", **LONG_AGO)]
    *_, fresh, _ = cells(statement("a", "demand", "r5"), *limits, statement("b", "demand", "r0"), statement("b", "offer", "r2", **LONG_AGO))
    assert told(fresh) == [
        ("unknown", "Open", "(bridgeable or blocked)", "statement:s0,s1,s3"),
        ("", "5 steps apart", "", "statement:s0,s1,s3"),
    ]


def test_a_status_that_holds_at_another_distance_says_both() -> None:
    """The rumour brought the two nearer; without it the same statuses are possible."""
    twice = [statement(party, "demand", at) for party, at in (("a", "r5"), ("b", "r0")) for _ in range(2)]
    *_, on_record, _, without = cells(*twice, statement("b", "offer", "r1", **RUMOUR))
    assert [one[1] for one in told(on_record)] == ["Holds", "5 steps apart"]
    assert told(without) == [
        ("same", "Holds", "", "statement:s0,s1,s2,s3,s4"),
        ("", "5 steps apart without the anonymous remark of 1 Mar 2025", "", "statement:s4"),
    ]


def test_statements_that_leave_the_same_are_put_together() -> None:
    """Two limits exclude each other; without either a zone may exist again. Shown once, opening both."""
    twice = [statement(party, "demand", at) for party, at in (("a", "r5"), ("b", "r0")) for _ in range(2)]
    *_, without = cells(*twice, statement("a", "red_line", "r3"), statement("b", "red_line", "r2"))
    assert told(without) == [
        ("unknown", "Open", "(bridgeable or blocked)", "statement:s0,s1,s2,s3,s4,s5"),
        ("", "without any one of 2 statements", "", "statement:s4,s5"),
    ]


def test_on_record_only_is_not_computed_where_it_is_shown() -> None:
    """Under that cut the cell says so."""
    on_record = cells(statement("a", "demand", "r5"), statement("b", "demand", "r0"), cut=ON_RECORD)[2]
    assert told(on_record) == [("", "Shown already", "", "statement:s0,s1")]


def test_freshness_is_named_in_days() -> None:
    """One number where all issues share it, else from the least to the most."""
    said = [statement("a", "demand", "r5")]
    alike = say(when_a_finding_holds(quota(ladder(6), UP_DOWN, *said).negotiation))
    assert "Fresh evidence is at most 180 days old." in alike
    several = dataset([issue(ladder(6), UP_DOWN), {**issue(ladder(6), UP_DOWN), "id": "other", "name": "Other", "freshness_days": 30}], said)
    assert "Fresh evidence is at most 30 to 180 days old, depending on the issue." in say(when_a_finding_holds(several.negotiation))


def test_one_day_is_singular() -> None:
    """Where evidence is fresh for a day only, the sentence says "1 day"."""
    assert "at most 1 day old." in say(when_a_finding_holds(quota(ladder(6), UP_DOWN, freshness_days=1).negotiation))
