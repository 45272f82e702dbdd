"""How well the evidence carries each finding: what it rests on alone, and the weakest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Status
from parley.analysis.overview import overview
from parley.analysis.strength import Strength, strength_sentence, weakest_first
from parley.dataset import Dataset
from tests.making import TODAY, dataset, issue, ladder, quota, statement

UP_DOWN = {"a": "up", "b": "down"}


def strengths(data: Dataset) -> tuple[Strength, ...]:
    return weakest_first(data, overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE), TODAY, ALL_EVIDENCE)


def strength(*statements: Mapping[str, Any]) -> Strength:
    """Return the strength of the one finding."""
    (found,) = strengths(quota(ladder(6), UP_DOWN, *statements))
    return found


def test_a_finding_names_the_statements_without_which_it_changes() -> None:
    """Recomputed without each: the status or distance that would be left stands beside it, the weakest word first."""
    found = strength(statement("a", "demand", "r5"), statement("b", "offer", "r1", attribution="anonymous_source"), statement("b", "demand", "r0"))
    assert [(one.id, status, distance) for one, status, distance in found.rests_on] == [
        ("s1", Status.UNKNOWN, "5 rungs apart"),
        ("s0", Status.NO_EVIDENCE, ""),
    ]
    assert found.ids == ("s0", "s1", "s2")


def test_a_removed_statement_lets_the_one_it_replaced_return() -> None:
    """Leaving evidence out is not the same as widening: what was superseded stands again, and the distance changes."""
    old = statement("a", "demand", "r4", said="2025-02-01")
    new = statement("a", "demand", "r5", supersedes=["s0"])
    found = strength(old, new, statement("b", "offer", "r1"))
    assert ("s1", Status.UNKNOWN, "3 rungs apart") in [(one.id, status, distance) for one, status, distance in found.rests_on]


def test_the_weaker_side_is_graded_by_its_best_word() -> None:
    """A side with a statement on record and a rumour stands on the record; the other's rumour alone is the weaker."""
    found = strength(
        statement("a", "demand", "r5"),
        statement("a", "demand", "r5", attribution="reporter"),
        statement("b", "demand", "r0", attribution="anonymous_official"),
        statement("b", "offer", "r1", attribution="reporter"),
    )
    assert found.weaker_grade == "anonymous_official"


def several(*graded: tuple[str, str, int]) -> Sequence[str]:
    """Return the order of findings on issues with a grade and a number of demands on the weaker side."""
    issues = [{**issue(ladder(6), UP_DOWN), "id": name} for name, _, _ in graded]
    said = [statement("a", "demand", "r5", issue=name, attribution=grade) for name, grade, number in graded for _ in range(number)]
    said += [statement("b", "demand", "r0", issue=name) for name, _, _ in graded]
    return [one.row.issue.id for one in strengths(dataset(issues, said))]


def test_the_weakest_finding_comes_first() -> None:
    """By grade, then by the number of statements, then in the order of the issues."""
    order = several(
        ("one", "on_record", 1), ("two", "reporter", 2), ("three", "reporter", 1), ("four", "anonymous_source", 1), ("five", "on_record", 1)
    )
    assert order == ["three", "two", "four", "one", "five"]


def test_only_the_weakest_findings_are_worked_out_where_a_number_is_given() -> None:
    """The first of the order are returned, and no others."""
    issues = [{**issue(ladder(6), UP_DOWN), "id": name} for name in ("one", "two")]
    said = [statement("a", "demand", "r5", issue="one"), statement("a", "demand", "r5", issue="two", attribution="reporter")]
    data = dataset(issues, [*said, *(statement("b", "demand", "r0", issue=name) for name in ("one", "two"))])
    rows = overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    assert [one.row.issue.id for one in weakest_first(data, rows, TODAY, ALL_EVIDENCE, most=1)] == ["two"]


def test_what_is_not_evidenced_is_no_finding() -> None:
    """Where one side is silent nothing is found, so nothing is weak."""
    assert strengths(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"))) == ()
    assert strengths(quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5"))) == ()


def test_the_sentence_says_on_what_a_finding_rests_and_what_would_be_left() -> None:
    """The words follow the grade, the end follows what is left."""
    found = strength(statement("a", "demand", "r5"), statement("b", "demand", "r0", attribution="anonymous_source"))
    assert strength_sentence(found).text == (
        "Rests on one anonymous remark, 1 Mar 2025. Without it the status is no evidence. Leaving out the other changes it too."
    )
    assert strength_sentence(found).ids == ("s1",)


def test_the_sentence_tells_a_changed_distance() -> None:
    """The status stays, but the parties would be further apart."""
    offer = statement("b", "offer", "r1", attribution="reporter")
    found = strength(
        statement("a", "demand", "r5"), statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "demand", "r0"), offer
    )
    assert strength_sentence(found).text == "Rests on one reporter's account, 1 Mar 2025. Without it the two are 5 rungs apart."


def test_the_sentence_tells_statuses_that_become_possible() -> None:
    """Nobody asks, so there is no distance, before or after; without B's offer the offers, and even the demands, may meet."""
    limit = statement("b", "red_line", ("r1", "r3"))
    found = strength(
        statement("a", "offer", "r2"), statement("a", "offer", "r2"), limit, limit, statement("b", "offer", "r1", attribution="document")
    )
    assert strength_sentence(found).text == "Rests on one document, 1 Mar 2025. Without it other statuses are possible."


def test_several_that_carry_it_are_counted() -> None:
    """Each by itself would change the finding, not necessarily in the same way."""
    found = strength(
        statement("a", "demand", "r5"), statement("a", "red_line", "r3"), statement("b", "red_line", "r1"), statement("b", "offer", "r1")
    )
    assert strength_sentence(found).text.endswith(f"Leaving out any of {len(found.rests_on) - 1} others changes it too.")


def test_a_finding_that_no_single_statement_carries_says_so() -> None:
    """Each side said it twice."""
    twice = [statement(party, "demand", rung) for party, rung in (("a", "r5"), ("b", "r0")) for _ in range(2)]
    found = strength(*twice)
    assert strength_sentence(found).text == "No single statement carries it: leaving out any one changes neither status nor distance."
    assert strength_sentence(found).ids == ("s0", "s1", "s2", "s3")
