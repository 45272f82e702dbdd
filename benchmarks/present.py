"""From the press of a key to the next step painted, in a real browser."""

from __future__ import annotations

import statistics

from playwright.sync_api import sync_playwright

from benchmarks.browser import served
from benchmarks.pages import ROOT
from benchmarks.timing import print_table
from tests.browser.conftest import QUIET, chromium

STEPS = 60
# Presses a key and waits for the frame after the one in which the slide has changed.
MEASURE = """async () => {
  const before = location.href, start = performance.now();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
  await new Promise(requestAnimationFrame);
  await new Promise((done) => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); });
  return location.href === before ? -1 : performance.now() - start;
}"""


def main() -> None:
    """Measure and print."""
    with sync_playwright() as playwright, served("dashboard.py", "--positions", str(ROOT / "positions")) as address:
        browser = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.goto(f"{address}/present?step=0")
        page.locator("dialog[open] .slide:visible").first.wait_for()
        page.wait_for_timeout(1500)
        times = []
        for _ in range(STEPS):
            times.append(page.evaluate(MEASURE))
            page.wait_for_timeout(60)
        browser.close()
    rows = [["median", f"{statistics.median(times):.0f} ms"], ["slowest", f"{max(times):.0f} ms"]]
    print_table(f"From a key to the next step painted, {STEPS} steps (aim: 50 ms)", ["", "time"], rows)


if __name__ == "__main__":
    main()
