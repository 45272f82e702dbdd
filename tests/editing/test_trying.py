"""What would come of changes, and why some are refused, before anything is written."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from parley.editing.edits import Add, Change, Edit, Remove, withdrawn
from parley.editing.errors import EditError, RefusedError
from parley.editing.opening import opened
from parley.editing.trying import Tried, tried
from tests.making import replaced

NEW: dict[str, Any] = {
    "id": "north-quota-35", "party": "northland", "issue": "herring-quota", "kind": "offer", "place": {"at": "35"}, "says": "Northland would take 35%.",
    "speaker": "minister", "said": date(2025, 4, 20).isoformat(), "firmness": 3,
}  # fmt: skip
LINES = """\
  - id: north-quota-35
    issue: herring-quota
    kind: offer
    says: "Northland would take 35%."
    speaker: minister
    place: {at: "35"}
    said: "2025-04-20"
    firmness: 3
"""


def would_be(fjords: Path, *edits: Edit) -> Tried:
    return tried(opened(fjords), edits)


def lines(work: Tried) -> dict[str, list[str]]:
    """Return the lines that would go and come, by file."""
    found = {}
    for path, text in work.texts.items():
        old = work.talks.contents.get(path, b"").decode().splitlines()
        new = (text or "").splitlines()
        found[path.name] = [one for one in difflib.unified_diff(old, new, n=0, lineterm="") if one[:3] not in ("---", "+++", "@@ ")]
    return found


def added(text: str) -> list[str]:
    return [f"+{line}" for line in text.splitlines()]


def refused(fjords: Path, *edits: Edit) -> list[tuple[tuple[str | int, ...], str, str]]:
    """Return why changes are refused: the field, the words, and of what the change is."""
    with pytest.raises(RefusedError) as error:
        would_be(fjords, *edits)
    return [(one.field, one.told, one.edit.kind if one.edit else "") for one in error.value.faults]


def test_a_new_statement_comes_into_the_file_of_its_party(fjords: Path) -> None:
    """Behind the others, in the order of the keys, without the party that the whole file has; nothing is written yet."""
    work = would_be(fjords, Add("statement", NEW))
    assert lines(work) == {"northland.yaml": added(LINES)}
    assert work.dataset.statement("north-quota-35").place.at == "35"
    assert "north-quota-35" not in (fjords / "northland.yaml").read_text(encoding="utf-8")
    at = {"issue": "patrols", "place": {"at": "joint"}}
    shared = Add("statement", {**NEW, **at, "party": "isles", "speaker": "government"}, file="all.yaml")
    one = "statements:\n  - party: guild\n    issue: patrols\n    kind: threat\n    place: {not_placeable: Words.}\n"
    (fjords / "all.yaml").write_text(one, encoding="utf-8")
    assert lines(would_be(fjords, shared))["all.yaml"][:2] == ["+  - id: north-quota-35", "+    party: isles"]


def test_a_party_without_a_file_gets_one(fjords: Path) -> None:
    """A new party with its first statement; the file is that party's own."""
    party = Add("party", {"id": "reeve", "name": "The Reeve", "speakers": [{"id": "reeve", "name": "Reeve", "commits": True}]})
    issue = Change("issue", "herring-quota", {"directions": {"northland": "up", "southmark": "down", "reeve": "up"}})
    work = would_be(fjords, party, issue, Add("statement", {**NEW, "id": "reeve-quota", "party": "reeve", "speaker": "reeve"}))
    assert {path.name: text for path, text in work.texts.items() if path.name == "reeve.yaml"} == {
        "reeve.yaml": 'statements:\n  - id: reeve-quota\n    party: reeve\n'
        + "".join(f"{line}\n" for line in LINES.replace("speaker: minister", "speaker: reeve").splitlines()[1:]),
    }  # fmt: skip
    assert lines(work)["negotiation.yaml"] == [
        "+  - id: reeve", "+    name: The Reeve", "+    speakers:", "+      - {id: reeve, name: Reeve, commits: true}",
        "-    directions: {northland: up, southmark: down}", "+    directions: {northland: up, southmark: down, reeve: up}",
    ]  # fmt: skip


