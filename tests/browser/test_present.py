"""Presenting in a real browser: every press counts, the step is in the address, a second window follows, and Escape leads back to where it began."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import HELD_UP, PATIENCE, Arrive, Visitor, hindrances, seen
from tests.browser.test_pages import SCHEMES, SIZES, turn
from tests.views.conftest import write_negotiation, write_yaml

# Walks through every step and returns those on which words or drawing do not fit into their place.
MISFITS = """() => {
  const deep = root => [...root.querySelectorAll('*')].flatMap(n => n.shadowRoot ? [n.shadowRoot, ...deep(n.shadowRoot)] : []);
  const root = deep(document).find(r => r.querySelector('dialog[open]'));
  const press = key => window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const found = [], seen = new Set();
  press('Home');
  for (;;) {
    const step = new URL(location.href).searchParams.get('step');
    if (seen.has(step)) return { steps: seen.size, found };
    seen.add(step);
    const slide = root.querySelector('.now-box .slide:not([hidden])'), box = slide.getBoundingClientRect();
    if (!slide.querySelector('.agenda, .rows > [data-drawn], .columns li, .step:not([hidden])')) found.push([step, 'nothing']);
    for (const tight of slide.querySelectorAll('.words, .agenda, .head, header, .columns, .named'))
      if (tight.scrollHeight > tight.clientHeight + 1 || tight.scrollWidth > tight.clientWidth + 1) found.push([step, 'words']);
    for (const one of slide.querySelectorAll('h1, .status, .trail li, .handling, .agenda .name, .rows .drawing, .comes-to, .question, .note, .columns li')) {
      const at = one.getBoundingClientRect();
      if (at.width && (at.left < box.left - 1 || at.right > box.right + 1 || at.bottom > box.bottom + 1)) found.push([step, one.className || one.tagName]);
    }
    const scales = [...slide.querySelectorAll('.rows svg')].filter(one => one.checkVisibility()).map(one => {
      const { width, height } = one.getBoundingClientRect(), sheet = one.viewBox.baseVal;
      return Math.min(width / sheet.width, height / sheet.height);
    });
    if (Math.max(...scales) > 1.03 * Math.min(...scales)) found.push([step, 'drawn smaller than another']);
    if ([...slide.querySelectorAll('.drawing svg text')].some(one => getComputedStyle(one).stroke === 'none')) found.push([step, 'lines through words']);
    press('ArrowRight');
  }
}"""


# Returns the words of the slide that stand out too little from what lies behind them, with how much they do; axe cannot tell in a drawing.
FAINT = """() => {
  const deep = root => [...root.querySelectorAll('*')].flatMap(n => n.shadowRoot ? [n.shadowRoot, ...deep(n.shadowRoot)] : []);
  const root = deep(document).find(r => r.querySelector('dialog[open]'));
  const slide = root.querySelector('.now-box .slide:not([hidden])');
  const above = node => node.parentElement || node.getRootNode().host;
  const numbers = colour => { const c = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); c.fillStyle = colour; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const seen = {}, found = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement, style = getComputedStyle(node);
    if (!text.data.trim() || !node.getClientRects().length || style.visibility === 'hidden') continue;
    let behind = null, opacity = 1;
    for (let at = node; at; at = above(at)) {
      const own = getComputedStyle(at);
      opacity *= Number(own.opacity);
      const colour = behind || numbers(own.backgroundColor);
      if (!behind && colour[3] === 255) behind = colour;
    }
    const ink = numbers(node.namespaceURI.endsWith('svg') ? style.fill : style.color);
    const share = opacity * ink[3] / 255 * (node.namespaceURI.endsWith('svg') ? Number(style.fillOpacity) : 1);
    const mixed = ink.slice(0, 3).map((v, i) => v * share + behind[i] * (1 - share));
    const [dark, bright] = [light(mixed), light(behind)].sort((a, b) => a - b);
    const ratio = (bright + 0.05) / (dark + 0.05), size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    seen.count = (seen.count || 0) + 1;
    if (ratio < least) found.push([text.data.trim().slice(0, 40), Math.round(ratio * 100) / 100]);
  }
  return [seen.count || 0, found];
}"""


# How many steps each issue of the shipped negotiation has as of its last day, and all stops as the address names them.
OF_ISSUES = (4, 5, 4, 4, 4, 1, 4, 1, 4, 2, 3, 3, 3, 3, 3, 1)
OPENING, CLOSING = ("0", "0.2", "0.3", "0.4", "0.5"), ("end", "end.2", "end.3")
STEPS = (*OPENING, *(f"{number}.{step}" for number, most in enumerate(OF_ISSUES, 1) for step in range(1, most + 1)), *CLOSING)
SLIDES = "**/parley/slide/**"
BAR = "**/bar-*.js"
FORGOTTEN = 6000  # milliseconds after which a number that was typed is forgotten, and what was said of it; here they never pass


class Late:
    """Answers that are kept back until they are let come."""

    def __init__(self, asking: Page | BrowserContext, addresses: str) -> None:
        self._waiting: list[Route] | None = []
        asking.route(addresses, self._take)

    def _take(self, route: Route) -> None:
        if self._waiting is None:
            route.continue_()
        else:
            self._waiting.append(route)

    def come(self) -> None:
        """Let come what has been asked for, and what will be."""
        waiting, self._waiting = self._waiting or [], None
        for one in waiting:
            one.continue_()


def presenting(visitor: Visitor, path: str = "present?agenda=all-issues") -> Page:
    """Open the presentation and wait until its slide stands, with all that is shown on it."""
    page = begun(visitor, path)
    stand(page)
    return page


def stand(page: Page) -> None:
    """Wait until the slide has all that is shown on it."""
    expect(page.locator("dialog[open] .slide:visible .coming")).to_have_count(0)


def begun(visitor: Visitor, path: str = "present?agenda=all-issues") -> Page:
    """Open the presentation, whatever has come of its slides."""
    page = visitor.open(path, wait_for="table, dialog[open]")
    visitor.settled()
    if "step=" not in path:
        page.get_by_role("button", name="Present", exact=True).click()
    page.locator("dialog[open] .slide:visible").first.wait_for()
    return page


def whole(visitor: Visitor, last: str = "security-link", path: str = "present?agenda=all-issues") -> Page:
    """Open the presentation and wait until all slides have come, that of the last issue last."""
    with visitor.page.expect_event("requestfinished", lambda request: request.url.endswith(f"&issue={last}")):
        return presenting(visitor, path)


def be_at(page: Page, step: str, heading: str | None = None) -> None:
    page.wait_for_url(re.compile(rf"[?&]step={re.escape(step)}(&|$)"))
    if heading:
        expect(page.locator(".now-box .slide:visible h1")).to_have_text(heading)


def test_forty_quick_presses_arrive_as_forty_and_need_no_server(visitor: Visitor) -> None:
    """With the connection cut and without a pause between them they end on the fortieth step, and as many back on the first; every step is there.

    On each of them all words are seen, and those of the core issues are read from the back of a room.
    """
    page = whole(visitor)
    be_at(page, "0")
    page.context.set_offline(True)
    for key in ["ArrowRight", "PageDown"] * 20:
        page.keyboard.press(key)
    be_at(page, STEPS[40])
    expect(page.locator(".now-box .step:visible h2")).to_have_text("What moved since 2 Jun 2018 (Report of 2 June)")
    for key in ["PageUp", "ArrowLeft"] * 20:
        page.keyboard.press(key)
    be_at(page, "0", "US-China trade talks, 2018-19")
    page.keyboard.press("End")
    be_at(page, STEPS[-1], "What is open, and what comes next (3 of 3)")
    for _ in CLOSING:
        page.keyboard.press("ArrowLeft")
    be_at(page, STEPS[-4], "Link to security")
    is_drawn(page)
    page.context.set_offline(False)
    on_every_step_all_words_are_seen(visitor)
    drawing_and_answer_are_read_from_the_back_of_a_room(visitor)


def is_drawn(page: Page) -> None:
    """See that the slide shows what belongs beneath its name."""
    seen(page.locator(".now-box .slide:visible .step:visible h2"))


def test_a_slide_that_has_not_come_says_so_and_is_drawn_as_soon_as_it_does(visitor: Visitor) -> None:
    """No key waits for it: its name and its steps are known from the first. What stands behind a status opens as soon as that has come, too.

    One that the server cannot make says that, and keeps no other waiting.
    """
    visitor.page.route(SLIDES, lambda route: route.abort())
    page = begun(visitor, "present?agenda=all-issues&step=2.1")
    page.evaluate(HELD_UP, FORGOTTEN)
    coming, evidence = page.locator(".now-box .coming:visible"), page.locator(".evidence")
    expect(coming).to_have_text("This has not come yet. It is shown as soon as it is here.")
    page.keyboard.press("ArrowRight")
    be_at(page, "2.2", "Made in China 2025")
    page.keyboard.press("Home")
    page.locator(".now-box .agenda .comes-to").first.click()
    expect(evidence).to_contain_text("This has not come yet.")
    page.route(SLIDES, lambda route: route.fulfill(status=500) if "issue=market-access" in route.request.url else route.continue_())
    expect(evidence.locator("article").first).to_contain_text("Place in it")
    page.keyboard.press("Escape")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    is_drawn(page)
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    be_at(page, "4.1", "Market access to China")
    expect(coming).to_have_text(re.compile("^This issue cannot be drawn"))
    page.keyboard.type("16")
    page.keyboard.press("Enter")
    is_drawn(page)
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    be_at(page, "0.2", "The whole picture (1 of 4)")
    expect(page.locator(".now-box .rows:visible > [data-drawn]")).to_have_count(3)
    expect(coming).to_have_text(re.compile("^This issue cannot be drawn"))


def a_reload_in_the_middle_goes_on_where_it_was(visitor: Visitor) -> None:
    """From the third step of the first issue: see that the step is in the address, so that a reload or a second screen continues."""
    page = visitor.page
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    be_at(page, STEPS[11])
    shown = page.locator(".now-box .step:visible").inner_text()
    page.reload()
    page.locator("dialog[open] .slide:visible").first.wait_for()
    be_at(page, STEPS[11], "Made in China 2025")
    expect(page.locator(".now-box .step:visible")).to_have_text(re.compile(re.escape(shown.split("\n")[0])))


def keys_lead_to_issues_and_back_and_black_the_screen_on_every_keyboard(visitor: Visitor) -> None:
    """From the third step of the second issue: see that who asks about issue 12 sees it, and then all go on where they were; a number that no issue has
    leads nowhere.

    So on a Cyrillic, a French, an Arabic and a Russian keyboard, and through an input method.
    """
    page = visitor.settled()
    stand(page)
    be_at(page, "2.3", "Made in China 2025")
    page.evaluate(HELD_UP, FORGOTTEN)
    message, screen = page.locator("dialog .message"), page.locator("dialog .screen")
    page.keyboard.type("12")
    expect(message).to_have_text(re.compile("12 +Enforcement of China's pledges"))
    page.keyboard.press("Enter")
    be_at(page, "12.1", "Enforcement of China's pledges")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Backspace")
    be_at(page, "2.3", "Made in China 2025")
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    expect(message).to_have_text("There is no issue with this number.")
    be_at(page, "2.3")
    # The screen goes black and comes back on the same step; a step on the way counts.
    page.keyboard.press("b")
    expect(screen).to_have_class(re.compile("dark"))
    press(page, "и", "KeyB")
    expect(screen).not_to_have_class(re.compile("dark"))
    be_at(page, "2.3")
    press(page, "Process", "KeyB")
    expect(screen).to_have_class(re.compile("dark"))
    page.keyboard.press("ArrowLeft")
    expect(screen).not_to_have_class(re.compile("dark"))
    be_at(page, "2.2")
    press(page, "é", "Digit2")
    press(page, "Enter", "Enter")
    be_at(page, "2.1", "Made in China 2025")
    press(page, "٣", "Digit3")
    press(page, "Enter", "Enter")
    be_at(page, "3.1")
    press(page, "\u00a0", "Space")
    be_at(page, "3.2")
    press(page, "?", "Digit7")
    seen(page.locator("dialog .help"))
    press(page, "Shift", "ShiftLeft")
    press(page, "x", "KeyX")
    expect(page.locator("dialog .help")).to_be_hidden()
    press(page, "End", "Numpad1")
    be_at(page, STEPS[-1])


def press(page: Page, key: str, code: str) -> None:
    """Press a key as a keyboard of another layout does: at this place, writing this."""
    page.evaluate("([key, code]) => window.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))", [key, code])


def test_each_issue_can_be_reached_whether_it_is_on_the_agenda_or_not(visitor: Visitor) -> None:
    """Its steps are known once it has come; keys stay with it until one leads back, and after a reload it stands where it stood."""
    page = presenting(visitor, "present?step=2.3")
    be_at(page, "2.3", "Made in China 2025")
    page.evaluate(HELD_UP, FORGOTTEN)
    message = page.locator("dialog .message")
    page.keyboard.type("5")
    expect(message).to_have_text(re.compile("5 +US tariffs on Chinese goods"))
    page.keyboard.press("Enter")
    be_at(page, "5.1", "US tariffs on Chinese goods")
    is_drawn(page)
    page.keyboard.press("ArrowLeft")
    be_at(page, "5.1")
    for step in ("5.2", "5.3", "5.4"):
        page.keyboard.press("ArrowRight")
        be_at(page, step)
    expect(message).to_be_hidden()
    page.keyboard.press("ArrowRight")
    expect(message).to_have_text("This was the last stop of this issue, which is not on the agenda. Backspace leads back.")
    be_at(page, "5.4")
    page.keyboard.type("16")
    page.keyboard.press("Enter")
    be_at(page, "16.1", "Link to security")
    page.keyboard.type("17")
    page.keyboard.press("Enter")
    expect(message).to_have_text("There is no issue with this number.")
    page.keyboard.press("Backspace")
    be_at(page, "2.3", "Made in China 2025")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    be_at(page, "5.2")
    with page.expect_event("requestfinished", lambda request: request.url.endswith("&issue=security-link")):
        page.reload()
    be_at(page, "5.2", "US tariffs on Chinese goods")
    expect(page.locator(".now-box .trail:visible .now")).to_have_text("China")
    expect(message).to_be_hidden()
    page.keyboard.press("End")
    be_at(page, "end", "What is open, and what comes next")
    page.keyboard.press("ArrowRight")
    expect(message).to_have_text("This was the last stop.")
    be_at(page, "end")
    page.keyboard.press("ArrowLeft")
    be_at(page, "4.4", "Market access to China")
    expect(message).to_be_hidden()
    an_issue_off_the_agenda_that_came_before_it_was_asked_for_has_all_its_steps(visitor)


def test_keys_pressed_before_an_issue_off_the_agenda_has_come_count(visitor: Visitor) -> None:
    """They lead on from the first of its steps as soon as these are known; elsewhere they lead nowhere."""
    late = Late(visitor.page, SLIDES)
    page = begun(visitor, "present?step=2.1")
    for wanted, step in (("5", "5.1"), ("16", "16.1")):
        page.keyboard.type(wanted)
        page.keyboard.press("Enter")
        be_at(page, step)
        page.keyboard.press("ArrowRight")
    page.keyboard.type("5")
    page.keyboard.press("Enter")
    be_at(page, "5.1")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    late.come()
    be_at(page, "5.3", "US tariffs on Chinese goods")


def an_issue_off_the_agenda_that_came_before_it_was_asked_for_has_all_its_steps(visitor: Visitor) -> None:
    """See that its keys lead on from the first of them, though how many it has is known only once it is shown."""
    page = visitor.page
    page.keyboard.type("16")
    page.keyboard.press("Enter")
    be_at(page, "16.1", "Link to security")
    page.keyboard.type("15")
    page.keyboard.press("Enter")
    for step in range(1, OF_ISSUES[14] + 1):
        be_at(page, f"15.{step}")
        page.keyboard.press("ArrowRight")
    be_at(page, f"15.{OF_ISSUES[14]}")


# Of what a slide shows at 1920 by 1080: its letters in pixels, and how much of its width the drawing takes.
LEGIBLE = """() => {
  const deep = root => [...root.querySelectorAll('*')].flatMap(n => n.shadowRoot ? [n.shadowRoot, ...deep(n.shadowRoot)] : []);
  const slide = deep(document).find(r => r.querySelector('dialog[open]')).querySelector('.now-box .slide:not([hidden])');
  const svg = [...slide.querySelectorAll('.drawing svg')].find(one => one.getClientRects().length);
  const scale = svg.getScreenCTM().a, answer = slide.querySelector('.step:not([hidden]) p');
  return {
    drawn: Math.min(...[...svg.querySelectorAll('text')].map(one => scale * parseFloat(one.getAttribute('font-size')))),
    share: scale * svg.viewBox.baseVal.width / slide.querySelector('.body').clientWidth,
    answer: parseFloat(getComputedStyle(answer).fontSize),
  };
}"""


def drawing_and_answer_are_read_from_the_back_of_a_room(visitor: Visitor) -> None:
    """See that on each step of the core issues the answer's letters have 44 pixels or more, those of the drawing 28, and it is as wide as the slide."""
    page = visitor.page
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.wait_for_function("innerWidth === 1920")
    visitor.at_rest()
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    for step in (one for one in STEPS if one[:2] in ("1.", "2.", "3.", "4.")):
        be_at(page, step)
        found = page.evaluate(LEGIBLE)
        assert found["drawn"] >= 28, step
        assert found["answer"] >= 44, step
        assert found["share"] > 0.99, step
        page.keyboard.press("ArrowRight")


