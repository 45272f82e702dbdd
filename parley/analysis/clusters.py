"""Many parties on one issue: those in focus by themselves, the others in clusters, by the blocs of the file or by where they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from itertools import pairwise

from parley.analysis.leading import stated_place
from parley.analysis.moves import part_of
from parley.analysis.outcomes import Span
from parley.analysis.overview import OverviewRow
from parley.analysis.parts import united
from parley.analysis.positions import Part, Position
from parley.model import Bloc, Negotiation, Party

MANY = 7  # parties shown from which they are told in clusters
MOST_COLUMNS = 12  # parties of which documents show each by itself
FOCUS = 4  # parties that are shown by themselves all the same
_LEADING: tuple[Part, ...] = ("demand", "measure", "offer", "limit")
_MOST: Mapping[Part, int] = {"demand": 5, "measure": 2, "offer": 2, "limit": 2}  # places at which parties are told together


@dataclass(frozen=True)
class Spread:
    """Where the members of a cluster stand with one part: from the lowest place to the highest, how many of them, and the statements' ids."""

    span: Span
    count: int
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Cluster:
    """Parties told together on an issue: a bloc of the file, or those that stand at one place, or next to it, with the same part of a position."""

    bloc: Bloc | None
    positions: tuple[Position, ...]

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return the parties in it."""
        return tuple(one.party for one in self.positions)

    @cached_property
    def spreads(self) -> Mapping[Part, Spread]:
        """Return where the members stand, part by part; a part that none has stated at a place is left out."""
        found = {}
        for part in _LEADING:
            placed = [(one, span) for one in self.positions if (span := _place(one, part))]
            if placed:
                ids = united(*(part_of(one, part).ids for one, _ in placed))
                found[part] = Spread(reduce(Span.hull, (span for _, span in placed)), len(placed), ids)
        return found

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements behind the members' positions."""
        return united(*(one.spoken for one in self.positions))


@dataclass(frozen=True)
class Gathered:
    """How the parties of an issue are shown: those in focus by themselves, and of many all others that have spoken in clusters."""

    row: OverviewRow
    focus: tuple[Party, ...]
    clusters: tuple[Cluster, ...]

    @property
    def alone(self) -> OverviewRow:
        """Return the row with the positions of those in focus alone; the pair told of, and how all pairs stand, stay those of all."""
        if len(self.focus) == len(self.row.positions):
            return self.row
        ids = {one.id for one in self.focus}
        return replace(self.row, positions=tuple(one for one in self.row.positions if one.party.id in ids))

    @cached_property
    def inside(self) -> frozenset[str]:
        """Return the ids of the parties in clusters."""
        return frozenset(party.id for one in self.clusters for party in one.parties)


def gathered(row: OverviewRow, negotiation: Negotiation) -> Gathered:
    """Return how the parties of an issue are shown wherever it is drawn."""
    focus = in_focus(row, negotiation)
    return Gathered(row, focus, clusters(row.positions, negotiation.blocs, {one.id for one in focus}))


def focus_of(negotiation: Negotiation, parties: Sequence[Party], few: int = MANY - 1) -> tuple[Party, ...]:
    """Return the parties shown by themselves: all where they are few, else those that the file compares first or shows first, at most four."""
    if len(parties) <= few:
        return tuple(parties)
    pairs = [negotiation.headline, *(issue.headline for issue in negotiation.issues)]
    wanted = dict.fromkeys([*(key for pair in pairs if pair for key in pair), *(one.id for one in negotiation.shown_first)])
    shown = {one.id for one in parties}
    first = [key for key in wanted if key in shown][:FOCUS]
    return tuple(one for one in parties if one.id in first) or tuple(parties[:2])


def in_focus(row: OverviewRow, negotiation: Negotiation) -> tuple[Party, ...]:
    """Return the parties of an issue shown by themselves: those in focus everywhere, the pair that leads, and the widest pair."""
    shown = [one.party for one in row.positions]
    found = {one.id for one in focus_of(negotiation, shown)}
    if len(shown) >= MANY:
        gaps = [row.gap, row.whole.widest if row.whole else None]
        found |= {one.party.id for gap in gaps if gap for one in (gap.a, gap.b)}
    return tuple(one for one in shown if one.id in found)


def clusters(positions: Iterable[Position], blocs: Sequence[Bloc], apart: Collection[str]) -> tuple[Cluster, ...]:
    """Return the parties that have spoken in clusters, without those `apart`, by id: blocs first, then places from low to high.

    Where too many places are taken to be told, those that lie nearest to each other are told together; those that may stand anywhere between two,
    apart from those whose place is known.
    """
    left = {one.party.id: one for one in positions if one.has_spoken and one.party.id not in apart}
    as_of = next((one.as_of for one in left.values()), None)
    found = []
    for bloc in blocs:
        members = tuple(left.pop(key) for key in bloc.on(as_of) if key in left)
        found += [Cluster(bloc, members)] if members else []
    order = {key: number for number, key in enumerate(left)}
    by_part: dict[Part | None, list[Position]] = {}
    for one in left.values():
        by_part.setdefault(leading_part(one), []).append(one)
    for part in (*_LEADING, None):
        places = _by_place(by_part.get(part, []), part)
        found += [Cluster(None, tuple(sorted(several, key=lambda one: order[one.party.id]))) for several in places]
    return tuple(found)


def leading_part(position: Position) -> Part | None:
    """Return the part by which a party is counted to others: the first that it has stated at a place; None where none is."""
    return next((part for part in _LEADING if _place(position, part)), None)


def _place(position: Position, part: Part) -> Span | None:
    return stated_place(part_of(position, part), position)


def _by_place(positions: Sequence[Position], part: Part | None) -> Iterator[tuple[Position, ...]]:
    if part is None:
        if positions:
            yield tuple(positions)
        return
    at: dict[Span, list[Position]] = {}
    for one in positions:
        span = _place(one, part)
        assert span is not None
        at.setdefault(span, []).append(one)
    places = sorted(at.items(), key=lambda one: (one[0].low, one[0].high))
    yield from _joined([one for one in places if one[0].is_exact], _MOST[part])
    yield from _joined([one for one in places if not one[0].is_exact], 1)


def _joined(places: list[tuple[Span, list[Position]]], most: int) -> Iterator[tuple[Position, ...]]:
    """Yield who stands at each of so many places, of which the nearest are joined."""
    while len(places) > most:
        wide = [one.hull(other) for (one, _), (other, _) in pairwise(places)]
        narrowest = min(range(len(wide)), key=lambda number: wide[number].high - wide[number].low)
        places[narrowest : narrowest + 2] = [(wide[narrowest], [*places[narrowest][1], *places[narrowest + 1][1]])]
    yield from (tuple(several) for _, several in places)
