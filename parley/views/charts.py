"""A figure on the page, the same way everywhere: our own colours, no tool bar, and its text alternative."""

from __future__ import annotations

from parley.directions import isolated
from parley.figures.drawing import Figure
from parley.views.components.still import kept_in_sight


def draw_figure(figure: Figure, alt: str) -> None:
    """Draw the one figure of a page over the whole width; `alt` says in words what it shows."""
    place = kept_in_sight("chart")
    place.plotly_chart(figure, theme=None, alt=isolated(alt), config={"displayModeBar": False, "responsive": True})
