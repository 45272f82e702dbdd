"""Documents read and proposals settled at a browser: by keyboard alone, and by mouse alone; no word of either becomes anything but letters."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from parley.dataset import load
from parley.proposing.inbox import inbox_of, put
from parley.proposing.lines import proposals_in
from tests.browser.conftest import HELD_UP, PASS, Arrive, Served, hindrances, seen
from tests.browser.test_addresses import MADE
from tests.browser.test_edit import AT_REST

DATA = Path(__file__).parents[1] / "data"
OPENING = "northland-2025-opening"
NAME = "Your name, kept with what you save"
HOSTILE = "Joint <b>patrols</b> $x^2$ [would](http://evil.example) do :smile:."


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "fjords", tmp_path / "positions" / "fjords")
    shutil.copytree(DATA / "seeds", tmp_path / "seeds")
    shutil.copytree(DATA / "texts", tmp_path / "seeds" / "texts")
    return tmp_path / "positions"


def propose(talks: Path, *kinds: str) -> None:
    base = {"party": "northland", "issue": "patrols", "says": HOSTILE, "place": {"at": "joint"}, "source": OPENING,
            "locator": {"line": 14, "paragraph": 6, "anchor": "patrol boats"}}  # fmt: skip
    given = "\n".join(json.dumps({"proposer": "A script", "statement": {**base, "kind": kind}}) for kind in kinds)
    put(talks / "fjords", proposals_in(given, Path("p.jsonl")))


def press(page: Page, letter: str, after: str = "") -> str:
    """Press a letter once the buttons answer, no field would take it for a word, and they are about another thing than `after`; return about what."""
    buttons = page.locator(".keyed")
    expect(page.locator("input:focus, textarea:focus")).to_have_count(0)
    expect(buttons).not_to_have_attribute("data-about", after)
    expect(buttons).to_have_attribute("aria-busy", "false")
    about = buttons.get_attribute("data-about") or ""
    page.keyboard.press(letter)
    return about


def settled(talks: Path) -> list[tuple[str, str]]:
    return [(one.how, one.by) for one in inbox_of(talks / "fjords").settled.values()]


def test_proposals_are_settled_by_keyboard(arrive: Arrive, launch: Callable[..., Served], talks: Path) -> None:
    """A accepts, M mends in the form, R refuses, N and P turn; a letter typed into a field does none of it."""
    propose(talks, "offer", "demand", "red_line")
    visitor = arrive(launch(talks, options=("--edit",))[1])
    visitor.remember_requests()
    page = visitor.open("read?view=inbox", wait_for=".keyed")
    field = page.get_by_label(NAME)
    field.focus()
    # Whoever rests in the middle of a name goes on writing it.
    page.evaluate(HELD_UP, AT_REST)
    page.keyboard.type("a. mar")
    assert page.evaluate(PASS) == 0
    page.keyboard.type("ner")
    page.keyboard.press("Enter")
    seen(page.get_by_text("Saving as a. marner."))
    assert settled(talks) == []
    seen(page.get_by_text("1 of 3 open"))
    first = press(page, "n")
    seen(page.get_by_text("2 of 3 open"))
    second = press(page, "p", after=first)
    seen(page.get_by_text("1 of 3 open"))
    visitor.at_rest()
    assert page.evaluate(MADE) == {"links": 0, "made": 0, "smiles": False}
    assert hindrances(page, ("moderate", "serious", "critical")) == []
    press(page, "a", after=second)
    seen(page.get_by_text("Accepted: Northland, Patrols: undated offer added"))
    seen(page.get_by_text("1 of 2 open"))
    press(page, "m", after=first)
    words = page.get_by_label("What was said", exact=True)
    expect(words).to_have_value(HOSTILE)
    words.focus()
    words.fill("It asks for joint patrols.")
    page.keyboard.press("Control+Enter")
    save = page.get_by_role("button", name="Save", exact=True)
    expect(save).to_be_enabled()
    save.press("Enter")
    seen(page.get_by_text("1 of 1 open"))
    press(page, "r", after=second)
    seen(page.get_by_text("Refused. It stays on record, and counts nowhere."))
    assert settled(talks) == [("accepted", "a. marner"), ("mended", "a. marner"), ("refused", "a. marner")]
    dataset = load(talks / "fjords")
    assert [dataset.statement(f"northland-patrols-{kind}").says for kind in ("offer", "demand")] == [HOSTILE, "It asks for joint patrols."]
    assert [url for url in visitor.requests if "evil" in url] == []


def test_a_document_is_read_by_mouse(arrive: Arrive, launch: Callable[..., Served], talks: Path, tmp_path: Path) -> None:
    """Brought in, a paragraph chosen, words of it selected, and the form opens with them."""
    file = tmp_path / "isles.txt"
    file.write_text("Reply of the Isles\n\nThe Isles would take part in joint patrols.\n\nThey asked for nothing else.\n", encoding="utf-8")
    visitor = arrive(launch(talks, options=("--edit",))[1])
    page = visitor.open("read", wait_for=".keyed")
    page.get_by_label(NAME).fill("A. Berg")
    page.get_by_label(NAME).press("Enter")
    seen(page.get_by_text("Saving as A. Berg."))
    page.get_by_role("link", name="New document").click()
    page.locator("input[type=file]").set_input_files(file)
    seen(page.get_by_text("Read as text: 3 paragraphs, of which 0 may be boilerplate."))
    visitor.at_rest()
    assert hindrances(page, ("moderate", "serious", "critical")) == []
    page.get_by_role("button", name="Save the record, keep the text").click()
    seen(page.get_by_text("2 paragraphs: 0 coded, 0 read with nothing to code, 2 to be read; 0 skipped."))
    seen(page.get_by_role("heading", name="Paragraph 1, line 3"))
    visitor.at_rest()
    assert hindrances(page, ("moderate", "serious", "critical")) == []
    place = page.locator(".passage")
    box = place.bounding_box()
    assert box is not None
    # From within the first word to within the third.
    page.mouse.move(box["x"] + 24, box["y"] + 22)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 22, steps=4)
    page.mouse.up()
    seen(page.get_by_text("The anchor stands in this paragraph."))
    field = page.get_by_label("Up to eight words of this paragraph, as printed")
    expect(field).to_have_value(re.compile("^The Isles would"))
    anchor = field.input_value()
    page.get_by_role("button", name="Add a statement").click()
    expect(page.get_by_role("textbox", name="Anchor words")).to_have_value(anchor)
    expect(page.get_by_role("textbox", name="Line", exact=True)).to_have_value("3")
    page.go_back()
    page.get_by_role("button", name="Nothing to code").click()
    seen(page.get_by_role("heading", name="Paragraph 2, line 5"))
    seen(page.get_by_text("1 read with nothing to code, 1 to be read"))
