"""What was handed in on the page Bring in is its owner's until it is thrown away, cut short it is nothing, and what nobody comes back for goes."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from parley.editing import brought
from parley.editing.brought import FORGOTTEN, Brought, brought_by, discard_brought, keep_brought

WHEN = datetime(2025, 3, 5, 14, 2)


def test_what_was_handed_in_is_its_owners_and_is_forgotten(tmp_path: Path) -> None:
    """With every byte and choice; of what it was before nothing is left, nor of what another left long ago; a name that leads elsewhere leads nowhere."""
    room = tmp_path / ".parley" / "drafts"
    first = Brought(WHEN, ((b"a\x00\xff", "../x.csv"), (b"b", "t.csv")), "", {"bring_in_name": "T", "n": 2, "none": None, "s": [["i", "p", "up"]]})
    keep_brought(tmp_path, first, "berg")
    assert brought_by(tmp_path, "berg") == first
    assert brought_by(tmp_path, "another") is None
    assert len([*room.iterdir()]) == 3
    assert b"berg" not in b"".join(path.name.encode() + path.read_bytes() for path in room.iterdir())
    then = Brought(WHEN, (), "a\tb", {})
    keep_brought(tmp_path, then, "berg")
    assert brought_by(tmp_path, "berg") == then
    (note,) = room.iterdir()
    os.utime(note, (0, note.stat().st_mtime - FORGOTTEN - 60))
    keep_brought(tmp_path, first, "another")
    assert brought_by(tmp_path, "berg") is None
    (note,) = room.glob("*.note")
    whole = note.read_bytes()
    for broken in (whole[:30], b"[1]", b"", whole.replace(b'"files"', b'"gone"')):
        note.write_bytes(broken)
        assert brought_by(tmp_path, "another") is None
    note.write_bytes(whole)
    assert brought_by(tmp_path, "another") == first
    for _ in range(2):
        discard_brought(tmp_path, "another")
    assert [*room.iterdir()] == []


def test_a_long_file_is_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often the page is drawn and something else is chosen; the same file handed in again is another one until it has been looked at."""
    looked_at: list[bytes] = []
    monkeypatch.setattr(brought, "digest_of", lambda data: looked_at.append(data) or f"{len(data)}-{data[:1].hex()}")
    data = b"a" * 1000
    files = ((data, "t.csv"),)
    first = Brought(WHEN, files, "", {"n": 1})
    keep_brought(tmp_path, first, "berg")
    for number in (1, 2):
        now = Brought(WHEN, files, "", {"n": number}, first.marks_of(files))
        assert (now == first) is (number == 1)
        keep_brought(tmp_path, now, "berg")
    found = brought_by(tmp_path, "berg")
    assert found == now and found.marks_of(found.files) == first.marks
    assert len(looked_at) == 1
    again = ((bytes(bytearray(data)), "t.csv"),)
    assert (first.marks_of(again), first.marks_of(()), first.marks_of(((data, "u.csv"),))) == ((), (), ())
    assert Brought(WHEN, again, "", {"n": 1}) == first
    assert Brought(WHEN, ((b"b" * 1000, "t.csv"),), "", {"n": 1}) != first
    assert len(looked_at) == 3
