"""A record in the words of the form: every key of the files has a word, and what it says has names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from parley.dataset import Dataset, load
from parley.editing.edits import MODELS, keys_of
from parley.model import Amount, Coding, Condition, Locator, Place
from parley.telling.records import OWN_WORDS, Naming, field_at, field_of_key, value_told
from parley.words import say

DATA = Path(__file__).parents[1] / "data"
CATALOGUE = (Path(__file__).parents[2] / "parley/words/en/editing.ftl").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def fjords() -> Dataset:
    return load(DATA / "fjords")


def variants(message: str) -> set[str]:
    """Return between which words a sentence of the catalogue chooses."""
    (body,) = re.findall(rf"^{message} = {{.*?\n(.*?)^}}", CATALOGUE, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"\[([\w-]+)\]", body))


def test_every_key_of_the_files_has_a_word_of_its_own() -> None:
    """None falls back on the word of another."""
    keys = {key for kind in MODELS for key in keys_of(kind)} | {
        key for one in (Place, Locator, Condition, Amount, Coding) for key in one.model_fields
    }
    in_form = {"container-title": "publication", "URL": "url", "to": "addressed", "what": "event", "from_": "from"}
    named = {in_form.get(key, key) for key in keys}
    assert named - OWN_WORDS - variants("edit-field") == set()
    assert OWN_WORDS - {"id"} <= variants("record-field")
    assert OWN_WORDS & variants("edit-field") == {"speakers", "directions"}  # over which the form says more


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("kind", "red_line", "Stated limit"), ("said", "2025-05", "May 2025"), ("to", ["southmark", "isles"], "Southmark, Skerry Isles"),
        ("attribution", "anonymous_official", "unnamed official"), ("internal", True, "yes"), ("source", None, "–"),
        ("place", {"at": "joint"}, "Joint patrols"), ("place", {"at": "joint", "strict": "true"}, "Joint patrols, This value itself is refused"),
        ("place", {"from": "none", "to": "joint", "reading": "acceptable"}, "between No patrols and Joint patrols, Anything in it is fine"),
        ("place", {"unknown": "No level named."}, "Nobody can tell: No level named."), ("place", {"at": "gone"}, "gone"),
        ("directions", {"northland": "up", "isles": "target"}, "Northland: more, Skerry Isles: a certain value"),
        ("condition", {"type": "only_if", "says": "boats return"}, "only if boats return"),
        ("locator", {"line": 13, "anchor": "joint ones"}, "Line: 13, Anchor words: joint ones"),
        ("supersedes", ["north-quota-40"], "Northland, Northland's share of the herring: demand of 3 Mar 2025"),
        ("author", [{"family": "Berg"}, {"literal": "EC"}], "Family name: Berg; Name: EC"), ("said", "soon", "soon"),
    ],
)  # fmt: skip
def test_what_a_field_says_is_told_in_words(fjords: Dataset, key: str, value: object, told: str) -> None:
    """Parties, steps, documents and statements by their names; what nobody can read stays as it is."""
    assert say(value_told(key, value, Naming((fjords,)), "patrols")) == told


def test_a_field_within_a_record_is_called_by_its_way(fjords: Dataset) -> None:
    """The record by its name, and nothing that only a file knows."""
    naming = Naming((fjords,))
    assert [say(field_at(way, naming)) for way in ("place", "scale.ladder.joint.name", "speakers.government.commits", "container-title")] == [
        "Where on the scale", "Scale, Joint patrols, Name", "Speakers, government, May commit the party", "Publication",
    ]  # fmt: skip
    assert say(field_of_key("what")) == "What happened"
