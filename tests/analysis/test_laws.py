"""The laws (method, section 5) as properties over generated negotiations on one issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from parley.analysis.aside import AsideKind
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import DEFINITE, Gap, group_gap, prices
from parley.analysis.movement import movement
from parley.analysis.outcomes import Distance, Outcomes, distance, exactly, largest, zone_width
from parley.analysis.positions import Position, PositionSet, position_as_of
from parley.dataset import Dataset
from tests.generating import FLIPPED, KINDS, WORDS, Said, Talks, day, gap_in, outcome_sets, places, talks
from tests.making import quota, statement

UP_DOWN = (("up", "down"), ("down", "up"))


def bounds(apart: Distance) -> tuple[Fraction, Fraction]:
    return apart.low, apart.high


def five(gap: Gap) -> tuple[Distance, ...]:
    return gap.headline, gap.table_a, gap.table_b, gap.bid, gap.limit


def parts(position: Position) -> tuple[PositionSet, PositionSet, PositionSet, PositionSet]:
    return position.demand, position.offer, position.limit, position.measure


def numbers(position: Position) -> tuple[object, ...]:
    """Everything about a position but its ids and what was set aside."""
    widened = tuple(numbers(one) if one else None for one in (position.with_conditions, position.with_hints))
    stated = tuple((one.is_stated, one.is_hint) for one in parts(position))
    return tuple(one.outcomes for one in parts(position)), stated, {(flag.kind, flag.part) for flag in position.flags}, widened


def is_coherent(position: Position) -> bool:
    return all(flag.kind != "incoherent" for flag in position.flags)


def worst(gap: Gap) -> int:
    return max((DEFINITE.index(one) for one in gap.possible), default=-1)


# Law P1


@given(talks(parties=(2, 4)), st.randoms(use_true_random=False))
def test_p1_the_order_of_statements_never_matters(found: Talks, shuffle: Any) -> None:
    """Law P1: in whatever order the files list the statements, each position is the same to the last id and flag."""
    said = list(found.said)
    shuffle.shuffle(said)
    assert replace(found, said=tuple(said)).positions() == found.positions()


@given(talks())
def test_p1_the_order_of_the_parties_never_matters(found: Talks) -> None:
    """Law P1: the gap of A and B is the gap of B and A, with the two table gaps exchanged."""
    data = found.dataset()
    one, other = gap_in(data, found), gap_in(data, found, ("b", "a"))
    assert (one.headline, one.table_a, one.table_b, one.bid, one.limit) == (other.headline, other.table_b, other.table_a, other.bid, other.limit)
    assert (one.zone, one.possible, set(one.pivots)) == (other.zone, other.possible, set(other.pivots))


@given(talks(parties=(3, 4)), st.randoms(use_true_random=False))
def test_p1_the_order_of_a_group_never_matters(found: Talks, shuffle: Any) -> None:
    """Law P1: a group gap does not depend on the order in which the parties are named."""
    positions = list(found.positions())
    one = group_gap(positions)
    shuffle.shuffle(positions)
    assert replace(group_gap(positions), positions=one.positions) == one


# Law P2


def realised(one: Outcomes, top: int = 4) -> list[tuple[int, int]]:
    """Every set of outcomes that these uncertain ends allow, on the whole numbers up to `top`."""
    every = [(lo, hi) for lo in range(top + 1) for hi in range(lo, top + 1) if one.lo.low <= lo <= one.lo.high and one.hi.low <= hi <= one.hi.high]
    return [(lo, hi) for lo, hi in every if lo == hi] if one.is_point else every


def apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])


def width(sets: Sequence[tuple[int, int]]) -> int:
    return min(hi for _, hi in sets) - max(lo for lo, _ in sets)


def ends(values: Sequence[int]) -> tuple[Fraction, Fraction]:
    return Fraction(min(values)), Fraction(max(values))


@given(outcome_sets(), outcome_sets())
def test_p2_both_bounds_of_a_distance_are_attained(one: Outcomes, other: Outcomes) -> None:
    """Law P2: the distances of all realisations of two uncertain sets reach from d- to d+, both attained, symmetrically."""
    every = [apart(first, second) for first in realised(one) for second in realised(other)]
    assert bounds(distance(one, other)) == ends(every)
    assert distance(one, other) == distance(other, one)
    assert 0 <= distance(one, other).low <= distance(one, other).high


@given(outcome_sets(), outcome_sets())
def test_p2_no_distance_iff_overlap(one: Outcomes, other: Outcomes) -> None:
    """Law P2: the lower bound is 0 iff some pair of realisations shares an outcome, the upper iff every pair does."""
    shared = [apart(first, second) == 0 for first in realised(one) for second in realised(other)]
    assert (distance(one, other).low == 0) == any(shared)
    assert (distance(one, other).high == 0) == all(shared)


@given(st.lists(outcome_sets(3), min_size=1, max_size=3))
def test_p2_both_bounds_of_the_zone_and_of_the_largest_distance_are_attained(sets: list[Outcomes]) -> None:
    """Law P2 for any number of parties: Z and the largest pairwise distance reach exactly as far as their realisations do."""
    every = list(product(*(realised(one, 3) for one in sets)))
    assert zone_width(sets) == ends([width(one) for one in every])
    if len(sets) > 1:
        pairwise = largest(distance(one, other) for one, other in combinations(sets, 2))
        assert bounds(pairwise) == ends([max(apart(*pair) for pair in combinations(one, 2)) for one in every])


def intervals(top: int) -> list[tuple[int, int]]:
    return [(lo, hi) for lo in range(top + 1) for hi in range(lo, top + 1)]


def meant(one: Said, direction: str, top: int) -> list[tuple[int, int]]:
    """Every set of outcomes that a statement may mean: the table (method, section 2) written out."""
    one = one.closed(direction)
    values = range(one.low, one.high + 1) if one.form in ("imprecise", "unknown") else [one.low]
    if one.form == "acceptable":
        values = [one.high if direction == "down" else one.low]
        if direction == "target":
            return [(one.low, one.high)]
    return [{"up": (value, top), "down": (0, value), "target": (value, value)}[direction] for value in values]


def nested(found: Talks) -> Iterator[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
    """Every demand inside offer inside limit of party a that its statements allow, at most one demand and one limit stated."""
    direction, top = found.directions["a"], found.steps
    by_kind = {kind: [one for one in found.said if one.party == "a" and one.kind == kind] for kind in ("demand", "offer", "red_line")}
    free = [one for one in intervals(top) if (direction != "up" or one[1] == top) and (direction != "down" or one[0] == 0)]
    demands = meant(by_kind["demand"][0], direction, top) if by_kind["demand"] else free
    limits = meant(by_kind["red_line"][0], direction, top) if by_kind["red_line"] else free
    for demand, limit in product(demands, limits):
        for offers in product(*(meant(one, direction, top) for one in by_kind["offer"])):
            hull = [*offers, demand] if by_kind["demand"] or not offers else list(offers)
            offer = min(lo for lo, _ in hull), max(hi for _, hi in hull)
            if limit[0] <= offer[0] <= demand[0] and demand[1] <= offer[1] <= limit[1]:
                yield demand, offer, limit


@given(talks(parties=(1, 1), plain=True, coherent=True, most=4))
def test_p2_both_bounds_of_every_end_of_a_position_are_attained(found: Talks) -> None:
    """Law P2 for positions: tightening leaves for each end exactly the values that some coherent reading of the statements gives it.

    Premise: coherent statements, at most one demand and one limit, since a conflict says less than either of two readings.
    """
    kinds = [one.kind for one in found.said]
    assume(kinds.count("demand") <= 1 and kinds.count("red_line") <= 1 and found.steps <= 4)
    position = replace(found, is_ladder=True).positions()[0]
    every = list(nested(found))
    for number, part in enumerate(parts(position)[:3]):
        assert (part.outcomes.lo.low, part.outcomes.lo.high) == ends([one[number][0] for one in every])
        assert (part.outcomes.hi.low, part.outcomes.hi.high) == ends([one[number][1] for one in every])


# Laws P3 and P4


def mapped_place(one: Said, steps: int) -> Said:
    return replace(one, low=steps - one.high, high=steps - one.low)


@given(talks(ladders=False), st.sampled_from(("2", "0.1", "3")), st.sampled_from((0, -5, 12)), st.booleans())
def test_p3_rescaling_multiplies_gaps_and_changes_no_status(found: Talks, factor: str, shift: int, is_flipped: bool) -> None:
    """Law P3: x -> ax + b multiplies every gap by |a| and changes no status; a negative a turns up into down."""
    unit = found.unit * type(found.unit)(factor)
    rescaled = replace(found, unit=unit, bottom=found.bottom + shift)
    if is_flipped:
        directions = {party: FLIPPED[direction] for party, direction in found.directions.items()}
        rescaled = replace(rescaled, directions=directions, said=tuple(mapped_place(one, found.steps) for one in found.said))
    before, after = found.gap(), rescaled.gap()
    assert [bounds(one) for one in five(after)] == [(one.low * Fraction(factor), one.high * Fraction(factor)) for one in five(before)]
    assert after.zone == tuple(Fraction(factor) * one for one in before.zone)
    assert (after.possible, after.ids) == (before.possible, before.ids)
    assert {(one.party, one.part, one.is_low_end != is_flipped) for one in after.pivots} == {
        (one.party, one.part, one.is_low_end) for one in before.pivots
    }


@given(talks(ladders=True), st.lists(st.integers(1, 4), min_size=8, max_size=8))
def test_p4_a_relabelled_ladder_changes_no_status(found: Talks, strides: list[int]) -> None:
    """Law P4: any strictly increasing relabelling of the rungs moves every end along and changes no status, pivot or flag.

    Premises: bottom and top stay the ends of the scale, because an unknown place reaches to them; and a strict limit is
    written as the closed one that it amounts to, because a rung put in between would be the new rung next to it.
    """
    label = {number: sum(strides[:number]) for number in range(found.steps + 1)}
    said = tuple(one.closed(found.directions[one.party]) for one in found.said)
    relabelled = replace(found, steps=label[found.steps], said=tuple(replace(one, low=label[one.low], high=label[one.high]) for one in said))
    before, after = found.gap(), relabelled.gap()

    def moved(one: Fraction | None) -> Fraction | None:
        return None if one is None else Fraction(label[int(one)])

    assert after.possible == before.possible
    assert [(one.party, one.part, one.is_low_end, one.needed, one.enough) for one in after.pivots] == [
        (one.party, one.part, one.is_low_end, moved(one.needed), moved(one.enough)) for one in before.pivots
    ]
    for old, new in zip((before.a, before.b), (after.a, after.b), strict=True):
        assert (old.flags, old.ids, old.set_aside) == (new.flags, new.ids, new.set_aside)
        for was, now in zip(parts(old), parts(new), strict=True):
            for end_was, end_now in ((was.outcomes.lo, now.outcomes.lo), (was.outcomes.hi, now.outcomes.hi)):
                assert (end_now.low, end_now.high) == (moved(end_was.low), moved(end_was.high))


# Law P6


@given(talks(kinds=WORDS))
def test_p6_the_gaps_form_a_chain(found: Talks) -> None:
    """Law P6: 0 <= G <= B <= both table gaps <= H, in lower and in upper bounds.

    The law asks for coherent input; it holds for every input, since incoherent sets are widened until they nest. It speaks of words alone: a
    measure that stands for a demand bounds no offer.
    """
    gap = found.gap()
    for bound in (0, 1):
        headline, table_a, table_b, bid, limit = (bounds(one)[bound] for one in five(gap))
        assert 0 <= limit <= bid <= min(table_a, table_b) <= max(table_a, table_b) <= headline


@given(talks())
def test_p6_the_three_sets_nest(found: Talks) -> None:
    """Demand lies inside offer inside limit, in outer and in inner ends, for every party, with and without conditions."""
    for position in found.positions():
        for one in (position, *position.with_each, *([position.with_conditions] if position.with_conditions else [])):
            demand, offer, limit = (part.outcomes for part in parts(one)[:3])
            assert limit.lo.low <= offer.lo.low <= demand.lo.low <= demand.hi.high <= offer.hi.high <= limit.hi.high
            assert limit.lo.high <= offer.lo.high <= demand.lo.high
            assert demand.hi.low <= offer.hi.low <= limit.hi.low


# Law P7


@given(st.lists(st.integers(0, 20), min_size=6, max_size=6), st.booleans())
def test_p7_the_room_of_both_is_bid_gap_and_zone(at: list[int], is_ladder: bool) -> None:
    """Law P7: room_a + room_b = B + Z, where room is what lies between a party's best offer and its limit.

    Premises: one party wants more and the other less, every end is exact and stated, and the best offers do not overlap,
    since B stays 0 however far they do.
    """
    down_demand, down_offer, up_offer, up_demand = sorted(at[:4])
    up_limit, down_limit = min(at[4], up_offer), max(at[5], down_offer)
    places = {"a": (up_demand, up_offer, up_limit), "b": (down_demand, down_offer, down_limit)}
    said = [
        Said(f"{party}-{kind.replace('_', '-')}", party, kind, "exact", place, place, 10)
        for party, (demand, offer, limit) in places.items()
        for kind, place in (("demand", demand), ("offer", offer), ("red_line", limit))
    ]
    gap = Talks(20, {"a": "up", "b": "down"}, tuple(said), 20, ALL_EVIDENCE, is_ladder, unit=Decimal("0.1")).gap()
    room_a = gap.a.offer.outcomes.lo.low - gap.a.limit.outcomes.lo.low
    room_b = gap.b.limit.outcomes.hi.low - gap.b.offer.outcomes.hi.low
    assert room_a + room_b == gap.bid.low + gap.zone[0]


@given(talks(directions=UP_DOWN, plain=True), st.integers(0, 90), st.integers(0, 90))
def test_p7_movement_is_what_both_conceded(found: Talks, one_day: int, other_day: int) -> None:
    """Law P7: H(t1) - H(t2) = c_A + c_B for each bound that is above 0 at both dates; a concession is what a demand came nearer.

    Premise: one party wants more and the other less; towards the other, an end moves one way only.
    """
    before, after = replace(found, as_of=min(one_day, other_day)).gap(), replace(found, as_of=max(one_day, other_day)).gap()

    def ask(gap: Gap, direction: str, bound: int) -> Fraction:
        own = gap.a if gap.a.direction == direction else gap.b
        # The lower bound of H is the distance of the outer ends, the upper that of the inner ones.
        outer, inner = ("low", "high") if direction == "up" else ("high", "low")
        span = own.asked.outcomes.lo if direction == "up" else own.asked.outcomes.hi
        value: Fraction = getattr(span, (outer, inner)[bound])
        return value

    for bound in (0, 1):
        if bounds(before.headline)[bound] > 0 and bounds(after.headline)[bound] > 0:
            conceded_by_up = ask(before, "up", bound) - ask(after, "up", bound)
            conceded_by_down = ask(after, "down", bound) - ask(before, "down", bound)
            assert bounds(before.headline)[bound] - bounds(after.headline)[bound] == conceded_by_up + conceded_by_down


# Law P8


@given(talks(parties=(2, 2), coherent=True, plain=True), st.data())
def test_p8_an_offer_never_widens_a_gap(found: Talks, data: st.DataObject) -> None:
    """Law P8: a further unconditional offer raises neither the other's table gap nor B nor the upper G, and worsens no worst status.

    Premises: the offer stays inside the party's own limit, since one that crosses it makes the statements incoherent and
    widens more than the offer; and for the lower bounds the party has stated a demand or an offer before. Of a party that
    has stated its limit alone the best offer may lie anywhere up to it, so there the first offer is news; and a target
    that has stated no demand may ask for any outcome that it offers, so there a further offer adds to what it may ask for.
    """
    form, low, high = data.draw(places(0, found.steps, found.steps, found.directions["a"], ("exact", "imprecise", "acceptable", "strict")))
    richer = found.with_said(Said("new", "a", "offer", form, low, high, 80))
    before, after = found.gap(), richer.gap()
    assume(is_coherent(after.a) and before.possible)
    assert (after.table_b.high <= before.table_b.high) and (after.bid.high <= before.bid.high)
    if before.a.demand.is_stated or before.a.offer.is_stated:
        assert (after.table_b.low <= before.table_b.low) and (after.bid.low <= before.bid.low)
    assert after.limit.high <= before.limit.high
    if before.a.demand.is_stated or before.a.direction != "target":
        assert worst(after) <= worst(before)


@given(talks(parties=(2, 2), coherent=True, plain=True), st.data())
def test_p8_an_offer_never_changes_what_is_asked(found: Talks, data: st.DataObject) -> None:
    """Law P8: a further unconditional offer leaves H as it is.

    Premises: as above, and the party has stated its demand. An unstated demand is known only to lie inside what is offered,
    so there an offer is news about it.
    """
    form, low, high = data.draw(places(0, found.steps, found.steps, found.directions["a"], ("exact", "imprecise", "acceptable", "strict")))
    before, after = found.gap(), found.with_said(Said("new", "a", "offer", form, low, high, 80)).gap()
    assume(is_coherent(after.a) and before.a.demand.is_stated)
    assert after.headline == before.headline
    assert after.a.demand == before.a.demand


# Law P9


@given(talks(parties=(2, 2), coherent=True, forms=("exact", "imprecise", "strict")), st.data())
def test_p9_widening_an_end_only_widens_bounds_and_statuses(found: Talks, data: st.DataObject) -> None:
    """Law P9: when a statement becomes less precise, every bound moves outward or stays, and no possible status is lost.

    Premises: the statements are coherent before (what is incoherent has been widened already), and the less precise one
    still names a stretch: a place not named at all is another thing, which gives way to any that is. Whatever a target
    would accept is no uncertain end.
    """
    named = [one for one in found.said if one.form != "acceptable"]
    assume(named)
    old = data.draw(st.sampled_from(named))
    closed = old.closed(found.directions[old.party])
    low, high = data.draw(st.integers(0, closed.low)), data.draw(st.integers(closed.high, found.steps))
    new = replace(closed, form="imprecise", low=low, high=high)
    before, after = found.gap(), found.changed(old, new).gap()
    assume(all(is_coherent(one) for one in (before.a, before.b)))
    for was, now in zip(five(before), five(after), strict=True):
        assert now.low <= was.low <= was.high <= now.high
    assert after.zone[0] <= before.zone[0] <= before.zone[1] <= after.zone[1]
    assert before.possible <= after.possible


# Law P10


@given(talks(parties=(2, 2), coherent=True, plain=True), st.data())
def test_p10_learning_a_limit_only_narrows_the_limit_gap(found: Talks, data: st.DataObject) -> None:
    """Law P10: a limit that fits what was known never lowers the lower and never raises the upper G, nor does it add a status.

    Premise: it fits, that is, each of its ends lies where that end was known to lie.
    """
    said = tuple(one for one in found.said if one.party != "a" or one.kind != "red_line")
    found = replace(found, said=said, is_ladder=True)
    before = found.gap()
    known, direction = before.a.limit.outcomes, found.directions["a"]
    low = data.draw(st.integers(int(known.lo.low), int(known.lo.high)))
    high = data.draw(st.integers(max(low, int(known.hi.low)), int(known.hi.high)))
    at = {"up": ("exact", low, low), "down": ("exact", high, high), "target": ("acceptable", low, high)}[direction]
    after = found.with_said(Said("new", "a", "red_line", *at, 80)).gap()
    assert before.limit.low <= after.limit.low <= after.limit.high <= before.limit.high
    if before.possible:
        assert after.possible <= before.possible


@given(talks(parties=(2, 2), coherent=True, plain=True, directions=(("up", "down"), ("down", "up"), ("up", "target"))), st.data())
def test_p10_learning_an_imprecise_limit_more_exactly_only_narrows(found: Talks, data: st.DataObject) -> None:
    """Law P10 again, where the limit was stated imprecisely and a newer statement says where in that stretch it lies."""
    said = tuple(one for one in found.said if one.party != "a" or one.kind != "red_line")
    low, high = sorted((data.draw(st.integers(0, found.steps)), data.draw(st.integers(0, found.steps))))
    vague = Said("vague", "a", "red_line", "imprecise", low, high, 70)
    found = replace(found, said=(*said, vague), is_ladder=True)
    before = found.gap()
    assume(is_coherent(before.a))
    known = before.a.limit.outcomes.lo if before.a.direction == "up" else before.a.limit.outcomes.hi
    at = data.draw(st.integers(int(known.low), int(known.high)))
    after = found.with_said(Said("new", "a", "red_line", "exact", at, at, 80, supersedes=("vague",))).gap()
    assert before.limit.low <= after.limit.low <= after.limit.high <= before.limit.high
    assert after.possible <= before.possible or not before.possible


# What the pivots promise


@given(talks(parties=(2, 2), plain=True))
def test_a_pivot_says_what_is_needed_and_what_is_enough(found: Talks) -> None:
    """Wherever an uncertain end turns out to lie: short of what is needed no zone is possible, and from what is enough on it is sure."""
    found = replace(found, is_ladder=True)
    gap = found.gap()
    for pivot in (one for one in gap.pivots if one.gap == "limit"):
        own, other = (gap.a, gap.b) if pivot.party == "a" else (gap.b, gap.a)
        mine = own.limit.outcomes
        span = mine.lo if pivot.is_low_end else mine.hi
        for value in range(int(span.low), int(span.high) + 1):
            at = exactly(Fraction(value))
            known = Outcomes(at if pivot.is_low_end else mine.lo, mine.hi if pivot.is_low_end else at)
            known = Outcomes(at, at, is_point=True) if mine.is_point else known
            left = distance(known, other.limit.outcomes)
            nearness = -value if pivot.is_low_end else value
            if pivot.needed is not None and nearness < (-pivot.needed if pivot.is_low_end else pivot.needed):
                assert left.low > 0
            if pivot.enough is not None and nearness >= (-pivot.enough if pivot.is_low_end else pivot.enough):
                assert left.high == 0


# Law P11


@given(talks(parties=(2, 4)))
def test_p11_a_further_party_never_raises_the_zone(found: Talks) -> None:
    """Law P11: with each further required party the zone stays as wide or shrinks, and no gap of the group shrinks."""
    positions = found.positions()
    for count in range(2, len(positions)):
        fewer, more = group_gap(positions[:count]), group_gap(positions[: count + 1])
        assert all(new <= old for new, old in zip(more.zone, fewer.zone, strict=True))
        for name in ("headline", "bid", "limit"):
            assert all(new >= old for new, old in zip(bounds(getattr(more, name)), bounds(getattr(fewer, name)), strict=True))


@given(talks(parties=(2, 2)))
def test_a_group_of_two_is_a_pair(found: Talks) -> None:
    """The group gap of two parties is their gap, and its limit gap is max(0, -Z) whatever is uncertain."""
    data = found.dataset()
    gap = gap_in(data, found)
    group = group_gap((gap.a, gap.b))
    assert (group.headline, group.bid, group.limit, group.zone, group.possible) == (gap.headline, gap.bid, gap.limit, gap.zone, gap.possible)
    assert bounds(gap.limit) == (max(0, -gap.zone[1]), max(0, -gap.zone[0]))


# Laws P12 and P13


@given(talks(), st.data())
def test_p12_a_duplicate_changes_nothing(found: Talks, data: st.DataObject) -> None:
    """Law P12: a statement found a second time and marked as a repetition changes no set, flag or status; it only adds its id.

    Premise: what repeats or supersedes a statement found several times names the first of them.
    """
    originals = [one for one in found.said if one.repeats is None]
    assume(originals)
    again = data.draw(st.sampled_from(originals))
    doubled = found.with_said(replace(again, id="again", repeats=again.id))
    assert [numbers(one) for one in doubled.positions()] == [numbers(one) for one in found.positions()]
    assert doubled.gap().possible == found.gap().possible


@given(talks(), st.sampled_from(("a", "b")), st.sampled_from(("demand", "red_line", "offer")))
def test_p12_a_statement_on_another_issue_changes_nothing(found: Talks, party: str, kind: str) -> None:
    """Law P12: what is said on another issue changes nothing here, not even if it claims to supersede what was said here."""
    own = [one.id for one in found.said if one.party == party]
    elsewhere = statement(party, kind, {"at": "r0"}, id="elsewhere", issue="cod", said=day(1).isoformat(), supersedes=own)
    assert gap_in(found.dataset([elsewhere]), found) == gap_in(found.dataset(), found)


@given(talks(parties=(2, 2)))
def test_p13_what_does_not_count_changes_nothing(found: Talks) -> None:
    """Law P13: without any statement that is withdrawn, yet to come or not admitted, the gap is the same to the last id."""
    data = found.dataset()
    idle = [
        one.id
        for one, typed in zip(found.said, data.statements, strict=True)
        if one.day > found.as_of or (one.withdrawn is not None and one.withdrawn <= found.as_of) or not found.cut.lets_in(typed)
    ]
    before = gap_in(data, found)
    for each in [*([one] for one in idle), idle]:
        after = gap_in(data.without(each), found)
        assert (after.a.ids, after.b.ids, five(after), after.zone, after.possible, after.pivots) == (
            before.a.ids, before.b.ids, five(before), before.zone, before.possible, before.pivots,
        )  # fmt: skip
        assert [numbers(one) for one in (after.a, after.b)] == [numbers(one) for one in (before.a, before.b)]


@given(talks(parties=(2, 2)), st.sampled_from(KINDS), st.integers(0, 7), st.sampled_from(("withdrawn", "to come", "forecast", "analysis")))
def test_p13_what_does_not_count_replaces_nothing(found: Talks, kind: str, at: int, why: str) -> None:
    """Law P13: nor does such a statement change anything where it claims to supersede all that its party has said."""
    place = min(at, found.steps)
    before = tuple(one.id for one in found.said if one.party == "a")
    idle = Said("idle", "a", kind, "exact", place, place, 40, supersedes=before)
    idle = {
        "withdrawn": replace(idle, withdrawn=41),
        "to come": replace(idle, day=found.as_of + 1),
        "forecast": replace(idle, conveyance="forecast"),
        "analysis": replace(idle, attribution="third_party_analysis"),
    }[why]
    one, other = found.gap().a, found.with_said(idle).gap().a
    assert (numbers(one), one.ids) == (numbers(other), other.ids)


@given(talks(parties=(3, 3)), st.sampled_from(KINDS), st.integers(0, 7), st.integers(0, 90))
def test_what_is_addressed_to_others_changes_nothing(found: Talks, kind: str, at: int, said_on: int) -> None:
    """Towards B, what A addressed to C counts for nothing, be it as a position or as a replacement of all that A said before."""
    place = min(at, found.steps)
    before = tuple(one.id for one in found.said if one.party == "a")
    elsewhere = Said("elsewhere", "a", kind, "exact", place, place, said_on, supersedes=before, to=("c",))
    one, other = found.gap().a, found.with_said(elsewhere).gap().a
    assert (numbers(one), one.ids) == (numbers(other), other.ids)


# Law P15


def relaxed(found: Talks, old: Said, by: int) -> Talks:
    """The talks with one limit that many steps further out."""
    direction, top = found.directions[old.party], found.steps
    closed = old.closed(direction)
    low = closed.low if direction == "down" else max(0, closed.low - by)
    high = closed.high if direction == "up" else min(top, closed.high + by)
    if direction == "target" and closed.form == "exact":
        closed = replace(closed, form="acceptable")
    if closed.form in ("imprecise", "acceptable") and direction != "target":
        low, high = (low, max(low, closed.high - by)) if direction == "up" else (min(high, closed.low + by), high)
    if closed.form == "exact" and direction != "target":
        low = high = low if direction == "up" else high
    return found.changed(old, replace(closed, low=low, high=high))


def kept(one: Outcomes, value: int) -> bool:
    return one.lo.high <= value <= one.hi.low


def crossed(one: Outcomes, value: int) -> bool:
    return not one.lo.low <= value <= one.hi.high


LIMITS = ("exact", "strict", "acceptable", "imprecise")


@given(talks(parties=(1, 2), directions=(("up",), ("down",)), forms=LIMITS), st.integers(1, 3), st.data())
def test_p15_relaxing_a_limit_never_turns_kept_into_crossed(found: Talks, by: int, data: st.DataObject) -> None:
    """Law P15: a value surely inside a party's limit stays so when one of its stated limits is relaxed, coherent or not."""
    found = replace(found, is_ladder=True)
    limits = [one for one in found.said if one.kind == "red_line"]
    assume(limits)
    old = data.draw(st.sampled_from(limits))
    position = found.positions()[0]
    after = relaxed(found, old, by).positions()[0]
    for value in range(found.steps + 1):
        assert not (kept(position.limit.outcomes, value) and crossed(after.limit.outcomes, value))


