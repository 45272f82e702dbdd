"""Frames and tables name the same thing alike, and hold the same under the same name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from parley import frames
from parley.exports.column_list import COLUMNS
from parley.exports.table_list import TABLES
from tests.briefings import shipped

# What a frame of one date or of a whole negotiation says of itself, and a table says once for the whole briefing.
OF_THE_WHOLE = {"as_of", "since", "until", "day"}
DAYS = {"as_of": "2019-01-23", "parties": [one.id for one in shipped().parties]}
FRAMES: Mapping[str, tuple[Callable[[], pd.DataFrame], list[str]]] = {
    "positions": (lambda: frames.positions(shipped().dataset, **DAYS), ["issue_id", "party_id", "part"]),
    "gaps": (lambda: frames.gaps(shipped().dataset, **DAYS), ["issue_id", "party_a_id", "party_b_id"]),
    "robustness": (lambda: frames.robustness(shipped().dataset, **DAYS), ["issue_id"]),
    "statements": (lambda: frames.statements(shipped().dataset), ["statement_id"]),
    "movement": (
        lambda: frames.movement(shipped().dataset, shipped().since, shipped().as_of, parties=DAYS["parties"]),
        ["issue_id", "party_id", "told_of", "part", "cause"],
    ),
}


def plainly(cell: Any) -> Any:
    """Return a cell as both hold it: numbers as such, days as text, and nothing where nothing is known."""
    if isinstance(cell, tuple):
        return cell
    if cell is None or pd.isna(cell):
        return None
    if isinstance(cell, Decimal):
        return float(cell)
    return cell.date() if isinstance(cell, pd.Timestamp) else cell


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_holds_what_the_table_holds_under_the_same_names(name: str) -> None:
    """Row by row, on the shipped data; but of a gap the table also names the statements behind what it tells of conditions."""
    make, keys = FRAMES[name]
    frame = make()
    shared = [one for one in frame.columns if one not in OF_THE_WHOLE]
    assert set(shared) <= {one.key for one in COLUMNS[name]}
    held = [one for one in TABLES[name](shipped()).by_key if one.get("told_of", "between") in ("between", "on_the_way")]
    compared = [one for one in shared if (name, one) != ("gaps", "statements")]
    by_key = {tuple(str(row[key]) for key in keys): {key: plainly(row[key]) for key in compared} for row in frame.to_dict("records")}
    assert len(held) > 5
    for row in held:
        assert {key: plainly(row[key]) for key in compared} == by_key[tuple(str(row[key]) for key in keys)]
