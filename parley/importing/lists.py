"""The sheets that are joined to the statements, row by row, and what of them cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from parley.importing.drafted import BadCell
from parley.importing.heads import by_place
from parley.importing.mapping import Part, PartColumn, PartTable
from parley.importing.naming import plain
from parley.importing.sheets import Sheet
from parley.importing.values import AmbiguousError, amount_of, is_nothing


class Row(NamedTuple):
    """One row of a list: its number in the file, and by what each cell holds its column's head and the cell."""

    number: int
    cells: Mapping[str, tuple[str, str]]

    def cell(self, holds: str) -> str:
        """Return a cell by what it holds; empty where it says nothing."""
        found = self.cells.get(holds, ("", ""))[1]
        return "" if is_nothing(found) else found

    def head(self, holds: str) -> str:
        """Return the head of a column by what it holds."""
        return self.cells.get(holds, ("", ""))[0]


@dataclass
class Lists:
    """The sheets by what each lists, and what of their cells was noted."""

    parts: Mapping[Part, tuple[PartTable, Sheet]]
    bad: list[BadCell] = field(default_factory=list)

    def named(self) -> dict[str, str]:
        """Return by what is listed the name of the sheet."""
        return {part: sheet.name for part, (_, sheet) in self.parts.items()}

    def __contains__(self, part: Part) -> bool:
        return part in self.parts

    def rows(self, part: Part) -> Iterator[Row]:
        """Yield the rows of a list that hold anything."""
        if part not in self.parts:
            return
        table, sheet = self.parts[part]
        meanings = list(by_place(sheet.heads(table.head_row), table.columns))
        holds = {one.holds: number for number, one in enumerate(meanings) if one and one.holds != "nothing"}
        heads = sheet.heads(table.head_row)
        for number, row in enumerate(sheet.rows[table.head_row :], table.head_row + 1):
            if any(row) and "levels" in holds:
                yield from self._across(row, sheet.number(number), heads, meanings)
            elif any(row):
                yield Row(sheet.number(number), {what: (heads[place], row[place]) for what, place in holds.items()})

    def _across(self, row: Sequence[str], number: int, heads: Sequence[str], meanings: Sequence[PartColumn | None]) -> Iterator[Row]:
        """Yield a row for each level that stands beneath its issue in one of a sheet; a column that came later is one of an issue, too."""
        count = next((place for place, one in enumerate(meanings) if one and one.holds == "number"), None)
        counts = {} if count is None else {"number": (heads[count], row[count])}
        for head, cell, one in zip(heads, row, meanings, strict=True):
            if head and cell and (one is None or one.holds == "levels"):
                yield Row(number, {"issue": (head, head), "name": (head, cell), **counts})

    def refuse(self, part: Part, row: Row, holds: str, why: str, mend: str = "") -> None:
        """Note a cell that cannot be taken."""
        self.bad.append(BadCell(row.number, row.head(holds), row.cells.get(holds, ("", ""))[1], why, mend, self.parts[part][1].name))

    def listed(self, part: Part, named: Sequence[str]) -> Iterator[tuple[Row, list[str]]]:
        """Yield the rows of a list with the cells that stand for each; one without a name, or that stands there twice, is noted."""
        seen: dict[str, int] = {}
        for row in self.rows(part):
            cells = list(dict.fromkeys(cell for holds in named if (cell := row.cell(holds))))
            twice = next((holds for holds in named if plain(row.cell(holds)) in seen and row.cell(holds)), None)
            if not cells:
                self.refuse(part, row, named[0], "The row has no name.", "Fill the cell, or leave the row out.")
            elif twice:
                number = seen[plain(row.cell(twice))]
                self.refuse(part, row, twice, f"It stands in row {number} already.", "Take one of the two rows out, or give it another name.")
            else:
                seen |= {plain(cell): row.number for cell in cells}
                yield row, cells


def of_cells(known: Sequence[Any], cells: Sequence[str]) -> Any:
    """Return the party or issue that the table writes in one of these ways; None where there is none."""
    asked = {plain(cell) for cell in cells if cell}
    return next((one for one in known if asked & {plain(cell) for cell in one.cells}), None)


def number_in(cell: str, sign: str = ".") -> Fraction | None:
    """Return the number in a cell; None where there is none, or no single one."""
    try:
        found = amount_of(cell, sign) if cell else None
    except AmbiguousError:
        return None
    return found.low if found is not None and found.low == found.high else None
