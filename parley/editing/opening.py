"""A negotiation opened to be changed: every file as it was read, so that whoever saves sees what others changed in the meantime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from parley.checks import check
from parley.dataset import Dataset, load_instead
from parley.editing.edits import LISTS, Kind, known_as
from parley.editing.errors import EditError
from parley.errors import BadFilesError, Problem
from parley.files import Document, document_of, read_if_changed, shown_path
from parley.folders import AGENDAS_FOLDER, files_stamp, seeds_folder, yaml_files
from parley.journal import at_rest, bytes_of
from parley.model import NEGOTIATION_FILE
from parley.strict_yaml import Text

_MARK = b"\xef\xbb\xbf"  # with which some programs begin a file
Record = dict[str, Text]


@dataclass(frozen=True, eq=False)
class Opened:
    """The files of a negotiation with their content, and what was read of them.

    `documents` holds those that are strict YAML; a file that is none can be seen in `contents` alone.
    """

    folder: Path
    seeds: Path
    contents: Mapping[Path, bytes]
    dataset: Dataset
    documents: Mapping[Path, Document]

    @property
    def header(self) -> Path:
        """Return the negotiation's own file."""
        return self.folder / NEGOTIATION_FILE

    @cached_property
    def broken(self) -> Sequence[Problem]:
        """Return the errors of a check, so that only new ones are told."""
        return [one for one in check(self.dataset, None, date.today()) if one.severity == "error"]

    def value(self, path: Path) -> Record:
        """Return what a file holds; raise `EditError` where it cannot be read."""
        if path not in self.documents:
            raise EditError.unreadable(shown_path(path))
        return self.documents[path].value

    def text_of(self, path: Path, content: str) -> bytes:
        """Return a text as a file keeps it: with the mark at its beginning, if it had one."""
        return (_MARK if self.contents.get(path, b"").startswith(_MARK) else b"") + content.encode()

    @cached_property
    def statements(self) -> Mapping[str, tuple[Path, int]]:
        """Return the file and 0-based place of each statement, also of those that cannot be taken, as far as they have an id."""
        found = {key: (document.path, int(loc[1])) for key, (document, loc) in self.dataset.files.items() if loc[:1] == ("statements",)}
        for path in self.party_files if self.dataset.left_out else ():
            for place, one in enumerate(records_in(self.value(path), "statements")):
                key = one.get("id")
                if isinstance(key, str):
                    found.setdefault(key, (path, place))
        return found

    @property
    def party_files(self) -> Sequence[Path]:
        """Return the files of statements."""
        return [path for path in self.documents if path.parent == self.folder and path != self.header]

    @cached_property
    def source_files(self) -> Mapping[str, Path]:
        """Return the file of each record of a document by its id."""
        files = (path for path in self.documents if path.parent == self.seeds)
        return {str(self.value(path).get("id", path.stem)): path for path in files}

    def record(self, kind: Kind, key: str, within: str = "") -> Record | None:
        """Return a record as its file holds it; None where there is none."""
        if kind == "statement":
            path, place = self.statements.get(key, (None, 0))
            return records_in(self.value(path), "statements")[place] if path else None
        if kind == "source":
            return self.value(self.source_files[key]) if key in self.source_files else None
        if kind == "negotiation":
            return self.value(self.header)
        return next((one for one in self.siblings(kind, within) if known_as(kind, one) == key), None)

    def siblings(self, kind: Kind, within: str = "") -> list[Record]:
        """Return the records among which one of the negotiation's own file stands."""
        header = self.value(self.header)
        if kind == "speaker":
            return records_in(self.record("party", within) or {}, "speakers")
        if kind == "step":
            scale = (self.record("issue", within) or {}).get("scale")
            return records_in(scale, "ladder") if isinstance(scale, dict) else []
        if kind in ("salience", "power"):
            return records_in(self.record("issue", within) or {}, kind)
        return records_in(header, LISTS[kind])


def records_in(value: Mapping[str, Text], key: str) -> list[Record]:
    """Return the records of a list, each at its place."""
    listed = value.get(key)
    return [one if isinstance(one, dict) else {} for one in listed] if isinstance(listed, list) else []


def opened(folder: Path, seeds: Path | None = None) -> Opened:
    """Read a negotiation to be changed; raise as `load` does."""
    records = seeds or seeds_folder(folder)

    def read() -> Opened:
        contents = {path: data for path in files_of(folder, records) if (data := bytes_of(path)) is not None}
        return Opened(folder, records, contents, load_instead(folder, seeds, {}), dict(_documents(contents)))

    return at_rest((folder, records), lambda: files_stamp(folder, records), read)


def files_of(folder: Path, seeds: Path) -> Iterator[Path]:
    """Yield every file of a negotiation and every record of a document."""
    for one in (folder, folder / AGENDAS_FOLDER, seeds):
        yield from yaml_files(one)


def _documents(contents: Mapping[Path, bytes]) -> Iterator[tuple[Path, Document]]:
    for path, data in contents.items():
        try:
            content = data.decode("utf-8-sig")
            held = read_if_changed(path)
            # What has been read of the file already is not read again, unless it changed in between.
            yield path, held if held.content == content else document_of(path, content)
        except (BadFilesError, UnicodeDecodeError):
            continue
