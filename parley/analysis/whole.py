"""All pairs of several parties on one issue: how many have which status, and which is widest apart; from sorted ends, without asking every pair."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import lcm

from parley.analysis.addressing import addressed_alone, governments
from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import Gap, Status, gap_as_of
from parley.analysis.leading import names_a_place, table_gap
from parley.analysis.outcomes import Outcomes
from parley.analysis.parts import united
from parley.analysis.positions import Position, position_as_of
from parley.collecting import uncollected
from parley.evidence import Evidence
from parley.model import Issue, Party

Bits = int  # a set of parties: bit n stands for the one with number n
Width = tuple[int, int]  # the least and the most that a distance can be, in the smallest unit that all ends share


@dataclass(frozen=True)
class Pairs:
    """The pairs of one status: how many there are, and the statements behind them."""

    count: int
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Whole:
    """How all pairs of some parties stand on an issue: how many have which status, and the gap of the pair widest apart.

    Widest is the pair of which the distance that leads is surely the longest; of two equal ones, the one that may be longer. None where no
    distance is known. A status that no pair has is left out.
    """

    parties: tuple[Party, ...]
    pairs: Mapping[Status, Pairs]
    widest: Gap | None

    @property
    def count(self) -> int:
        """Return how many pairs there are."""
        return len(self.parties) * (len(self.parties) - 1) // 2

    @property
    def agreed(self) -> int:
        """Return how many pairs agree."""
        return self._count(Status.AGREED)

    def _count(self, status: Status) -> int:
        found = self.pairs.get(status)
        return found.count if found else 0


def whole(dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> Whole:
    """Return how all pairs of these parties stand on an issue."""
    return AllPairs(dataset, issue, parties, as_of, cut).whole()


@uncollected
def all_pairs(dataset: Evidence, issues: Iterable[Issue], parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> tuple[AllPairs, ...]:
    """Return all pairs of some parties, issue by issue."""
    return tuple(AllPairs(dataset, issue, parties, as_of, cut) for issue in issues)


class AllPairs:
    """All pairs of some parties on one issue, as of a date and under a cut.

    Where somebody addressed one party alone, that pair is looked at by itself; all others meet with the positions that hold towards everybody.
    """

    def __init__(self, dataset: Evidence, issue: Issue, parties: Sequence[Party], as_of: date, cut: EvidenceCut) -> None:
        self.parties, self.issue = tuple(parties), issue
        self._asked = dataset, issue, as_of, cut
        self.positions = tuple(position_as_of(dataset, one.id, issue.id, as_of, cut) for one in parties)
        self._everybody = (1 << len(self.parties)) - 1
        self._apart = self._addressed()
        self._evidenced = self._those(one.is_evidenced for one in self.positions)
        self._spoken = self._those(one.has_spoken for one in self.positions)
        self._asking = self._those(one.is_evidenced and one.asked.is_stated and names_a_place(one.asked, one) for one in self.positions)
        self._offering = self._those(one.offer.is_stated for one in self.positions)
        self._acting = self._those(one.asked.stage is not None for one in self.positions)
        self._ways = {way: self._those(one.direction == way for one in self.positions) for way in ("up", "down")}
        self._unit = lcm(*(end.denominator for one in self.positions for end in _ends_of(one)))
        self._ends = {part: _Ends([self._scaled(_part(one, part)) for one in self.positions]) for part in ("asked", "offer", "limit", "on_table")}

    def whole(self) -> Whole:
        """Return how many pairs have which status, and the pair that is widest apart."""
        count: dict[Status, int] = {}
        those: dict[Status, Bits] = {}
        ids: dict[Status, tuple[str, ...]] = {}
        for number in range(len(self.parties)):
            later = self._everybody >> (number + 1) << (number + 1) & ~self._apart[number]
            for status, others in self._statuses(number).items():
                found = (others & later).bit_count()
                if found:
                    count[status] = count.get(status, 0) + found
                    those[status] = those.get(status, 0) | others & later | 1 << number
        for status, several in those.items():
            spoken = [self.positions[one].spoken if status is Status.NO_ASK else self.positions[one].ids for one in _numbers(several)]
            ids[status] = united(*spoken)
        for gap in self._by_themselves():
            count[gap.status] = count.get(gap.status, 0) + 1
            ids[gap.status] = united(ids.get(gap.status, ()), gap.ids)
        return Whole(self.parties, {status: Pairs(count[status], ids[status]) for status in Status if status in count}, self.widest())

    def widest(self) -> Gap | None:
        """Return the gap of the pair whose leading distance is surely the longest, the first of several; None where no distance is known."""
        best: tuple[Width, int, int] | None = None
        for asker in _numbers(self._asking):
            found = self._widest_for(asker)
            if found is not None:
                width, other = found
                first, second = sorted((asker, other))
                best = max(filter(None, (best, (width, -first, -second))))
        for gap in self._by_themselves():
            lead = table_gap(gap)
            if lead is not None:
                first, second = sorted(self.parties.index(one.party) for one in (gap.a, gap.b))
                width = self._whole_number(lead.apart.low), self._whole_number(lead.apart.high)
                best = max(filter(None, (best, (width, -first, -second))))
        return self._gap(-best[1], -best[2]) if best else None

    def taking_positions(self) -> Iterator[tuple[int, Bits, Bits]]:
        """Yield each party by its number, those later in the order that take a position as it does, and who of them agree or want the same way."""
        by_itself = {(gap.a.party.id, gap.b.party.id): gap for gap in self._by_themselves()}
        ids = [one.id for one in self.parties]
        for number, own in enumerate(ids):
            later = self._everybody >> (number + 1) << (number + 1)
            plain = later & ~self._apart[number]
            found = self._statuses(number)
            evidenced = plain & self._evidenced if 1 << number & self._evidenced else 0
            agreeing = plain & (found.get(Status.AGREED, 0) | found.get(Status.SAME_WAY, 0))
            apart = [by_itself.get((own, other)) for other in ids] if self._apart[number] else []
            evidenced |= self._those(gap is not None and not gap.silent for gap in apart)
            agreeing |= self._those(gap is not None and gap.status in (Status.AGREED, Status.SAME_WAY) for gap in apart)
            yield number, evidenced, agreeing

    def _statuses(self, number: int) -> dict[Status, Bits]:
        """Return with whom a party has which status, by the positions that hold towards everybody."""
        position, own = self.positions[number], 1 << number
        others, both_spoken = self._everybody & ~own, self._spoken if own & self._spoken else 0
        if not own & self._evidenced:
            return {Status.NO_ASK: others & both_spoken, Status.NO_EVIDENCE: others & ~both_spoken}
        alike = self._ways.get(position.direction or "", 0) & self._evidenced & others
        measured = self._evidenced & others & ~alike
        h, b, g = (self._ends[part] for part in ("asked", "offer", "limit"))
        agreed, meet = h.may_meet(number), b.may_meet(number) & ~h.surely_meet(number)
        bridgeable, blocked = g.may_meet(number) & ~b.surely_meet(number), ~g.surely_meet(number)
        several = agreed & meet | (agreed | meet) & bridgeable | (agreed | meet | bridgeable) & blocked
        return {
            Status.AGREED: agreed & measured & ~several,
            Status.OFFERS_MEET: meet & measured & ~several,
            Status.BRIDGEABLE: bridgeable & measured & ~several,
            Status.BLOCKED: blocked & measured & ~several,
            Status.UNKNOWN: several & measured,
            Status.SAME_WAY: alike,
            Status.NO_ASK: others & ~self._evidenced & both_spoken,
            Status.NO_EVIDENCE: others & ~self._evidenced & ~both_spoken,
        }

    def _widest_for(self, asker: int) -> tuple[Width, int] | None:
        """Return how far at most what a party asks for is from what another has put on the table, where that distance leads, and from whose."""
        others = self._led_by(asker)
        if not others:
            return None
        own, ends = self._ends["asked"].own[asker], self._ends["on_table"]
        low = max(0, own[0] - ends.hi_high.least_of(others), ends.lo_low.most_of(others) - own[3])
        if low > 0:
            others &= ends.hi_high.at(own[0] - low) | ends.lo_low.at(own[3] + low)
        high = max(0, own[1] - ends.hi_low.least_of(others), ends.lo_high.most_of(others) - own[2])
        if high > 0:
            others &= ends.hi_low.at(own[1] - high) | ends.lo_high.at(own[2] + high)
        return (low, high), next(_numbers(others))

    def _led_by(self, asker: int) -> Bits:
        """Return the others between whom and a party the distance leads at which what that party asks for is from what they have put on the table."""
        position, own = self.positions[asker], 1 << asker
        later = self._everybody & ~(own - 1) & ~own
        measured = self._evidenced & ~self._ways.get(position.direction or "", 0) & ~own & ~self._apart[asker]
        # As `table_gap` has it: what meets a stated offer goes first, then a demand before a measure, then the first of the two.
        is_offering, is_acting = bool(own & self._offering), bool(own & self._acting)
        meets_an_offer = 0 if is_offering else self._offering
        alike = self._offering if is_offering else ~self._offering
        goes_first = self._acting & later if is_acting else self._acting | later
        return measured & (~self._asking | meets_an_offer | alike & goes_first)

    def _those(self, wanted: Iterable[bool]) -> Bits:
        return sum(1 << number for number, is_wanted in enumerate(wanted) if is_wanted)

    def _addressed(self) -> list[Bits]:
        """Return for each party those with whom it is looked at by itself, because one of the two addressed the other."""
        dataset, issue, *_ = self._asked
        numbers = {one.id: number for number, one in enumerate(self.parties)}
        found = [0] * len(self.parties)
        for number, party in enumerate(self.parties):
            alone = addressed_alone(dataset.statements_of(party.id, issue.id), governments(dataset.negotiation, party.id, issue.id))
            for other in {numbers[key] for key in alone if key in numbers}:
                if other != number:
                    found[number] |= 1 << other
                    found[other] |= 1 << number
        return found

    def _by_themselves(self) -> Iterator[Gap]:
        for number, others in enumerate(self._apart):
            for other in _numbers(others):
                if number < other:
                    yield self._gap(number, other)

    def _gap(self, one: int, other: int) -> Gap:
        dataset, issue, as_of, cut = self._asked
        return gap_as_of(dataset, (self.parties[one].id, self.parties[other].id), issue.id, as_of, cut)

    def _scaled(self, outcomes: Outcomes) -> tuple[int, int, int, int]:
        lo, hi = outcomes.lo, outcomes.hi
        low, high, least, most = (self._whole_number(end) for end in (lo.low, lo.high, hi.low, hi.high))
        return low, high, least, most

    def _whole_number(self, value: Fraction) -> int:
        return value.numerator * self._unit // value.denominator


def _part(position: Position, name: str) -> Outcomes:
    parts = {"asked": position.asked, "offer": position.offer, "limit": position.limit, "on_table": position.on_table}
    return parts[name].outcomes


def _ends_of(position: Position) -> Iterator[Fraction]:
    for part in (position.demand, position.offer, position.limit, position.measure):
        outcomes = part.outcomes
        yield from (outcomes.lo.low, outcomes.lo.high, outcomes.hi.low, outcomes.hi.high)


def _numbers(several: Bits) -> Iterator[int]:
    """Yield the numbers of the parties in a set, the lowest first."""
    while several:
        lowest = several & -several
        yield lowest.bit_length() - 1
        several ^= lowest


class _Order:
    """Parties in the order of one of their ends."""

    def __init__(self, values: Sequence[int]) -> None:
        self._at: dict[int, Bits] = {}
        for number, value in enumerate(values):
            self._at[value] = self._at.get(value, 0) | 1 << number
        self._values = sorted(self._at)
        self._up_to = [0]
        for value in self._values:
            self._up_to.append(self._up_to[-1] | self._at[value])

    def at(self, value: int) -> Bits:
        """Return those whose end is at a value."""
        return self._at.get(value, 0)

    def at_most(self, value: int) -> Bits:
        """Return those whose end is at a value or below it."""
        return self._up_to[bisect_right(self._values, value)]

    def at_least(self, value: int) -> Bits:
        """Return those whose end is at a value or above it."""
        return self._up_to[-1] & ~self._up_to[bisect_left(self._values, value)]

    def least_of(self, several: Bits) -> int:
        """Return the lowest end of some parties."""
        return next(value for value in self._values if self._at[value] & several)

    def most_of(self, several: Bits) -> int:
        """Return the highest end of some parties."""
        return next(value for value in reversed(self._values) if self._at[value] & several)


class _Ends:
    """One part of the positions of all parties by its four ends; `own` are those of each: the low end from and to, the high end from and to."""

    def __init__(self, own: Sequence[tuple[int, int, int, int]]) -> None:
        self.own = own
        self.lo_low, self.lo_high, self.hi_low, self.hi_high = (_Order([one[end] for one in own]) for end in range(4))

    def may_meet(self, number: int) -> Bits:
        """Return those whose set may overlap with that of one party."""
        low, _, _, most = self.own[number]
        return self.hi_high.at_least(low) & self.lo_low.at_most(most)

    def surely_meet(self, number: int) -> Bits:
        """Return those whose set surely overlaps with that of one party."""
        _, high, least, _ = self.own[number]
        return self.hi_low.at_least(high) & self.lo_high.at_most(least)
