"""Which way each party wants: what was chosen before what the table says, that before a guess, and exactly its place where nothing tells it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from parley.__main__ import main
from parley.dataset import load
from parley.importing.drafted import BadCell, Drafted
from parley.importing.drafting import draft
from parley.importing.guessing import guess
from parley.importing.mapping import TableMapping
from parley.importing.wanting import wishes
from parley.importing.whole import begun, sheets_of
from parley.telling.bringing_in_ways import not_told, ways_told
from parley.words import say
from tests.importing.test_bringing_in import TODAY, read
from tests.making import replaced


def drafted(text: str, **more: object) -> Drafted:
    sheet = read(text)
    return draft(sheet, guess(sheet, "Talks").model_copy(update=more))


def told(found: Drafted) -> dict[str, dict[str, str]]:
    return {issue: {party: f"{one.way}, {one.by}" for party, one in its.items()} for issue, its in wishes(found).items()}


def with_issue(found: Drafted, **more: object) -> Drafted:
    """Return the same where the first issue is read otherwise."""
    first, *others = found.mapping.issues
    return replace(found, mapping=found.mapping.model_copy(update={"issues": (first.model_copy(update=more), *others)}))


KINDS = (
    "Party,Issue,Position,Kind\nA,Levy,30,demand\nA,Levy,20,offer\nB,Levy,5,demand\nB,Levy,10-15,red line\nC,Levy,18,demand\n"
    "D,Levy,12,demand\nD,Levy,16,demand\nD,Levy,14,offer\nE,Levy,9,demand\nE,Levy,9,offer\n"
)  # fmt: skip


def test_offers_and_limits_show_which_way_a_party_wants() -> None:
    """Where all of them lie on one side of all that it asks for; what lies among its demands, or on them, shows nothing."""
    found = drafted(KINDS)
    nothing = "target, nothing"
    assert told(found) == {"levy": {"a": "up, offers", "b": "down, offers", "c": nothing, "d": nothing, "e": nothing}}
    assert say(not_told(wishes(found))).startswith("For 3 of 5 positions the table does not say whether the party wants at least this much, ")  # type: ignore[arg-type]
    assert [say(one) for one in ways_told(wishes(found), found.mapping)] == [
        "What they want on Levy: more: A (a guess from offers and limits); less: B (a guess from offers and limits); "
        "exactly this: C, D and E (the table does not say)."
    ]


def test_what_was_chosen_comes_before_what_the_table_says() -> None:
    """That before what is said of all, and that before a guess; so it is kept in the mapping."""
    found = drafted(KINDS.replace("Kind\n", "Kind,Direction\n").replace("C,Levy,18,demand", "C,Levy,18,demand,less"))
    assert told(found)["levy"]["c"] == "down, table"
    chosen = with_issue(found, wants="down", directions={"a": "target", "c": "up"})
    assert told(chosen) == {"levy": {"a": "target, chosen", "b": "down, issue", "c": "up, chosen", "d": "down, issue", "e": "down, issue"}}
    assert TableMapping.model_validate(chosen.mapping.model_dump(mode="json")) == chosen.mapping


def test_by_sides_whoever_asks_for_more_than_the_middle_wants_more() -> None:
    """The middle of the lowest and the highest that anybody asks for, here of 5 and 30; offers count for nothing, and whoever is at it is not told."""
    text = "Party,Position,Kind\nA,30,demand\nB,5,demand\nC,17.5,demand\nD,18,demand\nE,12,demand\nE,20,demand\nF,90,offer\n"
    assert told(drafted(text, wants="middle")) == {
        "position": {
            "a": "up, middle",
            "b": "down, middle",
            "c": "target, nothing",
            "d": "up, middle",
            "e": "target, nothing",
            "f": "target, nothing",
        }
    }
    steps = "Party,Position\nA,none\nB,low\nC,high\n"
    assert told(drafted(steps, wants="middle")) == {"position": {"a": "down, middle", "b": "target, nothing", "c": "up, middle"}}
    assert told(drafted("Party,Position\nA,5\nB,5\n", wants="middle")) == {"position": {"a": "target, nothing", "b": "target, nothing"}}
    assert told(drafted("Party,Position\nA,5\nB,7\n", wants="up")) == {"position": {"a": "up, issue", "b": "up, issue"}}


def test_a_column_says_which_way_a_party_wants_on_an_issue() -> None:
    """In several words; what says nothing that is known, or otherwise than an earlier row, is told, and its statement stays."""
    head = "Party,Issue,Position,Direction\n"
    found = drafted(head + "A,Levy,5,More\nA,Levy,6,\nA,Ban,yes,-1\nB,Levy,3,target\nB,Ban,no,↑\n")
    assert told(found) == {
        "levy": {"a": "up, table", "b": "target, table"}, "ban": {"a": "down, table", "b": "up, table"},
    }  # fmt: skip
    bad = drafted(head + "A,Levy,5,more\nA,Levy,6,less\n")
    assert len(bad.entries) == 2
    assert bad.bad == (
        BadCell(
            3, "Direction", "less", "Row 2 says otherwise of 'A' on this issue.", "A party wants one way on an issue: write the same in both rows."
        ),
    )
    meant = found.mapping.columns
    sheet = read(head + "A,Levy,5,upwards\n")
    assert draft(sheet, found.mapping.model_copy(update={"columns": meant})).bad == (
        BadCell(2, "Direction", "upwards", "It does not say which way a party wants.", "Write more, less or target."),
    )


def test_what_parties_want_in_their_own_words_is_no_direction() -> None:
    """A column is one only where all of it are words for that."""
    found = guess(read("Party,Wants,Ban\nA,12 fish,yes\nB,more,no\n"), "Talks")
    assert [one.name for one in found.issues] == ["Wants", "Ban"]


def test_a_sheet_of_parties_may_say_it_of_all_issues() -> None:
    """Of whom it says nothing that is known, that is told."""
    sheets = sheets_of(
        [(b"Party,Position\nA,5\nB,3\nC,4\n", "data.csv"), (b"Id,Name,Direction\nA,Aland,up\nB,Beland,less\nC,Celand,sideways\n", "parties.csv")]
    )
    found = begun(sheets, "data.csv", "Talks", "talks").drafted()
    assert told(found) == {"position": {"aland": "up, table", "beland": "down, table", "celand": "target, nothing"}}
    assert [(one.sheet, one.row, one.column, one.value) for one in found.bad] == [("parties", 4, "Direction", "sideways")]


@pytest.mark.parametrize("is_old", [False, True], ids=["now", "of an older version"])
def test_the_next_edition_turns_whom_nobody_has_turned_here(tmp_path: Path, capsys: pytest.CaptureFixture[str], is_old: bool) -> None:
    """What somebody has changed in the folder stays, and is told where the table has it otherwise now."""
    table, target = tmp_path / "table.csv", tmp_path / "positions" / "talks"

    def came(*ways: str) -> dict[str, str]:
        rows = "".join(f"{party},{place},{way}\n" for party, place, way in zip("ABC", (5, 3, 4), ways, strict=True))
        table.write_text(f"Party,Position,Direction\n{rows}", encoding="utf-8")
        assert main(["import", str(table), "--to", str(target), "--yes"], TODAY) == 0
        return dict(load(target).negotiation.issues[0].directions)

    assert came("", "", "") == {"a": "target", "b": "target", "c": "target"}
    replaced(target / "negotiation.yaml", "{a: target, b: target, c: target}", "{a: target, b: up, c: down}")
    if is_old:
        (target / "import" / "directions.yaml").unlink()
    capsys.readouterr()
    assert came("more", "less", "") == {"a": "up", "b": "up", "c": "down"}
    out = capsys.readouterr().out
    assert "On Position these want another way than before: A.\n" in out
    assert "the table has these want another way than was said here, and what was said here stays: B.\n" in out
    assert came("more", "less", "") == {"a": "up", "b": "up", "c": "down"}
