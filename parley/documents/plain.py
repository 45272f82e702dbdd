"""Plain text: as it is where each paragraph has a line, joined where lines are broken at a margin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median

from parley.documents.blocks import Block, Read, flat
from parley.documents.errors import DocumentError
from parley.handed_in import TableError
from parley.importing.sheets import decoded

NARROWEST, WIDEST = 40, 120  # signs of a line that was broken at a margin
_ENDS = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
_BEGINS = re.compile(r"(?:[•‣▪◦–—*-]|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\s")
_HYPHENATED = re.compile(r"[^\W\d_][-\u00ad\u2010]$")


def read_text(data: bytes, name: str) -> Read:
    """Return a text file as a document."""
    try:
        content = decoded(data, name)[0].replace("\r\n", "\n").replace("\r", "\n")
    except TableError as error:
        raise DocumentError.no_document(name) from error
    lines = [flat(line) for line in content.split("\n")]
    if not any(lines):
        raise DocumentError.empty(name)
    if is_broken_at_a_margin(lines):
        return Read("text", [Block(one) for one in joined(lines)])
    return Read("text", [Block(text, line=number) for number, text in enumerate(lines, 1) if text], content="\n".join(lines))


def is_broken_at_a_margin(lines: Sequence[str]) -> bool:
    """Return whether most lines go on in the next, with blank ones between paragraphs."""
    filled = [number for number, line in enumerate(lines) if line]
    if len(filled) < 4 or max(map(len, lines)) > WIDEST or all(lines[: filled[-1] + 1]):
        return False
    going_on = [len(lines[number]) for number in filled if number + 1 < len(lines) and lines[number + 1]]
    return 2 * len(going_on) >= len(filled) and median(going_on) >= NARROWEST


def joined(lines: Iterable[str]) -> list[str]:
    """Return the paragraphs of lines that were broken at a margin: one ends at a blank line, at a short one, or before the mark of a list."""
    held = list(lines)
    width = max(map(len, held), default=0)
    found: list[str] = []
    is_open = is_full = False
    for line in held:
        if is_open and line and not _BEGINS.match(line) and (is_full or line[:1].islower()):
            found[-1] = goes_on(found[-1], line)
        elif line:
            found.append(line)
        # A line that ends a sentence before the margin ends a paragraph, and so does a heading, which ends far before it.
        is_full = len(line) >= (0.8 if _ENDS.search(line) else 0.6) * width
        is_open = bool(line)
    return found


def goes_on(before: str, line: str) -> str:
    """Return two lines as one; a word that was parted at the end of the first is made whole."""
    if _HYPHENATED.search(before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"
