"""The overview in words: the status of a row, whom it leaves out, and the line above all rows."""

from __future__ import annotations

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.analysis.gaps import Status
from parley.analysis.overview import OverviewRow, overview, tally
from parley.dataset import Dataset
from parley.telling.overview import compared_first, not_shown, row_status, status_in_words, summary
from parley.words import say
from tests.making import TODAY, ladder, quota, statement

UP_DOWN_UP = {"a": "up", "b": "down", "c": "up"}
ASKED = [statement("a", "demand", "r5"), statement("b", "demand", "r0")]


def row(data: Dataset, *parties: str) -> OverviewRow:
    """Return the row of the one issue, for these parties or all."""
    shown = [one for one in data.negotiation.parties if not parties or one.id in parties]
    (found,) = overview(data, shown, TODAY, ALL_EVIDENCE)
    return found


def test_the_pair_that_is_not_shown_is_named() -> None:
    """Where one of the two is not chosen; else there is nothing to say."""
    data = quota(ladder(6), UP_DOWN_UP, *ASKED, statement("c", "demand", "r4"), headline=["a", "b"])
    assert say(not_shown(row(data, "b", "c"))) == "A – B: not shown"
    assert not_shown(row(data)) is None


def test_one_party_alone_has_no_status() -> None:
    """Its cell says why; where several are possible, that is open."""
    data = quota(ladder(6), UP_DOWN_UP, *ASKED)
    assert say(row_status(row(data, "a"))) == "One party only"
    assert say(row_status(row(data))) == "Open"


def test_the_status_in_words_says_what_it_means() -> None:
    """What is open says what is missing and what may be; one party alone has none."""
    data = quota(ladder(6), UP_DOWN_UP, *ASKED)
    assert say(status_in_words(row(data))) == ("Open. Neither A nor B has stated a limit. Bridgeable or blocked. We do not know.")
    assert status_in_words(row(data, "a")) is None


def test_two_who_agree_among_others_are_named() -> None:
    """That the first pair agrees says nothing of a third that does not; of two alone no name is needed."""
    agreed = [statement("a", "demand", "r2"), statement("b", "demand", "r3")]
    among = row(quota(ladder(6), UP_DOWN_UP, *agreed, statement("c", "demand", "r5"), headline=["a", "b"]))
    assert (among.status, say(row_status(among))) == (Status.AGREED, "Agreed between A and B")
    assert say(row_status(row(quota(ladder(6), UP_DOWN_UP, *agreed, headline=["a", "b"])))) == "Agreed"


def test_one_line_sums_up_statements_documents_issues_and_statuses() -> None:
    """Only what was said by then is counted, one of a thing is in the singular, and a status that nothing has is left out."""
    data = quota(ladder(6), UP_DOWN_UP, *ASKED, statement("c", "demand", "r5", said="2025-06-01"))
    rows = overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    assert (
        say(summary(tally(data, rows, TODAY, ALL_EVIDENCE)))
        == "As of 31 Mar 2025, 2 statements (2 of them demands, limits, offers or measures) from 1 document on 1 issue: 1 open."
    )
    empty = quota(ladder(6), UP_DOWN_UP)
    rows = overview(empty, empty.negotiation.parties, TODAY, ALL_EVIDENCE)
    assert say(summary(tally(empty, rows, TODAY, ALL_EVIDENCE))) == "As of 31 Mar 2025, 0 statements from 0 documents on 1 issue: 1 no evidence."


def test_under_a_cut_the_line_says_how_many_it_lets_in() -> None:
    """Of those that make positions; a reason never does."""
    told = [statement("a", "demand", "r5", attribution="anonymous_source"), ASKED[1], statement("a", "rationale", "r5")]
    data = quota(ladder(6), UP_DOWN_UP, *told)
    rows = overview(data, data.negotiation.parties, TODAY, ON_RECORD)
    assert say(summary(tally(data, rows, TODAY, ON_RECORD))) == (
        "As of 31 Mar 2025, 3 statements (1 of their 2 demands, limits, offers or measures counted) from 1 document on 1 issue: 1 no ask stated."
    )


def test_the_line_counts_the_statuses_that_the_rows_show() -> None:
    """Where another pair stands in for a silent one, its status is counted, because its status is shown; so are the shown parties' statements alone."""
    said = [statement("c", "demand", "r4"), statement("b", "offer", "r1")]
    data = quota(ladder(6), UP_DOWN_UP, *said, headline=["a", "b"])
    rows = overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE)
    assert [one.status for one in rows] == [Status.UNKNOWN]
    assert say(summary(tally(data, rows, TODAY, ALL_EVIDENCE))).endswith("on 1 issue: 1 open.")
    two = overview(data, data.negotiation.parties[:2], TODAY, ALL_EVIDENCE)
    assert say(summary(tally(data, two, TODAY, ALL_EVIDENCE))) == (
        "As of 31 Mar 2025, 1 statement (1 demand, limit, offer or measure) from 1 document on 1 issue: 1 no evidence."
    )


def test_a_pair_in_whose_stead_another_is_told_of_is_named() -> None:
    """With what is known of it; where the pair compared first leads itself there is nothing to add."""
    said = [statement("c", "demand", "r4"), statement("b", "offer", "r1")]
    assert say(compared_first(row(quota(ladder(6), UP_DOWN_UP, *said, headline=["a", "b"])))) == "A – B: no evidence"
    assert compared_first(row(quota(ladder(6), UP_DOWN_UP, *ASKED, headline=["a", "b"]))) is None
