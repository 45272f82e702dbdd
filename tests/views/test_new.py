"""A first negotiation: the files that `new` writes pass the check, open on every page, and overwrite nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from parley.__main__ import main
from parley.checks import check
from parley.dataset import load
from parley.strict_yaml import read_yaml
from tests.views.conftest import PAGES, Open

TODAY = date(2026, 3, 1)


def test_what_is_begun_passes_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a warning; its id is the folder's name, its day today's, and its title what was asked for, whatever signs it holds."""
    folder = tmp_path / "positions" / "fish-talks"
    assert main(["new", str(folder), "--title", 'Fish: "herring" #1'], TODAY) == 0
    assert capsys.readouterr().out == (
        f"{folder}: write over negotiation.yaml and statements.yaml; 'python -m parley check {folder}' says what is wrong.\n"
    )
    data = load(folder)
    assert (data.left_out, check(data, None, TODAY)) == ((), ())
    assert (data.negotiation.id, data.negotiation.title, data.negotiation.reviewed.text) == ("fish-talks", 'Fish: "herring" #1', "2026-03-01")
    assert len(data.statements) == 4
    for path in folder.iterdir():
        schema = path.read_text(encoding="utf-8").splitlines()[0].partition("$schema=")[2]
        assert (folder / schema).is_file()
        assert read_yaml(path.read_text(encoding="utf-8"))[1] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_on_it(visit: Open, tmp_path: Path, name: str) -> None:
    """At once, as the README says."""
    assert main(["new", str(tmp_path / "talks")], TODAY) == 0
    assert visit(name, positions=tmp_path).errors == []


def test_nothing_is_overwritten_and_a_name_that_is_no_id_is_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Told in a sentence."""
    (tmp_path / "talks").write_text("mine", encoding="utf-8")
    assert main(["new", str(tmp_path / "talks")], TODAY) == 1
    assert main(["new", str(tmp_path / "Fish Talks")], TODAY) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"'{tmp_path / 'talks'}' exists already, and is left as it is. Name another folder.",
        "'Fish Talks' cannot be the name of a negotiation's folder: use lower-case letters, digits and hyphens. Write 'fish-talks'.",
    ]
    assert [(one.name, one.is_file()) for one in tmp_path.iterdir()] == [("talks", True)]
