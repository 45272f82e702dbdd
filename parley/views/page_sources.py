"""Sources: the documents, what each contributed, and where nothing is held."""

import streamlit as st

from parley.analysis.coverage import contributions, coverage
from parley.dates import shown_day
from parley.figures.palette import party_colours
from parley.numbers import counted
from parley.views.app import follow
from parley.views.components.sheet import draw_sheet
from parley.views.selection import current
from parley.views.sources_parts import coverage_sheet, documents_sheet, empty_frame

MOST = 30

chosen = current()
dataset = chosen.dataset
counts = f"{counted(len(dataset.cited), 'document')}, {counted(len(dataset.statements), 'statement')}."
st.markdown(f"{counts} The documents themselves are not part of this product: only records of them.")
documents = contributions(dataset)
shown = len(documents) if len(documents) <= MOST or st.toggle(f"Show all {len(documents)} documents", key="all_documents") else MOST
follow(draw_sheet(documents_sheet(documents[-shown:]), key="documents"))

st.header("What is held, and what is not", anchor=False)
st.markdown(f"Statements said by {shown_day(chosen.as_of)}, whatever the evidence cut, by party, issue and kind. A dash is an empty cell.")
held = coverage(dataset, dataset.negotiation.issues, chosen.parties, chosen.as_of)
follow(draw_sheet(coverage_sheet(held, chosen, party_colours(dataset.negotiation)), key="coverage"))
empty = empty_frame(held)
with st.expander(f"The {len(empty)} empty cells of {len(held)}, listed", key="empty", on_change="rerun") as listed:
    if listed.open:
        st.dataframe(empty, hide_index=True, alt="Party, issue and kind for which no statement is held")
