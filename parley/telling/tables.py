"""What the tables hold that can be taken away or stand on a page: the caption of each."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.moved import ToldOf
from parley.model import Party
from parley.telling.said import Said, said, together

POSITIONS = said("table-positions")
NOTHING_COMPARED = said("nothing-compared")


def table_name(table: str) -> Said:
    """Return how a table that can be taken away is called, by the word under which it is asked for."""
    return said("table-name", table=table)


def table_title(table: str) -> Said:
    """Return what stands over a table, by the same word."""
    return said("table-title", table=table)


def table_holds(table: str) -> Said:
    """Return what a table holds, row by row."""
    return said("table-holds", table=table)


def table_holds_pairs(table: str, focus: Sequence[Party]) -> Said:
    """Return what a table of pairs holds row by row, where it holds only the pairs with one of these parties."""
    return said("told-together", all=together(table_holds(table), said("pairs-with", parties=together(*focus, how="or")), how="sentences"))


def told_of(what: ToldOf) -> Said:
    """Return of what a row about movement tells."""
    return said("told-of", told=what)
