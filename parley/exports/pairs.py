"""The pairs of parties of which tables have rows: all of few parties; of many, those that hold one in focus."""

from __future__ import annotations

from collections.abc import Iterator

from parley.analysis.clusters import MOST_COLUMNS, focus_of
from parley.analysis.comparison import pair_statuses
from parley.analysis.gaps import Gap
from parley.model import Issue
from parley.telling.briefing import Briefing
from parley.telling.said import Said
from parley.telling.tables import table_holds, table_holds_pairs


def gaps_listed(briefing: Briefing, issue: Issue) -> Iterator[Gap]:
    """Yield the gaps of an issue that tables hold, in the order of the parties."""
    focus = {one.id for one in focus_of(briefing.dataset.negotiation, briefing.parties, MOST_COLUMNS)}
    yield from pair_statuses(briefing.dataset, briefing.parties, issue, briefing.as_of, briefing.cut, focus).values()


def holds_pairs(table: str, briefing: Briefing) -> Said:
    """Return what a table of pairs holds, and which pairs where it does not hold all."""
    focus = focus_of(briefing.dataset.negotiation, briefing.parties, MOST_COLUMNS)
    return table_holds(table) if len(focus) == len(briefing.parties) else table_holds_pairs(table, focus)
