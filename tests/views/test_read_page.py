"""The page on which documents are read: paragraphs beside what was found in them, proposals settled, a document brought in; without a browser."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from parley.dataset import load
from parley.editing.history import versions
from parley.proposing.inbox import inbox_of, put, seen_in
from parley.proposing.lines import proposals_in
from parley.texts import fingerprint
from parley.views import app
from tests.views.conftest import Open, Visit, _read, items, lines

Read = Callable[..., Visit]
DATA = Path(__file__).parents[1] / "data"
OPENING = "northland-2025-opening"
OFFER: dict[str, Any] = {
    "party": "northland", "issue": "patrols", "kind": "offer", "says": "Joint patrols would do.", "place": {"at": "joint"}, "source": OPENING,
    "locator": {"line": 14, "paragraph": 6, "anchor": "patrol boats"},
}  # fmt: skip


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """Return a folder of positions with the invented negotiation; records and texts lie beside it."""
    shutil.copytree(DATA / "fjords", tmp_path / "positions" / "fjords")
    shutil.copytree(DATA / "seeds", tmp_path / "seeds")
    shutil.copytree(DATA / "texts", tmp_path / "seeds" / "texts")
    return tmp_path / "positions"


@pytest.fixture
def read(visit: Open, monkeypatch: pytest.MonkeyPatch, talks: Path) -> Read:
    """Open the page as somebody who has given a name."""

    def opened_at(page: str = "read", **address: str) -> Visit:
        shown = visit(page, positions=talks, **address)
        monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
        shown.tested.session_state["edit_who"] = "A. Berg"
        return shown.run()

    return opened_at


def propose(talks: Path, *statements: dict[str, Any], **more: str) -> None:
    given = "\n".join(json.dumps({"proposer": "A script", **more, "statement": one}) for one in statements)
    put(talks / "fjords", proposals_in(given, Path("p.jsonl")))


def press(page: Visit, name: str, key: str = "inbox_buttons", about: str = "") -> Visit:
    """Press a button, as the browser tells of it: with what was shown beside it."""
    seen = about or page.components[key]["about"]
    page.tested.session_state[f"pressed_{key}"] = f"{name}:{seen}"
    return page.run()


def stay(page: Visit, name: str) -> Visit:
    """Go on where the page has turned to: the tester would go back to the page that was opened."""
    page.tested.switch_page(app.page_file(name))
    return page


def told(page: Visit, kind: str) -> list[str]:
    return [_read(one.value).replace("\u2060", "") for one in page.tested.get(kind)]


def settled(talks: Path) -> list[tuple[str, str, str | None]]:
    return [(one.how, one.by, one.statement) for one in inbox_of(talks / "fjords").settled.values()]


def test_without_being_asked_for_it_only_says_how(visit: Open, talks: Path) -> None:
    """No text and no inbox is there."""
    page = visit("read", positions=talks)
    assert told(page, "info") == [
        "This dashboard only shows. To read documents into it, start it with make run ARGS=--edit, or with -- --edit at the end of the command."
    ]
    assert "read_paragraphs" not in page.sheets


def test_the_paragraphs_stand_beside_what_was_found_in_them(read: Read) -> None:
    """Each with its state, the ones left out of the record among them; a statement opens its evidence."""
    page = read(document=OPENING)
    assert "8 paragraphs: 8 coded, 0 read with nothing to code, 0 to be read; 1 skipped." in page.texts
    rows = page.sheets["read_paragraphs"]["rows"]
    assert [row["cells"][3]["items"][0]["text"] for row in rows] == ["heading", "heading", *["coded"] * 8, "skipped"]
    assert [item["text"] for item in rows[4]["cells"][2]["items"]] == ["Northland refuses 20% and anything below."]
    assert rows[4]["cells"][2]["items"][0]["open"] == "statement:north-quota-limit"
    assert rows[-1]["cells"][1]["items"][0]["text"] == "Subscribe to the Gazette and save half."


def test_a_paragraph_without_a_statement_is_read_and_can_be_read_again(read: Read, talks: Path) -> None:
    """It is noted by whom, the next comes up, and the counts follow."""
    path = talks / "fjords" / "guild.yaml"
    path.unlink()
    page = read(document=OPENING)
    assert "8 paragraphs: 6 coded, 0 read with nothing to code, 2 to be read; 1 skipped." in page.texts
    assert page.components["read_buttons"]["about"] == "16"
    page = press(page, "read", "read_buttons")
    assert "8 paragraphs: 6 coded, 1 read with nothing to code, 1 to be read; 1 skipped." in page.texts
    assert [(one, seen.by) for one, seen in seen_in(talks / "fjords").items()] == [((OPENING, 16), "A. Berg")]
    assert page.components["read_buttons"]["about"] == "18"
    page = press(press(page, "before", "read_buttons"), "unread", "read_buttons")
    assert "8 paragraphs: 6 coded, 0 read with nothing to code, 2 to be read; 1 skipped." in page.texts


def test_words_are_looked_for_in_the_paragraph(read: Read) -> None:
    """Whether they stand there, in another, or nowhere, and whether there are too many."""
    page = read(document=OPENING, passage="8")
    field = f"read_words_{OPENING}_8"
    said = {
        "already too LITTLE": ("caption", "The anchor stands in this paragraph."),
        "harbours open all year": ("warning", "The anchor stands in another paragraph."),
        "never said": ("warning", "The anchor stands nowhere in this text."),
        "Twenty per cent is already too little for Northland": ("warning", "At most eight words may be kept."),
    }
    for words, (kind, expected) in said.items():
        page.tested.text_input(key=field).set_value(words)
        page.run()
        assert expected in told(page, kind)


def test_the_form_opens_with_the_passage_filled_in(read: Read, talks: Path) -> None:
    """Document, line, paragraph and anchor; saved, the page comes back to the passage, and the next form does not say so again."""
    page = read(document=OPENING, passage="8")
    page.tested.text_input(key=f"read_words_{OPENING}_8").set_value("already too little")
    page = stay(press(page.run(), "add", "read_buttons"), "edit")
    form = {name: page.tested.text_input(key=f"edit_1_locator.{name}").value for name in ("line", "paragraph", "page", "anchor")}
    assert form == {"line": "8", "paragraph": "3", "page": "", "anchor": "already too little"}
    assert page.tested.selectbox(key="edit_1_source").value == OPENING
    assert "The document is of 5 Mar 2025." in told(page, "caption")
    page.tested.text_input(key="edit_1_place.at").set_value("20")
    page.run()
    page.tested.button(key="edit_1_save").click()
    page.run()
    assert page.title == "Read"
    assert told(page, "success") == ["Saved: Northland, Herring quota: undated demand added."]
    one = load(talks / "fjords").statement("northland-herring-quota-demand")
    assert (one.source, one.locator.line, one.locator.paragraph, one.locator.anchor) == (OPENING, 8, 3, "already too little")
    assert page.components["read_buttons"]["about"] == "8"
    assert told(stay(press(stay(page, "read"), "add", "read_buttons"), "edit").run(), "success") == []


def test_a_proposal_stands_beside_its_paragraph_with_what_would_come_of_it(read: Read, talks: Path) -> None:
    """Who made it and why, whether the anchor stands there, and what is proposed in words; nothing is written."""
    propose(talks, OFFER, reason="'Suffer' is an offer.")
    page = read(view="inbox")
    assert {
        "1 of 1 open, proposed by A script", "Joint patrols would do.", "Offer by Northland on Patrols", "The anchor stands in this paragraph.",
        "Why, says the proposer: 'Suffer' is an offer.", "A script: 1 open, none settled.", "Paragraph 6, line 14",
        "He would not say how many patrol boats his side would suffer in the northern fjords; there is a limit, he said.",
    } <= set(page.texts)  # fmt: skip
    assert lines(page.sheets["inbox_proposal"])["On the scale"] == [["Joint patrols"]]
    assert load(talks / "fjords").count == 16


def test_accepted_mended_and_refused(read: Read, talks: Path) -> None:
    """One after the other, each with who settled it; mended in the form that opens filled in."""
    propose(talks, OFFER, {**OFFER, "kind": "demand", "firmness": 2}, {**OFFER, "kind": "red_line"})
    page = press(read(view="inbox"), "accept")
    assert told(page, "success") == ["Accepted: Northland, Patrols: undated offer added"]
    page = stay(press(page, "mend"), "edit")
    assert page.tested.text_area(key="edit_1_says").value == "Joint patrols would do."
    assert page.tested.selectbox(key="edit_1_firmness").value == "2"
    page.tested.text_area(key="edit_1_says").set_value("It asks for joint patrols.")
    page.run()
    page.tested.button(key="edit_1_save").click()
    page = press(stay(page.run(), "read"), "refuse")
    assert told(page, "warning") == ["Refused. It stays on record, and counts nowhere."]
    assert settled(talks) == [
        ("accepted", "A. Berg", "northland-patrols-offer"), ("mended", "A. Berg", "northland-patrols-demand"), ("refused", "A. Berg", None),
    ]  # fmt: skip
    assert "A script: of 3 settled, 1 accepted as proposed, 1 mended, 1 refused; 0 open." in page.texts
    assert [item["text"] for item in items(page.sheets["inbox_settled"])][1:3] == ["refused", "A. Berg"]
    dataset = load(talks / "fjords")
    assert (dataset.count, dataset.statement("northland-patrols-demand").says) == (18, "It asks for joint patrols.")


def test_what_was_pressed_holds_for_what_was_shown(read: Read, talks: Path) -> None:
    """Not for what stands in its place meanwhile: somebody else may have settled it."""
    propose(talks, OFFER, {**OFFER, "kind": "demand"})
    page = read(view="inbox")
    first = page.components["inbox_buttons"]["about"]
    page = press(page, "refuse")
    page = press(page, "accept", about=first)
    assert told(page, "warning") == ["Somebody else has settled this one."]
    assert (load(talks / "fjords").count, settled(talks)) == (16, [("refused", "A. Berg", None)])
    page = press(page, "accept")
    assert load(talks / "fjords").count == 17


def test_one_proposal_after_the_other_is_looked_at(read: Read, talks: Path) -> None:
    """Forward and back, without settling any."""
    propose(talks, OFFER, {**OFFER, "kind": "demand"})
    page = press(read(view="inbox"), "next")
    assert "2 of 2 open, proposed by A script" in page.texts
    assert "1 of 2 open, proposed by A script" in press(page, "before").texts
    assert settled(talks) == []


def test_what_fits_no_more_is_told_and_can_be_mended(read: Read, talks: Path) -> None:
    """Accepting it writes nothing."""
    propose(talks, {**OFFER, "place": {"at": "common"}})
    page = read(view="inbox")
    (fault,) = [one for one in told(page, "warning") if one.startswith("place.at")]
    assert fault == "place.at: There is no rung 'common' on this ladder. There is: armed, joint, none, own."
    page = press(page, "accept")
    assert page.errors == ["place.at: There is no rung 'common' on this ladder. There is: armed, joint, none, own."]
    assert (load(talks / "fjords").count, settled(talks)) == (16, [])


def test_without_a_name_nothing_is_settled(visit: Open, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept with what is settled, so it is asked for first."""
    propose(talks, OFFER)
    page = visit("read", positions=talks, view="inbox")
    monkeypatch.setattr(sys, "argv", ["dashboard", "--edit"])
    page = page.run()
    assert [(one["name"], one["off"]) for one in page.components["inbox_buttons"]["buttons"]][:3] == [
        ("accept", True),
        ("mend", True),
        ("refuse", True),
    ]
    press(page, "accept")
    assert settled(talks) == []