@given(talks(parties=(1, 1), coherent=True, forms=("exact", "strict", "acceptable", "imprecise")), st.integers(1, 3), st.data())
def test_p15_relaxing_a_limit_never_turns_not_crossed_into_crossed(found: Talks, by: int, data: st.DataObject) -> None:
    """Law P15: nor does a value that may lie inside the limit come to lie outside.

    Premises: coherent statements, since what is incoherent counts as unknown until the relaxed limit settles it; and a target
    states what lies inside its limit, since a single value not known exactly cannot be relaxed.
    """
    found = replace(found, is_ladder=True)
    limits = [one for one in found.said if one.kind == "red_line"]
    assume(limits)
    old = data.draw(st.sampled_from(limits))
    position = found.positions()[0]
    assume(is_coherent(position))
    after = relaxed(found, old, by).positions()[0]
    for value in range(found.steps + 1):
        assert crossed(position.limit.outcomes, value) or not crossed(after.limit.outcomes, value)


# Law P20


def is_vacuous(part: PositionSet, position: Position) -> bool:
    """Whether nothing is known of the part but the scale itself."""
    axis, direction = position.axis, position.direction
    lo, hi = part.outcomes.lo, part.outcomes.hi
    anywhere = (axis.bottom, axis.top)
    return (direction == "down" or (lo.low, lo.high) == anywhere) and (direction == "up" or (hi.low, hi.high) == anywhere)


