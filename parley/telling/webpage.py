"""What a briefing as one page says of itself: its ways about, its headings, and what stands beside a statement in the list of evidence."""

from __future__ import annotations

from parley.model import Condition
from parley.telling.conditions import condition_of
from parley.telling.said import Argument, Said, Verbatim, said

SKIP = said("skip-to-content")
OPEN_LIVE = said("open-live")
PARTIES = said("what-each-party-asks")
COUNTED_HERE = said("counted-here")
WHO_SAID = said("who-said-that")
NOTHING_HELD = said("sentence", told=said("nothing-held"))
DOCUMENT = said("document")


def who_said(number: int) -> Said:
    """Return what the number of a statement, read out, leads to."""
    return said("who-said-statement", number=number)


def told_since(since: Argument) -> Said:
    """Return from which day movement is told."""
    return said("movement-told-since", since=since)


def overview_holds(dated: Argument) -> Said:
    """Return what the overview holds, as of when and on which evidence."""
    return said("overview-holds", dated=dated)


def drawing_of(issue: str) -> Said:
    """Return what a drawing is called that is moved under the finger."""
    return said("drawing-of", issue=Verbatim(issue))


def back_to(issue: str) -> Said:
    """Return the way back to the beginning of an issue."""
    return said("back-to", issue=Verbatim(issue))


def under_condition(condition: Condition) -> Said:
    """Return the condition under which a statement stands."""
    return said("labelled", label=said("label-condition"), told=condition_of(condition))


def at_anchor(anchor: str) -> Said:
    """Return by which words of the document a statement is found there."""
    return said("at-anchor", anchor=Verbatim(anchor))


def not_counted(why: str) -> Said:
    """Return that a statement carries no part of a position, and why, in a sentence."""
    return said("not-counted-because", why=Verbatim(why))


def note(text: str) -> Said:
    """Return the note on a statement."""
    return said("labelled", label=said("label-note"), told=Verbatim(text))
