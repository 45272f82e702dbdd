"""Whose a statement is: a file of one party or of many, what several say together, and ids for what has none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parley.dataset import Dataset, load
from tests.views.conftest import write_yaml

LADDER = [{"id": f"r{n}", "name": f"Rung {n}"} for n in range(4)]


def read(folder: Path, *statements: dict[str, Any], **more: Any) -> Dataset:
    """Read a negotiation whose header says as little as it may, and whose statements stand in one file, `more` beside them."""
    made = folder / "fjords"
    made.mkdir()
    (folder / "seeds").mkdir()
    parties = [{"id": one, "name": one.title()} for one in ("north", "south", "isles")]
    issue = {"id": "quota", "name": "Quota", "scale": {"ladder": LADDER}, "directions": {"north": "up", "south": "down", "isles": "down"}}
    write_yaml(made / "negotiation.yaml", {"id": "fjords", "title": "Fjord talks", "parties": parties, "issues": [issue]})
    write_yaml(
        made / "statements.yaml", {**more, "statements": [{"issue": "quota", "kind": "demand", "place": {"at": "r1"}, **one} for one in statements]}
    )
    return load(made)


def held(data: Dataset) -> dict[str, tuple[str, str | None]]:
    """Return, by id, whose each statement is, and where it stands."""
    return {one.id: (one.party, one.place.at) for one in data.statements}


def left_out(data: Dataset) -> list[str]:
    return [f"{one.line}: {one.what} {one.mend} Left out: {one.left_out}." for one in data.left_out]


def test_a_header_needs_a_title_parties_and_issues_alone(tmp_path: Path) -> None:
    """A party is a principal called by its name; the issues stand in one group."""
    data = read(tmp_path, {"party": "north"})
    party, issue = data.negotiation.parties[0], data.negotiation.issues[0]
    assert (party.short, party.role, issue.group, issue.question) == ("North", "principal", "issues", "")
    assert [(one.id, one.name) for one in data.negotiation.groups] == [("issues", "Issues")]
    assert (data.negotiation.reviewed.text, data.negotiation.about, data.left_out) == ("undated", "", ())


def test_statements_of_many_parties_stand_in_one_file(tmp_path: Path) -> None:
    """Those without an id are called by party, issue and kind, and from the second on by a number, past ids that are taken."""
    data = read(
        tmp_path,
        {"party": "north"},
        {"party": "north", "place": {"at": "r2"}},
        {"party": "south", "kind": "red_line"},
        {"party": "isles", "id": "north-quota-demand-2"},
        {"party": "isles", "id": "called"},
    )
    assert held(data) == {
        "north-quota-demand": ("north", "r1"), "north-quota-demand-3": ("north", "r2"), "south-quota-red-line": ("south", "r1"),
        "north-quota-demand-2": ("isles", "r1"), "called": ("isles", "r1"),
    }  # fmt: skip
    assert data.without_file == frozenset()


def test_what_several_say_together_is_said_by_each(tmp_path: Path) -> None:
    """Each has it under an id of its own; who overtakes or repeats it overtakes and repeats the own one."""
    data = read(
        tmp_path,
        {"parties": ["south", "isles"], "id": "joint", "said": "2025-03-01"},
        {"party": "south", "id": "later", "supersedes": ["joint"], "place": {"at": "r0"}, "said": "2025-03-02"},
        {"party": "isles", "id": "again", "repeats": "joint", "said": "2025-03-03"},
    )
    assert held(data) == {"joint--south": ("south", "r1"), "joint--isles": ("isles", "r1"), "later": ("south", "r0"), "again": ("isles", "r1")}
    assert data.statement("later").supersedes == ("joint--south",)
    assert data.statement("again").repeats == "joint--isles"
    assert data.left_out == ()


def test_another_party_s_share_of_a_joint_statement_cannot_be_overtaken(tmp_path: Path) -> None:
    """The north is none of those who said it."""
    data = read(tmp_path, {"parties": ["south", "isles"], "id": "joint"}, {"party": "north", "id": "later", "supersedes": ["joint"]})
    assert left_out(data) == ["17: 'joint' is another party's statement. A party supersedes only its own. Left out: statement 'later'."]
    assert set(held(data)) == {"joint--south", "joint--isles"}


@pytest.mark.parametrize(
    ("entry", "more", "told"),
    [
        ({}, {}, "2: The key 'party' is missing. It says: The party that says it, where the file is not that of one party. Left out: entry 1 of 'statements'."),
        (
            {"party": "south", "id": "s"}, {"party": "north"},
            "3: The file is that of one party, and the statement names its own. Leave 'party' out here, or at the top of the file. Left out: statement 's'.",
        ),
        ({"party": "nord"}, {}, "6: There is no party 'nord'. Did you mean 'north'? Left out: statement 'nord-quota-demand'."),
        ({"parties": ["south", "nord"], "id": "j"}, {}, "8: There is no party 'nord'. Did you mean 'north'? Left out: statement 'j--nord'."),
        (
            {"party": "south", "parties": ["isles", "north"], "id": "s"}, {},
            "2: A statement is that of one 'party', or of several 'parties'; give one of the two.  Left out: statement 's'.",
        ),
    ],
)  # fmt: skip
def test_of_which_nobody_can_tell_whose_it_is(tmp_path: Path, entry: dict[str, Any], more: dict[str, Any], told: str) -> None:
    """It is left out by name and place."""
    assert left_out(read(tmp_path, entry, **more)) == [told]


def test_what_an_unclear_statement_overtook_does_not_stand_again(tmp_path: Path) -> None:
    """Whoever it is of."""
    data = read(tmp_path, {"party": "north", "id": "first"}, {"id": "second", "supersedes": ["first"]})
    assert held(data) == {}
    assert [one.left_out for one in data.left_out] == ["statement 'first'", "statement 'second'"]
