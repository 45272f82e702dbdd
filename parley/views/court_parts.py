"""Where the ball lies, as cells: who moved last, which conditions are open, what comes next, how long it has been quiet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.analysis.court import Ahead, Court
from parley.dataset import Dataset
from parley.telling.conditions import one_stands
from parley.telling.court import last_mover, last_word, what_comes_next
from parley.telling.evidence import source_told
from parley.views.cells import mark_of, opens_statements
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.words import say

HEADS = ("Moved last", "Open conditions", "Next date", "Last word")


def court_sheet(courts: Sequence[Court], dataset: Dataset) -> Sheet:
    """Return where the ball lies on each issue."""
    columns = [Column("Issue", width="14%"), *(Column(head, width=width) for head, width in zip(HEADS, ("30%", "22%", "17%", "17%"), strict=True))]
    empty = ("No move held", "Nothing open", "None known", "")
    lines = []
    for one in courts:
        opens = f"issue:{one.issue.id}"
        cells = [cell or (Item(words, quiet=True),) for cell, words in zip(_cells(one, dataset), empty, strict=True)]
        lines.append(Line(((Item(one.issue.label, opens=opens),), *cells), opens=opens))
    return Sheet("Ball in court", columns, lines)


def court_items(found: Court, dataset: Dataset) -> tuple[Item, ...]:
    """Return what is known of where the ball lies on one issue, each under its head."""
    return tuple(replace(item, label=f"{head}:") for head, cell in zip(HEADS, _cells(found, dataset), strict=True) for item in cell)


def _cells(one: Court, dataset: Dataset) -> tuple[tuple[Item, ...], ...]:
    mover, word = last_mover(one), last_word(one)
    moved = (Item(say(mover), opens=opens_statements(mover.ids)),) if mover else ()
    ahead = (_ahead_item(one.ahead),) if one.ahead else ()
    return moved, tuple(_waiting(one, dataset)), ahead, (Item(say(word), opens=opens_statements(word.ids), quiet=not word.ids),)


def _ahead_item(ahead: Ahead) -> Item:
    told = what_comes_next(ahead)
    return Item(say(told), meta=f"({say(source_told(ahead.source))})", opens=opens_statements(told.ids))


def _waiting(one: Court, dataset: Dataset) -> Sequence[Item]:
    """Return each open condition: what stands under it, and whose that is."""
    parties = dataset.negotiation.party_by_id
    return [Item(say(one_stands(each, parties[each.party])), mark=mark_of(each), opens=opens_statements([each.id])) for each in one.conditions]
