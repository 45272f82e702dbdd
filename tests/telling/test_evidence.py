"""Who said something, on whose word, in which document and when, word for word."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from parley.dataset import Dataset
from parley.model import Attribution, Conveyance
from parley.telling.evidence import attributed, citation, conveyed, newest_day, soft_ways, source_told, statements_behind, whose_word
from parley.telling.said import begun
from parley.words import say
from tests.making import ladder, quota, statement

UP_DOWN = {"a": "up", "b": "down"}


def data(**more: Any) -> Dataset:
    """One statement, of which these fields are different."""
    return quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5", **more))


def test_evidence_is_counted_with_its_oldest_date() -> None:
    """One statement, several, or none."""
    two = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"), statement("b", "demand", "r0", said="2025-02-01")).statements
    assert say(statements_behind(two[:1])) == "1 statement, the oldest 1 Mar 2025"
    assert say(statements_behind(two)) == "2 statements, the oldest 1 Feb 2025"
    assert statements_behind(two).ids == ("s0", "s1")
    assert say(statements_behind(())) == "No statements"


def test_every_grade_and_every_way_has_its_word() -> None:
    """No two are called the same."""
    assert [say(attributed(one)) for one in get_args(Attribution)] == [
        "on record", "unnamed official", "unnamed source", "reporter's account", "third party's analysis", "in a document", "expert coding",
    ]  # fmt: skip
    assert [say(conveyed(one)) for one in get_args(Conveyance)] == [
        "stated", "reported", "enacted", "stated intention", "hint", "forecast", "implied",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "minister, on record, 1 Mar 2025; Talks, 31 Mar 2025, paragraph 1"),
        (
            {"locator": {"line": 1, "paragraph": 12000, "anchor": "herring"}},
            "minister, on record, 1 Mar 2025; Talks, 31 Mar 2025, paragraph 12000",
        ),
        (
            {"locator": {"line": 1, "paragraph": 0, "anchor": "herring"}},
            "minister, on record, 1 Mar 2025; Talks, 31 Mar 2025, heading",
        ),
        ({"conveyance": "hint"}, "minister, on record, hint, 1 Mar 2025; Talks, 31 Mar 2025, paragraph 1"),
        ({"conveyance": "implied", "internal": True}, "minister, on record, implied, internal, 1 Mar 2025; Talks, 31 Mar 2025, paragraph 1"),
        ({"attribution": "third_party_analysis"}, "third party's analysis, on minister, 1 Mar 2025; Talks, 31 Mar 2025, paragraph 1"),
    ],
)
def test_a_statement_is_cited(more: dict[str, Any], words: str) -> None:
    """Who said it, on whose word, when, and where it stands; what others read into a party is not put into its mouth."""
    held = data(**more)
    told = citation(held.statements[0], held)
    assert (say(told), told.ids) == (words, ("s0",))
    assert say(begun(told)) == words[:1].upper() + words[1:]


def test_an_analyst_s_own_word_is_the_analyst_s() -> None:
    """Where the speaker cannot commit the party, a third party's analysis is that speaker's word and is put into nobody else's mouth."""
    speakers = [{"id": "minister", "name": "outside analysts", "commits": False}]
    held = quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5", attribution="third_party_analysis"), parties_as={"a": {"speakers": speakers}})
    assert say(whose_word(held.statements[0], held)) == "outside analysts, third party's analysis"


def test_that_nobody_was_named_is_said_once() -> None:
    """By the attribution, and not by the speaker's name as well."""
    speakers = [{"id": "minister", "name": "officials (unnamed)", "commits": True}]
    held = quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5", attribution="anonymous_official"), parties_as={"a": {"speakers": speakers}})
    assert say(whose_word(held.statements[0], held)) == "officials, unnamed official"
    assert say(source_told(held.sources["gazette"])) == "Talks, 31 Mar 2025"


@pytest.mark.parametrize(
    ("ways", "words"), [(["hint"], ["hint"]), (["implied", "hint"], ["hint", "implied"]), (["hint", "stated"], []), (["forecast"], []), ([], [])]
)
def test_all_that_is_no_more_than_a_hint_says_so(ways: list[str], words: list[str]) -> None:
    """Where anything firmer stands beside it, nothing is said."""
    said = [statement("a", "offer", "r3", conveyance=one) for one in ways]
    assert [say(one) for one in soft_ways(quota(ladder(6), {"a": "up"}, *said).statements)] == words


def test_the_newest_day() -> None:
    """As it was said; none without statements."""
    said = [statement("a", "demand", "r5", said="2025-02"), statement("a", "demand", "r4")]
    assert say(newest_day(quota(ladder(6), {"a": "up"}, *said).statements)) == "1 Mar 2025"
    assert newest_day(()) is None
