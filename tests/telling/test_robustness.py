"""Robustness in words: what carries a finding, what becomes of it on less evidence, and how many hold."""

from __future__ import annotations

import pytest

from parley.analysis.evidence import ON_RECORD
from parley.dates import UNDATED
from parley.telling.records import Naming
from parley.telling.robustness import holding, on_less_evidence, remark_of, rests_on
from parley.words import say
from tests.findings import LONG_AGO, RUMOUR, UP_DOWN, all_findings, finding
from tests.making import dataset, issue, ladder, quota, statement


def test_the_sentence_names_the_one_statement_a_finding_rests_on() -> None:
    """The words follow the grade and the date, the end follows what is left."""
    limit = statement("b", "red_line", "r1", said="2025-03-30", **RUMOUR)
    found = finding(*(statement("a", "red_line", "r3") for _ in range(2)), *(statement("b", "demand", "r0") for _ in range(2)), limit)
    assert say(rests_on(found)) == "Rests on one anonymous remark of 30 Mar 2025. Without it the status is open."
    assert rests_on(found).ids == ("s4",)


def test_each_of_several_is_needed() -> None:
    """The weakest is named, with who would be left with nothing."""
    found = finding(statement("a", "demand", "r5"), statement("b", "demand", "r0", said="before 2025-03-05", **RUMOUR))
    assert say(rests_on(found)) == ("Rests on each of 2 statements. Without the anonymous remark from before 5 Mar 2025 there is no evidence from B.")
    assert rests_on(found).ids == ("s0", "s1")
    undated = {**statement("b", "demand", "r0", attribution=None), "said": UNDATED}
    found = finding(statement("a", "demand", "r5"), undated)
    assert say(rests_on(found)) == ("Rests on each of 2 statements. Without the undated statement without attribution there is no evidence from B.")
    assert say(Naming((quota(ladder(6), UP_DOWN, undated),)).statement("s0")) == "B, Quota: undated demand"


def test_a_distance_may_rest_on_what_the_status_does_not() -> None:
    """One statement is named with the distance without it, several are counted."""
    twice = [statement(party, "demand", at) for party, at in (("a", "r5"), ("b", "r0")) for _ in range(2)]
    one = finding(*twice, statement("b", "offer", "r1", attribution="reporter"))
    assert say(rests_on(one)) == ("Weakest link: the reporter's account of 1 Mar 2025. Without it the two are 5 steps apart; the status stays.")
    several = finding(*twice, statement("b", "offer", ("r1", "r2")), statement("b", "offer", ("r0", "r3")))
    assert say(rests_on(several)) == "The distance rests on each of 2 statements; no single one carries the status."


def test_the_same_word_may_mean_other_statuses() -> None:
    """Nobody asks, so there is no distance; without B's offer even the demands may meet, and the word is still open."""
    limit = statement("b", "red_line", ("r1", "r3"))
    found = finding(statement("a", "offer", "r2"), statement("a", "offer", "r2"), limit, limit, statement("b", "offer", "r1"))
    assert say(rests_on(found)).endswith("the status is open (agreed or offers meet or bridgeable or blocked).")


def test_a_finding_that_no_single_statement_carries_says_so() -> None:
    """Each party said it twice, and lately."""
    found = finding(*(statement(party, "demand", rung) for party, rung in (("a", "r5"), ("b", "r0")) for _ in range(2)))
    assert say(rests_on(found)) == "No single statement carries it: without any one, status and distance stay."
    assert rests_on(found).ids == ("s0", "s1", "s2", "s3")
    assert say(on_less_evidence(found)) == "On record only, and on fresh evidence only: unchanged."


def test_the_two_tests_in_a_line() -> None:
    """A status by its name in lower case, a distance where it is another, and whose evidence is gone."""
    a, b = statement("a", "demand", "r5"), statement("b", "demand", "r0")
    rumour, old = statement("b", "offer", "r1", **RUMOUR), statement("b", "demand", "r0", **LONG_AGO)
    assert say(on_less_evidence(finding(a, b, rumour))) == "On record only: same status, 5 steps apart. On fresh evidence only: unchanged."
    assert say(on_less_evidence(finding(a, old))) == "On record only: unchanged. On fresh evidence only: no evidence from B."
    assert on_less_evidence(finding(a, old)).ids == ("s0", "s1")
    assert say(on_less_evidence(finding(a, {**old, **RUMOUR}))) == "On record only, and on fresh evidence only: no evidence from B."
    limits = [statement("a", "red_line", "r3"), statement("b", "red_line", "r1", **RUMOUR), b]
    assert say(on_less_evidence(finding(a, *limits))) == "On record only: open. On fresh evidence only: unchanged."
    assert say(on_less_evidence(finding(a, b, cut=ON_RECORD))) == "Already on record only. On fresh evidence only: unchanged."


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("2018-04-30", "anonymous remark of 30 Apr 2018"),
        ("2018-04", "anonymous remark of Apr 2018"),
        ("2018", "anonymous remark of 2018"),
        ("2018-04-30/2018-05-02", "anonymous remark of 30 Apr to 2 May 2018"),
        ("before 2018-05-02", "anonymous remark from before 2 May 2018"),
        ("after 2018-05-02", "anonymous remark from after 2 May 2018"),
    ],
)
def test_a_date_known_in_part_reads_well(said: str, words: str) -> None:
    """Whatever is known of the day stands in the sentence as one would say it."""
    one = quota(ladder(6), UP_DOWN, statement("a", "demand", "r5", said=said, **RUMOUR)).statements[0]
    assert say(remark_of(one)) == words


def test_the_line_above_counts_who_holds_under_each_test() -> None:
    """The counts are those of the tests; on record only the first test says nothing new."""
    issues = [{**issue(ladder(6), UP_DOWN), "id": name} for name in ("one", "two", "three")]
    said = [statement(party, "demand", at, issue=name) for name in ("one", "two") for party, at in (("a", "r5"), ("b", "r0"))]
    said += [statement(party, "demand", at, issue="one") for party, at in (("a", "r5"), ("b", "r0"))]
    said += [statement("a", "demand", "r5", issue="three", **LONG_AGO), statement("b", "demand", "r0", issue="three", **RUMOUR)]
    data = dataset(issues, said)
    found = all_findings(data)
    assert say(holding(found)) == "Of 3 findings, 2 hold on record only, 2 on fresh evidence only, 1 whichever one statement is left out."
    assert holding(found).ids == tuple(sorted(one.id for one in data.statements))
    on_record = say(holding(all_findings(data, ON_RECORD)))
    assert on_record == "Of 2 findings, all shown on record only, 2 hold on fresh evidence only, 1 whichever one statement is left out."
    alone = say(holding(found[-1:]))
    assert alone == "Of 1 finding, 1 holds on record only, 1 on fresh evidence only, 1 whichever one statement is left out."
