"""Laws of movement (method, section 6; law P7) as properties over generated negotiations on one issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from parley.analysis.gaps import Gap, gap_as_of
from parley.analysis.moved import IssueMovement
from parley.analysis.movement import movement
from parley.analysis.moves import NOTHING, Bounds, Cause, Move, Narrowing, Turn, moves_between, narrowing
from parley.analysis.outcomes import Distance, Outcomes, distance
from parley.analysis.positions import Position, position_as_of
from parley.dataset import Dataset
from parley.dates import PartialDate
from tests.generating import FLIPPED, Said, Talks, day, integers, outcome_sets, talks

OPPOSITE = {Turn.TOWARDS: Turn.AWAY, Turn.CLEARER: Turn.VAGUER, Turn.FIRST: Turn.GONE, Turn.UNSURE: Turn.UNSURE}
OPPOSITE |= {other: one for one, other in OPPOSITE.items()}
GAPS = ("headline", "table_a", "table_b", "bid", "limit")


@dataclass(frozen=True)
class Between:
    """Talks, two of their days, and for each statement how many days its document came later and how many its day may lie earlier."""

    talks: Talks
    since: int
    until: int
    later: tuple[int, ...]
    earlier: tuple[int, ...]

    def dataset(self) -> Dataset:
        """Return the dataset with these days of publication and spans of days."""
        data = self.talks.dataset()
        return data.altered(
            {
                one.id: {"reported": PartialDate.parse(day(one.day + late).isoformat()), "said": span(one.day - early, one.day)}
                for one, late, early in zip(self.talks.said, self.later, self.earlier, strict=False)
            }
        )

    def movement(self, data: Dataset | None = None) -> IssueMovement:
        """Return what moved between the two days."""
        data = data or self.dataset()
        return movement(data, data.negotiation.parties, day(self.since), day(self.until), self.talks.cut).issues[0]

    def within(self, number: int | None) -> bool:
        """Return whether a day lies after the first and not after the second."""
        return number is not None and self.since < number <= self.until


def span(first: int, last: int) -> PartialDate:
    return PartialDate.parse(day(last).isoformat() if first == last else f"{day(first).isoformat()}/{day(last).isoformat()}")


DAYS_LATER, DAYS_EARLIER = (st.lists(st.sampled_from(days), min_size=9, max_size=9) for days in ((0, 0, 3, 40), (0, 0, 10, 50)))


@st.composite
def between(draw: st.DrawFn, *, is_dated: bool = True, **kinds: Any) -> Between:
    """Return talks and two days; `is_dated` tells of every statement the very day."""
    since, until = sorted((draw(integers(0, 60)), draw(integers(20, 95))))
    later = draw(DAYS_LATER)
    earlier = [0] * 9 if is_dated else draw(DAYS_EARLIER)
    return Between(draw(talks(**kinds)), since, until, tuple(later), tuple(earlier))


def moves(found: IssueMovement) -> list[tuple[object, ...]]:
    return [(one.party.id, one.part, one.cause, one.turn, one.by, one.ids, one.is_dated) for one in found.moves]


def difference(before: Distance, after: Distance) -> Bounds:
    return before.low - after.low, before.high - after.high


def added(one: Bounds, other: Bounds) -> Bounds:
    return one[0] + other[0], one[1] + other[1]


def facing_sets(a: Position, b: Position) -> list[tuple[Outcomes, Outcomes]]:
    """The sets between which the five gaps of a pair lie, in the order of GAPS."""
    parts = ((a.demand, b.demand), (a.demand, b.offer), (a.offer, b.demand), (a.offer, b.offer), (a.limit, b.limit))
    return [(one.outcomes, other.outcomes) for one, other in parts]


def shares(before: Gap, after: Gap) -> list[Narrowing | None]:
    pairs = zip(facing_sets(before.a, before.b), facing_sets(after.a, after.b), strict=True)
    return [narrowing(*old, *new) for old, new in pairs]


def surely_above(one: Outcomes, other: Outcomes) -> bool:
    return one.lo.low > other.hi.high


def is_exact(a_before: Outcomes, b_before: Outcomes, a_after: Outcomes, b_after: Outcomes) -> bool:
    """Whether the two are surely apart, on the same side of each other, both times."""
    above = surely_above(a_before, b_before) and surely_above(a_after, b_after)
    return above or (surely_above(b_before, a_before) and surely_above(b_after, a_after))


# Law P7


@given(outcome_sets(9), outcome_sets(9), outcome_sets(9), outcome_sets(9), st.booleans())
def test_p7_the_change_of_a_distance_is_the_sum_of_the_shares(a: Outcomes, b: Outcomes, a_now: Outcomes, b_now: Outcomes, is_apart: bool) -> None:
    """Law P7: before - after = by A + by B, bound by bound; told exactly where both times the two are surely apart on the same side."""
    if is_apart:
        a, a_now = shifted(a, 10), shifted(a_now, 10)
    found = narrowing(a, b, a_now, b_now)
    assert (found is not None) == is_exact(a, b, a_now, b_now)
    if found is not None:
        assert (found.before, found.after) == (distance(a, b), distance(a_now, b_now))
        assert difference(found.before, found.after) == added(found.by_a, found.by_b)


def shifted(one: Outcomes, by: int) -> Outcomes:
    ends = [replace(end, low=end.low + by, high=end.high + by) for end in (one.lo, one.hi)]
    return replace(one, lo=ends[0], hi=ends[1])


@given(outcome_sets(9), outcome_sets(9), outcome_sets(9), outcome_sets(9))
def test_p7_a_share_is_what_the_distance_would_have_changed_had_the_other_stayed(a: Outcomes, b: Outcomes, a_now: Outcomes, b_now: Outcomes) -> None:
    """Law P7: whose doing it is does not depend on what the other did, and exchanging the two dates turns every share round."""
    a, a_now = shifted(a, 10), shifted(a_now, 10)
    found, alone, back = narrowing(a, b, a_now, b_now), narrowing(a, b, a_now, b), narrowing(a_now, b_now, a, b)
    assert found is not None
    assert alone is not None
    assert back is not None
    assert (alone.by_a, alone.by_b) == (found.by_a, NOTHING)
    assert found.by_a == difference(distance(a, b), distance(a_now, b))
    assert (back.by_a, back.by_b) == tuple((-one[0], -one[1]) for one in (found.by_a, found.by_b))
    exchanged = narrowing(b, a, b_now, a_now)
    assert exchanged is not None
    assert (exchanged.by_a, exchanged.by_b) == (found.by_b, found.by_a)


@given(between(parties=(2, 2)))
def test_p7_holds_for_every_gap_of_a_pair(found: Between) -> None:
    """Law P7 for demand, table, bid and limit gaps of positions; where one is not surely apart both times, no share is told."""
    told = found.movement()
    assert told.then is not None
    assert told.lasting is not None
    for name, before, after, share in zip(
        GAPS, facing_sets(told.then.a, told.then.b), facing_sets(told.lasting.a, told.lasting.b), shares(told.then, told.lasting), strict=True
    ):
        assert (share is not None) == is_exact(*before, *after)
        if share is not None:
            assert difference(getattr(told.then, name), getattr(told.lasting, name)) == added(share.by_a, share.by_b)


@given(between(parties=(2, 2)))
def test_p7_the_shares_of_the_lead_add_up(found: Between) -> None:
    """The distance that leads is told with its shares: the asker's and the other's make the whole difference."""
    lead = found.movement().lead
    if lead is not None and lead.shares is not None:
        assert difference(lead.before, lead.after) == added(lead.shares.by_a, lead.shares.by_b)
    if lead is not None:
        assert set(lead.ids) <= {one.id for one in found.talks.said}
        assert lead.asker is not lead.other


# The three steps


@given(between(is_dated=False))
def test_the_three_steps_lead_from_what_was_known_to_the_gap_now(found: Between) -> None:
    """Each step starts from the gap at which the one before ends, and each gap is the one that the right data give on the right day."""
    data = found.dataset()
    told = found.movement(data)
    assert None not in (told.known, told.then, told.lasting, told.now)
    assert told.then is not None
    pair = (told.then.a.party.id, told.then.b.party.id)
    first, second = day(found.since), day(found.until)
    unpublished = [one.id for one in data.statements if one.reported.latest and first < one.reported.latest <= second]
    kept = [replace(one, expires=None) if one.expires is not None and found.since <= one.expires < found.until else one for one in found.talks.said]
    lasting = replace(found, talks=replace(found.talks, said=tuple(kept))).dataset()
    steps = [(data.without(unpublished), first), (data, first), (lasting, second), (data, second)]
    expected = [gap_as_of(one, pair, "quota", on, found.talks.cut) for one, on in steps]
    assert [numbers(one) for one in (told.known, told.then, told.lasting, told.now) if one] == [numbers(one) for one in expected]


def numbers(gap: Gap) -> tuple[object, ...]:
    return gap.a.party.id, gap.b.party.id, *(getattr(gap, name) for name in GAPS), gap.zone, gap.possible, gap.ids


@given(between(parties=(2, 2), is_dated=False))
def test_the_shares_of_the_steps_add_up_to_those_of_the_whole(found: Between) -> None:
    """Where the two are surely apart on the same side at every step, what each did in the three steps is what it did in all."""
    told = found.movement()
    gaps = [one for one in (told.known, told.then, told.lasting, told.now) if one]
    steps = [shares(before, after) for before, after in pairwise(gaps)]
    for whole, *parts in zip(shares(gaps[0], gaps[-1]), *steps, strict=True):
        if whole is not None and None not in parts:
            done = [one for one in parts if one is not None]
            assert whole.by_a == (sum(one.by_a[0] for one in done), sum(one.by_a[1] for one in done))
            assert whole.by_b == (sum(one.by_b[0] for one in done), sum(one.by_b[1] for one in done))


# Moves


@given(between())
def test_exchanging_the_dates_turns_every_move_round(found: Between) -> None:
    """Towards becomes away by as much, clearer becomes vaguer, first held becomes no longer held.

    Left out: what is said again, and an offer taken back or made while the demand went past it, which is not measured both ways.
    """
    data = found.dataset()
    for was, became, facing in steps_of(found, data):
        there = {one.part: one for one in moves_between(data, was, became, facing, Cause.SAID)}
        back = {one.part: one for one in moves_between(data, became, was, facing, Cause.SAID)}
        for part, one in there.items():
            if one.turn is Turn.AGAIN or (one.part == "offer" and was.offer.is_stated != became.offer.is_stated and one.turn is not Turn.TOWARDS):
                continue
            other = back[part]
            assert other.turn is OPPOSITE[one.turn]
            assert other.by == (-one.by[1], -one.by[0])


def steps_of(found: Between, data: Dataset) -> Iterator[tuple[Position, Position, Position]]:
    """Each party's position on the two days, and that of a party it may face."""
    parties = list(found.talks.directions)
    for one, other in zip(parties, [*parties[1:], parties[0]], strict=True):
        places = [(one, found.since, other), (one, found.until, other), (other, found.until, one)]
        was, became, facing = (position_as_of(data, who, "quota", day(on), found.talks.cut, towards=whom) for who, on, whom in places)
        yield was, became, facing


