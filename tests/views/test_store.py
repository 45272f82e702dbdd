"""The data behind the pages: where they lie, read again only when a file changes, the last good load kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.errors import NoPositionsError
from parley.views import store
from parley.views.store import Folders, folders
from tests.views.conftest import write_negotiation

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r0")]


def test_folders_come_from_the_command_line_then_variables_then_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is nearest to the reader wins."""
    monkeypatch.chdir(tmp_path)
    assert folders((), None, None) == Folders(Path("positions"), tmp_path / "seeds", tmp_path / "seeds" / "texts")
    assert folders((), "talks", "held") == Folders(Path("talks"), tmp_path / "seeds", Path("held"))
    assert folders(("--positions", "mine", "--texts", "own"), "talks", "held") == Folders(Path("mine"), tmp_path / "seeds", Path("own"))


def test_records_lie_in_the_folder_or_beside_it(tmp_path: Path) -> None:
    """A `seeds` folder in the given one is taken, else the one beside it, whenever it appears."""
    given = tmp_path / "positions"
    given.mkdir()
    assert folders((), str(given), None).seeds == tmp_path / "seeds"
    (given / "seeds").mkdir()
    assert folders((), str(given), None).seeds == given / "seeds"


def test_the_variable_names_the_folder(start: Callable[[Path], None], tmp_path: Path) -> None:
    """PARLEY_POSITIONS says where the negotiations lie; a folder without any is refused in one sentence."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    assert store.negotiations() == (tmp_path / "fjords",)
    start(tmp_path / "nowhere")
    with pytest.raises(NoPositionsError, match="No negotiation in '"):
        store.negotiations()


def test_a_text_is_held_where_the_variable_says(start: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PARLEY_TEXTS names the folder of the documents' texts; without it they lie beside the records."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    assert store.texts().folder == tmp_path / "seeds" / "texts"
    monkeypatch.setenv(store.TEXTS_VARIABLE, str(tmp_path / "held"))
    assert store.texts().folder == tmp_path / "held"


def test_files_are_read_again_only_if_one_has_changed(start: Callable[[Path], None], tmp_path: Path) -> None:
    """The same dataset is handed out until a file changes, by content or by time."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    first = store.held(tmp_path / "fjords")
    assert store.held(tmp_path / "fjords") is first
    os.utime(tmp_path / "fjords" / "northland.yaml", ns=(1, 1))
    second = store.held(tmp_path / "fjords")
    assert second is not first
    assert second.dataset is not None
    assert [one.id for one in second.dataset.statements] == ["fjords-0", "fjords-1"]


def test_the_last_good_load_is_kept_while_a_file_is_broken(start: Callable[[Path], None], tmp_path: Path) -> None:
    """Broken, the files leave the dataset as it was and say what is wrong; mended, they are read anew."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    file = tmp_path / "fjords" / "northland.yaml"
    good = store.held(tmp_path / "fjords").dataset
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "nonsense: here\n", encoding="utf-8")
    broken = store.held(tmp_path / "fjords")
    assert broken.dataset is good
    assert [problem.what for problem in broken.problems] == ["Unknown key 'nonsense'."]
    file.write_text(text, encoding="utf-8")
    mended = store.held(tmp_path / "fjords")
    assert mended.problems == ()
    assert mended.dataset is not good


def test_a_removed_negotiation_leaves_the_last_good_load(start: Callable[[Path], None], tmp_path: Path) -> None:
    """An editor may take a file away for a moment while it saves."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    good = store.held(tmp_path / "fjords").dataset
    (tmp_path / "fjords" / "negotiation.yaml").unlink()
    assert store.held(tmp_path / "fjords").dataset is good


def test_files_broken_from_the_start_hold_nothing(start: Callable[[Path], None], tmp_path: Path) -> None:
    """Without a good load there is no dataset, only problems."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    (tmp_path / "fjords" / "northland.yaml").write_text("party: nobody\n", encoding="utf-8")
    held = store.held(tmp_path / "fjords")
    assert held.dataset is None
    assert [problem.what for problem in held.problems] == ["no party 'nobody'."]
