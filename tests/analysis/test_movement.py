"""What happened on an issue between two dates: its course, its three steps, its statuses, and what is told beside the moves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE, OFFICIALS
from parley.analysis.gaps import Status
from parley.analysis.moved import Course, IssueMovement
from parley.analysis.movement import movement
from parley.analysis.moves import Cause, Turn
from parley.analysis.outcomes import Distance
from parley.dataset import Dataset
from tests.making import Words, dataset, issue, moved, percent, quota, told

AB = {"a": "up", "b": "down"}
A30, B5 = told("a", "demand", 30, "2025-03-01"), told("b", "demand", 5, "2025-03-01")
IF = {"type": "if", "says": "the herring return"}
SINCE, UNTIL = date(2025, 3, 10), date(2025, 3, 31)


def course(*statements: Words) -> Course:
    return moved(quota(percent(), AB, *statements)).course


def bounds(one: Distance | None) -> tuple[float, float] | None:
    return None if one is None else (float(one.low), float(one.high))


def headline_gaps(found: IssueMovement) -> list[tuple[float, float] | None]:
    return [bounds(gap.headline) if gap else None for gap in (found.known, found.then, found.lasting, found.now)]


# Courses


def test_the_course_is_what_became_of_the_distance() -> None:
    """Closer or further apart, by whose words ever; as far apart as before; not known; new or taken back; nothing."""
    closer, further = told("a", "demand", 25, "2025-03-20"), told("b", "demand", 2, "2025-03-20")
    assert course(A30, B5, closer) is Course.TOWARDS
    assert course(A30, B5, further) is Course.AWAY
    assert course(A30, B5, closer, further) is Course.TOWARDS  # 25 points apart before, 23 now
    assert course(A30, B5, told("a", "demand", 25, "2025-03-20"), told("b", "demand", 0, "2025-03-20")) is Course.SAME
    assert course(A30, B5, told("a", "demand", (10, 40), "2025-03-12"), told("a", "demand", (9, 9.5), "2025-03-25")) is Course.TOWARDS
    # What leads is what B asks for against the best offer of A: it came closer, though A asks for more.
    assert course(A30, B5, told("a", "demand", 35, "2025-03-20"), told("a", "offer", 25, "2025-03-20")) is Course.TOWARDS
    assert course(A30, told("a", "demand", 25, "2025-03-20")) is Course.UNSURE
    assert course(A30, told("b", "demand", 5, "2025-03-20")) is Course.NEW
    assert course(A30, B5, told("a", "red_line", 20, "2025-03-05", withdrawn="2025-03-20")) is Course.NEW
    assert course(A30, B5) is Course.STILL


@pytest.mark.parametrize(
    ("before", "asked", "after", "expected"),
    [
        (5, 25, (0, 5), Course.TOWARDS),  # from 25 to 20 at least, to 25 at most
        ((0, 5), 27, (0, 2), Course.TOWARDS),  # from 25 at least to 25, from 30 at most to 27
        (5, 33, (5, 8), Course.AWAY),
        ((0, 5), 33, (3, 5), Course.AWAY),
        (5, 28, (0, 6), Course.UNSURE),
        (5, 29, (3, 5), Course.UNSURE),  # one nearer at least, one further at most
        ((0, 5), 29, (0, 3), Course.UNSURE),
    ],
)
def test_of_a_distance_that_is_not_exact_both_bounds_tell_the_course(before: Any, asked: int, after: Any, expected: Course) -> None:
    """A surely moved, and B told its place more or less exactly: closer is what no bound speaks against, and so is further apart."""
    by_b = [told("b", "demand", at, on) for at, on in ((before, "2025-03-01"), (after, "2025-03-20"))]
    assert course(A30, told("a", "demand", asked, "2025-03-20"), *by_b) is expected


def test_what_only_looks_like_movement_is_none() -> None:
    """Said again, told more or less exactly, found since, run out, of an unknown day: nobody surely moved."""
    assert course(A30, B5, told("a", "demand", 30, "2025-03-20")) is Course.LOOKS
    assert course(A30, B5, told("a", "demand", (25, 35), "2025-03-20")) is Course.LOOKS
    assert course(A30, B5, told("a", "offer", 20, "2025-03-05", reported="2025-03-20")) is Course.LOOKS
    assert course(A30, B5, told("a", "offer", 20, "2025-03-05", expires="2025-03-20")) is Course.LOOKS
    assert course(A30, B5, told("a", "demand", 25, "before 2025-03-20")) is Course.LOOKS
    assert course(A30, told("b", "demand", 5, "before 2025-03-20")) is Course.LOOKS


def test_where_spans_of_days_overlap_the_later_word_is_not_known_and_nothing_surely_moved() -> None:
    """A asked for 25 on some day from the 11th to the 31st and for 30 again from the 12th to the 20th: 25 may be the older of the two."""
    again, asked = told("a", "demand", 30, "2025-03-12/2025-03-20"), told("a", "demand", 25, "2025-03-11/2025-03-31")
    found = moved(quota(percent(), AB, A30, B5, again, asked))
    assert [(one.turn, one.is_dated) for one in found.moves] == [(Turn.TOWARDS, False)]
    assert found.course is Course.LOOKS
    # With a day of its own, or a span that begins after the other ends, it is surely the newer.
    for said in ("2025-03-31", "2025-03-21/2025-03-31"):
        assert course(A30, B5, again, {**asked, "said": said, "reported": "2025-03-31"}) is Course.TOWARDS
    # So it is where the other ran out meanwhile, for it is asked as if nothing had.
    found = moved(quota(percent(), AB, A30, B5, told("a", "demand", 30, "2025-03-12", expires="2025-03-20"), asked))
    assert [(one.cause, one.turn, one.is_dated) for one in found.moves] == [(Cause.SAID, Turn.TOWARDS, False)]
    # What is said to B alone is compared with what else is said to B.
    to_b = {**asked, "to": ["b"]}, told("a", "demand", 26, "2025-03-20", to=["b"])
    found = moved(quota(percent(), {**AB, "c": "down"}, A30, B5, *to_b))
    assert [(one.turn, one.by, one.ids, one.is_dated) for one in found.moves] == [(Turn.TOWARDS, (5, 5), ("s2",), True)]
    # One that begins on or before the first date may be older than that.
    assert course(A30, B5, {**asked, "said": "2025-03-10/2025-03-31"}) is Course.LOOKS
    assert course(A30, B5, {**asked, "said": "2025-03-11/2025-03-31"}) is Course.TOWARDS


def test_what_may_be_older_has_no_say_in_which_way_the_distance_went() -> None:
    """B surely hardened by 2; A came 5 closer, perhaps before the first date: closer is not known. Where the distance is what it was, that is told."""
    perhaps, hardened = told("a", "demand", 25, "2025-03-05/2025-03-20"), told("b", "demand", 3, "2025-03-20")
    assert course(A30, B5, perhaps, hardened) is Course.UNSURE
    assert course(A30, B5, told("a", "demand", 31, "2025-03-05/2025-03-20"), hardened) is Course.AWAY  # further apart either way
    assert course(A30, B5, told("a", "demand", 28, "2025-03-05/2025-03-20"), hardened) is Course.SAME


def test_an_evidence_gap_is_no_movement() -> None:
    """A demand that has been silent for long stands as it stood."""
    data = quota(percent(), AB, told("a", "demand", 30, "2024-01-01"), B5, freshness_days=30)
    found = moved(data)
    assert (found.course, found.moves) == (Course.STILL, ())


def test_threats_and_reasons_move_no_position() -> None:
    """A threat is told beside the moves and is none."""
    found = moved(quota(percent(), AB, A30, B5, told("a", "threat", 40, "2025-03-20")))
    assert found.course is Course.STILL
    (change,) = found.threats
    assert (change.party.id, change.before, change.ids) == ("a", (), ("s2",))


def test_movers_are_named_once() -> None:
    """A party that moved two parts is one mover; one whose statement was only found is none."""
    data = quota(
        percent(), AB, A30, B5, told("a", "demand", 28, "2025-03-20"), told("a", "offer", 20, "2025-03-20"),
        told("b", "offer", 8, "2025-03-05", reported="2025-03-20"),
    )  # fmt: skip
    assert [one.id for one in moved(data).movers] == ["a"]


# The three steps


def test_each_step_leads_to_the_next() -> None:
    """Found since: 25 to 23; said: to 20; run out: to 22."""
    data = quota(
        percent(), AB, A30, B5,
        told("b", "demand", 7, "2025-03-05", reported="2025-03-12", supersedes=["s1"]),
        told("a", "demand", 27, "2025-03-20", expires="2025-03-25", supersedes=["s0"]),
        told("a", "demand", 29, "2025-03-02"),
    )  # fmt: skip
    found = moved(data)
    # s0 is replaced for good; of the 2nd, 29 stands beside it on the first date (both said in one week), and alone once 27 has run out.
    assert headline_gaps(found) == [(24, 25), (22, 23), (20, 20), (22, 22)]
    assert [(one.cause, one.party.id, one.ids) for one in found.moves] == [
        (Cause.SAID, "a", ("s3",)),
        (Cause.LAPSED, "a", ("s3", "s4")),
        (Cause.FOUND, "b", ("s2",)),
    ]


def test_what_was_published_later_is_in_the_step_before() -> None:
    """Known then: a gap of 25. With what came out since: 20 already then. The parties did nothing."""
    found = moved(quota(percent(), AB, A30, B5, told("a", "demand", 25, "2025-03-09", supersedes=["s0"], reported="2025-03-20")))
    assert headline_gaps(found) == [(25, 25), (20, 20), (20, 20), (20, 20)]
    assert found.lead is not None
    assert (found.lead.before, found.lead.after) == (Distance(20, 20), Distance(20, 20))  # type: ignore[arg-type]


@pytest.mark.parametrize(("on", "then", "turns"), [("2025-03-09", (20, 20), []), ("2025-03-20", (25, 25), [(Cause.SAID, Turn.TOWARDS)])])
def test_what_no_document_tells_of_was_known_when_it_was_said(on: str, then: tuple[int, int], turns: list[tuple[Cause, Turn]]) -> None:
    """It is never found later: said before the first date it stands on it, said between the dates it is a move."""
    data = quota(percent(), AB, A30, B5, told("a", "demand", 25, on, supersedes=["s0"]))
    found = moved(data.altered({"s2": {"reported": None, "source": None}}))
    assert headline_gaps(found) == [then, then, (20, 20), (20, 20)]
    assert [(one.cause, one.turn) for one in found.moves] == turns


def test_a_replaced_statement_stands_again_when_its_successor_is_left_out() -> None:
    """Robustness of a move: without the statement that moved it, the old demand is there on both dates."""
    data = quota(percent(), AB, A30, B5, told("a", "demand", 25, "2025-03-20", supersedes=["s0"]))
    (move,) = moved(data).moves
    assert (move.was.demand.ids, move.became.demand.ids, move.ids) == (("s0",), ("s2",), ("s2",))
    without = moved(data.without(move.ids))
    assert (without.moves, headline_gaps(without)) == ((), [(25, 25)] * 4)


def test_the_lead_is_what_one_asks_against_the_best_of_the_other() -> None:
    """B asks for 5; A offered 20 and now 12: eight points, all by A."""
    data = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05"), told("a", "offer", 12, "2025-03-20"))
    lead = moved(data).lead
    assert lead is not None
    assert lead.shares is not None
    assert (lead.asker.id, lead.other.id, bounds(lead.before), bounds(lead.after), bounds(lead.now)) == ("b", "a", (15, 15), (7, 7), (7, 7))
    assert (lead.shares.by_a, lead.shares.by_b, lead.ids) == ((0, 0), (8, 8), ("s1", "s2", "s3"))


def test_the_lead_counts_what_ran_out_last() -> None:
    """The offer is gone, so what B asks for is again 25 from what is on the table; without A's demand nothing is known."""
    offer = told("a", "offer", 20, "2025-03-05", expires="2025-03-20")
    lead = moved(quota(percent(), AB, A30, B5, offer)).lead
    assert lead is not None
    assert (bounds(lead.after), bounds(lead.now), lead.ids) == ((15, 15), (25, 25), ("s0", "s1", "s2"))
    gone = moved(quota(percent(), AB, {**A30, "expires": "2025-03-20"}, B5)).lead
    assert gone is not None
    assert (bounds(gone.after), gone.now) == ((25, 25), None)


