"""A table of a briefing as CSV and as JSON, each with what it was made of."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import StringIO

from parley.exports.tables import Cell, Table
from parley.telling.briefing import Briefing, standing_line
from parley.telling.cuts import cut_name
from parley.telling.said import begun
from parley.words import say

BYTE_ORDER_MARK = "\ufeff"  # by which Excel knows that the file is UTF-8
# What a spreadsheet takes for the beginning of a formula, in Chinese and Japanese settings also the wide forms.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD = "'"


def made_of(briefing: Briefing) -> Mapping[str, str]:
    """Return what a table was made of: negotiation, data version, as-of date, evidence, handling, edition, what is missing and the standing line."""
    return {
        "negotiation": briefing.dataset.negotiation.title,
        "version": briefing.dataset.version,
        "as_of": briefing.as_of.isoformat(),
        "evidence": say(begun(cut_name(briefing.cut))),
        "handling": briefing.handling,
        "edition": say(briefing.edition),
        "incomplete": say(briefing.incomplete),
        "standing_line": say(standing_line()),
    }


def table_csv(table: Table, briefing: Briefing) -> str:
    """Return the table as CSV with a byte order mark, commas, and the keys of the columns in its first line.

    What it was made of stands in the last columns of every row, under the keys of `made_of`. Dates are written as 2018-05-02,
    flags as true and false, numbers in plain digits; an empty cell is not known. A text that a spreadsheet would take for a
    formula, or that begins with an apostrophe, has an apostrophe put before it: `unguarded` takes it away again.
    """
    about = made_of(briefing)
    lines = StringIO()
    writer = csv.writer(lines)
    writer.writerow([*(one.key for one in table.columns), *about])
    writer.writerows([*map(_written, row), *map(guarded, about.values())] for row in table.rows)
    return BYTE_ORDER_MARK + lines.getvalue()


def guarded(text: str) -> str:
    """Return a text of which no spreadsheet makes a formula: with an apostrophe before it where it begins like one, or with an apostrophe."""
    return f"{_GUARD}{text}" if text.startswith((*FORMULA_SIGNS, _GUARD)) else text


def unguarded(text: str) -> str:
    """Return a text of a CSV file as it was before it was guarded."""
    return text.removeprefix(_GUARD)


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return guarded(cell)
        case date():
            return cell.isoformat()
        case Decimal():
            return format(cell, "f")
    return str(cell)


def table_json(table: Table, briefing: Briefing) -> str:
    """Return the table as JSON: an object with "about", the columns with their types, and a row as an object by the columns' keys.

    What is not known is null; a date is text such as "2018-05-02".
    """
    values = {
        "about": {**made_of(briefing), "table": table.name, "title": table.title, "holds": table.about},
        "columns": [{"key": one.key, "title": one.title, "type": one.type} for one in table.columns],
        "rows": [{column.key: _value(cell) for column, cell in zip(table.columns, row, strict=True)} for row in table.rows],
    }
    return json.dumps(values, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _value(cell: Cell) -> str | int | float | None:
    if isinstance(cell, date):
        return cell.isoformat()
    # A finite decimal of at most fifteen digits is written as it is; a longer one would lose some, and is text.
    if isinstance(cell, Decimal):
        return float(cell) if len(cell.as_tuple().digits) <= 15 else format(cell, "f")
    return cell
