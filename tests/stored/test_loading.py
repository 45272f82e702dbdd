"""Negotiations come from their folders into a store whole, and only where they are not there as they are; the dashboard shows it as it does folders."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("ibis", reason="the store is not installed: pip install '.[store]'")

import pyarrow as pa

from parley import files, reading
from parley.__main__ import main
from parley.access import Person
from parley.errors import BadFilesError
from parley.stored import loading
from parley.stored import tables as kept
from parley.stored.errors import StoreError
from parley.stored.loading import load_into
from parley.stored.tables import Tables, Where
from parley.views import people, store
from tests.making import login_file, replaced
from tests.views.conftest import fetched, write_negotiation, write_yaml

TALKS = [("northland", "demand", "r5"), ("southmark", "demand", "r1")]


def loaded(folder: Path, url: str, capsys: pytest.CaptureFixture[str]) -> tuple[list[str], str]:
    """Return what was said of each negotiation, and of all."""
    assert main(["store", "load", str(folder), "--to", url]) == 0
    told = capsys.readouterr()
    return told.err.splitlines(), told.out.strip()


def answered(path: str) -> Any:
    return json.loads(bytes(fetched(f"/api/v1/{path}").body))


def close() -> None:
    """Let go of the store that the dashboard holds open."""
    archive = store.archive()
    assert archive is not None
    archive.close()
    store.forget()
    store._archive.cache_clear()


def test_what_is_loaded_is_shown_as_the_folder_is(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was loaded before is left as it is, what changed is loaded anew; programs are answered alike, and of many only the last few stay open."""
    for name in ("fjords", "lakes"):
        write_negotiation(tmp_path / name, TALKS)
    assert loaded(tmp_path, url, capsys) == (
        ["1 of 2: fjords is loaded, 2 statements.", "2 of 2: lakes is loaded, 2 statements."],
        "The store holds 2 negotiations of these, with 4 statements; 2 were written.",
    )
    monkeypatch.setattr(loading, "load", lambda *_: pytest.fail("What is there already is not read again."))
    assert loaded(tmp_path, url, capsys)[1] == "The store holds 2 negotiations of these, with 4 statements; 0 were written."
    monkeypatch.undo()
    replaced(tmp_path / "lakes" / "northland.yaml", "r5", "r4")
    assert loaded(tmp_path, url, capsys)[0] == ["1 of 2: fjords is there already, 2 statements.", "2 of 2: lakes is loaded, 2 statements."]
    monkeypatch.setattr(sys, "argv", ["dashboard.py", "--positions", str(tmp_path)])
    paths = ("negotiations", "fjords/gaps", "lakes/positions", "lakes/statements")
    of_folder = [answered(one) for one in paths]
    monkeypatch.setattr(sys, "argv", ["dashboard.py", "--store", url])
    monkeypatch.setattr(store, "MOST_OPEN", 1)
    store.forget()
    assert [answered(one) for one in paths] == of_folder
    assert store.shelf().names == {Path("fjords"): ("fjords", "Talks of fjords"), Path("lakes"): ("lakes", "Talks of lakes")}
    assert [[one.id for one in (held.dataset.statements if held.dataset else ())] for held in (store.held(Path("lakes")),)] == [
        ["lakes-0", "lakes-1"]
    ]
    assert len(store._kept) == 1
    assert fetched("/api/v1/seas/gaps").status_code == 404
    assert not store.here().may_edit
    close()


