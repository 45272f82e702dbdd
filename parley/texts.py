"""The documents' own texts, where a reader holds them: found by file name, compared by fingerprint, never stored."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from parley.directions import unmarked
from parley.model import Source

_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u202f": " ", "\u2011": "-"})


def normalised(text: str) -> str:
    """Return the text with plain quotes, plain spaces and composed letters, so that copies of one text compare equal."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).translate(_QUOTES)).strip()


def fingerprint(line: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of the normalised line."""
    return hashlib.sha256(normalised(line).encode()).hexdigest()[:16]


def has_anchor(line: str, anchor: str) -> bool:
    """Return whether the anchor words stand in the line, whatever the quotes, spaces and capitals."""
    return normalised(unmarked(anchor)).casefold() in normalised(unmarked(line)).casefold()


@lru_cache(maxsize=64)
def _lines(path: Path, _changed: int) -> tuple[str, ...]:
    # Only line feeds end a line: a text may hold other separators inside one.
    return tuple(path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n"))


@dataclass(frozen=True)
class Texts:
    """A folder in which the documents' texts may lie."""

    folder: Path

    def lines(self, source: Source) -> tuple[str, ...] | None:
        """Return the lines of a source's text, or None where the text is not held."""
        # A record names a file in this folder; a path that leads out of it is not followed.
        if source.file is None:
            return None
        path = self.folder / Path(source.file).name
        try:
            return _lines(path, path.stat().st_mtime_ns) if path.is_file() and path.name == source.file else None
        except (OSError, ValueError):
            return None

    def paragraph(self, source: Source, line: int) -> str | None:
        """Return the text of one 1-based line if the text is held and is the one the record was made from, else None."""
        lines = self.lines(source)
        known = {one.line: one.fingerprint for one in (*source.headings, *source.body)}
        if lines is None or not 1 <= line <= len(lines) or known.get(line) != fingerprint(lines[line - 1]):
            return None
        return lines[line - 1].strip()