def test_a_broken_inbox_is_told_and_the_text_is_read(read: Read, talks: Path) -> None:
    """At its line; nothing else is kept from anybody."""
    propose(talks, OFFER)
    path = talks / "fjords" / "inbox" / "proposals.jsonl"
    path.write_text("half a li\n", encoding="utf-8")
    page = read(document=OPENING)
    assert [one.replace("\u2060", "").partition("proposals.jsonl:")[2] for one in page.errors] == [
        "1:1: This is no JSON: expecting value. Write one JSON object on one line, each name and each text in double quotes."
    ]
    assert "read_paragraphs" in page.sheets


def test_a_second_reading_stands_beside_the_first(read: Read, talks: Path) -> None:
    """With the agreement of both, and the way to settle what differs."""
    refused = {"issue": "herring-quota", "kind": "red_line", "place": {"at": 20, "strict": True}, "locator": {"line": 8}}
    propose(talks, {**OFFER, **refused}, OFFER)
    page = read(view="second")
    assert "1 unit coded by both, 8 by the first coder only, 1 by the second only. Kind: 100 % of 1 unit alike" in page.texts[1]
    shown = lines(page.sheets["second"])
    assert shown["8"] == [["Northland", "Northland's share of the herring"], ["above 20 %"], ["above 20 %"], ["alike", "Settle it"]]
    way = [item["open"] for item in items(page.sheets["second"]) if item["text"] == "Settle it"][1]
    page = page.follow(way.removeprefix("way:"))
    assert "Joint patrols would do." in page.texts


