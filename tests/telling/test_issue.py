"""An issue told in blocks: what lies between the parties is said part by part, once for pages and for all that is made of blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Status
from parley.analysis.overview import OverviewRow, overview_row
from parley.dataset import Dataset
from parley.telling import issue
from parley.telling.briefing import brief
from parley.telling.issue import VerdictPart, verdict
from parley.telling.said import Said, said
from parley.words import say
from tests.making import TODAY, ladder, quota, statement

THREE = {"a": "up", "b": "down", "c": "up"}
IF = {"type": "if", "says": "a leaves."}
SAID = [statement("c", "demand", "r5"), statement("b", "offer", "r1"), statement("b", "offer", "r2", condition=IF)]


def three(*statements: Any) -> Dataset:
    return quota(ladder(6), THREE, *statements, headline=["a", "b"])


def row(data: Dataset, parties: str = "abc") -> OverviewRow:
    by_id = data.negotiation.party_by_id
    return overview_row(data, data.negotiation.issues[0], [by_id[one] for one in parties], TODAY, ALL_EVIDENCE)


def told(parts: tuple[VerdictPart, ...]) -> list[tuple[str, str, list[str]]]:
    """Return each part by its kind, its heading and its sentences."""
    return [(one.kind, say(one.heading), [say(sentence) for sentence in one.told]) for one in parts]


def test_the_pair_compared_first_comes_first_where_another_stands_in_for_it() -> None:
    """Then distance, the question that is open, what would change it and what there is at a price; a status stands before what explains it."""
    parts = verdict(row(three(*SAID)), three(*SAID))
    assert told(parts) == [
        ("first", "A – B", ["No statement by A on this issue in the sources held."]),
        ("apart", "Apart", ["C asks for Rung 5; the best B has put on the table is Rung 1: 4 steps apart."]),
        (
            "status",
            "Status",
            ["Open: what does A ask? No ask stated in the evidence shown."],
        ),
        ("change", "What would change this", ["An outcome fits both limits for certain if C would accept Rung 1, or less."]),
        (
            "price",
            "Under a condition",
            ["This offer by B stands if a leaves. Without it the gap between demand and offer is 4 steps, with it 3 steps."],
        ),
    ]
    assert [say(one.status.told) if one.status else "" for one in parts] == ["No evidence", "", "", "", ""]


def test_a_status_that_is_the_only_one_possible_stands_before_its_sentence() -> None:
    """As a word of its own; what is open has none, and is told by its question."""
    limits = statement("a", "red_line", "r5"), statement("b", "red_line", "r2")
    data = quota(ladder(6), {"a": "up", "b": "down"}, *limits)
    (status,) = (one for one in verdict(row(data, "ab"), data) if one.kind == "status")
    assert status.status is not None
    assert (say(status.status.told), status.status.status) == ("Blocked", Status.BLOCKED)
    assert told((status,)) == [("status", "Status", ["Stated limits exclude each other by 3 steps. No step satisfies both as stated."])]


def test_a_pair_that_is_not_shown_is_named() -> None:
    """One of those whom the files compare first is not among the parties shown."""
    assert told(verdict(row(three(*SAID), "bc"), three(*SAID)))[0] == ("not_shown", "Compared first", ["A – B: not shown"])


def test_one_party_alone_has_no_verdict() -> None:
    """There is nothing between it and nobody."""
    assert verdict(row(three(*SAID), "a"), three(*SAID)) == ()


def test_pages_and_blocks_tell_the_same_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither has sentences of its own: told otherwise in the verdict, they are told so by both."""
    data = three(*SAID)
    parts = tuple(replace(part, told=tuple(_otherwise(part, number) for number, _ in enumerate(part.told))) for part in verdict(row(data), data))
    monkeypatch.setattr(issue, "verdict", lambda row, dataset: parts)
    (briefed,) = brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE).issues
    between, change = ([say(line.told) for line in briefed.told(kind)] for kind in ("gap", "change"))
    everything = [say(sentence) for part in parts for sentence in part.told]
    assert sorted([*between, *(one for one in change if one in everything)]) == sorted(everything)


def _otherwise(part: VerdictPart, number: int) -> Said:
    return said("of-pair", pair=part.heading, told=str(number))


def test_how_all_pairs_stand_comes_last_where_three_principals_are_shown() -> None:
    """B and C are compared first; A asks for more than C."""
    data = quota(
        ladder(6), THREE, statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("c", "demand", "r3"), headline=["c", "b"]
    )
    assert told(verdict(row(data), data))[-1] == ("whole", "All pairs", ["Of 3 pairs 2 open, 1 without a status; widest: A – B, 5 steps apart."])
    assert "whole" not in [one.kind for one in verdict(row(data, "bc"), data)]
