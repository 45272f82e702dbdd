"""The page on which a negotiation is changed: off unless it is asked for, looked at before it is saved, and never over what others wrote."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.dataset import load
from parley.editing import history
from parley.editing.edits import Add, Change
from parley.editing.opening import opened
from parley.editing.saving import Saved, save
from parley.editing.trying import tried
from parley.views import app
from tests.making import replaced
from tests.roundtrip.negotiations import files, write_random
from tests.views.conftest import LOOK, Open, Visit, _read, fetched, lines, write_hostile, write_negotiation

Edit = Callable[..., Visit]
SAID = [("northland", "demand", "r5"), ("southmark", "demand", "r0")]
FORM = "edit_1"


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return write_negotiation(tmp_path / "positions" / "fjords", SAID)


@pytest.fixture
def edit(visit: Open, monkeypatch: pytest.MonkeyPatch) -> Edit:
    """Open a page on a folder into which it may write, as somebody who has given a name."""

    def opened_at(positions: Path, page: str = "edit", **address: str) -> Visit:
        shown = visit(page, positions=positions, **address)
        monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
        shown.tested.session_state["edit_who"] = "A. Berg"
        return shown.run()

    return opened_at


def put(page: Visit, kind: str, name: str, value: Any, form: str = FORM) -> Visit:
    """Give a field another value."""
    getattr(page.tested, kind)(key=f"{form}_{name}").set_value(value)
    return page.run()


def fill(page: Visit, fields: dict[tuple[str, str], Any], form: str = FORM) -> Visit:
    """Give several fields that are there other values, by kind and name."""
    for (kind, name), value in fields.items():
        getattr(page.tested, kind)(key=f"{form}_{name}").set_value(value)
    return page.run()


def press(page: Visit, key: str, *, runs: int = 1) -> Visit:
    """Press a button; the page runs again by itself once a file has changed."""
    page.tested.button(key=key).click()
    for _ in range(runs):
        page.run()
    return page


def drawn(page: Visit, form: str = FORM) -> dict[str, Any]:
    """Return what is drawn of the issue now and with the change, by key: the answers and the charts."""
    answer = fetched(f"{page.components[f'{form}_would_be']['base']}{LOOK}&issue=quota")
    assert answer.status_code == 200
    parts = {part["key"]: part for part in json.loads(bytes(answer.body))["parts"]}
    return {key: part["sheet"]["rows"][0]["cells"][0]["items"][0]["text"] if "sheet" in part else part for key, part in parts.items()}


def told(page: Visit) -> list[str]:
    """Return what stands beside the fields in red."""
    return [found[1] for one in page.tested.markdown if (found := re.fullmatch(r":red\[:small\[(.*)\]\]", _read(one.value)))]


def test_without_being_asked_for_it_only_says_how(visit: Open, talks: Path) -> None:
    """No field is there, and neither a statement nor an issue has a button that leads here."""
    page = visit("edit", positions=talks)
    assert [_read(one.value).replace("\u2060", "") for one in page.tested.info] == [
        "This dashboard only shows. To change a negotiation, start it with make run ARGS=--edit, or with -- --edit at the end of the command."
    ]
    assert page.tested.text_input == []
    for shown in (visit("issue", positions=talks), visit("issue", positions=talks, statement="fjords-0")):
        assert [one.key for one in shown.tested.button if str(one.key).startswith("edit_")] == []


def test_a_statement_is_looked_at_before_it_is_saved(edit: Edit, talks: Path) -> None:
    """Its place by the words of the steps; the gap before and after; then the file holds it, and the history says so."""
    page = edit(talks, issue="quota")
    assert "Choose a place on the scale to see what would come of it." in [one.value for one in page.tested.info]
    page = put(page, "selectbox", "party", "southmark")
    page = put(page, "text_input", "said", "2025-03-05")
    page = put(page, "radio", "kind", "offer")
    steps = page.tested.radio(key=f"{FORM}_place.at")
    assert steps.options == [f"Rung {number}" for number in range(6)]
    page = put(page, "radio", "place.at", "r3")
    found = drawn(page)
    assert [found["now_answer"], found["would_be_answer"]] == ["5 steps apart", "2 steps apart"]
    assert "now_chart" not in found and "offers Rung 3" in found["would_be_chart"]["chart"]["alt"]
    assert "Counted: yes" in page.texts
    assert load(talks / "fjords").count == 2
    page = put(page, "text_area", "says", "Southmark offers the third rung.")
    page = press(page, f"{FORM}_save", runs=2)
    assert [_read(one.value) for one in page.tested.success] == ["Saved: Southmark, Quota: offer of 5 Mar 2025 added."]
    data = load(talks / "fjords")
    assert (data.statement("southmark-quota-offer").place.at, data.statement("southmark-quota-offer").says) == (
        "r3",
        "Southmark offers the third rung.",
    )
    assert next((one.who, one.message) for one in history.versions(talks / "fjords")) == ("A. Berg", "Southmark, Quota: offer of 5 Mar 2025 added")
    assert page.tested.text_area(key="edit_2_says").value == ""


def test_what_is_wrong_is_said_beside_its_field(edit: Edit, talks: Path) -> None:
    """In the words of the reader; nothing is drawn of it, and nothing saved."""
    page = put(edit(talks, issue="quota"), "radio", "place.at", "r3")
    page = put(page, "text_input", "said", "soon")
    assert told(page)[0].startswith("'soon' is not a date. Write a day (2018-05-02), a month")
    assert page.warnings == ["Something is wrong, as it says at the field; until it is mended nothing can be shown of it or saved."]
    page = put(page, "text_input", "said", "2025-03-05")
    page = put(page, "text_input", "locator.line", "9")
    assert told(page) == ["A 'locator' tells a place in a document: name the document under 'source'."] or page.errors
    page = press(page, f"{FORM}_save")
    assert load(talks / "fjords").count == 2


def test_what_is_typed_is_kept_until_it_is_saved_or_thrown_away(edit: Edit, talks: Path) -> None:
    """Also what is no date and has no place yet: beside a document that is added, when the page is loaded anew, and never over another's words."""
    page = edit(talks, issue="quota")
    fill(page, {("text_area", "says"): "Half a sentence of Sou", ("text_input", "said"): "in Mar", ("selectbox", "party"): "southmark"})
    assert [_read(one.value)[:-5] for one in page.tested.caption if "Draft" in one.value] == ["Draft kept from "]
    page.tested.radio(key="edit_what").set_value("source")
    page = put(page.run(), "text_input", "title", "Reply: day two", form="edit_2")
    page = press(page, "edit_2_save")
    assert [_read(one.value) for one in page.tested.success] == ["Saved: Document Reply: day two added."]
    (way,) = (one for one in page.tested.button if str(one.key).startswith("edit_draft_"))
    assert _read(way.label).startswith("Statement, a new one (")
    anew = edit(talks)
    form = anew.tested
    assert form.text_area(key=f"{FORM}_says").value == "Half a sentence of Sou"
    assert (form.text_input(key=f"{FORM}_said").value, form.selectbox(key=f"{FORM}_party").value) == ("in Mar", "southmark")
    assert "Reply: day two (undated)" in form.selectbox(key=f"{FORM}_source").options
    form.button(key=f"{FORM}_discard").click()
    anew.run()
    assert form.text_area(key="edit_2_says").value == ""
    assert edit(talks).tested.text_area(key=f"{FORM}_says").value == ""

    page = put(edit(talks, edit="statement:fjords-0:change"), "text_area", "says", "Mine.")
    for name in ("history", "edit"):  # another page, and back
        page.tested.switch_page(app.page_file(name))
        page.run()
    assert page.tested.text_area(key="edit_2_says").value == "Mine."
    assert isinstance(save(tried(opened(talks / "fjords"), [Change("statement", "fjords-0", {"says": "Theirs."})]), "B. Dahl", "Other"), Saved)
    page = edit(talks, edit="statement:fjords-0:change")
    assert page.tested.text_area(key=f"{FORM}_says").value == "Mine."
    assert told(page) == ["Somebody has changed this since the draft was begun. It now says: Theirs."]
    press(page, f"{FORM}_save")
    assert load(talks / "fjords").statement("fjords-0").says == "Mine."
    assert not [*(talks / "fjords" / ".parley" / "drafts").iterdir()]


