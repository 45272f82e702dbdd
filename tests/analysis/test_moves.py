"""How one part of a position changed: which way, how far, by which statements, and what is no move of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.analysis.moved import Course
from parley.analysis.moves import Cause, Move, Turn, moves_between, narrowing
from parley.analysis.outcomes import Distance
from parley.analysis.positions import position_as_of, replaced_by
from tests.making import Words, ladder, moved, percent, position, quota, told

AB = {"a": "up", "b": "down"}
A30, B5 = told("a", "demand", 30, "2025-03-01"), told("b", "demand", 5, "2025-03-01")
NO_PLACE = {"unknown": "No figure named."}
REASON = {"not_placeable": "Gives a reason."}


def brief(move: Move) -> tuple[str, str, str, tuple[float, float], tuple[str, ...]]:
    """Who, which part, which turn, how far in numbers that these tests choose whole, and by which statements."""
    return move.party.id, move.part, move.turn.name, (float(move.by[0]), float(move.by[1])), move.ids


def moves(*statements: Words, directions: Words = AB, scale: Words | None = None, **more: Any) -> list[tuple[Any, ...]]:
    """The moves of the parties between 10 and 31 March."""
    return [brief(one) for one in moved(quota(scale or percent(), directions, *statements), **more).moves]


# Towards and away


def test_a_demand_that_asks_for_less_moved_towards() -> None:
    """The party that wants more comes down, the one that wants less comes up: each towards the other by as much."""
    new = told("a", "demand", 25, "2025-03-20"), told("b", "demand", 8, "2025-03-21")
    assert moves(A30, B5, *new) == [("a", "demand", "TOWARDS", (5, 5), ("s2",)), ("b", "demand", "TOWARDS", (3, 3), ("s3",))]


def test_a_demand_that_asks_for_more_moved_away() -> None:
    """A hardening is a move like any other, with a negative amount."""
    assert moves(A30, B5, told("b", "demand", 2, "2025-03-20")) == [("b", "demand", "AWAY", (-3, -3), ("s2",))]


def test_half_a_point_is_a_step_too() -> None:
    """A step is told however small it is."""
    assert moves(A30, B5, told("a", "demand", 29.5, "2025-03-20")) == [("a", "demand", "TOWARDS", (0.5, 0.5), ("s2",))]


def test_rungs_are_counted() -> None:
    """On a ladder a move counts rungs."""
    found = moves(
        told("a", "demand", "r5", "2025-03-01"), told("b", "demand", "r0", "2025-03-01"), told("a", "demand", "r3", "2025-03-20"), scale=ladder(6)
    )
    assert found == [("a", "demand", "TOWARDS", (2, 2), ("s2",))]


def test_one_party_may_move_both_ways() -> None:
    """It asks for more and offers more: two parts, two turns."""
    found = moves(A30, B5, told("a", "offer", 28, "2025-03-05"), told("a", "demand", 35, "2025-03-20"), told("a", "offer", 22, "2025-03-20"))
    assert found == [("a", "demand", "AWAY", (-5, -5), ("s3",)), ("a", "offer", "TOWARDS", (6, 6), ("s4",))]


def test_a_stated_limit_moves_too() -> None:
    """A limit further out is a step towards the other, a tighter one a step away."""
    limit = told("a", "red_line", 20, "2025-03-01")
    assert moves(A30, B5, limit, told("a", "red_line", 15, "2025-03-20")) == [("a", "limit", "TOWARDS", (5, 5), ("s3",))]
    assert moves(A30, B5, limit, told("a", "red_line", 22, "2025-03-20")) == [("a", "limit", "AWAY", (-2, -2), ("s3",))]


def test_how_far_is_a_range_where_a_place_is_imprecise() -> None:
    """Neither end of an imprecise place is taken for the place."""
    assert moves(A30, B5, told("a", "demand", (20, 25), "2025-03-20")) == [("a", "demand", "TOWARDS", (5, 10), ("s2",))]


def test_two_that_conflict_moved_by_a_range_and_both_are_named() -> None:
    """What two statements of one week tell differently is imprecise over both."""
    new = told("a", "demand", 25, "2025-03-20"), told("a", "demand", 20, "2025-03-22")
    assert moves(A30, B5, *new) == [("a", "demand", "TOWARDS", (5, 10), ("s2", "s3"))]


def test_an_older_statement_in_the_conflict_window_makes_it_vague_and_no_move() -> None:
    """The earlier demand, four days old, still counts beside the new one: nobody surely moved."""
    found = moves(told("a", "demand", 30, "2025-03-08"), B5, told("a", "demand", 25, "2025-03-12"), until="2025-03-13")
    assert found == [("a", "demand", "VAGUER", (0, 5), ("s2",))]


# Only told otherwise


@pytest.mark.parametrize(
    ("before", "after", "turn", "by"),
    [
        ((20, 30), 25, "CLEARER", (-5, 5)), ((20, 30), (25, 30), "CLEARER", (-10, 5)), ((20, 30), (20, 25), "CLEARER", (-5, 10)),
        (30, (20, 35), "VAGUER", (-5, 10)), (30, (30, 35), "VAGUER", (-5, 0)), (30, (25, 30), "VAGUER", (0, 5)),
        ((20, 30), (25, 35), "UNSURE", (-15, 5)), ((20, 30), (29.5, 40), "UNSURE", (-20, 0.5)), ((20, 30), (30, 40), "UNSURE", (-20, 0)),
        (30, 30, "AGAIN", (0, 0)),
    ],
)  # fmt: skip
def test_what_overlaps_may_not_have_moved(before: Any, after: Any, turn: str, by: tuple[float, float]) -> None:
    """A place inside, around or across the earlier one, or one that touches it, is reported otherwise; the same one is said again."""
    assert moves(told("a", "demand", before, "2025-03-01"), B5, told("a", "demand", after, "2025-03-20")) == [("a", "demand", turn, by, ("s2",))]


def test_a_demand_that_names_no_place_gives_way_to_one_that_does() -> None:
    """It changes nothing, unless it replaces the other: then nothing is known but that something is asked for."""
    assert moves(A30, B5, told("a", "demand", NO_PLACE, "2025-03-20")) == []
    assert moves(A30, B5, told("a", "demand", NO_PLACE, "2025-03-20", supersedes=["s0"])) == [("a", "demand", "VAGUER", (-20, 30), ("s2",))]


# First held, no longer held


def test_what_was_not_held_before_is_first_held() -> None:
    """Where no demand, limit or offer was held there is nothing to measure from."""
    new = told("a", "demand", 30, "2025-03-20"), told("a", "offer", 20, "2025-03-20"), told("b", "red_line", 15, "2025-03-20")
    nothing = (0, 0)
    assert moves(B5, *new) == [
        ("a", "demand", "FIRST", nothing, ("s1",)),
        ("a", "offer", "FIRST", nothing, ("s2",)),
        ("b", "limit", "FIRST", nothing, ("s3",)),
    ]


def test_what_was_taken_back_is_no_longer_held() -> None:
    """The statement taken back is the one that the move rests on."""
    assert moves(A30, B5, told("a", "red_line", 20, "2025-03-01", withdrawn="2025-03-20")) == [("a", "limit", "GONE", (0, 0), ("s2",))]


def test_one_of_two_that_said_the_same_may_go() -> None:
    """The other still says it, so the demand did not move; what moved beside it is told."""
    again = told("a", "demand", 30, "2025-03-01", withdrawn="2025-03-20")
    assert moves(A30, B5, again) == []
    assert moves(A30, B5, again, told("a", "offer", 20, "2025-03-20")) == [("a", "offer", "TOWARDS", (10, 10), ("s3",))]


def test_what_replaces_without_a_place_is_named_beside_what_it_replaces() -> None:
    """The old demand is gone because of the new statement, so the move rests on both."""
    assert moves(A30, B5, told("a", "rationale", REASON, "2025-03-20", supersedes=["s0"])) == [("a", "demand", "GONE", (0, 0), ("s0", "s2"))]


def test_a_condition_put_on_an_offer_takes_the_offer_back() -> None:
    """The same place under a condition is kept apart, and both statements are named."""
    found = moves(
        A30, B5, told("a", "offer", 20, "2025-03-05"),
        told("a", "offer", 20, "2025-03-20", supersedes=["s2"], condition={"type": "if", "says": "the herring return"}),
    )  # fmt: skip
    assert found == [("a", "offer", "AWAY", (-10, -10), ("s2", "s3"))]


def test_what_stands_again_names_what_was_taken_back() -> None:
    """The newer demand is withdrawn, the older returns: the move rests on both, for without the newer there was none."""
    newer = told("a", "demand", 25, "2025-03-05", supersedes=["s0"], withdrawn="2025-03-20")
    assert moves(A30, B5, newer) == [("a", "demand", "AWAY", (-5, -5), ("s0", "s2"))]
    assert moves(A30, B5, {**newer, "place": {"at": "30"}}) == []


# Offers, measured from the demand


def test_a_first_offer_is_measured_from_the_demand() -> None:
    """Before it, what was on the table was what was asked for; taken back, it is so again."""
    assert moves(A30, B5, told("a", "offer", 20, "2025-03-20")) == [("a", "offer", "TOWARDS", (10, 10), ("s2",))]
    assert moves(A30, B5, told("a", "offer", 20, "2025-03-05", withdrawn="2025-03-20")) == [("a", "offer", "AWAY", (-10, -10), ("s2",))]


def test_an_offer_of_what_is_asked_for_is_no_move() -> None:
    """It adds nothing to the table."""
    assert moves(A30, B5, told("a", "offer", 30, "2025-03-20")) == []


def test_an_offer_short_of_the_earlier_demand_is_away() -> None:
    """The demand hardened by more than the offer gives: on the table lies less than before."""
    found = moves(A30, B5, told("a", "demand", 35, "2025-03-20"), told("a", "offer", 32, "2025-03-20"))
    assert found == [("a", "demand", "AWAY", (-5, -5), ("s2",)), ("a", "offer", "AWAY", (-2, -2), ("s3",))]


def test_an_offer_that_the_demand_overtakes_did_not_move() -> None:
    """Only the demand moved; nobody took the offer back or made another."""
    offer = told("a", "offer", 28, "2025-03-01")
    assert moves(A30, B5, offer, told("a", "demand", 25, "2025-03-20")) == [("a", "demand", "TOWARDS", (5, 5), ("s3",))]
    assert moves(B5, offer, told("a", "demand", 25, "2025-03-20")) == [("a", "demand", "FIRST", (0, 0), ("s2",))]


def test_an_offer_that_shows_again_behind_a_hardened_demand_did_not_move() -> None:
    """The demand drew back past an offer that had stood all along."""
    found = moves(told("a", "demand", 25, "2025-03-01"), B5, told("a", "offer", 28, "2025-02-01"), told("a", "demand", 35, "2025-03-20"))
    assert found == [("a", "demand", "AWAY", (-10, -10), ("s3",))]


def test_an_offer_taken_back_while_the_demand_passes_it_is_no_longer_held() -> None:
    """What came closer is the demand, so the offer is not called a step towards the other."""
    found = moves(A30, B5, told("a", "offer", 28, "2025-03-05", withdrawn="2025-03-20"), told("a", "demand", 25, "2025-03-20"))
    assert found == [("a", "demand", "TOWARDS", (5, 5), ("s3",)), ("a", "offer", "GONE", (0, 0), ("s2",))]


def test_of_two_offers_the_one_taken_back_is_named() -> None:
    """The other stands again in its place; the move rests on both."""
    found = moves(A30, B5, told("a", "offer", 25, "2025-03-05"), told("a", "offer", 20, "2025-03-05", withdrawn="2025-03-20"))
    assert found == [("a", "offer", "AWAY", (-5, -5), ("s2", "s3"))]


def test_an_offer_is_perhaps_beyond_a_demand_that_is_not_exact() -> None:
    """Where the demand may already be as far, the offer makes it clearer and is no sure step."""
    assert moves(told("a", "demand", (20, 30), "2025-03-01"), B5, told("a", "offer", 25, "2025-03-20")) == [
        ("a", "offer", "CLEARER", (-5, 10), ("s2",))
    ]


def test_a_limit_that_a_new_offer_bounds_did_not_move() -> None:
    """The offer moved; that the limit is now known to lie beyond it is no step of the limit."""
    found = moves(A30, B5, told("a", "red_line", (10, 25), "2025-03-01"), told("a", "offer", 20, "2025-03-20"))
    assert found == [("a", "offer", "TOWARDS", (10, 10), ("s3",))]


# Whom a party faces


def test_two_that_want_the_same_have_no_towards() -> None:
    """A party that asks for less gives way all the same; the move says that both want the same way."""
    data = quota(percent(), {"a": "up", "b": "up"}, A30, told("b", "demand", 20, "2025-03-01"), told("a", "demand", 25, "2025-03-20"))
    (found,) = moved(data).moves
    assert (found.turn, found.by, found.same_wish) == (Turn.TOWARDS, (5, 5), True)
    for other in (AB, {"a": "target", "b": "target"}):
        (found,) = moved(quota(percent(), other, A30, told("b", "demand", 20, "2025-03-01"), told("a", "demand", 25, "2025-03-20"))).moves
        assert not found.same_wish


@pytest.mark.parametrize(("other", "turn", "by"), [("up", "AWAY", -5), ("down", "TOWARDS", 5)])
def test_a_target_faces_whoever_it_is_compared_with(other: str, turn: str, by: int) -> None:
    """Down is away from one that wants more, and towards one that wants less."""
    found = moves(A30, told("b", "demand", 20, "2025-03-01"), told("a", "demand", 25, "2025-03-20"), directions={"a": "target", "b": other})
    assert found == [("a", "demand", turn, (by, by), ("s2",))]


@pytest.mark.parametrize(
    ("other", "at", "after", "turn", "by"),
    [
        ("down", 5, (8, 20), "TOWARDS", 2), ("down", 5, (10, 18), "UNSURE", 0), ("up", 40, (10, 22), "TOWARDS", 2), ("up", 40, (8, 20), "UNSURE", 0),
        ("target", 5, (8, 20), "TOWARDS", 2), ("target", 40, (10, 22), "TOWARDS", 2), ("target", 40, (10, 18), "AWAY", -2),
    ],
)  # fmt: skip
def test_a_target_that_takes_a_whole_stretch_faces_with_its_near_end(other: str, at: int, after: tuple[int, int], turn: str, by: int) -> None:
    """From 10 to 20: what changes at the far end is no step of the near one."""
    stretches = [{"from": str(low), "to": str(high), "reading": "acceptable"} for low, high in ((10, 20), after)]
    before, now = (told("a", "demand", one, on) for one, on in zip(stretches, ("2025-03-01", "2025-03-20"), strict=True))
    found = moves(before, told("b", "demand", at, "2025-03-01"), now, directions={"a": "target", "b": other})
    assert found == [("a", "demand", turn, (by, by), ("s2",))]


@pytest.mark.parametrize(("other", "turn", "by"), [("down", "TOWARDS", 5), ("up", "AWAY", -5)])
def test_a_target_s_own_step_is_as_exact_as_its_own_words(other: str, turn: str, by: int) -> None:
    """However inexact the place of the other, from 30 to 25 is five; and it is five where the other would take either."""
    before, after = A30, told("a", "demand", 25, "2025-03-20")
    for at in ((10, 40), 40 if other == "down" else 10):
        found = moves(before, told("b", "demand", at, "2025-03-01"), after, directions={"a": "target", "b": other})
        assert found == [("a", "demand", turn, (by, by), ("s2",))]


@pytest.mark.parametrize(
    ("after", "turn", "by"),
    [(25, "TOWARDS", 5), (33, "AWAY", -3), (15, "TOWARDS", 5), (11, "TOWARDS", 1), (8, "AWAY", -2), (10, "UNSURE", 0)],
)
def test_of_two_targets_the_distance_tells(after: int, turn: str, by: int) -> None:
    """From 30 to 15, past the other's 20, is five nearer than before; to 10 is as far as before."""
    found = moves(A30, told("b", "demand", 20, "2025-03-01"), told("a", "demand", after, "2025-03-20"), directions={"a": "target", "b": "target"})
    assert found == [("a", "demand", turn, (by, by), ("s2",))]


