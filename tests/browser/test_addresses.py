"""The address in a real browser: whole on every page, undone by Back, in links that are links, and never markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from parley.dates import shown_day
from parley.views.page_list import page_names
from tests.browser.conftest import Arrive, Visitor, seen
from tests.views.conftest import write_hostile

SHOWN = "negotiation=us-china-trade&as_of=2019-01-23&evidence=all&parties=us&parties=china&parties=eu&parties=business-groups"


def be_at(page: Page, path: str, search: str) -> None:
    """Wait until the address is this one, and no longer another."""
    expect(page).to_have_url(re.compile(rf"^[a-z]+://[^/]+{re.escape(path)}\?{re.escape(search)}$"))


def be_as_of(page: Page, day: str) -> None:
    """Wait until the page is drawn as of a day."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("as_of") == [day])
    expect(page.get_by_role("textbox", name="As of")).to_have_value(shown_day(date.fromisoformat(day)))


PRESSED_AND_LEFT = "one => { one.click(); history.back(); }"
NAMED = {"": SHOWN, "issue": f"{SHOWN}&issue=trade-deficit"}


@pytest.mark.parametrize(("path", "search"), NAMED.items(), ids=lambda one: one.partition("=")[0])
def test_a_page_names_what_it_shows_and_makes_no_step_back_of_it(visitor: Visitor, path: str, search: str) -> None:
    """Negotiation, date, evidence and parties, and the issue, are in the address though nothing was asked for, and Back leaves the dashboard."""
    visitor.page.goto("about:blank")
    page = visitor.open(path, wait_for="table")
    be_at(page, f"/{path}", search)
    visitor.settled()
    page.go_back()
    assert page.url == "about:blank"


def test_back_undoes_evidence_parties_a_step_of_the_slider_and_a_typed_date(visitor: Visitor) -> None:
    """One after the other, and Forward does them again; a typed date counts when Enter is pressed. All goes along to other pages."""
    page = visitor.open("?as_of=2018-05-02&view=table", wait_for="thead")
    visitor.settled()
    page.get_by_role("button", name="Next day (Shift and right arrow)").click()
    be_as_of(page, "2018-05-04")
    visitor.settled()
    page.get_by_role("combobox", name="Evidence").select_option("On record only")
    line = page.get_by_text("Evidence: on record only.")
    seen(line)
    page.wait_for_url(re.compile("evidence=on-record"))
    visitor.settled()
    page.get_by_role("button", name="Parties").click()
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="EU", exact=True).click()
    page.wait_for_url(lambda url: "parties=eu" not in url)
    head = page.locator("thead").get_by_text("EU", exact=True)
    expect(head).to_have_count(0)
    visitor.settled()
    page.go_back()
    expect(head).to_have_count(1)
    seen(line)
    visitor.settled()
    page.go_back()
    expect(line).to_have_count(0)
    be_as_of(page, "2018-05-04")
    visitor.settled()
    page.go_back()
    be_as_of(page, "2018-05-02")
    visitor.settled()
    page.go_forward()
    be_as_of(page, "2018-05-04")
    visitor.settled()
    page.get_by_role("textbox", name="As of").fill("2018-06-02")
    page.keyboard.press("Enter")
    be_as_of(page, "2018-06-02")
    visitor.settled()
    page.go_back()
    be_as_of(page, "2018-05-04")
    visitor.settled()
    page.go_forward()
    be_as_of(page, "2018-06-02")
    visitor.settled()
    # Back pressed before anything of a choice has been heard.
    evidence = page.get_by_role("combobox", name="Evidence")
    evidence.select_option("On record only")
    page.wait_for_url(re.compile("evidence=on-record"))
    page.go_back()
    expect(evidence).to_have_value("all")
    visitor.settled()
    page.wait_for_url(re.compile("as_of=2018-06-02&evidence=all"))
    expect(line).to_have_count(0)
    back_pressed_at_once_undoes_a_place_a_statement_a_view_and_an_order(visitor)
    page.get_by_role("link", name="Evidence", exact=True).click()
    expect(page.locator("h1")).to_have_text("Robustness")
    page.get_by_role("link", name="Sources", exact=True).click()
    expect(page.locator("h1")).to_have_text("Sources")
    be_at(page, "/sources", SHOWN.replace("2019-01-23", "2018-06-02"))


def back_pressed_at_once_undoes_a_place_a_statement_a_view_and_an_order(visitor: Visitor) -> None:
    """And nothing else, before the server can have heard of either; Forward then goes where the reader went."""
    page = visitor.settled()
    here = page.url
    drawer = page.get_by_role("dialog", name="Evidence")
    for pressed, there, sign in (
        (page.get_by_role("link", name="Movement", exact=True), "/movement", page.get_by_role("heading", name="Movement")),
        (page.locator("tbody button").first, "statement=", drawer),
        (page.get_by_role("link", name="Picture", exact=True), r"/\?(?!.*view)", page.locator(".glance svg").first),
    ):
        pressed.evaluate(PRESSED_AND_LEFT)
        expect(page).to_have_url(here)
        visitor.settled()
        seen(page.locator("thead").first)
        expect(drawer).to_have_count(0)
        assert page.url == here
        page.go_forward()
        expect(page).to_have_url(re.compile(there))
        seen(sign)
        visitor.settled()
        page.go_back()
        seen(page.locator("thead").first)
        visitor.settled()
    page.get_by_role("button", name="Sort and filter").click()
    page.get_by_role("radio").nth(1).evaluate(PRESSED_AND_LEFT)
    visitor.settled()
    assert page.url == here
    page.get_by_role("link", name="Picture", exact=True).click()
    seen(page.locator(".glance svg").first)
    visitor.settled()
    page.go_back()
    be_as_of(page, "2018-06-02")
    visitor.settled()
    assert page.url == here


