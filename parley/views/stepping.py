"""Stepping through the days: what happened on each, in words, and the day chosen made the date shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.analysis.calendar import Happening, behind_day
from parley.dates import shown_day
from parley.evidence import Evidence
from parley.telling.pages import NOTHING_ON_DAY, happened
from parley.views.components.scrubber import Stop, draw_scrubber, mark_drawn
from parley.views.selection import Selection, show_day, show_statement
from parley.words import said_all, say


def step_through(dataset: Evidence, days: Sequence[Happening], as_of: date) -> None:
    """Draw the slider over the days on which something happened; where there is only one, there is nothing to step through."""
    if len(days) < 2:
        return
    stops = [stop_of(one) for one in days]
    current = next((one for one in stops if one.day == as_of), Stop(as_of, shown_day(as_of), say(NOTHING_ON_DAY)))
    opened = draw_scrubber(stops, current, on_choose=take_day, key="scrubber")
    if opened:
        show_statement(",".join(behind_day(dataset, opened)))


def all_drawn(chosen: Selection) -> None:
    """Say that the page is drawn as of the date chosen, after all else on it: the slider then asks for the next."""
    mark_drawn(chosen.as_of, key="drawn")


def stop_of(one: Happening) -> Stop:
    """Return the day with what happened on it in words: "2 statements · Delegations meet in Bergen."."""
    detail = " · ".join(said_all(happened(one)))
    return Stop(one.day, shown_day(one.day), detail, has_event=bool(one.events), has_statements=bool(one.statements or one.ended))


def take_day(day: date) -> None:
    """Make this day the date shown, before the page runs."""
    show_day(day)
