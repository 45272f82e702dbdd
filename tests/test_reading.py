"""Typed records from files: each key's value is checked on load, and what is wrong is said in plain words at its place."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from parley.errors import BadFilesError
from parley.files import read_document
from parley.model import Negotiation, PartyFile, Source
from parley.reading import read_record

if TYPE_CHECKING:
    from pydantic import BaseModel

DATA = Path(__file__).parent / "data"
FILES: tuple[tuple[type[BaseModel], Path], ...] = (
    (Negotiation, DATA / "fjords" / "negotiation.yaml"),
    (PartyFile, DATA / "fjords" / "northland.yaml"),
    (Source, DATA / "seeds" / "northland-2025-opening.yaml"),
)
ODD: tuple[Any, ...] = ("", "🐟", "-1_000", ["a"], {"a": "b"})
# Words of the libraries underneath, which mean nothing to the person who must mend the file.
JARGON = re.compile(
    r"pydantic|input should|tuple|dict|none|null|validat|scalar|token|mapping|literal|regex|pattern|instance|\bint\b|\bstr\b|\bbool\b", re.IGNORECASE
)


@pytest.fixture(autouse=True)
def _in_tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(model: type[BaseModel], content: str) -> list[str]:
    path = Path.cwd() / "file.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadFilesError) as caught:
        read_record(model, path)
    return [str(problem) for problem in caught.value.problems]


def paths(value: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield above
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inside in items:
        yield from paths(inside, (*above, key))


def with_value(whole: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    changed = copy.copy(whole)
    changed[path[0]] = with_value(whole[path[0]], path[1:], value)
    return changed


@pytest.mark.parametrize(("model", "path"), FILES, ids=[path.stem for _, path in FILES])
def test_an_odd_value_anywhere_is_refused_in_plain_words(model: type[BaseModel], path: Path) -> None:
    """Whatever stands in the place of a value, every message names a place in the file and no word of a library."""
    whole = read_document(path).value
    # One place stands for all that differ from it only in their number in a list.
    places = {tuple("n" if isinstance(step, int) else step for step in one): one for one in paths(whole)}
    refused = 0
    for place in places.values():
        for odd in ODD:
            # What is JSON is YAML as well, and quicker to write.
            content = json.dumps(with_value(whole, place, odd), indent=0, ensure_ascii=False)
            changed = Path.cwd() / f"file-{refused}.yaml"
            changed.write_text(content, encoding="utf-8")
            try:
                read_record(model, changed)
            except BadFilesError as error:
                refused += 1
                for problem in error.problems:
                    assert 1 <= problem.line <= content.count("\n") + 1
                    assert not JARGON.search(re.sub("'[^']*'|It says:.*|Its keys:.*|There is:.*", "", str(problem))), str(problem)
    assert refused > len(places)


def test_a_key_has_the_name_it_has_in_the_file() -> None:
    """A record is read by the keys of the file, with hyphens and reserved words, and no others."""
    record, _ = read_record(PartyFile, DATA / "fjords" / "northland.yaml")
    assert record.statements[3].place.from_ == "35"
    source, _ = read_record(Source, DATA / "seeds" / "northland-2025-opening.yaml")
    assert source.container_title == "Fjord Gazette"


def test_all_problems_of_a_file_are_told_together() -> None:
    """One reading finds every wrong key and value, in the order of their places."""
    content = "id: Fjords\nabout: ''\nreviewed: [2025]\nexpect_statements: none\nparties: northland\ngroups: []\nissues:\n  - herring\nevent: []\n"
    assert said(Negotiation, content) == [
        "file.yaml:1:1: The key 'title' is missing. It says: The title as shown.",
        "file.yaml:1:5: 'Fjords' is not an id of the right form. Use lower-case letters, digits and single hyphens.",
        "file.yaml:2:8: 'about' is empty. Write a text, or leave the whole line out.",
        "file.yaml:3:11: A date must be one text. Write a day (2018-05-02), a month (2018-05), a year (2018), a span (2018-05-03/2018-05-04), "
        "or 'before' or 'after' a day.",
        "file.yaml:4:20: 'none' is not a whole number. Write digits only, at most nine.",
        "file.yaml:5:10: 'parties' must be a list, not 'northland'. Begin each entry with '- '.",
        "file.yaml:6:9: 'groups' has too few entries. It says: The headings of issues, in order.",
        "file.yaml:8:5: An entry of 'issues' must be a group of keys, not 'herring'. "
        "Its keys: id, name, short, group, question, scale, directions, salience, power, headline, freshness_days, conflict_days, on_one_day.",
        "file.yaml:9:1: Unknown key 'event'. Did you mean 'events'?",
    ]


def test_a_long_value_is_cut_in_messages() -> None:
    """A message fits a line, however long the value is that it names, and shows no control characters."""
    assert said(PartyFile, f"party: {'x' * 5_000_000}X\n") == [
        f"file.yaml:1:8: '{'x' * 60}...' is not an id of the right form. Use lower-case letters, digits and single hyphens."
    ]
    assert said(PartyFile, 'party: "a\\n\\e[31m b"\n') == [
        "file.yaml:1:8: 'a �[31m b' is not an id of the right form. Use lower-case letters, digits and single hyphens."
    ]


def test_an_unchanged_file_gives_the_same_record() -> None:
    """A record is typed once, until its file changes."""
    path = Path.cwd() / "file.yaml"
    path.write_text("party: northland\n", encoding="utf-8")
    first, _ = read_record(PartyFile, path)
    assert read_record(PartyFile, path)[0] is first
    path.write_text("party: southmark-west\n", encoding="utf-8")
    assert read_record(PartyFile, path)[0].party == "southmark-west"