@given(between(parties=(2, 2), directions=(("up", "down"), ("up", "target"), ("target", "down"), ("target", "target"))))
def test_a_step_towards_narrows_what_is_asked_for(found: Between) -> None:
    """A demand that moved towards the other, measured against where the other stands now, is surely no further from it than before."""
    told = found.movement()
    for one in told.moves:
        if one.part == "demand" and one.turn in (Turn.TOWARDS, Turn.AWAY) and told.now is not None and told.now.possible:
            facing = told.now.b if one.party is told.now.a.party else told.now.a
            before, after = (distance(held.demand.outcomes, facing.demand.outcomes) for held in (one.was, one.became))
            if one.turn is Turn.TOWARDS:
                assert (after.low <= before.low, after.high <= before.high) == (True, True)
            else:
                assert (after.low >= before.low, after.high >= before.high) == (True, True)


@given(between())
def test_where_nothing_was_said_withdrawn_or_run_out_nobody_moved(found: Between) -> None:
    """Only evidence may change between two dates between which nothing happened."""
    quiet = [one for one in found.talks.said if not (found.within(one.day) or found.within(one.withdrawn) or ran_out(one, found))]
    told = replace(found, talks=replace(found.talks, said=tuple(quiet))).movement()
    assert {one.cause for one in told.moves} <= {Cause.FOUND}
    assert told.then is not None
    assert told.now is not None
    assert numbers(told.then) == numbers(told.now)


