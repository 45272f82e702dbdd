"""Many people clicking at once, each in a browser page of their own, on the dashboard and on a bare page with the same charts."""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.async_api import Page, async_playwright
from playwright.async_api import TimeoutError as Late

from benchmarks.browser import charts_of, served
from benchmarks.pages import ROOT
from benchmarks.timing import print_table
from parley.dataset import load
from tests.browser.conftest import QUIET, chromium

NEXT = "Next (right arrow)"
LIMIT = 20.0  # seconds after which a click counts as lost
# Pages that nobody looks at are drawn as fast as those in front.
AWAKE = ("--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding")
SHOWN = """() => [document.querySelector('h1')?.innerText ?? '', [...document.querySelectorAll('.js-plotly-plot:not([data-still]) text')].map(t => t.textContent).join('|')]"""


async def seconds_to_paint(page: Page) -> float | None:
    """Press for the next chart and return the time until heading and chart are other ones, or None where they never are."""
    before = await page.evaluate(SHOWN)
    start = time.perf_counter()
    try:
        await page.get_by_role("button", name=NEXT).first.click(timeout=LIMIT * 1000)
    except Late:
        return None
    while time.perf_counter() - start < LIMIT:
        now = await page.evaluate(SHOWN)
        if all(new and new != old for new, old in zip(now, before, strict=True)):
            return time.perf_counter() - start
        await asyncio.sleep(0.02)
    return None


async def crowd(address: str, people: int, waves: int) -> list[float | None]:
    """Return the time of each click of each person."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, *AWAKE])
        pages = []
        for _ in range(people):
            page = await (await browser.new_context(viewport={"width": 1280, "height": 720})).new_page()
            await page.goto(address)
            await page.locator(".js-plotly-plot svg").first.wait_for(timeout=60_000)
            pages.append(page)
        await asyncio.sleep(3)
        took: list[float | None] = []
        for _ in range(waves):
            took += await asyncio.gather(*(seconds_to_paint(page) for page in pages))
            await asyncio.sleep(1)
        await browser.close()
        return took


def row(label: str, took: list[float | None]) -> tuple[list[str], float]:
    """Return a row of the table and the median."""
    painted = sorted(one for one in took if one is not None)
    median = statistics.median(painted) if painted else LIMIT
    late = painted[int(0.95 * (len(painted) - 1))] if painted else LIMIT
    return [label, f"{len(painted)} of {len(took)}", f"{median:.2f} s", f"{late:.2f} s"], median


def main(arguments: Sequence[str] = ()) -> None:
    """Measure both pages in turn and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--waves", type=int, default=4)
    args = parser.parse_args(arguments)
    dataset = load(ROOT / "positions" / "us-china-trade")
    with tempfile.TemporaryDirectory() as temporary:
        prepared = Path(temporary) / "charts.json"
        prepared.write_text(json.dumps({name: spec for name, (spec, _) in charts_of(dataset).items()}), encoding="utf-8")
        with served("benchmarks/baseline.py", str(prepared)) as address:
            bare, bare_median = row("bare page", asyncio.run(crowd(address, args.people, args.waves)))
        with served("dashboard.py", "--positions", str(ROOT / "positions")) as address:
            ours, our_median = row("dashboard", asyncio.run(crowd(f"{address}/issue", args.people, args.waves)))
    print_table(f"{args.people} people going on at once, browsers and server on one machine", ["page", "painted", "median", "95 %"], [bare, ours])
    print(f"ratio of the medians: {our_median / bare_median:.2f} (aim: 1.2, none lost)")


if __name__ == "__main__":
    main(sys.argv[1:])
