"""Issues at a glance, a row for each: name and question are there at once, and what is drawn is fetched as the reader comes near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from parley.directions import isolated
from parley.figures.lettering import shortened
from parley.figures.picture import Picture
from parley.figures.spots import Spot
from parley.figures.svg import svg_of
from parley.model import Issue
from parley.telling.controls import MARKS_OF_CHART
from parley.telling.issue_page import CANNOT_BE_DRAWN, DID_NOT_COME
from parley.views.address_bar import link_to_issues
from parley.views.components import sent
from parley.views.components.chart import spot_as_data
from parley.views.components.opening import GOING, noting
from parley.views.components.sheet import Item
from parley.views.served_files import held, loader, plotly_address
from parley.words import say

LONGEST_LINE = 300  # letters under the name of an issue; the whole stands on its own page
_glances = st.components.v2.component(
    "parley_glances",
    html='<div class="glances"></div>',
    js=loader(*GOING, "table.js", "plotly.js", "plot.js", "drawing.js", "glances.js", styles=("sheet.css", "chart.css", "glances.css")),
)


@dataclass(frozen=True)
class Key:
    """What the marks mean."""

    picture: Picture

    def as_data(self) -> dict[str, Any]:
        """Return it under the names that the browser side reads."""
        return {"svg": svg_of(self.picture), "alt": isolated(self.picture.alt)}


@dataclass(frozen=True)
class Row:
    """What is drawn of an issue: its answer line by line, who has no lane, and the picture with its spots in reading order."""

    issue: str
    answer: Sequence[Item]
    silent: Item | None
    picture: Picture
    spots: Sequence[Spot]

    def as_data(self) -> dict[str, Any]:
        """Return the row under the names that the browser side reads."""
        return {
            "issue": self.issue,
            "answer": [one.as_data() for one in self.answer],
            "silent": self.silent.as_data() if self.silent else None,
            "svg": svg_of(self.picture),
            "size": [self.picture.width, self.picture.height],
            "alt": isolated(self.picture.alt),
            "spots": [spot_as_data(one) for one in self.spots],
        }


@dataclass(frozen=True)
class Drawn:
    """Some rows, and what their marks mean where that is asked for."""

    rows: Sequence[Row]
    key: Key | None = None

    def as_data(self) -> dict[str, Any]:
        """Return them under the names that the browser side reads."""
        return {"rows": [one.as_data() for one in self.rows], "key": self.key.as_data() if self.key else None}


def draw_glances(base: str, groups: Sequence[tuple[str, Sequence[Issue]]], key: str) -> None:
    """Draw the issues under each heading, to be fetched at `base`; what is opened in them is opened before the next run."""
    rows = [one for heading, issues in groups for one in (_heading(heading), *map(_begun, issues))]
    data = {
        # The same with every click, and long.
        "held": {"rows": held(rows)},
        "base": base,
        "issues": link_to_issues(),
        "plotly": plotly_address(),
        "marks": say(MARKS_OF_CHART),
        "refused": say(CANNOT_BE_DRAWN),
        "absent": say(DID_NOT_COME),
    }
    _glances(key=key, data=sent(data), on_open_change=noting(key))


def _heading(words: str) -> dict[str, str]:
    return {"heading": isolated(words)}


def _begun(issue: Issue) -> dict[str, str]:
    return {"issue": issue.id, "name": isolated(issue.label), "question": isolated(shortened(issue.question, LONGEST_LINE))}
