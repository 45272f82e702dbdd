"""YAML as position files are nearly always written, each value on the line of its key, read at once; all else is left to `strict_yaml`.

The library takes a microsecond for each value, most of it to say where the value begins and ends, which nobody asks of a file that is sound.
"""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from parley.strict_yaml import DEEPEST, Text

# A tab, a break that cannot be seen, and what is no text may mean something else to YAML.
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
# Neither a sign of YAML, nor a comment, nor a word that stands for nothing.
_NOTHING = "(?!(?:null|Null|NULL)(?:[ :,}\\]]|$))"
_KEY = f"{_NOTHING}[A-Za-z0-9][A-Za-z0-9_-]{{0,99}}"
_QUOTED = r"""\"[^\"\\]*(?:\\\"[^\"\\]*)*\"|'[^']*'"""
_BARE = rf"{_NOTHING}-?[^\W_][^:#]*(?::[^\s:#][^:#]*)*(?<! )"
_INSIDE = rf"(?:{_QUOTED}|{_NOTHING}-?[^\W_][^:#,?\[\]{{}}]*(?<! ))"
_PAIR = f"{_KEY}: +{_INSIDE}"
_QUOTES, _WORDS = re.compile(_QUOTED), re.compile(_BARE)
_MAPPING = re.compile(rf"\{{(?:{_PAIR}(?:, +{_PAIR})*)?\}}")
_LIST = re.compile(rf"\[(?:{_INSIDE}(?:, +{_INSIDE})*)?\]")
_HEAD, _KEYLESS = re.compile(rf"( *)(- )?({_KEY}):( ?)"), re.compile("( *)(- )?(.+)")
LONG = 64  # letters of a value that will hardly be met again
_SIGNS = frozenset(("", " ", '"', "'", "{", "["))  # with which a value begins that is not bare
_IN_LIST, _IN_MAPPING = re.compile(_INSIDE), re.compile(f"({_KEY}): +({_INSIDE})")


class _Unlike(Exception):  # noqa: N818 - nothing is wrong with it
    """A text that is written in another way, or in which something may be wrong."""


class _Head(NamedTuple):
    """What stands on a line before the value: how far it is indented, whether it begins an entry of a list, its key, and whether that is all."""

    column: int
    is_entry: bool
    key: str
    waits: bool


def read_plainly(content: str) -> dict[str, Text] | None:
    """Return the value of a YAML text, or None where it is written in any other way, or something may be wrong with it."""
    try:
        return None if _ODD.search(content) else _read(content)
    except _Unlike:
        return None


def _read(content: str) -> dict[str, Text]:
    root: dict[str, Text] = {}
    here: Any = root  # the list or mapping that is open, and the column in which it stands
    column = 0
    around: list[tuple[Any, int]] = []  # those in which it stands
    waiting = ""  # the key whose value begins on the next line
    for line in content.split("\n"):
        before, colon, value = line.partition(": ")
        head = _head(before + colon)
        if head is None:
            if line.lstrip(" ")[:1] in ("", "#"):
                continue
            head, value = _keyless(line)
        at, is_entry, key, waits = head
        if at != column or is_entry or waiting or not key or type(here) is list:
            if not key and not is_entry:
                if not waiting or at <= column:
                    raise _Unlike
                here[waiting] = _value(value)
                waiting = ""
                continue
            if waiting:
                # A list may stand as far to the left as its key.
                if at < column or (at == column and not is_entry) or len(around) > DEEPEST // 2:
                    raise _Unlike
                around.append((here, column))
                here[waiting] = [] if is_entry else {}
                here, column, waiting = here[waiting], at, ""
            while around and (at < column or (at == column and type(here) is list and not is_entry)):
                here, column = around.pop()
            if at != column or (type(here) is list) != is_entry:
                raise _Unlike
            if not key:
                here.append(_value(value))
                continue
            if is_entry:
                around.append((here, column))
                here.append({})
                here, column = here[-1], at + 2
        if key in here:
            raise _Unlike
        if waits:
            waiting = key
            here[key] = ""  # in its place among the keys
        else:
            here[key] = _value(value)
    if waiting or not root:
        raise _Unlike
    return root


# The same few stand in every entry.
@lru_cache(maxsize=1024)
def _head(text: str) -> _Head | None:
    found = _HEAD.fullmatch(text)
    return _Head(len(found[1]), bool(found[2]), intern(found[3]), not found[4]) if found else None


def _keyless(line: str) -> tuple[_Head, str]:
    """Return what stands on a line without a key, an entry of a list or the value of the key before, and that value."""
    found = _KEYLESS.fullmatch(line)
    if not found:
        raise _Unlike
    return _Head(len(found[1]), bool(found[2]), "", False), found[3]


def _value(text: str) -> Text:
    """Return the value that stands on one line."""
    first = text[:1]
    # Half of all that is read is found without a pattern.
    if first == '"' and text.find('"', 1) == len(text) - 1 and "\\" not in text:
        return text[1:-1]
    if first not in _SIGNS:
        return _word(text) if len(text) < LONG else _bare(text)
    text = text.strip(" ")
    if text[:1] in ('"', "'"):
        return _like(_QUOTES, text)[1:-1].replace('\\"', '"')
    if text[:1] == "[":
        return [_value(one) for one in _IN_LIST.findall(_like(_LIST, text))]
    if text[:1] != "{":
        return _bare(text)
    pairs = _IN_MAPPING.findall(_like(_MAPPING, text))
    found = {intern(key): _value(one) for key, one in pairs}
    if len(found) < len(pairs):
        raise _Unlike
    return found


def _bare(text: str) -> str:
    """Return a value that stands in no quotes."""
    return intern(_like(_WORDS, text.rstrip(" ")))


_word = lru_cache(maxsize=4096)(_bare)


def _like(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise _Unlike
    return text
