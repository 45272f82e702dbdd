"""How often two parties agree, as counts, and the order in which neighbours are alike."""

from __future__ import annotations

from itertools import pairwise

from parley.analysis.alignment import Aligned, Alignment, alignment
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.whole import all_pairs
from tests.making import TODAY, dataset, issue, ladder, statement

NAMES = ("boats", "nets", "quota")
WAYS = dict.fromkeys("abcd", "target")


def made(*asked: str) -> Alignment:
    """Return the alignment of A to D; for each issue in turn what they ask for, by rung, a dash for nothing."""
    said = [
        {**statement(party, "demand", f"r{rung}"), "issue": name}
        for name, rungs in zip(NAMES, asked, strict=True)
        for party, rung in zip("abcd", rungs, strict=True)
        if rung != "-"
    ]
    data = dataset([{**issue(ladder(6), WAYS), "id": name, "name": name} for name in NAMES], said)
    return alignment(data.negotiation.parties, all_pairs(data, data.negotiation.issues, data.negotiation.parties, TODAY, ALL_EVIDENCE))


def test_two_are_compared_on_the_issues_on_which_both_take_a_position() -> None:
    """A and B agree on two of three, A and D on one of one; C and D never meet."""
    found = made("112-", "11--", "1211")
    assert found.pairs[frozenset("ab")] == Aligned(3, 2)
    assert found.pairs[frozenset("ad")] == Aligned(1, 1)
    assert found.pairs[frozenset("ac")] == Aligned(2, 1)
    assert found.pairs[frozenset("cd")] == Aligned(1, 1)
    a, _, c, _ = sorted(found.parties, key=lambda one: one.id)
    assert found.ids_of(a, c) == ("s0", "s2", "s5", "s7")


def test_those_who_want_the_same_way_are_counted_with_those_who_agree() -> None:
    """Nothing is to be bridged between them."""
    said = [statement("a", "demand", "r5"), statement("b", "demand", "r2"), statement("c", "demand", "r0")]
    data = dataset([issue(ladder(6), {"a": "up", "b": "up", "c": "down"})], said)
    found = alignment(data.negotiation.parties, all_pairs(data, data.negotiation.issues, data.negotiation.parties, TODAY, ALL_EVIDENCE))
    assert found.pairs == {frozenset("ab"): Aligned(1, 1), frozenset("ac"): Aligned(1, 0), frozenset("bc"): Aligned(1, 0)}


def test_neighbours_are_alike() -> None:
    """A and C agree on all, B and D on all, and D with A on one: so D stands between B and A."""
    found = made("1212", "1212", "1211")
    assert "".join(one.id for one in found.parties) in ("cadb", "bdac", "acdb", "bdca")
    assert [found.of(one, other).alike for one, other in pairwise(found.parties)] == [3, 1, 2]


def test_of_two_who_never_meet_nothing_is_known() -> None:
    """They come last among the alike."""
    assert made("1---", "-1--", "----").pairs[frozenset("ab")].likeness < made("12--", "----", "----").pairs[frozenset("ab")].likeness
