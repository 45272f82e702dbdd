"""The search for words in statements."""

from __future__ import annotations

from tests.making import TODAY, ladder, quota, statement

UP_DOWN_UP = {"a": "up", "b": "down", "c": "up"}


def test_statements_are_found_by_every_word() -> None:
    """In what they say, their note, speaker, party, issue, id or document, whatever the capitals; not by words of two statements together."""
    said = [
        statement("a", "demand", "r5", says="Close the fjords.", note="Or only the northern one."),
        statement("b", "offer", "r1", says="Pause in spring."),
    ]
    data = quota(ladder(6), UP_DOWN_UP, *said)

    def ids(text: str) -> list[str]:
        return [one.id for one in data.matching(text, TODAY)]

    assert ids("FJORDS close") == ["s0"]
    assert ids("northern") == ["s0"]
    assert ids("minister") == ["s0", "s1"]
    assert ids("quota talks") == ["s0", "s1"]
    assert ids("s1") == ["s1"]
    assert ids("fjords spring") == []
    assert ids("  ") == []


def test_what_was_said_later_is_not_found() -> None:
    """The search knows no more than the page."""
    data = quota(ladder(6), UP_DOWN_UP, statement("a", "demand", "r5", said="2025-06-01"))
    assert data.matching("demand", TODAY) == ()
