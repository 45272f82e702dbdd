"""A scale as numbers: rungs and quantities as exact fractions, and back into the words that are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from parley.errors import quoted
from parley.model import Scale
from parley.numbers import grouped, number_in
from parley.suggestions import with_suggestion

COUNTED = frozenset(("points", "years", "months", "weeks", "days", "hours"))  # units of which one is told without the s
FIRST_YEAR = 1000


@dataclass(frozen=True)
class Axis:
    """The numbers of a scale: `bottom` and `top`, and the `step` in which outcomes differ (1 on a ladder)."""

    bottom: Fraction
    top: Fraction
    step: Fraction
    unit: str
    gap_unit: str
    names: tuple[str, ...]
    ids: tuple[str, ...]
    anchors: tuple[tuple[Fraction, str], ...] = ()  # the points of a quantity that have names

    @classmethod
    def of(cls, scale: Scale) -> Axis:
        """Return the axis of a scale."""
        if scale.ladder is not None:
            top = Fraction(len(scale.ladder) - 1)
            return cls(Fraction(0), top, Fraction(1), "", "steps", tuple(r.name for r in scale.ladder), tuple(r.id for r in scale.ladder))
        quantity = scale.quantity
        assert quantity is not None
        ends = (Fraction(quantity.bottom), Fraction(quantity.top), Fraction(quantity.resolution))
        anchors = tuple((Fraction(one.at), one.name) for one in quantity.anchors)
        return cls(*ends, quantity.unit, quantity.gap_unit or quantity.unit, (), (), anchors)

    def anchor(self, number: Fraction) -> str:
        """Return what a value of a quantity means in words; empty where it has no name."""
        return next((name for at, name in self.anchors if at == number), "")

    @property
    def marked(self) -> tuple[Fraction, ...]:
        """Return the values that are marked on a drawing whatever stands there: each rung, or both ends and whatever has a name."""
        if self.is_ladder:
            return tuple(Fraction(number) for number in range(len(self.names)))
        return tuple(sorted({self.bottom, self.top, *(at for at, _ in self.anchors)}))

    @property
    def is_calendar(self) -> bool:
        """Return whether its numbers are years that are told by their number alone."""
        return self.unit == "year" and self.bottom >= FIRST_YEAR

    @property
    def is_ladder(self) -> bool:
        """Return whether the values are rung numbers."""
        return bool(self.names)

    @cached_property
    def _rungs(self) -> Mapping[str, Fraction]:
        return {one: Fraction(number) for number, one in enumerate(self.ids)}

    def value(self, text: str) -> Fraction:
        """Return the number that `text`, a rung's id or a number, stands for; raise ValueError with a hint."""
        if self.is_ladder:
            if text not in self._rungs:
                raise ValueError(with_suggestion(f"There is no rung {quoted(text)} on this ladder.", text, self.ids))
            return self._rungs[text]
        value = Fraction(number_in(text))
        if not self.bottom <= value <= self.top:
            raise ValueError(f"{text} lies outside the scale, which runs from {self.shown(self.bottom)} to {self.shown(self.top)}.")
        return value

    def shown(self, number: Fraction) -> str:
        """Return a value in words: a rung's name, or a number with its unit."""
        if self.is_ladder:
            return self.names[int(number)]
        return grouped(number) if self.is_calendar else f"{grouped(number)} {self.unit}"

    def shown_gap(self, low: Fraction, high: Fraction) -> str:
        """Return a distance in words: "3 steps", "2 to 5 steps", "14 points"."""
        unit = self.unit_apart(low, high)
        return f"{grouped(low)} {unit}" if low == high else f"{grouped(low)} to {grouped(high)} {unit}"

    def unit_apart(self, low: Fraction, high: Fraction) -> str:
        """Return the unit of a distance, of one alone without the s of several."""
        is_one = low == high == 1 and (self.is_ladder or self.gap_unit in COUNTED)
        return self.gap_unit.removesuffix("s") if is_one else self.gap_unit
