"""A negotiation changed by somebody at a browser: a statement added by mouse, one edited by keyboard, and the pages hinder nobody."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from parley.dataset import load
from parley.editing import history
from tests.browser.conftest import HELD_UP, PASS, Arrive, Served, hindrances, seen
from tests.views.conftest import write_negotiation

AT_REST = 600  # milliseconds without a key after which what was typed is sent


def test_a_statement_is_added_by_mouse_and_edited_by_keyboard(arrive: Arrive, launch: Callable[..., Served], tmp_path: Path) -> None:
    """What is typed stays when the page is loaded anew; the distance is seen before it is saved; then page, files and history have it."""
    said = [("northland", "demand", "r5"), ("southmark", "demand", "r0")]
    positions = write_negotiation(tmp_path / "positions" / "fjords", said)
    visitor = arrive(launch(positions, options=("--edit",))[1])
    page = visitor.open("issue?issue=quota")
    page.get_by_role("button", name="Add a statement").click()
    name = page.get_by_label("Your name, kept with what you save")
    name.fill("A. Berg")
    name.press("Enter")
    seen(page.get_by_text("Saving as A. Berg."))
    says = page.get_by_role("textbox", name="What was said")
    page.evaluate(HELD_UP, AT_REST)
    says.press_sequentially("Southmark offers the thi")
    assert page.evaluate(PASS) == 1
    seen(page.get_by_text("Draft kept from"))
    expect(says).to_be_focused()
    # Whoever goes away has what was typed last sent at once; whether it is kept before the page is here again nobody knows.
    says.press_sequentially("r")
    page.evaluate("window.dispatchEvent(new Event('beforeunload'))")
    assert page.evaluate(PASS) == 0
    page.reload()
    seen(page.get_by_text("Saving as A. Berg."))
    expect(page.get_by_role("textbox", name="What was said")).to_have_value(re.compile("^Southmark offers the thir?$"))
    # The page is where it was left.
    page.wait_for_function("document.querySelector('.stMain').scrollTop > 0")
    page.mouse.move(300, 400)
    page.mouse.wheel(0, -9000)
    page.wait_for_function("document.querySelector('.stMain').scrollTop === 0")
    page.get_by_role("combobox", name="Party").click()
    page.get_by_role("option", name="Southmark").click()
    page.get_by_role("radiogroup", name="Kind").get_by_text("Offer", exact=True).click()
    page.get_by_text("Rung 3", exact=True).first.click()
    seen(page.get_by_text("With this"))
    day = page.get_by_role("textbox", name="Said on")
    day.fill("2025-03-05")
    day.press("Enter")
    seen(page.get_by_text("2 steps apart").first)
    seen(page.get_by_text("5 steps apart").first)
    visitor.at_rest()
    assert hindrances(page, ("moderate", "serious", "critical")) == []
    assert load(positions / "fjords").count == 2
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved: Southmark, Quota: offer of 5 Mar 2025 added.")).to_be_in_viewport()
    assert load(positions / "fjords").statement("southmark-quota-offer").place.at == "r3"

    page = visitor.open("issue?issue=quota&statement=southmark-quota-offer", wait_for="[role=dialog]")
    visitor.settled()
    page.get_by_role("dialog").get_by_role("button", name="Edit").press("Enter")
    chosen = page.get_by_role("radiogroup", name="Step").get_by_role("radio", checked=True)
    expect(chosen).to_have_count(1)
    visitor.settled()
    chosen.press("ArrowDown")
    seen(page.get_by_text("1 step apart").first)
    visitor.settled()
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    seen(page.get_by_text("Saved: Southmark, Quota: offer of 5 Mar 2025 changed."))
    assert load(positions / "fjords").statement("southmark-quota-offer").place.at == "r4"

    page = visitor.open("history", wait_for="table")
    page.get_by_role("link", name="Southmark, Quota: offer of 5 Mar 2025 added").or_(
        page.get_by_role("button", name="Southmark, Quota: offer of 5 Mar 2025 added")
    ).first.click()
    seen(page.get_by_role("heading", name="What has changed since"))
    visitor.at_rest()
    assert hindrances(page, ("moderate", "serious", "critical")) == []
    assert [one.message for one in history.versions(positions / "fjords")] == [
        "Southmark, Quota: offer of 5 Mar 2025 changed", "Southmark, Quota: offer of 5 Mar 2025 added", "As it stood before the first save here",
    ]  # fmt: skip
