"""The matrix of issues by parties, told once: rows of cells line by line, which pages, slides and files only render."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.analysis.overview import OverviewRow
from parley.evidence import Evidence
from parley.model import Issue, Party
from parley.telling import headings
from parley.telling.gap_cell import GapLine, gap_cell
from parley.telling.issue import numbered
from parley.telling.overview import row_status
from parley.telling.parties import short
from parley.telling.position import PartLine, position_lines
from parley.telling.said import Argument, Said, Verbatim

Line = PartLine | GapLine
Cell = tuple[Line, ...]


@dataclass(frozen=True)
class Column:
    """A column: its heading, and the party whose cells stand beneath it; None over what lies between them."""

    heading: Argument
    party: Party | None = None


@dataclass(frozen=True)
class Row:
    """An issue with a cell for each column; `status` tells of the gap in a few words, `number` is that of an agenda, None without one."""

    issue: Issue
    cells: tuple[Cell, ...]
    status: Said
    number: int | None = None

    @property
    def heading(self) -> Argument:
        """Return the name of the issue, after its number where it has one."""
        return Verbatim(self.issue.name) if self.number is None else numbered(self.number, self.issue)


@dataclass(frozen=True)
class Group:
    """Rows that belong together under a heading; None where all belong together."""

    heading: Verbatim | None
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Grid:
    """Columns, over groups of rows with a cell for each; before the cells stands the issue, under the heading `corner`."""

    corner: Said
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


def matrix(rows: Sequence[OverviewRow], parties: Iterable[Party], dataset: Evidence) -> Grid:
    """Return these rows of the overview, in the negotiation's groups of issues; a group without one is left out."""
    groups = []
    for group in dataset.negotiation.groups:
        of_group = [one for one in rows if one.issue.group == group.id]
        told = tuple(matrix_row(one, [position_lines(position, dataset) for position in one.positions]) for one in of_group)
        groups += [Group(Verbatim(group.name), told)] if told else []
    return Grid(headings.ISSUE, _columns(parties), tuple(groups))


def agenda_matrix(rows: Iterable[Row], parties: Iterable[Party]) -> Grid:
    """Return rows in the order of an agenda."""
    return Grid(headings.ISSUE, _columns(parties), (Group(None, tuple(rows)),))


def matrix_row(row: OverviewRow, lines: Sequence[tuple[PartLine, ...]], number: int | None = None) -> Row:
    """Return the row of an issue, given the lines of every position."""
    return Row(row.issue, (*lines, gap_cell(row)), row_status(row), number)


def _columns(parties: Iterable[Party]) -> tuple[Column, ...]:
    return (*(Column(short(one), one) for one in parties), Column(headings.GAP))
