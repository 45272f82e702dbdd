"""How many there are of something, in words."""

from __future__ import annotations

from parley.telling.counting import counted
from parley.words import said_all, say


def test_things_are_counted_in_words() -> None:
    """One is one, and many have their digits in groups."""
    assert said_all(counted(number, "documents") for number in (0, 1, 2)) == ("0 documents", "1 document", "2 documents")
    assert say(counted(12_000, "rows")) == "12\u202f000 rows"
