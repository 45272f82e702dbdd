"""Tables in which one row of heads stands over another: each issue over its position and salience, each party over its demand and its offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.importing.heads import CALLED, ISSUES, LOOKED_AT, PARTIES, called
from parley.importing.kind_words import KINDS
from parley.importing.mapping import Holds
from parley.importing.sheets import Row, Sheet
from parley.importing.tongues import in_english

# What may stand beneath an issue or a party, once for each.
BENEATH: tuple[Holds, ...] = ("place", "salience", "power", "says", "note", "source", "said", "confidence")
KIND, PLACE = "Kind", "Position"


def ungrouped(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return sheets of which each with heads over heads has a row for each of the upper ones instead, its rows numbered as in the file."""
    return tuple(_ungrouped(sheet) or sheet for sheet in sheets)


def _ungrouped(sheet: Sheet) -> Sheet | None:
    for number in range(min(LOOKED_AT, len(sheet.rows) - 2)):
        over, beneath = sheet.rows[number], sheet.rows[number + 1]
        if len(set(filter(None, over))) > 2 and (heads := _heads(over, beneath)) is not None:
            return _with_rows(sheet, number, heads)
    return None


def _heads(over: Row, beneath: Row) -> list[str] | None:
    """Return what stands beneath each of the upper heads, which is the same for all; None where the two rows are no heads of that kind."""
    whose = in_english(over[0] or beneath[0])
    groups: dict[str, list[str]] = {}
    for upper, lower in zip(over[1:], beneath[1:], strict=True):
        groups.setdefault(upper, []).append(lower)
    first, *others = groups.values() if groups else ([],)
    if not (whose in PARTIES or whose in ISSUES) or (over[0] and beneath[0] not in ("", over[0])) or "" in groups or len(first) < 2:
        return None
    if any(one != first for one in others) or not others or len(over) - 1 != len(first) * len(groups):
        return None
    return first if _are_kinds(first) or _hold_places(first) else None


def _are_kinds(heads: Sequence[str]) -> bool:
    return len({KINDS.get(in_english(one), one) for one in heads}) == len(heads) and all(in_english(one) in KINDS for one in heads)


def _hold_places(heads: Sequence[str]) -> bool:
    found = called(heads, {one: CALLED[one] for one in BENEATH}, in_part=False)
    return "place" in found.values() and len(found) == len(heads)


def _with_rows(sheet: Sheet, number: int, beneath: Sequence[str]) -> Sheet:
    over = sheet.rows[number]
    first = over[0] or sheet.rows[number + 1][0]
    are_kinds = _are_kinds(beneath)
    heads = (first, "Issue" if in_english(first) in PARTIES else "Party", *((KIND, PLACE) if are_kinds else beneath))
    rows, numbers = [heads], [sheet.number(number + 2)]
    for place, row in enumerate(sheet.rows[number + 2 :], number + 3):
        made: list[Row] = []
        for start in range(1, len(row), len(beneath)) if any(row[1:]) else ():
            cells = row[start : start + len(beneath)]
            parts: Sequence[Row] = tuple(zip(beneath, cells, strict=True)) if are_kinds else (cells,)
            made += [(row[0], over[start], *one) for one in parts]
        rows += made or [(row[0], *("" for _ in heads[1:]))]
        numbers += [sheet.number(place)] * max(1, len(made))
    return replace(sheet, rows=tuple(rows), numbers=tuple(numbers))
