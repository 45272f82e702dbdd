"""What the page says that tells how to read the others: every mark, gap and status, the keys, and what is never said."""

from __future__ import annotations

from typing import Literal, get_args

from parley.analysis.gaps import Status
from parley.telling.briefing import standing_line
from parley.telling.glance import KeyEntry, key_entry
from parley.telling.said import Said, Verbatim, said

Section = Literal["marks", "gaps", "statuses", "keys", "refusals"]
Table = Literal["marks", "statuses", "keys"]
Key = Literal["search", "reading", "present", "issues", "days", "play"]
Refusal = Literal["index", "sums", "middle", "limits", "forecasts", "settling"]
KEYS: tuple[Key, ...] = get_args(Key)
REFUSALS: tuple[Refusal, ...] = get_args(Refusal)

WayIn = Literal["row", "marks", "bracket"]
WAYS_IN: tuple[WayIn, ...] = get_args(WayIn)

WAY_IN = said("way-in")
WAY_IN_CLOSED = said("way-in-closed")
INVENTED_EXAMPLE = said("invented-example")
GAPS_TOLD = said("gaps-told")


def about_parley(version: str) -> Said:
    """Return what Parley is, in which version."""
    return said("about-parley", version=Verbatim(version), standing=standing_line())


def way_in(what: WayIn) -> Said:
    """Return how to read a row of the overview, in three sentences: the row, its marks, and the bracket."""
    return said("way-in-told", what=what)


def what_parley_keeps() -> Said:
    """Return what Parley keeps apart and computes, as Markdown."""
    return said("what-parley-keeps", standing=standing_line())


def section(name: Section) -> Said:
    """Return the heading over a section of the page."""
    return said("reading-section", section=name)


def caption(table: Table) -> Said:
    """Return what a table of the page holds."""
    return said("reading-caption", table=table)


def mark_name(mark: KeyEntry) -> Said:
    """Return what a mark is called, in the words of the legend."""
    return said("grey-date") if mark == "stale" else key_entry(mark)


def mark_means(mark: KeyEntry) -> Said:
    """Return what a mark means."""
    return said("mark-means", mark=mark)


def key_name(does: Key) -> Said:
    """Return which key does something."""
    return said("key-name", does=does)


def key_does(does: Key) -> Said:
    """Return what it does."""
    return said("key-does", does=does)


def status_means(status: Status) -> Said:
    """Return what a status means."""
    return said("status-means", status=status.value)


def refused(what: Refusal) -> Said:
    """Return one thing that is not said."""
    return said("refused", what=what)