def test_what_is_internal_is_shown_of_a_store_to_those_alone_who_may_see_it(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither its statements nor its words, by page, search or interface; who may see it finds it, and nobody writes."""
    write_negotiation(tmp_path / "fjords", TALKS)
    inside = {
        "id": "inside",
        "issue": "quota",
        "kind": "offer",
        "says": "A secret word",
        "place": {"at": "r4"},
        "said": "2025-03-03",
        "internal": True,
    }
    write_yaml(tmp_path / "fjords" / "more.yaml", {"party": "southmark", "statements": [inside]})
    loaded(tmp_path, url, capsys)
    login = login_file(tmp_path, viewers=["staff"], editors=["desk"], internal=["desk"])
    monkeypatch.setattr(sys, "argv", ["dashboard.py", "--store", url, "--login", str(login)])
    store.forget()
    held = store.held(Path("fjords"))
    seen = {}
    for one in (Person("v", "Vic", "viewer", False), Person("e", "Eva", "editor", True)):
        monkeypatch.setattr(people, "person", lambda one=one: one)
        shown = people.shown(held)
        assert shown.dataset is not None
        found = list(shown.dataset.found("secret").statements)
        seen[one.name] = (sorted(each.id for each in shown.dataset.statements), found, shown.version == held.version, people.may_write())
    assert seen == {
        "Vic": (["fjords-0", "fjords-1"], [], False, False),
        "Eva": (["fjords-0", "fjords-1", "inside"], ["inside"], True, False),
    }
    assert "secret" not in json.dumps(answered("fjords/statements"))
    close()


def test_a_load_that_was_broken_off_goes_on_where_it_stopped(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was whole stays; of what was not nothing is seen, and nothing is left behind once it is loaded."""
    folders = [write_negotiation(tmp_path / name, TALKS) / name for name in ("bays", "capes")]
    tables = Tables(url, writes=True)
    held = pa.total_allocated_bytes()
    before = {one.id for one in tables.heads()}
    write = Tables.write

    def breaks(self: Tables, name: str, rows: Any) -> None:
        write(self, name, rows)
        if name == "words" and len(tables.heads()) > len(before):
            raise KeyboardInterrupt

    monkeypatch.setattr(kept.Tables, "write", breaks)
    with pytest.raises(KeyboardInterrupt):
        list(load_into(tables, folders))
    assert {one.id for one in tables.heads()} - before == {"bays"}
    monkeypatch.undo()
    assert [(one.id, one.kept) for one in load_into(tables, folders)] == [("bays", True), ("capes", False)]
    assert tables.left() == []
    (old,) = [one.number for one in tables.heads() if one.id == "capes"]
    replaced(folders[1] / "northland.yaml", "r5", "r4")
    assert [(one.id, one.kept) for one in load_into(tables, folders)] == [("bays", True), ("capes", False)]
    # Whoever has the older one open goes on reading it.
    assert (tables.left(), [key for _, key, _ in tables.statements(old, Where())]) == ([old], ["capes-0", "capes-1"])
    assert [one.kept for one in load_into(tables, folders)] == [True, True]
    assert tables.left() == []
    # Of thousands of negotiations neither what was read nor what was handed over may stay in memory.
    replaced(folders[1] / "northland.yaml", "r4", "r3")
    monkeypatch.setattr(loading, "MOST_KEPT", 2)
    asked = tables._asked
    list(load_into(tables, folders))
    assert tables._asked is not asked
    assert reading._sound.cache_info().currsize == files._cached.cache_info().currsize == 0
    assert pa.total_allocated_bytes() <= held
    with pytest.raises(StoreError, match="holds a negotiation with the id 'capes', and so does"):
        list(load_into(tables, [folders[1], folders[1]]))
    replaced(folders[0] / "northland.yaml", "kind: demand", "kind: demnad")
    with pytest.raises(BadFilesError, match="'kind' cannot be 'demnad'"):
        list(load_into(tables, folders))
    tables.close()


def test_a_wrong_store_is_told_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With how a store is named, or filled; a password is not repeated."""
    assert main(["serve", "--no-browser", "--store", "nosuch://me:secret@host/talks"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("The store 'nosuch://me@host/talks' cannot be opened: ")
    assert told.endswith("Name it as duckdb:///folder/talks.duckdb, or as postgres://user@host/database.\n")
    assert "secret" not in told
    Tables(f"duckdb://{tmp_path}/empty.duckdb", writes=True)._asked.drop_table("words")
    with pytest.raises(StoreError, match=r"holds no negotiation\. Fill it with: parley store load DIR --to duckdb:"):
        Tables(f"duckdb://{tmp_path}/empty.duckdb")
    assert main(["serve", "--no-browser", "--store", "duckdb://talks.duckdb", "--edit"]) == 1
    assert (
        capsys.readouterr().err == "'--edit' does not go with '--store', which is shown by itself and never written into. Leave one of the two out.\n"
    )
