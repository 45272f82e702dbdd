"""What stands on the controls of the pages, and what the server answers where it has nothing to show."""

from __future__ import annotations

from datetime import date
from typing import Literal

from parley.telling.said import Listed, Said, Verbatim, said, together

Page = Literal[
    "overview",
    "issue",
    "movement",
    "compare",
    "robustness",
    "sources",
    "search",
    "present",
    "take_away",
    "bring_in",
    "edit",
    "history",
    "read",
    "new",
    "reading",
]
Place = Literal["overview", "issues", "movement", "evidence", "brief", "edit"]
Control = Literal[
    "agenda", "agenda_only", "agenda_order", "columns", "drawn", "edition", "editions", "evidence", "every_court", "everything", "filter",
    "filter_group", "filter_status", "issue", "moved_since", "order", "negotiation", "negotiation_none", "pairs", "parties", "parties_shown",
    "parties_searched", "search", "since", "stretch", "table", "view", "as_of", "form", "parts",
]  # fmt: skip
Step = Literal["previous", "next"]
DayButton = Literal["first", "previous", "play", "next", "last", "pause"]
Answer = Literal["refused", "changed", "unknown", "no_file", "runs", "ready", "not_ready"]

EMPTY_IN_WORDS = said("empty-in-words")
THE_FILE = said("the-file")
CHOOSE_ANOTHER = said("choose-another")
DAY_SHOWN = said("day-shown")
CALENDAR = said("calendar")
MARKS_OF_CHART = said("marks-of-chart")
PRODUCT = said("product")
COPY_LINK = said("copy-link")
LINK_COPIED = said("link-copied")
PLACES_TO_GO = said("places-to-go")
WAYS_TO_LOOK = said("ways-to-look")
SEARCH = said("search")
SEARCH_BY_KEY = said("search-by-key")
HOW_TO_READ = said("how-to-read-by-key")
ONE_PARTY_STAYS = said("one-party-stays")


def page_title(page: Page) -> Said:
    """Return the title of a page, by its file."""
    return said("page-title", page=page)


def place_name(place: Place) -> Said:
    """Return what stands on a link to a place."""
    return said("place-name", place=place)


def tab_title(*parts: str) -> Listed:
    """Return the title of a page in its tab: what is shown, the page and the negotiation, each once."""
    return together(*map(Verbatim, dict.fromkeys(filter(None, parts))), how="dots")


def control(name: Control) -> Said:
    """Return what stands on or beside a control."""
    return said("control", control=name)


def parties_of(shown: int, whole: int) -> Said:
    """Return what stands on the choice of parties where so many of all are shown."""
    return said("parties-of", shown=shown, whole=whole)


def move_by(name: str) -> Said:
    """Return what the handle of a line is for, by which it is moved among others."""
    return said("move-by", name=Verbatim(name))


def stands_at(name: str, place: str, count: str) -> Said:
    """Return where a line stands now, among so many."""
    return said("stands-at", name=Verbatim(name), place=Verbatim(place), count=Verbatim(count))


def column_party(number: int) -> Said:
    """Return what stands over the choice of a column's party."""
    return said("column-party", number=number)


def column_date(number: int) -> Said:
    """Return what stands over the choice of a column's date."""
    return said("column-date", number=number)


def show_all(what: Literal["findings", "finds", "documents"], count: int) -> Said:
    """Return that all of so many can be shown."""
    return said("show-all", what=what, count=count)


def empty_of(empty: int, cells: int) -> Said:
    """Return how many cells of how many hold nothing."""
    return said("empty-of", empty=empty, cells=cells)


def making(number: int, total: int, name: str) -> Said:
    """Return which of several files is being made."""
    return said("making", number=number, total=total, name=Verbatim(name))


def view_choice(view: str) -> Said:
    """Return how an issue can be looked at, its "positions" or "over-time", or all of them: as a "picture" or a "table"."""
    return said("view-choice", view=view)


def stretch_choice(days: int | None) -> Said:
    """Return how much of the time can be shown: so many days, or, for None, the whole."""
    return said("whole-time") if days is None else said("last-days", days=days)


def edition_choice(edition: str) -> Said:
    """Return which edition can be taken away: "full" or "shareable"."""
    return said("edition-choice", edition=edition)


def form_choice(form: str, drawn: int) -> Said:
    """Return how much is taken away: the "whole", or one of the short forms; `drawn` is how many issues have a page each in one of them."""
    return said("form-choice", form=form, count=drawn)


def part_choice(part: str) -> Said:
    """Return what a part of a document is called."""
    return said("part-choice", part=part)


def parts_chosen(shown: int, whole: int) -> Said:
    """Return what stands on the choice of parts where so many of all are wanted."""
    return said("parts-chosen", shown=shown, whole=whole)


def edition_on(name: str, day: date) -> Said:
    """Return the name of an earlier edition with its day."""
    return said("edition-on", edition=Verbatim(name), day=day)


def step(which: Step) -> Said:
    """Return where a button leads."""
    return said("step", step=which)


def step_by_key(which: Step) -> Said:
    """Return where a button leads, and which key does the same."""
    return said("step-by-key", step=which)


def day_button(which: DayButton) -> Said:
    """Return what a button of the slider does."""
    return said("day-button", button=which)


def no_day(written: str) -> Said:
    """Return what is said of words that are no day."""
    return said("no-day", written=Verbatim(written))


def day_beyond(written: str, first: date, last: date) -> Said:
    """Return what is said of a day that cannot be chosen: between which it must lie."""
    return said("day-beyond", written=Verbatim(written), first=first, last=last)


def answer(why: Answer) -> Said:
    """Return why something that was asked for is not given."""
    return said("answer", answer=why)
