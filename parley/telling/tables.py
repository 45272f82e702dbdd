"""What the tables hold that can be taken away or stand on a page: the caption of each."""

from __future__ import annotations

from parley.telling.said import Said, said

POSITIONS = said("table-positions")


def table_name(table: str) -> Said:
    """Return how a table that can be taken away is called, by the word under which it is asked for."""
    return said("table-name", table=table)
