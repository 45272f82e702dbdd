"""The dashboard below a path of its own, as behind a proxy: pages, links and files lead there, an address without a page as well, and a file can be taken away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import BASE_PATH, ROOT, Arrive, Served, command, seen

VIEW = "negotiation=us-china-trade&as_of=2018-05-02&evidence=all&parties=us&parties=china&parties=eu&parties=business-groups"


@pytest.fixture
def wiki() -> Iterator[int]:
    """The port of another site, whose one page shows in a frame what its address asks for."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{unquote(self.path.partition("?")[2])}" width="1100" height="640"></iframe>'.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_below_a_path_of_its_own_links_and_files_lead_there(arrive: Arrive, launch: Callable[..., Served], wiki: int) -> None:
    """An issue is a link below the path, and the page in one file that is taken away leads back to it.

    A page of a site that was named at the start may show an issue without header, and it answers there; one of another site may not.
    """
    visitor = arrive(launch(ROOT / "positions", command, ["--embed-from", f"http://127.0.0.1:{wiki}"], **{BASE_PATH: "talks"})[1])
    page = visitor.open("issue/market-access?as_of=2018-05-02", wait_for="[role=alert]")
    expect(page.get_by_role("alert")).to_contain_text("There is no page 'issue/market-access'.")
    expect(page.get_by_role("dialog")).to_have_count(0)
    visitor.settled()
    link = page.get_by_role("link", name="Market access", exact=True)
    assert link.evaluate("one => one.href") == f"{visitor.address}/issue?{VIEW}&issue=market-access"
    link.click()
    expect(page.locator("h1")).to_have_text("Market access to China")
    page.get_by_role("link", name="Brief", exact=True).click()
    page.get_by_role("link", name="Take away").click()
    expect(page.locator("h1")).to_have_text("Take away")
    visitor.settled()
    with page.expect_download() as taken:
        page.get_by_role("button", name="HTML", exact=True).click()
    assert taken.value.suggested_filename == "us-china-trade-core-4-of-16-issues-2018-05-02.html"
    told = Path(taken.value.path()).read_text(encoding="utf-8")
    assert f'href="{visitor.address}/?{VIEW.replace("&", "&amp;")}"' in told

    address = f"{visitor.address}/issue?embed=true&as_of=2018-06-02&issue=trade-deficit"
    page.goto(f"http://127.0.0.1:{wiki}/?{quote(address)}")
    shown = page.frame_locator("iframe")
    expect(shown.locator("h1")).to_have_text("Trade deficit")
    seen(shown.get_by_text("US-China trade talks, 2018-19 · As of 2 Jun 2018 · All evidence"))
    seen(shown.get_by_text("Positions are what parties have said, not what they would settle for."))
    expect(shown.get_by_role("navigation")).to_have_count(0)
    expect(shown.locator(".st-key-controls")).to_have_count(0)
    whole = shown.get_by_role("link", name="See the whole comparison")
    assert whole.evaluate("one => [one.href, one.target]") == [
        f"{visitor.address}/issue?{VIEW.replace('05-02', '06-02')}&issue=trade-deficit",
        "_blank",
    ]
    shown.get_by_role("button", name=re.compile("China promises to reduce its goods surplus")).first.click()
    expect(shown.get_by_role("dialog")).to_contain_text("promise to narrow its politically volatile surplus")
    page.goto(f"http://localhost:{wiki}/?{quote(address)}")
    assert page.frames[1].url == "chrome-error://chromewebdata/"
