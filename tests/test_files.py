"""Strict YAML: what is read as text, what is refused, and where the message says it stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from parley import places, strict_yaml
from parley.errors import BadFilesError
from parley.files import read_document, read_if_changed, shown_path


@pytest.fixture(autouse=True)
def _in_tmp_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(content: str | bytes, name: str = "northland.yaml") -> Path:
    path = Path.cwd() / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def said(content: str | bytes) -> list[str]:
    with pytest.raises(BadFilesError) as caught:
        read_document(written(content))
    return [str(problem) for problem in caught.value.problems]


def test_every_scalar_is_text() -> None:
    """Countries, clock times, numbers and dates stay what they look like."""
    document = read_document(written("a: NO\nb: 12:30\nc: 1_000\nd: 2018-05-02\ne: [yes, 0x1F, 1e3, .inf]\nf: 'null'\n"))
    assert document.value == {"a": "NO", "b": "12:30", "c": "1_000", "d": "2018-05-02", "e": ["yes", "0x1F", "1e3", ".inf"], "f": "null"}


def test_anchors_and_tags_give_text_too() -> None:
    """An alias stands for the value it names, and a tag runs nothing."""
    document = read_document(written('a: &x herring\nb: *x\nc: !!python/object/apply:os.system ["false"]\n'))
    assert document.value == {"a": "herring", "b": "herring", "c": ["false"]}


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    """Files saved by Windows editors read like any other."""
    assert read_document(written(b"\xef\xbb\xbfparty: northland\r\n")).value == {"party": "northland"}


@pytest.mark.parametrize(
    ("loc", "on_key", "place"),
    [
        ((), False, "1:1"),
        (("statements",), False, "3:3"),
        (("statements",), True, "2:1"),
        (("statements", 1), False, "4:5"),
        (("statements", 0, "place", "at"), False, "3:25"),
        (("statements", 0, "place", "at"), True, "3:21"),
        (("statements", 1, "to", 1), False, "5:17"),
        (("statements", 1, "missing"), False, "4:5"),
        (("statements", 9), False, "3:3"),
    ],
)
def test_every_value_and_key_has_a_line_and_a_column(loc: tuple[str | int, ...], on_key: bool, place: str) -> None:
    """A problem stands where its value or key does, else where the nearest thing around it does."""
    document = read_document(written("party: northland\nstatements:\n  - {id: a, place: {at: 40}}\n  - id: b\n    to: [isles, guild]\n"))
    assert str(document.problem(loc, "Wrong.", on_key=on_key)) == f"northland.yaml:{place}: Wrong."


def test_what_stands_behind_an_alias_has_the_place_of_the_value_it_names() -> None:
    """There it must be mended; the key is the alias's own."""
    document = read_document(written("a: &x {at: [1, 2]}\nb: *x\n"))
    assert str(document.problem(("b", "at", 1), "Wrong.")) == "northland.yaml:1:16: Wrong."
    assert str(document.problem(("b",), "Wrong.", on_key=True)) == "northland.yaml:2:1: Wrong."


