"""Take away: slides, documents, figures and tables of the agenda, each made of the same briefing in one click."""

import streamlit as st

from parley.exports.files import Maker
from parley.telling.pages import section
from parley.views import people, store
from parley.views import take_away_parts as parts
from parley.views.briefing_parts import choose_briefing, shareable_of
from parley.views.markup import literal
from parley.views.selection import current, live_address
from parley.views.template_parts import choose_shell, tell_notes
from parley.words import say

chosen = current()
full = choose_briefing(chosen)
is_shareable = parts.choose_edition(chosen.dataset)
briefing = parts.choose_parts(shareable_of(full, chosen) if is_shareable else full)
making = parts.making_here()
shell = choose_shell(chosen.dataset.negotiation)
maker = Maker(briefing, chosen.dataset, live_address("take-away"), shell)
st.markdown(literal(parts.contents_words(briefing)))
parts.warn_of_what_is_missing(maker)
tell_notes(maker)

st.header(say(section("documents")), anchor=False)
parts.draw_documents(maker, making)
if people.may_write():
    parts.draw_for_editing(making, chosen.dataset.negotiation.id, store.here().positions)
st.header(say(section("figure")), anchor=False)
parts.draw_figures(maker, making)
st.header(say(section("references")), anchor=False)
parts.draw_references(maker, making)
st.header(say(section("table")), anchor=False)
parts.draw_tables(maker, making)