def test_what_hinders_a_save_is_said_beside_the_button(edit: Edit, talks: Path) -> None:
    """Each fault with the name of its field; a day may be written as people write it."""
    page = press(edit(talks, issue="quota"), f"{FORM}_save")
    assert page.errors == ["Not saved yet:\n\n- **Where on the scale:** This is needed."]
    page = put(page, "radio", "place.at", "r3")
    page = put(page, "text_input", "said", "3/4/2025")
    page = press(page, f"{FORM}_save")
    assert page.errors[0].startswith("Not saved yet:\n\n- **Said on:** '3/4/2025' is not a date. Write a day (2018-05-02), a month")
    page = put(page, "text_input", "said", "25.5.2025")
    assert (told(page), page.errors) == ([], [])
    assert "read as 25 May 2025" in [_read(one.value) for one in page.tested.caption]
    press(page, f"{FORM}_save")
    assert load(talks / "fjords").statement("northland-quota-demand").said.text == "2025-05-25"


def test_what_the_negotiation_asks_for_is_told_and_hinders_no_look(edit: Edit, talks: Path) -> None:
    """The picture comes without it, the save does not."""
    replaced(talks / "fjords" / "negotiation.yaml", "about: Herring.", "about: Herring.\nrequires: [says, source, anchor]")
    page = press(edit(talks, issue="quota"), f"{FORM}_save")
    assert told(page) == ["This is needed.", *["This negotiation asks for it."] * 3]
    still = "Still asked for: What was said, Document, Anchor words."
    assert page.errors == [f"Not saved yet:\n\n- **Where on the scale:** This is needed.\n- {still}"]
    page = put(page, "radio", "place.at", "r3")
    page = put(page, "text_input", "said", "2025-03-09")
    assert drawn(page)["would_be_answer"] == "3 steps apart"
    assert still in [_read(one.value) for one in page.tested.caption]
    page = press(page, f"{FORM}_save")
    assert told(page) == ["This negotiation asks for it."] * 3
    assert load(talks / "fjords").count == 2


