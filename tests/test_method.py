"""The document of the method: what code and tests cite of it is there, and each of its laws and worked figures has a test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
METHOD = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
ANCHORS = re.findall(r'<a id="([^"]+)"></a>', METHOD)
CODE = sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in ("parley", "tests", "benchmarks")))
# The one form of a citation: the method and its section, a rule, a law; of several the numbers follow, "to" stands for all between.
CITATION = re.compile(r"\b(method,\s+section|rule|law)s?\s+(P?[0-9]+[a-z]?\b(?:(?:,|\s+and|\s+to)\s+P?[0-9]+[a-z]?\b)*)", re.IGNORECASE)
# What looks like a citation in another form.
LOOSE = re.compile(r"\b[Ss]ections?\s+[0-9]+|\bP[0-9]{1,2}\b")


def cited(text: str) -> Iterator[str]:
    """Yield the anchor of each section, rule and law that a text cites: "section-4", "rule-2", "law-p12"."""
    for word, numbers in CITATION.findall(text):
        kind = word.split()[-1].lower()
        for first, last in re.findall(r"(\w+)(?:\s+to\s+(\w+))?", re.sub(r",|\band\b", " ", numbers)):
            names = [str(number) for number in range(int(first), int(last) + 1)] if last else [first.lower()]
            yield from (f"{kind}-{name}" for name in names)


def anchors(kind: str) -> set[str]:
    return {one for one in ANCHORS if one.startswith(f"{kind}-")}


@cache
def sentences() -> tuple[tuple[str, str], ...]:
    """Return the name of each test and what it says that it shows."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in CODE if path.name.startswith("test_")]
    found = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    return tuple((one.name, ast.get_docstring(one) or "") for one in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("as it stands (method, section 4)", ["section-4"]),
        ("(method, sections 2, 4 and 8; rule 3)", ["section-2", "section-4", "section-8", "rule-3"]),
        ("Rules 2 to 4 make one", ["rule-2", "rule-3", "rule-4"]),
        ("by rules 4a and 6a", ["rule-4a", "rule-6a"]),
        ("law P7, and laws P12 and\n    P13", ["law-p7", "law-p12", "law-p13"]),
        ("the rules that 3 parties obey", []),
    ],
)
def test_citations_are_found_in_their_one_form(text: str, found: list[str]) -> None:
    """One or several of a kind, across the end of a line too."""
    assert list(cited(text)) == found


def test_what_is_cited_stands_in_the_document() -> None:
    """Every section, rule and law; and none is cited in another form, which this would pass over."""
    written = {path: path.read_text(encoding="utf-8") for path in CODE if path != Path(__file__)}
    assert {path: gone for path, text in written.items() if (gone := set(cited(text)) - set(ANCHORS))} == {}
    assert {path: found for path, text in written.items() if (found := LOOSE.findall(CITATION.sub("", text)))} == {}


def test_the_code_cites_the_document() -> None:
    """Or the tests above would hold of anything."""
    found = set(chain.from_iterable(cited(path.read_text(encoding="utf-8")) for path in CODE if path.is_relative_to(ROOT / "parley")))
    assert {"section-2", "section-3", "section-4", "section-8", "rule-2", "rule-4", "law-p12"} <= found


def test_every_law_is_named_by_a_test() -> None:
    """In the sentence that says what the test shows; and no test names one that is not there."""
    named = set(chain.from_iterable(cited(text) for _, text in sentences()))
    assert {one for one in named if one.startswith("law-")} == anchors("law")
    assert len(anchors("law")) >= 14


def test_every_worked_figure_has_a_test() -> None:
    """And every test of one stands in the table."""
    found = {f"vector-{number}" for name, _ in sentences() for number in re.findall(r"^test_tv([0-9]+)_", name)}
    assert found == anchors("vector")
    assert found


def test_each_anchor_is_the_only_one_and_stands_with_its_number() -> None:
    """A link leads to what it names: the heading, rule or law right behind its anchor has the same number."""
    assert len(set(ANCHORS)) == len(ANCHORS)
    behind = {"section": r"\n## {}\.", "rule": r"\n\*\*Rule {}\.", "law": r"\*\*{}\*\*", "vector": r"TV{} \|"}
    for one in ANCHORS:
        kind, _, number = one.partition("-")
        assert re.search(re.escape(f'<a id="{one}"></a>') + behind[kind].format(number if kind == "rule" else number.upper()), METHOD), one


def test_what_the_document_refers_to_is_there() -> None:
    """Links within it lead somewhere, its own citations too, and the modules that it names exist."""
    assert set(re.findall(r"\]\(#([^)]+)\)", METHOD)) == anchors("section")
    assert set(cited(METHOD)) <= set(ANCHORS)
    named = re.findall(r"`((?:parley|tests)/[\w/]+\.py)`", METHOD)
    assert len(named) >= 10
    assert [path for path in named if not (ROOT / path).is_file()] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_readers_are_led_to_it(name: str) -> None:
    """From both documents that a reader begins with."""
    assert "](docs/method.md" in (ROOT / name).read_text(encoding="utf-8")
