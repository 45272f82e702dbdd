"""Bring in: a table or an edited workbook, shown as it is read and as it would look, and written only when that is wanted."""

import streamlit as st

from parley.roundtrip.book import Book
from parley.telling import bringing_in as told
from parley.views import people, store
from parley.views.bring_in import parts as parts
from parley.views.bring_in import reading as reading
from parley.views.bring_in.edits import show_edits
from parley.views.markup import literal
from parley.words import say

if not people.may_write():
    st.info(literal(people.told_not_to_write(told.ONLY_SHOWS)))
else:
    st.markdown(say(told.HOW_TO_BRING_IN))
    asked = reading.choose_table(store.here().positions)
    if isinstance(asked, Book):
        show_edits(asked, store.here().positions)
    elif asked:
        work = reading.choose_reading(asked)
        if work:
            parts.show_what_would_come(asked, work)