@given(talks())
def test_p20_every_number_lists_the_statements_it_rests_on(found: Talks) -> None:
    """Law P20: whatever says more than the scale itself has ids; from the statements so listed alone it comes out the same."""
    data = found.dataset()
    every = {one.id for one in data.statements}
    for position in (position_as_of(data, party, "quota", day(found.as_of), found.cut) for party in found.directions):
        for number, part in enumerate(parts(position)):
            assert part.ids or is_vacuous(part, position)
            alone = data.without(every - set(part.ids))
            again = parts(position_as_of(alone, position.party.id, "quota", day(found.as_of), found.cut))[number]
            assert again.outcomes == part.outcomes


@given(talks(parties=(2, 2)))
def test_p20_without_its_statements_a_number_becomes_unknown(found: Talks) -> None:
    """Law P20: with the statements behind a gap deleted, and those that come back in their place, no number is left.

    The law says "with those statements deleted it becomes unknown"; what they had replaced comes back first (method,
    section 7), so each round must rest on other statements, until none is left.
    """
    data = found.dataset()
    for _ in range(len(found.said) + 1):
        gap = gap_in(data, found)
        if not gap.ids:
            break
        data = data.without(gap.ids)
    assert not gap.ids
    assert not gap.possible
    for position in (gap.a, gap.b):
        assert all(is_vacuous(part, position) for part in parts(position))


