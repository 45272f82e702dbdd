"""Choosing another issue in a real browser, until the new chart and text are painted; against a bare Streamlit page."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.pages import ROOT, large_set
from benchmarks.timing import print_table
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.overview import overview
from parley.dataset import Dataset, load
from parley.figures.gap_geometry import gap_drawing
from parley.figures.gap_picture import gap_picture
from parley.figures.on_page import plotly_figure
from parley.figures.palette import LIGHT_INK, party_colours
from tests.browser.conftest import QUIET, chromium, free_port, wait_until_up

ROUNDS = 14

# Waits, frame by frame, until heading and chart both show the new issue, and returns the time since the click.
MEASURE = """async ({act, heading, mark, from}) => {
  const deep = (root, selector) => {
    const found = [...root.querySelectorAll(selector)];
    for (const node of root.querySelectorAll('*')) if (node.shadowRoot) found.push(...deep(node.shadowRoot, selector));
    return found;
  };
  const drawn = () => {
    const title = document.querySelector('h1');
    const chart = document.querySelector('.js-plotly-plot svg');
    return title && title.textContent.trim() === heading && chart && [...document.querySelectorAll('.js-plotly-plot text')].map(t => t.textContent).join('|').includes(mark);
  };
  if (drawn()) return -1;
  const button = act === 'next' ? deep(document, 'button[aria-label^="Next ("]')[0] : [...document.querySelectorAll('[role=option]')].find(o => o.textContent.trim() === heading);
  const start = performance.now();
  button.click();
  while (!drawn()) {
    if (performance.now() - start > 20000) return -2;
    await new Promise(requestAnimationFrame);
  }
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""


def charts_of(dataset: Dataset) -> dict[str, tuple[dict[str, object], str]]:
    """Return, by issue name, the chart the dashboard would show and a text that only stands in it."""
    negotiation = dataset.negotiation
    parties = [negotiation.party_by_id[party] for party in negotiation.shown] or list(negotiation.parties)
    found = {}
    for row in overview(dataset, parties[:4], dataset.days[-1], ALL_EVIDENCE):
        if any(one.is_evidenced for one in row.positions):
            drawing = gap_drawing(row.gap, row.positions, dataset.statement_by_id)
            spec = plotly_figure(gap_picture(drawing, party_colours(negotiation), "Prepared", ""), LIGHT_INK)
            mark = drawing.axis.names[-1].split()[0] if drawing.axis.is_ladder else drawing.axis.unit
            found[row.issue.name] = (spec, mark)
    return found


@contextmanager
def served(*command: str) -> Iterator[str]:
    """Run a Streamlit app and yield its address."""
    with served_process(*command) as (address, _):
        yield address


@contextmanager
def served_process(*command: str) -> Iterator[tuple[str, int]]:
    """Run a Streamlit app and yield its address and the id of its process."""
    port = free_port()
    options = ["--server.headless=true", f"--server.port={port}", "--server.fileWatcherType=none"]
    script, *rest = command
    server = subprocess.Popen([sys.executable, "-m", "streamlit", "run", script, *options, "--", *rest], cwd=ROOT, stdout=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        if not wait_until_up(server, address):
            raise RuntimeError("The server ended as soon as it was started.")
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(10)


def bare_times(page: Page, address: str, charts: dict[str, tuple[dict[str, object], str]]) -> list[float]:
    """Return the times of the bare page, choosing each chart in turn from its selector."""
    page.goto(address)
    page.locator(".js-plotly-plot svg").first.wait_for()
    page.wait_for_timeout(1500)
    times = []
    for name, (_, mark) in list(charts.items())[1 : ROUNDS + 1]:
        box = page.get_by_role("combobox")
        box.click()
        # A long list holds only the options in sight.
        box.fill(name)
        page.get_by_role("option", name=name, exact=True).wait_for()
        times.append(page.evaluate(MEASURE, {"act": "option", "heading": name, "mark": mark}))
        page.wait_for_timeout(250)
    return [one for one in times if one > 0]


def dashboard_times(page: Page, address: str, dataset: Dataset, charts: dict[str, tuple[dict[str, object], str]]) -> list[float]:
    """Return the times of the issue page, going on by its button; issues without a chart are passed over."""
    page.goto(f"{address}/issue")
    page.locator("table").first.wait_for()
    page.wait_for_timeout(1500)
    order = [issue.name for group in dataset.negotiation.groups for issue in dataset.negotiation.issues if issue.group == group.id]
    times = []
    for name in order[1 : 2 * ROUNDS]:
        if name in charts:
            times.append(page.evaluate(MEASURE, {"act": "next", "heading": name, "mark": charts[name][1]}))
        else:
            page.get_by_role("button", name="Next (right arrow)").click()
            page.locator("h1", has_text=name).wait_for()
        page.wait_for_timeout(250)
    return [one for one in times if one > 0][:ROUNDS]


def compare_on(positions: Path, label: str) -> list[str]:
    """Return a row of the table: the medians of the bare page and of the dashboard, and their ratio."""
    folder = positions if (positions / "negotiation.yaml").exists() else next(positions.iterdir())
    dataset = load(folder)
    charts = charts_of(dataset)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        prepared = Path(temporary) / "charts.json"
        prepared.write_text(json.dumps({name: spec for name, (spec, _) in charts.items()}), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        with served("benchmarks/baseline.py", str(prepared)) as address:
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            bare = statistics.median(bare_times(page, address, charts))
            page.close()
        with served("dashboard.py", "--positions", str(positions)) as address:
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            ours = statistics.median(dashboard_times(page, address, dataset, charts))
        browser.close()
    return [label, f"{bare:.0f} ms", f"{ours:.0f} ms", f"{ours / bare:.2f}"]


def main() -> None:
    """Measure and print."""
    rows = [compare_on(ROOT / "positions", "shipped")]
    with large_set() as positions:
        rows.append(compare_on(positions, "large"))
    print_table("Choosing another issue until chart and text are painted (aim: ratio 1.3 shipped)", ["data", "bare page", "dashboard", "ratio"], rows)


if __name__ == "__main__":
    main()
