"""Bring in: a table or an edited workbook, shown as it is read and as it would look, and written only when that is wanted."""

import streamlit as st

from parley.roundtrip.book import Book
from parley.telling import bringing_in as told
from parley.views import people, store
from parley.views.bring_in import kept, parts, reading
from parley.views.bring_in.edits import show_edits
from parley.views.markup import literal
from parley.words import say

positions = store.here().positions
if not people.may_write():
    st.info(literal(people.told_not_to_write(told.ONLY_SHOWS)))
else:
    st.markdown(say(told.HOW_TO_BRING_IN))
    kept.resume(positions)
    kept.draw_owner()
    given = reading.choose_given()
    why = kept.keep(positions, given.tables, given.cells)
    since = st.container()
    is_written = False
    asked = reading.choose_table(given, positions)
    if isinstance(asked, Book):
        is_written = show_edits(asked, positions)
    elif asked:
        work = reading.choose_reading(asked)
        if work:
            is_written = parts.show_what_would_come(asked, work)
    # At its end as well, when all that is chosen on the page has been.
    why = kept.keep(positions, given.tables, given.cells, is_written=is_written) or why
    kept.tell_kept(since, positions, why)
