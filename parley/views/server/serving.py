"""What the server does beside drawing pages: who may ask it, what every answer carries, and what runs as long as it does."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import PlainTextResponse, RedirectResponse
from streamlit import config

from parley.access import CALLBACK, LoginFileError
from parley.errors import ParleyError
from parley.importing.sheets import MOST_BYTES
from parley.telling.controls import answer
from parley.views import people, served_files, store
from parley.views.arriving import way_to_overview, way_to_search
from parley.views.document import Document
from parley.views.embedded import may_show
from parley.views.server import interface, logs
from parley.views.server.before import Before
from parley.views.server.gate import Gate
from parley.views.server.measuring import Measured
from parley.views.server.watching import watch
from parley.words import say

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
# Streamlit opens three descriptors for each page.
DESCRIPTORS = 8192
REFUSED = say(answer("refused"))
# Streamlit's own pages need styles and scripts within them; nothing may come from, or go to, anywhere else.
_ONLY_OWN = "frame-ancestors 'self'"
HEADERS = {
    "content-security-policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; {_ONLY_OWN}"
    ),
    "x-frame-options": "SAMEORIGIN",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}


class Guard(Before):
    """Refuses whoever asks under a foreign name or from a foreign page, leads on whoever has strayed, and puts the safe headers on every answer."""

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one websocket."""
        headers = MutableHeaders(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        app, carried = self.app, headers_of(scope)
        if may_ask(scope, origin) and is_let_in(host, None, own_names()):
            app = _asked_by_others(store.here().allow_origin, app)
        # Streamlit tells its own figures to everybody; `/metrics` has what is needed of them.
        elif not is_let_in(host, origin, own_names()) or scope["path"] == served_files.at("_stcore/metrics"):
            await _refuse(scope, receive, send)
            return
        elsewhere = _elsewhere(scope, headers)
        if elsewhere:
            await RedirectResponse(elsewhere, status_code=303, headers=HEADERS)(scope, receive, send)
            return
        if origin is not None and app is self.app:
            # Streamlit asks an outside address who it is as soon as it meets a name that it does not know; so it meets none.
            headers["origin"] = f"{urlsplit(origin).scheme}://{host}"
            settings = people.login()
            if settings:
                # Streamlit takes up a page again only for whoever it belongs to, and looks who that is only for the address in the settings.
                headers["origin"] = settings.origin(config.get_option("server.port"))
                headers["host"] = urlsplit(headers["origin"]).netloc
            if scope["type"] == "http":
                del headers["origin"]

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(carried)
            await send(message)

        await app(scope, receive, sent)


def headers_of(scope: Scope) -> dict[str, str]:
    """Return what the answer to a request carries: the safe headers, save that pages of the sites named at the start may show an issue."""
    sites = may_show(scope["path"], scope.get("query_string", b"").decode("latin-1"))
    if not sites:
        return HEADERS
    told = HEADERS["content-security-policy"].replace(_ONLY_OWN, " ".join((_ONLY_OWN, *sites)))
    return {**{name: value for name, value in HEADERS.items() if name != "x-frame-options"}, "content-security-policy": told}


def may_ask(scope: Scope, origin: str | None) -> bool:
    """Return whether a request comes from a page of a site that may ask as other programs do, and asks for what they may."""
    if scope["type"] != "http" or origin is None or not scope["path"].startswith(served_files.at(f"{interface.ROOT}/")):
        return False
    try:
        return origin in store.here().allow_origin
    except ParleyError:
        return False  # the command line itself is what is wrong


def _asked_by_others(sites: Sequence[str], app: ASGIApp) -> ASGIApp:
    return CORSMiddleware(app, allow_origins=sites, allow_methods=("GET",), allow_headers=("if-none-match",), expose_headers=("etag",))


def _elsewhere(scope: Scope, headers: MutableHeaders) -> str:
    """Return where somebody is led who opens an address under which there is no page, or searches on the overview, where one did before.

    Without a page Streamlit would show a dialog, or nothing at all.
    """
    if headers.get("sec-fetch-dest") != "document" or scope.get("method") != "GET":
        return ""
    asked = (scope["path"], scope["query_string"].decode("latin-1"), served_files.base())
    return way_to_search(*asked) or way_to_overview(*asked)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        # Closed before it is accepted, it is answered with "forbidden".
        await receive()
        await send({"type": "websocket.close", "code": 1008})
    else:
        await PlainTextResponse(REFUSED, status_code=403, headers=HEADERS)(scope, receive, send)


def is_let_in(host: str, origin: str | None, own: Collection[str]) -> bool:
    """Return whether a request to this host, sent by a page of this origin, is one of the server's own.

    A foreign name that leads to this machine is a trap set by another site, and so is a page of another site that asks here.
    """
    name = _name(host)
    if name not in own:
        return False
    if origin is None:
        return True
    from_name = _name(urlsplit(origin).netloc)
    # A proxy in front may pass on another host than the reader sees; on the machine itself other programs have pages, too.
    return urlsplit(origin).netloc == host or (from_name in own and from_name not in LOOPBACK)


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def own_names() -> frozenset[str]:
    """Return the names under which the server answers: those of the machine itself, and those that whoever started it gave."""
    given = [config.get_option("server.address"), config.get_option("browser.serverAddress"), *config.get_option("server.allowedHosts")]
    settings = people.login()
    given += [settings.host] if settings else []
    return LOOPBACK | {one.lower() for one in given if one and not _is_every_address(one)}


def _is_every_address(address: str) -> bool:
    try:
        return ip_address(address).is_unspecified
    except ValueError:
        return False


def guards() -> list[Middleware]:
    """Return what every request passes, one after the other, before Streamlit sees it; end where nobody could log in, rather than be open to all."""
    try:
        settings = people.login()
        if settings is None:
            return [Middleware(Measured), Middleware(Guard), Middleware(Document)]
        if settings.path_back != served_files.at(CALLBACK):
            raise LoginFileError.elsewhere(settings.path_back, served_files.at(CALLBACK))
    except LoginFileError as error:
        sys.exit(str(error))
    # Streamlit reads the same file for what the login service needs.
    config.set_option("secrets.files", [str(settings.path)])
    return [Middleware(Measured), Middleware(Guard), Middleware(Gate), Middleware(Document)]


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Say what is wrong with the command line, and watch the files as long as the server runs."""
    _raise_descriptors()
    try:
        if form := store.here().log_format:
            logs.begin(form)
        if store.here().may_edit:
            config.set_option("server.maxUploadSize", MOST_BYTES // 1_000_000)
    except ParleyError as error:
        print(error, file=sys.stderr, flush=True)
    watching = asyncio.create_task(watch())
    yield {}
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


def _raise_descriptors() -> None:
    try:
        import resource  # only where there is such a limit
    except ImportError:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = DESCRIPTORS if hard == resource.RLIM_INFINITY else min(DESCRIPTORS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
