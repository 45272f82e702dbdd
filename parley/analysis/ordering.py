"""The issues of the overview in another order than the file's: by how far apart, by the newest word, by the newest move."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from parley.analysis.court import last_moved
from parley.analysis.evidence import EvidenceCut
from parley.analysis.leading import table_gap
from parley.analysis.outcomes import Distance
from parley.analysis.overview import OverviewRow
from parley.analysis.standing import last_said
from parley.evidence import Evidence
from parley.model import Party

Order = Literal["listed", "gap", "newest", "moved"]
ORDERS: Mapping[str, Order] = {one: one for one in get_args(Order)}


@dataclass(frozen=True)
class Share:
    """How much of an issue's own scale lies between the pair that leads: the distance, and how long the whole scale is, in its units."""

    row: OverviewRow
    apart: Distance
    whole: Fraction
    ids: tuple[str, ...]

    @property
    def part(self) -> tuple[Fraction, Fraction]:
        """Return the part of the scale that surely lies between, and the part that may."""
        return self.apart.low / self.whole, self.apart.high / self.whole


def share_between(row: OverviewRow) -> Share | None:
    """Return how much of the issue's scale lies between the pair that leads, None where that cannot be measured."""
    lead = table_gap(row.gap) if row.gap else None
    if lead is None:
        return None
    axis = lead.asker.axis
    return Share(row, lead.apart, Fraction(axis.top - axis.bottom), lead.ids)


def furthest_first(rows: Sequence[OverviewRow]) -> tuple[Share, ...]:
    """Return the issues of which the distance is known: by the part of the scale that surely lies between, then by the part that may."""
    found = [share for row in rows if (share := share_between(row))]
    return tuple(sorted(found, key=lambda one: one.part, reverse=True))


def ordered(
    dataset: Evidence, rows: Sequence[OverviewRow], order: Order, parties: Sequence[Party], as_of: date, cut: EvidenceCut
) -> tuple[OverviewRow, ...]:
    """Return the rows in an order; where it says nothing of one, or the same of several, they stay as they are listed, at the end."""

    def newest(row: OverviewRow) -> int | None:
        day = last_said(dataset, row.issue, parties, as_of, cut)
        return day.toordinal() if day else None

    def moved(row: OverviewRow) -> int | None:
        _, said = last_moved(dataset, row.issue, parties, row.gap, as_of, cut)
        return max(one.day for one in said).toordinal() if said else None

    if order == "gap":
        known = [one.row for one in furthest_first(rows)]
        return (*known, *(row for row in rows if row not in known))
    by: Mapping[Order, Callable[[OverviewRow], int | None]] = {"newest": newest, "moved": moved}
    if order == "listed":
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: -(by[order](row) or 0)))
