"""All that was said on an issue, sorted by what becomes of it."""

from __future__ import annotations

from parley.analysis.clusters import gathered
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import overview_row
from parley.analysis.said_on import SaidOn, said_on
from tests.making import TODAY, dataset, issue, ladder, statement


def test_each_statement_by_then_stands_in_one_part() -> None:
    """A's newer demand counts and its older does not; four parties are shown by themselves, the others in clusters. What is said a day later is no part."""
    said = [
        statement("a", "offer", "r3", said="2025-04-01"),
        statement("a", "demand", "r5"),
        statement("a", "demand", "r4", said="2025-03-31", supersedes=["s1"]),
        statement("a", "threat", {"not_placeable": "A threat."}),
        statement("b", "rationale", {"not_placeable": "A reason."}),
        statement("b", "offer", "r1"),
        *(statement(one, "demand", "r3") for one in "cdefgh"),
        {**statement("a", "demand", "r1"), "issue": "nets"},
    ]
    ways = {one: "up" if one in "aceg" else "down" for one in "abcdefgh"}
    data = dataset([issue(ladder(6), ways), {**issue(ladder(6), ways), "id": "nets"}], said, headline=("a", "b"))
    found = gathered(overview_row(data, data.negotiation.issues[0], data.negotiation.parties, TODAY, ALL_EVIDENCE), data.negotiation)
    assert "".join(one.id for one in found.focus) == "abcd"
    parts = said_on(data, found)
    assert parts == SaidOn(("s2", "s5", "s6", "s7"), ("s1",), ("s3",), ("s4",), ("s8", "s9", "s10", "s11"))
    assert parts.ids == ("s1", "s10", "s11", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9")
