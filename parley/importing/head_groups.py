"""Heads that group others: a row over the heads of a wide table says what belongs together, its cells merged or the first of each group filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from parley.importing.heads import LOOKED_AT, is_over
from parley.importing.sheets import Row, Sheet


def with_whole_heads(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return sheets in which each cell over the heads says its group, and each head that stands only there stands in the row of the heads, too."""
    return tuple(_whole(sheet) for sheet in sheets)


def groups_over(sheet: Sheet, head_row: int) -> Mapping[str, str]:
    """Return the group of each head that has one; none where all are one, as under a title."""
    if head_row < 2 or not is_over(sheet.rows[head_row - 2], sheet.rows[head_row - 1]):
        return {}
    columns = zip(sheet.heads(head_row)[1:], sheet.rows[head_row - 2][1:], sheet.rows[head_row - 1][1:], strict=True)
    found = {head: over for head, over, own in columns if head and over not in ("", own)}
    return found if len(set(found.values())) > 1 or len(found) < len(sheet.heads(head_row)) - 1 else {}


def _whole(sheet: Sheet) -> Sheet:
    # Only a title, which says one thing, stands over the first row of heads.
    first = next((number for number, row in enumerate(sheet.rows[:LOOKED_AT]) if len(set(filter(None, row))) > 1), len(sheet.rows))
    made = _made_whole(*sheet.rows[first : first + 2]) if first + 2 < len(sheet.rows) else None
    return replace(sheet, rows=(*sheet.rows[:first], *made, *sheet.rows[first + 2 :])) if made else sheet


def _made_whole(over: Row, beneath: Row) -> tuple[Row, Row] | None:
    """Return two rows of heads as they are meant; None where the upper one groups nothing."""
    if len(over) < 3 or not over[1] or (beneath[0] not in ("", over[0]) and over[0]):
        return None
    is_merged = any(one and one == other for one, other in pairwise(over[1:]))
    upper = over if is_merged else (over[0], *filled(over[1:]))
    lower = tuple(own or above for own, above in zip(beneath, over, strict=True))
    twice = {one for one in lower if lower.count(one) > 1}
    lower = tuple(f"{above}: {own}" if own in twice and above else own for above, own in zip(upper, lower, strict=True))
    is_more = sum(map(bool, beneath[1:])) > len(set(filter(None, upper[1:])))
    return (upper, lower) if is_more and is_over(upper, lower) else None


def filled(cells: Sequence[str]) -> list[str]:
    """Return cells of which an empty one says what the one before it does."""
    made: list[str] = []
    for cell in cells:
        made.append(cell or (made[-1] if made else ""))
    return made
