"""Strict YAML: all scalars as text, no repeated keys, and what cannot be taken told in plain words at its line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from sys import intern
from typing import Any, NamedTuple, TypeAlias

import yaml

from parley.errors import quoted
from parley.letters import named
from parley.places import COLUMNS, Places

Text: TypeAlias = "str | list[Text] | dict[str, Text]"

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
# A position file has seven levels; the limit keeps a hostile one from exhausting the stack of whoever walks it.
DEEPEST = 20
# Words that YAML takes for "nothing" when they are not quoted.
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

_PLACED = frozenset((yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent))

# What the YAML library says, what that means, and how to mend it; the first that matches holds.
_SYNTAX: tuple[tuple[str, str, str], ...] = (
    ("tab character", "A tab stands where only spaces can.", "Indent with spaces, not tabs."),
    ("mapping values are not", "A ':' stands where no key can be.", "Put quotes around a text that contains ': ', or check the indentation."),
    ("could not find expected ':'", "A key must be followed by ':'.", "Write 'key: value', and indent a text that runs over several lines."),
    ("unexpected end|unexpected document", "This quotation mark is never closed.", "Close it, or leave it out."),
    ("expected ',' or", "This bracket is not closed.", "Close it, and put commas between the values."),
    ("cannot start any token", "A text cannot begin with this character.", "Put quotes around the text."),
    ("alphabetic or numeric", "A text cannot begin with '*' or '&'.", "Put quotes around the text."),
    ("tag", "A text cannot begin with '!'.", "Put quotes around the text."),
    ("escape|hexdecimal", "A backslash in double quotes is not understood.", "Use single quotes, or write the backslash twice."),
    ("comment or line break", "Nothing can follow '|' or '>' on its line.", "Begin the text on the next line."),
    ("node content", "A value is missing here.", "Write one, or leave the comma or bracket out."),
    ("directive", "A line cannot begin with '%'.", "Put quotes around the text."),
    ("document start", "This does not belong to the keys above.", "Check the indentation and the brackets."),
)
_UNFIT = ("This does not fit the lines above.", "Check the indentation, and quote the whole of a text that begins with a quotation mark.")
# Breaks that YAML counts as lines and editors do not, so that every place after them would be told wrong.
_HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")
# Signs that look like those of YAML and are none, where only those can stand; what is looked for, and how it is written.
_POSING = (
    (re.compile("(?:^ *|[-{,] +|{)[a-z_-]+([：﹕∶꞉ː׃])"), "colon", "Write ':' and a space."),
    (re.compile("^ *([－–—―−‐‑‒﹣])(?=\\s)"), "dash", "Write '-' and a space."),
    (re.compile("(?:: +|- +|^ *)([“”„‟«»＂])"), "quotation mark", "Write '\"'."),
    (re.compile("([，﹐、،])"), "comma", "Write ',' and a space."),
    (re.compile("(?::|-|^) *([\xa0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff])"), "blank", "Write a plain space."),
)
_LINE_BREAK = re.compile("\r\n?|\n")
# A text in no quotes that a comment follows; and a line that no text goes on in.
_CUT = re.compile("[^\\s'\"].*?\\s(#)")
_LINE_OF_ITS_OWN = re.compile(r"\s*([-#]|[\w-]+:|$)")
# The lines that a version control system leaves between two versions of a passage.
_MERGE_MARK = re.compile(r"^([ \t]*)([<|=>])\2{6}(?=[ \t\r]|$)", re.MULTILINE)
# Errors that show only at the end of what was left open are placed where it was opened.
_LEFT_OPEN = re.compile("unexpected|expected ',' or")


class Fault(NamedTuple):
    """One thing in a text that is no strict YAML: its 1-based line and column, what it is and how to mend it."""

    line: int
    column: int
    what: str
    mend: str = ""


def read_yaml(content: str) -> tuple[Text | None, list[Fault], Places]:
    """Return the value of a YAML text, or None where there is none, all that is no strict YAML in it, and where everything in it stands."""
    reader = _Reader(content)
    return reader.read(), reader.faults, reader.places


def _resolve(conflict: Sequence[tuple[int, str]]) -> str:
    """Return how to mend one conflict, given its marks with their 1-based lines."""
    versions = [(line + 1, after - 1) for (line, _), (after, _) in pairwise(conflict)]
    if [sign for _, sign in conflict if sign != "|"] != ["<", "=", ">"]:
        return f"Delete {'it' if len(conflict) == 1 else 'the lines ' + _enumerated([str(line) for line, _ in conflict])}."
    told = [f"{first} to {last}" if first < last else f"{first}" if first == last else "nothing" for first, last in versions]
    marked = "three" if len(conflict) == 3 else "four"
    return f"Keep one of the {'two' if len(versions) == 2 else 'three'} versions (lines {_enumerated(told)}) and delete the {marked} marked lines."


def _enumerated(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"


def place_of_byte(content: bytes, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of a byte; all before it must be UTF-8."""
    before = content[:offset].decode().replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class _Reader:
    """One reading of a file's events into text, lists and mappings; `faults` holds what it would not take."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.faults: list[Fault] = []
        self.places = Places()
        self.anchors: dict[str, tuple[Any, int]] = {}  # what each stands for, and its number among the places
        self.unnamed: dict[str, Any] = {}

    def read(self) -> Text | None:
        """Return the file's value, or None where there is none; syntax that cannot be read ends the reading."""
        if self._refuse_merge_marks():
            return None
        hidden = _HIDDEN_BREAK.search(self.content)
        if hidden:
            place = place_of_byte(self.content.encode(), len(self.content[: hidden.start()].encode()))
            self._refuse_at(*place, "A hidden line break stands here.", "Delete it, or begin a new line.")
            return None
        loader = _Loader(self.content)
        try:
            return self._value(loader.get_event)
        except yaml.MarkedYAMLError as error:
            self._refuse_syntax(error)
        except yaml.reader.ReaderError as error:
            place = place_of_byte(self.content.encode(), error.position)
            self._refuse_at(*place, "A character stands here that is no text.", "Delete it, or save the file as plain text.")
        finally:
            loader.dispose()
        return None

    def _value(self, next_event: Callable[[], Any]) -> Text | None:
        """Return the value of the one document; a flat loop, because a file could drive recursion as deep as it likes."""
        values: list[Any] = []  # of the list or mapping that is open, in which keys and values take turns
        around: list[tuple[Any, int, list[Any]]] = []
        places = self.places
        starts, scalar = places.starts, yaml.ScalarEvent
        value: Any
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar:
                # Nine in ten are texts, of which most need no more than this.
                mark = event.start_mark
                starts.append(mark.line << COLUMNS | mark.column)
                value = intern(event.value)  # the same few keys and words stand in every entry
                values.append(value)
                if value in NOTHING and not event.style:
                    self._refuse_empty(event)
                if event.tag:
                    self._refuse_tag(event)
                if event.anchor:
                    self._anchored(event, value, len(starts) - 1)
                continue
            if kind in _PLACED:
                mark, node = event.start_mark, len(starts)
                starts.append(mark.line << COLUMNS | mark.column)
            if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if len(around) == DEEPEST:
                    self._refuse(event, "The values are nested too deeply to be a position file.")
                    return None
                around.append((event, node, values))
                values = []
                continue
            if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                event, node, outer = around.pop()
                value = values if kind is yaml.SequenceEndEvent else self._mapping(values, node)
                values = outer
                places.end(node)
            elif kind is yaml.AliasEvent:
                value = self._aliased(event, [opened.anchor for opened, *_ in around])
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(event, "A second document begins here.", "Keep one per file, and leave the line '---' out.")
                    return None
                continue
            elif kind is yaml.StreamEndEvent:
                for one in self.unnamed.values():
                    self._refuse(one, f"Nothing refers to {quoted('&' + one.anchor)}.", "Put quotes around a text that begins with '&'.")
                return values[0] if values else None
            else:
                continue
            if event.anchor and kind is not yaml.AliasEvent:
                self._anchored(event, value, node)
            values.append(value)

    def _mapping(self, values: list[Any], node: int) -> dict[str, Text]:
        keys = values[::2]
        if set(map(type, keys)) <= {str}:
            found = dict(zip(keys, values[1::2], strict=True))
            if len(found) == len(keys) and "<<" not in found:
                return found
        return self._mapping_with_problems(keys, values[1::2], list(self.places.inside(node))[::2])

    def _mapping_with_problems(self, keys: list[Any], values: list[Any], nodes: list[int]) -> dict[str, Text]:
        first: dict[str, int] = {}
        found: dict[str, Text] = {}
        for key, value, node in zip(keys, values, nodes, strict=True):
            place = self.places.place(node)
            if not isinstance(key, str):
                self._refuse_at(*place, "A key must be a word.", "Write 'key: value'.")
            elif key == "<<":
                self._refuse_at(*place, "Merge keys are not read.", "Write the values out.")
            elif key in found:
                mend = f"It stands first on line {first[key]}; keep one of the two."
                self._refuse_at(*place, f"The key {quoted(key)} is repeated.", mend)
            else:
                found[key], first[key] = value, place[0]
        return found

    def _anchored(self, event: Any, value: Any, node: int) -> None:
        if event.anchor in self.anchors:
            self._refuse(event, f"The anchor {quoted('&' + event.anchor)} is used twice.", "Write the value out.")
            self.unnamed.pop(event.anchor, None)
        elif isinstance(value, str):
            self.unnamed[event.anchor] = event
        self.anchors[event.anchor] = value, node

    def _aliased(self, event: Any, around: list[str | None]) -> Any:
        self.unnamed.pop(event.anchor, None)
        if event.anchor in around:
            self._refuse(event, "An alias leads back to itself.", "Write the value out.")
        elif event.anchor not in self.anchors:
            what = f"The alias {quoted('*' + event.anchor)} stands for nothing."
            self._refuse(event, what, "Write the value out, or put quotes around a text that begins with '*'.")
        else:
            value, node = self.anchors[event.anchor]
            self.places.alias(node)
            return value
        return ""

    def _refuse_tag(self, event: Any) -> None:
        # A tag of YAML's own says only that a text is a text; any other word was meant as one.
        if not event.tag.startswith("tag:yaml.org,"):
            self._refuse(event, "A text cannot begin with '!'.", "Put quotes around the text.")

    def _refuse_merge_marks(self) -> bool:
        """Refuse each unresolved merge, with the lines of its versions; return whether there is any."""
        if not any(sign * 7 in self.content for sign in "<|=>"):
            return False
        conflicts: list[tuple[int, list[tuple[int, str]]]] = []
        last: dict[str, list[tuple[int, str]]] = {}  # conflict, by how far it is indented
        for found in _MERGE_MARK.finditer(self.content):
            indent, sign = found.groups()
            if sign == "<" or indent not in last:
                last[indent] = []
                conflicts.append((len(indent) + 1, last[indent]))
            last[indent].append((self.content.count("\n", 0, found.start()) + 1, sign))
        # Within a text a row of '=' may underline a heading.
        conflicts = [(column, marks) for column, marks in conflicts if column == 1 or any(sign in "<>" for _, sign in marks)]
        for column, marks in conflicts:
            self._refuse_at(marks[0][0], column, "This is the mark of an unresolved merge.", _resolve(marks))
        return bool(conflicts)

    def _refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        said = error.problem or ""
        mark = error.context_mark if _LEFT_OPEN.search(said) else error.problem_mark
        if mark and "cannot start" in said and self.content[mark.index : mark.index + 1] == "\t":
            said = "tab character"
        # What begins a key is told of by its own line; else the fault lies there, or shows one line later.
        began = error.context_mark.line if error.context_mark and "expected ':'" in said else None
        ended = error.problem_mark.line if error.problem_mark else 0
        first = ended - 1 if began is None else began
        if self._refuse_posing(first, 2, is_list="expected ',' or" in said) or self._refuse_comment_inside(ended):
            return
        what, mend = next(((what, mend) for pattern, what, mend in _SYNTAX if re.search(pattern, said)), _UNFIT)
        self._refuse_at(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, what, mend)

    def _refuse_posing(self, first: int, count: int, *, is_list: bool = False) -> bool:
        """Refuse the first sign in some lines, from 0, that looks like one of YAML and is none; return whether there is one."""
        lines = [] if self.content.isascii() else _LINE_BREAK.split(self.content)
        for number in range(max(first, 0), min(first + count, len(lines))):
            for pattern, sign, mend in _POSING:
                found = pattern.search(lines[number]) if is_list or sign != "comma" else None
                if found:
                    place = found.start(1)
                    self._refuse_at(number + 1, place + 1, f"This {sign} is {named(lines[number][place])}.", mend)
                    return True
        return False

    def _refuse_comment_inside(self, number: int) -> bool:
        """Refuse a '#' that ends a text which goes on in this line, from 0; return whether that is what is wrong."""
        lines = _LINE_BREAK.split(self.content)
        found = _CUT.search(lines[number - 1]) if 0 < number < len(lines) and not _LINE_OF_ITS_OWN.match(lines[number]) else None
        if found:
            self._refuse_at(
                number, found.start(1) + 1, "What begins with '#' after a blank is a comment, and ends the text.", "Put quotes around the text."
            )
        return found is not None

    def _refuse_empty(self, event: Any) -> None:
        """Refuse a value that is not given, with what may stand in its place unseen."""
        line = event.start_mark.line
        if self._refuse_posing(line, 2):
            return
        rest = self.content[event.end_mark.index :].partition("\n")[0]
        if rest.lstrip().startswith("#"):
            self._refuse(event, "No value is given: what begins with '#' is a comment.", "Put quotes around the text.")
        else:
            self._refuse(event, "No value is given.", "Write one, or leave the whole line out.")

    def _refuse(self, event: Any, what: str, mend: str = "") -> None:
        self._refuse_at(event.start_mark.line + 1, event.start_mark.column + 1, what, mend)

    def _refuse_at(self, line: int, column: int, what: str, mend: str) -> None:
        self.faults.append(Fault(line, column, what, mend))
