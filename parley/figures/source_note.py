"""The line beneath every drawing: date and evidence, how many statements are drawn, and the oldest date."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from parley.model import Statement
from parley.telling.drawings import nothing_placed
from parley.telling.evidence import statements_behind
from parley.words import say


def source_note(dated: str, ids: Iterable[str], statement: Callable[[str], Statement]) -> str:
    """Return `dated`, the date and the evidence cut, with what is counted of the statements behind the marks and lines of a drawing, by their ids.

    `statement` returns the one with an id.
    """
    drawn = [*map(statement, ids)]
    return f"{dated} · {say(statements_behind(drawn) if drawn else nothing_placed())}"
