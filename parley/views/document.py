"""The document with which every page begins: Streamlit's own, told at once how a page begins, where the server is and what will be needed.

Left to itself the browser asks for the server at several addresses in turn, and learns of each script only when a page is to be drawn with it.
The icon stands here, too: Streamlit loads numpy to look at one, and to do nothing else with it.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from starlette.datastructures import MutableHeaders

from parley.views import served_files
from parley.views.arriving import page_at

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATIC = Path(streamlit.__file__).parent / "static"
SCRIPTS = STATIC / "static" / "js"
# What all pages are drawn with, by the beginning of a file's name; what a later Streamlit names otherwise is fetched when it is needed.
PARTS = ("BidiComponent",)
WITH_CHARTS = ("issue", "how-to-read")
_IMPORTED = re.compile(r'(?:from|import)\s*"\./([^"]+\.js)"')
_ICON = re.compile(rb'<link rel="shortcut icon"[^>]*>')
_OWN_ICON = f'<link rel="icon" href="data:image/svg+xml;base64,{b64encode(served_files.asset("icon.svg").encode()).decode()}">'.encode()
_SETTINGS = served_files.asset("head.html")
_CHARTS = served_files.asset("early.html").replace("WHEN_PLOTLY", served_files.asset("plotly.js"))
_END = b"</head>"  # scripts that a document names run once it is read to its end


class Document:
    """Answers for the document of a page with what it will need put into it; all else it hands on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one websocket."""
        page = page_at(scope["path"], served_files.base()) if scope["type"] == "http" and scope["method"] == "GET" else None
        if page is None:
            await self.app(scope, receive, send)
            return
        headers = MutableHeaders(scope=scope)
        for name in ("accept-encoding", "if-modified-since", "if-none-match", "range"):
            del headers[name]  # what is changed here must come plain and whole
        start: Message = {}
        body = b""

        async def sent(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            body = with_needs(body, page)
            answered = MutableHeaders(scope=start)
            del answered["etag"], answered["last-modified"]
            answered["content-length"] = str(len(body))
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self.app(scope, receive, sent)


def with_needs(document: bytes, page: str) -> bytes:
    """Return the document of a page with its icon, and with what is to be said before its own scripts run."""
    modules = [*(served_files.at(f"static/js/{name}") for name in streamlits_scripts()), *served_files.scripts()]
    settings = _SETTINGS.replace("BELOW", json.dumps(served_files.at("").rstrip("/")))
    added = [settings, *(f'<link rel="modulepreload" href="{one}">' for one in modules)]
    if page in WITH_CHARTS:
        plotly = served_files.plotly_address()
        added += [f'<link rel="preload" as="script" href="{plotly}">', _CHARTS.replace("PLOTLY_ADDRESS", json.dumps(plotly))]
    return _ICON.sub(_OWN_ICON, document, count=1).replace(_END, "\n".join([*added, ""]).encode() + _END, 1)


@cache
def streamlits_scripts() -> tuple[str, ...]:
    """Return the files of Streamlit with which all pages are drawn, and what those import, without what its document names already."""
    named = (STATIC / "index.html").read_text(encoding="utf-8")
    wanted = [file.name for part in PARTS for file in sorted(SCRIPTS.glob(f"{part}.*.js"))]
    found: dict[str, None] = {}
    while wanted:
        name = wanted.pop()
        if name not in found and name not in named:
            found[name] = None
            wanted += _IMPORTED.findall((SCRIPTS / name).read_text(encoding="utf-8"))
    return tuple(found)