def test_what_ran_out_is_counted_on_the_side_of_the_one_that_asks() -> None:
    """A asks for 30 against B's offer of 10, then against its demand; where A asks no more, or B is silent, nothing is known."""
    offers = told("a", "offer", 25, "2025-03-05"), told("b", "offer", 10, "2025-03-05")
    ends = {"expires": "2025-03-20"}
    lead = moved(quota(percent(), AB, A30, B5, offers[0], {**offers[1], **ends})).lead
    assert lead is not None
    assert (lead.asker.id, bounds(lead.after), bounds(lead.now)) == ("a", (20, 20), (25, 25))
    for said in ([{**A30, **ends}, B5, *offers], [A30, {**B5, **ends}]):
        lead = moved(quota(percent(), AB, *said)).lead
        assert lead is not None
        assert (lead.asker.id, lead.now) == ("a", None)


def test_no_lead_where_nobody_asked_on_one_of_the_dates() -> None:
    """A distance from nothing is not told."""
    assert moved(quota(percent(), AB, B5, told("a", "demand", 30, "2025-03-20"))).lead is None
    assert moved(quota(percent(), AB, A30)).lead is None


# Statuses


def test_statuses_are_those_of_the_pair_told_of() -> None:
    """Blocked by two limits, then bridgeable by one that gives way; and it was A alone."""
    limits = told("a", "red_line", 22, "2025-03-01"), told("b", "red_line", 20, "2025-03-01")
    found = moved(quota(percent(), AB, A30, B5, *limits, told("a", "red_line", 18, "2025-03-20")))
    assert found.statuses == (Status.BLOCKED, Status.BRIDGEABLE)
    assert [one.id for one in found.alone] == ["a"]