def test_one_field_changes_its_lines_and_no_others(fjords: Path) -> None:
    """A field that is new comes where files write it; one that is None goes; what a statement says now is read."""
    work = would_be(
        fjords, Change("statement", "north-quota-40", {"says": "Northland asks for 40%.", "to": ["southmark"], "amount": None, "firmness": 4})
    )
    assert lines(work) == {
        "northland.yaml": [
            "-    says: Northland asks for 40% of the herring.", '+    says: "Northland asks for 40%."',
            "-    amount: {value: 40, unit: \"% of the catch\", what: share of the herring}", "-    firmness: 3", "+    firmness: 4", "+    to: [southmark]",
        ],
    }  # fmt: skip
    assert lines(would_be(fjords, withdrawn("isles-patrols-joint", date(2025, 6, 1)))) == {"isles.yaml": ['+    withdrawn: "2025-06-01"']}


@pytest.mark.parametrize(
    ("edit", "file", "told"),
    [
        (Add("step", {"id": "spring", "name": "In spring", "means": "Open in spring.", "why": "More."}, within="harbour-access", at=2), "negotiation.yaml",
         ['+        - {id: spring, name: In spring, means: "Open in spring.", why: "More."}']),
        (Add("speaker", {"id": "pm", "name": "prime minister", "commits": True}, within="isles"), "negotiation.yaml",
         ["+      - {id: pm, name: prime minister, commits: true}"]),
        (Add("event", {"id": "round", "date": "2025-05-02", "what": "Delegations meet.", "source": "southmark-2025-reply"}), "negotiation.yaml", None),
        (Change("party", "isles", {"short": "Skerries"}), "negotiation.yaml", ["-    short: Isles", "+    short: Skerries"]),
        (Change("negotiation", "fjords", {"reviewed": "2025-06-01"}), "negotiation.yaml", ['-reviewed: "2025-05-01"', '+reviewed: "2025-06-01"']),
        (Change("source", "southmark-2025-reply", {"genre": "letter"}), "southmark-2025-reply.yaml", ["-genre: government reply", "+genre: letter"]),
        (Add("source", {"id": "gazette", "title": "Talks: day two", "issued": "2025-05-02"}), "gazette.yaml",
         ["+id: gazette", '+title: "Talks: day two"', '+issued: "2025-05-02"']),
    ],
)  # fmt: skip
def test_every_kind_of_record_is_changed_in_its_own_file(fjords: Path, edit: Edit, file: str, told: list[str] | None) -> None:
    """Parties, speakers, issues, steps, events and the negotiation itself in its file; a document in that of its own."""
    found = lines(would_be(fjords, edit))
    assert list(found) == [file]
    assert told is None or found[file] == told


def test_what_would_be_wrong_is_told_at_its_field_in_the_words_of_the_reader(fjords: Path) -> None:
    """A value that cannot be read, one that leads nowhere, one that does not fit the scale; nothing comes of any."""
    assert refused(fjords, Change("statement", "north-quota-40", {"said": "soon"}))[0][::2] == (("said",), "statement")
    assert refused(fjords, Change("statement", "north-quota-40", {"speaker": "ministr"})) == [
        (("speaker",), "There is no speaker 'ministr' of Northland. Did you mean 'minister'?", "statement")
    ]
    told = "The value 60 lies outside the scale, which runs from 0 to 50."
    assert refused(fjords, Add("statement", {**NEW, "place": {"at": "60"}}))[0][::2] == (("place", "at"), "statement"), told
    assert refused(fjords, Add("step", {"id": "Spring!", "name": "x"}, within="harbour-access"))[0] == (
        ("id",), "'Spring!' is not an id of the right form. Use lower-case letters, digits and single hyphens.", "step",
    )  # fmt: skip
    assert refused(fjords, Change("statement", "north-quota-40", {"locator": {"line": 0}}))[0][0] == ("locator", "line")


