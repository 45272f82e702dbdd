"""From where to where parties stand on an issue, and who stands at either end."""

from __future__ import annotations

from fractions import Fraction

from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.extent import Extent, extent
from parley.analysis.outcomes import Span
from parley.analysis.overview import overview_row
from tests.making import TODAY, Words, ladder, quota, statement

WAYS = {name: "up" if number % 2 == 0 else "down" for number, name in enumerate("abcde")}


def found(*said: Words) -> Extent | None:
    data = quota(ladder(8), WAYS, *said)
    row = overview_row(data, data.negotiation.issues[0], data.negotiation.parties, TODAY, ALL_EVIDENCE)
    return extent(row.positions)


def ends(said: Extent) -> list[tuple[str, tuple[str, ...]]]:
    return [("".join(one.id for one in end.parties), end.ids) for end in (said.low, said.high)]


def test_it_reaches_from_the_lowest_place_to_the_highest() -> None:
    """Two stand at the high end; who has said nothing, or named no place, is not counted."""
    said = [
        statement("a", "demand", "r6"),
        statement("b", "demand", "r1"),
        statement("c", "demand", "r6"),
        statement("d", "demand", {"unknown": "?"}),
    ]
    made = found(*said)
    assert made is not None
    assert (made.span, made.count) == (Span(Fraction(1), Fraction(6)), 3)
    assert ends(made) == [("b", ("s1",)), ("ac", ("s0", "s2"))]


def test_each_party_stands_with_what_it_asks_or_else_with_what_it_does_offers_or_rules_out() -> None:
    """A stands at its demand, however far it offers; B, that asks nothing, at its offer, and E at its limit."""
    made = found(statement("a", "demand", "r5"), statement("a", "offer", "r0"), statement("b", "offer", "r2"), statement("e", "red_line", "r1"))
    assert made is not None
    assert ends(made) == [("e", ("s3",)), ("a", ("s0",))]


def test_who_may_stand_at_an_end_is_named_there() -> None:
    """A stands somewhere from the lowest place to the highest: at each end, perhaps."""
    made = found(statement("a", "demand", ("r1", "r5")), statement("b", "demand", "r3"))
    assert made is not None
    assert (made.span, ends(made)) == (Span(Fraction(1), Fraction(5)), [("a", ("s0",)), ("a", ("s0",))])


def test_where_nobody_names_a_place_there_is_none() -> None:
    """Nothing is made of it."""
    assert found() is None
    assert found(statement("a", "demand", {"unknown": "?"})) is None
