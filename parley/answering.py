"""What another program may be told of a negotiation: the shareable edition as it asks for it, whichever door it comes through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from parley.asking import cut_named, day_asked, day_named, parties_named
from parley.dataset import Dataset
from parley.errors import WrongArgumentError
from parley.exports.files import Maker
from parley.sharing import shareable
from parley.telling.briefing import brief, last_edition


def maker_of(whole: Dataset, as_of: str | None, since: str | None, evidence: str, parties: Sequence[str], today: date) -> Maker:
    """Return what makes files of a negotiation as it is asked for, of which nothing internal can come.

    Days, evidence and parties are named as in the addresses of pages, with the same defaults. Raises `WrongArgumentError` for a name that is none.
    """
    shown = shareable(whole)
    asked, before = _day(as_of), _day(since)
    if asked and before and before >= asked:
        raise WrongArgumentError.days_exchanged(before.isoformat(), asked.isoformat(), ("since", "as_of"))
    on = day_asked(shown, asked, today)
    before = before or last_edition(shown, on)
    briefing = brief(whole, None, parties_named(shown, parties or None), on, cut_named(evidence), before, is_shareable=True)
    return Maker(briefing, whole)


def in_short(whole: Dataset, today: date) -> dict[str, Any]:
    """Return what a negotiation is about, who takes part and on what, by ids and names."""
    return _in_short(shareable(whole), today)


def in_short_on_any_day(whole: Dataset, today: date) -> dict[str, Any]:
    """Return the same with the days on which something was said, so that it can be told later on; nothing where nothing may be passed on."""
    shown = shareable(whole)
    return {**_in_short(shown, today), "days": [one.isoformat() for one in shown.days]} if shown.count else {}


def _in_short(dataset: Dataset, today: date) -> dict[str, Any]:
    negotiation = dataset.negotiation
    return {
        "id": negotiation.id,
        "title": negotiation.title,
        "version": dataset.version,
        "last_day": day_asked(dataset, None, today).isoformat(),
        "parties": [{"id": one.id, "name": one.name, "role": one.role} for one in negotiation.parties],
        "issues": [{"id": one.id, "name": one.name, "question": one.question} for one in negotiation.ordered_issues],
    }


def _day(text: str | None) -> date | None:
    try:
        return day_named(text) if text is not None else None
    except ValueError as error:
        raise WrongArgumentError(str(error)) from error
