"""The header in a browser: keys that lead to the search and to how to read a page, the link that is copied, the tab's title, and the place found again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import HELD_UP, Arrive, Visitor, seen

MOST = 100  # pixels that name, places, search, date, evidence and parties take


@pytest.fixture
def visitor(arrive: Arrive, address: str) -> Visitor:
    return arrive(address)


def test_the_header_takes_two_lines_and_its_keys_work_from_anywhere(visitor: Visitor) -> None:
    """What is beneath begins within so many pixels; "/" leads to the search, and "?" tells how to read the page; the link is copied whole.

    Whoever turns back finds the place again, and the way in is told once.
    """
    page = visitor.open("?as_of=2018-06-02", wait_for=".glance[data-drawn]")
    visitor.settled()
    # Also on a day of which the slider has more to tell than it has room for.
    expect(page.locator(".scrubber .detail")).to_contain_text("commerce secretary")
    assert page.locator(".st-key-controls").evaluate("one => one.getBoundingClientRect().bottom") <= MOST
    assert page.title() == "US-China trade talks, 2018-19 · Overview · Parley"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.shadowRoot?.activeElement?.type") == "search"
    page.keyboard.type("?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("searchbox").evaluate("one => { one.value = ''; one.blur(); }")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(HELD_UP, 2000)  # after which it would not be told any more
    page.get_by_role("button", name="Copy link").click()
    seen(page.get_by_role("status").filter(has_text="Link copied"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert "as_of=2018-06-02&evidence=all&parties=us" in copied
    page.keyboard.press("?")
    seen(page.get_by_role("dialog").get_by_role("heading", name="How to read this"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    one_party_is_always_shown(visitor)
    an_order_that_is_chosen_closes_the_list_over_its_answer(visitor)
    whoever_turns_back_finds_the_place_again(visitor)
    the_way_in_is_told_once(visitor)


def one_party_is_always_shown(visitor: Visitor) -> None:
    """See that the last cannot be turned off, and that this is told."""
    page = visitor.open("?as_of=2018-06-02&parties=us", wait_for=".glance[data-drawn]")
    visitor.settled()
    page.get_by_role("button", name="Parties: 1 of 6").click()
    told = page.get_by_text("One party at least is always shown.")
    expect(told).to_have_count(0)
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="US", exact=True).click()
    seen(told)
    expect(page).to_have_url(re.compile("&parties=us$"))
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="EU", exact=True).click()
    seen(page.get_by_role("button", name="Parties: 2 of 6"))
    expect(told).to_have_count(0)


def an_order_that_is_chosen_closes_the_list_over_its_answer(visitor: Visitor) -> None:
    """See that the sentence that tells what is furthest apart is not covered, and that the list opens again."""
    page = visitor.open("?as_of=2018-06-02", wait_for=".glance[data-drawn]")
    visitor.settled()
    for order in ("Furthest apart first", "Newest word first"):
        page.get_by_role("button", name="Sort and filter").click()
        page.get_by_text(order).click()
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
        seen(page.get_by_role("heading", name=order))


BOX = "one => { const { top, bottom } = one.getBoundingClientRect(); return [Math.round(top), Math.round(bottom)]; }"
MAIN = ".stMain"
# How far a page is scrolled that was scrolled so far: what is drawn meanwhile may move it a little.
SCROLLED = """async to => {
  const main = document.querySelector('.stMain');
  main.scrollTop = to;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return main.scrollTop;
}"""
# In one breath, for what is drawn above meanwhile moves the page, too.
MOVED_BY_THE_FOCUS = f"one => {{ const main = document.querySelector('{MAIN}'), at = main.scrollTop; one.focus(); return main.scrollTop - at; }}"
IN_THE_MIDDLE = f"one => {{ one.scrollIntoView({{ block: 'center' }}); return document.querySelector('{MAIN}').scrollTop > 200; }}"
AT = f"document.querySelector('{MAIN}').scrollTop"
# A list never says that its choice is cut: its words are measured against the room that its arrow leaves, which is about as wide as a letter is high.
ROOM_LEFT_IN_A_LIST = """one => {
  const look = getComputedStyle(one), drawn = document.createElement('canvas').getContext('2d');
  drawn.font = look.font;
  return one.clientWidth - 2 * parseFloat(look.paddingInlineStart) - 16 - drawn.measureText(one.selectedOptions[0].text).width;
}"""
# Whether what is seen at a place belongs to the element whose key is given.
SEEN_AT = "([key, x, y]) => document.elementFromPoint(x, y).closest('.st-key-' + key) !== null"


def test_the_header_stays_in_reach_on_a_long_page(arrive: Arrive, address: str) -> None:
    """Name, places, search, day and evidence keep their place in a window of 720 pixels; what has the focus comes to lie beneath them.

    In a lower window, and on a phone, the line of places stays, and on paper nothing does.
    """
    visitor = arrive(address)
    page = visitor.open("?as_of=2018-06-02", wait_for=".glance[data-drawn]")
    visitor.at_rest()
    bar, controls, nav = page.locator(".st-key-bar"), page.locator(".st-key-controls"), page.locator(".bar nav")
    before = [one.evaluate(BOX) for one in (bar, controls)]
    assert page.evaluate(SCROLLED, 600) > 500
    assert [one.evaluate(BOX) for one in (bar, controls)] == before
    assert before[0][0] == 0 and before[1][1] <= MOST
    assert page.evaluate(SEEN_AT, ["bar", 400, before[0][1] - 10]) and page.evaluate(SEEN_AT, ["controls", 110, before[1][1] - 10])
    previous = page.get_by_role("button", name=re.compile("^Previous day"))
    visitor.at_rest()
    assert previous.evaluate(MOVED_BY_THE_FOCUS) == 0
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("as_of=2018-06-01"))
    visitor.at_rest()
    assert [one.evaluate(BOX) for one in (bar, controls)] == before
    assert page.evaluate(AT) > 500
    name = page.locator(".glance h3 a").first
    name.focus()
    assert name.evaluate(BOX)[0] >= before[1][1]
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.st-key-controls').parentElement).position") == "static"
    page.emulate_media(media="screen")
    for size in ((1280, 650), (390, 844)):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.wait_for_function("size => innerHeight === size", arg=size[1])
        visitor.at_rest()
        assert page.evaluate(SCROLLED, 600) > 500
        top, bottom = nav.evaluate(BOX)
        assert top >= 0 and bottom <= 0.15 * size[1]
        assert controls.evaluate(BOX)[1] < 0
        assert page.evaluate(SEEN_AT, ["bar", 60, (top + bottom) / 2])
        assert nav.locator("a").all_inner_texts() == ["Overview", "Issues", "Movement", "Evidence", "Brief"]
    an_issue_is_drawn_on_the_first_screen_of_letters_twice_as_large(visitor)


def an_issue_is_drawn_on_the_first_screen_of_letters_twice_as_large(visitor: Visitor) -> None:
    """As a browser lays out 1280x720 at 200 %: what stands above the issues folds, the other sentences under words that bring them back."""
    page = visitor.page
    page.set_viewport_size({"width": 640, "height": 360})
    page.locator("[data-parley-low]").wait_for(state="attached")
    page.evaluate(SCROLLED, 0)
    visitor.at_rest()
    figure = page.locator(".glance[data-drawn] figure").first
    expect(figure).to_be_in_viewport(ratio=0.15)
    more = page.get_by_role("button", name=re.compile(r"^and \d more$"))
    sentences = page.locator(".st-key-standing .item").filter(visible=True)
    expect(sentences).to_have_count(1)
    more.press("Enter")
    expect(more).to_have_count(0)
    expect(sentences).not_to_have_count(1)


def test_on_a_phone_the_controls_take_two_lines_and_are_as_large_as_a_thumb(arrive: Arrive, address: str) -> None:
    """Date, evidence and parties beside each other, the days beneath; how to look is on one line, too, and no control is cut."""
    visitor = arrive(address, size=(390, 844))
    page = visitor.open("?as_of=2019-01-23", wait_for=".glance[data-drawn]")
    visitor.at_rest()
    choices = [page.locator(f".st-key-controls {one}") for one in (".typed", "select.cut", "[data-testid=stPopoverButton]")]
    days = [page.get_by_role("button", name=one) for one in ("Previous day", "Play the days", "Next day")] + [page.locator(".scrubber input")]
    looks = [page.get_by_role("button", name="Sort and filter"), *(page.get_by_role("link", name=one, exact=True) for one in ("Table", "Compare"))]
    header = [page.locator(".bar nav a").first, page.get_by_role("searchbox"), page.get_by_role("button", name="Copy link")]
    tops = []
    for line in (choices, days, looks):
        boxes = [one.bounding_box() for one in line]
        tops.append({round(one["y"] + one["height"] / 2) for one in boxes if one})
        assert all(one and one["x"] >= 16 and one["x"] + one["width"] <= 374 for one in boxes)
    assert [max(one) - min(one) <= 1 for one in tops] == [True] * 3
    for control in (*choices, *days, *looks, *header):
        box = control.bounding_box()
        assert box is not None and round(min(box["width"], box["height"])) >= 40
        assert control.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    assert choices[1].evaluate(ROOM_LEFT_IN_A_LIST) >= 0
    menu, last = page.get_by_role("button", name="Main menu"), page.locator(".bar nav a").last
    seen(menu)
    for top in (600, 0):  # nothing lies on the places, which stay
        page.locator(".stMain").evaluate("(one, top) => { one.scrollTop = top; }", top)
        expect(menu).to_be_visible(visible=not top)
        expect(last).to_be_in_viewport(ratio=0.9)


def whoever_turns_back_finds_the_place_again(visitor: Visitor) -> None:
    """From the overview: see that the tab says which issue is open, that a page begins on top, and that Back leads to where the overview was left."""
    page = visitor.settled()
    name = page.get_by_role("link", name="High-tech exports", exact=True)
    # Rows are drawn as they come near, and what stands above grows meanwhile.
    page.wait_for_function(IN_THE_MIDDLE, arg=name.element_handle())
    here = page.evaluate("navigation.currentEntry.key")
    name.click()
    seen(page.locator(".parley-panel table").first)
    expect(page).to_have_title(re.compile("^High-technology exports to China · Issue · "))
    page.wait_for_function("document.querySelector('.stMain').scrollTop < 50")
    visitor.settled()
    page.go_back()
    assert page.evaluate("navigation.currentEntry.key") == here
    page.wait_for_function("document.querySelector('.stMain').scrollTop > 200")
    expect(name).to_be_in_viewport()


def the_way_in_is_told_once(visitor: Visitor) -> None:
    """From the overview: see that it is told on the first visit, in three sentences beside a drawing, and that whoever closes it does not meet it again."""
    page = visitor.settled()
    told = page.get_by_role("region", name="How to read a row")
    expect(told).to_have_count(0)
    page.evaluate("sessionStorage.isNew = 1; localStorage.removeItem('parley-way-in'); window['parley-left-at'].clear()")
    page.reload()
    expect(told.locator("p")).to_have_count(3)
    seen(told.get_by_role("img"))
    nothing_is_told_of_a_mark_before_the_pointer_moves(visitor, told)
    page.reload()
    page.locator(".glance[data-drawn]").first.wait_for()
    expect(told).to_have_count(0)


def nothing_is_told_of_a_mark_before_the_pointer_moves(visitor: Visitor, way_in: Locator) -> None:
    """With the way in told: close it, whereupon a mark comes to lie under the resting pointer, and see that it is told of once that moves."""
    page = visitor.page
    page.locator(".glance[data-drawn]").first.wait_for()
    visitor.at_rest()
    glance = page.locator(".glance").first
    place = "one => { const box = one.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2]; }"
    mark = glance.get_by_role("button", name=re.compile("^US: asks")).first
    x, y = mark.evaluate(place)
    close = way_in.get_by_role("button", name="Got it")
    # So far all beneath will move up.
    up = way_in.evaluate("one => one.getBoundingClientRect().height")
    page.mouse.move(x, y - up)
    close.focus()
    page.keyboard.press("Enter")
    expect(way_in).to_have_count(0)
    handle = mark.element_handle()
    page.wait_for_function("one => one.matches(':hover')", arg=handle)
    expect(glance.get_by_role("tooltip")).to_have_count(0)
    page.mouse.move(x + 1, mark.evaluate(place)[1])
    expect(glance.get_by_role("tooltip")).to_contain_text("US$200 bn, committed")
