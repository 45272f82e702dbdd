"""The charts that the dashboard shows, prepared for pages that do nothing but show them, and what must be seen once one is painted."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from parley.dataset import Dataset
from parley.model import Issue


@dataclass(frozen=True)
class Prepared:
    """What is shown of one issue: its heading, its question, and its chart as plotly reads it; none where there is nothing to draw."""

    id: str
    name: str
    question: str
    figure: Mapping[str, Any] | None

    def wanted(self) -> dict[str, str]:
        """Return what the page must show, under the names that `benchmarks.painted` reads."""
        return {"heading": letters(self.name), "question": letters(self.question), "texts": texts_of(self.figure)}


def letters(text: str) -> str:
    """Return a text without what its place on a page may change: spaces, and the signs that hold what turns it about inside."""
    return re.sub(r"[\s\u2066-\u2069]+", "", text)


def texts_of(figure: Mapping[str, Any] | None) -> str:
    """Return all texts of a chart, sorted, as they are read from the page: without the marks that give a part of one its own colour."""
    texts = (one for trace in (figure["data"] if figure else []) for one in trace.get("text", []))
    return "|".join(sorted(filter(None, (letters(unescape(re.sub(r"</?span[^>]*>", "", one))) for one in texts))))


def in_order(dataset: Dataset) -> list[Issue]:
    """Return the issues as the chooser lists them."""
    negotiation = dataset.negotiation
    return [issue for group in negotiation.groups for issue in negotiation.issues if issue.group == group.id]


def as_shown(dataset: Dataset, panel: str) -> list[Prepared]:
    """Return what the dashboard shows of every issue, in the order of its chooser, by the whole address of a panel that it has drawn.

    So date, evidence, parties and width are those of the page, and the texts of the charts break where they break there.
    """
    before, _ = panel.rsplit("&issue=", 1)
    return [Prepared(issue.id, issue.name, issue.question, _figure(f"{before}&issue={issue.id}")) for issue in in_order(dataset)]


def _figure(panel: str) -> Mapping[str, Any] | None:
    with urllib.request.urlopen(panel) as answer:
        parts = json.load(answer)["parts"]
    return next((json.loads(one["chart"]["figure"]) for one in parts if one["kind"] == "chart"), None)


def write_charts(shown: Sequence[Prepared], file: Path) -> None:
    """Write all that has a chart for the bare pages."""
    held = [{"name": one.name, "question": one.question, "figure": one.figure} for one in shown if one.figure]
    file.write_text(json.dumps(held), encoding="utf-8")


def run_of(shown: Sequence[Prepared], most: int) -> list[Prepared]:
    """Return the first issues, one after another and each with a chart, of which there are most; never more than `most`."""
    longest: list[Prepared] = []
    current: list[Prepared] = []
    for one in shown:
        current = [*current, one] if one.figure else []
        if len(current) > len(longest):
            longest = current
        if len(longest) == most:
            break
    return longest


def farthest(order: Sequence[str], taken: set[str], allowed: set[str]) -> str | None:
    """Return the allowed one that lies farthest from all that are taken and is not taken itself, or None where none is left."""
    places = [place for place, one in enumerate(order) if one in taken]
    left = [(min((abs(place - at) for at in places), default=0), -place, one) for place, one in enumerate(order) if one in allowed - taken]
    return max(left)[2] if left else None


def halfway_on(charted: Sequence[Prepared], current: Prepared) -> Prepared:
    """Return one of the issues with a chart that lies about half of them farther on, beginning anew after the last."""
    return charted[(charted.index(current) + max(len(charted) // 2 - 1, 1)) % len(charted)]