def test_a_warning_says_so() -> None:
    """The severity stands between the place and the text."""
    problem = read_document(written("a: b\n")).problem(("a",), "Long.", "Shorten it.", severity="warning")
    assert str(problem) == "northland.yaml:1:4: warning: Long. Shorten it."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "1:1: The file is empty. Write 'key: value' lines."),
        ("# nothing yet\n", "1:1: The file is empty. Write 'key: value' lines."),
        ("---\n", "2:1: No value is given. Write one, or leave the whole line out."),
        ("- a\n- b\n", "1:1: The file holds a list and no keys. Write 'key: value' lines."),
        ("herring\n", "1:1: The file holds a text and no keys. Write 'key: value' lines."),
        ("a: b\n---\nc: d\n", "2:1: A second document begins here. Keep one per file, and leave the line '---' out."),
        ("a:\n\t- b\n", "2:1: A tab stands where only spaces can. Indent with spaces, not tabs."),
        ("Fjörde: b\r\rc:\r\t- d\n", "4:1: A tab stands where only spaces can. Indent with spaces, not tabs."),
        ("a: b\n\tc: d\n", "2:1: A tab stands where only spaces can. Indent with spaces, not tabs."),
        ("a: b: c\n", "1:5: A ':' stands where no key can be. Put quotes around a text that contains ': ', or check the indentation."),
        ("a: b\nherring\nc: d\n", "3:1: A key must be followed by ':'. Write 'key: value', and indent a text that runs over several lines."),
        ('a: b\nc: "d\n', "2:4: This quotation mark is never closed. Close it, or leave it out."),
        ("a: [b, c\nd: e\n", "1:4: This bracket is not closed. Close it, and put commas between the values."),
        (
            "a: [b]]\n",
            "1:7: This does not fit the lines above. Check the indentation, and quote the whole of a text that begins with a quotation mark.",
        ),
        ("a: `b`\n", "1:4: A text cannot begin with this character. Put quotes around the text."),
        ("a: &\n", "1:5: A text cannot begin with '*' or '&'. Put quotes around the text."),
        ("a: !b!c d\n", "1:4: A text cannot begin with '!'. Put quotes around the text."),
        ('a: "\\q"\n', "1:5: A backslash in double quotes is not understood. Use single quotes, or write the backslash twice."),
        ("a: >b\n c\n", "1:5: Nothing can follow '|' or '>' on its line. Begin the text on the next line."),
        ("a: [,]\n", "1:5: A value is missing here. Write one, or leave the comma or bracket out."),
        ("%a\nb: c\n", "1:3: A line cannot begin with '%'. Put quotes around the text."),
        ("{a: b}\nc: d\n", "2:1: This does not belong to the keys above. Check the indentation and the brackets."),
        ("a: b\x00c\n", "1:5: A character stands here that is no text. Delete it, or save the file as plain text."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "1:1: This is not UTF-8 text. Save the file as UTF-8."),
        ("a: b\nFjörde: ".encode() + b"\xe5", "2:9: This is not UTF-8 text. Save the file as UTF-8."),
        ("a: ñ\nb: Fjörde\x07\n", "2:10: A character stands here that is no text. Delete it, or save the file as plain text."),
        ("a: b\nc: herring\u2028salt\n", "2:11: A hidden line break stands here. Delete it, or begin a new line."),
        ("a:\n", "1:3: No value is given. Write one, or leave the whole line out."),
        ("a: ~\n", "1:4: No value is given. Write one, or leave the whole line out."),
        ("a: {b}\n", "1:6: No value is given. Write one, or leave the whole line out."),
        ("a: b\na: c\n", "2:1: The key 'a' is repeated. It stands first on line 1; keep one of the two."),
        ("<<: {a: b}\n", "1:1: Merge keys are not read. Write the values out."),
        ("[a]: b\n", "1:1: A key must be a word. Write 'key: value'."),
        ("a: &x {b: *x}\n", "1:11: An alias leads back to itself. Write the value out."),
        ("a: *x\n", "1:4: The alias '*x' stands for nothing. Write the value out, or put quotes around a text that begins with '*'."),
        ("a: &x b\nc: &x d\n", "2:4: The anchor '&x' is used twice. Write the value out."),
        ("a: &c b\nd: e\n", "1:4: Nothing refers to '&c'. Put quotes around a text that begins with '&'."),
        ("says: !Xoo people agree\n", "1:7: A text cannot begin with '!'. Put quotes around the text."),
        ("says: ! yes\n", "1:7: A text cannot begin with '!'. Put quotes around the text."),
        ("note: #17, annex 2\nb: c\n", "1:6: No value is given: what begins with '#' is a comment. Put quotes around the text."),
        (
            "says: North quits unless clause #4\n  is struck out\nx: y\n",
            "1:33: What begins with '#' after a blank is a comment, and ends the text. Put quotes around the text.",
        ),
        ("- id: a\n  kind：demand\n  b: c\n", "2:7: This colon is FULLWIDTH COLON (U+FF1A). Write ':' and a space."),
        ("a: {at： 5}\n", "1:7: This colon is FULLWIDTH COLON (U+FF1A). Write ':' and a space."),
        ("a: {at: 5， b: 6}\n", "1:10: This comma is FULLWIDTH COMMA (U+FF0C). Write ',' and a space."),
        ("a:\n  \u2013 id: x\n    b: c\n", "2:3: This dash is EN DASH (U+2013). Write '-' and a space."),
        ("a:\u00a0b\nc: d\n", "1:3: This blank is NO-BREAK SPACE (U+00A0). Write a plain space."),
        ("a:\n\u00a0 b: c\n", "2:1: This blank is NO-BREAK SPACE (U+00A0). Write a plain space."),
        ("a: “North: no”\n", "1:4: This quotation mark is LEFT DOUBLE QUOTATION MARK (U+201C). Write '\"'."),
    ],
)
def test_what_is_no_strict_yaml_is_refused_in_plain_words(content: str | bytes, message: str) -> None:
    """Each mistake is told where it stands, what it is and how to mend it."""
    assert said(content) == [f"northland.yaml:{message}"]


