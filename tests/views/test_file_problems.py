"""What is wrong with the files, above the page: what was left out, ids that two share, and a start that was mistyped."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from parley.errors import Problem
from parley.views import file_problems, store
from tests.views.conftest import Open, write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0")]


def left_out(number: int) -> tuple[Problem, ...]:
    return tuple(Problem("talks.yaml", one + 1, 1, f"The source 's{one}' does not exist.", "The statement is left out.") for one in range(number))


@pytest.mark.parametrize(("number", "more"), [(1, ""), (8, ""), (11, "\n\nand 3 more; run `python -m parley check`.")])
def test_what_was_left_out_is_named(start: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, more: str) -> None:
    """By file, line and reason, eight at most, with the number of the others."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    held = store.held(tmp_path / "fjords")
    assert held.dataset is not None
    told: list[str] = []
    monkeypatch.setattr(file_problems.st, "error", told.append)
    file_problems.show_problems_of(replace(held, dataset=replace(held.dataset, left_out=left_out(number))))
    lines = "\n".join(
        f"- ` talks.yaml:{one + 1}:1: The source 's{one}' does not exist. The statement is left out. `" for one in range(min(number, 8))
    )
    assert told == [f"**Left out of everything shown, because it could not be taken:**\n\n{lines}{more}"]


def test_warnings_alone_are_no_error_and_name_their_files_from_the_folder_on(visit: Open, tmp_path: Path) -> None:
    """What may have been meant otherwise has the colour of a warning; no path says where on the machine the folder lies."""
    folder = write_negotiation(tmp_path / "fjords", TALKS)
    party = tmp_path / "fjords" / "northland.yaml"
    party.write_text(party.read_text(encoding="utf-8").replace("says: northland demand", "says: northland #demand"), encoding="utf-8")
    found = visit(positions=folder)
    (told,) = found.warnings
    assert found.errors == []
    assert "- ` fjords/northland.yaml:" in told
    assert str(tmp_path) not in told


def test_no_text_ends_the_block_in_which_it_stands(start: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a line break in a name nor the mark that ends a block becomes markup: the block's own mark is longer."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    told: list[str] = []
    monkeypatch.setattr(file_problems.st, "error", told.append)
    bad = Problem("a\n```\n# b.yaml", 1, 1, "Wrong.")
    file_problems.show_problems_of(replace(store.held(tmp_path / "fjords"), problems=(bad,)))
    assert told == ["**The files cannot be read as they are now. Shown is the last good data.**\n\n- ```` a ``` # b.yaml:1:1: Wrong. ````"]


def test_two_of_one_id_are_told_on_the_page(visit: Open, tmp_path: Path) -> None:
    """Both folders are named above the page."""
    write_negotiation(tmp_path / "fjords", TALKS)
    shutil.copytree(tmp_path / "fjords", tmp_path / "twin")
    told = [one for one in visit(positions=tmp_path).errors if one.startswith("**Two negotiations cannot be told apart by their ids.**")]
    assert len(told) == 1
    assert "fjords/negotiation.yaml" in told[0] and "twin/negotiation.yaml" in told[0]


def test_a_mistyped_start_is_answered_on_the_page(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what may have been meant, and nothing else is drawn."""
    opened = visit(positions=write_negotiation(tmp_path / "fjords", TALKS))
    monkeypatch.setattr(sys, "argv", ["dashboard", "--postions", "talks"])
    assert [one.replace("\u2060", "") for one in opened.run().errors] == [
        "The dashboard was started with the unknown option '--postions'. Did you mean '--positions'?"
    ]