def test_nobody_alone_where_it_took_both() -> None:
    """Each gave way by half of what kept the limits apart."""
    limits = told("a", "red_line", 24, "2025-03-01"), told("b", "red_line", 20, "2025-03-01")
    found = moved(quota(percent(), AB, A30, B5, *limits, told("a", "red_line", 22, "2025-03-20"), told("b", "red_line", 22, "2025-03-20")))
    assert (found.statuses, found.alone) == ((Status.BLOCKED, Status.BRIDGEABLE), ())


def test_either_alone_where_each_did_enough() -> None:
    """Both moved, and either of them would have done."""
    limits = told("a", "red_line", 22, "2025-03-01"), told("b", "red_line", 20, "2025-03-01")
    found = moved(quota(percent(), AB, A30, B5, *limits, told("a", "red_line", 19, "2025-03-20"), told("b", "red_line", 23, "2025-03-20")))
    assert [one.id for one in found.alone] == ["a", "b"]


def test_no_evidence_on_a_day_is_told_as_such() -> None:
    """Where a party had said nothing there was no status."""
    found = moved(quota(percent(), AB, B5, told("a", "demand", 5, "2025-03-20")))
    assert found.statuses == (Status.NO_EVIDENCE, Status.AGREED)
    assert [one.id for one in found.alone] == ["a"]


