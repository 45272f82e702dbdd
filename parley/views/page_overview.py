"""Overview: every issue at a glance, with the gap drawn; or the matrix of issues by parties in words."""

import streamlit as st

from parley.analysis.gaps import Status
from parley.analysis.ordering import ORDERS, furthest_first, ordered
from parley.telling import pages
from parley.telling.controls import control
from parley.telling.gap import status_label
from parley.telling.ordering import furthest_told, order_name
from parley.views.cells import sentence_sheet, sentences_sheet
from parley.views.components.sheet import draw_sheet
from parley.views.controls import choose_one, choose_some, unfolding
from parley.views.overview_parts import draw_rows, how_all_stand, tell_the_way_in
from parley.views.selection import current
from parley.views.ways import TABLE, first_line, view_of
from parley.words import say

chosen = current()
dataset, negotiation = chosen.dataset, chosen.dataset.negotiation
stand = how_all_stand(chosen)
view = view_of("overview")
wide, narrow = first_line()
with wide:
    draw_sheet(sentences_sheet(say(pages.caption("standing")), stand.told, dataset), key="standing")
with narrow, unfolding(say(control("filter")), "filter"):
    orders = {key: say(order_name(one)) for key, one in ORDERS.items()}
    # What an order tells stands beneath.
    order = ORDERS[choose_one(st.radio, say(control("order")), "order", "order", orders, "listed", closing="filter")]
    group_names = {group.id: group.name for group in negotiation.groups}
    group = choose_one(st.selectbox, say(control("filter_group")), "group", "group", {"": say(pages.ALL_GROUPS), **group_names}, "")
    statuses = choose_some(st.pills, say(control("filter_status")), "status", "status", {one.value: say(status_label(one)) for one in Status}, ())

held = [row for row in stand.rows if (not group or row.issue.group == group) and (not statuses or row.status.value in statuses)]
shown = ordered(dataset, held, order, chosen.parties, chosen.as_of, chosen.cut)
furthest = furthest_told(furthest_first(shown)) if order == "gap" else None
if furthest:
    draw_sheet(sentence_sheet(say(pages.caption("furthest")), furthest, dataset, strong=True), key="furthest")
if view != TABLE:
    tell_the_way_in()
if shown:
    draw_rows(view, shown, chosen, "" if order == "listed" else say(order_name(order)))
else:
    st.info(say(pages.NO_ISSUE_FITS))
draw_sheet(sentence_sheet(say(pages.caption("summary")), stand.counted, dataset), key="summary")
