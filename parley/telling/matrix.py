"""Issues by parties, told once: rows of cells line by line, which pages, slides and files only render."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from parley.analysis.comparison import ComparedIssue, PartyAt
from parley.analysis.overview import OverviewRow
from parley.evidence import Evidence
from parley.model import Issue, Party
from parley.telling import headings, pages
from parley.telling.comparison import RelationLine, relation_cell
from parley.telling.gap_cell import GapLine, GapLineKind, gap_cell
from parley.telling.issue import numbered
from parley.telling.overview import row_status
from parley.telling.parties import short
from parley.telling.position import PartLine, position_lines
from parley.telling.said import Argument, Said, Verbatim

Between = GapLine | RelationLine
Line = PartLine | Between
Cell = tuple[Line, ...]


@dataclass(frozen=True)
class Column:
    """A column: its heading, and the party whose cells stand beneath it; None over what lies between them.

    `as_of` is the day on which that party is shown where each column has one of its own.
    """

    heading: Argument
    party: Party | None = None
    as_of: date | None = None


@dataclass(frozen=True)
class Row:
    """An issue with a cell for each column; `status` tells of the gap in a few words, `number` is that of an agenda; None without one."""

    issue: Issue
    cells: tuple[Cell, ...]
    status: Said | None = None
    number: int | None = None

    @property
    def heading(self) -> Argument:
        """Return the name of the issue, after its number where it has one."""
        return Verbatim(self.issue.name) if self.number is None else numbered(self.number, self.issue)

    def gap_line(self, kind: GapLineKind) -> GapLine | None:
        """Return the line of this kind about the gap; None where there is none."""
        return next((line for cell in self.cells for line in cell if isinstance(line, GapLine) and line.kind == kind), None)


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


def compared_matrix(rows: Iterable[ComparedIssue], parties_at: Sequence[PartyAt], dataset: Evidence) -> Grid:
    """Return parties side by side, each on a day of its own, and how they stand to each other; which two is told where there are more."""
    columns = (*(Column(short(one.party), one.party, one.as_of) for one in parties_at), Column(pages.head("stand")))
    told = [
        Row(row.issue, (*(position_lines(one, dataset) for one in row.positions), relation_cell(row, names_columns=len(parties_at) > 2)))
        for row in rows
    ]
    return Grid(headings.ISSUE, columns, (Group(None, tuple(told)),))


def _columns(parties: Iterable[Party]) -> tuple[Column, ...]:
    return (*(Column(short(one), one) for one in parties), Column(headings.GAP))
