"""A real browser on a real server: Debian's Chromium, and the dashboard on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, BrowserType, Locator, Page, expect

from tests.browser.forking import ROOT, fork

# A page on a busy machine gets the time it needs; the limit only ends a test that would never end.
PATIENCE = 120_000  # milliseconds
expect.set_options(timeout=PATIENCE)


def seen(words: Locator) -> None:
    """See that something is on the page, once: while a page is drawn anew it may stand there twice for a moment, where a line above it went away."""
    expect(words.filter(visible=True)).to_have_count(1)


NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
# All windows on one server share a process.
TOGETHER = "--process-per-site"
# No page stays for so long that to make its scripts fast, or to look for garbage in its first half of a gigabyte, is worth what it costs.
SHORT_LIVED = "--js-flags=--no-maglev --no-turbofan --min-semi-space-size=32 --initial-old-space-size=512"
LAPTOP = (1280, 720)
BASE_PATH = "STREAMLIT_SERVER_BASE_URL_PATH"  # what the server calls the path below which it answers
# Whoever comes has been here before, unless a test says otherwise for its window.
KNOWS_THE_WAY = "try { sessionStorage.isNew || localStorage.setItem('parley-way-in', '1'); } catch {}"
# Resolves once nothing on the page fades or moves any more, what goes on without end aside.
# An animation that is overtaken by another may keep its promise to be finished for ever, so frames are counted until none runs.
SETTLED = "!window['parley-going'] && document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
AT_REST = """async (patience) => {
  const frame = () => new Promise(requestAnimationFrame);
  const moving = () => document.getAnimations().filter(one => one.playState === 'running' && Number.isFinite(one.effect.getComputedTiming().endTime));
  const told = one => `${one.transitionProperty || one.animationName} of ${one.effect.target?.outerHTML.slice(0, 200)}`;
  await frame();
  await frame();
  for (const since = performance.now(); moving().length; await frame()) {
    if (performance.now() - since > patience) throw new Error(`Still moving: ${moving().map(told)}`);
  }
}"""
# Keeps what a page would do after so many milliseconds, by the clock, until a test lets that time pass, and tells how much was to be done.
HELD_UP = """pace => {
  const later = window.setTimeout.bind(window), drop = window.clearTimeout.bind(window);
  window.due = new Map();
  window.setTimeout = (task, wait, ...rest) => {
    if (wait !== pace) return later(task, wait, ...rest);
    const id = later(() => {}, 0);
    window.due.set(id, task);
    return id;
  };
  window.clearTimeout = (id) => { window.due.delete(id); drop(id); };
}"""
PASS = "() => { const due = [...window.due.values()]; window.due.clear(); due.forEach(task => task()); return due.length; }"


def chromium() -> str | None:
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = chromium()
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("No Chromium found, and browser tests never skip in CI.")
        pytest.skip("No Chromium found; `make test` installs it.")
    return {**browser_type_launch_args, "executable_path": found, "args": [*QUIET, TOGETHER, SHORT_LIVED]}


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def free_ports() -> list[int]:
    """Return some ports: another process may take one before a server does."""
    return [free_port() for _ in range(3)]


Server = subprocess.Popen[bytes] | ForkServerProcess
Served = tuple[Server, str]  # a server and its address
Begin = Callable[[Sequence[str], Mapping[str, str]], Server]


def has_ended(server: Server) -> bool:
    return (server.poll() if isinstance(server, subprocess.Popen) else server.exitcode) is not None


def wait_until_up(server: Server, address: str) -> bool:
    """Return whether the server answers; false where it ended at once, because another has taken the port in the meantime."""
    for _ in range(PATIENCE // 100):
        if has_ended(server):
            return False
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
            return not has_ended(server)
        except OSError:
            time.sleep(0.1)
    server.kill()
    raise RuntimeError("The dashboard did not start within two minutes.")


def command(arguments: Sequence[str], variables: Mapping[str, str]) -> Server:
    """Run the command that README names."""
    whole = [sys.executable, "-m", "streamlit", *arguments]
    return subprocess.Popen(whole, cwd=ROOT, env={**os.environ, **variables}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def serve(begin: Begin, positions: Path, ports: Iterable[int], variables: Mapping[str, str], options: Sequence[str] = ()) -> Served:
    """Begin a server on the first of these ports that nobody else takes meanwhile."""
    below = f"/{variables[BASE_PATH]}" if BASE_PATH in variables else ""
    for port in ports:
        own = ["--server.headless=true", f"--server.port={port}", "--server.fileWatcherType=none"]
        server = begin(["run", "dashboard.py", *own, "--", "--positions", str(positions), *options], variables)
        address = f"http://localhost:{port}{below}"
        if wait_until_up(server, address):
            return server, address
    raise RuntimeError("The dashboard ended as soon as it was started, on every port.")


def stop(server: Server) -> None:
    server.terminate()
    if isinstance(server, subprocess.Popen):
        server.wait(10)
    else:
        server.join(10)


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Served]]:
    """Begin a dashboard on a folder of positions in the place of the last one, and return its process and address.

    A browser keeps what it has fetched and compiled for an address, and with it the half of what the next page costs.
    """
    last: list[Served] = []

    def launched(positions: Path, begin: Begin = fork, options: Sequence[str] = (), **variables: str) -> Served:
        ports = free_ports()
        if last:
            server, address = last.pop()
            stop(server)
            ports = [urlsplit(address).port or 0, *ports]
        last.append(serve(begin, positions, ports, variables, options))
        return last[-1]

    yield launched
    for server, _ in last:
        stop(server)


@pytest.fixture(scope="session")
def start(launch: Callable[..., Served]) -> Callable[..., str]:
    """Begin a dashboard on a folder of positions in the place of the last one, and return its address."""
    return lambda positions, **variables: launch(positions, **variables)[1]


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a dashboard on the shipped positions, which stays."""
    server, where = serve(fork, ROOT / "positions", free_ports(), {})
    yield where
    stop(server)