def test_a_sign_that_only_stands_near_a_mistake_is_not_blamed() -> None:
    """A text may hold the colons and commas of its own language."""
    assert said("a: 他说：好，走: x\n") == [
        "northland.yaml:1:10: A ':' stands where no key can be. Put quotes around a text that contains ': ', or check the indentation."
    ]


MERGED = "This is the mark of an unresolved merge."


@pytest.mark.parametrize(
    ("content", "messages"),
    [
        (
            "a: b\n<<<<<<< HEAD\nplace: {at: 28}\n=======\nplace: {at: 27}\n>>>>>>> theirs\nc: d\n",
            [f"2:1: {MERGED} Keep one of the two versions (lines 3 and 5) and delete the three marked lines."],
        ),
        (
            "<<<<<<< HEAD\r\na: 1\r\nb: 2\r\n||||||| base\r\na: 0\r\n=======\r\na: 3\r\n>>>>>>> theirs\r\n",
            [f"1:1: {MERGED} Keep one of the three versions (lines 2 to 3, 5 and 7) and delete the four marked lines."],
        ),
        (
            "<<<<<<< a\nb: 1\n=======\nb: 2\n>>>>>>> c\n<<<<<<< a\nd: 1\n=======\nd: 2\n>>>>>>> c\n",
            [
                f"1:1: {MERGED} Keep one of the two versions (lines 2 and 4) and delete the three marked lines.",
                f"6:1: {MERGED} Keep one of the two versions (lines 7 and 9) and delete the three marked lines.",
            ],
        ),
        ("a: b\n=======\nc: d\n", [f"2:1: {MERGED} Delete it."]),
        ("a: b\n=======\nc: d\n>>>>>>> theirs\n", [f"2:1: {MERGED} Delete the lines 2 and 4."]),
        (
            "a: |\n  One\n  <<<<<<< HEAD\n  two\n  =======\n  three\n  >>>>>>> theirs\n  four\n",
            [f"3:3: {MERGED} Keep one of the two versions (lines 4 and 6) and delete the three marked lines."],
        ),
        (
            "<<<<<<< HEAD\na: |\n  Title\n  =======\n=======\na: c\n>>>>>>> theirs\n",
            [f"1:1: {MERGED} Keep one of the two versions (lines 2 to 4 and 6) and delete the three marked lines."],
        ),
        ("a: |\n  One\n  >>>>>>>\n", [f"3:3: {MERGED} Delete it."]),
    ],
)
def test_an_unresolved_merge_is_told_as_such(content: str, messages: list[str]) -> None:
    """Each once, with the lines of its versions, and nothing is said of the sound lines in between."""
    assert said(content) == [f"northland.yaml:{message}" for message in messages]


def test_the_signs_of_a_merge_may_stand_in_a_text() -> None:
    """Only at the start of a line are they its marks, and a row of '=' there may underline a heading."""
    text = "note: a\nb: |\n  =======\nc: x <<<<<<< y\n"
    assert read_document(written(text)).value == {"note": "a", "b": "=======\n", "c": "x <<<<<<< y"}


def test_all_mistakes_of_a_file_are_told_together() -> None:
    """Those before a mistake that ends the reading are told with it."""
    assert said("a: {b: c, b: d}\ne:\nf: [,\n") == [
        "northland.yaml:1:11: The key 'b' is repeated. It stands first on line 1; keep one of the two.",
        "northland.yaml:2:3: No value is given. Write one, or leave the whole line out.",
        "northland.yaml:3:5: A value is missing here. Write one, or leave the comma or bracket out.",
    ]


