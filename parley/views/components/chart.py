"""A chart that stays on the page: changed in place, never put up anew, and each of its marks answers to pointer and keyboard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from parley.directions import isolated
from parley.figures.drawing import Figure
from parley.figures.spots import Spot
from parley.views.served_files import loader, plotly_address

# Not isolated: plotly styles the page's own document.
_chart = st.components.v2.component(
    "parley_chart",
    html='<figure class="parley-chart"></figure>',
    js=loader("served.js", "plotly.js", "plot.js", "chart.js", styles=("chart.css",)),
    isolate_styles=False,
)


@dataclass(frozen=True)
class Chart:
    """A figure with what it shows in words, and the spots of its marks in reading order."""

    figure: Figure
    alt: str
    spots: Sequence[Spot] = ()

    def as_data(self) -> dict[str, object]:
        """Return the chart under the names that the browser side reads."""
        return {
            "figure": json.dumps(self.figure, separators=(",", ":"), allow_nan=False),
            "alt": isolated(self.alt),
            "spots": [_spot(one) for one in self.spots],
            "plotly": plotly_address(),
        }


def draw_chart(chart: Chart, key: str) -> str | None:
    """Draw the chart over the whole width and return what was opened in this run, or None."""
    opened = _chart(key=key, data=chart.as_data(), on_open_change=_nothing).open
    return str(opened) if opened else None


def _spot(one: Spot) -> dict[str, object]:
    """Return the spot under the names that the browser side reads."""
    return {
        "x": one.across,
        "y": one.upright,
        "strip": one.is_on_strip,
        "words": isolated(one.words),
        "said": [isolated(line) for line in one.said],
        "open": f"statement:{','.join(one.ids)}" if one.ids else "",
    }


def _nothing() -> None:
    """Do nothing; a callback must be there for the value to be sent."""
