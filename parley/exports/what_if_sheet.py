"""The sheet in which a reader puts a party elsewhere: what it is at its head, coloured cells to fill, and beside them the distances."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xlsxwriter.utility import xl_range_abs

from parley.exports.what_if import DISTANCES_AT, HIDDEN, IDS, OWN, PLACED, REASON, SIDES, STEPS, UNIT, Row, heads, rows_of, typed_at
from parley.figures.palette import party_colours
from parley.telling import what_if as told
from parley.telling.briefing import Briefing
from parley.words import say

FIRST = 3  # the row of heads, beneath what is said at the head and an empty one
FILL, HEAD, RULE = "#FFF3C4", "#EEF2F6", "#D9D5CC"
_WIDTHS = {0: 6, 1: 26, 2: 18, 3: 18, UNIT: 10, REASON: 34, IDS: 44}
_PLACE, _NUMBER = 19, 13  # widths of a place, and of a distance
_LINE = 13.5  # points
Height = Callable[[list[tuple[Any, int]]], float]


def add_what_if(sheet: Any, briefing: Briefing, styles: Any, height: Height) -> int:
    """Write the sheet, and return how many issues it holds."""
    titles = heads()
    widths = {at: _WIDTHS.get(at, _NUMBER if at >= DISTANCES_AT else _PLACE) for at in titles}
    across = sum(widths[at] for at in range(OWN + 6))
    for at, (one, looks) in enumerate(((told.WHAT_IF_IS_YOURS, {"bold": True}), (told.WHAT_IF_HOW, {}))):
        sheet.merge_range(at, 0, at, OWN + 5, say(one), styles(say(one), text_wrap=True, **looks))
        sheet.set_row(at, height([(say(one), across)]))
    for at, title in titles.items():
        sheet.set_column(at, at, widths[at])
        fill = FILL if _is_typed(at) else HEAD
        sheet.write_string(FIRST, at, title, styles(title, bold=True, bg_color=fill, bottom=2, text_wrap=True, valign="vcenter"))
    sheet.set_row(FIRST, 3 * _LINE + 4)
    colours = {one.name: colour for one in briefing.parties if (colour := party_colours(briefing.dataset.negotiation)[one.id])}
    found = list(rows_of(briefing, FIRST + 1))
    for at, row in enumerate(found, FIRST + 1):
        _write(sheet, at, row, styles, colours)
        words = [(one, widths[OWN + 2 * place]) for place, one in enumerate(row.held)] + [(say(told.NOT_MEASURED), _NUMBER - 2)]
        sheet.set_row(at, height([(row.name, widths[1]), (row.reason, widths[REASON]), (", ".join(row.ids), widths[IDS]), *words]))
    sheet.set_column(HIDDEN, STEPS + max((len(one.steps) for one in found), default=0), None, None, {"hidden": True})
    sheet.freeze_panes(FIRST + 1, 2)
    sheet.hide_gridlines(2)
    sheet.repeat_rows(FIRST)
    sheet.repeat_columns(0, 1)
    sheet.print_area(0, 0, FIRST + len(found), IDS)
    return len(found)


def _is_typed(column: int) -> bool:
    return column in {typed_at(side, part) for side in range(SIDES) for part in range(len(PLACED))}


def _write(sheet: Any, at: int, row: Row, styles: Any, colours: dict[str, str]) -> None:
    looks: dict[str, Any] = {"bottom": 1, "bottom_color": RULE, "text_wrap": True}
    sheet.write_number(at, 0, row.number, styles(**looks, align="right", indent=1))
    words = {1: row.name, UNIT: row.unit, REASON: row.reason, IDS: ", ".join(row.ids)} | dict(enumerate(row.parties, 2))
    for column, text in (words | {OWN + 2 * place: one for place, one in enumerate(row.held)}).items():
        named = {"bold": True, "font_color": colours[text]} if column in (2, 3) and text in colours else {}
        sheet.write_string(at, column, text, styles(text, **looks, **named))
    if not row.formulas:
        return
    for place, step in enumerate(row.steps):
        sheet.write_string(at, STEPS + place, step, styles(step, text_wrap=True))
    for side in range(SIDES):
        for part in range(len(PLACED)):
            column = typed_at(side, part)
            sheet.write_blank(at, column, None, styles(**looks, bg_color=FILL, locked=False))
            sheet.data_validation(at, column, at, column, _choices(at, row))
    for column, (formula, known) in row.formulas.items():
        sheet.write_formula(at, column, f"={formula}", styles(**looks, align="right", indent=1), known)


def _choices(at: int, row: Row) -> dict[str, Any]:
    """Return what a coloured cell takes: a step of the ladder, chosen from those of its row, or a number of the scale."""
    if row.steps:
        return {"validate": "list", "source": f"={xl_range_abs(at, STEPS, at, STEPS + len(row.steps) - 1)}"}
    return {"validate": "decimal", "criteria": "between", "minimum": row.ends[0], "maximum": row.ends[1]}
