"""What a person does, in a real browser: open, restore, walk by keyboard, follow to the evidence, and read it in light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Arrive, Visitor, hindrances, seen

PAGES = {
    "": "US-China trade talks, 2018-19",
    "issue": "Trade deficit",
    "movement": "Movement",
    "compare?party1=china&date1=2018-04-30&party2=china": "Compare",
    "robustness": "Robustness",
    "sources": "Sources",
    "search?q=navarro": "Search",
    "present": "Present",
    "take-away": "Take away",
    "how-to-read": "How to read this",
}
DRAWN = "table, [data-testid=stDownloadButton]"  # what every page has, and only once it is drawn
AT_A_GLANCE = ".glance[data-drawn]"
LOCAL = {"localhost", "127.0.0.1", ""}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("dark", "light")
SIZES = [(1920, 1080), (1280, 720), (390, 844)]
# Whether the page, and what is fetched for it, is drawn in this scheme.
IS_SCHEME = """scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme
  && (window['parley-shown'] || `theme=${scheme}`).includes(`theme=${scheme}`)"""
# Whether the window has this width and the page, once laid out for it, is no wider.
FITS = "width => innerWidth === width && document.querySelector('[data-testid=stMain]').scrollWidth <= width"
# What each cell is called on a phone, row by row.
LABELS = "all => all.map(one => [...one.querySelectorAll('td[data-label]')].map(cell => cell.dataset.label))"


@pytest.mark.parametrize(("path", "heading"), PAGES.items())
def test_each_page_opens_for_everybody_and_asks_nothing_of_the_outside(arrive: Arrive, address: str, path: str, heading: str) -> None:
    """With its heading, no request to another machine or in vain, and no serious hindrance that axe knows.

    In the dark, and in the light to which the machine turns meanwhile; at no width it scrolls sideways, and on a phone no two cells of a row are called the same.
    """
    visitor = arrive(address, scheme="dark")
    visitor.remember_requests()
    page = visitor.open(f"{path}{'&' if '?' in path else '?'}as_of=2018-05-02", wait_for=DRAWN if path else AT_A_GLANCE)
    expect(page.locator("h1")).to_have_text(heading)
    for scheme in SCHEMES:
        turn(page, scheme)
        visitor.at_rest()
        assert hindrances(page, ("serious", "critical"), of_colour=scheme != SCHEMES[0]) == [], scheme
    assert [url for url in visitor.requests if urlsplit(url).scheme in ("http", "https", "ws") and urlsplit(url).hostname not in LOCAL] == []
    assert visitor.requests != []
    assert visitor.in_vain == []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(FITS, arg=width)
    for labels in page.locator("tr").evaluate_all(LABELS):
        assert len(labels) == len(set(labels)), labels


def turn(page: Page, scheme: Scheme) -> None:
    """Have the machine turn light or dark, and wait until the page has followed, with what is fetched for it."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(IS_SCHEME, arg=scheme)


def test_a_pasted_link_restores_the_view(visitor: Visitor) -> None:
    """Date, evidence, issue and open statement all come back from the address alone."""
    page = visitor.open(
        "issue?as_of=2018-05-02&evidence=Officials%2C+named+or+not&issue=made-in-china-2025&statement=cn-mic-no-curbs", wait_for="[role=dialog]"
    )
    expect(page.locator("h1")).to_have_text("Made in China 2025")
    expect(page.get_by_role("dialog")).to_contain_text("paragraph 14, line 40")
    expect(page.locator(".scrubber .day")).to_have_text("2 May 2018")
    expect(page.locator(".parley-chart .plot")).to_have_attribute("aria-label", re.compile("^Evidence: officials, named or not"))


def test_what_is_gone_is_told_and_another_issue_can_be_chosen(visitor: Visitor) -> None:
    """Nonsense in every parameter is told in a sentence each, and another issue is not shown instead.

    The nearest opens in the same window, with what was chosen kept, and Back returns.
    """
    page = visitor.open("issue?as_of=2018-99-99&evidence=rumours&parties=Atlantis&issue=trade-deficits&statement=nobody", wait_for="[role=alert]")
    page.wait_for_url(re.compile("negotiation=us-china-trade"))  # by what follows links as well
    page.get_by_role("alert").get_by_role("link", name="trade-deficit").click()
    expect(page.locator("h1")).to_have_text("Trade deficit")
    expect(page).to_have_url(re.compile("as_of=2018-99-99&evidence=rumours&parties=Atlantis&issue=trade-deficit(&|$)"))
    visitor.settled()
    page.go_back()
    expect(page.locator("h1")).to_have_text("Issue")
    expect(page.get_by_role("alert")).to_have_count(5)
    seen(page.get_by_text("There is no issue 'trade-deficits'. Did you mean 'trade-deficit'?"))
    expect(page.locator("table")).to_have_count(0)
    expect(page).to_have_url(re.compile("issue=trade-deficits"))
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label("Issue", exact=True).locator("option:checked")).to_have_text("Choose another")
    page.get_by_label("Issue", exact=True).select_option(label="Market access to China")
    expect(page.locator("h1")).to_have_text("Market access to China")
    expect(page.get_by_label("Issue", exact=True).locator("option:checked")).to_have_text("Market access to China")
    expect(page.get_by_label("Issue", exact=True).get_by_text("Choose another")).to_have_count(0)


def test_issues_are_turned_by_arrow_key_without_losing_presses(visitor: Visitor) -> None:
    """Six quick presses move six issues on, six back return, and the list follows."""
    page = visitor.open("issue?as_of=2018-05-02", wait_for="table")
    expect(page.get_by_label("Issue", exact=True)).to_have_value("trade-deficit")
    visitor.settled()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_have_text("US steel and aluminium tariffs")
    visitor.settled()
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).to_have_text("Trade deficit")
    page.get_by_role("button", name="Next (right arrow)").click()
    expect(page.locator("h1")).to_have_text("Made in China 2025")
    page.get_by_label("Issue", exact=True).select_option(label="Scope of the talks")
    expect(page.locator("h1")).to_have_text("Scope of the talks")
    with_shift_the_arrows_turn_days_and_without_issues(visitor)


def with_shift_the_arrows_turn_days_and_without_issues(visitor: Visitor) -> None:
    """From the second of May 2018: see that both are at hand, and that neither does the other's work."""
    page, day = visitor.settled(), visitor.page.locator(".scrubber .day")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).not_to_have_text("Scope of the talks")
    expect(day).to_have_text("2 May 2018")
    visitor.settled()
    name = page.locator("h1").inner_text()
    page.keyboard.press("Shift+ArrowRight")
    expect(day).to_have_text("4 May 2018")
    page.wait_for_url(re.compile("as_of=2018-05-04"))
    visitor.settled()
    expect(page.locator("h1")).to_have_text(name)
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_have_text("Scope of the talks")
    expect(day).to_have_text("4 May 2018")


def test_the_paragraph_is_shown_where_the_text_is_held(arrive: Arrive, start: Callable[..., str]) -> None:
    """With the documents' texts in a folder, the drawer shows the paragraph; a text that is not the one recorded is not shown."""
    data = ROOT / "tests" / "data"
    page = arrive(start(data / "fjords", PARLEY_TEXTS=str(data / "texts"))).open("robustness", wait_for="table")
    page.get_by_role("button", name=re.compile("^without ")).first.click()
    expect(page.get_by_role("dialog")).to_contain_text("The paragraph, from the text you hold")