def ran_out(one: Said, found: Between) -> bool:
    return one.expires is not None and found.since <= one.expires < found.until


@given(between(is_dated=False))
def test_on_one_and_the_same_date_nothing_moved(found: Between) -> None:
    """From a day to that same day there is no move, not even of evidence, and the four gaps are one."""
    told = replace(found, until=found.since).movement()
    assert told.moves == told.threats == told.conditional == ()
    assert told.known == told.then == told.lasting == told.now


@given(between(parties=(2, 4), is_dated=False))
def test_a_move_lists_statements_of_its_party_that_changed_between_the_dates(found: Between) -> None:
    """What a party did rests on what it said or took back between the two, what ran out on what did; nothing rests on what a cut leaves out."""
    data = found.dataset()
    said = {one.id: one for one in found.talks.said}
    for one in found.movement(data).moves:
        assert one.ids
        behind = [said[key] for key in one.ids]
        assert {held.party for held in behind} == {one.party.id}
        assert all(found.talks.cut.lets_in(data.statement_by_id[key]) for key in one.ids)
        if one.cause is Cause.SAID:
            assert any(found.within(held.day) or found.within(held.withdrawn) for held in behind)
        if one.cause is Cause.LAPSED:
            assert any(ran_out(held, found) for held in behind)


@given(between())
def test_without_what_moved_it_a_move_is_gone(found: Between) -> None:
    """Left out again and again, the statements listed by moves are used up, and in the end nothing has moved."""
    data = found.dataset()
    for _ in range(len(found.talks.said) + 1):
        listed = {key for one in found.movement(data).moves for key in one.ids}
        assert listed <= set(data.statement_by_id)
        if not listed:
            break
        data = data.without(listed)
    assert found.movement(data).moves == ()


