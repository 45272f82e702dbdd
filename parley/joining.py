"""What was read from the files, joined by id: what is sound comes in, and what is not is left out by name."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from parley.agendas import ALL_ISSUES, Agenda
from parley.errors import BadFilesError, Problem, quoted
from parley.files import Document, Loc
from parley.fitting import Fitting
from parley.header import Header
from parley.letters import seen_as
from parley.model import IN_LOCATOR, Closed, Entry, Event, Locator, Negotiation, PartyFile, Source, Statement
from parley.one_day import by_rule
from parley.placing import Placing
from parley.reading import Sound, guideline
from parley.references import References
from parley.scales import Axis

UNREAD_SOURCE = "this source, and what rests on it"
WHOLE_PARTY_FILE = "all statements of this file; what they overtake in other files is shown as if it stood"
OVERTAKEN = "; what it overtakes is shown as if it stood"

Identified = TypeVar("Identified", Source, Entry, Agenda)
Record = TypeVar("Record", Source, Agenda)


@dataclass(frozen=True)
class Records:
    """What was read of one negotiation, each record with its document; `unread` tells of the files that could not be read."""

    header: tuple[Negotiation, Document]
    sources: Sequence[tuple[Source, Document]]
    party_files: Sequence[Sound[PartyFile]]
    agendas: Sequence[tuple[Agenda, Document]]
    unread: Sequence[Problem] = ()


@dataclass(frozen=True)
class Joined:
    """What is sound of a negotiation, where each record stands, why others are left out, and what is in no file."""

    negotiation: Negotiation
    statements: tuple[Statement, ...]
    sources: Mapping[str, Source]
    agendas: tuple[Agenda, ...]
    files: Mapping[str, tuple[Document, Loc]]
    left_out: tuple[Problem, ...]
    without_file: frozenset[str]
    never_named: frozenset[str]


@dataclass(frozen=True, eq=False)
class _Placed(Generic[Identified]):
    """A record that is sound in itself, and where it stands; it may still not fit the others."""

    id: str
    record: Identified
    document: Document
    loc: Loc = ()
    party: str = ""

    def problem(self, loc: Loc, what: str, mend: str = "") -> Problem:
        return self.document.problem((*self.loc, *loc), what, mend)


class _Gone(NamedTuple):
    """A statement left out: its party, empty where nobody can tell, what it would have overtaken, and how it is called."""

    party: str
    overtaken: Sequence[str]
    called: str


def joined(records: Records) -> Joined:
    """Return what fits together; raise `BadFilesError` with all problems where the negotiation's own file is wrong."""
    return _Join(records).joined()


def _lacks(owner: type[Closed], key: str, document: Document, loc: Loc = ()) -> Problem:
    return document.problem(loc, f"The key '{key}' is missing.", guideline(owner, key))


def _named(read: Sound[PartyFile]) -> Mapping[int, str]:
    """Return the ids of the entries that are wrong in themselves, as far as they have one, by their place."""
    ids = {place: given.get("id") for place, given in read.given.items() if isinstance(given, dict)}
    return {place: key for place, key in ids.items() if isinstance(key, str) and key}


