"""A save is whole or not at all, never over what somebody else wrote, and outlives whatever ends it."""

from __future__ import annotations

import errno
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.saving import copied, kill_everywhere, killed_at
from parley import journal
from parley.dataset import load
from parley.editing import history
from parley.editing.edits import Add, Change, Edit, Remove
from parley.editing.opening import Opened, opened
from parley.editing.saving import Conflict, Meeting, Saved, again, save
from parley.editing.trying import tried
from parley.errors import NotMadeError
from tests.making import replaced

BERG = "A. Berg"
SAYS = "Northland asks for two fifths."


def saying(words: str, key: str = "north-quota-40") -> Change:
    return Change("statement", key, {"says": words})


def saved(fjords: Path, *edits: Edit, talks: Opened | None = None) -> Saved:
    found = save(tried(talks or opened(fjords), edits), BERG, "Changed")
    assert isinstance(found, Saved)
    return found


def files(folder: Path) -> dict[str, bytes]:
    """Return every file that is the negotiation's own or that of a document."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and journal.ROOM not in path.parts}


def test_a_save_of_several_files_is_in_all_of_them(fjords: Path) -> None:
    """A statement and the document that it cites come together; of the others not a byte changes, and nothing is left lying about."""
    before = files(Path())
    source = Add("source", {"id": "gazette", "title": "Talks", "issued": "2025-05-02"})
    found = saved(fjords, source, saying(SAYS), Change("statement", "north-quota-40", {"source": "gazette", "locator": None}))
    assert sorted(path.name for path in found.files) == ["gazette.yaml", "northland.yaml"]
    after = files(Path())
    assert {name for name in after if after[name] != before.get(name)} == {"fjords/northland.yaml", "seeds/gazette.yaml"}
    assert load(fjords).statement("north-quota-40").source == "gazette"
    assert sorted(one.name for one in (fjords / ".parley").iterdir()) == [".gitignore", "history.git", "lock"]


def test_marks_line_ends_and_permissions_stay(fjords: Path) -> None:
    """A file as some programs write it is written so again."""
    path = fjords / "isles.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    before = path.read_bytes()
    saved(fjords, saying("The Skerry Isles ask.", "isles-patrols-joint"))
    assert path.read_bytes() == before.replace(b"The Skerry Isles ask for joint patrols.", b"The Skerry Isles ask.")
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_somebody_else_wrote_is_never_overwritten(fjords: Path) -> None:
    """Both versions are given back; where they do not meet the same change is made of what stands now."""
    talks = opened(fjords)
    work = tried(talks, [saying(SAYS)])
    replaced(fjords / "northland.yaml", "Northland asks for 40% of the herring.", "By hand.")
    found = save(work, BERG, "Changed")
    assert isinstance(found, Conflict)
    assert [path.name for path in found.files] == ["northland.yaml"]
    (met,) = found.meetings
    assert (met.kind, met.id) == ("statement", "north-quota-40")
    assert [one["says"] for one in (met.before, met.theirs, met.ours) if one] == ["Northland asks for 40% of the herring.", "By hand.", SAYS]
    assert load(fjords).statement("north-quota-40").says == "By hand."
    assert isinstance(save(again(found), BERG, "Chosen"), Saved)
    assert load(fjords).statement("north-quota-40").says == SAYS
    talks = opened(fjords)
    saved(fjords, saying("Another.", "north-quota-30"))
    other = save(tried(talks, [saying("Mine.")]), BERG, "Changed")
    assert isinstance(other, Conflict) and other.meetings == ()
    assert isinstance(save(again(other), BERG, "Changed"), Saved)
    assert [load(fjords).statement(key).says for key in ("north-quota-30", "north-quota-40")] == ["Another.", "Mine."]


def test_what_two_take_out_or_add_meets_as_well(fjords: Path) -> None:
    """A record of one id by both, and one that somebody changed which the other takes out."""
    event = {"id": "round", "date": "2025-05-02", "what": "Delegations meet.", "source": "southmark-2025-reply"}
    talks = opened(fjords)
    saved(fjords, Add("event", event))
    found = save(tried(talks, [Add("event", {**event, "what": "They meet."})]), BERG, "Changed")
    assert isinstance(found, Conflict)
    assert found.meetings == (Meeting("event", "round", "", None, event, {**event, "what": "They meet."}),)
    talks = opened(fjords)
    saved(fjords, Change("event", "round", {"short": "Round"}))
    gone = save(tried(talks, [Remove("event", "round")]), BERG, "Changed")
    assert isinstance(gone, Conflict)
    assert [(one.theirs or {}).get("short") for one in gone.meetings] == ["Round"] and gone.meetings[0].ours is None


@pytest.mark.parametrize("at", ["writing", "placing"])
def test_a_full_disk_leaves_all_as_it_was(fjords: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    """Whether the room ends while files are written or when the second of two is put in place; it is said in words, and the next save works."""
    edits = [saying(SAYS), Change("source", "southmark-2025-reply", {"genre": "letter"})]
    before = files(Path())
    placed: list[Path] = []
    real = Path.replace

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def replace(path: Path, target: Path) -> Path:
        placed.append(target)
        if len([one for one in placed if one.suffix == ".yaml"]) == 2:
            full()
        return real(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(*((os, "fsync", full) if at == "writing" else (Path, "replace", replace)))
        with pytest.raises(NotMadeError, match="was not written: No space left on device. What stood there before is unchanged."):
            save(tried(opened(fjords), edits), BERG, "Changed")
    assert files(Path()) == before
    assert (len(placed) > 2) is (at == "placing")
    saved(fjords, *edits)
    assert (load(fjords).statement("north-quota-40").says, len(history.versions(fjords))) == (SAYS, 2)


def test_a_folder_that_may_not_be_written_is_told(fjords: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, with the folder's name; nothing has changed."""
    work = tried(opened(fjords), [saying(SAYS)])

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    before = files(Path())
    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(NotMadeError, match="was not written: Read-only file system. What stood there before is unchanged."):
        save(work, BERG, "Changed")
    assert files(Path()) == before


