"""What many parties cost: processor time of the first page from the start of the server on, and of each page, with 200 parties shown."""

from __future__ import annotations

import logging
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import ViewportSize, sync_playwright
from streamlit.testing.v1 import AppTest

from benchmarks.generate import write_negotiation
from benchmarks.pages import ROOT
from benchmarks.serving import browsing, served
from benchmarks.timing import print_table
from parley.views.store import POSITIONS_VARIABLE

MANY = {"parties": 200, "issues": 7, "statements": 4000, "principals": 10}
SHOWN = [f"party-{number}" for number in range(MANY["parties"])]
# Each page as it is asked for, and what it is called in the table.
PAGES: tuple[tuple[str, dict[str, str], str], ...] = (
    ("overview", {}, "Overview, picture"),
    ("overview", {"view": "table"}, "Overview, table"),
    ("compare", {}, "Compare"),
    ("issue", {}, "Issue"),
    ("movement", {"since": "2025-10-01"}, "Movement in a month"),
    ("robustness", {}, "Robustness"),
    ("sources", {}, "Sources"),
    ("present", {}, "Present"),
    ("take_away", {}, "Take away"),
)
STARTS, RUNS = 3, 7
LAPTOP: ViewportSize = {"width": 1280, "height": 720}
FIRST_CHART = ".glance .drawn svg"


@contextmanager
def many_set() -> Iterator[Path]:
    """Write the negotiation of many parties into a temporary folder and yield it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "positions" / "many"
        write_negotiation(path, seed=1, **MANY)
        yield path


def processor_time(process: int) -> float:
    """Return the seconds of processor time that a process has taken."""
    user, system = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def first_chart(positions: Path, shown: Sequence[str] = ()) -> tuple[float, float]:
    """Return the processor time until the first chart stands, from the start on: of the server, and of the page in the browser.

    `shown` are the parties shown, by their ids; those that the files show where there are none.
    """
    servers, pages = [], []
    for _ in range(STARTS):
        with (
            sync_playwright() as playwright,
            served("dashboard.py", "--positions", str(positions)) as (address, process),
            browsing(playwright) as browser,
        ):
            page = browser.new_page(viewport=LAPTOP)
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.goto(f"{address}/?{urlencode({'parties': shown}, doseq=True)}", wait_until="commit")
            page.locator(FIRST_CHART).first.wait_for(timeout=120_000)
            servers.append(processor_time(process))
            metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
            pages.append(metrics["TaskDuration"])
    return statistics.median(servers), statistics.median(pages)


def script_times(positions: Path) -> Sequence[float]:
    """Return the median processor time of one run of each page, in seconds, after two that are not counted."""
    os.environ[POSITIONS_VARIABLE] = str(positions)
    found = []
    for page, asked, _ in PAGES:
        app = AppTest.from_file(str(ROOT / "every_page.py"), default_timeout=120)
        for name, value in {"parties": SHOWN, **asked}.items():
            app.query_params[name] = value
        app.run()
        app.switch_page(str(ROOT / "parley" / "views" / f"page_{page}.py"))
        app.run()
        times = []
        for _ in range(RUNS):
            start = time.process_time()
            app.run()
            times.append(time.process_time() - start)
        if app.exception:
            raise RuntimeError(app.exception[0].value)
        found.append(statistics.median(times))
    return found


def main() -> None:
    """Measure and print."""
    logging.disable(logging.WARNING)
    shipped = first_chart(ROOT / "positions")
    with many_set() as positions:
        many = first_chart(positions, SHOWN)
        scripts = script_times(positions)
    rows = [
        [f"Start to the first chart, server and page{what}", f"{server:.1f} s, {page:.1f} s"]
        for what, (server, page) in ((", shipped positions", shipped), ("", many))
    ]
    rows += [[name, f"{seconds:.2f} s"] for (_, _, name), seconds in zip(PAGES, scripts, strict=True)]
    print_table("Processor time with 200 parties shown, 7 issues, 4,000 statements (aim: 4 s, and 0.5 s for a page)", ["", ""], rows)


if __name__ == "__main__":
    main()