class Visitor:
    """A person at a browser: opens pages, waits until they are drawn, and remembers every error and, if asked to, every request."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.requests: list[str] = []
        self.in_vain: list[str] = []
        self.errors: list[str] = []
        self._listening: dict[str, Callable[[Any], object]] = {}
        self._listen("pageerror", lambda error: self.errors.append(str(error)))

    def _listen(self, event: str, heard: Callable[[Any], object]) -> None:
        self._listening[event] = heard
        cast("Any", self.page).on(event, heard)  # which has an overload for each event

    def remember_requests(self) -> None:
        """Remember from now on every request, and which were in vain; a page makes many, and each that is told costs time."""
        self._listen("request", lambda request: self.requests.append(request.url))
        self._listen("response", lambda response: self.in_vain.extend([response.url] if response.status >= 400 else []))

    def open(self, path: str = "", wait_for: str = "h1") -> Page:
        self.page.goto(f"{self.address}/{path}")
        self.page.locator(wait_for).first.wait_for()
        return self.page

    def settled(self) -> Page:
        """Wait until the server has answered the last click, the page that the address names is drawn, and nothing runs."""
        self.page.wait_for_function(SETTLED)
        return self.page

    def at_rest(self) -> Page:
        """Wait until nothing runs and nothing fades: what fades has no colour of its own."""
        self.settled().evaluate(AT_REST, PATIENCE)
        return self.page

    def leave(self) -> None:
        """Leave a window in which nothing is remembered but where it has been."""
        for event, heard in self._listening.items():
            self.page.remove_listener(event, heard)
        self.page.unroute_all(behavior="ignoreErrors")
        if not self.page.url.startswith("about:"):
            self.page.evaluate("window['parley-left-at']?.clear(); sessionStorage.clear()")
            self.page.goto("about:blank")


Arrive = Callable[..., Visitor]
# A link past the header is known for one by the first link after it, which axe does not look for inside components, where all of ours are.
NOT_LOOKED_AT = {"exclude": [["[data-testid=stSkipToContent]"]]}
WHAT_IS_WRONG = {"resultTypes": ["violations"]}
LOOK = "async (part, [context, options]) => (await axe.run(context || part, options)).violations"
OF_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
AXE = Axe().axe_script


def hindrances(page: Page, impacts: Collection[str], *, within: str = "", of_colour: bool = False) -> list[str]:
    """Return what axe finds on a page that hinders somebody so much: only in a part of it, or only what colours do, where the rest has been looked at."""
    if not page.evaluate("'axe' in window"):  # half a megabyte of script, which a page that has it is spared
        page.evaluate(AXE)
    looked_at = page.locator(within or ":root")
    told = looked_at.evaluate(LOOK, [not within and NOT_LOOKED_AT, {**WHAT_IS_WRONG, **(OF_COLOUR if of_colour else {})}])
    return [f"{one['id']}: {node['html'][:200]} {node['failureSummary'][:300]}" for one in told if one["impact"] in impacts for node in one["nodes"]]


@pytest.fixture(scope="session")
def room(browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """One context for all visitors, with a profile on disk: only there does a browser keep what it has compiled, the half of what a page costs."""
    profile = tmp_path_factory.mktemp("profile")
    context = browser_type.launch_persistent_context(profile, **browser_type_launch_args, viewport={"width": LAPTOP[0], "height": LAPTOP[1]})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(KNOWS_THE_WAY)
    yield context
    context.close()


@pytest.fixture
def arrive(room: BrowserContext) -> Iterator[Arrive]:
    """Bring a person to an address, each in a window of their own; nothing may be thrown in any, and all are closed at the end.

    But for the first window, which stays: a page that is opened where others were costs half of one in a new window.
    """
    visitors: list[Visitor] = []

    def arrived(address: str, size: tuple[int, int] = LAPTOP, scheme: Literal["light", "dark"] = "light") -> Visitor:
        page = room.new_page() if visitors else room.pages[0]
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)
        visitors.append(Visitor(page, address))
        return visitors[-1]

    yield arrived
    room.set_offline(False)
    room.clear_cookies()  # as a browser that nobody has given a name in
    for page in room.pages[1:]:
        page.close()
    for one in visitors[:1]:
        one.leave()
    assert [error for one in visitors for error in one.errors] == []


@pytest.fixture
def visitor(arrive: Arrive, address: str) -> Visitor:
    """A person on the shipped positions."""
    return arrive(address)
