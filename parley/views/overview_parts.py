"""The issues of the overview: each at a glance, or as a row of the matrix in words."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.clusters import MANY
from parley.analysis.overview import OverviewRow
from parley.figures.palette import party_colours
from parley.telling.matrix import matrix
from parley.views.cells import matrix_sheet, parties_sheet
from parley.views.components.glances import draw_glances
from parley.views.components.sheet import draw_sheet
from parley.views.glances import base_of
from parley.views.selection import Selection
from parley.views.ways import TABLE


def draw_rows(view: str, rows: Sequence[OverviewRow], chosen: Selection) -> None:
    """Draw the issues: each at a glance, or as a row of the matrix in words."""
    dataset = chosen.dataset
    if view == TABLE:
        grid = matrix(rows, chosen.parties, dataset)
        turned = len(chosen.parties) >= MANY and len(chosen.parties) > len(rows)
        draw_sheet(parties_sheet(grid) if turned else matrix_sheet(grid, party_colours(dataset.negotiation)), key="matrix")
        return
    groups = [(group, [row.issue for row in rows if row.issue.group == group.id]) for group in dataset.negotiation.groups]
    draw_glances(base_of(chosen), [(group, issues) for group, issues in groups if issues], key="glances")
