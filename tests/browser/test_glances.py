"""The overview in a real browser: the core issues drawn in one window, marks that open their evidence, rows fetched as the reader comes near."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from parley.figures.lettering import width_of
from tests.browser.conftest import Arrive, Visitor, seen
from tests.views.conftest import write_negotiation, write_yaml

DRAWN = ".glance[data-drawn]"
# Whether the first drawing is shown at twice the size for which it is laid out, or a little more where its width was rounded down.
LETTERS_DOUBLED = """() => {
  const deep = root => [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
  const drawn = deep(document.body).find(one => one.matches('.glance svg'));
  const scale = drawn && drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width;
  return scale >= 2 && scale < 2.2;
}"""
# What stands in every drawing, with the height and look of its letters, and how wide the browser draws it.
LETTERED = """() => {
  const deep = root => [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
  return deep(document.body).filter(one => one.matches('.glances svg text')).map(one => ({
    text: one.textContent, aside: one.querySelector('tspan')?.textContent ?? '', size: +one.getAttribute('font-size'),
    bold: one.hasAttribute('font-weight'), drawn: one.getComputedTextLength(),
  }));
}"""
CORE = ["Trade deficit", "Made in China 2025", "IP and technology", "Market access"]


def opened(visitor: Visitor, path: str = "?as_of=2019-01-23") -> Page:
    visitor.open(path, wait_for=DRAWN)
    return visitor.at_rest()


def row(page: Page, name: str) -> Locator:
    return page.locator(".glance", has=page.get_by_role("link", name=name, exact=True))


def test_the_core_issues_stand_in_one_window_each_with_its_distance(arrive: Arrive, address: str) -> None:
    """Whole on a laptop, without scrolling; on a projector eight issues, in letters that are read from afar.

    Where a reader has text twice as large, the drawing is laid out for a sheet of half the width and shown at twice its size. Marks tell who
    said it and open the evidence, and the table is one click away.
    """
    visitor = arrive(address, size=(1920, 1080))
    wall = opened(visitor)
    for one in wall.locator(".glance").all()[:8]:
        expect(one).to_have_attribute("data-drawn", re.compile("width=1020"))
        box = one.bounding_box()
        assert box is not None and box["y"] + box["height"] <= 1080
    for name in CORE:
        expect(row(wall, name).locator(".answer")).to_contain_text("steps apart")
        expect(row(wall, name).locator("svg")).to_contain_text("steps")
        expect(row(wall, name).locator("svg")).to_contain_text(re.compile("US(?! )"))  # a lane of its own, whatever it has placed
    drawn = row(wall, CORE[0]).locator("svg")
    assert min(map(float, drawn.locator("text").evaluate_all("all => all.map(one => one.getAttribute('font-size'))"))) == 16
    assert drawn.evaluate("one => one.getBoundingClientRect().width / one.viewBox.baseVal.width") >= 1
    wall.set_viewport_size({"width": 1280, "height": 720})
    wall.wait_for_function("innerWidth === 1280")
    expect(row(wall, CORE[0])).to_have_attribute("data-drawn", re.compile("width=(6|7)"))
    for name in CORE:
        box = row(wall, name).bounding_box()
        assert box is not None and box["y"] + box["height"] <= 720
    wall.evaluate("document.documentElement.style.fontSize = '32px'")
    wall.wait_for_function(LETTERS_DOUBLED)
    wall.evaluate("document.documentElement.style.fontSize = ''")
    wall.wait_for_function(f"!({LETTERS_DOUBLED})()")
    marks_tell_who_said_it_and_open_the_evidence(visitor)
    the_table_is_one_click_away_and_a_name_opens_its_issue(visitor)


def letters_are_as_wide_as_they_were_measured(page: Page) -> None:
    """See that they are never wider, or words would run into each other, and hardly narrower, or they would stand on another line for nothing."""
    lettered = page.evaluate(LETTERED)
    assert len(lettered) > 60
    for one in lettered:
        text = one["text"].removesuffix(one["aside"])
        measured = width_of(text, one["size"], bold=one["bold"], medium="page") + width_of(one["aside"], one["size"], medium="page")
        assert 0.96 * measured <= one["drawn"] <= 1.005 * measured, one["text"]


def marks_tell_who_said_it_and_open_the_evidence(visitor: Visitor) -> None:
    """See that they do under the pointer and by Tab in reading order; a label is the same as its mark, and so is the answer beside the picture."""
    page = visitor.at_rest()
    letters_are_as_wide_as_they_were_measured(page)
    deficit = row(page, "Trade deficit")
    asked = deficit.get_by_role("button", name=re.compile("^US: asks US\\$200 bn, committed"))
    asked.first.hover()
    told = deficit.get_by_role("tooltip")
    for words in ("US$200 bn, committed", "stale", "3 to 19 May 2018", "US administration"):
        expect(told).to_contain_text(words)
    # The teeth of a limit are its own, though the ring of a hint beside them is reached as far by a finger.
    limit = row(page, "Made in China 2025").get_by_role("button", name=re.compile("^China: limit")).first.bounding_box()
    assert limit is not None
    page.mouse.click(limit["x"] + limit["width"] - 6, limit["y"] + limit["height"] / 2)
    page.wait_for_url(re.compile("statement=cn-mic-no-curbs"))
    seen(page.get_by_role("dialog"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    visitor.settled()
    asked.last.click()
    expect(page.get_by_role("dialog")).to_contain_text("US$200")
    expect(page).to_have_url(re.compile("statement=us-deficit-200-target"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    visitor.settled()

    marks = deficit.locator(".spot[tabindex='0']")
    names = marks.evaluate_all("all => all.map(one => one.getAttribute('aria-label').split(' (')[0])")
    assert [one.split(":")[0] for one in names[:4]] == ["US", "China", "China", "China"]
    assert names[3].startswith("China: last word: offers")
    assert names[-1].startswith("US asks – China offers: 3 steps apart")
    marks.first.focus()
    for name in names:
        focused = page.evaluate(
            "() => { let one = document.activeElement; while (one.shadowRoot) one = one.shadowRoot.activeElement; return one.ariaLabel; }"
        )
        assert focused.startswith(name)
        seen(told)
        page.keyboard.press("Tab")
    marks.last.press("Enter")
    seen(page.get_by_role("dialog"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    visitor.settled()
    question = deficit.get_by_role("button", name=re.compile("^Open: would the US"))
    question.press("Enter")
    seen(page.get_by_role("dialog"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(question).to_be_focused()


def the_table_is_one_click_away_and_a_name_opens_its_issue(visitor: Visitor) -> None:
    """See that the choice stands in the address, Back undoes it, and the name of an issue is a link that keeps the date."""
    page = visitor.settled()
    page.get_by_role("textbox", name="As of").fill("2018-05-02")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("as_of=2018-05-02"))
    expect(page.get_by_text(re.compile("^As of 2 May 2018,"))).to_be_attached()
    visitor.settled()
    page.get_by_role("link", name="Table", exact=True).click()
    seen(page.locator("thead").get_by_text("China", exact=True))
    page.wait_for_url(re.compile("view=table"))
    expect(page.locator(".glance")).to_have_count(0)
    visitor.settled()
    page.go_back()
    seen(page.locator(DRAWN).first)
    visitor.settled()
    link = page.get_by_role("link", name="Market access", exact=True)
    assert link.evaluate("one => one.href").endswith("&issue=market-access")
    link.click()
    expect(page.locator("h1")).to_have_text("Market access to China")
    page.wait_for_url(re.compile("as_of=2018-05-02"))


def test_on_a_phone_each_issue_is_a_card_and_rows_are_fetched_as_the_reader_comes_near(arrive: Arrive, address: str) -> None:
    """Name, answer and picture one beneath the other, nothing to scroll sideways for, and every mark within reach of a finger."""
    visitor = arrive(address, size=(390, 844))
    visitor.remember_requests()
    page = opened(visitor)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    places = [row(page, "Trade deficit").locator(part).bounding_box() for part in ("h3", ".answer", "figure")]
    tops = [one["y"] for one in places if one]
    assert len(tops) == 3 and tops == sorted(tops)
    for mark in row(page, "Trade deficit").locator(".spot").all():
        box = mark.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 390 and min(box["width"], box["height"]) >= 23.5
    last = row(page, "Scope of the talks")
    assert not [url for url in visitor.requests if "issue=scope-of-talks" in url]
    assert last.get_attribute("data-drawn") is None
    last.scroll_into_view_if_needed()
    expect(last).to_have_attribute("data-drawn", re.compile("as_of=2019-01-23"))
    expect(last.locator("svg")).to_contain_text("asks Limited agenda")


@pytest.fixture
def many(start: Callable[..., str], tmp_path: Path) -> str:
    """The address of a dashboard on sixty-four issues, on each of which two parties ask for something else."""
    issues = [f"question-{number}" for number in range(1, 65)]
    above = write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5"), ("southmark", "demand", "r0")] * len(issues), issues=issues)
    for party in ("northland", "southmark"):
        path = above / "fjords" / f"{party}.yaml"
        whole = yaml.safe_load(path.read_text(encoding="utf-8"))
        write_yaml(path, {**whole, "statements": [{**one, "issue": issue} for one, issue in zip(whole["statements"], issues, strict=True)]})
    return start(above)


def on_paper(page: Page) -> str:
    """Return the words that the browser prints."""
    return " ".join(word for one in PdfReader(BytesIO(page.pdf())).pages for word in one.extract_text().split())


def test_on_paper_every_row_stands_as_drawn_or_says_that_it_did_not_come(arrive: Arrive, many: str) -> None:
    """Also those that no reader has come near."""
    page = opened(arrive(many), "")
    assert page.locator(".glance").count() == 64
    expect(page.locator(".glance[aria-busy]")).to_have_count(0)
    before = page.locator(DRAWN).count()
    assert before < 20
    page.route("**/parley/glance/**", lambda route: route.abort())
    without = on_paper(page)
    # Letters of a drawing are printed twice: their edge, and themselves.
    assert without.count("5 steps apart") == without.count("asks Rung 5") / 2 == before
    assert without.count("did not come from the dashboard in time to be printed") == 64 - before
    page.unroute_all()
    printed = on_paper(page)
    for number in range(1, 65):
        assert f"How much question-{number}?" in printed
    assert printed.count("5 steps apart") == printed.count("asks Rung 5") / 2 == printed.count("asks Rung 0 ·") / 2 == 64
    assert "did not come" not in printed
    page.emulate_media(media="screen")
    expect(page.locator(DRAWN)).to_have_count(64)


def test_where_only_the_look_of_paper_is_asked_for_every_row_is_fetched_too(arrive: Arrive, many: str) -> None:
    """As by tools that make a file of the page."""
    page = opened(arrive(many), "")
    assert page.locator(DRAWN).count() < 20
    page.emulate_media(media="print")
    expect(page.locator(DRAWN)).to_have_count(64)
    page.emulate_media(media="screen")
