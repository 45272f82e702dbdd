"""The parts of the comparison page: the choice of columns, and the grid of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

import streamlit as st

from parley.analysis.alignment import alignment
from parley.analysis.clusters import MANY, MOST_COLUMNS, focus_of
from parley.analysis.comparison import ComparedIssue, PartyAt, pair_statuses
from parley.analysis.gaps import NOTHING_TO_COMPARE, Gap, Status
from parley.analysis.whole import AllPairs
from parley.evidence import Evidence
from parley.figures.palette import party_colours
from parley.model import Issue
from parley.telling import pages
from parley.telling.controls import column_date, column_party, control
from parley.telling.counting import so_many_of
from parley.telling.gap import status_label
from parley.telling.headings import ISSUE
from parley.telling.matrix import compared_matrix
from parley.telling.parties import pair
from parley.views.cells import folded, matrix_sheet, opens_newest, opens_statements, status_item
from parley.views.components.day_field import Range
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.controls import choose_day, choose_one
from parley.views.selection import Selection
from parley.words import say

FEWEST, MOST = 2, 4
READ_AT_ONCE, KEPT = 4, 2  # lines on how columns stand on an issue that all stand at once, and how many of more do


def choose_parties_at(chosen: Selection) -> list[PartyAt]:
    """Draw the choice of columns, bound to the URL, and return it; by default the first two parties on the date shown."""
    parties = chosen.dataset.negotiation.party_by_id
    names = {key: party.short for key, party in parties.items()}
    days = [day for day in chosen.dataset.days if day < chosen.as_of]
    earlier = days[len(days) // 2] if days else chosen.as_of
    among = Range(min([*chosen.dataset.days, chosen.as_of]), max([date.today(), *chosen.dataset.days, chosen.as_of]))
    first_days = [chosen.as_of, chosen.as_of, earlier, earlier]
    counts = {str(one): str(one) for one in range(FEWEST, MOST + 1)}
    number = int(choose_one(st.segmented_control, say(control("columns")), "columns", "number of columns", counts, str(FEWEST), required=True))
    parties_at = []
    for place, box in enumerate(st.columns(number)):
        start = chosen.parties[place % min(2, len(chosen.parties))].id
        with box, st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            party = choose_one(st.selectbox, say(column_party(place + 1)), f"party{place + 1}", "party", names, start)
            day = choose_day(say(column_date(place + 1)), f"date{place + 1}", first_days[place], among)
        parties_at.append(PartyAt(parties[party], day))
    return parties_at


def compared_sheet(rows: Sequence[ComparedIssue], parties_at: Sequence[PartyAt], dataset: Evidence) -> Sheet:
    """Return issues by columns, each a party at a date, and how these stand to each other; of many pairs the first, and the others folded."""
    sheet = matrix_sheet(compared_matrix(rows, parties_at, dataset), party_colours(dataset.negotiation), pages.caption("compared"))
    last = len(sheet.columns) - 1
    return replace(sheet, lines=[_with_pairs_folded(line, last) for line in sheet.lines])


def _with_pairs_folded(line: Line, last: int) -> Line:
    if not line.cells or len(line.cells[last]) <= READ_AT_ONCE:
        return line
    return replace(line, folds={last: folded(line.cells[last], KEPT)})


def pairs_sheet(chosen: Selection, issue: Issue | None, on_issues: Sequence[AllPairs]) -> Sheet:
    """Return the statuses of all pairs: of one issue as party by party, or of all issues as issue by pair; of many parties, how many."""
    if issue:
        return _one_issue(chosen, issue)
    return _all_issues(chosen) if len(chosen.parties) < MANY else _counted(chosen, on_issues)


def alignment_sheet(chosen: Selection, on_issues: Sequence[AllPairs]) -> Sheet:
    """Return on how many issues each two parties agree, of those on which both take a position; of many parties, with those in focus."""
    negotiation = chosen.dataset.negotiation
    found = alignment(chosen.parties, on_issues)
    across = set(focus_of(negotiation, chosen.parties, MOST_COLUMNS))
    columns, colours = [one for one in found.parties if one in across], party_colours(negotiation)
    lines = []
    for one in found.parties:
        cells = []
        for other in columns:
            pair = found.of(one, other) if one != other else None
            if pair and pair.both:
                opens = opens_newest(found.ids_of(one, other), chosen.dataset)
                cells.append((Item(say(so_many_of(pair.alike, pair.both)), opens=opens),))
            else:
                cells.append((Item("–", quiet=True),))
        lines.append(Line(((Item(one.name, strong=True),), *cells)))
    heads = [Column("", width="16%"), *(Column(party.short, colour=colours[party.id]) for party in columns)]
    return Sheet(say(pages.caption("alignment")), heads, lines)


def _one_issue(chosen: Selection, issue: Issue) -> Sheet:
    negotiation = chosen.dataset.negotiation
    across = focus_of(negotiation, chosen.parties, MOST_COLUMNS)
    gaps = pair_statuses(chosen.dataset, chosen.parties, issue, chosen.as_of, chosen.cut, {one.id for one in across})
    colours = party_colours(negotiation)
    columns = [Column("", width="16%"), *(Column(party.short, colour=colours[party.id]) for party in across)]
    lines = []
    for one in chosen.parties:
        cells = []
        for other in across:
            gap = gaps.get((one.id, other.id)) or gaps.get((other.id, one.id))
            cells.append((status_item(gap.status, opens_statements(gap.ids)),) if gap else (Item("–", quiet=True),))
        lines.append(Line(((Item(one.name, strong=True),), *cells)))
    return Sheet(say(pages.pairs_on(issue)), columns, lines)


def _counted(chosen: Selection, on_issues: Sequence[AllPairs]) -> Sheet:
    dataset = chosen.dataset
    columns = [Column(say(ISSUE), width="16%"), *(Column(say(status_label(one))) for one in Status)]
    lines = []
    for pairs in on_issues:
        found, issue = pairs.whole().pairs, pairs.issue
        counts = [(say(found[one].count), opens_newest(found[one].ids, dataset)) if one in found else ("–", "") for one in Status]
        cells = [(Item(words, quiet=not opens, opens=opens),) for words, opens in counts]
        lines.append(Line(((Item(issue.label, opens=f"issue:{issue.id}"),), *cells), opens=f"issue:{issue.id}"))
    return Sheet(say(pages.caption("pairs_counted")), columns, lines)


def _all_issues(chosen: Selection) -> Sheet:
    pairs = list(combinations(chosen.parties, 2))
    columns = [Column(say(ISSUE), width="16%"), *(Column(say(pair(one, other))) for one, other in pairs)]
    lines = []
    for issue in chosen.dataset.negotiation.issues:
        gaps = pair_statuses(chosen.dataset, chosen.parties, issue, chosen.as_of, chosen.cut)
        between = [gaps[one.id, other.id] for one, other in pairs]
        if all(gap.status in NOTHING_TO_COMPARE for gap in between):
            continue
        cells = [(_pair_item(gap),) for gap in between]
        lines.append(Line(((Item(issue.label, opens=f"issue:{issue.id}"),), *cells), opens=f"issue:{issue.id}"))
    return Sheet(say(pages.caption("pairs")), columns, lines)


def _pair_item(gap: Gap) -> Item:
    """Return the status of a pair; of one of whom somebody said nothing, a dash."""
    return Item("–", quiet=True) if gap.status is Status.NO_EVIDENCE else status_item(gap.status, opens_statements(gap.ids))