def test_a_statement_is_changed_where_it_stands(edit: Edit, talks: Path) -> None:
    """Only the lines of what was changed change; a save that changes nothing writes nothing."""
    path = talks / "fjords" / "northland.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    page = edit(talks, edit="statement:fjords-0:change")
    assert page.tested.radio(key=f"{FORM}_place.at").value == "r5"
    page = press(page, f"{FORM}_save")
    assert path.read_text(encoding="utf-8").splitlines() == before
    page = put(page, "radio", "place.at", "r4")
    page = put(page, "selectbox", "firmness", "5")
    assert drawn(page)["would_be_answer"] == "4 steps apart"
    press(page, f"{FORM}_save")
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line.strip() for line in after if line not in before] == ["at: r4", "firmness: '5'"]
    assert history.versions(talks / "fjords")[0].message == "Northland, Quota: demand of 1 Mar 2025 changed"


@pytest.mark.parametrize("how", ["supersedes", "repeats"])
def test_a_statement_is_said_again(edit: Edit, talks: Path, how: str) -> None:
    """With all that it says, but for its day and its document, and as what overtakes or repeats the earlier one."""
    page = edit(talks, edit="statement:fjords-0:again")
    page = put(page, "radio", "again_how", how)
    page = put(page, "text_input", "said", "2025-03-09")
    press(page, f"{FORM}_save")
    one = load(talks / "fjords").statement("northland-quota-demand")
    assert (one.place.at, one.said.text, one.source) == ("r5", "2025-03-09", None)
    assert (one.supersedes, one.repeats) == ((("fjords-0",), None) if how == "supersedes" else ((), "fjords-0"))