@given(talks())
def test_every_statement_is_accounted_for(found: Talks) -> None:
    """Each statement of a party on the issue is behind its position or set aside with a reason, and what has a condition is set aside; never both."""
    data = found.dataset()
    for party in found.directions:
        position = position_as_of(data, party, "quota", day(found.as_of), found.cut)
        behind, conditional, aside = set(position.ids), {one.id for one in position.conditional}, set(position.set_aside)
        assert behind | aside == {one.id for one in data.statements_of(party, "quota")}
        assert not behind & aside
        assert conditional == {key for key, reason in position.set_aside.items() if reason.kind is AsideKind.CONDITIONAL}


@given(talks(parties=(2, 2)))
def test_what_a_condition_buys_is_never_a_wider_gap(found: Talks) -> None:
    """Counting a conditional offer beside a demand never raises the greatest distance still possible to what the other asks.

    Premise: with it the party's statements are coherent; one beyond the party's own limit is widened like any other.
    """
    gap = found.gap()
    for price in prices(gap):
        counted = price.by.with_each[price.by.conditional.index(price.statement)]
        if price.statement.kind == "offer" and price.without and price.with_it and is_coherent(counted):
            assert price.with_it.high <= price.without.high
        assert price.statement.id in price.ids


@given(talks(parties=(2, 2)))
def test_what_stands_under_a_condition_changes_nothing_without_it(found: Talks) -> None:
    """Position, gap and status without their conditions are those of the same statements with the conditional ones never found."""
    data = found.dataset()
    bare = data.without(one.id for one in data.statements if one.condition is not None)
    with_them, without = (position_as_of(each, "a", "quota", day(found.as_of), found.cut) for each in (data, bare))
    superseding = {old for one in data.statements if one.condition is not None for old in (*one.supersedes, one.repeats)}
    if not superseding & {one.id for one in data.statements}:
        assert (with_them.demand, with_them.offer, with_them.limit) == (without.demand, without.offer, without.limit)


