"""How to read a row of the overview, told on the first visit and never again once it is closed; the browser alone remembers that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import streamlit as st

from parley.directions import isolated
from parley.figures.picture import Picture
from parley.figures.svg import svg_of
from parley.views.components import sent
from parley.views.served_files import held, loader

_HTML = (
    '<section class="way-in" hidden><button type="button" class="open" aria-expanded="false"></button><div class="drawn" role="img"></div>'
    '<div class="said"><div class="sentences"></div><button type="button" class="close"></button></div></section>'
)
_way_in = st.components.v2.component("parley_way_in", html=_HTML, js=loader("drawing.js", "way_in.js", styles=("way_in.css",)))


Width = Literal["broad", "slim"]


def draw_way_in(label: str, sentences: Sequence[str], pictures: Mapping[Width, Picture], close: str, key: str) -> None:
    """Tell how to read a row, in sentences beside a drawing, which is another where there is little room."""
    drawings = {width: svg_of(picture) for width, picture in pictures.items()}
    data = {
        "held": {"drawings": held(drawings), "alt": held(isolated(pictures["broad"].alt)), "sentences": held([isolated(one) for one in sentences])},
        "label": label,
        "close": close,
    }
    _way_in(key=key, data=sent(data))
