"""The parts of the movement page: the choice of the first date, the counts, what moved issue by issue, and where the ball lies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from parley.analysis.gaps import Gap, Status
from parley.analysis.leading import table_gap
from parley.analysis.movement import Course, IssueMovement, Movement
from parley.analysis.movement_words import also_sentence, conditional_sentence, issue_sentence, move_sentence, step_sentence, threat_sentence
from parley.analysis.moves import Cause, Move, Turn
from parley.analysis.wording import Sentence
from parley.dataset import Dataset
from parley.dates import days_later, shown_day
from parley.figures.palette import party_colours
from parley.figures.rail_geometry import rail
from parley.model import Statement
from parley.telling.gap import leading_distance, status_name
from parley.telling.overview import ONE_PARTY
from parley.telling.parties import pair_of
from parley.telling.said import begun
from parley.views import address_bar
from parley.views.cells import mark_of, opens_statements, rail_item, status_item
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.controls import choose_day
from parley.views.markup import literal
from parley.views.selection import Selection
from parley.words import say

_SINCE, _EDITION = "since", "edition"
TEN_YEARS = 3653  # days
HEADINGS: Mapping[Course, str] = {
    Course.TOWARDS: "Closer",
    Course.AWAY: "Further apart",
    Course.SAME: "Moved, and as far apart as before",
    Course.UNSURE: "Moved, and not known whether closer",
    Course.NEW: "New, or taken back: nothing to measure it against",
    Course.LOOKS: "Only looks like movement: the evidence changed, no party surely did",
    Course.STILL: "No position changed: new threats, or new demands, limits and offers under a condition",
}
_TURN_MARKS = {Turn.TOWARDS: "closer", Turn.AWAY: "further", Turn.FIRST: "new", Turn.GONE: "gone"}


def choose_since(chosen: Selection, label: str = "Since") -> date:
    """Draw the choice of the first date and return it; by default the last edition before the date shown, else the last day before it."""
    dataset = chosen.dataset
    days = [day for day in dataset.days if day < chosen.as_of]
    editions = {f"{one.name} ({shown_day(one.on)})": one.on for one in dataset.negotiation.editions if one.on < chosen.as_of}
    start = max(editions.values(), default=days[-1] if days else chosen.as_of)
    # Left to itself the calendar begins ten years before its first value, and refuses older days and editions.
    first = days_later(min([start, *dataset.days[:1], *editions.values()]), -TEN_YEARS)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        # A first date beyond the one shown is kept, so that stepping back and forth does not lose it.
        last = max([chosen.as_of, *dataset.days[-1:]])
        wanted = choose_day(label, _SINCE, start, first, last, width=150)
        since = wanted if wanted <= chosen.as_of else start
        if editions:
            st.session_state[_EDITION] = next((name for name, day in editions.items() if day == since), None)
            st.pills("Editions", list(editions), format_func=literal, key=_EDITION, on_change=_take_edition, args=(editions,))
    if since != wanted:
        st.info(f"{shown_day(wanted)} lies after the date shown, so movement is told from {shown_day(since)}.")
    return since


def _take_edition(editions: Mapping[str, date]) -> None:
    """Start from the edition chosen by one click."""
    name = st.session_state.get(_EDITION)
    if name:
        address_bar.put({_SINCE: (editions[name].isoformat(),)})


def counts_sheet(found: Movement) -> Sheet:
    """Return how many issues had each status then and now, and which changed."""
    columns = [
        Column("Status", width="18%"),
        Column(shown_day(found.since), width="14%"),
        Column(shown_day(found.until), width="14%"),
        Column("Changed"),
    ]
    lines = []
    for status in Status:
        then, now = found.counts(status)
        if then or now:
            into = [(one.issue, one.statuses[0]) for one in found.issues if one.statuses and one.statuses[0] is not status is one.statuses[1]]
            changed = [Item(f"{issue.label}, {before.value.lower()} before", opens=f"issue:{issue.id}") for issue, before in into]
            lines.append(
                Line(
                    ((status_item(status),), (Item(str(then)),), (Item(str(now)),), tuple(changed) or (Item("None came to this status", quiet=True),))
                )
            )
    return Sheet("Issues by status, then and now", columns, lines)


def movement_sheet(found: Movement, dataset: Dataset) -> Sheet:
    """Return the issues on which anything is new, by the way they went: what happened, drawn on the scale, and the gap then and now."""
    columns = [Column("Issue", width="14%"), Column("Then to now", width="25%"), Column("What happened", width="40%"), Column("Gap", width="21%")]
    lines: list[Line] = []
    for course, heading in HEADINGS.items():
        of_course = [one for one in found.with_course(course) if one.has_news]
        lines.extend([Line(heading=heading)] if of_course else [])
        lines.extend(_issue_line(one, dataset) for one in of_course)
    return Sheet("What moved, issue by issue", columns, lines)


def _issue_line(one: IssueMovement, dataset: Dataset) -> Line:
    said = issue_sentence(one)
    happened = [Item(said.text, strong=True, opens=opens_statements(said.ids))]
    happened.extend(_move_item(move) for move in one.moves)
    happened.extend(_step_item(step, dataset) for step in one.on_the_way)
    happened.extend(_told_item(threat_sentence(change, dataset), "threat") for change in one.threats)
    happened.extend(_conditional_item(each, dataset) for each in one.conditional)
    also = also_sentence(one)
    happened.extend([_told_item(also, "evidence")] if also else [])
    opens = f"issue:{one.issue.id}"
    return Line(((Item(one.issue.label, opens=opens),), _rail_items(one, dataset), tuple(happened), gap_then_and_now(one)))


def _step_item(step: Move, dataset: Dataset) -> Item:
    said = step_sentence(step, [dataset.statement_by_id[key] for key in step.ids])
    return Item(said.text, mark=_TURN_MARKS[step.turn], opens=opens_statements(said.ids), quiet=not step.is_movement)


def _told_item(said: Sentence, mark: str) -> Item:
    return Item(said.text, mark=mark, opens=opens_statements(said.ids), quiet=True)


def _conditional_item(one: Statement, dataset: Dataset) -> Item:
    said = conditional_sentence(one, dataset)
    return Item(said.text, mark=mark_of(one), opens=opens_statements(said.ids))


def _rail_items(one: IssueMovement, dataset: Dataset) -> tuple[Item, ...]:
    """Return the scale with the pair's positions and those of others that moved, each then and now."""
    pairs = [] if one.then is None or one.lasting is None else [(one.then.a, one.lasting.a), (one.then.b, one.lasting.b)]
    seen = {now.party.id for _, now in pairs}
    pairs.extend({move.party.id: (move.was, move.became) for move in one.moves if move.cause is Cause.SAID and move.party.id not in seen}.values())
    drawn = rail(pairs) if pairs else None
    return (rail_item(drawn, party_colours(dataset.negotiation)),) if drawn else ()