@given(between(is_dated=False), st.randoms(use_true_random=False))
def test_the_order_of_statements_never_matters(found: Between, shuffle: Any) -> None:
    """Law P1: in whatever order the files list the statements, the movement is the same to the last id."""
    data = found.dataset()
    statements = list(data.statements)
    shuffle.shuffle(statements)
    again = found.movement(replace(data, statements=tuple(statements)))
    assert moves(again) == moves(found.movement(data))


FACING = (("up", "down"), ("up", "target"), ("target", "down"), ("target", "target"), ("up", "up"))


@given(between(parties=(2, 2), directions=FACING, is_dated=False))
def test_a_mirrored_scale_gives_the_same_moves(found: Between) -> None:
    """Law P3: x -> -x with every direction turned round changes no turn, no amount and no id."""
    top = found.talks.steps
    said = tuple(replace(one, low=top - one.high, high=top - one.low) for one in found.talks.said)
    directions = {party: FLIPPED[one] for party, one in found.talks.directions.items()}
    mirrored = replace(found, talks=replace(found.talks, directions=directions, said=said))
    assert moves(mirrored.movement()) == moves(found.movement())


@given(between(is_dated=False))
def test_what_is_reported_as_dated_stands_where_the_undated_came_before(found: Between) -> None:
    """Put on the first date all that may have been said by then: what is called a movement between the two is there all the same."""
    may_be_older = {
        one.id for one, early in zip(found.talks.said, found.earlier, strict=False) if found.within(one.day) and one.day - early <= found.since
    }
    sooner = tuple(replace(one, day=found.since) if one.id in may_be_older else one for one in found.talks.said)
    data = replace(found, talks=replace(found.talks, said=sooner)).dataset()
    told = found.movement()
    again = {
        (one.party.id, one.part, one.turn)
        for was, became, facing in positions_as_told(told, found, data)
        for one in moves_between(data, was, became, facing, Cause.SAID)
    }
    dated = {(one.party.id, one.part, one.turn) for one in told.moves if one.cause is Cause.SAID and one.is_dated}
    assert dated <= again


