"""A slider over days, with first, previous, play, next and last: by mouse and by keyboard, without lost presses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from parley.directions import isolated
from parley.telling.controls import DAY_SHOWN, DayButton, day_button
from parley.telling.webpage import WHO_SAID
from parley.views.components import choice, sent
from parley.views.served_files import asset, held, loader
from parley.words import say

_BUTTONS: tuple[tuple[DayButton, str], ...] = (
    ("first", "M4 3v10M13 3 6.500 8l6.500 5z"),
    ("previous", "M11.500 3 4.500 8l7 5z"),
    ("play", ""),
    ("next", "M4.500 3l7 5-7 5z"),
    ("last", "M12 3v10M3 3l6.500 5L3 13z"),
)
_BUTTON = '<button type="button" class="{0}" aria-label="{1}" title="{1}"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="{2}"/></svg></button>'
_DRAWN = "".join(_BUTTON.format(name, say(day_button(name)), path) for name, path in _BUTTONS)
_HTML = (
    f'<div class="scrubber" role="group"><div class="buttons">{_DRAWN}</div>'
    '<div class="line"><svg class="ticks" aria-hidden="true" preserveAspectRatio="none"><path class="said"/><path class="event"/></svg>'
    '<input type="range" min="0" step="1"></div><div class="now"><span class="day"></span> '
    '<button type="button" class="detail"><span></span></button></div></div>'
)
_scrubber = st.components.v2.component(
    "parley_scrubber", html=_HTML, js=loader("keys.js", "served.js", "history.js", "scrubber.js", styles=("scrubber.css",))
)
_drawn = st.components.v2.component("parley_drawn", html="<i hidden></i>", js=asset("drawn.js"))


@dataclass(frozen=True)
class Stop:
    """A day at which the slider stops: how it is written, what happened on it, whether there was an event, and whether it opens statements."""

    day: date
    shown: str
    detail: str
    has_event: bool = False
    has_statements: bool = False

    def as_data(self, first: date) -> list[Any]:
        """Return the fields in the order the browser side reads, with the place on the line in days since the `first`."""
        return [self.day.isoformat(), (self.day - first).days, self.shown, isolated(self.detail), int(self.has_event), int(self.has_statements)]


def draw_scrubber(stops: Sequence[Stop], current: Stop, on_choose: Callable[[date], None], key: str) -> date | None:
    """Draw the slider over `stops`, oldest first, standing at `current`; `on_choose` is called with the day chosen, before the page runs again.

    Returns the day of which the statements were asked for in this run, or None.
    """

    def chosen() -> None:
        day = {one.day.isoformat(): one.day for one in stops}.get(choice(key))
        if day:
            on_choose(day)

    first = stops[0].day
    data = {
        # The same with every click, and long.
        "held": {"stops": held([one.as_data(first) for one in stops])},
        "current": current.as_data(first),
        "label": say(DAY_SHOWN),
        "open": say(WHO_SAID),
        "play": say(day_button("play")),
        "pause": say(day_button("pause")),
    }
    opened = _scrubber(key=key, data=sent(data), default={"chosen": None}, on_chosen_change=chosen, on_opened_change=_nothing).opened
    return date.fromisoformat(opened) if opened else None


def _nothing() -> None:
    """Do nothing; a callback must be there for the value to be sent."""


def mark_drawn(day: date, key: str) -> None:
    """Tell the slider that the page has been drawn as of `day`; stands after all else on the page."""
    _drawn(key=key, data={"day": day.isoformat()})