def test_what_a_second_reader_alone_found_is_taken_over_in_one_press(read: Read, talks: Path) -> None:
    """With who found it, in the save and on the page; the agreement stays what it was, and both readings are kept in a file."""
    refused = {"issue": "herring-quota", "kind": "red_line", "place": {"at": 20, "strict": True}, "locator": {"line": 8}}
    propose(talks, {**OFFER, **refused}, OFFER)
    page = read(view="second")
    before = page.texts[1]
    opens = [item["open"] for item in items(page.sheets["second"]) if item["text"] == "Take it over"]
    assert len(opens) == 1  # not of what both have found
    page = page.open(opens[0])
    assert told(page, "success") == ["Taken over: Northland, Patrols: undated offer added, found by A script"]
    assert (load(talks / "fjords").statement("northland-patrols-offer").says, settled(talks)) == (
        "Joint patrols would do.", [("accepted", "A. Berg", "northland-patrols-offer")],
    )  # fmt: skip
    assert versions(talks / "fjords")[0].message == "Northland, Patrols: undated offer added, found by A script"
    assert page.texts[1] == before
    row = next(row for row in page.sheets["second"]["rows"] if row["cells"][4]["items"][0]["text"] == "second only")
    assert [item["text"] for item in row["cells"][2]["items"]] == ["Joint patrols", "found by A script"]
    assert row["cells"][2]["items"][0]["open"] == "statement:northland-patrols-offer"
    assert told(page.open(opens[0]), "warning") == ["Somebody else has settled this one."]
    page.tested.button(key="second_keep").click()
    assert told(page.run(), "success") == ["double-coding.csv: 10 units of this document, 10 of them new; 0 more settled."]
    rows = (talks / "fjords" / "double-coding.csv").read_text(encoding="utf-8").splitlines()
    assert f"{OPENING},14,northland,patrols,,offer,,joint,northland-patrols-offer" in rows


