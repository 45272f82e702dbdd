"""The way by which a browser fetches what is shown of an issue, or the drawn example: their addresses, and the answers.

The address of an issue names the version of the files and all that was chosen. So an answer is the same for everybody, and what was fetched
before a file or a choice changed is not asked for again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from parley.addresses import DATE, EVIDENCE, ISSUE, PARTIES, VIEW, query, view_parameters
from parley.analysis.evidence import CUTS
from parley.figures.palette import INKS, Theme
from parley.views import store
from parley.views.charts import Room
from parley.views.components.panel import Panel
from parley.views.issue_panel import Look, issue_panel
from parley.views.issue_parts import VIEWS
from parley.views.reading_parts import example_chart
from parley.views.selection import Selection
from parley.views.served_files import address_of, pack, packed
from parley.views.timeline_parts import STRETCH, STRETCHES

FOLDER, EXAMPLE = "issue", "example"
THEME, WIDTH = "theme", "width"
NARROWEST, WIDEST = 240, 4000  # pixels
_CUT_BY_ID = {cut.id: cut for cut in CUTS}
MOST = 512  # panels that are kept packed, of all readers together
CHANGED = "The files have changed since."
UNKNOWN = "There is no such issue, or it cannot be looked at in this way."
NEVER_KEPT = "no-store"


def base_of(chosen: Selection, view: str, stretch: str, theme: Theme) -> str:
    """Return the address of all panels of a selection, up to the issue and the width for which the browser asks."""
    named = view_parameters(chosen.dataset.negotiation.id, chosen.as_of, chosen.cut.id, [party.id for party in chosen.parties])
    return f"{address_of(f'{FOLDER}/{chosen.version}')}?{query({**named, VIEW: (view,), STRETCH: (stretch,), THEME: (theme,)})}"


def example_base(theme: Theme) -> str:
    """Return the address of the invented example, up to the width for which the browser asks."""
    return f"{address_of(f'{EXAMPLE}/drawn')}?{query({THEME: (theme,)})}"


def routes() -> list[Route]:
    """Return the routes that answer for every panel."""
    return [Route(address_of(f"{FOLDER}/{{version}}"), answer), Route(address_of(f"{EXAMPLE}/drawn"), answer_example)]


def answer(request: Request) -> Response:
    """Return the panel asked for: 410 where the files have changed since its address was made, 404 where the address was not made here."""
    version = request.path_params["version"]
    if store.of_version(version) is None:
        return PlainTextResponse(CHANGED, status_code=410)
    try:
        data = _panel(version, request.url.query)
    except (KeyError, ValueError):
        return PlainTextResponse(UNKNOWN, status_code=404)
    return packed(request, data, "application/json", NEVER_KEPT)


def answer_example(request: Request) -> Response:
    """Return the invented example drawn: 404 where the address was not made here."""
    try:
        data = _example(request.url.query)
    except (KeyError, ValueError):
        return PlainTextResponse(UNKNOWN, status_code=404)
    return packed(request, data, "application/json", NEVER_KEPT)


@lru_cache(maxsize=MOST)
def _example(asked: str) -> bytes:
    return _packed(Panel((("chart", example_chart(_room(parse_qs(asked)))),)))


@lru_cache(maxsize=MOST)
def _panel(version: str, asked: str) -> bytes:
    """Return a panel as it is sent; raise `KeyError` or `ValueError` where what is asked for does not exist."""
    values = parse_qs(asked)
    held = store.of_version(version)
    if held is None or held.dataset is None:
        raise KeyError(version)
    negotiation = held.dataset.negotiation
    shown = values.get(PARTIES, [])
    chosen = Selection(
        held.dataset,
        date.fromisoformat(_only(values[DATE])),
        _CUT_BY_ID[_only(values[EVIDENCE])],
        tuple(party for party in negotiation.parties if party.id in shown),
        negotiation.issue_by_id[_only(values[ISSUE])],
        version,
    )
    look = Look(_room(values), _known(_only(values[VIEW]), VIEWS), _known(_only(values[STRETCH]), STRETCHES))
    return _packed(issue_panel(chosen, look))


def _packed(panel: Panel) -> bytes:
    return pack(json.dumps(panel.as_data(), ensure_ascii=False, separators=(",", ":")).encode())


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
