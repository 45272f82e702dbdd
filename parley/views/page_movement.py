"""Movement: what moved between two dates, who moved it, what only looks like movement, and where the ball lies."""

import streamlit as st

from parley.analysis.clusters import focus_of
from parley.analysis.court import court
from parley.analysis.movement import movement
from parley.analysis.waiting import unanswered
from parley.telling import pages
from parley.telling.controls import control
from parley.telling.front import unanswered_told
from parley.telling.movement import nothing_told, others_told, published_told, whole_told
from parley.views import movement_parts
from parley.views.cells import sentence_sheet
from parley.views.components.sheet import draw_sheet
from parley.views.court_parts import court_sheet
from parley.views.markup import literal
from parley.views.overview_parts import how_all_stand
from parley.views.selection import current
from parley.words import say

MOST = 30

chosen = current()
dataset = chosen.dataset
since = movement_parts.choose_since(chosen)
found = movement(dataset, chosen.parties, since, chosen.as_of, chosen.cut)
focus = {one.id for one in focus_of(dataset.negotiation, chosen.parties)}
draw_sheet(sentence_sheet(say(pages.caption("whole")), whole_told(found), dataset, strong=True), key="whole")
ball = unanswered_told(unanswered(dataset, how_all_stand(chosen).rows, chosen.parties, chosen.as_of, chosen.cut))
if ball:
    draw_sheet(sentence_sheet(say(pages.section("court")), ball, dataset), key="ball")
late = published_told(found)
if late:
    draw_sheet(sentence_sheet(say(pages.caption("published")), late, dataset, mark="evidence"), key="published")

news = [one for one in found.issues if one.has_news]
if news:
    draw_sheet(movement_parts.movement_sheet(found, dataset, focus), key="movement")
others = movement_parts.others_moved(found, focus)
if others:
    with st.expander(say(others_told(others)), key="others_moved", on_change="rerun") as fold:
        if fold.open:
            draw_sheet(movement_parts.others_sheet(others, dataset), key="movement_of_others")
still = nothing_told(found)
if still:
    st.markdown(literal(say(still)))
st.link_button(say(pages.FEED), movement_parts.way_to_feed(dataset), type="tertiary")

st.header(say(pages.section("counts")), anchor=False)
st.markdown(say(pages.BETWEEN_THE_TWO))
draw_sheet(movement_parts.counts_sheet(found, dataset), key="status_counts")

st.header(say(pages.section("court")), anchor=False)
everything = st.toggle(say(control("every_court")), key="all_courts")
few = found.issues if everything or len(found.issues) <= MOST else news[:MOST]
courts = [court(dataset, one.issue, chosen.parties, chosen.as_of, chosen.cut) for one in few]
listed = [one for one in courts if everything or one.last or one.conditions]
if listed:
    draw_sheet(court_sheet(listed, dataset), key="court")
else:
    st.info(say(pages.NO_PARTY_HAS_MOVED))
