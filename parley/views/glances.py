"""The way by which a browser fetches issues at a glance: as many as it needs, laid out for the width that it has.

An address names the version of the files and all that was chosen, so its answer is the same for everybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from parley.addresses import ISSUE
from parley.analysis.clusters import gathered
from parley.analysis.overview import overview_row
from parley.figures.glance_geometry import glance_of
from parley.figures.glance_key import glance_key
from parley.figures.glance_picture import glance_picture
from parley.figures.lettering import shortened
from parley.figures.palette import party_colours
from parley.figures.spots import Citing, spots_of
from parley.model import Issue
from parley.telling.evidence import citation
from parley.telling.glance import lines_in_focus
from parley.telling.glance_answer import NO_DISTANCE, Answer
from parley.telling.said import Said
from parley.views.cells import opens_first, opens_statements, status_item
from parley.views.components.glances import LONGEST_LINE, Drawn, Key, Row
from parley.views.components.sheet import Item
from parley.views.panels import NARROWEST, WIDEST, WIDTH, Make, Values, answer_from_files, base_for
from parley.views.selection import Selection
from parley.views.served_files import address_of
from parley.words import say

FOLDER = "glance"
QUIET = "quiet"  # says that of no issue a distance is known, which stands above them all
KEY = "key"  # asks for what the marks mean as well, on a sheet of this width
MOST_ISSUES = 64  # that are laid out for one answer


@dataclass(frozen=True)
class _Asked:
    """What is looked at, the issues to be laid out and for which width, and the width for what the marks mean; 0 where that is not wanted.

    `is_quiet` leaves out that nothing can be measured, and why.
    """

    chosen: Selection
    issues: tuple[Issue, ...]
    width: int
    key: int
    is_quiet: bool


def base_of(chosen: Selection, *, is_quiet: bool = False) -> str:
    """Return the address of all issues of a selection, up to the issues and the width, of which the browser knows."""
    return base_for(FOLDER, chosen, {QUIET: ("yes",)} if is_quiet else {})


def routes() -> list[Route]:
    """Return the route that answers for issues at a glance."""
    return [Route(address_of(f"{FOLDER}/{{version}}"), answer)]


def answer(request: Request) -> Response:
    """Return the issues asked for."""
    return answer_from_files(request, FOLDER, _read)


def _read(chosen: Selection, values: Values) -> Make:
    """Return what makes the issues asked for; raise `KeyError` or `ValueError` where there is no such thing."""
    (wide,), negotiation = values[WIDTH], chosen.dataset.negotiation
    width, key = int(wide), int(*values.get(KEY, ("0",)))
    issues = tuple(negotiation.issue_by_id[one] for one in values[ISSUE])
    if any(not NARROWEST <= one <= WIDEST for one in (width, key or width)) or len(issues) > MOST_ISSUES:
        raise ValueError(values)
    asked = _Asked(chosen, issues, width, key, QUIET in values)
    return lambda: _drawn(asked).as_data()


def _drawn(asked: _Asked) -> Drawn:
    """Return the issues asked for laid out."""
    negotiation = asked.chosen.dataset.negotiation
    key = glance_key(asked.key, [negotiation.freshness_of(one) for one in negotiation.issues]) if asked.key else None
    return Drawn(tuple(_row(one, asked) for one in asked.issues), Key(key) if key else None)


def _row(issue: Issue, asked: _Asked) -> Row:
    chosen = asked.chosen
    dataset = chosen.dataset
    row = overview_row(dataset, issue, chosen.parties, chosen.as_of, chosen.cut)
    shown = gathered(row, dataset.negotiation)
    found = glance_of(row, lines_in_focus(shown, dataset), dataset.statement, shown.clusters)
    picture = glance_picture(found, party_colours(dataset.negotiation), asked.width)
    cited = Citing(dataset.statement, lambda one: say(citation(one, dataset)))
    return Row(issue.id, tuple(_answer_items(found.answer, is_quiet=asked.is_quiet)), _silent_item(found.silent), picture, spots_of(picture, cited))


def _silent_item(silent: Said | None) -> Item | None:
    """Return who has no lane, which opens what they said."""
    return Item(shortened(say(silent), LONGEST_LINE), opens=opens_first(silent.ids)) if silent else None


def _answer_items(found: Answer, *, is_quiet: bool) -> Iterable[Item]:
    """Yield what an issue comes to, each line the way to its statements; `is_quiet` leaves out that nothing can be measured."""
    says_nothing = is_quiet and found.told == NO_DISTANCE
    if found.status:
        yield status_item(found.status, opens_statements(found.ids))
    if not says_nothing:
        yield Item(say(found.told), strong=found.is_measured, quiet=not found.is_measured, opens=opens_statements(found.ids))
    for one in (found.measured, found.hidden, found.hints, found.price, found.question, found.whole):
        if one is not None and not (says_nothing and one is found.question):
            yield Item(say(one), quiet=one is not found.question, opens=opens_first(one.ids))
