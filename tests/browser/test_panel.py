"""What is shown of an issue travels ahead: it is painted at once, the server follows, and nothing old is ever left on the page."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Arrive, Served, Visitor, seen
from tests.views.conftest import write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0"), ("southmark", "offer", "r2")]
CHART = ".parley-panel .plot"


def opened(visitor: Visitor, path: str, ahead: str) -> Page:
    """Open a page and wait until the chart is drawn and what is shown of the issue `ahead` has travelled there."""
    with visitor.page.expect_event("requestfinished", lambda request: request.url.endswith(f"&issue={ahead}")):
        visitor.open(path, wait_for=f"{CHART} .main-svg, .parley-panel > p")
    return visitor.settled()


def test_the_next_issue_is_painted_while_the_server_stands_still(arrive: Arrive, launch: Callable[..., Served]) -> None:
    """Heading, chooser, address, question, tables and chart; once the server answers, all stays as it is."""
    server, address = launch(ROOT / "positions")
    page = opened(arrive(address), "issue?as_of=2018-05-02", ahead="market-access")
    try:
        os.kill(server.pid, signal.SIGSTOP)
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        is_shown(page)
    finally:
        os.kill(server.pid, signal.SIGCONT)
    page.get_by_role("combobox", name="Evidence").select_option(index=1)
    page.wait_for_function("() => !window['parley-shown'].includes('evidence=all')")
    is_shown(page)


def is_shown(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Market access to China")
    expect(page.get_by_label("Issue", exact=True)).to_have_value("market-access")
    expect(page).to_have_url(re.compile("issue=market-access"))
    expect(page.locator(".navigator .question")).to_have_text(re.compile("market|sector", re.IGNORECASE))
    expect(page.locator(".navigator .number")).to_have_text("4 of 16")
    seen(page.locator("table.board"))
    expect(page.locator(CHART)).to_have_attribute("aria-label", re.compile("Some sectors, plan kept apart"))


def test_no_old_neighbour_is_shown_once_a_file_has_changed(arrive: Arrive, start: Callable[..., str], tmp_path: Path) -> None:
    """What had travelled ahead was made from the old files."""
    above = write_negotiation(tmp_path / "fjords", TALKS, issues=("quota", "ports"))
    visitor = arrive(start(above))
    page = opened(visitor, "issue?issue=ports", ahead="quota")
    old = page.evaluate("window['parley-shown']").partition("?")[0]
    party = tmp_path / "fjords" / "southmark.yaml"
    party.write_text(party.read_text(encoding="utf-8").replace("at: r2", "at: r4"), encoding="utf-8")
    page.wait_for_function("old => !window['parley-shown'].startsWith(old)", arg=old)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(CHART)).to_have_attribute("aria-label", re.compile("offers Rung 4"))


def test_no_old_neighbour_is_shown_once_the_day_has_changed(visitor: Visitor) -> None:
    """A step to the next issue is one to that issue on the day that the page shows."""
    page = opened(visitor, "issue?as_of=2018-05-02&issue=made-in-china-2025", ahead="trade-deficit")
    page.keyboard.press("Shift+ArrowRight")
    page.wait_for_function("() => !window['parley-shown'].includes('as_of=2018-05-02')")
    day = page.evaluate("window['parley-shown'].match(/as_of=([0-9-]+)/)[1]")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => window['parley-shown'].includes('&issue=trade-deficit')")
    assert f"as_of={day}" in page.evaluate("window['parley-shown']")
    expect(page).to_have_url(re.compile(f"as_of={day}.*issue=trade-deficit"))
    leads_back_one_by_one(visitor)
    an_older_run_that_ends_late_is_not_shown(page)


# Shows the heading as runs of the server come in, while A is asked for at turn 3, after A and B at turns 1 and 2, and before a day at turn 3.5.
LATE = """async () => {
  const script = performance.getEntriesByType('resource').map(one => one.name).find(one => one.includes('/heading-'));
  const { default: heading } = await import(script);
  const place = document.createElement('div');
  place.innerHTML = '<h1></h1>';
  document.body.append(place);
  window['parley-asked'] = { issue: 'a', name: 'A', turn: 3 };
  const seen = ['A 1', 'B 2', 'A 3.5', 'C 3.5'].map(run => {
    const [name, turn] = run.split(' ');
    heading({ data: [{ name, turn }], parentElement: place })();
    return place.textContent;
  });
  place.remove();
  return seen;
}"""


def an_older_run_that_ends_late_is_not_shown(page: Page) -> None:
    """Who has turned to an issue, to the next and back again sees the first, though the server comes to it twice and to the next between."""
    assert page.evaluate(LATE) == ["A", "A", "A", "C"]


def leads_back_one_by_one(visitor: Visitor) -> None:
    """See that, however fast the reader went on from the first issue, each step is undone by itself, and the server is where the reader is."""
    page = visitor.settled()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_have_text("Market access to China")
    visitor.settled()
    for name in ("Intellectual property and technology transfer", "Made in China 2025", "Trade deficit"):
        page.go_back()
        expect(page.locator("h1")).to_have_text(name)
    visitor.settled()
    page.get_by_text("Over time", exact=True).click()
    expect(page.locator(CHART)).to_have_attribute("aria-label", re.compile("^Trade deficit"))


def test_what_cannot_be_drawn_is_said(visitor: Visitor) -> None:
    """An answer of the server that is none leaves no empty page."""
    visitor.page.route("**/parley/issue/**", lambda route: route.fulfill(status=500, body="Internal Server Error"))
    page = visitor.open("issue", wait_for=".parley-panel p")
    expect(page.locator(".parley-panel")).to_have_text(re.compile("^This issue cannot be drawn"))