def test_a_writer_killed_at_any_step_loses_nothing(tmp_path: Path) -> None:
    """After each the files are as before or as after, never a half; the next save works; every step is tried by the benchmark."""
    steps, done, lost = kill_everywhere(copied(tmp_path), stride=13)
    assert lost == []
    assert 0 < done < steps


def test_a_save_that_was_broken_off_is_seen_whole_by_whoever_reads(fjords: Path) -> None:
    """Two files are noted and one of them is in place when the writer ends; the reader brings the other to its place."""
    work = tried(opened(fjords), [saying(SAYS), Change("source", "southmark-2025-reply", {"genre": "letter"})])
    pid = os.fork()
    if pid == 0:
        real = Path.replace

        def last(path: Path, target: Path) -> Path:
            found = real(path, target)
            if target.suffix == ".yaml":
                os._exit(9)
            return found

        Path.replace = last  # type: ignore[method-assign, assignment]
        save(work, BERG, "Broken off")
    os.waitpid(pid, 0)
    halves = (
        "two fifths" in (fjords / "northland.yaml").read_text(encoding="utf-8"),
        "letter" in Path("seeds/southmark-2025-reply.yaml").read_text(),
    )
    assert sorted(halves) == [False, True]
    found = load(fjords)
    assert (found.statement("north-quota-40").says, found.sources["southmark-2025-reply"].genre) == (SAYS, "letter")
    saved(fjords, saying("Next.", "north-quota-30"))
    assert [one.message for one in history.versions(fjords)] == ["Changed", "Broken off", "As it stood before the first save here"]


def test_the_lock_of_a_killed_process_hinders_nobody(fjords: Path) -> None:
    """The system frees it."""
    work = tried(opened(fjords), [saying(SAYS)])
    assert killed_at(9, lambda: save(work, BERG, "x"))
    saved(fjords, saying("Next.", "north-quota-30"))


def test_a_save_waits_for_another_and_gives_up_in_words(fjords: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes after it, and is told where that one does not end."""
    work = tried(opened(fjords), [saying(SAYS)])
    begun, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with journal.locked((fjords,)):
            begun.set()
            go_on.wait(20)

    other = threading.Thread(target=hold)
    other.start()
    begun.wait(20)
    monkeypatch.setattr(journal, "PATIENCE", 0.05)
    with pytest.raises(journal.BusyError, match="Somebody else is saving in '.*fjords'. Nothing was written. Try again in a moment."):
        save(work, BERG, "Changed")
    go_on.set()
    other.join()
    assert isinstance(save(work, BERG, "Changed"), Saved)


def test_a_save_without_a_change_writes_nothing(fjords: Path) -> None:
    """No version, no file."""
    before = files(Path())
    assert saved(fjords, Change("statement", "north-quota-40", {"firmness": 3})) == Saved(())
    assert (files(Path()), history.versions(fjords)) == (before, ())


def test_a_version_says_who_when_and_what(fjords: Path) -> None:
    """The first one holds what stood there before."""
    before = datetime.now(UTC).replace(microsecond=0)
    found = saved(fjords, saying(SAYS))
    newest, first = history.versions(fjords)
    assert (newest.id, newest.who, newest.message, [path.name for path in newest.files]) == (found.version, BERG, "Changed", ["northland.yaml"])
    assert before <= newest.when <= datetime.now(UTC)
    assert (first.who, first.message, len(first.files)) == ("unknown", "As it stood before the first save here", 9)
