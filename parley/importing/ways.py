"""How tables write which way a party wants on a scale."""

from __future__ import annotations

from collections.abc import Mapping

from parley.importing.naming import exactly
from parley.model import DirectionWord

# How tables write it, without case.
WAYS: Mapping[str, DirectionWord] = {
    **dict.fromkeys(("up", "more", "higher", "increase", "wants more", "at least", "+", "+1", "1", "↑", "max", "maximise", "maximize"), "up"),
    **dict.fromkeys(("down", "less", "lower", "decrease", "reduce", "wants less", "at most", "-1", "−1", "↓", "min", "minimise", "minimize"), "down"),
    **dict.fromkeys(("target", "exactly", "exact", "a certain place", "certain place", "a certain value", "ideal point", "=", "0"), "target"),
}


def way_of(cell: str) -> DirectionWord | None:
    """Return which way a cell says that a party wants; None where it says nothing that is known."""
    return WAYS.get(exactly(cell))
