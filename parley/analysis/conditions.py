"""What a statement depends on, in words: the one wording of a condition."""

from __future__ import annotations

from collections.abc import Mapping

from parley.model import Condition, Kind, Party, Statement

_LINKS: Mapping[str, str] = {"if": "if", "only_if": "only if", "iff": "if and only if"}
_NOUNS: Mapping[Kind, str] = {"demand": "demand", "red_line": "limit", "offer": "offer", "threat": "threat", "rationale": "reason"}


def condition_words(condition: Condition) -> str:
    """Return the condition as it follows what depends on it: "only if the US moves first", without a full stop."""
    return f"{_LINKS[condition.type]} {condition.says.rstrip('.')}"


def under_condition(words: str, statement: Statement) -> str:
    """Return where a statement stands, with what it depends on: "“Limited”, only if the US moves first"."""
    return f"{words}, {condition_words(statement.condition)}" if statement.condition else words


def stands_words(statement: Statement, party: Party, opening: str) -> str:
    """Return that a statement stands under its condition: "This offer by China stands only if the US moves first"; `opening` is "This" or "A".

    Raises ValueError for a statement without a condition.
    """
    if statement.condition is None:
        raise ValueError(f"{statement.id} depends on nothing.")
    noun = _NOUNS[statement.kind]
    article = "An" if opening == "A" and noun[0] in "aeiou" else opening
    return f"{article} {noun} by {party.in_sentence} stands {condition_words(statement.condition)}"
