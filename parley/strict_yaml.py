"""Strict YAML: all scalars as text, no repeated keys, and what cannot be taken told in plain words at its line and column."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

import yaml

from parley.errors import quoted

Text: TypeAlias = "str | list[Text] | dict[str, Text]"

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
# A position file has seven levels; the limit keeps a hostile one from exhausting the stack of whoever walks it.
DEEPEST = 20
# Words that YAML takes for "nothing" when they are not quoted.
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

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
# Errors that show only at the end of what was left open are placed where it was opened.
_LEFT_OPEN = re.compile("unexpected|expected ',' or")


class Fault(NamedTuple):
    """One thing in a text that is no strict YAML: its 1-based line and column, what it is and how to mend it."""

    line: int
    column: int
    what: str
    mend: str = ""


def read_yaml(content: str) -> tuple[Text | None, list[Fault]]:
    """Return the value of a YAML text, or None where there is none, and all that is no strict YAML in it."""
    reader = _Reader(content)
    return reader.read(), reader.faults


def place_of_byte(content: bytes, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of a byte; all before it must be UTF-8."""
    before = content[:offset].decode().replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class _Reader:
    """One reading of a file's events into text, lists and mappings; `faults` holds what it would not take."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.faults: list[Fault] = []
        self.anchors: dict[str, Any] = {}

    def read(self) -> Text | None:
        """Return the file's value, or None where there is none; syntax that cannot be read ends the reading."""
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
        events: list[Any] = []  # where each of them begins
        around: list[tuple[Any, list[Any], list[Any]]] = []
        documents = 0
        while True:
            event = next_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value = event.value
                if value in _NOTHING and not event.style:
                    self._refuse(event, "No value is given.", "Write one, or leave the whole line out.")
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                if len(around) == DEEPEST:
                    self._refuse(event, "The values are nested too deeply to be a position file.")
                    return None
                around.append((event, values, events))
                values, events = [], []
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                value = values if kind is yaml.SequenceEndEvent else self._mapping(values, events)
                event, values, events = around.pop()
            elif kind is yaml.AliasEvent:
                value = self._aliased(event, [opened.anchor for opened, _, _ in around])
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(event, "A second document begins here.", "Keep one per file, and leave the line '---' out.")
                    return None
                continue
            elif kind is yaml.StreamEndEvent:
                return values[0] if values else None
            else:
                continue
            if event.anchor and kind is not yaml.AliasEvent:
                self._anchored(event, value)
            values.append(value)
            events.append(event)

    def _mapping(self, values: list[Any], events: list[Any]) -> dict[str, Text]:
        keys = values[::2]
        if set(map(type, keys)) <= {str}:
            found = dict(zip(keys, values[1::2], strict=True))
            if len(found) == len(keys) and "<<" not in found:
                return found
        return self._mapping_with_problems(keys, values[1::2], events[::2])

    def _mapping_with_problems(self, keys: list[Any], values: list[Any], places: list[Any]) -> dict[str, Text]:
        first: dict[str, Any] = {}
        found: dict[str, Text] = {}
        for key, value, place in zip(keys, values, places, strict=True):
            if not isinstance(key, str):
                self._refuse(place, "A key must be a word.", "Write 'key: value'.")
            elif key == "<<":
                self._refuse(place, "Merge keys are not read.", "Write the values out.")
            elif key in found:
                mend = f"It stands first on line {first[key].start_mark.line + 1}; keep one of the two."
                self._refuse(place, f"The key {quoted(key)} is repeated.", mend)
            else:
                found[key], first[key] = value, place
        return found

    def _anchored(self, event: Any, value: Any) -> None:
        if event.anchor in self.anchors:
            self._refuse(event, f"The anchor {quoted('&' + event.anchor)} is used twice.", "Write the value out.")
        self.anchors[event.anchor] = value

    def _aliased(self, event: Any, around: list[str | None]) -> Any:
        if event.anchor in around:
            self._refuse(event, "An alias leads back to itself.", "Write the value out.")
        elif event.anchor not in self.anchors:
            what = f"The alias {quoted('*' + event.anchor)} stands for nothing."
            self._refuse(event, what, "Write the value out, or put quotes around a text that begins with '*'.")
        return self.anchors.get(event.anchor, "")

    def _refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        said = error.problem or ""
        mark = error.context_mark if _LEFT_OPEN.search(said) else error.problem_mark
        if mark and "cannot start" in said and self.content[mark.index : mark.index + 1] == "\t":
            said = "tab character"
        what, mend = next(((what, mend) for pattern, what, mend in _SYNTAX if re.search(pattern, said)), _UNFIT)
        self._refuse_at(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, what, mend)

    def _refuse(self, event: Any, what: str, mend: str = "") -> None:
        self._refuse_at(event.start_mark.line + 1, event.start_mark.column + 1, what, mend)

    def _refuse_at(self, line: int, column: int, what: str, mend: str) -> None:
        self.faults.append(Fault(line, column, what, mend))
