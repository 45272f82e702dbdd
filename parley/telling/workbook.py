"""What the first sheet of a workbook says: what it is, and what each sheet holds."""

from __future__ import annotations

from parley.telling.counting import counted
from parley.telling.said import Said, Verbatim, said

ABOUT = said("about")
WHAT_EACH_SHEET_HOLDS = said("what-each-sheet-holds")
EMPTY_CELLS = said("empty-cells")
EMPTY_CELLS_MEAN = said("empty-cells-mean")
MOVEMENT_SINCE = said("movement-since")
NEGOTIATION = said("negotiation")
PARTIES = said("parties")
SHOWN = said("shown")
IN_SHORT = said("in-short")
COUNTED = said("label-counted")
CUT_OFF = said("cut-off")


def holds_rows(what: str, rows: int) -> Said:
    """Return what a sheet holds, and how many rows of it."""
    return said("holds-rows", what=Verbatim(what), rows=counted(rows, "rows"))
