"""A scale as numbers: rungs and quantities as exact fractions, and back into the words that are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from parley.errors import did_you_mean, quoted

if TYPE_CHECKING:
    from parley.model import Scale

# Digits only and not too many: '1_000', '1e999999999' and 'nan' are numbers to Python and mistakes in a position file.
NUMBER = r"[+-]?[0-9]{1,15}(\.[0-9]{1,12})?"


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

    @classmethod
    def of(cls, scale: Scale) -> Axis:
        """Return the axis of a scale."""
        if scale.ladder is not None:
            top = Fraction(len(scale.ladder) - 1)
            return cls(Fraction(0), top, Fraction(1), "", "rungs", tuple(r.name for r in scale.ladder), tuple(r.id for r in scale.ladder))
        quantity = scale.quantity
        assert quantity is not None
        ends = (Fraction(quantity.bottom), Fraction(quantity.top), Fraction(quantity.resolution))
        return cls(*ends, quantity.unit, quantity.gap_unit or quantity.unit, (), ())

    @property
    def is_ladder(self) -> bool:
        """Return whether the values are rung numbers."""
        return bool(self.names)

    def value(self, text: str) -> Fraction:
        """Return the number that `text`, a rung's id or a number, stands for; raise ValueError with a hint."""
        if self.is_ladder:
            if text not in self.ids:
                raise ValueError(f"There is no rung {quoted(text)} on this ladder. {did_you_mean(text, self.ids)}")
            return Fraction(self.ids.index(text))
        value = Fraction(number_in(text))
        if not self.bottom <= value <= self.top:
            raise ValueError(f"{text} lies outside the scale, which runs from {self.shown(self.bottom)} to {self.shown(self.top)}.")
        return value

    def shown(self, number: Fraction) -> str:
        """Return a value in words: a rung's name in quotation marks, or a number with its unit."""
        if self.is_ladder:
            return f"“{self.names[int(number)]}”"
        return f"{plain(number)} {self.unit}"

    def shown_gap(self, low: Fraction, high: Fraction) -> str:
        """Return a distance in words: "3 rungs", "2 to 5 rungs", "14 points"."""
        unit = self.gap_unit
        if low == high:
            singular = unit.removesuffix("s") if self.is_ladder or unit == "points" else unit
            return f"{plain(low)} {singular if low == 1 else unit}"
        return f"{plain(low)} to {plain(high)} {unit}"


def number_in(text: str) -> Decimal:
    """Return the number that `text` writes in plain digits; raise ValueError with a hint."""
    if not re.fullmatch(NUMBER, text):
        raise ValueError(f"{quoted(text)} is not a number. Write digits only, such as 1000 or 0.5.")
    return Decimal(text)


def plain(number: Fraction) -> str:
    """Return an exact decimal without needless zeros; a fraction that has no finite decimal is given as such."""
    if number.denominator == 1:
        return str(number.numerator)
    rest = number.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    return format((Decimal(number.numerator) / Decimal(number.denominator)).normalize(), "f")
