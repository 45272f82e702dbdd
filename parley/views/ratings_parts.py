"""How much an issue matters to each party, as somebody judges: folded on the issue's page, with whose judgement it is."""

from __future__ import annotations

from parley.model import Issue, Party
from parley.telling.ratings import HELD, NAMES, rated_by, rating_head, rating_told, ratings_of
from parley.views.components.panel import Folded
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.words import say


def ratings_sheet(issue: Issue, parties: tuple[Party, ...]) -> Folded | None:
    """Return a row for each party and author; None where nobody has judged."""
    found = ratings_of(issue)
    lines = []
    for party in parties:
        for (key, _), by_name in found.items():
            if key == party.id:
                cells = [(Item(say(rating_told(by_name[name]))),) if name in by_name else () for name in NAMES]
                lines.append(Line(((Item(party.name, strong=True),), *cells, (Item(say(rated_by(next(iter(by_name.values())))), quiet=True),))))
    judged = [Column(say(rating_head(one)), width="18%") for one in NAMES]
    columns = [Column(say(rating_head("party")), width="24%"), *judged, Column(say(rating_head("by")))]
    return Folded(say(HELD), Sheet(say(HELD), columns, lines, is_below=True)) if lines else None
