"""Partial dates: a day, a month, a year, a span, or a bound on one side."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from parley.errors import quoted
from parley.suggestions import with_disguise

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
FORMS = "Write a day (2018-05-02), a month (2018-05), a year (2018), a span (2018-05-03/2018-05-04), or 'before' or 'after' a day."


@dataclass(frozen=True)
class PartialDate:
    """A date known only in part: it lies on or between `earliest` and `latest`; None leaves that side open."""

    text: str
    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "2018-05-02", "2018-05", "2018", "2018-05-03/2018-05-04", "before 2018-05-02" or "after 2018-05"; raise ValueError."""
        return _parsed(text.strip())

    @property
    def is_day(self) -> bool:
        """Return whether the very day is known."""
        return self.earliest is not None and self.earliest == self.latest

    def shown(self) -> str:
        """Return the date as it is written on screen: "2 May 2018", "May 2018", "before 2 May 2018"."""
        word, _, rest = self.text.partition(" ")
        if word in ("before", "after"):
            return f"{word} {PartialDate.parse(rest).shown()}"
        if self.is_day and self.earliest:
            return shown_day(self.earliest)
        if "/" in self.text:
            return _shown_span(*(PartialDate.parse(part) for part in self.text.split("/")))
        if self.earliest and len(self.text) == 7:
            return f"{MONTHS[self.earliest.month - 1]} {self.earliest.year}"
        return self.text


UNDATED = PartialDate("undated", None, None)


def grown_old(day: date, as_of: date, days: int) -> bool:
    """Return whether what is of a day is older than so many days; of what is undated nobody knows."""
    return day > date.min and (as_of - day).days > days


def _shown_span(start: PartialDate, end: PartialDate) -> str:
    """Return "3 to 4 May 2018", "30 Apr to 2 May 2018" or, across years, both in full."""
    first, last = start.shown(), end.shown()
    if start.earliest and end.earliest and start.earliest.year == end.earliest.year:
        first = first.removesuffix(f" {start.earliest.year}")
        if start.is_day and end.is_day and start.earliest.month == end.earliest.month:
            first = str(start.earliest.day)
    return f"{first} to {last}"


def days_later(day: date, days: int) -> date:
    """Return the day so many days later, or earlier where `days` is negative; the last or first of the calendar where it would lie beyond."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def shown_day(day: date) -> str:
    """Return a day as it is written on screen: "2 May 2018"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


# A few hundred days are named in thousands of places.
@lru_cache(maxsize=4096)
def _parsed(text: str) -> PartialDate:
    word, _, rest = text.partition(" ")
    if word in ("before", "after") and rest:
        first, last = _days(rest.strip(), text)
        earliest, latest = (None, first) if word == "before" else (last, None)
        return PartialDate(f"{word} {rest.strip()}", _moved(earliest, 1, text), _moved(latest, -1, text))
    if "/" in text:
        start, end = (part.strip() for part in text.split("/", 1))
        earliest, latest = _days(start, text)[0], _days(end, text)[1]
        if latest < earliest:
            raise ValueError(f"{quoted(text)} ends before it begins.")
        return PartialDate(f"{start}/{end}", earliest, latest)
    return PartialDate(text, *_days(text, text))


def _moved(day: date | None, days: int, text: str) -> date | None:
    try:
        return day + timedelta(days) if day else None
    except OverflowError as error:
        raise ValueError(f"There is no day {text} in the calendar.") from error


def _days(part: str, text: str) -> tuple[date, date]:
    """Return the first and last day of a day, month or year that stands in `text`."""
    match = _PART.fullmatch(part)
    if not match:
        raise ValueError(f"{quoted(text)} is not a date. {with_disguise(text, FORMS)}")
    year, month, day = (int(number) if number else None for number in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise ValueError(f"There is no {part} in the calendar.") from error
