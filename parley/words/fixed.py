"""The fixed words of a language: what its catalogue says whatever is told, run by run, without what a sentence is said of."""

from __future__ import annotations

from functools import cache

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from parley.words.language import catalogue


class _Runs(Visitor):
    """Collects the runs of words between the places where something is put in."""

    def __init__(self) -> None:
        self.found: dict[str, None] = {}

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 (the library names it)
        run = node.value.strip()
        if run:
            self.found[run] = None


@cache
def fixed_words(code: str = "en", without: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return each run of words of a language's catalogue once, without blanks around it; `without` as `catalogue` has it."""
    runs = _Runs()
    runs.visit(FluentParser().parse(catalogue(code, without)))
    return tuple(runs.found)