class _Join:
    """The joining of one negotiation: what is known by which id, and what refers to something that is not there."""

    def __init__(self, records: Records) -> None:
        self.negotiation, self.header = records.header
        self.records = records
        self.left_out: list[Problem] = list(records.unread)
        self.files: dict[str, tuple[Document, Loc]] = {self.negotiation.id: (self.header, ())}
        self.gone: dict[str, _Gone] = {}
        self.cited = {one.source for read in records.party_files for one in read.record.statements} | {one.source for one in self.negotiation.events}
        self.references = References()
        self.placing = Placing(records.party_files, self.negotiation.bloc_by_id, self.references)
        # Every statement that stands in a file, sound or not: a reference to one that is wrong is not itself wrong.
        self.known = (
            self.placing.party_of.keys() | self.placing.together.keys() | {key for read in records.party_files for key in _named(read).values()}
        )
        # What may stand in a file that cannot be read is not called missing.
        self.is_unsure = any(problem.left_out == WHOLE_PARTY_FILE for problem in records.unread)
        self.doubtful_sources: Set[str] = frozenset()
        self.speakers: dict[str, Collection[str]] = {}
        self.refer = self.references.problems
        self.fitting = Fitting(self.negotiation, {issue.id: Axis.of(issue.scale) for issue in self.negotiation.issues}, self.references)

    def joined(self) -> Joined:
        """Return what fits together; raise `BadFilesError` where the negotiation's own file does not."""
        broken = list(Header(self.negotiation, self.header, self.references).problems())
        sources = {one.id: one for one, _ in self._once("source", filter(self._is_as_asked, self.records.sources))}
        self.doubtful_sources = {one.left_out for one in self.left_out}
        events = tuple(self._events(sources))
        # Wrong entries first: whoever shares an id with one of them is in doubt as well.
        for read in self.records.party_files:
            self._wrong_entries(read)
        statements = self._standing(list(self._statements(sources)))
        agendas = tuple(self._agendas())
        if broken:
            raise BadFilesError([*broken, *self.left_out])
        negotiation = self.negotiation
        if len(events) < len(negotiation.events):
            negotiation = negotiation.model_copy(update={"events": events})
        left_out = tuple(sorted(set(self.left_out)))
        statements = by_rule(statements, negotiation, self.fitting.axes)
        return Joined(negotiation, statements, sources, agendas, self.files, left_out, self._without_file(), self._never_named())

    def _is_as_asked(self, found: tuple[Source, Document]) -> bool:
        """Return whether the record of a document says what the negotiation asks of those that it cites; note what one lacks."""
        (source, document), asked = found, self.negotiation.requires_of_sources
        lacking = (_lacks(Source, key, document) for key in asked if source.id in self.cited and source.lacks(key))
        return not self._leave_out(UNREAD_SOURCE, lacking)

    def _without_file(self) -> frozenset[str]:
        """Return the parties of which no file was found; none where one that could not be read may be theirs."""
        with_file = {read.record.party for read in self.records.party_files} | set(self.placing.party_of.values())
        return frozenset() if self.is_unsure else frozenset(self.negotiation.party_by_id) - with_file

    def _never_named(self) -> frozenset[str]:
        """Return the issues that no statement names, taken or left out; none where one that cannot be told may be on them."""
        issues = frozenset(self.negotiation.issue_by_id)
        named = {one.issue for read in self.records.party_files for one in read.record.statements}
        for read in self.records.party_files:
            given = [one.get("issue") if isinstance(one, dict) else None for one in read.given.values()]
            named |= {one if isinstance(one, str) else "" for one in given}
        return frozenset() if self.is_unsure or named - issues else issues - named

    def _leave_out(self, name: str, problems: Iterable[Problem], also: str = "") -> bool:
        """Note the problems for which something is left out, and what comes of it; return whether there is any."""
        before = len(self.left_out)
        self.left_out.extend(one._replace(left_out=name + also) for one in problems)
        return len(self.left_out) > before

    def _once(self, what: str, found: Iterable[tuple[Record, Document]]) -> Iterator[tuple[Record, Document]]:
        """Yield the records whose id is theirs alone."""
        placed = [_Placed(record.id, record, document) for record, document in found]
        yield from ((one.record, one.document) for one in self._unlike(what, placed))

    def _unlike(self, what: str, found: Iterable[_Placed[Identified]]) -> Iterator[_Placed[Identified]]:
        """Yield what has an id of its own; of several with one id all are left out, because nobody knows which of them is meant.

        Copies that say exactly the same leave no such doubt, and the first of them stays.
        """
        by_id: dict[str, list[_Placed[Identified]]] = defaultdict(list)
        for one in found:
            by_id[one.id].append(one)
        for key, group in by_id.items():
            first: _Placed[Identified] = group[0]
            others = group[1:]
            taken = key in self.files or key in self.gone
            stays = not taken and all((one.record, one.party) == (first.record, first.party) for one in others)
            for one in others if stays else group if others or taken else ():
                # The first of several cannot point at itself, so it points at the second.
                other = first if one is not first else others[0] if others else None
                self._leave_out(f"{what} {quoted(key)}", [self._repeated(what, one, other, "again" if one is first else "first")])
                if isinstance(one.record, Entry) and not stays:
                    self.gone.setdefault(key, _Gone(one.party, one.record.supersedes, quoted(key)))
            if stays:
                self.files[key] = (first.document, (*first.loc, "id"))
                yield first

    def _repeated(self, what: str, one: _Placed[Identified], other: _Placed[Identified] | None, word: str) -> Problem:
        told = f"The id {quoted(one.id)} of this {what} is used twice."
        known = self.files.get(one.id)
        if not known and not other:
            return one.problem(("id",), told, "It stands again in an entry that is wrong in itself.")
        document, loc = known or (other.document, other.loc) if other else self.files[one.id]
        place = document.problem(loc, "")
        return one.problem(("id",), told, f"It stands {'first' if known else word} in {place.file}:{place.line}.")

    def _events(self, sources: Mapping[str, Source]) -> Iterator[Event]:
        for index, event in enumerate(self.negotiation.events):
            here: Loc = ("events", index)
            found = list(self._source(event.source, sources, self.header, (*here, "source")))
            for number, one in enumerate(event.issues):
                found += self.refer(one, self.negotiation.issue_by_id, "issue", self.header, (*here, "issues", number))
            if not self._leave_out(f"event {quoted(event.id)}", found):
                yield event

    def _source(self, given: str, sources: Mapping[str, Source], document: Document, loc: Loc) -> Iterator[Problem]:
        if given not in sources and not self.doubtful_sources.isdisjoint((UNREAD_SOURCE, f"source {quoted(given)}")):
            yield document.problem(loc, f"There is no source {quoted(given)} among the records that can be taken.", "Mend the records first.")
        else:
            yield from self.refer(given, sources, "source", document, loc)

    def _wrong_entries(self, read: Sound[PartyFile]) -> None:
        """Leave out the entries that are wrong in themselves, by the ids they have if they have any."""
        named = _named(read)
        for place, problems in read.wrong.items():
            key, given = named.get(place), read.given[place]
            overtaken = given.get("supersedes", []) if isinstance(given, dict) else []
            ids = [one for one in overtaken if isinstance(one, str)] if isinstance(overtaken, list) else []
            is_lost = ids != overtaken or self._overtakes_unknown(ids)
            self._leave_out(f"statement {quoted(key)}" if key else f"entry {place + 1} of 'statements'", problems, also=OVERTAKEN if is_lost else "")
            party = read.record.party or (given.get("party") if isinstance(given, dict) else "")
            whose = party if isinstance(party, str) else ""
            if key:
                self.gone[key] = _Gone(whose, ids, quoted(key))
            elif ids:
                at = read.document.problem(("statements", place), "")
                self.gone[f"{at.file}:{at.line}"] = _Gone(whose, ids, f"The entry at {at.file}:{at.line}")

    def _overtakes_unknown(self, ids: Iterable[str]) -> bool:
        """Return whether a statement that is left out would have overtaken one that nobody can name, so that it goes on standing."""
        return not self.is_unsure and any(one not in self.known for one in ids)

    def _statements(self, sources: Mapping[str, Source]) -> Iterator[tuple[Statement, _Placed[Entry]]]:
        """Yield the statements that fit the negotiation and the sources."""
        for name, entry, problem in self.placing.unclear:
            self._leave_out(name, [problem], also=OVERTAKEN if self._overtakes_unknown(entry.supersedes) else "")
            self.gone[entry.id or f"{problem.file}:{problem.line}"] = _Gone("", entry.supersedes, quoted(entry.id) if entry.id else f"The {name}")
        for one in self._unlike("statement", list(self._entries())):
            entry, document, loc = one.record, one.document, one.loc
            if unfit := list(self._unfit(one, sources)):
                also = OVERTAKEN if self._overtakes_unknown(entry.supersedes) else ""
                self._leave_out(f"statement {quoted(one.id)}", unfit, also=also)
                self.gone[one.id] = _Gone(one.party, entry.supersedes, quoted(one.id))
                continue
            reported = sources[entry.source].issued if entry.source else None
            day = min(filter(None, (entry.said.latest, reported.latest if reported else None)), default=None) if entry.said else date.min
            if day is not None:
                yield Statement.of(entry, one.party, day, reported), one
                continue
            what = "Neither the statement nor its source has a date that ends."
            problem = document.problem((*loc, "said"), what, "Give the latest day it can have been said.")
            self._leave_out(f"statement {quoted(one.id)}", [problem])
            self.gone[one.id] = _Gone(one.party, entry.supersedes, quoted(one.id))

    def _entries(self) -> Iterator[_Placed[Entry]]:
        """Yield the entries of parties that there are; where the party of a file, or of an entry, is not known, tell so and leave out what is its."""
        parties = self.negotiation.party_by_id
        for one in self.placing.entries:
            if one.party in parties:
                yield _Placed(one.id, one.entry, one.document, one.loc, one.party)
                continue
            name = f"statement {quoted(one.id)}" if one.party_loc[1:] else WHOLE_PARTY_FILE
            self._leave_out(name, self.refer(one.party, parties, "party", one.document, one.party_loc))
            self.gone[one.id] = _Gone(one.party, one.entry.supersedes, quoted(one.id))
        for read in self.records.party_files:
            if read.record.party and not read.record.statements:
                self._leave_out(WHOLE_PARTY_FILE, self.refer(read.record.party, parties, "party", read.document, ("party",)))

    def _unfit(self, one: _Placed[Entry], sources: Mapping[str, Source]) -> Iterator[Problem]:
        """Yield all for which a statement cannot be taken."""
        entry, document, loc = one.record, one.document, one.loc
        parties, issues = self.negotiation.party_by_id, self.negotiation.issue_by_id
        party = parties[one.party]
        yield from self._lacking(one)
        if entry.speaker is not None:
            yield from self.refer(entry.speaker, self._speakers(one.party), "speaker", document, (*loc, "speaker"), f" of {party.name}")
        if entry.source is not None:
            yield from self._source(entry.source, sources, document, (*loc, "source"))
        yield from self.refer(entry.issue, issues, "issue", document, (*loc, "issue"))
        if entry.issue in issues:
            yield from self.fitting.misplaced(entry, party, document, loc)
        if entry.condition is not None:
            yield from self.fitting.condition(entry.condition, document, (*loc, "condition"))
        for number, other in enumerate(entry.to):
            yield from self.refer(other, parties, "party", document, (*loc, "to", number))
        yield from self._between(one)

    def _lacking(self, one: _Placed[Entry]) -> Iterator[Problem]:
        """Find what the negotiation asks of every statement and this one does not say."""
        for key in self.negotiation.requires:
            if one.id in self.placing.unnamed if key == "id" else one.record.lacks(key):
                at: Loc = (*one.loc, "locator") if key in IN_LOCATOR and one.record.locator else one.loc
                yield _lacks(Locator if key in IN_LOCATOR else Entry, key, one.document, at)

    def _speakers(self, party: str) -> Collection[str]:
        if party not in self.speakers:
            self.speakers[party] = {speaker.id for speaker in self.negotiation.party_by_id[party].speakers}
        return self.speakers[party]

    def _between(self, one: _Placed[Entry]) -> Iterator[Problem]:
        """Find references to other statements that lead nowhere, or to another party's."""
        entry, document, loc = one.record, one.document, one.loc
        for number, old in enumerate(entry.supersedes):
            here: Loc = (*loc, "supersedes", number)
            if old in self.placing.together or self.placing.party_of.get(old, one.party) != one.party:
                yield document.problem(here, f"{quoted(old)} is another party's statement.", "A party supersedes only its own.")
            elif not self.is_unsure:
                yield from self.refer(old, self.known, "statement", document, here)
        if entry.repeats is not None and not self.is_unsure:
            yield from self.refer(entry.repeats, self.known, "statement", document, (*loc, "repeats"))

    def _standing(self, found: Sequence[tuple[Statement, _Placed[Entry]]]) -> tuple[Statement, ...]:
        """Return the statements without those that would stand again, or speak anew, only because another is left out."""
        placed = {statement.id: (statement, one) for statement, one in found}
        repeating: dict[str, list[str]] = defaultdict(list)
        for statement, _ in found:
            if statement.repeats is not None:
                repeating[statement.repeats].append(statement.id)
        for statement, _ in found:
            if statement.repeats is not None and statement.repeats not in placed:
                self.gone.setdefault(statement.repeats, _Gone("", (), quoted(statement.repeats)))
        waiting = deque(self.gone)
        while waiting:
            lost = waiting.popleft()
            party, overtaken, called = self.gone[lost]
            told = [(old, "id", f"{called}, which supersedes it, is left out.") for old in overtaken]
            told += [(again, "repeats", f"{called}, which it repeats, is left out.") for again in repeating[lost]]
            for key, where, what in told:
                if key in placed and key not in self.gone and (where == "repeats" or party in ("", placed[key][1].party)):
                    one = placed[key][1]
                    self._leave_out(f"statement {quoted(key)}", [one.problem((where,), what, "Mend that one first.")])
                    self.gone[key] = _Gone(one.party, one.record.supersedes, quoted(key))
                    waiting.append(key)
        for key in self.gone.keys() & self.files.keys():
            del self.files[key]
        return tuple(self._without_lost(statement) for statement, _ in found if statement.id not in self.gone)

    def _without_lost(self, statement: Statement) -> Statement:
        """Return the statement without what it overtakes where that is left out itself."""
        kept = tuple(old for old in statement.supersedes if old in self.files)
        return statement if len(kept) == len(statement.supersedes) else statement.model_copy(update={"supersedes": kept})

    def _agendas(self) -> Iterator[Agenda]:
        titles: set[str] = set()
        for agenda, document in self._once("agenda", self.records.agendas):
            found = []
            # On screen a title is all that tells them apart.
            if seen_as(agenda.title) in titles:
                found.append(document.problem(("title",), f"Two agendas are called {quoted(agenda.title)}.", "Choose another title."))
            titles.add(seen_as(agenda.title))
            if agenda.id == ALL_ISSUES:
                found.append(document.problem(("id",), f"The id {quoted(ALL_ISSUES)} stands for all issues.", "Choose another id."))
            listed: set[str] = set()
            for index, item in enumerate(agenda.items):
                here: Loc = ("items", index, "issue")
                found += self.refer(item.issue, self.negotiation.issue_by_id, "issue", document, here)
                if item.issue in listed:
                    found.append(document.problem(here, f"The issue {quoted(item.issue)} is on the agenda twice.", "Name each issue once."))
                listed.add(item.issue)
            if self._leave_out(f"agenda {quoted(agenda.id)}", found):
                del self.files[agenda.id]
            else:
                yield agenda
