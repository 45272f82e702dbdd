"""Another value in a file, and every line that need not change as it was."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from parley.editing.splicing import CannotKeepError, spliced
from parley.plain_yaml import read_plainly
from parley.strict_yaml import read_yaml
from tests.generating import Talks, talks

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("positions", "seeds", "tests/data/fjords", "tests/data/seeds") for path in (ROOT / folder).rglob("*.yaml"))
Value = dict[str, Any]


def read(content: str) -> Value:
    value = read_plainly(content) or read_yaml(content)[0]
    assert isinstance(value, dict)
    return value


def edited(content: str, **values: Any) -> str:
    """Return the text with other values under some keys, None to take one out."""
    before = read(content)
    after = {key: one for key, one in {**before, **values}.items() if one is not None}
    return spliced(content, before, after)


def differing(old: str, new: str) -> list[str]:
    """Return the lines that went and came."""
    return [line for line in difflib.ndiff(old.splitlines(keepends=True), new.splitlines(keepends=True)) if line[:2] in ("- ", "+ ")]


def texts_in(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each text in a value."""
    if isinstance(value, str):
        yield way
    for step, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from texts_in(one, (*way, step))


def put(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    """Return a copy in which something else stands at the end of a way."""
    made = copy.deepcopy(value)
    here = made
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = new
    return made


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a generated negotiation's statements as somebody may have written them: lists here or there, wide or narrow, with comments of any kind."""
    made: Talks = draw(talks(most=5))
    entries = [{key: one for key, one in made._words(said).items() if one not in (None, ())} for said in made.said]
    text = yaml.dump(
        {"party": "a", "about": draw(st.sampled_from(["Herring: who, where", "It's said that it is so " * 5])), "statements": entries},
        Dumper=_Indented if draw(st.booleans()) else yaml.SafeDumper, sort_keys=False, allow_unicode=True,
        width=draw(st.sampled_from([40, 1000])), default_flow_style=draw(st.sampled_from([None, False])),
        default_style=draw(st.sampled_from([None, '"', "'"])),
    )  # fmt: skip
    lines = (
        [line for one in text.splitlines() for line in (*draw(st.sampled_from([(), (), (), ("# why",), ("",)])), one)] if "  \n" not in text else []
    )
    made_text = "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n# the end\n"]))
    if read_yaml(made_text)[1]:
        made_text = text  # a comment stood within a text
    return made_text.replace("\n", "\r\n") if draw(st.booleans()) else made_text


