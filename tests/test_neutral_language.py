"""The words on screen: the terms of the method and no others, no forecast, no judgement, no emoji, and no shipped name in the code."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from parley.dataset import load
from parley.words.fixed import fixed_words

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "parley"
ASSETS = sorted(path for path in (PACKAGE / "views" / "assets").iterdir() if path.is_file())
# What is read on screen is written here; the model and the rules speak to those who write files.
SCREEN = [
    *sorted((PACKAGE / "views").rglob("*.py")),
    *sorted((PACKAGE / "analysis").glob("*.py")),
    *sorted((PACKAGE / "figures").glob("*.py")),
    PACKAGE / "__init__.py",
    ROOT / "dashboard.py",
    ROOT / "every_page.py",
]
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u2b50\u2b55]")
# Words that the method keeps off the screen, with the pattern that finds them.
REFUSED = {
    "a judgement": r"\bacceptab|\breasonabl|\bunfair|\bshould\b",
    "a forecast": r"\bprobab|\bcompatib|\blikel(y|ihood)|\bchances?\b|\bpredict",
    "another word for a party": r"\bstakeholder|\bactors?\b|(?<!\bby )\bsides?\b(?! by side)",
    "another word for an issue": r"\btopics?\b|\bdossier",
    "another word for a position": r"\bstances?\b|\bbottom line",
    "another word for a statement": r"\bclaims?\b|\bfacts?\b",
    "a score": r"\bscores?\b|\bratings?\b|\branks?\b",
}
# Words of the code that are compared with or handed on, and never shown: the name of a reading, and a setting of the chart's legend.
NEVER_SHOWN = {"acceptable", "side"}
REFUSALS = "refusals"  # the part of the catalogue that names what is refused


@cache
def literals(path: Path) -> tuple[ast.Constant, ...]:
    """Return the string literals of a module, docstrings and the examples of the model left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            left_out.add(id(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "described":
            left_out.update(id(one) for one in ast.walk(node))
    return tuple(node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out)


@cache
def texts(path: Path) -> tuple[str, ...]:
    """Return what a module puts on screen."""
    return tuple(one.value for one in literals(path) if isinstance(one.value, str))


@pytest.mark.parametrize("what", REFUSED)
def test_the_screen_has_the_words_of_the_method(what: str) -> None:
    """No judgement, no forecast, no score, and one word for each idea."""
    said = [("the catalogue", text) for text in fixed_words(without=(REFUSALS,))]
    said += [(path.name, text) for path in SCREEN for text in texts(path) if text not in NEVER_SHOWN]
    assert [(where, text) for where, text in said if re.search(REFUSED[what], text, re.IGNORECASE)] == []


def test_a_red_line_is_called_a_stated_limit_on_screen() -> None:
    """The name that the files use is told once, where the marks are explained."""
    assert [path.name for path in SCREEN for text in texts(path) if re.search("red line", text, re.IGNORECASE)] == []
    assert [text for text in fixed_words() if re.search("red line", text, re.IGNORECASE)] == [
        "It has said that it will not go beyond the teeth (“red line” in the files). Where the bar fades, it may refuse that as well."
    ]


def test_what_is_refused_is_said_in_one_place() -> None:
    """The page that explains the product names what it does not say, and no other sentence has the words for it."""
    assert {*fixed_words()} - {*fixed_words(without=(REFUSALS,))} == {
        "No probability of an agreement, no percentage of compatibility, no index over issues.",
        "No sum or average of steps: each has a name, and they are not equal.",
        "No point inside an unknown range. What is not known is drawn as not known, and never as the middle or as zero.",
        "A limit that follows from an offer is never shown as one that was stated.",
        "A forecast or an analyst's reading is shown and marked, and never counted as the party's own position.",
        "What a party would settle for. Only what it has said.",
    }


def test_there_is_no_emoji() -> None:
    """Marks are drawn; letters are words."""
    paths = [*sorted(PACKAGE.rglob("*.py")), ROOT / "dashboard.py", ROOT / "every_page.py", *ASSETS]
    assert {path: found for path in paths if (found := EMOJI.findall(path.read_text(encoding="utf-8")))} == {}


def test_the_code_knows_no_shipped_party_issue_or_source() -> None:
    """All that is said about a negotiation stands in its files: no id or name of the shipped one is in the code, examples in guidelines apart."""
    data = load(ROOT / "positions" / "us-china-trade")
    negotiation = data.negotiation
    names = {negotiation.id, negotiation.title, *data.sources, *data.statement_by_id}
    for party in negotiation.parties:
        names |= {party.id, party.name, party.short}
    for issue in negotiation.issues:
        names |= {issue.id, issue.name, issue.label}
    pattern = re.compile(rf"(?<![\w-])({'|'.join(sorted(map(re.escape, names)))})(?![\w-])")
    code = [(path.name, str(one.value)) for path in sorted(PACKAGE.rglob("*.py")) for one in literals(path)]
    browser = [(path.name, path.read_text(encoding="utf-8")) for path in ASSETS if path.suffix in (".js", ".css")]
    catalogue = [("the catalogue", text) for text in fixed_words()]
    assert [(name, pattern.findall(text)) for name, text in [*code, *browser, *catalogue] if pattern.search(text)] == []
