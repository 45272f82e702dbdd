"""The overview: a row for every issue, the pair that leads it, and one line that sums it up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import given

from parley.analysis.evidence import ALL_EVIDENCE, ON_RECORD
from parley.analysis.gaps import Status
from parley.analysis.leading import table_gap
from parley.analysis.overview import OverviewRow, can_be_measured, leading_gap, overview, overview_row, tally
from parley.dataset import Dataset
from tests.generating import Talks, day, talks
from tests.making import TODAY, dataset, issue, ladder, quota, statement

UP_DOWN_UP = {"a": "up", "b": "down", "c": "up"}
ASKED = [statement("a", "demand", "r5"), statement("b", "demand", "r0")]


def row(data: Dataset, *parties: str, cut: Any = ALL_EVIDENCE) -> OverviewRow:
    """Return the row of the one issue, for these parties or all."""
    shown = [one for one in data.negotiation.parties if not parties or one.id in parties]
    (found,) = overview(data, shown, TODAY, cut)
    return found


def pair(found: OverviewRow) -> tuple[str, str] | None:
    return (found.gap.a.party.id, found.gap.b.party.id) if found.gap else None


def test_every_issue_has_a_row_in_the_order_of_the_groups() -> None:
    """Groups stand in their order and issues in theirs within each."""
    named: Sequence[Mapping[str, Any]] = [
        {**issue(ladder(2), {"a": "up"}), "id": name, "group": group} for name, group in (("nets", "late"), ("quota", "core"), ("boats", "late"))
    ]
    data = dataset(named, [statement("a", "demand", "r1")], groups=[{"id": "core", "name": "Core"}, {"id": "late", "name": "Later"}])
    assert [one.issue.id for one in overview(data, data.negotiation.parties, TODAY, ALL_EVIDENCE)] == ["quota", "nets", "boats"]


def test_positions_stand_in_the_order_of_the_parties_shown() -> None:
    """One for each, silent or not."""
    found = row(quota(ladder(6), UP_DOWN_UP, *ASKED))
    assert [(one.party.id, one.is_evidenced) for one in found.positions] == [("a", True), ("b", True), ("c", False)]


def test_the_pair_the_file_names_leads() -> None:
    """An issue's own pair goes before the negotiation's, also where nobody else is shown."""
    own = quota(ladder(6), UP_DOWN_UP, *ASKED, statement("c", "demand", "r4"), headline=["c", "b"])
    assert pair(row(own)) == pair(row(own, "b", "c")) == ("c", "b")
    assert row(own, "b", "c").not_shown is None


def test_without_the_named_pair_the_first_two_shown_lead() -> None:
    """Where one of the pair is not shown, what is shown is compared, and the row says which pair is not shown."""
    data = quota(ladder(6), UP_DOWN_UP, *ASKED, statement("c", "demand", "r4"), headline=["a", "b"])
    assert pair(row(data, "b", "c")) == ("b", "c")
    assert row(data, "b", "c").not_shown == (data.negotiation.parties[0], data.negotiation.parties[1])
    assert row(data).not_shown is None


def test_two_targets_are_compared_for_want_of_others() -> None:
    """Two parties that each want a certain value may want different ones, so a pair of them stands in."""
    said = [statement("b", "demand", "r4"), statement("c", "demand", "r1")]
    found = row(quota(ladder(6), {"a": "up", "b": "target", "c": "target"}, *said, headline=["a", "b"]))
    assert pair(found) == ("b", "c")
    assert found.status is not Status.NO_EVIDENCE


def test_where_the_named_pair_is_silent_the_first_pair_with_evidence_leads() -> None:
    """The pair that wants different things and of which a distance is known; what the named pair lacks is kept apart."""
    said = [statement("c", "demand", "r4"), statement("b", "offer", "r1")]
    found = row(quota(ladder(6), UP_DOWN_UP, *said, headline=["a", "b"]))
    assert pair(found) == ("b", "c")
    assert found.headline is not None
    assert (found.headline.a.party.id, found.headline.status) == ("a", Status.NO_EVIDENCE)


def test_positions_are_shown_towards_the_pair_that_stands_in() -> None:
    """What C offers B alone is in its cell where the two are compared for want of a word by A."""
    said = [statement("c", "demand", "r4"), statement("b", "offer", "r1"), statement("c", "offer", "r3", to=["b"])]
    assert row(quota(ladder(6), UP_DOWN_UP, *said, headline=["a", "b"])).positions[2].offer.is_stated


def test_two_who_want_the_same_are_not_compared_for_want_of_others() -> None:
    """Between parties of one direction there is nothing to bridge, so the named pair stays, without evidence."""
    found = row(quota(ladder(6), UP_DOWN_UP, statement("a", "demand", "r5"), statement("c", "demand", "r4"), headline=["a", "b"]))
    assert pair(found) == ("a", "b")
    assert found.status is Status.NO_EVIDENCE


def test_one_party_alone_has_no_gap() -> None:
    """Nothing lies between a party and nobody."""
    found = row(quota(ladder(6), UP_DOWN_UP, *ASKED), "a")
    assert (found.gap, found.headline, found.status) == (None, None, Status.NO_EVIDENCE)


def test_positions_are_shown_towards_the_one_they_are_compared_with() -> None:
    """What A grants to C alone is not in its cell while it stands against B."""
    grant = statement("a", "offer", "r1", to=["c"])
    said = [*ASKED, grant, statement("c", "demand", "r2")]
    assert not row(quota(ladder(6), UP_DOWN_UP, *said, headline=["a", "b"])).positions[0].offer.is_stated
    assert row(quota(ladder(6), UP_DOWN_UP, *said, headline=["a", "c"])).positions[0].offer.is_stated


def test_others_are_shown_towards_the_first_of_the_leading_pair() -> None:
    """A third party's offer to the first of the pair is in its cell, its offer to the second is not."""
    to_first = quota(ladder(6), UP_DOWN_UP, *ASKED, statement("c", "offer", "r3", to=["a"]), headline=["a", "b"])
    to_second = quota(ladder(6), UP_DOWN_UP, *ASKED, statement("c", "offer", "r3", to=["b"]), headline=["a", "b"])
    assert [row(one).positions[2].offer.is_stated for one in (to_first, to_second)] == [True, False]


