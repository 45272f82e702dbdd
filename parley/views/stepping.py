"""Stepping through the days: what happened on each, in words, and what is chosen made the day and the evidence shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from parley.analysis.calendar import Happening, behind_day
from parley.dates import shown_day
from parley.evidence import Evidence
from parley.telling.pages import NOTHING_ON_DAY, happened
from parley.views.components.dateline import Stop, draw_dateline, mark_drawn
from parley.views.components.day_field import Range
from parley.views.selection import Selection, show_day, show_evidence, show_statement
from parley.words import said_all, say

_HELD = 4096  # days of which it is known in words what happened on them


def step_through(dataset: Evidence, days: Sequence[Happening], as_of: date, among: Range, evidence: tuple[str, Mapping[str, str]]) -> None:
    """Draw the day shown, the slider over the days on which something happened, and the evidence shown.

    Where something happened on one day only there is nothing to step through, and no slider.
    """
    stops = [stop_of(one) for one in days] if len(days) > 1 else []
    current = next((one for one in stops if one.day == as_of), Stop(as_of, shown_day(as_of), say(NOTHING_ON_DAY) if stops else ""))
    opened = draw_dateline(stops, current, among, evidence, on_day=show_day, on_evidence=show_evidence, key="dateline")
    if opened:
        show_statement(",".join(behind_day(dataset, opened)))


def all_drawn(chosen: Selection) -> None:
    """Say that the page is drawn as of the date chosen, after all else on it: the slider then asks for the next."""
    mark_drawn(chosen.as_of, key="drawn")


@lru_cache(_HELD)
def stop_of(one: Happening) -> Stop:
    """Return the day with what happened on it in words: "2 statements · Delegations meet in Bergen."."""
    detail = " · ".join(said_all(happened(one)))
    return Stop(one.day, shown_day(one.day), detail, has_event=bool(one.events), has_statements=bool(one.statements or one.ended))
