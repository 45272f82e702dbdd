"""The server is started anew under an open page: what was chosen in the meantime is what the page then shows."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import ROOT, Arrive, Served, stop


def test_keys_pressed_while_the_server_is_away_count(arrive: Arrive, launch: Callable[..., Served]) -> None:
    """The page loses its server, an issue and a day are chosen by key, the server comes back: the page shows what the keys asked for."""
    server, address = launch(ROOT / "positions")
    visitor = arrive(address)
    page = visitor.open("issue")
    expect(page.locator(".scrubber .day")).to_have_text("23 Jan 2019")
    visitor.settled()
    stop(server)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator("[data-testid=stApp]")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    assert launch(ROOT / "positions")[1] == address
    expect(page.locator("h1")).to_have_text("Made in China 2025")
    expect(page.get_by_role("textbox", name="As of")).to_have_value("22 Jan 2019")
    expect(page).to_have_url(re.compile("as_of=2019-01-22.*issue=made-in-china-2025"))
