"""Robustness: what becomes of a finding on record only, on fresh evidence only and without each single statement, and the weakest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from parley.analysis.evidence import OFFICIALS, ON_RECORD, EvidenceCut
from parley.analysis.gaps import Gap, Status, gap_as_of
from parley.analysis.leading import table_gap
from parley.analysis.outcomes import Distance
from parley.analysis.overview import overview
from parley.analysis.robustness import Recomputed, Robustness, robustness
from tests.findings import RUMOUR, UP_DOWN, all_findings, finding
from tests.generating import Said, Talks, day, talks
from tests.making import dataset, issue, ladder, quota, statement

B_OR_B = frozenset({Status.BRIDGEABLE, Status.BLOCKED})


def rungs(number: int) -> Distance:
    return Distance(Fraction(number), Fraction(number))


def left(one: Recomputed | None) -> tuple[Status, Distance | None, bool]:
    """Return the status and distance that are left, and whether the status holds."""
    assert one is not None
    return one.status, one.apart, one.status_holds


def without(found: Robustness) -> list[tuple[str, Status, Distance | None]]:
    """Return each statement that matters by itself, with the status and distance left without it."""
    return [(one.left_out[0].id, one.status, one.apart) for one in found.without_one]


# The three tests.


def test_on_record_only_leaves_out_every_other_grade() -> None:
    """B's offer is a rumour, its demand is on record: the distance grows, and what it rests on is what was left."""
    found = finding(statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r1", **RUMOUR))
    assert left(found.on_record) == (Status.UNKNOWN, rungs(5), True)
    assert found.on_record is not None
    assert not found.on_record.distance_holds
    assert [one.id for one in found.on_record.left_out] == ["s2"]
    assert found.on_record.ids == ("s0", "s1")


def test_without_anything_on_record_there_is_no_evidence() -> None:
    """Then the statements that were left out are what there is to be looked at."""
    found = finding(statement("a", "demand", "r5"), statement("b", "demand", "r0", **RUMOUR))
    assert left(found.on_record) == (Status.NO_EVIDENCE, None, False)
    assert found.on_record is not None
    assert found.on_record.ids == ("s1",)


def test_under_the_cut_itself_there_is_nothing_to_compute_again() -> None:
    """Shown on record only, a finding is that already; under a middle cut it is computed again."""
    said = (statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r1", attribution="anonymous_official"))
    assert finding(*said, cut=ON_RECORD).on_record is None
    assert left(finding(*said, cut=OFFICIALS).on_record)[1] == rungs(5)


def test_fresh_only_leaves_out_what_is_older_than_the_issue_s_freshness() -> None:
    """On the last day of its freshness a statement still counts; a day later it does not."""
    said = (statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r3", said="2025-03-01"))
    old = statement("a", "red_line", "r3", said="2025-02-01")
    just_fresh, too_old = (finding(*said, old, freshness_days=days) for days in (58, 57))
    assert just_fresh.fresh.is_unchanged
    assert just_fresh.fresh.left_out == ()
    assert [one.id for one in too_old.fresh.left_out] == ["s3"]
    assert too_old.gap.possible == {Status.BRIDGEABLE}
    assert too_old.fresh.gap.possible == B_OR_B
    assert left(too_old.fresh) == (Status.UNKNOWN, rungs(2), False)


def test_a_finding_names_the_statements_without_which_it_changes() -> None:
    """What it becomes stands beside each: the statements that carry the status first, the weakest word first among them."""
    found = finding(statement("a", "demand", "r5"), statement("b", "offer", "r1", **RUMOUR), statement("b", "demand", "r0"))
    assert without(found) == [("s0", Status.NO_EVIDENCE, None), ("s1", Status.UNKNOWN, rungs(5))]
    assert [one.left_out[0].id for one in found.carriers] == ["s0"]
    assert found.ids == ("s0", "s1", "s2")


def test_what_was_said_on_the_very_day_may_be_what_it_rests_on() -> None:
    """The day shown is within what is left out one by one, and within what is not on record."""
    found = finding(statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r1", said="2025-03-31", **RUMOUR))
    assert [key for key, _, _ in without(found)] == ["s0", "s2"]
    assert found.on_record is not None
    assert [one.id for one in found.on_record.left_out] == ["s2"]


def test_a_status_may_hold_while_the_distance_does_not() -> None:
    """Without the offer the same statuses stay possible, only further apart."""
    found = finding(statement("a", "demand", "r5"), statement("b", "demand", "r0"), statement("b", "offer", "r1", **RUMOUR))
    offer = next(one for one in found.without_one if one.left_out[0].id == "s2")
    assert (offer.status_holds, offer.distance_holds) == (True, False)


# What comes back.


def test_a_superseded_statement_comes_back_and_the_status_flips() -> None:
    """A once refused less than rung 4, then than rung 1: without the newer limit the old one stands, and the two are blocked."""
    found = finding(
        statement("a", "demand", "r5"),
        statement("a", "red_line", "r4", said="2025-02-01"),
        statement("a", "red_line", "r1", said="2025-03-01", supersedes=["s1"], **RUMOUR),
        statement("b", "demand", "r0"),
        statement("b", "red_line", "r2"),
    )
    assert found.gap.possible == {Status.BRIDGEABLE}
    assert ("s2", Status.BLOCKED, rungs(5)) in without(found)
    # Under the cut the same statement is left out, and the same one comes back: less evidence is not only a wider range.
    assert left(found.on_record) == (Status.BLOCKED, rungs(5), False)
    assert found.on_record is not None
    assert "s1" in found.on_record.ids


def test_a_statement_that_stands_behind_nothing_may_still_keep_another_back() -> None:
    """Of three limits each replaces the one before: without the second, which counts for nothing, the first comes back."""
    found = finding(
        statement("a", "demand", "r5"),
        statement("a", "red_line", "r4", said="2025-02-27"),
        statement("a", "red_line", "r3", said="2025-02-28", supersedes=["s1"]),
        statement("a", "red_line", "r1", said="2025-03-01", supersedes=["s2"]),
        statement("b", "demand", "r0"),
        statement("b", "red_line", "r2"),
    )
    assert "s2" not in found.ids
    # Within the conflict window the two accounts of the limit differ.
    assert ("s2", Status.UNKNOWN, rungs(5)) in without(found)


def test_where_another_statement_says_the_same_none_alone_is_missed() -> None:
    """B's demand was found in two documents: either may go."""
    twice = [statement("a", "demand", "r5"), statement("a", "demand", "r5", repeats="s0")]
    twice += [statement("b", "demand", "r0"), statement("b", "demand", "r0", repeats="s2", **RUMOUR)]
    found = finding(*twice)
    assert found.without_one == ()
    assert found.on_record is not None
    assert found.on_record.is_unchanged


def test_what_is_superseded_comes_back_with_all_that_repeats_it() -> None:
    """An offer and its repetition were overtaken by one statement; without that one both count again."""
    found = finding(
        statement("a", "demand", "r5"),
        statement("b", "demand", "r0"),
        statement("b", "offer", "r3", said="2025-02-01"),
        statement("b", "offer", "r3", said="2025-02-02", repeats="s2"),
        statement("b", "offer", "r1", said="2025-03-01", supersedes=["s2"]),
    )
    assert leading(found.gap) == rungs(4)
    back = next(one for one in found.without_one if one.left_out[0].id == "s4")
    assert (back.apart, back.ids) == (rungs(2), ("s0", "s1", "s2", "s3"))


# The order.


def order(*graded: tuple[str, str, int]) -> Sequence[str]:
    """Return the order of findings on issues with a grade and a number of demands by the weaker party."""
    issues = [{**issue(ladder(6), UP_DOWN), "id": name} for name, _, _ in graded]
    said = [statement("a", "demand", "r5", issue=name, attribution=grade) for name, grade, number in graded for _ in range(number)]
    said += [statement("b", "demand", "r0", issue=name) for name, _, _ in graded for _ in range(2)]
    return [one.row.issue.id for one in all_findings(dataset(issues, said))]


def test_who_fails_more_tests_stands_first() -> None:
    """A finding that hangs on one statement on record stands after one that hangs on one rumour, and before one that hangs on none."""
    assert order(("none", "on_record", 2), ("lone", "on_record", 1), ("rumour", "anonymous_source", 1)) == ["rumour", "lone", "none"]


def test_then_the_weaker_grade_the_fewer_statements_and_the_order_of_issues() -> None:
    """All of these fail two tests."""
    found = order(("one", "anonymous_official", 1), ("two", "reporter", 1), ("three", "anonymous_source", 1), ("four", "anonymous_source", 1))
    assert found == ["two", "three", "four", "one"]
    # And all of these one: on record nothing is left, but no single statement is missed.
    assert order(("five", "reporter", 3), ("six", "reporter", 2)) == ["six", "five"]


def test_the_weaker_party_is_graded_by_its_best_word() -> None:
    """A party with a statement on record and a rumour stands on the record; the other's unnamed official is the weaker."""
    found = finding(
        statement("a", "demand", "r5"),
        statement("a", "demand", "r5", attribution="reporter"),
        statement("b", "demand", "r0", attribution="anonymous_official"),
        statement("b", "offer", "r1", attribution="reporter"),
    )
    assert found.weaker_grade == "anonymous_official"


def test_what_is_not_evidenced_is_no_finding() -> None:
    """Where one is silent nothing is found, so nothing is weak."""
    assert all_findings(quota(ladder(6), UP_DOWN, statement("a", "demand", "r5"))) == ()
    assert all_findings(quota(ladder(6), {"a": "up"}, statement("a", "demand", "r5"))) == ()


# The laws.


def built_without(found: Talks, gone: Sequence[str]) -> Talks:
    """Return the talks as if these statements had never been found."""
    return replace(found, said=tuple(one for one in found.said if one.id not in gone))


def leading(gap: Gap) -> object:
    lead = table_gap(gap)
    return lead.apart if lead else None


def robust(found: Talks) -> Robustness:
    """Return the robustness of the one finding, and pass over talks in which nothing is found."""
    data = found.dataset()
    as_of = day(found.as_of)
    (row,) = overview(data, data.negotiation.parties, as_of, found.cut)
    made = robustness(data, row, as_of, found.cut)
    assume(made is not None)
    assert made is not None
    return made


@given(talks())
def test_every_outcome_is_the_gap_of_a_dataset_built_without_the_statements(found: Talks) -> None:
    """Whatever is left out, statement by statement or all of an age, the outcome is that of files which never held it; so is the cut."""
    made = robust(found)
    now = made.gap
    pair = (now.a.party.id, now.b.party.id)

    def again(gone: Sequence[str], cut: EvidenceCut = found.cut) -> Gap:
        return gap_as_of(built_without(found, gone).dataset(), pair, "quota", day(found.as_of), cut)

    stale = [one.id for one in found.said if found.as_of - one.day > found.freshness_days]
    tests = [(made.fresh, again(stale)), *((one, again([one.left_out[0].id])) for one in made.without_one)]
    if made.on_record is not None:
        tests.append((made.on_record, again([], ON_RECORD)))
    for outcome, then in tests:
        assert outcome.gap == then
        assert outcome.status_holds == (then.possible == now.possible)
        assert outcome.distance_holds == (leading(then) == leading(now))
        assert outcome.ids
    # And what is not reported changes nothing.
    reported = {one.left_out[0].id for one in made.without_one}
    for one in found.said:
        then = again([one.id])
        assert (one.id in reported) == ((then.possible, leading(then)) != (now.possible, leading(now)))


@given(talks(), st.randoms(use_true_random=False))
def test_the_order_of_statements_never_matters(found: Talks, shuffle: Any) -> None:
    """In whatever order the files list the statements, the robustness is the same to the last id."""
    said: list[Said] = list(found.said)
    shuffle.shuffle(said)
    assert robust(replace(found, said=tuple(said))) == robust(found)
