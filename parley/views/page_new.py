"""New negotiation: a first one, step by step, written when all of it is there."""

import streamlit as st

from parley.telling.editing import ONLY_SHOWS
from parley.views import new_parts, people, store
from parley.views.markup import literal

if people.may_write():
    new_parts.lead_through(store.here().positions)
else:
    st.info(literal(people.told_not_to_write(ONLY_SHOWS)))
