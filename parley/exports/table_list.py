"""Every table that can be taken away, by the name under which it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parley.exports.briefing_tables import briefing_table, summary_table
from parley.exports.cells import Table
from parley.exports.evidence_tables import coverage_table, robustness_table
from parley.exports.gap_tables import pivots_table, prices_table
from parley.exports.rating_tables import ratings_table
from parley.exports.source_tables import sources_table
from parley.exports.tables import gaps_table, matrix_table, movement_table, positions_table, statements_table
from parley.exports.whole_tables import clusters_table, pairs_table, whole_table
from parley.telling.briefing import Briefing

# Those that a reader finds in the workbook, and then those for programs alone: what they hold stands in the workbook in words.
SHEETS: Mapping[str, Callable[[Briefing], Table]] = {
    "matrix": matrix_table,
    "statements": statements_table,
    "gaps": gaps_table,
    "movement": movement_table,
    "sources": sources_table,
    "robustness": robustness_table,
    "coverage": coverage_table,
}
TABLES: Mapping[str, Callable[[Briefing], Table]] = {
    **SHEETS,
    "positions": positions_table,
    "pivots": pivots_table,
    "prices": prices_table,
    "whole": whole_table,
    "pairs": pairs_table,
    "clusters": clusters_table,
    "weights": ratings_table,
    "briefing": briefing_table,
    "summary": summary_table,
}
