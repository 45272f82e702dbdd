"""Sets of outcomes: the table row by row (method, section 2), strict limits, distances and zones worked by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parley.analysis.outcomes import Outcomes, Span, distance, exactly, exceeds, outcomes_of, zone_width
from parley.model import Place, Scale
from parley.scales import Axis
from tests.making import ladder, percent

LADDER = Axis.of(Scale.model_validate(ladder(6)))
PERCENT = Axis.of(Scale.model_validate(percent("50", "0.1")))
EXACT = {"at": "20"}
IMPRECISE = {"from": "25", "to": "30", "reading": "imprecise"}
ACCEPTABLE = {"from": "25", "to": "30", "reading": "acceptable"}
UNKNOWN = {"unknown": "A figure was refused, none was named."}


def ends(place: dict[str, Any], direction: Any, axis: Axis = PERCENT) -> tuple[Fraction, ...]:
    """The four bounds: low end from, to; high end from, to."""
    found = outcomes_of(Place.model_validate(place), axis, direction)
    return found.lo.low, found.lo.high, found.hi.low, found.hi.high


def span(low: int, high: int) -> Span:
    return Span(Fraction(low), Fraction(high))


def from_to(low: int, high: int) -> Outcomes:
    return Outcomes(exactly(Fraction(low)), exactly(Fraction(high)))


def test_exact_wanting_more() -> None:
    """Whoever wants more and names 20 is content with 20 and all above it."""
    assert ends(EXACT, "up") == (20, 20, 50, 50)


def test_exact_wanting_less() -> None:
    """Whoever wants less and names 20 is content with 20 and all below it."""
    assert ends(EXACT, "down") == (0, 0, 20, 20)


def test_exact_target() -> None:
    """Whoever wants 20 itself is content with nothing else."""
    assert ends(EXACT, "target") == (20, 20, 20, 20)


def test_imprecise_wanting_more() -> None:
    """An imprecise 25 to 30 from whoever wants more leaves the low end somewhere in there."""
    assert ends(IMPRECISE, "up") == (25, 30, 50, 50)


def test_imprecise_wanting_less() -> None:
    """An imprecise 25 to 30 from whoever wants less leaves the high end somewhere in there."""
    assert ends(IMPRECISE, "down") == (0, 0, 25, 30)


def test_imprecise_target() -> None:
    """An imprecise target is one value somewhere in there, so both its ends are, and are the same."""
    assert ends(IMPRECISE, "target") == (25, 30, 25, 30)
    assert outcomes_of(Place.model_validate(IMPRECISE), PERCENT, "target").is_point


def test_acceptable_wanting_more() -> None:
    """Of a stretch in which anything will do, whoever wants more is content from its low end on."""
    assert ends(ACCEPTABLE, "up") == (25, 25, 50, 50)


def test_acceptable_wanting_less() -> None:
    """Of a stretch in which anything will do, whoever wants less is content up to its high end."""
    assert ends(ACCEPTABLE, "down") == (0, 0, 30, 30)


def test_acceptable_target() -> None:
    """Of a stretch in which anything will do, a target takes all of it and nothing outside; that is no single value."""
    assert ends(ACCEPTABLE, "target") == (25, 25, 30, 30)
    assert not outcomes_of(Place.model_validate(ACCEPTABLE), PERCENT, "target").is_point


def test_an_acceptable_stretch_of_one_value_is_that_value() -> None:
    """A stretch from 25 to 25 says the same as 25, however it is read."""
    stretch = Place.model_validate({"from": "25", "to": "25", "reading": "acceptable"})
    assert outcomes_of(stretch, PERCENT, "target") == outcomes_of(Place(at="25"), PERCENT, "target")


def test_unknown_wanting_more() -> None:
    """A place not named leaves the low end anywhere on the scale."""
    assert ends(UNKNOWN, "up") == (0, 50, 50, 50)


def test_unknown_wanting_less() -> None:
    """A place not named leaves the high end anywhere on the scale."""
    assert ends(UNKNOWN, "down") == (0, 0, 0, 50)


def test_unknown_target() -> None:
    """A target not named lies anywhere on the scale."""
    assert ends(UNKNOWN, "target") == (0, 50, 0, 50)


def test_the_two_readings_of_a_stretch_differ() -> None:
    """The imprecise reading gives a range of gaps, the acceptable one a single gap."""
    asked = from_to(0, 10)
    imprecise = distance(outcomes_of(Place.model_validate(IMPRECISE), PERCENT, "up"), asked)
    acceptable = distance(outcomes_of(Place.model_validate(ACCEPTABLE), PERCENT, "up"), asked)
    assert (imprecise.low, imprecise.high) == (15, 20)
    assert (acceptable.low, acceptable.high) == (15, 15)


def test_a_strict_limit_on_a_quantity_is_one_step_of_the_resolution_short() -> None:
    """Below 20 % at a resolution of 0.1 is up to 19.9 %; above 20 % is from 20.1 %."""
    assert ends({"at": "20", "strict": True}, "down") == (0, 0, Fraction(199, 10), Fraction(199, 10))
    assert ends({"at": "20", "strict": True}, "up") == (Fraction(201, 10), Fraction(201, 10), 50, 50)


def test_a_strict_limit_on_a_ladder_is_one_rung_short() -> None:
    """Short of rung 3 is up to rung 2; beyond rung 3 is from rung 4."""
    assert ends({"at": "r3", "strict": True}, "down", LADDER) == (0, 0, 2, 2)
    assert ends({"at": "r3", "strict": True}, "up", LADDER) == (4, 4, 5, 5)


def test_a_strict_limit_at_the_end_of_a_scale_leaves_its_last_step() -> None:
    """Refusing the rung next to an end leaves the end rung alone."""
    assert ends({"at": "r1", "strict": True}, "down", LADDER) == (0, 0, 0, 0)
    assert ends({"at": "r4", "strict": True}, "up", LADDER) == (5, 5, 5, 5)


def test_decimal_steps_stay_exact() -> None:
    """One step of 0.1 short of 0.3 is 0.2 and not 0.19999999999999998."""
    assert ends({"at": "0.3", "strict": True}, "down") == (0, 0, Fraction(1, 5), Fraction(1, 5))


def test_what_is_not_placeable_has_no_outcomes() -> None:
    """Asking for the outcomes of a statement without a place is refused, with its reason."""
    with pytest.raises(ValueError, match="^Not placeable: Gives a reason, asks for nothing\\.$"):
        outcomes_of(Place(not_placeable="Gives a reason, asks for nothing."), PERCENT, "up")


def test_a_span_does_not_end_before_it_begins() -> None:
    """A span from 3 to 2 is refused."""
    with pytest.raises(ValueError, match="^A span from 3 to 2 holds no value\\.$"):
        span(3, 2)


def test_exceeds_compares_fractions_exactly() -> None:
    """The quick comparison is that of the numbers: a third lies above 33 of a hundred, and nothing above itself."""
    assert exceeds(Fraction(1, 3), Fraction(33, 100))
    assert not exceeds(Fraction(1, 3), Fraction(34, 100))
    assert not exceeds(Fraction(1, 3), Fraction(2, 6))
    assert exceeds(Fraction(-1, 3), Fraction(-1, 2))


def test_two_statements_in_conflict_are_widened_and_not_averaged() -> None:
    """Of 25 and 30 in conflict we know that the end lies between them, not that it is 27.5."""
    either = Outcomes(span(25, 25), span(50, 50)).either(Outcomes(span(30, 30), span(50, 50)))
    assert either == Outcomes(span(25, 30), span(50, 50))


def test_the_hull_of_a_known_and_an_unknown_offer() -> None:
    """An offer of unknown extent beside one of 24 may be better, but cannot make the best offer worse than 24."""
    hull = Outcomes(span(24, 24), span(50, 50)).hull(Outcomes(span(0, 50), span(50, 50)))
    assert hull == Outcomes(span(0, 24), span(50, 50))


def test_the_hull_of_two_values_is_no_single_value() -> None:
    """Two targets offered side by side make a stretch; one offered twice stays one value."""
    ten, twenty = Outcomes(span(10, 10), span(10, 10), is_point=True), Outcomes(span(20, 20), span(20, 20), is_point=True)
    assert ten.hull(twenty) == from_to(10, 20)
    assert ten.hull(ten) == ten


def test_the_distance_of_two_uncertain_sets() -> None:
    """From 25 to 30 upwards and from 10 to 12 downwards leaves 13 at least and 20 at most."""
    found = distance(Outcomes(span(25, 30), span(50, 50)), Outcomes(span(0, 0), span(10, 12)))
    assert (found.low, found.high) == (13, 20)


def test_the_zone_of_two_limits() -> None:
    """Limits at 17 and 20 leave a zone of 3; at 22 and 20 they lack 2; at 20 and 20 they share a point."""
    assert zone_width((from_to(17, 50), from_to(0, 20))) == (3, 3)
    assert zone_width((from_to(22, 50), from_to(0, 20))) == (-2, -2)
    assert zone_width((from_to(20, 50), from_to(0, 20))) == (0, 0)


def test_the_zone_with_a_single_value_has_no_width() -> None:
    """Whoever accepts one value only, known or not, leaves a zone of no width if the others reach it."""
    somewhere = Outcomes(span(10, 20), span(10, 20), is_point=True)
    assert zone_width((somewhere, from_to(0, 30))) == (0, 0)
    assert zone_width((somewhere, from_to(0, 15))) == (-5, 0)
    assert zone_width((somewhere,)) == (0, 0)


def test_a_zone_is_not_made_negative_by_one_party_alone() -> None:
    """A set whose ends are uncertain still never ends before it begins, so alone it excludes nothing."""
    vague = Outcomes(span(0, 20), span(10, 50))
    assert zone_width((vague, from_to(0, 50))) == (0, 50)


def test_the_zone_of_three() -> None:
    """Limits up from 10, down from 20 and between 12 and 18 leave 6; the narrowest decides."""
    assert zone_width((from_to(10, 50), from_to(0, 20), from_to(12, 18))) == (6, 6)
