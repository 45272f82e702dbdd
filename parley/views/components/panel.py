"""What a page shows of one issue: parts one beneath the other, which the browser fetches itself and changes in place.

That of the issues beside the one shown travels ahead, so that stepping through issues waits for nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from parley.directions import isolated
from parley.telling.issue_page import CANNOT_BE_DRAWN
from parley.views.address_bar import link_to_issues
from parley.views.components import last_turn, sent
from parley.views.components.chart import Chart
from parley.views.components.opening import GOING, noting
from parley.views.components.sheet import Sheet
from parley.views.served_files import loader, plotly_address
from parley.words import say

# Not isolated: plotly styles the page's own document. Tables have roots of their own.
_panel = st.components.v2.component(
    "parley_panel",
    html='<div class="parley-panel"></div>',
    js=loader(
        *(*GOING, "asked.js", "table.js", "plotly.js", "plot.js", "ahead.js", "panel.js"),
        styles=("panel.css", "chart.css"),
        inside=("sheet.css",),
    ),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Folded:
    """A table that is folded away under its label until it is asked for."""

    label: str
    sheet: Sheet


Part = str | Sheet | Chart | Folded  # a text is a paragraph


@dataclass(frozen=True)
class Panel:
    """The parts from top to bottom, each under a key by which it is known again when another issue is shown."""

    parts: Sequence[tuple[str, Part]]

    def as_data(self) -> dict[str, Any]:
        """Return the parts under the names that the browser side reads."""
        return {"parts": [{"key": key, **_part(one)} for key, one in self.parts]}


def _part(one: Part) -> dict[str, Any]:
    match one:
        case Sheet():
            return {"kind": "sheet", "sheet": one.as_data()}
        case Chart():
            return {"kind": "chart", "chart": one.as_data()}
        case Folded():
            return {"kind": "folded", "folded": isolated(one.label), "sheet": one.sheet.as_data()}
    return {"kind": "note", "note": isolated(one)}


def draw_panel(base: str, issue: str, key: str) -> None:
    """Draw the panel of an issue, to be fetched at `base` with the issue's id; what is opened in it is opened before the next run."""
    data = {
        "base": base,
        "issue": issue,
        "turn": last_turn(),
        "issues": link_to_issues(),
        "plotly": plotly_address(),
        "refused": say(CANNOT_BE_DRAWN),
    }
    _panel(key=key, data=sent(data), on_open_change=noting(key))