# Law P21


@given(talks(parties=(2, 4)))
def test_p21_a_hint_changes_nothing_that_those_who_commit_have_stated(found: Talks) -> None:
    """Law P21: without all that is only hinted each position with a committing word is the same to the last id, flag and condition.

    Premises: what stands under a condition is counted with the conditions, whoever said it, and stays; and acts are told by those who commit,
    for of one that others tell a hint may say that it supersedes it.
    """
    found = replace(found, said=tuple(replace(one, speaker="minister") if one.kind == "measure" else one for one in found.said))
    firm = tuple(one for one in found.said if one.speaker != "leak" or one.kind == "measure" or one.is_conditional)
    for whole, alone in zip(found.positions(), replace(found, said=firm).positions(), strict=True):
        if alone.is_evidenced:
            assert whole.parts == alone.parts
            assert whole.with_hints is None or {one.id for one in whole.hints} <= {one.id for one in found.said} - {one.id for one in firm}
        elif whole.is_evidenced:
            assert whole.with_hints is None
            assert all(one.is_hint for one in parts(whole) if one.is_stated)


@given(talks(parties=(2, 4)))
def test_p21_with_hints_a_position_is_what_all_statements_together_make(found: Talks) -> None:
    """Law P21: counted with hints, every statement that counts at all has its say, and none is set aside for being a hint alone."""
    for position in found.positions():
        if position.with_hints is not None:
            assert position.is_evidenced
            aside = {one.id for one in position.hints if one.id in position.with_hints.set_aside}
            kinds = {position.with_hints.set_aside[one].kind for one in aside}
            assert kinds <= {AsideKind.OLDER, AsideKind.MAY_NOT_COMMIT, AsideKind.NOT_FURTHEST, AsideKind.NO_PLACE}