def test_each_step_reveals_its_part_of_the_drawing_which_opens_its_evidence(visitor: Visitor) -> None:
    """First what one party does, then the next party, then the gap with the status; marks and lines tell who said it.

    A reload goes on where it was, and keys lead to issues and back.
    """
    page = presenting(visitor, "present?agenda=all-issues&step=1.1")
    layers = page.locator(".now-box .slide:visible .wide g[data-layer]")

    def shown() -> list[str]:
        return layers.evaluate_all("all => all.filter(one => one.style.visibility !== 'hidden').map(one => one.dataset.layer)")

    assert shown() == ["base", "party:us"]
    expect(page.locator(".now-box .slide:visible header .status")).to_be_hidden()
    expect(page.locator(".now-box .slide:visible .question")).to_have_text(re.compile("^By how much is the US trade deficit"))
    page.keyboard.press("ArrowRight")
    assert shown() == ["base", "party:us", "party:china"]
    be_at(page, "1.2")
    expect(page.locator(".now-box .trail:visible .now")).to_have_text("China")
    marks_and_lines_open_over_the_slide(page)
    be_at(page, "1.3")
    assert shown() == ["base", "ends", "party:us", "party:china", "gap"]
    expect(page.locator(".now-box .slide:visible header .status")).to_have_text("US – China 3 steps apart")
    a_reload_in_the_middle_goes_on_where_it_was(visitor)
    keys_lead_to_issues_and_back_and_black_the_screen_on_every_keyboard(visitor)


