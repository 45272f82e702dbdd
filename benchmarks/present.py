"""Presenting in a real browser: from the address to the first slide painted, and from the press of a key to the next step painted."""

from __future__ import annotations

import statistics
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from benchmarks.pages import ROOT
from benchmarks.painted import milliseconds_to_open, watch_for
from benchmarks.serving import browsing, served
from benchmarks.timing import print_table

STEPS = 60
OPENINGS = 3
SCREEN: ViewportSize = {"width": 1920, "height": 1080}
# Presses a key and waits for the frame after the one in which the slide has changed.
MEASURE = """async () => {
  const before = location.href, start = performance.now();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
  await new Promise(requestAnimationFrame);
  await new Promise((done) => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); });
  return location.href === before ? -1 : performance.now() - start;
}"""


def openings(positions: Path) -> dict[str, float]:
    """Return the median seconds until the first slide is painted: the first time on a server that has shown a page, and again."""
    first, again = [], []
    for _ in range(OPENINGS):
        with (
            sync_playwright() as playwright,
            served("dashboard.py", "--positions", str(positions)) as (address, _process),
            browsing(playwright) as browser,
        ):
            page = browser.new_page(viewport=SCREEN)
            page.goto(f"{address}/issue")
            page.locator(".js-plotly-plot text").first.wait_for()
            page.wait_for_timeout(2000)
            watch_for(page, {"slide": True})
            first.append(milliseconds_to_open(page, f"{address}/present?step=0"))
            page.wait_for_timeout(1000)
            again.append(milliseconds_to_open(page))
    return {"present": statistics.median(first) / 1000, "present again": statistics.median(again) / 1000}


def main() -> None:
    """Measure and print."""
    with (
        sync_playwright() as playwright,
        served("dashboard.py", "--positions", str(ROOT / "positions")) as (address, _),
        browsing(playwright) as browser,
    ):
        page = browser.new_page(viewport=SCREEN)
        page.goto(f"{address}/present?step=0")
        page.locator("dialog[open] .slide:visible").first.wait_for()
        page.wait_for_timeout(1500)
        times = []
        for _ in range(STEPS):
            times.append(page.evaluate(MEASURE))
            page.wait_for_timeout(60)
    if min(times) < 0:
        raise RuntimeError(f"{times.count(-1)} of {STEPS} presses led to no other step.")
    rows = [["median", f"{statistics.median(times):.0f} ms"], ["slowest", f"{max(times):.0f} ms"]]
    print_table(f"From a key to the next step painted, {STEPS} steps (aim: 50 ms)", ["", "time"], rows)


if __name__ == "__main__":
    main()
