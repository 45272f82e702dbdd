"""What moved since the last edition, as an Atom feed: an entry per issue on which anything happened, under an id and a date that stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from parley import __version__
from parley.addresses import ISSUE, page_link, view_parameters
from parley.analysis.moved import IssueMovement
from parley.exports.movement import issue_body, issue_title
from parley.telling.briefing import Briefing, standing_line
from parley.words import said_all

_PRODUCT = "Parley"


def feed(briefing: Briefing, own: str, dashboard: str) -> bytes:
    """Return the feed that is found at `own`, with links to the pages below `dashboard`; both may be paths of the server that answers."""
    made = FeedGenerator()
    made.id(_lasting(briefing))
    made.title(briefing.dataset.negotiation.title)
    heading = [briefing.moved_heading] if briefing.moved_heading else []
    made.subtitle(" · ".join(said_all([*heading, *briefing.foot])))
    made.author(name=_PRODUCT)
    made.generator(_PRODUCT, version=__version__)
    made.link(href=own, rel="self", type="application/atom+xml")
    made.link(href=f"{dashboard}movement?{_query(briefing)}", rel="alternate", type="text/html")
    moved = [(_day(one, briefing), one) for one in briefing.movement.issues if one.has_news] if briefing.movement else []
    # The newest first; of one day in the order of the negotiation.
    for day, one in sorted(moved, key=lambda each: each[0], reverse=True):
        made.add_entry(_entry(one, day, briefing, dashboard), order="append")
    made.updated(_moment(max((day for day, _ in moved), default=briefing.since or briefing.as_of)))
    return bytes(made.atom_str(pretty=True))


def _entry(one: IssueMovement, day: date, briefing: Briefing, dashboard: str) -> FeedEntry:
    made = FeedEntry()
    made.id(_lasting(briefing, str(briefing.since), one.issue.id))
    made.title(issue_title(one))
    made.updated(_moment(day))
    made.link(href=f"{dashboard}issue?{_query(briefing, one.issue.id)}", rel="alternate", type="text/html")
    # An entry is read by itself.
    lines = (*issue_body(one, briefing.dataset), *said_all([briefing.dated, standing_line()]))
    made.content("".join(f"<p>{escape(line)}</p>" for line in lines), type="xhtml")
    return made


def _lasting(briefing: Briefing, *what: str) -> str:
    """Return an id that stays whatever else is said: of the negotiation, of what is chosen otherwise than by default, and of the thing itself."""
    negotiation = briefing.dataset.negotiation
    parties = () if briefing.parties == negotiation.shown_first else [one.id for one in briefing.parties]
    return uuid5(NAMESPACE_URL, "/".join(["parley", negotiation.id, briefing.cut.id, ",".join(parties), *what])).urn


def _query(briefing: Briefing, issue: str = "") -> str:
    shown = view_parameters(briefing.dataset.negotiation.id, briefing.as_of, briefing.cut.id, [one.id for one in briefing.parties])
    return page_link("", {**shown, ISSUE: (issue,) if issue else ()}).partition("?")[2]


def _day(one: IssueMovement, briefing: Briefing) -> date:
    """Return the newest day on which something of what is told of an issue happened."""
    return max((day for day in _days(one, briefing) if day <= briefing.as_of), default=briefing.as_of)


def _days(one: IssueMovement, briefing: Briefing) -> Iterator[date]:
    moves = {key for move in (*one.moves, *one.on_the_way) for key in move.ids} | {key for change in one.threats for key in change.ids}
    for key in moves.union(each.id for each in (*one.also, *one.conditional)):
        statement = briefing.dataset.statement(key)
        yield statement.day
        yield from (when.latest for when in (statement.withdrawn, statement.expires, statement.reported) if when and when.latest)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
