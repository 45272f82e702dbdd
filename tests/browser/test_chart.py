"""The chart in a real browser: it stays while issues change, and each of its marks answers to pointer and keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visitor, seen

ISSUE = "issue?as_of=2018-05-02&issue=made-in-china-2025"
DRAWN = ".parley-chart .main-svg text"
# A mark has its words beside it, which answer as well; the keyboard stops at the mark.
HINT = ".spot[tabindex='0'][aria-label^='China: hints at Very small adjustments']"
CORE = {
    "trade-deficit": "3 steps apart",
    "made-in-china-2025": "1 to 5 steps apart",
    "ip-technology-transfer": "2 steps",
    "market-access": "1 to 3 steps",
}
DRAWN_FOR = """([issue, width]) => window['parley-shown'].includes('view=positions') && window['parley-shown'].endsWith(`issue=${issue}`)
  && Number(/width=([0-9]+)/.exec(window['parley-shown'])[1]) <= width"""
# Whether the chart is told how wide and how high its place is, and the place is as high as the drawing.
ROOMY = """() => [...document.querySelectorAll('.parley-chart .plot')].every(one => {
  const high = one.querySelector('.main-svg').clientHeight;
  return one.layout.width === one.clientWidth && one.layout.height === high && one.offsetHeight === high;
})"""
# Whether the positions are drawn for a window so wide.
FITS = "width => window['parley-shown'].includes('view=positions') && Number(/width=([0-9]+)/.exec(window['parley-shown'])[1]) <= width"

# How wide a drawing laid out for the window is on a sheet of 600 pixels, from its first to its last layer, and whether all of it is drawn smaller.
ON_NARROW_PAPER = """one => {
  const sheets = [...one.querySelectorAll('.main-svg')], wide = sheets[0].getBoundingClientRect().width;
  one.style.width = '600px';
  const found = sheets.map(each => each.getBoundingClientRect().width);
  const isAllSmaller = Math.abs(one.querySelector('.xaxislayer-above').getBoundingClientRect().width - one.querySelector('.xaxislayer-above').getBBox().width * 600 / wide) < 2;
  one.style.width = '';
  return [found[0], found.at(-1), isAllSmaller];
}"""


def test_marks_answer_to_pointer_and_keyboard_and_open_the_evidence(visitor: Visitor) -> None:
    """Under the pointer and by Tab in reading order: where it stands, who said it, on whose word, when and in which document; then the statements.

    The drawer opens and closes by keyboard, the chart stays while issues and views change, and on a phone every mark is within the page.
    """
    visitor.open(ISSUE, wait_for=DRAWN)
    page = visitor.settled()
    # The whole drawing says in words what it shows, too.
    expect(page.locator("[aria-label*='US – China: 1 to 5 steps apart']").first).to_be_attached()
    mark = page.locator(HINT)
    mark.hover()
    told = page.get_by_role("tooltip")
    for words in ("Very small adjustments", "officials and advisers at the Tsinghua seminar", "28 to 30 Apr 2018", "The New York Times"):
        expect(told).to_contain_text(words)
    mark.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Tsinghua")
    expect(page).to_have_url(re.compile("statement=cn-mic"))
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)

    marks = page.locator(".parley-chart .spot[tabindex='0']")
    names = marks.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert len(names) == 7
    marks.first.focus()
    for name in names:
        assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name
        seen(told)
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    mark.press("Enter")
    seen(dialog)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    the_drawer_opens_and_closes_by_keyboard(visitor)
    stays_while_issues_and_views_change(visitor)
    all_that_matters_stands_on_one_screen(visitor)
    on_a_phone_every_mark_is_within_the_page(visitor)


def the_drawer_opens_and_closes_by_keyboard(visitor: Visitor) -> None:
    """See that Enter on a statement of the table opens its evidence with who, when and where; Escape closes it and clears the address."""
    page = visitor.settled()
    page.get_by_text(re.compile("^Also said, not counted")).click()
    page.get_by_role("button", name=re.compile("give up the plan altogether")).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    for words in ("diplomatic source", "before 2 May 2018", "Nikkei Asian Review", "paragraph 7, line 22", "wants Beijing to scrap"):
        expect(dialog).to_contain_text(words)
    expect(page).to_have_url(re.compile("statement=us-mic-scrap"))
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.wait_for_url(re.compile("^((?!statement=).)*$"))


def stays_while_issues_and_views_change(visitor: Visitor) -> None:
    """See that the chart is the same element all the time, changed in place; the marks are those of what is shown."""
    page = visitor.settled()
    page.evaluate("window.kept = document.querySelector('.parley-chart .plot')")
    page.get_by_role("button", name="Next (right arrow)").click()
    expect(page.locator("h1")).not_to_have_text("Made in China 2025")
    visitor.settled()
    expect(page.locator(HINT)).to_have_count(0)
    page.get_by_role("button", name="Previous (left arrow)").click()
    expect(page.locator(HINT)).to_have_count(1)
    visitor.settled()
    page.get_by_text("Over time", exact=True).click()
    expect(page.get_by_role("button", name=re.compile("^US – China, steps apart: "))).not_to_have_count(0)
    assert page.evaluate("window.kept.isConnected && window.kept === document.querySelector('.parley-chart .plot')")


def all_that_matters_stands_on_one_screen(visitor: Visitor) -> None:
    """See that at 1280 by 720 the distance in the picture and all three columns beneath it are in view on each of the core issues."""
    page = visitor.open("issue?as_of=2019-01-23", wait_for=DRAWN)
    page.set_viewport_size({"width": 1280, "height": 720})
    for issue, apart in CORE.items():
        page.get_by_label("Issue", exact=True).select_option(issue)
        page.wait_for_function(DRAWN_FOR, arg=[issue, 1280])
        visitor.settled()
        page.evaluate("scrollTo(0, 0)")
        distance = page.locator(".spot[tabindex='0']").last
        expect(distance).to_have_attribute("aria-label", re.compile(f": {apart}"))
        columns = page.locator("table.columns tbody :is(th, td)")
        expect(columns).to_have_count(3)
        for part in (distance, *columns.all()):
            box = part.bounding_box()
            assert box is not None and box["y"] >= 0 and box["y"] + box["height"] <= 720


def on_a_phone_every_mark_is_within_the_page(visitor: Visitor) -> None:
    """See that marks and what they tell lie within the window, and that each is large enough for a finger."""
    page = visitor.settled()
    page.get_by_label("Issue", exact=True).select_option("made-in-china-2025")
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function(FITS, arg=390)
    # However often the width changes, the chart has the room that it is drawn in, and nothing comes to lie over it.
    page.emulate_media(media="print")
    assert page.locator(".parley-chart").evaluate(ON_NARROW_PAPER) == [600, 600, True]
    page.emulate_media(media="screen")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_function(FITS, arg=width)
        visitor.at_rest()
        page.wait_for_function(ROOMY)
    expect(page.locator(HINT)).to_have_count(1)
    heads = page.locator("table.columns tbody :is(th, td)").evaluate_all("all => all.map(one => getComputedStyle(one, '::before').content)")
    assert heads == ['"What would settle it"', '"Where the ball lies"', '"How sure"']
    for mark in page.locator(".parley-chart .spot").all():
        box = mark.bounding_box()
        assert box is not None
        assert box["x"] >= 0 and box["x"] + box["width"] <= 390
        assert min(box["width"], box["height"]) >= 24
    page.locator(HINT).focus()
    told = page.get_by_role("tooltip").bounding_box()
    assert told is not None and told["x"] >= 0 and told["x"] + told["width"] <= 390
