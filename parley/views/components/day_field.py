"""A field for a day: it shows one in words, takes one in words or digits, and opens the machine's own calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from parley.dates import MONTHS, shown_day
from parley.telling.controls import CALENDAR, day_beyond, no_day
from parley.views.components import choice, sent
from parley.views.served_files import loader
from parley.words import say

HTML = (
    '<div class="field"><label><span class="name"></span> <input class="typed" type="text" autocomplete="off" spellcheck="false"></label>'
    '<input class="calendar" type="date" tabindex="-1" aria-hidden="true">'
    '<button type="button" class="pick" aria-label="{0}" title="{0}"><svg viewBox="0 0 16 16" aria-hidden="true">'
    '<path d="M2 3.500h12v10.500H2zM2 6.500h12M5 1.500v3M11 1.500v3"/></svg></button><p class="refused" role="alert" hidden></p></div>'
).format(say(CALENDAR))
_field = st.components.v2.component(
    "parley_day_field", html=HTML, js=loader("served.js", "turns.js", "day_field.js", "one_day.js", styles=("day_field.css",))
)
_WRITTEN = "{}"  # what the browser puts there, as it was written


@dataclass(frozen=True)
class Range:
    """The days that can be chosen, from the first to the last."""

    first: date
    last: date


def field_data(label: str, days: Range) -> dict[str, object]:
    """Return what a field is told: its label, the days that it takes, and what it says of others and of what is no day."""
    beyond = say(day_beyond(_WRITTEN, days.first, days.last))
    return {"label": label, "range": [days.first.isoformat(), days.last.isoformat(), beyond], "months": MONTHS, "noDay": say(no_day(_WRITTEN))}


def draw_day_field(label: str, shown: date, days: Range, on_day: Callable[[date], None], key: str) -> None:
    """Draw a field that shows a day; `on_day` is called with the one chosen, before the page runs again."""

    def chose() -> None:
        found = choice(key)
        if found:
            on_day(date.fromisoformat(found))

    data = {"field": field_data(label, days), "day": shown.isoformat(), "shown": shown_day(shown)}
    _field(key=key, data=sent(data), default={"chosen": None}, on_chosen_change=chose, width="content")
