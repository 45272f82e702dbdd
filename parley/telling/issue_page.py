"""What the page of an issue says around what is told of it: the names of its fields and kinds, and what is not there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from parley.analysis.evidence import ON_RECORD
from parley.analysis.said_on import SaidOn
from parley.model import Event, Kind, Party, Statement
from parley.telling.counting import counted, counted_kind
from parley.telling.evidence import statements_behind
from parley.telling.parties import several
from parley.telling.said import Argument, Said, said, together

Field = Literal["apart", "status", "hints", "change", "price", "first", "whole"]
Caption = Literal["answer", "columns", "whole", "voices", "board", "also", "reasons", "others"]
Summary = Literal["settle", "ball", "sure"]
Head = Literal["date", "party", "what"]
MemberHead = Literal["party", "stands", "also"]

NOTHING_TO_SETTLE = said("nothing-to-settle")
NOTHING_BY_THEN = said("nothing-by-then")
NOT_IN_THE_EVIDENCE = said("others-not-in-the-evidence")
CANNOT_BE_DRAWN = said("cannot-be-drawn")
DID_NOT_COME = said("did-not-come")
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


def summary_head(name: Summary) -> Said:
    """Return what stands over one of the short columns about an issue."""
    return said("summary-head", column=name)


def all_said(whole: SaidOn) -> Said:
    """Return how many statements there are on an issue, and how many of them stand where on its page: so many in each part, and no part twice."""
    told = [said("so-many-counted", count=len(whole.counted))]
    told += [said("so-many-aside", count=len(whole.aside))] if whole.aside else []
    told += [counted_kind(len(whole.threats), "threat")] if whole.threats else []
    told += [counted_kind(len(whole.reasons), "rationale")] if whole.reasons else []
    told += [said("so-many-by-others", count=len(whole.others))] if whole.others else []
    return said("all-said", whole.ids, statements=counted(len(whole.ids), "statements"), parts=together(*told, how="comma"))


def drawn_from(statements: Sequence[Statement]) -> Said:
    """Return how many statements are drawn, the oldest date, and how many of them are on record."""
    told = statements_behind(statements)
    return said("drawn-from", told.ids, told=told, record=sum(ON_RECORD.lets_in(one) for one in statements))


def issue_number(number: int, count: int) -> Said:
    """Return which of all issues is shown."""
    return said("issue-number", number=number, total=count)


def also_said(count: int) -> Said:
    """Return how many statements carry no part of a position, because others count in their stead or they name no place."""
    return said("uncounted-held", count=count)


def speakers_differ(count: int) -> Said:
    """Return how many speakers differ from others of their party."""
    return said("speakers-differ", count=count)


def more_on_it(count: int) -> Said:
    """Return how many more sentences there are on what an issue comes to."""
    return said("more-on-it", count=count)


def others_one_by_one(parties: int, statements: int) -> Said:
    """Return how many parties that have spoken are not shown by themselves, and how much they said."""
    return said("others-one-by-one", parties=parties, statements=counted(statements, "statements"))


def member_head(name: MemberHead) -> Said:
    """Return the head of a column of the table in which they stand one by one."""
    return said("member-head", head=name)


def none_there(table: Caption) -> Said:
    """Return that a party has no statement of a kind in one of the tables of statements."""
    return said("none-there", table=table)


def unplaced_held(threats: int, reasons: int) -> Said:
    """Return how many threats and reasons there are."""
    return said("unplaced-held", threats=threats, reasons=reasons)


def not_heard(parties: Sequence[Party]) -> Said | None:
    """Return which parties have said nothing on the issue, of many the first few and how many more; None where all have spoken."""
    return said("not-heard", parties=several(parties, "or")) if parties else None


def event_day(event: Event, as_of: date) -> Argument:
    """Return when an event takes place, and that it lies ahead where it does."""
    when = event.date.latest
    return said("day-ahead", day=event.date) if when is not None and when > as_of else event.date