TEXT = b"""Reply of the Isles

The government of the Skerry Isles said on 8 May 2025 that it would take part in joint patrols.

It asked for nothing else.

Subscribe to the Gazette.
"""


def test_a_document_is_brought_in(read: Read, talks: Path) -> None:
    """What is proposed of it is taken by choice: no date by itself; the text is kept, the record saved, and the document is there to be read."""
    page = read(view="new")
    page.tested.file_uploader(key="read_new_file").set_value(("isles.txt", TEXT, "text/plain"))
    page = page.run()
    assert "Read as text: 4 paragraphs, of which 1 may be boilerplate." in page.texts
    key = "read_new_isles.txt_"
    assert page.tested.radio(key=f"{key}issued").value == "other"
    assert page.tested.text_input(key=f"{key}language").value == "en"
    page.tested.radio(key=f"{key}issued").set_value("2025-05-08")
    page = page.run()
    page.tested.button(key="read_new_keep").click()
    page = page.run()
    source = load(talks / "fjords").sources["reply-of-the-isles"]
    assert (source.title, source.issued.text, source.date_basis, source.language, source.file) == (
        "Reply of the Isles", "2025-05-08", "printed", "en", "reply-of-the-isles.txt",
    )  # fmt: skip
    assert [(one.line, one.fingerprint) for one in source.body] == [
        (3, fingerprint("The government of the Skerry Isles said on 8 May 2025 that it would take part in joint patrols.")),
        (5, fingerprint("It asked for nothing else.")),
    ]
    assert (talks.parent / "seeds" / "texts" / "reply-of-the-isles.txt").read_bytes() == TEXT
    assert "2 paragraphs: 0 coded, 0 read with nothing to code, 2 to be read; 1 skipped." in page.texts


def test_a_text_whose_record_is_there_is_only_kept(read: Read, talks: Path) -> None:
    """Known by its fingerprints, whatever it is called."""
    texts = talks.parent / "seeds" / "texts"
    held = (texts / f"{OPENING}.txt").read_bytes()
    (texts / f"{OPENING}.txt").unlink()
    page = read(document=OPENING)
    assert told(page, "info")[0].endswith("The text of this one is not held: give its file under New document, where it is recognised.")
    page = read(view="new")
    page.tested.file_uploader(key="read_new_file").set_value(("download (7).txt", held, "text/plain"))
    page = page.run()
    assert told(page, "info") == ["This is the text of Northland opens the herring talks with a high bid, by its fingerprints."]
    page.tested.button(key="read_new_keep_text").click()
    page = page.run()
    assert (texts / f"{OPENING}.txt").read_bytes() == held
    assert "8 paragraphs: 8 coded, 0 read with nothing to code, 0 to be read; 1 skipped." in page.texts


def test_a_broken_document_is_told_and_nothing_is_written(read: Read, talks: Path) -> None:
    """In one sentence, with what to do."""
    before = {one.name for one in talks.parent.rglob("*")}
    page = read(view="new")
    page.tested.file_uploader(key="read_new_file").set_value(("cut.pdf", b"%PDF-1.7 and no more", "application/pdf"))
    assert page.run().errors == ["'cut.pdf' cannot be read: it is broken, or was cut short. Open it in the program that made it and save it anew."]
    assert {one.name for one in talks.parent.rglob("*")} == before


def test_where_nothing_was_read_a_document_is_asked_for(read: Read, talks: Path) -> None:
    """The records of other negotiations beside it are nothing that was read here."""
    for path in {*(talks / "fjords").glob("*.yaml")} - {talks / "fjords" / "negotiation.yaml"}:
        path.unlink()
    shutil.rmtree(talks.parent / "seeds" / "texts")
    page = read()
    assert [one.key for one in page.tested.get("file_uploader")] == ["read_new_file"]
