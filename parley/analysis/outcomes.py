"""Sets of outcomes: intervals whose ends may be uncertain, and the distance between two of them (method, sections 2 and 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce

from parley.model import DirectionWord, Place
from parley.scales import Axis

ZERO = Fraction(0)


def exceeds(one: Fraction, other: Fraction) -> bool:
    """Return whether `one` is greater; exact, and much quicker than Fraction's own comparison, which a page needs 100,000 times."""
    return one is not other and one.numerator * other.denominator > other.numerator * one.denominator


def same(one: Fraction, other: Fraction) -> bool:
    """Return whether two values are equal; much quicker than Fraction's own comparison, too."""
    return one is other or (one.numerator == other.numerator and one.denominator == other.denominator)


def greater(one: Fraction, other: Fraction) -> Fraction:
    """Return the greater of two values; the first where they are equal."""
    return other if exceeds(other, one) else one


def lesser(one: Fraction, other: Fraction) -> Fraction:
    """Return the lesser of two values; the first where they are equal."""
    return other if exceeds(one, other) else one


@dataclass(frozen=True)
class Span:
    """A value known to lie between `low` and `high`; exact when they are equal."""

    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins."""
        if exceeds(self.low, self.high):
            raise ValueError(f"A span from {self.low} to {self.high} holds no value.")

    @property
    def is_exact(self) -> bool:
        """Return whether the value is known."""
        return same(self.low, self.high)

    def hull(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return self if self is other else Span(lesser(self.low, other.low), greater(self.high, other.high))

    def least(self, other: Span) -> Span:
        """Return where the lesser of the two values lies."""
        return self if self is other else Span(lesser(self.low, other.low), lesser(self.high, other.high))

    def greatest(self, other: Span) -> Span:
        """Return where the greater of the two values lies."""
        return self if self is other else Span(greater(self.low, other.low), greater(self.high, other.high))


def exactly(value: Fraction) -> Span:
    """Return the span of a known value."""
    return Span(value, value)


@dataclass(frozen=True)
class Outcomes:
    """The outcomes that satisfy a statement or position: from `lo` to `hi`, each end known within a span.

    `is_point` says that both ends are one and the same value (an exact or imprecise target), known or not.
    """

    lo: Span
    hi: Span
    is_point: bool = False

    def hull(self, other: Outcomes) -> Outcomes:
        """Return the set from the lower of the two lows to the higher of the two highs, ends as uncertain as they are."""
        return Outcomes(self.lo.least(other.lo), self.hi.greatest(other.hi), self.is_point and self == other)

    def either(self, other: Outcomes) -> Outcomes:
        """Return the set of which we only know that each end is one of the two, or between them (a conflict)."""
        return Outcomes(self.lo.hull(other.lo), self.hi.hull(other.hi), self.is_point and other.is_point)

    @property
    def is_certain(self) -> bool:
        """Return whether both ends are known."""
        return self.lo.is_exact and self.hi.is_exact


@dataclass(frozen=True)
class Distance:
    """A distance between `low` and `high`, in the units of the scale, both attained."""

    low: Fraction
    high: Fraction

    @property
    def is_exact(self) -> bool:
        """Return whether the distance is known."""
        return self.low == self.high


def distance(one: Outcomes, other: Outcomes) -> Distance:
    """Return d- and d+: the distance of the outer sets, and the largest distance still possible."""
    low = greater(_beyond(one.lo.low, other.hi.high), _beyond(other.lo.low, one.hi.high))
    high = greater(_beyond(one.lo.high, other.hi.low), _beyond(other.lo.high, one.hi.low))
    return Distance(low, high)


def _beyond(value: Fraction, limit: Fraction) -> Fraction:
    return value - limit if exceeds(value, limit) else ZERO


def zone_width(sets: Iterable[Outcomes]) -> tuple[Fraction, Fraction]:
    """Return the bounds of Z, the least high end less the greatest low end: negative where no outcome satisfies all.

    Z is the least of the differences hi - lo over all pairs of sets, a set and itself included. A set never ends before it
    begins, however uncertain its ends; and of a single value both ends move together, so that it leaves no width of its own.
    """
    several = tuple(sets)
    lows, highs = [], []
    for number, one in enumerate(several):
        lows.append(ZERO if one.is_point else _beyond(one.hi.low, one.lo.high))
        highs.append(ZERO if one.is_point else one.hi.high - one.lo.low)
        for other in several[:number]:
            lows += [one.hi.low - other.lo.high, other.hi.low - one.lo.high]
            highs += [one.hi.high - other.lo.low, other.hi.high - one.lo.low]
    return reduce(lesser, lows), reduce(lesser, highs)


def largest(distances: Iterable[Distance]) -> Distance:
    """Return the bounds of the largest of several distances; at least one is needed."""
    several = tuple(distances)
    return Distance(max(one.low for one in several), max(one.high for one in several))


@lru_cache(maxsize=4096)
def outcomes_of(place: Place, axis: Axis, direction: DirectionWord) -> Outcomes:
    """Return the outcomes that satisfy a placement, by direction and reading (method, section 2).

    Raises ValueError for a statement that is not placeable.
    """
    if not place.is_placed:
        raise ValueError(f"Not placeable: {place.not_placeable}")
    if place.unknown is not None:
        span, inside = Span(axis.bottom, axis.top), False
    elif place.at is not None:
        value = axis.value(place.at)
        if place.strict:
            value += axis.step if direction == "up" else -axis.step
        span, inside = exactly(value), False
    else:
        assert place.from_ is not None
        assert place.to is not None
        span, inside = Span(axis.value(place.from_), axis.value(place.to)), place.reading == "acceptable"
    if direction == "up":
        return Outcomes(exactly(span.low) if inside else span, exactly(axis.top))
    if direction == "down":
        return Outcomes(exactly(axis.bottom), exactly(span.high) if inside else span)
    return Outcomes(exactly(span.low), exactly(span.high), span.is_exact) if inside else Outcomes(span, span, is_point=True)


def threshold(outcomes: Outcomes, direction: DirectionWord | None) -> Span:
    """Return the end that the party's wish makes matter: the low end if it wants more, the high end if less."""
    if direction == "up":
        return outcomes.lo
    if direction == "down":
        return outcomes.hi
    return Span(outcomes.lo.low, outcomes.hi.high)
