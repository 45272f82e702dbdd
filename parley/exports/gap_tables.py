"""What would change a status, and what stands under a condition, as typed tables for programs: the sentences of the gaps in ids and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from parley.analysis.gaps import Gap, Pivot, Price, prices
from parley.analysis.outcomes import Distance, Span
from parley.exports.cells import Cells, Table, bound_cells, issue_cells, number_cell, party_cells, status_ids, table_of
from parley.exports.pairs import gaps_listed, holds_pairs
from parley.scales import Axis
from parley.telling.briefing import Briefing
from parley.telling.gap import pivot_told, price_told, status_label
from parley.telling.said import begun
from parley.telling.terms import kind_name, part_name
from parley.words import say


def pivots_table(briefing: Briefing) -> Table:
    """Return a row per issue, pair of parties and uncertain end on which their status turns."""
    rows = (_pivot_cells(gap, pivot) for gap in _gaps(briefing) for pivot in gap.pivots)
    return table_of("pivots", briefing, rows, holds_pairs("pivots", briefing))


def _gaps(briefing: Briefing) -> Iterator[Gap]:
    for one in briefing.issues:
        yield from gaps_listed(briefing, one.issue)


def _pair_cells(gap: Gap) -> Cells:
    return {**issue_cells(gap.a.issue), "party_a_id": gap.a.party.id, "party_b_id": gap.b.party.id}


def _pivot_cells(gap: Gap, pivot: Pivot) -> Cells:
    whose = gap.a if gap.a.party.id == pivot.party else gap.b
    return {
        **_pair_cells(gap),
        "distance": pivot.gap,
        "better": pivot.better.value,
        "better_words": say(status_label(pivot.better)),
        "worse": pivot.worse.value,
        "worse_words": say(status_label(pivot.worse)),
        **party_cells(whose.party),
        "part": pivot.part,
        "part_words": say(begun(part_name(pivot.part))),
        "is_stated": pivot.is_stated,
        "is_low_end": pivot.is_low_end,
        **_value_cells("needed", pivot.needed, whose.axis),
        **_value_cells("enough", pivot.enough, whose.axis),
        "unit": whose.axis.unit or whose.axis.gap_unit,
        "sentences_words": tuple(map(say, pivot_told(gap, pivot))),
        "statements": pivot.ids,
    }


def _value_cells(name: str, value: Fraction | None, axis: Axis) -> Cells:
    if value is None:
        return {}
    return {name: number_cell(value), f"{name}_rung_id": axis.ids[int(value)] if axis.is_ladder else None}


def prices_table(briefing: Briefing) -> Table:
    """Return a row per issue, pair of parties and statement of either that stands under a condition."""
    rows = (_price_cells(gap, price) for gap in _gaps(briefing) for price in prices(gap))
    return table_of("prices", briefing, rows, holds_pairs("prices", briefing))


def _price_cells(gap: Gap, price: Price) -> Cells:
    without, with_it = price.possible
    return {
        **_pair_cells(gap),
        "statement_id": price.statement.id,
        **party_cells(price.by.party),
        "kind": price.statement.kind,
        "kind_words": say(begun(kind_name(price.statement.kind))),
        **bound_cells("without", _span(price.without)),
        **bound_cells("with_it", _span(price.with_it)),
        "unit": gap.a.axis.gap_unit,
        "without_possible": status_ids(without),
        "with_it_possible": status_ids(with_it),
        "sentence_words": say(price_told(price)),
        "statements": price.ids,
    }


def _span(distance: Distance | None) -> Span | None:
    return Span(distance.low, distance.high) if distance else None
