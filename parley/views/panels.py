"""The way by which a browser fetches what is shown of an issue, on its page or on its slide, or the drawn example: the addresses, and the answers.

The address of an issue names the version of the files and all that was chosen. So an answer is the same for everybody, and what was fetched
before a file or a choice changed is not asked for again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from secrets import token_urlsafe
from threading import Lock
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from parley.addresses import DATE, EVIDENCE, ISSUE, PARTIES, SINCE, VIEW, Parameters, query, view_parameters
from parley.agendas import Agenda, AgendaItem
from parley.analysis.evidence import CUTS
from parley.dataset import Dataset
from parley.figures.palette import INKS
from parley.telling.briefing import brief
from parley.telling.controls import answer as because
from parley.views import people, store
from parley.views.charts import Room
from parley.views.components.panel import Panel
from parley.views.deck import slide_data
from parley.views.issue_panel import Look, issue_panel
from parley.views.reading_parts import example_chart
from parley.views.selection import Selection
from parley.views.served_files import Kept, address_of, packed
from parley.views.timeline_parts import STRETCH, STRETCHES
from parley.views.ways import views_of
from parley.words import say

PANEL, SLIDE, EXAMPLE, TRIED = "issue", "slide", "example", "tried"
THEME, WIDTH = "theme", "width"
NARROWEST, WIDEST = 240, 4000  # pixels
_CUT_BY_ID = {cut.id: cut for cut in CUTS}
NEVER_KEPT = "no-store"
Values = Mapping[str, Sequence[str]]
Make = Callable[[], Mapping[str, Any]]
Read = Callable[[Selection, Values], Make]
Draw = Callable[[Room], Panel]
_answers = Kept(1536)
MOST_TRIED = 128  # changes of all who edit at once
_tried: OrderedDict[str, Draw] = OrderedDict()
_keeping = Lock()


def base_of(chosen: Selection, view: str, stretch: str) -> str:
    """Return the address of all panels of a selection, up to the issue, and to width and colours, of which the browser knows."""
    return base_for(PANEL, chosen, {VIEW: (view,), STRETCH: (stretch,)})


def slides_base(chosen: Selection, since: date | None) -> str:
    """Return the address of the slides of all issues as selected, up to the issue; what moved is told from `since`, where it is."""
    return f"{base_for(SLIDE, chosen, {SINCE: (since.isoformat(),) if since else ()})}&{ISSUE}="


def base_for(kind: str, chosen: Selection, more: Parameters) -> str:
    """Return the address of all that is shown of a selection in one way, up to what is not chosen by the reader."""
    named = view_parameters(chosen.dataset.negotiation.id, chosen.as_of, chosen.cut.id, [party.id for party in chosen.parties])
    return f"{address_of(f'{kind}/{chosen.version}')}?{query({**named, **more})}"


def example_base() -> str:
    """Return the address of the invented example, up to width and colours, of which the browser knows."""
    return f"{address_of(f'{EXAMPLE}/drawn')}?"


def routes() -> list[Route]:
    """Return the routes that answer for every panel and every slide."""
    of_issues = [Route(address_of(f"{kind}/{{version}}"), partial(answer, kind=kind)) for kind in _MAKERS]
    return [*of_issues, Route(address_of(f"{EXAMPLE}/drawn"), answer_example), Route(address_of(f"{TRIED}/{{key}}"), answer_tried)]


def answer(request: Request, kind: str) -> Response:
    """Return the panel or slide asked for."""
    return answer_from_files(request, kind, lambda chosen, values: _MAKERS[kind](_of_issue(chosen, values), values))


def answer_from_files(request: Request, kind: str, read: Read) -> Response:
    """Return what is asked for: 410 where the files have changed since its address was made, 404 where the address was not made here.

    `read` takes the selection that the address names, of no issue, and all that it says, and raises `KeyError` or `ValueError` where there is none.
    """
    asking = people.of_request(request)
    held = store.of_version(request.path_params["version"], is_outside=not (asking and asking.sees_internal))
    if held is None or held.dataset is None:
        return PlainTextResponse(say(because("changed")), status_code=410)
    dataset, version = held.dataset, held.version
    return _answered(request, f"{kind}/{version}", lambda values: read(_selected(dataset, version, values), values))


def answer_example(request: Request) -> Response:
    """Return the invented example drawn: 404 where the address was not made here."""
    return _answered(request, EXAMPLE, _example)


def tried_base(draw: Draw) -> str:
    """Return the address of what would come of a change that nobody has saved, up to width and colours; the newest are kept."""
    key = token_urlsafe(12)
    with _keeping:
        _tried[key] = draw
        while len(_tried) > MOST_TRIED:
            _tried.popitem(last=False)
    return f"{address_of(f'{TRIED}/{key}')}?"


def answer_tried(request: Request) -> Response:
    """Return what would come of a change: 410 where others have been tried since."""
    draw = _tried.get(request.path_params["key"])
    if draw is None or not people.is_editor(people.of_request(request)):
        return PlainTextResponse(say(because("changed")), status_code=410)

    def read(values: Values) -> Make:
        room = _room(values)
        return lambda: draw(room).as_data()

    return _answered(request, f"{TRIED}/{request.path_params['key']}", read)


def _answered(request: Request, under: str, read: Callable[[Values], Make]) -> Response:
    """Return what is made of an address, made only where nobody has asked for it lately.

    `read` raises `KeyError` or `ValueError` where the address names something that is not there; whatever else fails is a fault of the product.
    """
    try:
        make = read(parse_qs(request.url.query))
    except (KeyError, ValueError):
        return PlainTextResponse(say(because("unknown")), status_code=404)
    return packed(request, _answers.answer(under, request.url.query, make), "application/json", NEVER_KEPT)


def _of_issue(chosen: Selection, values: Values) -> Selection:
    return replace(chosen, issue=chosen.dataset.negotiation.issue_by_id[_only(values[ISSUE])])


def _selected(dataset: Dataset, version: str, values: Values) -> Selection:
    negotiation = dataset.negotiation
    shown = {negotiation.party_by_id[one].id for one in values[PARTIES]}
    return Selection(
        dataset,
        date.fromisoformat(_only(values[DATE])),
        _CUT_BY_ID[_only(values[EVIDENCE])],
        tuple(party for party in negotiation.parties if party.id in shown),
        None,
        version,
    )


def _panel(chosen: Selection, values: Values) -> Make:
    look = Look(_room(values), _known(_only(values[VIEW]), views_of("issue")), _known(_only(values[STRETCH]), STRETCHES))
    return lambda: issue_panel(chosen, look).as_data()


def _slide(chosen: Selection, values: Values) -> Make:
    since = date.fromisoformat(_only(values[SINCE])) if SINCE in values else None

    def make() -> Mapping[str, Any]:
        assert chosen.issue is not None
        alone = Agenda(id=chosen.issue.id, title=chosen.issue.name, items=(AgendaItem(issue=chosen.issue.id),))
        briefing = brief(chosen.dataset.on(chosen.issue.id), alone, chosen.parties, chosen.as_of, chosen.cut, since)
        return slide_data(briefing, briefing.issues[0])

    return make


def _example(values: Values) -> Make:
    room = _room(values)
    return lambda: Panel((("chart", example_chart(room)),)).as_data()


_MAKERS = {PANEL: _panel, SLIDE: _slide}


def _only(values: Sequence[str]) -> str:
    (value,) = values
    return value


def _room(values: Values) -> Room:
    width = int(_only(values[WIDTH]))
    if not NARROWEST <= width <= WIDEST:
        raise ValueError(width)
    return Room(width, INKS[_only(values[THEME])])


def _known(asked: str, known: Mapping[str, object]) -> str:
    if asked not in known:
        raise KeyError(asked)
    return asked
