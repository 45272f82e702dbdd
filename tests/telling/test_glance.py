"""What is said of an issue at a glance: a few words beside each mark, how far apart in steps, who is measured, and what is open."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Status
from parley.analysis.overview import OverviewRow, overview
from parley.dataset import Dataset
from parley.dates import PartialDate
from parley.telling.gap import further_told
from parley.telling.glance import GlanceLine, by_month, glance_lines, is_unplaced, no_lane
from parley.telling.glance_answer import Answer, answer, drawn_at_a_glance
from parley.words import say
from tests.briefings import shipped
from tests.making import TODAY, ladder, percent, quota, statement

UP_DOWN = {"a": "up", "b": "down"}


def row(data: Dataset, as_of: date = TODAY) -> OverviewRow:
    return overview(data, data.negotiation.parties, as_of, ALL_EVIDENCE)[0]


def further(found: OverviewRow) -> str:
    told = further_told(found.gap) if found.gap else None
    return say(told) if told else ""


def of(data: Dataset) -> Answer:
    made = row(data)
    return answer(made)


def found(*statements: Any, scale: Any = None, **more: Any) -> Answer:
    return of(quota(scale or ladder(8), {**UP_DOWN, **more.pop("directions", {})}, *statements, **more))


def lines(*statements: Any, party: str = "a", scale: Any = None, **more: Any) -> tuple[GlanceLine, ...]:
    data = quota(scale or ladder(8), UP_DOWN, *statements, **more)
    return next(glance_lines(one, data) for one in row(data).positions if one.party.id == party)


def words(one: Answer) -> list[str]:
    return [say(told) for told in (one.told, one.hidden, one.hints, one.measured, one.price, one.question) if told]


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (
            [("a", "demand", "r7"), ("b", "offer", "r3")],
            ["4 steps apart", "A asks – B offers", "Open: would A take Rung 3, or less? It has stated no limit."],
        ),
        (
            [("a", "demand", "r7"), ("b", "demand", ("r0", "r1"))],
            ["6 to 7 steps apart", "A asks – B asks", "Open: how far would A and B go? No limit stated."],
        ),
        (
            [("a", "demand", ("r3", "r7")), ("b", "red_line", "r2")],
            ["1 to 7 steps apart", "A asks – B sets its limit", "Open: would A take Rung 2, or less? It has stated no limit."],
        ),
        ([("a", "demand", "r7"), ("a", "red_line", "r5"), ("b", "red_line", "r2")], ["5 to 7 steps apart", "A asks – B sets its limit"]),
        ([("a", "demand", "r5"), ("b", "demand", "r6")], ["no distance", "A asks – B asks"]),
        ([("a", "demand", "r5")], ["No distance to measure", "Open: what does B ask? No ask stated in the evidence shown."]),
        (
            [("a", "rationale", {"not_placeable": "A finding."})],
            ["No distance to measure", "Open: what do A and B ask? No ask stated in the evidence shown."],
        ),
    ],
    ids=["offer", "no thresholds", "limit", "blocked", "agreed", "one silent", "both silent"],
)  # fmt: skip
def test_an_issue_comes_to_a_distance_whom_it_is_between_and_what_is_open(statements: list[tuple[Any, ...]], told: list[str]) -> None:
    """In steps on a ladder; the question is the one whose answer would tell most, with why it is open."""
    assert words(found(*(statement(*one) for one in statements))) == told


@pytest.mark.parametrize(
    ("statements", "status"),
    [
        ([("a", "demand", "r7"), ("a", "red_line", "r5"), ("b", "red_line", "r2")], Status.BLOCKED),
        ([("a", "demand", "r5"), ("b", "demand", "r6")], Status.AGREED),
        ([("a", "demand", "r7"), ("b", "offer", "r3")], None),
        ([("a", "demand", "r7")], None),
    ],
    ids=["blocked", "agreed", "unknown", "no evidence"],
)
def test_a_status_is_told_where_only_one_is_possible(statements: list[tuple[Any, ...]], status: Status | None) -> None:
    """Several that remain possible are told by what is open, and none by what is not stated."""
    assert found(*(statement(*one) for one in statements)).status is status


def test_an_ask_that_stands_only_under_a_condition_is_none_without() -> None:
    """The question says so, for what is asked for is told on the lane."""
    herring = {"type": "if", "says": "the herring return"}
    one = found(statement("a", "demand", "r7", condition=herring), statement("b", "offer", "r3"))
    assert words(one) == [
        "No distance to measure", "At a price: 4 steps apart, open (bridgeable or blocked)",
        "Open: what does A ask? No ask stated without a condition in the evidence shown.",
    ]  # fmt: skip


def test_what_is_in_force_is_held_and_not_asked_for() -> None:
    """Also where it is told between whom the distance lies."""
    one = found(statement("a", "measure", "r7"), statement("b", "demand", "r3"))
    assert words(one)[1] == "B asks – A holds"
    hinted = found(statement("a", "demand", "r7"), statement("b", "offer", "r3", conveyance="hint", speaker="leak"))
    assert words(hinted)[1] == "A asks – B hints"


def test_of_two_that_want_the_same_way_the_one_that_asks_for_more_is_told() -> None:
    """By how much; neither where they ask for the same or where that is not known."""
    ways = {"a": "up", "b": "up"}
    told = [
        say(answer(row(quota(ladder(9), ways, statement("a", "demand", of_a), statement("b", "demand", of_b)))).told)
        for of_a, of_b in (("r5", "r3"), ("r3", "r4"), ("r3", "r3"), (("r2", "r4"), "r3"))
    ]
    assert told == ["A asks 2 steps more", "B asks 1 step more", "Both ask for the same", "Both want the same way"]
    down = row(quota(ladder(9), {"a": "down", "b": "down"}, statement("a", "demand", "r5"), statement("b", "demand", "r3")))
    assert (say(answer(down).told), further(down)) == ("B asks 2 steps less", "B asks for less, by 2 steps")


def test_what_was_only_hinted_is_told_second_where_it_makes_a_difference() -> None:
    """The distance of those who commit first; with hints the distance, and the status where that is another, too (rule 4a)."""
    firm = statement("a", "demand", "r7"), statement("b", "demand", "r0"), statement("b", "red_line", "r6")
    hinted = found(*firm, statement("b", "offer", "r2", speaker="leak"))
    assert words(hinted)[:2] == ["7 steps apart", "If what was hinted stands: 5 steps apart"]
    status = found(*firm, statement("a", "red_line", "r4", speaker="leak"))
    assert words(status)[:2] == ["7 steps apart", "If what was hinted stands: 7 steps apart, bridgeable"]
    assert words(found(*firm, statement("b", "demand", "r0", speaker="leak")))[:2] == ["7 steps apart", "A asks – B asks"]
    # Where one has nothing but hints they are its position, and nothing is told twice.
    alone = found(statement("a", "demand", "r7"), statement("b", "offer", "r2", speaker="leak"))
    assert words(alone)[:2] == ["5 steps apart", "A asks – B hints"]


def test_a_quantity_is_told_in_its_unit() -> None:
    """Neither its distance nor its question knows of steps."""
    told = words(found(statement("a", "demand", 27), statement("b", "offer", 10), scale=percent()))
    assert told == ["17 points apart", "A asks – B offers", "Open: would A take 10 % or less? It has stated no limit."]


def test_a_limit_that_is_not_exact_is_asked_for_as_one_that_is_stated() -> None:
    """Not as one that nobody has stated."""
    one = found(statement("a", "demand", "r7"), statement("a", "red_line", ("r2", "r6")), statement("b", "red_line", "r4"))
    assert words(one)[-1] == "Open: would A take Rung 4, or less? Its limit is not exact."


def test_what_stands_under_a_condition_is_told_with_its_price() -> None:
    """Distance and status as they would be, in steps as well; that a limit stands only so is no limit without a condition."""
    herring = {"type": "if", "says": "the herring return"}
    one = found(
        statement("a", "demand", "r7"), statement("b", "demand", "r0"), statement("b", "offer", "r4", condition=herring),
        statement("a", "red_line", "r5", condition=herring),
    )  # fmt: skip
    assert words(one)[0] == "7 steps apart"
    assert "At a price: 3 steps apart, open (bridgeable or blocked)" in words(one)
    assert words(one)[-1].endswith("stated no limit without a condition.") or "No limit stated" in words(one)[-1]


HINT = {"conveyance": "hint", "speaker": "leak"}


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        ([("demand", "r7", {})], ["asks Rung 7"]),
        ([("demand", ("r3", "r5"), {})], ["asks between Rung 3 and Rung 5"]),
        ([("offer", "r3", HINT)], ["hints at Rung 3"]),
        ([("demand", "r3", HINT)], ["hinted ask: Rung 3"]),
        ([("red_line", "r3", HINT)], ["hinted limit: at least Rung 3"]),
        ([("demand", "r3", HINT), ("red_line", "r3", HINT)], ["hinted ask and limit: Rung 3"]),
        ([("demand", "r3", {}), ("red_line", "r3", HINT)], ["asks Rung 3", "hinted limit: at least Rung 3"]),
        ([("measure", "r3", {**HINT, "stage": "suspended"})], ["hint: has suspended Rung 3"]),
        ([("red_line", "r3", {})], ["limit: at least Rung 3"]),
        ([("red_line", ("r3", "r5"), {})], ["limit: at least Rung 3, perhaps even Rung 5"]),
        ([("demand", "r3", {}), ("red_line", "r3", {})], ["ask and limit: Rung 3"]),
        ([("demand", {"unknown": "No size."}, {})], ["asks, extent not stated"]),
        ([("measure", "r3", {"stage": "suspended"})], ["has suspended Rung 3"]),
        ([("threat", "r3", {})], ["threat: Rung 3"]),
        ([("rationale", {"not_placeable": "A finding."}, {})], ["no ask stated in 1 statement"]),
        ([("offer", "r3", {"condition": {"type": "only_if", "says": "it rains"}})], ["offers Rung 3, only if it rains"]),
        ([("red_line", "r3", {"condition": {"type": "if", "says": "it rains"}})], ["limit: at least Rung 3, if it rains"]),
        ([], []),
    ],
    ids=str,
)
def test_a_party_does_something_in_a_few_words(statements: list[tuple[str, Any, dict[str, Any]]], told: list[str]) -> None:
    """What it does and where; without a place in words alone, and nothing where it has said nothing."""
    assert [say(one.told) for one in lines(*(statement("a", kind, at, **more) for kind, at, more in statements))] == told


def test_a_line_says_in_full_who_when_and_how_sure() -> None:
    """What is part of the mark when seen is told in words."""
    (one,) = lines(
        statement("a", "demand", "r3", said="2025-03-01"), statement("a", "demand", "r5", said="2025-03-02", speaker="envoy"),
        freshness_days=7, conflict_days=7,
    )  # fmt: skip
    assert say(one.words) == "A: asks between Rung 3 and Rung 5 (accounts differ, stale; 2 Mar 2025)"
    assert (say(one.told_when), say(one.long_ago)) == ("asks between Rung 3 and Rung 5", "· Mar 2025")
    assert one.ids == ("s0", "s1")


def test_what_is_hinted_says_so_once() -> None:
    """In the words of the line, and no tag repeats it; what is implied is told by its tag."""
    (hint,) = lines(statement("a", "red_line", "r3", **HINT))
    assert say(hint.words) == "A: hinted limit: at least Rung 3 (1 Mar 2025)"
    (implied,) = lines(statement("a", "red_line", "r3", conveyance="implied"))
    assert say(implied.words) == "A: limit: at least Rung 3 (implied; 1 Mar 2025)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2018-05-02", "May 2018"), ("2018-05-03/2018-05-19", "May 2018"), ("2018-05-28/2018-06-01", "May to Jun 2018"),
        ("2018-12-31/2019-01-22", "Dec 2018 to Jan 2019"), ("2018", "2018"), ("2018-05", "May 2018"), ("before 2018-05-02", "before 2 May 2018"),
        ("after 2018-05-02", "after 2 May 2018"),
    ],
)  # fmt: skip
def test_a_date_is_told_by_month(text: str, shown: str) -> None:
    """Where both of its ends are known: a bound would say something else without its day."""
    assert by_month(PartialDate.parse(text)).shown() == shown


def test_parts_at_one_place_are_dated_from_the_first_to_the_last() -> None:
    """One by one where one of them is only bounded."""
    (one,) = lines(statement("a", "demand", "r3", said="2025-01-05"), statement("a", "red_line", "r3", said="2025-03-01"))
    assert say(one.dated) == "Jan to Mar 2025"
    (bounded,) = lines(statement("a", "demand", "r3", said="before 2025-01-05"), statement("a", "red_line", "r3", said="2025-03-01"))
    assert say(bounded.dated) == "before 5 Jan 2025, Mar 2025"


def test_who_has_no_lane_is_told_in_one_line() -> None:
    """By short names, who placed nothing before who said nothing; where nobody has spoken it is told as that."""
    data = quota(ladder(8), {**UP_DOWN, "c": "up", "d": "up"}, statement("a", "demand", "r7"), statement("c", "rationale", "r1"))
    spoken = row(data)
    told = [glance_lines(one, data) for one in spoken.positions]
    first = spoken.positions[0].party
    assert say(no_lane(spoken, told, [first])) == "C: no ask stated; B, D: nothing said"
    assert [bool(one) and is_unplaced(one) for one in told] == [False, False, True, False]
    assert no_lane(spoken, told, [one.party for one in spoken.positions]) is None
    assert say(no_lane(spoken, [()] * 4, [])) == "Nothing said by the parties shown."


def test_of_many_who_have_said_nothing_a_few_are_named() -> None:
    """And the others counted."""
    data = quota(ladder(8), dict.fromkeys("abcdefghijk", "up"), statement("a", "demand", "r7"))
    spoken = row(data)
    told = [glance_lines(one, data) for one in spoken.positions]
    assert say(no_lane(spoken, told, [spoken.positions[0].party])) == "B, C, D, E, F, G, H, I and 2 more: nothing said"


def test_the_whole_is_told_for_those_who_cannot_see_it() -> None:
    """Every line, and what it comes to."""
    data = quota(ladder(8), UP_DOWN, statement("a", "demand", "r7"), statement("b", "offer", "r3"))
    made = row(data)
    told = drawn_at_a_glance(made, [line for one in made.positions for line in glance_lines(one, data)], of(data))
    assert say(told) == "Quota: A: asks Rung 7 (1 Mar 2025); B: offers Rung 3 (1 Mar 2025); 4 steps apart."


def test_of_a_pair_that_is_not_known_to_ask_this_is_what_is_open() -> None:
    """The distance of another pair stands in for it; what the first would have to say comes before what the other two would."""
    data = shipped().dataset
    by_id = {one.issue.id: one for one in overview(data, data.negotiation.shown_first, date(2019, 1, 23), ALL_EVIDENCE)}
    ip = by_id["ip-technology-transfer"]
    told = words(answer(ip))
    assert told == ["2 steps apart", "US business asks the US – China hints", "Open: what does the US ask? No ask stated in the evidence shown."]


@pytest.mark.parametrize("as_of", [date(2018, 5, 2), date(2018, 6, 2), date(2019, 1, 23)], ids=str)
def test_no_rung_and_no_quotation_is_shown(as_of: date) -> None:
    """A place on a ladder is a step, and our own names of steps are nobody's words."""
    data = shipped().dataset
    for one in overview(data, data.negotiation.parties, as_of, ALL_EVIDENCE):
        held = [glance_lines(each, data) for each in one.positions]
        told = [
            *words(answer(one)),
            *(say(part) for lines_of in held for line in lines_of for part in (line.told_when, line.words)),
        ]
        assert [text for text in told if "rung" in text.lower() or "“" in text] == []
