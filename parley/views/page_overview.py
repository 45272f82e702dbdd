"""Overview: every issue at a glance, with the gap drawn; or the matrix of issues by parties in words."""

import streamlit as st

from parley.analysis.gaps import Status
from parley.analysis.overview import overview, tally
from parley.analysis.standing import standing
from parley.telling import pages
from parley.telling.controls import control
from parley.telling.gap import status_label
from parley.telling.headings import ISSUE
from parley.telling.overview import found_with, summary
from parley.telling.standing import standing_told
from parley.views.cells import sentence_sheet, sentences_sheet, statement_item
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.controls import choose_one, choose_some, write_words
from parley.views.overview_parts import draw_rows
from parley.views.selection import current
from parley.views.ways import first_line, view_of
from parley.words import say

MOST_FOUND = 30

chosen = current()
dataset, negotiation = chosen.dataset, chosen.dataset.negotiation
rows = overview(dataset, chosen.parties, chosen.as_of, chosen.cut)
view = view_of("overview")
wide, narrow = first_line()
with wide:
    told = standing_told(standing(dataset, rows, chosen.parties, chosen.as_of, chosen.cut))
    draw_sheet(sentences_sheet(say(pages.caption("standing")), told, dataset), key="standing")
with narrow, st.popover(say(control("filter"))):
    group_names = {group.id: group.name for group in negotiation.groups}
    group = choose_one(st.selectbox, say(control("filter_group")), "group", "group", {"": say(pages.ALL_GROUPS), **group_names}, "")
    statuses = choose_some(st.pills, say(control("filter_status")), "status", "status", {one.value: say(status_label(one)) for one in Status}, ())
    search = write_words(say(control("filter_words")), "q")

found = dataset.matching(search, chosen.as_of)
shown = [
    row
    for row in rows
    if (not group or row.issue.group == group)
    and (not statuses or row.status.value in statuses)
    and (not search or any(one.issue == row.issue.id for one in found))
]

if shown:
    draw_rows(view, shown, chosen)
else:
    st.info(say(pages.NO_ISSUE_FITS))
counted_all = summary(tally(dataset, rows, chosen.as_of, chosen.cut))
draw_sheet(sentence_sheet(say(pages.caption("summary")), counted_all, dataset), key="summary")

if search:
    draw_sheet(sentence_sheet(say(pages.caption("found_count")), found_with(found, search), dataset, strong=True), key="found_count")
    columns = [Column(say(ISSUE), width="20%"), Column(say(pages.head("statement")))]
    hits = [Line(((Item(negotiation.issue_by_id[one.issue].label, opens=f"issue:{one.issue}"),), (statement_item(one, dataset),))) for one in found]
    draw_sheet(Sheet(say(pages.caption("found")), columns, hits[:MOST_FOUND]), key="found")
    if len(found) > MOST_FOUND:
        st.caption(say(pages.first_shown(MOST_FOUND)))
