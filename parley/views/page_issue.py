"""Issue: the gap drawn, what would change it, and the parties' statements side by side; or the same over time."""

from datetime import date

import streamlit as st

from parley.analysis.court import court
from parley.analysis.evidence import cut_words
from parley.analysis.overview import OverviewRow, overview_row
from parley.analysis.robustness import robustness
from parley.figures.gap_figure import alt_text, gap_figure
from parley.figures.gap_geometry import gap_drawing
from parley.figures.palette import party_colours
from parley.views import issue_parts
from parley.views.app import follow, ink
from parley.views.cells import evidence_words, literal
from parley.views.components.navigator import draw_navigator
from parley.views.components.sheet import draw_sheet
from parley.views.court_parts import court_items
from parley.views.selection import Selection, current, set_heading, show_issue
from parley.views.timeline_parts import choose_start, draw_timeline, said_sheet


@st.fragment
def show() -> None:
    """Draw the issue that the URL names; choosing another runs this part alone, and leaves the controls above as they are."""
    chosen = current()
    dataset, issue = chosen.dataset, chosen.issue
    set_heading(issue.name)
    draw_navigator(issue_parts.choices(dataset), issue.id, "Issue", show_issue, key="issue_navigator")
    st.markdown(literal(issue.question))
    with st.container(horizontal=True, gap="medium"):
        is_over_time = issue_parts.choose_view() == issue_parts.OVER_TIME
        start = choose_start(chosen.as_of) if is_over_time else None
    row = overview_row(dataset, issue, chosen.parties, chosen.as_of, chosen.cut)
    if is_over_time:
        over_time(chosen, row, start)
    else:
        positions(chosen, row)


def over_time(chosen: Selection, row: OverviewRow, start: date | None) -> None:
    """Draw the way the positions came, and everything that was said and that happened."""
    found = draw_timeline(chosen, row, start, ink())
    if found is None:
        st.info("None of the parties shown had said anything on this issue by then.")
    else:
        follow(draw_sheet(said_sheet(found, row, chosen.dataset), key="said"))


def positions(chosen: Selection, row: OverviewRow) -> None:
    """Draw the positions on the date shown: what lies between them, the gap, and the statements side by side."""
    dataset, issue = chosen.dataset, row.issue
    if row.gap is not None:
        found = robustness(dataset, row, chosen.as_of, chosen.cut)
        ball = court(dataset, issue, chosen.parties, chosen.as_of, chosen.cut)
        follow(draw_sheet(issue_parts.verdict_sheet(row, dataset, found, court_items(ball, dataset)), key="verdict"))
    if any(one.is_evidenced for one in row.positions):
        drawing = gap_drawing(row.gap, row.positions, dataset.statement_by_id)
        behind = [dataset.statement_by_id[one] for position in row.positions for one in position.ids]
        cut, note = cut_words(chosen.cut), f"{chosen.words} · {evidence_words(behind)}"
        figure = gap_figure(drawing, party_colours(dataset.negotiation), note, ink(), cut)
        status = issue_parts.status_words(row)
        st.plotly_chart(figure, theme=None, alt=alt_text(drawing, status, cut), config={"displayModeBar": False, "responsive": True})

    if issue_parts.speaking(dataset, row):
        follow(draw_sheet(issue_parts.board(dataset, issue, row, issue_parts.POSITIONAL), key="board"))
        with st.expander(issue_parts.folded_label(dataset, issue, row), key="reasons", on_change="rerun") as reasons:
            if reasons.open:
                follow(draw_sheet(issue_parts.board(dataset, issue, row, issue_parts.SUPPORTING), key="reasons_board"))
    silence = issue_parts.silence_words(dataset, row)
    if silence:
        st.markdown(literal(silence))


show()
