"""Read a negotiation's folder and the source records, join them by id, and refuse dangling references."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from parley.agendas import ALL_ISSUES, Agenda
from parley.errors import BadFilesError, NoPositionsError, Problem, did_you_mean, quoted
from parley.files import Document, Loc, shown_path, stamp
from parley.model import PLACED_KINDS, Entry, Negotiation, Party, PartyFile, Source, Statement
from parley.reading import read_record
from parley.scales import Axis

NEGOTIATION_FILE = "negotiation.yaml"
AGENDAS_FOLDER = "agendas"
YAML_ENDINGS = (".yaml", ".yml")

Record = TypeVar("Record", bound=BaseModel)


@dataclass(frozen=True)
class Dataset:
    """One negotiation with its statements and sources, joined; `version` is a short hash of the files it was read from.

    `left_out` says of each record that could not be taken why it is missing; what is here stands without it.
    """

    negotiation: Negotiation
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    version: str
    files: Mapping[str, tuple[Document, Loc]]
    agendas: tuple[Agenda, ...] = ()
    left_out: tuple[Problem, ...] = ()

    @cached_property
    def statement_by_id(self) -> Mapping[str, Statement]:
        """Return the statements by id."""
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def cited(self) -> Mapping[str, Source]:
        """Return the sources that a statement or an event names, by id; the folder may hold records for other negotiations too."""
        named = {one.source for one in self.statements} | {event.source for event in self.negotiation.events}
        return {key: source for key, source in self.sources.items() if key in named}

    @cached_property
    def _by_party_and_issue(self) -> Mapping[tuple[str, str], tuple[Statement, ...]]:
        found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for statement in self.statements:
            found[statement.party, statement.issue].append(statement)
        return {key: tuple(sorted(group, key=lambda one: (one.day, one.id))) for key, group in found.items()}

    def statements_of(self, party: str, issue: str) -> tuple[Statement, ...]:
        """Return what `party` said on `issue`, oldest first."""
        return self._by_party_and_issue.get((party, issue), ())

    @cached_property
    def axes(self) -> Mapping[str, Axis]:
        """Return the axis of each issue's scale by issue id."""
        return {issue.id: Axis.of(issue.scale) for issue in self.negotiation.issues}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Return the days on which something was said, oldest first."""
        return tuple(sorted({statement.day for statement in self.statements}))

    @cached_property
    def superseding(self) -> Mapping[str, tuple[Statement, ...]]:
        """Return, by the id of each superseded statement, those that supersede it."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            for old in statement.supersedes:
                found[old].append(statement)
        return {key: tuple(group) for key, group in found.items()}

    def about(self, issue_id: str, parties: Iterable[str]) -> Dataset:
        """Return the dataset of what these parties said on one issue; positions on that issue depend on nothing else."""
        return self._holding(one for party in parties for one in self.statements_of(party, issue_id))

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
        for key in {(one.party, one.issue) for one in map(self.statement_by_id.get, ids) if one}:
            kept = (changed.get(one.id, one) for one in groups[key] if one.id not in ids or one.id in changed)
            groups[key] = tuple(sorted(kept, key=lambda one: (one.day, one.id)))
        made.__dict__["_by_party_and_issue"] = groups
        return made

    def place_in_files(self, key: str) -> tuple[str, int] | None:
        """Return the file and line in which a statement, source or the negotiation itself is written."""
        if key not in self.files:
            return None
        document, loc = self.files[key]
        problem = document.problem(loc, "")
        return problem.file, problem.line


def negotiation_folders(folder: Path) -> tuple[Path, ...]:
    """Return the negotiation folders in `folder`, or `folder` itself; raise `NoPositionsError` if there is none."""
    if (folder / NEGOTIATION_FILE).exists():
        return (folder,)
    found = tuple(sorted(path.parent for path in folder.glob(f"*/{NEGOTIATION_FILE}"))) if folder.is_dir() else ()
    if not found:
        raise NoPositionsError.in_folder(shown_path(folder))
    return found


def seeds_folder(positions: Path) -> Path:
    """Return where the source records lie: `seeds/` in the given folder, beside it, or beside the one above."""
    at = Path(os.path.abspath(positions))  # noqa: PTH100 - resolve() fails on links that lead in a circle
    for candidate in (at / "seeds", at.parent / "seeds", at.parent.parent / "seeds"):
        if candidate.is_dir():
            return candidate
    return at.parent / "seeds"


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """Return what is named as a YAML file directly in `folder`, sorted by name; hidden files are an editor's own.

    Raises `BadFilesError` where the folder may not be looked into.
    """
    if not folder.is_dir():
        return ()
    try:
        names = sorted(name for name in os.listdir(folder) if name.lower().endswith(YAML_ENDINGS) and not name.startswith("."))  # noqa: PTH208
    except OSError as error:
        raise BadFilesError([Problem(shown_path(folder), 1, 1, f"The folder cannot be read: {error.strerror}.")]) from error
    return tuple(folder / name for name in names)


