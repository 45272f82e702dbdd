"""The data behind the pages: where they lie, read again only when a file changes, the last good load kept."""

from __future__ import annotations

import gc
import os
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st

from parley.errors import NoPositionsError, WrongArgumentError
from parley.model import Place
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


def test_what_is_read_is_set_apart_and_given_back_once_it_is_read_again(
    start: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spare: Callable[[bool], None]
) -> None:
    """No search for garbage goes through it; what was left behind meanwhile is found at the next reading, not kept for good."""
    monkeypatch.setattr(store, "_spare", spare)
    start(write_negotiation(tmp_path / "fjords", TALKS))

    class Circle:
        def __init__(self) -> None:
            self.own = self

    left = Circle()
    gone = weakref.ref(left)
    first = store.held(tmp_path / "fjords").dataset
    assert not any(one is first.statements for one in gc.get_objects())
    del left
    gc.collect()
    assert gone() is not None
    os.utime(tmp_path / "fjords" / "northland.yaml", ns=(1, 1))
    again = store.held(tmp_path / "fjords").dataset
    assert gone() is None
    assert not any(one is again.statements for one in gc.get_objects())
    gc.unfreeze()


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
    away = store.held(tmp_path / "fjords")
    assert away.dataset is good
    assert [(Path(one.file).name, one.what) for one in away.problems] == [("negotiation.yaml", "The file is not there.")]
    assert store.negotiations() == (tmp_path / "fjords",)


@pytest.mark.parametrize("path", ["fjords/northland.yaml", "seeds/gazette.yaml"])
def test_a_file_that_is_away_takes_no_statement_from_the_pages(start: Callable[[Path], None], tmp_path: Path, path: str) -> None:
    """Of a party or a source: the last good data stay with a word on it, until it is back or what it held stands in another file."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    another = (tmp_path / "seeds" / "gazette.yaml").read_text(encoding="utf-8").replace("id: gazette", "id: another")
    (tmp_path / "seeds" / "another.yaml").write_text(another, encoding="utf-8")
    good = store.held(tmp_path / "fjords").dataset
    file = tmp_path / path
    file.rename(tmp_path / "aside.txt")
    away = store.held(tmp_path / "fjords")
    assert away.dataset is good
    assert [(Path(one.file).name, one.what, one.mend) for one in away.problems] == [
        (file.name, "The file is not there.", "Put it back, or start the dashboard anew.")
    ]
    (tmp_path / "aside.txt").rename(file.with_name("renamed.yaml"))
    held = store.held(tmp_path / "fjords")
    assert held.problems == ()
    assert held.dataset is not None
    assert len(held.dataset.statements) == len(TALKS)


def test_a_folder_that_is_away_keeps_its_negotiation_listed(start: Callable[[Path], None], tmp_path: Path) -> None:
    """Synchronised or renamed for some seconds, the whole folder may be gone; what was read stays, and comes back with it."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    good = store.held(store.negotiations()[0]).dataset
    (tmp_path / "fjords").rename(tmp_path.parent / f"{tmp_path.name}-away")
    assert store.negotiations() == (tmp_path / "fjords",)
    assert store.held(tmp_path / "fjords").dataset is good
    (tmp_path.parent / f"{tmp_path.name}-away").rename(tmp_path / "fjords")
    assert store.held(tmp_path / "fjords").problems == ()


def test_a_renamed_folder_is_not_held_twice(start: Callable[[Path], None], tmp_path: Path) -> None:
    """Once another folder holds the negotiation, the one that is away is given up."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    store.held(store.negotiations()[0])
    (tmp_path / "fjords").rename(tmp_path / "renamed")
    start(tmp_path)
    assert store.negotiations() == (tmp_path / "renamed",)


@pytest.mark.parametrize("at", ["negotiation_folders", "load", "files_stamp"])
def test_a_folder_that_cannot_be_read_keeps_the_last_good_load(
    start: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    """A disk or a network that fails is told in words, wherever it does, and takes nothing away."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    good = store.held(store.negotiations()[0]).dataset

    def failing(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(tmp_path / "fjords"))

    monkeypatch.setattr(store, at, failing)
    os.utime(tmp_path / "fjords" / "northland.yaml", ns=(1, 1))
    assert store.negotiations() == (tmp_path / "fjords",)
    held = store.held(tmp_path / "fjords")
    assert held.dataset is not None
    assert [one.what for one in held.problems] == (["This cannot be read: Permission denied."] if at == "load" else [])
    assert (held.dataset is good) is (at == "load")


