"""Robustness: whether each finding holds on record only, on fresh evidence only, and without each single statement."""

import streamlit as st

from parley.analysis.overview import overview
from parley.analysis.robustness import weakest_first
from parley.telling import pages
from parley.telling.controls import show_all
from parley.telling.robustness import holding
from parley.views.cells import sentence_sheet
from parley.views.components.sheet import draw_sheet
from parley.views.robustness_parts import robustness_sheet
from parley.views.selection import current
from parley.words import say

MOST = 30

chosen = current()
dataset = chosen.dataset
rows = overview(dataset, chosen.parties, chosen.as_of, chosen.cut)
found = weakest_first(dataset, rows, chosen.as_of, chosen.cut)
if found:
    st.markdown(f"{chosen.words}.")
    draw_sheet(sentence_sheet(say(pages.caption("holding")), holding(found), dataset), key="holding")
    st.markdown(say(pages.when_a_finding_holds(dataset.negotiation)))
    shown = len(found) if len(found) <= MOST or st.toggle(say(show_all("findings", len(found))), key="all_findings") else MOST
    draw_sheet(robustness_sheet(found[:shown]), key="robustness")
else:
    st.info(say(pages.NOTHING_FOUND))