# Beside the moves


def test_conditional_offers_made_since_are_listed() -> None:
    """They are no move; what was made before, or is a demand, is not among them."""
    data = quota(
        percent(), AB, A30, B5,
        told("a", "offer", 20, "2025-03-20", condition=IF), told("b", "red_line", 15, "2025-03-20", condition=IF),
        told("a", "offer", 22, "2025-03-05", condition=IF), told("b", "offer", 9, "2025-03-20", condition=IF, attribution="anonymous_source"),
    )  # fmt: skip
    assert [one.id for one in moved(data).conditional] == ["s2", "s3", "s5"]
    assert [one.id for one in moved(data, cut=OFFICIALS).conditional] == ["s2", "s3"]
    assert moved(data, cut=OFFICIALS).moves == ()
    offer = told("a", "offer", 20, "2025-03-12", condition=IF)
    for more, listed in (({"to": ["b"]}, ["s2"]), ({"to": ["c"]}, []), ({"expires": "2025-03-30"}, []), ({"expires": "2025-03-31"}, ["s2"])):
        assert [one.id for one in moved(quota(percent(), {**AB, "c": "down"}, A30, B5, {**offer, **more})).conditional] == listed


def test_what_is_listed_was_said_after_the_first_date_and_by_the_second() -> None:
    """Offers under a condition and whatever else was said; a reason is no position, and is told elsewhere."""
    offers = (told("b", "offer", 9, f"2025-03-{day}", condition=IF) for day in (10, 11, 31))
    others = (told("b", "offer", {"not_placeable": "No figure."}, f"2025-03-{day}") for day in (10, 11, 31))
    found = moved(quota(percent(), AB, A30, B5, *offers, *others, told("b", "rationale", {"not_placeable": "A reason."}, "2025-03-20")))
    assert ([one.id for one in found.conditional], [one.id for one in found.also]) == (["s3", "s4"], ["s6", "s7"])


