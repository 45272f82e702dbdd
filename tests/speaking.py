"""Datasets in which several speakers of one party speak."""

from __future__ import annotations

from datetime import date
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.analysis.voices import PartVoices, voices_of
from parley.dataset import Dataset
from tests.making import TODAY, percent, position, quota, statement

PEOPLE = {
    "speakers": [
        {"id": "president", "name": "President Holm", "commits": True},
        {"id": "secretary", "name": "Secretary Vik", "commits": True},
        {"id": "adviser", "name": "adviser (unnamed)", "commits": False},
        {"id": "leak", "name": "diplomats (unnamed)", "commits": False},
    ]
}


def said(speaker: str, kind: str, at: Any, on: str = "2025-03-01", **more: Any) -> dict[str, Any]:
    """Return a statement by this speaker of A."""
    return statement("a", kind, at, speaker=speaker, said=on, **more)


def held(*statements: dict[str, Any], direction: str = "up", **more: Any) -> Dataset:
    """Return a dataset of what the speakers of A said; A alone is party to the issue."""
    return quota(percent(), {"a": direction}, *statements, parties_as={"a": PEOPLE}, **more)


def voices(data: Dataset, as_of: date = TODAY, cut: EvidenceCut = ALL_EVIDENCE) -> tuple[PartVoices, ...]:
    """Return the voices within the position of A."""
    return voices_of(data, [position(data, "a", as_of, cut)])
