"""Salience and power as somebody judges them, as a typed table."""

from __future__ import annotations

from parley.exports.cells import Table, issue_cells, party_cells, table_of
from parley.telling.briefing import Briefing
from parley.telling.ratings import NAMES


def ratings_table(briefing: Briefing) -> Table:
    """Return a row per issue, party, what is judged and by whom; nothing that is computed rests on any of them."""
    parties = {one.id: one for one in briefing.parties}
    rows = (
        {
            **issue_cells(one.issue),
            **party_cells(parties[rating.party]),
            "judged": name,
            "from": rating.from_.normalize(),
            "to": rating.to.normalize(),
            "out_of": rating.out_of.normalize() if rating.out_of else None,
            "by": rating.by,
            "on": rating.on.text if rating.on else None,
        }
        for one in briefing.issues
        for name in NAMES
        for rating in getattr(one.issue, name)
        if rating.party in parties
    )
    return table_of("weights", briefing, rows)
