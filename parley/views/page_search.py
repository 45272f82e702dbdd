"""Search: words in all that the negotiation holds, with what was found by issue and party, and whatever else holds them."""

import streamlit as st

from parley.addresses import WORDS
from parley.analysis.search import search
from parley.telling.controls import show_all
from parley.telling.search import HOW_TO_SEARCH
from parley.views.controls import words_asked
from parley.views.search_parts import MOST, draw_found, most_of_one_list
from parley.views.selection import current
from parley.words import say

chosen = current()
words = words_asked(WORDS)
if words.strip():
    found = search(chosen.dataset, words, chosen.as_of, chosen.cut)
    count = len(found.statements) + len(found.others)
    everything = most_of_one_list(found) > MOST and st.toggle(say(show_all("finds", count)), key="all_finds")
    draw_found(found, chosen, count if everything else MOST)
else:
    st.caption(say(HOW_TO_SEARCH))
