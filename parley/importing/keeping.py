"""How tables were read before: which of the kept mappings is that of a table, by its sheets, heads and names, whatever its file is called now."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from parley.errors import ParleyError
from parley.folders import negotiation_folders
from parley.importing.fitting import fitted
from parley.importing.folder import kept_mapping
from parley.importing.mapping import IssueMeaning, Named, TableMapping
from parley.importing.naming import plain
from parley.importing.sheets import Sheet


class Kept(NamedTuple):
    """A folder into which a table was brought, and how it was read."""

    folder: Path
    mapping: TableMapping


def kept_for(sheets: Sequence[Sheet], positions: Path) -> Kept | None:
    """Return the folder of which a table is the next edition: it has the heads of the last one, and most of its parties and issues."""
    best: tuple[int, Kept] | None = None
    for folder in _folders(positions):
        with suppress(ParleyError, OSError):  # what cannot be read is told where it is used
            mapping = kept_mapping(folder)
            refitted = mapping and fitted(mapping, sheets)
            if refitted and (met := _met(refitted, sheets)) and (best is None or met > best[0]):
                best = met, Kept(folder, refitted)
    return best[1] if best else None


def _folders(positions: Path) -> Sequence[Path]:
    with suppress(ParleyError):
        return negotiation_folders(positions)
    return ()


def _met(mapping: TableMapping, sheets: Sequence[Sheet]) -> int:
    """Return how many parties and issues of a mapping a table names; none where it lacks more than half of either."""
    main = next((one for one in sheets if one.name == mapping.sheet), sheets[0])
    along = {plain(head) for head in main.heads(mapping.head_row)[1:]}
    down = {plain(row[0]) for row in main.rows[mapping.head_row :]}
    anywhere = {plain(cell) for cell in {cell for one in sheets for row in one.rows for cell in row}} if mapping.shape == "long" else set()
    of_parties, of_issues = {"long": (anywhere, anywhere), "parties_down": (down, along), "issues_down": (along, down)}[mapping.shape]
    counts = [_count(mapping.parties, of_parties), _count(mapping.issues, of_issues)]
    # Where no column names the issue there is one, which stands in no cell.
    if mapping.shape == "long" and all(one.holds != "issue" for one in mapping.columns):
        counts[1] = len(mapping.issues)
    return sum(counts) if 2 * counts[0] >= len(mapping.parties) and 2 * counts[1] >= len(mapping.issues) else 0


def _count(named: Sequence[Named] | Sequence[IssueMeaning], held: set[str]) -> int:
    return sum(any(plain(cell) in held for cell in one.cells) for one in named)
