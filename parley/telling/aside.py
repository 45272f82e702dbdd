"""Why statements carry no part of a position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from parley.analysis.aside import LEFT_OUT, Aside
from parley.telling.said import Listed, said, together


def left_out(reasons: Iterable[Aside]) -> Listed | None:
    """Return how many statements were left out and why, in a row; None where none was."""
    counts = Counter(one.kind for one in reasons)
    told = [said("left-out", count=counts[kind], why=kind.name.lower()) for kind in LEFT_OUT if counts[kind]]
    return together(*told, how="comma") if told else None
