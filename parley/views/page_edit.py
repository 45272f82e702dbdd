"""Edit: a statement, document, event, party or issue added or changed, with what would come of it before it is saved."""

import streamlit as st

from parley.telling.editing import ONLY_SHOWS
from parley.views import edit_parts, store
from parley.views.markup import literal
from parley.views.selection import current
from parley.words import say

if store.here().may_edit:
    edit_parts.change(current())
else:
    st.info(literal(say(ONLY_SHOWS)))
