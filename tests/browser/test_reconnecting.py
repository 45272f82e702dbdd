"""The server is started anew under an open page: what was chosen in the meantime is what the page then shows."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.conftest import HELD_UP, PASS, ROOT, Arrive, Served, stop

NO_ANSWER = 5000  # milliseconds after which a day that was chosen should have been answered


def test_keys_pressed_while_the_server_is_away_count(arrive: Arrive, launch: Callable[..., Served]) -> None:
    """The page loses its server, an issue and a day are chosen by key, the server comes back: the page shows what the keys asked for."""
    server, address = launch(ROOT / "positions")
    visitor = arrive(address)
    page = visitor.open("issue")
    expect(page.locator(".scrubber .day")).to_have_text("23 Jan 2019")
    visitor.settled()
    page.evaluate(HELD_UP, NO_ANSWER)
    stop(server)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator("[data-testid=stApp]")).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    # However long that takes, the slider stays where it was put.
    assert page.evaluate(PASS) == 1
    expect(page.locator(".scrubber .day")).to_have_text("22 Jan 2019")
    assert launch(ROOT / "positions")[1] == address
    expect(page.locator("h1")).to_have_text("Made in China 2025")
    expect(page.get_by_role("textbox", name="As of")).to_have_value("22 Jan 2019")
    expect(page).to_have_url(re.compile("as_of=2019-01-22.*issue=made-in-china-2025"))
    page.wait_for_function("() => /as_of=2019-01-22.*issue=made-in-china-2025/.test(window['parley-shown'])")