def test_a_target_that_may_have_come_nearer_or_not_is_unsure() -> None:
    """From 30, ten off the other's 20, to somewhere from 8 to 16, which is four to twelve off."""
    found = moves(A30, told("b", "demand", 20, "2025-03-01"), told("a", "demand", (8, 16), "2025-03-20"), directions={"a": "target", "b": "target"})
    assert found == [("a", "demand", "UNSURE", (-2, 6), ("s2",))]


def test_a_target_that_faces_nobody_moved_neither_way() -> None:
    """Alone on its issue, or beside one that wants nothing on it, there is no towards."""
    new = told("a", "demand", 15, "2025-03-20")
    assert moves(A30, new, directions={"a": "target"}) == [("a", "demand", "UNSURE", (0, 0), ("s1",))]
    (found,) = moved(quota(percent(), {"a": "target"}, A30, told("b", "rationale", REASON, "2025-03-01"), new)).moves
    assert (found.turn, found.facing) == (Turn.UNSURE, None)


def test_a_party_alone_still_asks_for_less() -> None:
    """Without anybody to face, a direction is enough to tell a concession."""
    (found,) = moved(quota(percent(), {"a": "up"}, A30, told("a", "demand", 25, "2025-03-20"))).moves
    assert (found.turn, found.by, found.facing) == (Turn.TOWARDS, (5, 5), None)


