"""Every save is a version: in the folder's own repository where it lies in one, else in one made for it; and each can be seen and brought back."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from parley.dataset import load
from parley.editing import history
from parley.editing.edits import Add, Change, Edit, Remove
from parley.editing.errors import EditError
from parley.editing.opening import opened
from parley.editing.saving import Saved, save
from parley.editing.trying import tried
from tests.making import replaced

SAYS = "Northland asks for two fifths."


def saved(fjords: Path, message: str, *edits: Edit, who: str = "A. Berg") -> Saved:
    found = save(tried(opened(fjords), edits), who, message)
    assert isinstance(found, Saved)
    return found


def saying(words: str) -> Change:
    return Change("statement", "north-quota-40", {"says": words})


def git(*words: str) -> str:
    person = ("-c", "user.name=C", "-c", "user.email=c@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *person, *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def own_git(fjords: Path) -> Path:
    """Return the folder within somebody's own repository, in which all is committed."""
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "Begun")
    return fjords


def test_in_the_folders_own_repository_only_the_files_of_the_save_are_committed(own_git: Path) -> None:
    """What else is staged or changed stays so; git itself finds nothing wrong, and nothing of ours lies about in its status."""
    Path("notes.txt").write_text("staged", encoding="utf-8")
    git("add", "notes.txt")
    replaced(own_git / "isles.yaml", "firmness: 2", "firmness: 3")
    saved(own_git, "Northland, quota: demand changed", saying(SAYS))
    assert git("log", "--format=%an|%s", "-1").strip() == "A. Berg|Northland, quota: demand changed"
    assert git("show", "--name-only", "--format=", "HEAD").split() == ["fjords/northland.yaml"]
    assert git("status", "--porcelain").splitlines() == [" M fjords/isles.yaml", "A  notes.txt"]
    git("fsck", "--strict")
    assert [one.message for one in history.versions(own_git)] == ["Northland, quota: demand changed", "Begun"]
    assert not (own_git / ".parley" / "history.git").exists()


def test_what_was_written_by_hand_before_a_save_is_a_version_of_its_own(own_git: Path) -> None:
    """Nobody's name stands under what somebody else wrote, and nothing of it is lost."""
    replaced(own_git / "northland.yaml", "firmness: 5", "firmness: 4")
    saved(own_git, "Changed", saying(SAYS))
    assert [(one.who, one.message) for one in history.versions(own_git)] == [
        ("A. Berg", "Changed"),
        ("unknown", "Changed outside of Parley"),
        ("C", "Begun"),
    ]
    changed = history.changed(*(history.dataset_of(own_git, one.id) for one in reversed(history.versions(own_git)[:2])))
    assert [(one.id, [each.name for each in one.changes]) for one in changed.in_files.changed] == [("north-quota-40", ["says"])]


def test_only_commits_that_changed_the_negotiation_are_versions(own_git: Path) -> None:
    """Not what was done elsewhere in the repository, and not a merge that brought nothing of its own; a file that went is a change, too."""
    Path("notes.txt").write_text("elsewhere", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "Elsewhere")
    git("switch", "-q", "-c", "aside")
    replaced(own_git / "isles.yaml", "firmness: 2", "firmness: 3")
    git("commit", "-q", "-a", "-m", "Aside")
    git("switch", "-q", "main")
    git("rm", "-q", "fjords/southmark.yaml")
    git("commit", "-q", "-m", "Gone")
    git("merge", "-q", "--no-ff", "-m", "Merged", "aside")
    assert {one.message: sorted(path.name for path in one.files) for one in history.versions(own_git) if one.message != "Begun"} == {
        "Gone": ["southmark.yaml"],
        "Aside": ["isles.yaml"],
    }
    replaced(own_git / "isles.yaml", "firmness: 3", "firmness: 4")
    git("commit", "-q", "-a", "--amend", "--no-edit")
    newest = history.versions(own_git)[0]
    assert (newest.message, [path.name for path in newest.files]) == ("Merged", ["isles.yaml"])


def test_a_folder_that_its_repository_leaves_out_has_a_history_of_its_own(own_git: Path) -> None:
    """What somebody keeps out of a repository on purpose does not come into it."""
    Path(".gitignore").write_text("fjords/\n", encoding="utf-8")
    git("rm", "-rq", "--cached", "fjords")
    git("add", "-A")
    git("commit", "-q", "-m", "Kept inside")
    saved(own_git, "Changed", saying(SAYS))
    assert git("log", "--format=%s").split("\n")[0] == "Kept inside"
    assert [one.message for one in history.versions(own_git)] == ["Changed", "As it stood before the first save here"]


