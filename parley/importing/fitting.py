"""A kept way of reading fitted to a table whose sheets are called otherwise now: each is found by its name, or else by its heads."""

from __future__ import annotations

from collections.abc import Sequence

from parley.importing.mapping import PartTable, TableMapping
from parley.importing.sheets import Sheet


def fitted(mapping: TableMapping, sheets: Sequence[Sheet]) -> TableMapping | None:
    """Return how a table is read with its sheets as they are called now, each found by its name or else by its heads; None where one is missing."""
    left = list(sheets)
    main = _found(left, mapping.sheet or "", mapping.head_row, _heads(mapping))
    if main is None:
        return None
    left.remove(main)
    parts: list[PartTable] = []
    for part in mapping.parts:
        found = _found(left, part.sheet, part.head_row, {one.head for one in part.columns if one.holds != "nothing"})
        if found is None:
            return None
        left.remove(found)
        parts.append(part.model_copy(update={"sheet": found.name}))
    return mapping.model_copy(update={"sheet": main.name or None, "parts": tuple(parts)})


def _heads(mapping: TableMapping) -> set[str]:
    """Return the heads without which a table of statements is another one; a wide table may gain and lose columns."""
    return {one.head for one in mapping.columns if one.holds != "nothing"} if mapping.shape == "long" else set()


def _found(sheets: Sequence[Sheet], name: str, head_row: int, heads: set[str]) -> Sheet | None:
    fitting = [one for one in sheets if head_row < len(one.rows) and heads <= set(one.heads(head_row))]
    return next((one for one in fitting if one.name == name), fitting[0] if len(fitting) == 1 else None)
