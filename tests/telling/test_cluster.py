"""What is said of parties told together on an issue."""

from __future__ import annotations

from fractions import Fraction

from parley.analysis.clusters import Cluster, clusters
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.outcomes import Span
from parley.analysis.overview import overview_row
from parley.dataset import Dataset
from parley.model import Bloc
from parley.telling.cluster import cluster_lines, cluster_name, cluster_told
from parley.words import say
from tests.making import TODAY, ladder, quota, statement

EIGHT = {name: "up" if number % 2 == 0 else "down" for number, name in enumerate("abcdefgh")}


def made(data: Dataset, *blocs: Bloc) -> tuple[Cluster, ...]:
    row = overview_row(data, data.negotiation.issues[0], data.negotiation.parties, TODAY, ALL_EVIDENCE)
    return clusters(row.positions, blocs, ())


def test_many_are_named_by_the_first_three_and_counted() -> None:
    """How many they are stands beside them, who they are with what they ask."""
    (found,) = made(quota(ladder(6), EIGHT, *(statement(one, "demand", "r5") for one in "acegb")))
    assert say(cluster_name(found)) == "5 parties"
    (line,) = cluster_lines(found)
    assert (say(line.told), line.span, line.ids) == ("A, B, C and 2 more ask Rung 5", Span(Fraction(5), Fraction(5)), ("s0", "s1", "s2", "s3", "s4"))
    assert say(cluster_told(found)) == "5 parties: A, B, C and 2 more ask Rung 5"


def test_the_spread_of_what_members_offer_and_rule_out_is_told_without_a_mark() -> None:
    """One mark to a lane: what they ask."""
    said = [statement("a", "demand", "r5"), statement("c", "demand", "r5"), statement("a", "offer", "r2"), statement("c", "offer", "r4"),
            statement("a", "red_line", "r1")]  # fmt: skip
    (found,) = made(quota(ladder(6), EIGHT, *said))
    assert [(say(one.told), one.span is None) for one in cluster_lines(found)] == [
        ("A and C ask Rung 5", False), ("2 offer between Rung 2 and Rung 4", True), ("1 sets a limit: Rung 1", True),
    ]  # fmt: skip


def test_a_bloc_has_its_name_and_tells_of_how_many_it_tells() -> None:
    """Not all of its members ask."""
    said = [statement("a", "demand", "r5"), statement("c", "demand", "r3"), statement("e", "offer", "r1")]
    (found,) = made(quota(ladder(6), EIGHT, *said), Bloc(id="isles", name="Isles", members=("a", "c", "e")))
    assert say(cluster_name(found)) == "Isles"
    assert [say(one.told) for one in cluster_lines(found)] == ["A, C and E: 2 ask between Rung 3 and Rung 5", "1 offers Rung 1"]


def test_one_party_alone_is_told_as_itself() -> None:
    """It is not counted."""
    (found,) = made(quota(ladder(6), EIGHT, statement("a", "demand", "r5"), statement("a", "red_line", "r2")))
    assert say(cluster_told(found)) == "A: asks Rung 5; limit: at least Rung 2"


def test_who_has_spoken_and_names_no_place_is_not_silent() -> None:
    """Told last."""
    (found,) = made(quota(ladder(6), EIGHT, statement("a", "demand", {"unknown": "?"}), statement("b", "threat", "r1")))
    (line,) = cluster_lines(found)
    assert (say(line.told), line.span, line.ids) == ("A and B name no place", None, ("s0", "s1"))
