"""A figure laid out for a page, as the chart that the page shows: its marks cited, and how much room and which colour of text it has."""

from __future__ import annotations

from dataclasses import dataclass

from parley.evidence import Evidence
from parley.figures.on_page import plotly_figure
from parley.figures.picture import Picture
from parley.figures.spots import Citing, spots_of
from parley.telling.evidence import citation
from parley.views.components.chart import Chart
from parley.words import say


@dataclass(frozen=True)
class Room:
    """What a page has for a figure: pixels across, and the colour of its text."""

    width: int
    ink: str


def chart_of(picture: Picture, ink: str, dataset: Evidence) -> Chart:
    """Return a picture as a chart whose marks tell who said what they rest on, when and in which document."""
    cited = Citing(dataset.statement, lambda one: say(citation(one, dataset)))
    return Chart(plotly_figure(picture, ink), picture.alt, spots_of(picture, cited))
