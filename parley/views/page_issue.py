"""Issue: the gap drawn, what would change it, and the parties' statements side by side."""

import streamlit as st

from parley.analysis.overview import overview_row
from parley.analysis.strength import weakest_first
from parley.figures.gap_figure import alt_text, gap_figure
from parley.figures.gap_geometry import gap_drawing
from parley.figures.palette import party_colours
from parley.views import issue_parts
from parley.views.app import follow, ink
from parley.views.cells import evidence_words, literal
from parley.views.components.navigator import draw_navigator
from parley.views.components.sheet import draw_sheet
from parley.views.components.still import kept_in_sight
from parley.views.selection import current, set_heading, show_issue


@st.fragment
def show() -> None:
    """Draw the issue that the URL names; choosing another runs this part alone, and leaves the controls above as they are."""
    chosen = current()
    dataset, issue = chosen.dataset, chosen.issue
    set_heading(issue.name)
    draw_navigator(issue_parts.choices(dataset), issue.id, "Issue", show_issue, key="issue_navigator")
    st.markdown(literal(issue.question))

    row = overview_row(dataset, issue, chosen.parties, chosen.as_of, chosen.cut)
    if row.gap is not None:
        strength = next(iter(weakest_first(dataset, [row], chosen.as_of, chosen.cut)), None)
        follow(draw_sheet(issue_parts.verdict_sheet(row, dataset, strength), key="verdict"))
    if any(one.is_evidenced for one in row.positions):
        drawing = gap_drawing(row.gap, row.positions, dataset.statement_by_id)
        behind = [dataset.statement_by_id[one] for position in row.positions for one in position.ids]
        figure = gap_figure(drawing, party_colours(dataset.negotiation), f"{chosen.words} · {evidence_words(behind)}", ink())
        status = issue_parts.status_words(row)
        place = kept_in_sight("gap_chart")
        place.plotly_chart(figure, theme=None, alt=alt_text(drawing, status), config={"displayModeBar": False, "responsive": True})

    if issue_parts.speaking(dataset, row):
        follow(draw_sheet(issue_parts.board(dataset, issue, row, issue_parts.POSITIONAL), key="board"))
        with st.expander(issue_parts.folded_label(dataset, issue, row), key="reasons", on_change="rerun") as reasons:
            if reasons.open:
                follow(draw_sheet(issue_parts.board(dataset, issue, row, issue_parts.SUPPORTING), key="reasons_board"))
    silence = issue_parts.silence_words(dataset, row)
    if silence:
        st.markdown(literal(silence))


show()
