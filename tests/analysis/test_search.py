"""What a search finds by a day, on some evidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from parley.analysis.evidence import ALL_EVIDENCE, OFFICIALS, ON_RECORD
from parley.analysis.search import Search, search
from parley.dataset import Dataset, load
from parley.searching import Find
from tests.generating import Talks, day, talks
from tests.making import TODAY, dataset, issue, ladder, quota, statement

ROOT = Path(__file__).parents[2]
UP_DOWN_UP = {"a": "up", "b": "down", "c": "up"}


def found(data: Dataset, words: str, as_of: date = TODAY) -> Search:
    return search(data, words, as_of, ALL_EVIDENCE)


def ids(one: Search) -> list[str]:
    return list(one.statements)


def test_what_was_said_later_is_not_found() -> None:
    """The search knows no more than the page, and says how much was left out for it."""
    data = quota(ladder(6), UP_DOWN_UP, statement("a", "demand", "r5", said="2025-06-01"))
    later = found(data, "demand")
    assert (ids(later), later.others, later.later, later.cut) == ([], (), 1, 0)
    assert ids(found(data, "demand", date(2025, 6, 1))) == ["s0"]


def test_what_the_evidence_cut_leaves_out_is_not_found() -> None:
    """And is counted; on the widest evidence all is found, what does not count included. What was said later and is left out too counts once."""
    said = [
        statement("a", "demand", "r5", says="Close the fjords."),
        statement("a", "demand", "r5", says="Close the fjords.", attribution="anonymous_official"),
        statement("a", "demand", "r5", says="Close the fjords.", conveyance="forecast", attribution="reporter"),
        statement("a", "demand", "r5", says="Close the fjords.", attribution="reporter", said="2025-06-01"),
    ]
    data = quota(ladder(6), UP_DOWN_UP, *said)
    shown = [search(data, "fjords", TODAY, cut) for cut in (ALL_EVIDENCE, OFFICIALS, ON_RECORD)]
    assert [(sorted(ids(one)), one.later, one.cut) for one in shown] == [(["s0", "s1", "s2"], 1, 0), (["s0", "s1"], 1, 1), (["s0"], 1, 2)]


def test_finds_stand_by_issue_and_party_the_newest_first() -> None:
    """Issues as they are shown, parties as in the file."""
    issues = [issue(ladder(6), UP_DOWN_UP), {**issue(ladder(6), UP_DOWN_UP), "id": "coast", "name": "Coast"}]
    said = [
        statement("b", "offer", "r1", issue="coast"), statement("b", "offer", "r1"), statement("a", "offer", "r1", said="2025-03-01"),
        statement("c", "demand", "r1"), statement("a", "offer", "r1", said="2025-03-09"),
    ]  # fmt: skip
    one = found(dataset(issues, said), "offer")
    assert [(each.issue.id, each.statements) for each in one.issues] == [("quota", ("s4", "s2", "s1")), ("coast", ("s0",))]


def test_other_finds_lead_to_what_is_behind_them_by_the_day_and_on_the_evidence() -> None:
    """A speaker, a document or a party of whom nothing is shown is not found; a step and an issue need no statements."""
    said = [
        statement("a", "demand", "r5", speaker="envoy"),
        statement("a", "demand", "r5", speaker="envoy", attribution="anonymous_official"),
        statement("b", "demand", "r5", speaker="envoy", said="2025-06-01"),
    ]
    data = quota(ladder(6), UP_DOWN_UP, *said)
    assert found(data, "envoy").others == (Find("speaker", ("a", "envoy"), ("s0", "s1")),)
    assert search(data, "envoy", TODAY, ON_RECORD).others == (Find("speaker", ("a", "envoy"), ("s0",)),)
    assert [one.ids for one in found(data, "envoy", date(2025, 6, 1)).others] == [("a", "envoy"), ("b", "envoy")]
    assert found(data, "talks").others == (Find("document", ("gazette",), ("s0", "s1")),)
    assert found(data, "talks", date(2025, 6, 1)).others == (Find("document", ("gazette",), ("s0", "s1", "s2")),)
    assert found(data, "talks", date(2025, 2, 1)).others == ()
    assert found(data, "b").others == ()
    assert found(data, "b", date(2025, 6, 1)).others == (Find("party", ("b",), ("s2",)),)
    assert found(data, "rung 3", date(2025, 2, 1)).others == (Find("step", ("quota", "r3")),)
    assert found(data, "quota").others == (Find("issue", ("quota",)),)


def test_an_event_is_found_once_a_document_tells_of_it() -> None:
    """Also one that lies ahead; it leads to what that document holds."""
    event = {"id": "round", "date": "2025-07-05", "what": "Delegations meet in Bergen.", "source": "gazette"}
    data = dataset([issue(ladder(6), UP_DOWN_UP)], [statement("a", "demand", "r5")], events=[event])
    assert found(data, "bergen", date(2025, 3, 30)).others == ()
    assert found(data, "bergen").others == (Find("event", ("round",), ("s0",)),)


def test_words_that_nothing_holds_together_are_told_one_by_one() -> None:
    """The first five, those taken for others as what they were taken for; none where one stands nowhere, nor where something was found."""
    said = [statement("a", "demand", "r5", says="Close the fjords."), statement("b", "demand", "r5", says="Pause in spring.")]
    data = quota(ladder(6), UP_DOWN_UP, *said)
    assert found(data, "fjords sprinng").alone == (("fjords", ("s0",)), ("spring", ("s1",)))
    assert len(found(data, "close the fjords pause in spring").alone) == 5
    assert found(data, "fjords zzyzx").alone == found(data, "fjords close").alone == found(data, "fjords").alone == ()
    assert found(data, "").alone == ()


@given(talks(most=8))
def test_no_search_shows_what_is_not_shown(made: Talks) -> None:
    """Whatever the day and the evidence: what is found and behind what is found was said by then and is let in, and nothing of it is lost."""
    data, as_of = made.dataset(), day(made.as_of)
    one = search(data, "minister", as_of, made.cut)
    shown = {each.id for each in data.about(until=as_of) if made.cut == ALL_EVIDENCE or made.cut.lets_in(each)}
    of_minister = {each.id for each in data.statements if each.speaker == "minister"}
    assert set(ids(one)) == shown & of_minister
    assert {each for other in one.others for each in other.behind} == shown & of_minister
    assert one.later + one.cut + len(ids(one)) == len(of_minister)


@pytest.mark.parametrize(
    ("words", "as_of", "count", "later"),
    [("farm", "2018-06-02", 1, 0), ("farm", "2018-05-18", 0, 1), ("Navarro", "2018-05-02", 3, 0), ("Navarro", "2018-03-31", 0, 3)],
)
def test_the_shipped_positions_by_their_days(words: str, as_of: str, count: int, later: int) -> None:
    """What the reports of a day hold, and how much came later."""
    one = found(load(ROOT / "positions" / "us-china-trade"), words, date.fromisoformat(as_of))
    assert (len(one.statements), one.later) == (count, later)
