"""Compare: two to four columns, each a party at a date, and the statuses of every pair of parties."""

import streamlit as st

from parley.analysis.comparison import compare
from parley.dates import shown_day
from parley.figures.palette import party_colours
from parley.telling import pages
from parley.telling.headings import ISSUE
from parley.telling.position import position_lines
from parley.views.cells import cell_items
from parley.views.compare_parts import choose_parties_at, pairs_sheet, relation_items
from parley.views.components.sheet import Column, Item, Line, Sheet, draw_sheet
from parley.views.controls import choose_one
from parley.views.selection import current, two_needed
from parley.words import say

chosen = current()
dataset = chosen.dataset
st.markdown(say(pages.AS_COLUMNS))
parties_at = choose_parties_at(chosen)
colours = party_colours(dataset.negotiation)
width = f"{62 / len(parties_at):.1f}%"
columns = [
    Column(say(ISSUE), width="14%"),
    *(Column(one.party.short, shown_day(one.as_of), colours[one.party.id], width) for one in parties_at),
    Column(say(pages.head("stand")), width="24%"),
]
lines = [
    Line(
        (
            (Item(row.issue.label, opens=f"issue:{row.issue.id}"),),
            *(cell_items(position_lines(position, dataset)) for position in row.positions),
            relation_items(row, named=len(parties_at) > 2),
        ),
        opens=f"issue:{row.issue.id}",
    )
    for row in compare(dataset, parties_at, chosen.cut)
]
draw_sheet(Sheet(say(pages.caption("compared")), columns, lines), key="compared")

st.header(say(pages.section("pairs")), anchor=False)
if len(chosen.parties) < 2:
    st.info(two_needed("A pair"))
else:
    issues = dataset.negotiation.issue_by_id
    names = {"": say(pages.ALL_ISSUES), **{key: issue.name for key, issue in issues.items()}}
    picked = choose_one(st.selectbox, "Show", "pairs", "issue", names, "", width=360)
    draw_sheet(pairs_sheet(chosen, issues.get(picked)), key="pair_statuses")
