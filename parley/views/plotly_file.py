"""The plotly.js of the installed plotly package, served by the dashboard itself: packed once, kept by browsers as long as its version stays."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from streamlit import config

FILE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
NAME = f"parley/plotly-{plotly.__version__}.js"
KEPT = "public, max-age=31536000, immutable"


def address() -> str:
    """Return the path at which the browser finds the file, below the path at which the dashboard is served."""
    return f"{_below()}/{NAME}"


def routes() -> list[Route]:
    """Return the route that answers for the file."""
    return [Route(address(), answer)]


def _below() -> str:
    below = str(config.get_option("server.baseUrlPath")).strip("/")
    return f"/{below}" if below else ""


def answer(request: Request) -> Response:
    """Return the file, packed where the browser takes that."""
    headers = {"cache-control": KEPT, "vary": "accept-encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(_packed(), media_type="text/javascript", headers={**headers, "content-encoding": "gzip"})
    return Response(FILE.read_bytes(), media_type="text/javascript", headers=headers)


@cache
def _packed() -> bytes:
    return gzip.compress(FILE.read_bytes(), compresslevel=6, mtime=0)
