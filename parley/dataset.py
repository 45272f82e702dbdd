"""Read a negotiation's folder and the source records into one dataset, and say what is left out of it."""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from parley.agendas import Agenda
from parley.collecting import uncollected
from parley.errors import BadFilesError, NoPositionsError, Problem, UnreadableFolderError, named
from parley.evidence import Evidence
from parley.files import Document, Loc, shown_path, stamp
from parley.joining import UNREAD_SOURCE, WHOLE_PARTY_FILE, Records, joined
from parley.model import NEGOTIATION_FILE as NEGOTIATION_FILE
from parley.model import Negotiation, PartyFile, Source, Statement
from parley.reading import read_entries, read_record
from parley.scales import Axis
from parley.searching import Finds, Index

AGENDAS_FOLDER = "agendas"
YAML_ENDINGS = (".yaml", ".yml")

Key = TypeVar("Key", bound=Hashable)
Read = TypeVar("Read")


@dataclass(frozen=True)
class Dataset:
    """One negotiation with its statements and sources, joined; `version` is a short hash of the files it was read from.

    `left_out` says of each record that could not be taken why it is missing; what is here stands without it.
    `without_file` holds the parties of which there is no file, `never_named` the issues on which there is not even a statement left out.
    """

    negotiation: Negotiation
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    version: str
    files: Mapping[str, tuple[Document, Loc]]
    agendas: tuple[Agenda, ...] = ()
    left_out: tuple[Problem, ...] = ()
    without_file: frozenset[str] = frozenset()
    never_named: frozenset[str] = frozenset()

    @property
    def has_unread_files(self) -> bool:
        """Return whether a whole file of statements or a record could not be read; it may be back in a moment, as while an editor saves it."""
        return any(problem.left_out in (WHOLE_PARTY_FILE, UNREAD_SOURCE) for problem in self.left_out)

    @cached_property
    def statement_by_id(self) -> Mapping[str, Statement]:
        """Return the statements by id."""
        return {statement.id: statement for statement in self.statements}

    def statement(self, key: str) -> Statement:
        """Return the statement with this id; raise KeyError where none is held."""
        return self.statement_by_id[key]

    def holds(self, key: str) -> bool:
        """Return whether a statement with this id is held."""
        return key in self.statement_by_id

    def source_of(self, statement: Statement) -> Source | None:
        """Return the document that tells of a statement; None where none does."""
        return self.sources[statement.source] if statement.source is not None else None

    def is_internal(self, statement: Statement) -> bool:
        """Return whether a statement stays inside: it is marked so, or taken from a document that is."""
        source = self.source_of(statement)
        return statement.internal or (source is not None and source.internal)

    @property
    def count(self) -> int:
        """Return how many statements are held."""
        return len(self.statements)

    @cached_property
    def cited(self) -> Mapping[str, Source]:
        """Return the sources that a statement or an event names, by id; the folder may hold records for other negotiations too."""
        named = self._by_source.keys() | {event.source for event in self.negotiation.events}
        return {key: source for key, source in self.sources.items() if key in named}

    @cached_property
    def _by_party_and_issue(self) -> Mapping[tuple[str, str], tuple[Statement, ...]]:
        found = _grouped(((one.party, one.issue), one) for one in self.statements)
        return {key: tuple(sorted(group, key=lambda one: (one.day, one.id))) for key, group in found.items()}

    def statements_of(self, party: str, issue: str) -> tuple[Statement, ...]:
        """Return what `party` said on `issue`, oldest first."""
        return self._by_party_and_issue.get((party, issue), ())

    def about(
        self, *, issues: Collection[str] | None = None, parties: Collection[str] | None = None, until: date | None = None
    ) -> tuple[Statement, ...]:
        """Return what these parties said on these issues by a day; what is not given is not asked for."""
        whose = self.negotiation.party_by_id if parties is None else frozenset(parties)
        on = self.negotiation.issue_by_id if issues is None else frozenset(issues)
        if 4 * len(whose) * len(on) > len(self._by_party_and_issue):
            # To go through all is quicker than to put most of them in order.
            return tuple(one for one in self.statements if one.party in whose and one.issue in on and (until is None or one.day <= until))
        groups = (self.statements_of(party, issue) for party in whose for issue in on)
        return self._in_order(one for group in groups for one in group if until is None or one.day <= until)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {one.id: number for number, one in enumerate(self.statements)}

    def _in_order(self, found: Iterable[Statement]) -> tuple[Statement, ...]:
        """Return statements in the order in which they are held."""
        return tuple(sorted(found, key=lambda one: self._numbers[one.id]))

    @cached_property
    def _by_source(self) -> Mapping[str, tuple[Statement, ...]]:
        return _grouped((one.source, one) for one in self.statements if one.source is not None)

    def taken_from(self, source: str) -> tuple[Statement, ...]:
        """Return the statements that a document holds."""
        return self._by_source.get(source, ())

    def found(self, words: str) -> Finds:
        """Return what holds every word of a text, whenever it was said, the last of which may be half typed."""
        return self._index.found(words)

    @cached_property
    def _index(self) -> Index:
        return Index(self.negotiation, self.statements, self.sources)

    @cached_property
    def axes(self) -> Mapping[str, Axis]:
        """Return the axis of each issue's scale by issue id."""
        return {issue.id: Axis.of(issue.scale) for issue in self.negotiation.issues}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Return the days on which something was said, oldest first; where all that was said is undated, that of the review."""
        reviewed = self.negotiation.reviewed.latest
        return tuple(sorted(self._by_day.keys() - {date.min})) or ((reviewed,) if self._by_day and reviewed else ())

    @cached_property
    def _by_day(self) -> Mapping[date, tuple[Statement, ...]]:
        return _grouped((one.day, one) for one in self.statements)

    def said_on(self, day: date) -> tuple[Statement, ...]:
        """Return what was said on a day."""
        return self._by_day.get(day, ())

    @cached_property
    def ending(self) -> tuple[Statement, ...]:
        """Return the statements that run out or were taken back."""
        return tuple(one for one in self.statements if one.expires or one.withdrawn)

    @cached_property
    def _dated(self) -> Sequence[tuple[date, int]]:
        """Return the days that statements name, each with the number of its statement, oldest first."""
        return sorted((day, number) for number, one in enumerate(self.statements) for day in _days_of(one))

    def dated_between(self, since: date, until: date) -> tuple[Statement, ...]:
        """Return what may have been published, taken back or in force for the last time on one of these days, or was said by one at the latest."""
        first, end = bisect_left(self._dated, (since, 0)), bisect_left(self._dated, (until, self.count))
        numbers = {number for _, number in self._dated[first:end]}
        return tuple(self.statements[number] for number in sorted(numbers))

    def beyond(self, other: Evidence) -> tuple[Statement, ...]:
        """Return the statements that the other does not hold."""
        return () if other is self else tuple(one for one in self.statements if not other.holds(one.id))

    def otherwise_in(self, other: Evidence) -> tuple[tuple[Statement, Statement], ...]:
        """Return the statements that the other holds, too, but not as they are here: each as it is here, and as it is there."""
        both = ((one, other.statement(one.id)) for one in self.statements if other.holds(one.id))
        return tuple((here, there) for here, there in both if here != there)

    def last_day(self, today: date) -> date:
        """Return the last day on which anything was said by `today`, else the last at all: a mistyped year moves nothing.

        Where all that was said is undated, it is today; raises ValueError where nothing was ever said.
        """
        if not self.count:
            raise ValueError("Nothing was ever said.")
        if not self.days:
            return today
        return max((day for day in self.days if day <= today), default=self.days[-1])

    @cached_property
    def superseding(self) -> Mapping[str, tuple[Statement, ...]]:
        """Return, by the id of each superseded statement, those that supersede it."""
        return _grouped((old, one) for one in self.statements for old in one.supersedes)

    @cached_property
    def worked_out(self) -> dict[tuple[str, ...], Any]:
        """Return what was worked out of the dataset and is kept as long as it is; anyone may add to it.

        A key ends in the ids of a party and an issue, and what is kept rests on what that party said on that issue and nothing else said.
        """
        return {}

    def on(self, issue: str) -> Dataset:
        """Return the dataset as if nothing else had been said than on one issue: what is asked of that issue has the same answer, and sooner."""
        return self._holding(self.about(issues=(issue,)))

    def without(self, statement_ids: Iterable[str]) -> Dataset:
        """Return the dataset as if these statements had never been found."""
        gone = frozenset(statement_ids)
        made = self._holding(one for one in self.statements if one.id not in gone)
        return self._regrouped(made, gone, {})

    def altered(self, changes: Mapping[str, Mapping[str, object]]) -> Dataset:
        """Return the dataset with some fields of some statements, by id, as given; to ask what would hold if they were so."""
        changed = {one.id: one.model_copy(update=changes[one.id]) for one in self.statements if one.id in changes}
        return self._regrouped(self._holding(changed.get(one.id, one) for one in self.statements), changed.keys(), changed)

    def _holding(self, kept: Iterable[Statement]) -> Dataset:
        """Return the dataset as if only these statements had been found."""
        made = replace(self, statements=tuple(kept))
        # The scales are the same, so what was worked out of them is handed on.
        made.__dict__["axes"] = self.axes
        return made

    def _regrouped(self, made: Dataset, ids: Collection[str], changed: Mapping[str, Statement]) -> Dataset:
        """Hand on the groups by party and issue to a dataset that differs in few statements: only those they stand in are made anew."""
        groups = dict(self._by_party_and_issue)
        touched = {(one.party, one.issue) for one in map(self.statement_by_id.get, ids) if one}
        for key in touched:
            kept = (changed.get(one.id, one) for one in groups[key] if one.id not in ids or one.id in changed)
            groups[key] = tuple(sorted(kept, key=lambda one: (one.day, one.id)))
        made.__dict__["_by_party_and_issue"] = groups
        made.__dict__["worked_out"] = {key: kept for key, kept in self.worked_out.copy().items() if key[-2:] not in touched}
        return made

    def place_in_files(self, key: str) -> tuple[str, int] | None:
        """Return the file and line in which a statement, source or the negotiation itself is written."""
        if key not in self.files:
            return None
        document, loc = self.files[key]
        problem = document.problem(loc, "")
        return problem.file, problem.line


def _grouped(found: Iterable[tuple[Key, Statement]]) -> Mapping[Key, tuple[Statement, ...]]:
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for key, one in found:
        groups[key].append(one)
    return {key: tuple(group) for key, group in groups.items()}


def _days_of(one: Statement) -> set[date]:
    """Return the last day on which a statement can have been said, and the first and last of its being published, taken back or run out."""
    told = (day for when in (one.reported, one.withdrawn, one.expires) if when for day in (when.earliest, when.latest) if day)
    return {one.day, *told}


def from_its_folder(problem: Problem) -> Problem:
    """Return the problem with its file named from the folder it lies in on, as whoever reads it elsewhere knows it: not where that folder lies."""
    parts = problem.file.split("/")
    return problem._replace(file="/".join(parts[-3 if parts[-2:-1] == [AGENDAS_FOLDER] else -2 :]))


def negotiation_folders(folder: Path) -> tuple[Path, ...]:
    """Return the negotiation folders in `folder`, or `folder` itself; hidden folders are a tool's own copies.

    One in it that may not be looked into may hold a negotiation, and is among them: reading it says why it cannot be read.
    Raises `NoPositionsError` if there is none, and `UnreadableFolderError` where the folder itself may not be looked into.
    """
    if os.path.lexists(folder / NEGOTIATION_FILE):
        return (folder,)
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208
        # Names can be listed where nothing that has them can be looked at.
        os.stat(os.path.join(folder, "."))  # noqa: PTH116, PTH118 - a Path drops the dot
    except (FileNotFoundError, NotADirectoryError):
        names = []
    except OSError as error:
        raise UnreadableFolderError.of(shown_path(folder), error.strerror) from error
    found = tuple(folder / name for name in names if why_unread(folder / name) or os.path.lexists(folder / name / NEGOTIATION_FILE))
    if not found:
        raise NoPositionsError.in_folder(shown_path(folder))
    return found


def why_unread(folder: Path) -> str:
    """Return why nobody can tell whether a folder holds a negotiation; empty where it can be told."""
    try:
        os.lstat(folder / NEGOTIATION_FILE)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def seeds_folder(positions: Path) -> Path:
    """Return where the source records lie: `seeds/` in the given folder, beside it, or beside the one above."""
    places = _seeds_places(positions)
    return next(filter(_is_folder, places), places[1])


def _seeds_places(positions: Path) -> tuple[Path, ...]:
    at = Path(os.path.abspath(positions))  # noqa: PTH100 - resolve() fails on links that lead in a circle
    return at / "seeds", at.parent / "seeds", at.parent.parent / "seeds"


def _is_folder(path: Path) -> bool:
    # One that may not be looked into is there all the same, and reading it says so.
    return os.path.lexists(path) and (os.path.isdir(path) or not os.access(path, os.X_OK))  # noqa: PTH112


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """Return what is named as a YAML file directly in `folder`, sorted by name; hidden files are an editor's own.

    Raises `BadFilesError` where the folder may not be looked into.
    """
    try:
        names = sorted(name for name in os.listdir(folder) if name.lower().endswith(YAML_ENDINGS) and not name.startswith("."))  # noqa: PTH208
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise BadFilesError([_unreadable(folder, error.strerror)]) from error
    return tuple(folder / name for name in names)


def _unreadable(folder: Path, why: str | None) -> Problem:
    return Problem(shown_path(folder), 1, 1, f"The folder cannot be read: {why}.")


def files_stamp(folder: Path, seeds: Path) -> tuple[object, ...]:
    """Return what changes as soon as any file of the negotiation or any source record does; it never fails."""
    try:
        return tuple(stamp(path) for path in (*yaml_files(folder), *yaml_files(folder / AGENDAS_FOLDER), *yaml_files(seeds)))
    except BadFilesError as error:
        return (str(error),)


@uncollected
def load(folder: Path, seeds: Path | None = None) -> Dataset:
    """Read one negotiation as far as it is sound; `left_out` tells what is not.

    Raises `BadFilesError` where the negotiation's own file, or a whole folder, cannot be read, and `NoPositionsError` where there is none.
    """
    header = folder / NEGOTIATION_FILE
    if why := why_unread(folder):
        raise BadFilesError([_unreadable(folder, why)])
    if not os.path.lexists(header):
        raise NoPositionsError.in_folder(shown_path(folder))
    records, in_folder = yaml_files(seeds or seeds_folder(folder)), yaml_files(folder)
    unread: list[Problem] = []
    sources = list(_each(records, UNREAD_SOURCE, unread, lambda path: read_record(Source, path)))
    parties = [path for path in in_folder if path.name != NEGOTIATION_FILE]
    party_files = list(_each(parties, WHOLE_PARTY_FILE, unread, lambda path: read_entries(PartyFile, path, "statements")))
    agendas = list(_each(_agenda_files(folder, unread), "this agenda", unread, lambda path: read_record(Agenda, path)))
    try:
        negotiation = read_record(Negotiation, header)
    except BadFilesError as error:
        raise BadFilesError(
            [*error.problems, *unread, *(problem for read in party_files for wrong in read.wrong.values() for problem in wrong)]
        ) from error
    if not records and any(one.source for read in party_files for one in read.record.statements):
        raise BadFilesError([negotiation[1].problem((), *_without_records(folder, seeds)), *unread])
    found = joined(Records(negotiation, sources, party_files, agendas, unread))
    version = _version([negotiation[1], *(read.document for read in party_files), *(document for _, document in sources)])
    told = (found.files, found.agendas, found.left_out, found.without_file, found.never_named)
    return Dataset(found.negotiation, found.statements, found.sources, version, *told)


def _without_records(folder: Path, seeds: Path | None) -> tuple[str, str]:
    """Return that no source record was found, and how to mend it; a folder is named as empty only where it is there."""
    there = seeds or next(filter(_is_folder, _seeds_places(folder)), None)
    if there:
        return f"There are no source records in {named(shown_path(there))}.", "Put the documents' records into it."
    sought = " nor ".join(named(shown_path(one)) for one in _seeds_places(folder))
    return (
        f"There is no folder of source records, neither {sought}.",
        "Put a folder 'seeds' with the documents' records beside the folder of positions.",
    )


def _each(paths: Iterable[Path], name: str, problems: list[Problem], read: Callable[[Path], Read]) -> Iterator[Read]:
    """Yield what is read of each file; what cannot be read goes to `problems`, with the name of what is missing for it."""
    for path in paths:
        try:
            yield read(path)
        except BadFilesError as error:
            problems.extend(problem._replace(left_out=name) for problem in error.problems)


def _agenda_files(folder: Path, problems: list[Problem]) -> Sequence[Path]:
    try:
        return yaml_files(folder / AGENDAS_FOLDER)
    except BadFilesError as error:
        problems.extend(problem._replace(left_out="all agendas") for problem in error.problems)
        return ()


def _version(documents: Iterable[Document]) -> str:
    # What is shown rests on the positions and their sources; an agenda only chooses among it.
    digest = hashlib.sha256()
    for document in sorted(documents, key=lambda one: one.path.name):
        digest.update(document.digest)
    return digest.hexdigest()[:10]