def test_what_is_addressed_to_a_third_is_no_move_towards_the_other() -> None:
    """An offer to C alone has not been made to B."""
    new = told("a", "offer", 20, "2025-03-20", to=["c"])
    assert moves(A30, B5, new, directions={"a": "up", "b": "down", "c": "down"}) == []
    assert moves(A30, B5, {**new, "to": ["b"]}) == [("a", "offer", "TOWARDS", (10, 10), ("s2",))]


def test_the_evidence_cut_is_kept() -> None:
    """A step known from an unnamed source is none on record."""
    data = quota(percent(), AB, A30, B5, told("a", "demand", 25, "2025-03-20", attribution="anonymous_source"))
    assert [brief(one) for one in moved(data).moves] == [("a", "demand", "TOWARDS", (5, 5), ("s2",))]
    assert moved(data, cut=ON_RECORD).moves == ()


def test_a_leak_moves_nobody_who_has_spoken_officially() -> None:
    """Its speaker cannot commit the party."""
    assert moves(A30, B5, told("a", "demand", 25, "2025-03-20", speaker="leak")) == []


# Days that are not known


@pytest.mark.parametrize("on", ["before 2025-03-20", "2025-03", "2025-03-10/2025-03-20"])
def test_what_may_be_older_than_the_first_date_is_no_sure_movement(on: str) -> None:
    """Of a statement with only a last day, or with a span across the first date, it is not known whether it was said since."""
    data = quota(percent(), AB, A30, B5, told("a", "demand", 25, on, reported="2025-03-01"))
    found = moved(data)
    assert [(brief(one), one.is_dated, one.is_movement) for one in found.moves] == [(("a", "demand", "TOWARDS", (5, 5), ("s2",)), False, False)]
    assert found.course is Course.LOOKS