def test_a_statement_is_withdrawn_on_a_day(edit: Edit, talks: Path) -> None:
    """It stays in the file, and what that makes of the gap is seen before."""
    page = press(edit(talks, edit="statement:fjords-1:withdraw"), f"{FORM}_save")
    assert (told(page), page.errors) == (["This is needed."], ["Not saved yet:\n\n- **Taken back on:** This is needed."])
    page = put(page, "text_input", "withdrawn", "2025-03-02")
    assert drawn(page)["would_be_answer"] != "5 steps apart"
    press(page, f"{FORM}_save")
    one = load(talks / "fjords").statement("fjords-1")
    assert one.withdrawn and one.withdrawn.text == "2025-03-02"
    assert history.versions(talks / "fjords")[0].message == "Southmark, Quota: demand of 2 Mar 2025 withdrawn"


def test_two_who_change_the_same_choose_field_by_field(edit: Edit, talks: Path) -> None:
    """Both versions stand side by side; what is chosen is saved, and the rest stays as the other wrote it."""
    folder = talks / "fjords"
    page = put(edit(talks, edit="statement:fjords-0:change"), "radio", "place.at", "r4")
    page = put(page, "text_area", "says", "Mine.")
    other = save(tried(opened(folder), [Change("statement", "fjords-0", {"says": "Theirs.", "place": {"at": "r3"}})]), "B. Dahl", "Other")
    assert isinstance(other, Saved)
    page = press(page, f"{FORM}_save")
    assert page.warnings[0].startswith("Somebody else has changed the same since you opened it. Nothing was saved.")
    rows = {row["cells"][0]["items"][0]["text"]: [cell["items"][0]["text"] for cell in row["cells"][1:]] for row in page.sheets["met_0"]["rows"]}
    assert rows == {"What was said": ["northland demand", "Theirs.", "Mine."], "Where on the scale": ["Rung 5", "Rung 3", "Rung 4"]}
    says = page.tested.radio(key="met_0_says")
    says.set_value(says.options[0])
    page = press(page.run(), "edit_keep")
    one = load(folder).statement("fjords-0")
    assert (one.says, one.place.at) == ("Theirs.", "r4")
    assert page.tested.success


def test_a_form_in_which_nothing_was_changed_follows_the_files(edit: Edit, talks: Path) -> None:
    """Whoever only looks sees what stands there now; whoever has written something keeps it."""
    folder = talks / "fjords"
    page = edit(talks, edit="statement:fjords-0:change")
    for number, words in enumerate(("Theirs.", "Theirs again.")):
        assert isinstance(save(tried(opened(folder), [Change("statement", "fjords-0", {"says": words})]), "B. Dahl", "Other"), Saved)
        page.run()
        assert page.tested.text_area(key=f"edit_{number + 2}_says").value == words
    page = put(page, "text_area", "says", "Mine.", form="edit_3")
    assert isinstance(save(tried(opened(folder), [Change("statement", "fjords-1", {"says": "Theirs."})]), "B. Dahl", "Other"), Saved)
    assert page.run().tested.text_area(key="edit_3_says").value == "Mine."


def test_two_who_change_different_things_both_stand(edit: Edit, talks: Path) -> None:
    """Without a question."""
    folder = talks / "fjords"
    page = put(edit(talks, edit="statement:fjords-0:change"), "text_area", "says", "Mine.")
    assert isinstance(save(tried(opened(folder), [Change("statement", "fjords-1", {"says": "Theirs."})]), "B. Dahl", "Other"), Saved)
    page = press(page, f"{FORM}_save")
    assert "Others saved in the meantime; both stand." in page.tested.success[0].value
    assert [load(folder).statement(key).says for key in ("fjords-0", "fjords-1")] == ["Mine.", "Theirs."]


