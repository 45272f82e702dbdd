"""Servers and browsers that are measured, each of which ends with the block in which it is needed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright

from benchmarks.pages import ROOT
from tests.browser.conftest import QUIET, chromium, free_port

DASH = Path(os.environ.get("DASH_PYTHON", ROOT / ".venv-dash" / "bin" / "python"))
START_LIMIT, STOP_LIMIT = 120, 10  # seconds


def has_dash() -> bool:
    """Return whether the environment of the Dash page is there."""
    return DASH.exists() and subprocess.run([str(DASH), "-c", "import dash, waitress"], capture_output=True).returncode == 0


@contextmanager
def served(*command: str) -> Iterator[tuple[str, int]]:
    """Run a Streamlit app and yield its address and the id of its process."""
    script, *rest = command
    port = free_port()
    options = ["--server.headless=true", f"--server.port={port}", "--server.fileWatcherType=none"]
    with _running([sys.executable, "-m", "streamlit", "run", script, *options, "--", *rest], port, "/_stcore/health") as found:
        yield found


@contextmanager
def served_by_dash(charts: Path) -> Iterator[tuple[str, int]]:
    """Run the Dash page and yield its address and the id of its process."""
    port = free_port()
    with _running([str(DASH), "benchmarks/plain_dash.py", str(charts), str(port)], port, "/") as found:
        yield found


@contextmanager
def _running(command: Sequence[str], port: int, ready: str) -> Iterator[tuple[str, int]]:
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        _wait_until_up(server, f"{address}{ready}")
        yield address, server.pid
    finally:
        server.terminate()
        try:
            server.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_until_up(server: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + START_LIMIT
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"The server ended as soon as it was started, with status {server.returncode}.")
        try:
            urllib.request.urlopen(address, timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The server did not answer within {START_LIMIT} s.")


@contextmanager
def browsing(playwright: Playwright, *more: str) -> Iterator[Browser]:
    """Start a browser and yield it."""
    browser = playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, *more])
    try:
        yield browser
    finally:
        browser.close()


@contextmanager
def at_home(playwright: Playwright, **options: Any) -> Iterator[BrowserContext]:
    """Start a browser with a profile on disk, as a reader has one, who finds there what the browser compiled on the last visits."""
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(profile, executable_path=chromium(), args=QUIET, **options)
        try:
            yield context
        finally:
            context.close()


def memory_of(process: int) -> float:
    """Return the memory that a process holds now, in megabytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def end_in_order() -> None:
    """Have a request to end unwind the blocks, so that no server and no browser is left behind."""

    def end(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)

    signal.signal(signal.SIGTERM, end)
