"""The charts that the dashboard shows, prepared for pages that do nothing but show them, and what must be seen once one is painted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from parley.addresses import DATE, EVIDENCE, PARTIES
from parley.analysis.evidence import CUTS
from parley.analysis.overview import overview_row
from parley.analysis.voices import voices_of
from parley.dataset import Dataset
from parley.figures.palette import INKS
from parley.model import Issue
from parley.views.charts import Room
from parley.views.issue_parts import drawn_in_full, issue_chart
from parley.views.panels import THEME, WIDTH
from parley.views.selection import Selection


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
    """Return all texts of a chart, sorted, as they are read from the page."""
    traces = figure["data"] if figure else []
    return "|".join(sorted(filter(None, (letters(unescape(one)) for trace in traces for one in trace.get("text", [])))))


def in_order(dataset: Dataset) -> list[Issue]:
    """Return the issues as the chooser lists them."""
    negotiation = dataset.negotiation
    return [issue for group in negotiation.groups for issue in negotiation.issues if issue.group == group.id]


def as_shown(dataset: Dataset, address: str) -> list[Prepared]:
    """Return what the dashboard shows of every issue, in the order of its chooser; `address` is that of a panel that it has drawn.

    So date, evidence, parties and width are those of the page, and the texts of the charts break where they break there.
    """
    return list(_prepared(dataset, parse_qs(urlsplit(address).query)))


def _prepared(dataset: Dataset, asked: Mapping[str, Sequence[str]]) -> Iterator[Prepared]:
    (as_of,), (evidence,), (width,), (theme,) = asked[DATE], asked[EVIDENCE], asked[WIDTH], asked[THEME]
    cut = next(one for one in CUTS if one.id == evidence)
    parties = tuple(party for party in dataset.negotiation.parties if party.id in asked[PARTIES])
    room = Room(int(width), INKS[theme])
    for issue in in_order(dataset):
        chosen = Selection(dataset, date.fromisoformat(as_of), cut, parties, issue)
        row = overview_row(dataset, issue, parties, chosen.as_of, cut)
        glance = drawn_in_full(chosen, row, voices_of(dataset, row.positions))
        is_drawn = any(line.ids for lane in glance.lanes for line in lane.lines)
        figure = issue_chart(chosen, row, glance, room).figure if is_drawn else None
        yield Prepared(issue.id, issue.name, issue.question, figure)


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