def test_a_document_an_event_a_party_and_an_issue_are_added(edit: Edit, talks: Path) -> None:
    """Each with the fewest fields, in its own place in the files."""
    folder = talks / "fjords"
    page = put(edit(talks, edit="source"), "text_input", "title", "Reply: day two")
    press(put(page, "text_input", "issued", "2025-04-02"), f"{FORM}_save")
    assert load(folder).sources["reply-day-two"].issued.text == "2025-04-02"
    page = put(edit(talks, edit="event"), "text_input", "what", "Delegations meet.")
    press(put(page, "text_input", "date", "2025-04-03"), f"{FORM}_save")
    assert [one.what for one in load(folder).negotiation.events] == ["Delegations meet."]
    page = put(edit(talks, edit="party"), "text_input", "name", "The Isles")
    press(put(page, "text_area", "speakers", "prime minister\nadviser *"), f"{FORM}_save")
    isles = load(folder).negotiation.party_by_id["the-isles"]
    assert [(one.id, one.commits) for one in isles.speakers] == [("prime-minister", True), ("adviser", False)]
    page = put(edit(talks, issue="quota"), "selectbox", "party", "the-isles")
    page = press(put(page, "radio", "place.at", "r2"), f"{FORM}_save")
    why = "Say what it wants on this issue: it has no statement there yet, and only so can one be placed."
    assert (told(page), page.errors) == ([why], [f"Not saved yet:\n\n- **The Isles wants:** {why}"])
    press(put(page, "selectbox", "direction", "target"), f"{FORM}_save")
    assert (load(folder).statement("the-isles-quota-demand").place.at, load(folder).negotiation.issue_by_id["quota"].directions["the-isles"]) == (
        "r2",
        "target",
    )
    page = press(edit(talks, edit="issue"), f"{FORM}_save")
    wants = "Say of at least one party what it wants on this issue."
    assert (told(page), page.errors) == (
        ["This is needed.", "This is needed.", wants],
        [f"Not saved yet:\n\n- **Name:** This is needed.\n- **Scale:** This is needed.\n- **What each wants:** {wants}"],
    )
    page = put(page, "text_input", "name", "Ports")
    page = put(page, "text_area", "steps", "Closed: No boat lands.\nOpen")
    press(put(page, "selectbox", "directions.northland", "up"), f"{FORM}_save")
    ports = load(folder).negotiation.issue_by_id["ports"]
    assert [(one.id, one.means) for one in ports.scale.ladder or ()] == [("closed", "No boat lands."), ("open", "")]
    assert ports.directions == {"northland": "up"}


def test_a_group_a_bloc_and_an_edition_are_added_and_changed(edit: Edit, talks: Path) -> None:
    """Issues move into the group, and what stood under no heading keeps one; parties join the bloc and leave it; an edition has another name."""
    folder = talks / "fjords"
    header = folder / "negotiation.yaml"
    header.write_text(re.sub(r"groups:\n(- .*\n|  .*\n)*|  group: .*\n", "", header.read_text(encoding="utf-8")), encoding="utf-8")
    assert [one.id for one in load(folder).negotiation.groups] == ["issues"]
    page = press(edit(talks, edit="group"), f"{FORM}_save")
    assert page.errors == ["Not saved yet:\n\n- **Name:** This is needed."]
    page = put(page, "text_input", "name", "Core")
    press(page, f"{FORM}_save")
    assert [(one.id, one.name) for one in load(folder).negotiation.groups] == [("issues", "Issues"), ("core", "Core")]
    press(put(edit(talks, edit="group:core:change"), "multiselect", "moved_in", ["quota"]), f"{FORM}_save")
    assert load(folder).negotiation.issue_by_id["quota"].group == "core"

    page = edit(talks, edit="bloc")
    fill(page, {("text_input", "name"): "Coast", ("multiselect", "members"): ["northland", "southmark"], ("multiselect", "dated"): ["southmark"]})
    page.tested.text_input(key=f"{FORM}_joined.southmark").set_value("3 March 2025")
    press(page, f"{FORM}_save")
    (coast,) = load(folder).negotiation.blocs
    assert [(one.party, one.joined and one.joined.text, one.left) for one in coast.memberships] == [
        ("northland", None, None), ("southmark", "2025-03-03", None),
    ]  # fmt: skip
    page = edit(talks, edit="bloc:coast:change")
    assert page.tested.text_input(key=f"{FORM}_joined.southmark").value == "2025-03-03"
    page.tested.text_input(key=f"{FORM}_left.southmark").set_value("2025-04")
    page.tested.multiselect(key=f"{FORM}_members").set_value(["southmark"])
    press(page, f"{FORM}_save")
    (coast,) = load(folder).negotiation.blocs
    assert [(one.party, one.left and one.left.text) for one in coast.memberships] == [("southmark", "2025-04")]

    page = edit(talks, edit="edition")
    page.tested.text_input(key=f"{FORM}_name").set_value("Briefing: one")
    page.tested.text_input(key=f"{FORM}_day").set_value("2.3.2025")
    press(page, f"{FORM}_save")
    page = edit(talks, edit="edition:Briefing: one:change")
    page.tested.text_input(key=f"{FORM}_name").set_value("Briefing: first")
    page = press(page, f"{FORM}_save", runs=2)
    assert [(one.name, one.day.text) for one in load(folder).negotiation.editions] == [("Briefing: first", "2025-03-02")]
    assert (page.warnings, [_read(one.value) for one in page.tested.success]) == ([], ["Saved: Edition Briefing: first changed."])