def positions_as_told(told: IssueMovement, found: Between, data: Dataset) -> Iterator[tuple[Position, Position, Position | None]]:
    """Each party's position before in these data, after as it was told, and that of the party it faces."""
    for one in told.moves:
        if one.cause is Cause.SAID:
            whom = one.facing.id if one.facing else None
            facing = position_as_of(found.dataset(), whom, "quota", day(found.until), found.talks.cut, towards=one.party.id) if whom else None
            yield position_as_of(data, one.party.id, "quota", day(found.since), found.talks.cut, towards=whom), one.became, facing


@given(between())
def test_where_every_day_is_known_every_move_is_dated(found: Between) -> None:
    """No doubt about days is made up."""
    assert all(one.is_dated for one in found.movement().moves)


@given(between())
def test_the_whole_is_its_issues(found: Between) -> None:
    """What moved on all issues is what moved on each; what was published since was said by the first date."""
    data = found.dataset()
    whole = movement(data, data.negotiation.parties, day(found.since), day(found.until), found.talks.cut)
    assert [moves(one) for one in whole.issues] == [moves(found.movement(data))]
    late = {one.id for one, later in zip(found.talks.said, found.later, strict=False) if one.day <= found.since and found.within(one.day + later)}
    assert {one.id for one in whole.published} == late


@given(between(), st.sampled_from(("2", "0.1", "3")))
def test_rescaling_multiplies_every_amount(found: Between, factor: str) -> None:
    """Law P3: in other units each party went as far as before, in those units."""
    talks_in = replace(found.talks, is_ladder=False)
    rescaled = replace(talks_in, unit=talks_in.unit * type(talks_in.unit)(factor))
    before, after = (replace(found, talks=one).movement().moves for one in (talks_in, rescaled))
    assert [one.by for one in after] == [scaled(one, Fraction(factor)) for one in before]
    assert [(one.party.id, one.turn, one.ids) for one in after] == [(one.party.id, one.turn, one.ids) for one in before]


def scaled(one: Move, factor: Fraction) -> Bounds:
    return one.by[0] * factor, one.by[1] * factor


@given(talks(), st.integers(0, 45), st.integers(46, 90))
def test_everything_said_between_the_dates_is_told(one: Talks, first: int, second: int) -> None:
    """A demand, limit, offer or threat that is admitted and was made between the dates stands behind a line of its issue."""
    data, parties = one.dataset(), one.dataset().negotiation.parties
    (found,) = movement(data, parties, day(first), day(second), one.cut).issues
    told = {key for move in (*found.moves, *found.on_the_way) for key in move.ids} | {key for change in found.threats for key in change.ids}
    told |= {said.id for said in (*found.conditional, *found.also)}
    made = {said.id for said in data.statements if day(first) < said.day <= day(second) and one.cut.lets_in(said) and said.kind != "rationale"}
    assert made <= told
    assert {said.id for said in found.also} <= made