def marks_and_lines_open_over_the_slide(page: Page) -> None:
    """By keyboard and by pointer; Escape closes what is open and nothing else, a step closes it and goes on, and nothing is seen before."""
    told, evidence = page.locator(".told"), page.locator(".evidence")
    line = page.locator(".now-box .step:visible p.evident").first
    expect(told).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.locator(".now-box .slide:visible .spot:focus")).to_have_count(1)
    expect(told).to_contain_text("2018")
    page.keyboard.press("Enter")
    expect(evidence.locator("article").first).to_contain_text("Place in it")
    expect(told).to_be_hidden()
    page.keyboard.press("Escape")
    expect(evidence).to_be_hidden()
    expect(page.locator(".now-box .slide:visible .spot:focus")).to_have_count(1)
    be_at(page, "1.2")
    line.hover()
    seen(told)
    line.click()
    seen(evidence)
    be_at(page, "1.2")
    page.keyboard.press("ArrowRight")
    expect(evidence).to_be_hidden()
    seen(page.locator("dialog[open]"))


def test_the_second_window_follows_the_first_and_leads_it(visitor: Visitor) -> None:
    """It opens where the first is, with the next step in words, the notes, the time and how long is presented; a press in either moves both.

    What one opens stays there: the wall shows what the speaker looks up only where the speaker asks there. Where the browser blocks it, that is said.
    """
    page = presenting(visitor, "present?agenda=core-issues&step=2.3")
    late = Late(page.context, f"{SLIDES}&issue=ip-technology-transfer")
    with page.context.expect_page() as opened:
        page.keyboard.press("n")
    notes = opened.value
    notes.locator("dialog[open] .now-box .slide:visible").first.wait_for()
    be_at(notes, "2.3", "Made in China 2025")
    expect(notes.locator(".notes")).to_contain_text("Several verbs were reported within one week")
    expect(notes.locator(".clock")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(notes.locator(".times")).to_have_text(re.compile(r"^\d\d:\d\dTime\d+:\d\dsince the first slide \(R: anew\)$"))
    expect(notes.locator(".next-words")).to_contain_text("The US asks for between On the agenda, rethought and State financing curbed")
    expect(notes.locator(".beside")).to_contain_text("No ask stated in 2 statements")
    assert notes.locator(".next-words *").evaluate_all("all => Math.min(...all.map(one => parseFloat(getComputedStyle(one).fontSize)))") >= 14
    page.evaluate("() => { const started = Date.now; Date.now = () => started() + 3600000; }")
    page.keyboard.press("r")
    expect(notes.locator(".spent")).to_have_text(re.compile(r"^-\d"))
    notes.evaluate("() => { const now = Date.now(); Date.now = () => now; }")
    notes.keyboard.press("r")
    expect(notes.locator(".spent")).to_have_text("0:00")
    notes.locator(".now-box .step:visible p.evident").first.click()
    seen(notes.locator(".evidence"))
    expect(page.locator(".evidence")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    be_at(notes, "2.4")
    expect(notes.locator(".evidence")).to_be_hidden()
    page.keyboard.press("ArrowRight")
    be_at(notes, "2.5")
    expect(notes.locator(".next-words .name")).to_have_text("3  Intellectual property and technology transfer")
    expect(notes.locator(".next-words .block")).to_have_count(0)
    late.come()
    expect(notes.locator(".next-words .block")).to_have_count(1)
    page.context.unroute_all()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    at = re.findall(r"step=([\d.]+)", page.url)[0]
    assert at.startswith("3.")
    be_at(notes, at, "Intellectual property and technology transfer")
    notes.keyboard.press("Home")
    be_at(page, "0")
    with notes.expect_event("close"):
        notes.evaluate("() => setTimeout(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })), 50)")
    seen(page.locator("dialog[open]"))
    page.evaluate("window.open = () => null")
    said = "The browser has blocked the presenter’s window. Allow windows of this page, and press N again."
    page.keyboard.press("n")
    expect(page.locator("dialog .message")).to_have_text(said)
    be_at(page, "0")
    expect(page.locator(".blocked")).to_have_text(said)


# Remembers under which name a window speaks to others of its kind.
NAME = """
const Channel = BroadcastChannel;
window.BroadcastChannel = class extends Channel { constructor(name) { super(name); window.spokenAs = name; } };
"""
# Asks the windows of a name where they are. The answer comes after all that this window said before has been heard.
ASK = """([name, patience]) => new Promise((answered, failed) => {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => { channel.close(); answered(data.step); };
  channel.postMessage({ ask: true });
  setTimeout(() => failed(new Error(`Nobody answers as ${name}`)), patience);
})"""


def test_other_slides_are_not_driven(visitor: Visitor, arrive: Arrive) -> None:
    """Two presentations of different dates in two windows go each their own way."""
    second = presenting(visitor, "present?agenda=all-issues&as_of=2018-05-02&step=1.1")
    another = arrive(visitor.address)
    another.page.add_init_script(NAME)
    page = presenting(another, "present?agenda=all-issues&as_of=2018-06-02&step=1.2")
    second.keyboard.press("End")
    be_at(second, "end.3")
    assert second.evaluate(ASK, [page.evaluate("window.spokenAs"), PATIENCE]) == "1.2"
    be_at(page, "1.2", "Trade deficit")


CYRILLIC_P = "() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'з', code: 'KeyP', bubbles: true, cancelable: true }))"


# A place that is reached while the page still runs is remembered as soon as it is drawn.
SCROLL_ON_A_PAGE_THAT_STILL_RUNS = """async () => {
  const app = document.querySelector('.stApp'), main = document.querySelector('.stMain'), frame = () => new Promise(requestAnimationFrame);
  app.dataset.testScriptState = 'running';
  main.scrollTop = 150;
  await frame();
  await frame();
  app.dataset.testScriptState = 'notRunning';
  await frame();
  await frame();
  return main.scrollTop;
}"""


def test_a_key_presents_from_any_page_and_escape_leads_back_to_the_place_on_it(visitor: Visitor) -> None:
    """The date and the issue shown there stay; while somebody writes, the letter is a letter; a button's presentation ends on the button's page.

    The place is found again also where what remembers it comes late, and Escape counts before the presentation has come.
    """
    page = visitor.open("issue?as_of=2018-05-02&issue=market-access", wait_for="table")
    visitor.settled()
    page.get_by_role("searchbox").fill("")
    page.keyboard.type("p")
    expect(page.get_by_role("searchbox")).to_have_value("p")
    page.get_by_role("searchbox").evaluate("one => { one.value = ''; one.blur(); }")
    scrolled = page.evaluate(SCROLL_ON_A_PAGE_THAT_STILL_RUNS)
    assert scrolled > 100
    page.evaluate(CYRILLIC_P)
    page.locator("dialog[open] .slide:visible").first.wait_for()
    page.keyboard.press("ArrowRight")
    late = Late(page, BAR)
    page.reload()
    page.locator("dialog[open] .slide:visible").first.wait_for()
    page.keyboard.press("Escape")
    seen(page.get_by_role("heading", level=1, name="Market access to China"))
    late.come()
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.wait_for_url(re.compile(r"/issue\?.*as_of=2018-05-02"))
    assert "step=" not in page.url
    page.wait_for_function(f"document.querySelector('.stMain').scrollTop === {scrolled}")
    visitor.settled()
    page.evaluate(CYRILLIC_P)
    page.keyboard.press("Escape")
    page.wait_for_function("window['parley-to-present'] === false")
    page.wait_for_url(re.compile(r"/issue\?.*as_of=2018-05-02"))
    seen(page.get_by_role("heading", level=1, name="Market access to China"))
    expect(page.locator("dialog[open]")).to_have_count(0)
    visitor.settled()
    page.get_by_role("link", name="Brief", exact=True).click()
    expect(page.locator("h1")).to_have_text("Present")
    visitor.settled()
    page.get_by_role("button", name="Present", exact=True).click()
    page.locator("dialog[open] .slide:visible").first.wait_for()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator("h1.parley-heading")).to_have_text("Present")
    assert "/present?" in page.url and "as_of=2018-05-02" in page.url and "step=" not in page.url
    page.keyboard.press("p")
    page.locator("dialog[open] .slide:visible").first.wait_for()


def test_what_comes_once_the_presentation_is_closed_leaves_no_step_in_the_address(visitor: Visitor) -> None:
    """A slide that was waited for when Escape was pressed is drawn where nobody sees it, and the page keeps the address of a page."""
    late = Late(visitor.page, SLIDES)
    with visitor.page.expect_request(SLIDES):
        page = begun(visitor, "present?agenda=all-issues&step=2.1")
    be_at(page, "2.1")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert "step=" not in page.url
    late.come()
    expect(page.locator("dialog .slide:not([hidden]) .step").first).to_be_attached()
    assert "step=" not in page.url


def on_every_step_all_words_are_seen(visitor: Visitor) -> None:
    """See that on a wall, a laptop and a phone nothing runs out of its place, on any step of the shipped negotiation."""
    page = visitor.page
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function("width => innerWidth === width", arg=width)
        visitor.at_rest()
        assert page.evaluate(MISFITS) == {"steps": len(STEPS), "found": []}, width


# How far, in shares of an "em", the letters of each name begin from its number's right edge, and how many letters its longest line has.
BESIDE = """() => {
  const deep = root => [...root.querySelectorAll('*')].flatMap(n => n.shadowRoot ? [n.shadowRoot, ...deep(n.shadowRoot)] : []);
  const slide = deep(document).find(r => r.querySelector('dialog[open]')).querySelector('.now-box .slide:not([hidden])');
  return [...(slide.matches('.issue') ? [slide.querySelector('header')] : slide.querySelectorAll('.agenda li, .named'))].map(row => {
    const name = row.querySelector('.name, h1'), number = row.querySelector('.number'), range = document.createRange();
    range.selectNodeContents(name);
    const lines = [...range.getClientRects()], em = parseFloat(getComputedStyle(name).fontSize);
    const from = Math.min(...lines.map(one => one.left)) - number.getBoundingClientRect().right;
    return { beside: from > -1 && from < 2 * em, wide: Math.max(...lines.map(one => one.width)) > 3 * em };
  });
}"""


def test_long_words_and_names_from_the_right_are_seen_beside_their_numbers(start: Callable[..., str], arrive: Arrive, tmp_path: Path) -> None:
    """A word of two hundred letters breaks within its place, and an Arabic name stands where the others do, on a laptop and on a phone."""
    issues = ("quota", "ports", "nets")
    above = write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5"), ("southmark", "offer", "r1")], issues=issues)
    header = above / "fjords" / "negotiation.yaml"
    told = yaml.safe_load(header.read_text(encoding="utf-8"))
    told["title"] = "Verhandlungen" * 16
    for one, name in zip(told["issues"], ("W" * 200, "الصيد في الشتاء", "Fangquoten" * 20), strict=True):
        one["name"] = name
    told["parties"][0]["short"], told["parties"][1]["short"] = "N" * 60, "هيئة"
    write_yaml(header, told)
    visitor = arrive(start(above))
    page = whole(visitor, last="nets")
    for width, height in SIZES[1:]:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function("width => innerWidth === width", arg=width)
        visitor.at_rest()
        # What has been received may not be on its slide yet.
        page.wait_for_function(f"() => !({MISFITS})().found.some(([, what]) => what === 'nothing')", polling=500)
        assert page.evaluate(MISFITS)["found"] == [], width
        for key, rows in (("Home", 3), ("ArrowRight", 3), ("ArrowRight", 1)):
            page.keyboard.press(key)
            assert page.evaluate(BESIDE) == [{"beside": True, "wide": True}] * rows, (width, key)
        page.keyboard.type("2")
        page.keyboard.press("Enter")
        assert page.evaluate(BESIDE) == [{"beside": True, "wide": True}], width


def test_slides_and_the_presenters_window_are_accessible(visitor: Visitor) -> None:
    """Axe finds no violation on the first slides and the last, on a step with everything revealed, and in the presenter's window, in light and dark."""
    for path, further in (
        ("present?step=1.4", {"Home": "0", "ArrowRight": "0.2", "End": "end"}),
        ("present?agenda=all-issues&step=2.2&view=presenter", {}),
    ):
        page = presenting(visitor, path)
        # What lies beneath the slides is looked at, too, and has its names only once it is drawn.
        page.locator(".scrubber .day:not(:empty)").wait_for(state="attached")
        see_no_hindrance(visitor)
        for key, step in further.items():
            page.keyboard.press(key)
            be_at(page, step)
            stand(page)
            see_no_hindrance(visitor, "dialog[open]")


def see_no_hindrance(visitor: Visitor, within: str = "") -> None:
    """See that axe finds nothing, in light and dark."""
    for scheme in SCHEMES:
        turn(visitor.page, scheme)
        found = hindrances(visitor.at_rest(), ("minor", "moderate", "serious", "critical"), within=within, of_colour=scheme != SCHEMES[0])
        assert found == [], scheme
        if visitor.page.locator("dialog[open] .now-box").count():
            words, faint = visitor.page.evaluate(FAINT)
            assert (words > 0, faint) == (True, []), scheme


def test_a_change_of_the_data_leaves_the_issue_on_the_screen(start: Callable[..., str], arrive: Arrive, tmp_path: Path) -> None:
    """A file is away for a while and put back with an issue before the one shown, and another negotiation comes: issue, step and full screen stay.

    What is drawn stays until what is drawn in its place has come.
    """
    positions = write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5"), ("southmark", "offer", "r1")], issues=("quota", "ports"))
    page = presenting(arrive(start(positions)), "present?agenda=all-issues&step=2.1")
    be_at(page, "2.1", "Ports")
    header = positions / "fjords" / "negotiation.yaml"
    told = yaml.safe_load(header.read_text(encoding="utf-8"))
    # What is put up anew ends full screen.
    page.locator("dialog[open]").evaluate("one => { one.dataset.same = ''; }")
    late = Late(page, SLIDES)
    with page.expect_request(SLIDES):
        header.unlink()
    expect(page.get_by_text("The file is not there.")).to_be_attached()
    is_drawn(page)
    late.come()
    page.keyboard.press("ArrowRight")
    be_at(page, "end", "What is open, and what comes next")
    page.keyboard.press("ArrowLeft")
    be_at(page, "2.1", "Ports")
    told["issues"].insert(0, {**told["issues"][0], "id": "whales", "name": "Whales"})
    write_yaml(header, told)
    be_at(page, "3.1", "Ports")
    write_negotiation(tmp_path / "lakes", [("northland", "demand", "r5")])
    expect(page.get_by_label("Negotiation", exact=True)).to_be_attached()
    expect(page.locator("dialog[open][data-same]")).to_have_count(1)


@pytest.mark.parametrize("asked", ["2.99", "99", "abc"])
def test_a_step_that_is_gone_is_told(visitor: Visitor, asked: str) -> None:
    """With the nearest, which is shown, until a step is taken; the beginning is near to nothing."""
    page = presenting(visitor, f"present?agenda=all-issues&step={asked}")
    shown = {"2.99": [one for one in STEPS if one.startswith("2.")][-1], "99": STEPS[-1], "abc": "0"}[asked]
    instead = "the beginning" if asked == "abc" else f"the nearest, '{shown}'"
    message = page.locator("dialog .message")
    expect(message).to_have_text(f"There is no stop '{asked}'. Shown is {instead}.")
    be_at(page, shown)
    page.keyboard.press("ArrowLeft" if asked != "abc" else "ArrowRight")
    expect(message).to_be_hidden()
