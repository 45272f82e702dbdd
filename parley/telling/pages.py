"""What stands on the pages of the dashboard and in no file: heads and captions of their tables, and what a page says of itself."""

from __future__ import annotations

from datetime import date
from typing import Literal

from parley.analysis.calendar import Happening
from parley.analysis.evidence import EvidenceCut
from parley.model import Attribution, Issue, Negotiation, Party
from parley.telling.counting import counted
from parley.telling.cuts import dated
from parley.telling.evidence import attributed
from parley.telling.parties import short
from parley.telling.said import Argument, Said, Verbatim, said
from parley.telling.steps import StepKind

Caption = Literal[
    "found", "found_alone", "found_besides", "found_count", "agenda", "compared", "in_all", "pairs", "findings", "holding", "documents",
    "held", "coverage", "court", "counts", "moved", "moved_others", "whole", "standing", "furthest", "summary", "cut", "published",
    "alignment", "pairs_counted",
]  # fmt: skip
Section = Literal["pairs", "alignment", "counts", "court", "coverage", "documents", "figure", "references", "table"]
Head = Literal[
    "statement", "besides", "steps", "notes", "stand", "finding", "on_record", "fresh", "without_one", "document", "date", "holds", "contributed",
    "changed", "then_to_now", "happened", "moved_last", "open", "next", "last_word",
]  # fmt: skip
NothingThere = Literal["moved_last", "open", "next", "changed"]
When = Literal["then", "known", "now"]

HOLDS = said("holds")
AS_COLUMNS = said("as-columns")
ALL_ISSUES = said("all-issues")
ALL_ISSUES_IN_ORDER = said("all-issues-in-order")
ALL_GROUPS = said("all-groups")
NO_ISSUE_FITS = said("no-issue-fits")
BETWEEN_THE_TWO = said("between-the-two")
NO_PARTY_HAS_MOVED = said("no-party-has-moved")
NOTHING_FOUND = said("nothing-found")
HOW_TO_STEP = said("how-to-step")
NOTHING_ON_DAY = said("nothing-on-day")
LEFT_OUT_OF_SHAREABLE = said("left-out-of-shareable")
FEED = said("feed-of-what-moved")
EMBEDDED_WHOLE = said("embedded-whole")
EMBEDDED_DRAWING = said("embedded-drawing")
HOLDS_INTERNAL = said("holds-internal")
CSV_IN_EXCEL = said("csv-in-excel")
ALL_IN_ONE = said("all-in-one")
ONLY_RECORDS = said("only-records")
NO_POSITION_EVIDENCED = said("no-position-evidenced")


def caption(table: Caption) -> Said:
    """Return what a table of a page holds."""
    return said("caption", table=table)


def pairs_on(issue: Issue) -> Said:
    """Return what the table of every pair holds that tells of one issue."""
    return said("pairs-on", issue=Verbatim(issue.name))


def section(name: Section) -> Said:
    """Return the heading over a section of a page."""
    return said("section", section=name)


def head(name: Head) -> Said:
    """Return the head of a column of a page's table."""
    return said("head", head=name)


def nothing_there(name: NothingThere) -> Said:
    """Return what a column says where there is nothing to tell."""
    return said("nothing-there", head=name)


def weakest_evidence(grade: Attribution | None) -> Said:
    """Return on whose word the weaker of two positions rests."""
    return said("weakest-evidence", grade=attributed(grade))


def party_and_count(party: Party, count: int) -> Said:
    """Return how many statements of a party there are."""
    return said("party-and-count", party=short(party), count=count)


def two_needed(what: Literal["pair", "gap"]) -> Said:
    """Return that what is asked for needs two parties, and how to show another."""
    return said("needs-two-parties", what=what)


def opens_the_newest(count: int, of: int) -> Said:
    """Return that a click on a sentence shows no more than the newest of its statements."""
    return said("opens-the-newest", count=count, of=counted(of, "statements"))


def later_than_shown(wanted: date, since: date) -> Said:
    """Return that the first date lies after the date shown, and from which day movement is told instead."""
    return said("later-than-shown", wanted=wanted, since=since)


def when_a_finding_holds(negotiation: Negotiation) -> Said:
    """Return what the tests of robustness ask, how old fresh evidence may be, and in which order the findings stand."""
    days = sorted({negotiation.freshness_of(issue) for issue in negotiation.issues})
    fewest = counted(days[0], "days") if len(days) == 1 else days[0]
    return said("when-a-finding-holds", days="one" if len(days) == 1 else "several", fewest=fewest, most=counted(days[-1], "days"))


def held_by(day: date) -> Said:
    """Return of what the table of what is held tells."""
    return said("held-by", day=day)


def when_name(when: When) -> Said:
    """Return whether a gap is told as it was, as it was known then, or as it is."""
    return said("when", when=when)


def happened(one: Happening) -> tuple[Argument, ...]:
    """Return what happened on a day: what was said, what ceased to stand, and the events."""
    told: list[Argument] = []
    if one.statements:
        statements = counted(one.statements, "statements")
        if one.undated >= one.statements:
            statements = said("perhaps-earlier-all", statements=statements)
        elif one.undated:
            statements = said("perhaps-earlier-some", statements=statements, earlier=one.undated)
        told.append(statements)
    if one.ended:
        told.append(said("ended", statements=counted(one.ended, "statements")))
    return (*told, *map(Verbatim, one.events))


def short_heading(step: StepKind) -> Said:
    """Return the heading of a step of a presentation where there is little room."""
    return said("short-heading", step=step)


def issues_of_all(count: int, whole: int) -> Said:
    """Return how many of all issues there are; all of them without saying so."""
    return counted(count, "issues") if count == whole else said("issues-of-all", count=count, whole=counted(whole, "issues"))


def agenda_of_group(name: str, count: int, whole: int) -> Said:
    """Return what the agenda of one group of issues is called, with how many there are of all."""
    return said("agenda-of-group", group=Verbatim(name), issues=issues_of_all(count, whole))


def everything_on(count: int, whole: int) -> Said:
    """Return that all files can be taken at once, and on how many of all issues, where these are not all."""
    return said("everything-on", issues=issues_of_all(count, whole))


def files_hold(title: str, issues: Said, as_of: date, cut: EvidenceCut, since: Argument | None) -> Said:
    """Return of what all files are made: title and issues, date and evidence, and from which day movement is told."""
    held = said("files-hold", title=Verbatim(title), issues=issues, dated=dated(as_of, cut))
    return said("files-hold-movement", held=held, since=since) if since else held


BY_KIND_AND_PARTY = said("by-kind-and-party")


def slides_made(count: int, *, are_short: bool = False) -> Said:
    """Return how many slides a deck has, and of what they are made."""
    return said("slides-made", which="short" if are_short else "chosen", slides=counted(count, "slides"))


def short_of(name: str) -> Said:
    """Return what the short form of a kind of file is called."""
    return said("short-of", name=Verbatim(name))
