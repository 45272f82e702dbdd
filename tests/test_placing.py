"""Whose a statement is: a file of one party or of many, what several say together, and ids for what has none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parley.dataset import Dataset, load
from parley.errors import BadFilesError
from parley.telling.evidence import citation
from parley.telling.terms import role_of
from parley.words import say
from tests.views.conftest import write_yaml

LADDER = [{"id": f"r{n}", "name": f"Rung {n}"} for n in range(4)]


def read(folder: Path, *statements: dict[str, Any], header: dict[str, Any] | None = None, **more: Any) -> Dataset:
    """Read a negotiation whose header says as little as it may, or `header` besides, and whose statements stand in one file, `more` beside them."""
    made = folder / "fjords"
    made.mkdir()
    (folder / "seeds").mkdir()
    parties = [{"id": one, "name": one.title()} for one in ("north", "south", "isles")]
    issue = {"id": "quota", "name": "Quota", "scale": {"ladder": LADDER}, "directions": {"north": "up", "south": "down", "isles": "down"}}
    write_yaml(made / "negotiation.yaml", {"id": "fjords", "title": "Fjord talks", "parties": parties, "issues": [issue], **(header or {})})
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
            "2: A statement is that of one 'party', of several 'parties' or of a 'bloc'; give one of them.  Left out: statement 's'.",
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


ISLES = {"id": "league", "name": "League", "members": [{"party": "isles", "joined": "2025-03-05"}, {"party": "south", "left": "2025-04-01"}]}
BLOCS = {"blocs": [ISLES]}


def test_what_a_bloc_says_is_said_by_its_members_on_that_day(tmp_path: Path) -> None:
    """On the day on which one joins it is in, on that on which another leaves it is out; without a day whoever has never left says it."""
    data = read(
        tmp_path,
        {"bloc": "league", "id": "early", "said": "2025-03-04"},
        {"bloc": "league", "id": "joined", "said": "2025-03-05"},
        {"bloc": "league", "id": "left", "said": "2025-04-01"},
        {"bloc": "league", "id": "undated"},
        {"bloc": "league", "said": "2025-03-31"},
        header=BLOCS,
    )
    assert data.left_out == ()
    assert sorted(held(data)) == [
        "early--south", "joined--isles", "joined--south", "league-quota-demand--isles", "league-quota-demand--south", "left--isles", "undated--isles",
    ]  # fmt: skip
    assert say(citation(data.statement("joined--south"), data)) == "League, 5 Mar 2025; no document"


def test_what_a_bloc_overtakes_is_what_its_members_had_said_with_it(tmp_path: Path) -> None:
    """Who has joined since overtakes nothing, and whoever has left keeps what was said with it."""
    data = read(
        tmp_path,
        {"bloc": "league", "id": "first", "said": "2025-03-04"},
        {"bloc": "league", "id": "second", "said": "2025-03-06", "supersedes": ["first"]},
        {"bloc": "league", "id": "third", "said": "2025-04-02", "supersedes": ["second"]},
        header=BLOCS,
    )
    assert data.left_out == ()
    assert {one.id: one.supersedes for one in data.statements} == {
        "first--south": (), "second--isles": (), "second--south": ("first--south",), "third--isles": ("second--isles",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"bloc": "leage", "id": "s"}, "6: There is no bloc 'leage'. Did you mean 'league'? Left out: statement 's'."),
        (
            {"bloc": "league", "id": "s", "said": "2025-04-01"},
            "6: No party was a member of the bloc 'league' on 1 Apr 2025. Say in 'blocs' who joined and left it when, or name the parties here. "
            "Left out: statement 's'.",
        ),
    ],
)
def test_a_bloc_of_nobody_says_nothing(tmp_path: Path, entry: dict[str, Any], told: str) -> None:
    """One that is not there, or had no member on that day."""
    alone = {"blocs": [{**ISLES, "members": ISLES["members"][1:]}]}
    assert left_out(read(tmp_path, entry, header=alone)) == [told]


@pytest.mark.parametrize(
    ("members", "told"),
    [
        (["isles", "isles"], "The party 'isles' is named twice as a member of 'League'."),
        ([{"party": "isles", "joined": "2025-03", "left": "2025-02"}], "'isles' leaves before it joins."),
        ([{"party": "iles"}], "There is no party 'iles'."),
        (["isles", {"party": "isles", "joined": "2025-03"}], "The party 'isles' is named twice as a member of 'League'."),
        ([{"party": "isles", "left": "2025-03"}, {"party": "isles", "joined": "2025-05"}], ""),
    ],
)
def test_members_of_a_bloc_are_parties_and_each_is_in_it_once_at_a_time(tmp_path: Path, members: list[Any], told: str) -> None:
    """One that came back is named again, with the day on which it left and that on which it joined again."""
    header = {"blocs": [{**ISLES, "members": members}]}
    if not told:
        assert held(read(tmp_path, {"bloc": "league", "id": "s", "said": "2025-06"}, header=header)) == {"s--isles": ("isles", "r1")}
        return
    with pytest.raises(BadFilesError) as raised:
        read(tmp_path, header=header)
    assert [one.what for one in raised.value.problems] == [told]


def test_a_party_says_when_it_joined_and_left_and_what_became_of_it(tmp_path: Path) -> None:
    """Under its name; what is wrong with that is told by place."""
    parties = [
        {"id": "north", "name": "North", "formerly": ["Old North"], "joined": "2025-01", "left": "2025-03-05", "merged_into": "south"},
        {"id": "south", "name": "South", "role": "observer"},
    ]
    issue = {"id": "quota", "name": "Quota", "scale": {"ladder": LADDER}, "directions": {"north": "up"}}
    negotiation = read(tmp_path, header={"parties": parties, "issues": [issue]}).negotiation
    told = [say(role_of(one, negotiation)) for one in negotiation.parties]
    assert told == ["principal, formerly Old North, joined Jan 2025, left 5 Mar 2025, part of South now", "observer"]


def test_a_party_is_part_of_another_that_there_is(tmp_path: Path) -> None:
    """It is not part of itself, and does not leave before it has joined."""
    parties = [{"id": "north", "name": "North", "joined": "2025-03", "left": "2025-02", "merged_into": "north"}]
    issue = {"id": "quota", "name": "Quota", "scale": {"ladder": LADDER}, "directions": {"north": "up"}}
    with pytest.raises(BadFilesError) as raised:
        read(tmp_path, header={"parties": parties, "issues": [issue]})
    assert {one.what for one in raised.value.problems} == {"There is no other party 'north'.", "'north' leaves before it joins."}


@pytest.mark.parametrize(
    ("rule", "stands"),
    [("all", {"low", "high", "middle"}), ("last_listed", {"middle"}), ("highest", {"high"}), ("lowest", {"low"})],
)
def test_which_of_several_statements_of_one_day_stands_is_a_rule_of_the_issue(tmp_path: Path, rule: str, stands: set[str]) -> None:
    """Of the same party and kind, and only where day and place are known; the others are superseded by it."""
    day = {"party": "north", "said": "2025-03-04"}
    data = read(
        tmp_path,
        {**day, "id": "low", "place": {"at": "r0"}},
        {**day, "id": "high", "place": {"from": "r1", "to": "r3", "reading": "imprecise"}},
        {**day, "id": "middle", "place": {"at": "r2"}},
        {**day, "id": "somewhere", "place": {"unknown": "No level was named."}},
        {**day, "id": "later", "said": "2025-03-05", "place": {"at": "r0"}},
        {**day, "id": "month", "said": "2025-03", "place": {"at": "r0"}},
        {**day, "id": "limit", "kind": "red_line", "place": {"at": "r0"}},
        {**day, "party": "south", "id": "other"},
        header={"defaults": {"on_one_day": rule}},
    )
    replaced = {old for one in data.statements for old in one.supersedes}
    assert {"low", "high", "middle"} - replaced == stands
    assert replaced <= {"low", "high", "middle"}


def test_an_issue_has_a_rule_of_its_own_for_one_day_and_what_was_overtaken_is_not_asked(tmp_path: Path) -> None:
    """The lowest would have been the one that another of the day supersedes anyway."""
    issue = {"id": "quota", "name": "Quota", "scale": {"ladder": LADDER}, "directions": {"north": "up"}, "on_one_day": "lowest"}
    day = {"party": "north", "said": "2025-03-04"}
    data = read(
        tmp_path,
        {**day, "id": "low", "place": {"at": "r0"}},
        {**day, "id": "high", "place": {"at": "r3"}, "supersedes": ["low"]},
        {**day, "id": "middle", "place": {"at": "r2"}},
        header={"issues": [issue]},
    )
    assert {one.id: one.supersedes for one in data.statements} == {"low": (), "high": ("low",), "middle": ("high",)}