def test_what_an_advocate_asks_its_government_to_obtain_under_a_condition_is_listed() -> None:
    """It is meant for all, whoever the advocate faces (rule 1a); what it asks of another is meant for that one alone."""
    ways, to = {"a": "up", "b": "down", "c": "up", "d": "down"}, {"parties_as": {"a": {"role": "advocate"}}, "headline": ["a", "b"]}
    asked = [told("a", "demand", 27, "2025-03-20", condition=IF, to=[one]) for one in ("c", "d")]
    assert [one.id for one in moved(quota(percent(), ways, A30, B5, *asked, **to)).conditional] == ["s2"]


def test_a_new_threat_is_told_with_the_one_before() -> None:
    """The newest in force on each date; one taken back is in force no more."""
    old, new = told("a", "threat", 40, "2025-03-01"), told("a", "threat", 45, "2025-03-20")
    (change,) = moved(quota(percent(), AB, A30, B5, old, new)).threats
    assert [[one.id for one in threats] for threats in (change.before, change.after)] == [["s2"], ["s3"]]
    assert moved(quota(percent(), AB, A30, B5, old)).threats == ()
    assert moved(quota(percent(), AB, A30, B5, old, {**new, "withdrawn": "2025-03-25"})).threats == ()


def test_a_threat_made_on_the_first_date_is_the_one_before() -> None:
    """One made on the second is new; one that names no measure is no threat to compare."""
    old, new = told("a", "threat", 40, "2025-03-10"), told("a", "threat", 45, "2025-03-31")
    assert moved(quota(percent(), AB, A30, B5, old)).threats == ()
    assert moved(quota(percent(), AB, A30, B5, old, told("a", "demand", 28, "2025-03-20"))).threats == ()
    (change,) = moved(quota(percent(), AB, A30, B5, old, new)).threats
    assert change.ids == ("s3", "s2")
    assert moved(quota(percent(), AB, A30, B5, told("a", "threat", {"not_placeable": "No measure."}, "2025-03-20"))).threats == ()


def test_threats_of_which_no_day_tells_the_newest_are_all_told() -> None:
    """One dated only by a bound may be as new as the one with a day; neither is picked by its id."""
    one, other = told("a", "threat", 40, "before 2025-03-21"), told("a", "threat", 45, "2025-03-18/2025-03-20")
    (change,) = moved(quota(percent(), AB, A30, B5, one, other)).threats
    assert [threat.id for threat in change.after] == ["s2", "s3"]


# On the way


