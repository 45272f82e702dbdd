"""What is seen in a browser, frame by frame: when heading, question and chart of an issue, or a slide, have been painted.

A frame counts once the next one begins, so that what was drawn in it has been shown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as Late

from benchmarks.prepared import Prepared

CLICK_LIMIT = 30  # seconds after which something that never appears ends the measuring
OPENING_LIMIT = 180
# How a click is told to the page: by what is pressed.
NEXT, PREVIOUS, CHOOSE, OPTION, ROW = "next", "previous", "choose", "option", "row"

_SEEING = """
const deep = (root, selector) => {
  const found = [...root.querySelectorAll(selector)];
  for (const node of root.querySelectorAll('*')) if (node.shadowRoot) found.push(...deep(node.shadowRoot, selector));
  return found;
};
const letters = (node) => node.textContent.replace(/[\\s\\u2066-\\u2069]+/g, '');
// The dashboard's own stands in a component, the bare pages' in the document.
const questions = () => [document, ...[...document.querySelectorAll('.st-key-issue_navigator div')].map((one) => one.shadowRoot).filter(Boolean)]
  .flatMap((root) => [...root.querySelectorAll('p')]);
const isShown = (wanted) => {
  if (wanted.slide) return deep(document, 'dialog[open] .slide').some((one) => one.offsetHeight > 0 && letters(one));
  const heading = document.querySelector('h1');
  if (!heading || letters(heading) !== wanted.heading) return false;
  if (!questions().some((one) => letters(one) === wanted.question)) return false;
  const texts = [...document.querySelectorAll('.js-plotly-plot text')].map(letters).filter(Boolean);
  return texts.sort((a, b) => (a < b ? -1 : 1)).join('|') === wanted.texts;
};
"""
_ACTS = """
const button = (name) => deep(document, 'button').find((one) => (one.getAttribute('aria-label') || one.textContent).trim().startsWith(name));
const ACTS = {
  next: () => button('Next (').click(),
  previous: () => button('Previous (').click(),
  choose: (issue) => {
    const select = deep(document, '.navigator select')[0];
    select.value = issue;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  },
  option: (issue, name) => deep(document, '[role=option]').find((one) => one.textContent.trim() === name).click(),
  row: (issue) => deep(document, '.sheet a, .glance a').find((one) => one.getAttribute('href').endsWith('issue=' + encodeURIComponent(issue))).click(),
};
"""
_CLICK = f"""async ({{ act, issue, name, wanted, limit }}) => {{
  {_SEEING} {_ACTS}
  if (isShown(wanted)) return 'before';
  const start = performance.now();
  ACTS[act](issue, name);
  do {{
    if (performance.now() - start > limit) return 'never';
    await new Promise(requestAnimationFrame);
  }} while (!isShown(wanted));
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
}}"""
_OPENING = f"""(() => {{
  {_SEEING}
  const wanted = %s;
  const look = () => requestAnimationFrame(isShown(wanted) ? () => {{ window.paintedAt = performance.now(); }} : look);
  requestAnimationFrame(look);
}})();"""


class NeverPaintedError(RuntimeError):
    """What was waited for did not appear."""


def answer_of(act: str, one: Prepared, limit: float) -> tuple[str, dict[str, object]]:
    """Return the script that presses something and measures until an issue is painted, and what it is told."""
    return _CLICK, {"act": act, "issue": one.id, "name": one.name, "wanted": one.wanted(), "limit": limit * 1000}


def is_shown(one: Prepared) -> tuple[str, dict[str, str]]:
    """Return the script that tells whether an issue is shown, and what it is told."""
    return f"(wanted) => {{ {_SEEING} return isShown(wanted); }}", one.wanted()


def click(page: Page, act: str, one: Prepared, limit: float = CLICK_LIMIT) -> float:
    """Press something and return the milliseconds until an issue is painted; raise where it never is, or was before."""
    answer = page.evaluate(*answer_of(act, one, limit))
    if answer == "never":
        raise NeverPaintedError(f"{one.name!r} was not painted within {limit:.0f} s of {act!r} at {page.url}.")
    if answer == "before":
        raise NeverPaintedError(f"{one.name!r} was shown already, so that {act!r} could not be measured.")
    return float(answer)


def watch_for(page: Page, wanted: Mapping[str, object]) -> None:
    """Have every document that the page opens from now on note when what is wanted has been painted."""
    page.add_init_script(_OPENING % json.dumps(wanted))


def milliseconds_to_open(page: Page, address: str | None = None) -> float:
    """Open an address, or load the page anew, and return the milliseconds from the start until what is watched for is painted."""
    try:
        if address is None:
            page.reload(wait_until="commit")
        else:
            page.goto(address, wait_until="commit")
        page.wait_for_function("window.paintedAt", timeout=OPENING_LIMIT * 1000)
    except Late as error:
        raise NeverPaintedError(f"What was waited for at {page.url} was not painted within {OPENING_LIMIT} s.") from error
    return float(page.evaluate("window.paintedAt"))
