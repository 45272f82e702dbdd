"""The one chart of a page: its marks cited, drawn, and what they open followed."""

from __future__ import annotations

from parley.dataset import Dataset
from parley.figures.drawing import Figure
from parley.figures.spots import Citing, Spot
from parley.telling.evidence import citation
from parley.views.components.chart import Chart, draw_chart
from parley.words import say


def citing(dataset: Dataset) -> Citing:
    """Return how the marks of a chart tell of the statements behind them."""
    return Citing(dataset.statement_by_id, lambda one: say(citation(one, dataset)))


def draw_figure(figure: Figure, alt: str, spots: tuple[Spot, ...] = ()) -> str | None:
    """Draw the one figure of a page over the whole width; `alt` says in words what it shows. Return what was opened in it, or None."""
    return draw_chart(Chart(figure, alt, spots), key="chart")
