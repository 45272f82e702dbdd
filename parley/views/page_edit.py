"""Edit: a statement, document, event, party or issue added or changed, with what would come of it before it is saved."""

import streamlit as st

from parley.telling.editing import ONLY_SHOWS
from parley.views import people
from parley.views.edit import parts as edit_parts
from parley.views.markup import literal
from parley.views.selection import current

if people.may_write():
    edit_parts.change(current())
else:
    st.info(literal(people.told_not_to_write(ONLY_SHOWS)))
