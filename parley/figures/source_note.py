"""The line beneath every drawing: date and evidence, how many statements are drawn, and the oldest date."""

from __future__ import annotations

from collections.abc import Callable

from parley.figures.gap_geometry import GapDrawing
from parley.figures.timeline_geometry import TimelineDrawing
from parley.model import Statement
from parley.telling.drawings import nothing_placed
from parley.telling.evidence import statements_behind
from parley.words import say


def source_note(dated: str, drawing: GapDrawing | TimelineDrawing, statement: Callable[[str], Statement]) -> str:
    """Return `dated`, the date and the evidence cut, with what is counted of the statements behind the marks and lines of a drawing, each once.

    `statement` returns the one with an id.
    """
    drawn = [*map(statement, drawing.ids)]
    return f"{dated} · {say(statements_behind(drawn) if drawn else nothing_placed())}"
