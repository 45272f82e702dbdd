"""The running server: open pages follow the files, keep the last good data while one is away, and strangers get nothing."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Arrive
from tests.views.conftest import write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0")]


def test_an_open_page_follows_the_files_and_keeps_the_last_good_data(arrive: Arrive, start: Callable[..., str], tmp_path: Path) -> None:
    """Without a click: a header that is away is told above the last good data, also after a reload; put back and changed, it is shown."""
    page = arrive(start(write_negotiation(tmp_path / "fjords", TALKS))).open(wait_for="table")
    title = page.locator("h1").inner_text()
    header = tmp_path / "fjords" / "negotiation.yaml"
    text = header.read_text(encoding="utf-8")
    header.unlink()
    told = page.get_by_text("The file is not there.")
    expect(told).to_be_visible()
    expect(page.locator("h1")).to_have_text(title)
    page.reload()
    expect(told).to_be_visible()
    expect(page.locator("table").first).to_be_visible()
    header.write_text(text.replace(title, "Talks renamed"), encoding="utf-8")
    # For a moment the old heading may stand beside the new one.
    expect(page.get_by_role("heading", name="Talks renamed")).to_be_visible()
    expect(told).to_have_count(0)


def test_a_negotiation_added_is_seen_by_an_open_page(arrive: Arrive, start: Callable[..., str], tmp_path: Path) -> None:
    """The page that found none shows it, and as soon as there are two it offers the choice."""
    page = arrive(start(tmp_path)).open(wait_for="text=No negotiation in")
    write_negotiation(tmp_path / "fjords", TALKS)
    expect(page.locator("table").first).to_be_visible()
    expect(page.get_by_label("Negotiation", exact=True)).to_have_count(0)
    write_negotiation(tmp_path / "lakes", TALKS)
    expect(page.get_by_role("combobox", name="Negotiation")).to_be_visible()


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}], ids=str)
@pytest.mark.parametrize("path", ["", "_stcore/stream"])
def test_a_stranger_is_refused(address: str, path: str, headers: dict[str, str]) -> None:
    """The page itself and the stream of its data are closed to a foreign name and to a foreign page."""
    shake = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
    with pytest.raises(HTTPError) as error:
        urllib.request.urlopen(urllib.request.Request(f"{address}/{path}", headers=shake | headers if path else headers), timeout=10)
    assert error.value.code == 403