def test_an_issue_in_a_table_is_a_link(visitor: Visitor) -> None:
    """It has the whole address, opens in a new tab with Ctrl, and a plain click stays in this visit, where Back undoes the choice of the view.

    The matrix is walked by keyboard and opened by it and by mouse.
    """
    page = visitor.open("?as_of=2018-05-02&view=table", wait_for="thead")
    be_at(page, "/", f"{SHOWN.replace('2019-01-23', '2018-05-02')}&view=table")
    visitor.settled()
    link = page.get_by_role("link", name="Market access", exact=True)
    assert link.evaluate("one => one.href") == f"{visitor.address}/issue?{SHOWN.replace('2019-01-23', '2018-05-02')}&issue=market-access"
    with page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    expect(opened.value.locator("h1")).to_have_text("Market access to China")
    expect(page.locator("h1")).to_have_text("US-China trade talks, 2018-19")
    the_matrix_is_walked_by_keyboard_and_opened_by_it_and_by_mouse(visitor)
    link.click()
    expect(page.locator("h1")).to_have_text("Market access to China")
    board = page.locator("table.board")
    seen(board)
    visitor.settled()
    # What is chosen over time moves no control.
    controls = page.get_by_role("link", name="Over time", exact=True), page.get_by_role("button", name="Next (right arrow)")
    places = [one.bounding_box() for one in controls]
    controls[0].click()
    page.wait_for_url(re.compile("view=over-time"))
    expect(board).to_have_count(0)
    visitor.settled()
    seen(page.get_by_text("Last 90 days", exact=True))
    assert [one.bounding_box() for one in controls] == places
    page.go_back()
    seen(board)


def the_matrix_is_walked_by_keyboard_and_opened_by_it_and_by_mouse(visitor: Visitor) -> None:
    """See that arrow keys move between issues, and that Enter opens one with the date kept; so does a click anywhere in a row. Each time go back."""
    page = visitor.page
    page.get_by_role("link", name="Trade deficit", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Made in China 2025")
    page.wait_for_url(re.compile("as_of=2018-05-02"))
    visitor.settled()
    page.go_back()
    page.get_by_role("row", name=re.compile("^Market access")).locator("td").nth(2).click(position={"x": 3, "y": 3})
    expect(page.locator("h1")).to_have_text("Market access to China")
    visitor.settled()
    page.go_back()
    expect(page.locator("h1")).to_have_text("US-China trade talks, 2018-19")
    visitor.settled()


# What became of letters that mean something to whoever reads Markdown, mathematics or tags.
MADE = """() => {
  const deep = root => [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
  const all = deep(document.body);
  return {
    links: all.filter(one => one.href && /evil|mailto/.test((one.getAttribute('href') || '').replace(/^#.*/, ''))).length,
    made: all.filter(one => one.matches('.katex, img[src*=evil], em, i[data-evil], b[data-evil]')).length,
    smiles: document.body.innerText.includes('😄'),
  };
}"""


def test_names_and_texts_are_never_markup(arrive: Arrive, start: Callable[..., str], tmp_path: Path) -> None:
    """On no page do names with formulas, emoji codes, tags, addresses and direction marks become anything but the letters they are."""
    visitor = arrive(start(write_hostile(tmp_path / "fjords")))
    visitor.remember_requests()
    page = visitor.open("?statement=fjords-0", wait_for="[role=dialog] table")
    nothing = {"links": 0, "made": 0, "smiles": False}
    visitor.settled()
    assert page.evaluate(MADE) == nothing
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Parties").click()
    pills = page.get_by_test_id("stPopoverBody").get_by_role("button")
    seen(pills.nth(1))
    shown = [re.sub("[\u2060\u2068\u2069\u202e]", "", one) for one in pills.all_inner_texts()]
    assert shown[:2] == ["C$, A$", "I_S_ :eu:"]
    page.keyboard.press("Escape")
    ways = {"Compare": "compare", "Issues": "issue", "Movement": "movement", "Evidence": "robustness", "Sources": "sources", "Brief": "present"}
    # Cells of a table that is brought in are looked at in `test_bring_in`, what is edited in `test_edit_page`, and what is read in `test_read`.
    assert {*ways.values(), "take-away", "search", "how-to-read", "bring-in", "edit", "history", "read", "new"} == {*page_names()}
    for name, path in {**ways, "Take away": "take-away"}.items():
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_url(lambda url, path=path: urlsplit(url).path == f"/{path}")
        page.locator("table, [data-testid=stDownloadButton], .parley-panel svg").first.wait_for()
        visitor.settled()
        assert page.evaluate(MADE) == nothing, path
    page.keyboard.press("?")
    page.get_by_role("dialog").locator(".parley-panel svg").first.wait_for()
    assert page.evaluate(MADE) == nothing
    assert not [url for url in visitor.requests if "evil" in urlsplit(url).netloc]
