"""What whoever watches the server asks: whether it runs, and whether it has something to show."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from parley.errors import ParleyError
from parley.telling.controls import answer as because
from parley.views import people, store
from parley.views.served_files import at
from parley.words import say


def routes() -> list[Route]:
    """Return the routes that answer `/healthz` and `/readyz`."""
    return [Route(at("healthz"), _runs), Route(at("readyz"), _is_ready)]


def _runs(_request: Request) -> Response:
    """Return 200 as long as the server answers at all."""
    return _told(say(because("runs")), 200)


def _is_ready(_request: Request) -> Response:
    """Return 200 where some negotiation can be shown, the last good data among them; else 503, and why."""
    try:
        is_ready = any(store.held(folder).dataset for folder in store.negotiations())
    except ParleyError as error:
        # Where others log in, whoever has not is not told where the files lie.
        return _told(str(error) if people.login() is None else say(because("not_ready")), 503)
    return _told(say(because("ready" if is_ready else "not_ready")), 200 if is_ready else 503)


def _told(words: str, status: int) -> Response:
    return PlainTextResponse(f"{words}\n", status, headers={"cache-control": "no-store"})