def test_a_record_is_removed_when_nothing_refers_to_it(edit: Edit, talks: Path) -> None:
    """What refers to it is told by name; a statement that was shown stays, and says so."""
    folder = talks / "fjords"
    page = press(edit(talks, edit="party:southmark:change"), f"{FORM}_remove")
    words = [_read(one.value) for one in page.tested.markdown]
    assert "Party Southmark cannot be removed. This refers to it:" in words
    assert "- Issue Quota\n- Southmark, Quota: demand of 2 Mar 2025" in words
    assert isinstance(save(tried(opened(folder), [Add("edition", {"name": "First", "day": "2025-03-04"})]), "A. Berg", "Edition"), Saved)
    page = press(edit(talks, edit="statement:fjords-1:change"), f"{FORM}_remove")
    assert "- It was shown in the edition First of 4 Mar 2025. What was shown stays: withdraw it, or change it." in [
        _read(one.value) for one in page.tested.markdown
    ]
    press(press(edit(talks, edit="edition:First:change"), f"{FORM}_remove"), f"{FORM}_remove_now")
    page = press(press(edit(talks, edit="statement:fjords-1:change"), f"{FORM}_remove"), f"{FORM}_remove_now", runs=2)
    assert [_read(one.value) for one in page.tested.success] == ["Saved: Southmark, Quota: demand of 2 Mar 2025 removed."]
    assert ([one.id for one in load(folder).statements], load(folder).left_out) == (["fjords-0"], ())
    assert history.versions(folder)[0].message == "Southmark, Quota: demand of 2 Mar 2025 removed"


