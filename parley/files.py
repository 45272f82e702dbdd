"""The files: each read once per change as strict YAML, with the place of every value."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from parley.errors import BadFilesError, Problem, Severity
from parley.places import Cut, Places, cuts, placed_texts
from parley.places import Loc as Loc
from parley.plain_yaml import read_plainly
from parley.strict_yaml import Text, place_of_byte, read_yaml


@dataclass(frozen=True, eq=False)
class Document:
    """One YAML file: its content, and its value as text, lists and mappings."""

    path: Path
    content: str
    digest: bytes

    @cached_property
    def value(self) -> dict[str, Text]:
        """Return what the file holds, read again once it is let go, when something must be told of it.

        Raise `BadFilesError` with the place if it is not strict YAML.
        """
        return read_plainly(self.content) or _read_strictly(self.path, self.content)

    def let_go(self) -> None:
        """Let go of the value, which takes more room than the record that has been made of it."""
        self.__dict__.pop("value", None)

    @property
    def name(self) -> str:
        """Return the path as it is shown in messages: relative to the working folder where possible."""
        return shown_path(self.path)

    @cached_property
    def places(self) -> Places:
        """Return where each value stands: of a file that is sound nobody asks, so it is read once more when something must be told."""
        return read_yaml(self.content)[2]

    def problem(self, loc: Loc, what: str, mend: str = "", *, on_key: bool = False, severity: Severity = "error") -> Problem:
        """Return a problem at the value (or at its key) that `loc`, keys and 0-based indices, leads to."""
        return Problem(self.name, *self.places.at(self.value, loc, on_key=on_key), what, mend, severity)

    def way_to(self, line: int, column: int) -> Loc:
        """Return the way to what stands at a 1-based line and column."""
        return self.places.way_to(self.value, line, column)

    @cached_property
    def is_plain(self) -> bool:
        """Return whether it surely holds only letters, digits and signs of ASCII; a backslash may write any other."""
        return self.content.isascii() and "\\" not in self.content

    @cached_property
    def unusual_texts(self) -> tuple[tuple[Loc, str], ...]:
        """Return each text that holds more than ASCII, with the path that leads to it."""
        return () if self.is_plain else tuple((loc, text) for loc, text in placed_texts(self.value) if not text.isascii())

    @cached_property
    def cuts(self) -> tuple[Cut, ...]:
        """Return the values in no quotes that a comment follows on their line."""
        return tuple(cuts(self.content))


def shown_path(path: Path) -> str:
    """Return `path` relative to the working folder if it lies below it, else as given."""
    try:
        return _shown(path, os.getcwd())  # noqa: PTH109 - a Path takes longer to make than to look up
    except FileNotFoundError:
        return _printable(path)


# Each of a hundred thousand problems names its file.
@lru_cache(maxsize=1024)
def _shown(path: Path, here: str) -> str:
    try:
        return _printable(Path(os.path.abspath(path)).relative_to(here))  # noqa: PTH100 - resolve() fails on links that lead in a circle
    except ValueError:
        return _printable(path)


def _printable(path: Path) -> str:
    # A name may hold bytes that are no text, or a line break that would end the message early.
    name = path.as_posix()
    return name if name.isprintable() else "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in name)


def read_document(path: Path) -> Document:
    """Read one YAML mapping; raise `BadFilesError` with the place if it is not strict YAML."""
    return document_of(path, content_of(path))


def document_of(path: Path, content: str) -> Document:
    """Return a text as the mapping that a file holds, or is to hold; raise `BadFilesError` with the place if it is not strict YAML."""
    document = Document(path, content, hashlib.sha256(content.encode()).digest())
    _ = document.value  # what cannot be read is refused at once
    return document


def _read_strictly(path: Path, content: str) -> dict[str, Text]:
    value, faults, _ = read_yaml(content)
    if faults:
        raise BadFilesError(Problem(shown_path(path), *fault) for fault in faults)
    if not isinstance(value, dict):
        what = "The file is empty." if value is None else f"The file holds {'a list' if isinstance(value, list) else 'a text'} and no keys."
        raise BadFilesError([Problem(shown_path(path), 1, 1, what, "Write 'key: value' lines.")])
    return value


def content_of(path: Path) -> str:
    """Return the text of a UTF-8 file; raise `BadFilesError` with the place where it is none, or if it cannot be read."""
    try:
        # Anything but a file is not even opened: a pipe would keep a reader waiting for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise BadFilesError([Problem(shown_path(path), 1, 1, "This is not a file.", "Only files may have names that end in .yaml or .yml.")])
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = place_of_byte(error.object, error.start)
        raise BadFilesError([Problem(shown_path(path), line, column, "This is not UTF-8 text.", "Save the file as UTF-8.")]) from error
    except OSError as error:
        raise BadFilesError([Problem(shown_path(path), 1, 1, f"The file cannot be read: {error.strerror}.")]) from error


def stamp(path: Path | str) -> Hashable | None:
    """Return what changes when the file does: its path, place on the disk, size and times; None if it cannot be looked at."""
    try:
        status = os.stat(path)  # noqa: PTH116 - thousands of files are looked at in every run of a page
    except OSError:
        return None
    # A file put in the place of another may have its size and its time of change, but not its number on the disk or its time of arrival.
    return (str(path), status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


@lru_cache(maxsize=4096)
def _cached(path: Path, _stamp: Hashable) -> Document:
    return read_document(path)


def read_if_changed(path: Path) -> Document:
    """Read one YAML mapping, again only if the file has changed; raise as `read_document`."""
    now = stamp(path)
    return read_document(path) if now is None else _cached(path, now)


def forget_documents() -> None:
    """Read each file anew, whether it has changed or not."""
    _cached.cache_clear()
