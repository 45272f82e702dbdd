"""How often two parties agree, as counts, and the order in which neighbours are alike."""

from __future__ import annotations

from itertools import pairwise

from parley.analysis.alignment import Aligned, Alignment, alignment
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.whole import all_pairs
from tests.making import TODAY, dataset, issue, ladder, quota, statement

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


def test_the_next_most_alike_stands_at_the_end_that_it_fits() -> None:
    """B and C agree on all. A agrees with B on one of two and with C on none, so it comes before them; D never meets anybody and stands last."""
    assert "".join(one.id for one in made("211-", "-11-", "11--").parties) == "abcd"
    assert "".join(one.id for one in made("121-", "----", "----").parties) == "acbd"
    assert "".join(one.id for one in made("11--", "----", "----").parties) == "abcd"
    data = quota(
        ladder(6), dict.fromkeys("abc", "target"), *(statement(one, "demand", rung) for one, rung in (("a", "r1"), ("b", "r2"), ("c", "r1")))
    )
    pairs = all_pairs(data, data.negotiation.issues, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    assert "".join(one.id for one in alignment(data.negotiation.parties, pairs).parties) == "acb"


def test_two_stand_as_they_are_listed_and_of_who_is_silent_no_statement_is_named() -> None:
    """D has said nothing, so that nothing rests on its words."""
    data = quota(ladder(6), {"a": "up", "b": "down"}, statement("a", "demand", "r5"))
    pairs = all_pairs(data, data.negotiation.issues, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    assert [one.id for one in alignment(data.negotiation.parties, pairs).parties] == ["a", "b"]
    found = made("111-", "111-", "111-")
    first, *_, last = sorted(found.parties, key=lambda one: one.id)
    assert (found.ids_of(first, last), found.ids_of(last, first)) == ((), ())


def test_of_two_who_never_meet_nothing_is_known() -> None:
    """They come last among the alike."""
    assert made("1---", "-1--", "----").pairs[frozenset("ab")].likeness < made("12--", "----", "----").pairs[frozenset("ab")].likeness
