"""All pairs of several parties on an issue: counted and measured from sorted ends, with what asking every pair would give."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Gap, Status, gap_as_of
from parley.analysis.leading import table_gap
from parley.analysis.parts import united
from parley.analysis.whole import AllPairs, Whole, whole
from parley.dataset import Dataset
from tests.generating import Talks, day, talks
from tests.making import TODAY, ladder, quota, statement

UP_DOWN_UP = {"a": "up", "b": "down", "c": "up"}


def of(data: Dataset) -> Whole:
    return whole(data, data.negotiation.issues[0], data.negotiation.parties, TODAY, ALL_EVIDENCE)


def every_gap(data: Dataset, made: Talks) -> list[Gap]:
    pairs = combinations([one.id for one in data.negotiation.parties], 2)
    return [gap_as_of(data, pair, "quota", day(made.as_of), made.cut) for pair in pairs]


def ends(gap: Gap | None) -> tuple[str, str] | None:
    return (gap.a.party.id, gap.b.party.id) if gap else None


def widest_of(gaps: list[Gap]) -> Gap | None:
    """Return the first gap of which the leading distance is surely the longest, and of those the one that may be longer."""
    leads = [(lead.apart.low, lead.apart.high, -number) for number, gap in enumerate(gaps) if (lead := table_gap(gap))]
    return gaps[-max(leads)[2]] if leads else None


@given(talks(parties=(2, 4), most=16))
def test_sorted_ends_tell_what_every_pair_tells(made: Talks) -> None:
    """Counts, the statements behind them, and the pair widest apart are those that all gaps one by one give, also where somebody is addressed."""
    data = made.dataset()
    gaps = every_gap(data, made)
    found = whole(data, data.negotiation.issues[0], data.negotiation.parties, day(made.as_of), made.cut)
    of_status = {status: [gap for gap in gaps if gap.status is status] for status in Status}
    assert {status: one.count for status, one in found.pairs.items()} == {status: len(several) for status, several in of_status.items() if several}
    assert found.count == len(gaps) == sum(one.count for one in found.pairs.values())
    for status, one in found.pairs.items():
        assert set(one.ids) == set(united(*(gap.ids for gap in of_status[status])))
    expected = widest_of(gaps)
    assert ends(found.widest) == ends(expected)
    assert found.widest is None or found.widest == expected


@given(talks(parties=(2, 4), most=16))
def test_who_agrees_with_whom_is_told_by_sorted_ends(made: Talks) -> None:
    """Each pair of which both take a position is named once, by the one that comes first, and so is each that agrees or wants the same way."""
    data = made.dataset()
    gaps = {ends(gap): (not gap.silent, gap.status in (Status.AGREED, Status.SAME_WAY)) for gap in every_gap(data, made)}
    ids = [one.id for one in data.negotiation.parties]
    pairs = AllPairs(data, data.negotiation.issues[0], data.negotiation.parties, day(made.as_of), made.cut)
    found = {
        (ids[number], other): (bool(evidenced >> place & 1), bool(agreeing >> place & 1))
        for number, evidenced, agreeing in pairs.taking_positions()
        for place, other in enumerate(ids)
        if place > number
    }
    assert found == gaps


def test_three_pairs_of_three_parties() -> None:
    """A and C both want more; B exclude A by two steps and lies one short of what C asks for."""
    said = [statement("a", "red_line", "r4"), statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r1"),
            statement("b", "red_line", "r2"), statement("c", "demand", "r3"), statement("c", "offer", "r2"), statement("c", "red_line", "r1")]  # fmt: skip
    found = of(quota(ladder(6), UP_DOWN_UP, *said))
    assert {status: one.count for status, one in found.pairs.items()} == {Status.BRIDGEABLE: 1, Status.BLOCKED: 1, Status.SAME_WAY: 1}
    assert (found.count, found.agreed) == (3, 0)
    assert ends(found.widest) == ("a", "b")
    assert found.pairs[Status.BLOCKED].ids == ("s0", "s1", "s2", "s3", "s4")


def test_what_is_meant_for_one_counts_for_that_pair_alone() -> None:
    """B offers A alone what A asks for; towards C it stays where it was."""
    said = [statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r5", to=["a"]), statement("c", "demand", "r4")]
    found = of(quota(ladder(6), UP_DOWN_UP, *said))
    assert {status: one.count for status, one in found.pairs.items()} == {Status.OFFERS_MEET: 1, Status.UNKNOWN: 1, Status.SAME_WAY: 1}
    assert ends(found.widest) == ("b", "c")


def test_parties_with_targets_count() -> None:
    """Two that each want a certain value agree or do not, like any pair."""
    said = [statement("a", "demand", "r5"), statement("b", "demand", "r1"), statement("c", "demand", "r1")]
    found = of(quota(ladder(6), dict.fromkeys("abc", "target"), *said))
    assert found.agreed == 1
    assert ends(found.widest) == ("a", "b")
    assert found.widest is not None
    assert found.widest.headline.low == Fraction(4)


def test_nothing_known_is_widest_nowhere() -> None:
    """Of parties of whom one has spoken no distance is known, and their pairs are told without evidence."""
    found = of(quota(ladder(6), UP_DOWN_UP, statement("a", "demand", "r5")))
    assert (found.widest, {status: one.count for status, one in found.pairs.items()}) == (None, {Status.NO_EVIDENCE: 3})


def test_widest_is_what_is_surely_longest_and_then_what_may_be() -> None:
    """Three steps surely and four perhaps go before three and no more, and before one step surely and five perhaps."""
    ways = {"a": "up", "b": "down", "c": "down", "d": "down"}
    said = [
        statement("a", "demand", "r5"),
        statement("b", "offer", "r2"),
        statement("c", "offer", ("r1", "r2")),
        statement("d", "offer", ("r0", "r4")),
    ]
    found = of(quota(ladder(6), ways, *said))
    assert ends(found.widest) == ("a", "c")


def test_the_widest_may_lie_above_the_one_who_asks() -> None:
    """C offers B what is four steps above what B asks for; what D asks for is three above what E offers."""
    said = [statement("b", "demand", "r0"), statement("c", "offer", "r4"), statement("d", "demand", "r4"), statement("e", "offer", "r1")]
    assert ends(of(quota(ladder(6), {"b": "down", "c": "up", "d": "up", "e": "down"}, *said)).widest) == ("b", "c")


def test_a_demand_leads_before_what_is_done() -> None:
    """What A does lies four steps from what B offers, but B asks, and what it asks for lies one step from what A offers; C is two from B."""
    said = [statement("a", "measure", "r5"), statement("a", "offer", "r1"), statement("b", "demand", "r0"), statement("b", "offer", "r1"),
            statement("c", "demand", "r3")]  # fmt: skip
    assert ends(of(quota(ladder(6), UP_DOWN_UP, *said)).widest) == ("b", "c")