def test_what_is_wrong_with_a_record_is_its_own_though_one_inside_it_changes_after(fjords: Path) -> None:
    """Of an issue and of one of its steps, changed together, the one that is wrong is told."""
    wrong = Change("issue", "harbour-access", {"directions": {"northland": ""}})
    with pytest.raises(RefusedError) as caught:
        would_be(fjords, wrong, Change("step", "summer", {"means": "In summer."}, "harbour-access"))
    assert [(one.edit, one.field) for one in caught.value.faults] == [(wrong, ("directions", "northland"))]


def test_what_others_rest_on_does_not_go(fjords: Path) -> None:
    """The statement that would be left out is named, and so is a rule that would be broken."""
    (found, *_) = refused(fjords, Remove("speaker", "minister", within="northland"))
    assert found[1].startswith("There is no speaker 'minister' of Northland.")
    with pytest.raises(RefusedError, match="There are 15 statements, fewer than the 16 expected."):
        would_be(fjords, Remove("statement", "isles-patrols-joint"))
    fewer = Change("negotiation", "fjords", {"expect_statements": 15})
    assert lines(would_be(fjords, Remove("statement", "isles-patrols-joint"), fewer))["isles.yaml"][0] == "-statements:"


def test_what_was_wrong_before_hinders_nobody(fjords: Path) -> None:
    """One may mend a file step by step: only what would be wrong anew is refused."""
    replaced(fjords / "northland.yaml", "speaker: minister", "speaker: nobody")
    work = would_be(fjords, Change("statement", "isles-patrols-joint", {"firmness": 3}))
    assert len(work.dataset.left_out) == 1
    assert would_be(fjords, Change("statement", "north-quota-40", {"speaker": "minister"})).dataset.left_out == ()


def test_a_change_that_leads_nowhere_is_told(fjords: Path) -> None:
    """No such record, one that is there already, a scale without steps, a file that cannot be read."""
    for edit, told in (
        (Change("statement", "north-quota-41", {}), "There is no statement 'north-quota-41'. Did you mean 'north-quota-40'?"),
        (Add("party", {"id": "isles", "name": "Isles"}), "There is a party 'isles' already. Choose another id."),
        (Add("statement", {**NEW, "id": "north-quota-40"}), "There is a statement 'north-quota-40' already. Choose another id."),
        (Add("step", {"id": "x", "name": "X"}, within="herring-quota"), "The scale of 'herring-quota' is a number in a unit, and has no steps."),
        (Remove("source", "gazet"), "There is no source 'gazet'. There is: northland-2025-opening, southmark-2025-reply."),
    ):
        with pytest.raises(EditError) as error:
            would_be(fjords, edit)
        assert str(error.value) == told


def test_nothing_changes_without_a_change(fjords: Path) -> None:
    """Neither where none is asked for, nor where it says what stands there already."""
    assert would_be(fjords).is_empty
    assert would_be(fjords, Change("statement", "north-quota-40", {"firmness": 3})).is_empty


@pytest.mark.parametrize("file", ["../north.yaml", "/tmp/north.yaml", ".north.yaml", "north.txt", "negotiation.yaml", "agendas/north.yaml"])
def test_a_name_leads_out_of_no_folder(fjords: Path, file: str) -> None:
    """Nor to what is no file of statements."""
    with pytest.raises(EditError, match="cannot be the name of a file of statements. Write a plain name that ends in '.yaml'."):
        would_be(fjords, Add("statement", NEW, file=file))
    assert [one[0] for one in refused(fjords, Add("source", {"id": "../gazette", "title": "Talks"}))] == [("id",)]


def test_a_file_has_a_name_that_every_system_takes(fjords: Path) -> None:
    """Windows keeps a few for itself."""
    assert list(lines(would_be(fjords, Add("source", {"id": "con", "title": "Talks"})))) == ["con-.yaml"]
