"""Previous, choose, next: by button, list and arrow key, without a rebuilt list of options and without lost presses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from parley.directions import isolated
from parley.views.components import choice
from parley.views.served_files import held, loader

_HTML = (
    '<div class="navigator"><button type="button" aria-label="Previous (left arrow)">\u2190 <span class="long">Previous</span></button>'
    '<select></select><button type="button" aria-label="Next (right arrow)"><span class="long">Next</span> \u2192</button></div>'
)
_navigator = st.components.v2.component(
    "parley_navigator", html=_HTML, js=loader("keys.js", "served.js", "history.js", "asked.js", "navigator.js", styles=("navigator.css",))
)


def draw_navigator(groups: Mapping[str, Sequence[tuple[str, str]]], current: str, label: str, on_choose: Callable[[str], None], key: str) -> None:
    """Draw the chooser over groups of (id, label), where `current`, if any, is chosen; `on_choose` gets the id chosen, before the page runs again."""

    def chosen() -> None:
        value = choice(key)
        if value:
            on_choose(value)

    data = {
        # The same with every click, and long.
        "held": {"groups": held(_groups(groups))},
        "current": current,
        "label": label,
        "none": "Choose another",
    }
    _navigator(key=key, data=data, default={"chosen": None}, on_chosen_change=chosen)


def _groups(groups: Mapping[str, Sequence[tuple[str, str]]]) -> list[dict[str, object]]:
    """Return the groups under the names that the browser side reads."""
    return [{"name": isolated(name), "options": [[key, isolated(words)] for key, words in options]} for name, options in groups.items()]
