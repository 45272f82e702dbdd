"""Who waits for an answer: on which issues, on which statements, and those on most issues first."""

from __future__ import annotations

from datetime import date
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD, EvidenceCut
from parley.analysis.overview import overview
from parley.analysis.waiting import unanswered
from parley.dataset import Dataset
from tests.making import TODAY, dataset, issue, ladder, statement

Waiting = list[tuple[str, str, str, tuple[str, ...]]]


def on(name: str, party: str, said: str, **more: Any) -> dict[str, Any]:
    return {**statement(party, "demand", "r5" if party == "a" else "r1", said=said, **more), "issue": name}


def waiting(data: Dataset, as_of: date = TODAY, cut: EvidenceCut = ALL_EVIDENCE) -> Waiting:
    parties = data.negotiation.parties
    found = unanswered(data, overview(data, parties, as_of, cut), parties, as_of, cut)
    return [(one.party.id, one.other.id, " ".join(each.id for each in one.issues), one.ids) for one in found]


def test_who_has_not_answered_is_told_with_the_newest_words_of_both() -> None:
    """On nets A spoke after B, on ice and boats B after A, so B comes first; on salt both spoke on one day, on ports A alone."""
    said = [
        *(on("nets", "b", "2025-03-01"), on("nets", "a", "2025-03-02")),
        *(on("ice", "a", "2025-03-01"), on("ice", "b", "2025-03-03"), on("ice", "b", "2025-03-04")),
        *(on("boats", "a", "2025-03-01"), on("boats", "b", "2025-03-03", attribution="anonymous_source")),
        *(on("salt", "a", "2025-03-05"), on("salt", "b", "2025-03-05")),
        on("ports", "a", "2025-03-06"),
    ]
    names = ("nets", "ice", "boats", "salt", "ports")
    data = dataset([{**issue(ladder(6), {"a": "up", "b": "down"}), "id": one, "name": one} for one in names], said)
    assert waiting(data) == [("b", "a", "ice boats", ("s2", "s4", "s5", "s6")), ("a", "b", "nets", ("s1", "s0"))]
    assert waiting(data, cut=ON_RECORD) == [("a", "b", "nets", ("s1", "s0")), ("b", "a", "ice", ("s2", "s4"))]
    assert waiting(data, date(2025, 3, 3)) == [("b", "a", "ice boats", ("s2", "s3", "s5", "s6")), ("a", "b", "nets", ("s1", "s0"))]