@pytest.mark.parametrize("direction", ["up", "target"])
def test_what_may_be_older_does_not_hide_a_step_that_is_not(direction: str) -> None:
    """Wherever the undated 28 belongs, 25 of 20 March is a step towards the other."""
    data = quota(
        percent(),
        {**AB, "a": direction},
        A30,
        B5,
        told("a", "demand", 28, "before 2025-03-12", reported="2025-03-01"),
        told("a", "demand", 25, "2025-03-20"),
    )
    (found,) = moved(data).moves
    assert (found.turn, found.is_movement, found.ids) == (Turn.TOWARDS, True, ("s3",))


def test_what_may_have_been_taken_back_earlier_is_no_sure_movement() -> None:
    """A withdrawal of which only the last day is known may be older than the first date."""
    for withdrawn, is_dated in (("before 2025-03-20", False), ("before 2025-04-01", False), ("2025-03-12/2025-03-20", True)):
        data = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05", withdrawn=withdrawn))
        assert [(one.turn, one.is_dated) for one in moved(data).moves] == [(Turn.AWAY, is_dated)]


# Found since, run out


def test_a_statement_published_later_is_found_and_not_said() -> None:
    """Said on the fifth, published on the twentieth: on the tenth nobody could know."""
    data = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05", reported="2025-03-20"))
    assert [(one.cause, *brief(one)) for one in moved(data).moves] == [(Cause.FOUND, "a", "offer", "TOWARDS", (10, 10), ("s2",))]
    assert not any(one.is_movement for one in moved(data).moves)


