"""Read: a document beside the statements found in it, the inbox of proposals beside the text, and a document brought in."""

import streamlit as st

from parley.telling.document_reading import ONLY_SHOWS
from parley.views import read_parts, store
from parley.views.markup import literal
from parley.views.selection import current
from parley.words import say

if store.here().may_edit:
    read_parts.read(current())
else:
    st.info(literal(say(ONLY_SHOWS)))