# Law P22


@given(talks(parties=(3, 4), directions=(("up", "down", "up"), ("down", "up", "down", "down"), ("up", "up", "up", "down"))))
def test_p22_what_an_advocate_asks_its_own_government_counts_like_what_it_asks_of_nobody_in_particular(found: Talks) -> None:
    """Law P22: every position, gap, status and move is the same; a stated demand alone tells of whom it is asked."""
    government = next(party for party, way in found.directions.items() if party != "a" and way == found.directions["a"])
    plain, asked = (_by_an_advocate(found, to) for to in ((), (government,)))
    parties = tuple(found.directions)
    for party, towards in product(parties, (None, *parties)):
        one, other = (position_as_of(data, party, "quota", day(found.as_of), found.cut, towards) for data in (plain, asked))
        assert numbers(one) == numbers(other)
        assert [each.ids for each in parts(one)] == [each.ids for each in parts(other)]
        assert dict(one.set_aside) == dict(other.set_aside)
        assert not any(each.asked_of for each in parts(one))
        told = {each.id for each in other.demand.asked_of}
        assert told == ({government} if party == "a" and other.demand.is_stated else set())
    for pair in combinations(parties, 2):
        before, after = (gap_in(data, found, pair) for data in (plain, asked))
        assert (five(before), before.zone, before.possible, before.status, before.ids) == (
            five(after),
            after.zone,
            after.possible,
            after.status,
            after.ids,
        )
    moves = [
        [(one.party.id, one.part, one.cause, one.turn, one.by, one.ids) for one in issue.moves]
        for data in (plain, asked)
        for issue in movement(data, data.negotiation.parties, day(0), day(found.as_of), found.cut).issues
    ]
    assert moves[0] == moves[1]


def _by_an_advocate(found: Talks, to: tuple[str, ...]) -> Dataset:
    """Return the talks in which "a" is an advocate, all of whose demands are addressed to these parties."""
    words = [found._words(replace(one, to=to) if (one.party, one.kind) == ("a", "demand") else one) for one in found.said]
    own = {"conflict_days": found.conflict_days, "freshness_days": found.freshness_days}
    return quota(found._scale(), found.directions, *words, parties_as={"a": {"role": "advocate"}}, **own)
