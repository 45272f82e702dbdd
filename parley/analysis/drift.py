"""Which way parties moved on the scale of an issue, whoever they are compared with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from parley.analysis.bounds import move_places
from parley.analysis.moved import IssueMovement
from parley.analysis.moves import Cause, Move, Turn
from parley.analysis.parts import united
from parley.model import Party

# Up or down the scale, both with different parts of the position, or surely moved with no way that can be told; else a position where none
# stood or one that was taken back, or no sure move at all.
Way = Literal["up", "down", "both", "unsure", "new", "still"]
WAYS: tuple[Way, ...] = get_args(Way)


@dataclass(frozen=True)
class Drifted:
    """The parties that went one way, and the statements by which they did; of those that did not move, what their positions rest on."""

    parties: tuple[Party, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Drift:
    """Which way the parties that have spoken on an issue went between two dates, each in one way; one that nobody went is left out."""

    ways: Mapping[Way, Drifted]

    @property
    def has_news(self) -> bool:
        """Return whether anybody moved, or took a position or took it back."""
        return any(way != "still" for way in self.ways)

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements by which anybody did."""
        return united(*(one.ids for way, one in self.ways.items() if way != "still"))


def drift(moved: IssueMovement, parties: Collection[str]) -> Drift:
    """Return which way some parties, by their ids, went on an issue."""
    told = {one.party.id: one for one in moved.positions if one.party.id in parties}
    surely = _by_party(moved.deciding)
    stated = _by_party(one for one in moved.moves if one.cause is Cause.SAID and one.turn in (Turn.FIRST, Turn.GONE) and one.is_dated)
    found: dict[Way, list[tuple[Party, tuple[str, ...]]]] = {}
    for key, position in told.items():
        moves = surely.get(key) or stated.get(key)
        if moves:
            way = _way_of(moves) if key in surely else "new"
            found.setdefault(way, []).append((position.party, united(*(one.ids for one in moves))))
        elif position.has_spoken:
            found.setdefault("still", []).append((position.party, position.spoken))
    return Drift({way: _drifted(found[way]) for way in WAYS if way in found})


def _by_party(moves: Iterable[Move]) -> Mapping[str, list[Move]]:
    found: dict[str, list[Move]] = {}
    for one in moves:
        found.setdefault(one.party.id, []).append(one)
    return found


def _drifted(several: Collection[tuple[Party, tuple[str, ...]]]) -> Drifted:
    return Drifted(tuple(party for party, _ in several), united(*(ids for _, ids in several)))


def _way_of(moves: Iterable[Move]) -> Way:
    ways = {_way(one) for one in moves} - {0}
    if len(ways) > 1:
        return "both"
    if not ways:
        return "unsure"
    return "up" if ways == {1} else "down"


def _way(move: Move) -> int:
    """Return 1 for a move up the scale, -1 for one down, 0 where neither can be said."""
    before, after = move_places(move)
    if before is None or after is None or before == after:
        return 0
    if after.low >= before.low and after.high >= before.high:
        return 1
    return -1 if after.low <= before.low and after.high <= before.high else 0