def _move_item(move: Move) -> Item:
    sentence = move_sentence(move)
    mark = _TURN_MARKS.get(move.turn, "evidence") if move.cause is Cause.SAID else "evidence"
    return Item(sentence.text, mark=mark, opens=opens_statements(sentence.ids), quiet=not move.is_movement)


def gap_then_and_now(one: IssueMovement) -> tuple[Item, ...]:
    """Return the status and the leading distance before and after."""
    if one.then is None or one.now is None:
        return (Item(say(ONE_PARTY), quiet=True),)
    pair = Item(say(pair_of(one.now)), quiet=True)
    published = _gap_items(one.known, "then, without what was published since") if one.known and _differ(one.known, one.then) else ()
    by = f"The words of {' or of '.join(party.in_sentence for party in one.alone)} alone change what is possible."
    alone = (Item(by, quiet=True),) if one.alone else ()
    return (pair, *published, *_gap_items(one.then, "then"), *_gap_items(one.now, "now"), *alone)


def _differ(one: Gap, other: Gap) -> bool:
    """Return whether status or leading distance of two gaps differ."""
    leads = [lead.apart if (lead := table_gap(gap)) else None for gap in (one, other)]
    return one.possible != other.possible or leads[0] != leads[1]


def _gap_items(gap: Gap, when: str) -> tuple[Item, ...]:
    told = ", ".join(map(say, filter(None, (begun(status_name(gap.status)), leading_distance(gap)))))
    return (Item(told, label=f"{when}:", mark=gap.status.name.lower(), opens=opens_statements(gap.ids)),)


def still_words(found: Movement) -> str:
    """Return which issues have nothing new, in a sentence; empty where each has something."""
    still = [one.issue.label for one in found.issues if not one.has_news]
    return f"Nothing was said on {', '.join(still)}, reasons aside." if still else ""