def files_stamp(folder: Path, seeds: Path) -> tuple[object, ...]:
    """Return what changes as soon as any file of the negotiation or any source record does; it never fails."""
    try:
        return tuple(stamp(path) for path in (*yaml_files(folder), *yaml_files(folder / AGENDAS_FOLDER), *yaml_files(seeds)))
    except BadFilesError as error:
        return (str(error),)


def load(folder: Path, seeds: Path | None = None) -> Dataset:
    """Read one negotiation; raise `BadFilesError` with every problem of every file, or `NoPositionsError`."""
    header = folder / NEGOTIATION_FILE
    if not header.exists():
        raise NoPositionsError.in_folder(shown_path(folder))
    in_seeds: list[Problem] = []
    seeds = seeds or seeds_folder(folder)
    sources = _read_all(Source, yaml_files(seeds), in_seeds)
    in_header: list[Problem] = []
    headers = _read_all(Negotiation, (header,), in_header)
    in_parties: list[Problem] = []
    party_files = _read_all(PartyFile, [path for path in yaml_files(folder) if path.name != NEGOTIATION_FILE], in_parties)
    in_agendas: list[Problem] = []
    agendas = _read_all(Agenda, yaml_files(folder / AGENDAS_FOLDER), in_agendas)
    problems = [*in_seeds, *in_header, *in_parties, *in_agendas]
    if not headers:
        raise BadFilesError(problems)
    if not yaml_files(seeds) and any(record.statements for record, _ in party_files):
        what = f"There are no source records in {quoted(shown_path(seeds))}."
        in_seeds.append(headers[0][1].problem((), what, "Put a folder 'seeds' with the documents' records beside the folder of positions."))
        problems = [*in_seeds, *problems]
    # What stands in an unreadable file is not missing, so references to it are not reported on top.
    unsure = {what for what, found in (("source", in_seeds), ("statement", in_parties)) if found}
    return _Join(headers[0], sources, party_files, agendas, problems, unsure).dataset()


def _read_all(model: type[Record], paths: Sequence[Path], problems: list[Problem]) -> list[tuple[Record, Document]]:
    found = []
    for path in paths:
        try:
            found.append(read_record(model, path))
        except BadFilesError as error:
            problems.extend(error.problems)
    return found


