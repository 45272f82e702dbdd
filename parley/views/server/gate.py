"""The gate before everything that the server has, where one must log in: who has no role gets nothing, by whatever way they come.

Whoever opens a page is led to the login service and afterwards to the very address that they opened. All else, a websocket too, is refused.
"""

from __future__ import annotations

import re
from html import escape
from http.cookies import SimpleCookie
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, JSONResponse, Response
from streamlit.auth_util import encode_provider_token
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from parley.access import CALLBACK, LOGIN, LOGOUT, Person
from parley.telling import access as told
from parley.telling.controls import PRODUCT
from parley.views import people
from parley.views.arriving import page_at
from parley.views.served_files import asset, at, base
from parley.views.server.before import Before
from parley.words import say

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send

# What whoever watches the server asks, and what tells nothing of what is shown.
# The figures see for themselves who asks.
OPEN = ("healthz", "readyz", "_stcore/health", "metrics")
UPLOADS = "_stcore/upload_file/"
WANTED, WANTED_SECONDS = "parley_wanted_", 600  # where the address that somebody wanted is kept while they log in, and how long
_STATE = re.compile(r"[A-Za-z0-9_-]{8,128}")
STATUS: dict[told.Halt, int] = {"signed_out": 200, "not_accepted": 403, "no_group": 403, "unreachable": 502}
NEVER_KEPT = {"cache-control": "no-store"}
_HALTED = asset("halted.html")


class Gate(Before):
    """Lets in whoever has a role, and hands on who they are; leads whoever opens a page to the login; refuses all else."""

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one websocket."""
        scope.pop(people.IN_SCOPE, None)
        asked = HTTPConnection(scope)
        path = scope["path"]
        if scope["type"] == "http" and path == at(CALLBACK):
            await self._come_back(asked, receive, send)
        elif scope["type"] == "http" and path == at(LOGOUT):
            await self._sign_out(asked, receive, send)
        elif scope["type"] == "http" and path in map(at, OPEN):
            await self.app(scope, receive, send)
        else:
            await self._let_in(asked, receive, send)

    async def _let_in(self, asked: HTTPConnection, receive: Receive, send: Send) -> None:
        scope, person = asked.scope, people.of_cookies(asked.cookies)
        is_page = scope["type"] == "http" and scope["method"] == "GET" and page_at(scope["path"], base()) is not None
        why = _why_not(scope, person)
        if why is None:
            scope[people.IN_SCOPE] = person
            await self.app(scope, receive, _of_one(send))
        elif scope["type"] == "websocket":
            # Closed before it is accepted, it is answered with "forbidden".
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        elif is_page and person is None:
            await self._lead_to_login(asked, receive, send)
        elif is_page and person:
            await _halted("no_group", person.name)(scope, receive, send)
        else:
            status = 401 if person is None else 403
            await JSONResponse({"error": say(told.refused(why))}, status, headers=NEVER_KEPT)(scope, receive, send)

    async def _lead_to_login(self, asked: HTTPConnection, receive: Receive, send: Send) -> None:
        """Have Streamlit lead to the login service, and keep under the name of this try where somebody wanted to go."""
        query = f"provider={quote(encode_provider_token('default'))}"
        inner = {**asked.scope, "path": at(LOGIN), "raw_path": at(LOGIN).encode(), "query_string": query.encode()}
        answer = await self._answered(inner, receive)
        (state,) = parse_qs(urlsplit(answer.headers.get("location", "")).query).get("state", [""])
        if answer.status_code != 302 or not _STATE.fullmatch(state):
            answer = _halted("unreachable")
        else:
            wanted = quote(f"{asked.scope['path']}?{asked.scope['query_string'].decode('latin-1')}", safe="")
            # A browser takes no cookie that is too long; whoever wanted that much begins at the overview.
            if len(wanted) < 3500:
                answer.set_cookie(f"{WANTED}{state}", wanted, WANTED_SECONDS, path=at(""), httponly=True, samesite="lax", secure=_is_safe())
        await answer(asked.scope, receive, send)

    async def _come_back(self, asked: HTTPConnection, receive: Receive, send: Send) -> None:
        """Lead whoever has logged in to where they wanted to go; say what is wrong, instead of beginning anew without end, to whoever has not."""
        answer = await self._answered(asked.scope, receive)
        query = parse_qs(asked.scope["query_string"].decode("latin-1"))
        state = "".join(query.get("state", [""])[:1])
        name = f"{WANTED}{state}" if _STATE.fullmatch(state) else ""
        # Streamlit takes what was meant for another program, if only that program names this one.
        if people.of_cookies(_cookies_of(answer)) or (state and people.of_cookies(asked.cookies)):
            answer.headers["location"] = _wanted(asked.cookies.get(name, ""))
        else:
            answer = _halted("not_accepted" if state or "error" in query else "signed_out")
            for one in (one for one in asked.cookies if one.startswith(USER_COOKIE_NAME)):
                answer.delete_cookie(one, path=at("").rstrip("/") or "/")
        if name:
            answer.delete_cookie(name, path=at(""))
        await answer(asked.scope, receive, send)

    async def _sign_out(self, asked: HTTPConnection, receive: Receive, send: Send) -> None:
        """End the login, here and where the login service can end it, too; whoever was sent by another site stays logged in."""
        if asked.headers.get("sec-fetch-site") == "cross-site":
            await Response(status_code=303, headers={"location": at(""), **NEVER_KEPT})(asked.scope, receive, send)
            return
        people.end(asked.cookies)
        answer = await self._answered(asked.scope, receive)
        if not urlsplit(answer.headers.get("location", "")).netloc:
            answer.headers["location"] = at(CALLBACK)
        answer.headers["clear-site-data"] = '"cache"'
        await answer(asked.scope, receive, send)

    async def _answered(self, scope: Scope, receive: Receive) -> Response:
        """Return what the server behind the gate answers, with its cookies and nothing that a browser may keep."""
        start: Message = {"status": 502, "headers": []}

        async def heard(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message

        await self.app(scope, receive, heard)
        answer = Response(status_code=start["status"])
        given = Headers(raw=start["headers"])
        if "location" in given:
            answer.headers["location"] = given["location"]
        for cookie in given.getlist("set-cookie"):
            answer.headers.append("set-cookie", _closed(cookie))
        answer.headers.update(NEVER_KEPT)
        return answer


def _why_not(scope: Scope, person: Person | None) -> told.Refused | None:
    """Return why somebody does not get what a request asks for; None where they do."""
    if person is None:
        return "log_in_first"
    if person.role is None:
        return "no_group"
    path = scope["path"]
    if path.startswith(at(UPLOADS)) and not people.owns_page(path.removeprefix(at(UPLOADS)).split("/")[0], person):
        return "not_yours"
    if path.startswith(at("media/")) and not people.was_made_for(path, person):
        return "not_yours"
    # Streamlit's way in for programs is none of a reader's.
    if path.startswith(at("_stcore/agent")):
        return "not_yours"
    return None


def _of_one(send: Send) -> Send:
    """Return what sends an answer that nobody on the way may keep for others."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            kept = headers.get("cache-control", "no-cache")
            headers["cache-control"] = kept.replace("public", "private")
            headers.add_vary_header("cookie")
            cookies = headers.getlist("set-cookie")
            if cookies:
                del headers["set-cookie"]
                for one in cookies:
                    headers.append("set-cookie", _closed(one))
        await send(message)

    return sent


