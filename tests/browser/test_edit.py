"""A negotiation changed by somebody at a browser: a statement added by mouse, one edited by keyboard, and the pages hinder nobody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from parley.dataset import load
from parley.editing import history
from tests.browser.conftest import HELD_UP, PASS, Arrive, Served, hindrances
from tests.views.conftest import write_negotiation

# Has the page say that a run has ended since.
SEE_RUNS_END = """() => {
  const app = document.querySelector('.stApp');
  new MutationObserver(() => app.toggleAttribute('data-has-run', app.dataset.testScriptState === 'notRunning'))
    .observe(app, { attributeFilter: ['data-test-script-state'] });
}"""
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
    expect(page.get_by_text("Saving as A. Berg.")).to_be_visible()
    says = page.get_by_role("textbox", name="What was said")
    page.evaluate(HELD_UP, AT_REST)
    says.press_sequentially("Southmark offers")
    page.evaluate("window.dispatchEvent(new Event('beforeunload'))")  # what is typed is sent by whoever goes away, too
    expect(page.get_by_text("Draft kept from")).to_be_visible()
    visitor.settled()
    page.evaluate(SEE_RUNS_END)
    says.press_sequentially(" the thi")
    assert page.evaluate(PASS) == 1
    expect(page.locator(".stApp[data-has-run]")).to_be_attached()
    expect(says).to_be_focused()
    page.reload()
    expect(page.get_by_text("Saving as A. Berg.")).to_be_visible()
    expect(page.get_by_role("textbox", name="What was said")).to_have_value("Southmark offers the thi")
    page.get_by_role("combobox", name="Party").click()
    page.get_by_role("option", name="Southmark").click()
    page.get_by_role("radiogroup", name="Kind").get_by_text("Offer", exact=True).click()
    page.get_by_text("Rung 3", exact=True).first.click()
    expect(page.get_by_text("With this")).to_be_visible()
    day = page.get_by_role("textbox", name="Said on")
    day.fill("2025-03-05")
    day.press("Enter")
    expect(page.get_by_text("2 steps apart").first).to_be_visible()
    expect(page.get_by_text("5 steps apart").first).to_be_visible()
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
    expect(page.get_by_text("1 step apart").first).to_be_visible()
    visitor.settled()
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    expect(page.get_by_text("Saved: Southmark, Quota: offer of 5 Mar 2025 changed.")).to_be_visible()
    assert load(positions / "fjords").statement("southmark-quota-offer").place.at == "r4"

    page = visitor.open("history", wait_for="table")
    page.get_by_role("link", name="Southmark, Quota: offer of 5 Mar 2025 added").or_(
        page.get_by_role("button", name="Southmark, Quota: offer of 5 Mar 2025 added")
    ).first.click()
    expect(page.get_by_role("heading", name="What has changed since")).to_be_visible()
    visitor.at_rest()
    assert hindrances(page, ("moderate", "serious", "critical")) == []
    assert [one.message for one in history.versions(positions / "fjords")] == [
        "Southmark, Quota: offer of 5 Mar 2025 changed", "Southmark, Quota: offer of 5 Mar 2025 added", "As it stood before the first save here",
    ]  # fmt: skip
