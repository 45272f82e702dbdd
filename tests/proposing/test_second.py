"""A second reading: unit by unit beside the first, with the agreement that the tables of double codings have."""

from __future__ import annotations

import json
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from parley.dataset import load
from parley.proposing.inbox import inbox_of, put
from parley.proposing.lines import proposals_in
from parley.proposing.second import agreement_on, readers_of, second_reading
from parley.proposing.settling import accept, note

SOURCE = "southmark-2025-reply"
NOON = datetime(2025, 5, 1, 12, 0)
BASE: dict[str, Any] = {"party": "southmark", "issue": "harbour-access", "kind": "offer", "place": {"at": "summer"}, "source": SOURCE}


def propose(folder: Path, *statements: dict[str, Any]) -> None:
    put(folder, proposals_in("\n".join(json.dumps({"proposer": "K. Lund", "statement": {**BASE, **one}}) for one in statements), Path("p.jsonl")))


def met(folder: Path) -> list[tuple[int, str, str, str]]:
    dataset = load(folder)
    return [(one.line, one.party, one.issue, one.met) for one in second_reading(dataset.sources[SOURCE], "K. Lund", inbox_of(folder), dataset)]


def test_units_are_set_side_by_side(fjords: Path) -> None:
    """Alike, different, and found by one alone; a paragraph stands for its line."""
    propose(
        fjords,
        {"locator": {"paragraph": 2}},
        {"locator": {"line": 13}, "party": "northland", "issue": "patrols", "kind": "demand", "place": {"at": "armed"}},
        {"locator": {"line": 3}, "kind": "demand", "place": {"at": "all-year"}},
    )
    assert readers_of(SOURCE, inbox_of(fjords)) == ("K. Lund",)
    assert [one for one in met(fjords) if one[3] != "first_only"] == [
        (3, "southmark", "harbour-access", "second_only"), (5, "southmark", "harbour-access", "alike"), (13, "northland", "patrols", "differs"),
    ]  # fmt: skip
    dataset = load(fjords)
    pairs = second_reading(dataset.sources[SOURCE], "K. Lund", inbox_of(fjords), dataset)
    found = agreement_on(pairs, dataset.sources[SOURCE], dataset)
    assert (len(found.both), len(found.second_only), found.kind.share, found.rung.share) == (2, 1, Fraction(1, 2), Fraction(1))


def test_what_came_of_it_stays_the_second_reader_s(fjords: Path) -> None:
    """Accepted or refused, the reading is what it was before the differences were settled."""
    propose(fjords, {"locator": {"line": 3}, "kind": "demand", "place": {"at": "all-year"}}, {"locator": {"line": 5}, "place": {"at": "closed"}})
    before = met(fjords)
    first, second = inbox_of(fjords).open
    accept(fjords, first, "A. Berg", NOON, lambda _work: "accepted")
    note(fjords, second, "refused", "A. Berg", NOON)
    assert met(fjords) == before
    assert {one[3] for one in before} == {"second_only", "differs", "first_only"}
