"""The dashboard below a path of its own, as behind a proxy: pages, links and files lead there, an address without a page as well, and a file can be taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import BASE_PATH, ROOT, Arrive, Served, command

VIEW = "negotiation=us-china-trade&as_of=2018-05-02&evidence=all&parties=us&parties=china&parties=eu&parties=business-groups"


def test_below_a_path_of_its_own_links_and_files_lead_there(arrive: Arrive, launch: Callable[..., Served]) -> None:
    """An issue is a link below the path, and the page in one file that is taken away leads back to it."""
    visitor = arrive(launch(ROOT / "positions", command, **{BASE_PATH: "talks"})[1])
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
