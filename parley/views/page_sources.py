"""Sources: the documents, what each contributed, and where nothing is held."""

import streamlit as st

from parley.analysis.coverage import contributions, coverage
from parley.figures.palette import party_colours
from parley.telling import pages
from parley.telling.controls import EMPTY_IN_WORDS, empty_of, show_all
from parley.telling.evidence import all_held
from parley.views.cells import sentence_sheet
from parley.views.components.sheet import draw_sheet
from parley.views.selection import current
from parley.views.sources_parts import coverage_sheet, documents_sheet, empty_cells
from parley.words import say

MOST = 30

chosen = current()
dataset = chosen.dataset
draw_sheet(sentence_sheet(say(pages.caption("held")), all_held(dataset), dataset), key="held")
st.markdown(say(pages.ONLY_RECORDS))
documents = contributions(dataset)
shown = len(documents) if len(documents) <= MOST or st.toggle(say(show_all("documents", len(documents))), key="all_documents") else MOST
draw_sheet(documents_sheet(documents[-shown:], dataset), key="documents")

st.header(say(pages.section("coverage")), anchor=False)
st.markdown(say(pages.held_by(chosen.as_of)))
cells = coverage(dataset, dataset.negotiation.issues, chosen.parties, chosen.as_of)
draw_sheet(coverage_sheet(cells, chosen, party_colours(dataset.negotiation)), key="coverage")
empty = empty_cells(cells)
with st.expander(say(empty_of(len(empty["party"]), len(cells))), key="empty", on_change="rerun") as listed:
    if listed.open:
        st.dataframe(empty, hide_index=True, alt=say(EMPTY_IN_WORDS))
