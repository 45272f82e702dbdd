"""Compare: two to four columns, each a party at a date, and the statuses of every pair of parties."""

import streamlit as st

from parley.analysis.comparison import compare
from parley.analysis.overview import SEVERAL
from parley.analysis.whole import all_pairs
from parley.figures.palette import party_colours
from parley.telling import pages
from parley.telling.controls import control
from parley.telling.matrix import compared_matrix
from parley.views.cells import matrix_sheet
from parley.views.compare_parts import alignment_sheet, choose_parties_at, pairs_sheet
from parley.views.components.sheet import draw_sheet
from parley.views.controls import choose_one
from parley.views.selection import current, two_needed
from parley.words import say

chosen = current()
dataset = chosen.dataset
st.markdown(say(pages.AS_COLUMNS))
parties_at = choose_parties_at(chosen)
compared = compared_matrix(compare(dataset, parties_at, chosen.cut), parties_at, dataset)
draw_sheet(matrix_sheet(compared, party_colours(dataset.negotiation), pages.caption("compared")), key="compared")

st.header(say(pages.section("pairs")), anchor=False)
if len(chosen.parties) < 2:
    st.info(two_needed("pair"))
else:
    issues = dataset.negotiation.issue_by_id
    names = {"": say(pages.ALL_ISSUES), **{key: issue.name for key, issue in issues.items()}}
    picked = choose_one(st.selectbox, say(control("pairs")), "pairs", "issue", names, "", width=360)
    on_issues = all_pairs(dataset, dataset.negotiation.issues, chosen.parties, chosen.as_of, chosen.cut)
    draw_sheet(pairs_sheet(chosen, issues.get(picked), on_issues), key="pair_statuses")
if len(chosen.parties) >= SEVERAL:
    st.header(say(pages.section("alignment")), anchor=False)
    draw_sheet(alignment_sheet(chosen, on_issues), key="alignment")
