"""Dashboards forked from a process that has imported all that they need: importing is most of what the start of one costs."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
# Pages are scripts, which run when they are imported.
VIEWS = sorted(
    ".".join(one.relative_to(ROOT).with_suffix("").parts)
    for one in (ROOT / "parley" / "views").rglob("*.py")
    if not one.stem.startswith(("page_", "__"))
)
SERVER = (
    "streamlit.web.bootstrap",
    "streamlit.web.server.starlette.starlette_server",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
    "anyio._backends._asyncio",
)
_context = get_context("forkserver")
_context.set_forkserver_preload([*SERVER, *VIEWS])


def fork(arguments: Sequence[str], variables: Mapping[str, str]) -> ForkServerProcess:
    """Do what the command `streamlit` does with these arguments."""
    process = _context.Process(target=_run, args=(arguments, variables), daemon=True)
    # The fork would begin with what is the main program here, and tests of the pages put a page in its place.
    with patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
        process.start()
    return process


def _run(arguments: Sequence[str], variables: Mapping[str, str]) -> None:
    from streamlit.web.cli import main

    os.chdir(ROOT)
    os.environ.update(variables)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    main(arguments, prog_name="streamlit")