def test_a_party_and_an_issue_are_changed_and_what_has_no_field_stays(edit: Edit, talks: Path) -> None:
    """A speaker renamed keeps its id, and its note; steps are put in another order, one comes between, and statements stand where they stood."""
    folder = talks / "fjords"
    header = folder / "negotiation.yaml"
    shared = header.read_text(encoding="utf-8")
    assert "speakers: *id001" in shared
    page = put(edit(talks, edit="party:northland:change"), "text_area", "speakers", "prime minister")
    assert page.errors[0].endswith("is written in a way that could not be kept line by line, so it is left as it is. Make this change in the file.")
    own = shared.replace("speakers: *id001", "speakers: [{id: minister, name: minister, commits: 'true'}]").replace("speakers: &id001", "speakers:")
    header.write_text(own.replace("    commits: 'true'\n", "    commits: 'true'\n    note: As agreed.\n", 1), encoding="utf-8")
    page = edit(talks, edit="party:northland:change")
    assert page.tested.text_area(key=f"{FORM}_speakers").value == "prime minister"  # as it was typed before
    page.tested.button(key=f"{FORM}_discard").click()
    form = "edit_2"
    assert page.run().tested.text_area(key=f"{form}_speakers").value == "minister"
    page = put(page, "text_area", "speakers", "prime minister\n", form=form)
    press(page, f"{form}_save")
    (speaker,) = load(folder).negotiation.party_by_id["northland"].speakers
    assert (speaker.id, speaker.name, speaker.note, speaker.commits) == ("minister", "prime minister", "As agreed.", True)
    page = edit(talks, edit="issue:quota:change")
    steps = page.tested.text_area(key=f"{FORM}_steps").value.splitlines()
    assert steps[0] == "Rung 0: Outcome 0."
    page = put(page, "text_area", "steps", "\n".join([*steps[:3], "Half of it: As much again.", *steps[3:]]))
    assert drawn(page)["would_be_answer"] == "6 steps apart"
    before = header.read_text(encoding="utf-8").splitlines()
    press(page, f"{FORM}_save")
    after = header.read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == []
    assert [line.strip() for line in after if line not in before] == ["- id: half-of-it", "name: Half of it", "means: 'As much again.'"]
    assert [one.why for one in load(folder).negotiation.issue_by_id["quota"].scale.ladder or ()] == ["More."] * 3 + [""] + ["More."] * 3
    assert [one.message for one in history.versions(folder)][:2] == ["Issue Quota changed", "Party Northland changed"]
    page = edit(talks, edit="issue:quota:change")
    assert [one["name"] for one in page.components[f"{FORM}_order"]["entries"]][:3] == ["Rung 0", "Rung 1", "Rung 2"]
    page.tested.session_state[f"order_of_{FORM}_order"] = ("r1", "r0", "r2", "half-of-it", "r3", "r4", "r5")
    page.run()
    page = edit(talks, edit="issue:quota:change")
    assert [one["name"] for one in page.components[f"{FORM}_order"]["entries"]][:3] == ["Rung 1", "Rung 0", "Rung 2"]  # as it was left
    press(page, f"{FORM}_save")
    assert [one.id for one in load(folder).negotiation.issue_by_id["quota"].scale.ladder or ()][:4] == ["r1", "r0", "r2", "half-of-it"]


def test_what_a_statement_says_beside_its_fields_stays(edit: Edit, talks: Path) -> None:
    """An amount, a condition on another issue, and that it is internal."""
    path = talks / "fjords" / "northland.yaml"
    more = (
        "  internal: 'true'\n  amount: {value: '5', unit: t, what: herring}\n  condition: {type: if, says: the boats return, issue: quota, at: r1}\n"
    )
    replaced(path, "  confidence: high\n", f"  confidence: high\n{more}")
    page = edit(talks, edit="statement:fjords-0:change")
    page = put(page, "text_input", "condition.says", "all boats return")
    press(page, f"{FORM}_save")
    one = load(talks / "fjords").statement("fjords-0")
    assert one.internal and one.amount and one.condition
    assert (one.condition.says, one.condition.issue, one.condition.at) == ("all boats return", "quota", "r1")


