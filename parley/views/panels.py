"""The way by which a browser fetches what is shown of an issue, or the drawn example: their addresses, and the answers.

The address of an issue names the version of the files and all that was chosen. So an answer is the same for everybody, and what was fetched
before a file or a choice changed is not asked for again.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from threading import Lock
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from parley.addresses import DATE, EVIDENCE, ISSUE, PARTIES, VIEW, query, view_parameters
from parley.analysis.evidence import CUTS
from parley.dataset import Dataset
from parley.figures.palette import INKS
from parley.telling.controls import answer as because
from parley.views import store
from parley.views.charts import Room
from parley.views.components.panel import Panel
from parley.views.issue_panel import Look, issue_panel
from parley.views.issue_parts import VIEWS
from parley.views.reading_parts import example_chart
from parley.views.selection import Selection
from parley.views.served_files import address_of, pack, packed
from parley.views.timeline_parts import STRETCH, STRETCHES
from parley.words import say

FOLDER, EXAMPLE = "issue", "example"
THEME, WIDTH = "theme", "width"
NARROWEST, WIDEST = 240, 4000  # pixels
_CUT_BY_ID = {cut.id: cut for cut in CUTS}
MOST = 512  # panels that are kept packed, of all readers together
NEVER_KEPT = "no-store"
_panels: OrderedDict[tuple[str, str], bytes] = OrderedDict()  # packed, by version and query, the one last asked for at the end
_keeping = Lock()


def base_of(chosen: Selection, view: str, stretch: str) -> str:
    """Return the address of all panels of a selection, up to the issue, and to width and colours, of which the browser knows."""
    named = view_parameters(chosen.dataset.negotiation.id, chosen.as_of, chosen.cut.id, [party.id for party in chosen.parties])
    return f"{address_of(f'{FOLDER}/{chosen.version}')}?{query({**named, VIEW: (view,), STRETCH: (stretch,)})}"


def example_base() -> str:
    """Return the address of the invented example, up to width and colours, of which the browser knows."""
    return f"{address_of(f'{EXAMPLE}/drawn')}?"


def routes() -> list[Route]:
    """Return the routes that answer for every panel."""
    return [Route(address_of(f"{FOLDER}/{{version}}"), answer), Route(address_of(f"{EXAMPLE}/drawn"), answer_example)]


def answer(request: Request) -> Response:
    """Return the panel asked for: 410 where the files have changed since its address was made, 404 where the address was not made here."""
    held = store.of_version(request.path_params["version"])
    if held is None or held.dataset is None:
        return PlainTextResponse(say(because("changed")), status_code=410)
    try:
        chosen, look = _asked(held.dataset, held.version, request.url.query)
    except (KeyError, ValueError):
        return PlainTextResponse(say(because("unknown")), status_code=404)
    return packed(request, _kept(held.version, request.url.query, lambda: issue_panel(chosen, look)), "application/json", NEVER_KEPT)


def answer_example(request: Request) -> Response:
    """Return the invented example drawn: 404 where the address was not made here."""
    try:
        room = _room(parse_qs(request.url.query))
    except (KeyError, ValueError):
        return PlainTextResponse(say(because("unknown")), status_code=404)
    return packed(request, _kept(EXAMPLE, request.url.query, lambda: Panel((("chart", example_chart(room)),))), "application/json", NEVER_KEPT)


def _kept(version: str, asked: str, make: Callable[[], Panel]) -> bytes:
    """Return a panel as it is sent, made only where nobody has asked for it lately."""
    with _keeping:
        found = _panels.get((version, asked))
    if found is None:
        found = pack(json.dumps(make().as_data(), ensure_ascii=False, separators=(",", ":")).encode())
    with _keeping:
        _panels[version, asked] = found
        _panels.move_to_end((version, asked))
        while len(_panels) > MOST:
            _panels.popitem(last=False)
    return found


def _asked(dataset: Dataset, version: str, asked: str) -> tuple[Selection, Look]:
    """Return what is looked at, and how; raise `KeyError` or `ValueError` where there is no such thing."""
    values, negotiation = parse_qs(asked), dataset.negotiation
    shown = {negotiation.party_by_id[one].id for one in values[PARTIES]}
    chosen = Selection(
        dataset,
        date.fromisoformat(_only(values[DATE])),
        _CUT_BY_ID[_only(values[EVIDENCE])],
        tuple(party for party in negotiation.parties if party.id in shown),
        negotiation.issue_by_id[_only(values[ISSUE])],
        version,
    )
    return chosen, Look(_room(values), _known(_only(values[VIEW]), VIEWS), _known(_only(values[STRETCH]), STRETCHES))


def _only(values: Sequence[str]) -> str:
    (value,) = values
    return value


def _room(values: Mapping[str, Sequence[str]]) -> Room:
    width = int(_only(values[WIDTH]))
    if not NARROWEST <= width <= WIDEST:
        raise ValueError(width)
    return Room(width, INKS[_only(values[THEME])])


def _known(asked: str, known: Mapping[str, object]) -> str:
    if asked not in known:
        raise KeyError(asked)
    return asked
