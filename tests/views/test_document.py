"""The document with which every page begins, asked of the server itself."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route
from streamlit import config

from parley.views import app, served_files  # app: the components register their scripts
from parley.views.document import SCRIPTS, STATIC, Document, streamlits_scripts
from parley.views.page_list import page_names
from tests.views.conftest import exchanged

assert app
MODULE = re.compile(r'<link rel="modulepreload" href="([^"]+)">')


@pytest.fixture(params=["", "talks"])
def base(request: pytest.FixtureRequest) -> Iterator[str]:
    """The folder under which the dashboard is served."""
    before = config.get_option("server.baseUrlPath")
    config.set_option("server.baseUrlPath", request.param)
    yield request.param
    config.set_option("server.baseUrlPath", before)


def answered(path: str, **headers: str) -> tuple[dict[str, str], str]:
    """Ask a server that answers with Streamlit's own document, or with a plain file; return the headers and the text."""
    index = Route("/{path:path}", lambda _request: FileResponse(STATIC / "index.html"))
    plain = Route("/media/{name}", lambda _request: PlainTextResponse("<head></head>"))
    start, *parts = exchanged(Starlette(routes=[plain, index], middleware=[Middleware(Document)]), path, "http", headers)
    body = b"".join(one.get("body", b"") for one in parts)
    told = {name.decode(): value.decode() for name, value in start["headers"]}
    assert (start["status"], told["content-length"]) == (200, str(len(body)))
    return told, body.decode()


@pytest.mark.parametrize("name", ["", *page_names()])
def test_every_page_is_told_where_the_server_is_and_what_it_needs(base: str, name: str) -> None:
    """Streamlit asks at no other address first; every script that is named is there, and plotly.js where a chart is drawn."""
    below = f"/{base}" if base else ""
    told, text = answered(f"{below}/{name}", **{"accept-encoding": "gzip", "if-none-match": "old", "range": "bytes=0-9"})
    assert f'BACKEND_BASE_URL: location.origin + "{below}",' in text
    modules = MODULE.findall(text)
    streamlits, own = f"{below}/static/js/", f"{below}/parley/"
    assert {one.removeprefix(streamlits) for one in modules if one.startswith(streamlits)} == set(streamlits_scripts())
    assert {one for one in modules if not one.startswith(streamlits)} == set(served_files.scripts())
    assert all(one.startswith((streamlits, own)) for one in modules)
    with_chart = name in ("issue", "how-to-read")
    assert (f'<link rel="preload" as="script" href="{own}plotly-' in text) is with_chart
    assert (f'whenPlotly("{own}plotly-' in text) is with_chart
    assert text.index("__streamlit") < text.index("</head>")
    assert "etag" not in told


def test_the_icon_is_the_dashboards_own() -> None:
    """It stands in the document in place of Streamlit's, once, and is the drawing that lies among the assets."""
    icons = re.findall(r'<link rel="[^"]*icon[^>]*>', answered("/")[1])
    assert icons == ['<link rel="icon" href="data:image/svg+xml;base64,' + b64encode((served_files.ASSETS / "icon.svg").read_bytes()).decode() + '">']


def test_what_streamlits_parts_import_is_named_too() -> None:
    """The parts that every page is drawn with are there in this Streamlit, each once, and all they import is named somewhere."""
    named = (STATIC / "index.html").read_text(encoding="utf-8")
    found = streamlits_scripts()
    assert len(set(found)) == len(found)
    assert any(name.startswith("BidiComponent.") for name in found)
    for name in found:
        for imported in re.findall(r'from"\./([^"]+)"', (SCRIPTS / name).read_text(encoding="utf-8")):
            assert imported in found or imported in named


def test_all_else_is_handed_on_as_it_is() -> None:
    """A file is not changed, though it looks like a page."""
    assert answered("/media/page.html")[1] == "<head></head>"
    assert "__streamlit" not in answered("/issue/more")[1]
