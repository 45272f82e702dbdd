"""Which way parties moved on the scale of an issue, whoever they are compared with."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from parley.analysis.bounds import move_places
from parley.analysis.moved import IssueMovement
from parley.analysis.moves import Move
from parley.analysis.parts import united
from parley.model import Party


@dataclass(frozen=True)
class Drift:
    """The parties that surely moved up the scale between two dates, and those that moved down; one that did both is in neither."""

    up: tuple[Party, ...]
    down: tuple[Party, ...]
    ids: tuple[str, ...]


def drift(moved: IssueMovement, parties: Collection[str]) -> Drift:
    """Return which way some parties, by their ids, moved on an issue."""
    ways: dict[str, set[int]] = {}
    by_id: dict[str, Party] = {}
    ids: dict[str, list[tuple[str, ...]]] = {}
    for move in moved.deciding:
        way = _way(move)
        if way and move.party.id in parties:
            by_id[move.party.id] = move.party
            ways.setdefault(move.party.id, set()).add(way)
            ids.setdefault(move.party.id, []).append(move.ids)
    up, down = (tuple(by_id[key] for key, found in ways.items() if found == {way}) for way in (1, -1))
    return Drift(up, down, united(*(each for party in (*up, *down) for each in ids[party.id])))


def _way(move: Move) -> int:
    """Return 1 for a move up the scale, -1 for one down, 0 where neither can be said."""
    before, after = move_places(move)
    if before is None or after is None or before == after:
        return 0
    if after.low >= before.low and after.high >= before.high:
        return 1
    return -1 if after.low <= before.low and after.high <= before.high else 0
