"""The catalogues of words: every sentence that is said stands in each of them, is said of what it names, and is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import parley
from parley.exports.column_list import COLUMNS
from parley.telling.said import Verbatim, together
from parley.words import say
from parley.words.fixed import fixed_words
from parley.words.language import catalogue, english

PACKAGE = Path(parley.__file__).parent
LANGUAGES = sorted(one.name for one in (PACKAGE / "words").iterdir() if one.is_dir() and not one.name.startswith("_"))


class Variables(Visitor):
    """Collects the names of what a sentence is said of, and the keys of the sentences that are part of it."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.parts: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 (the library names it)
        self.names.add(node.id.name.removesuffix("-number"))

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.parts.add(node.id.name)


@cache
def entries(code: str) -> dict[str, Variables]:
    """Return, by the key of each sentence of a language, what stands in it."""
    found: dict[str, Variables] = {}
    for entry in FluentParser().parse(catalogue(code)).body:
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice in {code}."
            found[entry.id.name] = Variables()
            found[entry.id.name].visit(entry)
    return found


@cache
def sentences(code: str) -> dict[str, set[str]]:
    """Return, by the key of each sentence of a language, the names of what it is said of, itself and by its parts."""
    held = entries(code)

    def names(key: str) -> set[str]:
        return held[key].names.union(*(names(part) for part in held[key].parts))

    return {key: names(key) for key in held}


@cache
def in_code() -> tuple[tuple[tuple[str, str, set[str] | None], ...], frozenset[str]]:
    """Return what is said, and every text that stands in the code that says things: a key may come through a variable.

    Of a thing said, where that is, its key, and the names of what it is said of; None where they are handed on as they come.
    """
    found: list[tuple[str, str, set[str] | None]] = []
    literals: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found.extend((f"{path.relative_to(PACKAGE)}:{node.lineno}", key, names) for key, names in _told(node))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
    return tuple(found), frozenset(literals)


def _told(node: ast.Call) -> Iterator[tuple[str, set[str] | None]]:
    """Yield the keys that a call says, with the names of what they are said of."""
    name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name in ("said", "Said", "_sentence") and node.args:
        names = _keywords(node) if name == "said" else _mapping(node.args[1] if len(node.args) > 1 else None)
        yield from ((key, names) for key in _keys(node.args[0]))


def _keys(node: ast.expr) -> Iterator[str]:
    """Yield the keys that may be meant: a literal, or either of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _keys(node.body)
        yield from _keys(node.orelse)


def _keywords(node: ast.Call) -> set[str] | None:
    return None if any(one.arg is None for one in node.keywords) else {one.arg for one in node.keywords if one.arg}


def _mapping(node: ast.expr | None) -> set[str] | None:
    if node is None:
        return set()
    if not isinstance(node, ast.Dict) or not all(isinstance(key, ast.Constant) for key in node.keys):
        return None
    return {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_thing_said_has_its_sentence(code: str) -> None:
    """Under its key, and said of exactly what the sentence names."""
    known = sentences(code)
    found, _ = in_code()
    assert len(found) > 20
    assert [(where, key) for where, key, _ in found if key not in known] == []
    assert [(where, key, names ^ known[key]) for where, key, names in found if names is not None and names != known[key]] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_is_said(code: str) -> None:
    """What nobody says leaves the catalogue."""
    parts = {part for entry in entries(code).values() for part in entry.parts}
    _, literals = in_code()
    assert set(sentences(code)) - literals - parts == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_catalogue_has_no_flaw(code: str) -> None:
    """Every entry is read; what the format does not know is no sentence."""
    assert [entry.content for entry in FluentParser().parse(catalogue(code)).body if isinstance(entry, ftl.Junk)] == []


def test_a_catalogue_is_read_once() -> None:
    """A document asks for the language for each of its sentences; each reading would take longer than a table."""
    assert english() is english()


# What is quoted: words of a document, words that a reader looked for, and ids as an address or a file has them.
QUOTED = {
    *{"by-anchor", "at-anchor", "held-in-anchor", "presenting-gone", "presenting-nearest", "id-taken"},
    *{"found-for", "nothing-holds", "mended", "none-near"},
}
MARKS = "“”„«»\"'‘"


class Quotations(Visitor):
    """Tells whether quotation marks stand round anything that a sentence is said of."""

    def __init__(self) -> None:
        self.found = False

    def visit_Pattern(self, node: ftl.Pattern) -> None:  # noqa: N802
        for before, after in pairwise(node.elements):
            if isinstance(after, ftl.Placeable) and isinstance(before, ftl.TextElement):
                self.found |= before.value.endswith(tuple(MARKS))
            if isinstance(before, ftl.Placeable) and isinstance(after, ftl.TextElement):
                self.found |= after.value.startswith(tuple(MARKS))
        self.generic_visit(node)


def test_no_sentence_puts_a_name_in_quotation_marks_or_speaks_of_rungs() -> None:
    """Quotation marks mean that somebody said it, so the name of a step has none; only what is really quoted does. Files have rungs, readers steps."""
    quoting = set()
    for entry in FluentParser().parse(catalogue("en")).body:
        if isinstance(entry, ftl.Message):
            marks = Quotations()
            marks.visit(entry)
            quoting |= {entry.id.name} if marks.found else set()
    assert quoting == QUOTED
    titles = [column.title for columns in COLUMNS.values() for column in columns]
    assert [text for text in (*fixed_words(), *titles) if re.search(r"\b(rung|ladder)", text, re.IGNORECASE)] == []


# What is told only of more than one: of what is one there is another sentence, or it is never counted.
ALWAYS_SEVERAL = {
    *{"show-all", "last-days", "parts-chosen", "shown-first", "too-many-levels"},
    *{"rests-on-each", "only-distance-rests-on-each", "without-any-of", "pairs-by-status"},
}
COUNTED = re.compile(r"\{ \$([a-z_]+) \} (?!of\b|without\b)(?:[a-z]+ ){0,2}?[a-z]{2,}(?<!s)s\b")
NUMBERS = {"changes", "count", "days", "held", "issues", "left", "many", "more", "needed", "number", "pairs", "placed", "shown", "total", "whole"}


def test_what_is_counted_agrees_with_its_number() -> None:
    """Every sentence that names several beside a number has another form for one."""
    several = {
        entry.id.name
        for entry in FluentParser().parse(catalogue("en")).body
        if isinstance(entry, ftl.Message)
        for text in [catalogue("en")[slice(*_span(entry))]]
        for name in COUNTED.findall(text)
        if name in NUMBERS and f"${name}-number ->" not in text
    }
    assert several == ALWAYS_SEVERAL


def _span(entry: ftl.Message) -> tuple[int, int]:
    assert entry.span is not None
    return entry.span.start, entry.span.end


def test_a_list_of_any_length_is_said() -> None:
    """Thing by thing, the last two in their own way, however many stand before them."""
    names = [str(number) for number in range(3000)]
    assert say(together(*map(Verbatim, names), how="comma")) == ", ".join(names)
    assert say(together(*map(Verbatim, names))) == f"{', '.join(names[:-1])} and 2999"
    assert [say(together(*map(Verbatim, names[:count]))) for count in range(3)] == ["", "0", "0 and 1"]
