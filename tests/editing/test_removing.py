"""What may be taken out of the files: nothing to which something refers, and no statement that has been shown."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from parley.dataset import load
from parley.editing import history
from parley.editing.edits import Add, Change, Edit, Kind, Remove
from parley.editing.opening import opened
from parley.editing.removing import references, shown_in
from parley.editing.saving import Saved, save
from parley.editing.trying import tried

NEW = {"id": "isles-again", "party": "isles", "issue": "patrols", "kind": "offer", "place": {"at": "none"}, "said": "2025-01-20"}


def saved(fjords: Path, *edits: Edit) -> None:
    assert isinstance(save(tried(opened(fjords), edits), "A. Berg", "Changed"), Saved)


@pytest.mark.parametrize(
    ("kind", "key", "refers"),
    [
        ("party", "isles", ["issue patrols", "statement isles-patrols-joint"]), ("party", "guild", [
            "negotiation fjords", "issue harbour-access", "statement guild-harbour-all-year", "statement guild-harbour-winter",
        ]),
        ("party", "southmark", ["negotiation fjords", "bloc coast", "..."]),
        ("issue", "patrols", [
            "agenda ministers", "statement isles-patrols-joint", "statement north-patrols-joint", "statement north-patrols-armed",
            "statement south-patrols-limit",
        ]),
        ("group", "around", ["issue patrols", "issue harbour-access"]), ("source", "southmark-2025-reply", ["event reply", "..."]),
        ("statement", "north-quota-30", ["statement north-quota-28"]), ("statement", "south-quota-none", ["statement south-quota-none-again"]),
        ("statement", "isles-patrols-joint", []), ("bloc", "coast", []), ("edition", "Briefing", []),
    ],
)  # fmt: skip
def test_what_refers_to_a_record_is_found(fjords: Path, kind: Kind, key: str, refers: list[str]) -> None:
    """Each once, statements last."""
    found = [" ".join(one) for one in references(load(fjords), kind, key)]
    assert (found[: len(refers) - 1] if refers[-1:] == ["..."] else found) == [one for one in refers if one != "..."]


def test_a_statement_is_shown_in_an_edition_since_it_stands_in_the_files(fjords: Path) -> None:
    """One of before is none; where nobody can tell since when it stands there, the day on which it was said counts."""
    saved(fjords, Add("statement", NEW))
    today = history.versions(fjords)[0].when.astimezone().date()
    for name, day in (("Old", date(2025, 2, 1)), ("Yesterday", today - timedelta(1)), ("Next", today + timedelta(30))):
        saved(fjords, Add("edition", {"name": name, "day": day.isoformat()}))

    def shown(key: str, on: date = today) -> str:
        talks = opened(fjords)
        found = shown_in(fjords, talks.statements[key][0], talks.dataset, key, on)
        return found.name if found else ""

    assert (shown("isles-again"), shown("isles-patrols-joint")) == ("", "Yesterday")
    assert shown("isles-again", today + timedelta(31)) == "Next"
    saved(fjords, Add("edition", {"name": "Today", "day": today.isoformat()}))
    assert shown("isles-again") == "Today"


def test_the_last_statement_goes_and_then_the_party_with_its_file(fjords: Path) -> None:
    """Nothing is left that nobody could read."""
    own = Add("party", {"id": "reef", "name": "Reef"})
    saved(
        fjords,
        own,
        Add("statement", {**NEW, "id": "reef-asks", "party": "reef", "kind": "threat", "place": {"not_placeable": "It threatens."}}),
        Change("negotiation", "fjords", {"expect_statements": 0}),
    )
    before = load(fjords)
    assert [*map(tuple, references(before, "party", "reef"))] == [("statement", "reef-asks")]
    saved(fjords, Remove("statement", "reef-asks"))
    assert references(load(fjords), "party", "reef") == ()
    saved(fjords, Remove("party", "reef"))
    found = load(fjords)
    assert (found.left_out, "reef" in found.negotiation.party_by_id, (fjords / "reef.yaml").exists()) == ((), False, False)
