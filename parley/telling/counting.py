"""How many there are of something."""

from __future__ import annotations

from typing import Literal

from parley.model import Kind
from parley.telling.said import Said, said

What = Literal["days", "documents", "findings", "finds", "issues", "readings", "rows", "slides", "statements"]


def counted(count: int, what: What) -> Said:
    """Return how many there are of what is counted."""
    return said("counted", count=count, what=what)


def so_many_of(count: int, of: int) -> Said:
    """Return how many there are of how many."""
    return said("so-many-of", count=count, of=of)


def counted_kind(count: int, kind: Kind) -> Said:
    """Return how many statements there are of a kind, by its name."""
    return said("counted-kind", count=count, kind=kind)
