"""What stands before the names in a wide table: a column that only counts rows, and one that says under which heading or in which bloc each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parley.handed_in import TableError
from parley.importing.head_groups import filled
from parley.importing.heads import CALLED, ISSUES, PARTIES, PARTS, called, head_row_of, part_of
from parley.importing.sheets import Sheet
from parley.importing.tongues import in_english

COUNTS = frozenset(("", "no", "nr", "n", "number", "id", "code", "key", "row", "#"))
HEADINGS = frozenset((
    "area", "group", "theme", "chapter", "cluster", "category", "section", "pillar", "field", "block", "part", "heading", "policy area",
    "policy field", *ISSUES,
))  # fmt: skip
BLOCS = frozenset((*PARTS["parties"][0]["bloc"], *PARTIES))
_COUNT = re.compile(r"\W*(?:\d+(?:\.\d+)*|[ivx]+)\W?[a-z]?\W*|", re.IGNORECASE)
MOST = 2  # such columns


def with_names_first(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return sheets of which each wide one has its parties or issues in the first column, with what stood before them told by name."""
    return tuple(sheet if len(sheets) > 1 and part_of(sheet) is not None else _names_first(sheet) for sheet in sheets)


def _names_first(sheet: Sheet) -> Sheet:
    try:
        row = head_row_of(sheet, sheet.name)
    except TableError:
        return sheet
    heads = [in_english(head) for head in sheet.rows[row - 1]] if row else []
    place = _place_of_names(sheet, heads, row)
    if not place or len(heads) < place + 2 or "place" in called(heads, CALLED, in_part=False).values():
        return sheet
    known = HEADINGS if heads[place] in ISSUES else BLOCS
    headings: dict[str, str] = {}
    for column, head in enumerate(heads[:place]):
        cells = [one[column] for one in sheet.rows[row:]]
        are_counts = all(_COUNT.fullmatch(cell) for one, cell in zip(sheet.rows[row:], cells, strict=True) if one[place])
        if head in known and not are_counts:
            rows = zip(sheet.rows[row:], filled(cells), strict=True)
            headings |= {one[place]: heading for one, heading in rows if one[place] and heading and any(one[place + 1 :])}
        elif not (are_counts and (head in COUNTS or head in known)):
            return sheet
    # A note that stands in the first column stays there.
    rest = tuple(one[place:] if any(one[place:]) else (one[0], *one[place + 1 :]) for one in sheet.rows)
    return replace(sheet, rows=rest, headings=tuple(headings.items()))


def _place_of_names(sheet: Sheet, heads: Sequence[str], row: int) -> int | None:
    """Return the column of the parties or issues among the first ones; None where it is not told, or where there is one of each."""
    families = [[number for number, head in enumerate(heads) if head in words] for words in (PARTIES, ISSUES)]
    if all(families) or not any(families):
        return None
    first, *more = families[0] or families[1]
    if first == 0 and more[:1] == [1]:
        counts = [len({one[number] for one in sheet.rows[row:] if one[number]}) for number in (0, 1)]
        return 1 if counts[0] < counts[1] else None
    return first if first <= MOST else None