def test_a_way_there_and_on_is_told_step_by_step() -> None:
    """A position taken where none stood and hardened before the second date has moved, though the two dates alone do not show it."""
    found = moved(quota(percent(), AB, B5, told("a", "demand", 20, "2025-03-12"), told("a", "demand", 30, "2025-03-25")))
    assert [(one.turn, one.ids) for one in found.moves] == [(Turn.FIRST, ("s2",))]
    assert [(one.turn, one.by, one.ids, one.is_dated) for one in found.on_the_way] == [
        (Turn.FIRST, (0, 0), ("s1",), True),
        (Turn.AWAY, (-10, -10), ("s2",), True),
    ]
    assert (found.course, found.also) == (Course.UNSURE, ())  # no distance was known on the first date


def test_there_and_back_leaves_the_distance() -> None:
    """Two steps that cancel each other leave nothing between the dates, and are told; the two stand as far apart as before."""
    found = moved(quota(percent(), AB, A30, B5, told("a", "demand", 20, "2025-03-15"), told("a", "demand", 30, "2025-03-28")))
    assert [one.turn for one in found.on_the_way] == [Turn.TOWARDS, Turn.AWAY]
    assert found.course is Course.SAME
    assert [one.turn for one in found.moves] == [Turn.AGAIN]
    way = [told("a", "demand", 20, "2025-03-15"), told("a", "demand", 30, "2025-03-31")]
    target = moved(quota(percent(), {"a": "target", "b": "down"}, A30, B5, *way))
    assert [one.turn for one in target.on_the_way] == [Turn.TOWARDS, Turn.AWAY]


def test_one_step_is_told_once() -> None:
    """What the two dates show already is not told again as a step, whatever else was said on other days."""
    found = moved(quota(percent(), AB, A30, B5, told("a", "demand", 20, "2025-03-15"), told("a", "offer", 45, "2025-03-28")))
    assert found.on_the_way == ()
    assert [one.id for one in found.also] == ["s3"]
    again = moved(quota(percent(), AB, A30, B5, told("a", "demand", 20, "2025-03-12"), told("a", "demand", 20, "2025-03-25")))
    assert ([one.ids for one in again.moves], again.on_the_way) == ([("s3",)], ())


@pytest.mark.parametrize(("first", "is_dated"), [("2025-03-11", False), ("2025-03-12", False), ("2025-03-13", True)])
def test_a_step_is_dated_where_its_word_surely_came_after_the_one_before(first: str, is_dated: bool) -> None:
    """A asks for 20 on the 12th and for 28 up to the 25th: a day before the 13th may have been that of the step before."""
    found = moved(quota(percent(), AB, A30, B5, told("a", "demand", 20, "2025-03-12"), told("a", "demand", 28, f"{first}/2025-03-25")))
    assert [(one.turn, one.by, one.ids, one.is_dated) for one in found.on_the_way] == [
        (Turn.TOWARDS, (10, 10), ("s2",), True),
        (Turn.AWAY, (-8, -8), ("s3",), is_dated),
    ]


def test_what_runs_out_on_the_way_is_no_step() -> None:
    """The offer of the 12th ended on the 18th by its own terms; what A asked for on the 20th and on the 30th are two steps of its demand."""
    offer = told("a", "offer", 20, "2025-03-12", expires="2025-03-18")
    found = moved(quota(percent(), AB, A30, B5, offer, told("a", "demand", 29, "2025-03-20"), told("a", "demand", 27, "2025-03-30")))
    assert [(one.part, one.cause, one.turn, one.by) for one in found.moves] == [
        ("demand", Cause.SAID, Turn.TOWARDS, (3, 3)), ("offer", Cause.SAID, Turn.TOWARDS, (10, 10)), ("offer", Cause.LAPSED, Turn.AWAY, (-7, -7)),
    ]  # fmt: skip
    assert [(one.part, one.turn, one.by, one.ids) for one in found.on_the_way] == [
        ("demand", Turn.TOWARDS, (1, 1), ("s3",)), ("demand", Turn.TOWARDS, (2, 2), ("s4",)),
    ]  # fmt: skip


# Parties and dates


