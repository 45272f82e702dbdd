"""How the marks of a chart tell of the statements behind them."""

from __future__ import annotations

from parley.dataset import Dataset
from parley.figures.spots import Citing
from parley.telling.evidence import citation
from parley.words import say


def citing(dataset: Dataset) -> Citing:
    """Return who said what a mark rests on, when and in which document, in words."""
    return Citing(dataset.statement_by_id, lambda one: say(citation(one, dataset)))
