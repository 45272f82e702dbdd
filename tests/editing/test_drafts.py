"""What is begun and not saved is kept: by form and writer, whole or not at all, where neither the files nor their history see it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from parley.editing.drafts import Draft, discard_draft, draft_of, drafts_of, keep_draft

FIELDS = {"says": ("", "Half a sent"), "to": ([], ["isles"]), "kind": (None, "offer"), "place.strict": (False, True)}


def test_a_draft_is_its_writers_until_it_is_thrown_away(fjords: Path) -> None:
    """Another form and another writer have their own; the newest comes first."""
    first = Draft("edit?edit=statement", datetime(2025, 3, 5, 14, 2), FIELDS)
    later = Draft("edit?edit=source", datetime(2025, 3, 5, 14, 3), {"title": ("", "Reply")})
    for one in (first, later):
        keep_draft(fjords, one, "A. Berg")
    assert (draft_of(fjords, first.form, "A. Berg"), drafts_of(fjords, "A. Berg")) == (first, [later, first])
    assert (draft_of(fjords, first.form, "B. Dahl"), drafts_of(fjords, "B. Dahl")) == (None, [])
    assert (fjords / ".parley" / ".gitignore").read_text(encoding="ascii") == "*\n"
    for _ in range(2):
        discard_draft(fjords, first.form, "A. Berg")
    assert drafts_of(fjords, "A. Berg") == [later]


def test_a_draft_that_cannot_be_read_is_none(fjords: Path) -> None:
    """One cut short, one that is something else; what is kept next takes its place."""
    draft = Draft("edit?edit=statement", datetime(2025, 3, 5, 14, 2), FIELDS)
    keep_draft(fjords, draft, "A. Berg")
    (path,) = (fjords / ".parley" / "drafts").iterdir()
    whole = path.read_text(encoding="utf-8")
    for broken in (whole[:40], "[1]", whole.replace("Half a sent", "").replace('["", ""]', '["x"]'), ""):
        path.write_text(broken, encoding="utf-8")
        assert (draft_of(fjords, draft.form, "A. Berg"), drafts_of(fjords, "A. Berg")) == (None, [])
    keep_draft(fjords, draft, "A. Berg")
    assert draft_of(fjords, draft.form, "A. Berg") == draft