def test_the_cut_holds_for_gap_and_positions() -> None:
    """On the record only, an unnamed source's word is in neither."""
    data = quota(ladder(6), UP_DOWN_UP, statement("a", "demand", "r5", attribution="anonymous_source"), ASKED[1])
    assert row(data).status is not Status.NO_EVIDENCE
    strict = row(data, cut=ON_RECORD)
    assert (strict.status, strict.positions[0].is_evidenced) == (Status.NO_EVIDENCE, False)


def test_rows_rest_on_what_their_parties_said_on_their_issues_by_then() -> None:
    """Not on another issue, by another party or later; a threat is no position, and only a narrower cut tells what it lets in."""
    issues = [{**issue(ladder(6), {"a": "up", "b": "down"}), "id": name} for name in ("quota", "nets")]
    said = [*ASKED, statement("a", "threat", "r5"), statement("b", "offer", "r2", attribution="anonymous_source")]
    others = [{**ASKED[0], "issue": "nets"}, statement("c", "demand", "r1"), statement("a", "demand", "r4", said="2025-06-01")]
    data = dataset(issues, [*said, *others])
    rows = overview(data, [one for one in data.negotiation.parties if one.id != "c"], TODAY, ALL_EVIDENCE)[:1]
    found = tally(data, rows, TODAY, ALL_EVIDENCE)
    assert ([one.id for one in found.statements], [one.id for one in found.placed]) == (["s0", "s1", "s2", "s3"], ["s0", "s1", "s3"])
    assert (found.as_of, found.sources, [one.id for one in found.issues], found.counting) == (TODAY, ("gazette",), ["quota"], None)
    assert {status: [row.issue.id for row in rows] for status, rows in found.statuses.items()} == {Status.UNKNOWN: ["quota"]}
    assert [one.id for one in tally(data, rows, TODAY, ON_RECORD).counting or ()] == ["s0", "s1"]


def test_where_the_named_pair_is_silent_the_widest_known_pair_leads() -> None:
    """Not the first: A has said nothing, C asks for one step more than what B offers, and D for three."""
    said = [statement("c", "demand", "r2"), statement("b", "offer", "r1"), statement("d", "demand", "r4")]
    found = row(quota(ladder(6), {**UP_DOWN_UP, "d": "up"}, *said, headline=["a", "b"]))
    assert pair(found) == ("b", "d")


def test_three_principals_are_told_as_a_whole() -> None:
    """Two, or two with a third party beside them, are not."""
    data = quota(ladder(6), UP_DOWN_UP, *ASKED)
    assert (row(data).whole is None, row(data, "a", "b").whole) == (False, None)
    assert row(quota(ladder(6), UP_DOWN_UP, *ASKED, parties_as={"c": {"role": "advocate"}})).whole is None


@given(talks(parties=(2, 12), most=16))
def test_whether_the_gap_that_leads_can_be_measured_is_known_without_all_pairs(made: Talks) -> None:
    """It is what the leading gap says, whoever talks and in whatever order."""
    data = made.dataset()
    asked = data, data.negotiation.issues[0], data.negotiation.parties, day(made.as_of), made.cut
    gap = leading_gap(*asked)
    assert can_be_measured(*asked) is (gap is not None and table_gap(gap) is not None)
    assert gap == overview_row(*asked).gap


def test_a_pair_far_down_the_list_is_found() -> None:
    """Of twenty parties only the first and the last ask for anything, and between them it can be measured; of the first alone it cannot."""
    ways = {f"p{number:02}": "up" if number % 2 == 0 else "down" for number in range(20)}
    others = [statement(name, "threat", "r1") for name in ways]
    first, last = statement("p00", "demand", "r5"), statement("p19", "demand", "r1")
    for said, expected in (((first, last), True), ((first,), False)):
        data = quota(ladder(6), ways, *others, *said, headline=["p02", "p03"])
        assert can_be_measured(data, data.negotiation.issues[0], data.negotiation.parties, TODAY, ALL_EVIDENCE) is expected
