"""The parts of the movement page: the choice of the first date, the counts, what moved issue by issue, and where the ball lies."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

import streamlit as st

from parley.analysis.drift import Way, drift
from parley.analysis.gaps import Gap, Status
from parley.analysis.leading import table_gap
from parley.analysis.moved import MOVED, Course, IssueMovement, Movement
from parley.analysis.moves import Cause, Move, Turn
from parley.dates import days_later, shown_day
from parley.evidence import Evidence
from parley.exports.files import FEED_FILE
from parley.figures.palette import party_colours
from parley.figures.rail_geometry import rail
from parley.telling import headings, pages
from parley.telling.cluster import drift_by_way
from parley.telling.controls import control, edition_on
from parley.telling.gap import leading_distance, status_name
from parley.telling.movement import alone_told, also_told, came_from, changes_told, conditional_told, course_heading, issue_told_beneath, threat_told
from parley.telling.overview import ONE_PARTY
from parley.telling.pages import When, head, when_name
from parley.telling.parties import pair_of
from parley.telling.said import Said, begun, together
from parley.views import address_bar
from parley.views.cells import mark_of, opens_newest, opens_statements, rail_item, status_item
from parley.views.components.day_field import Range
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.controls import choose_day
from parley.views.markup import literal
from parley.views.selection import Selection
from parley.views.served_files import at
from parley.views.server.interface import ROOT
from parley.words import say

_SINCE, _EDITION = "since", "edition"
SINCE = control("since")
TEN_YEARS = 3653  # days
_WAY_MARKS: Mapping[Way, str] = {"up": "up", "down": "down", "both": "changed", "unsure": "unknown", "new": "new", "still": "same"}
_TURN_MARKS = {Turn.TOWARDS: "closer", Turn.AWAY: "further", Turn.FIRST: "new", Turn.GONE: "gone"}


def choose_since(chosen: Selection, label: Said = SINCE) -> date:
    """Draw the choice of the first date and return it; by default the last edition before the date shown, else the last day before it."""
    dataset = chosen.dataset
    days = [day for day in dataset.days if day < chosen.as_of]
    editions = {say(edition_on(one.name, one.on)): one.on for one in dataset.negotiation.editions if one.on < chosen.as_of}
    start = max(editions.values(), default=days[-1] if days else chosen.as_of)
    first = days_later(min([start, *dataset.days[:1], *editions.values()]), -TEN_YEARS)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        # A first date beyond the one shown is kept, so that stepping back and forth does not lose it.
        last = max([chosen.as_of, *dataset.days[-1:]])
        wanted = choose_day(say(label), _SINCE, start, Range(first, last))
        since = wanted if wanted <= chosen.as_of else start
        if editions:
            st.session_state[_EDITION] = next((name for name, day in editions.items() if day == since), None)
            st.pills(say(control("editions")), list(editions), format_func=literal, key=_EDITION, on_change=_take_edition, args=(editions,))
    if since != wanted:
        st.info(say(pages.later_than_shown(wanted, since)))
    return since


def _take_edition(editions: Mapping[str, date]) -> None:
    """Start from the edition chosen by one click."""
    name = st.session_state.get(_EDITION)
    if name:
        address_bar.put({_SINCE: (editions[name].isoformat(),)})


def counts_sheet(found: Movement, dataset: Evidence) -> Sheet:
    """Return how many issues had each status then and now, and which changed."""
    columns = [
        Column(say(headings.STATUS), width="18%"),
        Column(shown_day(found.since), width="14%"),
        Column(shown_day(found.until), width="14%"),
        Column(say(head("changed"))),
    ]
    lines = []
    for status in Status:
        then, now = found.counts(status)
        if then or now:
            into = [
                (one.issue, before.status) for one in found.by_status[1].get(status, ()) if (before := one.led[0]) and before.status is not status
            ]
            changed = [Item(say(came_from(issue, before)), opens=f"issue:{issue.id}") for issue, before in into]
            behind = [opens_newest(dict.fromkeys(ids), dataset) for ids in _behind(found, status)]
            lines.append(
                Line(
                    (
                        (status_item(status),),
                        (Item(str(then), opens=behind[0]),),
                        (Item(str(now), opens=behind[1]),),
                        tuple(changed) or (Item(say(pages.nothing_there("changed")), quiet=True),),
                    )
                )
            )
    return Sheet(say(pages.caption("counts")), columns, lines)


def _behind(found: Movement, status: Status) -> tuple[list[str], list[str]]:
    """Return the ids of the statements behind the gaps with this status that the overview shows, then and now."""
    gaps = ([one.led[number] for one in found.by_status[number].get(status, ())] for number in (0, 1))
    then, now = ([key for gap in several if gap for key in gap.ids] for several in gaps)
    return then, now


def movement_sheet(found: Movement, dataset: Evidence, focus: Collection[str]) -> Sheet:
    """Return the issues on which anything is new, by the way they went: what happened, drawn on the scale, and the gap then and now.

    Where there are more parties than those in `focus`, by their ids, it is counted who went which way, and told what those in focus did.
    """
    told = (headings.ISSUE, head("then_to_now"), head("happened"), headings.GAP)
    columns = [Column(say(one), width=width) for one, width in zip(told, ("14%", "25%", "40%", "21%"), strict=True)]
    lines: list[Line] = []
    for course in Course:
        of_course = [one for one in found.with_course(course) if one.has_news]
        lines.extend([Line(heading=say(course_heading(course)))] if of_course else [])
        lines.extend(_issue_line(one, dataset, focus) for one in of_course)
    return Sheet(say(pages.caption("moved")), columns, lines)


def _issue_line(whole: IssueMovement, dataset: Evidence, focus: Collection[str]) -> Line:
    one = whole.of(focus)
    counts = drift_by_way(drift(whole, [each.party.id for each in whole.positions])) if len(whole.positions) > len(focus) else {}
    happened = [Item(say(told), mark=_WAY_MARKS[way], opens=opens_newest(told.ids, dataset)) for way, told in counts.items()]
    if not counts or one.course in (*MOVED, Course.NEW):
        sentence = issue_told_beneath(one)
        happened.extend([Item(say(sentence), strong=True, opens=opens_statements(sentence.ids))] if sentence else [])
    happened.extend(_happened(one, dataset))
    opens = f"issue:{one.issue.id}"
    return Line(((Item(one.issue.label, opens=opens),), _rail_items(one, dataset), tuple(happened), gap_then_and_now(one)))


def _happened(one: IssueMovement, dataset: Evidence) -> Iterator[Item]:
    """Yield all that happened on an issue, change by change, by date."""
    yield from (_item(told, _move_mark(move), quiet=not move.is_movement) for move, told in changes_told(one, dataset))
    yield from (_item(threat_told(change, dataset), "threat", quiet=True) for change in one.threats)
    yield from (_item(conditional_told(each, dataset), mark_of(each, dataset.negotiation.party_by_id[each.party])) for each in one.conditional)
    also = also_told(one)
    if also:
        yield _item(also, "evidence", quiet=True)


def way_to_feed(dataset: Evidence) -> str:
    """Return the way to the feed of what moved since the last edition."""
    return at(f"{ROOT}/{dataset.negotiation.id}/{FEED_FILE}")


def others_moved(found: Movement, focus: Collection[str]) -> list[IssueMovement]:
    """Return what the parties besides those in focus did, on the issues on which they did anything."""
    return [others for one in found.issues if (others := one.besides(focus)).has_news]


def others_sheet(several: Sequence[IssueMovement], dataset: Evidence) -> Sheet:
    """Return what other parties did, issue by issue."""
    columns = [Column(say(headings.ISSUE), width="14%"), Column(say(head("happened")))]
    lines = [Line(((Item(one.issue.label, opens=f"issue:{one.issue.id}"),), tuple(_happened(one, dataset)))) for one in several]
    return Sheet(say(pages.caption("moved_others")), columns, lines)


def _item(told: Said, mark: str, *, quiet: bool = False) -> Item:
    return Item(say(told), mark=mark, opens=opens_statements(told.ids), quiet=quiet)


def _move_mark(move: Move) -> str:
    return _TURN_MARKS.get(move.turn, "evidence") if move.cause is Cause.SAID else "evidence"


def _rail_items(one: IssueMovement, dataset: Evidence) -> tuple[Item, ...]:
    """Return the scale with the pair's positions and those of others that moved, each then and now."""
    pairs = [] if one.then is None or one.lasting is None else [(one.then.a, one.lasting.a), (one.then.b, one.lasting.b)]
    seen = {now.party.id for _, now in pairs}
    pairs.extend({move.party.id: (move.was, move.became) for move in one.moves if move.cause is Cause.SAID and move.party.id not in seen}.values())
    drawn = rail(pairs, dataset.statement) if pairs else None
    return (rail_item(drawn, party_colours(dataset.negotiation)),) if drawn else ()


def gap_then_and_now(one: IssueMovement) -> tuple[Item, ...]:
    """Return the status and the leading distance before and after."""
    if one.then is None or one.now is None:
        return (Item(say(ONE_PARTY), quiet=True),)
    pair = Item(say(pair_of(one.now)), quiet=True)
    published = _gap_items(one.known, "known") if one.known and _differ(one.known, one.then) else ()
    alone = alone_told(one)
    last = (Item(say(alone), quiet=True),) if alone else ()
    return (pair, *published, *_gap_items(one.then, "then"), *_gap_items(one.now, "now"), *last)


def _differ(one: Gap, other: Gap) -> bool:
    """Return whether status or leading distance of two gaps differ."""
    leads = [lead.apart if (lead := table_gap(gap)) else None for gap in (one, other)]
    return one.possible != other.possible or leads[0] != leads[1]


def _gap_items(gap: Gap, when: When) -> tuple[Item, ...]:
    told = begun(together(*filter(None, (status_name(gap.status), leading_distance(gap))), how="comma"))
    return (Item(say(told), label=f"{say(when_name(when))}:", mark=gap.status.value, opens=opens_statements(gap.ids)),)
