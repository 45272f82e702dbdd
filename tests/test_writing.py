"""Writing whole or not at all: what stood there before is kept until the new file is complete."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest

from parley.errors import NotMadeError, named
from parley.writing import refuse_overwriting, write_whole


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """New or in the place of an old one, whose permissions it keeps."""
    file = tmp_path / "a.csv"
    write_whole(file, b"one")
    assert file.read_bytes() == b"one"
    file.chmod(0o640)
    write_whole(file, b"two")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"two", 0o640)
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    """Not only its owner can read it, if others may read new files."""
    (tmp_path / "usual").write_bytes(b"")
    write_whole(tmp_path / "a", b"")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_full_disk_leaves_the_old_file_whole_and_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the disk is full only when all is flushed; nothing half written stays."""
    file = tmp_path / "a.csv"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotMadeError) as told:
        write_whole(file, b"new")
    assert str(told.value) == f"'{file}' was not written: No space left on device. What stood there before is unchanged."
    assert file.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_or_a_missing_folder_is_named(tmp_path: Path) -> None:
    """Neither is replaced or made."""
    with pytest.raises(NotMadeError, match="was not written: Is a directory"):
        write_whole(tmp_path, b"new")
    with pytest.raises(NotMadeError, match="was not written: No such file or directory"):
        write_whole(tmp_path / "gone" / "a.csv", b"new")


def test_a_link_still_leads_where_it_led(tmp_path: Path) -> None:
    """The file that it names is replaced, not the link."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_what_exists_is_refused_unless_it_may_be_replaced(tmp_path: Path) -> None:
    """A link that leads nowhere exists too; a device such as the screen does not count."""
    file = tmp_path / "a.csv"
    refuse_overwriting(file, is_forced=False)
    file.symlink_to(tmp_path / "nowhere")
    with pytest.raises(NotMadeError) as told:
        refuse_overwriting(file, is_forced=False)
    assert str(told.value) == f"'{file}' exists already, and is left as it is. Name another file, or add '--force' to replace it."
    refuse_overwriting(file, is_forced=True)
    refuse_overwriting(Path("/dev/null"), is_forced=False)
    write_whole(Path("/dev/null"), b"new")


LONG = Path("a folder of the autumn round in the fjords") / "another  folder with a name that nobody would cut" / "talks.csv"


def test_a_file_is_named_whole_however_long_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every blank in it, because whoever reads the message has to find the file."""
    file = tmp_path / LONG
    file.parent.mkdir(parents=True)
    file.write_bytes(b"old")
    with pytest.raises(NotMadeError) as told:
        refuse_overwriting(file, is_forced=False)
    assert str(told.value) == f"'{file}' exists already, and is left as it is. Name another file, or add '--force' to replace it."

    class Full(io.FileIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fdopen", Full)
    with pytest.raises(NotMadeError) as told:
        write_whole(file, b"new")
    assert str(told.value) == f"'{file}' was not written: No space left on device. What stood there before is unchanged."
    assert (file.read_bytes(), [one.name for one in file.parent.iterdir()]) == (b"old", ["talks.csv"])


def test_a_name_that_would_break_the_line_is_shown_on_one() -> None:
    """What nobody can see in it is shown as such."""
    assert named("a\nb\u202e  c.csv") == "'a\ufffdb\ufffd  c.csv'"