def test_in_the_middle_of_a_merge_the_files_are_saved_and_the_history_waits(own_git: Path) -> None:
    """The next save brings it in, under the name of whoever made it."""
    Path(".git/MERGE_HEAD").write_text(git("rev-parse", "HEAD"), encoding="ascii")
    found = saved(own_git, "Amid a merge", saying(SAYS))
    assert found.version == "" and found.unrecorded.startswith("A merge is under way in ")
    assert load(own_git).statement("north-quota-40").says == SAYS
    Path(".git/MERGE_HEAD").unlink()
    saved(own_git, "Next", Change("statement", "north-quota-30", {"firmness": 3}), who="B. Dahl")
    assert [(one.who, one.message) for one in history.versions(own_git)] == [("B. Dahl", "Next"), ("A. Berg", "Amid a merge"), ("C", "Begun")]


def test_a_locked_repository_is_told_and_never_broken_into(own_git: Path) -> None:
    """The files hold the save all the same."""
    Path(".git/HEAD.lock").write_text("", encoding="ascii")
    Path(".git/refs/heads/main.lock").write_text("", encoding="ascii")
    found = saved(own_git, "Locked", saying(SAYS))
    assert "Another program works in the history" in found.unrecorded
    assert Path(".git/refs/heads/main.lock").exists()
    assert load(own_git).statement("north-quota-40").says == SAYS


def test_a_version_is_restored_by_a_save_of_its_own(fjords: Path) -> None:
    """Statements, header and the records that it cites come back; records that it does not know stay, for others may cite them."""
    source = Add("source", {"id": "gazette", "title": "Talks", "issued": "2025-05-02"})
    first = saved(fjords, "First", saying(SAYS)).version
    before = {path.name: path.read_bytes() for path in fjords.glob("*.yaml")}
    saved(fjords, "Second", source, saying("Changed again."), Change("source", "southmark-2025-reply", {"genre": "letter"}),
          Change("negotiation", "fjords", {"title": "Talks"}))  # fmt: skip
    work = history.restored(opened(fjords), first)
    assert isinstance(save(work, "B. Dahl", "Restored"), Saved)
    assert {path.name: path.read_bytes() for path in fjords.glob("*.yaml")} == before
    found = load(fjords)
    assert (found.sources["southmark-2025-reply"].genre, "gazette" in found.sources) == ("government reply", True)
    assert [one.message for one in history.versions(fjords)] == ["Restored", "Second", "First", "As it stood before the first save here"]
    assert history.restored(opened(fjords), history.versions(fjords)[0].id).is_empty


def test_a_file_that_a_version_did_not_have_goes_when_it_is_restored(fjords: Path) -> None:
    """And one that has gone since comes back."""
    first = saved(fjords, "First", saying(SAYS)).version
    fewer = Change("negotiation", "fjords", {"expect_statements": 0})
    saved(fjords, "Second", fewer, Remove("statement", "isles-patrols-joint"))
    (fjords / "isles.yaml").rename(fjords / "others.yaml")
    assert {path.name: text is None for path, text in history.restored(opened(fjords), first).texts.items()} == {
        "negotiation.yaml": False, "isles.yaml": False, "others.yaml": True,
    }  # fmt: skip


def test_what_differs_between_two_versions_is_told_of_files_and_positions(fjords: Path) -> None:
    """Statements, fields, other records, a document that nothing cites, and what becomes of positions on the last day of either."""
    new = {"id": "isles-patrols-again", "party": "isles", "issue": "patrols", "kind": "offer", "place": {"at": "none"}, "said": "2025-05-20"}
    gazette = Add("source", {"id": "gazette", "title": "Talks"})
    old = saved(fjords, "First", saying(SAYS)).version
    latest = saved(fjords, "Second", Add("statement", new), saying("Again."), Change("party", "isles", {"short": "Skerries"}), gazette).version
    found = history.changed(history.dataset_of(fjords, old), history.dataset_of(fjords, latest))
    assert [one.id for one in found.in_files.added] == ["isles-patrols-again"]
    assert [(one.kind, one.id, one.changes[0].before, one.changes[0].after) for one in found.in_files.changed] == [
        ("statement", "north-quota-40", SAYS, "Again."), ("party", "isles", "Isles", "Skerries"),
    ]  # fmt: skip
    assert found.in_files.new_records == (("source", "gazette"),)
    assert (str(found.day), [(one.party.id, one.part, one.ids) for one in found.positions]) == (
        "2025-05-20", [("isles", "offer", ("isles-patrols-again", "isles-patrols-joint"))],
    )  # fmt: skip
    assert history.changed(*[history.dataset_of(fjords, latest)] * 2).in_files.is_nothing


def test_a_version_that_there_is_not_is_told(fjords: Path) -> None:
    """In words, before the first save and after it."""
    for _ in range(2):
        with pytest.raises(EditError, match="The history holds no version 'abc'."):
            history.texts_of(fjords, "abc")
        saved(fjords, "First", saying(SAYS))
