"""Where the ball lies, as cells: who spoke last, who moved last, which conditions are open, what comes next, how long it has been quiet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.analysis.court import Ahead, Court
from parley.evidence import Evidence
from parley.telling.conditions import one_stands
from parley.telling.court import last_mover, last_word, what_comes_next, whose_turn
from parley.telling.evidence import source_told
from parley.telling.headings import ISSUE
from parley.telling.pages import Head, NothingThere, caption, head, nothing_there
from parley.telling.said import bracketed, said
from parley.views.cells import mark_of, opened_by, opens_statements
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.words import say

MOST_WAITING = 6  # open conditions in a cell; of more the others are counted
HEADS: tuple[Head, ...] = ("last_word", "moved_last", "open", "next")
_EMPTY: tuple[NothingThere, ...] = ("moved_last", "open", "next")  # the last word is always told


def court_sheet(courts: Sequence[Court], dataset: Evidence) -> Sheet:
    """Return where the ball lies on each issue."""
    widths = ("24%", "26%", "21%", "15%")
    columns = [Column(say(ISSUE), width="14%"), *(Column(say(head(name)), width=width) for name, width in zip(HEADS, widths, strict=True))]
    empty = ["", *map(say, map(nothing_there, _EMPTY))]
    lines = []
    for one in courts:
        opens = f"issue:{one.issue.id}"
        cells = [cell or (Item(words, quiet=True),) for cell, words in zip(_cells(one, dataset), empty, strict=True)]
        lines.append(Line(((Item(one.issue.label, opens=opens),), *cells), opens=opens))
    return Sheet(say(caption("court")), columns, lines)


def ball_items(found: Court, dataset: Evidence) -> tuple[Item, ...]:
    """Return who spoke last on one issue, then who moved last, what comes next, and when the last word was where that is another."""
    mover = last_mover(found)
    moved = Item(say(mover) if mover else say(nothing_there("moved_last")), quiet=not mover, opens=opens_statements(mover.ids) if mover else "")
    ahead = (_headed("next", _ahead_item(found.ahead)),) if found.ahead else ()
    word = () if _is_told_by_turn(found) else (_headed("last_word", _word(found)),)
    return _turn(found, dataset), _headed("moved_last", moved), *ahead, *word


def _turn(found: Court, dataset: Evidence) -> Item:
    told = whose_turn(found, dataset.negotiation.party_by_id)
    return Item(say(told), strong=found.words is not None and found.words.last is not None, opens=opens_statements(told.ids), quiet=not told.ids)


def _is_told_by_turn(found: Court) -> bool:
    """Return whether the last word is that of who spoke last, today, so that it would only be told once more."""
    words = found.words
    newest = words.of(words.last) if words and words.last else None
    return found.quiet_days == 0 and newest is not None and found.said_last is not None and newest.said == found.said_last.said


def _word(found: Court) -> Item:
    word = last_word(found)
    return Item(say(word), opens=opens_statements(word.ids), quiet=not word.ids)


def _headed(name: Head, item: Item) -> Item:
    return replace(item, label=f"{say(head(name))}:")


def waiting_items(found: Court, dataset: Evidence) -> tuple[Item, ...]:
    """Return what waits for a condition on one issue."""
    return tuple(_waiting(found, dataset))


def _cells(one: Court, dataset: Evidence) -> tuple[tuple[Item, ...], ...]:
    mover = last_mover(one)
    moved = (Item(say(mover), opens=opens_statements(mover.ids)),) if mover else ()
    ahead = (_ahead_item(one.ahead),) if one.ahead else ()
    waiting = _waiting(one, dataset)
    rest = [key for item in waiting[MOST_WAITING:] for key in opened_by(item)]
    more = (Item(say(said("more-besides", more=len(waiting) - MOST_WAITING)), opens=opens_statements(rest)),) if rest else ()
    return (_turn(one, dataset), _word(one)), moved, (*waiting[:MOST_WAITING], *more), ahead


def _ahead_item(ahead: Ahead) -> Item:
    told = what_comes_next(ahead)
    return Item(say(told), meta=say(bracketed(source_told(ahead.source))) if ahead.source else "", opens=opens_statements(told.ids))


def _waiting(one: Court, dataset: Evidence) -> Sequence[Item]:
    """Return each open condition: what stands under it, and whose that is."""
    parties = dataset.negotiation.party_by_id
    return [
        Item(say(one_stands(each, parties[each.party])), mark=mark_of(each, parties[each.party]), opens=opens_statements([each.id]))
        for each in one.conditions
    ]