@pytest.mark.parametrize("content", ["a: " + "[" * 1_000_000, "- " * 1_000_000, "{a: " * 1_000_000], ids=["lists", "dashes", "keys"])
def test_deep_nesting_is_refused_and_does_no_harm(content: str) -> None:
    """However deep a file goes, the reading stops at the level no position file has."""
    assert [message.partition(": ")[2] for message in said(content)] == ["The values are nested too deeply to be a position file."]


def test_aliases_of_aliases_cost_nothing() -> None:
    """A few lines that would unfold into a thousand million values are read at once."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    value = read_document(written("\n".join(lines))).value
    assert len(value) == 9


def test_one_line_of_ten_megabytes_is_told_in_one_short_line() -> None:
    """A long value is read as any other, and no message repeats it."""
    long = "x" * 10_000_000
    assert len(read_document(written(f"a: {long}\n")).value["a"]) == 10_000_000
    assert said(long) == ["northland.yaml:1:1: The file holds a text and no keys. Write 'key: value' lines."]
    assert said(f"? {long}\n: b\n? {long}\n: c\n") == [
        f"northland.yaml:3:3: The key '{'x' * 60}...' is repeated. It stands first on line 1; keep one of the two."
    ]


def test_what_is_no_file_is_refused() -> None:
    """A folder or a pipe under a file's name is told, and never waited for."""
    Path("folder.yaml").mkdir()
    os.mkfifo("pipe.yaml")
    Path("circle.yaml").symlink_to("circle.yaml")
    found = []
    for name in ("folder.yaml", "pipe.yaml", "circle.yaml", "nowhere.yaml", "a" * 300 + ".yaml"):
        with pytest.raises(BadFilesError) as caught:
            read_if_changed(Path(name))
        found += [str(problem) for problem in caught.value.problems]
    assert found == [
        "folder.yaml:1:1: This is not a file. Only files may have names that end in .yaml or .yml.",
        "pipe.yaml:1:1: This is not a file. Only files may have names that end in .yaml or .yml.",
        "circle.yaml:1:1: The file cannot be read: Too many levels of symbolic links.",
        "nowhere.yaml:1:1: The file cannot be read: No such file or directory.",
        f"{'a' * 300}.yaml:1:1: The file cannot be read: File name too long.",
    ]


def test_a_file_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lack of rights is a problem of that file and not a crash."""
    path = written("a: b\n")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(BadFilesError, match=r"^northland\.yaml:1:1: The file cannot be read: Permission denied\.$"):
        read_document(path)


def test_a_name_that_is_no_text_can_still_be_printed() -> None:
    """Bytes in a file's name that no screen shows are written out."""
    assert shown_path(Path(os.fsdecode(b"north\xff.yaml"))) == "north\\udcff.yaml"


def test_a_changed_file_is_read_again() -> None:
    """The same file gives the same document until it changes."""
    path = written("a: b\n")
    first = read_if_changed(path)
    assert read_if_changed(path) is first
    written("a: herring\n")
    assert read_if_changed(path).value == {"a": "herring"}


def test_a_wrong_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everything stands is noted on the way, so that many mistakes cost no second reading."""
    begun: list[str] = []

    def loader(content: str) -> object:
        begun.append(content)
        return yaml.Loader(content)

    for module in (strict_yaml, places):
        monkeypatch.setattr(module, "_Loader", loader)
    document = read_document(written("statements:\n  - {id: a}\n  - {id: b}\n"))
    assert [document.problem(("statements", number, "id"), "").line for number in (0, 1)] == [2, 3]
    assert len(begun) == 1


def test_the_texts_of_letters_beyond_ascii_are_found_with_their_paths() -> None:
    """Also those that a backslash writes; the others are passed over."""
    document = read_document(written('a: fish\nb: [é, {c: "\\xe9", d: x}]\n'))
    assert document.unusual_texts == ((("b", 0), "é"), (("b", 1, "c"), "é"))
