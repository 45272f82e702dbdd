"""Writing from the right among writing from the left: what turns a text about stays inside it."""

from __future__ import annotations

import re
import unicodedata

_OPEN, _CLOSE, _EITHER = "\u2068", "\u2069", "\u2066\u2067\u2068"
_EMBEDDING = "\u202a\u202b\u202c\u202d\u202e"
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LETTERS = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RUN = re.compile(rf"{_LETTERS}+(?:\s+{_LETTERS}+)*")
_FROM_THE_RIGHT = ("R", "AL")
_STRONG = ("L", *_FROM_THE_RIGHT)


def is_right_to_left(text: str) -> bool:
    """Return whether a text is written from the right: its first letter that has a direction is, and so are more than half of them.

    A sentence that only begins with a name in Arabic is not, nor is a text without letters.
    """
    if text.isascii():
        return False
    ways = [way for way in map(unicodedata.bidirectional, text) if way in _STRONG]
    return bool(ways) and ways[0] != "L" and 2 * ways.count("L") < len(ways)


def isolated(text: str) -> str:
    """Return text for a place that takes the direction of its first letter: what is turned by marks or names in it turns nothing else.

    Text that is chiefly written from the right stays as it is, and so does text without any such letter or mark.
    """
    if text.isascii():
        return text
    ways = [unicodedata.bidirectional(one) for one in text]
    is_chiefly_left = 0 < ways.count("L") >= sum(way in _FROM_THE_RIGHT for way in ways)
    return names_isolated(text) if is_chiefly_left else closed(text)


def names_isolated(text: str, *, is_part: bool = False) -> str:
    """Return text for a place that is read from the left, as drawings are: a name written from the right does not draw the next number to itself.

    A name by itself stays as it is, unless it is a part of a longer text.
    """
    if text.isascii() or (_RUN.fullmatch(text) and not is_part):
        return text
    return _RUN.sub(lambda found: f"{_OPEN}{found[0]}{_CLOSE}", closed(text))


def closed(text: str) -> str:
    """Return text whose own direction marks turn nothing outside it; text without any stays as it is, and so does text closed before."""
    if text.isascii() or not _DIRECTIONS.search(text):
        return text
    kept, depth, is_open = [], 0, False
    for letter in text:
        if letter == _CLOSE and depth == 0:
            is_open = True
            continue  # it would close what surrounds the text
        is_open |= depth == 0 and letter in _EMBEDDING
        depth += (letter in _EITHER) - (letter == _CLOSE)
        kept.append(letter)
    return _OPEN + "".join(kept) + _CLOSE * (depth + 1) if is_open or depth else text


def unmarked(text: str) -> str:
    """Return text without direction marks, so that it can be compared with the same words elsewhere."""
    return _DIRECTIONS.sub("", text)
