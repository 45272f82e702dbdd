"""Findings for tests of robustness: what is found on a ladder of six rungs, of which one party wants more and one less."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.analysis.overview import overview
from parley.analysis.robustness import Robustness, weakest_first
from parley.dataset import Dataset
from tests.making import TODAY, ladder, quota

UP_DOWN = {"a": "up", "b": "down"}
RUMOUR = {"attribution": "anonymous_source"}
LONG_AGO = {"said": "2024-03-01"}


def all_findings(data: Dataset, cut: EvidenceCut = ALL_EVIDENCE) -> tuple[Robustness, ...]:
    """Return every finding between the parties, the weakest first."""
    return weakest_first(data, overview(data, data.negotiation.parties, TODAY, cut), TODAY, cut)


def finding(*statements: Mapping[str, Any], cut: EvidenceCut = ALL_EVIDENCE, **more: Any) -> Robustness:
    """Return the robustness of the one finding on a ladder of six rungs."""
    (found,) = all_findings(quota(ladder(6), UP_DOWN, *statements, **more), cut)
    return found
