"""Read: a document beside the statements found in it, the inbox of proposals beside the text, and a document brought in."""

import streamlit as st

from parley.telling.document_reading import ONLY_SHOWS
from parley.views import people
from parley.views.markup import literal
from parley.views.read import parts as read_parts
from parley.views.selection import current

if people.may_write():
    read_parts.read(current())
else:
    st.info(literal(people.told_not_to_write(ONLY_SHOWS)))
