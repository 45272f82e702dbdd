"""What is wrong with files that are not written yet, told by the place in the table that it comes of: nobody has seen the files."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from parley.errors import Problem, quoted
from parley.importing.drafted import BadCell, Spot

_ITEM = re.compile(r"^- \{? ?id: '?([a-z0-9-]+)")


class Blamed(NamedTuple):
    """What is wrong: cells of the table of which it comes, and what the folder itself holds."""

    cells: tuple[BadCell, ...]
    others: tuple[Problem, ...]

    def __str__(self) -> str:
        """Return all of it, a line for each."""
        return "\n".join([*map(_line, self.cells), *map(str, self.others)])


def blamed(problems: Sequence[Problem], copy: Path, folder: Path, files: Mapping[str, str], spots: Mapping[tuple[str, str], Spot]) -> Blamed:
    """Return what is wrong with a copy of a folder: what stands in `files`, which are made of the table, by its cell, the rest by the own file."""
    cells, others = [], []
    ids = {name: _ids(text) for name, text in files.items() if problems}
    for one in problems:
        path = Path(one.file)
        name = path.relative_to(copy).as_posix() if path.is_relative_to(copy) else one.file
        records = ids.get(name, [])
        place = bisect_right(records, one.line, key=itemgetter(0))
        key = records[place - 1][1] if place else ""
        if (name, key) in spots:
            spot = spots[name, key]
            cells.append(BadCell(spot.row, spot.column, key, one.what, one.mend, spot.sheet))
        else:
            others.append(one._replace(file=str(folder / name)))
    return Blamed(tuple(cells), tuple(others))


def _line(bad: BadCell) -> str:
    where = [f"sheet {quoted(bad.sheet)}"] if bad.sheet else []
    where += [f"row {bad.row}", *([f"column {quoted(bad.column)}"] if bad.column else [])]
    told = ", ".join(where)
    return " ".join(filter(None, (f"{told[0].upper()}{told[1:]}, {quoted(bad.value)}: {bad.why}", bad.mend)))


def _ids(text: str) -> list[tuple[int, str]]:
    """Return the ids of the records of a file, each with the line in which it begins."""
    return [(number, match[1]) for number, one in enumerate(text.splitlines(), 1) if (match := _ITEM.match(one))]
