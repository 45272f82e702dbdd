"""A table of a briefing as CSV and as JSON, each with what it was made of."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO

from parley.exports.briefing_tables import briefing_table, carried_cells
from parley.exports.cells import Cell, Table
from parley.exports.column_list import CARRIED
from parley.exports.columns import Columns
from parley.formulas import guarded
from parley.telling.briefing import Briefing

BYTE_ORDER_MARK = "\ufeff"  # by which Excel knows that the file is UTF-8


def table_csv(table: Table, briefing: Briefing) -> str:
    """Return the table as CSV with a byte order mark, commas, and the keys of the columns in its first line.

    Dates are written as 2018-05-02, flags as true and false, numbers in plain digits, and a list as JSON writes one: ["a", "b"]. An empty cell is
    not known. A text that a spreadsheet would take for a formula, or that begins with an apostrophe, has an apostrophe put before it:
    `formulas.unguarded` takes it away again.

    A CSV file has no head, is mailed alone, and its rows are copied into other tables. So each row says of itself what would make it wrong
    if it were forgotten: its as-of date, its evidence cut by id, and, in one cell that is mostly empty, the handling mark and that
    something is internal or incomplete. What else the file was made of is the same for all tables of a briefing and stands in a table of its
    own, `briefing`, which is why that one carries nothing.
    """
    carried = carried_columns(table.name)
    same = [_written(carried_cells(briefing)[one.key] or None) for one in carried]
    lines = StringIO()
    writer = csv.writer(lines)
    writer.writerow([one.key for one in (*table.columns, *carried)])
    writer.writerows([*map(_written, row), *same] for row in table.rows)
    return BYTE_ORDER_MARK + lines.getvalue()


def carried_columns(name: str) -> Columns:
    """Return the columns that a table has in its CSV file besides its own: none where it holds them anyway."""
    return () if name == "briefing" else CARRIED


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return guarded(cell)
        case tuple():
            return json.dumps(cell, ensure_ascii=False)
        case date():
            return cell.isoformat()
        case Decimal():
            return format(cell, "f")
    return str(cell)


def table_json(table: Table, briefing: Briefing) -> str:
    """Return the table as JSON: an object with "about", the columns with their types, and a row as an object by the columns' keys.

    "about" holds what the table was made of, as the table `briefing` does. What is not known is null; a date is text such as "2018-05-02".
    """
    (made_of,) = _objects(briefing_table(briefing))
    values = {
        "about": {**made_of, "table": table.name, "title": table.title, "holds": table.about},
        "columns": [{"key": one.key, "title": one.title, "type": one.type} for one in table.columns],
        "rows": _objects(table),
    }
    return json.dumps(values, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _objects(table: Table) -> list[dict[str, object]]:
    return [{key: _value(cell) for key, cell in row.items()} for row in table.by_key]


def _value(cell: Cell) -> object:
    if isinstance(cell, date):
        return cell.isoformat()
    # A finite decimal of at most fifteen digits is written as it is; a longer one would lose some, and is text.
    if isinstance(cell, Decimal):
        return float(cell) if len(cell.as_tuple().digits) <= 15 else format(cell, "f")
    return cell
