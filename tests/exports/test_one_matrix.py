"""The matrix of issues by parties is one value: page, slides, tables, workbook and the page in one file hold the lines of its cells, none of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import count
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from parley.analysis.comparison import PartyAt, compare
from parley.directions import unmarked
from parley.exports.slides import slides
from parley.exports.tables import matrix_table
from parley.exports.webpage import webpage
from parley.exports.workbook import workbook
from parley.figures.palette import party_colours
from parley.telling.briefing import Briefing
from parley.telling.comparison import RelationLine
from parley.telling.matrix import Cell, Grid, Line, compared_matrix
from parley.telling.said import Verbatim
from parley.views.cells import matrix_sheet
from parley.words import say
from tests.briefings import many_tongues, shipped

BRIEFINGS = {"shipped": shipped, "tongues": many_tongues}
every_briefing = pytest.mark.parametrize("name", BRIEFINGS)


def words(line: Line) -> str:
    """Return the words of a line as they are set, with single blanks."""
    return " ".join(say(line.told).split())


def shown_on_page(cell: Cell) -> list[str]:
    """Return the words of a cell's lines; in a cell of its own a position's rung needs no quotation marks, in a sentence it does."""
    return [say(line.told) for line in cell]


def tables(briefing: Briefing) -> list[Any]:
    """Return the native tables of the overview slides."""
    found = [slide for slide in Presentation(BytesIO(slides(briefing))).slides if slide.shapes.title.text_frame.text.startswith("Overview")]
    return [shape.table for slide in found for shape in slide.shapes if shape.has_table]


@every_briefing
def test_the_page_shows_every_line_of_every_cell(name: str) -> None:
    """In its order, the gap's too, and each with the statements on which it rests."""
    briefing = BRIEFINGS[name]()
    lines = matrix_sheet(briefing.matrix, party_colours(briefing.dataset.negotiation)).lines
    for row, line in zip(briefing.matrix.rows, lines, strict=True):
        assert [[item.text for item in cell] for cell in line.cells[1:]] == [shown_on_page(cell) for cell in row.cells]
        opened = [[item.opens for item in cell if not item.status] for cell in line.cells[1:]]
        told = [[f"statement:{','.join(one.ids)}" if one.ids else "" for one in cell if one.kind != "status"] for cell in row.cells]
        assert opened == told


@every_briefing
def test_the_slides_show_every_line_of_every_cell(name: str) -> None:
    """A status stands in a few words, and where several are possible the question that is open."""
    briefing = BRIEFINGS[name]()
    cells = [unmarked(" ".join(cell.text.split())) for table in tables(briefing) for row in table.rows for cell in row.cells]
    for row in briefing.compared.matrix.rows:
        assert any(say(row.status) in one for one in cells)
        for cell in row.cells:
            for line in cell:
                assert line.kind == "status" or any(words(line) in one for one in cells)


@every_briefing
def test_the_page_in_one_file_shows_every_line_of_every_cell(name: str) -> None:
    """The status in a column of its own."""
    briefing = BRIEFINGS[name]()
    (body,) = re.findall(r'(?s)<tbody role="rowgroup">(.*?)</tbody>', webpage(briefing))
    for row, shown in zip(briefing.compared.matrix.rows, re.findall(r"(?s)<tr.*?</tr>", body), strict=True):
        text = unmarked(" ".join(re.sub(r"<[^>]*>", " ", shown).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").split()))
        assert say(row.status) in text
        for cell in row.cells:
            for line in cell:
                assert line.kind in ("status", "alone") or words(line) in text


def told_otherwise(grid: Grid) -> tuple[Grid, list[str]]:
    """Return the matrix with other words in every line, and these words: what stands in a medium must be read from it."""
    numbers, said = count(1), []

    def otherwise(line: Line) -> Line:
        said.append(f"told otherwise {next(numbers)}.")
        return replace(line, told=Verbatim(said[-1]))

    groups = tuple(
        replace(group, rows=tuple(replace(row, cells=tuple(tuple(map(otherwise, cell)) for cell in row.cells)) for row in group.rows))
        for group in grid.groups
    )
    return replace(grid, groups=groups), said


def on_page(briefing: Briefing) -> Iterator[str]:
    for line in matrix_sheet(briefing.matrix, party_colours(briefing.dataset.negotiation)).lines:
        yield from (item.text for cell in line.cells for item in cell)


def on_slides(briefing: Briefing) -> Iterator[str]:
    yield from (cell.text for table in tables(briefing) for row in table.rows for cell in row.cells)


def in_table(briefing: Briefing) -> Iterator[str]:
    yield from (str(cell) for row in matrix_table(briefing).rows for cell in row)


def in_workbook(briefing: Briefing) -> Iterator[str]:
    (sheet,) = (one for one in openpyxl.load_workbook(BytesIO(workbook(briefing))) if one.title == "Positions")
    yield from (str(cell.value) for row in sheet for cell in row)


def in_one_file(briefing: Briefing) -> Iterator[str]:
    yield from re.findall(r'(?s)<tbody role="rowgroup">(.*?)</tbody>', webpage(briefing))


MEDIA: dict[str, tuple[Callable[[Briefing], Iterator[str]], set[str]]] = {
    "page": (on_page, set()),
    "slides": (on_slides, {"status"}),
    "table": (in_table, {"status", "question"}),
    "workbook": (in_workbook, {"status", "question"}),
    "one file": (in_one_file, {"status"}),
}


@every_briefing
@pytest.mark.parametrize("medium", MEDIA)
def test_what_the_matrix_tells_otherwise_every_medium_tells_so(name: str, medium: str) -> None:
    """It has no words of its own for a line; those of a status it has by the status, and some leave out what would have to be found out."""
    whole = BRIEFINGS[name]()
    # Documents list by themselves what cannot be compared.
    briefing = replace(whole.compared if medium in ("slides", "one file") else whole)
    vars(briefing)["compared"] = briefing
    grid, said = told_otherwise(briefing.matrix)
    vars(briefing)["matrix"] = grid
    read, left_out = MEDIA[medium]
    shown = set(re.findall(r"told otherwise \d+\.", unmarked(" ".join(read(briefing)))))
    kinds = {say(line.told): line.kind for row in grid.rows for cell in row.cells for line in cell}
    assert list(kinds) == said
    assert shown == {words for words, kind in kinds.items() if kind not in left_out}


@every_briefing
def test_parties_side_by_side_are_drawn_line_by_line_too(name: str) -> None:
    """Two parties, and the first as it was before: the page has no words of its own for a position, nor for how two columns stand to each other."""
    briefing = BRIEFINGS[name]()
    data, (first, second, *_) = briefing.dataset, briefing.parties
    columns = [PartyAt(first, briefing.as_of), PartyAt(second, briefing.as_of), PartyAt(first, data.days[0])]
    grid, said = told_otherwise(compared_matrix(compare(data, columns, briefing.cut), columns, data))
    sheet = matrix_sheet(grid, party_colours(data.negotiation))
    assert [item.text for line in sheet.lines for cell in line.cells[1:] for item in cell] == said
    assert any(isinstance(line, RelationLine) and line.label for row in grid.rows for line in row.cells[-1])
