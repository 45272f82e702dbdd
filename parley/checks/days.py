"""Rules on days: of what was said, published and reviewed, none lies where it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from parley.checks.pointing import in_event, in_header, in_source, in_statement
from parley.dataset import Dataset
from parley.dates import PartialDate, days_later, shown_day
from parley.errors import Problem
from parley.files import Loc

# Days, of fifty and of ten years: what is told of so much later, or is due in so long a time, is rather a mistyped year.
LONG_AGO = 18263
FAR_AHEAD = 3653


def said_after_publication(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that were certainly said after their source was published."""
    for one in dataset.statements:
        if one.said.earliest and one.reported and one.reported.latest and one.said.earliest > one.reported.latest:
            what = f"It was said ({one.said.shown()}) after its source was published ({one.reported.shown()})."
            yield in_statement(dataset, one, ("said",), what, "Mend one of the two dates.")


def long_before_source(dataset: Dataset) -> Iterator[Problem]:
    """Find statements and events that certainly lie more than fifty years before the publication of the source that tells of them."""
    mend = "Look at both years."
    for one in dataset.statements:
        if one.reported and _long_before(one.said, one.reported.earliest):
            what = f"It was said ({one.said.shown()}) more than fifty years before its source was published ({one.reported.shown()})."
            yield in_statement(dataset, one, ("said",), what, mend, "warning")
    for event in dataset.negotiation.events:
        published = dataset.sources[event.source].issued
        if _long_before(event.date, published.earliest):
            what = f"It happened ({event.date.shown()}) more than fifty years before its source was published ({published.shown()})."
            yield in_event(dataset, event, what, mend)


def ended_before_said(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that certainly ran out, or were withdrawn, before they were said."""
    for one in dataset.statements:
        for key, end, words in (("expires", one.expires, "It ran out"), ("withdrawn", one.withdrawn, "It was withdrawn")):
            if end and end.latest and one.said.earliest and end.latest < one.said.earliest:
                what = f"{words} ({end.shown()}) before it was said ({one.said.shown()})."
                yield in_statement(dataset, one, (key,), what, "Mend one of the two dates.")


def inferred_without_note(dataset: Dataset) -> Iterator[Problem]:
    """Find inferred dates, of statements and sources, of which nobody says how they were found."""
    what, mend = "Nothing says how the date was inferred.", "Add 'date_note'."
    for one in dataset.statements:
        if one.date_basis == "inferred" and one.date_note is None:
            yield in_statement(dataset, one, ("date_basis",), what, mend, "warning")
    for source in dataset.sources.values():
        if source.date_basis == "inferred" and source.date_note is None:
            yield in_source(dataset, source, ("date_basis",), what, mend, "warning")


def overdue_review(dataset: Dataset, today: date) -> Iterator[Problem]:
    """Find whether the coding should have been reviewed before `today`."""
    due = dataset.negotiation.review_by
    if due and due.latest and due.latest < today:
        what = f"The review was due by {due.shown()}."
        yield in_header(dataset, ("review_by",), what, "Review the coding, then set 'reviewed' and 'review_by'.", "warning")


def after_today(dataset: Dataset, today: date) -> Iterator[Problem]:
    """Find statements, withdrawals and documents that certainly lie after `today`, and events that lie far ahead; others may be due."""
    mend = f"Today is {shown_day(today)}: mend the date."
    for one in dataset.statements:
        for key, day, words in (("said", one.said, "It was said"), ("withdrawn", one.withdrawn, "It was withdrawn")):
            if day and day.earliest and day.earliest > today:
                yield in_statement(dataset, one, (key,), f"{words} ({day.shown()}) after today.", mend, "warning")
    for source in dataset.cited.values():
        if source.issued.earliest and source.issued.earliest > today:
            yield in_source(dataset, source, ("issued",), f"It was published ({source.issued.shown()}) after today.", mend, "warning")
    for event in dataset.negotiation.events:
        if event.date.earliest and event.date.earliest > days_later(today, FAR_AHEAD):
            yield in_event(dataset, event, f"It is due ({event.date.shown()}) more than ten years after today.", mend)


def own_days_astray(dataset: Dataset, today: date) -> Iterator[Problem]:
    """Find whether a review or an edition certainly lies after `today`, or more than fifty years before."""
    negotiation, mend = dataset.negotiation, f"Today is {shown_day(today)}: mend the date."
    days: list[tuple[Loc, PartialDate, str]] = [(("reviewed",), negotiation.reviewed, "It was reviewed")]
    days += [(("editions", index, "day"), edition.day, "It was presented") for index, edition in enumerate(negotiation.editions)]
    for loc, day, words in days:
        if day.earliest and day.earliest > today:
            yield in_header(dataset, loc, f"{words} ({day.shown()}) after today.", mend, "warning")
        elif _long_before(day, today):
            yield in_header(dataset, loc, f"{words} ({day.shown()}) more than fifty years before today.", mend, "warning")


def _long_before(day: PartialDate, other: date | None) -> bool:
    return bool(day.latest and other and day.latest < days_later(other, -LONG_AGO))
