"""The server is started anew under an open page: what was chosen in the meantime is what the page then shows."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PATIENCE, ROOT, Visitor, serve


@pytest.mark.parametrize(
    ("key", "selector", "shown"),
    [("ArrowRight", "h1", "Made in China 2025"), ("Shift+ArrowLeft", "[data-testid=stDateInput]", re.compile("22"))],
    ids=["an issue", "a day"],
)
def test_a_key_pressed_while_the_server_is_away_counts(browser: Browser, key: str, selector: str, shown: str | re.Pattern[str]) -> None:
    """The page loses its server, a key is pressed, the server comes back: the page shows what the key asked for."""
    server, address = serve(ROOT / "positions")
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.set_default_timeout(PATIENCE)
    try:
        visitor = Visitor(context.new_page(), address)
        page = visitor.open("issue")
        expect(page.locator(".scrubber .day")).to_have_text("23 Jan 2019")
        visitor.settled()
        server.terminate()
        server.wait(10)
        page.keyboard.press(key)
        expect(page.locator("[data-testid=stApp]")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        server, _ = serve(ROOT / "positions", at=urlsplit(address).port)
        expect(page.locator(selector).first).to_contain_text(shown)
        expect(page).to_have_url(re.compile("issue=made-in-china-2025|as_of=2019-01-22"))
    finally:
        context.close()
        server.terminate()
        server.wait(10)
