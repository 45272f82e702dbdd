"""Partial dates: what is read, what is refused, and how a date is written on screen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.dates import FORMS, PartialDate, days_later, shown_day


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "shown"),
    [
        ("2018-05-02", date(2018, 5, 2), date(2018, 5, 2), "2 May 2018"),
        ("2018-05", date(2018, 5, 1), date(2018, 5, 31), "May 2018"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "Feb 2020"),
        ("2018", date(2018, 1, 1), date(2018, 12, 31), "2018"),
        ("2018-05-03/2018-05-04", date(2018, 5, 3), date(2018, 5, 4), "3 to 4 May 2018"),
        ("2018-04-30/2018-05-02", date(2018, 4, 30), date(2018, 5, 2), "30 Apr to 2 May 2018"),
        ("2018-12-30/2019-01-02", date(2018, 12, 30), date(2019, 1, 2), "30 Dec 2018 to 2 Jan 2019"),
        ("2018-05-03/2018-05", date(2018, 5, 3), date(2018, 5, 31), "3 May to May 2018"),
        ("2018-04/2018-05", date(2018, 4, 1), date(2018, 5, 31), "Apr to May 2018"),
        ("2017/2018", date(2017, 1, 1), date(2018, 12, 31), "2017 to 2018"),
        ("2018-05-03/2018-05-03", date(2018, 5, 3), date(2018, 5, 3), "3 May 2018"),
        ("before 2018-05-02", None, date(2018, 5, 1), "before 2 May 2018"),
        ("before 2018-05", None, date(2018, 4, 30), "before May 2018"),
        ("after 2018-05", date(2018, 6, 1), None, "after May 2018"),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31), "31 Dec 9999"),
    ],
)
def test_each_form_lies_between_two_days(text: str, earliest: date | None, latest: date | None, shown: str) -> None:
    """A date known in part has an earliest and a latest day, or is open on one side."""
    found = PartialDate.parse(text)
    assert (found.text, found.earliest, found.latest, found.shown()) == (text, earliest, latest, shown)


def test_spaces_do_not_make_another_date() -> None:
    """Two ways to space a date are one value."""
    assert PartialDate.parse(" 2018-05-03 / 2018-05-04 ") == PartialDate.parse("2018-05-03/2018-05-04")
    assert PartialDate.parse("before  2018-05-02") == PartialDate.parse("before 2018-05-02")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2018-13", "There is no 2018-13 in the calendar."),
        ("2018-00", "There is no 2018-00 in the calendar."),
        ("2019-02-29", "There is no 2019-02-29 in the calendar."),
        ("0000-01-01", "There is no 0000-01-01 in the calendar."),
        ("2018-05-03/2018-05-32", "There is no 2018-05-32 in the calendar."),
        ("before 0001-01-01", "There is no day before 0001-01-01 in the calendar."),
        ("after 9999", "There is no day after 9999 in the calendar."),
        ("2018-05-04/2018-05-03", "'2018-05-04/2018-05-03' ends before it begins."),
        ("", f"'' is not a date. {FORMS}"),
        ("before", f"'before' is not a date. {FORMS}"),
        ("before soon", f"'before soon' is not a date. {FORMS}"),
        ("Before 2018", f"'Before 2018' is not a date. {FORMS}"),
        ("before 2018-05-03/2018-05-04", f"'before 2018-05-03/2018-05-04' is not a date. {FORMS}"),
        ("2018-05-03/", f"'2018-05-03/' is not a date. {FORMS}"),
        ("2018/2019/2020", f"'2018/2019/2020' is not a date. {FORMS}"),
        ("2018-5-2", f"'2018-5-2' is not a date. {FORMS}"),
        ("05/02/2018", f"'05/02/2018' is not a date. {FORMS}"),
        ("20180502", f"'20180502' is not a date. {FORMS}"),
        ("２０１８", f"'２０１８' is not a date. The 1st letter is FULLWIDTH DIGIT TWO (U+FF12). {FORMS}"),
        ("2018\u201105-02", f"'2018\u201105-02' is not a date. The 5th letter is NON-BREAKING HYPHEN (U+2011). {FORMS}"),
        ("2018-05-02\n2018-05-03", f"'2018-05-02 2018-05-03' is not a date. {FORMS}"),
        ("9" * 100, f"'{'9' * 60}...' is not a date. {FORMS}"),
    ],
)
def test_what_is_no_date_is_refused_with_the_forms_there_are(text: str, message: str) -> None:
    """A date that is none says why, and what may be written instead."""
    with pytest.raises(ValueError, match=r".") as caught:
        PartialDate.parse(text)
    assert str(caught.value) == message


@given(st.dates(), st.dates())
def test_a_span_holds_both_its_days(one: date, other: date) -> None:
    """Whatever the days, a span lies between them, and a day is the span from itself to itself."""
    first, last = sorted((one, other))
    span = PartialDate.parse(f"{first.isoformat()}/{last.isoformat()}")
    assert (span.earliest, span.latest, span.is_day) == (first, last, first == last)
    assert PartialDate.parse(one.isoformat()).is_day


def test_a_day_is_written_without_leading_zeros() -> None:
    """The form on screen is the one people write."""
    assert shown_day(date(2025, 3, 5)) == "5 Mar 2025"


@pytest.mark.parametrize(
    ("day", "days", "later"),
    [
        (date(2025, 3, 1), 30, date(2025, 3, 31)),
        (date(2025, 3, 1), -1, date(2025, 2, 28)),
        (date(9999, 12, 31), 1, date(9999, 12, 31)),
        (date(2025, 3, 1), 10**12, date(9999, 12, 31)),
        (date(1, 1, 15), -90, date(1, 1, 1)),
    ],
)
def test_days_later_stay_in_the_calendar(day: date, days: int, later: date) -> None:
    """So many days on or back, never beyond the first or last day that can be written."""
    assert days_later(day, days) == later
