"""Stepping through the days in a real browser: no press is lost, playing goes to the end, and the page never blanks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from parley.dates import shown_day
from tests.browser.conftest import HELD_UP, PASS, Arrive, Visitor, seen
from tests.views.conftest import write_negotiation

DAYS = 30  # 1 to 30 March 2025
RIGHT, LEFT = "Shift+ArrowRight", "Shift+ArrowLeft"
# Watches, frame by frame, whether the page's issues at a glance or its tables and, if `chart`, its chart can be seen.
WATCH = """chart => {
  const deep = (root, selector) => [...root.querySelectorAll(selector), ...[...root.querySelectorAll('*')].flatMap(n => n.shadowRoot ? deep(n.shadowRoot, selector) : [])];
  const seen = node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && node.getBoundingClientRect().height > 50;
  const drawn = node => seen(node) && node.querySelector('.main-svg text');
  window.watched = { frames: 0, blank: 0 };
  const DRAWN = 'table, .glance:has(svg text)', PLOT = '.js-plotly-plot';
  let issue, plot;
  const look = () => {
    window.watched.frames += 1;
    // All is searched only where what was seen in the last frame is seen no more.
    if (!issue?.isConnected || !issue.matches(DRAWN) || !seen(issue)) issue = deep(document, DRAWN).find(seen);
    if (chart && (!plot?.isConnected || !drawn(plot))) plot = [...document.querySelectorAll(PLOT)].find(drawn);
    if (!issue || (chart && !plot)) window.watched.blank += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


# Presses an arrow key so often, once at first and then whenever a run of the page begins, has drawn the page, or ends.
PRESS = """([key, number]) => {
  const watcher = new MutationObserver(press);
  window.left = number;
  function press() {
    window.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, shiftKey: true, bubbles: true, cancelable: true }));
    window.left -= 1;
    if (window.left) return;
    watcher.disconnect();
    window.removeEventListener('parley-drawn', press);
  }
  window.addEventListener('parley-drawn', press);
  watcher.observe(document.querySelector('.stApp'), { attributeFilter: ['data-test-script-state'] });
  press();
}"""

PACE = 1200  # milliseconds for which a day is shown while playing


@pytest.fixture(scope="module")
def talks(start: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a dashboard on talks of thirty days, with a demand on each."""
    said = [("northland", "demand", f"r{5 - day % 2}") if day % 3 else ("southmark", "demand", f"r{day % 2}") for day in range(DAYS)]
    return start(write_negotiation(tmp_path_factory.mktemp("thirty") / "fjords", said))


@pytest.fixture
def visitor(arrive: Arrive, talks: str) -> Visitor:
    return arrive(talks)


def opened(visitor: Visitor, path: str) -> Page:
    page = visitor.open(path, wait_for=".scrubber .day:not(:empty)")
    page.locator(".glance svg, .parley-panel table").first.wait_for()
    visitor.settled()
    return page


def day(page: Page) -> Locator:
    return page.locator(".scrubber .day")


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="As of")


def press_at_every_turn(page: Page, key: str, number: int) -> None:
    page.evaluate(PRESS, [key, number])
    page.wait_for_function("window.left === 0")


def be_at(visitor: Visitor, number: int) -> None:
    """See that slider, address, date field and the page itself stand at this day of March."""
    page = visitor.page
    expect(day(page)).to_have_text(f"{number} Mar 2025")
    page.wait_for_url(re.compile(f"as_of=2025-03-{number:02}"))
    if "/issue?" in page.url:
        page.wait_for_function("day => window['parley-shown'].includes(`as_of=${day}`)", arg=f"2025-03-{number:02}")
    else:
        expect(page.get_by_text(re.compile(f"^As of {number} Mar 2025,"))).to_be_attached()
    visitor.settled()
    expect(field(page)).to_have_value(f"{number} Mar 2025")
    expect(day(page)).to_have_text(f"{number} Mar 2025")


def test_twenty_quick_presses_arrive_as_twenty(visitor: Visitor) -> None:
    """Without a pause between them, they end on the twentieth day; as many the other way lead back.

    A press counts as well at the beginning of a run, at its end and when the page has just been drawn: twelve on and seven back are five on.
    Meanwhile the page never blanks.
    """
    page = opened(visitor, "?as_of=2025-03-01")
    for _ in range(20):
        page.keyboard.press(RIGHT)
    be_at(visitor, 21)
    for _ in range(20):
        page.keyboard.press(LEFT)
    be_at(visitor, 1)
    press_at_every_turn(page, "ArrowRight", 12)
    press_at_every_turn(page, "ArrowLeft", 7)
    be_at(visitor, 6)
    a_step_is_undone_and_the_page_never_blanks_meanwhile(visitor)


def a_step_is_undone_and_the_page_never_blanks_meanwhile(visitor: Visitor) -> None:
    """From the sixth: Back undoes a step and not the page on which it was made; in every frame table and chart, or a picture of the last one, can be seen."""
    page = visitor.page
    see_no_blank_until(visitor, 16)
    page.get_by_role("link", name="Issues", exact=True).click()
    expect(page.locator("h1")).to_have_text("Quota")
    page.locator(".js-plotly-plot .main-svg text").first.wait_for()
    visitor.settled()
    see_no_blank_until(visitor, 26, chart=True)
    page.keyboard.press(RIGHT)
    be_at(visitor, 27)
    page.go_back()
    be_at(visitor, 26)
    expect(page.locator("h1")).to_have_text("Quota")


def see_no_blank_until(visitor: Visitor, number: int, *, chart: bool = False) -> None:
    """Step ten days on, and see that nothing was blank in any frame."""
    visitor.page.evaluate(WATCH, chart)
    press_at_every_turn(visitor.page, "ArrowRight", 10)
    be_at(visitor, number)
    watched = visitor.page.evaluate("window.watched")
    assert watched["blank"] == 0
    assert watched["frames"] > 0


def test_the_slider_goes_by_days_on_which_something_happened(visitor: Visitor) -> None:
    """Arrow keys go to the next day, page keys ten days, Home and End to the ends; each is heard with what happened.

    The line is as long as the time, so a click on its middle goes to the middle of the month. Keys pressed elsewhere belong there, a day can be
    written or chosen in the calendar as well, and on a phone the slider stays small.
    """
    page = opened(visitor, "?as_of=2025-03-05")
    slider = page.get_by_role("slider", name="Day shown")
    slider.focus()
    for key, number in (("ArrowRight", 6), ("ArrowDown", 5), ("PageUp", 15), ("PageDown", 5), ("End", 30), ("Home", 1)):
        page.keyboard.press(key)
        expect(slider).to_have_attribute("aria-valuetext", f"{number} Mar 2025: 1 statement")
    be_at(visitor, 1)
    expect(page.get_by_role("button", name="Previous day")).to_be_disabled()
    page.get_by_role("button", name="Next day").click()
    be_at(visitor, 2)
    page.get_by_role("button", name="Last day").click()
    be_at(visitor, 30)
    box = slider.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 14.1 / 29, box["y"] + box["height"] * 0.7)
    be_at(visitor, 15)
    a_day_chosen_a_second_time_counts(visitor)
    the_open_drawer_keeps_its_keys(visitor)
    what_was_said_on_a_day_opens(visitor)
    typing_is_not_disturbed(visitor)
    a_day_is_written_in_words_or_digits_or_chosen_in_the_calendar(visitor)
    on_a_phone_the_slider_stays_small(visitor)


def a_day_chosen_a_second_time_counts(visitor: Visitor) -> None:
    """From the fifteenth: stepping on to the sixteenth, typing the fifteenth and stepping on again leads to the sixteenth again."""
    page = visitor.page
    page.keyboard.press(RIGHT)
    be_at(visitor, 16)
    field(page).fill("15 March 2025")
    page.keyboard.press("Tab")  # the field is read when it is left
    be_at(visitor, 15)
    page.get_by_role("button", name="Next day").click()
    be_at(visitor, 16)


def the_open_drawer_keeps_its_keys(visitor: Visitor) -> None:
    """From the sixteenth: see that Shift and an arrow turn no day while the drawer is open."""
    page = visitor.page
    page.locator("table tbody button").first.click()
    seen(page.get_by_role("dialog"))
    visitor.settled()
    page.keyboard.press(RIGHT)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    step_on_to(visitor, 17)


def what_was_said_on_a_day_opens(visitor: Visitor) -> None:
    """From the seventeenth: see that the words beside the slider open the statements of the day that it shows."""
    page = visitor.page
    page.locator(".scrubber .detail").click()
    expect(page.get_by_role("dialog")).to_contain_text("17 Mar 2025")
    visitor.settled()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    visitor.settled()


def typing_is_not_disturbed(visitor: Visitor) -> None:
    """From the seventeenth: see that in the date field and in a search, Shift and an arrow, or a space, belong to the text."""
    page = visitor.page
    field(page).focus()
    page.keyboard.press(RIGHT)
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    page.get_by_role("searchbox").fill("two words")
    for key in (LEFT, LEFT, "Space"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    seen(page.get_by_text(re.compile("^Nothing holds")))
    seen(page.get_by_role("button", name="Play the days"))
    expect(day(page)).to_have_text("17 Mar 2025")
    page.get_by_role("link", name="Overview", exact=True).click()
    page.locator(".glance svg").first.wait_for()
    visitor.settled()
    step_on_to(visitor, 18)


def step_on_to(visitor: Visitor, number: int) -> None:
    """See that no press before this one had turned the day, and that playing has not begun."""
    visitor.page.get_by_role("button", name="Next day").click()
    be_at(visitor, number)
    seen(visitor.page.get_by_role("button", name="Play the days"))


def a_day_is_written_in_words_or_digits_or_chosen_in_the_calendar(visitor: Visitor) -> None:
    """See that what is no day, or lies beyond those that can be chosen, is told, and that the field shows the day that holds."""
    page = visitor.page
    for number, (written, key) in enumerate(
        (("5.3.2025", "Enter"), ("2025-03-06", "Enter"), ("7 March 2025", "Tab"), ("Mar 8, 2025", "Enter"), ("20250309", "Enter")), 5
    ):
        field(page).fill(written)
        page.keyboard.press(key)
        be_at(visitor, number)
    refused, no_day = page.locator(".field .refused"), "Write a day, like 2 May 2018 or 2018-05-02."
    for written, told, key in (
        ("31 Feb 2025", no_day, "Enter"),
        ("soon", no_day, "Tab"),
        ("1 Jan 2020", f"Write a day from 1 Mar 2025 to {shown_day(date.today())}.", "Enter"),
    ):
        field(page).fill(written)
        page.keyboard.press(key)
        expect(refused).to_have_text(f"Not taken: {written}. {told}", use_inner_text=True)
        expect(field(page)).to_have_value("9 Mar 2025")
        page.keyboard.press("Shift")
        expect(refused).to_be_hidden()
    field(page).fill("10 Ma")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("9 Mar 2025")
    be_at(visitor, 9)
    page.keyboard.press("Tab")
    field(page).click()
    page.keyboard.type("10 March 2025")
    page.keyboard.press("Enter")
    be_at(visitor, 10)
    page.locator(".calendar").evaluate("one => { one.value = '2025-03-11'; one.dispatchEvent(new Event('change')); }")
    be_at(visitor, 11)
    page.evaluate("() => { HTMLInputElement.prototype.showPicker = function () { window.picked = this.type + ' ' + this.value; }; }")
    page.get_by_role("button", name="Choose the day in a calendar").click()
    assert page.evaluate("window.picked") == "date 2025-03-11"


def on_a_phone_the_slider_stays_small(visitor: Visitor) -> None:
    """See that it takes at most 90 pixels from the page, and that its buttons keep a size that a thumb can hit."""
    page = visitor.page
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("() => innerWidth === 390")
    visitor.at_rest()
    box = page.locator(".scrubber").bounding_box()
    assert box is not None and box["height"] + 16 <= 90
    for name in ("Previous day", "Play the days", "Next day"):
        button = page.get_by_role("button", name=name).bounding_box()
        assert button is not None and min(button["width"], button["height"]) >= 36


# Steps back so often, and then looks at a link or follows it, all before anything can be answered; `how` is a press of the middle button, or a click.
# The link may have been drawn for another day while all around it has not been yet.
STEP_AND_PRESS = """([times, name, how, drawn]) => {
  const deep = root => [...root.querySelectorAll('a[href]'), ...[...root.querySelectorAll('*')].flatMap(one => one.shadowRoot ? deep(one.shadowRoot) : [])];
  const link = deep(document).find(one => one.textContent === name);
  for (let time = 0; time < times; time++) {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', code: 'ArrowLeft', shiftKey: true, bubbles: true, cancelable: true }));
  }
  if (drawn) link.href = link.href.replace(/as_of=[0-9-]+/, `as_of=${drawn}`);
  const before = link.href;
  if (how === 'click') link.click();
  else link.dispatchEvent(new PointerEvent('pointerdown', { button: 1, bubbles: true, composed: true }));
  return [before, link.href].map(one => new URL(one).searchParams.get('as_of'));
}"""


def test_a_link_pressed_while_the_page_is_still_that_of_another_day_leads_to_the_day_wanted(visitor: Visitor) -> None:
    """In another window and in this one, to a place and to an issue, also where the last press has not been sent yet; a link elsewhere keeps its day."""
    page = opened(visitor, "?as_of=2025-03-20")
    assert page.evaluate(STEP_AND_PRESS, [1, "Movement", "press"]) == ["2025-03-20", "2025-03-19"]
    expect(page.locator(".typed")).to_have_value("19 Mar 2025")
    page.wait_for_function("[...document.querySelectorAll('*')].some(one => one.shadowRoot?.querySelector('nav a[href*=\"as_of=2025-03-19\"]'))")
    visitor.settled()
    # A link that has been written anew leads on from there.
    assert page.evaluate(STEP_AND_PRESS, [2, "Movement", "press"]) == ["2025-03-19", "2025-03-17"]
    assert page.evaluate(STEP_AND_PRESS, [1, "Movement", "press"])[1] == "2025-03-16"
    expect(page.locator(".typed")).to_have_value("16 Mar 2025")
    visitor.settled()
    page.wait_for_url(re.compile("as_of=2025-03-16"))
    page.wait_for_function("window['parley-wanted'] === null")  # nothing is being drawn any more
    assert page.evaluate(STEP_AND_PRESS, [2, "Movement", "press", "2025-03-15"]) == ["2025-03-15", "2025-03-14"]
    be_at(visitor, 14)
    page.evaluate(STEP_AND_PRESS, [3, "Movement", "click"])
    page.wait_for_url(re.compile(r"/movement\?.*as_of=2025-03-11"))
    visitor.settled()
    expect(page.locator(".typed").first).to_have_value("11 Mar 2025")
    page.evaluate(STEP_AND_PRESS, [2, "Overview", "click"])
    page.wait_for_url(re.compile(r"/\?.*as_of=2025-03-09"))
    page.locator(".glance svg").first.wait_for()
    visitor.settled()
    page.evaluate(STEP_AND_PRESS, [2, "Quota", "click"])
    page.wait_for_url(re.compile(r"/issue\?.*as_of=2025-03-07"))
    visitor.settled()
    expect(page.locator(".typed")).to_have_value("7 Mar 2025")


def test_from_a_day_between_two_steps_go_to_the_next_one_that_way(arrive: Arrive, address: str) -> None:
    """A typed day on which nothing happened has its own place on the line, also after Back; the silence around it is stepped over.

    Back pressed before anything of the step has been heard undoes it, too.
    """
    shipped = arrive(address)
    page = opened(shipped, "?as_of=2018-08-01")
    expect(day(page)).to_have_text("1 Aug 2018")
    page.keyboard.press(RIGHT)
    expect(day(page)).to_have_text("18 Jan 2019")
    page.wait_for_url(re.compile("as_of=2019-01-18"))
    page.wait_for_function("window['parley-wanted'] === null")
    shipped.settled()
    page.go_back()
    expect(day(page)).to_have_text("1 Aug 2018")
    shipped.settled()
    page.keyboard.press(RIGHT)
    page.wait_for_url(re.compile("as_of=2019-01-18"))
    page.go_back()
    page.wait_for_url(re.compile("as_of=2018-08-01"))
    page.wait_for_function("window['parley-wanted'] === null")
    shipped.settled()
    expect(day(page)).to_have_text("1 Aug 2018")
    expect(page.get_by_text(re.compile("^As of 1 Aug 2018,"))).to_be_attached()
    page.keyboard.press(LEFT)
    expect(day(page)).to_have_text("2 Jun 2018")


def test_playing_shows_every_day_and_stops_at_the_end_or_at_once(visitor: Visitor) -> None:
    """Each day is drawn in turn; at the end the button offers to play again, which begins at the first day.

    Escape, the space bar, the button, and every other control of the bar stop it: nothing is left to be done when the day's time is up.
    """
    page = opened(visitor, "?as_of=2025-03-26")
    play = page.get_by_role("button", name="Play the days")
    page.evaluate(HELD_UP, PACE)
    page.keyboard.press("Space")
    for number in (27, 28, 29):
        be_at(visitor, number)
        assert page.evaluate(PASS) == 1
    be_at(visitor, 30)
    assert page.evaluate(PASS) == 0
    play.click()
    be_at(visitor, 1)
    assert page.evaluate(PASS) == 1
    at = 2
    be_at(visitor, at)
    for stop in ("Escape", "Space", RIGHT, "Pause", "First day"):
        if stop == "Space":
            page.get_by_role("slider", name="Day shown").focus()
        if stop in ("First day", "Pause"):
            page.get_by_role("button", name=stop).click()
        else:
            page.keyboard.press(stop)
        seen(play)
        assert page.evaluate(PASS) == 0, stop
        at = {RIGHT: at + 1, "First day": 1}.get(stop, at)
        be_at(visitor, at)
        play.click()
        at += 1
        be_at(visitor, at)


def test_one_day_alone_has_a_field_and_no_slider(arrive: Arrive, start: Callable[..., str], tmp_path: Path) -> None:
    """A day after it can be written, too."""
    page = arrive(start(write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5")]))).open("", wait_for=".glance svg")
    expect(page.get_by_role("slider")).to_have_count(0)
    field(page).fill("2025-04-02")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("as_of=2025-04-02"))
    expect(page.get_by_text(re.compile("^As of 2 Apr 2025,"))).to_be_attached()
    expect(field(page)).to_have_value("2 Apr 2025")
