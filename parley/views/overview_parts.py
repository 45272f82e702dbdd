"""The issues of the overview: each at a glance, or as a row of the matrix in words."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.overview import OverviewRow
from parley.figures.palette import party_colours
from parley.telling.matrix import agenda_matrix, matrix, matrix_row
from parley.telling.position import position_lines
from parley.views.cells import matrix_sheet
from parley.views.components.glances import draw_glances
from parley.views.components.sheet import draw_sheet
from parley.views.glances import base_of
from parley.views.selection import Selection
from parley.views.ways import TABLE


def draw_rows(view: str, rows: Sequence[OverviewRow], chosen: Selection, heading: str = "") -> None:
    """Draw the issues: each at a glance, or as a row of the matrix in words; by group, or under one heading in another order than the file's."""
    dataset = chosen.dataset
    if view == TABLE:
        told = [matrix_row(row, [position_lines(one, dataset) for one in row.positions]) for row in rows] if heading else []
        grid = agenda_matrix(told, chosen.parties) if heading else matrix(rows, chosen.parties, dataset)
        draw_sheet(matrix_sheet(grid, party_colours(dataset.negotiation)), key="matrix")
        return
    groups = [(group.name, [row.issue for row in rows if row.issue.group == group.id]) for group in dataset.negotiation.groups]
    listed = [(heading, [row.issue for row in rows])] if heading else groups
    draw_glances(base_of(chosen), [(words, issues) for words, issues in listed if issues], key="glances")
