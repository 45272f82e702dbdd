"""The one chart of a page: its marks cited, drawn, and what they open followed."""

from __future__ import annotations

from parley.analysis.telling import citation_words
from parley.dataset import Dataset
from parley.figures.drawing import Figure
from parley.figures.spots import Citing, Spot
from parley.views.components.chart import Chart, draw_chart


def citing(dataset: Dataset) -> Citing:
    """Return how the marks of a chart tell of the statements behind them."""
    return Citing(dataset.statement_by_id, lambda one: citation_words(one, dataset))


def draw_figure(figure: Figure, alt: str, spots: tuple[Spot, ...] = ()) -> str | None:
    """Draw the one figure of a page over the whole width; `alt` says in words what it shows. Return what was opened in it, or None."""
    return draw_chart(Chart(figure, alt, spots), key="chart")
