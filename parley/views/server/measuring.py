"""How busy the server is: what it counts and times, in the form that Prometheus reads, and what it writes down of each request and run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from time import perf_counter
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit.runtime import exists, get_instance

from parley import __version__
from parley.errors import ParleyError
from parley.telling.controls import answer as because
from parley.views import people, store
from parley.views.arriving import page_at
from parley.views.served_files import at, base
from parley.views.server import logs
from parley.views.server.before import Before
from parley.views.server.watching import open_sessions
from parley.words import say

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send

METRICS = "metrics"
_SECONDS = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)
_KINDS = {"api": "api", "media": "file", "static": "static", "parley": "data", "auth": "login", "oauth2callback": "login", "_stcore": "streamlit"}
_UPLOADS = "_stcore/upload_file"  # behind which stands by which name the server knows a page

registry = CollectorRegistry()
_runs = Histogram("parley_run_seconds", "Runs of whole pages", ["page"], registry=registry, buckets=_SECONDS)
_requests = Counter("parley_requests", "Requests, by what was asked for and how it was answered", ["kind", "status"], registry=registry)
_errors = Counter("parley_errors", "Pages and requests that broke off on a fault of the program", ["where"], registry=registry)


class _Now(Collector):
    """What is looked up when somebody asks."""

    def collect(self) -> Iterable[Metric]:
        """Yield how many pages are open, and which data are shown, in the version that stands under every page."""
        yield GaugeMetricFamily("parley_sessions", "Pages that are open now", value=len(open_sessions(get_instance())) if exists() else 0)
        shown = InfoMetricFamily("parley_data", "The data shown, by negotiation", labels=["negotiation"])
        whole = GaugeMetricFamily("parley_files_whole", "Whether nothing is wrong with the files of a negotiation", labels=["negotiation"])
        try:
            read = store.shelf().read  # of a store, which may hold thousands, none is read for this
            for name, held in zip(store.ids_of(read), read.values(), strict=True):
                shown.add_metric([name], {"version": held.dataset.version if held.dataset else "", "program": __version__})
                whole.add_metric([name], float(held.is_whole))
        except ParleyError:
            pass  # there is nothing to show, and no name for it
        yield shown
        yield whole


registry.register(_Now())
ProcessCollector(registry=registry)


class Measured(Before):
    """Counts, times and writes down every request, whatever becomes of it."""

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one websocket."""
        begun, status = perf_counter(), 500

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "websocket.accept":
                status = 101
            elif message["type"] == "websocket.close" and status != 101:
                status = 403
            await send(message)

        try:
            await self.app(scope, receive, sent)
        except Exception as error:
            _errors.labels("request").inc()
            logs.note_error("broken", error, path=_told(scope))
            raise
        finally:
            kind = _kind(scope)
            _requests.labels(kind, f"{status // 100}xx").inc()
            who = scope.get(people.IN_SCOPE)
            taken = round(perf_counter() - begun, 4)
            logs.note("request", kind=kind, path=_told(scope), status=status, seconds=taken, user=who.name if who else None)


def _kind(scope: Scope) -> str:
    if scope["type"] == "websocket":
        return "stream"
    if page_at(scope["path"], base()) is not None:
        return "page"
    return _KINDS.get(_below(scope).split("/")[0], "other")


def _told(scope: Scope) -> str:
    """Return the path of a request as it is written down, without what was asked behind it."""
    return at(_UPLOADS) if _below(scope).startswith(_UPLOADS) else str(scope["path"])[:200]


def _below(scope: Scope) -> str:
    return str(scope["path"]).removeprefix(at(""))


@contextmanager
def run_of(page: str) -> Iterator[None]:
    """Count, time and write down one run of a page."""
    begun = perf_counter()
    try:
        yield
    except Exception as error:
        _errors.labels("page").inc()
        logs.note_error("broken", error, page=page)
        raise
    finally:
        taken = perf_counter() - begun
        _runs.labels(page).observe(taken)
        who = people.person()
        logs.note("run", page=page, seconds=round(taken, 4), user=who.name or None if who else None)


def routes() -> list[Route]:
    """Return the route that answers `/metrics`."""
    return [Route(at(METRICS), _metrics)]


def _metrics(request: Request) -> Response:
    """Return the figures to this machine alone, unless the server was started to tell everybody."""
    if not (store.here().open_metrics or is_from_here(request.client.host if request.client else "", request.headers)):
        return PlainTextResponse(say(because("no_file")), 404, headers={"cache-control": "no-store"})
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"cache-control": "no-store"})


def is_from_here(client: str, headers: Headers) -> bool:
    """Return whether a request was made on this machine, and not passed on by a proxy on it."""
    try:
        is_near = ip_address(client).is_loopback
    except ValueError:
        return False
    return is_near and not any(name == "forwarded" or name == "via" or name.startswith(("x-forwarded-", "x-real-")) for name in headers)
