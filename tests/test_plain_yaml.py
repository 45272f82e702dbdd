"""Reading what is written plainly: the same value as strict reading gives, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.generate import write_negotiation
from parley.files import read_document
from parley.plain_yaml import read_plainly
from parley.strict_yaml import read_yaml

SHIPPED = Path("positions/us-china-trade")
INDENTS = ("", "", " ", "  ", "    ", "      ")
HEADS = (
    "",
    "- ",
    "- ",
    "-",
    "a:",
    "a: ",
    "b: ",
    "b:  ",
    "c:",
    "- a:",
    "- a: ",
    "- b: ",
    "null: ",
    "'a': ",
    "d:: ",
    "? ",
    "<<: ",
    "-e: ",
    f"{'k' * 101}: ",
)
VALUES = (
    *(
        "",
        "x",
        "x y ",
        "-1",
        "-",
        "a:b",
        "a: b",
        "a:",
        "a #b",
        "a#b",
        "# c",
        "null",
        "null x",
        "~",
        "Null",
        "é – “x”",
        "\xa0x",
        "x\t",
        "\ufeffx",
        "x\x85y",
        "‘",
    ),
    *('"x"', '"x" ', '" "', '""', '"x', '"x" y', '"x\\"y"', '"x\\ny"', '"x\\\\"', '"x # y: z"', "'x'", "''", "'it''s'", "'x' y", "'x\\'"),
    *(
        "{}",
        "[]",
        "{a: x}",
        "{a: x, b: y}",
        "{a: x, a: y}",
        "{a: x,b: y}",
        "{a:x}",
        "{a}",
        "{a: }",
        "{a: null, b: ~}",
        '{a: "x, y", b: "}"}',
        "{a: it's}",
    ),
    *(
        "[x, y]",
        "[x, null]",
        "[x,]",
        "[x",
        "{a: [x]}",
        "[{a: x}]",
        "{a: x?y}",
        "{a: -1, b: - x}",
        "{a: x} y",
        "{a: x}: y",
        "{null: x}",
        "[a: b]",
        "{a: b#c}",
    ),
    *(
        "&a x",
        "*a",
        "!x y",
        "|",
        ">-",
        "%x",
        "@x",
        "`x`",
        "---",
        "...",
        "--- x",
        "=======",
        "<<<<<<< x",
        ">>>>>>> x",
        "x" * 2000,
        '"' + "x" * 2000 + '"',
    ),
)
LINES = st.builds("{}{}{}".format, st.sampled_from(INDENTS), st.sampled_from(HEADS), st.sampled_from(VALUES))
PLAIN_LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(INDENTS),
    st.sampled_from(("- ", "a: ", "b: ", "c:", "- a: ", "- b:")),
    st.sampled_from(("", "x", '"y"', "{a: x}")),
)


def the_same_or_none(content: str) -> bool:
    """Assert that plain reading gives nothing or what strict reading does; return whether it gives anything."""
    found = read_plainly(content)
    if found is not None:
        value, faults, _ = read_yaml(content)
        assert (repr(value), faults) == (repr(found), [])
    return found is not None


@given(st.lists(LINES, min_size=1, max_size=5).map("\n".join))
def test_of_lines_of_every_kind_nothing_is_read_otherwise(content: str) -> None:
    """Whatever stands in a line, beside whatever else: keys in their order and values are what YAML says, and nothing that is wrong is taken."""
    the_same_or_none(content)


@given(st.lists(PLAIN_LINES, min_size=2, max_size=12).map("\n".join))
def test_however_plain_lines_are_indented_nothing_is_read_otherwise(content: str) -> None:
    """Entries and keys belong where YAML has them, or the text is not taken."""
    the_same_or_none(content)


@given(st.data())
def test_one_letter_more_or_less_changes_nothing_of_that(data: st.DataObject) -> None:
    """A part of a shipped file with a letter deleted, doubled or put in is read as YAML reads it, or not at all."""
    lines = (SHIPPED / data.draw(st.sampled_from(("china.yaml", "us.yaml", "negotiation.yaml")))).read_text(encoding="utf-8").splitlines()
    start = data.draw(st.integers(0, len(lines) - 1))
    content = "\n".join(["top:", *lines[start : start + 20]])
    place, count = data.draw(st.integers(0, len(content))), data.draw(st.integers(0, 2))
    letter = data.draw(st.sampled_from(" \n:-#\"'{}[],\\\tx&*!|>%@é\r"))
    the_same_or_none(content[:place] + letter * count + content[place + 1 :])


def test_files_as_they_are_written_are_read_plainly(tmp_path: Path) -> None:
    """All statements and sources that come with Parley, and a random negotiation; only texts over several lines are left to the other way."""
    write_negotiation(tmp_path, 3, 6, 30, seed=1)
    files = [*SHIPPED.glob("*.yaml"), *Path("seeds").glob("*.yaml"), *tmp_path.rglob("*.yaml")]
    left = {one.name for one in files if not the_same_or_none(one.read_text(encoding="utf-8"))}
    assert left == {"negotiation.yaml"}
    assert len(files) > 15
    assert the_same_or_none((tmp_path / "negotiation.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("depth", range(1, 30))
def test_what_is_nested_too_deeply_for_one_is_for_the_other(depth: int) -> None:
    """No depth is taken that strict reading refuses; as deep as a position file goes, it is read."""
    mappings = "\n".join(f"{' ' * level}a:" for level in range(depth)) + " {b: x}"
    lists = "\n".join(f"{'  ' * level}- a:" if level else "a:" for level in range(depth)) + " {b: x}"
    assert the_same_or_none(mappings) is (depth <= 12)
    the_same_or_none(lists)


def test_where_a_value_stands_is_told_though_it_was_read_plainly(tmp_path: Path) -> None:
    """The file is read once more when something is to be told of it."""
    path = tmp_path / "one.yaml"
    path.write_text("# who\nparty: us\nstatements:\n  - id: s1\n    place: {at: low, strict: true}\n", encoding="utf-8")
    document = read_document(path)
    assert document.value == read_plainly(document.content)
    assert document.places.at(document.value, ("statements", 0, "place", "strict")) == (5, 30)
    assert document.places.at(document.value, ("statements", 0, "place", "strict"), on_key=True) == (5, 22)
