"""Partial dates: a day, a month, a year, a span, or a bound on one side."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
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
        word, _, rest = text.strip().partition(" ")
        if word in ("before", "after") and rest:
            first, last = _days(rest.strip())
            if word == "before":
                return cls(text, None, first - timedelta(days=1))
            return cls(text, last + timedelta(days=1), None)
        if "/" in text:
            start, end = (part.strip() for part in text.split("/", 1))
            earliest, latest = _days(start)[0], _days(end)[1]
            if latest < earliest:
                raise ValueError(f"'{text}' ends before it begins.")
            return cls(text, earliest, latest)
        return cls(text, *_days(text.strip()))

    @property
    def is_day(self) -> bool:
        """Return whether the very day is known."""
        return self.earliest is not None and self.earliest == self.latest

    def shown(self) -> str:
        """Return the date as it is written on screen: "2 May 2018", "May 2018", "before 2 May 2018"."""
        word, _, rest = self.text.partition(" ")
        if word in ("before", "after") and rest:
            return f"{word} {PartialDate.parse(rest).shown()}"
        if self.is_day and self.earliest:
            return shown_day(self.earliest)
        if "/" in self.text and self.earliest and self.latest:
            start, end = (PartialDate.parse(part).shown() for part in self.text.split("/", 1))
            if self.earliest.year == self.latest.year:
                start = start.removesuffix(f" {self.earliest.year}")
                if self.earliest.month == self.latest.month:
                    start = start.split()[0]
            return f"{start} to {end}"
        if self.earliest and len(self.text) == 7:
            return f"{_MONTHS[self.earliest.month - 1]} {self.earliest.year}"
        return self.text


def shown_day(day: date) -> str:
    """Return a day as it is written on screen: "2 May 2018"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _days(text: str) -> tuple[date, date]:
    match = _PART.fullmatch(text)
    if not match:
        raise ValueError(f"'{text}' is not a date. {FORMS}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise ValueError(f"There is no {text} in the calendar.") from error