def test_one_party_has_no_gap() -> None:
    """With fewer than two parties shown there is nothing between them; what the one said is told."""
    data = quota(percent(), AB, A30, told("a", "demand", 25, "2025-03-20"))
    one = movement(data, data.negotiation.parties[:1], SINCE, UNTIL, ALL_EVIDENCE).issues[0]
    assert headline_gaps(one) == [None] * 4
    assert (one.statuses, one.lead, one.alone) == (None, None, ())
    assert [move.turn for move in one.moves] == [Turn.TOWARDS]
    assert movement(data, (), SINCE, UNTIL, ALL_EVIDENCE).issues[0].course is Course.STILL


def test_a_party_that_faces_nobody_has_its_steps_on_the_way() -> None:
    """By the way along the scale on which it asks for less; an offer is measured from the demand of its day, and may be older than the first date."""
    said = A30, told("a", "demand", 20, "2025-03-12"), told("a", "demand", 28, "2025-03-25"), told("a", "offer", 15, "before 2025-03-27")
    data = quota(percent(), AB, *said)
    one = movement(data, data.negotiation.parties[:1], SINCE, UNTIL, ALL_EVIDENCE).issues[0]
    assert one.sooner is None
    assert [(move.part, move.turn, move.by, move.facing, move.is_dated) for move in one.on_the_way] == [
        ("demand", Turn.TOWARDS, (10, 10), None, True), ("demand", Turn.AWAY, (-8, -8), None, True), ("offer", Turn.TOWARDS, (13, 13), None, False),
    ]  # fmt: skip
    assert [(move.part, move.turn, move.by, move.facing, move.is_dated) for move in one.moves] == [
        ("demand", Turn.TOWARDS, (2, 2), None, True), ("offer", Turn.TOWARDS, (15, 15), None, False),
    ]  # fmt: skip


def test_what_stood_still_is_told_with_its_dates_and_positions_as_what_moved_is() -> None:
    """Only nothing happened on it: no move, no offer under a condition, no threat, nothing else said."""
    still, other = moved(quota(percent(), AB, A30, B5)), moved(quota(percent(), AB, A30, B5, told("a", "demand", 25, "2025-03-20")))
    assert [(one.since, one.until) for one in (still, other)] == [(SINCE, UNTIL)] * 2
    assert (still.moves, still.conditional, still.threats, still.on_the_way, still.also) == ((), (), (), (), ())
    assert [[one.demand.ids for one in each.positions] for each in (still, other)] == [[("s0",), ("s1",)], [("s2",), ("s1",)]]


def test_a_third_party_faces_the_first_of_the_pair() -> None:
    """Beside the pair compared first, another moves towards or away from its first."""
    data = quota(percent(), {**AB, "c": "down"}, A30, B5, told("c", "demand", 8, "2025-03-01"), told("c", "demand", 12, "2025-03-20"))
    (move,) = moved(data).moves
    assert move.facing is not None
    assert (move.party.id, move.facing.id, move.turn) == ("c", "a", Turn.TOWARDS)


def test_dates_that_are_not_in_order_are_refused() -> None:
    """The message names both."""
    with pytest.raises(ValueError, match=r"^The second date, 2025-03-10, is before the first, 2025-03-31\.$"):
        movement(quota(percent(), AB, A30, B5), (), UNTIL, SINCE, ALL_EVIDENCE)


def test_of_one_issue_alone_the_same_is_told_as_among_all() -> None:
    """And of what was published in the meantime only what is on it."""
    said = [{**A30, "reported": "2025-03-20"}, B5, told("a", "offer", 25, "2025-03-20")]
    others = [{**one, "issue": "ports"} for one in said]
    data = dataset([issue(percent(), AB), {**issue(percent(), AB), "id": "ports", "name": "Ports"}], [*said, *others])
    whole, alone = (movement(data, data.negotiation.parties, SINCE, UNTIL, ALL_EVIDENCE, issues=one) for one in (None, ["ports"]))
    assert [one.issue.id for one in alone.issues] == ["ports"]
    assert alone.issues == whole.issues[1:]
    assert ([one.issue for one in whole.published], [one.issue for one in alone.published]) == (["quota", "ports"], ["ports"])


