"""Every page tells a condition as it is: if, only if, if and only if; for a demand and a limit as for an offer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.making import LINKS, links_told
from tests.views.conftest import Open, write_negotiation, write_yaml

KINDS = {"demand": "r2", "red_line": "r4", "offer": "r3"}
WHEN = "the herring return"


@pytest.fixture
def positions(tmp_path: Path) -> Path:
    """Three issues, one for each link; on each the second party asks, rules out and offers something under the condition."""
    issues = [link.replace("_", "-") for link in LINKS]
    said = [("northland", "demand", "r5"), *(("southmark", kind, rung) for kind, rung in KINDS.items())]
    folder = tmp_path / "positions"
    write_negotiation(folder, said, issues=issues, shown=["northland", "southmark"], headline=["northland", "southmark"])
    for party in ("northland", "southmark"):
        path = folder / f"{party}.yaml"
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        held["statements"] = [_on(one, link, number) for number, link in enumerate(LINKS) for one in held["statements"]]
        write_yaml(path, held)
    return folder


def _on(one: Mapping[str, Any], link: str, number: int) -> dict[str, Any]:
    """Return the statement on the issue of this link, under its condition where the second party says it."""
    made = {**one, "id": f"{one['id']}-{number}", "issue": link.replace("_", "-")}
    return {**made, "condition": {"type": link, "says": WHEN}} if "southmark" in one["says"] else made


@pytest.mark.parametrize("page", ["overview", "table", "movement", "compare"])
def test_a_page_of_all_issues_tells_each_link_as_often(page: str, visit: Open, positions: Path) -> None:
    """None of the three is told as another, and each stands there for all three kinds."""
    if page == "table":
        found = visit("overview", positions, view=page)
    else:
        found = visit(page, positions, since="2025-03-01") if page == "movement" else visit(page, positions)
    shown = " ".join([*found.texts, json.dumps(found.sheets, ensure_ascii=False), json.dumps(found.glances, ensure_ascii=False)])
    counts = links_told(shown, WHEN)
    assert len(set(counts.values())) == 1, counts
    assert counts["if"] >= len(KINDS)


@pytest.mark.parametrize(("link", "words"), LINKS.items())
def test_the_issue_page_and_the_drawer_tell_the_link_as_it_is(link: str, words: str, visit: Open, positions: Path) -> None:
    """In the lines of the position, on the cards, in the price, in the ball in court and in the drawer; and no other link."""
    issue = link.replace("_", "-")
    number = list(LINKS).index(link)
    found = visit("issue", positions, issue=issue, statement=f"positions-1-{number}")
    shown = " ".join([*found.texts, json.dumps(found.sheets, ensure_ascii=False)])
    counts = links_told(shown, WHEN)
    assert {name for name, count in counts.items() if count} == {words}
    assert f"{words} {WHEN}" in json.dumps(found.sheets[f"evidence_positions-1-{number}"], ensure_ascii=False)
    for kind in ("demand", "limit", "offer"):
        assert f"This {kind} by Southmark stands {words} {WHEN}." in shown