def test_a_name_is_asked_for_once_and_nothing_is_saved_without_one(visit: Open, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown from then on, and can be another; until it is given there is no form."""
    page = visit("edit", positions=talks, issue="quota")
    monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
    page.run()
    assert [str(one.key) for one in page.tested.button if str(one.key).endswith("_save")] == []
    page.tested.text_input(key="edit_name").set_value("A. Berg")
    page.run()
    assert "Saving as A. Berg." in [_read(one.value) for one in page.tested.caption]
    assert page.tested.button(key=f"{FORM}_save")


def test_a_statement_and_an_issue_lead_here(edit: Edit, talks: Path) -> None:
    """From the evidence of a statement, and from the page of an issue; what there is not is told."""
    page = edit(talks, "issue", statement="fjords-0")
    assert {str(one.key) for one in page.tested.button} >= {"edit_change_fjords-0", "edit_again_fjords-0", "edit_withdraw_fjords-0", "edit_add"}
    assert edit(talks, edit="statement:gone:change").warnings == ["There is nothing of this name any more."]


def test_names_from_the_files_are_never_markup(edit: Edit, tmp_path: Path) -> None:
    """Neither on steps nor over fields."""
    page = edit(write_hostile(tmp_path / "positions" / "fjords"), issue="quota")
    labels = [one.label for kind in ("radio", "text_input", "selectbox") for one in page.tested.get(kind)]
    steps = page.tested.radio(key=f"{FORM}_place.at").options
    assert not [one for one in (*labels, *steps) if re.search(r"(?<!\\)[<$*]|https?://", one)]


def test_saves_are_listed_told_and_restored(edit: Edit, talks: Path) -> None:
    """What each changed in words and in positions; one is brought back by a save of its own."""
    folder = talks / "fjords"
    assert [one.value for one in edit(talks, "history").tested.info] == [
        "Every save made here is listed, with who made it, and can be taken back. There is none yet."
    ]
    for place in ("r4", "r3"):
        assert isinstance(save(tried(opened(folder), [Change("statement", "fjords-0", {"place": {"at": place}})]), "A. Berg", f"To {place}"), Saved)
    page = edit(talks, "history")
    rows = [[cell["items"][0]["text"] for cell in row["cells"]][1:] for row in page.sheets["history"]["rows"]]
    assert rows == [["A. Berg", "To r3"], ["A. Berg", "To r4"], ["not known", "As it stood before the first save here"]]
    assert "In the files: northland.yaml" in [_read(one.value) for one in page.tested.caption]
    heading, field = page.sheets["history_changed"]["rows"]
    assert heading["heading"] == "Northland, Quota: demand of 1 Mar 2025: changed"
    assert [cell["items"][0]["text"] for cell in field["cells"]] == ["Where on the scale", "Rung 4", "Rung 3"]
    assert lines(page.sheets["history_positions_changed"]) == {"Quota, demand of Northland": [["Rung 4"], ["Rung 3"]]}
    first = history.versions(folder)[-1].id
    page = press(edit(talks, "history", version=first), "history_restore")
    assert load(folder).statement("fjords-0").place.at == "r5"
    assert re.fullmatch(r"Restored as of \d+ \w+ \d{4}, \d\d:\d\d: As it stood before the first save here", history.versions(folder)[0].message)


def test_a_save_of_what_is_no_statement_is_told_in_words(edit: Edit, talks: Path) -> None:
    """A document that nothing cites, a bloc, and a speaker renamed: with names, and no word of a program."""
    folder = talks / "fjords"
    gazette = Add("source", {"id": "reply", "title": "Reply: day two", "issued": "2025-04-02"})
    bloc = Add("bloc", {"id": "coast", "name": "Coast", "members": ["northland", {"party": "southmark", "joined": "2025-03"}]})
    assert isinstance(save(tried(opened(folder), [gazette, bloc]), "A. Berg", "Two"), Saved)
    assert isinstance(save(tried(opened(folder), [Change("source", "reply", {"issued": "2025-04-03", "type": "speech"})]), "A. Berg", "One"), Saved)
    versions = history.versions(folder)
    shown = edit(talks, "history", version=versions[1].id).sheets
    told_of = {key: [row.get("heading") or [cell["items"][0]["text"] for cell in row["cells"]] for row in shown[key]["rows"]] for key in shown}
    assert told_of["history_changed"] == [
        "Negotiation: changed", ["Blocs", "–", "Coast, Parties in it: Northland; Southmark, Joined: Mar 2025"], "Document Reply: day two: added",
    ]  # fmt: skip
    assert told_of["history_since"] == [
        "Document Reply: day two: changed", ["Published on", "2 Apr 2025", "3 Apr 2025"], ["Kind", "–", "speech"],
    ]  # fmt: skip


def test_every_form_saved_as_it_was_opened_changes_not_a_byte(edit: Edit, tmp_path: Path) -> None:
    """Whatever is in a record, with fields of the form or without: in, out and in again is equal; records of a generated negotiation."""
    folder = write_random(tmp_path, 77)
    before, talks = files(folder.parent), opened(folder)
    said = max(talks.statements, key=lambda key: len(talks.record("statement", key) or {}))
    for asked in (f"statement:{said}", "source:paper", "party:a", "issue:levy"):
        page = edit(folder.parent, edit=f"{asked}:change")
        form = next(one.key.removesuffix("_save") for one in page.tested.button if str(one.key).endswith("_save"))
        page = press(page, f"{form}_save")
        assert (list(page.tested.success), list(page.tested.exception), files(folder.parent)) == ([], [], before), asked
