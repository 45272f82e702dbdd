"""The day and the evidence shown: a field for the day, a slider over days by mouse and by keyboard, without lost presses, and a list of evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from parley.directions import isolated
from parley.telling.controls import DAY_SHOWN, DayButton, control, day_button
from parley.telling.webpage import WHO_SAID
from parley.views.components import day_field, note, sent
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
_SLIDER = (
    f'<div class="scrubber" role="group"><div class="buttons">{_DRAWN}</div>'
    '<div class="line"><svg class="ticks" aria-hidden="true" preserveAspectRatio="none"><path class="said"/><path class="event"/></svg>'
    '<input type="range" min="0" step="1"></div><div class="now"><span class="day"></span> '
    '<button type="button" class="detail"><span></span></button></div></div>'
)
_LIST = '<select class="cut" aria-label="{}"></select>'.format(say(control("evidence")))
_HTML = f'<div class="dateline">{day_field.HTML}{_SLIDER}{_LIST}</div>'
_SCRIPTS = ("keys.js", "served.js", "history.js", "turns.js", "scrubber.js", "day_field.js", "dateline.js")
_STYLES = ("day_field.css", "dateline.css", "scrubber.css")
_dateline = st.components.v2.component("parley_dateline", html=_HTML, js=loader(*_SCRIPTS, styles=_STYLES))
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


def draw_dateline(
    stops: Sequence[Stop],
    current: Stop,
    days: day_field.Range,
    evidence: tuple[str, Mapping[str, str]],
    *,
    on_day: Callable[[date], None],
    on_evidence: Callable[[str], None],
    key: str,
) -> date | None:
    """Draw the field and the slider over `stops`, oldest first, standing at `current`, and the list of `evidence`, of which the first is chosen.

    `on_day` is called with the day chosen, which need not be a stop, `on_evidence` with the id chosen, both before the page is drawn again.
    Returns the day of which the statements were asked for in this run, or None.
    """
    shown, names = evidence

    def choose_evidence(found: str) -> None:
        if found in names:
            on_evidence(found)

    first = stops[0].day if stops else current.day
    data = {
        # The same with every click, and long.
        "held": {"stops": held([one.as_data(first) for one in stops])},
        "current": current.as_data(first),
        "first": first.isoformat(),
        "field": day_field.field_data(say(control("as_of")), days),
        "evidence": [shown, [[name, isolated(words)] for name, words in names.items()]],
        "label": say(DAY_SHOWN),
        "open": say(WHO_SAID),
        "play": say(day_button("play")),
        "pause": say(day_button("pause")),
    }
    told = _dateline(
        key=key,
        data=sent(data),
        default={"chosen": None, "evidence": None},
        on_chosen_change=partial(note, key, "chosen", lambda day: on_day(date.fromisoformat(day))),
        on_evidence_change=partial(note, key, "evidence", choose_evidence),
        on_opened_change=_nothing,
    )
    return date.fromisoformat(told.opened) if told.opened else None


def _nothing() -> None:
    """Do nothing; a callback must be there for the value to be sent."""


def mark_drawn(day: date, key: str) -> None:
    """Tell the slider that the page has been drawn as of `day`; stands after all else on the page."""
    _drawn(key=key, data={"day": day.isoformat()})
