"""How often two parties agree: on how many of the issues on which both have taken a position, and in which order parties are most alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from parley.analysis.parts import united
from parley.analysis.whole import AllPairs
from parley.model import Party


@dataclass(frozen=True)
class Aligned:
    """Two parties: on how many issues both have taken a position, and on how many of these they agree, or want the same way."""

    both: int
    alike: int

    @property
    def likeness(self) -> tuple[Fraction, int]:
        """Return what makes one pair more alike than another: the share, and then on how many issues it rests; of nothing known, none."""
        return (Fraction(self.alike, self.both), self.both) if self.both else (Fraction(-1), 0)


@dataclass(frozen=True)
class Alignment:
    """The parties in an order in which neighbours are alike, and how often each two agree, by their ids.

    `behind` holds the ids of the statements behind each party's position, issue by issue.
    """

    parties: tuple[Party, ...]
    pairs: Mapping[frozenset[str], Aligned]
    behind: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of(self, one: Party, other: Party) -> Aligned:
        """Return how often two parties agree."""
        return self.pairs[frozenset((one.id, other.id))]

    def ids_of(self, one: Party, other: Party) -> tuple[str, ...]:
        """Return the ids of the statements on which that rests: those of both, on the issues on which both take a position."""
        first, second = self.behind.get(one.id, {}), self.behind.get(other.id, {})
        return united(*(ids for issue in first if issue in second for ids in (first[issue], second[issue])))


def alignment(parties: Sequence[Party], on_issues: Iterable[AllPairs]) -> Alignment:
    """Return how often each two of some parties agree, given all their pairs on each issue."""
    both = [[0] * len(parties) for _ in parties]
    alike = [[0] * len(parties) for _ in parties]
    behind: dict[str, dict[str, tuple[str, ...]]] = {}
    for found in on_issues:
        for position in found.positions:
            if position.is_evidenced:
                behind.setdefault(position.party.id, {})[found.issue.id] = position.ids
        for number, evidenced, agreeing in found.taking_positions():
            for other in range(number + 1, len(parties)):
                both[number][other] += evidenced >> other & 1
                alike[number][other] += agreeing >> other & 1
    pairs = {
        frozenset((one.id, other.id)): Aligned(both[first][second], alike[first][second])
        for first, one in enumerate(parties)
        for second, other in enumerate(parties)
        if first < second
    }
    return Alignment(_ordered(parties, pairs), pairs, behind)


def _ordered(parties: Sequence[Party], pairs: Mapping[frozenset[str], Aligned]) -> tuple[Party, ...]:
    """Return parties in a row: from the two most alike, at whichever end the next most alike to it fits; the first of equals."""
    if len(parties) < 3:
        return tuple(parties)
    # Of many pairs few differ: each is compared by its rank among them.
    rank = {one: number for number, one in enumerate(sorted(set(pairs.values()), key=lambda one: one.likeness))}
    likeness = {key: rank[one] for key, one in pairs.items()}
    first = max(pairs, key=lambda key: likeness[key])
    row = [one for one in parties if one.id in first]
    left = [one for one in parties if one.id not in first]
    while left:
        ends = [(likeness[frozenset((end.id, one.id))], -at, one, end is row[0]) for at, one in enumerate(left) for end in (row[-1], row[0])]
        *_, following, is_before = max(ends, key=lambda each: each[:2])
        row.insert(0 if is_before else len(row), following)
        left.remove(following)
    return tuple(row)
