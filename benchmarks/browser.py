"""What a reader waits for in a real browser, side by side: an empty Streamlit page, a plain Dash page and the dashboard, with the same charts.

Each is measured on the shipped data and on a large set; all the time runs from a click, or from the start of a page, until heading, question and
chart of the issue asked for have been painted. `benchmarks.results` lists what is measured, and what is aimed for.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from benchmarks import painted, present
from benchmarks.crowd import twenty_at_once
from benchmarks.pages import ROOT, large_set
from benchmarks.painted import click, milliseconds_to_open, watch_for
from benchmarks.prepared import Prepared, as_shown, farthest, halfway_on, run_of, write_charts
from benchmarks.results import BARE, DASH, LARGE, PARLEY, SHIPPED, SIZES, Measured, head_of, rows_of
from benchmarks.serving import at_home, browsing, end_in_order, has_dash, memory_of, served, served_by_dash
from benchmarks.timing import percentile, print_table
from benchmarks.traffic import Traffic
from parley.dataset import load

ROUNDS = 14
STARTS, RELOADS = 3, 7
COMPILING = 2  # loads after which a browser has kept on disk what it compiled
SESSIONS = 20
LAPTOP: ViewportSize = {"width": 1280, "height": 720}
PATIENCE = 60_000  # milliseconds after which what should stand on a page ends the measuring


@dataclass(frozen=True)
class Application:
    """A page that is measured: how it is served, where an issue is shown, and how its chooser is made ready and pressed."""

    name: str
    serve: Callable[[], AbstractContextManager[tuple[str, int]]]
    path: Callable[[Prepared], str]
    make_ready: Callable[[Page, Prepared], None]
    act: str


def _type_into_bare(page: Page, one: Prepared) -> None:
    box = page.get_by_role("combobox")
    box.click()
    # A long list holds only the options in sight.
    box.fill(one.name)
    page.get_by_role("option", name=one.name, exact=True).wait_for(timeout=PATIENCE)


def _type_into_dash(page: Page, one: Prepared) -> None:
    page.locator("#issue").click()
    page.locator("input[type=search], input.dash-dropdown-search").first.fill(one.name)
    page.get_by_role("option", name=one.name, exact=True).wait_for(timeout=PATIENCE)


def dashboard(positions: Path) -> Application:
    """Return the dashboard itself, whose chooser is a list of the browser."""
    serve = lambda: served("dashboard.py", "--positions", str(positions))  # noqa: E731
    return Application(PARLEY, serve, lambda one: f"/issue?issue={one.id}", lambda _page, _one: None, painted.CHOOSE)


def others(charts: Path, *, with_dash: bool) -> list[Application]:
    """Return the pages with which the dashboard is compared; they begin with the first chart."""
    bare = Application(BARE, lambda: served("benchmarks/baseline.py", str(charts)), lambda _: "/", _type_into_bare, painted.OPTION)
    dash = Application(DASH, lambda: served_by_dash(charts), lambda _: "/", _type_into_dash, painted.OPTION)
    return [bare, dash] if with_dash else [bare]


@dataclass(frozen=True)
class Visit:
    """A reader at an application, on an issue that has a chart."""

    application: Application
    address: str
    shown: Sequence[Prepared]
    title: str  # of the negotiation, which heads the overview
    rounds: int

    @property
    def charted(self) -> list[Prepared]:
        """Return the issues that have a chart."""
        return [one for one in self.shown if one.figure]

    def start(self) -> str:
        """Return the address of the first issue with a chart."""
        return f"{self.address}{self.application.path(self.charted[0])}"

    def opened(self, browser: Browser, one: Prepared | None = None) -> tuple[Page, Traffic]:
        """Return a page of its own, on which an issue, or else the first with a chart, has been painted, and all that it receives."""
        return self.opened_in(browser.new_context(viewport=LAPTOP), one or self.charted[0])

    def opened_in(self, context: BrowserContext, first: Prepared) -> tuple[Page, Traffic]:
        """Return such a page of a context."""
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        traffic = Traffic(page)
        watch_for(page, first.wanted())
        milliseconds_to_open(page, f"{self.address}{self.application.path(first)}")
        return page, traffic

    def starts(self) -> Measured:
        """Return how long it takes from the start of a page to its first chart, each time in a browser of its own."""
        times = []
        for _ in range(STARTS):
            with sync_playwright() as playwright, browsing(playwright) as browser:
                page = browser.new_page(viewport=LAPTOP)
                watch_for(page, self.charted[0].wanted())
                times.append(milliseconds_to_open(page, self.start()))
        return {"start": statistics.median(times) / 1000}

    def reloads(self) -> Measured:
        """Return how long the same page takes when it is loaded anew by a reader who has been here before."""
        with sync_playwright() as playwright, at_home(playwright, viewport=LAPTOP) as context:
            page, traffic = self.opened_in(context, self.charted[0])
            times = []
            for _ in range(RELOADS + COMPILING):
                traffic.settle()
                times.append(milliseconds_to_open(page))
        return {"reload": statistics.median(times[COMPILING:])}

    def choices(self, browser: Browser) -> Measured:
        """Return how long another issue takes from the chooser, what comes for it, and how often it had travelled ahead."""
        page, traffic = self.opened(browser)
        order = [one.id for one in self.shown]
        current = self.charted[0]
        times, sent, ahead, travelled = [], [], [], 0
        for _ in range(self.rounds):
            traffic.settle()
            far = farthest(order, {current.id, *traffic.fetched}, {one.id for one in self.charted})
            travelled += far is None
            current = halfway_on(self.charted, current) if far is None else next(one for one in self.shown if one.id == far)
            self.application.make_ready(page, current)
            traffic.settle()
            traffic.taken(current.id)
            times.append(click(page, self.application.act, current))
            traffic.settle()
            came, before = traffic.taken(current.id)
            sent.append(came / 1000)
            ahead.append(before / 1000)
        page.context.close()
        return {"chooser": statistics.median(times), "sent": statistics.mean(sent), "ahead": statistics.mean(ahead), "travelled": travelled}

    def steps(self, browser: Browser) -> Measured:
        """Return how long the next and the previous issue take, through issues that all have a chart, there and back."""
        steps = run_of(self.charted if self.application.name != PARLEY else self.shown, self.rounds + 1)
        page, traffic = self.opened(browser, steps[0])
        times: list[float] = []
        while len(times) < 2 * self.rounds:
            for act, way in ((painted.NEXT, steps[1:]), (painted.PREVIOUS, steps[-2::-1])):
                for one in way:
                    traffic.settle()
                    times.append(click(page, act, one))
        page.context.close()
        return {"next p50": percentile(times, 0.5), "next p95": percentile(times, 0.95)}

    def rows(self, browser: Browser) -> Measured:
        """Return how long a row of the overview takes to open its issue."""
        page = browser.new_context(viewport=LAPTOP).new_page()
        page.set_default_timeout(PATIENCE)
        traffic = Traffic(page)
        page.goto(self.address)
        times = []
        for one in self.charted[1 : self.rounds + 1]:
            page.locator("h1", has_text=self.title).wait_for()
            page.locator(f':is(.sheet, .glance) a[href$="issue={one.id}"]').first.wait_for()
            traffic.settle()
            times.append(click(page, painted.ROW, one))
            traffic.settle()
            page.get_by_role("link", name="Overview").first.click()
        page.context.close()
        return {"first row": times[0], "row": statistics.median(times[1:])}

    def memory(self, browser: Browser, process: int) -> Measured:
        """Return the megabytes that the server holds after its first session, and with twenty that are open."""
        visits: list[tuple[Page, Traffic]] = []
        found = {}
        for key, sessions in (("memory 1", 1), ("memory 20", SESSIONS)):
            while len(visits) < sessions:
                visits.append(self.opened(browser))
            visits[-1][1].settle()
            found[key] = memory_of(process)
        for page, _ in visits:
            page.context.close()
        return found


def measured(visit: Visit, process: int, args: argparse.Namespace, *, with_memory: bool) -> Measured:
    """Return all that is measured of one application on one set of data; memory where the data are large."""
    application, shown = visit.application, visit.shown
    found: dict[str, float] = {}
    with sync_playwright() as playwright, browsing(playwright) as browser:
        if with_memory:
            found.update(visit.memory(browser, process))
        for part in (visit.choices, visit.steps):
            found.update(part(browser))
        if application.name == PARLEY:
            found.update(visit.rows(browser))
    found.update(visit.starts())
    found.update(visit.reloads())
    if args.crowd:
        steps = run_of(shown if application.name == PARLEY else visit.charted, args.rounds + 1)
        found |= twenty_at_once(f"{visit.address}{application.path(steps[0])}", steps)
    return found


def panel_drawn(address: str) -> str:
    """Return the address of the first panel that the dashboard draws."""
    with sync_playwright() as playwright, browsing(playwright) as browser:
        page = browser.new_page(viewport=LAPTOP)
        page.goto(f"{address}/issue")
        page.locator(".js-plotly-plot text").first.wait_for(timeout=painted.OPENING_LIMIT * 1000)
        return str(page.evaluate("window['parley-shown']"))


def compare_on(positions: Path, args: argparse.Namespace, *, with_dash: bool, with_memory: bool) -> Iterator[tuple[str, Measured]]:
    """Yield the name of each application and what was measured of it, one after the other."""
    folder = next(file.parent for file in sorted([*positions.glob("negotiation.yaml"), *positions.glob("*/negotiation.yaml")]))
    dataset = load(folder)
    title = dataset.negotiation.title
    ours = dashboard(positions)
    with ours.serve() as (address, process):
        shown = as_shown(dataset, f"{address}{panel_drawn(address)}")
        found = measured(Visit(ours, address, shown, title, args.rounds), process, args, with_memory=with_memory)
    yield ours.name, {**found, **present.openings(positions)}
    with tempfile.TemporaryDirectory() as temporary:
        charts = Path(temporary) / "charts.json"
        write_charts(shown, charts)
        for application in others(charts, with_dash=with_dash):
            with application.serve() as (address, process):
                visit = Visit(application, address, shown, title, args.rounds)
                yield application.name, measured(visit, process, args, with_memory=with_memory)


@contextmanager
def data_of(size: str) -> Iterator[Path]:
    """Yield the folder of the positions of one size."""
    if size == SHIPPED:
        yield ROOT / "positions"
        return
    with large_set() as positions:
        yield positions


def main(arguments: Sequence[str] = ()) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crowd", action="store_true", help="twenty people at once as well, which takes some minutes more")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--only", choices=SIZES, help="one size of the data")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="clicks of each kind")
    args = parser.parse_args(arguments)
    end_in_order()
    with_dash = has_dash()
    results: dict[tuple[str, str], Measured] = {}
    for size in [args.only] if args.only else SIZES:
        with data_of(size) as positions:
            for name, found in compare_on(positions, args, with_dash=with_dash, with_memory=size == LARGE):
                results[name, size] = found
                print(f"{size}, {name}: measured", file=sys.stderr)
    print_table("Until heading, question and chart are painted", head_of(results), rows_of(results), is_markdown=args.markdown)
    if not with_dash:
        print("\nDash is not installed: `make dash` puts it into an environment of its own.")
    for size in SIZES:
        travelled = results.get((PARLEY, size), {}).get("travelled", 0)
        if travelled:
            print(f"\nOf the {args.rounds} issues chosen on the {size} data, {travelled:.0f} had travelled ahead, since all that were left had.")


if __name__ == "__main__":
    main(sys.argv[1:])
