"""What the page of an issue says around what is told of it: the names of its fields and kinds, and what is not there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from parley.model import Event, Kind, Party
from parley.telling.said import Argument, Said, said, together

Field = Literal["apart", "status", "change", "price", "first", "disputed", "evidence", "court", "whole"]
Caption = Literal["verdict", "background", "voices", "board"]
Head = Literal["date", "party", "what"]

NOTHING_BY_THEN = said("nothing-by-then")
CANNOT_BE_DRAWN = said("cannot-be-drawn")
EVENT = said("event-mark")


def field(name: Field) -> Said:
    """Return what stands before the sentences about one side of a gap."""
    return said("field-of-issue", field=name)


def issue_caption(table: Caption) -> Said:
    """Return what a table of the page holds."""
    return said("issue-caption", table=table)


def said_by(day: date) -> Said:
    """Return what the table of all that was said and happened holds, up to a day."""
    return said("said-by", day=day)


def said_head(name: Head) -> Said:
    """Return the head of a column of that table."""
    return said("said-head", head=name)


def statements_of_kind(kind: Kind) -> Said:
    """Return the name of the statements of a kind."""
    return said("statements-of-kind", kind=kind)


def unplaced_held(threats: int, reasons: int) -> Said:
    """Return how many threats and reasons there are."""
    return said("unplaced-held", threats=threats, reasons=reasons)


def not_heard(parties: Sequence[Party]) -> Said | None:
    """Return which parties have said nothing on the issue; None where all have spoken."""
    return said("not-heard", parties=together(*parties, how="or")) if parties else None


def event_day(event: Event, as_of: date) -> Argument:
    """Return when an event takes place, and that it lies ahead where it does."""
    when = event.date.latest
    return said("day-ahead", day=event.date) if when is not None and when > as_of else event.date
