"""What a cell of positions says: a number, a stretch, a level in words, that nothing is known, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

# What tables write where there is no position. Blank is never nought.
NOTHING = frozenset({
    "", "-", "–", "—", ".", "..", "n/a", "na", "n.a.", "none given", "no position", "no data", "missing", "not applicable", "null", "nan", "#n/a",
})  # fmt: skip
UNKNOWN = frozenset({"?", "unknown", "unclear", "not known", "tbd"})
_NUMBER = r"[+-]?\d+(?:[.,]\d+)*"
_PLAIN = re.compile(rf"({_NUMBER})\s*([^\d\s\-–—.:;)/,].*)?")
_STRETCH = re.compile(rf"(?:between\s+)?({_NUMBER})\s*(?:-|–|—|to|and|\.\.)\s*({_NUMBER})\s*([^\d\s\-–—.:;)/,].*)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(?:\1\d{3})*")


@dataclass(frozen=True)
class Amount:
    """A number or a stretch of numbers, with the unit that stands after it."""

    low: Fraction
    high: Fraction
    unit: str = ""


class AmbiguousError(ValueError):
    """A number that can be read in two ways: 1.200 is one and a fifth to some, and twelve hundred to others."""


def is_nothing(cell: str) -> bool:
    """Return whether a cell says nothing of a position."""
    return cell.casefold() in NOTHING


def is_unknown(cell: str) -> bool:
    """Return whether a cell says that a position is not known."""
    return cell.casefold() in UNKNOWN


def amount_of(cell: str, decimal: str) -> Amount | None:
    """Return the number or stretch in a cell, None where there is none; `decimal` is the sign before decimals. Raises `AmbiguousError`."""
    if found := _STRETCH.fullmatch(cell):
        low, high = _number(found[1], decimal), _number(found[2], decimal)
        return Amount(min(low, high), max(low, high), (found[3] or "").strip())
    if found := _PLAIN.fullmatch(cell):
        number = _number(found[1], decimal)
        return Amount(number, number, (found[2] or "").strip())
    return None


def _number(text: str, decimal: str) -> Fraction:
    grouped = _THOUSANDS.fullmatch(text)
    other = "," if decimal == "." else "."
    if grouped and text.count(grouped[1]) == 1 and grouped[1] == decimal:
        # One group of three behind the decimal sign: three decimals, or thousands written in the other way.
        raise AmbiguousError(text)
    return Fraction(text.replace(other, "").replace(decimal, "."))


def decimal_sign(cells: Iterable[str]) -> str:
    """Return the sign before decimals in these cells: the comma where commas stand before other than three digits, and points do not."""
    signs = {sign for cell in cells for sign in re.findall(r"\d([.,])(?!\d{3}(?!\d))\d", cell)}
    return "," if signs == {","} else "."
