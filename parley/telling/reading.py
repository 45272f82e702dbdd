"""What the page says that tells how to read the others: every mark, gap and status, what counts as movement, and what is never said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from parley.analysis.gaps import Status
from parley.analysis.voices import PartVoices
from parley.telling.briefing import standing_line
from parley.telling.said import Said, Verbatim, said, together
from parley.telling.voices import voice_place

Section = Literal["example", "marks", "gaps", "statuses", "movement", "refusals"]
Table = Literal["marks", "gaps", "statuses", "movement"]
Head = Literal["mark", "means", "gap", "compares", "example", "status", "dates"]
Mark = Literal[
    "demand", "offer", "hint", "measure", "limit", "inexact", "inexact_limit", "unstated_limit", "gap", "zone", "voice", "threat", "steps", "event"
]
GapKind = Literal["headline", "table", "bid", "limit"]
Moving = Literal["closer", "further", "new", "looks"]
Refusal = Literal["index", "sums", "middle", "limits", "forecasts", "settling"]
MARKS: tuple[Mark, ...] = get_args(Mark)
MOVING: tuple[Moving, ...] = get_args(Moving)
REFUSALS: tuple[Refusal, ...] = get_args(Refusal)

WayIn = Literal["row", "marks", "bracket"]
WAYS_IN: tuple[WayIn, ...] = get_args(WayIn)

WAY_IN = said("way-in")
WAY_IN_CLOSED = said("way-in-closed")
INVENTED = said("invented")
INVENTED_EXAMPLE = said("invented-example")


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


def head(name: Head) -> Said:
    """Return the head of a column."""
    return said("reading-head", head=name)


def letters_told(voices: Sequence[PartVoices]) -> Said:
    """Return who is behind each letter above the line of a party."""
    letters = [
        said("letter-is", letter=Verbatim(one.key), speaker=Verbatim(one.speaker.shown), place=voice_place(one))
        for each in voices
        for one in each.voices
    ]
    return said("letters-above", party=Verbatim(voices[0].party.name), letters=together(*letters, how="semicolon"))


def mark_name(mark: Mark) -> Said:
    """Return how a mark looks."""
    return said("mark-name", mark=mark)


def mark_means(mark: Mark) -> Said:
    """Return what a mark means."""
    return said("mark-means", mark=mark)


def gap_name(gap: GapKind) -> Said:
    """Return the name of a gap."""
    return said("gap-name", gap=gap)


def gap_compares(gap: GapKind) -> Said:
    """Return what a gap compares."""
    return said("gap-compares", gap=gap)


def status_means(status: Status) -> Said:
    """Return what a status means."""
    return said("status-means", status=status.value)


def movement_name(movement: Moving) -> Said:
    """Return how what happened between two dates is called."""
    return said("movement-name", movement=movement)


def movement_means(movement: Moving) -> Said:
    """Return what counts as such."""
    return said("movement-means", movement=movement)


def refused(what: Refusal) -> Said:
    """Return one thing that is not said."""
    return said("refused", what=what)
