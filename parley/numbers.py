"""Numbers in plain digits: read and written exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from parley.errors import quoted, with_disguise

# Digits only and not too many: '1_000', '1e999999999' and 'nan' are numbers to Python and mistakes in a position file.
NUMBER = r"[+-]?[0-9]{1,15}(\.[0-9]{1,12})?"


def number_in(text: str) -> Decimal:
    """Return the number that `text` writes in plain digits; raise ValueError with a hint."""
    if not re.fullmatch(NUMBER, text):
        raise ValueError(f"{quoted(text)} is not a number. {with_disguise(text, 'Write digits only, such as 1000 or 0.5.')}")
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
