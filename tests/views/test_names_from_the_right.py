"""Names written from the right, on pages: what stands beside them keeps its place: in choosers, on the slider and in the words for a chart."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from parley.views.components.dateline import Stop
from tests.views.conftest import Open, write_negotiation

NAME = "هيئة"
ISOLATED = f"\u2068{NAME}\u2069"


def write_talks(folder: Path) -> Path:
    """Write talks in which a party and an issue have an Arabic name, and return the folder above."""
    above = write_negotiation(folder, [("northland", "demand", "r4"), ("southmark", "offer", "r1")])
    path = folder / "negotiation.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("short: Northland", f"short: {NAME}").replace("name: Quota", f"name: Quota {NAME} 12"),
        encoding="utf-8",
    )
    return above


def test_on_the_page_of_an_issue(visit: Open, tmp_path: Path) -> None:
    """In the list of issues and in the words of the chart."""
    found = visit("issue", write_talks(tmp_path / "fjords"))
    options: list[Any] = found.components["issue_navigator"]["groups"][0]["options"]
    assert options == [["quota", f"Quota {ISOLATED} 12", "How much quota?", "1 of 1"]]
    assert f"{ISOLATED}: asks Rung 4 (1 Mar 2025)" in found.alt


def test_on_the_slider() -> None:
    """What took place on a day is told from the left."""
    assert Stop(date(2025, 3, 1), "1 Mar 2025", f"{NAME} 12: delegations meet").as_data(date(2025, 3, 1))[3] == f"{ISOLATED} 12: delegations meet"
