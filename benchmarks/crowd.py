"""Many people going on at once, each in a browser page of their own: on the dashboard, on a bare page and on a Dash page with the same charts."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from playwright.async_api import Page, async_playwright

from benchmarks.painted import NEXT, OPENING_LIMIT, answer_of, is_shown
from benchmarks.prepared import Prepared
from benchmarks.timing import percentile
from tests.browser.conftest import QUIET, chromium

PEOPLE, WAVES = 20, 4
LIMIT = 20.0  # seconds after which a click counts as lost
PAUSE = 1.0  # seconds between two waves
# Pages that nobody looks at are drawn as fast as those in front.
AWAKE = ("--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding")


async def seconds_to_paint(page: Page, one: Prepared) -> float | None:
    """Press for the next issue and return the seconds until it is painted, or None where it never is."""
    answer = await page.evaluate(*answer_of(NEXT, one, LIMIT))
    return None if isinstance(answer, str) else answer / 1000


async def crowd(address: str, steps: Sequence[Prepared], people: int) -> list[float | None]:
    """Return the seconds of each click of each person, who all begin at the first step and go on to the others."""
    first, *others = steps
    script, wanted = is_shown(first)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, *AWAKE])
        try:
            pages = []
            for _ in range(people):
                page = await (await browser.new_context(viewport={"width": 1280, "height": 720})).new_page()
                await page.goto(address)
                await page.wait_for_function(script, arg=wanted, timeout=OPENING_LIMIT * 1000)
                pages.append(page)
            await asyncio.sleep(3)
            took: list[float | None] = []
            for one in others:
                took += await asyncio.gather(*(seconds_to_paint(page, one) for page in pages))
                await asyncio.sleep(PAUSE)
            return took
        finally:
            await browser.close()


def measured(took: Sequence[float | None]) -> dict[str, float]:
    """Return the median, the slowest but 5 of 100, and how many of 100 were lost; one that was lost counts with the time it was waited for."""
    times = [LIMIT if one is None else one for one in took]
    return {"crowd p50": percentile(times, 0.5), "crowd p95": percentile(times, 0.95), "crowd lost": 100 * took.count(None) / len(took)}


def twenty_at_once(address: str, steps: Sequence[Prepared]) -> dict[str, float]:
    """Return what a crowd that goes on through these steps was measured to wait."""
    return measured(asyncio.run(crowd(address, steps[: WAVES + 1], PEOPLE)))
