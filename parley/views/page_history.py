"""History: every save of this negotiation, what it changed in words and in positions, and the way back to it."""

import streamlit as st

from parley.telling.access import SEES_NO_HISTORY
from parley.views import people
from parley.views.edit.parts import folder_of
from parley.views.history_parts import draw_history
from parley.views.selection import current
from parley.words import say

if people.sees_internal():
    draw_history(folder_of(current().dataset), current().dataset)
else:
    st.info(say(SEES_NO_HISTORY))
