"""Whose each statement of the files is, and by which id it is called: one that several parties make stands once for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.dates import shown_day
from parley.errors import Problem, quoted
from parley.files import Document, Loc
from parley.model import Bloc, Entry, PartyFile
from parley.reading import Sound, guideline
from parley.references import References

# Between the id of a statement that several make and the party of which it is; no id in a file has two hyphens.
OF_PARTY = "--"


@dataclass(frozen=True, eq=False)
class Placed:
    """An entry that is sound in itself, as one party's: its id, and where it stands in the files."""

    id: str
    party: str
    entry: Entry
    document: Document
    loc: Loc
    party_loc: Loc


class Placing:
    """The entries of all party files as statements of one party each; `unclear` are those of which nobody can tell whose they are.

    `unnamed` are the ids of those that have none in the files; `together` holds, by the id in the files, who makes a statement with others.
    What a bloc says is said by each of its members on that day (rule 1b).
    """

    def __init__(self, files: Sequence[Sound[PartyFile]], blocs: Mapping[str, Bloc], references: References) -> None:
        self._blocs, self._references = blocs, references
        self.unclear: list[tuple[str, Entry, Problem]] = []
        self._taken = {entry.id for read in files for entry in read.record.statements if entry.id}
        self.unnamed: set[str] = set()
        self._made: Counter[str] = Counter()
        self.together: dict[str, frozenset[str]] = {}
        found = [one for read in files for one in self._of_file(read)]
        self.entries: Sequence[Placed] = [self._meant(one) for one in found] if self.together else found
        self.party_of: Mapping[str, str] = {one.id: one.party for one in self.entries}

    def _of_file(self, read: Sound[PartyFile]) -> Iterator[Placed]:
        whole = read.record.party
        for place, entry in zip(read.places, read.record.statements, strict=True):
            loc: Loc = ("statements", place)
            own = entry.parties or ((entry.party,) if entry.party else ())
            names_its_own = bool(own) or entry.bloc is not None
            unclear = self._unclear(whole, read.document, loc) if names_its_own is bool(whole) else None
            if unclear is None and entry.bloc is not None:
                own = self._members(entry)
                unclear = None if own else self._of_nobody(entry, entry.bloc, read.document, loc)
            if unclear is not None:
                name = f"statement {quoted(entry.id)}" if entry.id else f"entry {place + 1} of 'statements'"
                self.unclear.append((name, entry, unclear))
                continue
            is_together = len(own) > 1 or entry.bloc is not None
            called = entry.id or self._called(entry, whole or entry.bloc or (own[0] if len(own) == 1 else ""))
            if is_together:
                self.together[called] = frozenset(own)
            for number, party in enumerate(own or (whole or "",)):
                key = f"{called}{OF_PARTY}{party}" if is_together else called
                party_loc: Loc = ("party",) if whole else (*loc, "parties", number) if entry.parties else (*loc, "bloc" if entry.bloc else "party")
                if entry.id is None:
                    self.unnamed.add(key)
                one = entry if key == entry.id else entry.model_copy(update={"id": key})
                yield Placed(key, party, one, read.document, loc, party_loc)

    @staticmethod
    def _unclear(whole: str | None, document: Document, loc: Loc) -> Problem:
        if whole:
            mend = "Leave 'party' out here, or at the top of the file."
            return document.problem(loc, "The file is that of one party, and the statement names its own.", mend)
        return document.problem(loc, "The key 'party' is missing.", guideline(Entry, "party"))

    def _members(self, entry: Entry) -> tuple[str, ...]:
        """Return who belongs to the bloc that says something on the last day on which it can have been said."""
        bloc = self._blocs.get(entry.bloc or "")
        return bloc.on(entry.said.latest if entry.said else None) if bloc else ()

    def _of_nobody(self, entry: Entry, bloc: str, document: Document, loc: Loc) -> Problem:
        """Return what is wrong with a statement of a bloc that is not there, or had no member on that day."""
        day = entry.said.latest if entry.said else None
        unknown = self._references.problems(bloc, self._blocs, "bloc", document, (*loc, "bloc"))
        told = f"No party was a member of the bloc {quoted(bloc)}{f' on {shown_day(day)}' if day else ''}."
        return next(iter(unknown), document.problem((*loc, "bloc"), told, "Say in 'blocs' who joined and left it when, or name the parties here."))

    def _called(self, entry: Entry, party: str) -> str:
        """Return an id for an entry that has none: that of its party, issue and kind, with a number from the second on."""
        words = "-".join(filter(None, (party, entry.issue, entry.kind.replace("_", "-"))))
        while True:
            self._made[words] += 1
            found = words if self._made[words] == 1 else f"{words}-{self._made[words]}"
            if found not in self._taken:
                return found

    def _meant(self, one: Placed) -> Placed:
        """Return a statement of which what it overtakes and repeats are its own party's, where several made that together."""
        entry = one.entry
        supersedes = tuple(self._own(key, one.party) for key in entry.supersedes if self._is_theirs(key, one))
        repeats = self._own(entry.repeats, one.party) if entry.repeats else None
        if (supersedes, repeats) == (entry.supersedes, entry.repeats):
            return one
        meant = entry.model_copy(update={"supersedes": supersedes, "repeats": repeats})
        return Placed(one.id, one.party, meant, one.document, one.loc, one.party_loc)

    def _is_theirs(self, key: str, one: Placed) -> bool:
        """Return whether what a bloc overtakes was said by this member, too, and not before it joined."""
        return one.entry.bloc is None or key not in self.together or one.party in self.together[key]

    def _own(self, key: str, party: str) -> str:
        return f"{key}{OF_PARTY}{party}" if party in self.together.get(key, ()) else key
