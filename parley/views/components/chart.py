"""A chart as the browser is given it: a figure, what it shows in words, and the marks that answer to pointer and keyboard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from parley.directions import isolated
from parley.figures.on_page import Figure
from parley.figures.spots import Spot
from parley.telling.controls import MARKS_OF_CHART
from parley.views.served_files import plotly_address
from parley.words import say


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
            "marks": say(MARKS_OF_CHART),
            "spots": [spot_as_data(one) for one in self.spots],
            "plotly": plotly_address(),
        }


def spot_as_data(one: Spot) -> dict[str, object]:
    """Return the spot under the names that the browser side reads."""
    return {
        "areas": [[round(edge) for edge in (area.left, area.top, area.right, area.bottom)] for area in one.areas],
        "words": isolated(one.words),
        "said": [isolated(line) for line in one.said],
        "open": f"statement:{','.join(one.ids)}" if one.ids else "",
    }
