"""The running server: open pages follow the files, keep the last good data while one is away, and strangers get nothing."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Arrive, Served, command, seen
from tests.views.conftest import write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0")]


def test_an_open_page_follows_the_files_and_keeps_the_last_good_data(arrive: Arrive, launch: Callable[..., Served], tmp_path: Path) -> None:
    """Without a click: a negotiation that comes is shown, and what is wrong or away is told above the last good data; mended, the change is shown."""
    page = arrive(launch(tmp_path, command)[1]).open(wait_for="text=No negotiation in")
    write_negotiation(tmp_path / "fjords", TALKS)
    quota = page.get_by_role("link", name="Quota", exact=True)
    seen(quota)
    expect(page.get_by_label("Negotiation", exact=True)).to_have_count(0)

    header = tmp_path / "fjords" / "negotiation.yaml"
    good = header.read_text(encoding="utf-8")
    header.write_text(good.replace("name: Quota", "nmae: Quota"), encoding="utf-8")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Unknown key 'nmae'")
    expect(alert).to_contain_text("Did you mean 'name'?")
    seen(quota)
    header.write_text(good.replace("name: Quota", "name: Catches"), encoding="utf-8")
    seen(page.get_by_role("link", name="Catches", exact=True))
    expect(alert).to_have_count(0)

    title = page.locator("h1").inner_text()
    header.unlink()
    told = page.get_by_text("The file is not there.")
    seen(told)
    expect(page.locator("h1")).to_have_text(title)
    page.reload()
    seen(told)
    seen(page.locator("table").first)
    header.write_text(good.replace(title, "Talks renamed"), encoding="utf-8")
    # For a moment the old heading may stand beside the new one.
    seen(page.get_by_role("heading", name="Talks renamed"))
    expect(told).to_have_count(0)

    write_negotiation(tmp_path / "lakes", TALKS)
    seen(page.get_by_role("combobox", name="Negotiation"))


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}], ids=str)
@pytest.mark.parametrize("path", ["", "_stcore/stream"])
def test_a_stranger_is_refused(address: str, path: str, headers: dict[str, str]) -> None:
    """The page itself and the stream of its data are closed to a foreign name and to a foreign page."""
    shake = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="}
    with pytest.raises(HTTPError) as error:
        urllib.request.urlopen(urllib.request.Request(f"{address}/{path}", headers=shake | headers if path else headers), timeout=10)
    assert error.value.code == 403
