"""The pages that present and take away, without a browser: the choice of agenda, issues and edition, and how a refusal is told."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from parley.errors import NotMadeError, WrongArgumentError
from parley.exports.houses import kept
from parley.views import app, people
from parley.views.take_away_parts import Making
from tests.exports.templating import ALIKE, ministry_letter, ministry_slides
from tests.views.conftest import Open, Visit, write_negotiation, write_yaml

SAID = [("northland", "demand", "r5"), ("southmark", "offer", "r1")]


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """Return positions on two issues, with a saved agenda that turns their order about."""
    positions = write_negotiation(tmp_path / "fjords", SAID, issues=("quota", "ports"))
    (tmp_path / "fjords" / "agendas").mkdir()
    saved = {"id": "may", "title": "Herring in May", "audience": "The minister", "handling": "Inside", "shared_handling": "May go out"}
    items = [{"issue": "ports", "notes": "Begin here."}, {"issue": "quota"}]
    write_yaml(tmp_path / "fjords" / "agendas" / "may.yaml", {**saved, "items": items})
    return positions


def listed(page: Visit) -> list[tuple[str, str]]:
    """Return issue and speaker notes of each row of the agenda."""
    rows = page.sheets["agenda_list"]["rows"]
    return [(row["cells"][1]["items"][0]["text"], row["cells"][4]["items"][0]["text"]) for row in rows]


def deck(page: Visit) -> dict[str, Any]:
    components: list[Any] = list(page.tested.get("bidi_component"))
    ((found,),) = [json.loads(one.proto.json) for one in components if one.key == "presenter"]
    return dict(found)


def buttons(page: Visit) -> list[str]:
    """Return what the buttons that hand out a file are called, in their order."""
    found: list[Any] = list(page.tested.get("download_button"))
    return [one.proto.label for one in found]


def test_without_an_agenda_all_issues_stand_in_the_order_of_the_negotiation(visit: Open, talks: Path) -> None:
    """And a saved one, chosen by its id in the address, has its own order, notes, audience and mark."""
    assert listed(visit("present", talks)) == [("Quota", "None"), ("Ports", "None")]
    page = visit("present", talks, agenda="may")
    assert listed(page) == [("Ports", "Begin here."), ("Quota", "None")]
    assert {"Herring in May", "For The minister", "Inside"} <= set(page.texts)


def test_without_an_agenda_the_first_group_of_issues_is_chosen(visit: Open) -> None:
    """All issues are one choice away; what is taken away follows, and says how many of all issues it holds, in its words, buttons and names."""
    page = visit("present")
    assert page.tested.selectbox(key="agenda").options == [
        "Core issues (4 of 16 issues)",
        "All issues, in the order of the negotiation",
        "US-China trade talks: the four core issues, then enforcement",
    ]
    assert [one[0] for one in listed(page)] == [
        "Trade deficit", "Made in China 2025", "Intellectual property and technology transfer", "Market access to China",
    ]  # fmt: skip
    assert len(listed(visit("present", agenda="all-issues"))) == 16
    page = visit("take_away")
    assert "Everything on 4 of 16 issues" in buttons(page)
    assert any(": 4 of 16 issues. As of " in one for one in page.texts)
    popovers: list[Any] = list(visit("take_away", only=["trade-deficit"]).tested.get("popover"))
    assert "1 of 16 issues" in [one.proto.popover.label for one in popovers]


def test_an_agenda_that_is_not_there_is_said_to_be_missing(visit: Open, talks: Path) -> None:
    """All issues are shown, and nobody takes them for the agenda asked for."""
    page = visit("present", talks, agenda="june")
    assert [one[0] for one in listed(page)] == ["Quota", "Ports"]
    assert [one.value.replace("\\", "") for one in page.tested.warning] == ["There is no agenda 'june'. There is: all-issues, may."]


def test_the_agenda_goes_along_from_page_to_page(visit: Open, talks: Path) -> None:
    """What was chosen on one of the two pages is what the other shows, and the address says so."""
    page = visit("present", talks, agenda="may")
    page.tested.query_params.clear()
    page.tested.switch_page(app.page_file("take_away"))
    page.run()
    assert page.tested.selectbox(key="agenda").value == "may"
    assert "agenda=may" in page.address


def test_single_issues_are_picked_from_the_address(visit: Open, talks: Path) -> None:
    """Only they are presented, in the order in which they are named."""
    page = visit("present", talks, only=["ports", "quota"])
    assert [one[0] for one in listed(page)] == ["Ports", "Quota"]
    alone = deck(visit("present", talks, only="Ports"))["slides"]
    assert [(one["name"], "rest" in one) for one in alone if one["kind"] == "issue"] == [("Ports", False), ("Quota", True)]


def test_the_deck_follows_date_and_parties_of_the_page(visit: Open, talks: Path) -> None:
    """It is made of the selection that stands above it."""
    made = deck(visit("present", talks, as_of="2025-03-01", parties=["Northland"]))
    assert made["dated"].startswith("As of 1 Mar 2025 · All evidence · Data version ")
    (issue, *_) = [one for one in made["slides"] if one["kind"] == "issue"]
    assert [step["short"] for step in issue["steps"]] == ["Northland"]


def test_the_presenters_window_is_asked_for_in_the_address(visit: Open, talks: Path) -> None:
    """The same page, with notes."""
    assert deck(visit("present", talks))["view"] == "screen"
    found = deck(visit("present", talks, view="presenter", parties="northlund"))
    assert (found["view"], found["gone"]) == ("presenter", ["There is no party 'northlund'. Did you mean 'northland'?"])


def test_each_file_has_a_button(visit: Open, talks: Path) -> None:
    """Five documents, slides in short besides, all of them together, then figures and tables; of slides it is told first how many there are."""
    page = visit("take_away", talks)
    slides = [
        "8 slides with native shapes and tables, evidence in the notes.",
        "5 slides: title, summary, each issue drawn, what is open, documents.",
    ]
    assert [one for one in page.texts if one[:1].isdigit() and " slides" in one] == slides
    assert buttons(page) == [
        "PowerPoint",
        "PowerPoint, short",
        "Word",
        "PDF",
        "Excel",
        "HTML",
        "Everything",
        "PNG",
        "SVG",
        "CSL-JSON",
        "BibTeX",
        "RIS",
        "CSV",
        "JSON",
    ]
    assert "Talks of fjords: 2 issues. As of 2 Mar 2025 · All evidence. Movement since 1 Mar 2025." in page.texts


def test_the_shareable_edition_says_what_it_leaves_out(visit: Open, talks: Path) -> None:
    """It is chosen in the address, too, and bears its own handling mark."""
    page = visit("take_away", talks, agenda="may", edition_made="Shareable")
    assert any(one.startswith("Left out: whatever is marked internal") for one in page.texts)
    assert any("May go out" in one for one in page.texts)
    assert not any("Inside" in one for one in page.texts)


def test_a_full_edition_with_internal_material_says_so(visit: Open, talks: Path) -> None:
    """Nobody mails it by mistake."""
    assert "**This edition holds internal material.**" not in visit("take_away", talks).texts
    path = talks / "fjords" / "northland.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("firmness: '3'", "firmness: '3'\n  internal: 'true'"), encoding="utf-8")
    assert "**This edition holds internal material.**" in visit("take_away", talks).texts


def test_a_negotiation_without_positions_offers_no_figure(visit: Open, tmp_path: Path) -> None:
    """It says why."""
    page = visit("take_away", write_negotiation(tmp_path / "fjords"))
    assert "PNG" not in buttons(page)
    assert "No position is evidenced on these issues, on this date and this evidence." in page.texts


def test_the_page_is_told_whenever_what_is_being_made_changes() -> None:
    """At each part of the archive and when it is done or refused; the page asks for nothing by the clock."""
    told: list[str] = []
    making = Making(changed=lambda: told.append(making.name))

    def make() -> bytes:
        making.step("slides", 1, 2)
        making.step("tables", 2, 2)
        return b""

    making.watched(make)
    assert told == ["slides", "tables", ""]


def test_why_a_file_was_refused_is_kept_until_the_next() -> None:
    """The button itself cannot tell."""
    making = Making()

    def refuse() -> bytes:
        raise WrongArgumentError.nothing_to_draw("quota")

    with pytest.raises(WrongArgumentError):
        making.watched(refuse)
    assert making.refused == "No position is evidenced on 'quota' on this date and evidence, so there is nothing to draw."
    assert making.watched(lambda: b"made") == b"made"
    assert making.refused == ""


def test_how_far_the_archive_is_can_be_asked_while_it_is_made() -> None:
    """Each step is noted, and forgotten when all is done."""
    making = Making()
    seen = []

    def make() -> bytes:
        making.step("a.pdf", 1, 2)
        seen.append((making.name, making.number, making.total))
        return b""

    making.watched(make)
    assert (seen, making.name) == ([("a.pdf", 1, 2)], "")


def test_whatever_goes_wrong_is_told_in_words() -> None:
    """Also what no one foresaw: the button hands out nothing, and the page says why."""
    making = Making()

    def fail() -> bytes:
        raise RuntimeError("no more memory")

    with pytest.raises(NotMadeError):
        making.watched(fail)
    assert making.refused == "'The file' could not be made: no more memory. Nothing was written. Please report this with the data it was made of."


def test_letters_that_no_font_holds_are_named_above_the_buttons(visit: Open, talks: Path) -> None:
    """Whoever takes a PDF knows what is shown as boxes."""
    assert not visit("take_away", talks).tested.warning
    path = talks / "fjords" / "negotiation.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: Northland", "name: 북부 연합"), encoding="utf-8")
    (warning,) = visit("take_away", talks).tested.warning
    assert (
        warning.value.replace("\\", "")
        == "PDF, PNG and the drawings in Word show empty boxes for letters that no font here holds: Hangul ('북부 연합')."
    )


def test_what_a_double_click_on_a_csv_file_does_stands_beside_its_button(visit: Open, talks: Path) -> None:
    """Where Excel expects semicolons between the cells, it does not part them."""
    assert (
        "CSV has commas between cells and points in numbers. Where Excel expects semicolons, a double click puts each row into one cell: "
        "take the Excel file, or open the CSV by Data > From Text/CSV."
    ) in visit("take_away", talks).texts


def test_how_far_the_archive_is_stands_beneath_its_button(visit: Open, talks: Path) -> None:
    """Whoever has pressed it looks there, and not to the head of the page."""
    page = visit("take_away", talks)
    page.tested.session_state["making"] = Making("a.pdf", 1, 2)
    page.run()
    drawn: list[Any] = [one for one in page.tested.main if one.type in ("download_button", "progress", "header")]
    names = [one.proto.label if one.type == "download_button" else one.type for one in drawn]
    assert names[names.index("Everything") :][:3] == ["Everything", "progress", "header"]
    assert names.count("progress") == 1


def test_how_much_is_taken_away_is_chosen(visit: Open, talks: Path) -> None:
    """A short form, or only some parts of the whole, both by the address; the parts are asked for only of the whole, and the button says how many."""

    def chosen(**asked: Any) -> tuple[str | None, list[str]]:
        page = visit("take_away", talks, **asked)
        popovers: list[Any] = list(page.tested.get("popover"))
        return page.tested.session_state["form"], [one.proto.popover.label for one in popovers if "part" in one.proto.popover.label]

    assert chosen() == ("whole", ["Only some parts"])
    assert chosen(form="one-page") == ("one-page", [])
    page = visit("take_away", talks, form="four-pages")
    assert {"Word and Excel are not made in this form: choose Whole.", "One page an issue, A4 or Letter. It names what it leaves out."} <= {
        *page.texts
    }
    assert [one for one in buttons(page) if one in ("PowerPoint", "PowerPoint, short", "Word", "PDF", "Excel", "HTML")] == [
        "PowerPoint",
        "PDF",
        "HTML",
    ]
    assert "A page an issue (1)" in page.tested.segmented_control(key="form").options
    assert chosen(parts=["summary", "sources"]) == ("whole", ["2 of 8 parts"])


def test_a_template_is_used_for_the_visit_and_kept_where_pages_write(visit: Open, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it lacks is told, a bad one is refused and changes nothing, and it can be taken back; paper and slides follow it."""

    def give(page: Visit, name: str, data: bytes) -> Visit:
        page.tested.file_uploader(key="template_file").set_value((name, data, "application/octet-stream"))
        return page.run()

    note = "No colour in the theme of pale.pptx stands out enough to tell 2 parties apart: the parties have Parley's own colours."
    page = visit("take_away", talks)
    assert [one.label for one in page.tested.selectbox][1:3] == ["Paper of Word and PDF", "Shape of slides"]
    page = give(page, "pale.pptx", ministry_slides(ALIKE))
    assert {"In use: pale.pptx", note} <= {one.replace("\\", "") for one in page.texts + [each.value for each in page.tested.info]}
    assert "Shape of slides" not in [one.label for one in page.tested.selectbox]
    page = give(page, "house.docx", b"PK")
    assert [one.replace("\\", "") for one in page.errors] == [
        "'house.docx' cannot be read: it is broken, or was cut short. Open it in the program that made it and save it anew."
    ]
    assert "In use: pale.pptx" in [one.replace("\\", "") for one in page.texts]
    page.tested.button(key="template_drop_pptx").click()
    assert not [one for one in page.run().texts if one.startswith("In use")]
    assert not (talks / "fjords" / "house").exists()

    monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
    page = give(visit("take_away", talks), "house.docx", ministry_letter())
    assert [one.ending for one in kept(talks / "fjords")] == ["docx"]
    assert page.tested.selectbox(key="paper_3").options == ["As the template says", "A4", "Letter"]
    page.tested.button(key="template_drop_docx").click()
    page.run()
    assert kept(talks / "fjords") == ()
    monkeypatch.setattr(people, "may_write", lambda: False)
    assert "In use: house.docx" in [one.replace("\\", "") for one in give(visit("take_away", talks), "house.docx", ministry_letter()).texts]
    assert kept(talks / "fjords") == ()