class _Join:
    """The joining of one negotiation: what is known by which id, and what refers to something that is not there."""

    def __init__(
        self,
        header: tuple[Negotiation, Document],
        sources: Sequence[tuple[Source, Document]],
        party_files: Sequence[tuple[PartyFile, Document]],
        agendas: Sequence[tuple[Agenda, Document]],
        problems: list[Problem],
        unsure: Collection[str],
    ) -> None:
        self.negotiation, self.header = header
        self.sources = sources
        self.party_files = party_files
        self.agendas = agendas
        self.problems = problems
        self.unsure = unsure
        self.files: dict[str, tuple[Document, Loc]] = {self.negotiation.id: (self.header, ())}
        self.axes = {issue.id: Axis.of(issue.scale) for issue in self.negotiation.issues}
        # Every statement that stands in a file, sound or not: a reference to one that is wrong elsewhere is not itself wrong.
        self.said_by = {entry.id: record.party for record, _ in party_files for entry in record.statements}

    def dataset(self) -> Dataset:
        """Return the joined dataset; raise `BadFilesError` if anything is wrong."""
        sources = self._sources()
        self._negotiation(sources)
        statements = [one for record, document in self.party_files for one in self._statements(record, document, sources)]
        for record, document in self.party_files:
            self._between(record, document)
        agendas = tuple(self._agendas())
        if self.problems:
            raise BadFilesError(self.problems)
        return Dataset(self.negotiation, tuple(statements), sources, self._version(), self.files, agendas)

    def _version(self) -> str:
        # What is shown rests on the positions and their sources; an agenda only chooses among it.
        digest = hashlib.sha256()
        documents = [self.header, *(document for _, document in (*self.party_files, *self.sources))]
        for document in sorted(documents, key=lambda one: one.path.name):
            digest.update(document.digest)
        return digest.hexdigest()[:10]

    def _once(self, key: str, what: str, document: Document, loc: Loc) -> bool:
        if key in self.files:
            name, line = self.files[key][0].name, self.files[key][0].problem(self.files[key][1], "").line
            self.problems.append(document.problem(loc, f"The id {quoted(key)} of this {what} is used twice.", f"It stands first in {name}:{line}."))
            return False
        self.files[key] = (document, loc)
        return True

    def _refer(self, given: str, known: Collection[str], what: str, document: Document, loc: Loc, of: str = "") -> bool:
        if given in known:
            return True
        if what in self.unsure:
            return False
        self.problems.append(document.problem(loc, f"no {what} {quoted(given)}{of}.", did_you_mean(given, sorted(known))))
        return False

    def _sources(self) -> dict[str, Source]:
        found: dict[str, Source] = {}
        for source, document in self.sources:
            if self._once(source.id, "source", document, ("id",)):
                found[source.id] = source
        return found

    def _negotiation(self, sources: Mapping[str, Source]) -> None:
        negotiation, document = self.negotiation, self.header
        self._defined_once("party", ("parties",), [party.id for party in negotiation.parties])
        for index, party in enumerate(negotiation.parties):
            self._defined_once("speaker", ("parties", index, "speakers"), [speaker.id for speaker in party.speakers])
        self._defined_once("group", ("groups",), [group.id for group in negotiation.groups])
        self._defined_once("issue", ("issues",), [issue.id for issue in negotiation.issues])
        self._defined_once("short party", ("parties",), [party.short for party in negotiation.parties], key="short")
        self._defined_once("group", ("groups",), [group.name for group in negotiation.groups], key="name")
        self._defined_once("issue", ("issues",), [issue.name for issue in negotiation.issues], key="name")
        self._defined_once("event", ("events",), [event.id for event in negotiation.events])
        self._defined_once("edition", ("editions",), [edition.name for edition in negotiation.editions], key="name")
        parties = negotiation.party_by_id
        groups = [group.id for group in negotiation.groups]
        for index, shown in enumerate(negotiation.shown):
            self._refer(shown, parties, "party", document, ("shown", index))
        self._pair(negotiation.headline, parties, ("headline",))
        for index, issue in enumerate(negotiation.issues):
            self._refer(issue.group, groups, "group", document, ("issues", index, "group"))
            self._pair(issue.headline, parties, ("issues", index, "headline"))
            for one in issue.directions:
                self._refer(one, parties, "party", document, ("issues", index, "directions", one))
        for index, event in enumerate(negotiation.events):
            self._refer(event.source, sources, "source", document, ("events", index, "source"))
            for number, one in enumerate(event.issues):
                self._refer(one, negotiation.issue_by_id, "issue", document, ("events", index, "issues", number))

    def _defined_once(self, what: str, loc: Loc, values: Sequence[str], key: str = "id") -> None:
        """Refuse a value that two of them share; names count too, because on screen a name is all that tells them apart."""
        seen: set[str] = set()
        for index, one in enumerate(values):
            if one in seen:
                told = f"The {what} {quoted(one)} is defined twice." if key == "id" else f"Two {what} names are {quoted(one)}."
                self.problems.append(self.header.problem((*loc, index, key), told, f"Choose another {'id' if key == 'id' else 'name'}."))
            seen.add(one)

    def _pair(self, pair: tuple[str, str] | None, parties: Mapping[str, Party], loc: Loc) -> None:
        for index, party in enumerate(pair or ()):
            self._refer(party, parties, "party", self.header, (*loc, index))
        if pair and pair[0] == pair[1]:
            self.problems.append(self.header.problem(loc, "A headline pair names one party twice.", "Name two parties."))

    def _statements(self, record: PartyFile, document: Document, sources: Mapping[str, Source]) -> Iterator[Statement]:
        if not self._refer(record.party, self.negotiation.party_by_id, "party", document, ("party",)):
            return
        party = self.negotiation.party_by_id[record.party]
        speakers = {speaker.id for speaker in party.speakers}
        for index, entry in enumerate(record.statements):
            loc: Loc = ("statements", index)
            sound = [
                self._once(entry.id, "statement", document, (*loc, "id")),
                self._refer(entry.speaker, speakers, "speaker", document, (*loc, "speaker"), f" of {party.name}"),
                self._refer(entry.source, sources, "source", document, (*loc, "source")),
                self._refer(entry.issue, self.negotiation.issue_by_id, "issue", document, (*loc, "issue")),
            ]
            sound.append(sound[-1] and self._placed(entry, party, document, loc))
            sound.append(self._condition(entry, document, loc))
            sound.extend(
                self._refer(other, self.negotiation.party_by_id, "party", document, (*loc, "to", number)) for number, other in enumerate(entry.to)
            )
            if all(sound):
                source = sources[entry.source]
                day = min(filter(None, (entry.said.latest, source.issued.latest)), default=None)
                if day is None:
                    what = "Neither the statement nor its source has a date that ends."
                    self.problems.append(document.problem((*loc, "said"), what, "Give the latest day it can have been said."))
                    continue
                yield Statement.model_construct(**entry.__dict__, party=party.id, day=day, reported=source.issued)

    def _placed(self, entry: Entry, party: Party, document: Document, loc: Loc) -> bool:
        issue = self.negotiation.issue_by_id[entry.issue]
        place, axis, before = entry.place, self.axes[entry.issue], len(self.problems)
        if entry.kind in PLACED_KINDS and place.is_placed and party.id not in issue.directions:
            what = f"The issue '{issue.id}' gives {party.name} no direction, so this cannot be placed."
            self.problems.append(document.problem((*loc, "place"), what, f"Add '{party.id}' under 'directions' in {NEGOTIATION_FILE}."))
        values = []
        for key, text in (("at", place.at), ("from", place.from_), ("to", place.to)):
            if text is not None:
                try:
                    values.append(axis.value(text))
                except ValueError as error:
                    self.problems.append(document.problem((*loc, "place", key), str(error)))
        if len(values) == 2 and values[0] > values[1]:
            self.problems.append(document.problem((*loc, "place"), "'from' is higher than 'to'.", "Exchange the two."))
        if place.strict and values and before == len(self.problems):
            direction = issue.directions.get(party.id, "target")
            closed = values[0] + axis.step if direction == "up" else values[0] - axis.step
            if direction == "target" or not axis.bottom <= closed <= axis.top:
                aimless = "A party with direction 'target' has no strict limit."
                what = aimless if direction == "target" else "This strict limit leaves no value on the scale."
                self.problems.append(document.problem((*loc, "place"), what, "Leave 'strict' out, or choose another place."))
        return before == len(self.problems)

    def _condition(self, entry: Entry, document: Document, loc: Loc) -> bool:
        condition = entry.condition
        if condition is None:
            return True
        before, here = len(self.problems), (*loc, "condition")
        if condition.by is not None:
            self._refer(condition.by, self.negotiation.party_by_id, "party", document, (*here, "by"))
        if condition.at is not None and condition.issue is None:
            self.problems.append(document.problem((*here, "at"), "A place needs the issue it lies on.", "Add 'issue'."))
        issues = self.negotiation.issue_by_id
        if condition.issue is not None and self._refer(condition.issue, issues, "issue", document, (*here, "issue")) and condition.at:
            try:
                self.axes[condition.issue].value(condition.at)
            except ValueError as error:
                self.problems.append(document.problem((*here, "at"), str(error)))
        return before == len(self.problems)

    def _agendas(self) -> Iterator[Agenda]:
        titles: set[str] = set()
        for agenda, document in self.agendas:
            # On screen a title is all that tells them apart.
            if agenda.title in titles:
                self.problems.append(document.problem(("title",), f"Two agendas are called {quoted(agenda.title)}.", "Choose another title."))
            titles.add(agenda.title)
            if agenda.id == ALL_ISSUES:
                self.problems.append(document.problem(("id",), f"The id {quoted(ALL_ISSUES)} stands for all issues.", "Choose another id."))
            listed: set[str] = set()
            for index, item in enumerate(agenda.items):
                here: Loc = ("items", index, "issue")
                if self._refer(item.issue, self.negotiation.issue_by_id, "issue", document, here) and item.issue in listed:
                    self.problems.append(document.problem(here, f"The issue {quoted(item.issue)} is on the agenda twice.", "Name each issue once."))
                listed.add(item.issue)
            if self._once(agenda.id, "agenda", document, ("id",)):
                yield agenda

    def _between(self, record: PartyFile, document: Document) -> None:
        """Find references to other statements that lead nowhere, or to another party's."""
        for index, entry in enumerate(record.statements):
            for number, old in enumerate(entry.supersedes):
                here: Loc = ("statements", index, "supersedes", number)
                if self._refer(old, self.said_by, "statement", document, here) and self.said_by[old] != record.party:
                    self.problems.append(document.problem(here, f"{quoted(old)} is another party's statement.", "A party supersedes only its own."))
            if entry.repeats is not None:
                self._refer(entry.repeats, self.said_by, "statement", document, ("statements", index, "repeats"))