def test_an_unreadable_folder_is_not_called_empty(start: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without anything read before, the reason is what is said."""
    monkeypatch.chdir(tmp_path)
    start(Path("talks"))

    def failing(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(store, "negotiation_folders", failing)
    with pytest.raises(NoPositionsError, match=r"^The folder 'talks' cannot be read: Permission denied\.$"):
        store.negotiations()


def test_no_client_can_take_the_last_good_load_away(start: Callable[[Path], None], tmp_path: Path) -> None:
    """Any page can have Streamlit's caches cleared; what was read is in none of them."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    good = store.held(tmp_path / "fjords").dataset
    (tmp_path / "fjords" / "northland.yaml").write_text("party: nobody\n", encoding="utf-8")
    st.cache_resource.clear()
    st.cache_data.clear()
    assert store.held(tmp_path / "fjords").dataset is good


def test_a_file_replaced_by_its_twin_is_seen(start: Callable[[Path], None], tmp_path: Path) -> None:
    """Another file of the same size and time of change, put in its place, is read."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    file = tmp_path / "fjords" / "northland.yaml"
    first = store.held(tmp_path / "fjords")
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    twin = tmp_path / "twin"
    twin.write_text(file.read_text(encoding="utf-8").replace("r5", "r4"), encoding="utf-8")
    os.utime(twin, ns=times)
    assert twin.stat().st_size == file.stat().st_size
    twin.replace(file)
    second = store.held(tmp_path / "fjords").dataset
    assert second is not first.dataset
    assert second is not None and second.statements[0].place == Place(at="r4")


def test_a_negotiation_added_changes_the_stamp_of_all(start: Callable[[Path], None], tmp_path: Path) -> None:
    """So that open pages learn of it; a wrong folder has a stamp as well."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    before = store.stamp_of_all()
    assert store.stamp_of_all() == before
    write_negotiation(tmp_path / "lakes", TALKS)
    assert store.stamp_of_all() != before


def test_two_negotiations_of_one_id_are_named(start: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each folder is told, with what to do; while the ids differ, nothing is."""
    monkeypatch.chdir(tmp_path)
    write_negotiation(Path("talks") / "fjords", TALKS)
    start(Path("talks"))
    assert store.repeated() == ()
    shutil.copytree(Path("talks") / "fjords", Path("talks") / "twin")
    assert [str(one) for one in store.repeated()] == [
        "talks/fjords/negotiation.yaml:1:1: Another folder holds a negotiation with the id 'fjords', too. Change one of the ids.",
        "talks/twin/negotiation.yaml:1:1: Another folder holds a negotiation with the id 'fjords', too. Change one of the ids.",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--postions", "talks"), "The dashboard was started with the unknown option '--postions'. Did you mean '--positions'?"),
        (("--pos", "talks"), "The dashboard was started with the unknown option '--pos'. Did you mean '--positions'?"),
        (("talks",), "The dashboard was started with 'talks', before which no option stands. Write '--positions talks'."),
        (("--positions",), "The dashboard was started with an option that is not complete: argument --positions: expected one argument."),
    ],
)
def test_a_wrong_start_option_is_answered(arguments: tuple[str, ...], said: str) -> None:
    """With what may have been meant; there are no abbreviations."""
    with pytest.raises(WrongArgumentError) as error:
        folders(arguments, None, None)
    assert str(error.value) == said


def test_files_broken_from_the_start_hold_nothing(start: Callable[[Path], None], tmp_path: Path) -> None:
    """Without the negotiation's own file there is no dataset, only problems."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    (tmp_path / "fjords" / "negotiation.yaml").write_text("id: fjords\nid: talks\n", encoding="utf-8")
    held = store.held(tmp_path / "fjords")
    assert held.dataset is None
    assert "The key 'id' is repeated." in [problem.what for problem in held.problems]


def test_a_party_file_broken_from_the_start_is_left_out(start: Callable[[Path], None], tmp_path: Path) -> None:
    """The rest is shown; once a good load is held, the file that breaks later takes nothing from it."""
    start(write_negotiation(tmp_path / "fjords", TALKS))
    north = tmp_path / "fjords" / "northland.yaml"
    good = north.read_text(encoding="utf-8")
    north.write_text("party: nobody\n", encoding="utf-8")
    held = store.held(tmp_path / "fjords")
    assert held.dataset is not None
    assert {one.party for one in held.dataset.statements} == {"southmark"}
    north.write_text(good, encoding="utf-8")
    assert len(store.held(tmp_path / "fjords").dataset.statements) == len(TALKS)  # type: ignore[union-attr]
    north.write_text(good + "\nbroken: {", encoding="utf-8")
    broken = store.held(tmp_path / "fjords")
    assert broken.dataset is not None
    assert len(broken.dataset.statements) == len(TALKS)
    assert broken.problems
