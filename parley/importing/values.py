"""What a cell of positions says: a number, a stretch, a level in words, that nothing is known, or nothing at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from parley.dates import PartialDate
from parley.importing.beside import Beside, beside
from parley.importing.months import LANGUAGES, months_in

# What tables write where there is no position. Blank is never nought.
NOTHING = frozenset({
    "", "-", "–", "—", ".", "..", "n/a", "na", "n.a.", "none given", "no position", "no data", "missing", "not applicable", "null", "nan", "#n/a",
    "--", "---", "not stated", "none stated", "k. a.", "k.a.", "s.o.", "sin datos", "no answer", "not answered", "no response", "no statement",
    "skipped", "keine angabe", "sans réponse",
})  # fmt: skip
UNKNOWN = frozenset({"?", "unknown", "unclear", "not known", "tbd", "tbc", "??", "???"})
_NUMBER = r"[+-]?\d+(?:[.,]\d+)*"
_PLAIN = re.compile(rf"({_NUMBER})\s*([^\d\s\-–—.:;)/,].*)?")
_STRETCH = re.compile(rf"(?:between\s+)?({_NUMBER})\s*(?:-|–|—|to|and|\.\.)\s*({_NUMBER})\s*([^\d\s\-–—.:;)/,].*)?", re.IGNORECASE)
# Blanks and apostrophes between thousands, and a sign of less that is none of the keyboard.
_BETWEEN = re.compile(r"(?<=\d)['’ \u202f](?=\d{3}(?!\d))")
# A currency may stand before its number, and is its unit there, too.
_CURRENCY = re.compile(r"(?P<unit>[A-Z]{0,2}[€$£¥₹]|(?:EUR|USD|GBP|CHF|JPY|CNY|SEK|NOK|DKK)(?=[\s\d]))\s*(?P<number>\d.*)")
_FIRST_DAY = re.compile(r"^(\d{4})-01-01$")
_DAY_FIRST = re.compile(
    r"(?:(?P<day>\d{1,2})(?:\.|st|nd|rd|th|º|er)?\s+(?:de\s+|of\s+)?)?(?P<month>[^\W\d_]{3,12})\.?,?\s+(?:del?\s+)?(?P<year>\d{4})", re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d_]{3,12})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")
_ALSO = {"sep": 9, "sept": 9}
_SEVERAL = re.compile(r"(?<=[^\W\d_]{3})e?s?$")  # month, months; Jahr, Jahre
MOST_DIGITS = 15


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
    """Return the number or stretch in a cell, None where there is none; `decimal` is the sign before decimals. Raises `AmbiguousError`.

    Where a sign stands beside the number that may mean anything, there is none; nor is a day of a month one, as 15 April.
    """
    if beside(cell) is not None:
        return None
    if found := _CURRENCY.fullmatch(cell):
        amount = amount_of(re.sub(rf"(?<=[-–—\s]){re.escape(found['unit'])}\s*(?=\d)", "", found["number"]), decimal)
        return amount and replace(amount, unit=" ".join(filter(None, (found["unit"], amount.unit))))
    # A year that a program keeps as a date is its first day.
    cell = _FIRST_DAY.sub(r"\1", _BETWEEN.sub("", cell.replace("−", "-")))
    if found := _STRETCH.fullmatch(cell):
        ends, unit = found.group(1, 2), found[3]
    elif found := _PLAIN.fullmatch(cell):
        ends, unit = (found[1], found[1]), found[2]
    else:
        return None
    unit = (unit or "").strip()
    if unit and _month_of(unit):
        return None
    low, high = sorted(_number(one, decimal) for one in ends)
    return Amount(low, high, unit)


def looks_like_number(cell: str) -> bool:
    """Return whether a cell holds a number or a stretch, in whatever way it may be read."""
    try:
        return amount_of(cell, ".") is not None
    except AmbiguousError:
        return True


def number_beside(cell: str, decimal: str) -> Beside | None:
    """Return the sign that stands beside a number in a cell, and the number; None where there is no such thing."""
    found = beside(cell)
    try:
        return found if found and amount_of(found.number, decimal) is not None else None
    except AmbiguousError:
        return found


def same_unit(one: str, other: str) -> bool:
    """Return whether two units are one, of one thing or of several; nothing is converted."""
    return _singular(unit_of(one)) == _singular(unit_of(other))


def _singular(unit: str) -> str:
    return _SEVERAL.sub("", unit)


def unit_of(text: str) -> str:
    """Return a unit as it is compared: per cent in one way of writing."""
    plain = " ".join(text.casefold().rstrip(".").split())
    return "%" if plain in ("percent", "per cent", "pct") else plain


def _number(text: str, decimal: str) -> Fraction:
    other = "," if decimal == "." else "."
    grouped = re.fullmatch(rf"[+-]?\d{{1,3}}(?:{re.escape(other)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", text)
    alone = re.fullmatch(rf"[+-]?\d+(?:{re.escape(decimal)}(\d+))?", text)
    if not grouped and not alone and re.fullmatch(rf"[+-]?0{re.escape(other)}\d+", text):
        return Fraction(text.replace(other, "."))  # behind a nought alone it is before decimals, whatever stands in the other cells
    if (not grouped and not alone) or sum(map(str.isdigit, text)) > MOST_DIGITS:
        raise AmbiguousError(text)
    if alone and alone[1] and len(alone[1]) == 3 and len(text.lstrip("+-").split(decimal)[0]) <= 3 and not text.lstrip("+-").startswith("0"):
        # One group of three behind the decimal sign: three decimals, or thousands written in the other way.
        raise AmbiguousError(text)
    return Fraction(text.replace(other, "").replace(decimal, "."))


def decimal_sign(cells: Iterable[str]) -> str:
    """Return the sign before decimals in these cells: the comma where more numbers can only mean it so than can mean the point."""
    signs = Counter(sign for cell in cells for sign in re.findall(r"\d([.,])(?!\d{3}(?!\d))\d", cell))
    return "," if signs[","] > signs["."] else "."


def date_of(cell: str) -> PartialDate | None:
    """Return the date in a cell as files write it, or as 2.10.2015, 2/10/2015 where the day cannot be the month, and 2 October 2015; None else.

    The name of the month may be that of several languages. Such a day may also stand behind "before" or "after".
    """
    if (read := _parsed(cell)) is not None:
        return read
    if found := re.fullmatch(r"(before|after)\s+(\S.*)", cell):
        return _parsed(f"{found[1]} {inner.text}") if (inner := date_of(found[2])) and inner.text[0].isdigit() else None
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", cell):
        first, second, year = int(found[1]), int(found[2]), found[3]
        if "." in cell or (first > 12 and second <= 12):
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else None
    if (found := _DAY_FIRST.fullmatch(cell) or _MONTH_FIRST.fullmatch(cell)) and (month := _month_of(found["month"])):
        return _parsed(f"{found['year']}-{month:02}-{int(found['day']):02}" if found["day"] else f"{found['year']}-{month:02}")
    return None


def _month_of(word: str) -> int | None:
    plain = word.rstrip(".").casefold()
    return months_in(*LANGUAGES).get(plain) or _ALSO.get(plain)


def _parsed(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _day(year: str, month: int, day: int) -> PartialDate | None:
    return _parsed(f"{year}-{month:02}-{day:02}")
