"""The way in which a table was read before is found again by its sheets, heads and names, whatever the next edition is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.__main__ import main
from parley.dataset import load
from parley.importing.keeping import kept_for
from parley.importing.sheets import Sheet
from parley.importing.whole import sheets_of
from tests.importing.test_bringing_in import TODAY, brought_in, held
from tests.importing.test_joined_tables import TALKS, book

WIDE = "Country,Levy,Ban\nNorth,10,yes\nSouth,35,no\nIsles,20,yes\n"
LONG = "Country,Issue,Position\nNorth,Levy,10\nSouth,Levy,35\nNorth,Ban,yes\nSouth,Ban,no\n"


def found(text: str, positions: Path) -> str:
    kept = kept_for(sheets_of([(text.encode(), "any.csv")]), positions)
    return kept.folder.name if kept else ""


def test_a_table_is_known_again_by_heads_and_names(tmp_path: Path) -> None:
    """Though rows and columns are added; of other parties, of other issues, or without a column that was read, it is another table."""
    assert found(LONG, tmp_path / "positions") == ""
    brought_in(tmp_path, LONG, name="long")
    brought_in(tmp_path, WIDE, name="wide")
    positions = tmp_path / "positions"
    assert found(LONG + "Isles,Fee,7\n", positions) == "long"
    assert (
        found(WIDE.replace("Ban", "Fee,Ban").replace("10,yes", "10,3,yes").replace("35,no", "35,4,no").replace("20,yes", "20,5,yes"), positions)
        == "wide"
    )
    assert found(LONG.replace("North", "Aland").replace("South", "Beland"), positions) == ""
    assert found(LONG.replace("Levy", "Cod").replace("Ban", "Herring"), positions) == ""
    assert found(LONG.replace("Position", "Stand"), positions) == ""
    (positions / "long" / "import" / "mapping.yaml").write_text("shape: round\n", encoding="utf-8")
    assert found(LONG, positions) == ""


def test_sheets_that_are_called_otherwise_now_are_found_by_their_heads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each is joined as before, and it is told by which file the table is read; a list that is gone makes it another table."""
    first, second = tmp_path / "talks.xlsx", tmp_path / "talks-v2.xlsx"
    first.write_bytes(book(TALKS))
    target = tmp_path / "positions" / "talks"
    assert main(["import", str(first), "--to", str(target), "--yes"], TODAY) == 0
    again = {f"{name} 2": rows for name, rows in TALKS.items()}
    second.write_bytes(
        book({**again, "Statements 2": [*TALKS["Statements"], ["s4", "d2", "cap", 2, "", ""]], "Links 2": [*TALKS["Links"], ["s4", "SAU"]]})
    )
    sheets = sheets_of([(second.read_bytes(), second.name)])
    kept = kept_for(sheets, target.parent)
    assert kept is not None
    assert (kept.folder, kept.mapping.sheet, [one.sheet for one in kept.mapping.parts]) == (
        target, "Statements 2", ["Links 2", "Countries 2", "Sources 2", "Issues 2", "Codebook 2", "Events 2"],
    )  # fmt: skip
    capsys.readouterr()
    assert main(["import", str(second), "--to", str(target), "--yes"], TODAY) == 0
    assert capsys.readouterr().out.startswith(
        f"Read as Talks was before, by {target / 'import' / 'mapping.yaml'}: its next edition comes in, ids stay, "
    )
    assert held(load(target))["s4"] == "voluntary"
    without: list[Sheet] = [one for one in sheets if one.name != "Countries 2"]
    assert kept_for(without, target.parent) is None


def test_what_is_shown_before_is_what_is_seen_afterwards(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first four of many parties, and that is told; all of few are not counted."""
    rows = "".join(f"Isle {number},{place}\n" for number, place in enumerate((10, 20, 30, 40, 90)))
    brought_in(tmp_path, f"Party,Position\n{rows}")
    told = capsys.readouterr().out
    assert "As everywhere at first, 4 of 5 parties are shown: Isle 0, Isle 1, Isle 2 and Isle 3. The others are chosen under Parties.\n" in told
    assert "  Position: 10 points apart · Isle 0 asks – Isle 1 asks · Of 6 pairs 6 open; widest: Isle 0 – Isle 3, 30 points apart.\n" in told
    brought_in(tmp_path, LONG, name="few")
    assert "parties are shown" not in capsys.readouterr().out