def test_from_a_date_to_itself_nothing_moved() -> None:
    """Not even what was said, found or ran out on that day."""
    data = quota(percent(), AB, {**A30, "expires": "2025-03-10"}, B5, told("a", "offer", 25, "2025-03-10"))
    found = moved(data, until="2025-03-10")
    assert (found.moves, found.course) == ((), Course.STILL)


def test_what_is_said_on_the_first_date_is_before_and_on_the_second_within() -> None:
    """The time between begins after the first date and ends with the second."""
    for on, count in (("2025-03-10", 0), ("2025-03-11", 1), ("2025-03-31", 1), ("2025-04-01", 0)):
        assert len(moved(quota(percent(), AB, A30, B5, told("a", "demand", 20, on))).moves) == count


# All issues


def many() -> Dataset:
    """Four issues, later group first in the file: one closer, one further apart, one found since, one still."""
    issues = [
        issue(percent(), AB, id=key, name=key.title(), group=group) for key, group in (("d", "rest"), ("a", "core"), ("b", "core"), ("c", "core"))
    ]  # fmt: skip
    statements = [{**one, "issue": key} for key in "abcd" for one in (A30, B5)]
    statements += [
        {**told("a", "demand", 25, "2025-03-20"), "issue": "a"},
        {**told("a", "demand", 35, "2025-03-20"), "issue": "b"},
        {**told("a", "offer", 20, "2025-03-05", reported="2025-03-12"), "issue": "c"},
    ]
    return dataset(issues, statements, groups=[{"id": "core", "name": "Core"}, {"id": "rest", "name": "Rest"}])


def test_all_issues_are_told_group_by_group() -> None:
    """Groups in their order, issues in theirs."""
    data = many()
    found = movement(data, data.negotiation.parties, SINCE, UNTIL, ALL_EVIDENCE)
    assert [(one.issue.id, one.course) for one in found.issues] == [
        ("a", Course.TOWARDS), ("b", Course.AWAY), ("c", Course.LOOKS), ("d", Course.STILL),
    ]  # fmt: skip
    assert [one.issue.id for one in found.with_course(Course.AWAY, Course.TOWARDS)] == ["a", "b"]
    assert [one.id for one in found.published] == ["s10"]
    assert {status: found.counts(status) for status in Status if any(found.counts(status))} == {Status.UNKNOWN: (4, 4)}


def test_statuses_are_counted_then_and_now() -> None:
    """An issue on which nobody had spoken and on which the two agree now."""
    data = quota(percent(), AB, B5, told("a", "demand", 5, "2025-03-20"))
    found = movement(data, data.negotiation.parties, SINCE, UNTIL, ALL_EVIDENCE)
    assert (found.counts(Status.NO_EVIDENCE), found.counts(Status.AGREED), found.counts(Status.BLOCKED)) == ((1, 0), (0, 1), (0, 0))


def test_an_earlier_version_is_what_was_held_then() -> None:
    """What it did not hold was found since; a party or an issue that it did not know is taken as it is today."""
    new = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05"))
    whole = movement(new, new.negotiation.parties, SINCE, UNTIL, ALL_EVIDENCE, earlier=new.without(["s2"]))
    assert [(one.cause, one.turn, one.ids) for one in whole.issues[0].moves] == [(Cause.FOUND, Turn.TOWARDS, ("s2",))]
    assert [one.id for one in whole.published] == ["s2"]
    stranger = quota(percent(), {"a": "up"}, A30)
    assert movement(new, new.negotiation.parties, SINCE, UNTIL, ALL_EVIDENCE, earlier=stranger).issues[0].moves == ()


def test_a_statement_that_an_earlier_version_held_may_be_gone() -> None:
    """What is removed from the files is found to have been wrong: the position falls back, by the id of what is gone."""
    old = quota(percent(), AB, A30, B5, told("a", "offer", 20, "2025-03-05"))
    new = old.without(["s2"])
    whole = movement(new, new.negotiation.parties, SINCE, UNTIL, ALL_EVIDENCE, earlier=old)
    assert [(one.cause, one.turn, one.ids) for one in whole.issues[0].moves] == [(Cause.FOUND, Turn.AWAY, ("s2",))]
