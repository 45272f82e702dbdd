"""A native table of a slide: measured, with thin rules, and split over as many slides as it needs with its header repeated."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.table import CT_TableCell
from pptx.util import Emu, Pt

from parley.exports.slide_master import TABLE_STYLE
from parley.exports.slide_text import Paragraph, Words, element_of, height_of, poured, sized
from parley.telling.documents import continued
from parley.words import say

SIDE, ABOVE = 6.0, 4.0  # points between the text of a cell and its edges
Cell = tuple[Paragraph, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table: its header, its rows, the widths of its columns in points, and by column a colour that marks the header."""

    header: Row
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    colours: tuple[str, ...]

    def row_height(self, row: Row) -> float:
        """Return the height of a row in points: that of its highest cell."""
        return max(height_of(cell, width - 2 * SIDE) - cell[-1].after for cell, width in zip(row, self.widths, strict=True)) + 2 * ABOVE

    @property
    def height(self) -> float:
        """Return the height of the table in points."""
        return sum(self.row_height(row) for row in (self.header, *self.rows))

    def sized(self, size: float) -> Table:
        """Return the table in letters of this size."""
        return replace(self, header=_row_sized(self.header, size), rows=tuple(_row_sized(row, size) for row in self.rows))

    def pages(self, height: float) -> Iterator[Table]:
        """Yield the table in parts no higher than so many points, each with the header; a row that alone is higher goes on in the next part."""
        room = height - self.row_height(self.header)
        held: list[Row] = []
        used = 0.0
        for row in self._low_rows(room):
            used += self.row_height(row)
            if held and used > room:
                yield Table(self.header, tuple(held), self.widths, self.colours)
                held, used = [], self.row_height(row)
            held.append(row)
        yield Table(self.header, tuple(held), self.widths, self.colours)

    def _low_rows(self, room: float) -> Iterator[Row]:
        for row in self.rows:
            rest: Row | None = row
            while rest is not None and self.row_height(rest) > room:
                head, rest = self._halved(rest, room)
                yield head
            if rest is not None:
                yield rest

    def _halved(self, row: Row, room: float) -> tuple[Row, Row | None]:
        """Return what of a row fits, and the rest of it, which begins with the name of the row again."""
        heads, rests = [], []
        for cell, width in zip(row, self.widths, strict=True):
            head, rest = poured(cell, width - 2 * SIDE, room - 2 * ABOVE)
            heads.append(tuple(head))
            rests.append(tuple(rest))
        if not any(rests):
            return tuple(heads), None
        first, empty = row[0][0], Paragraph((Words(""),), row[0][0].size)
        onward = f" {say(continued(1))}"
        name = first.text if first.text.endswith(onward) else f"{first.text}{onward}"
        again = Paragraph((Words(name, is_bold=True),), first.size)
        return tuple(heads), (rests[0] or (again,), *(one or (empty,) for one in rests[1:]))


def _row_sized(row: Row, size: float) -> Row:
    return tuple(sized(cell, size) for cell in row)


def add_table(shapes: Any, table: Table, left: float, top: float, name: str, words: str) -> None:
    """Add a table to the shapes of a slide, its top left corner at so many points; `words` say what it holds."""
    heights = [table.row_height(row) for row in (table.header, *table.rows)]
    frame = shapes.add_table(1, len(table.widths), Pt(left), Pt(top), Pt(sum(table.widths)), Pt(sum(heights)))
    frame.name = name
    frame._element._nvXxPr.cNvPr.set("descr", words)
    made = frame.table
    grid = made._tbl
    grid.tblPr.find("{*}tableStyleId").text = TABLE_STYLE
    made.horz_banding = False
    columns, rows = [Pt(one) for one in table.widths], [Emu(round(one * 12700)) for one in heights]
    for column, width in zip(grid.tblGrid.gridCol_lst, columns, strict=True):
        column.w = width
    grid.remove(grid.tr_lst[0])
    for height, row in zip(rows, (table.header, *table.rows), strict=True):
        grid.add_tr(height).extend(_cell(paragraphs, shapes) for paragraphs in row)
    frame.width, frame.height = Emu(sum(columns)), Emu(sum(rows))
    for cell, colour in zip(grid.tr_lst[0].tc_lst, table.colours, strict=True):
        if colour:
            _underline(cell, colour)


def _cell(paragraphs: Cell, shapes: Any) -> Any:
    made = deepcopy(_empty_cell())
    made.txBody.extend(element_of(one, shapes) for one in paragraphs)
    return made


# A deck has thousands of cells: one is made, and copied.
@cache
def _empty_cell() -> Any:
    made: Any = CT_TableCell.new()
    made.marL = made.marR = Pt(SIDE)
    made.marT = made.marB = Pt(ABOVE)
    made.txBody.remove(made.txBody.p_lst[0])
    return made


def _underline(cell: Any, colour: str) -> None:
    """Draw the lower edge of a cell in a colour."""
    fill = f'<a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:solidFill>'
    cell.get_or_add_tcPr().insert(0, parse_xml(f'<a:lnB {nsdecls("a")} w="{Pt(3)}">{fill}</a:lnB>'))
