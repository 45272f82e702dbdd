"""New negotiation: a first one, step by step, written when all of it is there."""

import streamlit as st

from parley.telling.editing import ONLY_SHOWS
from parley.views import new_parts, store
from parley.views.markup import literal
from parley.words import say

if store.here().may_edit:
    new_parts.lead_through(store.here().positions)
else:
    st.info(literal(say(ONLY_SHOWS)))