def _is_safe() -> bool:
    settings = people.login()
    return settings is not None and settings.is_safe


def _closed(cookie: str) -> str:
    """Return a cookie that is sent by https alone, where people come by it."""
    return f"{cookie}; Secure" if _is_safe() and "; secure" not in cookie.lower() else cookie


def _cookies_of(answer: Response) -> dict[str, str]:
    """Return the cookies that an answer sets, by name."""
    found: SimpleCookie = SimpleCookie()
    for one in answer.headers.getlist("set-cookie"):
        found.load(one)
    return {name: one.value for name, one in found.items()}


def _wanted(kept: str) -> str:
    """Return the address that somebody wanted, which is one of a page here; else that of the overview."""
    path, _, query = unquote(kept).partition("?")
    if not path.startswith("/") or path.startswith(("//", "/\\")) or page_at(path, base()) is None:
        return at("")
    return f"{quote(path)}?{quote(query, safe='=&%+,:;~.-_/')}" if query else quote(path)


def _halted(why: told.Halt, name: str = "") -> Response:
    """Return the page that is shown in the place of all others, with the way on."""
    way, label = (at(LOGOUT), told.SIGN_OUT) if why == "no_group" else (at(""), told.LOG_IN)
    words: dict[str, Any] = {"TITLE": told.halted_title(why), "WORDS": told.halted(why, name), "NEXT": label, "PRODUCT": PRODUCT}
    texts = {place: say(one) for place, one in words.items()} | {"WAY": way}
    filled = re.sub("|".join(texts), lambda found: escape(texts[found[0]]), _HALTED)
    return HTMLResponse(filled, STATUS[why], headers=NEVER_KEPT)
