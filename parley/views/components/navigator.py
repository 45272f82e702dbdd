"""Previous, choose, next: by button, list and arrow key, without a rebuilt list of options and without lost presses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from parley.directions import isolated
from parley.telling.controls import CHOOSE_ANOTHER, step_by_key
from parley.views.components import last_turn, note, sent
from parley.views.served_files import held, loader
from parley.words import say

_BUTTON = '<button type="button" aria-label="{0}" title="{0}">{1}</button>'
_PREVIOUS, _NEXT = _BUTTON.format(say(step_by_key("previous")), "\u2190"), _BUTTON.format(say(step_by_key("next")), "\u2192")
_STEPS = f'<div class="steps">{_PREVIOUS}<span class="number"></span>{_NEXT}</div>'
_HTML = f'<div class="navigator"><div class="name"><select></select></div><p class="question"></p>{_STEPS}</div>'
_navigator = st.components.v2.component(
    "parley_navigator",
    html=_HTML,
    js=loader("keys.js", "served.js", "history.js", "turns.js", "asked.js", "navigator.js", styles=("navigator.css",)),
)


@dataclass(frozen=True)
class Choice:
    """What can be chosen: its id and name, the question that it asks, and which of all it is."""

    id: str
    name: str
    question: str
    number: str


def draw_navigator(groups: Mapping[str, Sequence[Choice]], current: str, label: str, on_choose: Callable[[str], None], key: str) -> None:
    """Draw the chooser over groups, where `current`, if any, is chosen; `on_choose` gets the id chosen, before the page is drawn again."""
    data = {
        # The same with every click, and long.
        "held": {"groups": held(_groups(groups))},
        "current": current,
        "turn": last_turn(),
        "label": label,
        "none": say(CHOOSE_ANOTHER),
    }
    _navigator(key=key, data=sent(data), default={"chosen": None}, on_chosen_change=partial(note, key, "chosen", on_choose))


def _groups(groups: Mapping[str, Sequence[Choice]]) -> list[dict[str, object]]:
    """Return the groups under the names that the browser side reads."""
    return [
        {"name": isolated(name), "options": [[one.id, isolated(one.name), isolated(one.question), one.number] for one in options]}
        for name, options in groups.items()
    ]
