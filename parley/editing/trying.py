"""What would come of changes: the files as they would be, read by the strict reader and checked before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from parley.checks import check
from parley.dataset import Dataset, load_instead
from parley.editing.applying import applied
from parley.editing.edits import Edit
from parley.editing.errors import Fault, RefusedError
from parley.editing.opening import Opened
from parley.errors import BadFilesError, Problem
from parley.files import Document, Loc, document_of, shown_path
from parley.folders import AGENDAS_FOLDER

Ways = Sequence[tuple[Path, Loc, Edit]]


@dataclass(frozen=True, eq=False)
class Tried:
    """Changes with what would come of them: each file that would be another, None for one that would go, and the negotiation as it would be."""

    talks: Opened
    edits: tuple[Edit, ...]
    texts: Mapping[Path, str | None]
    dataset: Dataset

    @property
    def is_empty(self) -> bool:
        """Return whether nothing would change."""
        return not self.texts


def tried(talks: Opened, edits: Iterable[Edit], *, is_checked: bool = True) -> Tried:
    """Return what would come of changes; `is_checked` goes through the rules that a file may break which can be read, and must be before a save.

    Raise `EditError` where one cannot be made, and `RefusedError` where something would be wrong that is not wrong now.
    """
    made = tuple(edits)
    found = applied(talks, made)
    return tried_texts(talks, found.texts, made, found.ways, is_checked=is_checked)


def tried_texts(talks: Opened, texts: Mapping[Path, str | None], edits: tuple[Edit, ...] = (), ways: Ways = (), *, is_checked: bool = True) -> Tried:
    """Return what would come of other texts in the place of files, None for one that is to go; raise `RefusedError` as `tried`.

    `ways` lead to the records that are changed.
    """
    places = {talks.folder, talks.folder / AGENDAS_FOLDER, talks.seeds}
    assert all(path.parent in places for path in texts), "A file that nobody would read."
    differing = {path: text for path, text in texts.items() if _content(talks, path) != text}
    instead: dict[Path, Document | None] = {}
    wrong: list[Problem] = []
    for path, text in differing.items():
        try:
            instead[path] = None if text is None else document_of(path, text)
        except BadFilesError as error:
            wrong += error.problems
    if not wrong:
        try:
            found = load_instead(talks.folder, talks.seeds, instead)
        except BadFilesError as error:
            wrong += error.problems
        else:
            wrong = _new(talks, found, is_checked=is_checked)
            if not wrong:
                return Tried(talks, edits, differing, found)
    raise RefusedError(_faults(wrong, instead, ways))


def _content(talks: Opened, path: Path) -> str | None:
    if path not in talks.contents:
        return None
    return talks.contents[path].decode("utf-8-sig", errors="replace")


def _new(before: Opened, after: Dataset, *, is_checked: bool) -> list[Problem]:
    """Return the errors that there are after and were not before; that one has moved to another line makes none."""
    # What is left out may break a rule of the whole, and then is what is to be mended.
    return _more(before.dataset.left_out, after.left_out) or (_more(before.broken, _broken(after)) if is_checked else [])


def _more(before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    then = Counter(map(_apart_from_place, before))
    found = []
    for one in after:
        if then[_apart_from_place(one)] > 0:
            then[_apart_from_place(one)] -= 1
        else:
            found.append(one)
    return found


def _broken(dataset: Dataset) -> list[Problem]:
    return [one for one in check(dataset, None, date.today()) if one.severity == "error"]


def _apart_from_place(one: Problem) -> Problem:
    return one._replace(line=0, column=0)


def _faults(problems: Sequence[Problem], instead: Mapping[Path, Document | None], ways: Ways) -> Iterator[Fault]:
    """Yield each problem with the field in which it lies, if that is of a record that is changed."""
    documents = {shown_path(path): document for path, document in instead.items() if document}
    for one in sorted(set(problems)):
        document = documents.get(one.file)
        way = document.way_to(one.line, one.column) if document else ()
        around = [(at, edit) for path, at, edit in ways if document and path == document.path and way[: len(at)] == at]
        # The innermost: a step, and not the issue in which it stands.
        at, edit = max(around, key=lambda each: len(each[0]), default=((), None))
        yield Fault(way[len(at) :] if edit else (), one, edit)
