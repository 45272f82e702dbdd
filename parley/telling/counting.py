"""How many there are of something."""

from __future__ import annotations

from typing import Literal

from parley.telling.said import Said, said

What = Literal["days", "documents", "findings", "issues", "statements"]


def counted(count: int, what: What) -> Said:
    """Return how many there are of what is counted."""
    return said("counted", count=count, what=what)
