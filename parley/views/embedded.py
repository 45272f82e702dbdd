"""One issue without header, for a page of another site: which sites may show it, and what stands around it."""

from __future__ import annotations

from urllib.parse import parse_qs

import streamlit as st

from parley.addresses import EMBED, FIGURE, ISSUE, NEGOTIATION, query, view_parameters
from parley.errors import ParleyError
from parley.telling.briefing import data_version, standing_line
from parley.telling.pages import EMBEDDED_DRAWING, EMBEDDED_WHOLE
from parley.views import address_bar, store
from parley.views.address_bar import EMBEDDED
from parley.views.arriving import page_at
from parley.views.components.heading import draw_heading
from parley.views.markup import literal
from parley.views.selection import Selection
from parley.views.served_files import at, base
from parley.views.server.interface import ROOT
from parley.words import say


def may_show(path: str, asked: str) -> tuple[str, ...]:
    """Return the other sites whose pages may show what is at an address: none where it is not the issue without header."""
    if page_at(path, base()) != EMBEDDED or parse_qs(asked.lower()).get(EMBED) != ["true"]:
        return ()
    try:
        return store.here().embed_from
    except ParleyError:
        return ()  # the command line itself is what is wrong


def draw_head(chosen: Selection, title: str) -> None:
    """Draw what stands above: the issue, then negotiation, day and evidence with the way to the whole, and what positions are."""
    draw_heading(title, key="heading")
    own = {ISSUE: (chosen.issue.id,)} if chosen.issue else {}
    whole = f"[{say(EMBEDDED_WHOLE)}]({address_bar.link(EMBEDDED, own)})"
    _draw_small(f"{literal(chosen.dataset.negotiation.title)} · {literal(chosen.words)} · {whole}", literal(say(standing_line())))


def draw_foot(chosen: Selection) -> None:
    """Draw what stands beneath: of which version of the data it is, and the way to the drawing by itself, as of the same day."""
    told = literal(say(data_version(chosen.dataset)))
    if chosen.issue:
        shown = view_parameters(chosen.dataset.negotiation.id, chosen.as_of, chosen.cut.id, [one.id for one in chosen.parties])
        drawing = at(f"{ROOT}/{''.join(shown.pop(NEGOTIATION))}/figures/{chosen.issue.id}.svg")
        told = f"{told} · [{say(EMBEDDED_DRAWING)}]({drawing}?{query({**shown, FIGURE: ('gap',)})})"
    _draw_small(told)


def _draw_small(*lines: str) -> None:
    # In a caption, which is paler, a link would hardly be read.
    st.markdown("  \n".join(f":small[{one}]" for one in lines))
