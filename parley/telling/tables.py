"""What the tables hold that can be taken away or stand on a page: the caption of each."""

from __future__ import annotations

from parley.telling.said import said

POSITIONS = said("table-positions")
