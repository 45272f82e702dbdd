"""A table brought in by somebody at a browser: looked at, put in order, written, opened; and no cell of it becomes anything but letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from parley.dataset import load
from parley.editing.opening import opened
from parley.roundtrip.rows import all_rows
from tests.browser.conftest import Arrive, Served, hindrances, seen
from tests.browser.test_addresses import MADE
from tests.roundtrip.negotiations import files, put, workbook
from tests.views.conftest import write_negotiation

TABLE = f"""Country;Issue;Position;Says
<b>North</b> $x^2$;Colour;red :smile:;
=HYPERLINK("http://evil.example");Colour;blue [link](http://evil.example);
North;Levy;10;{"As much as that. " * 180}
<b>North</b> $x^2$;Levy;20;
=HYPERLINK("http://evil.example");Levy;viel;
"""


def test_a_table_comes_in_by_mouse_and_keyboard(arrive: Arrive, launch: Callable[..., Served], tmp_path: Path) -> None:
    """Within a few steps, on a page that hinders nobody; what it shows of the table is what stands there."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5")])
    table = tmp_path / "Colour talks.csv"
    table.write_text(TABLE, encoding="utf-8")
    visitor = arrive(launch(positions, options=("--edit",))[1])
    visitor.remember_requests()
    page = visitor.open("sources", wait_for="table")
    visitor.settled()
    page.get_by_role("link", name="Edit", exact=True).click()
    page.get_by_role("link", name="Bring in", exact=True).click()
    page.locator("input[type=file]").set_input_files(table)
    expect(page.get_by_label("Name of the negotiation")).to_have_value("Colour talks")
    seen(page.get_by_text("Colour has no scale: nothing tells which of its values is more than which."))
    levels = page.get_by_role("list", name="Colour, lowest first: drag the lines into order").get_by_role("listitem")
    expect(levels).to_have_text(["1red :smile:", "2blue [link](http://evil.example)"])
    levels.first.drag_to(levels.last)
    expect(levels).to_have_text(["1blue [link](http://evil.example)", "2red :smile:"])
    seen(page.get_by_text("4 statements, 1 cell left out, 0 cells empty."))
    for key, told in (("ArrowUp", "1 of 2"), ("ArrowDown", "2 of 2")):
        page.keyboard.press(key)
        expect(page.get_by_role("status").filter(has_text=f"red :smile:: {told}")).to_have_count(1)
    expect(levels.last).to_have_text("2red :smile:")
    page.get_by_text("Parties above the middle between the two furthest want more").click()
    expect(page.get_by_text("a guess: above or below the middle")).to_have_count(4)
    visitor.at_rest()
    assert page.evaluate(MADE) == {"links": 0, "made": 0, "smiles": False}
    assert hindrances(page, ("moderate", "serious", "critical")) == []
    page.get_by_label("Your name").fill("A. Berg")
    page.keyboard.press("Enter")
    seen(page.get_by_text("Saving as A. Berg."))
    save = page.get_by_role("button", name="Bring it in")
    expect(save).to_be_enabled()
    visitor.settled()
    save.press("Enter")
    seen(page.get_by_text("4 statements brought in as Colour talks."))
    visitor.settled()
    page.get_by_role("link", name="Open it").first.click()
    expect(page.locator("h1")).to_have_text("Colour talks")
    assert len(load(positions / "colour-talks").statements) == 4
    # Of a long text the first lines are shown, and all of it where it leads to.
    page.get_by_role("link", name="Levy", exact=True).click()
    long = page.locator("button", has_text="As much as that.").first
    assert (long.bounding_box() or {})["height"] < 300
    long.click()
    seen(page.get_by_role("dialog").get_by_role("heading", name="As much as that. " * 179))
    assert [url for url in visitor.requests if "//evil" in url] == []


def test_an_edited_workbook_comes_back_by_keyboard(arrive: Arrive, launch: Callable[..., Served], tmp_path: Path) -> None:
    """What is changed and what is not taken stand on the page, which hinders nobody; saved it is in the files, and every other line is as it was."""
    positions = write_negotiation(tmp_path / "positions" / "fjords", [("northland", "demand", "r5"), ("southmark", "demand", "r1")])
    folder = positions / "fjords"
    talks = opened(folder)
    book, (first, second) = workbook(talks), all_rows(talks)["statement"]
    put(book, "statement", first.id, "note", "<b>New</b> :smile:")
    put(book, "statement", second.id, "place at", "Rung 77")
    book.save(tmp_path / "edited.xlsx")
    before = files(folder)
    visitor = arrive(launch(positions, options=("--edit",))[1])
    page = visitor.open("bring-in", wait_for="textarea")
    page.locator("input[type=file]").set_input_files(tmp_path / "edited.xlsx")
    seen(page.get_by_text("1 record changed, 0 added, 0 taken out, 1 cell not taken."))
    seen(page.get_by_text("There is no such step on the scale of 'quota'."))
    visitor.at_rest()
    assert hindrances(page, ("moderate", "serious", "critical")) == []
    page.get_by_label("Your name").fill("A. Berg")
    page.keyboard.press("Enter")
    save = page.get_by_role("button", name="Save the changes")
    expect(save).to_be_enabled()
    visitor.settled()
    save.press("Enter")
    seen(page.get_by_text("Saved: "))
    assert load(folder).statement(first.id).note == "<b>New</b> :smile:"
    after = files(folder)
    assert [len(set(before[name].splitlines()) - set(after[name].splitlines())) for name in before if after[name] != before[name]] == [0]
