"""Many problems in few lines: what is one kind, which of it is told, and how the rest is counted."""

from __future__ import annotations

from parley.errors import Problem
from parley.grouping import foremost, told_by_kind


def problems(count: int, what: str, file: str = "a.yaml") -> list[Problem]:
    return [Problem(file, line, 1, what.format(line)) for line in range(1, count + 1)]


def test_a_kind_with_few_places_is_told_whole() -> None:
    """Twenty lines can be read."""
    few = problems(20, "There is no source '{}'.")
    assert told_by_kind(few) == [str(one) for one in few]


def test_a_kind_with_many_places_is_counted() -> None:
    """Alike but for what they quote; where they quote few words, each word is a kind of its own."""
    wrong = (
        problems(30, "There is no source '{}'.")
        + problems(25, "The key 'says' is missing.", "b.yaml")
        + problems(2, "The key 'firm{}' is missing.", "c.yaml")
    )
    assert told_by_kind(wrong) == [
        *(f"a.yaml:{line}:1: There is no source '{line}'." for line in range(1, 6)),
        *(f"b.yaml:{line}:1: The key 'says' is missing." for line in range(1, 6)),
        "c.yaml:1:1: The key 'firm1' is missing.",
        "c.yaml:2:1: The key 'firm2' is missing.",
        "a.yaml:1:1: And 25 more errors like this one, in a.yaml. 'check --all' lists each.",
        "b.yaml:1:1: And 20 more errors like this one, in b.yaml. 'check --all' lists each.",
    ]


def test_the_files_of_those_counted_are_counted_too() -> None:
    """Who mends them wants to know how far they reach."""
    assert told_by_kind(problems(20, "There is no issue '{}'.") + problems(20, "There is no issue '{}'.", "b.yaml"))[-1] == (
        "a.yaml:1:1: And 35 more errors like this one, in 2 files. 'check --all' lists each."
    )


def test_the_first_of_every_kind_comes_before_the_second_of_any() -> None:
    """So that a small fault is not hidden behind a common one."""
    wrong = [*problems(30, "There is no source '{}'."), Problem("b.yaml", 7, 1, "Unknown key 'x'.")]
    assert [(one.file, one.line) for one in foremost(wrong, 3)] == [("a.yaml", 1), ("a.yaml", 2), ("b.yaml", 7)]
    assert foremost(wrong[:2], 8) == wrong[:2]
