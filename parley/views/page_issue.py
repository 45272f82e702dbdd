"""Issue: the gap drawn, what would change it, and the parties' statements side by side; or the same over time."""

import streamlit as st

from parley.analysis.overview import OverviewRow, overview_row
from parley.analysis.voices import voices_of
from parley.views import issue_parts
from parley.views.app import follow, ink
from parley.views.components.navigator import draw_navigator
from parley.views.components.sheet import draw_sheet
from parley.views.markup import literal
from parley.views.selection import Selection, current, show_issue, tell_issue_gone, two_needed
from parley.views.timeline_parts import choose_start, draw_timeline, said_sheet


def show() -> None:
    """Draw the issue that the address names, as positions on the date shown or over time."""
    chosen = current()
    dataset, issue = chosen.dataset, chosen.issue
    if issue is None:
        tell_issue_gone(dataset)
    draw_navigator(issue_parts.choices(dataset), issue.id if issue else "", "Issue", show_issue, key="issue_navigator")
    if issue is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="medium"):
        st.markdown(literal(issue.question), width="stretch")
        is_over_time = issue_parts.choose_view() == issue_parts.OVER_TIME
        start = choose_start(chosen.as_of) if is_over_time else None
    row = overview_row(dataset, issue, chosen.parties, chosen.as_of, chosen.cut)
    if row.gap is None:
        st.info(two_needed("A gap"))
    if not is_over_time:
        positions(chosen, row)
    elif found := draw_timeline(chosen, row, start, ink()):
        follow(draw_sheet(said_sheet(found, row, dataset), key="said"))
    else:
        st.info("Nothing by the parties shown on this issue by then, in the evidence shown.")


def positions(chosen: Selection, row: OverviewRow) -> None:
    """Draw the positions on the date shown: what lies between them, the gap, what stands behind it, and the statements side by side."""
    dataset, issue = chosen.dataset, row.issue
    differing = voices_of(dataset, row.positions)
    if row.gap is not None:
        follow(draw_sheet(issue_parts.verdict_sheet(row), key="verdict"))
    if any(one.is_evidenced for one in row.positions):
        follow(issue_parts.draw_gap(chosen, row, differing, ink()))
    if row.gap is not None:
        follow(draw_sheet(issue_parts.background_sheet(chosen, row, differing), key="background"))
    elif differing:
        follow(draw_sheet(issue_parts.voices_sheet(differing), key="voices"))

    if issue_parts.speaking(dataset, row):
        follow(draw_sheet(issue_parts.board(dataset, issue, row, issue_parts.POSITIONAL), key="board"))
        with st.expander(issue_parts.folded_label(dataset, issue, row), key="reasons", on_change="rerun") as reasons:
            if reasons.open:
                follow(draw_sheet(issue_parts.board(dataset, issue, row, issue_parts.SUPPORTING), key="reasons_board"))
    silence = issue_parts.silence_words(dataset, row)
    if silence:
        st.markdown(literal(silence))


show()
