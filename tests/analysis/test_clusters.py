"""Many parties on one issue: who is shown by itself, and who is told together with whom."""

from __future__ import annotations

from fractions import Fraction

from parley.analysis.clusters import Cluster, clusters, focus_of, in_focus
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.outcomes import Span
from parley.analysis.overview import overview_row
from parley.dataset import Dataset
from parley.model import Bloc
from tests.making import TODAY, ladder, percent, quota, statement

EIGHT = {name: "up" if number % 2 == 0 else "down" for number, name in enumerate("abcdefgh")}


def told(found: tuple[Cluster, ...]) -> list[tuple[str, str]]:
    return [(one.bloc.name if one.bloc else "", "".join(party.id for party in one.parties)) for one in found]


def made(data: Dataset, *blocs: Bloc, apart: str = "") -> tuple[Cluster, ...]:
    row = overview_row(data, data.negotiation.issues[0], data.negotiation.parties, TODAY, ALL_EVIDENCE)
    return clusters(row.positions, blocs, apart)


def span(low: int, high: int) -> Span:
    return Span(Fraction(low), Fraction(high))


def test_those_who_stand_at_one_place_are_told_together() -> None:
    """From low to high; who has said nothing is in none, nor who is shown by itself."""
    said = [statement(one, "demand", f"r{at}") for one, at in zip("acegb", (5, 5, 3, 3, 0), strict=True)]
    found = made(quota(ladder(6), EIGHT, *said), apart="a")
    assert told(found) == [("", "b"), ("", "eg"), ("", "c")]
    assert [(one.spreads["demand"].span, one.spreads["demand"].count) for one in found] == [(span(0, 0), 1), (span(3, 3), 2), (span(5, 5), 1)]


def test_a_cluster_has_the_spread_of_its_members() -> None:
    """Of what they offer, too: from the lowest to the highest, how many, and on which statements it rests."""
    said = [statement("a", "demand", "r5"), statement("c", "demand", "r5"), statement("e", "demand", "r5"),
            statement("a", "offer", "r2"), statement("c", "offer", "r4")]  # fmt: skip
    (found,) = made(quota(ladder(6), EIGHT, *said))
    assert (found.spreads["offer"].span, found.spreads["offer"].count, found.spreads["offer"].ids) == (span(2, 4), 2, ("s3", "s4"))
    assert found.ids == ("s0", "s1", "s2", "s3", "s4")
    assert "limit" not in found.spreads


def test_offers_and_demands_at_one_place_are_two_things() -> None:
    """Who only offers is not told with those who ask for the same."""
    said = [
        statement("a", "demand", "r3"),
        statement("c", "offer", "r3"),
        statement("e", "red_line", "r3"),
        statement("g", "demand", {"unknown": "?"}),
    ]
    assert told(made(quota(ladder(6), EIGHT, *said))) == [("", "a"), ("", "c"), ("", "e"), ("", "g")]


def test_blocs_of_the_file_come_first_and_keep_together() -> None:
    """Wherever their members stand; a member that is shown by itself, or has said nothing, is not in it."""
    said = [statement(one, "demand", f"r{at}") for one, at in zip("aceg", (5, 1, 3, 3), strict=True)]
    bloc = Bloc(id="isles", name="Isles", members=("a", "c", "g", "h"))
    found = made(quota(ladder(6), EIGHT, *said), bloc, apart="g")
    assert told(found) == [("Isles", "ac"), ("", "e")]
    assert found[0].spreads["demand"].span == span(1, 5)


def test_nearest_places_are_told_together_where_there_are_too_many() -> None:
    """Eight places become five, the nearest joined first."""
    said = [statement(one, "demand", at) for one, at in zip("abcdefgh", (0, 1, 10, 12, 30, 40, 41, 50), strict=True)]
    assert told(made(quota(percent(), EIGHT, *said))) == [("", "ab"), ("", "cd"), ("", "e"), ("", "fg"), ("", "h")]


def test_few_parties_are_all_in_focus() -> None:
    """Six are shown one by one; of eight, those that the file compares first and shows first, at most four, in their order."""
    six = quota(ladder(6), dict(list(EIGHT.items())[:6]))
    assert len(focus_of(six.negotiation, six.negotiation.parties)) == 6
    eight = quota(ladder(6), EIGHT, headline=["h", "b"])
    assert [one.id for one in focus_of(eight.negotiation, eight.negotiation.parties)] == ["a", "b", "c", "h"]
    assert [one.id for one in focus_of(eight.negotiation, eight.negotiation.parties[1:])] == ["b", "c", "d", "h"]


def test_the_pair_that_leads_and_the_ends_of_the_widest_gap_are_in_focus() -> None:
    """H and G are compared first, and widest apart are E and F, of whom the file says nothing."""
    said = [statement("e", "demand", "r5"), statement("f", "demand", "r0"), statement("h", "demand", "r1"), statement("g", "demand", "r2")]
    data = quota(ladder(6), EIGHT, *said, headline=["g", "h"])
    row = overview_row(data, data.negotiation.issues[0], data.negotiation.parties, TODAY, ALL_EVIDENCE)
    assert {one.id for one in in_focus(row, data.negotiation)} == {"a", "b", "e", "f", "g", "h"}


def test_known_places_and_those_that_are_not_known_are_kept_apart() -> None:
    """Whoever may stand anywhere between two places does not blur who stands at one; all who may are told together."""
    said = [
        statement("a", "demand", "r1"),
        statement("c", "demand", ("r1", "r2")),
        statement("e", "demand", ("r0", "r4")),
        statement("g", "demand", "r2"),
    ]
    assert told(made(quota(ladder(6), EIGHT, *said))) == [("", "a"), ("", "g"), ("", "ce")]
