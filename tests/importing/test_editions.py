"""The next edition of a table beside what people have done meanwhile: only what the table changed is changed, and nobody's work is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parley.dataset import load
from parley.importing.editions import merged
from parley.importing.folder import bring_in, change_of
from parley.importing.sheets import read_sheets
from parley.importing.whole import begun
from tests.importing.test_bringing_in import TODAY, brought_in

LAST = {"a": {"id": "a", "place": {"at": "r1"}, "says": "One."}, "b": {"id": "b", "place": {"at": "r2"}}}


def edition(now: dict[str, Any], *coming: dict[str, Any]) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    found = merged(LAST, now, coming)
    return [dict(one) for one in found.entries], found.held


def test_what_nobody_has_touched_is_as_the_table_says() -> None:
    """A new row is added, a changed one changed, one that is gone is gone."""
    new = {"id": "c", "place": {"at": "r0"}}
    changed = {**LAST["a"], "place": {"at": "r3"}}
    assert edition(LAST, changed, new) == ([changed, new], ())


def test_a_statement_added_here_stays() -> None:
    """Whatever the table holds."""
    own = {"id": "mine", "place": {"at": "r4"}}
    assert edition({**LAST, "mine": own}, *LAST.values()) == ([*LAST.values(), own], ())


@pytest.mark.parametrize(
    ("own", "new", "stands", "is_held"),
    [
        ({"place": {"at": "r3"}}, {}, {"place": {"at": "r3"}}, True),
        ({"place": {"at": "r3"}}, {"says": "Two."}, {"place": {"at": "r3"}, "says": "Two."}, True),
        ({"place": {"at": "r3"}}, {"place": {"at": "r3"}}, {"place": {"at": "r3"}}, False),
        ({"place": {"at": "r3"}}, {"place": {"at": "r0"}}, {"place": {"at": "r3"}}, True),
        ({"note": "Mine."}, {"place": {"at": "r0"}}, {"note": "Mine.", "place": {"at": "r0"}}, False),
    ],
)
def test_a_field_changed_here_stays_and_the_others_follow_the_table(
    own: dict[str, Any], new: dict[str, Any], stands: dict[str, Any], is_held: bool
) -> None:
    """It is told only where the table says otherwise."""
    entries, held = edition({**LAST, "a": {**LAST["a"], **own}}, {**LAST["a"], **new}, LAST["b"])
    assert entries[0] == {**LAST["a"], **new, **stands}
    assert held == (("a",) if is_held else ())


def test_a_field_taken_out_here_stays_out() -> None:
    """Also where the table has it still."""
    entries, held = edition({**LAST, "a": {"id": "a", "place": {"at": "r1"}}}, *LAST.values())
    assert (entries[0], held) == ({"id": "a", "place": {"at": "r1"}}, ("a",))


def test_what_was_taken_away_here_does_not_come_back() -> None:
    """It is told where the table has changed it since."""
    assert edition({"b": LAST["b"]}, *LAST.values()) == ([LAST["b"]], ())
    assert edition({"b": LAST["b"]}, {**LAST["a"], "says": "Two."}, LAST["b"]) == ([LAST["b"]], ("a",))


def test_what_was_changed_here_stays_where_its_row_is_gone() -> None:
    """And is told; what was not goes with its row."""
    own = {**LAST["a"], "place": {"at": "r3"}}
    assert edition({**LAST, "a": own}) == ([own], ("a",))


def test_a_number_read_without_its_sign_comes_in_again_without_a_change(tmp_path: Path) -> None:
    """What the table had is noted with the statement, in its place among the others."""
    (sheet,) = read_sheets(b"Party,Position\nA,ca. 1\nB,2\n", "t.csv")
    work = begun((sheet,), "t.csv", "Talks", "talks")
    read = work.with_mapping(work.mapping.model_copy(update={"signs": "read"}))
    bring_in(tmp_path / "talks", change_of(tmp_path / "talks", read.drafted(), TODAY), "A. Berg", "First")
    assert change_of(tmp_path / "talks", read.drafted(), TODAY).files == {}


def test_what_was_added_and_corrected_here_outlives_the_next_edition_of_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A statement of one's own and a corrected place stay, the table's own changes come in, and what the table says otherwise is told by name."""
    table = "Party,Position\nA,1\nB,2\nC,3\n"
    brought_in(tmp_path, table)
    file = tmp_path / "positions" / "talks" / "statements.yaml"
    before = load(file.parent)
    corrected, changed, _ = (one.id for one in before.statements)
    text = file.read_text(encoding="utf-8")
    assert text.count("at: '1'") == 1
    issue = before.statements[0].issue
    file.write_text(
        text.replace("at: '1'", "at: '1.5'") + f"- {{id: mine, party: a, issue: {issue}, kind: offer, place: {{at: '2'}}}}\n", encoding="utf-8"
    )
    capsys.readouterr()
    data = brought_in(tmp_path, table.replace("B,2", "B,4"))
    assert {one.id: one.place.at for one in data.statements if one.id in (corrected, changed, "mine")} == {
        corrected: "1.5",
        changed: "4",
        "mine": "2",
    }
    out = capsys.readouterr().out
    assert "Since it was brought in before: 0 new, 1 changed, 0 gone." in out
    assert (
        "A statement that was changed or taken away here since the last edition stays so, though the table says otherwise: A on Position (demand)."
        in out
    )
