"""Numbers in plain digits: read and written exactly; for readers, in groups of three."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from parley.errors import quoted
from parley.suggestions import with_disguise

# Digits only and not too many: '1_000', '1e999999999' and 'nan' are numbers to Python and mistakes in a position file.
NUMBER = r"[+-]?[0-9]{1,15}(\.[0-9]{1,12})?"
_NUMBER = re.compile(NUMBER)
# A narrow blank at which no line breaks: a comma or a point would be read as a decimal one in some countries.
BETWEEN_GROUPS = "\u202f"
SHORTEST_GROUPED = 5  # digits; fewer are read at a glance


def number_in(text: str) -> Decimal:
    """Return the number that `text` writes in plain digits; raise ValueError with a hint."""
    if not _NUMBER.fullmatch(text):
        if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text):
            raise ValueError(f"{quoted(text)} has too many digits. Write at most fifteen before the point and twelve after it.")
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


def so_many(count: int, several: str) -> str:
    """Return how many there are of what is named as several: "2 statements", "1 statement"."""
    return f"{count} {several.removesuffix('s') if count == 1 else several}"


def grouped(number: Fraction | int) -> str:
    """Return a number as `plain` does, for readers: whole digits from five on in groups of three, with a narrow blank between."""
    return re.sub(
        rf"(?<![.0-9])[0-9]{{{SHORTEST_GROUPED},}}", lambda found: f"{int(found[0]):,}".replace(",", BETWEEN_GROUPS), plain(Fraction(number))
    )