@pytest.mark.parametrize("reported", ["2025-03-11", "2025-03-31", "2025-03-05/2025-03-20"])
def test_what_was_published_by_the_second_date_is_found(reported: str) -> None:
    """From the day after the first to the second itself; of a document with two possible days the last counts."""
    data = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05", reported=reported))
    assert [one.cause for one in moved(data).moves] == [Cause.FOUND]


def test_what_was_published_by_the_first_date_is_not_found_since() -> None:
    """Nor is what came out after the second, which no date between the two brought to light."""
    for reported in ("2025-03-10", "2025-04-01"):
        assert moved(quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05", reported=reported))).moves == ()


def test_what_ran_out_is_not_taken_back() -> None:
    """An offer that stood until the fifteenth fell away without a word; it names what ran out and what is left."""
    data = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05", expires="2025-03-15"), told("a", "offer", 25, "2025-03-05"))
    assert [(one.cause, *brief(one)) for one in moved(data).moves] == [(Cause.LAPSED, "a", "offer", "AWAY", (-5, -5), ("s2", "s3"))]


@pytest.mark.parametrize(("expires", "count"), [("2025-03-09", 0), ("2025-03-10", 1), ("2025-03-30", 1), ("2025-03-31", 0)])
def test_the_last_day_on_which_a_statement_stands_counts(expires: str, count: int) -> None:
    """What stands on both dates, or on neither, did not run out between them."""
    data = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05", expires=expires))
    assert [one.cause for one in moved(data).moves] == [Cause.LAPSED] * count


def test_what_was_said_and_ran_out_since_is_told_twice() -> None:
    """The party made the offer, and time took it away again."""
    data = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-12", expires="2025-03-15"))
    assert [(one.cause, one.turn) for one in moved(data).moves] == [(Cause.SAID, Turn.TOWARDS), (Cause.LAPSED, Turn.AWAY)]


def test_a_target_faces_the_other_in_what_is_found_and_in_what_ran_out_too() -> None:
    """Found, the 20 is nearer to the other's 5 by ten; run out, it leaves the 30."""
    for more, cause, turn in (({"reported": "2025-03-20"}, Cause.FOUND, Turn.TOWARDS), ({"expires": "2025-03-20"}, Cause.LAPSED, Turn.AWAY)):
        data = quota(percent(), {"a": "target", "b": "down"}, A30, B5, told("a", "demand", 20, "2025-03-09", **more))
        assert [(one.cause, one.turn) for one in moved(data).moves] == [(cause, turn)]


def test_an_offer_that_shows_once_the_demand_ran_out_is_no_move() -> None:
    """Only the demand ran out."""
    data = quota(percent(), AB, told("a", "demand", 25, "2025-03-05", expires="2025-03-20"), B5, told("a", "offer", 28, "2025-03-05"))
    assert [(one.cause, *brief(one)) for one in moved(data).moves] == [(Cause.LAPSED, "a", "demand", "GONE", (0, 0), ("s0",))]


def test_a_statement_coded_otherwise_is_found() -> None:
    """Against an earlier version of the files, a statement with another place changes the position, and so does one that is gone."""
    old = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05"))
    new = quota(percent(), AB, told("a", "demand", 28, "2025-03-01"), B5)
    was, became = (position(one, "a", date(2025, 3, 10)) for one in (old, new))
    found = [brief(one) for one in moves_between(new, was, became, position(new, "b"), Cause.FOUND, old)]
    assert found == [("a", "demand", "TOWARDS", (2, 2), ("s0",)), ("a", "offer", "AWAY", (-8, -8), ("s2",))]
    was, became = (position(one, "b", date(2025, 3, 10)) for one in (old, new))
    assert list(moves_between(new, was, became, position(new, "a"), Cause.FOUND, old)) == []


def test_what_replaces_a_statement_can_be_asked() -> None:
    """The ids of what replaces it, none where it counts or is set aside for another reason."""
    data = quota(percent(), AB, A30, told("a", "demand", 25, "2025-03-05", supersedes=["s0"]), told("a", "demand", 9, "2025-02-01"))
    found = position_as_of(data, "a", "quota", date(2025, 3, 31), ALL_EVIDENCE)
    assert [replaced_by(found, one) for one in ("s0", "s1", "s2")] == [("s1",), (), ()]


# Shares


def test_a_gap_that_narrowed_is_shared_out_exactly() -> None:
    """From 25 points apart to 17: five by A, three by B; a hardening is a negative share."""
    data = quota(percent(), AB, A30, B5, told("a", "demand", 25, "2025-03-20"), told("b", "demand", 8, "2025-03-20"))
    before, after = ([position(data, one, date(2025, 3, on)).demand.outcomes for one in ("a", "b")] for on in (10, 31))
    found = narrowing(*before, *after)
    assert found is not None
    assert (found.before, found.after, found.by_a, found.by_b) == (Distance(25, 25), Distance(17, 17), (5, 5), (3, 3))  # type: ignore[arg-type]
    back = narrowing(*after, *before)
    assert back is not None
    assert (back.by_a, back.by_b) == ((-5, -5), (-3, -3))


def test_the_last_point_between_two_is_shared_out_too() -> None:
    """From 25 apart to one and back: twenty-four by A, whichever of the two is named first."""
    data = quota(percent(), AB, A30, B5, told("a", "demand", 6, "2025-03-20"))
    before, after = ([position(data, one, date(2025, 3, on)).demand.outcomes for one in ("a", "b")] for on in (10, 31))
    shares = [narrowing(*before, *after), narrowing(*after, *before), narrowing(*reversed(before), *reversed(after))]
    assert [(one.by_a, one.by_b) if one else None for one in shares] == [((24, 24), (0, 0)), ((-24, -24), (0, 0)), ((0, 0), (24, 24))]


def test_no_shares_where_the_two_touch_or_pass() -> None:
    """Where they meet on one of the dates, or have changed sides, it is not told whose doing it is."""
    for after in (5, 3):
        data = quota(percent(), AB, A30, B5, told("a", "demand", after, "2025-03-20"))
        before, now = ([position(data, one, date(2025, 3, on)).demand.outcomes for one in ("a", "b")] for on in (10, 31))
        assert narrowing(*before, *now) is narrowing(*now, *before) is None
        assert narrowing(*reversed(before), *reversed(now)) is narrowing(*reversed(now), *reversed(before)) is None
    targets = quota(percent(), {"a": "target", "b": "target"}, A30, told("b", "demand", 20, "2025-03-01"), told("a", "demand", 15, "2025-03-20"))
    before, now = ([position(targets, one, date(2025, 3, on)).demand.outcomes for one in ("a", "b")] for on in (10, 31))
    assert narrowing(*before, *now) is None
