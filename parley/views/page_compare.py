"""Compare: two to four columns, each a party at a date, and the statuses of every pair of parties."""

import streamlit as st

from parley.analysis.clusters import MANY
from parley.analysis.comparison import compare
from parley.analysis.overview import SEVERAL
from parley.analysis.whole import all_pairs
from parley.telling import pages
from parley.telling.comparison import in_all, in_one_sentence, nothing_to_tell_on, pair_by_pair
from parley.telling.controls import control
from parley.telling.whole import no_pair_on
from parley.views.cells import sentence_sheet, sentences_sheet
from parley.views.compare_parts import alignment_sheet, choose_parties_at, compared_sheet, pairs_sheet
from parley.views.components.sheet import draw_sheet
from parley.views.controls import choose_one
from parley.views.markup import literal
from parley.views.selection import current, two_needed
from parley.words import say

chosen = current()
dataset = chosen.dataset
st.markdown(say(pages.AS_COLUMNS))
parties_at = choose_parties_at(chosen)
found = compare(dataset, parties_at, chosen.cut)
draw_sheet(sentence_sheet(say(pages.caption("in_all")), in_one_sentence(found), dataset, strong=True), key="in_short")
by_pair = in_all(found)
if len(by_pair) > 1:
    with st.expander(say(pair_by_pair(len(by_pair))), key="by_pair", on_change="rerun") as fold:
        if fold.open:
            draw_sheet(sentences_sheet(say(pages.caption("in_all")), by_pair, dataset), key="in_all")
telling = [one for one in found if one.is_telling] or found
others = [one for one in found if one not in telling]
draw_sheet(compared_sheet(telling, parties_at, dataset), key="compared")
if others:
    with st.expander(say(nothing_to_tell_on(len(others))), key="not_telling", on_change="rerun") as fold:
        if fold.open:
            draw_sheet(compared_sheet(others, parties_at, dataset), key="compared_others")

st.header(say(pages.section("pairs")), anchor=False)
if len(chosen.parties) < 2:
    st.info(two_needed("pair"))
else:
    issues = dataset.negotiation.issue_by_id
    names = {"": say(pages.ALL_ISSUES), **{key: issue.name for key, issue in issues.items()}}
    picked = choose_one(st.selectbox, say(control("pairs")), "pairs", "issue", names, "", width=360)
    on_issues = all_pairs(dataset, dataset.negotiation.issues, chosen.parties, chosen.as_of, chosen.cut)
    pairs = pairs_sheet(chosen, issues.get(picked), on_issues)
    if pairs.lines:
        draw_sheet(pairs, key="pair_statuses")
    left = no_pair_on(on_issues) if not picked and len(chosen.parties) < MANY else None
    if left:
        st.markdown(literal(say(left)))
if len(chosen.parties) >= SEVERAL:
    st.header(say(pages.section("alignment")), anchor=False)
    draw_sheet(alignment_sheet(chosen, on_issues), key="alignment")