class _Indented(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


@pytest.mark.parametrize("path", FILES, ids=lambda one: one.stem)
def test_in_a_file_of_ours_each_text_can_be_changed_alone(path: Path) -> None:
    """Nothing changes without an edit; with one, of one text in every ten, no other line than that in which it stands."""
    content = path.read_bytes().decode()
    before = read(content)
    assert spliced(content, before, copy.deepcopy(before)) == content
    for way in list(texts_in(before))[:: 1 if len(content) < 3000 else 53]:
        made = spliced(content, before, put(before, way, "other words"))
        old, new = content.splitlines(), made.splitlines()
        away = [
            line for kind, a, b, *_ in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if kind != "equal" for line in old[a:b]
        ]
        # One line, but for a text that is folded over several.
        assert len(away) == 1 or all("about" in str(way) or "notes" in str(way) for _ in away), (way, away)


@given(files(), st.data())
def test_one_text_changed_leaves_every_other_line(content: str, data: st.DataObject) -> None:
    """Whatever the file's style; the lines that change hold the text, and all others are there as they were, line ends too."""
    before = read(content)
    way = data.draw(st.sampled_from([*texts_in(before)]))
    new = data.draw(st.sampled_from(["r3", "12.5", "two words", "It's: so # not", 'with "quotes"', "2025-03-01", "yes", "é – 文", "a, b", "x" * 200]))
    after = put(before, way, new)
    try:
        made = spliced(content, before, after)
    except CannotKeepError:
        assert "# why" in content  # which stands in what would be written anew
        return
    assert read(made) == after
    matcher = difflib.SequenceMatcher(None, content.splitlines(keepends=True), made.splitlines(keepends=True), autojunk=False)
    assert len([one for one in matcher.get_opcodes() if one[0] != "equal"]) <= 1
    gone = "".join(line for kind, a, b, *_ in matcher.get_opcodes() if kind != "equal" for line in content.splitlines(keepends=True)[a:b])
    assert gone.count("# why") <= 1


@given(files(), st.integers(1, 3))
def test_what_is_added_comes_behind_and_changes_nothing(content: str, count: int) -> None:
    """The text up to the end of the last entry is the same, byte for byte, and so is what follows it."""
    before = read(content)
    new = [{"id": f"new-{number}", "issue": "quota", "place": {"at": "r1"}, "says": "So: it's said."} for number in range(count)]
    try:
        made = spliced(content, before, {**before, "statements": [*before["statements"], *new]})
    except CannotKeepError:
        assert not before["statements"]
        return
    if before["statements"]:
        kept = difflib.SequenceMatcher(None, content.splitlines(keepends=True), made.splitlines(keepends=True), autojunk=False)
        assert [kind for kind, *_ in kept.get_opcodes() if kind != "equal"] in (["insert"], ["replace"])  # a last line without an end gets one
        assert differing(content, made)[-1][:2] == "+ "
    assert read(made)["statements"] == [*before["statements"], *new]


@given(files(), st.data())
def test_an_entry_that_goes_takes_its_lines_and_no_other(content: str, data: st.DataObject) -> None:
    """Comments before it stay."""
    before = read(content)
    if not before["statements"]:
        return
    place = data.draw(st.integers(0, len(before["statements"]) - 1))
    after = {**before, "statements": [one for number, one in enumerate(before["statements"]) if number != place]}
    made = spliced(content, before, after)
    assert read(made) == after
    assert {line[:2] for line in differing(content, made)} <= {"- ", "+ "}
    if len(before["statements"]) > 1:
        assert all(line[:2] == "- " for line in differing(content, made))


STYLES = """\
# Ours
title: Talks   # as agreed
about: >-
  Who may fish
  herring.
'party': "a"
shown: [ a,  b ]
parties:
- {id: a, name: 'A'}   # first

# The second
- id: b
  name: B
"""


@pytest.mark.parametrize(
    ("values", "lines"),
    [
        ({"title": "Fjord talks"}, ["- title: Talks   # as agreed\n", "+ title: Fjord talks   # as agreed\n"]),
        ({"about": "Who may fish what."}, ["-   Who may fish\n", "+   Who may fish what.\n", "-   herring.\n"]),
        ({"party": "b"}, ["- 'party': \"a\"\n", "+ 'party': \"b\"\n"]),
        ({"shown": ["b", "a"]}, ["- shown: [ a,  b ]\n", "+ shown: [b, a]\n"]),
        ({"party": None}, ["- 'party': \"a\"\n"]),
        ({"reviewed": "2025-03-01"}, ['+ reviewed: "2025-03-01"\n']),
        ({"parties": [{"id": "a", "name": "It's A"}, {"id": "b", "name": "B"}]}, ["- - {id: a, name: 'A'}   # first\n", "+ - {id: a, name: 'It''s A'}   # first\n"]),
        ({"parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B", "short": "b"}]}, ["+   short: b\n"]),
        ({"parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}]}, ["+ - id: c\n", "+   name: C\n"]),
        ({"parties": [{"id": "c", "name": "C"}, {"id": "a", "name": "A"}, {"id": "b", "name": "B"}]}, ["+ - {id: c, name: C}\n"]),
        ({"parties": [{"id": "b", "name": "B"}]}, ["- - {id: a, name: 'A'}   # first\n"]),
        ({"parties": [{"id": "b", "name": "B"}, {"id": "a", "name": "A"}]}, ["+ - id: b\n", "+   name: B\n", "- - id: b\n", "-   name: B\n"]),
        ({"parties": [{"id": "a", "name": "A", "speakers": [{"id": "x"}]}, {"id": "b", "name": "B"}]},
         ["- - {id: a, name: 'A'}   # first\n", "+ - {id: a, name: 'A', speakers: [{id: x}]}   # first\n"]),
    ],
)  # fmt: skip
def test_each_way_of_writing_is_kept(values: Value, lines: list[str]) -> None:
    """Quotes, brackets, folds, comments behind a value, and the side on which lists stand."""
    made = edited(STYLES, **values)
    assert differing(STYLES, made) == lines
    windows = edited(STYLES.replace("\n", "\r\n"), **values)
    assert windows == made.replace("\n", "\r\n")


def test_a_list_that_is_emptied_or_filled_stands_beside_its_key_or_beneath() -> None:
    """The strict reader takes no key without a value."""
    assert edited("party: a\nstatements:\n- id: x\n  issue: q\n", statements=[]) == "party: a\nstatements: []\n"
    filled = edited("party: a\nstatements: []\n", statements=[{"id": "x", "place": {"at": "r1"}}])
    assert filled == "party: a\nstatements:\n  - id: x\n    place: {at: r1}\n"


def test_what_cannot_be_kept_is_refused() -> None:
    """A comment inside brackets would be lost, and what stands for another value would change with it."""
    with pytest.raises(CannotKeepError):
        edited("a: {\n  b: 1,  # why\n  c: 2\n}\n", a={"b": "3", "c": "2"})
    with pytest.raises(CannotKeepError):
        edited("a: &same {b: 1}\nc: *same\n", a={"b": "2"})
    assert edited("a: &same {b: 1}\nc: *same\n", c={"b": "2"}) == 'a: &same {b: 1}\nc: {b: "2"}\n'
